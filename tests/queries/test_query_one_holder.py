"""One holds an office at a time: who else may have held it on a day, and who cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import update

from communique.dates import PartialDate
from communique.models import Evidence, Office, Tenure
from communique.queries import dossier, holders
from tests.queries.writing import when

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from tests.queries.writing import Archive

PRESIDENTS = [
    ("ali-rahmani", "2018-02-01", "2019-12-31", "second"),
    ("omid-rahmani", "[2017..2020]", None, "first"),
    ("ahmad-vahidi", "[..2010]", None, None),
]
"""Who is said to have held one office, since when and until when, and in which article."""
BOTH = {"omid-rahmani": "possibly", "ahmad-vahidi": "possibly"}
ALI = {"ali-rahmani": "certainly"}


@pytest.fixture
def presidents(session: Session, archive: Archive) -> Iterator[Session]:
    """A session that sees more tenures of one office than the archive has."""
    for position, (holder, since, until, article) in enumerate(PRESIDENTS, start=10):
        # Ids of their own: those of the archive were written past the databases' counters.
        tenure = Tenure(
            id=900 + position,
            holder_id=archive["actor", holder], office_id=archive["office", "president-iran"],
            since=when(since), until=when(until), position=position, acting=0,
        )  # fmt: skip
        session.add(tenure)
        if article:
            proof = Evidence(
                id=900 + position,
                tenure_id=900 + position, article_id=archive["article", article], position=0,
                start_char=0, end_char=5, excerpt="words", basis="stated",
            )  # fmt: skip
            session.add(proof)
    session.flush()
    yield session
    session.rollback()


def change(session: Session, holder: str, archive: Archive, **dates: PartialDate) -> None:
    """Give a tenure other dates; ``..`` is the end of one that lasts."""
    columns: dict[str, Any] = {}
    for name, day in dates.items():
        bounds = (None, None) if day.is_still_open else (day.earliest, day.latest)
        columns |= {f"{name}_edtf": str(day), f"{name}_earliest": bounds[0]}
        columns |= {f"{name}_latest": bounds[1]}
    own = update(Tenure).where(Tenure.holder_id == archive["actor", holder], Tenure.position >= 10)
    session.execute(own.values(**columns))


def told(session: Session, on: str, **more: Any) -> dict[str, str]:
    rows = session.execute(holders(office="president-iran", on=on, **more))
    return {row.actor: str(row.certainty) for row in rows}


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2018-01-31", BOTH),
        # On the first and the last day of a tenure the office may change hands.
        ("2018-02-01", ALI | BOTH),
        ("2018-02-02", ALI),
        ("2019-06", ALI),
        ("2019-12-30", ALI),
        ("2019-12-31", ALI | BOTH),
        ("2019-12", ALI | BOTH),
        ("2018-01/2019-12", {"ali-rahmani": "possibly"} | BOTH),
        ("2019-06/..", {"ali-rahmani": "possibly"} | BOTH),
        ("2020-01-01", BOTH),
    ],
)
def test_whoever_cannot_have_held_it_is_left_out(
    presidents: Session, on: str, expected: dict[str, str]
) -> None:
    assert told(presidents, on) == expected


def test_of_an_office_that_several_hold_nobody_is_left_out(presidents: Session) -> None:
    several = update(Office).where(Office.slug == "president-iran").values(single_holder=0)
    presidents.execute(several)
    assert told(presidents, "2019-06") == ALI | BOTH


def test_who_still_holds_it_shuts_out_the_others(presidents: Session, archive: Archive) -> None:
    change(presidents, "ali-rahmani", archive, until=PartialDate(".."))
    assert told(presidents, "2022") == told(presidents, "2022/..") == ALI


def test_two_who_certainly_held_it_are_both_shown(presidents: Session, archive: Archive) -> None:
    dates = {"since": PartialDate("2017-01-01"), "until": PartialDate("..")}
    change(presidents, "omid-rahmani", archive, **dates)
    assert told(presidents, "2019-06") == ALI | {"omid-rahmani": "certainly"}


def test_one_who_held_it_twice_is_not_shut_out_by_himself(
    presidents: Session, archive: Archive
) -> None:
    omid = archive["actor", "omid-rahmani"]
    presidents.execute(update(Tenure).where(Tenure.position == 10).values(holder_id=omid))
    rows = presidents.execute(holders(office="president-iran", on="2019-06")).all()
    assert [(row.actor, str(row.certainty)) for row in rows] == [
        ("omid-rahmani", "possibly"),
        ("omid-rahmani", "certainly"),
    ]


def test_only_what_had_been_published_shuts_others_out(presidents: Session) -> None:
    assert told(presidents, "2019-06", known_on="2021-11-15") == ALI
    assert told(presidents, "2019-06", known_on="2021-11-14") == {"omid-rahmani": "possibly"}


def test_a_dossier_leaves_out_the_office_that_another_held(presidents: Session) -> None:
    def offices(on: str) -> list[str]:
        return [each.row.office for each in dossier(presidents, "omid-rahmani", on=on).offices]

    assert offices("2019-06") == []
    assert offices("2018") == ["president-iran"]
