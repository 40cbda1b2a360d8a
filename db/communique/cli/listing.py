"""A listing: one question, its rows, and what each row claims and rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from communique import Answered
    from communique.dates import PartialDate

    from .answers import Answer, Row
    from .column import Column

    Prove = Callable[[Session, Sequence[Row], PartialDate | None], list[list[Row]]]

ACTORS = frozenset(
    {
        "a", "actor", "agency", "b", "between", "by", "of", "other", "outlet", "party",
        "relayed_by", "reported_by", "series", "side", "via",
    }
)  # fmt: skip
"""Options that name an actor in any spelling, or two."""
OFFICES = frozenset({"a_office", "b_office", "office"})
"""Options that name an office by its slug or a title."""
DATES = frozenset({"since_edtf", "signed_edtf", "date_edtf"})
"""Columns of rows that a day can be compared with, as exactly as they are written."""
INNER = frozenset({"day", "id", "part"})
"""Columns that are there for sorting and paging, and mean nothing outside of one database."""
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


def print_listing(
    starter: Callable[..., Select[*tuple[Any, ...]]],
    columns: Sequence[Column],
    options: Mapping[str, Any],
    *,
    format_: str,
    evidence: bool,
    prove: Prove | None = None,
) -> None:
    """Ask with the options that were given, and print the rows.

    ``prove`` finds the proofs of rows that have none of their own kind. A name that nobody
    answers to, or several do, is told rather than answered with no rows.
    """
    from dataclasses import replace

    from .answers import print_answer
    from .opening import asking

    given = {name: value for name, value in options.items() if value not in (None, (), False)}
    with asking() as session:
        statement = asked(session, starter, given)
        names = list(statement.selected_columns.keys())
        found: Sequence[Any] = session.execute(statement).all()
        if "on" in given and not DATES.isdisjoint(names):
            from communique import narrowed

            found = narrowed(found, given["on"])
        answer = answered(
            session, names, found, given.get("known_on"), evidence=evidence and not prove
        )
        if prove and evidence:
            answer = replace(answer, proofs=prove(session, answer.rows, given.get("known_on")))
        if format_ == "table":
            answer = _with_names(session, answer)
    print_answer(answer, columns, format_)


def answered(
    session: Session,
    names: Iterable[str],
    found: Sequence[Any],
    known_on: PartialDate | None = None,
    *,
    evidence: bool,
) -> Answer:
    """Rows of a starter as an answer, with what each claims and its proofs when asked for."""
    from .answers import Answer

    shown = [name for name in names if name not in INNER]
    rows: list[Row] = [row._asdict() for row in found]
    if not evidence:
        return Answer(shown, rows)
    from communique import with_evidence

    told = with_evidence(session, found, known_on=known_on)
    return Answer(shown, rows, *claims_of(told))


def claims_of(told: Iterable[Answered[Any]]) -> tuple[list[list[Row]], list[Row]]:
    """The proofs of each row, and what it claims in which capacity."""
    proofs: list[list[Row]] = []
    claims: list[Row] = []
    for each in told:
        proofs.append(once(proof._asdict() for proof in each.proofs))
        claims.append({"claim": each.claim, "capacity": each.capacity})
    return proofs, claims


def once(proofs: Iterable[Row]) -> list[Row]:
    """A span that proves several facts of one row, once."""
    spans: dict[tuple[object, ...], Row] = {}
    for proof in proofs:
        span = tuple(proof[name] for name in ("article", "start_char", "end_char", "note"))
        spans.setdefault(span, proof)
    return list(spans.values())


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


def _with_names(session: Session, answer: Answer) -> Answer:
    """For people, what the rows hold by slug alone also by its name."""
    from dataclasses import replace

    from communique.models import Actor, Place

    rows = [dict(row) for row in answer.rows]
    for column, kind in (("place", Place), ("on_behalf_of", Actor)):
        if column in answer.names and f"{column}_name" not in answer.names:
            names = _names(session, kind, {row[column] for row in rows if row[column]})
            for row in rows:
                row[f"{column}_name"] = names.get(row[column])
    return replace(answer, rows=rows)


def _names(session: Session, kind: Any, slugs: Iterable[str]) -> dict[str | None, str]:
    from sqlalchemy import select

    wanted = sorted(slugs)
    names: dict[str | None, str] = {}
    for start in range(0, len(wanted), 1000):
        some = select(kind.slug, kind.name).where(kind.slug.in_(wanted[start : start + 1000]))
        names.update((slug, name) for slug, name in session.execute(some))
    return names
