"""The lists of articles, words, proofs and spellings: twins of the starters of these names."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from tests.queries.plain import facts as f
from tests.queries.plain.happening import Row
from tests.queries.plain.looking import asked_of, bounds, has_word, is_about, last_first, newest
from tests.queries.plain.meaning import Spoken
from tests.queries.plain.resting import out
from tests.queries.plain.telling import Told, matching, said_within


def _printed(a: f.Archive, slug: str | None) -> Any:
    return newest(bounds(a.article(slug).published)) if slug else None


def _is_of(a: f.Archive, slug: str | None, outlet: Any, known_on: Any) -> bool:
    """The article is of this outlet, and had been published."""
    of = outlet is None or (
        slug is not None and a.article(slug).outlet in a.called("actor", outlet)
    )
    return of and (known_on is None or out(a, slug, known_on))


def articles(
    a: f.Archive, *, outlet: Any = None, search: Any = None, language: Any = None,
    since: Any = None, until: Any = None, on: Any = None, known_on: Any = None,
) -> list[Row]:  # fmt: skip
    """The latest published first, and those without a date last."""
    kept = [
        each
        for each in a.articles
        if _is_of(a, each.slug, outlet, known_on)
        and (search is None or matching(a, each, search))
        and (language is None or each.language == language)
        and asked_of(bounds(each.published), since, until, on)
    ]
    kept.sort(key=lambda each: last_first(_printed(a, each.slug), each.id))
    return [Row((each.id,), each) for each in kept]


def quotes(
    a: f.Archive, *, by: Any = None, about: Any = None, search: Any = None, mode: Any = None,
    via: Any = None, meeting: Any = None, article: Any = None, since: Any = None,
    until: Any = None, on: Any = None, known_on: Any = None,
) -> list[Row]:  # fmt: skip
    """Quotes, newest first, a row for each speaker."""
    kept = []
    for quote in a.quotes:
        met = None if quote.meeting is None else a.meeting(quote.meeting)
        if not (
            (about is None or is_about(quote.topics, about))
            and (search is None or matching(a, Spoken(quote, None), search))
            and has_word(quote.mode, mode)
            and (via is None or quote.relayed in a.called("actor", via))
            and (meeting is None or (met is not None and met.slug == meeting))
            and (article is None or quote.article == article)
            and asked_of(said_within(a, quote), since, until, on)
            and (known_on is None or out(a, quote.article, known_on))
        ):
            continue
        day = newest(bounds(quote.date or (met.date if met else None)))
        speakers = [each for each in a.speakers if each.quote == quote.id]
        for speaker in speakers or (None,):
            named = speaker is not None and speaker.actor in a.called("actor", by or "nobody")
            if by is None or named:
                key = (quote.id, 0 if speaker is None else speaker.id)
                rank = last_first(day or _printed(a, quote.article), *key)
                kept.append((rank, Row(key, Spoken(quote, speaker))))
    return [row for _, row in sorted(kept, key=lambda each: each[0])]


def record_of(a: f.Archive, of: str, whose: int) -> tuple[str, str]:
    """The kind and the slug of the record that a fact is, or is part of."""
    fact = a.of_kind(of)[whose - 1]
    match fact:
        case f.Name():
            return fact.of, fact.slug
        case f.Tenure():
            return "actor", fact.holder
        case f.Part():
            return "meeting", a.meeting(fact.meeting).slug
        case f.Party() | f.Step() | f.Hand() | f.Link():
            return "agreement", a.deals[fact.deal - 1].slug
        case f.Figure():
            return record_of(a, fact.of, fact.whose)
    return of, fact.slug


def coverage(
    a: f.Archive, *, article: Any = None, fact: Any = None, record: Any = None, outlet: Any = None,
    known_on: Any = None,
) -> list[Row]:  # fmt: skip
    """What each article proves, by record and kind of fact, with how many excerpts."""
    found: dict[tuple[str, str, str, str], list[int]] = defaultdict(list)
    for proof in a.proofs:
        kind, slug = record_of(a, proof.of, proof.whose)
        if (
            proof.article is not None
            and has_word(proof.article, article)
            and has_word(proof.of, fact)
            and has_word(slug, record)
            and _is_of(a, proof.article, outlet, known_on)
        ):
            found[proof.article, proof.of, kind, slug].append(proof.id)
    kept = [
        (
            last_first(_printed(a, key[0]), min(ids)),
            Row((min(ids),), Told(a.article(key[0])), (*key, len(ids))),
        )
        for key, ids in found.items()
    ]
    return [row for _, row in sorted(kept, key=lambda each: each[0])]


def citations(
    a: f.Archive, *, article: Any = None, fact: Any = None, record: Any = None,
    record_kind: Any = None, basis: Any = None, outlet: Any = None, known_on: Any = None,
) -> list[Row]:  # fmt: skip
    """Every proof by itself, those in the newest article first."""
    kept = []
    for proof in a.proofs:
        kind, slug = record_of(a, proof.of, proof.whose)
        if (
            (article is None or proof.article == article)
            and has_word(proof.of, fact)
            and has_word(slug, record)
            and has_word(kind, record_kind)
            and has_word(proof.basis, basis)
            and _is_of(a, proof.article, outlet, known_on)
        ):
            told = Told(a.article(proof.article) if proof.article else None, proof)
            rank = last_first(_printed(a, proof.article), proof.id)
            kept.append((rank, Row((proof.id,), told, (proof.of, kind, slug, proof.start))))
    return [row for _, row in sorted(kept, key=lambda each: each[0])]


def spellings(
    a: f.Archive, *, actor: Any = None, office: Any = None, record: Any = None, kind: Any = None,
    in_article: Any = None, known_on: Any = None,
) -> list[Row]:  # fmt: skip
    """Names as articles print them: each name once for each article, where it stands first."""
    first: dict[tuple[int, str], f.Proof] = {}
    for proof in sorted(a.proofs, key=lambda each: (each.start or 0, each.id)):
        if proof.of == "name" and proof.article is not None:
            first.setdefault((proof.whose, proof.article), proof)
    kept = []
    for (number, slug), proof in first.items():
        name, article = a.names[number - 1], a.article(slug)
        if (
            (actor is None or (name.of == "actor" and name.slug in a.called("actor", actor)))
            and (
                office is None or (name.of == "office" and name.slug in a.called("office", office))
            )
            and has_word(name.slug, record)
            and has_word(name.kind, kind)
            and has_word(slug, in_article)
            and _is_of(a, slug, None, known_on)
        ):
            key = (name.id, article.id)
            row = Row(key, Told(article, proof), (name.slug, name.text, proof.start))
            kept.append((last_first(_printed(a, slug), *key), row))
    return [row for _, row in sorted(kept, key=lambda each: each[0])]
