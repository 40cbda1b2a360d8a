"""What a database refuses although the loader let it pass, told at the record it comes from.

No input may lead here: whatever does is a fault of the loader, or of a database that
somebody changed by hand. A curator still learns which record it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from ..errors import CuratedDataError
from .archive import record_of
from .complaints import Complaint
from .rows import Key, Record, Row

Origins = dict[Key, Record]


def written_together(
    connection: Connection,
    rows: Sequence[Row],
    write: Callable[[Sequence[Row]], None],
    origins: Origins,
) -> None:
    """Write rows at once; when the database refuses them, find the one that it means."""
    try:
        with connection.begin_nested():
            write(rows)
    except Exception as error:
        if not _is_refusal(connection, error):
            raise
        for row in rows:
            with told_of(connection, row, origins), connection.begin_nested():
                write([row])
        raise


@contextmanager
def told_of(connection: Connection, row: Row, origins: Origins) -> Iterator[None]:
    """Turn the database's refusal of one row into a complaint about its record."""
    try:
        yield
    except Exception as error:
        if not _is_refusal(connection, error):
            raise
        raise CuratedDataError([_complaint(row, origins)]) from error


def _is_refusal(connection: Connection, error: Exception) -> bool:
    """Whether a rule of the schema was broken, told by SQLAlchemy or by the driver itself."""
    return isinstance(error, (IntegrityError, connection.dialect.loaded_dbapi.IntegrityError))


def _complaint(row: Row, origins: Origins) -> Complaint:
    record = origins.get(record_of(row.key))
    return Complaint(
        record.written if record else "(database)",
        (record.line if record else None) or 1,
        1,
        "E705",
        f"{record.kind}.{record.slug}" if record else "",
        f"the database refuses its {row.table.replace('_', ' ')}, which the loader let pass",
        "run `communique doctor`; if all is well there, report this with the file",
    )
