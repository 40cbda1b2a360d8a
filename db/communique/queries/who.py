"""Conditions on who acts: signers, parties, participants, sides, speakers, agencies, offices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, FromClause, and_, exists, or_, select

from ..databases.membership import OneOfFew
from ..errors import UsageError
from ..vocabulary import ActorKind, Level, Portfolio
from .naming import actors, among, is_actor, is_office
from .predicate import Predicate, asks
from .tables import (
    actor,
    again,
    agreement,
    evidence,
    incident,
    incident_actor,
    is_done,
    meeting,
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
    from sqlalchemy.sql.elements import KeyedColumnElement

    from .naming import Answers
    from .predicate import Meanings

    Asked = Callable[[FromClause], ColumnElement[bool]]


@asks("actor")
def signed_by(ids: Answers) -> Meanings:
    """Somebody of this name signed; of a signature, that it is theirs."""
    return _signed(lambda rows: among(rows.c.signer_id, ids))


@asks("actor")
def signed_for(ids: Answers) -> Meanings:
    """Somebody signed for this party; of a signature, that it was given for it."""
    return _signed(lambda rows: among(rows.c.party_id, ids))


@asks("actor")
def attended_by(ids: Answers) -> Meanings:
    """The actor took part, or was represented: for a state, also all who acted on its behalf."""
    asked = acts(ids)
    return {participation: asked(participation), meeting: _attended(asked)}


@asks("actor")
def side(ids: Answers) -> Meanings:
    """The state or body was a side: signed or spoken for, represented, there itself, bound."""

    def present(rows: FromClause) -> ColumnElement[bool]:
        itself = and_(among(rows.c.actor_id, ids), _is_state(rows))
        return or_(among(rows.c.on_behalf_of_id, ids), itself)

    def spoken_for(rows: FromClause) -> ColumnElement[bool]:
        return among(rows.c.on_behalf_of_id, ids)

    return {
        signature: among(signature.c.party_id, ids),
        # Also where its meeting is read: that is where it was done, and not who is bound.
        step: _is_bound(step.c.agreement_id, ids),
        participation: present(participation),
        quote_speaker: spoken_for(quote_speaker),
        quote: some(quote_speaker, "quote_id", quote, spoken_for),
        meeting: _attended(present),
        agreement: _is_bound(agreement.c.id, ids),
    }


@asks("actor")
def speaker(ids: Answers) -> Meanings:
    """The actor speaks; of a meeting, that somebody of this name is quoted from it."""

    def asked(rows: FromClause) -> ColumnElement[bool]:
        return among(rows.c.actor_id, ids)

    words, spoken = again(quote, "words"), again(quote_speaker, "spoken")
    heard = select(words.c.meeting_id).where(
        words.c.meeting_id.is_not(None), spoken.c.quote_id == words.c.id, asked(spoken)
    )
    return {
        quote_speaker: asked(quote_speaker),
        quote: some(quote_speaker, "quote_id", quote, asked),
        meeting: among(meeting.c.id, heard),
    }


@asks("actor")
def relayed_by(ids: Answers) -> Meanings:
    """The agency relayed the words, or some proof of what is no quote."""
    proof = again(evidence, "relayed")

    def relayed(own: FromClause, key: str) -> ColumnElement[bool]:
        found = select(proof.c[key]).where(
            proof.c[key].is_not(None), among(proof.c.relayed_by_id, ids)
        )
        return among(own.c.id, found)

    return {
        quote: among(quote.c.relayed_by_id, ids),
        signature: relayed(signature, "signature_id"),
        step: relayed(step, "agreement_action_id"),
        participation: relayed(participation, "participation_id"),
        meeting: relayed(meeting, "meeting_id"),
        agreement: relayed(agreement, "agreement_id"),
        incident: relayed(incident, "incident_id"),
        evidence: among(evidence.c.relayed_by_id, ids),
    }


def in_office(
    *,
    level: Words | None = None,
    portfolio: Words | None = None,
    office: str | None = None,
    of: str | None = None,
) -> Predicate:
    """Somebody acts in such an office, which may be asked to be of a state: signs, attends, ..."""
    posts = _offices(level, portfolio, office, of)

    def asked(rows: FromClause) -> ColumnElement[bool]:
        return among(rows.c.office_id, posts)

    signed = _signed(asked)
    return Predicate(
        "in_office",
        {
            signature: signed[signature],
            step: signed[step],
            quote_speaker: asked(quote_speaker),
            participation: asked(participation),
            tenure: asked(tenure),
            quote: some(quote_speaker, "quote_id", quote, asked),
            meeting: _attended(asked),
            agreement: signed[agreement],
        },
    )


def attendees(actor: str) -> ColumnElement[bool]:
    """The meeting of the row was attended by the actor, or by who acted on its behalf."""
    return _attended(acts(actors(actor)))


def bound_by(*parties: str) -> ColumnElement[bool]:
    """The agreement of the row has all of these parties."""
    return _is_bound(agreement.c.id, *map(actors, parties))


def is_bound(agreements: KeyedColumnElement[int], actor: str) -> ColumnElement[bool]:
    """The column points to an agreement that has this party."""
    return _is_bound(agreements, actors(actor))


def had_part(actor: str) -> ColumnElement[bool]:
    """The actor had a part in the incident of the row."""
    return _had_part(actors(actor))


def acts(ids: Answers) -> Asked:
    """Somebody of this name takes part or speaks, or somebody does on their behalf."""
    return lambda rows: or_(among(rows.c.actor_id, ids), among(rows.c.on_behalf_of_id, ids))


def _is_bound(
    agreements: KeyedColumnElement[int], ids: Answers, *others: Answers
) -> ColumnElement[bool]:
    part = again(party, "part")
    if not others:
        return among(agreements, select(part.c.agreement_id).where(among(part.c.actor_id, ids)))
    # Each of two states has many agreements, and both have few: the others are looked for among
    # those of the first, and the few lead to whatever else is asked of them.
    found = select(part.c.agreement_id).where(OneOfFew(part.c.actor_id, ids.ids(), many=True))
    for number, each in enumerate(others):
        also = again(party, f"also_{number}")
        found = found.where(also.c.agreement_id == part.c.agreement_id)
        found = found.where(OneOfFew(also.c.actor_id, each.ids(), many=True))
    return and_(agreements.is_not(None), OneOfFew(agreements, found))


def _had_part(ids: Answers) -> ColumnElement[bool]:
    return some(incident_actor, "incident_id", incident, lambda rows: among(rows.c.actor_id, ids))


def _offices(
    level: Words | None, portfolio: Words | None, office: str | None, of: str | None
) -> Select[int]:
    post = again(offices, "post").c
    found = select(post.id)
    if level is not None:
        found = found.where(is_one_of(post.level, Level, level, "level"))
    if portfolio is not None:
        found = found.where(is_one_of(post.portfolio, Portfolio, portfolio, "portfolio"))
    if office is not None:
        found = found.where(is_office(post.id, office))
    if of is not None:
        found = found.where(is_actor(post.of_id, of))
    if level is None and portfolio is None and office is None and of is None:
        raise UsageError(
            "in_office() asks for no office.", hint="give level, portfolio, office or of"
        )
    return found


def _is_state(rows: FromClause) -> ColumnElement[bool]:
    states = again(actor, "state").c
    itself = select(states.id).where(states.id == rows.c.actor_id, states.kind == ActorKind.STATE)
    return exists(itself.correlate(rows))


def some(table: FromClause, key: str, of: FromClause, asked: Asked) -> ColumnElement[bool]:
    """Some part of the row's record is so; not correlated, so that rare parts lead to it."""
    part = again(table, "part")
    return among(of.c.id, select(part.c[key]).where(asked(part)))


def _attended(asked: Asked) -> ColumnElement[bool]:
    return some(participation, "meeting_id", meeting, asked)


def _signed(asked: Asked) -> dict[FromClause, ColumnElement[bool]]:
    """What a condition on signatures says of a signature, a step, an agreement and a meeting."""
    given, taken = again(signature, "given"), again(step, "taken")
    done = and_(taken.c.id == given.c.action_id, is_done(taken), asked(given))
    return {
        signature: asked(signature),
        step: some(signature, "action_id", step, asked),
        agreement: among(agreement.c.id, select(given.c.agreement_id).where(done)),
        meeting: among(
            meeting.c.id, select(taken.c.meeting_id).where(done, taken.c.meeting_id.is_not(None))
        ),
    }
