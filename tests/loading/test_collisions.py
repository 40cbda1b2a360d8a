"""A refusal of the database is told at the record it comes from; any other error is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    from sqlalchemy import Connection, Engine


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
