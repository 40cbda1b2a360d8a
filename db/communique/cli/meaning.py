"""What options mean: names become slugs, and conditions are told from keywords of a starter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

ACTORS = frozenset(
    {
        "a", "actor", "agency", "b", "between", "by", "of", "other", "outlet", "party",
        "relayed_by", "reported_by", "series", "side", "via",
    }
)  # fmt: skip
"""Options that name an actor in any spelling, or two."""
OFFICES = frozenset({"a_office", "b_office", "office"})
"""Options that name an office by its slug or a title."""
CONDITIONS = {
    "about": "about",
    "held_in": "held_in",
    "in_country": "in_country",
    "part_of": "part_of",
    "relayed_by": "relayed_by",
    "reported_by": "reported_by",
    "reported_in": "reported_in",
    "reported_independently": "reported_independently",
    "rests_on": "rests_on",
    "series": "in_series",
    "sidelines": "on_sidelines_of",
    "sidelines_of": "on_sidelines_of",
}
"""Options that are conditions, and no keyword of a starter: the condition's public name."""
SLUGS = {
    "about": "topic",
    "agreement": "agreement",
    "article": "article",
    "meeting": "meeting",
    "part_of": "meeting",
    "record": "",
    "reported_in": "article",
    "sidelines_of": "meeting",
    "topic": "topic",
}
"""Options that take the slug of a record, and its kind, if of one: what nothing has is told."""


def meant(session: Session, name: str, value: Any) -> Any:
    """An option's value, with the slug of what it names where it takes a name."""
    if name in SLUGS:
        return _existing(session, SLUGS[name], value)
    if name not in ACTORS | OFFICES | {"held_in", "place"}:
        return value
    from communique import resolve_actor, resolve_office, resolve_place

    if name in ACTORS:
        if isinstance(value, tuple):
            return tuple(resolve_actor(session, each) for each in value)
        return resolve_actor(session, value)
    if name in OFFICES:
        return resolve_office(session, value)
    return resolve_place(session, value)


def asked(
    session: Session,
    starter: Callable[..., Select[*tuple[Any, ...]]],
    given: Mapping[str, Any],
) -> Select[*tuple[Any, ...]]:
    """The starter's statement with its options, and the conditions among them."""
    import communique

    said = {name: meant(session, name, value) for name, value in given.items()}
    certainly = said.pop("certainly", False)
    conditions = [
        getattr(communique, CONDITIONS[name])(*_many(said.pop(name)))
        for name in sorted(CONDITIONS.keys() & said.keys())
    ]
    statement = starter(**said).where(*conditions)
    if certainly:
        statement = statement.where(*_certainly(said))
    return statement


def _existing(session: Session, kind: str, slug: str) -> str:
    from communique.names import fold

    from .show.finding import require

    # A topic's label is as good as its slug.
    slug = fold(slug).replace(" ", "-") if kind == "topic" else slug
    if "#" not in slug:  # a quote goes by its article's slug and a number
        require(session, kind, slug)
    return slug


def _many(value: Any) -> Sequence[Any]:
    if value is True:  # a condition that is asked without naming anything
        return ()
    return value if isinstance(value, tuple) else (value,)


def _certainly(given: Mapping[str, Any]) -> Iterable[Any]:
    from communique import certainly_between
    from communique.errors import UsageError

    limits = [(given.get("since", ".."), given.get("until", ".."))]
    limits += [(given["on"], given["on"])] if "on" in given else []
    if not given.keys() & {"since", "until", "on"}:
        raise UsageError("--certainly goes with a time.", hint="give --since, --until or --on")
    return [
        certainly_between(first, last) for first, last in limits if (first, last) != ("..",) * 2
    ]
