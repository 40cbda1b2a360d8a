"""Names and titles are listed by their words, whoever writes, changes or removes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from communique import index_texts
from communique import queries as q
from communique.databases import database_of, engine_for, writing
from communique.keeping.searched import catchwords
from communique.models import Catchword, Incident, Name, Office

if TYPE_CHECKING:
    from collections.abc import Iterator

RAID = "2030-raid"


@pytest.fixture
def session(loaded_copy_url: str) -> Iterator[Session]:
    with Session(engine_for(loaded_copy_url)) as session:
        session.add(Incident(id=900, slug=RAID, title="Raid on Çeşme, raid of Raids", kind="other"))
        session.flush()
        yield session


def words_of(session: Session, kind: str = "incident", number: int = 900) -> list[str]:
    listed = select(Catchword.word).where(Catchword.kind == kind, Catchword.of_id == number)
    return sorted(session.scalars(listed))


def found(session: Session, asked: str) -> list[str]:
    session.flush()
    return [each.slug for each in q.find(session, asked)]


def test_the_key_of_a_title_is_kept_with_it(session: Session) -> None:
    incident = session.scalars(select(Incident).where(Incident.slug == RAID)).one()
    assert incident.folded == "raid on cesme raid of raids"
    incident.title = "Sortie"
    assert incident.folded == "sortie"


def test_each_word_is_listed_once(session: Session) -> None:
    assert words_of(session) == ["cesme", "of", "on", "raid", "raids"]


def test_a_changed_title_is_found_by_its_new_words_only(session: Session) -> None:
    session.scalars(select(Incident).where(Incident.slug == RAID)).one().title = "Sortie of İzmir"
    session.flush()
    assert words_of(session) == ["izmir", "of", "sortie"]
    assert found(session, "izmir sor") == [RAID]
    assert RAID not in found(session, "cesme")


def test_what_is_removed_is_listed_no_more(session: Session) -> None:
    session.execute(text("DELETE FROM incident WHERE id = 900"))
    assert words_of(session) == []


def test_names_go_with_what_they_name(session: Session) -> None:
    session.add(Office(id=901, slug="keeper", title="Keeper", level="official", single_holder=1))
    session.add(
        Name(
            id=901,
            office_id=901,
            position=0,
            text="Warden",
            folded="warden",
            kind="canonical",
        )
    )
    session.flush()
    assert words_of(session, "name", 901) == ["warden"]
    session.execute(text("DELETE FROM office WHERE id = 901"))
    assert words_of(session, "name", 901) == []
    assert words_of(session, "office", 901) == []


def test_a_row_whose_key_stays_keeps_its_words(session: Session) -> None:
    before = words_of(session)
    session.execute(text("UPDATE incident SET kind = 'attack', folded = folded WHERE id = 900"))
    assert words_of(session) == before


def test_a_word_of_any_length_is_found_by_its_beginning(session: Session) -> None:
    long = "x" * 5_000
    session.scalars(select(Incident).where(Incident.slug == RAID)).one().title = long
    session.flush()
    assert words_of(session) == [long[:100]]
    assert found(session, "xxxx") == [RAID]
    assert found(session, long[:90]) == [RAID]
    assert found(session, long[:150]) == [RAID]
    assert found(session, "y" * 150) == []


@pytest.mark.parametrize("key", ['a "b" c', "back\\slash", "", "  two   spaces ", "it's [1]"])
def test_a_key_that_another_hand_wrote_breaks_nothing(session: Session, key: str) -> None:
    session.execute(text("UPDATE incident SET folded = :key WHERE id = 900"), {"key": key})
    assert len(words_of(session)) == len(key.split())
    session.execute(text("DELETE FROM incident WHERE id = 900"))
    assert words_of(session) == []


def test_one_word_leads_and_the_others_must_be_held_too(session: Session) -> None:
    assert found(session, "raid cesme") == [RAID]
    assert found(session, "cesme ra o") == [RAID]
    assert RAID not in found(session, "cesme zebra")


def test_what_ends_in_the_last_letter_is_within_its_beginnings(session: Session) -> None:
    session.scalars(select(Incident).where(Incident.slug == RAID)).one().title = "Zzyzx 99"
    for asked in ("z", "zz", "zzyzx", "9", "99"):
        assert RAID in found(session, asked), asked


def test_all_are_listed_anew(loaded_copy_url: str) -> None:
    engine = engine_for(loaded_copy_url)
    with writing(engine).begin() as connection:
        whole = connection.scalar(select(func.count()).select_from(Catchword))
        connection.execute(text("DELETE FROM catchword WHERE kind <> 'name'"))
        connection.execute(
            text("INSERT INTO catchword (word, kind, of_id) VALUES ('zebra', 'name', 1)")
        )
        seen, wrong = catchwords(connection)
        assert seen
        assert any("is not found by" in each for each in wrong)
        assert any("is found by 'zebra', and has no such word" in each for each in wrong)
        index_texts(connection, anew=True)
        assert catchwords(connection) == (whole, [])
    assert whole


def test_the_best_of_many_are_looked_at(session: Session) -> None:
    """More begin so than are read: those that rank highest are among them, whatever their ids."""
    database = database_of(session.connection())
    database.insert_many(
        session.connection(),
        "incident",
        ["id", "slug", "title", "kind", "folded"],
        [
            [2_000 + each, f"quake-{9_999 - each}", f"Quake {'x' * 5}", "other", "quake xxxxx"]
            for each in range(1_200)
        ],
    )
    assert found(session, "quake")[0] == "quake-8800"
    session.add(Incident(id=999_999, slug="quake", title="Quakes", kind="other"))
    assert found(session, "quake")[0] == "quake"
