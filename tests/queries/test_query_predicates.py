"""Each condition, on each kind of row that it fits: a row that comes, and one that does not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Select, func, or_, select, text
from sqlalchemy.orm import Session

from communique import queries as q
from communique.errors import UsageError
from communique.models import Agreement, AgreementAction, Meeting, Participation, Quote, Signature
from communique.queries import Predicate

MAKE: dict[str, Callable[[], Select[*tuple[Any, ...]]]] = {
    "signings": q.signings,
    "meetings": q.meetings,
    "agreements": q.agreements,
    "quotes": q.quotes,
    "holders": q.holders,
    # What a host writes itself: models under their own names.
    "Meeting": lambda: select(Meeting.slug, Meeting.id).order_by(Meeting.id),
    "Agreement": lambda: select(Agreement.slug, Agreement.id).order_by(Agreement.id),
    "Signature": lambda: select(Signature.id).order_by(Signature.id),
    "Participation": lambda: select(Participation.id).order_by(Participation.id),
    "AgreementAction": lambda: select(AgreementAction.id).order_by(AgreementAction.id),
    "Quote": lambda: select(Quote.id).order_by(Quote.id),
}
VAHIDI, SOYLU = 1, 2
TALKS_VAHIDI, TALKS_SOYLU, SUMMIT_IRAN, SUMMIT_TURKEY, SUMMIT_RUSSIA, SOMEBODY = range(1, 7)
TALKERS = [TALKS_VAHIDI, TALKS_SOYLU]
OCTOBER = "2021-10"
JOINT, RELAYED, DATED, NOBODY = range(1, 5)

CASES: list[tuple[str, str, Predicate, list[Any]]] = [
    ("signed_by", "signings", q.signed_by("Soylu"), [SOYLU]),
    ("signed_by", "Signature", q.signed_by("Soylu"), [SOYLU]),
    ("signed_by", "AgreementAction", q.signed_by("Soylu"), [1]),
    ("signed_by", "agreements", q.signed_by("Soylu"), ["mou"]),
    ("signed_by", "meetings", q.signed_by("Soylu"), ["talks"]),
    ("signed_for", "signings", q.signed_for("iran"), [VAHIDI, 4]),
    ("signed_for", "Agreement", q.signed_for("iran"), ["mou", "treaty"]),
    ("in_office", "signings", q.in_office(level="minister"), [VAHIDI, SOYLU]),
    ("in_office", "Signature", q.in_office(level="deputy_minister"), [4]),
    ("in_office", "meetings", q.in_office(portfolio="foreign"), ["call"]),
    ("in_office", "Participation", q.in_office(office="interior-iran"), [TALKS_VAHIDI]),
    ("in_office", "agreements", q.in_office(level="minister", portfolio="interior"), ["mou"]),
    ("in_office", "holders", q.in_office(office="President of Iran"), ["ali-rahmani"]),
    ("attended_by", "meetings", q.attended_by("iran"), ["summit", "talks"]),
    ("attended_by", "Meeting", q.attended_by("russia"), ["summit"]),
    ("attended_by", "Participation", q.attended_by("iran"), [TALKS_VAHIDI, SUMMIT_IRAN]),
    ("attended_by", "signings", q.attended_by("vahidi"), [VAHIDI, SOYLU]),
    ("side", "signings", q.side("turkey"), [SOYLU, 5]),
    ("side", "meetings", q.side("turkey"), ["summit", "talks"]),
    ("side", "meetings", q.side("vahidi"), []),
    ("side", "Participation", q.side("turkey"), [TALKS_SOYLU, SUMMIT_TURKEY]),
    ("side", "agreements", q.side("russia"), ["silence"]),
    ("side", "Quote", q.side("turkey"), [JOINT, RELAYED]),
    ("side", "quotes", q.side("turkey"), [RELAYED, JOINT]),
    ("agreement_kind", "signings", q.agreement_kind("mou"), [VAHIDI, SOYLU]),
    ("agreement_kind", "Signature", q.agreement_kind("treaty"), [4, 5]),
    ("agreement_kind", "agreements", q.agreement_kind("mou", "roadmap"), ["roadmap", "mou"]),
    ("meeting_kind", "meetings", q.meeting_kind("summit", "visit"), ["visit", "summit"]),
    ("meeting_kind", "signings", q.meeting_kind("talks"), [VAHIDI, SOYLU]),
    ("meeting_kind", "quotes", q.meeting_kind("talks"), [JOINT, JOINT]),
    ("meeting_kind", "Quote", q.meeting_kind("talks"), [JOINT]),
    ("has_status", "agreements", q.has_status("planned"), ["roadmap"]),
    ("has_status", "Agreement", q.has_status(["signed"], "2016"), ["treaty"]),
    ("has_status", "signings", q.has_status("contested"), [4, 5]),
    ("held_in", "meetings", q.held_in("iran-country"), ["talks"]),
    ("held_in", "signings", q.held_in("tehran"), [VAHIDI, SOYLU]),
    ("held_in", "agreements", q.held_in("tehran"), ["mou"]),
    ("held_in", "Participation", q.held_in("Ankara"), [SUMMIT_IRAN, SUMMIT_TURKEY, SUMMIT_RUSSIA]),
    ("held_in", "quotes", q.held_in("tehran"), [JOINT, JOINT]),
    ("possibly_between", "signings", q.possibly_between("2021-10-07", "2021-10-12"), [1, 2]),
    ("possibly_between", "signings", q.possibly_between("2021-11", "2021-12"), []),
    ("possibly_between", "Signature", q.possibly_between("2021", "2021"), [VAHIDI, SOYLU, 3]),
    ("possibly_between", "meetings", q.possibly_between("2022-06", "2022-06"), ["visit", "call"]),
    ("possibly_between", "agreements", q.possibly_between("2018", "2020"), ["treaty"]),
    ("possibly_between", "holders", q.possibly_between("2009", "2010"), []),
    ("possibly_between", "Participation", q.possibly_between("2023", "2023"), [SOMEBODY]),
    ("possibly_between", "Quote", q.possibly_between(OCTOBER, OCTOBER), [JOINT, RELAYED, NOBODY]),
    ("certainly_between", "signings", q.certainly_between("2021-10-06", "2021-10-13"), [1, 2]),
    ("certainly_between", "signings", q.certainly_between("2021-10-07", "2021-10-13"), []),
    ("certainly_between", "meetings", q.certainly_between("2021-12", ".."), ["visit", "summit"]),
    ("certainly_between", "meetings", q.certainly_between("2021-11-15", "2021-12"), ["summit"]),
    ("certainly_between", "Quote", q.certainly_between("2021-09", "2021-09"), [DATED]),
    ("known_on", "signings", q.known_on("2021-11-14"), [VAHIDI]),
    ("known_on", "Signature", q.known_on("2022-03"), [VAHIDI, SOYLU, 3]),
    ("known_on", "meetings", q.known_on("2021-11-15"), ["talks"]),
    ("known_on", "Meeting", q.known_on("2022-03"), ["talks", "summit"]),
    ("known_on", "Participation", q.known_on("2022-03"), [*TALKERS, SUMMIT_RUSSIA]),
    ("known_on", "agreements", q.known_on("2021-11-14"), ["mou"]),
    ("known_on", "holders", q.known_on("2999"), []),
    ("known_on", "Quote", q.known_on("2021-11-15"), [JOINT, RELAYED]),
    ("speaker", "quotes", q.speaker("vahidi"), [JOINT, DATED]),
    ("speaker", "Quote", q.speaker("soylu"), [JOINT, RELAYED]),
    ("speaker", "meetings", q.speaker("soylu"), ["talks"]),
    ("relayed_by", "quotes", q.relayed_by("anadolu"), [RELAYED]),
    ("about", "quotes", q.about("security"), [RELAYED]),
    ("about", "agreements", q.about("border-security"), ["mou"]),
    ("about", "meetings", q.about("security"), ["talks"]),
    ("about", "signings", q.about("smuggling"), []),
    ("about", "signings", q.about("security"), [VAHIDI, SOYLU]),
]  # fmt: skip
BY_ID = {"signings", "Signature", "AgreementAction", "Participation", "Quote", "quotes"}
NAMES = [f"{word}-{of}-{number}" for number, (word, of, _, _) in enumerate(CASES)]


def answers(session: Session, of: str, rows: Select[*tuple[Any, ...]]) -> list[Any]:
    column = "id" if of in BY_ID else rows.selected_columns.keys()[0]
    return [row._mapping[column] for row in session.execute(rows)]


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


def test_conditions_compose(session: Session) -> None:
    iran, russia, tehran = q.attended_by("iran"), q.attended_by("russia"), q.held_in("tehran")
    rows = q.meetings()
    assert answers(session, "meetings", rows.where(iran, ~russia)) == ["talks"]
    assert answers(session, "meetings", rows.where(iran & russia)) == ["summit"]
    assert answers(session, "meetings", rows.where(tehran | russia)) == ["summit", "talks"]
    assert answers(session, "meetings", rows.where(~(tehran | russia))) == ["visit", "call"]
    assert answers(session, "meetings", rows.where(or_(~iran, tehran), ~russia)) == [
        "visit",
        "call",
        "talks",
    ]


def test_a_condition_is_true_or_false_as_a_column(session: Session) -> None:
    found = session.execute(select(Meeting.slug, q.attended_by("iran")).order_by(Meeting.id))
    assert [tuple(row) for row in found] == [
        ("talks", True),
        ("summit", True),
        ("call", False),
        ("visit", False),
    ]


def test_a_condition_reaches_out_of_a_host_s_own_sub_select(session: Session) -> None:
    own = select(func.count()).select_from(Participation).where(q.attended_by("iran"))
    assert session.scalar(own) == 2
    some = select(Agreement.slug).where(
        select(Signature.id)
        .where(Signature.agreement_id == Agreement.id, q.in_office(level="minister"))
        .exists()
    )
    assert list(session.scalars(some)) == ["mou"]


def test_a_condition_that_does_not_fit_is_refused_and_not_ignored(session: Session) -> None:
    with pytest.raises(UsageError, match=r"in_mode\(\) says nothing .* own name: quote"):
        session.execute(q.agreements().where(q.in_mode("direct")))
    with pytest.raises(UsageError, match=r"held_in\(\) says nothing"):
        session.execute(q.holders().where(q.held_in("tehran")))
    with pytest.raises(UsageError, match="has_status"):
        session.execute(select(text("1")).where(q.has_status("signed")))
