"""Backups: complete with a log still open, proven by digest, and from either database to either."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import threading
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, insert, select, text

from communique import load, upgrade
from communique.databases import engine_for
from communique.errors import StorageError, UsageError
from communique.keeping import backup, content_digest, restore
from communique.keeping.copying import copy_rows
from communique.models import Base, Topic
from tests.keeping.storm import back_up_in_a_storm
from tests.loading.archives import TODAY, archive
from tests.servers.programs import usable

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from tests.servers.databases import Databases


def digest(engine: Engine) -> str:
    with engine.connect() as connection:
        return content_digest(connection)


def counts(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        return {
            name: connection.scalar(select(func.count()).select_from(table)) or 0
            for name, table in Base.metadata.tables.items()
        }


def test_a_backup_restores_to_the_same_rows(
    loaded_url: str, migrated_url: str, tmp_path: Path
) -> None:
    source, target = engine_for(loaded_url), engine_for(migrated_url)

    kept = backup(source, tmp_path / "kept.db")
    filled = restore(tmp_path / "kept.db", target)

    assert kept.digest == filled.digest == digest(source) == digest(target)
    assert kept.rows == filled.rows > 1_000
    assert counts(target) == counts(source)
    assert [path.name for path in tmp_path.glob("kept*")] == ["kept.db"]
    assert (tmp_path / "kept.db").stat().st_mode & 0o777 == 0o600


def test_both_databases_have_one_digest(
    sqlite_url: str, postgresql_url: str, tmp_path: Path
) -> None:
    found = set()
    for url in (sqlite_url, postgresql_url):
        engine = engine_for(url)
        upgrade(engine)
        load(engine, [archive(tmp_path / "a")], today=TODAY)
        found.add(digest(engine))

    assert len(found) == 1


def test_a_restored_database_takes_new_rows_of_its_own(
    loaded_url: str, migrated_url: str, tmp_path: Path
) -> None:
    target = engine_for(migrated_url)
    backup(engine_for(loaded_url), tmp_path / "kept.db")
    restore(tmp_path / "kept.db", target)

    with target.begin() as connection:
        connection.execute(insert(Topic), {"slug": "a-hosts-own", "label": "Own"})


def test_what_stands_only_in_the_log_is_in_the_backup(migrated_url: str, tmp_path: Path) -> None:
    engine = engine_for(migrated_url)
    load(engine, [archive(tmp_path / "a")], today=TODAY)
    with engine.connect() as reader:  # keeps SQLite from folding the log into the file
        reader.execute(text("SELECT count(*) FROM meeting"))
        kept = backup(engine, tmp_path / "kept.db")

    assert kept.digest == digest(engine)
    plain = sqlite3.connect(tmp_path / "kept.db")
    assert plain.execute("SELECT count(*) FROM meeting").fetchone() == (1,)
    plain.close()


def test_a_backup_during_writes_is_one_committed_state(migrated_url: str, tmp_path: Path) -> None:
    engine = engine_for(migrated_url)
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            with engine.begin() as connection:  # each state has an even number of topics
                for half in ("a", "b"):
                    connection.execute(
                        insert(Topic), {"slug": f"topic-{number}-{half}", "label": "T"}
                    )
            number += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            kept = backup(engine, tmp_path / f"{number}.db")
            held = sqlite3.connect(tmp_path / f"{number}.db")
            assert held.execute("SELECT count(*) % 2 FROM topic").fetchone() == (0,)
            held.close()
            copied = engine_for(f"sqlite:///{tmp_path}/{number}.db", read_only=True)
            assert digest(copied) == kept.digest
            copied.dispose()
    finally:
        stop.set()
        writer.join()


def test_backups_under_loads_hold_one_of_the_states(migrated_url: str, tmp_path: Path) -> None:
    seen = back_up_in_a_storm(migrated_url, tmp_path, 5)

    assert seen["backups of state 0"] + seen["backups of state 1"] == 5


def test_a_backup_is_on_the_disk_before_it_has_its_name(
    loaded_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    sync, replace = os.fsync, Path.replace

    def synced(descriptor: int) -> None:
        done.append(f"sync {Path(f'/proc/self/fd/{descriptor}').readlink().name}")
        sync(descriptor)

    def replaced(self: Path, target: Path) -> Path:
        done.append(f"name {target.name}")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", replaced)
    (tmp_path / "kept").mkdir()

    backup(engine_for(loaded_url), tmp_path / "kept" / "kept.db")

    assert done == ["sync kept.db.partial", "name kept.db", "sync kept"]


@pytest.mark.parametrize("broken", ["copied", "restored"])
def test_what_was_not_copied_whole_is_refused(
    broken: str, loaded_url: str, migrated_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Proven by the digest of the content: the file opens, and its size is as ever."""

    def forgetful(source: Connection, target: Connection) -> int:
        rows = copy_rows(source, target)
        target.exec_driver_sql("UPDATE quote SET text = 'Never said' WHERE id = 1")
        return rows

    kept, target = tmp_path / "kept.db", engine_for(migrated_url)
    if broken == "restored":
        backup(engine_for(loaded_url), kept)
    # The package's own name for it is the function, so the module is asked for.
    monkeypatch.setattr(import_module("communique.keeping.backup"), "copy_rows", forgetful)

    with pytest.raises(StorageError, match="is not what was read"):
        restore(kept, target) if kept.exists() else backup(engine_for(loaded_url), kept)
    assert sorted(path.name for path in tmp_path.glob("kept*")) == (
        ["kept.db"] if broken == "restored" else []
    )
    assert set(counts(target).values()) <= {0, counts(target)["data_dictionary"]}


def test_a_dump_restored_on_another_database_has_the_same_digest(
    databases: Databases, name: str, tmp_path: Path, postgresql_url: str
) -> None:
    """Who keeps backups by the server's own means gets the same content back."""
    programs = Path(next(folder for folder in usable() if (folder / "pg_dump").is_file()))
    engine = engine_for(postgresql_url)
    upgrade(engine)
    load(engine, [archive(tmp_path / "a")], today=TODAY)
    held = digest(engine)
    copied = databases.copy("blank", f"{name}_copy")

    for program, *options in (
        ("pg_dump", "--format=custom", f"--file={tmp_path / 'dump'}", postgresql_url),
        ("pg_restore", "--no-owner", f"--dbname={copied}", str(tmp_path / "dump")),
    ):
        subprocess.run([programs / program, *options], check=True)

    assert digest(engine_for(copied)) == held
    engine_for(copied).dispose()


def test_an_existing_file_is_kept_unless_forced(loaded_url: str, tmp_path: Path) -> None:
    (tmp_path / "kept.db").write_text("mine")

    with pytest.raises(UsageError, match="exists"):
        backup(engine_for(loaded_url), tmp_path / "kept.db")
    assert (tmp_path / "kept.db").read_text() == "mine"
    assert backup(engine_for(loaded_url), tmp_path / "kept.db", force=True).rows > 1_000


def test_a_failed_backup_leaves_nothing(migrated_url: str, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="Cannot write"):
        backup(engine_for(migrated_url), tmp_path / "nowhere" / "kept.db")
    assert list(tmp_path.glob("*.partial")) == []


def test_a_backup_that_is_interrupted_while_it_clears_up_leaves_nothing(
    migrated_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlink, interrupted = Path.unlink, list[str]()

    def interrupt(self: Path, missing_ok: bool = False) -> None:
        if self.name.endswith("-writer") and not interrupted:
            interrupted.append(self.name)
            raise KeyboardInterrupt
        unlink(self, missing_ok)

    (tmp_path / "kept").mkdir()
    engine = engine_for(migrated_url)
    monkeypatch.setattr(Path, "unlink", interrupt)

    with pytest.raises(KeyboardInterrupt):
        backup(engine, tmp_path / "kept" / "kept.db")
    assert interrupted == ["kept.db.partial-writer"]
    assert [*(tmp_path / "kept").iterdir()] == []


def test_a_backup_that_is_interrupted_as_soon_as_its_file_is_there_leaves_nothing(
    migrated_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    close, engine = os.close, engine_for(migrated_url)

    def interrupt(descriptor: int) -> None:
        close(descriptor)
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "close", interrupt)
    with pytest.raises(KeyboardInterrupt):
        backup(engine, tmp_path / "kept.db")
    assert not (tmp_path / "kept.db.partial").exists()


def test_what_another_backup_has_begun_is_left_to_it(
    migrated_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine, begun, opened = engine_for(migrated_url), tmp_path / "kept.db.partial", os.open

    def late(path: Path, *given: int) -> int:
        os.close(opened(begun, os.O_CREAT | os.O_WRONLY))
        return opened(path, *given)

    monkeypatch.setattr(os, "open", late)
    with pytest.raises(StorageError, match="Cannot write"):
        backup(engine, tmp_path / "kept.db")
    assert begun.exists()


def test_nothing_is_restored_over_records(loaded_copy_url: str, tmp_path: Path) -> None:
    engine = engine_for(loaded_copy_url)
    kept = backup(engine, tmp_path / "kept.db")

    with pytest.raises(UsageError, match="holds records already"):
        restore(tmp_path / "kept.db", engine)
    assert digest(engine) == kept.digest


def test_the_copy_of_a_database_in_use_is_not_restored(migrated_url: str, tmp_path: Path) -> None:
    live = engine_for(f"sqlite:///{tmp_path}/live.db")
    upgrade(live)
    with live.connect() as connection:
        connection.execute(text("SELECT 1"))
        for end in ("", "-wal"):
            shutil.copy(tmp_path / f"live.db{end}", tmp_path / f"copy.db{end}")

    with pytest.raises(UsageError, match="newest rows are not in it"):
        restore(tmp_path / "copy.db", engine_for(migrated_url))
    (tmp_path / "copy.db-wal").unlink()
    for end in ("-shm", "-journal"):
        (tmp_path / f"copy.db{end}").touch()
        with pytest.raises(UsageError, match="newest rows are not in it"):
            restore(tmp_path / "copy.db", engine_for(migrated_url))
        (tmp_path / f"copy.db{end}").unlink()
    with pytest.raises(StorageError, match="no backup"):
        restore(tmp_path / "nothing.db", engine_for(migrated_url))
