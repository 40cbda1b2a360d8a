"""Complaints: every problem of a run, each at its file, line and column.

Codes are stable, because people search for them. ``E`` codes refuse the load,
``W`` codes warn (and refuse under ``check --strict``).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import asdict, dataclass

LONGEST_SHOWN = 80
"""Characters of input that a message repeats."""


@dataclass(frozen=True, slots=True, order=True)
class Complaint:
    """One problem: where it is, what is wrong, and the nearest right thing."""

    file: str
    line: int
    column: int
    code: str
    path: str
    message: str
    hint: str | None = None

    @property
    def is_warning(self) -> bool:
        """A warning lets the load pass."""
        return self.code.startswith("W")

    def as_dict(self) -> dict[str, str | int | None]:
        """The same fields for ``--format json``."""
        return asdict(self)

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}:{self.column}: {self.code}"
        about = f" {self.path}" if self.path else ""
        hint = f" Hint: {_sentence(self.hint)}" if self.hint else ""
        return f"{where}{about}: {_sentence(self.message)}{hint}"


class Refused(Exception):
    """Reading a file cannot go on behind this complaint."""

    def __init__(self, complaint: Complaint) -> None:
        super().__init__(str(complaint))
        self.complaint = complaint


class Complaints:
    """The complaints of one run, kept until all files were read."""

    def __init__(self) -> None:
        self._all: set[Complaint] = set()

    def add(self, complaint: Complaint) -> None:
        """Keep a complaint; the same one said twice counts once."""
        self._all.add(complaint)

    def __iter__(self) -> Iterator[Complaint]:
        return iter(sorted(self._all, key=_order))

    @property
    def errors(self) -> bool:
        """Whether any complaint refuses the load."""
        return any(not complaint.is_warning for complaint in self._all)


def shown(text: object, limit: int = LONGEST_SHOWN) -> str:
    """Input as a message may repeat it: cut, with control and bidi characters escaped."""
    cut = str(text)
    cut = cut if len(cut) <= limit else cut[: limit - 1] + "…"
    return "".join(
        character if unicodedata.category(character) not in _UNPRINTABLE else _escaped(character)
        for character in cut
    )


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


_UNPRINTABLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def _escaped(character: str) -> str:
    code = ord(character)
    return (
        f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"
    )


def _order(complaint: Complaint) -> tuple[object, ...]:
    return (
        complaint.file,
        complaint.line,
        complaint.column,
        complaint.code,
        complaint.path,
        complaint.message,
    )
