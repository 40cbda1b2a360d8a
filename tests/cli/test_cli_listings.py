"""Encounters, timelines, plans, incidents, steps, coverage, counts, and names looked up."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from contextlib import closing

import pytest

from communique.cli.tables import WIDTH
from tests.cli.conftest import Call

ARTICLE = "2021-10-tasnim-security-mou"
LISTINGS = [
    ["encounters"],
    ["encounters", "--of", "turkey", "--with", "iran", "--status", "held"],
    ["encounters", "--as", "interior-minister-of-turkey"],
    ["encounters", "--on", "2021-10-20", "--known-on", "2021-11-14"],
    ["timeline"],
    ["timeline", "--between", "iran", "TURKEY", "--since", "2021-11"],
    ["timeline", "--actor", "soylu", "--kind", "agreement"],
    ["plans"],
    ["plans", "--actor", "turkey", "--place", "tehran"],
    ["plans", "--known-on", "2021-11-20"],
    ["incidents"],
    ["incidents", "--kind", "attack", "--since", "2018"],
    ["incidents", "--actor", "pkk"],
    ["actions"],
    ["actions", "--party", "turkey", "--status", "planned"],
    ["engagements", "soylu"],
    ["search", "border", "security"],
    ["search", "--syntax", '"terrorist groups" OR smuggl*', "--within", "quote"],
    ["search", "cavusoglu", "--since", "2021-11", "--known-on", "2021-12"],
    ["coverage"],
    ["coverage", ARTICLE],
]


@pytest.mark.parametrize("words", LISTINGS)
def test_a_listing_has_rows_and_evidence_for_each(ask: Call, words: list[str]) -> None:
    rows = ask(*words, "--evidence", "--format", "json").json
    assert rows
    assert not {"id", "day", "part"} & rows[0].keys()
    assert all(row["evidence"] for row in rows)
    page = ask(*words, "--evidence").out.splitlines()
    assert max(map(len, page)) <= WIDTH


@pytest.mark.parametrize("words", [*LISTINGS, ["find", "soylu"], ["stats"]])
def test_every_format_says_the_same(ask: Call, words: list[str]) -> None:
    rows = ask(*words, "--format", "json").json
    lines = ask(*words, "--format", "jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == rows
    table = list(csv.reader(io.StringIO(ask(*words, "--format", "csv").out)))
    assert table[0] == list(rows[0])
    assert len(table) == len(rows) + 1
    assert max(map(len, ask(*words).out.splitlines())) <= WIDTH


def test_a_pair_stands_once_unless_a_side_is_named(ask: Call) -> None:
    def pairs(*words: str) -> list[tuple[str, str]]:
        rows = ask("encounters", *words, "--on", "2018-10-11", "--format", "json").json
        return [(row["a"], row["b"]) for row in rows if row["a"] and row["b"]]

    soylu, fazli = "suleyman-soylu", "abdolreza-rahmani-fazli"
    assert [pair for pair in pairs() if soylu in pair] == [(soylu, fazli)]
    assert pairs("--of", "soylu") == [(soylu, fazli)]
    assert pairs("--with", "soylu") == [(fazli, soylu)]
    assert pairs("--of", "soylu", "--with", "iran") == [(soylu, fazli)]
    assert pairs("--of", "soylu", "--with", "turkey") == []


def test_an_encounter_rests_on_the_proofs_of_both(ask: Call) -> None:
    words = ("encounters", "--of", "soylu", "--with", "vahidi", "--kind", "talks", "--evidence")
    (row,) = ask(*words, "--format", "json").json
    spans = [(proof["article"], proof["start_char"]) for proof in row["evidence"]]
    assert len(spans) == len(set(spans))
    assert any("his Turkish counterpart" in proof["excerpt"] for proof in row["evidence"])


def test_a_timeline_holds_what_two_were_both_involved_in(ask: Call) -> None:
    words = ("timeline", "--between", "soylu", "vahidi", "--format", "json")
    found = {(row["record_kind"], row["record"]) for row in ask(*words).json}
    assert found == {
        ("meeting", "2021-10-vahidi-soylu-tehran"),
        ("meeting", "2021-10-vahidi-soylu-press-conference"),
        ("agreement", "2021-10-iran-turkey-security-mou"),
    }
    assert "signed (done)" in ask("timeline", "--between", "soylu", "vahidi").out


def test_a_plan_is_open_until_an_outcome_is_recorded(
    call: Call, sqlite_url: str, seeds: str
) -> None:
    assert call("--database", sqlite_url, "db", "upgrade").code == 0
    assert call("--database", sqlite_url, "load", seeds).code == 0

    def open_plans(day: str) -> set[str]:
        words = ("plans", "--open-on", day, "--format", "json")
        return {row["record"] for row in call("--database", sqlite_url, *words).json}

    visit = "erdogan-visit-to-tehran"
    assert visit in open_plans("2022-12-31")
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))) as database, database:
        database.execute(
            "INSERT INTO meeting (slug, title, folded, kind, status, date_edtf, date_earliest,"
            " date_latest, fulfils_id) SELECT 'outcome', 'The visit', 'the visit', 'visit', 'held',"
            " '2022-07-19', '2022-07-19', '2022-07-19', id FROM meeting WHERE slug = ?",
            (visit,),
        )
    assert visit in open_plans("2022-07-18")
    assert visit not in open_plans("2022-07-19")
    assert "outcome" in call("--database", sqlite_url, "plans").out


def test_coverage_counts_the_excerpts_that_it_prints(ask: Call) -> None:
    rows = ask("coverage", ARTICLE, "--evidence", "--format", "json").json
    assert {row["article"] for row in rows} == {ARTICLE}
    assert all(len(row["evidence"]) == row["excerpts"] for row in rows)
    view = ask("sql", f"SELECT count(*) AS n FROM coverage WHERE article = '{ARTICLE}'",
               "--format", "json").json  # fmt: skip
    assert view == [{"n": len(rows)}]


def test_the_archive_leaves_nothing_unexplained(ask: Call) -> None:
    rows = ask("coverage", "--unclaimed", "--format", "json").json
    assert len(rows) == 5
    assert all(0.8 < row["share"] <= 1 for row in rows)
    assert [row["unexplained"] for row in rows] == [0] * 5
    said = ask("coverage", "--unclaimed")
    assert said.out.endswith("nothing is left unexplained\n")
    assert max(map(len, said.out.splitlines())) <= WIDTH


def test_what_a_curator_left_out_is_told(call: Call, loaded_copy_url: str) -> None:
    from sqlalchemy import create_engine, text

    engine = create_engine(loaded_copy_url)
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM tension"))
        connection.execute(text("DELETE FROM quote WHERE text LIKE 'We acted like members%'"))
    engine.dispose()
    said = call("--database", loaded_copy_url, "coverage", "--unclaimed", ARTICLE)
    assert said.code == 0
    assert "that no note explains" in said.out
    (row,) = call(
        "--database", loaded_copy_url, "coverage", ARTICLE, "--unclaimed", "--format", "json"
    ).json
    left = [end for end in [*row["marks"], *row["names"]] if end["explained_by"] is None]
    assert len(left) == row["unexplained"] > 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["coverage", "2021-10-tasnim"], ARTICLE),
        (["coverage", "--unclaimed", "--evidence"], "leave the other options out"),
        (["encounters", "--of", "Soilu"], "Soylu"),
        (["encounters", "--with-office", "interior-minister"], "interior-minister-of-iran"),
        (["timeline", "--between", "iran"], "see communique timeline --help"),
        (["meetings", "--since"], "see communique meetings --help"),
        (["bilateral", "iran", "IRAN"], "both mean iran"),
        (["plans", "--overdue-on", ".."], "give a day"),
        (["attribution", f"{ARTICLE}#²"], "names no quote"),
        (["attribution", f"{ARTICLE}#{10**20}"], "names no quote"),
        (["timeline", "--between", "iran", "Turkiye"], "Turkey"),
        (["timeline", "--kind", "meetings"], 'Did you mean "meeting"?'),
        (["engagements", "Cavusoglou"], "Cavusoglu"),
        (["find", "?!"], "no letter or digit"),
    ],
)
def test_a_wrong_question_is_told_with_its_cure(ask: Call, words: list[str], told: str) -> None:
    said = ask(*words)
    assert said.code == 2
    assert told in said.err


@pytest.mark.parametrize(
    ("name", "slug", "how"),
    [
        ("CAVUSOGLU", "mevlut-cavusoglu", "exact"),
        ("suleyman", "suleyman-soylu", "begins"),
        ("Soilu", "suleyman-soylu", "similar"),
        ("roadmap for long-term cooperation", "iran-turkey-long-term-cooperation-roadmap", "exact"),
    ],
)
def test_a_name_is_found_in_any_spelling(ask: Call, name: str, slug: str, how: str) -> None:
    best, *_ = ask("find", name, "--format", "json").json
    assert (best["slug"], best["how"]) == (slug, how)
    assert len(ask("find", name, "--limit", "1", "--format", "json").json) == 1


def test_nothing_found_is_an_answer(ask: Call) -> None:
    said = ask("find", "Zzyzx Quux")
    assert (said.code, said.out, said.err) == (0, "", "No rows.\n")


@pytest.mark.parametrize("many", [10**6, 2**31, 2**63, 10**20])
def test_no_number_is_too_large_to_be_asked_for(ask: Call, many: int) -> None:
    assert ask("meetings", "--independent", str(many), "--format", "json").json == []
    found = ask("search", "border", "--format", "json").json
    assert ask("search", "border", "--limit", str(many), "--format", "json").json == found
    assert ask("find", "soylu", "--limit", str(many), "--format", "json").json


def test_a_quote_that_is_listed_can_be_attributed_by_what_is_printed(ask: Call) -> None:
    for words in (("quotes", "--by", "soylu"), ("dossier", "soylu")):
        number = re.findall(r"mou#(\d+)", ask(*words).out)[0]
        said = ask("attribution", f"{ARTICLE}#{number}")
        assert said.code == 0
        assert "Süleyman Soylu  Interior Minister of Turkey  Turkey" in said.out


def test_a_page_of_a_comparison_tells_offices_by_their_titles(ask: Call) -> None:
    meeting = "2021-11-15-amir-abdollahian-cavusoglu-talks"
    page = ask("compare", meeting).out
    assert "Foreign Minister of Turkey" in page
    assert "foreign-minister-of-turkey" not in page
    assert "kind: talks" in page.partition("Only in")[2]
    told = ask("compare", meeting, "--format", "json").json
    assert "foreign-minister-of-turkey" in {each["capacity"] for each in told["shared"]}


def test_plans_are_asked_by_country_too(ask: Call) -> None:
    rows = ask("plans", "--country", "LB", "--format", "json").json
    assert [row["record"] for row in rows] == ["2021-11-16-cavusoglu-visit-to-lebanon"]


def test_stats_count_what_the_tables_hold(ask: Call) -> None:
    rows = {row["what"]: row for row in ask("stats", "--format", "json").json}
    for table in ("actor", "meeting", "quote", "evidence"):
        counted = ask("sql", f"SELECT count(*) AS n FROM {table}", "--format", "json").json
        assert rows[table]["number"] == counted[0]["n"]
        assert sum(rows[table]["of_which"].values()) == rows[table]["number"]
    assert rows["article"]["of_which"]["from"] == "2017-12-20"
    assert rows["signature"]["of_which"] == {}
