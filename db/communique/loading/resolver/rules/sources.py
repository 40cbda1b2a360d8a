"""Sources against what they prove, and spellings against whom they name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ....dates import Certainty, PartialDate
from ...archive import Archive
from ...rows import Key, Record, Row, date_of
from ..scope import Scope


def spellings_of_one(archive: Archive, scopes: Sequence[Scope]) -> None:
    """One spelling claimed by two actors warns: both load, never merged by name."""
    claims: dict[str, list[tuple[Scope, Row]]] = defaultdict(list)
    for scope in scopes:
        if scope.part.kind == "actor":
            for row in scope.record.of("name"):
                claims[row.values["folded"]].append((scope, row))
    for claimed in claims.values():
        slugs = sorted({scope.part.slug for scope, _ in claimed})
        if len(slugs) > 1:
            scope, row = max(claimed, key=_place)
            scope.complain(
                (),
                "W509",
                f'"{row.values["text"]}" is a name of ' + " and ".join(slugs),
                "both load; check that they are two",
            )


def _place(claim: tuple[Scope, Row]) -> tuple[str, int]:
    part = claim[0].part
    return part.home.source.name, part.node.line


def published_after_the_event(archive: Archive, scopes: Sequence[Scope]) -> None:
    """An article that certainly appeared before the event cannot prove that it took place."""
    for scope in scopes:
        for row in scope.record.of("evidence"):
            article = row.values.get("article_id")
            subject = _event(archive, scope.record, row.key[1])
            if article is None or subject is None:
                continue
            published = date_of(archive.values("article", article[1]), "published")
            happened = date_of(subject.values, "date")
            if published and happened and _too_early(published, happened):
                scope.complain(
                    _written(row),
                    "E448",
                    f"{article[1]} appeared ({published.edtf}) before this was"
                    f" {subject.values['status']} ({happened.edtf})",
                    "write status: planned, or correct the date or the article",
                )


def _event(archive: Archive, record: Record, key: Key) -> Row | None:
    """The meeting held or step done that a proof is about, itself or through one of its parts."""
    while True:
        if key[0] in ("meeting", "agreement_action"):
            home = record if key == record.key or record.kind == "agreement" else None
            found = home or archive.record(*_home(key))
            row = next((each for each in found.rows if each.key == key), None) if found else None
            return row if row and row.values["status"] in ("held", "done") else None
        if len(key) == 2:
            return None
        key = key[1]


def _home(key: Key) -> Key:
    while len(key) > 2:
        key = key[1]
    return key


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
    subject = row.key[1]
    names = {
        "participation": "participants",
        "agreement_action": "actions",
        "signature": "signatures",
    }
    path: tuple[str | int, ...] = ("evidence",)
    while len(subject) > 2:
        if subject[0] in names:
            path = (names[subject[0]], subject[2], *path)
        subject = subject[1]
    return path
