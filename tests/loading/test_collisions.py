"""A refusal of the database is told at the record it comes from; any other error is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import IntegrityError

from communique.databases import engine_for
from communique.errors import CuratedDataError
from communique.loading.collisions import told_of, written_together
from communique.loading.rows import Record, Row

if TYPE_CHECKING:
    from sqlalchemy import Engine


def _engine() -> Engine:
    return engine_for("sqlite://")


def test_rows_that_are_refused_only_together_keep_the_database_s_own_error() -> None:
    rows = [Row(("topic", slug), {}) for slug in "ab"]

    def write(some: object) -> None:
        if some == rows:
            raise IntegrityError("INSERT", {}, Exception("together"))

    with _engine().begin() as connection, pytest.raises(IntegrityError, match="together"):
        written_together(connection, rows, write, {})


def test_another_error_is_no_refusal_of_a_row() -> None:
    with (
        _engine().begin() as connection,
        pytest.raises(ValueError, match="else"),
        told_of(connection, Row(("topic", "a"), {}), {}),
    ):
        raise ValueError("something else")


def test_a_refused_row_without_a_file_is_told_all_the_same() -> None:
    record = Record("article", "x", None, None)
    row = Row(("evidence", ("meeting", "m"), "x", 0), {})
    for origins, path in (({}, ""), ({record.key: record}, "article.x")):
        with (
            _engine().begin() as connection,
            pytest.raises(CuratedDataError) as refused,
            told_of(connection, row, origins),
        ):
            raise IntegrityError("UPDATE", {}, Exception())
        (told,) = refused.value.complaints
        assert (told.file, told.line, getattr(told, "path", None)) == ("(database)", 1, path)
