"""Composed answers on the command line: the same as in Python, with the proofs of every row."""

from __future__ import annotations

import csv
import io

import pytest
from sqlalchemy import create_engine, text

from communique import bilateral, connect, dossier, network
from communique.cli.tables import WIDTH
from tests.cli.conftest import Call

TALKS = "2021-10-vahidi-soylu-tehran"
MOU = "2021-10-iran-turkey-security-mou"
QUOTE = "2021-11-15-raeisi-cavusoglu-roadmap#17"
PAGES = [
    ["dossier", "soylu"],
    ["dossier", "pkk", "--on", "2021-12-31"],
    ["dossier", "TURKEY", "--known-on", "2018-12-31"],
    ["bilateral", "iran", "turkey"],
    ["bilateral", "Soylu", "Vahidi", "--known-on", "2021-11-29"],
    ["compare", TALKS],
    ["compare", "2021-11-15-amir-abdollahian-cavusoglu-talks"],
    ["attribution", QUOTE],
]
PAIRS = [
    ["who-met-whom"],
    ["who-met-whom", "--kind", "person", "--since", "2021"],
    ["who-met-whom", "--actor", "soylu", "--until", "2018"],
    ["who-met-whom", "--status", "planned"],
    ["co-signatories"],
    ["co-signatories", "--actor", "vahidi", "--known-on", "2021-11-20"],
]
WHOLE = {
    "article", "start_char", "end_char", "excerpt", "basis", "field", "note", "source_file",
    "source_line", "load_run",
}  # fmt: skip


@pytest.mark.parametrize("words", PAGES)
def test_a_page_fits_its_width_and_tells_its_proofs_on_demand(ask: Call, words: list[str]) -> None:
    page, proven = ask(*words), ask(*words, "--evidence")
    assert page.code == proven.code == 0, page.err + proven.err
    assert max(map(len, [*page.out.splitlines(), *proven.out.splitlines()])) <= WIDTH
    assert "» —" not in page.out
    assert "» —" in proven.out
    assert "recorded in " in proven.out
    assert "\n\n\n" not in proven.out


@pytest.mark.parametrize("words", PAGES)
def test_programs_get_every_row_with_its_proofs(ask: Call, words: list[str]) -> None:
    told = ask(*words, "--evidence", "--format", "json").json
    parts = {key: rows for key, rows in told.items() if isinstance(rows, list) and rows}
    rows = [row for key in parts for row in parts[key] if isinstance(row, dict)]
    assert rows
    proven = [row for row in rows if "evidence" in row]
    assert proven
    assert all({"claim", "capacity"} <= row.keys() for row in proven)
    assert all(proof.keys() >= WHOLE for row in proven for proof in row["evidence"])
    lines = ask(*words, "--format", "jsonl").out.splitlines()
    listed = list(csv.DictReader(io.StringIO(ask(*words, "--format", "csv").out)))
    assert len(lines) == len(listed) == len(rows)
    assert {row["part"] for row in listed} <= told.keys()


def test_a_dossier_is_that_of_python(ask: Call, loaded_url: str) -> None:
    told = ask("dossier", "Süleyman Soylu", "--evidence", "--format", "json").json
    with connect(loaded_url) as session:
        found = dossier(session, "suleyman-soylu")
    for key in (
        "spellings", "offices", "attendances", "signatures", "agreements", "quotes", "incidents",
    ):  # fmt: skip
        rows = getattr(found, key)
        assert [row["claim"] for row in told[key]] == [each.claim for each in rows], key
    assert [row["times"] for row in told["counterparts"]] == [2, 1]
    assert (told["actor"], told["name"]) == ("suleyman-soylu", "Süleyman Soylu")


def test_a_dossier_as_known_on_a_day_holds_no_later_proof(ask: Call) -> None:
    told = ask("dossier", "turkey", "--known-on", "2018-12-31", "--evidence", "--format", "json")
    proofs = [
        proof
        for rows in told.json.values()
        if isinstance(rows, list)
        for row in rows
        for proof in row.get("evidence", ())
    ]
    assert proofs
    assert {proof["article"][:4] for proof in proofs} == {"2017", "2018"}


def test_what_two_share_is_that_of_python(ask: Call, loaded_url: str) -> None:
    told = ask("bilateral", "iran", "turkey", "--on", "2021-12-31", "--format", "json").json
    with connect(loaded_url) as session:
        found = bilateral(session, "iran", "turkey", on="2021-12-31")
    for key in ("meetings", "encounters", "agreements", "plans", "timeline"):
        assert len(told[key]) == len(getattr(found, key)) > 0, key
    assert (told["a"], told["b"]) == ("iran", "turkey")
    assert ask("bilateral", "iran", "turkey").out.startswith("Iran and Turkey\niran, turkey\n")
    assert ask("bilateral", "iran", "myanmar").err == "No rows.\n"


def test_a_network_is_two_lists(ask: Call, loaded_url: str) -> None:
    told = ask("network", "--format", "json").json
    with connect(loaded_url) as session:
        found = network(session)
    assert [row["actor"] for row in told["nodes"]] == [each.actor for each in found.nodes]
    assert [(row["a"], row["b"], row["tie"]) for row in told["edges"]] == [
        (each.a, each.b, each.tie) for each in found.edges
    ]
    edges = list(csv.DictReader(io.StringIO(ask("network", "--format", "csv").out)))
    nodes = list(csv.DictReader(io.StringIO(ask("network", "--nodes", "--format", "csv").out)))
    assert len(edges) == len(told["edges"])
    assert {row["actor"] for row in nodes} == {row[end] for row in edges for end in ("a", "b")}
    soylu = ask("network", "--actor", "soylu", "--format", "json").json["edges"]
    assert soylu
    assert all("suleyman-soylu" in (row["a"], row["b"]) for row in soylu)
    assert "Süleyman Soylu" in ask("network", "--actor", "soylu").out


@pytest.mark.parametrize("words", PAIRS)
def test_a_pair_rests_on_what_ties_it_together(ask: Call, words: list[str]) -> None:
    rows = ask(*words, "--evidence", "--format", "json").json
    assert rows
    assert all(row["evidence"] for row in rows)
    assert all(proof.keys() >= WHOLE for row in rows for proof in row["evidence"])
    assert all(f"{row['a_name']} and {row['b_name']} " in row["claim"] for row in rows)
    assert max(map(len, ask(*words, "--evidence").out.splitlines())) <= WIDTH


def test_the_proofs_of_a_pair_are_not_those_of_another(ask: Call) -> None:
    rows = ask("who-met-whom", "--kind", "person", "--evidence", "--format", "json").json
    held = {(row["a"], row["b"]): {p["article"] for p in row["evidence"]} for row in rows}
    assert held["abdolreza-rahmani-fazli", "suleyman-soylu"] == {
        "2018-10-12-stress-security-cooperation"
    }
    assert not held["ebrahim-raisi", "mevlut-cavusoglu"] & {
        "2018-10-12-stress-security-cooperation"
    }


def test_articles_and_independent_origins_are_told_apart(ask: Call) -> None:
    rows = ask("sources", MOU, "--format", "json").json
    assert [row["article"] for row in rows] == [
        "2021-10-tasnim-security-mou", "2021-11-15-strengthen-cooperation-in-security",
    ]  # fmt: skip
    assert ask("sources", f"agreement/{MOU}").out.endswith("\n2 articles, 2 independent origins\n")
    assert len(ask("sources", MOU, "--known-on", "2021-11-14", "--format", "json").json) == 1


def test_what_articles_share_and_what_only_one_has(ask: Call) -> None:
    told = ask("compare", "2021-11-15-amir-abdollahian-cavusoglu-talks", "--format", "json").json
    assert len(told["articles"]) == 2
    assert all(len(row["articles"]) > 1 for row in told["shared"])
    assert all(len(row["articles"]) == 1 for row in told["only"])
    assert {row["articles"][0] for row in told["only"]} == set(told["articles"])
    page = ask("compare", TALKS).out
    assert "date: one of 6, 13, 20, 27 Oct 2021" in page
    assert f"Only in {told['articles'][0]}" in ask("compare", told["meeting"]).out


def test_a_quote_is_told_with_its_way_and_its_renderings(ask: Call) -> None:
    told = ask("attribution", QUOTE, "--format", "json").json
    assert [row["speaker"] for row in told["speakers"]] == ["mevlut-cavusoglu"]
    assert {row["article"] for row in told["renderings"]} == {
        "2021-11-15-raeisi-cavusoglu-roadmap", "2021-11-15-strengthen-cooperation-in-security",
    }  # fmt: skip
    said = ask("attribution", "2021-10-tasnim-security-mou#14")
    assert "way: anadolu, Source » tasnimnews" in said.out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["dossier", "Soilu"], "Soylu"),
        (["bilateral", "iran", "Turkei"], "turkey"),
        (["compare", "2021-10-vahidi-soylu"], TALKS),
        (["sources", "security-mou"], MOU),
        (["attribution", "nowhere#1"], "communique quotes"),
        (["attribution", "nowhere"], "a#1"),
        (["who-met-whom", "--actor", "Soilu"], "Soylu"),
        (["spellings", "Soilu"], "Soylu"),
        (["citations", "--record", "jcpo"], "jcpoa"),
    ],
)
def test_what_nobody_is_called_is_told(ask: Call, words: list[str], told: str) -> None:
    said = ask(*words)
    assert said.code == 2
    assert told in said.err


@pytest.mark.parametrize(
    "words",
    [
        ["dossier", "Yildirim"],
        ["bilateral", "Yildirim", "iran"],
        ["network", "--actor", "YILDIRIM"],
        ["who-met-whom", "--actor", "yildirim"],
        ["meetings", "--actor", "Yıldırım"],
        ["meetings", "--outlet", "Yildirim"],
        ["sql", "whom-somebody-met", "--set", "actor=Yildirim"],
    ],
)
def test_where_two_answer_to_a_name_both_are_listed_and_nothing_is_answered(
    call: Call, loaded_copy_url: str, words: list[str]
) -> None:
    engine = create_engine(loaded_copy_url)
    with engine.begin() as connection:
        connection.execute(text(
            "INSERT INTO actor (slug, kind, name)"
            " VALUES ('other-yildirim', 'person', 'A. Yıldırım')"
        ))  # fmt: skip
        connection.execute(text(
            "INSERT INTO name (position, actor_id, text, folded, kind) SELECT 0, id, 'Yıldırım',"
            " 'yildirim', 'short' FROM actor WHERE slug = 'other-yildirim'"
        ))  # fmt: skip
    engine.dispose()
    said = call("--database", loaded_copy_url, *words)
    assert (said.code, said.out) == (2, "")
    assert "binali-yildirim" in said.err
    assert "other-yildirim" in said.err
