"""From the rows of a record to what its file would say: the way back of `loading.resolver`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .agreements import agreement
from .articles import article, quotes
from .events import incident, meeting
from .mentions import mentions, tension
from .registries import actor, office, place, topic

if TYPE_CHECKING:
    from collections.abc import Callable

    from .dossier import Dossier

TELLERS: dict[str, Callable[[Dossier], dict[str, Any]]] = {
    "topic": topic,
    "place": place,
    "actor": actor,
    "office": office,
    "meeting": meeting,
    "agreement": agreement,
    "incident": incident,
    "tension": tension,
}
"""What tells each kind of record that has a file of its own; an article's file holds more."""

__all__ = ["TELLERS", "article", "mentions", "quotes"]
