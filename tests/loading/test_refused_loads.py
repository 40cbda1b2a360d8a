"""What refuses a load, word for word, and the last case that does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from communique.databases import engine_for
from communique.errors import CuratedDataError
from communique.loading import load
from tests.loading.archives import TODAY, archive

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

TOPIC = "topics:\n  {0}: {{label: {0}}}\n"
TENSION = (
    "tensions:\n  apart:\n    between:\n      - {of: oslo-talks, article: oslo, says: on Tuesday}\n"
    "      - {of: fisheries-mou, article: oslo, says: which Norway had proposed}\n"
)
MET = "met her counterpart Bo Berg in Oslo"
TUESDAY = "      - {says: on Tuesday, supports: date, basis: inferred}\n"
ACTOR = "  {}: {{kind: person, name: {{text: {}, evidence: {{basis: outside, note: x}}}}, wikidata: {}}}\n"
MORE = ("offices:\n", ACTOR.format("carl", "Carl", "Q7") + "offices:\n")


def said(engine: Engine, folder: Path, **orders: Any) -> list[str]:
    with pytest.raises(CuratedDataError) as refused:
        load(engine, [folder], today=TODAY, **orders)
    return [str(each).replace(f"{folder.as_posix()}/", "") for each in refused.value.complaints]


@pytest.fixture
def engine(migrated_url: str, tmp_path: Path) -> Engine:
    """The small archive of eleven records, a twelfth, and eight more topics."""
    engine = engine_for(migrated_url)
    topics = {f"t{n}.yaml": TOPIC.format(f"t{n}") for n in range(8)}
    files = {**topics, "tension.yaml": TENSION}
    assert load(engine, [archive(tmp_path / "a", files=files)], today=TODAY).added == 20
    return engine


def test_what_is_left_out_and_still_referred_to(engine: Engine, tmp_path: Path) -> None:
    gone = ("  norway: {kind: state, name: Norway, country: NO}\n", "")
    other = [
        ("of: norway}", "of: sweden}"),
        ("parties: [norway, sweden]", "parties: [sweden]"),
        (", by: norway", ""),
        ("[anna-alund, {signer: bo-berg, office: foreign-minister-of-sweden}]", "[bo-berg]"),
    ]
    folder = tmp_path / "a"
    archive(folder, gone, *other, ("      - bo-berg\n", "      - {actor: bo-berg, on_behalf_of: norway}\n"))  # fmt: skip

    assert said(engine, folder, prune=True) == [
        "oslo.yaml:31:1: E507 meeting.oslo-talks: refers to actor norway, which the files no longer"
        " hold. Hint: keep actor norway in the files, or remove this reference too."
    ]


def test_a_tenth_goes_unasked_and_no_more(engine: Engine, tmp_path: Path) -> None:
    for name in ("t0.yaml", "t1.yaml"):
        (tmp_path / "a" / name).unlink()
    assert load(engine, [tmp_path / "a"], prune=True, dry_run=True, today=TODAY).removed == 2
    assert said(engine, tmp_path / "a", prune=True, allow_removals=3) == [
        "(database):1:1: E702: 2 of 20 records would be removed. Hint: if that is meant, give"
        " --allow-removals 2."
    ]
    (tmp_path / "a" / "t2.yaml").unlink()
    assert said(engine, tmp_path / "a", prune=True) == [
        "(database):1:1: E702: 3 of 20 records would be removed. Hint: if that is meant, give"
        " --allow-removals 3."
    ]
    assert load(engine, [tmp_path / "a"], prune=True, allow_removals=3, today=TODAY).removed == 3


def test_nothing_to_remove_is_never_too_much(engine: Engine, tmp_path: Path) -> None:
    assert load(engine, [tmp_path / "a"], prune=True, allow_removals=5, today=TODAY).removed == 0


def test_what_was_changed_by_hand(engine: Engine, tmp_path: Path) -> None:
    with engine.begin() as connection:
        for slug in ("fisheries", "t0"):
            connection.execute(text(f"UPDATE topic SET label = 'By hand' WHERE slug = '{slug}'"))
    folder = archive(tmp_path / "a", ("label: Fisheries", "label: By file"))
    (folder / "t0.yaml").unlink()

    assert said(engine, folder, prune=True) == [
        "oslo.yaml:29:1: E703 topic.fisheries: was changed by hand in the database. Hint: put that"
        " change into the file, or load with --overwrite to lose it.",
        "t0.yaml:2:1: E703 topic.t0: was changed by hand in the database. Hint: write it into a"
        " file, or load with --overwrite to lose it.",
    ]


def test_a_plan_gone_stale(engine: Engine, tmp_path: Path) -> None:
    (told,) = said(engine, tmp_path / "a", expect="f" * 30)

    assert told.startswith("(database):1:1: E701: the plan is ")
    assert told.endswith(
        f", not {'f' * 19}…: the files or the database changed since the dry run."
        " Hint: look at a new dry run."
    )
    assert len(told.partition("the plan is ")[2].partition(",")[0]) == 12


def test_a_proof_that_a_stored_tension_rests_on(engine: Engine, tmp_path: Path) -> None:
    folder = archive(tmp_path / "b", (TUESDAY, ""))

    assert said(engine, folder) == [
        "oslo.yaml:32:1: E507 meeting.oslo-talks: tension apart in the database refers to its"
        " evidence, which is gone. Hint: keep it, or load the changed file of tension apart too."
    ]


def test_a_tension_and_its_proof_go_together(engine: Engine, tmp_path: Path) -> None:
    folder = archive(tmp_path / "a", (TUESDAY, ""))
    (folder / "tension.yaml").write_text(TENSION.replace("on Tuesday", f"{MET}"))

    assert load(engine, [folder], today=TODAY).changed == 2


def test_an_identifier_that_is_taken(engine: Engine, tmp_path: Path) -> None:
    load(engine, [archive(tmp_path / "a", MORE)], today=TODAY)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "b.yaml").write_text("actors:\n" + ACTOR.format("dora", "Dora", "Q7"))

    assert said(engine, tmp_path / "b") == [
        "b.yaml:2:1: E512 actor.dora: actor carl has this `wikidata` already in the database. Hint:"
        " correct one of them, or join the two records."
    ]
    (tmp_path / "b" / "b.yaml").write_text("actors:\n" + ACTOR.format("dora", "Dora", "Q8"))
    assert load(engine, [tmp_path / "b"], today=TODAY).added == 1
