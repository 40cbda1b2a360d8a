"""Every single reference, and every rule of every table, has its defect planted and found."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import Column, Connection, Engine, exc, select, update

from communique.databases import engine_for
from communique.keeping.checks import references, table_rules
from communique.models import Base

if TYPE_CHECKING:
    from collections.abc import Iterator

NOWHERE = 999_999


def referring() -> list[Column[Any]]:
    """Every column that points at another row."""
    return [
        column
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if column.foreign_keys
    ]


@contextmanager
def unruled(engine: Engine) -> Iterator[Connection]:
    """A transaction in which neither references nor rules are kept; undone at the end."""
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        if engine.dialect.name == "sqlite":
            driver.execute("PRAGMA foreign_keys=OFF")
            driver.execute("PRAGMA ignore_check_constraints=ON")
        with connection.begin() as transaction:
            if engine.dialect.name == "postgresql":
                connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
            yield connection
            transaction.rollback()
    engine.dispose()  # so that nobody gets a connection on which references are not kept


def drop_rules(connection: Connection, table: str) -> None:
    """PostgreSQL cannot overlook a CHECK, so within the transaction there is none."""
    found = connection.exec_driver_sql(
        "SELECT conname FROM pg_constraint WHERE contype = 'c' AND conrelid = %s::regclass",
        (table,),
    )
    for (name,) in found.all():
        connection.exec_driver_sql(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')


def a_row(connection: Connection, column: Column[Any]) -> int | None:
    """A row of the column's table, one that uses the column if there is such a one."""
    table = column.table
    used = select(table.c.id).where(column.is_not(None)).limit(1)
    return connection.scalar(used) or connection.scalar(select(table.c.id).limit(1))


def test_an_orphan_of_each_reference_is_found(loaded_copy_url: str) -> None:
    engine, planted = engine_for(loaded_copy_url), set[str]()
    with unruled(engine) as connection:
        if engine.dialect.name == "postgresql":
            for table in Base.metadata.tables:
                drop_rules(connection, table)
        for nowhere, column in enumerate(referring(), start=NOWHERE):
            row = a_row(connection, column)
            assert row is not None, f"the seeds have no {column.table.name} to plant a defect in"
            connection.execute(
                update(column.table).where(column.table.c.id == row).values({column.name: nowhere})
            )
            planted |= {
                f"{column.table.name} {row}: {column.name} {nowhere} is in no row of"
                f" {target.column.table.name}"
                for target in column.foreign_keys
            }
        _, wrong = references(connection)

    assert len(planted) > 70
    assert planted <= set(wrong)


def test_a_reference_that_must_be_is_never_missing(loaded_copy_url: str) -> None:
    engine, missing = engine_for(loaded_copy_url), []
    for column in referring():
        if column.nullable:
            continue
        with engine.connect() as connection:
            row = a_row(connection, column)
            gone = update(column.table).where(column.table.c.id == row).values({column.name: None})
            with pytest.raises(exc.IntegrityError):
                connection.execute(gone)
            missing.append(column)
    assert len(missing) >= 25


def test_a_reference_that_may_be_missing_is_missed_where_a_rule_asks_for_it(
    loaded_copy_url: str,
) -> None:
    """Rows that name nobody: no signer, no participant, no subject, no article."""
    engine = engine_for(loaded_copy_url)
    for table, columns, told in (
        ("participation", ("actor_id", "office_id", "described_as"), "names an actor an office"),
        ("signature", ("signer_id", "office_id", "described_as"), "names a signer an office"),
        ("name", ("actor_id", "office_id", "agreement_id", "place_id"), "has exactly one subject"),
        ("evidence", ("article_id",), "rests on an excerpt"),
    ):
        with unruled(engine) as connection:
            if engine.dialect.name == "postgresql":
                drop_rules(connection, table)
            nobody = ", ".join(f"{column} = NULL" for column in columns)
            connection.exec_driver_sql(f"UPDATE {table} SET {nobody} WHERE id = 1")
            _, wrong = table_rules(connection)
        assert [line for line in wrong if line.startswith(f"{table} 1: not so: {told}")], wrong


def test_each_rule_of_each_table_is_asked_for(migrated_url: str) -> None:
    """A row that breaks a rule is found by the rule's own words."""
    engine = engine_for(migrated_url)
    with unruled(engine) as connection:
        if engine.dialect.name == "postgresql":
            drop_rules(connection, "topic")
        connection.exec_driver_sql(
            "INSERT INTO topic (id, slug, label, broader_id, content_sha256)"
            " VALUES (1, '', 'Nothing', 1, 'x')"
        )
        seen, wrong = table_rules(connection)
    assert seen == 1
    assert wrong == [
        "topic 1: not so: is not broader than itself",
        "topic 1: not so: slug has a fitting length",
    ]
