"""What no record claims is found: planted omissions, and none in the shipped archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from communique import queries as q
from communique.databases import engine_for, writing
from communique.errors import UsageError
from communique.models import Actor, Article, ArticleNote, ArticleText, Evidence, Name, Quote
from communique.queries.capitals import capitalised_inside, in_small_letters, names
from communique.queries.spans import Spans
from tests.queries.counting import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

TASNIM = "2021-10-tasnim-security-mou"
FIRST = "2017-12-20-expand-anti-terror-cooperation"


@pytest.fixture
def seeds(loaded_url: str) -> Iterator[Session]:
    with q.connect(loaded_url) as session:
        yield session


@pytest.fixture
def editing(loaded_copy_url: str) -> Iterator[Session]:
    engine = engine_for(loaded_copy_url)
    with Session(writing(engine)) as session:
        yield session
    engine.dispose()


def test_nothing_in_the_archive_is_unexplained(seeds: Session) -> None:
    for article in q.unclaimed(seeds):
        assert article.unexplained == []
        assert article.share is not None
        assert 0.8 < article.share < 1


def test_every_quotation_mark_of_the_archive_is_at_speech(seeds: Session) -> None:
    assert [mark for article in q.unclaimed(seeds) for mark in article.marks] == []


def test_eight_statements_for_any_number_of_articles(seeds: Session) -> None:
    with counted(seeds) as ran:
        q.unclaimed(seeds)
    assert len(ran) == 8


def test_a_quote_left_out_is_found_by_its_marks(editing: Session) -> None:
    words = "This is a good start for deepening ties with Turkey,"
    said = editing.execute(select(Quote).where(Quote.text.contains(words))).scalar_one()
    start, end = said.start_char, said.end_char
    assert q.unclaimed(editing, TASNIM)[0].unexplained == []
    editing.execute(delete(Quote).where(Quote.id == said.id))
    (article,) = q.unclaimed(editing, TASNIM)
    marks = [(mark.start_char, mark.text) for mark in article.marks]
    assert marks == [(start - 1, "“"), (end, "”")]
    assert "The two countries" in article.marks[0].context
    assert [mark.explained_by for mark in article.marks] == [None, None]


def test_a_name_left_out_is_found(editing: Session) -> None:
    pkk = editing.scalars(select(Actor.id).where(Actor.slug == "pkk")).one()
    editing.execute(delete(Name).where(Name.actor_id == pkk))
    editing.execute(delete(Evidence).where(Evidence.incident_id.is_not(None)))
    (article,) = q.unclaimed(editing, TASNIM)
    found = {name.text for name in article.names}
    assert {"PKK", "Kurdistan Workers’ Party"} & found
    assert "PKK" in found


def test_a_person_left_out_is_found_behind_a_title(editing: Session) -> None:
    person = editing.scalars(select(Actor.id).where(Actor.slug == "eshaq-jahangiri")).one()
    editing.execute(delete(Name).where(Name.actor_id == person))
    editing.execute(delete(Evidence).where(Evidence.meeting_id.is_not(None)))
    editing.execute(delete(Evidence).where(Evidence.participation_id.is_not(None)))
    editing.execute(update(Evidence).values(note=None).where(Evidence.basis != "outside"))
    (article,) = q.unclaimed(editing, FIRST)
    assert {"Eshaq Jahangiri", "Jahangiri"} <= {name.text for name in article.names}


def test_a_note_over_a_mark_or_a_name_explains_it(editing: Session) -> None:
    editing.execute(delete(Quote))
    notes = editing.scalars(select(ArticleNote.note)).all()
    loose = [mark for article in q.unclaimed(editing) for mark in article.marks]
    explained = [mark for mark in loose if mark.explained_by is not None]
    assert len(loose) > 40
    assert any(mark.explained_by in notes for mark in explained)
    assert len(explained) < len(loose)


def test_where_no_text_is_held_nothing_can_be_checked(editing: Session) -> None:
    number = editing.scalars(select(Article.id).where(Article.slug == TASNIM)).one()
    editing.execute(delete(ArticleText).where(ArticleText.article_id == number))
    (article,) = q.unclaimed(editing, TASNIM)
    assert (article.share, article.marks, article.names) == (None, [], [])


def test_an_unknown_article_is_told(seeds: Session) -> None:
    with pytest.raises(UsageError, match='No article is called "nope"'):
        q.unclaimed(seeds, "nope")


def found(text: str, *others: str) -> list[str]:
    small = {word for each in (text, *others) for word in in_small_letters(each)}
    inside = {word for each in (text, *others) for word in capitalised_inside(each)}
    stems = ["turkey", "iran", "afghanistan"]
    return [text[run[0].start : run[-1].end] for run in names(text, small, inside, stems)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met Ali Rahmani in Tehran.", ["Ali Rahmani", "Tehran"]),
        ("The Iranian minister met his Turkish counterpart on Monday.", []),
        ("In October, Afghan refugees came.", []),
        ("Stressing that, he left. Faced with a wave, they stayed.", []),
        ("Zelensky said no.", ["Zelensky"]),
        ("Beijing said no.", ["Beijing"]),
        ("Ahmed said no.", ["Ahmed"]),
        ("Both agreed. “Regional issues matter,” he said of regional plans.", []),
        ("The Kurdistan Regional Government (KRG)", ["Kurdistan Regional Government", "KRG"]),
        ("with Mr. Erdoğan's visit", ["Erdoğan"]),
        ("Iran-Russia ties", ["Iran-Russia"]),
        ("I think that Amir-Abdollahian’s plan", ["Amir-Abdollahian"]),
        ("he hailed Çavuşoğlu and Šefčovič", ["Çavuşoğlu", "Šefčovič"]),
        ("Trade with the West Asia Council", ["West Asia Council"]),
        ("", []),
    ],
)
def test_what_counts_as_a_capitalised_name(text: str, expected: list[str]) -> None:
    assert found(text, "they trade with others") == expected


def test_stretches_are_united() -> None:
    spans = Spans([(5, 9), (0, 3), (2, 4), (9, 12)])
    assert spans.merged == [(0, 4), (5, 12)]
    assert spans.length() == 11
    assert spans.hold(6, 12)
    assert not spans.hold(3, 6)
    assert not Spans([]).hold(0, 1)
