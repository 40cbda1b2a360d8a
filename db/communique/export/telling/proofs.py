"""Evidence, names, figures and topics as files tell them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.loading.complaints import shown

from .dossier import Dossier, Told, kept

if TYPE_CHECKING:
    from communique.loading.rows import Key, Row, Values

CURE = "run `communique doctor`, which says what is wrong with the database"


def proofs(dossier: Dossier, subject: Key | None = None) -> Any:
    """The evidence that the record's own file gives for a row: one proof, or a list of them."""
    rows = dossier.parts("evidence", subject)
    told = [proof(dossier, row.values) for row in rows if not row.key[2]]
    short = [each["says"] if each.keys() == {"says"} else each for each in told]
    return short[0] if len(short) == 1 else short or None


def proof(dossier: Dossier, values: Values) -> Told:
    """One proof; its article is left out where it is that of the file."""
    article = dossier.slug(values["article_id"])
    excerpt = values["excerpt"]
    return kept(
        says=excerpt,
        nth=nth(dossier, article, excerpt, values["start_char"]) if article else None,
        article=article if article != dossier.article else None,
        supports=values["field"],
        basis=other_than("stated", values["basis"]),
        as_of=values["as_of_edtf"],
        relayed_by=dossier.slug(values["relayed_by_id"]),
        note=values["note"],
    )


def nth(dossier: Dossier, article: str, words: str, start: int) -> int | None:
    """Which occurrence the words at this place are, where there are several."""
    text = dossier.archive.text(article)
    if text is None:
        dossier.complain(
            "E608",
            f'"{shown(words, 50)}" rests on {article}, whose text is not here, so that no file'
            " could prove it",
            "load the article again with its text_file",
        )
        return None
    starts = [span.start for span in text.occurrences(words)]
    if start not in starts:
        dossier.complain(
            "E604", f'"{shown(words, 50)}" does not stand at {start} of {article}', CURE
        )
        return None
    return starts.index(start) + 1 if len(starts) > 1 else None


def name(dossier: Dossier, row: Row) -> Told:
    """One way of writing, with its evidence."""
    return kept(
        text=row.values["text"],
        kind=other_than("variant", row.values["kind"]),
        language=row.values["language"],
        evidence=proofs(dossier, row.key),
    )


def names(dossier: Dossier, *, first: int = 0) -> list[Told]:
    """The ways of writing a record, from the first that is no key of its own."""
    return [name(dossier, row) for row in dossier.parts("name")[first:]]


def figures(dossier: Dossier, owner: Key | None = None) -> list[Told]:
    """Numbers as reported."""
    return [
        kept(
            what=row.values["what"],
            value=row.values["value"],
            unit=row.values["unit"],
            qualifier=other_than("exact", row.values["qualifier"]),
            by=dossier.slug(row.values["claimed_by_id"]),
            by_as_written=row.values["claimed_by_as_written"],
            evidence=proofs(dossier, row.key),
        )
        for row in dossier.parts("figure", owner)
    ]


def topics(dossier: Dossier, table: str, owner: Key | None = None) -> list[str | None]:
    """Slugs of subjects."""
    return [dossier.slug(row.values["topic_id"]) for row in dossier.parts(table, owner)]


def other_than(default: str, value: str) -> str | None:
    """A word, left out where the shape of the record says it already."""
    return None if value == default else value
