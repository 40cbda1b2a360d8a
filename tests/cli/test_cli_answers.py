"""Listings: the flagship answer in every format, what narrows it, and what it rests on."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from communique.cli.tables import WIDTH
from communique.databases import guarded_select
from tests.cli.conftest import Call

FLAGSHIP = ("signings", "--level", "minister", "--kind", "mou")
SIGNERS = {
    ("Ahmad Vahidi", "Interior Minister of Iran", "iran"),
    ("Süleyman Soylu", "Interior Minister of Turkey", "turkey"),
}
WEDNESDAYS = "[2021-10-06,2021-10-13,2021-10-20,2021-10-27]"
ARTICLES = {"2021-10-tasnim-security-mou", "2021-11-15-strengthen-cooperation-in-security"}


def signers(rows: list[dict[str, Any]]) -> set[tuple[str, str, str]]:
    return {(row["signer_name"], row["office_title"], row["party"]) for row in rows}


def test_the_ministers_who_signed_a_memorandum_are_two(ask: Call) -> None:
    said = ask(*FLAGSHIP, "--format", "json")
    assert said.code == 0
    assert len(said.json) == 2
    assert signers(said.json) == SIGNERS
    assert {row["signed_edtf"] for row in said.json} == {WEDNESDAYS}
    assert {row["signed_earliest"] for row in said.json} == {"2021-10-06"}


def test_the_view_says_the_same(ask: Call, loaded_url: str) -> None:
    columns = list(ask(*FLAGSHIP, "--format", "json").json[0])
    found = guarded_select(
        loaded_url,
        f"SELECT {', '.join(columns)} FROM signing"
        " WHERE office_level = 'minister' AND agreement_kind = 'mou' ORDER BY signer",
    )
    rows = [dict(zip(found.columns, map(plain, row), strict=True)) for row in found.rows]
    told = ask(*FLAGSHIP, "--format", "json").json
    assert rows == sorted(told, key=lambda row: str(row["signer"]))


def plain(value: object) -> object:
    return value if value is None else str(value)


def test_a_table_is_readable_on_a_page_of_80_columns(ask: Call) -> None:
    said = ask(*FLAGSHIP)
    lines = said.out.splitlines()
    assert max(map(len, lines)) <= WIDTH
    headings = ("Signed by", "As", "For", "Agreement", "Date", "Place")
    assert all(heading in lines[0] for heading in headings)
    assert "Süleyman Soylu" in said.out
    assert "one of 6, 13," in said.out
    assert "\x1b" not in said.out


def test_the_evidence_stands_under_each_answer(ask: Call) -> None:
    said = ask(*FLAGSHIP, "--evidence")
    assert max(map(len, said.out.splitlines())) <= WIDTH
    assert (
        said.out.count("«where they signed the MoU» — 2021-10-tasnim-security-mou [315:340]") == 2
    )
    for article in ARTICLES:
        assert article in said.out


def test_the_evidence_is_what_the_article_says(ask: Call, seeds: str) -> None:
    rows = ask(*FLAGSHIP, "--evidence", "--format", "json").json
    text = Path(seeds, "articles/003_10937e741dedd795.txt").read_bytes().decode()
    for row in rows:
        assert {proof["article"] for proof in row["evidence"]} == ARTICLES
        for proof in row["evidence"]:
            if proof["article"] == "2021-10-tasnim-security-mou":
                assert text[proof["start_char"] : proof["end_char"]] == proof["excerpt"]


def test_every_format_says_the_same(ask: Call) -> None:
    rows = ask(*FLAGSHIP, "--format", "json").json
    lines = ask(*FLAGSHIP, "--format", "jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == rows
    table = list(csv.DictReader(io.StringIO(ask(*FLAGSHIP, "--format", "csv").out)))
    assert table == [{key: value or "" for key, value in row.items()} for row in rows]


def test_evidence_has_a_column_of_its_own_in_csv(ask: Call) -> None:
    rows = ask(*FLAGSHIP, "--evidence", "--format", "json").json
    table = csv.DictReader(io.StringIO(ask(*FLAGSHIP, "--evidence", "--format", "csv").out))
    assert [json.loads(row["evidence"]) for row in table] == [row["evidence"] for row in rows]


def test_no_rows_is_an_answer(ask: Call) -> None:
    nothing = (*FLAGSHIP, "--known-on", "2021-10-01")
    said = ask(*nothing)
    assert (said.code, said.out, said.err) == (0, "", "No rows.\n")
    assert ask(*nothing, "--format", "json").json == []
    assert ask(*nothing, "--format", "jsonl").out == ""
    assert ask(*nothing, "--format", "csv").out.startswith("agreement,agreement_title,")
    assert ask(*nothing, "--evidence", "--format", "json").json == []


def test_what_was_known_on_a_day_rests_on_what_had_been_published(ask: Call) -> None:
    words = ("meetings", "--kind", "talks", "--on", "2021-10-20", "--evidence", "--format", "json")

    def articles(*options: str) -> set[str]:
        rows = {row["meeting"]: row["evidence"] for row in ask(*words, *options).json}
        return {proof["article"] for proof in rows["2021-10-vahidi-soylu-tehran"]}

    assert articles() == ARTICLES
    assert articles("--known-on", "2021-11-14") == {"2021-10-tasnim-security-mou"}


@pytest.mark.parametrize(
    ("option", "value", "count"),
    [
        ("--by", "SOYLU", 1),
        ("--by", "ahmad-vahidi", 1),
        ("--party", "Turkey", 1),
        ("--portfolio", "interior", 2),
        ("--portfolio", "foreign", 0),
        ("--since", "2021-10-27", 2),
        ("--since", "2021-10-28", 0),
        ("--until", "2021-10-05", 0),
        ("--on", "2021-10-20", 2),
        ("--on", "2021-10-21", 0),  # between two Wednesdays
        ("--level", "Head-of-State", 2),  # or a minister
    ],
)
def test_an_option_narrows_the_list(ask: Call, option: str, value: str, count: int) -> None:
    assert len(ask(*FLAGSHIP, option, value, "--format", "json").json) == count


def test_a_name_that_nobody_has_is_told(ask: Call) -> None:
    said = ask("signings", "--by", "Soilu")
    assert said.code == 2
    assert "Soylu" in said.err


def test_the_roadmap_was_planned_and_not_signed(ask: Call) -> None:
    def kinds(status: str) -> list[str]:
        words = ("agreements", "--status", status, "--on", "2021-11-15", "--format", "json")
        return [row["kind"] for row in ask(*words).json]

    assert "roadmap" in kinds("planned")
    assert "roadmap" not in kinds("signed")
    assert "mou" in kinds("signed")


def test_who_held_an_office_is_certain_or_possible(ask: Call) -> None:
    words = ("holders", "--level", "minister", "--portfolio", "interior", "--of", "iran")
    then = ask(*words, "--on", "2021-10-20", "--format", "json").json
    found = {row["actor"]: row["certainty"] for row in then}
    assert found["ahmad-vahidi"] in {"certainly", "possibly"}
    earlier = ask(*words, "--on", "2018", "--format", "json").json
    certain = {row["actor"] for row in earlier if row["certainty"] == "certainly"}
    assert "ahmad-vahidi" not in certain
    assert ask(*words, "--on", "2021-10-20").out.count("ossibly") >= 1


@pytest.mark.parametrize(
    "words",
    [
        ["meetings"],
        ["meetings", "--actor", "turkey", "--status", "held", "--place", "tehran"],
        ["agreements"],
        ["agreements", "--party", "iran"],
        ["quotes"],
        ["quotes", "--by", "soylu", "--mode", "direct"],
        ["quotes", "--search", "terrorism"],
        ["quotes", "--search", "IRAN turkey"],
        ["quotes", "--about", "security"],
        ["quotes", "--via", "anadolu"],
        ["holders"],
        ["signings"],
    ],
)
def test_a_listing_has_rows_and_evidence_for_each(ask: Call, words: list[str]) -> None:
    rows = ask(*words, "--evidence", "--format", "json").json
    assert rows
    assert all("id" not in row and "day" not in row for row in rows)
    assert any(row["evidence"] for row in rows)
    page = ask(*words, "--evidence").out.splitlines()
    assert max(map(len, page)) <= WIDTH


def test_the_database_may_be_named_after_the_command(call: Call, loaded_url: str) -> None:
    assert call("signings", "--database", loaded_url).code == 0
    named_twice = call("--database", "sqlite:///none.db", "signings", "--database", loaded_url)
    assert named_twice.code == 0
