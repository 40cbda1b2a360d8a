"""Each option of the starters of parts, pairs, steps, plans, incidents, articles and actors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import update

from communique import queries as q
from communique.dates import PartialDate
from communique.errors import UsageError
from communique.models import Meeting

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from tests.queries.writing import Archive

    Starter = Callable[..., Select[*tuple[Any, ...]]]

CASES: list[tuple[Starter, str, dict[str, Any], list[Any]]] = [
    (q.attendances, "id", {}, [3, 4, 5, 6, 1, 2]),
    (q.attendances, "id", {"actor": "Soylu"}, [2]),
    (q.attendances, "id", {"side": "iran"}, [1]),
    (q.attendances, "id", {"office": "Interior Minister of Iran"}, [1]),
    (q.attendances, "id", {"level": "minister"}, [1, 2]),
    (q.attendances, "id", {"portfolio": "foreign"}, [6]),
    (q.attendances, "id", {"role": "host"}, [1]),
    (q.attendances, "id", {"meeting": "summit"}, [3, 4, 5]),
    (q.attendances, "id", {"kind": ["talks", "phone_call"]}, [6, 1, 2]),
    (q.attendances, "id", {"status": "planned"}, []),
    (q.attendances, "id", {"place": "iran-country"}, [1, 2]),
    (q.attendances, "id", {"country": "TR"}, [3, 4, 5]),
    (q.attendances, "id", {"since": "2021-12-02"}, [6]),
    (q.attendances, "id", {"until": "2021-10-07"}, [1, 2]),
    (q.attendances, "id", {"on": "2021-12-01"}, [3, 4, 5, 6]),
    (q.attendances, "id", {"known_on": "2021-11-15"}, [1, 2]),
    (q.encounters, "id", {"a": "vahidi"}, [1]),
    (q.encounters, "id", {"a": "iran"}, [3, 3, 1]),
    (q.encounters, "id", {"a": "turkey", "b": "russia"}, [4]),
    (q.encounters, "id", {"a_office": "interior-turkey"}, [2]),
    (q.encounters, "id", {"b_office": "interior-turkey"}, [1]),
    (q.encounters, "id", {"across_sides": True, "a": "turkey"}, [4, 4, 2]),
    (q.encounters, "id", {"kind": "talks"}, [1, 2]),
    (q.encounters, "id", {"status": "proposed"}, []),
    (q.encounters, "id", {"place": "tehran"}, [1, 2]),
    (q.encounters, "id", {"country": "ir"}, [1, 2]),
    (q.encounters, "id", {"since": "2022"}, []),
    (q.encounters, "id", {"until": "2021-10"}, [1, 2]),
    (q.encounters, "id", {"on": "2021-10-13"}, [1, 2]),
    (q.encounters, "id", {"known_on": "2022-02"}, [1, 2]),
    # Of the three at the summit only Russia's part has been reported, in March.
    (q.encounters, "id", {"known_on": "2022-03"}, [1, 2]),
    (q.actions, "id", {}, [2, 4, 5, 3, 1, 7, 6]),
    (q.actions, "id", {"agreement": "mou"}, [2, 1]),
    (q.actions, "id", {"kind": "treaty"}, [7, 6]),
    (q.actions, "id", {"action": "signed"}, [5, 1, 6]),
    (q.actions, "id", {"action": "signed", "status": "done"}, [1, 6]),
    (q.actions, "id", {"by": "turkey"}, [7]),
    (q.actions, "id", {"party": "turkey", "action": "discussed"}, [2, 4]),
    (q.actions, "id", {"party": "russia"}, []),
    (q.actions, "id", {"place": "tehran"}, [1]),
    (q.actions, "id", {"country": "IR"}, [1]),
    (q.actions, "id", {"since": "2021-12"}, [2, 5]),
    (q.actions, "id", {"until": "2015"}, [6]),
    (q.actions, "id", {"on": "2018-05-08"}, [7]),
    (q.actions, "id", {"known_on": "2021-11-14"}, [1]),
    (q.plans, "record", {}, ["visit", "roadmap"]),
    (q.plans, "record", {"actor": "iran"}, ["roadmap"]),
    (q.plans, "record", {"place": "Ankara"}, ["visit"]),
    (q.plans, "record", {"since": "2023"}, ["roadmap"]),
    (q.plans, "record", {"until": "2021-12"}, ["roadmap"]),
    (q.plans, "record", {"on": "2022-06"}, ["visit", "roadmap"]),
    (q.plans, "record", {"overdue_on": "2022-12-31"}, []),
    (q.plans, "record", {"overdue_on": "2023-01-01"}, ["visit"]),
    (q.plans, "record", {"open_on": "2022"}, ["visit", "roadmap"]),
    (q.plans, "record", {"reported_on": "2022"}, []),
    (q.plans, "record", {"known_on": "2021-11-15"}, ["roadmap"]),
    (q.plans, "record", {"known_on": "2021-11-14"}, []),
    (q.incidents, "incident", {}, ["blast", "unrest"]),
    (q.incidents, "incident", {"kind": "attack"}, ["blast"]),
    (q.incidents, "incident", {"actor": "Russia"}, ["unrest"]),
    (q.incidents, "incident", {"place": "iran-country"}, ["blast"]),
    (q.incidents, "incident", {"country": "IR"}, ["blast"]),
    # What has no date stays possible.
    (q.incidents, "incident", {"since": "2022"}, ["unrest"]),
    (q.incidents, "incident", {"until": "2021"}, ["blast", "unrest"]),
    (q.incidents, "incident", {"on": "2021-10-20"}, ["blast", "unrest"]),
    (q.incidents, "incident", {"known_on": "2021-11-15"}, ["blast"]),
    (q.articles, "article", {}, ["later", "second", "first", "undated"]),
    (q.articles, "article", {"outlet": "AA"}, ["second"]),
    (q.articles, "article", {"language": "en"}, []),
    (q.articles, "article", {"since": "2021-11-15"}, ["later", "second", "undated"]),
    (q.articles, "article", {"until": "2021-11-01"}, ["first", "undated"]),
    (q.articles, "article", {"on": "2021-11-15"}, ["second", "undated"]),
    (q.articles, "article", {"known_on": "2021-11-15"}, ["second", "first"]),
    (q.actors, "actor", {"kind": "media"}, ["anadolu", "tasnim"]),
    (q.actors, "actor", {"kind": "state", "country": "RU"}, ["russia"]),
    (q.actors, "actor", {"called": "Rahmani"}, ["ali-rahmani", "omid-rahmani"]),
    (q.actors, "actor", {"known_on": "2021-11-15"}, ["suleyman-soylu"]),
    (q.timeline, "record", {"kind": "incident"}, ["blast", "unrest"]),
    (q.timeline, "record", {"actor": "russia"}, ["summit", "unrest"]),
    (q.timeline, "record", {"between": ("iran", "russia")}, ["summit"]),
    (q.timeline, "record", {"between": ("Vahidi", "Soylu")}, ["talks", "mou"]),
    (q.timeline, "record", {"place": "tehran"}, ["blast", "talks", "mou"]),
    (q.timeline, "record", {"country": "tr"}, ["visit", "summit"]),
    (q.timeline, "record", {"until": "2016"}, ["treaty", "unrest"]),
    (q.timeline, "record", {"since": "2022", "kind": "meeting"}, ["visit", "call"]),
    (q.timeline, "record", {"on": "2018-05-08"}, ["treaty", "unrest"]),
    # The date of the talks, as that of the signing, has its proof in the article of the day after.
    (q.timeline, "record", {"known_on": "2021-11-14"}, ["talks", "mou"]),
    (q.timeline, "day", {"known_on": "2021-11-14"}, [None, None]),
    (q.coverage, "record", {"article": "first"}, ["mou", "talks", "suleyman-soylu"]),
    (q.coverage, "record", {"fact": "signature"}, ["mou"]),
    (q.coverage, "record", {"record": "treaty"}, ["treaty"]),
    (q.coverage, "record", {"outlet": "Tasnim"}, ["mou", "talks", "suleyman-soylu"]),
    (q.coverage, "record", {"article": "second", "known_on": "2021-11-14"}, []),
    (q.citations, "fact", {"article": "first"}, ["agreement_action", "meeting", "name"]),
    (q.citations, "record", {"fact": "signature"}, ["mou", "mou"]),
    (q.citations, "fact", {"record": "treaty"}, ["agreement", "agreement_action"]),
    (q.citations, "fact", {"record": "talks", "record_kind": "meeting"}, ["meeting"] * 2),
    (q.citations, "fact", {"record": "talks", "record_kind": "agreement"}, []),
    (q.citations, "record", {"basis": "inferred"}, ["talks"]),
    (q.citations, "record", {"basis": "outside"}, ["treaty", "ahmad-vahidi"]),
    (q.citations, "record", {"outlet": "Tasnim"}, ["mou", "talks", "suleyman-soylu"]),
    (q.citations, "record", {"article": "second", "known_on": "2021-11-14"}, []),
    (q.spellings, "spelling", {"actor": "soylu"}, ["Suleyman Soylu", "Soylu"]),
    (q.spellings, "spelling", {"in_article": "first"}, ["Soylu"]),
    (q.spellings, "spelling", {"record": "suleyman-soylu", "kind": "canonical"}, []),
    (q.spellings, "spelling", {"known_on": "2021-11-14"}, ["Soylu"]),
    (q.spellings, "spelling", {"office": "interior-iran"}, []),
    (q.holders, "actor", {"actor": "Ali Rahmani"}, ["ali-rahmani", "ali-rahmani"]),
    (q.holders, "actor", {"known_on": "2999"}, []),
    (q.quotes, "id", {"on": "2021-09-02"}, [2, 3, 4]),
    (q.engagements, "meeting", {"actor": "iran"}, ["talks", "summit"]),
    (q.engagements, "meeting", {"actor": "iran", "on": "2021-12"}, ["summit"]),
    (q.engagements, "meeting", {"actor": "iran", "known_on": "2021-12"}, ["talks"]),
    (q.who_met_whom, "a", {}, ["ahmad-vahidi", "iran", "iran", "russia"]),
    (q.who_met_whom, "b", {"actor": "vahidi"}, ["suleyman-soylu"]),
    (q.who_met_whom, "b", {"kind": "state"}, ["russia", "turkey", "turkey"]),
    (q.who_met_whom, "b", {"since": "2021-12", "actor": "iran"}, ["russia", "turkey"]),
    (q.who_met_whom, "b", {"status": "planned"}, []),
    (q.who_met_whom, "b", {"known_on": "2022-03"}, ["suleyman-soylu"]),
    (q.co_signatories, "b", {}, ["suleyman-soylu"]),
    (q.co_signatories, "b", {"until": "2021-10-05"}, []),
    (q.co_signatories, "b", {"known_on": "2021-11-14", "actor": "soylu"}, ["suleyman-soylu"]),
]  # fmt: skip
NAMES = [
    f"{starter.__name__}-{'-'.join(asked)}-{number}"
    for number, (starter, _, asked, _) in enumerate(CASES)
]


@pytest.mark.parametrize(("starter", "column", "asked", "found"), CASES, ids=NAMES)
def test_an_option_keeps_its_rows(
    session: Session, starter: Starter, column: str, asked: dict[str, Any], found: list[Any]
) -> None:
    rows = session.execute(starter(**asked))
    assert [row._mapping[column] for row in rows] == found


def test_a_plan_is_fulfilled_by_an_outcome_of_its_own_day(
    session: Session, archive: Archive
) -> None:
    summit = archive["meeting", "summit"]
    outcome = update(Meeting).where(Meeting.id == summit)
    session.execute(outcome.values(fulfils_id=archive["meeting", "visit"]))
    assert [row.fulfilled_by for row in session.execute(q.plans(place="ankara"))] == ["summit"]

    def open_on(day: str, **asked: str) -> list[str]:
        return [row.record for row in session.execute(q.plans(open_on=day, **asked))]

    assert open_on("2021-11-30") == ["visit", "roadmap"]
    assert open_on("2021-12-01") == ["roadmap"]
    assert [row.record for row in session.execute(q.plans(overdue_on="2023"))] == []
    session.rollback()


def test_a_ring_of_meetings_after_each_other_ends(session: Session, archive: Archive) -> None:
    talks, summit = archive["meeting", "talks"], archive["meeting", "summit"]
    for one, other in ((talks, summit), (summit, talks)):
        session.execute(update(Meeting).where(Meeting.id == one).values(after_id=other))
    assert len(session.execute(q.engagements("iran")).all()) == 2
    session.rollback()


def test_what_follows_another_comes_after_it(session: Session, archive: Archive) -> None:
    day = PartialDate("2021-12-01")
    talks = update(Meeting).where(Meeting.slug == "talks")
    dates = {"date_edtf": str(day), "date_earliest": day.earliest, "date_latest": day.latest}
    session.execute(talks.values(after_id=archive["meeting", "summit"], **dates))
    rows = session.execute(q.engagements("turkey", on=day)).all()
    assert [(row.meeting, row.turn, row.after) for row in rows] == [
        ("summit", 0, None),
        ("talks", 1, "summit"),
    ]
    session.rollback()


def test_a_day_s_engagements_have_no_pages(session: Session) -> None:
    rows = q.engagements("iran")
    with pytest.raises(UsageError, match="cannot be read by pages"):
        q.page(rows, after=session.execute(rows).first())


@pytest.mark.parametrize(
    "asked",
    [
        lambda: q.timeline(kind="treaty"),
        lambda: q.coverage(fact="signing"),
        lambda: q.attendances(role="hosts"),
        lambda: q.citations(fact="signing"),
        lambda: q.citations(basis="heard"),
        lambda: q.incidents(kind=()),
        lambda: q.who_met_whom(kind="ministers"),
    ],
    ids=["timeline", "coverage", "attendances", "citations", "basis", "incidents", "who_met_whom"],
)
def test_a_wrong_word_is_told(asked: Callable[[], Any]) -> None:
    with pytest.raises(UsageError, match=r"The words are|without a word"):
        asked()
