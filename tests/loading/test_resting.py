"""A file loaded alone never changes what the records of other files rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from communique.databases import engine_for
from communique.errors import CuratedDataError
from communique.loading import load
from tests.loading.archives import TEXT, TODAY, archive
from tests.loading.test_load import content

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

Edit = tuple[str, str]
MET = "      - met her counterpart Bo Berg in Oslo\n"
DAY = "      - {says: on Tuesday, supports: date, basis: inferred}\n"
HOST = "      - {actor: anna-alund, office: foreign-minister-of-norway, role: host}\n"
BERG = "      - bo-berg\n"
PROPOSED = '      - {kind: proposed, status: done, date: "[..2024-03-05]", by: norway, evidence: which Norway had proposed}\n'
TERM = '      - {office: foreign-minister-of-sweden, since: 2023, until: "2024", evidence: her counterpart Bo Berg}\n'
SIGNERS = "[anna-alund, {signer: bo-berg, office: foreign-minister-of-sweden}]"
SIGNED = "      - kind: signed\n"
CONCLUDED = f"      - {{kind: concluded, status: done, date: 2024-03-05, signatures: {SIGNERS}, evidence: They signed}}\n"
PLANNED = "      - {kind: ratified, status: planned, date: 2025, evidence: talks would go on}\n"
NEW = "      - Bo Berg in Oslo\n"
HEAD = "\n  - {of: oslo-talks, article: oslo, says: on Tuesday}\n  - {of: "
TENSION = "tensions:\n  apart:\n    between:\n    - {of: oslo-talks, article: oslo, says: on Tuesday}\n    - {of: fisheries-mou, article: oslo, says: which Norway had proposed}\n"
MENTION = "article: {{text_file: other.txt, published: 2024-03-06}}\nmentions:\n  - {{of: {}, says: Mr Berg}}\n"
FULFILS = (
    "agreements:\n  other-mou:\n    title: T\n    kind: mou\n    parties: [norway]\n    actions:\n"
    "      - {kind: ratified, status: done, date: 2025-03-01, fulfils: fisheries-mou, evidence: {basis: outside, note: x}}\n"
)  # fmt: skip
MEETING = "meetings:\n  other-talks: {title: T, kind: talks, status: held, date: 2024-03-05, evidence: {article: oslo, says: talks would go on}}\n"

RESTING: dict[str, tuple[str, tuple[Edit, ...], str]] = {
    "a tension on proofs in another order": (
        TENSION, ((MET + DAY, DAY + MET),), "E508 tension apart in the database rests on its evidence number 2, which is not the same now"),
    "a tension behind a proof that is new": (
        TENSION, ((MET + DAY, MET + NEW + DAY),), "E508 tension apart in the database rests on its evidence number 2, which is not the same now"),
    "a tension on a proof that is gone": (
        TENSION, ((MET + DAY, MET),), "E507 tension apart in the database refers to its evidence, which is gone"),
    "a mention of a participant in another order": (
        MENTION.format("oslo-talks, participant: bo-berg"), ((HOST + BERG, BERG + HOST),),
        "E508 article other in the database rests on its participation number 2, which is not the same now"),
    "a mention of a participant who is gone": (
        MENTION.format("oslo-talks, participant: bo-berg"), ((BERG, ""),), "E507 article other in the database refers to its participation, which is gone"),
    "a mention of a party in another order": (
        MENTION.format("fisheries-mou, party: norway"), (("[norway, sweden]", "[sweden, norway]"),),
        "E508 article other in the database rests on its party number 1, which is not the same now"),
    "a mention of a step in another order": (
        MENTION.format("fisheries-mou, action: proposed"), ((PROPOSED, PLANNED + PROPOSED),),
        "E508 article other in the database rests on its agreement action number 1, which is not the same now"),
    "a mention of a signature under another step": (
        MENTION.format("fisheries-mou, action: signed, signature: bo-berg"), ((SIGNED, CONCLUDED + SIGNED),),
        "E508 article other in the database rests on its signature number 2, which is not the same now"),
    "a mention of a signature in another order": (
        MENTION.format("fisheries-mou, signature: bo-berg"), ((SIGNERS, "[bo-berg, anna-alund]"),),
        "E508 article other in the database rests on its signature number 2, which is not the same now"),
    "a mention of a tenure behind one that is new": (
        MENTION.format('bo-berg, tenure: "1"'), ((TERM, TERM.replace("2023", "2020").replace('"2024"', '"2021"') + TERM),),
        "E508 article other in the database rests on its tenure number 1, which is not the same now"),
    "a mention of a name in another order": (
        MENTION.format("anna-alund, name: Ålund"), (("names: [Ålund]", "names: [Anna, Ålund]"),),
        "E508 article other in the database rests on its name number 2, which is not the same now"),
    "a step that fulfils a plan in another order": (
        FULFILS, ((PLANNED + PROPOSED, PROPOSED + PLANNED),),
        "E508 agreement other-mou in the database rests on its agreement action number 1, which is not the same now"),
    "words of a text that moved": (
        MEETING, (), 'E508 meeting other-talks in the database rests on "talks would go on", which has moved in the text or is gone from it'),
}  # fmt: skip
BEFORE = {"a step that fulfils a plan in another order": ((PROPOSED, PLANNED + PROPOSED),)}
MOVED = "Oslo (Wire). " + TEXT
UNMOVED: dict[str, tuple[str, tuple[Edit, ...]]] = {
    "a proof behind the others": (TENSION, ((MET + DAY, MET + DAY + NEW),)),
    "another reading of the same words": (TENSION, (("supports: date, basis: inferred", "supports: date"),)),
    "another role": (MENTION.format("oslo-talks, participant: anna-alund"), ((", role: host", ""),)),
    "another place of a step": (MENTION.format("fisheries-mou, action: proposed"), (("by: norway, evid", "by: norway, place: oslo, evid"),)),
    "other words before and behind": (MENTION.format("oslo-talks, participant: bo-berg"), (("names: [Ålund]", "names: [Ålund, Anna]"), (SIGNERS, "[anna-alund]"))),
}  # fmt: skip


def refused(engine: Engine, *paths: Path) -> list[str]:
    before = content(engine)
    with pytest.raises(CuratedDataError) as error:
        load(engine, paths, today=TODAY)
    assert content(engine) == before
    return [f"{each.code} {each.message}" for each in error.value.complaints]


def stored(url: str, folder: Path, other: str, *changes: Edit) -> tuple[Engine, Path, Path]:
    """The archive and, from a folder of its own, a file that rests on it."""
    engine = engine_for(url)
    mine, theirs = archive(folder / "a", *changes), folder / "o"
    theirs.mkdir()
    (theirs / "other.yaml").write_text(other)
    (theirs / "other.txt").write_text("Mr Berg was there.")
    load(engine, [mine], today=TODAY)
    load(engine, [theirs], today=TODAY)
    return engine, mine, theirs


@pytest.mark.parametrize("name", RESTING)
def test_it_is_refused_alone(name: str, migrated_url: str, tmp_path: Path) -> None:
    other, changes, told = RESTING[name]
    engine, mine, theirs = stored(migrated_url, tmp_path, other, *BEFORE.get(name, ()))
    archive(mine, *BEFORE.get(name, ()), *changes)
    if not changes:
        (mine / "oslo.txt").write_text(MOVED)

    assert told in refused(engine, mine)

    if told.startswith("E508"):
        load(engine, [mine, theirs], today=TODAY)
        again = load(engine, [mine, theirs], today=TODAY)
        assert (again.changed, again.added) == (0, 0)


@pytest.mark.parametrize("name", UNMOVED)
def test_what_stays_in_its_place_is_loaded_alone(
    name: str, migrated_url: str, tmp_path: Path
) -> None:
    other, changes = UNMOVED[name]
    engine, mine, theirs = stored(migrated_url, tmp_path, other)

    assert load(engine, [archive(mine, *changes)], today=TODAY).changed >= 1
    assert load(engine, [theirs], today=TODAY).changed == 0


def test_where_to_look_and_what_to_do(migrated_url: str, tmp_path: Path) -> None:
    engine, mine, _ = stored(migrated_url, tmp_path, TENSION)

    with pytest.raises(CuratedDataError) as error:
        load(engine, [archive(mine, (MET + DAY, DAY + MET))], today=TODAY)

    (told,) = error.value.complaints
    assert str(told).partition("oslo.yaml")[2] == (
        ":32:1: E508 meeting.oslo-talks: tension apart in the database rests on its evidence number"
        " 2, which is not the same now. Hint: load both together; tension apart is from other.yaml."
    )


def test_a_file_that_is_not_known_is_not_named(migrated_url: str, tmp_path: Path) -> None:
    engine, mine, _ = stored(migrated_url, tmp_path, TENSION)
    with engine.begin() as connection:
        connection.execute(text("UPDATE tension SET source_file = NULL"))

    with pytest.raises(CuratedDataError) as error:
        load(engine, [archive(mine, (MET + DAY, DAY + MET))], today=TODAY)

    assert [each.hint for each in error.value.complaints] == ["load both together"]


def test_words_may_be_added_behind_those_that_others_rest_on(
    migrated_url: str, tmp_path: Path
) -> None:
    engine, mine, theirs = stored(migrated_url, tmp_path, MEETING)
    (mine / "oslo.txt").write_text(TEXT + "Corrected on Friday.")

    assert load(engine, [mine], today=TODAY).changed == 1
    assert load(engine, [theirs], today=TODAY).changed == 0


def test_a_text_that_others_rest_on_does_not_go(migrated_url: str, tmp_path: Path) -> None:
    engine, _, _ = stored(migrated_url, tmp_path, MEETING)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "oslo.yaml").write_text("article: {title: Norway and Sweden sign}\n")

    told = refused(engine, tmp_path / "b")

    assert [each for each in told if "talks would go on" in each] == [RESTING["words of a text that moved"][2]]  # fmt: skip


def test_what_goes_itself_rests_on_nothing(migrated_url: str, tmp_path: Path) -> None:
    engine, mine, _ = stored(migrated_url, tmp_path, TENSION)
    archive(mine, (MET + DAY, DAY + MET))

    # The file of the tension is gone, and its article, which holds nothing else.
    assert load(engine, [mine], prune=True, allow_removals=1, today=TODAY).removed == 1


def test_one_that_is_loaded_along_hides_none_that_is_not(migrated_url: str, tmp_path: Path) -> None:
    engine, mine, theirs = stored(migrated_url, tmp_path, TENSION)
    (tmp_path / "p").mkdir()
    other = (
        TENSION.replace("apart", "again")
        .replace("fisheries-mou", "norway")
        .replace("which Norway had proposed", "Norway")
    )
    (tmp_path / "p" / "again.yaml").write_text(other)
    load(engine, [tmp_path / "p"], today=TODAY)
    archive(mine, (MET + DAY, DAY + MET))

    for loaded, left in ((theirs, "again"), (tmp_path / "p", "apart")):
        (told,) = refused(engine, mine, loaded)
        assert told.startswith(f"E508 tension {left} in the database rests on its evidence")
    assert load(engine, [mine, theirs, tmp_path / "p"], today=TODAY).changed == 3
