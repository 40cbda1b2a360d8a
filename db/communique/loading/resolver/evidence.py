"""Excerpts to spans: every `says` is found in its article, or the load stops."""

from __future__ import annotations

from collections.abc import Sequence

from ...models import SUBJECTS
from ..complaints import shown
from ..rows import Key, Row, date_columns
from ..shapes.parts import EvidenceShape
from ..texts import Span
from .scope import Path, Scope

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
    position = first
    for index, shape in enumerate(shapes):
        here = (*path, index) if len(shapes) > 1 else path
        row = _proof(scope, subject, shape, here, says, mentioned_in, position)
        if row is not None:
            scope.record.rows.append(row)
            position += 1
    return position


def find(
    scope: Scope, article: str, words: str, nth: int | None, path: Path, *, first: bool = False
) -> Span | None:
    """Where the words stand in an article; a complaint that helps where they do not."""
    text = scope.archive.text(article)
    if text is None:
        if ("article", article) not in scope.archive.refused:
            scope.complain(
                path,
                "E608",
                f"{article} has no text here, so nothing can be verified",
                "give the article its text_file",
            )
        return None
    spans = text.occurrences(words)
    if not spans:
        _explain(scope, article, words, path)
    elif nth is not None and nth > len(spans):
        scope.complain(path, "E605", f"nth is {nth}, but it stands {len(spans)} times")
    elif nth is None and len(spans) > 1 and not first:
        places = ", ".join(f"{number} at {span.start}" for number, span in enumerate(spans[:10], 1))
        scope.complain(
            path,
            "E606",
            f'"{shown(words, 50)}" stands {len(spans)} times: {places}',
            "give nth, or a longer excerpt",
        )
    else:
        return spans[(nth or 1) - 1]
    return None


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
    slug = shape.article.rpartition("/")[2]
    if "article" in scope.archive.kinds_of(slug):
        return slug
    meant = scope.archive.nearest("article", slug)
    scope.complain(
        (*path, "article"),
        "E602",
        f'no article "{shown(slug)}" is known',
        "did you mean " + ", ".join(meant) + "?" if meant else "add its record file",
    )
    return None


def _explain(scope: Scope, article: str, words: str, path: Path) -> None:
    text = scope.archive.text(article)
    if text is None:
        return
    if text.inside_a_word(words):
        scope.complain(
            path,
            "E604",
            f'"{shown(words)}" begins or ends inside a word in {article}',
            "take the whole word",
        )
        return
    if printed := text.printed_as(words):
        marks = sorted(
            {
                f"U+{ord(b):04X} {b!r} for {a!r}"
                for a, b in zip(words, printed, strict=True)
                if a != b
            }
        )
        scope.complain(
            path,
            "E604",
            f"only quotation marks, dashes or spaces differ from the article ({', '.join(marks)})",
            f"paste the article's own text: {shown(printed, 300)}",
        )
        return
    for other in scope.archive.texts():
        if other.slug != article and other.occurrences(words):
            scope.complain(
                path,
                "E604",
                f'"{shown(words)}" is not in {article}, but in {other.slug}',
                f"give `article: {other.slug}`",
            )
            return
    if "..." in words or "…" in words or "[" in words:
        scope.complain(
            path,
            "E610",
            f'"{shown(words)}" is not in {article}; it holds an ellipsis or brackets',
            "record the pieces, joined by one `utterance`",
        )
        return
    passage, difference = text.closest(words)
    if passage:
        scope.complain(
            path,
            "E604",
            f'"{shown(words)}" is not in {article}; {difference}',
            f"the closest passage is: {shown(passage, 300)}",
        )
    else:
        scope.complain(
            path,
            "E604",
            f'"{shown(words)}" is not in {article}, nor in any other article',
            "copy the excerpt from the article",
        )
