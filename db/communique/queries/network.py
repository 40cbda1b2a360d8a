"""Who is tied to whom: nodes and edges, for programs that draw and measure networks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from .evidence import AT_ONCE
from .pairs import co_signatories, who_met_whom
from .rows_sources import Pair
from .tables import actor

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session

    from ..vocabulary import ActorKind
    from .days import When
    from .words import Words


class Node(NamedTuple):
    """An actor in a network, and with how many others it is tied."""

    actor: str
    name: str
    kind: ActorKind
    country: str | None
    ties: int


class Edge(NamedTuple):
    """A tie between two actors: that they ``met``, or ``signed`` together, how often and when."""

    a: str
    b: str
    tie: str
    times: int
    first_day: date | None
    last_day: date | None


class Network(NamedTuple):
    """Nodes by slug, and edges, the heaviest first."""

    nodes: list[Node]
    edges: list[Edge]


def network(
    session: Session,
    *,
    actor: str | None = None,
    kind: Words | None = None,
    since: When | None = None,
    until: When | None = None,
    known_on: When | None = None,
) -> Network:
    """Who met and who signed together, as two plain lists, in three statements.

    ``actor`` keeps the ties of one; ``kind`` those of actors of a kind who met.
    """
    limits = {"actor": actor, "since": since, "until": until, "known_on": known_on}
    met = session.execute(who_met_whom(kind=kind, **limits))  # type: ignore[arg-type]
    signed = session.execute(co_signatories(**limits))  # type: ignore[arg-type]
    edges = [_edge(Pair(*row), "met") for row in met]
    edges += [_edge(Pair(*row), "signed") for row in signed]
    edges.sort(key=lambda edge: (-edge.times, edge.a, edge.b, edge.tie))
    ties: dict[str, set[str]] = {}
    for edge in edges:
        ties.setdefault(edge.a, set()).add(edge.b)
        ties.setdefault(edge.b, set()).add(edge.a)
    return Network(_nodes(session, ties), edges)


def _edge(pair: Pair, tie: str) -> Edge:
    return Edge(pair.a, pair.b, tie, pair.times, pair.first_day, pair.last_day)


def _nodes(session: Session, ties: dict[str, set[str]]) -> list[Node]:
    rows = select(actor.c.slug, actor.c.name, actor.c.kind, actor.c.country)
    if len(ties) <= AT_ONCE:
        rows = rows.where(actor.c.slug.in_(sorted(ties)))
    # Otherwise every actor is read, not one list of names that no database would take.
    found = session.execute(rows.order_by(actor.c.slug))
    return [Node(*row, len(ties[row.slug])) for row in found if row.slug in ties]
