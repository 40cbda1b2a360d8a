"""Sources against what they prove, and spellings and identifiers against whom they name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ....dates import Certainty, PartialDate
from ...archive import Archive
from ...complaints import listed, shown
from ...rows import Key, Row, date_of, home_of
from ..scope import Scope


def spellings_of_one(archive: Archive, scopes: Sequence[Scope]) -> None:
    """One spelling claimed by two actors warns: both load, never merged by name."""
    claims: dict[str, list[tuple[Scope, str]]] = defaultdict(list)
    for scope in scopes:
        if scope.part.kind == "actor":
            for row in scope.record.of("name"):
                claims[row.values["folded"]].append((scope, row.values["text"]))
    for claimed in claims.values():
        slugs = sorted({scope.part.slug for scope, _ in claimed})
        if len(slugs) > 1:
            scope, text = max(claimed, key=_place)
            scope.complain(
                (),
                "W509",
                f'"{shown(text)}" is a name of {listed(slugs)}',
                "both load; check that they are two",
            )


def identifiers_of_one(archive: Archive, scopes: Sequence[Scope]) -> None:
    """Two actors cannot be the same Wikidata item."""
    first: dict[str, Scope] = {}
    for scope in scopes:
        item = scope.record.head.values.get("wikidata")
        if item and (earlier := first.setdefault(item, scope)) is not scope:
            scope.complain(
                ("wikidata",),
                "E512",
                f"{item} is {earlier.part.slug} already ({earlier.part.place})",
                "correct one of them, or join the two records",
            )


def _place(claim: tuple[Scope, str]) -> tuple[str, int, int]:
    part = claim[0].part
    return part.home.source.name, part.node.line, part.node.column


def published_after_the_event(archive: Archive, scopes: Sequence[Scope]) -> None:
    """An article that certainly appeared before the event cannot prove that it took place."""
    for scope in scopes:
        for row in scope.record.of("evidence"):
            article = row.values.get("article_id")
            subject = _event(archive, row.key[1]) if article else None
            if article is None or subject is None:
                continue
            source = archive.values("article", article[1])
            appeared, began = source.get("published_latest"), subject.values["date_earliest"]
            if appeared is None or began is None or appeared >= began:  # nearly always
                continue
            published, happened = date_of(source, "published"), date_of(subject.values, "date")
            if published and happened and _too_early(published, happened):
                scope.told_by.get(row.key, scope.part).complain(
                    scope.complaints,
                    _written(row),
                    "E448",
                    f"{article[1]} appeared ({published.edtf}) before this was"
                    f" {subject.values['status']} ({happened.edtf})",
                    "write status: planned, or correct the date or the article",
                )


def _event(archive: Archive, key: Key) -> Row | None:
    """The meeting held or step done that a proof is about, itself or through one of its parts."""
    home = home_of(key)
    if home[0] not in ("meeting", "agreement"):
        return None
    while key != home and key[0] != "agreement_action":
        key = key[1]
    row = archive.row(key)
    return row if row and row.values.get("status") in ("held", "done") else None


def _too_early(published: PartialDate, happened: PartialDate) -> bool:
    return bool(
        published.latest
        and happened.earliest
        and published.before(happened) is Certainty.CERTAINLY
        and (happened.earliest - published.latest).days > 1  # time zones
    )


def _written(row: Row) -> tuple[str | int, ...]:
    """Where the proof stands in its record's file, as far as its key tells."""
    if row.key[2]:
        return ()
    subject, home = row.key[1], home_of(row.key)
    names = {
        "participation": "participants",
        "agreement_action": "actions",
        "signature": "signatures",
        "figure": "figures",
    }
    path: tuple[str | int, ...] = ("evidence",)
    while subject != home:
        path = (names[subject[0]], subject[2], *path)
        subject = subject[1]
    return path
