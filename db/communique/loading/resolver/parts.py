"""Parts that several kinds of records have: names, topics, figures."""

from __future__ import annotations

from collections.abc import Sequence

from ...names import fold
from ..complaints import shown
from ..rows import Key
from ..shapes.parts import EvidenceShape, FigureShape, NameShape
from .evidence import add_evidence
from .scope import Path, Scope

_LONGEST_KEY = 1_000


def add_names(
    scope: Scope, owner: Key, main: NameShape | None, others: Sequence[NameShape]
) -> None:
    """Add every way of writing; without proof of its own, a name rests on its first occurrence."""
    seen: set[str] = set()
    entries: list[tuple[NameShape, Path]] = [(main, ("name",))] if main else []
    entries += [(each, ("names", index)) for index, each in enumerate(others)]
    for position, (shape, path) in enumerate(entries):
        if shape.text in seen:
            first = "the main name" if main and main.text == shape.text else "an earlier entry"
            scope.complain(path, "E510", f'"{shown(shape.text)}" repeats {first}', "drop it")
            continue
        seen.add(shape.text)
        folded = fold(shape.text)
        if not folded:
            scope.complain(
                path,
                "E422",
                f'"{shown(shape.text)}" holds no letter or digit',
                "give a name that can be searched for",
            )
        if len(folded) > _LONGEST_KEY:  # PostgreSQL's indexes hold no more
            scope.complain(
                path,
                "E405",
                f"{len(folded):,} characters in Latin letters; {_LONGEST_KEY:,} is the most",
                "shorten it",
            )
        key = scope.add(
            "name",
            owner,
            position,
            {
                "text": shape.text,
                "folded": folded,
                "kind": "canonical" if shape is main else shape.kind.value,
                "language": shape.language,
            },
        )
        proofs = shape.evidence or [EvidenceShape()]
        add_evidence(
            scope, key, proofs, (*path, "evidence") if shape.evidence else path, says=shape.text
        )


def add_topics(scope: Scope, table: str, owner: Key, topics: Sequence[str], path: Path) -> None:
    """Give subjects to a meeting, agreement or quote."""
    seen: set[Key] = set()
    for position, topic in enumerate(topics):
        key = scope.ref("topic", topic, (*path, position))
        if key in seen:
            scope.complain((*path, position), "E510", f'"{shown(topic)}" is given twice', "drop it")
        elif key is not None:
            seen.add(key)
            scope.add(table, owner, position, {"topic_id": key})


def add_figures(scope: Scope, owner: Key, figures: Sequence[FigureShape], path: Path) -> None:
    """Add numbers as reported."""
    for position, shape in enumerate(figures):
        here = (*path, position)
        key = scope.add(
            "figure",
            owner,
            position,
            {
                "what": shape.what,
                "value": shape.value,
                "unit": shape.unit,
                "qualifier": shape.qualifier.value,
                "claimed_by_id": scope.ref("actor", shape.by, (*here, "by")),
                "claimed_by_as_written": shape.by_as_written,
            },
        )
        add_evidence(scope, key, shape.evidence, (*here, "evidence"))


def needs_a_source(scope: Scope) -> None:
    """A fact without any excerpt on it or on its parts is refused."""
    if not scope.gives_evidence:
        scope.complain((), "E601", "no evidence is given", "add `evidence:` with an excerpt")
