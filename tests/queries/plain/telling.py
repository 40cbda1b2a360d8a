"""What conditions on proofs, days and words say of a fact, by the name of the condition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from communique.names import fold
from tests.queries.plain import facts as f
from tests.queries.plain.looking import bounds, may_be, must_be
from tests.queries.plain.meaning import Spoken, deal_of, meeting_of, steps_of
from tests.queries.plain.resting import known, origin, out, own, resting
from tests.queries.plain.standing import status

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.queries.plain.facts import Archive
    from tests.queries.plain.looking import Bounds


class Told(NamedTuple):
    """A row that stands in an article, or in none; ``proof`` where it is of one proof."""

    article: f.Article | None
    proof: f.Proof | None = None


def said_within(a: Archive, quote: f.Quote) -> Bounds:
    """By its own date, else its meeting's, and never after it was printed."""
    met = None if quote.meeting is None else a.meeting(quote.meeting)
    first, last = bounds(quote.date or (met.date if met else None))
    return first, last or bounds(a.article(quote.article).published)[1]


def days_of(a: Archive, fact: Any) -> list[Bounds]:
    """When it was: of an agreement, when its done steps were taken."""
    match fact:
        case f.Hand() | f.Step() | f.Deal():
            return [bounds(each.date) for each in steps_of(a, fact)]
        case f.Incident():
            return [bounds(fact.date)]
        case f.Tenure():
            return [(bounds(fact.since)[0], bounds(fact.until)[1])]
        case f.Article():
            return [bounds(fact.published)]
        case Told():
            return [bounds(fact.article.published if fact.article else None)]
        case Spoken():
            return [said_within(a, fact.quote)]
    met = meeting_of(a, fact)
    return [bounds(met.date if met else None)]


def articles_of(a: Archive, fact: Any) -> list[str]:
    """The articles that report it: of words the one in which they stand."""
    match fact:
        case f.Article():
            return [fact.slug]
        case Told():
            return [fact.article.slug] if fact.article else []
        case Spoken():
            return [fact.quote.article]
    return [each.article for each in resting(a, fact) if each.article]


def reported_by(a: Archive, fact: Any, text: str) -> bool:
    """Some article of this outlet reports it."""
    called = a.called("actor", text)
    return any(a.article(each).outlet in called for each in articles_of(a, fact))


def rests_on(a: Archive, fact: Any, basis: str) -> bool:
    """Some proof of it is so; words are stated."""
    if isinstance(fact, Spoken):
        return basis == "stated"
    return any(each.basis == basis for each in resting(a, fact))


def reported_independently(a: Archive, fact: Any, least: int) -> bool:
    """So many origins report it; of words, all renderings of one remark count."""
    if isinstance(fact, Spoken):
        words = fact.quote
        same = [
            q for q in a.quotes if q == words or (q.utterance and q.utterance == words.utterance)
        ]
        found = {origin(a, each.article, each.relayed) for each in same}
    else:
        proofs = resting(a, fact)
        found = {origin(a, each.article, each.relayed) for each in proofs if each.article}
    return len(found) >= least


def relayed_by(a: Archive, fact: Any, text: str) -> bool:
    """The agency relayed the words, or some proof of the fact itself."""
    called = a.called("actor", text)
    match fact:
        case Spoken():
            return fact.quote.relayed in called
        case Told():
            return fact.proof is not None and fact.proof.relayed in called
    return any(each.relayed in called for each in own(a, fact))


def known_on(a: Archive, fact: Any, day: str) -> bool:
    """It was known by the end of the day."""
    match fact:
        case Spoken():
            return known(a, fact.quote, day)
        case Told():
            return fact.article is not None and out(a, fact.article.slug, day)
    return known(a, fact, day)


def matching(a: Archive, fact: Any, words: str) -> bool:
    """It holds all of the words: a quote in what is said, an article in its title."""
    match fact:
        case Spoken():
            text = fact.quote.text
        case Told():
            text = fact.article.title if fact.article else ""
        case _:
            text = fact.title
    return set(fold(words).split()) <= set(fold(text).split())


TOLD: dict[str, Callable[..., bool]] = {
    "certainly_between": lambda a, fact, first, last: any(
        must_be(each, first, last) for each in days_of(a, fact)
    ),
    "has_status": lambda a, fact, word, on=None: status(a, deal_of(a, fact), on)[0] == word,
    "known_on": known_on,
    "matching": matching,
    "possibly_between": lambda a, fact, first, last: any(
        may_be(each, first, last) for each in days_of(a, fact)
    ),
    "relayed_by": relayed_by,
    "reported_by": reported_by,
    "reported_in": lambda a, fact, slug: slug in articles_of(a, fact),
    "reported_independently": reported_independently,
    "rests_on": rests_on,
}
