"""``search`` and ``db index``: words where they stand, and what nobody indexed."""

from __future__ import annotations

from sqlalchemy import text

from communique.databases import engine_for, writing
from communique.shipped import seeds_path
from tests.cli.conftest import Call

MOU = "2021-10-tasnim-security-mou"


def test_marks_stand_in_the_articles_text_where_they_say(ask: Call) -> None:
    texts = [file.read_bytes().decode() for file in seeds_path().glob("articles/*.txt")]
    rows = ask("search", "CAVUSOGLU", "--format", "json").json
    assert {row["kind"] for row in rows} == {"text", "title"}
    for row in rows:
        piece = row["snippet"].replace("«", "").replace("»", "").strip("…")
        titled = row["kind"] == "title"
        (held,) = [row["title"]] if titled else [text for text in texts if piece in text]
        assert held[row["start_char"] : row["end_char"]] == piece
        assert {held[start:end] for start, end in row["marks"]} <= {"Çavuşoğlu", "Cavusoglu"}
        assert row["marks"]


def test_words_need_no_quotation_marks_and_signs_mean_nothing(ask: Call) -> None:
    together = ask("search", "border security").out
    assert ask("search", "border", "security").out == together
    assert ask("search", "border*", "(security").out == together


def test_a_query_is_read_as_one_and_its_mistakes_are_shown(ask: Call) -> None:
    rows = ask("search", "--syntax", '"terrorist groups" NOT minister*', "--format", "json").json
    assert rows
    assert all("minister" not in row["snippet"].lower() for row in rows)
    wrong = ask("search", "--syntax", '"terrorist groups')
    assert wrong.code == 2
    assert "not closed (at character 1)" in wrong.err
    nothing = ask("search", "...")
    assert (nothing.code, nothing.out) == (2, "")
    assert "no word to search for" in nothing.err


def test_a_long_answer_is_cut_and_says_so(ask: Call) -> None:
    cut = ask("search", "iran", "--limit", "3", "--format", "jsonl")
    assert len(cut.out.splitlines()) == 3
    assert "the first 3 of " in cut.err
    whole = ask("search", "iran", "--limit", "0", "--format", "jsonl")
    assert len(whole.out.splitlines()) > 20
    assert whole.err == ""
    assert whole.out.startswith(cut.out)


def test_kinds_and_outlets_narrow_a_search(ask: Call) -> None:
    titles = ask("search", "security", "--within", "title", "--format", "json").json
    assert {row["kind"] for row in titles} == {"title"}
    printed = ask("search", "security", "--outlet", "Defapress", "--format", "json").json
    assert {row["outlet"] for row in printed} == {"defapress"}
    assert ask("search", "security", "--outlet", "nobody").code == 2


def test_what_other_hands_wrote_is_indexed_when_told(call: Call, loaded_copy_url: str) -> None:
    def on(*words: str) -> str:
        said = call("--database", loaded_copy_url, *words)
        assert said.code == 0, said.err
        return said.out

    with writing(engine_for(loaded_copy_url)).begin() as connection:
        connection.execute(
            text("UPDATE article SET title = 'Zweisprachig' WHERE slug = :slug"), {"slug": MOU}
        )
    assert on("search", "zweisprachig") == ""
    assert "1 text folded" in on("db", "index")
    assert MOU in on("search", "zweisprachig").replace("\n", "").replace(" ", "")
    assert "0 texts folded" in on("db", "index")
    assert "texts folded, the index is up to date" in on("db", "index", "--anew")
    assert MOU in on("search", "zweisprachig", "--format", "csv")
