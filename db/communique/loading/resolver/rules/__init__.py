"""Rules across records: what no single record can see."""

from __future__ import annotations

from collections.abc import Iterable

from ...archive import Archive
from ..scope import Scope
from .cycles import no_cycles
from .lifecycles import fulfilments_follow_plans, steps_in_order
from .occasions import order_within_a_day, steps_at_meetings_held
from .offices import single_holders
from .sources import identifiers_of_one, published_after_the_event, spellings_of_one

_RULES = (
    spellings_of_one,
    identifiers_of_one,
    single_holders,
    no_cycles,
    steps_in_order,
    fulfilments_follow_plans,
    steps_at_meetings_held,
    order_within_a_day,
    published_after_the_event,
)


def check_across(archive: Archive, scopes: Iterable[Scope]) -> None:
    """Complain where records contradict one another."""
    scopes = list(scopes)
    for rule in _RULES:
        rule(archive, scopes)
