"""A refusal of the database is told at the record it comes from; any other error is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from sqlalchemy.exc import IntegrityError

from communique.databases import engine_for
from communique.errors import CuratedDataError
from communique.loading.collisions import Refusals, told, written_together
from communique.loading.limits import DEFAULT
from communique.loading.outgoing import Outgoing
from communique.loading.rows import Row
from communique.loading.stored import Stored
from communique.loading.survey import Survey

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Engine

    from communique.loading.outgoing import Written


def _engine() -> Engine:
    return engine_for("sqlite://")


def _refusals(connection: Connection) -> Refusals:
    survey = Survey(DEFAULT)
    return Refusals(Outgoing(Stored(connection), survey), survey)


def test_rows_that_are_refused_only_together_keep_the_database_s_own_error() -> None:
    rows = [(1,), (2,)]

    def write(some: object) -> None:
        if some == rows:
            raise IntegrityError("INSERT", {}, Exception("together"))

    with _engine().begin() as connection, pytest.raises(IntegrityError, match="together"):
        written_together(connection, "topic", lambda: [rows], write, _refusals(connection))


def test_what_was_written_before_a_refusal_is_written_again_to_find_the_row() -> None:
    """One savepoint is for all batches, and takes the first of them back."""
    with _engine().begin() as connection:
        connection.exec_driver_sql("CREATE TABLE moon (id INTEGER PRIMARY KEY CHECK (id <> 2))")

        def write(some: Sequence[Written]) -> None:
            ids = [row[:-1] for row in some]
            connection.exec_driver_sql("INSERT INTO moon VALUES (?)", ids)

        refusals = _refusals(connection)
        whose = {7: ("topic", "first"), 8: ("place", "second")}
        with (
            patch.object(refusals.outgoing, "record_of", whose.__getitem__),
            patch.object(refusals, "of", wraps=refusals.of) as of,
            pytest.raises(CuratedDataError) as error,
        ):
            written_together(connection, "moon", lambda: [[(1, 7)], [(2, 8)]], write, refusals)
    of.assert_called_once_with(("place", "second"), "moon")
    assert [each.message for each in error.value.complaints] == [
        "the database refuses its moon, which the loader let pass"
    ]


def test_another_error_is_no_refusal_of_a_row() -> None:
    with (
        _engine().begin() as connection,
        pytest.raises(ValueError, match="else"),
        told(connection, Row(("topic", "a"), {}), _refusals(connection)),
    ):
        raise ValueError("something else")


@pytest.mark.parametrize("together", [True, False])
def test_another_error_stops_the_search_for_the_refused_row(together: bool) -> None:
    def write(some: object) -> None:
        if together or some != [(1,), (2,)]:
            raise ValueError("something else")
        raise IntegrityError("INSERT", {}, Exception("together"))

    with _engine().begin() as connection, pytest.raises(ValueError, match="else"):
        written_together(connection, "topic", lambda: [[(1,), (2,)]], write, _refusals(connection))


def test_a_refused_row_without_a_file_is_told_all_the_same() -> None:
    row = Row(("evidence", ("meeting", "m"), "x", 0), {})
    with (
        _engine().begin() as connection,
        pytest.raises(CuratedDataError) as refused,
        told(connection, row, _refusals(connection)),
    ):
        raise IntegrityError("UPDATE", {}, Exception())
    (only,) = refused.value.complaints
    assert (only.file, only.line, getattr(only, "path", None)) == ("(database)", 1, "")
