"""What an answer rests on, in lines: the words, where they stand, how they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .safe import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def lines(proofs: Iterable[Mapping[str, Any]]) -> list[str]:
    """A line for each proof, with the curator's note behind it.

    A proof that names its record is told with it, as on the page of an article. The last
    line says where the record files hold all this.
    """
    told = list(proofs)
    return [*(_line(proof) for proof in told), *_recorded(told)] or ["(no evidence recorded)"]


def _recorded(proofs: Iterable[Mapping[str, Any]]) -> list[str]:
    """The record files and lines, and the run of the loader that left them so."""
    kept = [proof for proof in proofs if proof.get("source_file")]
    places = dict.fromkeys(f"{proof['source_file']}:{proof['source_line']}" for proof in kept)
    return [f"recorded in {', '.join(places)} (load {kept[0]['load_run']})"] if kept else []


def _line(proof: Mapping[str, Any]) -> str:
    reading = [str(proof["basis"])]
    if proof.get("record"):
        reading.insert(0, f"{fact_of(proof)} of {proof['record_kind']}/{proof['record']}")
    if proof.get("field"):
        reading.append(str(proof["field"]))
    if proof.get("inherited_from"):
        reading.append(f"of its {_told(proof['inherited_from'])}")
    if proof["note"]:
        reading.append(f"note: {one_line(proof['note'])}")
    if proof["excerpt"] is None:
        return f"outside knowledge ({', '.join(reading[1:])})"
    span = f"[{proof['start_char']}:{proof['end_char']}]"
    return f"«{one_line(proof['excerpt'])}» — {proof['article']} {span} ({', '.join(reading)})"


def fact_of(proof: Mapping[str, Any]) -> str:
    """What a proof proves, in a word: a name, a tenure, a step."""
    return _told(str(proof["fact"]))


def _told(table: str) -> str:
    return _FACTS.get(table, table)


_FACTS = {"agreement_action": "step", "agreement_link": "link"}
