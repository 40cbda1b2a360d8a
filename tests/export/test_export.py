"""What an export refuses, and the histories of a database that its files must tell."""

# ruff: noqa: E501 - pages are shown as they stand

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from communique.errors import CuratedDataError, StorageError, UsageError
from communique.export import export_records
from communique.export.texts import Texts
from communique.loading import load
from tests.export.conftest import rows
from tests.loading.archives import TODAY, archive

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from tests.export.conftest import Fresh


def comes_back(engine: Engine, folder: Path, fresh: Fresh) -> None:
    export_records(engine, folder)
    with fresh() as other:
        load(other, [folder], today=TODAY)
        assert rows(other) == rows(engine)


def later(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


@pytest.fixture
def engine(sqlite: Fresh, tmp_path: Path):  # type: ignore[no-untyped-def]
    with sqlite() as found:
        load(found, [archive(tmp_path / "in")], today=TODAY)
        yield found


def test_a_folder_that_holds_something_is_refused(engine: Engine, tmp_path: Path) -> None:
    later(tmp_path / "x", "actors/norway.yaml", "")

    with pytest.raises(UsageError, match="holds actors already"):
        export_records(engine, tmp_path / "x")
    with pytest.raises(UsageError, match="is a file"):
        export_records(engine, tmp_path / "x/actors/norway.yaml")


def test_a_folder_with_nothing_but_hidden_files_is_filled(engine: Engine, tmp_path: Path) -> None:
    later(tmp_path / "x", ".git/config", "")

    assert export_records(engine, tmp_path / "x").records["actor"] == 4


def test_a_lent_connection_is_only_read(engine: Engine, tmp_path: Path) -> None:
    with engine.connect() as connection, connection.begin() as transaction:
        connection.execute(text("UPDATE meeting SET title = 'Another'"))
        export_records(connection, tmp_path / "x")
        transaction.rollback()

    assert "title: Another" in (tmp_path / "x/meetings/oslo-talks.yaml").read_text("utf-8")


def test_a_disk_that_fails_leaves_nothing_behind(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replaced: list[Path] = []
    replace = Path.replace

    def failing(self: Path, target: Path) -> Path:
        replaced.append(target)
        if len(replaced) == 4:
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)

    with pytest.raises(StorageError, match="No space left"):
        export_records(engine, tmp_path / "x")
    assert len(replaced) == 4
    assert not (tmp_path / "x").exists()


def test_proof_whose_text_is_gone_is_told_and_nothing_is_written(
    engine: Engine, tmp_path: Path
) -> None:
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM article_text"))

    with pytest.raises(CuratedDataError) as refused:
        export_records(engine, tmp_path / "x")

    assert {each.code for each in refused.value.complaints} == {"E608"}
    assert not (tmp_path / "x").exists()


def test_a_span_that_was_moved_by_hand_is_told(engine: Engine, tmp_path: Path) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE evidence SET start_char = start_char + 1 WHERE id = 1"))

    with pytest.raises(CuratedDataError) as refused:
        export_records(engine, tmp_path / "x")

    assert {each.code for each in refused.value.complaints} == {"E604"}


MORE = """kind: person
name: {text: Bo Berg, evidence: {article: oslo}}
tenures:
  - {office: foreign-minister-of-sweden, since: 2023, until: "2024", evidence: {article: oslo, says: her counterpart Bo Berg}}
  - {office: foreign-minister-of-sweden, since: "2025", until: "2025", evidence: {article: oslo, says: her counterpart Bo Berg}}
"""


def test_an_office_that_became_known_later_stays_unfilled(sqlite: Fresh, tmp_path: Path) -> None:
    tenure = "{office: foreign-minister-of-sweden, since: 2023"
    folder = archive(
        tmp_path / "in",
        ("    tenures:\n      - " + tenure, "    description: x\n    # - " + tenure),
        (
            "{signer: bo-berg, office: foreign-minister-of-sweden}",
            "{signer: bo-berg, party: sweden}",
        ),
    )
    with sqlite() as engine:
        load(engine, [folder], today=TODAY)
        home = later(tmp_path / "more", "actors/bo-berg.yaml", MORE)
        load(engine, [home], today=TODAY)

        comes_back(engine, tmp_path / "x", sqlite)

    meeting = (tmp_path / "x/meetings/oslo-talks.yaml").read_text("utf-8")
    assert "- {actor: bo-berg, office: none}" in meeting


def test_sides_and_places_that_became_known_later_stay_unfilled(
    sqlite: Fresh, tmp_path: Path
) -> None:
    folder = archive(
        tmp_path / "in",
        ("    place: oslo\n", ""),
        ("portfolio: foreign, of: norway", "portfolio: foreign"),
        ("signatures: [anna-alund,", "signatures: [{signer: anna-alund, party: norway},"),
    )
    with sqlite() as engine:
        load(engine, [folder], today=TODAY)
        load(
            engine,
            [
                later(
                    tmp_path / "more",
                    "offices/foreign-minister-of-norway.yaml",
                    "title: Foreign Minister of Norway\nlevel: minister\nof: norway\n",
                ),
                later(
                    tmp_path / "more",
                    "meetings/oslo-talks.yaml",
                    "meetings:\n  oslo-talks: {title: Talks, kind: talks, status: held,"
                    " date: 2024-03-05, place: oslo, evidence: {article: oslo, says: on Tuesday}}\n",
                ),
            ],
            today=TODAY,
        )

        comes_back(engine, tmp_path / "x", sqlite)

    assert "place: none" in (tmp_path / "x/agreements/fisheries-mou.yaml").read_text("utf-8")
    assert "on_behalf_of: none" in (tmp_path / "x/articles/oslo.yaml").read_text("utf-8")


def test_a_mention_finds_its_part_when_others_became_like_it(sqlite: Fresh, tmp_path: Path) -> None:
    mention = (
        "mentions:\n  - {of: actor/bo-berg, tenure: foreign-minister-of-sweden, says: Bo Berg}\n"
    )
    with sqlite() as engine:
        load(engine, [archive(tmp_path / "in", ("quotes:\n", mention + "quotes:\n"))], today=TODAY)
        load(engine, [later(tmp_path / "more", "actors/bo-berg.yaml", MORE)], today=TODAY)

        comes_back(engine, tmp_path / "x", sqlite)

    assert 'tenure: "1"' in (tmp_path / "x/articles/oslo.yaml").read_text("utf-8")


def test_a_step_fulfils_a_plan_of_an_agreement_that_is_read_later(
    sqlite: Fresh, tmp_path: Path
) -> None:
    plan = """agreements:
  zoo:
    title: Zoo
    kind: mou
    parties: [norway]
    actions:
      - {kind: signed, status: planned, date: "2024", evidence: {article: oslo, says: on Tuesday}}
  ark:
    title: Ark
    kind: mou
    parties: [norway]
    actions:
      - {kind: signed, status: done, date: "2025", fulfils: zoo, evidence: {article: oslo, says: on Tuesday}}
"""
    changed = ("published: 2024-03-05", "published: 2025-12-01")
    folder = archive(tmp_path / "in", changed, files={"agreements/zoo.yaml": plan})
    with sqlite() as engine:
        load(engine, [folder], today=TODAY)

        comes_back(engine, tmp_path / "x", sqlite)

    assert 'fulfils: "zoo#1"' in (tmp_path / "x/agreements/ark.yaml").read_text("utf-8")


def test_texts_of_one_name_are_kept_apart_and_strange_names_give_way() -> None:
    texts = Texts("schemas/record-file.json")

    assert texts.place("a", "text.txt", b"1") == ("articles/a.yaml", "text.txt")
    assert texts.place("b", "text.txt", b"1") == ("articles/b.yaml", "text.txt")
    assert texts.place("c", "TEXT.txt", b"2") == ("articles/c.d/c.yaml", "TEXT.txt")
    assert texts.place("d", "../texts/d.txt", b"3") == ("articles/d.yaml", "../texts/d.txt")
    assert texts.place("e", "../../e.txt", b"4") == ("articles/e.d/e.yaml", "../../e.txt")
    assert texts.place("f", "../articles", b"5") == ("articles/f.d/f.yaml", "../articles")
    assert texts.place("g", "/etc/motd", b"6") == ("articles/g.yaml", "g.txt")
    assert texts.place("h", "h.yaml", b"7") == ("articles/h.yaml", "h.txt")
    assert texts.place("i", "text.txt/i", b"8") == ("articles/i.d/i.yaml", "text.txt/i")
    assert texts.files["e.txt"] == b"4"
    assert texts.files["articles/c.d/TEXT.txt"] == b"2"
