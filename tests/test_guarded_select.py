from __future__ import annotations

import hashlib
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import make_url, text

from communique.databases import (
    Limits,
    engine_for,
    guarded_select,
    sqlite_ask,
    sqlite_guard,
    writing,
)
from communique.errors import StorageError, UsageError
from tests.probes import (
    POSTGRESQL_BOMBS,
    POSTGRESQL_WRITES,
    SQLITE_BOMBS,
    SQLITE_WRITES,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.servers.databases import Databases
    from tests.servers.sharing import SharedRun

QUICK = Limits(seconds=1.0)


def place(url: str) -> Path:
    return Path(str(make_url(url).database)).parent


def seen(folder: Path) -> dict[str, str]:
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file()
    }


def fill(url: str) -> None:
    engine = engine_for(url)
    with writing(engine).begin() as connection:
        connection.execute(text("CREATE TABLE planet (id INTEGER PRIMARY KEY, name TEXT NOT NULL)"))
        for number in range(20):
            connection.execute(
                text("INSERT INTO planet (id, name) VALUES (:id, :name)"),
                {"id": number, "name": f"planet {number}"},
            )
    engine.dispose()


@pytest.fixture
def sqlite_file(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    fill(sqlite_url)
    monkeypatch.chdir(place(sqlite_url))
    return sqlite_url


@pytest.fixture(scope="module")
def reader_url(databases: Databases, run: SharedRun) -> Iterator[str]:
    """A database of this module's, asked by a role that may only read it."""
    name = run.new_name()
    url = databases.copy("blank", name)
    fill(url)
    role = f"reader_{name}"
    engine = engine_for(url)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE ROLE {role} LOGIN PASSWORD 'canary'"))
        connection.execute(text(f"GRANT SELECT ON planet TO {role}"))
    yield make_url(url).set(username=role, password="canary").render_as_string(hide_password=False)
    with engine.begin() as connection:
        connection.execute(text(f"DROP OWNED BY {role}"))
        connection.execute(text(f"DROP ROLE {role}"))
    engine.dispose()
    databases.drop(name)


@pytest.mark.parametrize("sql", SQLITE_WRITES)
def test_sqlite_refuses_whatever_is_not_one_select(sqlite_file: str, sql: str) -> None:
    before = seen(place(sqlite_file))
    with pytest.raises(UsageError):
        guarded_select(sqlite_file, sql, limits=QUICK)
    assert seen(place(sqlite_file)) == before


@pytest.mark.parametrize("sql", POSTGRESQL_WRITES)
def test_postgresql_refuses_whatever_is_not_one_select(reader_url: str, sql: str) -> None:
    with pytest.raises(UsageError) as caught:
        guarded_select(reader_url, sql, limits=QUICK)
    assert "canary" not in str(caught.value)
    assert len(guarded_select(reader_url, "SELECT * FROM planet").rows) == 20


def ends(url: str, sql: str) -> None:
    start = time.monotonic()
    try:
        answer = guarded_select(url, sql, limits=QUICK)
    except UsageError:
        pass
    else:
        assert len(answer.rows) <= QUICK.rows
    # A second for the question, the rest for starting a process on a busy machine.
    assert time.monotonic() - start < 2.5


@pytest.mark.parametrize("sql", SQLITE_BOMBS)
def test_sqlite_ends_whatever_is_too_much(sqlite_file: str, sql: str) -> None:
    before = seen(place(sqlite_file))
    ends(sqlite_file, sql)
    assert seen(place(sqlite_file)) == before


@pytest.mark.parametrize("sql", POSTGRESQL_BOMBS)
def test_postgresql_ends_whatever_is_too_much(reader_url: str, sql: str) -> None:
    ends(reader_url, sql)


def test_the_gate_alone_refuses_them_too(sqlite_file: str) -> None:
    uri = f"file:{make_url(sqlite_file).database}"  # not opened read-only, unlike by the worker
    before = seen(place(sqlite_file))
    for sql in SQLITE_WRITES:
        if sql.isascii() and "\0" not in sql:
            answer = sqlite_guard.select(uri, sql, seconds=1.0, rows=9, size=999, memory=64_000_000)
            assert {"refused", "wrong"} & set(answer), sql
    assert seen(place(sqlite_file)) == before


def test_the_gate_alone_keeps_the_limits_too(sqlite_file: str) -> None:
    uri = f"file:{make_url(sqlite_file).database}?mode=ro"
    endless = "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c) SELECT i FROM c"

    def ask(sql: str, size: int = 9_999) -> dict[str, object]:
        return sqlite_guard.select(uri, sql, seconds=0.1, rows=3, size=size, memory=64_000_000)

    assert ask(endless) == {"columns": ["i"], "rows": [[1], [2], [3]], "truncated": True}
    assert ask(endless, size=20)["rows"] == [[1]]
    assert ask("SELECT x'0a'")["rows"] == [[{"hex": "0a"}]]
    assert ask(f"SELECT max(i) FROM ({endless})") == {"over": "time"}
    assert "wrong" in ask("SELECT 1; SELECT 2")
    assert "failed" in sqlite_guard.select(
        "file:nothing.db?mode=ro", "SELECT 1", seconds=1.0, rows=1, size=1, memory=64_000_000
    )


def test_full_text_is_searched_through_the_gate(sqlite_file: str) -> None:
    engine = engine_for(sqlite_file)
    with writing(engine).begin() as connection:
        connection.execute(text("CREATE VIRTUAL TABLE words USING fts5(folded)"))
        connection.execute(text("INSERT INTO words VALUES ('border security'), ('trade')"))
    engine.dispose()
    sql = "SELECT highlight(words, 0, '*', '*') FROM words WHERE words MATCH 'border' ORDER BY rank"
    assert guarded_select(sqlite_file, sql).rows == [("*border* security",)]
    with pytest.raises(UsageError):
        guarded_select(sqlite_file, "INSERT INTO words(words) VALUES ('rebuild')")


def test_an_answer_has_its_columns_and_rows(sqlite_file: str, reader_url: str) -> None:
    for url in (sqlite_file, reader_url):
        columns, rows, truncated, _ = guarded_select(
            url, "SELECT id, name AS called FROM planet WHERE id < 2 ORDER BY id"
        )
        assert columns == ("id", "called")
        assert rows == [(0, "planet 0"), (1, "planet 1")]
        assert not truncated


def test_rows_and_bytes_over_the_limit_are_cut_and_told(sqlite_file: str, reader_url: str) -> None:
    series = {
        sqlite_file: "WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s"
        " WHERE i < {n}) SELECT {what} FROM s",
        reader_url: "SELECT {what} FROM generate_series(1, {n}) AS s(i)",
    }
    for url, sql in series.items():
        exact = guarded_select(url, sql.format(n=1_000, what="i"))
        assert (len(exact.rows), exact.truncated) == (1_000, False)
        more = guarded_select(url, sql.format(n=1_001, what="i"))
        assert (len(more.rows), more.truncated) == (1_000, True)
        wide = guarded_select(url, sql.format(n=900, what="'" + "x" * 9_000 + "'"))
        assert (len(wide.rows), wide.truncated) == (555, True)
        few = guarded_select(url, sql.format(n=9, what="i"), limits=Limits(rows=3))
        assert (len(few.rows), few.truncated) == (3, True)


def test_blobs_and_nothing_come_back_as_they_are(sqlite_file: str) -> None:
    answer = guarded_select(sqlite_file, "SELECT x'00ff', NULL, 1.5, 'İ'")
    assert answer.rows == [(b"\x00\xff", None, 1.5, "İ")]


def test_the_file_is_read_while_somebody_writes_to_it(sqlite_file: str) -> None:
    engine = engine_for(sqlite_file)
    with writing(engine).begin() as connection:
        connection.execute(text("DELETE FROM planet"))
        assert guarded_select(sqlite_file, "SELECT count(*) FROM planet").rows == [(20,)]
    assert guarded_select(sqlite_file, "SELECT count(*) FROM planet").rows == [(0,)]


def test_a_write_between_the_looks_is_seen(
    sqlite_file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = sqlite_ask.command

    def write_first() -> tuple[str, ...]:
        monkeypatch.setattr(sqlite_ask, "command", command)
        engine = engine_for(sqlite_file)
        with writing(engine).begin() as connection:
            connection.execute(text("DELETE FROM planet"))
        engine.dispose()
        return (sys.executable, "-I", "-S", "-c", "print('{}')")

    monkeypatch.setattr(sqlite_ask, "command", write_first)
    assert guarded_select(sqlite_file, "SELECT count(*) FROM planet").rows == [(0,)]


def test_the_worker_needs_nothing_of_ours(sqlite_file: str) -> None:
    program = "import sys; sys.argv[0]; import runpy; runpy.run_path(sys.argv[1]); "
    program += "print(sorted(m for m in sys.modules if m.startswith(('communique', 'sqlalchemy'))))"
    worker = str(sqlite_guard.__file__)
    done = subprocess.run(
        [sys.executable, "-I", "-c", program, worker], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_missing_or_foreign_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"no database at .*nothing.db.*db upgrade"):
        guarded_select(f"sqlite:///{tmp_path}/nothing.db", "SELECT 1")
    (tmp_path / "text.db").write_text("Not a database, but long enough to be read as one. " * 20)
    with pytest.raises(StorageError, match=r"Cannot read the database .*text.db"):
        guarded_select(f"sqlite:///{tmp_path}/text.db", "SELECT 1")
    with pytest.raises(UsageError, match="in memory"):
        guarded_select("sqlite://", "SELECT 1")


def test_a_superuser_is_answered_and_told_where_the_guard_ends(postgresql_url: str) -> None:
    answer = guarded_select(postgresql_url, "SELECT 1 AS one")

    assert answer.rows == [(1,)]
    assert answer.warning is not None
    assert "a role that may only SELECT" in answer.warning
    with pytest.raises(UsageError):
        guarded_select(postgresql_url, "CREATE TABLE made (id int)")


def test_a_server_that_is_not_there_is_told_without_the_password() -> None:
    with pytest.raises(StorageError, match=r"127\.0\.0\.1:1") as caught:
        guarded_select("postgresql://me:canary@127.0.0.1:1/x", "SELECT 1")
    assert "canary" not in str(caught.value)
