"""The loader: record files in, rows out, and every complaint at its line.

    files -> reader -> validation (shapes) -> resolver -> plan -> apply

Text becomes a tree with positions, the tree typed records, records rows with
natural keys, and rows are compared with what is stored. Nothing flows back.
"""

from .complaints import Complaint
from .load import check, load
from .outcome import Outcome, Report
from .plan import Change

__all__ = ["Change", "Complaint", "Outcome", "Report", "check", "load"]
