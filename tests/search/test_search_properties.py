"""Random texts and random searches: SQLite, PostgreSQL and plain Python find the same."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from communique import articles as articles_
from communique import index_texts, matching, quotes, snippet
from communique.databases import engine_for, writing
from communique.names import fold
from communique.plain import LONGEST_TEXT, LONGEST_WORD, placed_words, plain_words
from tests.search.passages import Written, hits, passages, write
from tests.search.questions import Question, questions, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from tests.servers.databases import Databases
    from tests.servers.files import Files
    from tests.servers.sharing import SharedRun

archives = st.lists(
    st.builds(
        Written,
        title=st.none() | texts,
        text=st.none() | texts,
        quotes=st.lists(texts, max_size=2),
    ),
    min_size=1,
    max_size=4,
).map(lambda articles: {f"article-{number}": each for number, each in enumerate(articles)})
many = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def both(files: Files, databases: Databases, run: SharedRun) -> Iterator[list[str]]:
    """An empty database of each kind, for transactions that are rolled back."""
    import communique

    urls = []
    for shelf in (files, databases):
        name = run.new_name()
        url = shelf.copy("blank", name)
        engine = engine_for(url)
        communique.upgrade(engine)
        engine.dispose()
        urls.append((shelf, name, url))
    yield [url for _, _, url in urls]
    for shelf, name, _ in urls:
        shelf.drop(name)


@pytest.fixture(scope="module")
def connections(both: list[str]) -> Iterator[list[Connection]]:
    with ExitStack() as stack:
        engines = [writing(engine_for(url)) for url in both]
        yield [stack.enter_context(engine.connect()) for engine in engines]
        stack.close()
        for engine in engines:
            engine.dispose()


def behind(connection: Connection) -> None:
    """Let the index hold other words than the texts, which it has only been told of."""
    rows = connection.execute(text("SELECT id, folded FROM wording")).all()
    connection.execute(text("UPDATE wording SET folded = 'the of cavus x'"))
    index_texts(connection)
    for number, folded in rows:
        new = text("UPDATE wording SET folded = :folded WHERE id = :id")
        connection.execute(new, {"folded": folded, "id": number})


@many
@given(articles=archives, asked=questions, late=st.booleans())
def test_a_search_finds_what_plain_python_finds(
    connections: list[Connection], articles: dict[str, Written], asked: Question, late: bool
) -> None:
    expected = {key for key, held in passages(articles) if asked.answers(fold(held).split())}
    by_kind = {
        "quote": {name for kind, name in expected if kind == "quote"},
        "article": {name for kind, name in expected if kind != "quote"},
    }
    answers = matching(asked.written, syntax=True)
    found = []
    for connection in connections:
        with connection.begin() as transaction:
            write(connection, articles)
            index_texts(connection)
            if late:
                behind(connection)
            found.append(hits(connection, asked.written, syntax=True))
            for starter, name in ((quotes(), "quote"), (articles_(), "article")):
                said = {row[0] for row in connection.execute(starter.where(answers))}
                others = {row[0] for row in connection.execute(starter.where(~answers))}
                assert said == by_kind[name]
                assert said | others == {row[0] for row in connection.execute(starter)}
                assert not said & others
            transaction.rollback()
    assert found[0] == found[1], "the databases differ, in their order or their ranks"
    assert {key for key, _ in found[0]} == expected
    assert len(found[0]) == len(expected)
    assert [rank for _, rank in found[0]] == sorted((rank for _, rank in found[0]), reverse=True)


@given(texts, st.sampled_from(["cavusoglu", "amir abdollahian", "1 2"]), st.integers(1, 60))
def test_a_snippet_is_a_piece_of_the_text_and_its_marks_are_the_words(
    held: str, words: str, width: int
) -> None:
    piece = snippet(held, words, width=width)
    assert held[piece.start : piece.end] == piece.text
    wanted = [(each.start, each.end) for each in placed_words(held) if each.word in words.split()]
    inside = [span for span in wanted if piece.start <= span[0] and span[1] <= piece.end]
    assert set(piece.marks) == set(inside)
    assert bool(piece.marks) == bool(wanted)
    assert piece.marked("", "", "") == piece.text
    longest = max((end - start for start, end in wanted), default=0)
    assert len(piece.text) <= max(width * 5 // 4, longest)


@given(st.text(max_size=40) | texts)
def test_every_word_has_its_place_in_the_text(held: str) -> None:
    placed = placed_words(held)
    assert [each.word for each in placed] == fold(held).split() == plain_words(held).split()
    for each in placed:
        assert each.word in fold(held[each.start : each.end]).split()


@given(st.lists(st.integers(1, 7) | st.integers(-1, 1).map(LONGEST_WORD.__add__)))
def test_only_what_is_too_long_of_a_word_is_left_out(lengths: list[int]) -> None:
    words = ["ab"[at % 2] * length for at, length in enumerate(lengths)]
    assert plain_words(", ".join(words)).split() == [word[:LONGEST_WORD] for word in words]


def test_of_a_long_text_whole_words_are_kept() -> None:
    kept = plain_words("abcdef " * (LONGEST_TEXT // 7 + 9))
    assert LONGEST_TEXT - 7 < len(kept) <= LONGEST_TEXT
    assert set(kept.split()) == {"abcdef"}
