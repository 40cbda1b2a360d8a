"""What an article proves of other records, and statements that pull apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.loading.rows import home_of

from .dossier import Dossier, Told, kept
from .proofs import CURE, proof

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.loading.archive import Archive
    from communique.loading.rows import Key, Record, Row

_CHOSEN_BY = {
    "name": ("name", ("text",)),
    "tenure": ("tenure", ("office_id",)),
    "participation": ("participant", ("actor_id", "described_as")),
    "party": ("party", ("actor_id",)),
    "agreement_action": ("action", ("kind",)),
    "signature": ("signature", ("signer_id",)),
}
"""Of each part: the key of a mention that chooses it, and the columns that it is compared with."""


def mentions(dossier: Dossier) -> list[Told]:
    """The section ``mentions`` of an article's file, by what they prove."""
    rows = [row for row in dossier.record.of("evidence") if row.key[2]]
    return [
        {**_subject(dossier, row.key[1]), **proof(dossier, row.values)}
        for row in sorted(rows, key=lambda row: (home_of(row.key[1]), row.key))
    ]


def _subject(dossier: Dossier, subject: Key) -> Told:
    home = home_of(subject)
    record = dossier.archive.record(*home)
    assert record is not None  # the database keeps a proof and its subject together
    told: Told = {"of": f"{home[0]}/{home[1]}"}
    if subject == home:
        return told
    parts = list(record.of(subject[0]))
    if subject[0] not in _CHOSEN_BY:
        dossier.complain("E501", f"no mention can point at a {subject[0]} of {home[1]}", CURE)
    elif subject[0] == "signature":
        told |= _choice(record, list(record.of("agreement_action")), subject[1])
        told |= _choice(record, [row for row in parts if row.key[1] == subject[1]], subject)
    else:
        told |= _choice(record, parts, subject)
    return told


def _choice(record: Record, offered: list[Row], wanted: Key) -> Told:
    """The word that no other part of its kind answers to; else its number."""
    key, columns = _CHOSEN_BY[wanted[0]]
    row = next(each for each in offered if each.key == wanted)
    for word in filter(None, (_word(row, column) for column in columns)):
        if sum(word in {_word(each, column) for column in columns} for each in offered) == 1:
            return {key: word}
    return {key: str(wanted[2] + 1)}


def _word(row: Row, column: str) -> str | None:
    value = row.values[column]
    word: str | None = value[1] if isinstance(value, tuple) else value
    return word


def tension(dossier: Dossier) -> Told:
    """Two statements, each an excerpt that evidence or a quote has."""
    return kept(
        between=[_statement(dossier, dossier.head[side]) for side in ("first_id", "second_id")],
        note=dossier.head["note"],
    )


def _statement(dossier: Dossier, key: Key) -> Told:
    _, subject, mentioned_in, _ = key
    home = home_of(subject)
    record = dossier.archive.record("article", mentioned_in) if mentioned_in else None
    record = record or dossier.archive.record(*home)
    assert record is not None  # the database keeps a proof and its subject together
    values = next(row.values for row in record.rows if row.key == key)
    says, article = values["excerpt"], values["article_id"]
    quoted = subject[0] == "quote" and article == home
    if quoted:
        offered = [row for row in record.of("evidence") if row.key[1][0] == "quote"]
    else:
        offered = list(_proofs(dossier.archive, home))
    alike = sorted(
        row.key
        for row in offered
        if row.values["excerpt"] == says and row.values["article_id"] == article
    )
    return kept(
        of="quote" if quoted else f"{home[0]}/{home[1]}",
        article=dossier.slug(article),
        says=says,
        nth=alike.index(key) + 1 if len(alike) > 1 else None,
    )


def _proofs(archive: Archive, home: Key) -> Iterator[Row]:
    """All evidence of a record: that of its own file, and what articles add to it."""
    record = archive.record(*home)
    found = list(record.of("evidence")) if record else []
    yield from found
    own = {row.key for row in found}
    for slug in sorted(archive.slugs("article")):
        other = archive.record("article", slug)
        for row in other.of("evidence") if other else ():
            if row.key[2] and home_of(row.key[1]) == home and row.key not in own:
                yield row
