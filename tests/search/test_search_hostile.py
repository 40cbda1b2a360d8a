"""What users type is never a command to the database, and what cannot be read is told where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique import SearchError, UsageError, index_texts, matching, search, snippet
from communique.databases.asked import All, Some, Without, Words
from communique.names import fold
from communique.queries.terms import LONGEST, MOST, read
from tests.search.passages import Written, hits, write

if TYPE_CHECKING:
    from sqlalchemy import Connection

HOSTILE = [
    '"', "'", "''", '""', "NEAR(peace war)", "peace*", "^peace", "folded:peace", "col:peace",
    "peace\x00war", "peace -war", "peace NOT war", "peace AND", "OR", "NOT", "(", ")", "((", "{}",
    "peace & war", "peace | !war", "peace:*", "peace <-> war", "%peace%", "pe_ce", "\\", "peace;--",
    "'; DROP TABLE wording; --", "peace\ud800war", "$body$", "%(x)s", ":x", "?", "\u202e",
    "🕊 peace", "rank MATCH 'peace'", "peace\n\twar", "e" * 5_000, "1" * 5_000,
]  # fmt: skip


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("syntax", [False, True])
def test_whatever_is_typed_is_answered_or_told(
    connection: Connection, typed: str, syntax: bool
) -> None:
    write(connection, {"a": Written(title="peace war near", quotes=["War and peace, or not"])})
    index_texts(connection)
    try:
        found = {key for key, _ in hits(connection, typed, syntax=syntax)}
    except UsageError:
        told = True
    else:
        told = False
        assert found <= {("title", "a"), ("quote", "a#1")}
        for part in ("peace war near", "War and peace, or not"):
            snippet(part, typed, syntax=syntax)
    assert told or syntax or fold(typed)
    assert {key for key, _ in hits(connection, "war peace")} == {("title", "a"), ("quote", "a#1")}


def test_signs_mean_nothing_unless_they_are_asked_for(connection: Connection) -> None:
    write(connection, {"a": Written(title="peace or not war"), "b": Written(title="peaceful")})
    index_texts(connection)
    assert [key for key, _ in hits(connection, "peace* NOT (war)")] == [("title", "a")]
    assert [key for key, _ in hits(connection, "peace* NOT (war)", syntax=True)] == [("title", "b")]


@pytest.mark.parametrize(
    ("typed", "position", "told"),
    [
        ('"peace', 0, "not closed"),
        ("war peace”", 9, "not closed"),
        ("(peace", 0, "never closed"),
        ("peace)", 5, "never opened"),
        ("peace AND", 9, "before the end"),
        ("AND peace", 0, "before AND"),
        ("peace OR OR war", 9, "before OR"),
        ("()", 1, r"before \)"),
        ("NOT peace", 0, "taken from"),
        ("war OR NOT peace", 7, "taken from"),
        ("war NOT NOT peace", 8, "before NOT"),
        ("peace & war", 6, "no letter or digit"),
        ('peace "..."', 6, "no letter or digit"),
        ("pe*ce", 2, "end of a word"),
        ("peace**", 5, "end of a word"),
        ("(" * 21 + "peace" + ")" * 21, 20, "within brackets"),
    ],
)
def test_a_search_that_cannot_be_read_is_told_where(typed: str, position: int, told: str) -> None:
    with pytest.raises(SearchError, match=told) as caught:
        matching(typed, syntax=True)
    assert caught.value.position == position
    assert f"(at character {position + 1})" in str(caught.value)


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("peace", Words(("peace",))),
        ("Peac*", Words(("peac",), prefix=True)),
        ("Amir-Abdollahian", Words(("amir", "abdollahian"))),
        ('"joint state*"', Words(("joint", "state"), prefix=True)),
        ("“joint state”*", Words(("joint", "state"), prefix=True)),
        ("a b", All((Words(("a",)), Words(("b",))))),
        ("a AND b", All((Words(("a",)), Words(("b",))))),
        ("a OR b c", Some((Words(("a",)), All((Words(("b",)), Words(("c",))))))),
        ("a NOT b", Without(Words(("a",)), Words(("b",)))),
        ("NOT b AND a", Without(Words(("a",)), Words(("b",)))),
        ("and or not", All((Words(("and",)), Words(("or",)), Words(("not",))))),
        ("((a))", Words(("a",))),
    ],
)
def test_the_language_is_read_as_it_says(typed: str, asked: object) -> None:
    assert read(typed, syntax=True) == asked


@pytest.mark.parametrize("syntax", [False, True])
def test_too_much_is_told_and_as_much_as_is_allowed_is_answered(
    connection: Connection, syntax: bool
) -> None:
    most = [f"word{number}" for number in range(MOST)]
    write(connection, {"a": Written(text=" ".join(most))})
    index_texts(connection)
    assert len(hits(connection, " ".join(most), syntax=syntax)) == 1
    assert len(hits(connection, " OR ".join(most), syntax=True)) == 1
    with pytest.raises(UsageError, match="101 words are asked for at once"):
        search(" ".join([*most, "more"]), syntax=syntax)
    with pytest.raises(UsageError, match="too long"):
        search("war " * 10_000, syntax=syntax)
    assert len("war " * 10_000) > LONGEST
    for nothing in ("", " ", "...", "—"):
        with pytest.raises(UsageError):
            search(nothing, syntax=syntax)


def test_texts_at_the_limits_of_the_databases_are_searched(connection: Connection) -> None:
    giant = " ".join(f"n{number:07}" for number in range(300_000))  # 2.7 MB of different words
    write(
        connection,
        {
            "word": Written(text="so " + "x" * 50_000, quotes=["y" * 5_000 + " end"]),
            "giant": Written(text=giant),
            "same": Written(text="peace and " * 30_000 + "war"),
        },
    )
    index_texts(connection)
    assert [key for key, _ in hits(connection, "so " + "x" * 3_000)] == [("text", "word")]
    assert [key for key, _ in hits(connection, "y" * 1_000 + " end")] == [("quote", "word#1")]
    assert [key for key, _ in hits(connection, "n0000000 n0100000")] == [("text", "giant")]
    assert hits(connection, "n0299999") == []  # behind the first million letters
    assert [key for key, _ in hits(connection, '"and war"', syntax=True)] == [("text", "same")]
    assert hits(connection, '"war and"', syntax=True) == []
