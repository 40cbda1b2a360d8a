"""Revision 0002 indexes what is there, takes all of it away again, and works as a script too."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from communique import downgrade, index_texts, load, upgrade
from communique.databases import database_of, engine_for, guarded_select, writing
from communique.migrate import check_schema, offline_sql
from tests.conftest import SEEDS
from tests.embedding.hosts import host_engine, schema_of, settle
from tests.embedding.rows import contents
from tests.embedding.test_offline import run_script
from tests.search.passages import Written, hits, write

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

ROOT = Path(__file__).parents[1]
WRITTEN = {
    "a": Written("Çavuşoğlu in Tehran", "He came, and he left.", ["I came", "long " * 300 + "I"]),
    "b": Written(None, "Turkey’s minister", []),
}
ALL = {"cavusoglu": 1, "came": 2, "i": 2, "turkey": 1, "long": 1}


INCIDENTS = """INSERT INTO incident (id, slug, title, folded, kind)
VALUES (1, 'i', 'A raid, a "raid"', 'a raid a raid', 'attack'),
(2, 'j', 'Fire', 'fire', 'attack')"""
LISTED = [("a", 1), ("fire", 2), ("raid", 1)]


def listed(connection: Connection) -> list[tuple[str, int]]:
    rows = connection.execute(text("SELECT word, of_id FROM catchword ORDER BY word, of_id"))
    return [(word, number) for word, number in rows]


def found(connection: Connection) -> dict[str, int]:
    return {word: len(hits(connection, word)) for word in ALL}


def everything(engine: Engine) -> set[str]:
    """All that the database holds by name: tables, shadow tables, indexes, triggers, functions."""
    asked = {
        "sqlite": "SELECT type || ' ' || name FROM sqlite_master",
        "postgresql": "SELECT 'relation ' || relname FROM pg_class"
        " WHERE relnamespace = 'public'::regnamespace"
        " UNION ALL SELECT 'function ' || proname FROM pg_proc"
        " WHERE pronamespace = 'public'::regnamespace"
        " UNION ALL SELECT 'trigger ' || tgname FROM pg_trigger WHERE NOT tgisinternal",
    }[engine.dialect.name]
    with engine.connect() as connection:
        return set(connection.scalars(text(asked.replace("::", "\\:\\:"))))


def test_records_that_are_there_are_indexed_and_keep_their_rows(database_url: str) -> None:
    engine = engine_for(database_url)
    upgrade(engine, revision="0001")
    before = everything(engine)
    with writing(engine).begin() as connection:
        write(connection, WRITTEN)
        connection.execute(text(INCIDENTS))
        rows = contents(connection)
    for _ in range(2):
        upgrade(engine)
        with engine.connect() as connection:
            assert found(connection) == ALL
            assert listed(connection) == LISTED
            assert contents(connection) == rows
        with engine.connect() as connection:
            assert database_of(connection).full_text.damage(connection) == (5, [])
        assert check_schema(engine) == []
        downgrade(engine, "0001")
        assert everything(engine) == before
        with engine.connect() as connection:
            assert contents(connection) == rows
            words = "SELECT count(*) FROM data_dictionary WHERE table_name LIKE '%word%'"
            assert connection.execute(text(words)).scalar_one() == 0


def test_after_a_script_titles_and_texts_wait_for_the_next_load(database_url: str) -> None:
    engine = engine_for(database_url)
    upgrade(engine, revision="0001")
    with writing(engine).begin() as connection:
        write(connection, WRITTEN)
        connection.execute(text(INCIDENTS))
    run_script(database_url, offline_sql("0001:0002", engine.dialect.name))
    assert check_schema(engine) == []
    with engine.connect() as connection:
        # Quotes are folded by whoever writes them; what is not folded is not found, nor old.
        assert found(connection) == {"cavusoglu": 0, "came": 1, "i": 1, "turkey": 0, "long": 0}
        assert listed(connection) == LISTED
    with writing(engine).begin() as connection:
        assert index_texts(connection) == 4
        assert found(connection) == ALL


def test_the_index_is_kept_in_the_schema_that_a_host_gave_to_us(database_url: str) -> None:
    settle(database_url)
    schema = schema_of(database_url)
    engine = host_engine(database_url)
    upgrade(engine, schema=schema)
    ours = engine.execution_options(schema_translate_map={None: schema})
    with writing(ours).begin() as connection:
        if schema:  # the triggers find their tables wherever the host looks for its own
            connection.execute(
                text(f"INSERT INTO {schema}.article (slug, title) VALUES ('x', 'Peace')")
            )
            connection.execute(text(INCIDENTS.replace("incident", f"{schema}.incident")))
            connection.execute(text(f"SET LOCAL search_path TO {schema}"))
            assert listed(connection) == LISTED
        else:
            connection.execute(text("INSERT INTO article (slug, title) VALUES ('x', 'Peace')"))
        assert index_texts(connection) == 1
    with ours.connect() as connection:
        assert hits(connection, "peace") == [(("title", "x"), 500)]
    engine.dispose()


def test_a_role_that_wrote_before_there_was_an_index_still_writes(
    postgresql_url: str, name: str
) -> None:
    engine = engine_for(postgresql_url)
    upgrade(engine, revision="0001")
    role = f"writer_{name}"
    with writing(engine).begin() as connection:
        connection.execute(text(f"CREATE ROLE {role}"))
        connection.execute(text(f"GRANT ALL ON ALL TABLES IN SCHEMA public TO {role}"))
        connection.execute(text(f"GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO {role}"))
    upgrade(engine)
    try:
        with writing(engine).begin() as connection:
            connection.execute(text(f"SET LOCAL ROLE {role}"))
            # A table of the same name, which is the caller's own, is not written in its stead.
            connection.execute(text("CREATE TEMP TABLE wording (id INTEGER) ON COMMIT DROP"))
            write(connection, WRITTEN)
            connection.execute(text("UPDATE article SET title = 'Peace' WHERE slug = 'b'"))
            connection.execute(text("UPDATE article_text SET text = 'War'"))
            connection.execute(text("UPDATE quote SET folded = 'went' WHERE position = 0"))
            connection.execute(text("DELETE FROM article_text WHERE article_id = 1"))
            connection.execute(text("CREATE TEMP TABLE catchword (id INTEGER) ON COMMIT DROP"))
            connection.execute(text(INCIDENTS))
            connection.execute(text("UPDATE incident SET folded = 'raids' WHERE id = 1"))
            connection.execute(text("DELETE FROM incident WHERE id = 2"))
        with writing(engine).begin() as connection:
            assert index_texts(connection) == 4
            assert len(hits(connection, "peace")) == len(hits(connection, "war")) == 1
            assert len(hits(connection, "went")) == 1
            assert listed(connection) == [("raids", 1)]
    finally:
        with writing(engine).begin() as connection:
            connection.execute(text(f"DROP OWNED BY {role}"))
            connection.execute(text(f"DROP ROLE {role}"))


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_the_sql_of_the_page_on_tables_runs_and_uses_the_index(
    kind: str, request: pytest.FixtureRequest
) -> None:
    url = str(request.getfixturevalue(f"{kind}_url"))
    engine = engine_for(url)
    upgrade(engine)
    load(engine, [SEEDS])
    page = (ROOT / "docs/model.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```sql\n(.*?)```", page, re.DOTALL)
    *texts, titles = blocks
    assert len(texts) == 2
    (sql,) = [block for block in texts if ("MATCH" in block) is (kind == "sqlite")]
    answer = guarded_select(url, sql)
    assert answer.columns == ("slug", "text")
    assert len(answer.rows) > 10
    assert any("terrorist groups" in row[1] for row in answer.rows)
    met = guarded_select(url, titles)
    assert met.rows
    assert all("secur" in row[1].lower() for row in met.rows)
