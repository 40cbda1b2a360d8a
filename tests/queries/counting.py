"""Counting the statements that a block runs."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import event

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session


@contextmanager
def counted(session: Session) -> Iterator[list[str]]:
    """The statements that were run on the session's database, as they were sent."""
    ran: list[str] = []

    def remember(*given: Any) -> None:
        if given[2] != "BEGIN":
            ran.append(given[2])

    bind = session.get_bind()
    event.listen(bind, "before_cursor_execute", remember)
    try:
        yield ran
    finally:
        event.remove(bind, "before_cursor_execute", remember)
