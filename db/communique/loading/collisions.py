"""What a database refuses although the loader let it pass, told at the record it comes from.

No input may lead here: whatever does is a fault of the loader, or of a database that
somebody changed by hand. A curator still learns which record it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from ..errors import CuratedDataError
from .complaints import Complaint
from .outgoing import Outgoing, Written
from .rows import Key, Row, record_of
from .survey import Survey


class Refusals:
    """Words for what the database refuses."""

    def __init__(self, outgoing: Outgoing, survey: Survey) -> None:
        self.outgoing = outgoing
        self.survey = survey

    def of(self, key: Key, table: str) -> Complaint:
        """A complaint at the record that has the refused row."""
        file, line, path = "(database)", 1, ""
        if key[1] in self.survey.names[key[0]]:
            source, root = self.survey.held(self.survey.home(key))
            file, path = source.name, f"{key[0]}.{key[1]}"
            line = root.line_of(self.survey.path_of(key))
        return Complaint(
            file,
            line,
            1,
            "E705",
            path,
            f"the database refuses its {table.replace('_', ' ')}, which the loader let pass",
            "run `communique doctor`; if all is well there, report this with the file",
        )


def written_together(
    connection: Connection,
    table: str,
    batches: Callable[[], Iterable[Sequence[Written]]],
    write: Callable[[Sequence[Written]], None],
    refusals: Refusals,
) -> None:
    """Write rows at once; when the database refuses them, find the one that it means.

    One savepoint is for all of them: SQLite copies aside each page that is older than it.
    """
    try:
        with connection.begin_nested():
            for rows in batches():
                write(rows)
    except Exception as error:
        if not _is_refusal(connection, error):
            raise
        for row in (row for rows in batches() for row in rows):
            try:
                with connection.begin_nested():
                    write([row])
            except Exception as refusal:
                if not _is_refusal(connection, refusal):
                    raise
                home = refusals.outgoing.record_of(row[-1])
                raise CuratedDataError([refusals.of(home, table)]) from refusal
        raise


@contextmanager
def told(connection: Connection, row: Row, refusals: Refusals) -> Iterator[None]:
    """Turn the database's refusal of one row into a complaint about its record."""
    try:
        yield
    except Exception as error:
        if not _is_refusal(connection, error):
            raise
        raise CuratedDataError([refusals.of(record_of(row.key), row.table)]) from error


def _is_refusal(connection: Connection, error: Exception) -> bool:
    """Whether a rule of the schema was broken, told by SQLAlchemy or by the driver itself."""
    return isinstance(error, (IntegrityError, connection.dialect.loaded_dbapi.IntegrityError))
