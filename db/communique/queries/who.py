"""Conditions on who acts: signers, parties, participants, sides, speakers, agencies, offices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, FromClause, and_, exists, or_, select

from ..errors import UsageError
from ..vocabulary import ActionStatus, ActorKind, Level, Portfolio
from .naming import actors, among, answering, is_actor
from .predicate import Predicate
from .tables import (
    actor,
    again,
    agreement,
    meeting,
    name,
    participation,
    party,
    quote,
    quote_speaker,
    signature,
    step,
    tenure,
)
from .tables import office as offices
from .words import Words, is_one_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Select

    Asked = Callable[[FromClause], ColumnElement[bool]]


def signed_by(actor: str) -> Predicate:
    """Somebody of this name signed; of a signature, that it is theirs."""
    ids = actors(actor)
    return Predicate("signed_by", _signed(lambda rows: among(rows.c.signer_id, ids)))


def signed_for(party: str) -> Predicate:
    """Somebody signed for this party; of a signature, that it was given for it."""
    ids = actors(party)
    return Predicate("signed_for", _signed(lambda rows: among(rows.c.party_id, ids)))


def attended_by(actor: str) -> Predicate:
    """The actor took part, or was represented: for a state, also all who acted on its behalf."""
    ids = actors(actor)

    def asked(rows: FromClause) -> ColumnElement[bool]:
        return or_(among(rows.c.actor_id, ids), among(rows.c.on_behalf_of_id, ids))

    return Predicate(
        "attended_by", {participation: asked(participation), meeting: _attended(asked)}
    )


def side(actor: str) -> Predicate:
    """The state or body was a side: signed or spoken for, represented, there itself, bound."""
    ids = actors(actor)

    def present(rows: FromClause) -> ColumnElement[bool]:
        itself = and_(among(rows.c.actor_id, ids), _is_state(rows))
        return or_(among(rows.c.on_behalf_of_id, ids), itself)

    def spoken_for(rows: FromClause) -> ColumnElement[bool]:
        return among(rows.c.on_behalf_of_id, ids)

    return Predicate(
        "side",
        {
            signature: among(signature.c.party_id, ids),
            participation: present(participation),
            quote_speaker: spoken_for(quote_speaker),
            quote: _some(quote_speaker, "quote_id", quote, spoken_for),
            meeting: _attended(present),
            agreement: bound_by(actor),
        },
    )


def speaker(actor: str) -> Predicate:
    """The actor speaks; of a meeting, that somebody of this name is quoted from it."""
    ids = actors(actor)

    def asked(rows: FromClause) -> ColumnElement[bool]:
        return among(rows.c.actor_id, ids)

    words, spoken = again(quote, "words"), again(quote_speaker, "spoken")
    heard = select(words.c.id).where(
        words.c.meeting_id == meeting.c.id, spoken.c.quote_id == words.c.id, asked(spoken)
    )
    return Predicate(
        "speaker",
        {
            quote_speaker: asked(quote_speaker),
            quote: _some(quote_speaker, "quote_id", quote, asked),
            meeting: exists(heard.correlate(meeting)),
        },
    )


def relayed_by(actor: str) -> Predicate:
    """The agency relayed the words."""
    return Predicate("relayed_by", {quote: is_actor(quote.c.relayed_by_id, actor)})


def in_office(
    *, level: Words | None = None, portfolio: Words | None = None, office: str | None = None
) -> Predicate:
    """Somebody acts in such an office: signs, attends, speaks or holds it."""
    posts = _offices(level, portfolio, office)

    def asked(rows: FromClause) -> ColumnElement[bool]:
        return among(rows.c.office_id, posts)

    return Predicate(
        "in_office",
        {
            signature: asked(signature),
            quote_speaker: asked(quote_speaker),
            participation: asked(participation),
            tenure: asked(tenure),
            quote: _some(quote_speaker, "quote_id", quote, asked),
            meeting: _attended(asked),
            agreement: _signed(asked)[agreement],
        },
    )


def bound_by(actor: str) -> ColumnElement[bool]:
    """The agreement of the row has this party."""
    ids = actors(actor)
    return _some(party, "agreement_id", agreement, lambda rows: among(rows.c.actor_id, ids))


def _offices(level: Words | None, portfolio: Words | None, office: str | None) -> Select[int]:
    post = again(offices, "post").c
    found = select(post.id)
    if level is not None:
        found = found.where(is_one_of(post.level, Level, level, "level"))
    if portfolio is not None:
        found = found.where(is_one_of(post.portfolio, Portfolio, portfolio, "portfolio"))
    if office is not None:
        found = found.where(post.id.in_(answering(offices, name.c.office_id, office)))
    if level is None and portfolio is None and office is None:
        raise UsageError("in_office() asks for no office.", hint="give level, portfolio or office")
    return found


def _is_state(rows: FromClause) -> ColumnElement[bool]:
    states = again(actor, "state").c
    return among(rows.c.actor_id, select(states.id).where(states.kind == ActorKind.STATE))


def _some(table: FromClause, key: str, of: FromClause, asked: Asked) -> ColumnElement[bool]:
    part = again(table, "part")
    found = select(part.c.id).where(part.c[key] == of.c.id, asked(part))
    return exists(found.correlate(of))


def _attended(asked: Asked) -> ColumnElement[bool]:
    return _some(participation, "meeting_id", meeting, asked)


def _signed(asked: Asked) -> dict[FromClause, ColumnElement[bool]]:
    """What a condition on signatures says of a signature, a step, an agreement and a meeting."""
    given, taken = again(signature, "given"), again(step, "taken")
    found = (
        select(given.c.id)
        .join(taken, taken.c.id == given.c.action_id)
        .where(taken.c.status == ActionStatus.DONE, asked(given))
    )
    return {
        signature: asked(signature),
        step: _some(signature, "action_id", step, asked),
        agreement: exists(found.where(given.c.agreement_id == agreement.c.id).correlate(agreement)),
        meeting: exists(found.where(taken.c.meeting_id == meeting.c.id).correlate(meeting)),
    }
