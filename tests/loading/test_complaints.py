"""Each wrong input gets its code at its line, and a hint at the right thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.loading import check
from tests.loading.archives import TODAY, archive, codes, complaints

if TYPE_CHECKING:
    from pathlib import Path


def test_the_archive_itself_is_clean(tmp_path: Path) -> None:
    report = check([archive(tmp_path / "a")], today=TODAY)

    assert report.complaints == ()
    assert report.records["quote"] == 2
    assert report.records["meeting"] == 1


WRONG = {
    # syntax
    "text behind a hash": ("title: Talks in Oslo", "title: Treaty #5 signed", "E202", "quote"),
    "a key twice": ("    kind: mou", "    kind: mou\n    kind: mou", "E203", "first at"),
    "a folded text": ("title: Talks in Oslo", "title: >\n      Talks", "E213", "|-"),
    "a colon": ("title: Talks in Oslo", "title: Talks: the end", "E201", "colon"),
    "an anchor": ("title: Talks in Oslo", "title: &a Talks", "E301", "quote"),
    "a tag": ("title: Talks in Oslo", "title: !!str Talks", "E302", "quote"),
    "a merge key": ("    title: Talks in Oslo", "    <<: {}\n    title: x", "E208", "write"),
    # shapes
    "an unknown key": ("    actions:", "    acitons:", "E401", "did you mean actions?"),
    "an unknown section": ("\nquotes:", "\nqoutes:", "E401", "did you mean quotes?"),
    "a comma in a flow value": (
        "says: on Tuesday, supports: date",
        "says: on, Tuesday",
        "E401",
        "quote",
    ),
    "a missing key": ("    kind: talks\n", "", "E402", "add `kind:`"),
    "an unknown word": ("kind: talks", "kind: talsk", "E404", 'did you mean "talks"?'),
    "no party": ("parties: [norway, sweden]", "parties: []", "E406", None),
    "a slug with capitals": ("  oslo: {", "  Oslo: {", "E407", "oslo"),
    "a country by name": ("country: SE", "country: Sweden", "E409", "SE"),
    "two modes of speech": ("{indirect: talks", "{direct: x, indirect: talks", "E410", "keep"),
    "a flag of another kind": (
        "of: norway}",
        "of: norway, single_holder: yes}",
        "E421",
        "true or false",
    ),
    "an empty title": ("title: Talks in Oslo", "title:", "E422", "drop the key"),
    "a null title": ("title: Talks in Oslo", "title: Null", "E422", "quote it"),
    "text for a list": ("topics: [fisheries]", "topics: fisheries", "E426", "[fisheries]"),
    # dates
    "an impossible day": (
        "date: 2024-03-05\n",
        "date: 2024-02-30\n",
        "E431",
        "February 2024 has 29 days",
    ),
    "a backward interval": ("date: 2024-03-05\n", "date: 2024-03-05/2024-03-01\n", "E435", None),
    "a future day": ("date: 2024-03-05\n", "date: 2031-03-05\n", "E436", "planned"),
    # offices
    "an office never held": (
        "office: foreign-minister-of-norway, role",
        "office: foreign-minister-of-sweden, role",
        "E443",
        "tenure",
    ),
    "an office held at another time": (
        'since: 2023, until: "2024"',
        'since: 2021, until: "2022"',
        "E443",
        "tenure",
    ),
    # references
    "an unknown slug": ("place: oslo", "place: olso", "E501", "oslo"),
    "a slug of another kind": ("place: oslo", "place: norway", "E502", None),
    "a self reference": (
        "    place: oslo",
        "    place: oslo\n    part_of: oslo-talks",
        "E505",
        None,
    ),
    "not a party": ("- bo-berg\n    evidence", "- bo-berg\n    evidence", "", None),
    "a name twice": ("names: [Ålund]", "names: [Ålund, Ålund]", "E510", "drop"),
    "an empty identifier": ("name: Bo Berg", 'name: Bo Berg\n    wikidata: ""', "E511", "drop"),
    "a wrong identifier": ("name: Bo Berg", "name: Bo Berg\n    wikidata: 42", "E513", "Q42"),
    # provenance
    "no evidence": (
        "    evidence:\n      - met her counterpart Bo Berg in Oslo\n      - {says: on Tuesday, supports: date, basis: inferred}\n",
        "",
        "E601",
        "evidence",
    ),
    "an unknown article": (
        "{says: on Tuesday, supports: date",
        "{article: olso, says: on Tuesday, supports: date",
        "E602",
        "oslo",
    ),
    "another digest": (
        "text_file: oslo.txt",
        "text_file: oslo.txt\n  text_sha256: " + "0" * 64,
        "E603",
        None,
    ),
    "one letter changed": (
        "met her counterpart Bo Berg in Oslo",
        "met her counterpart Bo Borg in Oslo",
        "E604",
        "met her counterpart Bo Berg in Oslo",
    ),
    "straight quotes": (
        "signed a “memorandum of understanding” on",
        'signed a "memorandum of understanding" on',
        "E604",
        "They signed a “memorandum of understanding” on fisheries",
    ),
    "half a word": (
        "evidence: which Norway had proposed",
        "evidence: which Norway had propose",
        "E604",
        "whole word",
    ),
    "standing twice": (
        '{direct: "We are glad,", nth: 1}',
        '{direct: "We are glad,"}',
        "E606",
        "nth",
    ),
    "nth too great": ("nth: 1", "nth: 3", "E605", None),
    "outside without a note": (
        "basis: outside, note: The text names her minister only.",
        "basis: outside",
        "E607",
        "note",
    ),
    "an ellipsis": ("indirect: talks would go on", "indirect: talks … go on", "E610", "utterance"),
    # files
    "a text outside": ("text_file: oslo.txt", "text_file: ../secret.txt", "E803", "beside"),
    "a text that is missing": ("text_file: oslo.txt", "text_file: olso.txt", "E801", None),
}
del WRONG["not a party"]


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_input_is_told_where_it_stands(name: str, tmp_path: Path) -> None:
    old, new, code, hint = WRONG[name]

    found = complaints(tmp_path / "a", (old, new))

    told = [complaint for complaint in found if complaint.code == code]
    assert told, f"wanted {code}, got {[str(each) for each in found]}"
    lines = (tmp_path / "a" / "oslo.yaml").read_text().splitlines()
    assert 1 <= told[0].line <= len(lines)
    assert told[0].file.endswith("a/oslo.yaml")
    assert hint is None or hint in (told[0].hint or "") + told[0].message, str(told[0])


@pytest.mark.parametrize("name", ["one letter changed", "an unknown word", "an office never held"])
def test_a_complaint_stands_at_the_line_of_the_mistake(name: str, tmp_path: Path) -> None:
    old, new, code, _ = WRONG[name]

    found = complaints(tmp_path / "a", (old, new))

    told = next(complaint for complaint in found if complaint.code == code)
    lines = (tmp_path / "a" / "oslo.yaml").read_text().splitlines()
    assert new.strip() in lines[told.line - 1]
    assert told.column > 1


def test_every_problem_of_a_run_is_told_at_once_and_in_order(tmp_path: Path) -> None:
    found = complaints(
        tmp_path / "a",
        ("place: oslo", "place: olso"),
        ("kind: mou", "kind: muo"),
        ("talks would go on", "talks would go off"),
        files={"broken.yaml": "a: [", "stray.yml": ""},
    )

    assert set(codes(found)) == {"E201", "E404", "E501", "E604", "E806"}
    assert [(each.file, each.line) for each in found] == sorted(
        (each.file, each.line) for each in found
    )


def test_a_refused_record_raises_no_second_complaint_where_it_is_referred_to(
    tmp_path: Path,
) -> None:
    found = complaints(
        tmp_path / "a", ("  bo-berg:\n    kind: person", "  bo-berg:\n    kind: parson")
    )

    assert codes(found) == ["E404"]


def test_two_possible_offices_stop_the_load_and_are_listed(tmp_path: Path) -> None:
    second = '\n      - {office: foreign-minister-of-norway, since: "2020", evidence: her counterpart Bo Berg}'
    found = complaints(
        tmp_path / "a",
        ("evidence: her counterpart Bo Berg}", "evidence: her counterpart Bo Berg}" + second),
    )

    ambiguous = [each for each in found if each.code == "E444"]
    assert len(ambiguous) == 2  # as a participant, and as a speaker
    assert "foreign-minister-of-norway, foreign-minister-of-sweden" in ambiguous[0].message


def test_an_excerpt_of_another_article_is_told_to_be_there(tmp_path: Path) -> None:
    other = "article:\n  text_file: other.txt\n"
    found = complaints(
        tmp_path / "a",
        ("met her counterpart Bo Berg in Oslo", "the sea was calm"),
        files={"other.yaml": other, "other.txt": "That day the sea was calm."},
    )

    assert codes(found) == ["E604"]
    assert "but in other" in found[0].message
    assert found[0].hint == "give `article: other`"


def test_one_slug_in_two_files_names_both_places(tmp_path: Path) -> None:
    found = complaints(
        tmp_path / "a", files={"second.yaml": "topics:\n  fisheries: {label: Fish}\n"}
    )

    assert codes(found) == ["E503", "E704"]  # and it says otherwise
    assert "oslo.yaml:" in found[0].message
    assert found[0].file.endswith("second.yaml")


def test_one_spelling_of_two_actors_warns_and_both_load(tmp_path: Path) -> None:
    twin = "  bo-berg-ii: {kind: person, name: {text: BO BERG, evidence: {says: Bo Berg}}}\n"
    found = complaints(tmp_path / "a", ("offices:\n", twin + "offices:\n"))

    assert codes(found) == ["W509"]


def test_certain_holders_of_one_office_cannot_overlap(tmp_path: Path) -> None:
    held = "{office: foreign-minister-of-sweden, since: 2023-01-01, until: 2024-06-01, evidence: her counterpart Bo Berg}"
    found = complaints(
        tmp_path / "a",
        (
            '{office: foreign-minister-of-sweden, since: 2023, until: "2024", evidence: her counterpart Bo Berg}',
            held,
        ),
        (
            "    names: [Ålund]\n    tenures:\n",
            f"    names: [Ålund]\n    tenures:\n      - {held}\n",
        ),
    )

    assert "E441" in codes(found)
    message = next(each.message for each in found if each.code == "E441")
    assert "from 2023-01-01 to 2024-06-01" in message


def test_a_folder_with_a_stray_file_alone_gets_one_complaint(tmp_path: Path) -> None:
    (tmp_path / "topics.yml").write_text("topics: {}\n")
    (tmp_path / "notes.txt").write_text("of no concern")

    (told,) = check([tmp_path]).complaints

    assert (told.code, told.line, told.column) == ("E806", 1, 1)


def test_a_path_that_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    assert codes(list(check([tmp_path / "nowhere"]).complaints)) == ["E801"]
    assert codes(list(check([tmp_path / "empty"]).complaints)) == ["E802"]
