"""Every check of the doctor finds the defect that is planted for it, and only then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from communique.databases import engine_for
from communique.keeping import Health, doctor
from communique.keeping.checks import CHECKS
from communique.keeping.doctor import INDEX

if TYPE_CHECKING:
    from sqlalchemy import Engine

DEFECTS = {
    "every reference points at a row": "DELETE FROM actor WHERE slug = 'ahmad-vahidi'",
    "every excerpt stands in its article": "UPDATE evidence SET excerpt = 'Never' WHERE id = 1",
    "every quote stands in its article": "UPDATE quote SET end_char = end_char + 1 WHERE id = 1",
    "every text is the file that was loaded": "UPDATE article_text SET text = 'x' WHERE id = 1",
    "every search key is the folding of its text": "UPDATE name SET folded = 'x' WHERE id = 1",
    "every title, text and quote is searched by its words": "UPDATE wording SET folded = 'x'"
    " WHERE id = 1",
    "every name and title is listed by its words": "DELETE FROM catchword WHERE kind = 'meeting'",
    "every actor's name is its canonical one": "UPDATE actor SET name = 'X' WHERE slug = 'iran'",
    "every meeting, agreement and incident is proven": "DELETE FROM evidence",
    "every list is without holes": "UPDATE participation SET position = position + 7"
    " WHERE id = (SELECT max(id) FROM participation)",
    "every record is as the loader wrote it": "UPDATE meeting SET title = 'By hand' WHERE id = 1",
    "the schema is what its migrations made": "CREATE INDEX a_strangers ON actor (name)",
    "every row keeps the rules of its table": "UPDATE place SET country = 'Norway' WHERE id = 1",
}
STORAGE = "the storage is intact"
ELSEWHERE = [STORAGE, INDEX]
"""Damage that is no statement: planted below, and in `test_searched`."""


def plant(engine: Engine, defect: str) -> None:
    """Change the database past its own rules."""
    with engine.connect() as connection:
        if "sqlite" in str(engine.url):
            driver: Any = connection.connection.driver_connection
            driver.execute("PRAGMA foreign_keys=OFF")
            driver.execute("PRAGMA ignore_check_constraints=ON")
        else:
            connection.exec_driver_sql("SET session_replication_role = replica")
            if "country" in defect:
                connection.exec_driver_sql(
                    "ALTER TABLE place DROP CONSTRAINT country_is_two_letters"
                )
        connection.exec_driver_sql(defect)
        connection.commit()


def test_a_sound_database_is_told_sound(loaded_url: str) -> None:
    found = doctor(engine_for(loaded_url))

    assert {finding.health for finding in found} == {Health.SOUND}
    assert len(found) == len(CHECKS) + 3


@pytest.mark.parametrize("rule", DEFECTS)
def test_a_planted_defect_is_found(rule: str, loaded_copy_url: str) -> None:
    engine = engine_for(loaded_copy_url)
    plant(engine, DEFECTS[rule])

    found = {finding.rule: finding for finding in doctor(engine)}

    assert found[rule].health is Health.WRONG
    assert found[rule].found


def test_damage_of_the_storage_is_found(loaded_copy_url: str) -> None:
    """An index that lacks a row: each database is asked by its own means."""
    engine = engine_for(loaded_copy_url)
    with engine.connect() as connection:
        if "sqlite" in loaded_copy_url:
            connection.exec_driver_sql("PRAGMA writable_schema=ON")
            connection.exec_driver_sql(
                "UPDATE sqlite_master SET sql = replace(sql, 'TEXT', 'INTEGER')"
                " WHERE name = 'place'"
            )
        else:
            connection.exec_driver_sql(
                "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'pk_actor'::regclass"
            )
        connection.commit()
    engine.dispose()

    found = {finding.rule: finding for finding in doctor(engine)}

    assert found[STORAGE].health is Health.WRONG


def test_every_check_has_its_planted_defect(loaded_url: str) -> None:
    rules = [finding.rule for finding in doctor(engine_for(loaded_url))]

    assert sorted(rules) == sorted([*DEFECTS, *ELSEWHERE])


def test_an_empty_database_is_no_data_and_not_sound(migrated_url: str) -> None:
    found = {finding.rule: finding.health for finding in doctor(engine_for(migrated_url))}

    assert {found[rule] for rule in CHECKS} == {Health.NO_DATA}
