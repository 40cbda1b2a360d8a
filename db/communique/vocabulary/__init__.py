"""The closed vocabularies: every word that a record may use, as enumerations.

A word is added where a source needs it and none fits; it is never renamed and
never removed, because databases and record files hold it. Each enumeration is
stored as text under a CHECK named ``<column>_is_a_known_word``.
"""

from .agreements import ActionKind, ActionStatus, AgreementKind, AgreementStatus, LinkKind
from .events import IncidentKind, IncidentRole, MeetingKind, MeetingStatus, Role
from .people import ActorKind, Level, NameKind, PlaceKind, Portfolio
from .sources import Basis, CatchwordKind, Mode, NoteKind, Qualifier, RecordKind, WordingKind

__all__ = [
    "ActionKind",
    "ActionStatus",
    "ActorKind",
    "AgreementKind",
    "AgreementStatus",
    "Basis",
    "CatchwordKind",
    "IncidentKind",
    "IncidentRole",
    "Level",
    "LinkKind",
    "MeetingKind",
    "MeetingStatus",
    "Mode",
    "NameKind",
    "NoteKind",
    "PlaceKind",
    "Portfolio",
    "Qualifier",
    "RecordKind",
    "Role",
    "WordingKind",
]
