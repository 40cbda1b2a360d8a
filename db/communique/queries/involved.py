"""Conditions on who had a hand in something, in whichever way: one actor, or two together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import FromClause, or_, select, union_all

from ..databases.membership import InBoth
from .naming import actors, among
from .predicate import NAMED, Predicate, asks
from .tables import (
    actor,
    again,
    agreement,
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
from .who import acts, some

if TYPE_CHECKING:
    from sqlalchemy import Select

    from .naming import Answers, Ids
    from .predicate import Meanings


@asks("actor")
def involves(ids: Answers) -> Meanings:
    """The actor had a hand in it: attended, was represented, signed, is bound, speaks, had a part.

    Who took a step alone has a hand in the step and in its agreement.
    """
    given, taken = again(signature, "given"), again(step, "taken")
    found = _involved(ids)
    signed = select(given.c.agreement_id).where(
        taken.c.id == given.c.action_id, is_done(taken), among(given.c.signer_id, ids)
    )
    return {
        signature: or_(among(signature.c.signer_id, ids), among(signature.c.party_id, ids)),
        step: among(step.c.id, found[step]),
        participation: acts(ids)(participation),
        quote: some(quote_speaker, "quote_id", quote, acts(ids)),
        tenure: among(tenure.c.holder_id, ids),
        meeting: among(meeting.c.id, found[meeting]),
        agreement: among(agreement.c.id, union_all(*_agreements_of(ids), signed)),
        incident: among(incident.c.id, found[incident]),
        actor: among(actor.c.id, ids),
    }


def involves_both(one: str, other: str) -> Predicate:
    """The same as `involves` said of both, of what happened: a meeting, a step, an incident.

    What each had a hand in is gathered and then compared: of two who have much and little of it
    together, a database that began with one would ask of all of it whether the other was there.
    """
    return Predicate("involves_both", {}, answers=[actors(one), actors(other)])


def _both_involved(one: Answers, other: Answers) -> Meanings:
    found, also = _involved(one), _involved(other)
    return {own: InBoth(own.c.id, found[own], also[own]) for own in (meeting, step, incident)}


NAMED["involves_both"] = _both_involved


def _involved(ids: Answers) -> dict[FromClause, Ids]:
    """Ids of what happened that the actor had a hand in."""
    own, given = again(step, "own"), again(signature, "given")
    attended, suffered = again(participation, "part"), again(incident_actor, "part")
    bound, alone = _agreements_of(ids)
    return {
        meeting: union_all(
            select(attended.c.meeting_id).where(among(attended.c.actor_id, ids)),
            select(attended.c.meeting_id).where(among(attended.c.on_behalf_of_id, ids)),
        ),
        step: union_all(
            select(own.c.id).where(own.c.agreement_id.in_(bound)),
            alone.with_only_columns(own.c.id),
            # Who it was signed for is a party of the agreement, and found by that.
            select(given.c.action_id).where(among(given.c.signer_id, ids)),
        ),
        incident: select(suffered.c.incident_id).where(among(suffered.c.actor_id, ids)),
    }


def _agreements_of(ids: Answers) -> tuple[Select[int], Select[int]]:
    """Agreements that bind the actor, and those of which it took a step alone."""
    part, own = again(party, "part"), again(step, "own")
    return (
        select(part.c.agreement_id).where(among(part.c.actor_id, ids)),
        select(own.c.agreement_id).where(among(own.c.actor_id, ids)),
    )
