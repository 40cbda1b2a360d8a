"""Articles as rows: the text, notes on its health, and the speech that it reports."""

from __future__ import annotations

from collections.abc import Sequence

from ...dates import PartialDate
from ...names import fold
from ..complaints import shown
from ..rows import Key, date_columns, date_of
from ..shapes.articles import ArticleShape, QuoteShape, RemarkShape
from ..texts import Span
from ..validation import Part
from .bodies import body_of
from .evidence import add_evidence, add_own_words, find
from .named import names
from .parts import add_figures, add_topics
from .scope import Path, Scope


def resolve_article(scope: Scope, shape: ArticleShape) -> None:
    """The article's own row and its text; the rest waits until every text is here."""
    text, digest = body_of(scope, shape)
    if text is None and (shape.text is not None or shape.text_file is not None):
        scope.archive.unread.add(scope.part.slug)
    scope.not_in_the_future(shape.published, "published", ("published",))
    scope.not_in_the_future(shape.updated, "updated", ("updated",))
    head = scope.add_head(
        {
            "title": shape.title,
            "outlet_id": scope.ref("actor", shape.outlet, ("outlet",)),
            **date_columns("published", shape.published),
            **date_columns("updated", shape.updated),
            "language": shape.language,
            "url": shape.url,
            "external_id": shape.external_id,
            "credit": shape.credit,
            "dateline": shape.dateline,
            "text_sha256": digest,
            "text_file": shape.text_file,
        }
    )
    if text is not None:
        scope.add("article_text", head, 0, {"text": text})


def complete_article(scope: Scope, shape: ArticleShape, quotes: Sequence[Part[QuoteShape]]) -> None:
    """The article's evidence, notes and quotes."""
    head = scope.record.key
    add_evidence(scope, head, shape.evidence, ("evidence",))
    for position, note in enumerate(shape.notes):
        path: Path = ("notes", position, "says")
        if span := find(scope, scope.part.slug, note.says, note.nth, path):
            scope.add(
                "article_note",
                head,
                position,
                {
                    "kind": note.kind.value,
                    "start_char": span.start,
                    "end_char": span.end,
                    "note": note.note,
                },
            )
    position = 0
    for group in quotes:
        if group.shape is None:
            continue
        heard = Scope(group, scope.archive, scope.complaints, scope.today, scope.record)
        for index, remark in enumerate(group.shape.remarks):
            position += _quote(
                heard, head, shape, group.shape, remark, position, ("remarks", index)
            )


def _quote(
    scope: Scope,
    article: Key,
    source: ArticleShape,
    group: QuoteShape,
    remark: RemarkShape,
    position: int,
    path: Path,
) -> int:
    slug, (mode, words) = scope.article or "", remark.said
    span = find(scope, slug, words, remark.nth, (*path, mode.value))
    meeting_slug = remark.meeting or group.meeting
    meeting = scope.ref(
        "meeting", meeting_slug, (*path, "meeting") if remark.meeting else ("meeting",)
    )
    via = (*path, "via") if remark.via else ("via",)
    if span is None:
        return 0
    said = remark.date or group.date
    scope.not_in_the_future(said, "said", (*path, "date") if remark.date else ("date",))
    key = scope.add(
        "quote",
        article,
        position,
        {
            "start_char": span.start,
            "end_char": span.end,
            "text": words,
            "folded": fold(words),
            "mode": mode.value,
            "speaker_as_written": remark.as_written or group.as_written,
            "meeting_id": meeting,
            "relayed_by_id": scope.ref("actor", remark.via or group.via, via),
            "utterance": remark.utterance,
            "language": remark.language or source.language,
            **date_columns("date", said),
        },
    )
    setting = scope.archive.values("meeting", meeting[1] if meeting else None)
    _speakers(scope, key, group, said or date_of(setting, "date") if setting else said, source)
    _are_named(scope, group, remark)
    add_topics(
        scope,
        "quote_topic",
        key,
        remark.topics or group.topics,
        (*path, "topics") if remark.topics else ("topics",),
    )
    add_figures(scope, key, remark.figures, (*path, "figures"))
    _reading(scope, key, group, remark, words, span, path)
    return 1


def _speakers(
    scope: Scope, quote: Key, group: QuoteShape, said: PartialDate | None, source: ArticleShape
) -> None:
    # Speech without a date of its own was made by the day its article appeared.
    latest = source.published.latest if source.published else None
    on = said or (PartialDate(f"[..{latest.isoformat()}]") if latest else None)
    heard: set[Key] = set()
    for position, speaker in enumerate(group.by):
        path: Path = ("by", position) if len(group.by) > 1 else ("by",)
        actor = scope.ref("actor", speaker.actor, path)
        if actor in heard:
            scope.complain(path, "E510", f"{shown(speaker.actor)} speaks twice", "keep one entry")
        elif actor is not None:
            heard.add(actor)
            office = scope.office(actor[1], speaker.office, on, path)
            scope.add(
                "quote_speaker",
                quote,
                position,
                {
                    "actor_id": actor,
                    "office_id": office,
                    "on_behalf_of_id": scope.side(speaker.on_behalf_of, office, path),
                },
            )


def _are_named(scope: Scope, group: QuoteShape, remark: RemarkShape) -> None:
    """A speaker whom the article does not name is worth a second look."""
    if remark.as_written or group.as_written:
        return
    for proof in (*group.evidence, *remark.evidence):
        if proof.supports in ("speaker", "office"):
            return
    text = scope.archive.text(scope.part.slug)
    assert text is not None  # the quote was found in it
    for position, speaker in enumerate(group.by):
        slug = speaker.actor.rpartition("/")[2]
        office = ("office", speaker.office.rpartition("/")[2]) if speaker.office else None
        if not names(scope.archive, text, slug, office):
            scope.complain(
                ("by", position) if len(group.by) > 1 else ("by",),
                "W614",
                f"no recorded name of {shown(slug)} stands in {text.slug}",
                "add the spelling that it has, or give `as_written`",
            )


def _reading(
    scope: Scope,
    quote: Key,
    group: QuoteShape,
    remark: RemarkShape,
    words: str,
    span: Span,
    path: Path,
) -> None:
    """A quote rests on its own words first, then on what tells its speaker or venue."""
    given = [note for note in (remark.note, group.note) if note is not None]
    notes: Sequence[str | None] = given or [None]
    after = add_own_words(scope, quote, words, span, notes, path)
    after = add_evidence(scope, quote, remark.evidence, (*path, "evidence"), first=after)
    add_evidence(scope, quote, group.evidence, ("evidence",), first=after)
