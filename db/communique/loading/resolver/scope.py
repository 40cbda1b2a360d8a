"""What every resolver needs at hand: one record's place, its rows, and the whole archive."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from ...dates import PartialDate
from ..archive import Archive
from ..capacity import possible, problem
from ..complaints import Complaints, listed, shown
from ..rows import KINDS, Key, Record, Row, Values, child
from ..validation import Part

Path = tuple[str | int, ...]

_PAST_ALWAYS = ("published", "updated", "said")

NONE = "none"
"""The word for an office, side or place that is left empty on purpose."""


class Scope:
    """Resolves the parts of one record, and says what is wrong where it stands."""

    def __init__(
        self,
        part: Part[Any],
        archive: Archive,
        complaints: Complaints,
        today: date,
        record: Record | None = None,
    ) -> None:
        self.part = part
        self.archive = archive
        self.complaints = complaints
        self.today = today
        self.gives_evidence = False
        self.told_by: dict[Key, Part[Any]] = {}
        """The mention behind a proof that belongs to this record and is about another."""
        if record is None:
            source = part.home.source
            record = Record(part.kind, part.slug, source.kept, part.line, source=source.name)
        self.record = record
        """The record that the part's rows belong to: of speech, the article's."""

    @property
    def article(self) -> str | None:
        """The article of this file, the default of all evidence in it."""
        home = self.part.home.article
        return home.slug if home else None

    def complain(self, path: Sequence[str | int], code: str, message: str, hint: str) -> None:
        """Add a complaint about a part of this record."""
        self.part.complain(self.complaints, path, code, message, hint)

    def add(self, table: str, parent: Key, position: int, values: Values) -> Key:
        """Add a part; its key is what further parts hang on."""
        row = child(table, parent, position, values)
        self.record.rows.append(row)
        return row.key

    def add_head(self, values: Values) -> Key:
        """Add the record's own row."""
        row = Row(self.record.key, {"slug": self.part.slug, **values})
        self.record.rows.append(row)
        return row.key

    def ref(self, kind: str, reference: str | None, path: Path) -> Key | None:
        """The key that a slug, or ``kind/slug``, points at; a complaint where it does not."""
        if reference is None:
            return None
        if self.archive.holds(kind, reference):
            return (kind, reference)
        given, _, slug = reference.rpartition("/")
        kinds = self.archive.kinds_of(slug)
        if given and given != kind:
            self.wrong_kind(kind, given, path)
        elif kind in kinds:
            return (kind, slug)
        elif kinds:
            self.complain(
                path,
                "E502",
                f'"{shown(slug)}" is {_a(min(kinds))}; {_a(kind)} is due here',
                f"name {_a(kind)} by its slug",
            )
        elif not self.archive.may_be_unread(slug):
            hint = self.did_you_mean(kind, slug) or f"add {_a(kind)} of this slug"
            self.complain(path, "E501", f'no {kind} "{shown(slug)}" is known', hint)
        return None

    def wrong_kind(self, kind: str, given: str, path: Path) -> None:
        """Complain about a reference that names another kind of record, or none that there is."""
        other = _a(given) if given in KINDS else f'"{shown(given)}", which is no kind of record'
        message = f"{_a(kind)} is due here, not {other}"
        self.complain(path, "E502", message, f"name {_a(kind)} by its slug")

    def did_you_mean(self, kind: str, slug: str) -> str | None:
        """The known slugs most like one that is not, as a question."""
        meant = self.archive.nearest(kind, slug) if self.complaints.may_search() else []
        return "did you mean " + listed(meant) + "?" if meant else None

    def other(self, kind: str, reference: str | None, path: Path) -> Key | None:
        """Like `ref`, for a record that must not be this one."""
        key = self.ref(kind, reference, path)
        if key == self.record.key:
            self.complain(path, "E505", "refers to itself", "name another record, or drop the key")
            return None
        return key

    def given(self, reference: str | None) -> str | None:
        """What a reference says; ``none`` says that there is nothing, where a default would be."""
        return None if reference == NONE else reference

    def office(
        self, actor: str | None, given: str | None, on: PartialDate | None, path: Path
    ) -> Key | None:
        """The office in which somebody acts: the one given, checked, or the only one possible."""
        if given == NONE:
            return None
        if given is not None:
            key = self.ref("office", given, (*path, "office"))
            known = actor is not None and ("actor", actor) not in self.archive.refused
            if key and actor and known and (fault := problem(self.archive, actor, key[1], on)):
                self.complain(
                    (*path, "office"),
                    "E443",
                    fault,
                    "correct the office or the date, or add the tenure with its evidence",
                )
            return key
        offices = (
            sorted({tenure.office for tenure in possible(self.archive, actor, on)}) if actor else []
        )
        if len(offices) > 1:
            self.complain(
                path,
                "E444",
                f"{actor} may have acted in any of " + listed(offices),
                "give `office`",
            )
            return None
        return ("office", offices[0]) if offices else None

    def side(self, given: str | None, office: Key | None, path: Path) -> Key | None:
        """For whom somebody acts: the one given, else whose office it is."""
        if given is not None:
            return self.ref("actor", self.given(given), path)
        return self.archive.values("office", office[1]).get("of_id") if office else None

    def not_in_the_future(self, on: PartialDate | None, word: str, path: Path) -> None:
        """What was held or done cannot lie ahead, a day's difference of time zones aside."""
        if on and on.earliest and (on.earliest - self.today).days > 1:
            self.complain(
                path,
                "E436",
                f"{word}, but {on.edtf} lies in the future",
                ("" if word in _PAST_ALWAYS else "write status: planned, or ") + "correct the date",
            )


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
