"""Every code of a complaint: what it means and what to do. Codes are stable; add, never rename.

E1 characters, E2 syntax, E3 safety, E4 values, dates and offices, E5 records and references,
E6 evidence, E7 conflicts with the database or another file, E8 files. W is a warning.
"""

from __future__ import annotations

from typing import Final

from . import keeping, reading, records, values
from .explained import Explained

CODES: Final[dict[str, Explained]] = {
    **reading.CODES,
    **values.CODES,
    **records.CODES,
    **keeping.CODES,
}

__all__ = ["CODES", "Explained"]
