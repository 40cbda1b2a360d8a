"""A question is compiled once, and never pulls rows one by one; bench/ says what building costs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from communique import queries as q
from tests.queries.counting import counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    Asked = Callable[[str], Select[*tuple[Any, ...]]]

QUESTIONS: dict[str, Asked] = {
    "meetings": lambda a: q.meetings(actor=a, place="tehran", since="2021", until="2022"),
    "signings": lambda a: q.signings(by=a, level="minister", kind="mou", between=("2021", "2021")),
    "attendances": lambda a: q.attendances(actor=a, level="minister", since="2021"),
    "encounters": lambda a: q.encounters(a=a, b="soylu", since="2021"),
    "agreements": lambda a: q.agreements(party=a, status="signed", on="2021-10-20"),
    "actions": lambda a: q.actions(party=a, action="signed", status="done", since="2021"),
    "plans": lambda a: q.plans(actor=a, overdue_on="2022-01-01"),
    "quotes": lambda a: q.quotes(by=a, search="border security", about="security"),
    "holders": lambda a: q.holders(of=a, level="minister", on="2021-10-20"),
    "incidents": lambda a: q.incidents(actor=a, kind="attack", since="2021"),
    "articles": lambda a: q.articles(outlet=a, since="2021"),
    "article search": lambda a: q.articles(search=f"{a} talks"),
    "search": lambda a: q.search(f'"{a} said" OR talk* NOT trade', syntax=True, since="2021"),
    "actors": lambda a: q.actors(called=a, kind="person", country="IR"),
    "timeline": lambda a: q.timeline(between=(a, "turkey"), since="2021"),
    "coverage": lambda a: q.coverage(a, fact="signature"),
    "spellings": lambda a: q.spellings(actor=a),
    "known": lambda a: q.meetings(actor=a, known_on="2021-11-15", on="2021-10"),
    "composed": lambda a: q.meetings().where(
        q.attended_by(a) & q.held_in("tehran"), ~q.about("trade") | q.in_series(a)
    ),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_about_another_is_not_compiled_again(session: Session, name: str) -> None:
    asked = QUESTIONS[name]
    session.execute(asked("russia")).all()
    again = session.execute(asked("Türkiye"))
    assert again.context.cache_hit.name == "CACHE_HIT"  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", QUESTIONS)
def test_an_answer_is_one_statement(session: Session, name: str) -> None:
    with counted(session) as ran:
        session.execute(QUESTIONS[name]("iran")).all()
    assert len(ran) == 1


def test_a_cached_question_answers_for_its_own_names(session: Session) -> None:
    for place, expected in (("tehran", 1), ("ankara", 2), ("iran-country", 1), ("nowhere", 0)):
        rows = q.meetings().where(q.held_in(place))
        assert len(session.execute(rows).all()) == expected
        assert len(session.execute(q.meetings().where(~q.held_in(place))).all()) == 4 - expected
        listed = session.execute(q.timeline(kind="meeting").where(~q.held_in(place))).all()
        assert len(listed) == 4 - expected
