"""As known on a day: where and when it was, while what proves that had not been published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import update

from communique import queries as q
from communique.models import Evidence, Meeting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from tests.queries.writing import Archive

EARLY, LATE = "2021-11-15", "2022-03-01"
"""The talks are known by then; where they were is known only now."""


@pytest.fixture
def placed(session: Session, archive: Archive) -> Iterator[Session]:
    """A session that sees where the talks, the visit and the blast were told of late."""
    proofs: list[tuple[str, str, str, str | None]] = [
        ("meeting", "talks", "later", "place"), ("incident", "blast", "later", "place"),
        ("meeting", "visit", "first", None), ("meeting", "visit", "later", "place"),
    ]  # fmt: skip
    for number, (fact, called, article, field) in enumerate(proofs, start=900):
        session.add(
            Evidence(
                id=number, position=number, article_id=archive["article", article], field=field,
                start_char=0, end_char=5, excerpt="words", basis="stated",
                **{f"{fact}_id": archive[fact, called]},
            )
        )  # fmt: skip
    session.execute(
        update(Meeting)
        .where(Meeting.slug == "summit")
        .values(fulfils_id=archive["meeting", "visit"])
    )
    session.flush()
    yield session
    session.rollback()


def test_engagements_show_what_was_proven_later_as_unknown(placed: Session) -> None:
    def shown(known_on: str, on: str | None = None) -> list[tuple[Any, ...]]:
        rows = placed.execute(q.engagements("iran", on=on, known_on=known_on))
        return [(row.meeting, row.date_edtf, row.place, row.country) for row in rows]

    assert shown("2021-11-14") == [("talks", None, None, None)]
    assert shown("2021-11-14", on="2030") == shown("2021-11-14"), "who knows?"
    assert shown(EARLY) == [("talks", "[2021-10-06,2021-10-13]", None, None)]
    assert shown(EARLY, on="2030") == []
    assert [each[:3:2] for each in shown(LATE)] == [("talks", "saadabad"), ("summit", "ankara")]


def test_what_has_no_date_yet_comes_last_in_a_day(placed: Session, archive: Archive) -> None:
    last = {"meeting_id": archive["meeting", "summit"], "article_id": archive["article", "first"]}
    span = {"start_char": 0, "end_char": 5, "excerpt": "words", "basis": "stated"}
    placed.add(Evidence(id=950, position=950, **last, **span))
    placed.flush()
    rows = placed.execute(q.engagements("iran", known_on="2021-11-14")).all()
    assert [(row.meeting, row.date_edtf) for row in rows] == [
        ("summit", "2021-12-01"), ("talks", None),
    ]  # fmt: skip


def test_a_place_that_was_unknown_cannot_be_asked_for(placed: Session) -> None:
    def events(**asked: Any) -> list[str]:
        return [str(row.record) for row in placed.execute(q.timeline(**asked))]

    for where in ({"place": "tehran"}, {"country": "IR"}):
        assert events(**where) == ["blast", "talks", "mou"]
        assert events(**where, known_on=EARLY) == []
        assert events(**where, known_on=LATE) == ["blast", "talks", "mou"]

    def foreseen(**asked: Any) -> list[str]:
        return [str(row.record) for row in placed.execute(q.plans(**asked))]

    for there in ({"place": "ankara"}, {"country": "TR"}):
        assert foreseen(**there) == foreseen(**there, known_on=LATE) == ["visit"]
        assert foreseen(**there, known_on=EARLY) == []


def test_a_step_that_was_taken_at_a_meeting_is_no_better_placed_than_it(placed: Session) -> None:
    def actions(**asked: Any) -> list[tuple[str, str | None, str | None]]:
        rows = placed.execute(q.actions(agreement="mou", action="signed", **asked))
        return [(row.agreement, row.place, row.country) for row in rows]

    known = [("mou", "saadabad", "IR")]
    assert actions(known_on=EARLY) == [("mou", None, None)]
    assert actions() == actions(known_on=LATE) == known
    for where in ({"place": "tehran"}, {"country": "IR"}):
        assert actions(**where, known_on=EARLY) == []
        assert actions(**where) == actions(**where, known_on=LATE) == known

    def signed(**asked: Any) -> set[tuple[str | None, str | None]]:
        rows = placed.execute(q.signings(**asked))
        return {(row.place, row.country) for row in rows if row.agreement == "mou"}

    assert signed(known_on=EARLY) == {(None, None)}
    assert signed() == signed(known_on=LATE) == {("saadabad", "IR")}
    for where in ({"place": "tehran"}, {"country": "IR"}):
        assert signed(**where, known_on=EARLY) == set()
        assert signed(**where) == signed(**where, known_on=LATE) == {("saadabad", "IR")}


def test_a_plan_is_fulfilled_by_what_is_known_by_somebody_s_part_in_it(placed: Session) -> None:
    def visits(**asked: Any) -> list[str | None]:
        rows = placed.execute(q.plans(**asked))
        return [row.fulfilled_by for row in rows if row.record == "visit"]

    # Nothing tells of the summit but that Russia took part.
    assert visits(known_on=EARLY) == [None]
    assert visits(known_on=LATE) == ["summit"]
    assert visits(known_on=EARLY, open_on=LATE) == [None]
    assert visits(known_on=LATE, open_on=LATE) == []
