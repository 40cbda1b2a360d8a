"""Views stand aside while their tables change, and come back with what was granted and said."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from communique import shipped
from communique.databases import database_of, engine_for
from communique.errors import SchemaError
from communique.migrate import downgrade, upgrade
from tests.revisions import SKY, History

CHANGE = """
with views(op, "0001", "0003"{options}):
    op.execute("ALTER TABLE planet RENAME COLUMN mass TO weight")
"""
BACK = """
with views(op, "0003", "0001"):
    op.execute("ALTER TABLE planet RENAME COLUMN weight TO mass")
"""
ABOUT_VIEWS = r"""
SELECT c.relname, c.relacl\:\:text, c.reloptions\:\:text, pg_get_userbyid(c.relowner),
       obj_description(c.oid), a.attname, a.attacl\:\:text, col_description(c.oid, a.attnum)
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'name'
WHERE c.relname IN ('sky', 'bright_sky') ORDER BY 1
"""
SAID = [
    "GRANT SELECT ON sky TO PUBLIC",
    "GRANT SELECT (name), UPDATE (name) ON bright_sky TO pg_signal_backend WITH GRANT OPTION",
    "COMMENT ON VIEW sky IS 'What one sees: 100 % of it, ''all'''",
    "COMMENT ON COLUMN bright_sky.name IS 'As written'",
    "ALTER VIEW sky SET (security_barrier = true)",
    "ALTER VIEW bright_sky OWNER TO pg_monitor",
]


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> History:
    made = History(tmp_path / "migrations")
    made.first_two()
    made.view("0003", "01_sky", SKY.replace("name FROM", "name, weight FROM"))
    made.view("0003", "02_bright_sky", "CREATE VIEW bright_sky AS SELECT name, weight FROM sky")
    made.view("0003", "03_dark_sky", "CREATE VIEW dark_sky AS SELECT weight FROM bright_sky")
    monkeypatch.setattr(shipped, "migrations_path", lambda: made.home)
    return made


def views_of(engine: Engine) -> set[str]:
    with engine.connect() as connection:
        names = database_of(connection).names(connection)
    return {name for name, kind in names.items() if kind == "view"}


def asked(engine: Engine, question: str) -> list[tuple[object, ...]]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(question))]


def say(engine: Engine, *statements: str) -> None:
    with engine.begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement.replace("%", "%%"))


@pytest.mark.parametrize("options", ["", ", drop=True"])
def test_the_views_of_a_revision_replace_those_before(
    history: History, database_url: str, options: str
) -> None:
    engine = engine_for(database_url)
    history.add(CHANGE.format(options=options), BACK)
    upgrade(engine)
    assert views_of(engine) == {"sky", "bright_sky", "dark_sky"}
    assert asked(engine, "SELECT weight FROM dark_sky") == []
    downgrade(engine, "0002")
    assert views_of(engine) == {"sky", "bright_sky"}
    upgrade(engine)
    assert asked(engine, "SELECT weight FROM dark_sky") == []


@pytest.mark.parametrize("options", ["", ", drop=True"], ids=["in place", "made again"])
def test_what_was_granted_and_said_on_a_view_stays(
    history: History, postgresql_url: str, options: str
) -> None:
    engine = engine_for(postgresql_url)
    upgrade(engine)
    say(engine, *SAID)
    before = asked(engine, ABOUT_VIEWS)
    assert all(word in str(before) for word in ("pg_monitor", "100 %", "As written", "barrier"))
    history.add(CHANGE.format(options=options), BACK)
    upgrade(engine)
    assert asked(engine, ABOUT_VIEWS) == before
    downgrade(engine, "0002")
    assert asked(engine, ABOUT_VIEWS) == before


def test_what_was_granted_on_a_column_goes_with_the_column(
    history: History, postgresql_url: str
) -> None:
    engine = engine_for(postgresql_url)
    history.add(CHANGE.format(options=""), BACK)
    upgrade(engine)
    say(
        engine,
        "GRANT SELECT (weight) ON sky TO pg_monitor",
        "COMMENT ON COLUMN sky.weight IS 'In tons'",
    )
    downgrade(engine, "0002")
    assert views_of(engine) == {"sky", "bright_sky"}


def test_a_view_of_somebody_else_is_not_disturbed_by_new_columns(
    history: History, postgresql_url: str
) -> None:
    engine = engine_for(postgresql_url)
    upgrade(engine)
    say(engine, "CREATE SCHEMA theirs", "CREATE VIEW theirs.report AS SELECT * FROM sky")
    history.add(CHANGE.format(options=""), BACK)
    upgrade(engine)
    assert asked(engine, "SELECT * FROM theirs.report") == []


def test_a_view_of_somebody_else_stops_a_migration_that_drops_ours(
    history: History, postgresql_url: str
) -> None:
    engine = engine_for(postgresql_url)
    upgrade(engine)
    say(engine, "CREATE SCHEMA theirs", "CREATE VIEW theirs.report AS SELECT * FROM sky")
    history.add(CHANGE.format(options=", drop=True"), BACK)
    with pytest.raises(SchemaError, match=r"theirs\.report.*drop them, upgrade"):
        upgrade(engine)
    assert views_of(engine) == {"sky", "bright_sky"}


def test_a_view_that_loses_a_column_stands_aside(history: History, postgresql_url: str) -> None:
    engine = engine_for(postgresql_url)
    history.add(CHANGE.format(options=""), BACK)
    upgrade(engine)
    say(engine, "CREATE MATERIALIZED VIEW report AS SELECT * FROM dark_sky")
    with pytest.raises(SchemaError, match=r"report.*drop them, upgrade"):
        downgrade(engine, "0002")
    say(engine, "DROP MATERIALIZED VIEW report")
    downgrade(engine, "0002")
    assert asked(engine, "SELECT * FROM sky") == []


def test_a_revision_without_view_files_is_refused(history: History, database_url: str) -> None:
    engine = engine_for(database_url)
    history.add('create_views(op, "0042")')
    with pytest.raises(SchemaError, match="0042 has no view files"):
        upgrade(engine)
