"""Topics, places, actors and offices as rows."""

from __future__ import annotations

from ...names import fold
from ..rows import date_columns
from ..shapes.registries import ActorShape, OfficeShape, PlaceShape, TopicShape
from .evidence import add_evidence
from .parts import add_names
from .scope import Scope


def resolve_topic(scope: Scope, shape: TopicShape) -> None:
    """A subject."""
    scope.add_head(
        {"label": shape.label, "broader_id": scope.other("topic", shape.broader, ("broader",))}
    )


def resolve_place(scope: Scope, shape: PlaceShape) -> None:
    """A place with its names."""
    head = scope.add_head(
        {
            "name": shape.name.text,
            "kind": shape.kind.value,
            "country": shape.country,
            "inside_id": scope.other("place", shape.inside, ("inside",)),
        }
    )
    add_names(scope, head, shape.name, shape.names)


def resolve_actor(scope: Scope, shape: ActorShape) -> None:
    """An actor with all spellings and tenures."""
    head = scope.add_head(
        {
            "kind": shape.kind.value,
            "name": shape.name.text,
            "country": shape.country,
            "description": shape.description,
            "wikidata": shape.wikidata,
        }
    )
    add_names(scope, head, shape.name, shape.names)
    held: set[tuple[object, ...]] = set()
    for position, tenure in enumerate(shape.tenures):
        path = ("tenures", position)
        office = scope.ref("office", tenure.office, (*path, "office"))
        if tenure.since and tenure.until and tenure.since.after(tenure.until) == "certainly":
            scope.complain(
                (*path, "until"),
                "E435",
                f"ends ({tenure.until.edtf}) before it begins ({tenure.since.edtf})",
                "correct since or until",
            )
        if not tenure.evidence:
            scope.complain(path, "E601", "no evidence is given", "add `evidence:` with an excerpt")
        if office is None:
            continue
        if (same := (tenure.office, tenure.since, tenure.until)) in held:
            scope.complain(
                path, "E510", "the same office is given twice for the same time", "keep one entry"
            )
        held.add(same)
        key = scope.add(
            "tenure",
            head,
            position,
            {
                "office_id": office,
                "acting": int(tenure.acting),
                **date_columns("since", tenure.since),
                **date_columns("until", tenure.until),
            },
        )
        add_evidence(scope, key, tenure.evidence, (*path, "evidence"))


def resolve_office(scope: Scope, shape: OfficeShape) -> None:
    """An office with its names as printed."""
    head = scope.add_head(
        {
            "title": shape.title,
            "level": shape.level.value,
            "portfolio": shape.portfolio.value if shape.portfolio else None,
            "of_id": scope.ref("actor", shape.of, ("of",)),
            "single_holder": int(shape.single_holder),
            "folded": fold(shape.title),
        }
    )
    add_names(scope, head, None, shape.names)
