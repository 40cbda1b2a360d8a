"""One record with its parts at hand, and the archive that it refers to."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from communique.loading.complaints import Complaint, Complaints
from communique.loading.resolver.scope import NONE

if TYPE_CHECKING:
    from communique.loading.archive import Archive
    from communique.loading.rows import Key, Record, Row, Values

Told = dict[str, Any]


def kept(**given: Any) -> Told:
    """The keys that hold something."""
    return {key: value for key, value in given.items() if value not in (None, [], {})}


class Dossier:
    """A record as its file tells it; ``article`` is the one whose file it is, if any."""

    def __init__(
        self, record: Record, archive: Archive, complaints: Complaints, article: str | None = None
    ) -> None:
        self.record = record
        self.archive = archive
        self.complaints = complaints
        self.article = article
        self._parts: dict[tuple[str, Key], list[Row]] = defaultdict(list)
        for row in record.rows[1:]:
            self._parts[row.table, row.key[1]].append(row)
        for rows in self._parts.values():
            rows.sort(key=lambda row: row.key[2:])

    @property
    def head(self) -> Values:
        """The columns of the record's own row."""
        return self.record.head.values

    def parts(self, table: str, parent: Key | None = None) -> list[Row]:
        """The parts of a row, by default of the record itself, in their order."""
        return self._parts[table, parent or self.record.key]

    def slug(self, key: Key | None) -> str | None:
        """How a file points at a record whose kind is plain from the place."""
        if key is None:
            return None
        return f"{key[0]}/{key[1]}" if key[1] == NONE else str(key[1])

    def office(self, actor: Key | None, office: Key | None) -> str | None:
        """The office, spelled out also where the loader would find none for itself."""
        unlike = office is None and actor is not None and self.archive.tenures(actor[1])
        return NONE if unlike else self.slug(office)

    def side(self, office: Key | None, side: Key | None) -> str | None:
        """For whom somebody acts, spelled out also where it is not whose office it is."""
        owner = self.archive.values("office", office[1]).get("of_id") if office else None
        return NONE if side is None and owner is not None else self.slug(side)

    def place(self, meeting: Key | None, place: Key | None) -> str | None:
        """Where, spelled out also where it is not the meeting's place."""
        venue = self.archive.values("meeting", meeting[1]).get("place_id") if meeting else None
        return NONE if place is None and venue is not None else self.slug(place)

    def complain(self, code: str, message: str, hint: str) -> None:
        """Say what of this record no file can tell."""
        path = f"{self.record.kind}.{self.record.slug}"
        self.complaints.add(Complaint("(database)", 1, 1, code, path, message, hint))
