"""Questions that cannot be asked so: each answer carries the cure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy.orm import Session

from communique import queries as q
from communique.errors import AmbiguousName, DateError, UsageError


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (lambda: q.signings(level="ministre"), r'"ministre" is no word for level.*mean "minister"'),
        (lambda: q.signings(level="ministre"), r"head_of_state, head_of_government, "),
        (lambda: q.signings(kind=[]), "kind is given without a word"),
        (lambda: q.signings(by="-"), "names no actor"),
        (lambda: q.meetings(status="heldd"), r'mean "held"'),
        (lambda: q.meetings(country="Iran"), '"IR"'),
        (lambda: q.meetings(country="turkland"), '^"turkland" is not an ISO 3166'),
        (lambda: q.actors(country="uk"), '^"uk" is not .*"GB"'),
        (lambda: q.in_country("Iran"), '^"Iran" is not .*"IR"'),
        (lambda: q.meetings(place=""), "names no place"),
        (lambda: q.agreements(status="done"), "is no word for status"),
        (lambda: q.agreements(topic="?"), "names no topic"),
        (lambda: q.quotes(mode="loud"), "direct_unmarked"),
        (lambda: q.quotes(search="..."), "no word to search for"),
        (lambda: q.holders(portfolio="home"), "interior"),
        (lambda: q.in_office(), "asks for no office"),
        (lambda: q.agreement_kind("mous"), r'mean "mou"'),
        (lambda: q.page(q.meetings(), size=0), "size of 1 or more"),
    ],
)
def test_a_wrong_word_is_told_with_the_right_ones(asked: Callable[[], Any], answer: str) -> None:
    with pytest.raises(UsageError, match=answer):
        asked()


def test_a_wrong_date_is_told() -> None:
    with pytest.raises(DateError, match="2021-02-30"):
        q.signings(since="2021-02-30")


def test_any_spelling_finds_its_actor(session: Session) -> None:
    for spelling in ("suleyman-soylu", "Süleyman Soylu", "SOYLU", "suleyman soylu"):
        assert q.resolve_actor(session, spelling) == "suleyman-soylu"


def test_a_slug_wins_over_a_name_that_reads_alike(session: Session) -> None:
    assert q.resolve_actor(session, "iran") == "iran"
    with pytest.raises(AmbiguousName) as caught:
        q.resolve_actor(session, "IRAN")
    assert caught.value.slugs == ("iran", "republic")


def test_a_name_that_several_answer_to_is_listed(session: Session) -> None:
    with pytest.raises(AmbiguousName) as caught:
        q.resolve_actor(session, "Rahmani")
    assert caught.value.slugs == ("ali-rahmani", "omid-rahmani")


def test_an_unknown_name_is_told_with_the_nearest(session: Session) -> None:
    with pytest.raises(UsageError, match=r'No actor answers to "Soyluu".*"Soylu"'):
        q.resolve_actor(session, "Soyluu")
    with pytest.raises(UsageError, match="as it is written"):
        q.resolve_actor(session, "xyzzy")


def test_offices_and_places_are_found_by_name_too(session: Session) -> None:
    assert q.resolve_office(session, "interior minister of IRAN") == "interior-iran"
    assert q.resolve_place(session, "Saadabad Palace") == "saadabad"
    with pytest.raises(UsageError, match="No place answers"):
        q.resolve_place(session, "Soylu")


def test_what_a_caller_writes_is_never_part_of_a_statement(session: Session) -> None:
    nasty = "x' OR 1=1 --"
    rows = q.signings(by=nasty, party=nasty)
    assert "OR 1=1" not in str(rows)
    assert session.execute(rows).all() == []
    assert session.execute(q.quotes(search="100%' OR '1'='1", meeting=nasty)).all() == []
    assert session.execute(q.agreements(topic=nasty)).all() == []
