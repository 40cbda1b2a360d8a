"""Conditions on words, on how meetings belong together, on sources: rows that come, and do not."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

import pytest

from communique import queries as q
from communique.errors import UsageError
from communique.queries import Predicate
from tests.queries import test_query_predicates as first

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

MAKE: dict[str, Callable[[], Select[*tuple[Any, ...]]]] = {
    **first.MAKE,
    "attendances": q.attendances,
    "encounters": q.encounters,
    "actions": q.actions,
    "plans": q.plans,
    "incidents": q.incidents,
    "timeline": q.timeline,
    "actors": q.actors,
    "articles": q.articles,
}
TALKS = first.TALKERS
SUMMIT = [first.SUMMIT_IRAN, first.SUMMIT_TURKEY, first.SUMMIT_RUSSIA]
STEPS = {"mou signed": 1, "mou discussed": 2, "proposed": 3, "roadmap discussed": 4,
         "roadmap planned": 5, "treaty signed": 6, "treaty left": 7}  # fmt: skip
ALL = ["visit", "summit", "call", "talks"]

CASES: list[tuple[str, str, Predicate, list[Any]]] = [
    ("action_kind", "actions", q.action_kind("withdrawn"), ["treaty"]),
    ("action_kind", "agreements", q.action_kind("discussed"), ["roadmap", "mou"]),
    ("action_kind", "agreements", q.action_kind("signed"), ["mou", "treaty"]),
    ("action_kind", "signings", q.action_kind("signed"), [1, 2, 4, 5]),
    ("action_status", "actions", q.action_status("planned"), ["roadmap"]),
    ("action_status", "agreements", q.action_status("planned"), ["roadmap"]),
    ("action_status", "Signature", q.action_status("planned"), [3]),
    ("actor_kind", "actors", q.actor_kind("media"), ["anadolu", "tasnim"]),
    ("actor_kind", "attendances", q.actor_kind("person"), TALKS),
    # Of a step: who is bound by it and who signed it, and not who was where it was done.
    ("side", "actions", q.side("iran"),
     ["mou", "roadmap", "roadmap", "roadmap", "mou", "treaty", "treaty"]),
    ("in_office", "actions", q.in_office(level="deputy_minister"), ["treaty"]),
    ("in_office", "timeline", q.in_office(level="deputy_minister"), ["call", "treaty"]),
    ("in_office", "plans", q.in_office(level="head_of_state"), ["roadmap"]),
    ("agreement_kind", "actions", q.agreement_kind("treaty"), ["treaty", "treaty"]),
    ("meeting_kind", "attendances", q.meeting_kind("summit"), SUMMIT),
    ("meeting_status", "meetings", q.meeting_status("planned"), ["visit"]),
    ("meeting_status", "attendances", q.meeting_status("planned", "proposed"), []),
    ("meeting_status", "quotes", q.meeting_status("held"), [1, 1]),
    ("incident_kind", "incidents", q.incident_kind("attack"), ["blast"]),
    ("incident_kind", "timeline", q.incident_kind("other", "border"), ["unrest"]),
    ("in_role", "attendances", q.in_role("host"), [first.TALKS_VAHIDI]),
    ("in_role", "meetings", q.in_role("host", "guest"), ["talks"]),
    ("with_incident_role", "incidents", q.with_incident_role("target"), ["blast"]),
    ("in_mode", "quotes", q.in_mode("indirect"), [3, 4]),
    ("in_mode", "meetings", q.in_mode("direct"), ["talks"]),
    ("in_mode", "meetings", q.in_mode("fragment"), []),
    ("part_of", "meetings", q.part_of("summit"), ["call"]),
    ("part_of", "meetings", q.part_of("talks"), []),
    ("part_of", "attendances", q.part_of("summit"), [first.SOMEBODY]),
    ("on_sidelines_of", "meetings", q.on_sidelines_of(), ["call"]),
    ("on_sidelines_of", "meetings", q.on_sidelines_of("summit"), ["call"]),
    ("on_sidelines_of", "meetings", q.on_sidelines_of("talks"), []),
    ("on_sidelines_of", "timeline", q.on_sidelines_of(), ["call"]),
    ("in_series", "meetings", q.in_series("Republic"), ["summit"]),
    ("in_series", "attendances", q.in_series("republic"), SUMMIT),
    ("in_series", "quotes", q.in_series("republic"), []),
    ("in_country", "meetings", q.in_country("ir"), ["talks"]),
    ("in_country", "incidents", q.in_country("IR"), ["blast"]),
    ("in_country", "actors", q.in_country("TR"), ["anadolu", "suleyman-soylu", "turkey"]),
    ("in_country", "signings", q.in_country("IR"), [1, 2]),
    ("in_country", "agreements", q.in_country("IR"), ["mou"]),
    ("held_in", "incidents", q.held_in("iran-country"), ["blast"]),
    ("held_in", "timeline", q.held_in("tehran"), ["blast", "talks", "mou"]),
    ("held_in", "plans", q.held_in("ankara"), ["visit"]),
    ("in_office", "meetings", q.in_office(of="Islamic Republic of Iran"), ["call", "talks"]),
    ("in_office", "attendances", q.in_office(level="minister", of="turkey"), [2]),
    ("involves", "meetings", q.involves("iran"), ["summit", "talks"]),
    ("involves", "agreements", q.involves("soylu"), ["mou"]),
    ("involves", "agreements", q.involves("russia"), ["silence"]),
    ("involves", "actions", q.involves("vahidi"), ["mou"]),
    ("involves", "signings", q.involves("turkey"), [2, 5]),
    ("involves", "incidents", q.involves("russia"), ["unrest"]),
    ("involves", "timeline", q.involves("russia"), ["summit", "unrest"]),
    ("involves", "plans", q.involves("turkey"), ["roadmap"]),
    ("involves", "quotes", q.involves("vahidi"), [1, 1, 3]),
    ("involves", "holders", q.involves("Omid Rahmani"), ["omid-rahmani"]),
    ("involves", "actors", q.involves("AA"), ["anadolu"]),
    ("attended_by", "encounters", q.attended_by("vahidi"), [1, 2]),
    ("reported_by", "meetings", q.reported_by("anadolu"), ["talks"]),
    ("reported_by", "signings", q.reported_by("Tasnim"), [1, 2]),
    ("reported_by", "quotes", q.reported_by("anadolu"), [2]),
    ("reported_by", "incidents", q.reported_by("anadolu"), ["blast"]),
    ("reported_by", "actors", q.reported_by("tasnim"), ["suleyman-soylu"]),
    ("reported_by", "articles", q.reported_by("tasnim"), ["first"]),
    ("reported_in", "meetings", q.reported_in("later"), ["summit"]),
    ("reported_in", "agreements", q.reported_in("undated"), ["mou", "treaty"]),
    ("reported_in", "quotes", q.reported_in("undated"), [3, 4]),
    ("reported_in", "timeline", q.reported_in("first"), ["talks", "mou"]),
    ("rests_on", "meetings", q.rests_on("inferred"), ["talks"]),
    ("rests_on", "meetings", q.rests_on("stated"), ["summit", "talks"]),
    ("rests_on", "holders", q.rests_on("outside"), ["ahmad-vahidi"]),
    ("rests_on", "agreements", q.rests_on("outside"), ["treaty"]),
    ("rests_on", "quotes", q.rests_on("inferred"), []),
    ("reported_independently", "meetings", q.reported_independently(), ["talks"]),
    ("reported_independently", "meetings", q.reported_independently(1), ["summit", "talks"]),
    ("reported_independently", "agreements", q.reported_independently(4), ["mou"]),
    ("reported_independently", "agreements", q.reported_independently(5), []),
    ("reported_independently", "incidents", q.reported_independently(), []),
    ("reported_independently", "quotes", q.reported_independently(), []),
    ("relayed_by", "incidents", q.relayed_by("anadolu"), []),
    ("known_on", "incidents", q.known_on("2021-11-15"), ["blast"]),
    ("known_on", "incidents", q.known_on("2021-11-14"), []),
    ("known_on", "actors", q.known_on("2021-11-14"), ["suleyman-soylu"]),
    ("known_on", "articles", q.known_on("2021-11-15"), ["second", "first"]),
    ("possibly_between", "incidents", q.possibly_between("2021", "2021"), ["blast", "unrest"]),
    ("certainly_between", "incidents", q.certainly_between("2021", "2021"), ["blast"]),
    ("certainly_between", "articles", q.certainly_between("2021-11", "2021-11"), ["second"]),
    ("matching", "quotes", q.matching("COOPERATION cok"), [1, 1]),
    ("matching", "quotes", q.matching("smuggl* OR fine", syntax=True), [2, 3]),
    ("matching", "quotes", q.matching("fine", within="text"), []),
    ("matching", "articles", q.matching("said", within="quote"), ["second"]),
    ("matching", "articles", q.matching("said"), []),
    ("certainly_between", "timeline", q.certainly_between("2018", "2018"), ["treaty"]),
]  # fmt: skip
BY_ID = first.BY_ID | {"attendances", "encounters"}
NAMES = [f"{word}-{of}-{number}" for number, (word, of, _, _) in enumerate(CASES)]


def answers(session: Session, of: str, rows: Select[*tuple[Any, ...]]) -> list[Any]:
    column = "record" if of in {"timeline", "plans"} else "id" if of in BY_ID else None
    name = column or rows.selected_columns.keys()[0]
    return [row._mapping[name] for row in session.execute(rows)]


@pytest.mark.parametrize(("word", "of", "condition", "found"), CASES, ids=NAMES)
def test_a_condition_keeps_its_rows_and_the_opposite_all_others(
    session: Session, word: str, of: str, condition: Predicate, found: list[Any]
) -> None:
    rows = MAKE[of]()
    kept = answers(session, of, rows.where(condition))
    others = answers(session, of, rows.where(~condition))
    assert kept == found, word
    assert sorted([*kept, *others]) == sorted(answers(session, of, rows)), "NULL, or a row twice"
    assert answers(session, of, rows.where(~~condition)) == kept


def test_every_condition_that_is_public_is_tried() -> None:
    public = {
        name
        for name in q.__all__
        if inspect.isfunction(getattr(q, name))
        and inspect.signature(getattr(q, name)).return_annotation == "Predicate"
    }
    assert public == {word for word, *_ in [*first.CASES, *CASES]}


def test_a_condition_fits_one_kind_of_a_mixed_list_and_is_false_of_the_others(
    session: Session,
) -> None:
    rows = q.timeline()
    talks = rows.where(q.in_role("host"))
    assert answers(session, "timeline", talks) == ["talks"]
    both = rows.where(q.in_role("host") | q.incident_kind("attack"))
    assert answers(session, "timeline", both) == ["blast", "talks"]
    neither = rows.where(~(q.in_role("host") | q.incident_kind("attack")))
    whole = answers(session, "timeline", rows)
    assert answers(session, "timeline", neither) == [
        each for each in whole if each not in {"blast", "talks"}
    ]


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (q.action_kind, ["sign"]), (q.in_role, ["hosts"]), (q.rests_on, ["rumour"]),
        (q.reported_independently, [0]), (q.incident_kind, []), (q.in_country, ["IRN"]),
        (q.involves, ["!"]), (q.held_in, [""]), (q.matching, ["..."]),
    ],
)  # fmt: skip
def test_a_wrong_word_is_told(condition: Callable[..., Predicate], words: list[Any]) -> None:
    with pytest.raises(UsageError):
        condition(*words)
