"""Fifty-two ways of writing, each searched in each other's spelling, on both databases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique import index_texts
from communique.names import fold
from tests.search.passages import Written, hits, write

if TYPE_CHECKING:
    from sqlalchemy import Connection

WORDS = [
    # one name, composed, decomposed, in capitals, without accents
    "Çavuşoğlu", "C\u0327avus\u0327og\u0306lu", "ÇAVUŞOĞLU", "Cavusoglu", "çavuşoğlu",
    # Turkish i with and without its dot, and what capitals make of them
    "İstanbul", "istanbul", "ISTANBUL", "ıstanbul", "Iğdır", "IĞDIR", "Igdir", "İĞDİR",
    "Süleyman", "SÜLEYMAN", "Suleyman", "Şırnak", "sirnak",
    # Persian in Latin letters
    "Amir-Abdollahian", "Amirabdollahian", "Zolfaqari", "Zolfaghari", "Ra’isi", "Raisi", "Ra'isi",
    # Arabic script, with vowel points and a non-joiner, and its own digits
    "تهران", "طهران", "مُحَمَّد", "محمد", "می‌گوید", "می گوید", "۱۴۰۰", "١٤٠٠", "1400",
    # apostrophes and hyphens of all kinds
    "Sana'a", "Sana’a", "Sanaa", "Turkey’s", "Turkey's", "Turkey", "counter-terrorism",
    "counter‐terrorism", "counter terrorism", "counterterrorism",
    # digits, and what looks like numbers to a parser
    "10", "1e1", "1e1a", "2021-10", "½",
    # words that a configuration would drop or stem
    "the", "signed", "signing",
]  # fmt: skip


def test_each_of_52_words_is_found_by_its_spellings_and_by_no_other(
    connection: Connection,
) -> None:
    assert len(WORDS) == 52
    write(connection, {f"a-{n}": Written(quotes=[f"x {word} y"]) for n, word in enumerate(WORDS)})
    index_texts(connection)
    held = [set(f"x {fold(word)} y".split()) for word in WORDS]
    for word in WORDS:
        wanted = set(fold(word).split())
        expected = {("quote", f"a-{n}#1") for n, words in enumerate(held) if wanted <= words}
        assert {key for key, _ in hits(connection, word)} == expected, word
        as_phrase = {key for key, _ in hits(connection, f'"{word}"', syntax=True)}
        together = f" {fold(word)} "
        assert as_phrase == {
            ("quote", f"a-{n}#1")
            for n, each in enumerate(WORDS)
            if together in f" x {fold(each)} y "
        }, word


def test_spellings_of_one_word_find_each_other_and_near_ones_do_not(
    connection: Connection,
) -> None:
    write(connection, {"a": Written(title="Çavuşoğlu"), "b": Written(title="signed 1e1 the")})
    index_texts(connection)
    for spelling in ("Çavuşoğlu", "C\u0327AVUS\u0327OG\u0306LU", "cavusoglu"):
        assert hits(connection, spelling) == [(("title", "a"), 500)]
    for other in ("cavus", "sign", "signing", "1", "e1", "1e", "an"):
        assert hits(connection, other) == []
    assert hits(connection, "the 1e1") == [(("title", "b"), 1000)]


def test_the_rank_counts_words_and_length_as_it_says(connection: Connection) -> None:
    long = "peace " + "x " * 2_000  # 4,006 letters without the last space: k is 3
    write(
        connection,
        {
            "once": Written(title="peace"),
            "thrice": Written(title="Peace, and peace: and peace"),
            "side-by-side": Written(title="peace peace"),
            "long": Written(text=long),
        },
    )
    index_texts(connection)
    assert hits(connection, "peace") == [
        (("title", "thrice"), 750),
        (("title", "once"), 500),
        (("title", "side-by-side"), 500),
        (("text", "long"), 250),
    ]
    best, *_ = hits(connection, "peace OR x", syntax=True)
    assert best == (("text", "long"), 250 + 998)


PIECES = {
    "both": "peace and war", "turned": "war and peace", "peace": "peace", "war": "war",
    "near": "peace and warfare", "hyphen": "and-war, peace",
}  # fmt: skip
QUERIES = {
    '"and war"': {"both", "hyphen"},
    '"and war*"': {"both", "near", "hyphen"},
    'peace NOT "and war"': {"turned", "peace", "near"},
    'peace NOT "and war*"': {"turned", "peace"},
    'peace NOT ("and war" OR "war and")': {"peace", "near"},
    'peace NOT (and NOT "and war")': {"both", "hyphen", "peace"},
    '"and war" OR ("war and" NOT warfare)': {"both", "turned", "hyphen"},
    '("and war" OR peace) NOT (war AND peace)': {"peace", "near"},
    "and-war": {"both", "hyphen"},
    "and-war*": {"both", "near", "hyphen"},
    '"peace" AND "war and peace"': {"turned"},
    "war* NOT war": {"near"},
    '"war and peace and"': set(),
}


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_keeps_what_it_says_and_nothing_else(connection: Connection, query: str) -> None:
    write(connection, {slug: Written(text=words) for slug, words in PIECES.items()})
    index_texts(connection)
    assert {name for (_, name), _ in hits(connection, query, syntax=True)} == QUERIES[query]
