"""How each kind of record is shown: a heading, its own fields, and small tables about it."""

from .finding import find
from .record import Record, Section

__all__ = ["Record", "Section", "find"]
