"""Conditions on what facts rest on: outlets, articles, bases, independent sources.

A fact rests on its own proofs, on those of the record it is part of, and a record also on
those of its parts. A quote rests on the article it stands in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import (
    ColumnElement,
    Text,
    and_,
    exists,
    func,
    literal,
    or_,
    select,
    union_all,
)
from sqlalchemy import cast as in_sql

from ..errors import UsageError
from ..vocabulary import Basis
from .naming import among
from .predicate import Predicate, asks
from .tables import (
    actor,
    again,
    agreement,
    article,
    constant,
    evidence,
    figure,
    incident,
    meeting,
    name,
    office,
    participation,
    party,
    place,
    quote,
    signature,
    step,
    tenure,
)
from .words import is_one_of

if TYPE_CHECKING:
    from sqlalchemy import CompoundSelect, FromClause, Select, Table

    from .naming import Answers
    from .predicate import Meanings

    Way = tuple[Table | None, str, str]

LARGEST = 2**31 - 1
"""The largest number that a database is asked for; no fact has so many sources."""

proof = again(evidence, "resting")
source = again(article, "rested_on")

_OWN: dict[Table, list[tuple[str, str]]] = {
    signature: [
        ("signature_id", "id"),
        ("agreement_action_id", "action_id"),
        ("agreement_id", "agreement_id"),
    ],
    step: [("agreement_action_id", "id"), ("agreement_id", "agreement_id")],
    agreement: [("agreement_id", "id")],
    participation: [("participation_id", "id"), ("meeting_id", "meeting_id")],
    meeting: [("meeting_id", "id")],
    incident: [("incident_id", "id")],
    tenure: [("tenure_id", "id")],
    actor: [],
    office: [],
    place: [],
}
"""For each kind of fact: the subject of a proof, and the column of the fact that it equals."""
_PARTS: dict[Table, list[tuple[Table, str, str]]] = {
    step: [(signature, "signature_id", "action_id")],
    agreement: [
        (party, "party_id", "agreement_id"),
        (step, "agreement_action_id", "agreement_id"),
        (signature, "signature_id", "agreement_id"),
    ],
    meeting: [(participation, "participation_id", "meeting_id")],
    incident: [(figure, "figure_id", "incident_id")],
    actor: [(name, "name_id", "actor_id"), (tenure, "tenure_id", "holder_id")],
    office: [(name, "name_id", "office_id"), (tenure, "tenure_id", "office_id")],
    place: [(name, "name_id", "place_id")],
}
"""For each kind of record: its parts, the subject of their proofs, and their key to it."""


@asks("actor")
def reported_by(ids: Answers) -> Meanings:
    """Some article of this outlet reports it."""
    return _resting(among(source.c.outlet_id, ids))


def reported_in(article: str) -> Predicate:
    """This article reports it, by its slug."""
    return Predicate("reported_in", _resting(source.c.slug == article))


def rests_on(*bases: str) -> Predicate:
    """Some proof of it is stated, inferred, or outside knowledge; quotes are stated."""
    based = is_one_of(again(evidence, "told").c["basis"], Basis, bases, "rests_on")
    meanings: dict[FromClause, ColumnElement[bool]] = {
        own: or_(*(exists(each.where(based).correlate(own)) for each in _proofs(own)))
        for own in _OWN
    }
    stated = literal(Basis.STATED.value).in_([str(each) for each in bases])
    spoken = {quote: and_(quote.c.id.is_not(None), stated)}
    return Predicate("rests_on", spoken | meanings)


def reported_independently(at_least: int = 2) -> Predicate:
    """At least so many independent origins report it.

    An origin is the agency that relayed it, else the outlet, else the credit line, else the
    article itself: two papers that print one agency's words are one.
    """
    if at_least < 1:
        raise UsageError("Every fact has a source or none.", hint="ask for 1 or more")
    at_least = min(at_least, LARGEST)
    meanings: dict[FromClause, ColumnElement[bool]] = {}
    for own in _OWN:
        told = union_all(*(each.correlate(own) for each in _proofs(own)))
        found = (
            select(func.count(origin(proof.c.relayed_by_id).distinct()))
            .select_from(proof.join(source, source.c.id == proof.c.article_id))
            .where(proof.c.id.in_(told))
        )
        meanings[own] = found.correlate(own).scalar_subquery() >= at_least
    said = again(quote, "said")
    same = or_(
        said.c.id == quote.c.id,
        and_(said.c.utterance.is_not(None), said.c.utterance == quote.c.utterance),
    )
    heard = (
        select(func.count(origin(said.c.relayed_by_id).distinct()))
        .select_from(said.join(source, source.c.id == said.c.article_id))
        .where(same)
    )
    spoken = {quote: heard.correlate(quote).scalar_subquery() >= at_least}
    return Predicate("reported_independently", spoken | meanings)


def origin(relayed_by: ColumnElement[int]) -> ColumnElement[str]:
    """Where a report comes from, as one text: an actor, a credit line, or the article."""
    known = constant("actor ") + in_sql(func.coalesce(relayed_by, source.c.outlet_id), Text)
    credit = constant("credit ") + source.c.credit
    return func.coalesce(known, credit, constant("article ") + source.c.slug)


def proofs_of(record: Table, slug: str) -> CompoundSelect[int]:
    """Ids of the proofs that a record rests on, by its slug."""
    named = again(record, "named")
    found = (_joined(record, named, way) for way in _ways(record))
    return union_all(
        *(select(proof.c.id).select_from(r).where(named.c.slug == slug) for r in found)
    )


def _resting(asked: ColumnElement[bool]) -> Meanings:
    """What rests on such proofs: from the proofs to the facts, since an article proves few."""
    meanings: dict[FromClause, ColumnElement[bool]] = {}
    printed = select(source.c.id).where(asked)
    reported = proof.c.article_id.in_(printed)
    for own in _OWN:
        named = again(own, "named")
        read = (_joined(own, named, way) for way in _ways(own))
        found = (select(named.c.id).select_from(each).where(reported) for each in read)
        meanings[own] = among(own.c.id, union_all(*found))
    # A statement of quotes reads their meetings, too: the quote must come first.
    return (
        {quote: among(quote.c.article_id, printed)}
        | meanings
        | {article: among(article.c.id, printed)}
    )


def _ways(own: Table) -> list[Way]:
    """Ways from a fact to its proofs: by the proof's subject, or by a part that it proves."""
    direct = [(None, subject, equals) for subject, equals in _OWN[own]]
    return [*direct, *_PARTS.get(own, ())]


def _joined(own: Table, named: FromClause, way: Way) -> FromClause:
    """The proofs by one way, joined with the facts, which stand under another name."""
    part, subject, key = way
    if part is None:
        return proof.join(named, named.c[key] == proof.c[subject])
    between = again(part, "part")
    return proof.join(between, between.c.id == proof.c[subject]).join(
        named, named.c.id == between.c[key]
    )


def _proofs(own: Table) -> list[Select[int]]:
    """Ids of the proofs of the row's fact, by each way."""
    told, found = again(evidence, "told"), []
    for part, subject, key in _ways(own):
        if part is None:
            found.append(select(told.c.id).where(told.c[subject] == own.c[key]))
        else:
            between = again(part, "part")
            whole = told.join(between, between.c.id == told.c[subject])
            found.append(select(told.c.id).select_from(whole).where(between.c[key] == own.c.id))
    return found
