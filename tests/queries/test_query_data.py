"""Every answer as plain data: JSON takes it as it is, and nothing in it has lost its name."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from communique import queries as q
from communique.dates import PartialDate
from communique.vocabulary import Level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy.orm import Session

COMPOSITES: dict[str, Callable[[Session], Any]] = {
    "dossier": lambda s: q.dossier(s, "suleyman-soylu"),
    "bilateral": lambda s: q.bilateral(s, "iran", "turkey"),
    "compare": lambda s: q.compare(s, "2021-11-15-amir-abdollahian-cavusoglu-talks"),
    "attribution": lambda s: q.attribution(s, "2021-10-tasnim-security-mou#14"),
    "sources": lambda s: q.sources(s, "2021-10-iran-turkey-security-mou"),
    "network": lambda s: q.network(s),
    "stats": lambda s: q.stats(s),
    "find": lambda s: q.find(s, "cavusoglu"),
    "unclaimed": lambda s: q.unclaimed(s),
    "evidence": lambda s: q.evidence_for(s, "signature", [1]),
    "answered": lambda s: q.with_evidence(s, s.execute(q.holders(on="2021-10-20")).all()),
    "snippet": lambda _: q.snippet("Words that were said", "said"),
}


@pytest.fixture
def seeds(loaded_url: str) -> Iterator[Session]:
    with q.connect(loaded_url) as session:
        yield session


@pytest.mark.parametrize("name", COMPOSITES)
def test_an_answer_is_data_however_deep(seeds: Session, name: str) -> None:
    answer = COMPOSITES[name](seeds)
    data = q.as_data(answer)
    assert json.loads(json.dumps(data, allow_nan=False)) == data
    _the_same(answer, data)


def _the_same(answer: Any, data: Any) -> None:
    """Every named tuple is a dict of its own names, in their order, and so are all in it."""
    if hasattr(answer, "_fields"):
        assert list(data) == list(answer._fields)
        for name in answer._fields:
            _the_same(getattr(answer, name), data[name])
    elif isinstance(answer, dict):
        assert list(data) == [str(key) for key in answer]
        for key, value in answer.items():
            _the_same(value, data[str(key)])
    elif isinstance(answer, list | tuple):
        assert type(data) is list
        for one, other in zip(answer, data, strict=True):
            _the_same(one, other)
    else:
        assert type(data) in (str, int, float, bool, type(None))


def test_what_a_session_answers_is_data(seeds: Session) -> None:
    statement = q.holders(office="interior-minister-of-iran", on="2021-10-20")
    rows = q.as_data(seeds.execute(statement))
    assert rows == q.as_data(seeds.execute(statement).all())
    assert rows == q.as_data(q.named(q.Holding, seeds.execute(statement)))
    assert rows == q.as_data(seeds.execute(statement).mappings().all())
    one = next(row for row in rows if row["actor"] == "ahmad-vahidi")
    assert (one["office_level"], one["since_latest"]) == ("minister", "2021-10-27")
    assert type(one["office_level"]) is str


def test_values_are_in_the_types_of_json() -> None:
    values = [None, True, 7, 0.5, date(2021, 10, 6), PartialDate("2021-10"), Level.MINISTER]
    assert q.as_data(values) == [None, True, 7, 0.5, "2021-10-06", "2021-10", "minister"]
    assert q.as_data((b"\x00\xff", Decimal("1.50"))) == ["00ff", "1.50"]
    assert q.as_data({1: float("nan"), 2: float("-inf")}) == {"1": "nan", "2": "-inf"}
