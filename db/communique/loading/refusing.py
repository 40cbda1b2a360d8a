"""The refusals behind which reading a file has no meaning."""

from __future__ import annotations

from .complaints import Complaint, Refused


def refused(file: str, line: int, column: int, code: str, message: str, hint: str) -> Refused:
    """The exception that ends the reading of a file, or of a line of JSON Lines."""
    return Refused(Complaint(file, line, column, code, "", message, hint))


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
