"""A record on a page, or as one JSON value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from rich.text import Text

from ..answers import Answer, as_json
from ..proofs import lines
from ..safe import one_line
from ..tables import console, listed, rendered, show
from ..wording import counted, spaced, when

if TYPE_CHECKING:
    from rich.console import RenderableType

    from ..answers import Row
    from .record import Record

_LABELS = {"status_edtf": "since"}


def print_page(record: Record, *, evidence: bool) -> None:
    """The record's own fields, its sections that hold anything, and what it rests on."""
    parts: list[RenderableType] = [
        Text(one_line(record.title), style="bold"),
        Text(f"{record.kind}/{record.slug}"),
    ]
    for name, value in record.fields.items():
        if value not in (None, ""):
            parts.append(Text(f"{_label(name)}: {_words(name, value)}"))
    for section in record.sections:
        if section.shown:
            answer = Answer(list(section.shown[0]), section.shown)
            parts += [Text(), Text(section.title, style="bold")]
            parts += rendered(answer, section.columns, console().width)
    if record.proofs:
        parts += [Text(), *_evidence(record, in_full=evidence)]
    show(*parts)


def print_value(record: Record, *, evidence: bool, indent: int | None) -> None:
    """The record with every column of its sections, values as they are stored."""
    value: dict[str, object] = {
        "record_kind": record.kind,
        "record": record.slug,
        "title": record.title,
        **record.fields,
        **{section.key: [dict(row) for row in section.rows] for section in record.sections},
    }
    if evidence:
        value["evidence"] = [dict(proof) for proof in record.proofs]
    click.echo(as_json(value, indent=indent))


def _label(name: str) -> str:
    return spaced(_LABELS.get(name, name.removesuffix("_edtf")))


def _words(name: str, value: object) -> str:
    if name.endswith("_edtf"):
        return when(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return one_line(str(value))


def _evidence(record: Record, *, in_full: bool) -> list[RenderableType]:
    if in_full:
        parts: list[RenderableType] = []
        for fact, proofs in _by_fact(record).items():
            parts += [Text(fact, style="bold"), listed(lines(proofs)), Text()]
        return parts[:-1]
    articles = len({proof["article"] for proof in record.proofs})
    count = f"{counted(len(record.proofs), 'excerpt')} in {counted(articles, 'article')}"
    return [Text(f"Evidence: {count}; --evidence prints it.")]


def _by_fact(record: Record) -> dict[str, list[Row]]:
    """The proofs under headings: first of the record itself, then of its parts by their kind."""
    if record.kind == "article":  # in the order of its text, each with what it proves
        return {"Evidence": list(record.proofs)}
    found: dict[str, list[Row]] = {}
    for proof in sorted(record.proofs, key=lambda proof: proof["fact"] != record.kind):
        own = proof["fact"] == record.kind
        heading = "Evidence" if own else f"Evidence of its {_PLURAL[proof['fact']]}"
        found.setdefault(heading, []).append(proof)
    return found


_PLURAL = {
    "name": "names", "tenure": "tenures", "participation": "participants", "party": "parties",
    "agreement_action": "steps", "signature": "signatures", "agreement_link": "links",
    "figure": "figures",
}  # fmt: skip
