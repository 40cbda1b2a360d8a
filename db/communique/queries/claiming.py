"""What of an article no record claims: a curator's check of their own reading."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import select

from ..errors import UsageError
from ..vocabulary import ActorKind
from .capitals import capitalised_inside, in_small_letters, names
from .spans import Spans
from .tables import actor, article, article_note, article_text, evidence, name, place, quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy.orm import Session

    from .capitals import Word
    from .spans import Span

MARKS = frozenset('"“”„‟')
"""Double quotation marks."""
_AROUND = 30


class Loose(NamedTuple):
    """Something in an article that no record claims, and a curator's note over it, if any."""

    start_char: int
    end_char: int
    text: str
    context: str
    explained_by: str | None


class Unclaimed(NamedTuple):
    """What of an article is claimed and what is not.

    ``share`` is the part of its characters, from 0 to 1, that stands under evidence or
    speech; None where no text is held and nothing can be checked. ``marks`` are double
    quotation marks at no recorded speech, ``names`` capitalised names that no record
    claims, in the order of the text.
    """

    article: str
    share: float | None
    marks: list[Loose]
    names: list[Loose]

    @property
    def unexplained(self) -> list[Loose]:
        """Marks and names that no note explains either."""
        return [each for each in (*self.marks, *self.names) if each.explained_by is None]


def unclaimed(session: Session, article: str | None = None) -> list[Unclaimed]:
    """For one article, by its slug, or for each: what no record claims, in order of the slugs.

    A quotation mark is claimed at the border of a recorded quote, or inside one. Each word
    of a name is claimed where a recorded name is so written, as a word of a recorded office,
    and under the evidence of a meeting, of a part in it, of an incident or of the article's
    own fields. What stands under a note on the text, or under evidence with a note, is
    explained. Eight statements for any number of articles; all texts are read, because one
    tells which words of another are names.
    """
    texts = _texts(session)
    if article is not None and article not in {slug for _, slug, _ in texts}:
        raise UsageError(
            f'No article is called "{article}".', hint="`communique coverage` lists them"
        )
    held = _Held(session)
    small: set[str] = set()
    inside: set[str] = set()
    for _, _, text in texts:
        small |= in_small_letters(text or "")
        inside |= capitalised_inside(text or "")
    return [
        _of(slug, number, text, held, (small, inside))
        for number, slug, text in texts
        if article in (None, slug)
    ]


class _Held:
    """What the records say of all texts, by article."""

    def __init__(self, session: Session) -> None:
        self.quotes = _by_article(session, select(quote.c.article_id, *_span(quote)))
        self.notes = _by_article(
            session, select(article_note.c.article_id, *_span(article_note), article_note.c.note)
        )
        held = (evidence.c.meeting_id, evidence.c.participation_id, evidence.c.incident_id)
        about = (*held, evidence.c.about_article_id)
        proofs = select(evidence.c.article_id, *_span(evidence), evidence.c.note, *about)
        self.proofs = _by_article(session, proofs.where(evidence.c.article_id.is_not(None)))
        self.written = sorted(set(session.scalars(select(name.c.text))), key=len, reverse=True)
        states = select(actor.c.name).where(actor.c.kind == ActorKind.STATE)
        self.stems = [each.lower() for each in session.scalars(states)]
        self.stems += [each.lower() for each in session.scalars(select(place.c.name))]
        posts = select(name.c.text).where(name.c.office_id.is_not(None))
        self.ranks = {word for text in session.scalars(posts) for word in text.split()}


def _texts(session: Session) -> list[tuple[int, str, str | None]]:
    rows = select(article.c.id, article.c.slug, article_text.c.text).outerjoin(
        article_text, article_text.c.article_id == article.c.id
    )
    return [(number, slug, text) for number, slug, text in session.execute(rows.order_by("slug"))]


def _span(table: Any) -> tuple[Any, Any]:
    return table.c.start_char, table.c.end_char


def _by_article(session: Session, rows: Any) -> Mapping[int, list[tuple[Any, ...]]]:
    found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for number, *rest in session.execute(rows):
        found[number].append(tuple(rest))
    return found


def _of(
    slug: str, number: int, text: str | None, held: _Held, words: tuple[set[str], set[str]]
) -> Unclaimed:
    if text is None:
        return Unclaimed(slug, None, [], [])
    quotes = [(start, end) for start, end in held.quotes[number]]
    proofs, notes = held.proofs[number], held.notes[number]
    spoken = Spans(quotes)
    share = Spans([*quotes, *((start, end) for start, end, *_ in proofs)]).length() / len(text)
    reasons = [(start, end, note) for start, end, note in notes]
    reasons += [(start, end, note) for start, end, note, *_ in proofs if note]

    def loose(found: Iterable[Span]) -> list[Loose]:
        return [_loose(text, start, end, reasons) for start, end in found]

    borders = {start - 1 for start, _ in quotes} | {end for _, end in quotes}
    marks = [
        (at, at + 1)
        for at, mark in enumerate(text)
        if mark in MARKS and at not in borders and not spoken.hold(at, at + 1)
    ]
    claimed = Spans(
        [
            *_occurrences(text, held.written),
            *((start, end) for start, end, _, *facts in proofs if any(facts)),
        ]
    )
    small, inside = words
    left: list[Span] = []
    for run in names(text, small, inside, held.stems):
        left += _left(run, claimed, held.ranks)
    return Unclaimed(slug, share, loose(marks), loose(left))


def _left(run: list[Word], claimed: Spans, ranks: set[str]) -> list[Span]:
    """What of a name nothing claims, from its first unclaimed word to its last."""
    words = [
        each for each in run if each.written not in ranks and not claimed.hold(each.start, each.end)
    ]
    return [(words[0].start, words[-1].end)] if words else []


def _occurrences(text: str, written: Iterable[str]) -> list[Span]:
    """Where recorded names stand, as whole words and to the letter."""
    found = []
    for each in written:
        at = text.find(each)
        while at >= 0:
            end = at + len(each)
            before, after = text[at - 1 : at], text[end : end + 1]
            if not (before.isalnum() or after.isalnum()):
                found.append((at, end))
            at = text.find(each, at + 1)
    return found


def _loose(text: str, start: int, end: int, reasons: list[tuple[int, int, str | None]]) -> Loose:
    over = [
        note or "a note on the text"
        for first, last, note in reasons
        if first <= start and end <= last
    ]
    around = _around(text, start, end)
    return Loose(start, end, text[start:end], around, over[0] if over else None)


def _around(text: str, start: int, end: int) -> str:
    """The words before and after; one that is cut is left out."""
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    while 0 < first < start and not text[first - 1].isspace():
        first += 1
    while end < last < len(text) and not text[last].isspace():
        last -= 1
    words = " ".join(text[first:last].split())
    return f"{'…' if first else ''}{words}{'…' if last < len(text) else ''}"
