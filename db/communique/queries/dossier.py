"""All that is recorded of one actor, and of what two have to do with each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from ..errors import UsageError
from .actor import actors
from .agreement import agreements
from .asking import Answered, with_evidence
from .attendance import attendances
from .encounter import encounters
from .holder import holders, narrowed
from .incident import incidents
from .involved import involves
from .meeting import meetings
from .pairs import who_met_whom
from .plan import plans
from .quote import quotes
from .resolving import resolve_actor
from .rows import Gathering, Holding, Signing, Standing, Statement, named
from .rows_events import Attendance, Encounter, Event, Happening, Plan
from .rows_sources import Pair, Profile, Spelling
from .signing import signings
from .spelling import spellings
from .timeline import timeline
from .who import attended_by, bound_by, speaker

if TYPE_CHECKING:
    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from .days import When

R = TypeVar("R", bound=tuple[object, ...])


class Dossier(NamedTuple):
    """What is recorded of one actor; each list as its starter orders it, with the proofs.

    ``attendances`` are also those of whoever acted on its behalf, ``agreements`` those that
    it is a party to, ``counterparts`` whom it met, the most often met first.
    """

    actor: Profile
    spellings: list[Answered[Spelling]]
    offices: list[Answered[Holding]]
    attendances: list[Answered[Attendance]]
    signatures: list[Answered[Signing]]
    agreements: list[Answered[Standing]]
    quotes: list[Answered[Statement]]
    incidents: list[Answered[Happening]]
    counterparts: list[Pair]


class Bilateral(NamedTuple):
    """What two actors have to do with each other: who met, what binds both, what is planned."""

    a: str
    b: str
    meetings: list[Answered[Gathering]]
    encounters: list[Answered[Encounter]]
    agreements: list[Answered[Standing]]
    plans: list[Answered[Plan]]
    timeline: list[Answered[Event]]


def dossier(
    session: Session, actor: str, *, on: When | None = None, known_on: When | None = None
) -> Dossier:
    """All that is recorded of an actor, given by a slug or in any spelling.

    ``on`` keeps what was by the end of that day, and the offices possibly held on it;
    ``known_on`` what had been published by then. A fixed number of statements.
    """
    slug = resolve_actor(session, actor)
    told: dict[str, Any] = {} if known_on is None else {"known_on": known_on}
    by_then: dict[str, Any] = told if on is None else {**told, "until": on}
    tenures = holders(actor=slug, on=on, **told)
    held = session.execute(tenures).all()
    (profile,) = named(Profile, session.execute(actors().where(involves(slug))))

    def read(kind: type[R], rows: Select[*tuple[Any, ...]]) -> list[Answered[R]]:
        return _read(session, kind, rows, known_on)

    return Dossier(
        actor=profile,
        spellings=read(Spelling, spellings(actor=slug, **told)),
        offices=with_evidence(
            session,
            named(Holding, held if on is None else narrowed(held, on)),
            known_on=known_on,
        ),
        attendances=read(Attendance, attendances(**by_then).where(attended_by(slug))),
        signatures=read(Signing, signings(**by_then).where(involves(slug))),
        agreements=read(Standing, agreements(on=on, **told).where(bound_by(slug))),
        quotes=read(Statement, quotes(**by_then).where(speaker(slug))),
        incidents=read(Happening, incidents(actor=slug, **by_then)),
        counterparts=named(Pair, session.execute(who_met_whom(actor=slug, **by_then))),
    )


def bilateral(
    session: Session, a: str, b: str, *, on: When | None = None, known_on: When | None = None
) -> Bilateral:
    """What two actors have to do with each other, each by a slug or in any spelling.

    Meetings are those that both attended or were represented at, encounters the pairs of
    people who met there for either, agreements those that bind both, plans those that are
    open. ``on`` and ``known_on`` as for a dossier.
    """
    one, other = resolve_actor(session, a), resolve_actor(session, b)
    if one == other:
        raise UsageError(
            f'"{a}" and "{b}" both mean {one}.', hint="give two, or ask for the dossier of one"
        )
    told: dict[str, Any] = {} if known_on is None else {"known_on": known_on}
    by_then: dict[str, Any] = told if on is None else {**told, "until": on}
    both = (attended_by(one), attended_by(other))

    def read(kind: type[R], rows: Select[*tuple[Any, ...]]) -> list[Answered[R]]:
        return _read(session, kind, rows, known_on)

    return Bilateral(
        a=one,
        b=other,
        meetings=read(Gathering, meetings(**by_then).where(*both)),
        encounters=read(Encounter, encounters(a=one, b=other, **by_then)),
        agreements=read(Standing, agreements(on=on, **told).where(bound_by(one, other))),
        plans=read(Plan, plans(open_on=on or "..", **told).where(involves(one), involves(other))),
        timeline=read(Event, timeline(between=(one, other), **by_then)),
    )


def _read(
    session: Session, kind: type[R], rows: Select[*tuple[Any, ...]], known_on: When | None
) -> list[Answered[R]]:
    found = named(kind, session.execute(rows))
    return with_evidence(session, found, known_on=known_on)
