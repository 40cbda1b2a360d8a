"""Questions: starters that return ordered statements, and conditions that compose.

    signings  meetings  agreements  quotes  holders     a ``Select`` each, newest first
    signed_by  signed_for  attended_by  side  ...       conditions for ``.where()``
    count  page  narrowed  named                        of a statement or its rows
    evidence_for                                        what the rows rest on
    resolve_actor  resolve_office  resolve_place        from a spelling to a slug
    connect                                             a session for some questions

A condition is true or false of each row and never multiplies rows; ``&``, ``|`` and ``~``
compose: ``meetings().where(attended_by("iran"), ~attended_by("russia"))``.
"""

from .agreement import agreements, has_status
from .connect import connect
from .days import When
from .evidence import evidence_for
from .holder import holders, narrowed
from .known import known_on
from .meeting import meetings
from .paging import count, page
from .predicate import Predicate
from .proof import Proof
from .quote import quotes
from .resolving import resolve_actor, resolve_office, resolve_place
from .rows import Encounter, Holding, Signing, Standing, Statement, named
from .signing import signings
from .what import about, agreement_kind, held_in, meeting_kind
from .when import certainly_between, possibly_between
from .who import attended_by, in_office, relayed_by, side, signed_by, signed_for, speaker
from .words import Words

__all__ = [
    "Encounter",
    "Holding",
    "Predicate",
    "Proof",
    "Signing",
    "Standing",
    "Statement",
    "When",
    "Words",
    "about",
    "agreement_kind",
    "agreements",
    "attended_by",
    "certainly_between",
    "connect",
    "count",
    "evidence_for",
    "has_status",
    "held_in",
    "holders",
    "in_office",
    "known_on",
    "meeting_kind",
    "meetings",
    "named",
    "narrowed",
    "page",
    "possibly_between",
    "quotes",
    "relayed_by",
    "resolve_actor",
    "resolve_office",
    "resolve_place",
    "side",
    "signed_by",
    "signed_for",
    "signings",
    "speaker",
]
