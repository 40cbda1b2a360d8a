"""What facts rest on: their own proofs, and those they inherit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, Text, bindparam, null, select, true, union_all
from sqlalchemy import cast as in_sql

from ..errors import UsageError
from ..models import SUBJECTS
from ..names import nearest
from ..vocabulary import Basis
from . import tables
from .known import by, last_day
from .parts import filed
from .proof import Proof, in_order
from .tables import article, constant, evidence, quote, signature, step

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import ColumnElement, CompoundSelect, FromClause, Select, Subquery, Table
    from sqlalchemy.orm import Session

    from .days import When

    Path = tuple[Table, str, str]

AT_ONCE = 10_000
"""Ids in one statement; with them in its text it stays below what a database reads as one."""

_SUBJECT = {kind: column for column, kind in SUBJECTS.items()}

# Where else the proof of a kind stands, nearest first: the table whose proof it is, the column
# of it that must equal, and the column of the fact that it must be equal to.
_INHERITS: dict[str, tuple[Path, ...]] = {
    "signature": (
        (tables.step, "id", "action_id"),
        (tables.agreement, "id", "agreement_id"),
        (tables.party, "agreement_id", "agreement_id"),
        (tables.meeting, "id", "meeting_id"),
    ),
    "agreement_action": (
        (tables.signature, "action_id", "id"),
        (tables.agreement, "id", "agreement_id"),
        (tables.party, "agreement_id", "agreement_id"),
        (tables.meeting, "id", "meeting_id"),
    ),
    "agreement": (
        (tables.party, "agreement_id", "id"),
        (tables.step, "agreement_id", "id"),
        (tables.signature, "agreement_id", "id"),
    ),
    "party": ((tables.agreement, "id", "agreement_id"),),
    "meeting": ((tables.participation, "meeting_id", "id"),),
    "participation": ((tables.meeting, "id", "meeting_id"),),
    # Nothing proves an actor as such: it is written of under its names.
    "actor": ((tables.name, "actor_id", "id"),),
}
_KINDS = tuple(dict.fromkeys((*_SUBJECT, *_INHERITS)))


def evidence_for(
    session: Session, kind: str, ids: Iterable[int], *, known_on: When | None = None
) -> dict[int, list[Proof]]:
    """The proofs of facts of one kind, by id: own first, then by article and offset.

    No span stands twice for one field.
    ``kind`` is a table's name: ``signature`` for rows of `signings`, ``meeting``, ``agreement``,
    ``quote``, ``tenure`` for those of `holders`, and so on. A signature also shows what stands
    by its step, agreement, parties and the meeting at which it was given; a meeting what stands
    by its participations; an actor what stands by its names; a quote its own span. ``known_on``
    keeps what had been published by then. Every id has a list, if an empty one. One statement
    answers for up to 10,000 ids.
    """
    wanted = list(dict.fromkeys(ids))
    published = true() if known_on is None else by(article.c.published_latest, last_day(known_on))
    found: dict[int, list[tuple[int, Proof]]] = {each: [] for each in wanted}
    for start in range(0, len(wanted), AT_ONCE):
        proofs = _proofs(kind, wanted[start:][:AT_ONCE], published)
        for fact, distance, *columns in session.execute(proofs):
            found[fact].append((distance, Proof(*columns)))
    return {each: in_order(proofs) for each, proofs in found.items()}


def _proofs(kind: str, ids: Sequence[int], published: ColumnElement[bool]) -> CompoundSelect[Any]:
    facts = _facts(kind, ids)
    arms = [_own(kind, facts)] if kind in _SUBJECT else []
    for distance, (table, column, equals) in enumerate(_INHERITS.get(kind, ()), start=1):
        proven = facts.join(table, table.c[column] == facts.c[equals])
        arms.append(_read(facts, proven, table.c.id, table.name, distance))
    if kind == "quote":
        arms.append(_spans(facts))
    return union_all(*(arm.where(published) for arm in arms))


def _facts(kind: str, ids: Sequence[int]) -> Subquery:
    table = evidence.metadata.tables[_known(kind)]
    columns = {equals for _, _, equals in _INHERITS.get(kind, ())} & set(table.c.keys())
    facts = select(table.c.id, *(table.c[each] for each in sorted(columns - {"id"})))
    if table is signature:  # its step knows the meeting
        facts = facts.add_columns(step.c.meeting_id).join(step, step.c.id == signature.c.action_id)
    # In the SQL, and each kind of proof with facts of its own: bound, ids would be counted for each
    # use, and of an expression that is used again SQLite believes that it has a million rows.
    wanted = bindparam("ids", ids, Integer(), expanding=True, literal_execute=True)
    return facts.where(table.c.id.in_(wanted)).subquery("fact")


def _own(kind: str, facts: Subquery) -> Select[Any]:
    return _read(facts, facts, facts.c.id, kind, 0)


def _read(
    facts: Subquery, proven: FromClause, own: ColumnElement[int], kind: str, distance: int
) -> Select[Any]:
    """The proofs of ``own`` in what is ``proven``, each beside the fact that it speaks for."""
    where_from = constant(kind) if distance else in_sql(null(), Text)
    read: FromClause = proven.join(evidence, evidence.c[_SUBJECT[kind]] == own).outerjoin(
        article, article.c.id == evidence.c.article_id
    )
    read, kept = filed(kind, own, read)
    return select(
        facts.c.id,
        constant(distance),
        article.c.slug,
        article.c.title,
        evidence.c.start_char,
        evidence.c.end_char,
        evidence.c.excerpt,
        evidence.c.basis,
        evidence.c.field,
        evidence.c.note,
        where_from,
        *kept,
    ).select_from(read)


def _spans(facts: Subquery) -> Select[Any]:
    """The words of quotes themselves, which prove that they were reported."""
    nothing = in_sql(null(), Text)
    read: FromClause = facts.join(quote, quote.c.id == facts.c.id).join(
        article, article.c.id == quote.c.article_id
    )
    read, kept = filed("quote", quote.c.id, read, mentioned=False)
    return select(
        facts.c.id,
        constant(0),
        article.c.slug,
        article.c.title,
        quote.c.start_char,
        quote.c.end_char,
        quote.c.text,
        constant(Basis.STATED.value),
        nothing,
        nothing,
        nothing,
        *kept,
    ).select_from(read)


def _known(kind: str) -> str:
    if kind in _KINDS:
        return kind
    meant = nearest(kind, _KINDS, limit=1)
    cure = f'did you mean "{meant[0]}"? ' if meant else ""
    raise UsageError(
        f'There is no evidence for "{kind}".', hint=f"{cure}The kinds are: {', '.join(_KINDS)}"
    )
