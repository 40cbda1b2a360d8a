"""``show`` tells of every kind of record what there is to tell."""

from __future__ import annotations

import pytest

from communique.cli.tables import WIDTH
from tests.cli.conftest import Call

MOU = "2021-10-iran-turkey-security-mou"
TALKS = "2021-10-vahidi-soylu-tehran"
ROADMAP = "iran-turkey-long-term-cooperation-roadmap"
ARTICLE = "2021-10-tasnim-security-mou"

KINDS = ("incident", "meeting", "agreement", "actor", "office", "place", "topic", "article")
TOLD = {
    "suleyman-soylu": ["Suleyman Soylu", "Interior Minister of Turkey", "not before 6 Oct 2021",
                       "Vahidi receives", "Memorandum of", "fraternity", "Spellings by article",
                       "Süleyman Soylu; Soylu"],
    "turkey": ["Ankara", "Interior Minister", "Süleyman Soylu", "Party to"],
    TALKS: ["one of 6, 13, 20, 27 Oct 2021", "place: Tehran", "Ahmad Vahidi", "host", "signed"],
    MOU: ["status: signed", "Iran", "Turkey", "Süleyman Soylu", "Tehran", "MoU"],
    ARTICLE: ["no title printed", "some day 6 Oct to 14 Nov 2021", "Health of the text"],
    "interior-minister-of-iran": ["level: minister", "Ahmad Vahidi", "single holder: yes"],
    "place/tehran": ["kind: city", "Vahidi receives", "signed (planned)", "TEHRAN"],
    "2018-10-3rd-eurasian-parliament-speakers-meeting": ["on its sidelines", "ordinal: 3"],
    "jcpoa": ["withdrawn by United", "JCPOA", "The Iran nuclear deal"],
    ROADMAP: ["proposed by Iran", "may be the same as", "Tensions", "to prepare", "pulls apart"],
    "iran-turkey-mou-to-be-signed": ["may be the same as", "iran-turkey-long-term-"],
    "mevlut-cavusoglu": ["Tensions", "One speech, rendered", "unilateral"],
    "greek-fence": ["kilometre", "40", "Greece"],
    "pkk-conflict": ["1984 to now", "more than 40000"],
    "pkk": ["Incidents"],
    "counter-terrorism": ["Counter-terrorism", "Vahidi receives Soylu"],
}  # fmt: skip


@pytest.mark.parametrize("slug", TOLD)
def test_a_record_is_told_on_a_page(ask: Call, slug: str) -> None:
    said = ask("show", slug)
    assert said.code == 0, said.err
    for words in TOLD[slug]:
        assert words in said.out, words
    assert max(map(len, said.out.splitlines())) <= WIDTH


@pytest.mark.parametrize("slug", TOLD)
def test_a_record_is_one_value_for_programs(ask: Call, slug: str) -> None:
    told = ask("show", slug, "--format", "json").json
    assert told["record"] == slug.rpartition("/")[2]
    assert ask("show", slug, "--format", "jsonl").out.count("\n") == 1
    assert "evidence" not in told


def test_every_record_of_the_archive_can_be_shown(ask: Call) -> None:
    listed = ask(
        "sql",
        " UNION ALL ".join(f"SELECT '{kind}' AS kind, slug FROM {kind}" for kind in KINDS),
        "--format",
        "json",
    ).json
    for row in listed:
        said = ask("show", f"{row['kind']}/{row['slug']}")
        assert said.code == 0, said.err


def test_the_evidence_is_counted_and_printed_on_demand(ask: Call) -> None:
    assert "--evidence prints it" in ask("show", MOU).out
    assert "«where they signed the MoU» — " in ask("show", MOU, "--evidence").out
    told = ask("show", MOU, "--evidence", "--format", "json").json
    assert any(proof["excerpt"] == "where they signed the MoU" for proof in told["evidence"])


def test_the_evidence_is_told_by_what_it_proves(ask: Call) -> None:
    person = ask("show", "suleyman-soylu", "--evidence").out
    headings = ["Evidence of its tenures", "Evidence of its names"]
    assert all(f"\n{heading}\n- «" in person for heading in headings)
    meeting = ask("show", TALKS, "--evidence").out
    assert "\nEvidence\n- «On Wednesday»" in meeting
    article = " ".join(ask("show", ARTICLE, "--evidence").out.split())
    assert f"[315:340] (step of agreement/{MOU}, stated)" in article


def test_a_joint_statement_is_printed_once(ask: Call) -> None:
    page = ask("show", ARTICLE).out
    assert page.count("underlining their") == 1
    told = ask("show", ARTICLE, "--format", "json").json["quotes"]
    joint = [row["speaker"] for row in told if row["text"].startswith("underlining their")]
    assert joint == ["iran", "turkey"]


def test_a_tension_is_told_with_both_statements(ask: Call) -> None:
    told = ask("show", ROADMAP, "--format", "json").json["tensions"]
    assert "to-prepare-or-to-start-talks" in {row["tension"] for row in told}
    for row in told:
        assert row["excerpt"]
        assert row["other_excerpt"]
        assert (
            row["article"] != row["other_article"] or row["start_char"] != row["other_start_char"]
        )
    assert ask("show", MOU, "--format", "json").json["tensions"] == []


def test_kind_and_slug_name_a_record_too(ask: Call) -> None:
    assert ask("show", f"agreement/{MOU}").out == ask("show", MOU).out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["suleyman-soilu"], "suleyman-soylu"),
        (["agreement/suleyman-soylu"], "no record called"),
        (["person/suleyman-soylu"], "the kinds are actor"),
        ([MOU, "--format", "csv"], "--format json"),
    ],
)
def test_a_record_that_is_not_there_is_told(ask: Call, words: list[str], told: str) -> None:
    said = ask("show", *words)
    assert said.code == 2
    assert told in said.err


@pytest.mark.parametrize("name", ["soylu", "Süleyman Soylu", "SOYLU"])
def test_a_name_in_any_spelling_is_shown_where_it_is_one_records(
    name: str, call: Call, loaded_url: str
) -> None:
    said = call("--database", loaded_url, "show", name)

    assert said.code == 0
    assert said.out.startswith("Süleyman Soylu\nactor/suleyman-soylu")
