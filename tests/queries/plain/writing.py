"""The archive as rows of a database, under the numbers that its facts have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique import models as m
from communique.dates import PartialDate
from communique.names import fold
from tests.queries.plain.facts import ACTORS, OFFICES, PLACES, TOPICS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from tests.queries.plain.facts import Archive

_actor = {slug: number for number, slug in enumerate(ACTORS, start=1)}
_office = {slug: number for number, slug in enumerate(OFFICES, start=1)}
_place = {slug: number for number, slug in enumerate(PLACES, start=1)}
_topic = {slug: number for number, slug in enumerate(TOPICS, start=1)}
_of = {"actor": _actor, "office": _office, "place": _place}
_key = {"article": "about_article_id"}
"""The column for the subject of a proof, where it is not named as the table."""


def write(session: Session, a: Archive) -> None:
    """Each table after those that it points to."""
    _write_registries(session)
    article = {each.slug: each.id for each in a.articles}
    _add(session, (
        m.Article(
            id=x.id, slug=x.slug, title=x.title, published=_date(x.published),
            outlet_id=_actor.get(x.outlet or ""), credit=x.credit, language=x.language,
        ) for x in a.articles
    ))  # fmt: skip
    _add(session, (
        m.Meeting(
            id=x.id, slug=x.slug, title=x.slug, kind=x.kind, status=x.status, date=_date(x.date),
            place_id=_place.get(x.place or ""), part_of_id=x.whole, sidelines_of_id=x.beside,
            after_id=x.after, fulfils_id=x.fulfils, series_id=_actor.get(x.series or ""),
        ) for x in a.meetings
    ))  # fmt: skip
    _add(session, (
        m.Participation(
            id=x.id, position=x.id, meeting_id=x.meeting, actor_id=_actor.get(x.actor or ""),
            office_id=_office.get(x.office or ""), on_behalf_of_id=_actor.get(x.behalf or ""),
            role=x.role, described_as="somebody", basis="stated",
        ) for x in a.parts
    ))  # fmt: skip
    _write_deals(session, a)
    _add(session, (
        m.Quote(
            id=x.id, article_id=article[x.article], position=x.number - 1, start_char=0,
            end_char=1, text=x.text, folded=fold(x.text), mode=x.mode, meeting_id=x.meeting,
            relayed_by_id=_actor.get(x.relayed or ""), date=_date(x.date), utterance=x.utterance,
        ) for x in a.quotes
    ))  # fmt: skip
    _add(session, (
        m.QuoteSpeaker(
            id=x.id, position=x.id, quote_id=x.quote, actor_id=_actor[x.actor],
            office_id=_office.get(x.office or ""), on_behalf_of_id=_actor.get(x.behalf or ""),
        ) for x in a.speakers
    ))  # fmt: skip
    _add(session, (
        m.Incident(id=x.id, slug=x.slug, title=x.slug, kind=x.kind, date=_date(x.date),
                   place_id=_place.get(x.place or ""))
        for x in a.incidents
    ))  # fmt: skip
    _add(session, (
        m.IncidentActor(incident_id=x.id, position=n, actor_id=_actor[actor], role=role)
        for x in a.incidents for n, (actor, role) in enumerate(x.parts)
    ))  # fmt: skip
    _add(session, (
        m.Figure(id=x.id, position=x.id, what="dead", value="1", qualifier="exact",
                 **{f"{x.of}_id": x.whose})
        for x in a.figures
    ))  # fmt: skip
    deal = {each.slug: each.id for each in a.deals}
    _add(session, (
        m.Name(id=x.id, position=x.id, text=x.text, folded=fold(x.text), kind=x.kind,
               **{f"{x.of}_id": _of.get(x.of, deal)[x.slug]})
        for x in a.names
    ))  # fmt: skip
    _add(session, (
        m.Tenure(id=x.id, position=x.id, holder_id=_actor[x.holder], office_id=_office[x.office],
                 since=_date(x.since), until=_date(x.until), acting=0)
        for x in a.tenures
    ))  # fmt: skip
    _write_topics(session, a)
    _write_proofs(session, a, article)


def _write_registries(session: Session) -> None:
    _add(session, (
        m.Actor(id=_actor[x.slug], slug=x.slug, kind=x.kind, name=x.slug.title(), country=x.country)
        for x in ACTORS.values()
    ))  # fmt: skip
    _add(session, (
        m.Office(id=_office[slug], slug=slug, title=x.title, level=x.level, portfolio=x.portfolio,
                 of_id=_actor.get(x.of or ""), single_holder=int(x.alone))
        for slug, x in OFFICES.items()
    ))  # fmt: skip
    _add(session, (
        m.Place(id=_place[slug], slug=slug, name=slug.title(), kind="city", country=country,
                inside_id=_place.get(inside or ""))
        for slug, (inside, country) in PLACES.items()
    ))  # fmt: skip
    _add(session, (
        m.Topic(id=_topic[slug], slug=slug, label=slug, broader_id=_topic.get(broader or ""))
        for slug, broader in TOPICS.items()
    ))  # fmt: skip


def _write_deals(session: Session, a: Archive) -> None:
    _add(session, (m.Agreement(id=x.id, slug=x.slug, title=x.slug, kind=x.kind) for x in a.deals))
    _add(session, (
        m.Party(id=x.id, position=x.id, agreement_id=x.deal, actor_id=_actor[x.actor])
        for x in a.parties
    ))  # fmt: skip
    _add(session, (
        m.AgreementAction(
            id=x.id, position=x.id, agreement_id=x.deal, kind=x.kind, status=x.status,
            date=_date(x.date), place_id=_place.get(x.place or ""), meeting_id=x.meeting,
            actor_id=_actor.get(x.by or ""), fulfils_id=x.fulfils,
        ) for x in a.steps
    ))  # fmt: skip
    _add(session, (
        m.Signature(
            id=x.id, position=x.id, action_id=x.step, agreement_id=x.deal,
            signer_id=_actor.get(x.signer or ""), office_id=_office.get(x.office or ""),
            party_id=_actor[x.party], described_as="somebody", basis="stated",
        ) for x in a.hands
    ))  # fmt: skip
    _add(session, (
        m.AgreementLink(id=x.id, position=x.id, from_agreement_id=x.deal, to_agreement_id=x.to,
                        kind="amends")
        for x in a.links
    ))  # fmt: skip


def _write_topics(session: Session, a: Archive) -> None:
    for model, key, facts in (
        (m.MeetingTopic, "meeting_id", a.meetings),
        (m.AgreementTopic, "agreement_id", a.deals),
        (m.QuoteTopic, "quote_id", a.quotes),
    ):
        _add(session, (
            model(position=n, topic_id=_topic[topic], **{key: x.id})
            for x in facts for n, topic in enumerate(x.topics)
        ))  # fmt: skip


def _write_proofs(session: Session, a: Archive, article: dict[str, int]) -> None:
    _add(session, (
        m.Evidence(
            id=x.id, position=x.id, article_id=article.get(x.article or ""), basis=x.basis,
            start_char=x.start, end_char=None if x.start is None else x.start + 1,
            excerpt=None if x.article is None else "x", note=None if x.article else "known",
            field=x.field, relayed_by_id=_actor.get(x.relayed or ""),
            mentioned_in_id=article.get(x.article or "") if x.mentioned else None,
            **{_key.get(x.of, f"{x.of}_id"): x.whose},
        ) for x in a.proofs
    ))  # fmt: skip


def _add(session: Session, rows: Iterable[Any]) -> None:
    session.add_all(rows)
    session.flush()


def _date(text: str | None) -> PartialDate | None:
    return None if text is None else PartialDate(text)
