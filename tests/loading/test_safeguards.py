"""What a load refuses to do to the database, and the word that lets it."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from communique.databases import engine_for
from communique.errors import CuratedDataError
from communique.loading import load
from communique.loading.watched import Watched
from tests.loading.archives import TODAY, archive
from tests.loading.test_load import content

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from sqlalchemy import Engine

EXTRA = "topics:\n" + "".join(f"  extra-{n}: {{label: Extra {n}}}\n" for n in range(20))
LONE = "topics:\n  lone: {label: Lone}\n"


def refused(engine: Engine, folder: Path, **orders: Any) -> list[str]:
    with pytest.raises(CuratedDataError) as error:
        load(engine, [folder], today=TODAY, **orders)
    return [f"{each.code} {each.message}" for each in error.value.complaints]


@pytest.fixture
def engine(migrated_url: str, tmp_path: Path) -> Engine:
    """The small archive with 21 further topics in two further files."""
    engine = engine_for(migrated_url)
    folder = archive(tmp_path / "a", files={"extra.yaml": EXTRA, "lone.yaml": LONE})
    assert load(engine, [folder], today=TODAY).added == 32
    return engine


def test_without_prune_nothing_is_removed(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "a" / "lone.yaml").unlink()

    assert load(engine, [tmp_path / "a"], today=TODAY).removed == 0
    assert ("topic", "lone") in content(engine)


def test_prune_removes_what_the_files_no_longer_hold(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "a" / "lone.yaml").unlink()

    outcome = load(engine, [tmp_path / "a"], prune=True, today=TODAY)

    assert outcome.removed == 1
    assert [(each.verb, each.slug) for each in outcome.changes] == [("removed", "lone")]
    assert ("topic", "lone") not in content(engine)


def test_more_than_a_tenth_goes_only_with_the_exact_number(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "a" / "extra.yaml").unlink()
    before = content(engine)

    assert refused(engine, tmp_path / "a", prune=True) == ["E702 20 of 32 records would be removed"]
    assert refused(engine, tmp_path / "a", prune=True, allow_removals=19)
    assert content(engine) == before
    assert load(engine, [tmp_path / "a"], prune=True, allow_removals=20, today=TODAY).removed == 20


def test_what_is_referred_to_is_not_removed(engine: Engine, tmp_path: Path) -> None:
    article = tmp_path / "a" / "oslo.yaml"
    article.write_text(
        article.read_text().replace("topics:\n  fisheries: {label: Fisheries}\n", "")
    )
    before = content(engine)

    (told,) = refused(engine, tmp_path / "a", prune=True)

    assert told == "E507 refers to topic fisheries, which the files no longer hold"
    assert content(engine) == before


def test_a_whole_article_can_go_with_its_quotes_and_proofs(
    migrated_url: str, tmp_path: Path
) -> None:
    engine = engine_for(migrated_url)
    load(engine, [archive(tmp_path / "a")], today=TODAY)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "lone.yaml").write_text(LONE)

    outcome = load(engine, [tmp_path / "b"], prune=True, allow_removals=11, today=TODAY)

    assert (outcome.added, outcome.removed) == (1, 11)
    assert set(content(engine)) == {("topic", "lone")}
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM evidence")) == 0


def test_a_change_by_hand_is_not_overwritten_silently(engine: Engine, tmp_path: Path) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE meeting SET title = 'By hand' WHERE slug = 'oslo-talks'"))
    archive(tmp_path / "a", ("title: Talks in Oslo", "title: By file"))

    assert refused(engine, tmp_path / "a") == ["E703 was changed by hand in the database"]
    load(engine, [tmp_path / "a"], overwrite=True, today=TODAY)
    assert content(engine)["meeting", "oslo-talks"]["title"] == "By file"


def test_a_change_by_hand_that_the_file_follows_is_taken_over(
    engine: Engine, tmp_path: Path
) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE meeting SET title = 'By hand' WHERE slug = 'oslo-talks'"))
    archive(tmp_path / "a", ("title: Talks in Oslo", "title: By hand"))

    load(engine, [tmp_path / "a"], today=TODAY)
    assert load(engine, [tmp_path / "a"], today=TODAY).changed == 0


def test_a_record_changed_by_hand_is_not_pruned_silently(engine: Engine, tmp_path: Path) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE topic SET label = 'By hand' WHERE slug = 'lone'"))
    (tmp_path / "a" / "lone.yaml").unlink()

    assert refused(engine, tmp_path / "a", prune=True) == [
        "E703 was changed by hand in the database"
    ]
    assert load(engine, [tmp_path / "a"], prune=True, overwrite=True, today=TODAY).removed == 1


def test_a_plan_gone_stale_is_refused(engine: Engine, tmp_path: Path) -> None:
    archive(tmp_path / "a", ("title: Talks in Oslo", "title: One"))
    shown = load(engine, [tmp_path / "a"], dry_run=True, today=TODAY).plan
    archive(tmp_path / "a", ("title: Talks in Oslo", "title: Another"))

    (told,) = refused(engine, tmp_path / "a", expect=shown)
    assert told.startswith("E701 the plan is")
    fresh = load(engine, [tmp_path / "a"], dry_run=True, today=TODAY).plan
    assert load(engine, [tmp_path / "a"], expect=fresh, today=TODAY).changed == 1


def test_a_file_written_while_it_is_loaded_stops_the_load(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive(tmp_path / "a", ("title: Talks in Oslo", "title: One"))
    read = Watched.read

    def read_and_write(self: Watched, path: Path, most: int) -> bytes:
        held = read(self, path, most)
        if path.name == "oslo.txt":
            path.write_text("Something else entirely.")
        return held

    monkeypatch.setattr(Watched, "read", read_and_write)
    before = content(engine)

    (told,) = refused(engine, tmp_path / "a")
    assert told == "E309 changed while it was being loaded"
    assert content(engine) == before


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(OSError, match="not a regular file"):
        Watched().read(tmp_path / "pipe", 10)


def test_the_file_of_a_record_is_kept_from_the_folder_that_was_loaded(engine: Engine) -> None:
    with engine.connect() as connection:
        found = connection.execute(
            text("SELECT source_file, source_line FROM meeting WHERE slug = 'oslo-talks'")
        ).one()

    assert found[0] == "oslo.yaml"
    assert found[1] > 1


def test_a_plan_has_one_digest_in_every_process(engine: Engine, tmp_path: Path) -> None:
    program = (
        "import sys; from datetime import date; from communique.databases import engine_for;"
        "from communique.loading import load; sys.stdout.write(load(engine_for(sys.argv[1]),"
        " [sys.argv[2]], dry_run=True, today=date(2026, 1, 1)).plan)"
    )
    archive(
        tmp_path / "a", ("title: Talks in Oslo", "title: One"), ("kind: talks", "kind: session")
    )
    url = engine.url.render_as_string(hide_password=False)

    said = {
        subprocess.run(
            [sys.executable, "-c", program, url, str(tmp_path / "a")],
            env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }  # fmt: skip

    assert len(said) == 1
    assert len(said.pop()) == 64
