"""Stored values in words for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


def when(edtf: object) -> str:
    """A date as a phrase: "one of 6, 13, 20, 27 Oct 2021"."""
    if edtf is None:
        return ""
    from communique.dates import PartialDate

    return PartialDate(str(edtf)).describe()


def spaced(word: object) -> str:
    """A word of a vocabulary as people write it: "press conference"."""
    return "" if word is None else str(word).replace("_", " ")


def happening(row: Mapping[str, Any]) -> str:
    """What a row of a timeline tells: "talks (held)", "signed (planned)", "attack"."""
    told = spaced(row["step"])
    return told if row["record_kind"] == "incident" else f"{told} ({spaced(row['status'])})"


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 record", "2 records"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
