"""Complaints: every problem of a run, each at its file, line and column.

Codes are stable, because people search for them. ``E`` codes refuse the load,
``W`` codes warn (and refuse under ``check --strict``). `codes.py` explains each.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

LONGEST_SHOWN = 80
"""Characters of input that a message repeats."""
_MOST_LISTED = 8
_MOST_ADVICE = 200


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
        where = f"{_printable(self.file)}:{self.line}:{self.column}: {self.code}"
        about = f" {self.path}" if self.path else ""
        hint = f" Hint: {_sentence(self.hint)}" if self.hint else ""
        return f"{where}{about}: {_sentence(self.message)}{hint}"


class Refused(Exception):
    """Reading a file cannot go on behind this complaint."""

    def __init__(self, complaint: Complaint) -> None:
        super().__init__(str(complaint))
        self.complaint = complaint
        self.unread = ""
        """What was not read: the records that it names may well exist."""

    def of(self, content: bytes) -> Refused:
        """The same refusal, of this content."""
        self.unread = content.decode("utf-8", "replace")
        return self


class Complaints:
    """The complaints of one run, kept until all files were read."""

    def __init__(self) -> None:
        self._all: set[Complaint] = set()
        self._advice = _MOST_ADVICE
        self.hidden = 0
        """Hidden files and folders that were passed over."""

    def add(self, complaint: Complaint) -> None:
        """Keep a complaint; the same one said twice counts once."""
        self._all.add(complaint)

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[Complaint]:
        return iter(sorted(self._all, key=_order))

    @property
    def errors(self) -> bool:
        """Whether any complaint refuses the load."""
        return any(not complaint.is_warning for complaint in self._all)

    def may_search(self) -> bool:
        """Whether there is time to search for the nearest right thing once more.

        A curator reads a hundred complaints of a run at most; a hostile file has thousands.
        """
        self._advice -= 1
        return self._advice >= 0


def shown(text: object, limit: int = LONGEST_SHOWN) -> str:
    """Input as a message may repeat it: cut, with control and bidi characters escaped."""
    whole = str(text)
    escaped, length = [], 0
    for character in whole[: limit + 1]:
        escaped.append(_printable(character))
        length += len(escaped[-1])
        if length > limit:
            escaped.pop()
            return "".join(escaped)[: limit - 1] + "…"
    return "".join(escaped)


def listed(words: Iterable[str], between: str = ", ") -> str:
    """A few words in a row; the rest is counted."""
    every = list(words)
    more = len(every) - _MOST_LISTED
    rest = f" and {more} more" if more > 0 else ""
    return between.join(shown(word) for word in every[:_MOST_LISTED]) + rest


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


_UNPRINTABLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def _printable(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        each if unicodedata.category(each) not in _UNPRINTABLE else _escaped(each) for each in text
    )


def _escaped(character: str) -> str:
    if character in "\n\t":
        return "\\n" if character == "\n" else "\\t"
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
