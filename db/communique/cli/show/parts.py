"""Sections that several kinds of records have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from ..column import Column, field
from ..wording import spaced, when
from .record import Section, rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from ..answers import Row

    Named = Literal["actor", "office", "agreement", "place"]


def names(session: Session, kind: Named, slug: str) -> Section:
    """Every way in which the record is written."""
    found = rows(
        session,
        "SELECT name.text, name.kind, name.language,"
        " (SELECT count(DISTINCT evidence.article_id) FROM evidence"
        " WHERE evidence.name_id = name.id)"
        f" AS articles FROM name JOIN {kind} AS record ON record.id = name.{kind}_id"
        " WHERE record.slug = :slug ORDER BY name.position",
        slug=slug,
    )
    columns = [
        field("Written", "text"),
        field("Kind", "kind"),
        field("Language", "language"),
        field("Articles", "articles"),
    ]
    if not any(row["language"] for row in found):
        del columns[2]
    return Section("names", "Names", columns, found)


def spellings(session: Session, kind: Named, slug: str) -> Section:
    """How each article writes it, the oldest article first."""
    found = rows(
        session,
        "SELECT article.slug AS article, article.published_edtf, name.text"
        f" FROM name JOIN {kind} AS record ON record.id = name.{kind}_id"
        " JOIN evidence ON evidence.name_id = name.id"
        " JOIN article ON article.id = evidence.article_id"
        " WHERE record.slug = :slug ORDER BY article.published_edtf IS NULL,"
        " coalesce(article.published_latest, article.published_earliest), article.slug,"
        " name.position",
        slug=slug,
    )
    told: dict[str, Any] = {}
    for row in found:
        own = told.setdefault(
            row["article"],
            {"article": row["article"], "published_edtf": row["published_edtf"], "written": []},
        )
        if row["text"] not in own["written"]:
            own["written"].append(row["text"])
    columns = [
        Column("Published", lambda row: when(row["published_edtf"])),
        field("Article", "article"),
        Column("Writes", lambda row: "; ".join(row["written"])),
    ]
    return Section("spellings", "Spellings by article", columns, list(told.values()))


def quoted_words(
    session: Session, kind: Literal["speaker", "article", "meeting", "topic"], slug: str
) -> Section:
    """Words reported of a speaker, in an article, at a meeting or about a topic."""
    found = rows(
        session,
        "SELECT quote, mode, text, speaker, speaker_name, speaker_as_written, office_title,"
        " article, start_char, end_char, meeting, relayed_by, utterance FROM statement"
        f" WHERE {_SAID.get(kind, f'{kind} = :slug')}"
        " ORDER BY article, start_char, end_char, speaker",
        slug=slug,
    )
    columns = [
        *([] if kind == "speaker" else [field("Speaker", "speakers")]),
        field("Words", "text"),
        Column("Mode", lambda row: spaced(row["mode"])),
        # On the page of an article, its own slug in every line says nothing.
        Column("Quote", lambda row: row["quote"].removeprefix(slug if kind == "article" else "")),
    ]
    return Section("quotes", "Words", columns, found, told=_together(found))


_SAID = {
    "topic": "quote IN (SELECT article.slug || '#' || (quote.position + 1)"
    " FROM quote_topic AS given JOIN topic ON topic.id = given.topic_id"
    " JOIN quote ON quote.id = given.quote_id"
    " JOIN article ON article.id = quote.article_id WHERE topic.slug = :slug)",
}
"""What is asked of a statement where it is no column of the view."""


def _together(found: Sequence[Row]) -> list[Row]:
    """One row for each quote, whoever spoke it: a joint statement is printed once."""
    told: dict[str, dict[str, Any]] = {}
    for row in found:
        name = row["speaker_name"] or row["speaker_as_written"] or "unknown"
        if row["quote"] in told:
            told[row["quote"]]["speakers"] += f", {name}"
        else:
            told[row["quote"]] = {**row, "speakers": name}
    return list(told.values())


def figures(
    session: Session, kind: Literal["incident", "agreement", "meeting"], slug: str
) -> Section:
    """Numbers as they were reported, and who claims them."""
    found = rows(
        session,
        "SELECT figure.what, figure.qualifier, figure.value, figure.unit,"
        " coalesce(actor.name, figure.claimed_by_as_written) AS claimed_by FROM figure"
        f" JOIN {kind} AS record ON record.id = figure.{kind}_id"
        " LEFT JOIN actor ON actor.id = figure.claimed_by_id"
        " WHERE record.slug = :slug ORDER BY figure.position",
        slug=slug,
    )
    columns = [
        field("What", "what"),
        Column("Number", _number),
        field("Unit", "unit"),
        field("Said by", "claimed_by"),
    ]
    return Section("figures", "Figures", columns, found)


def _number(row: Row) -> str:
    exact = row["qualifier"] == "exact"
    return str(row["value"]) if exact else f"{spaced(row['qualifier'])} {row['value']}"


def topics(session: Session, kind: Literal["meeting", "agreement"], slug: str) -> Section:
    """What it is about."""
    found = rows(
        session,
        f"SELECT topic.slug AS topic, topic.label FROM {kind}_topic AS given"
        f" JOIN {kind} AS record ON record.id = given.{kind}_id"
        " JOIN topic ON topic.id = given.topic_id"
        " WHERE record.slug = :slug ORDER BY given.position",
        slug=slug,
    )
    return Section("topics", "Topics", [field("Topic", "label"), field("Slug", "topic")], found)


def tenure_columns() -> list[Column]:
    """Since when, and until when."""
    return [
        Column("Since", lambda row: when(row["since_edtf"]) or "unknown"),
        Column("Until", lambda row: when(row["until_edtf"]) or "unknown"),
    ]
