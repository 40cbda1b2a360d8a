"""Asking by name, and answers with what they rest on."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar, TypeVarTuple

from ..errors import UsageError
from .evidence import evidence_for
from .proof import Proof
from .resolving import resolve_actor, resolve_office, resolve_place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from .days import When

Ts = TypeVarTuple("Ts")
R = TypeVar("R", bound=tuple[object, ...])

ACTORS = frozenset({"a", "actor", "b", "by", "of", "outlet", "party", "side", "via"})
"""Options of starters that take the name of an actor."""
OFFICES = frozenset({"a_office", "b_office", "office"})
"""Options that take the title of an office."""
PLACES = frozenset({"place"})
"""Options that take the name of a place."""

_EVENTS = {"meeting": "meeting", "agreement": "agreement_action", "incident": "incident"}
_ROWS: tuple[tuple[str, str, str, str | None], ...] = (
    (
        "signer_name",
        "signature",
        "{signer_name} signing {agreement_title} for {party_name}",
        "office",
    ),
    ("a_name", "participation", "{a_name} meeting {b_name}: {meeting_title}", "a_office"),
    ("role", "participation", "{actor_name} taking part: {meeting_title}", "office"),
    ("speaker_as_written", "quote", "{speaker_name}: {text}", "office"),
    ("since_edtf", "tenure", "{actor_name} in office: {office_title}", "office"),
    ("action_status", "agreement_action", "{agreement_title}: {action_kind}", None),
    ("status_edtf", "agreement", "{title}: {status}", None),
    ("incident_title", "incident", "{incident_title}", None),
    ("meeting_title", "meeting", "{meeting_title}", None),
    ("wikidata", "actor", "{name}, written of", None),
    ("spelling", "name", "{name}, written {spelling}", None),
    ("published_edtf", "article", "{article} is published", None),
)
"""By a column that only these rows have: the kind of fact, what it claims, in which office.

A claim has no verb that must agree: who acts may be one or many, as "our delegations" are.
"""


class Answered(NamedTuple, Generic[R]):
    """A row of an answer: what it claims, in which capacity, and the proofs.

    ``capacity`` is the office, by its slug, in which somebody acts there.
    """

    row: R
    claim: str
    capacity: str | None
    proofs: list[Proof]


def ask(session: Session, starter: Callable[..., Select[*Ts]], **options: Any) -> Select[*Ts]:
    """A starter's statement, each name in its options resolved to the one record it means.

    AmbiguousName lists the slugs when several answer to a name; UsageError says which
    spellings are nearest when none does. Options that are None are left out.
    """
    given = {option: value for option, value in options.items() if value is not None}
    return starter(**{option: resolved(session, option, given[option]) for option in given})


def resolved(session: Session, option: str, value: Any) -> Any:
    """An option's value, with the slug of what it names where the option takes a name."""
    if option == "between" and isinstance(value, tuple | list):
        # Of a timeline it names two actors; of signatures, two dates.
        return tuple(_between(session, each) for each in value)
    if option in ACTORS:
        return resolve_actor(session, value)
    if option in OFFICES:
        return resolve_office(session, value)
    return resolve_place(session, value) if option in PLACES else value


def with_evidence(
    session: Session, rows: Iterable[R], *, known_on: When | None = None
) -> list[Answered[R]]:
    """Rows of a starter with what each claims and rests on, in one statement for each kind of fact.

    Of an encounter these are the proofs of both parts; ``known_on`` keeps those that had
    been published by then.
    """
    answers = list(rows)
    wanted: dict[str, set[int]] = defaultdict(set)
    facts = [_facts(row) for row in answers]
    for kind, ids in facts:
        wanted[kind].update(ids)
    proofs = {
        kind: evidence_for(session, kind, sorted(ids), known_on=known_on)
        for kind, ids in wanted.items()
    }
    found = []
    for row, (kind, ids) in zip(answers, facts, strict=True):
        held = dict.fromkeys(proof for each in ids for proof in proofs[kind][each])
        claim, capacity = _claim(row)
        found.append(Answered(row, claim, capacity, list(held)))
    return found


def _between(session: Session, value: Any) -> Any:
    from ..dates import parse_range
    from ..errors import DateError

    try:
        parse_range(value)
    except DateError:
        return resolve_actor(session, value)
    return value


def _facts(row: Any) -> tuple[str, Sequence[int]]:
    columns = _columns(row)
    if "record_kind" in columns and "step" in columns:
        return _EVENTS[columns["record_kind"]], [columns["id"]]
    if "of_id" in columns:
        return "quote" if columns["quote"] else "article", [columns["of_id"]]
    kind = _kind(columns)[1]
    both = kind == "participation" and "part" in columns
    return kind, [columns["id"], columns["part"]] if both else [columns["id"]]


def _claim(row: Any) -> tuple[str, str | None]:
    columns = dict(_columns(row))
    if "record_kind" in columns and "step" in columns:
        return f"{columns['title']}: {columns['step']}", None
    if "of_id" in columns:
        told = columns["text"] if columns["quote"] else columns["title"] or columns["kind"]
        return f"{columns['quote'] or columns['article']}: {told}", None
    _, _, claim, office = _kind(columns)
    if columns.get("speaker_name", "") is None:
        columns["speaker_name"] = columns["speaker_as_written"] or "Somebody"
    words = {key: "" if value is None else str(value) for key, value in columns.items()}
    return claim.format(**words), columns[office] if office else None


def _kind(columns: Mapping[str, Any]) -> tuple[str, str, str, str | None]:
    for each in _ROWS:
        if each[0] in columns:
            return each
    raise UsageError(
        "Nothing is known of what such rows rest on.", hint="give the rows of a starter"
    )


def _columns(row: Any) -> Mapping[str, Any]:
    mapping: Mapping[str, Any] = row._asdict()
    return mapping
