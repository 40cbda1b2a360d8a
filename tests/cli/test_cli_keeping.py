"""Backup, restore and doctor as people type them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.databases import engine_for

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Call


def test_a_backup_and_its_restore_name_one_digest(
    call: Call, loaded_url: str, sqlite_url: str, tmp_path: Path
) -> None:
    kept = call("--database", loaded_url, "backup", str(tmp_path / "kept.db"))
    filled = call("--database", sqlite_url, "restore", str(tmp_path / "kept.db"))
    told = call("--database", sqlite_url, "digest")

    assert (kept.code, filled.code) == (0, 0)
    assert kept.out.split()[-1] == filled.out.split()[-1] == told.out.strip()


def test_an_existing_file_is_a_usage_error(call: Call, loaded_url: str, tmp_path: Path) -> None:
    (tmp_path / "kept.db").write_text("mine")

    assert call("--database", loaded_url, "backup", str(tmp_path / "kept.db")).code == 2
    assert (tmp_path / "kept.db").read_text() == "mine"


def test_the_doctor_exits_by_what_it_finds(call: Call, loaded_copy_url: str) -> None:
    sound = call("--database", loaded_copy_url, "doctor")
    with engine_for(loaded_copy_url).begin() as connection:
        connection.exec_driver_sql("UPDATE meeting SET title = 'By hand' WHERE id = 1")
    wrong = call("--database", loaded_copy_url, "doctor")

    assert sound.code == 0
    assert "wrong" not in sound.out
    assert wrong.code == 1
    assert "wrong    every record is as the loader wrote it" in wrong.out
    assert "changed since it was loaded" in wrong.out


def test_a_backup_into_no_folder_names_the_file_and_the_cure(
    call: Call, loaded_url: str, tmp_path: Path
) -> None:
    said = call("--database", loaded_url, "backup", str(tmp_path / "nowhere" / "kept.db"))

    assert said.code == 4
    assert f"Cannot write {tmp_path / 'nowhere' / 'kept.db'}: No such file" in said.err
    assert f"check that {tmp_path / 'nowhere'} is a folder" in said.err
    assert ".partial" not in said.err
