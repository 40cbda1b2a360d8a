"""What stored records rest on in records that a load changes, and would lose or find exchanged.

A part is known by its place in its record, and a proof by its place in a text. So when one file
alone is loaded after its proofs, people or words have moved, what a record of another file says
of them would be gone, or be said of something else, and nobody would have decided that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from .complaints import shown
from .plan import Plan
from .rows import Key, Record, Row, record_of
from .stored import AT_ONCE, Stored

WHAT_IT_IS = {
    "agreement_action": {"kind", "status", "date_edtf", "actor_id"},
    "evidence": {"article_id", "excerpt"},
    "name": {"text"},
    "participation": {"actor_id", "described_as", "office_id"},
    "party": {"actor_id"},
    "signature": {"signer_id", "described_as", "office_id"},
    "tenure": {"office_id", "since_edtf"},
}
"""The columns that tell a part from its like; when one of them changes, another may be there."""


class Loss(NamedTuple):
    """A changed record, and what is to be told of it."""

    record: Record
    code: str
    message: str
    hint: str


def losses(work: Plan, stored: Stored) -> Iterator[Loss]:
    """What would be lost to stored records that are not in this run."""
    changed = {record.key: record for record in work.changed}
    gone = {row.key for row in work.deletes}

    def stays(row: Row) -> bool:
        """Whether a row is as it was, because its record is not loaded again and does not go."""
        kind, slug = record_of(row.key)
        return slug not in work.survey.names[kind] and row.key not in gone

    yield from _parts(work, stored, changed, gone, stays)
    yield from _words(work, stored, changed, stays)


def _parts(
    work: Plan,
    stored: Stored,
    changed: dict[Key, Record],
    gone: set[Key],
    stays: Callable[[Row], bool],
) -> Iterator[Loss]:
    others = {
        row.key for row, new in work.updates if not WHAT_IT_IS.get(row.table, set()).isdisjoint(new)
    }
    steps = {key for key in others if key[0] == "agreement_action"}
    for home in {record_of(key) for key in steps}:
        before = stored.record(*home)
        assert before is not None  # a part of it is changed
        others |= {row.key for row in before.of("signature") if row.key[1] in steps}
    keys = sorted((key for key in gone | others if record_of(key) in changed), key=str)
    for first in range(0, len(keys), AT_ONCE):
        these = keys[first : first + AT_ONCE]
        for row in filter(stays, stored.referrers(these)):
            home = record_of(row.key)
            other = f"{home[0]} {home[1]} in the database"
            for key in set(these).intersection(row.values.values()):
                part = key[0].replace("_", " ")
                if key in gone:
                    code, message = "E507", f"{other} refers to its {part}, which is gone"
                    hint = f"keep it, or load the changed file of {home[0]} {home[1]} too"
                else:
                    code, hint = "E508", _together(home, stored)
                    part = f"{part} number {key[-1] + 1}"
                    message = f"{other} rests on its {part}, which is not the same now"
                yield Loss(changed[record_of(key)], code, message, hint)


def _words(
    work: Plan, stored: Stored, changed: dict[Key, Record], stays: Callable[[Row], bool]
) -> Iterator[Loss]:
    texts: dict[Key, str] = {
        record_of(row.key): "" for row in work.deletes if row.table == "article_text"
    }
    texts |= {
        record_of(row.key): new["text"]
        for row, new in work.updates
        if "text" in new and row.table == "article_text"
    }
    articles = sorted(texts.keys() & changed.keys())
    for first in range(0, len(articles), AT_ONCE):
        for row in stored.proofs_from(articles[first : first + AT_ONCE]):
            article, words = row.values["article_id"], row.values["excerpt"]
            span = slice(row.values["start_char"], row.values["end_char"])
            if texts[article][span] == words or not stays(row):
                continue
            home = record_of(row.key)
            message = (
                f'{home[0]} {home[1]} in the database rests on "{shown(words)}", which has moved'
                " in the text or is gone from it"
            )
            yield Loss(changed[article], "E508", message, _together(home, stored))


def _together(home: Key, stored: Stored) -> str:
    file = stored.heads(home[0])[home[1]].file
    return "load both together" + (f"; {home[0]} {home[1]} is from {shown(file)}" if file else "")
