"""Honest dates: as precise as their source, compared without pretending to know more.

PartialDate     a date as written, with its earliest and latest day
Certainty       certainly, possibly, impossible
Span            days on end, open where no limit is known
held            whether an office was held on a date
parse_range     a date given by a caller or on the command line
restore         a date read back from its three columns
BackwardsDate   the refusal of a date that ends before it starts
"""

from communique.dates.certainty import Certainty
from communique.dates.faults import BackwardsDate
from communique.dates.partial import PartialDate, parse_range, restore
from communique.dates.span import Span
from communique.dates.tenure import held

__all__ = [
    "BackwardsDate",
    "Certainty",
    "PartialDate",
    "Span",
    "held",
    "parse_range",
    "restore",
]
