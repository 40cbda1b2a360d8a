"""Excerpts to spans: every `says` is found in its article, or the load stops."""

from __future__ import annotations

from collections.abc import Sequence

from ...models import SUBJECTS
from ...vocabulary import Basis
from ..complaints import shown
from ..gate import bidi_in
from ..rows import Key, Row, date_columns
from ..shapes.parts import EvidenceShape
from ..texts import MOST_OCCURRENCES, Span
from .explaining import explain
from .scope import Path, Scope

_STATED = Basis.STATED.value
_COLUMN = {table: column for column, table in SUBJECTS.items()}


def add_evidence(
    scope: Scope,
    subject: Key,
    shapes: Sequence[EvidenceShape],
    path: Path,
    *,
    says: str | None = None,
    mentioned_in: str = "",
    first: int = 0,
) -> int:
    """Add the proofs of one subject; the number after the last position.

    `says` is the excerpt of a proof that gives none, such as a name's own text:
    its first occurrence counts.
    """
    if not shapes:
        return first
    scope.gives_evidence = True
    position = first
    for index, shape in enumerate(shapes):
        here = (*path, index) if len(shapes) > 1 else path
        row = _proof(scope, subject, shape, here, says, mentioned_in, position)
        if row is not None:
            scope.record.rows.append(row)
            position += 1
    return position


def add_own_words(
    scope: Scope, quote: Key, words: str, span: Span, notes: Sequence[str | None], path: Path
) -> int:
    """Add the proofs that a quote is of itself, one for each note; the number after the last."""
    for position, note in enumerate(notes):
        here = (*path, position) if len(notes) > 1 else path
        _warn_of_turns(scope, words, (*here, "says"))
        values = {
            "quote_id": quote,
            "mentioned_in_id": None,
            "position": position,
            "basis": _STATED,
            "field": None,
            "note": note,
            "relayed_by_id": None,
            **date_columns("as_of", None),
            "article_id": scope.record.key,
            "excerpt": words,
            "start_char": span.start,
            "end_char": span.end,
        }
        scope.record.rows.append(Row(("evidence", quote, "", position), values))
    return len(notes)


def find(
    scope: Scope, article: str, words: str, nth: int | None, path: Path, *, first: bool = False
) -> Span | None:
    """Where the words stand in an article; a complaint that helps where they do not."""
    text = scope.archive.text(article)
    if text is None:
        if not scope.archive.is_unread(article):
            scope.complain(
                path,
                "E608",
                f"{article} has no text here, so nothing can be verified",
                "give the article its text_file",
            )
        return None
    spans = text.occurrences(words, 1 if first and nth is None else MOST_OCCURRENCES)
    if len(spans) == 1 and nth in (None, 1):
        _warn_of_turns(scope, words, path)
        return spans[0]
    often = f"{len(spans)} times" if len(spans) < MOST_OCCURRENCES else "very often"
    often = "once" if len(spans) == 1 else often
    if not spans:
        explain(scope, text, words, path)
    elif nth is not None and nth > len(spans):
        scope.complain(
            path, "E605", f"nth is {nth}, but it stands {often}", "count again, from 1 on"
        )
    elif nth is None and len(spans) > 1:
        places = ", ".join(f"{number} at {span.start}" for number, span in enumerate(spans[:10], 1))
        scope.complain(
            path,
            "E606",
            f'"{shown(words, 50)}" stands {often}: {places}',
            "give nth, or a longer excerpt",
        )
    else:
        _warn_of_turns(scope, words, path)
        return spans[(nth or 1) - 1]
    return None


def _warn_of_turns(scope: Scope, words: str, path: Path) -> None:
    if bidi_in(words):
        scope.complain(
            path,
            "W107",
            "the article's words hold an invisible sign that turns the direction of writing",
            "read the excerpt again; it is kept as printed",
        )


def _proof(
    scope: Scope,
    subject: Key,
    shape: EvidenceShape,
    path: Path,
    says: str | None,
    mentioned_in: str,
    position: int,
) -> Row | None:
    values = {
        _COLUMN[subject[0]]: subject,
        "mentioned_in_id": ("article", mentioned_in) if mentioned_in else None,
        "position": position,
        "basis": shape.basis.value,
        "field": shape.supports,
        "note": shape.note,
        "relayed_by_id": scope.ref("actor", shape.relayed_by, (*path, "relayed_by")),
        **date_columns("as_of", shape.as_of),
    }
    key = ("evidence", subject, mentioned_in, position)
    if shape.basis.value == "outside":
        return Row(key, values)
    article = _article(scope, shape, path)
    words = shape.says or says
    if words is None:
        scope.complain(path, "E402", "`says` is missing", "copy the excerpt from the article")
    if article is None or words is None:
        return None
    span = find(scope, article, words, shape.nth, (*path, "says"), first=shape.says is None)
    if span is None:
        return None
    values |= {
        "article_id": ("article", article),
        "excerpt": words,
        "start_char": span.start,
        "end_char": span.end,
    }
    return Row(key, values)


def _article(scope: Scope, shape: EvidenceShape, path: Path) -> str | None:
    if shape.article is None:
        if scope.article is None:
            scope.complain(
                path,
                "E601",
                "no article is named as the source",
                "give `article`, because this file has none of its own",
            )
        return scope.article
    given, _, slug = shape.article.rpartition("/")
    if given not in ("", "article"):
        scope.wrong_kind("article", given, (*path, "article"))
        return None
    if scope.archive.holds("article", slug):
        return slug
    if scope.archive.may_be_unread(slug):
        return None
    scope.complain(
        (*path, "article"),
        "E602",
        f'no article "{shown(slug)}" is known',
        scope.did_you_mean("article", slug) or "add its record file",
    )
    return None
