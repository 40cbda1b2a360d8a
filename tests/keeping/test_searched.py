"""The doctor finds an index that does not hold the texts, and words that are of no text."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from communique import index_texts, load
from communique.databases import engine_for, writing
from communique.keeping import Health, backup, doctor, restore
from communique.keeping.doctor import INDEX
from tests.conftest import SEEDS

WORDS = "every title, text and quote is searched by its words"
LOST = {
    "sqlite": (
        "INSERT INTO wording_fts (wording_fts, rowid, folded)"
        " SELECT 'delete', id, folded FROM wording WHERE id = 7",
    ),
    "postgresql": (
        "UPDATE pg_index SET indisready = false WHERE indexrelid = 'ix_wording_words'::regclass",
        "UPDATE wording SET folded = folded || ' planted' WHERE id = 7",
        "UPDATE pg_index SET indisready = true WHERE indexrelid = 'ix_wording_words'::regclass",
    ),
}
"""What takes a row out of the index behind its back."""
WRONG = {
    "is not searched": "DELETE FROM wording WHERE id = 7",
    "waits to be indexed": "UPDATE wording SET folded = NULL WHERE id = 7",
    "is searched by other words": "UPDATE wording SET folded = folded || ' x' WHERE id = 7",
    "that are not there": "INSERT INTO wording (article_id, kind, folded)"
    " SELECT id, 'title', 'x' FROM article WHERE title IS NULL",
}


def say(url: str, *statements: str) -> None:
    with writing(engine_for(url)).begin() as connection:
        for statement in statements:
            assert connection.execute(text(statement)).rowcount != 0, statement


def found(url: str, rule: str) -> tuple[Health, tuple[str, ...]]:
    return next((each.health, each.found) for each in doctor(engine_for(url)) if each.rule == rule)


def test_a_row_that_the_index_lost_is_found_and_mended(loaded_copy_url: str) -> None:
    engine = engine_for(loaded_copy_url)
    assert found(loaded_copy_url, INDEX) == (Health.SOUND, ())

    say(loaded_copy_url, *LOST[engine.dialect.name])
    health, told = found(loaded_copy_url, INDEX)
    assert health is Health.WRONG
    assert "communique db index --anew" in told[0]

    with writing(engine).begin() as connection:
        assert index_texts(connection, anew=True) > 100
    assert found(loaded_copy_url, INDEX) == (Health.SOUND, ())
    assert found(loaded_copy_url, WORDS) == (Health.SOUND, ())


@pytest.mark.parametrize("told", WRONG)
def test_what_is_not_searched_as_it_stands_is_told(loaded_copy_url: str, told: str) -> None:
    say(loaded_copy_url, WRONG[told])
    health, (first, *_) = found(loaded_copy_url, WORDS)
    assert health is Health.WRONG
    assert told in first


def test_those_that_are_missing_do_not_hide_those_too_many(loaded_copy_url: str) -> None:
    say(
        loaded_copy_url,
        "DELETE FROM wording WHERE kind = 'text'",
        WRONG["that are not there"],
    )
    *missing, too_many = found(loaded_copy_url, WORDS)[1]
    assert len(missing) == 5
    assert all("is not searched" in told for told in missing)
    assert "that are not there" in too_many


def test_a_check_of_the_index_leaves_what_waits_and_all_else_as_it_was(migrated_url: str) -> None:
    engine = engine_for(migrated_url)
    load(engine, [SEEDS])
    say(migrated_url, "UPDATE article SET title = 'Anders' WHERE title IS NOT NULL")
    assert found(migrated_url, INDEX)[0] is Health.SOUND
    assert found(migrated_url, WORDS)[0] is Health.WRONG
    with writing(engine).begin() as connection:
        assert index_texts(connection) == 3
        assert index_texts(connection) == 0
    assert found(migrated_url, WORDS)[0] is Health.SOUND


def test_a_restored_backup_can_be_searched(
    loaded_url: str, migrated_url: str, tmp_path: object
) -> None:
    file = f"{tmp_path}/kept.db"
    backup(engine_for(loaded_url), file)
    restore(file, engine_for(migrated_url))
    for url in (f"sqlite:///{file}", migrated_url):
        assert found(url, INDEX)[0] is Health.SOUND
        assert found(url, WORDS)[0] is Health.SOUND
