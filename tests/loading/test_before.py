"""Files that were loaded before are not looked into again, and nothing else is passed over."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from communique import load
from communique.databases import engine_for
from communique.errors import CuratedDataError
from communique.loading import before
from communique.loading.run import Run
from communique.loading.watched import Watched
from communique.models import Actor
from tests.conftest import SEEDS
from tests.loading.archives import TEXT, archive
from tests.search.passages import hits

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Engine


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(SEEDS, tmp_path / "seeds")


@pytest.fixture
def engine(migrated_url: str, folder: Path) -> Iterator[Engine]:
    engine = engine_for(migrated_url)
    load(engine, [folder])
    yield engine
    engine.dispose()


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The runs that read record files for what stands in them."""
    seen: list[object] = []
    read = Run.read

    def told(run: Run, *given: Any) -> None:
        seen.append(run)
        read(run, *given)

    monkeypatch.setattr(Run, "read", told)
    return seen


def kept(engine: Engine) -> list[Any]:
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT * FROM load_run ORDER BY id")).mappings()
        return [dict(row) for row in rows]


def test_the_same_files_again_are_told_as_a_whole_run_tells_them(
    engine: Engine, folder: Path, runs: list[object]
) -> None:
    again = load(engine, [folder])
    assert runs == []
    whole = load(engine, [folder], prune=True)
    assert len(runs) == 1
    assert again == whole
    assert again.unchanged
    assert (again.added, again.changed, again.removed, again.warnings) == (0, 0, 0, ())
    assert load(engine, [folder], dry_run=True).dry_run
    assert len(runs) == 1
    first, second, third = kept(engine)
    assert first["files_sha256"] == second["files_sha256"] == third["files_sha256"] is not None
    assert first["archive_sha256"] == second["archive_sha256"]
    assert second["unchanged"] == third["unchanged"] == again.unchanged


def record_file(folder: Path) -> Path:
    return next(path for path in sorted(folder.rglob("*.yaml")) if "meetings:" in path.read_text())


def test_a_changed_byte_of_a_record_file_is_looked_into(
    engine: Engine, folder: Path, runs: list[object]
) -> None:
    file = record_file(folder)
    file.write_text(file.read_text(encoding="utf-8") + "# said again\n", encoding="utf-8")
    load(engine, [folder])
    assert len(runs) == 1


def test_a_changed_byte_of_an_article_is_looked_into(
    engine: Engine, folder: Path, runs: list[object]
) -> None:
    article = next((folder / "articles").glob("*.txt"))
    article.write_bytes(article.read_bytes() + b" ")
    assert load(engine, [folder]).changed == 1
    assert len(runs) == 1


def test_a_missing_article_is_told(engine: Engine, folder: Path) -> None:
    next((folder / "articles").glob("*.txt")).unlink()
    with pytest.raises(CuratedDataError) as refused:
        load(engine, [folder])
    assert "E801" in {each.code for each in refused.value.complaints}


def test_a_file_more_or_less_or_of_another_name_is_looked_into(
    engine: Engine, folder: Path, runs: list[object]
) -> None:
    more = folder / "more.yaml"
    more.write_text("topics:\n  more: {label: More}\n", encoding="utf-8")
    assert load(engine, [folder]).added == 1
    more.rename(folder / "moved.yaml")
    assert load(engine, [folder]).unchanged
    (folder / "moved.yaml").unlink()
    load(engine, [folder])
    assert len(runs) == 3


def test_a_record_that_another_hand_wrote_is_seen(
    engine: Engine, folder: Path, runs: list[object]
) -> None:
    with Session(engine) as session, session.begin():
        session.add(Actor(slug="somebody", kind="person", name="Somebody"))
    load(engine, [folder])
    assert len(runs) == 1


def test_a_record_that_was_removed_comes_back(engine: Engine, folder: Path) -> None:
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM tension"))
    assert load(engine, [folder]).added


def test_another_version_looks_for_itself(
    engine: Engine, folder: Path, runs: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(before, "__version__", "99.0")
    load(engine, [folder])
    assert len(runs) == 1


def test_folders_that_are_loaded_in_turns_are_both_known(
    engine: Engine, folder: Path, tmp_path: Path, runs: list[object]
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.yaml").write_text("topics:\n  alone: {label: Alone}\n", encoding="utf-8")
    load(engine, [other])
    load(engine, [folder])
    assert len(runs) == 2, "the archive is not what it was after either of them"
    for _ in range(2):
        load(engine, [folder])
        assert load(engine, [other]).unchanged == 1
    assert len(runs) == 4, "the small one is not worth a look at all records"


def test_what_was_warned_of_is_warned_of_again(
    migrated_url: str, tmp_path: Path, runs: list[object]
) -> None:
    turned = 'says: "on \u202eyadseuT\u202c", supports'
    folder = archive(
        tmp_path / "a",
        ("says: on Tuesday, supports", turned),
        files={"oslo.txt": TEXT.replace("on Tuesday", "on \u202eyadseuT\u202c")},
    )
    engine = engine_for(migrated_url)
    first, second = load(engine, [folder]), load(engine, [folder])
    assert [each.code for each in first.warnings] == [each.code for each in second.warnings] != []
    assert len(runs) == 2


def test_a_part_of_a_large_archive_is_not_worth_a_look_at_all(
    engine: Engine, folder: Path, tmp_path: Path
) -> None:
    small = tmp_path / "small"
    small.mkdir()
    (small / "a.yaml").write_text("topics:\n  alone: {label: Alone}\n", encoding="utf-8")
    load(engine, [small])
    assert kept(engine)[-1]["files_sha256"] is None


def test_words_that_wait_are_indexed_though_nothing_is_read(engine: Engine, folder: Path) -> None:
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO article (slug, title) VALUES ('x', 'Zanzibar')"))
        connection.execute(text("DELETE FROM article WHERE slug = 'x'"))
        connection.execute(text("UPDATE article SET title = 'Zanzibar' WHERE id = 1"))
        assert hits(connection, "zanzibar") == []
    load(engine, [folder])
    with engine.connect() as connection:
        assert len(hits(connection, "zanzibar")) == 1


LETTER = """article:
  slug: {slug}
  title: A letter
  published: 2024-03-05
  text_file: letter.txt
  evidence: {{says: on Tuesday, supports: published, basis: inferred}}
"""


def letter(folder: Path, slug: str) -> Path:
    folder.mkdir()
    (folder / "letter.yaml").write_text(LETTER.format(slug=slug), encoding="utf-8")
    (folder / "letter.txt").write_text(f"It came on Tuesday, from {slug}.", encoding="utf-8")
    return folder


def test_files_of_one_name_in_two_folders_are_always_looked_into(
    migrated_url: str, tmp_path: Path, runs: list[object]
) -> None:
    """The database knows by its name alone which file an article is from."""
    engine = engine_for(migrated_url)
    folders = [letter(tmp_path / "a", "one"), letter(tmp_path / "b", "other")]
    assert load(engine, folders).added == 2
    assert kept(engine)[0]["files_sha256"] is None
    assert load(engine, folders).unchanged == 2
    assert len(runs) == 2


def test_articles_of_other_files_are_left_where_they_are(
    migrated_url: str, tmp_path: Path, runs: list[object]
) -> None:
    engine = engine_for(migrated_url)
    load(engine, [letter(tmp_path / "a", "one")])
    other = letter(tmp_path / "b", "other")
    (other / "letter.yaml").rename(other / "other.yaml")
    for _ in range(2):
        load(engine, [other])
    assert len(runs) == 2


def test_a_text_that_now_leads_out_of_the_folder_is_told(
    migrated_url: str, tmp_path: Path, runs: list[object]
) -> None:
    engine = engine_for(migrated_url)
    folder = letter(tmp_path / "a", "one")
    load(engine, [folder])
    (folder / "letter.txt").rename(tmp_path / "letter.txt")
    (folder / "letter.txt").symlink_to(tmp_path / "letter.txt")
    with pytest.raises(CuratedDataError) as refused:
        load(engine, [folder])
    assert [each.code for each in refused.value.complaints] == ["E803"]
    assert len(runs) == 2


def test_what_only_looks_like_a_record_file_is_told(engine: Engine, folder: Path) -> None:
    (folder / "more.yml").write_text("topics: {}\n", encoding="utf-8")
    with pytest.raises(CuratedDataError) as refused:
        load(engine, [folder])
    assert [each.code for each in refused.value.complaints] == ["E806"]


def test_a_file_that_goes_or_changes_while_it_is_looked_at_is_looked_into(
    engine: Engine, folder: Path, runs: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    passed_over, meanwhile = Watched.pass_over, ["gone"]

    def late(watched: Watched, path: Path) -> None:
        what = meanwhile.pop() if meanwhile else ""
        if what == "gone":
            raise FileNotFoundError(path)
        passed_over(watched, path)
        if what == "changed":
            os.utime(path, (1, 1))

    monkeypatch.setattr(Watched, "pass_over", late)
    load(engine, [folder])
    meanwhile.append("changed")
    load(engine, [folder])
    assert len(runs) == 2
    load(engine, [folder])
    assert len(runs) == 2


def test_somebody_is_told_how_far_many_files_are_read(
    migrated_url: str, tmp_path: Path, runs: list[object]
) -> None:
    engine, steps = engine_for(migrated_url), list[tuple[str, int, int]]()
    for number in range(250):
        topic = f"topics:\n  t{number}: {{label: Topic {number}}}\n"
        (tmp_path / f"{number:03}.yaml").write_text(topic, encoding="utf-8")
    load(engine, [tmp_path])
    load(engine, [tmp_path], progress=lambda *step: steps.append(step))
    assert len(runs) == 1
    assert [what for what, _, _ in steps] == ["reading"] * 2
    assert [done <= whole for _, done, whole in steps] == [True, True]
