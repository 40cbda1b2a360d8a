"""Every kind of drift is planted once in the migrated schema, and found by its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection, text

from communique import shipped
from communique.databases import engine_for, writing
from communique.migrate import check_schema, upgrade
from tests.revisions import History

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

SQLITE = {
    "check text": ("length(country) = 2", "length(country) = 3"),
    "enum words": ("'armed_group', ", "'armed_group', 'militia', "),
    "lost check": ("CONSTRAINT country_is_two_letters CHECK (length(country) = 2),", ""),
    "collation": ("name TEXT NOT NULL", "name TEXT COLLATE NOCASE NOT NULL"),
    "type": ("source_line INTEGER", "source_line TEXT"),
    "not null": ("name TEXT NOT NULL", "name TEXT"),
    "default": ("description TEXT", "description TEXT DEFAULT 'none'"),
    "generated": ("wikidata TEXT", "wikidata TEXT GENERATED ALWAYS AS (lower(slug))"),
    "unique": ("CONSTRAINT uq_actor_slug UNIQUE (slug),", ""),
    "strict": ("STRICT", ""),
}
"""What is written in place of what, in the CREATE TABLE of ``actor``."""

POSTGRESQL = {
    "check text": """ALTER TABLE actor DROP CONSTRAINT country_is_two_letters,
        ADD CONSTRAINT country_is_two_letters CHECK (length(country) = 3)""",
    "enum words": """ALTER TABLE office DROP CONSTRAINT level_is_a_known_word,
        ADD CONSTRAINT level_is_a_known_word CHECK (level IN ('minister', 'usher'))""",
    "lost check": "ALTER TABLE actor DROP CONSTRAINT country_is_two_letters",
    "unproven check": """ALTER TABLE actor DROP CONSTRAINT country_is_two_letters,
        ADD CONSTRAINT country_is_two_letters CHECK (length(country) = 2) NOT VALID""",
    "collation": 'ALTER TABLE actor ALTER description TYPE TEXT COLLATE "POSIX"',
    "type": "ALTER TABLE actor ALTER source_line TYPE BIGINT",
    "not null": "ALTER TABLE meeting ALTER title DROP NOT NULL",
    "default": "ALTER TABLE actor ALTER description SET DEFAULT 'none'",
    "generated": """ALTER TABLE actor ADD COLUMN twice INTEGER
        GENERATED ALWAYS AS (source_line * 2) STORED""",
    "unique": "ALTER TABLE actor DROP CONSTRAINT uq_actor_wikidata",
    "nulls not distinct": """ALTER TABLE actor DROP CONSTRAINT uq_actor_wikidata,
        ADD CONSTRAINT uq_actor_wikidata UNIQUE NULLS NOT DISTINCT (wikidata)""",
    "delete rule": """ALTER TABLE tenure DROP CONSTRAINT fk_tenure_holder_id,
        ADD CONSTRAINT fk_tenure_holder_id FOREIGN KEY (holder_id) REFERENCES actor (id)""",
    "comment on a table": "COMMENT ON TABLE actor IS 'Players'",
    "comment on a view's column": "COMMENT ON COLUMN signing.signer IS 'Whoever'",
    "row security": "ALTER TABLE actor ENABLE ROW LEVEL SECURITY",
    "unlogged": "ALTER TABLE data_dictionary SET UNLOGGED",
    "rule": "CREATE RULE deaf AS ON DELETE TO actor DO INSTEAD NOTHING",
    "view option": "ALTER VIEW signing SET (security_invoker = true)",
}
BOTH = {
    "partial index": """DROP INDEX ix_evidence_quote_id; CREATE UNIQUE INDEX ix_evidence_quote_id
        ON evidence (quote_id, coalesce(mentioned_in_id, 0), position) WHERE quote_id > 7""",
    "index expression": """DROP INDEX ix_evidence_quote_id; CREATE UNIQUE INDEX
        ix_evidence_quote_id ON evidence (quote_id, coalesce(mentioned_in_id, 1), position)
        WHERE quote_id IS NOT NULL""",
    "lost index": "DROP INDEX ix_evidence_quote_id",
    "view": "DROP VIEW plan; CREATE VIEW plan AS SELECT 1 AS record_kind",
    "lost view": "DROP VIEW plan",
    "new column": "ALTER TABLE actor ADD COLUMN nickname TEXT",
    "lost column": "ALTER TABLE load_run DROP COLUMN version",
    "lost table": "DROP TABLE tension",
    "lost dictionary": "DROP TABLE data_dictionary",
    "dictionary": "UPDATE data_dictionary SET meaning = 'x' WHERE table_name = 'actor'",
}
TRIGGERS = {
    "sqlite": """CREATE TRIGGER heard AFTER INSERT ON actor BEGIN
        UPDATE actor SET name = 'x'; END""",
    "postgresql": """CREATE FUNCTION hear() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN RETURN NEW; END'; CREATE TRIGGER heard AFTER INSERT ON actor
        EXECUTE FUNCTION hear()""",
}


Drift = str | tuple[str, str]
KINDS: dict[str, dict[str, Drift]] = {"sqlite": {**SQLITE}, "postgresql": {**POSTGRESQL}}


def plant(connection: Connection, drift: Drift) -> None:
    if isinstance(drift, tuple):
        rewrite(connection, *drift)
    else:
        for statement in drift.split("; CREATE"):
            again = "" if drift.startswith(statement) else "CREATE"
            connection.execute(text(again + statement))


def rewrite(connection: Connection, old: str, new: str) -> None:
    """Change what SQLite has written down of ``actor``, which no statement of its own could."""
    asked = "SELECT sql FROM sqlite_master WHERE name = 'actor'"
    sql = str(connection.exec_driver_sql(asked).scalar_one())
    assert old in sql
    connection.exec_driver_sql("PRAGMA writable_schema = ON")
    connection.exec_driver_sql(
        "UPDATE sqlite_master SET sql = ? WHERE name = 'actor'", (sql.replace(old, new, 1),)
    )
    connection.exec_driver_sql("PRAGMA writable_schema = OFF")


def test_every_planted_drift_is_found_and_nothing_else(migrated_url: str) -> None:
    engine = writing(engine_for(migrated_url))
    kind = engine.dialect.name
    drifts: dict[str, Drift] = {**BOTH, **KINDS[kind], "trigger": TRIGGERS[kind]}
    missed = []
    with engine.connect() as connection:
        for name, drift in drifts.items():
            with connection.begin() as transaction:
                plant(connection, drift)
                if not check_schema(connection):
                    missed.append(name)
                transaction.rollback()
        assert check_schema(connection) == []
    assert missed == []
    assert len(drifts) >= 12


COMPUTED = """
if op.get_context().dialect.name == "sqlite":
    op.execute("CREATE TABLE star (id INTEGER PRIMARY KEY, mass INTEGER, "
               "twice INTEGER GENERATED ALWAYS AS (mass * 2) VIRTUAL)")
    op.execute("CREATE TRIGGER heard AFTER INSERT ON star BEGIN "
               "UPDATE star SET mass = 1 WHERE id = 1; END")
else:
    op.execute("CREATE FUNCTION doubled(mass integer) RETURNS integer IMMUTABLE LANGUAGE sql "
               "RETURN mass * 2")
    op.execute("CREATE FUNCTION hear() RETURNS trigger LANGUAGE plpgsql "
               "SET search_path FROM CURRENT AS 'BEGIN RETURN NEW; END'")
    op.execute("CREATE TABLE star (id INTEGER PRIMARY KEY, mass INTEGER, "
               "twice INTEGER GENERATED ALWAYS AS (mass * 2) STORED)")
    op.execute("CREATE INDEX by_mass ON star (doubled(mass))")
    op.execute("CREATE TRIGGER heard AFTER INSERT ON star EXECUTE FUNCTION hear()")
"""
RECOMPUTED = {
    "sqlite": {
        "generated expression": """ALTER TABLE star DROP COLUMN twice; ALTER TABLE star
            ADD COLUMN twice INTEGER GENERATED ALWAYS AS (mass * 3) VIRTUAL""",
        "trigger's body": """DROP TRIGGER heard; CREATE TRIGGER heard AFTER INSERT ON star
            BEGIN UPDATE star SET mass = 1 WHERE id = 2$ END""",
        "trigger's event": """DROP TRIGGER heard; CREATE TRIGGER heard AFTER DELETE ON star
            BEGIN UPDATE star SET mass = 1 WHERE id = 1$ END""",
    },
    "postgresql": {
        "generated expression": """ALTER TABLE star DROP COLUMN twice; ALTER TABLE star
            ADD COLUMN twice INTEGER GENERATED ALWAYS AS (mass * 3) STORED""",
        "function of an index": """CREATE OR REPLACE FUNCTION doubled(mass integer)
            RETURNS integer IMMUTABLE LANGUAGE sql RETURN mass * 3""",
        "trigger's function": """CREATE OR REPLACE FUNCTION hear() RETURNS trigger
            LANGUAGE plpgsql SET search_path FROM CURRENT AS 'BEGIN RETURN NULL$ END'""",
        "function's power": "ALTER FUNCTION hear() SECURITY DEFINER",
        "trigger's event": """DROP TRIGGER heard ON star; CREATE TRIGGER heard AFTER DELETE ON star
            EXECUTE FUNCTION hear()""",
        "trigger asleep": "ALTER TABLE star DISABLE TRIGGER heard",
    },
}


def test_drift_in_what_is_computed_is_found(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    history = History(tmp_path / "migrations")
    history.add(COMPUTED)
    monkeypatch.setattr(shipped, "migrations_path", lambda: history.home)
    engine = writing(engine_for(database_url))
    upgrade(engine)
    assert check_schema(engine) == []
    missed = []
    for name, drift in RECOMPUTED[engine.dialect.name].items():
        with engine.connect() as connection, connection.begin() as transaction:
            for statement in drift.split(";"):
                connection.exec_driver_sql(statement.replace("$", ";"))
            if not check_schema(connection):
                missed.append(name)
            transaction.rollback()
    assert missed == []
    assert check_schema(engine) == []


def test_the_sentences_say_what_is_missing_and_what_is_there_instead(migrated_url: str) -> None:
    engine = engine_for(migrated_url)
    with writing(engine).begin() as connection:
        connection.execute(text("DROP INDEX ix_evidence_quote_id"))
        connection.execute(text("CREATE INDEX mine ON quote (language)"))
    found = [" ".join(line.split()[:3]) for line in check_schema(engine)]
    assert found == ["missing: index ix_evidence_quote_id:", "unexpected: index mine:"]


def test_what_a_host_hangs_on_our_tables_is_no_drift(migrated_url: str) -> None:
    engine = engine_for(migrated_url)
    with writing(engine).begin() as connection:
        for statement in (
            "CREATE TABLE orders (id INTEGER PRIMARY KEY, client INTEGER REFERENCES actor (id))",
            "CREATE VIEW clients AS SELECT actor.name FROM orders JOIN actor ON actor.id = client",
        ):
            connection.execute(text(statement))
    assert check_schema(engine) == []
