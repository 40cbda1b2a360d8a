"""What each condition means for each kind of row: which of them come, and that others do not.

The conditions are asked of tables that a host reads itself; other tests ask them of starters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import Join, select, update

from communique import queries as q
from communique.models import Base, Evidence
from tests.queries import test_query_conditions as later
from tests.queries import test_query_predicates as first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import FromClause
    from sqlalchemy.orm import Session

    from tests.queries.writing import Archive

TALKERS, SIGNED = ["vahidi talks", "soylu talks"], ["mou signed"]
ROADMAP = ["roadmap proposed", "roadmap discussed", "roadmap planned"]
STEP, PART = "agreement_action", "participation"
TWICE = ("first", "second")
RELAYED = {"agreement": "treaty", STEP: "treaty left", "incident": "unrest", "meeting": "visit",
           PART: "somebody", "signature": "foreseen"}  # fmt: skip
"""What is written for these tests alone: of each fact, which one an agency relayed."""
PROVEN = {"office": ["deputy-iran", "interior-turkey"], "place": ["ankara"], "tenure": ["tenure 1"]}
"""And what two outlets report."""
CASES: list[tuple[q.Predicate, dict[str, list[str]]]] = [
    (q.agreement_kind("mou"), {STEP: ["mou signed", "mou discussed"]}),
    (q.certainly_between("2021-10-06", "2021-10-13"),
     {"agreement": ["mou"], PART: TALKERS, "signature": ["vahidi", "soylu"]}),
    (q.certainly_between("2021", "2021"), {"tenure": ["tenure 3"]}),
    (q.possibly_between("2021-10-07", "2021-10-12"),
     {"article": ["first", "undated"], "tenure": ["tenure 0", "tenure 1", "tenure 3"]}),
    (q.in_country("ir"), {PART: TALKERS, "quote": ["joint"]}),
    (q.involves("iran"), {PART: ["vahidi talks", "iran summit"]}),
    (q.known_on("2021-11-14"), {STEP: SIGNED}),
    (q.meeting_kind("talks"), {STEP: SIGNED, PART: TALKERS}),
    (q.meeting_status("held"), {STEP: SIGNED, "quote": ["joint"]}),
    (q.on_sidelines_of(), {PART: ["somebody"]}),
    (q.relayed_by("anadolu"), {"evidence": ["figure dead later"]}),
    (q.reported_by("anadolu"),
     {"agreement": ["mou", "roadmap"], STEP: ["mou signed", "mou discussed", *ROADMAP],
      PART: TALKERS}),
    (q.reported_in("first"),
     {"actor": ["suleyman-soylu"], STEP: SIGNED, "signature": ["vahidi", "soylu"],
      PART: TALKERS, "article": ["first"]}),
    (q.reported_in("second"), {"incident": ["blast"]}),
    (q.reported_independently(),
     {"actor": ["suleyman-soylu"], STEP: SIGNED, "signature": ["vahidi", "soylu"],
      PART: TALKERS}),
    (q.reported_independently(1), {"incident": ["blast"]}),
    (q.rests_on("stated"), {"actor": ["suleyman-soylu"], "incident": ["blast"]}),
    (q.rests_on("inferred"), {PART: TALKERS}),
    (q.rests_on("outside"),
     {STEP: ["treaty signed"], "signature": ["office only", "words only"],
      "office": ["interior-iran"]}),
    (q.signed_for("iran"),
     {STEP: ["mou signed", "roadmap planned", "treaty signed"], "meeting": ["talks"]}),
]  # fmt: skip
MORE: list[tuple[q.Predicate, dict[str, list[str]]]] = [
    (q.action_kind("ratified"), {"signature": ["foreseen"]}),
    (q.in_office(level="minister"),
     {"quote": ["joint"], "quote_speaker": ["joint ahmad-vahidi"], STEP: SIGNED}),
    (q.in_series("republic"), {STEP: ["mou discussed"], "quote": ["dated"]}),
    (q.known_on("2021-11-14"), {"tenure": ["tenure 1"]}),
    (q.meeting_status("planned"), {PART: ["somebody"]}),
    (q.on_sidelines_of("summit"), {STEP: ["roadmap discussed"], "quote": ["relayed"]}),
    (q.part_of("summit"), {STEP: ["roadmap discussed"], "quote": ["relayed"]}),
    (q.relayed_by("tasnim"), {fact: [called] for fact, called in RELAYED.items()}),
    (q.reported_by("tasnim"), PROVEN),
    (q.reported_in("second"), PROVEN),
    (q.reported_independently(), {**PROVEN, "quote": ["joint", "relayed"]}),
    (q.rests_on("stated"), {"place": ["ankara"]}),
    (q.side("russia"), {STEP: ["mou discussed"]}),
]  # fmt: skip
MEANT = [(False, each, table, names) for each, of in CASES for table, names in of.items()]
MEANT += [(True, each, table, names) for each, of in MORE for table, names in of.items()]


@pytest.fixture
def more(session: Session, archive: Archive) -> Iterator[Session]:
    """A session that sees what the archive made by hand has none of."""
    write_more(session, archive)
    yield session
    session.rollback()


def write_more(session: Session, archive: Archive) -> None:
    def change(table: str, called: str, **columns: Any) -> None:
        own = Base.metadata.tables[table]
        session.execute(update(own).where(own.c.id == archive[table, called]).values(**columns))

    change("meeting", "call", status="planned")
    change(STEP, "mou discussed", agreement_id=archive["agreement", "silence"])
    change(STEP, "roadmap planned", kind="ratified")
    for table, called, meeting in (
        (STEP, "roadmap discussed", "call"), (STEP, "mou discussed", "summit"),
        ("quote", "relayed", "call"), ("quote", "dated", "summit"),
    ):  # fmt: skip
        change(table, called, meeting_id=archive["meeting", meeting])
    for called in ("joint", "relayed"):
        change("quote", called, utterance="one remark")
    minister = archive["office", "interior-iran"]
    change("quote_speaker", "joint ahmad-vahidi", office_id=minister)
    agency = archive["actor", "tasnim"]
    proofs: list[tuple[str, str, str, int | None]]
    proofs = [(fact, called, "later", agency) for fact, called in RELAYED.items()]
    proofs += [("name", called, at, None) for called in ("deputy-iran", "ankara") for at in TWICE]
    proofs += [("tenure", "tenure 1", at, None) for at in TWICE]
    for number, (fact, called, article, relayed) in enumerate(proofs, start=900):
        session.add(
            Evidence(
                id=number, position=number, start_char=0, end_char=5, excerpt="words",
                basis="stated", article_id=archive["article", article], relayed_by_id=relayed,
                **{f"{fact}_id": archive[fact, called]},
            )
        )  # fmt: skip
    session.flush()


@pytest.mark.parametrize(
    ("written", "condition", "table", "names"),
    MEANT,
    ids=[f"{each.word}-{table}" for _, each, table, _ in MEANT],
)
def test_of_a_table_these_rows_come_and_no_others(
    request: pytest.FixtureRequest, archive: Archive, written: bool, condition: q.Predicate,
    table: str, names: list[str],
) -> None:  # fmt: skip
    session: Session = request.getfixturevalue("more" if written else "session")
    ids = Base.metadata.tables[table].c.id
    kept = session.scalars(select(ids).where(condition)).all()
    others = session.scalars(select(ids).where(~condition)).all()
    assert sorted(kept) == sorted(archive[table, name] for name in names)
    assert others, "none that must not come"
    assert sorted([*kept, *others]) == sorted(session.scalars(select(ids)).all())


def test_every_meaning_of_every_condition_is_tried() -> None:
    """Of each table that a condition means something for, here or through a starter."""
    tried = {(each.word, table) for _, each, table, _ in MEANT}
    meant = set()
    for word, of, condition, found in [*first.CASES, *later.CASES]:
        read = [each for whole in later.MAKE[of]().get_final_froms() for each in _read(whole)]
        for table in condition.meanings():
            meant.add((word, table.description))
        # The first that is read decides.
        asked = [table.description for table in condition.meanings() if table in read][:1]
        tried |= {(word, table) for table in asked if found}
    # Every quote is stated, so that of quotes all come or none does: another test asks that.
    # What is searched has tests of its own.
    assert meant - tried == {("rests_on", "quote"), ("matching", "wording")}


def _read(whole: FromClause) -> list[FromClause]:
    return [*_read(whole.left), *_read(whole.right)] if isinstance(whole, Join) else [whole]
