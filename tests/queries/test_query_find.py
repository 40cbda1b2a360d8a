"""Finding what is meant: exact names first, then beginnings and words, then misspellings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy.orm import Session

from communique import queries as q
from communique.errors import UsageError
from communique.models import Incident
from tests.queries.counting import counted

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def seeds(loaded_url: str) -> Iterator[Session]:
    with q.connect(loaded_url) as session:
        yield session


@pytest.mark.parametrize(
    ("text", "kind", "slug", "how"),
    [
        ("zolfaghari", "actor", "hossein-zolfaqari", "exact"),
        ("Cavusoglu", "actor", "mevlut-cavusoglu", "exact"),
        ("çavuşoğlu", "actor", "mevlut-cavusoglu", "exact"),
        ("jcpoa", "agreement", "jcpoa", "exact"),
        ("suleyman-soylu", "actor", "suleyman-soylu", "exact"),
        ("2021-09-unga-76", "meeting", "2021-09-unga-76", "exact"),
        ("Amirabdollahian", "actor", "hossein-amir-abdollahian", "holds"),
        ("rahmani", "actor", "abdolreza-rahmani-fazli", "begins"),
        ("Turkish interior min", "office", "interior-minister-of-turkey", "begins"),
        ("Interior Minister of Turkey", "office", "interior-minister-of-turkey", "exact"),
        ("interior minister turkey", "office", "interior-minister-of-turkey", "holds"),
        ("press vahidi", "meeting", "2021-10-vahidi-soylu-press-conference", "holds"),
        ("Amir Abdolahian", "actor", "hossein-amir-abdollahian", "similar"),
        ("Soylou", "actor", "suleyman-soylu", "similar"),
        ("Erdogn", "actor", "recep-tayyip-erdogan", "similar"),
        ("Antalia", "place", "antalya", "similar"),
        ("Trukey", "actor", "turkey", "similar"),
        ("Ahvaz", "place", "ahvaz", "exact"),
    ],
)
def test_the_best_answer(seeds: Session, text: str, kind: str, slug: str, how: str) -> None:
    best = q.find(seeds, text)[0]
    assert (best.kind, best.slug, best.how) == (kind, slug, how)


def test_better_answers_come_first_and_each_record_once(seeds: Session) -> None:
    found = q.find(seeds, "turkey", limit=50)
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    ranks = [["exact", "begins", "holds", "similar"].index(each.how) for each in found]
    assert ranks == sorted(ranks)
    assert len({(each.kind, each.slug) for each in found}) == len(found)
    assert [(each.kind, each.slug) for each in found[:2]] == [
        ("actor", "turkey"),
        ("place", "turkey-country"),
    ]


def test_a_limit_is_kept_and_nonsense_finds_nothing(seeds: Session) -> None:
    assert len(q.find(seeds, "iran", limit=3)) == 3
    assert q.find(seeds, "xqzzwv") == []
    # Of three letters two are always alike.
    assert [each for each in q.find(seeds, "zzz") if each.how == "similar"] == []


def test_a_text_without_letters_is_told(seeds: Session) -> None:
    with pytest.raises(UsageError, match="no letter or digit"):
        q.find(seeds, "?!")


def test_a_text_of_any_length_is_answered(seeds: Session) -> None:
    assert q.find(seeds, "wörter ohne Ende " * 2_000) == []
    assert q.find(seeds, " ".join(f"word{number}" for number in range(2_000))) == []
    with pytest.raises(UsageError):
        q.resolve_actor(seeds, "soylu" * 2_000)


def test_what_is_asked_is_never_a_pattern(seeds: Session) -> None:
    assert q.find(seeds, "%' OR 1=1 --") == []
    assert q.find(seeds, "_a_") == q.find(seeds, "a")


TITLES = ["IRISH ISLES RAID", "Görüşme", "Sana'a talks", "SUMMIT of the Wöhler`s", "Plain words"]


@pytest.mark.parametrize(
    ("text", "title", "how"),
    [
        ("irish", "IRISH ISLES RAID", "begins"),  # small letters of Turkish are others
        ("gorusme", "Görüşme", "exact"),
        ("sanaa", "Sana'a talks", "begins"),
        ("summit wohler", "SUMMIT of the Wöhler`s", "holds"),
        ("Plian words", "Plain words", "similar"),
        ("sanna", "Sana'a talks", "similar"),
    ],
)
def test_a_title_is_found_as_it_is_folded(
    session: Session, text: str, title: str, how: str
) -> None:
    for number, written in enumerate(TITLES, start=1_000):
        own = {"id": number, "slug": f"titled-{number}", "title": written, "kind": "attack"}
        session.add(Incident(**own, source_file="x", source_line=1))
    session.flush()
    best = q.find(session, text)[0]
    assert (best.name, best.how) == (title, how)
    session.rollback()


def test_a_misspelt_name_is_answered_with_the_nearest(seeds: Session) -> None:
    for text, meant in (("Soylou", "Soylu"), ("Trukey", "Turkey"), ("Amir Abdolahian", "Abdoll")):
        with pytest.raises(UsageError) as refused:
            q.resolve_actor(seeds, text)
        assert meant in str(refused.value.hint)


@pytest.mark.parametrize("text", ["turkey", "zzzz", "çavuşoğlu", "interior minster"])
def test_three_statements_at_most_and_one_for_the_rarest_of_words(
    seeds: Session, text: str
) -> None:
    with counted(seeds) as ran:
        q.find(seeds, text)
    assert len(ran) <= 3 + (" " in text)


def test_the_numbers_of_the_archive(seeds: Session) -> None:
    with counted(seeds) as ran:
        told = q.stats(seeds)
    assert len(ran) == 3
    assert told.tables["article"] == 5
    for table, kinds in told.kinds.items():
        assert sum(kinds.values()) == told.tables[table], table
    assert sum(told.evidence.values()) == told.tables["evidence"]
    assert str(told.published[0]) == "2017-12-20"
    assert told.undated_articles == 0
    assert told.loads == 1


def test_the_numbers_of_an_empty_database(migrated_url: str) -> None:
    with q.connect(migrated_url) as session:
        told = q.stats(session)
    assert set(told.tables.values()) == {0}
    assert told.published == (None, None)
    assert told.evidence == {}
