"""Evidence everywhere, in every format; and tables that line up in every script."""

from __future__ import annotations

import csv
import io
import json

import pytest
from rich.cells import cell_len
from sqlalchemy import create_engine, text

from communique.cli.tables import WIDTH
from tests.cli.conftest import Call

ARTICLE = "2021-10-tasnim-security-mou"
LISTINGS = [
    "signings", "meetings", "attendances", "encounters", "who-met-whom", "co-signatories",
    "engagements soylu", "agreements", "actions", "plans", "quotes", "holders", "incidents",
    "actors", "articles", "spellings soylu", "timeline", "coverage", f"coverage {ARTICLE}",
    "search border security",
]  # fmt: skip
WHERE = ("article", "start_char", "end_char", "excerpt", "basis")
RECORDED = ("source_file", "source_line", "load_run")
SCRIPTS = {
    "arabic": "حسین امیرعبداللهیان",
    "arabic-pointed": "مُحَمَّد جَوَاد ظَرِيف",
    "turkish": "Mevlüt Çavuşoğlu İıŞĞ",
    "decomposed": "Su\u0308leyman S\u0327ims\u0327ek",
    "persian": "Ḥoseyn Amīr-ʿAbdollāhiyān",
    "hebrew": "בנימין",
    "chinese": "王毅外交部长",
    "joined": "علی\u200cاکبر صالحی",
}


@pytest.mark.parametrize("line", LISTINGS)
def test_each_row_carries_where_it_is_written_and_where_recorded(ask: Call, line: str) -> None:
    rows = ask(*line.split(), "--evidence", "--format", "json").json
    assert rows
    for row in rows:
        assert row["evidence"], row
        for proof in row["evidence"]:
            assert all(proof[name] is not None for name in (*WHERE, *RECORDED)), proof
            assert (proof["end_char"] - proof["start_char"]) == len(proof["excerpt"])


@pytest.mark.parametrize("line", LISTINGS)
def test_each_row_says_what_it_claims_and_in_which_capacity(ask: Call, line: str) -> None:
    rows = ask(*line.split(), "--evidence", "--format", "json").json
    assert all(row["claim"] for row in rows)
    acting = [row for row in rows if row.get("office")]
    assert all(row["capacity"] == row["office"] for row in acting)
    assert bool(acting) is (line in ("signings", "attendances", "quotes", "holders"))


@pytest.mark.parametrize("line", LISTINGS)
def test_every_format_carries_the_same_evidence(ask: Call, line: str) -> None:
    words = (*line.split(), "--evidence", "--format")
    rows = ask(*words, "json").json
    assert [json.loads(each) for each in ask(*words, "jsonl").out.splitlines()] == rows
    table = csv.DictReader(io.StringIO(ask(*words, "csv").out))
    assert [json.loads(row["evidence"]) for row in table] == [row["evidence"] for row in rows]


@pytest.mark.parametrize(
    "line", [*LISTINGS, "coverage --unclaimed", "citations", "stats", "network"]
)
def test_a_table_fits_eighty_columns(ask: Call, line: str) -> None:
    proven = (
        () if line in ("coverage --unclaimed", "citations", "stats", "network") else ("--evidence",)
    )
    for words in (line.split(), [*line.split(), *proven]):
        said = ask(*words)
        assert said.code == 0, said.err
        assert max(map(cell_len, said.out.splitlines())) <= WIDTH
    if proven:
        assert "recorded in " in said.out
        assert said.out.count("recorded in ") == len(ask(*line.split(), "--format", "json").json)


def test_columns_line_up_in_every_script(call: Call, loaded_copy_url: str) -> None:
    engine = create_engine(loaded_copy_url)
    with engine.begin() as connection:
        for slug, name in SCRIPTS.items():
            connection.execute(
                text("INSERT INTO actor (slug, kind, name) VALUES (:slug, 'armed_group', :name)"),
                {"slug": slug, "name": name},
            )
    engine.dispose()
    said = call("--database", loaded_copy_url, "actors", "--kind", "armed_group")
    head, _, *lines = said.out.splitlines()
    at = head.index("Kind")
    starts = [line for line in lines if "armed group" in line]
    assert len(starts) == len(SCRIPTS) + 3
    assert {cell_len(line.partition("armed group")[0]) for line in starts} == {at}
    for name in ("حسین امیرعبداللهیان", "王毅外交部长", "Mevlüt Çavuşoğlu İıŞĞ"):
        assert name in said.out


def test_what_an_unclaimed_table_counts_is_explained(ask: Call) -> None:
    page = " ".join(ask("coverage", "--unclaimed").out.split())
    for word in ("Read: ", "Marks: ", "Names: ", "Unexplained: "):
        assert word in page


def test_the_context_of_a_loose_end_is_whole_words(ask: Call, seeds: str) -> None:
    from pathlib import Path

    rows = ask("coverage", "--unclaimed", "--format", "json").json
    folder = Path(seeds, "articles")
    words = {word for file in folder.glob("*.txt") for word in file.read_bytes().decode().split()}
    ends = [end for row in rows for end in (*row["marks"], *row["names"])]
    assert len(ends) > 5
    assert {word for end in ends for word in end["context"].strip("…").split()} <= words


def test_bounds_of_articles_are_not_shown_as_known_days(ask: Call) -> None:
    page = " ".join(ask("stats").out.split())
    assert "from 2017-12-20 at the earliest, to 2021-11-29 at the latest" in page


def test_places_stand_by_name_for_people_and_by_slug_for_programs(ask: Call) -> None:
    assert "Tehran" in ask("signings").out
    assert {row["place"] for row in ask("signings", "--format", "json").json} == {"tehran"}
    assert "place_name" not in ask("signings", "--format", "csv").out


def test_the_demo_tells_each_excerpt_once(call: Call) -> None:
    said = call("demo")
    assert "\n\nAsk next:" in said.out
    told = said.out.replace("\n\n", "\n  - ").split("\n  - «")[1:]
    proofs = [each.partition("\n  - ")[0] for each in told]
    assert len(proofs) == len(set(proofs)) > 5
    assert "and 9 excerpts told above" in said.out
