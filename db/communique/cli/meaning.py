"""What options mean: names become slugs, and conditions are told from keywords of a starter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

NAMES = {
    "agency": "actor",
    "held_in": "place",
    "other": "actor",
    "relayed_by": "actor",
    "reported_by": "actor",
    "series": "actor",
}
"""Options that name an actor or a place and are no keywords of a starter: what they name."""
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
    from communique.queries.asking import resolved

    if name == "between":  # here it names two actors, and never two dates
        return tuple(resolved(session, "actor", each) for each in value)
    return resolved(session, NAMES.get(name, name), value)


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
