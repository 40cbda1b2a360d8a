"""A disk that fails in the middle of a load is told of, and changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults.children import unsound
from tests.faults.injected import Fault, prepared, why_not

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.injected import Load


@pytest.fixture(params=["wal", "delete"])
def under_test(request: pytest.FixtureRequest, tmp_path: Path) -> Load:
    """A load that changes an archive, into a file with either kind of journal."""
    if (reason := why_not()) is not None:
        pytest.skip(
            f"no system call can be made to fail here: {reason}."
            " Install strace, and let it trace: in a container, docker run --cap-add=SYS_PTRACE"
        )
    return prepared(tmp_path, request.param)


def test_a_failing_disk_is_told_of_and_changes_nothing(under_test: Load) -> None:
    writes, syncs = under_test.count("pwrite64"), under_test.count("fdatasync")
    assert min(writes, syncs) >= 3
    refused = [
        Fault("pwrite64", "ENOSPC", writes // 3),
        Fault("pwrite64", "EIO", writes // 4, on=True),
        Fault("fdatasync", "EIO", 1),
        Fault("fdatasync", "EIO", under_test.commit),
    ]
    for fault in refused:
        ended = under_test.survives(fault)
        assert ended is not None
        assert ended.code == 4, fault

    cleaning = under_test.survives(Fault("unlink", "EIO", 1, on=True))
    assert cleaning is not None
    assert unsound(under_test.url) == []


def test_a_commit_that_failed_does_not_come_back(under_test: Load) -> None:
    """The log of a failed COMMIT holds it whole, and is recovered where it cannot be deleted."""
    ended = under_test.under(
        Fault("fdatasync", "EIO", under_test.commit, on=True), Fault("unlink", "EIO", 1, on=True)
    )

    assert len(ended.fired) >= 2
    assert (ended.code, ended.digest) == (4, under_test.before)
    assert "Nothing of this run was kept" in ended.said
