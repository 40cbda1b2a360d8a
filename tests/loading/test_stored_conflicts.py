"""What the database holds can stand in the way of files that are right in themselves."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from communique.databases import engine_for
from communique.errors import CuratedDataError
from communique.loading import load
from tests.loading.archives import TODAY, archive
from tests.loading.test_load import content

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

    from communique.errors import Problem

BERG = ("    name: Bo Berg\n", "    name: Bo Berg\n    wikidata: Q42\n")
TENSION = (
    "tensions:\n  {}:\n    between:\n      - {{of: oslo-talks, article: oslo, says: on Tuesday}}\n"
    "      - {{of: oslo-talks, article: oslo, says: {}}}\n"
)
MET = "met her counterpart Bo Berg in Oslo"
TWIN = "actors:\n  twin: {kind: person, name: {text: Twin, evidence: {basis: outside, note: x}}, wikidata: Q42}\n"


def lone(folder: Path, content: str) -> Path:
    folder.mkdir()
    (folder / "lone.yaml").write_text(content)
    return folder


def refused(engine: Engine, folder: Path) -> list[str]:
    before = content(engine)
    with pytest.raises(CuratedDataError) as error:
        load(engine, [folder], today=TODAY)
    assert content(engine) == before
    return [f"{each.code} {each.message}" for each in error.value.complaints]


@pytest.fixture
def engine(migrated_url: str, tmp_path: Path) -> Engine:
    engine = engine_for(migrated_url)
    load(engine, [archive(tmp_path / "a", BERG)], today=TODAY)
    load(engine, [lone(tmp_path / "t", TENSION.format("apart", MET))], today=TODAY)
    return engine


def test_an_identifier_that_a_stored_actor_has_is_refused(engine: Engine, tmp_path: Path) -> None:
    assert refused(engine, lone(tmp_path / "b", TWIN)) == [
        "E512 actor bo-berg has this `wikidata` already in the database"
    ]


def test_an_identifier_can_go_from_one_actor_to_another(engine: Engine, tmp_path: Path) -> None:
    folder = archive(tmp_path / "a", files={"twin.yaml": TWIN})

    assert load(engine, [folder], today=TODAY).changed == 1


def test_a_tension_that_is_stored_under_another_slug_is_refused(
    engine: Engine, tmp_path: Path
) -> None:
    assert refused(engine, lone(tmp_path / "b", TENSION.format("other", MET))) == [
        "E512 tension apart has this `between` already in the database"
    ]


def test_a_proof_on_which_a_stored_tension_rests_stays(engine: Engine, tmp_path: Path) -> None:
    folder = archive(tmp_path / "a", BERG, (f"      - {MET}\n", ""))

    told = refused(engine, folder)

    assert "E507 tension apart in the database refers to its evidence, which is gone" in told


def test_a_tension_may_move_to_another_proof(engine: Engine, tmp_path: Path) -> None:
    folder = archive(
        tmp_path / "a",
        BERG,
        (f"      - {MET}\n", "      - Bo Berg in Oslo\n"),
        files={"t.yaml": TENSION.format("apart", "Bo Berg in Oslo")},
    )

    load(engine, [folder], today=TODAY)

    assert load(engine, [folder], today=TODAY).changed == 0


@pytest.mark.parametrize("changed", [False, True])
def test_what_only_the_database_refuses_is_told_at_its_record(
    changed: bool, engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A fault of ours, planted: the loader no longer looks for stored identifiers.
    verbs = sys.modules["communique.loading.load"]
    monkeypatch.setattr(verbs, "judge_against_stored", lambda *_: None)
    if changed:
        folder = lone(tmp_path / "c", TWIN.replace(", wikidata: Q42", ""))
        load(engine, [folder], today=TODAY)
        (folder / "lone.yaml").write_text("# moved\n" + TWIN)
    else:
        folder = lone(tmp_path / "c", "topics:\n  t: {label: A}\n" + TWIN)

    before = content(engine)
    with pytest.raises(CuratedDataError) as error:
        load(engine, [folder], today=TODAY)

    (told,) = error.value.complaints
    assert (told.code, told.line) == ("E705", 3 if changed else 4)
    assert told.file.endswith("c/lone.yaml")
    assert content(engine) == before


def test_another_failure_of_the_database_passes_through(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("the disk is on fire")

    monkeypatch.setattr(type(_database(engine)), "insert_many", broken)

    with pytest.raises(RuntimeError, match="fire"):
        load(engine, [lone(tmp_path / "c", "topics:\n  t: {label: A}\n")], today=TODAY)
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM topic WHERE slug = 't'")) == 0


def _database(engine: Engine) -> object:
    from communique.databases import database_of

    return database_of(engine)


def test_a_tension_may_leave_a_proof_that_goes(engine: Engine, tmp_path: Path) -> None:
    folder = archive(
        tmp_path / "a",
        BERG,
        (f"      - {MET}\n", ""),
        files={
            "t.yaml": "tensions:\n  apart:\n    between:\n"
            "      - {of: oslo-talks, article: oslo, says: on Tuesday}\n"
            "      - {of: fisheries-mou, article: oslo, says: which Norway had proposed}\n"
        },
    )

    assert load(engine, [folder], today=TODAY).changed == 2


def test_both_statements_of_a_tension_can_change_places(engine: Engine, tmp_path: Path) -> None:
    turned = TENSION.format("apart", MET).replace(MET, "?").replace("on Tuesday", MET)
    folder = lone(tmp_path / "n", turned.replace("?", "on Tuesday"))

    assert load(engine, [folder], today=TODAY).changed == 1
    assert load(engine, [folder], today=TODAY).unchanged == 1


def test_a_stored_slug_is_offered_beside_those_of_the_files(engine: Engine, tmp_path: Path) -> None:
    folder = archive(tmp_path / "a", ("place: oslo", "place: olso"), BERG)
    (told,) = check_against(engine, folder)
    assert told.hint == "did you mean oslo?"

    lone_ = lone(tmp_path / "n", "topics:\n  t: {label: T, broader: fisherie}\n")
    (told,) = check_against(engine, lone_)
    assert told.hint == "did you mean fisheries?"


def check_against(engine: Engine, folder: Path) -> list[Problem]:
    with pytest.raises(CuratedDataError) as error:
        load(engine, [folder], today=TODAY)
    return list(error.value.complaints)
