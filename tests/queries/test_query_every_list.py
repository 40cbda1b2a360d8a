"""Random archives and questions: every list is, row for row, that of the same in plain Python.

Each list is asked with random options, with a random condition that fits it, and with both, on
SQLite and on PostgreSQL; what is compared is every row's key, in the order of the list.
"""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from communique import queries as q
from communique.databases import writing
from tests.queries.plain import agreeing, asking, happening, people, written
from tests.queries.plain.drawing import archives
from tests.queries.plain.writing import write
from tests.queries.test_query_properties import CALLED

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Select

    from tests.queries.plain.facts import Archive
    from tests.queries.plain.happening import Row

PLAIN: dict[str, Callable[..., list[Row]]] = {
    name: getattr(module, name)
    for module, names in (
        (happening, "meetings attendances engagements incidents timeline plans"),
        (agreeing, "agreements actions signings"),
        (written, "articles quotes coverage citations spellings"),
        (people, "actors holders"),
    )
    for name in names.split()
}
TOGETHER = {
    "what happened": (6, ("meetings", "attendances", "engagements", "incidents")),
    "what is told in one list": (8, ("timeline", "plans")),
    "what is agreed": (6, ("agreements", "actions", "signings")),
    "what is written": (8, ("articles", "quotes", "spellings")),
    "what is proven": (4, ("coverage", "citations")),
    "who it was": (14, ("actors", "holders")),
}
"""Lists that one random archive is asked for, and how many archives: more where it costs less."""
FROM_PRINT = {"articles", "quotes", "spellings", "coverage", "citations", "actors"}
"""Of these, what was known on a day decides which rows there are, and nothing else of them."""
COLUMNS = {
    "meetings": ("place",),
    "engagements": ("turn", "place"),
    "incidents": ("place",),
    "timeline": ("place",),
    "plans": ("place", "fulfilled_by"),
    "agreements": ("status",),
    "actions": ("place",),
    "signings": ("place",),
    "holders": ("certainty",),
    "coverage": ("article", "fact", "record_kind", "record", "excerpts"),
    "citations": ("fact", "record_kind", "record", "start_char"),
    "spellings": ("record", "spelling", "start_char"),
}
"""What else than its key is compared of a row."""


def listed(session: Session, name: str, rows: Select[*tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The keys and the compared columns of a statement's rows."""
    keys = ["actor"] if name == "actors" else ["id", "part"]
    shown = [key for key in keys if key in rows.selected_columns]
    columns = [*shown, *COLUMNS.get(name, ())]
    return [tuple(row._mapping[each] for each in columns) for row in session.execute(rows)]


class Question(NamedTuple):
    """A list, asked with some options, and perhaps with a condition."""

    name: str
    given: tuple[str, ...]
    options: dict[str, Any]
    asked: asking.Asked | None


@st.composite
def questions(draw: st.DrawFn, names: tuple[str, ...]) -> list[Question]:
    """Of each list every option and every condition by itself, each option also as known on a
    day, and a few of them together.
    """
    found = []
    for name in names:
        given = (draw(st.sampled_from(CALLED)),) if name == "engagements" else ()
        offered = asking.OPTIONS[name]
        # A day means most where dates are uncertain, so it is asked for twice.
        for option in sorted([*offered, *(["on"] if "on" in offered else [])]):
            values = offered[option]
            found.append(Question(name, given, {option: draw(values)}, None))
            if name not in FROM_PRINT:
                as_known = {option: draw(values), "known_on": draw(offered["known_on"])}
                found.append(Question(name, given, as_known, None))
        for word in sorted(asking.FITS[name]):
            found.append(Question(name, given, {}, draw(asking.condition(name, word))))
        for _ in range(2):
            together = draw(asking.options(name)), draw(asking.conditions(name))
            found.append(Question(name, given, *together))
    return found


@pytest.mark.parametrize(("often", "names"), TOGETHER.values(), ids=TOGETHER)
def test_a_list_is_that_of_plain_python(blank: Any, often: int, names: tuple[str, ...]) -> None:
    @settings(
        max_examples=often, deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )  # fmt: skip
    @given(a=archives(), asked=questions(names))
    def compare(a: Archive, asked: list[Question]) -> None:
        with Session(writing(blank)) as session:
            write(session, a)
            for name, given, options, condition in asked:
                rows = getattr(q, name)(*given, **options)
                kept = PLAIN[name](a, *given, **options)
                if condition is not None:
                    rows = rows.where(condition.condition)
                    kept = [row for row in kept if condition.says(a, row.fact)]
                expected = [(*row.key, *row.told) for row in kept]
                assert listed(session, name, rows) == expected, (name, given, options, condition)
            session.rollback()

    compare()


def test_every_list_and_every_condition_is_asked() -> None:
    """Of each starter every option, and each condition of at least one list."""
    assert set(PLAIN) == {name for _, names in TOGETHER.values() for name in names}
    assert set(PLAIN) == set(asking.FITS) == set(asking.OPTIONS)
    for name, options in asking.OPTIONS.items():
        parameters = set(inspect.signature(getattr(q, name)).parameters)
        assert set(options) == parameters - ({"actor"} if name == "engagements" else set()), name
    starters = {name for name in q.__all__ if is_list(getattr(q, name))}
    # Pairs and hits have models of their own, in other files.
    assert starters - set(PLAIN) == {"encounters", "who_met_whom", "co_signatories", "search"}
    words = {name for name in q.__all__ if gives(getattr(q, name), "Predicate")}
    assert words == set(asking.ASKED_OF) == set().union(*asking.FITS.values())


def is_list(function: Any) -> bool:
    """It is a starter."""
    return gives(function, "Select[") and "known_on" in inspect.signature(function).parameters


def gives(function: Any, kind: str) -> bool:
    """It is a function that returns something of this kind."""
    if not inspect.isfunction(function):
        return False
    return str(inspect.signature(function).return_annotation).startswith(kind)
