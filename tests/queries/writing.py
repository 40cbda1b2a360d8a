"""Writing rows of an archive one by one, and knowing their ids."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from communique.dates import PartialDate
from communique.models import Base, Evidence

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class Archive:
    """Writes rows one by one and knows their ids: ``archive["actor", "iran"]``."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._ids: dict[tuple[str, str], int] = {}
        self._last: dict[str, int] = defaultdict(int)

    def __getitem__(self, key: tuple[str, str]) -> int:
        return self._ids[key]

    def add(self, model: type[Base], called: str, /, **columns: Any) -> int:
        """Write one row; ``called`` is how the test calls it."""
        table = model.__tablename__
        self._last[table] += 1
        number = self._last[table]
        if "slug" in model.__table__.columns:
            columns["slug"] = called
        if "position" in model.__table__.columns:
            columns.setdefault("position", number)
        self._session.add(model(id=number, **columns))
        self._session.flush()
        self._ids[table, called] = number
        return number

    def prove(self, fact: str, called: str, article: str | None, **columns: Any) -> int:
        """Write one proof of a fact, by an excerpt or, with a note and no article, from outside."""
        number = self._last["evidence"]
        if article is None:
            columns |= {"basis": "outside", "note": "known"}
        else:
            columns = {
                "article_id": self["article", article],
                "start_char": 10 * number,
                "end_char": 10 * number + 5,
                "excerpt": "words",
                "basis": "stated",
            } | columns
        return self.add(
            Evidence, f"{fact} {called} {article}", **{f"{fact}_id": self[fact, called]}, **columns
        )


def when(text: str | None) -> PartialDate | None:
    return None if text is None else PartialDate(text)
