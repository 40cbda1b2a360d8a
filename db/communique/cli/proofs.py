"""What an answer rests on, in lines: the words, where they stand, how they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .safe import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def lines(proofs: Iterable[Mapping[str, Any]]) -> list[str]:
    """A line for each proof, with the curator's note behind it."""
    return [_line(proof) for proof in proofs] or ["(no evidence recorded)"]


def _line(proof: Mapping[str, Any]) -> str:
    reading = [str(proof["basis"])]
    if proof.get("field"):
        reading.append(str(proof["field"]))
    if proof.get("inherited_from"):
        reading.append(f"of its {_PARENTS.get(proof['inherited_from'], proof['inherited_from'])}")
    if proof["note"]:
        reading.append(f"note: {one_line(proof['note'])}")
    if proof["excerpt"] is None:
        return f"outside knowledge ({', '.join(reading[1:])})"
    span = f"[{proof['start_char']}:{proof['end_char']}]"
    return f"«{one_line(proof['excerpt'])}» — {proof['article']} {span} ({', '.join(reading)})"


_PARENTS = {"agreement_action": "step"}
