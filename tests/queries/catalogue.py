"""Every question of the catalogue, as it is usually asked of a large archive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from communique import queries as q

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    Asked = Callable[[], Select[*tuple[Any, ...]]]

WHO, OTHER, RARE, STATE, LAND = "person-30", "person-17", "person-400", "state-30", "state-17"
DAY, FIRST, LAST = "2003-04-15", "2003-04-01", "2003-04-30"

LISTS: dict[str, Asked] = {
    "signings by": lambda: q.signings(by=WHO),
    "signings party": lambda: q.signings(party=STATE),
    "signings place": lambda: q.signings(place="city-30"),
    "signings pair and period": lambda: q.signings(
        level="minister", kind="mou", between=("2003", "2004")
    ).where(q.signed_for(STATE)),
    "signings in a month": lambda: q.signings(since=FIRST, until=LAST),
    "signings on": lambda: q.signings(on=DAY),
    "signings known": lambda: q.signings(by=WHO, known_on=DAY),
    "meetings actor": lambda: q.meetings(actor=WHO),
    "meetings side": lambda: q.meetings(actor=STATE),
    "meetings place": lambda: q.meetings(place="city-30"),
    "meetings in a month": lambda: q.meetings(since=FIRST, until=LAST),
    "meetings on": lambda: q.meetings(on=DAY),
    "meetings pair": lambda: q.meetings().where(q.attended_by(STATE), q.attended_by(LAND)),
    "meetings known": lambda: q.meetings(actor=WHO, known_on=DAY),
    "attendances actor": lambda: q.attendances(actor=WHO),
    "attendances side": lambda: q.attendances(side=STATE, level="minister"),
    "attendances meeting": lambda: q.attendances(meeting="meeting-30-0"),
    "attendances on": lambda: q.attendances(on=DAY),
    "encounters a": lambda: q.encounters(a=WHO),
    "encounters pair": lambda: q.encounters(a=STATE, b=LAND),
    "encounters on": lambda: q.encounters(on=DAY),
    "agreements party": lambda: q.agreements(party=STATE),
    "agreements pair": lambda: q.agreements(on=DAY).where(q.side(STATE), q.side(LAND)),
    "agreements topic": lambda: q.agreements(topic="topic-3"),
    "agreement on a day": lambda: q.agreements(on=DAY).where(
        text("agreement.slug = 'agreement-101'")
    ),
    "actions agreement": lambda: q.actions(agreement="agreement-101"),
    "actions party": lambda: q.actions(party=STATE, status="done"),
    "actions place": lambda: q.actions(place="city-30"),
    "actions by": lambda: q.actions(by=STATE),
    "actions in a month": lambda: q.actions(since=FIRST, until=LAST),
    "plans actor": lambda: q.plans(actor=STATE),
    "plans overdue, of an actor": lambda: q.plans(actor=STATE, overdue_on=DAY),
    "plans reported on": lambda: q.plans(reported_on=DAY),
    "quotes by": lambda: q.quotes(by=WHO),
    "quotes by, searched": lambda: q.quotes(by=WHO, search="border security"),
    "quotes by, about": lambda: q.quotes(by=WHO, about="topic-3"),
    "quotes about": lambda: q.quotes(about="topic-3"),
    "quotes via": lambda: q.quotes(via="agency-3"),
    "quotes meeting": lambda: q.quotes(meeting="meeting-30-1"),
    "quotes article": lambda: q.quotes(article="article-30"),
    "quotes by, in a month": lambda: q.quotes(by=WHO, since=FIRST, until=LAST),
    "holders of": lambda: q.holders(of=STATE, level="minister", on=DAY),
    "holders actor": lambda: q.holders(actor=WHO),
    "incidents actor": lambda: q.incidents(actor=STATE),
    "incidents on": lambda: q.incidents(on=DAY),
    "incidents place": lambda: q.incidents(place="city-30"),
    "articles outlet": lambda: q.articles(outlet="agency-3"),
    "articles on": lambda: q.articles(on=DAY),
    "actors called": lambda: q.actors(called=WHO),
    "timeline actor": lambda: q.timeline(actor=WHO),
    "timeline pair": lambda: q.timeline(between=(STATE, LAND)),
    "timeline place": lambda: q.timeline(place="city-30"),
    "timeline on": lambda: q.timeline(on=DAY),
    "timeline in a month": lambda: q.timeline(since=FIRST, until=LAST),
    "timeline pair, known": lambda: q.timeline(between=(STATE, LAND), known_on=DAY),
    "coverage article": lambda: q.coverage("article-30"),
    "coverage record": lambda: q.coverage(record="meeting-30-0"),
    "spellings actor": lambda: q.spellings(actor=WHO),
    "spellings record": lambda: q.spellings(record="agreement-101"),
    "spellings article": lambda: q.spellings(in_article="article-30"),
    "engagements": lambda: q.engagements(WHO),
    "engagements on": lambda: q.engagements(WHO, on=DAY),
    "who met one": lambda: q.who_met_whom(actor=WHO),
    "who met in a month": lambda: q.who_met_whom(since=FIRST, until=LAST),
    "co-signatories of one": lambda: q.co_signatories(actor=WHO),
}

FILTERED: dict[str, Asked] = {
    "signed_by": lambda: q.meetings().where(q.signed_by(WHO)),
    "signed_for": lambda: q.agreements().where(q.signed_for(STATE)),
    "in_office signings": lambda: q.signings().where(q.in_office(office="trade-minister-30")),
    "in_office meetings": lambda: q.meetings().where(q.in_office(office="trade-minister-30")),
    "in_office agreements": lambda: q.agreements().where(q.in_office(office="trade-minister-30")),
    "attended_by attendances": lambda: q.attendances().where(q.attended_by(STATE)),
    "side meetings": lambda: q.meetings().where(q.side(STATE)),
    "side quotes": lambda: q.quotes().where(q.side(STATE)),
    "involves agreements": lambda: q.agreements().where(q.involves(WHO)),
    "involves actions": lambda: q.actions().where(q.involves(WHO)),
    "involves quotes": lambda: q.quotes().where(q.involves(STATE)),
    "involves incidents": lambda: q.incidents().where(q.involves(STATE)),
    "speaker quotes": lambda: q.quotes().where(q.speaker(WHO)),
    "speaker meetings": lambda: q.meetings().where(q.speaker(WHO)),
    "relayed_by quotes": lambda: q.quotes().where(q.relayed_by("agency-3")),
    "relayed_by meetings": lambda: q.meetings().where(q.relayed_by("agency-3")),
    "relayed_by agreements": lambda: q.agreements().where(q.relayed_by("agency-3")),
    "held_in meetings": lambda: q.meetings().where(q.held_in("city-30")),
    "held_in agreements": lambda: q.agreements().where(q.held_in("city-30")),
    "held_in quotes": lambda: q.quotes().where(q.held_in("city-30")),
    "held_in attendances": lambda: q.attendances().where(q.held_in("city-30")),
    "about meetings": lambda: q.meetings().where(q.about("topic-3")),
    "about quotes": lambda: q.quotes().where(q.about("topic-3")),
    "part_of": lambda: q.meetings().where(q.part_of("meeting-40-0")),
    "on_sidelines_of": lambda: q.meetings().where(q.on_sidelines_of("meeting-48-0")),
    "in_series": lambda: q.meetings().where(q.in_series("council-5")),
    "reported_in meetings": lambda: q.meetings().where(q.reported_in("article-30")),
    "reported_in signings": lambda: q.signings().where(q.reported_in("article-31")),
    "reported_in agreements": lambda: q.agreements().where(q.reported_in("article-31")),
    "reported_in quotes": lambda: q.quotes().where(q.reported_in("article-31")),
    "reported_in actors": lambda: q.actors().where(q.reported_in("article-31")),
    "reported_by meetings": lambda: q.meetings().where(q.reported_by("agency-3")),
    "reported_by agreements of a party": lambda: q.agreements(party=STATE).where(
        q.reported_by("agency-3")
    ),
    "reported_by quotes": lambda: q.quotes().where(q.reported_by("agency-3")),
    "reported_by incidents": lambda: q.incidents().where(q.reported_by("agency-3")),
    "reported_by of an actor": lambda: q.meetings(actor=WHO).where(q.reported_by("agency-3")),
    "reported_independently of an actor": lambda: q.meetings(actor=WHO).where(
        q.reported_independently(2)
    ),
    "reported_independently in a month": lambda: q.meetings(since=FIRST, until=LAST).where(
        q.reported_independently(2)
    ),
    "rests_on of an actor": lambda: q.meetings(actor=WHO).where(q.rests_on("inferred")),
    "known_on of an actor": lambda: q.meetings(actor=WHO).where(q.known_on(DAY)),
    "possibly_between meetings": lambda: q.meetings().where(q.possibly_between(FIRST, LAST)),
    "certainly_between meetings": lambda: q.meetings().where(q.certainly_between(FIRST, LAST)),
    "certainly_between agreements": lambda: q.agreements().where(q.certainly_between(FIRST, LAST)),
    "certainly_between signings": lambda: q.signings().where(q.certainly_between(FIRST, LAST)),
    "certainly_between attendances": lambda: q.attendances().where(
        q.certainly_between(FIRST, LAST)
    ),
    "composed": lambda: q.meetings().where(
        q.attended_by(WHO) & ~q.held_in("city-30"), q.about("topic-3")
    ),
}

PAGES: dict[str, Asked] = {
    "signings": lambda: q.page(q.signings()),
    "signings of ministers": lambda: q.page(q.signings(level="minister", kind="mou")),
    "signings of some": lambda: q.page(q.signings(level=["minister", "official"])),
    "meetings": lambda: q.page(q.meetings()),
    "attendances": lambda: q.page(q.attendances()),
    "attendances of ministers": lambda: q.page(
        q.attendances(level="minister", portfolio=["trade", "energy"])
    ),
    "actions": lambda: q.page(q.actions()),
    "encounters": lambda: q.page(q.encounters()),
    "actors": lambda: q.page(q.actors()),
}

COMPOSED: dict[str, Callable[[Session], Any]] = {
    "find": lambda s: q.find(s, "Memorandum 101"),
    "find a slug": lambda s: q.find(s, "meeting-30-0"),
    "find a person": lambda s: q.find(s, "state 30"),
    "find misspelt": lambda s: q.find(s, "Memorandun 101"),
    "resolve": lambda s: q.resolve_actor(s, "The State 30"),
    "ask": lambda s: s.execute(q.ask(s, q.signings, by="The State 30")).all(),
    "with_evidence": lambda s: q.with_evidence(
        s, s.execute(q.page(q.meetings(actor=WHO), size=20)).all()
    ),
    "evidence of agreements": lambda s: q.evidence_for(s, "agreement", range(1, 21)),
    "compare": lambda s: q.compare(s, "meeting-30-1"),
    "attribution": lambda s: q.attribution(s, "article-30#4"),
    "sources meeting": lambda s: q.sources(s, "meeting-30-1"),
    "sources actor": lambda s: q.sources(s, STATE),
    "dossier": lambda s: q.dossier(s, RARE),
    "dossier on": lambda s: q.dossier(s, RARE, on=DAY),
    "bilateral": lambda s: q.bilateral(s, STATE, LAND),
    "network of one": lambda s: q.network(s, actor=WHO),
}

VIEWS = {
    "signing by": f"SELECT * FROM signing WHERE signer = '{WHO}'",
    "signing party": f"SELECT * FROM signing WHERE party = '{STATE}'",
    "signing agreement": "SELECT * FROM signing WHERE agreement = 'agreement-101'",
    "attendance actor": f"SELECT * FROM attendance WHERE actor = '{WHO}'",
    "attendance meeting": "SELECT * FROM attendance WHERE meeting = 'meeting-30-0'",
    "encounter a": f"SELECT * FROM encounter WHERE a = '{WHO}'",
    "encounter pair": f"SELECT * FROM encounter WHERE a = '{WHO}' AND b = '{OTHER}'",
    "statement speaker": f"SELECT * FROM statement WHERE speaker = '{WHO}'",
    "statement article": "SELECT * FROM statement WHERE article = 'article-30'",
    "office_holding actor": f"SELECT * FROM office_holding WHERE actor = '{WHO}'",
    "agreement_status": "SELECT * FROM agreement_status WHERE agreement = 'agreement-101'",
    "plan record": "SELECT * FROM plan WHERE record = 'agreement-101'",
    "timeline record": "SELECT * FROM timeline WHERE record = 'agreement-101'",
    "coverage article": "SELECT * FROM coverage WHERE article = 'article-30'",
    "citation article": "SELECT * FROM citation WHERE article = 'article-30'",
}
