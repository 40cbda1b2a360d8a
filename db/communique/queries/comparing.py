"""One meeting as each article reports it: what they share, what only one has, what pulls apart."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import or_, select

from ..errors import UsageError
from . import tables
from .action import actions
from .asking import Answered, with_evidence
from .attendance import attendances
from .evidence import evidence_for
from .meeting import meetings
from .quote import quotes
from .rows import Gathering, Statement, named
from .rows_events import Action, Attendance
from .tables import again, evidence, quote, tension

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from .proof import Proof


class Claim(NamedTuple):
    """Something that articles report of a meeting, in which capacity, and the proofs of it."""

    fact: str
    text: str
    capacity: str | None
    articles: tuple[str, ...]
    proofs: tuple[Proof, ...]


class Pull(NamedTuple):
    """Two statements that pull apart: where each stands, and how they differ."""

    tension: str
    note: str | None
    first_article: str | None
    first: str | None
    second_article: str | None
    second: str | None


class Comparison(NamedTuple):
    """What every article reports of one meeting.

    ``shared`` is reported by two articles or more, ``only`` by the one that is its key,
    ``tensions`` are between statements of which one at least is about this meeting.
    """

    meeting: Gathering
    articles: list[str]
    shared: list[Claim]
    only: dict[str, list[Claim]]
    tensions: list[Pull]


def compare(session: Session, meeting: str) -> Comparison:
    """What each article reports of a meeting, by its slug, in nine statements.

    Compared are the meeting and each of its fields, who took part, what was done there
    about agreements, and what was said: renderings of one utterance are one claim.
    """
    found = named(Gathering, session.execute(meetings().where(tables.meeting.c.slug == meeting)))
    if not found:
        raise UsageError(
            f'No meeting is called "{meeting}".', hint="`communique meetings` lists them"
        )
    own = found[0]
    parts = with_evidence(session, named(Attendance, session.execute(attendances(meeting=meeting))))
    steps = with_evidence(
        session,
        named(Action, session.execute(actions().where(tables.meeting.c.slug == meeting))),
    )
    said = with_evidence(session, named(Statement, session.execute(quotes(meeting=meeting))))
    claims = [
        *_fields(own, evidence_for(session, "meeting", [own.id])[own.id]),
        *(_claim("participation", each) for each in parts),
        *(_claim("agreement_action", each) for each in steps),
        *_said(said),
    ]
    ids = {
        "meeting_id": [own.id],
        "participation_id": [each.row.id for each in parts],
        "agreement_action_id": [each.row.id for each in steps],
        "quote_id": [each.row.id for each in said],
    }
    return _compared(own, claims, _pulls(session, ids))


def _compared(own: Gathering, claims: Iterable[Claim], pulls: list[Pull]) -> Comparison:
    shared: list[Claim] = []
    only: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if len(claim.articles) > 1:
            shared.append(claim)
        for article in claim.articles[:1] if len(claim.articles) == 1 else ():
            only[article].append(claim)
    articles = {each for claim in shared for each in claim.articles} | set(only)
    return Comparison(own, sorted(articles), shared, dict(sorted(only.items())), pulls)


def _fields(own: Gathering, proofs: list[Proof]) -> Iterable[Claim]:
    by_field: dict[str | None, list[Proof]] = defaultdict(list)
    for proof in proofs:
        if proof.inherited_from is None:
            by_field[proof.field].append(proof)
    values = {
        "date": own.date_edtf,
        "kind": own.meeting_kind,
        "place": own.place,
        "status": own.meeting_status,
    }
    for field, held in sorted(by_field.items(), key=lambda each: each[0] or ""):
        value = values.get(field or "")
        text = (
            own.meeting_title if field is None else field if value is None else f"{field}: {value}"
        )
        yield Claim("meeting", text, None, _articles(held), tuple(held))


def _claim(fact: str, answer: Answered[Any]) -> Claim:
    own = [proof for proof in answer.proofs if proof.inherited_from is None]
    # What has no proof of its own is reported where its record is.
    held = own or answer.proofs
    return Claim(fact, answer.claim, answer.capacity, _articles(held), tuple(held))


def _said(said: list[Answered[Statement]]) -> Iterable[Claim]:
    remarks: dict[object, list[Answered[Statement]]] = defaultdict(list)
    for answer in said:
        remarks[answer.row.utterance or answer.row.id].append(answer)
    for answers in remarks.values():
        held = dict.fromkeys(proof for each in answers for proof in each.proofs)
        first = answers[0]
        yield Claim("quote", first.claim, first.capacity, _articles(held), tuple(held))


def _articles(proofs: Iterable[Proof]) -> tuple[str, ...]:
    return tuple(sorted({proof.article for proof in proofs if proof.article}))


def _pulls(session: Session, ids: dict[str, list[int]]) -> list[Pull]:
    first, second = again(evidence, "first"), again(evidence, "second")
    told, told_too = again(tables.article, "told"), again(tables.article, "told_too")
    # What stands on words of a quote said there is about the meeting, too.
    spoken = select(quote.c.id).where(quote.c.meeting_id.in_(ids["meeting_id"]))
    about = [
        *(side.c[key].in_(numbers) for side in (first, second) for key, numbers in ids.items()),
        first.c.quote_id.in_(spoken),
        second.c.quote_id.in_(spoken),
    ]
    rows = (
        select(
            tension.c.slug,
            tension.c.note,
            told.c.slug,
            first.c.excerpt,
            told_too.c.slug,
            second.c.excerpt,
        )
        .select_from(
            tension.join(first, first.c.id == tension.c.first_id)
            .join(second, second.c.id == tension.c.second_id)
            .outerjoin(told, told.c.id == first.c.article_id)
            .outerjoin(told_too, told_too.c.id == second.c.article_id)
        )
        .where(or_(*about))
        .order_by(tension.c.slug)
    )
    return [Pull(*row) for row in session.execute(rows)]
