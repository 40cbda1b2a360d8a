"""Who said it, and how we know: one quote with its speakers, its way to us, its renderings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from ..errors import UsageError
from .evidence import evidence_for
from .quote import quotes
from .rows import Statement, named
from .tables import article, quote

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from .proof import Proof

_NUMBER = re.compile("[0-9]{1,9}")


class Attribution(NamedTuple):
    """A quote: a row for each speaker, the way it came to us, other renderings, the proofs.

    ``way`` names who passed the words on, the speaker's agency first: the agency, then the
    outlet or the credit line. ``renderings`` are the other quotes of the same utterance,
    in this article and in others.
    """

    quote: str
    speakers: list[Statement]
    way: list[str]
    renderings: list[Statement]
    proofs: list[Proof]


def attribution(session: Session, given: str) -> Attribution:
    """Of a quote, by its article and number such as ``article#3``; four statements at most."""
    slug, _, number = given.rpartition("#")
    if not slug or not _NUMBER.fullmatch(number):
        raise UsageError(f'"{given}" names no quote.', hint="write an article and a number: a#1")
    here = select(article.c.id).where(article.c.slug == slug).scalar_subquery()
    rows = quotes().where(quote.c.article_id == here, quote.c.position == int(number) - 1)
    speakers = named(Statement, session.execute(rows))
    if not speakers:
        raise UsageError(f'No quote is called "{given}".', hint="`communique quotes` lists them")
    first = speakers[0]
    same = quotes().where(
        quote.c.utterance == first.utterance, quote.c.id != first.id, quote.c.utterance.is_not(None)
    )
    renderings = named(Statement, session.execute(same)) if first.utterance else []
    credit = session.scalar(select(article.c.credit).where(article.c.slug == slug))
    way = [first.relayed_by, first.outlet, credit]
    return Attribution(
        quote=given,
        speakers=speakers,
        way=list(dict.fromkeys(each for each in way if each)),
        renderings=renderings,
        proofs=evidence_for(session, "quote", [first.id])[first.id],
    )
