"""What SQL says of a tenure on a day agrees with the dates as written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from communique.dates import Certainty, PartialDate, held
from communique.queries import Holding, holders, named, narrowed

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

DAYS = [
    "2000", "2005-08-03", "2005-08-04", "2013", "2013-06", "2016-08-31", "2018", "2021",
    "2021-08-24", "2021-08-25", "2021-10-07", "2021-10-12", "2021-10-13", "2021-10-19",
    "2021-10-20", "[2021-10-06,2021-10-20]", "[2021-10-11..]", "[..2016-08-30]", "2016/2017",
    "2021-10-12/..", "2021-10~",
]  # fmt: skip


@pytest.mark.parametrize("day", DAYS)
def test_sql_and_the_written_dates_agree(session: Session, day: str) -> None:
    on = PartialDate(day)
    everybody = named(Holding, session.execute(holders()))
    truth = {row.id: held(as_date(row, "since"), as_date(row, "until"), on) for row in everybody}
    rows = session.execute(holders(on=day)).all()
    said = {row.id: row.certainty for row in rows}
    for tenure, certainty in truth.items():
        # Bounds may leave open what the written dates exclude; nothing else may differ.
        if certainty is not Certainty.IMPOSSIBLE:
            assert said.get(tenure) is certainty
    assert Certainty.CERTAINLY not in {
        said[tenure] for tenure in said if truth[tenure] is Certainty.IMPOSSIBLE
    }
    possible = {tenure for tenure, certainty in truth.items() if certainty.can_be}
    assert {row.id for row in narrowed(rows, day)} == possible


def as_date(row: Any, prefix: str) -> PartialDate | None:
    edtf = getattr(row, f"{prefix}_edtf")
    return None if edtf is None else PartialDate(edtf)
