"""Rules that few files meet: each with the input that meets it."""

from __future__ import annotations

import json
from contextlib import AbstractContextManager
from pathlib import Path
from typing import BinaryIO

import pytest
from sqlalchemy import text

from communique.databases import engine_for
from communique.errors import CuratedDataError
from communique.loading import check, load
from communique.loading.complaints import Complaints, shown
from communique.loading.files import Source, content
from communique.loading.watched import Watched
from tests.loading.archives import TEXT, TODAY, archive, codes, complaints

PLAN = "  plan: {title: T, kind: talks, status: planned, date: 2024, evidence: talks would go on}\n"
SIGNED = "kind: signed\n        status: done\n"


def inline(folder: Path) -> Path:
    """The small archive with its text in the record file."""
    block = "".join(f"    {line}\n" for line in TEXT.splitlines())
    return archive(folder, ("  text_file: oslo.txt\n", f"  text: |\n{block}"))


def test_a_text_inside_the_record_is_as_good_as_a_file(migrated_url: str, tmp_path: Path) -> None:
    engine = engine_for(migrated_url)
    load(engine, [archive(tmp_path / "file")], today=TODAY)
    with engine.connect() as connection:
        held = connection.execute(text("SELECT text, text_sha256 FROM article_text JOIN article ON article.id = article_id")).one()  # fmt: skip

    outcome = load(engine, [inline(tmp_path / "inline")], today=TODAY)

    assert (outcome.changed, outcome.unchanged) == (1, 10)
    assert [each.fields for each in outcome.changes] == [(("article.text_file", "oslo.txt", None),)]
    with engine.connect() as connection:
        assert connection.execute(text("SELECT text, text_sha256 FROM article_text JOIN article ON article.id = article_id")).one() == held  # fmt: skip


def test_a_report_parts_errors_from_warnings(tmp_path: Path) -> None:
    twin = "  bo-berg-ii: {kind: person, name: {text: BO BERG, evidence: {says: Bo Berg}}}\n"
    report = check([archive(tmp_path / "a", ("offices:\n", twin + "offices:\n"), ("kind: mou", "kind: muo"))], today=TODAY)  # fmt: skip

    assert codes(list(report.errors)) == ["E404"]
    assert codes(list(report.warnings)) == ["W509"]
    assert report.errors[0].as_dict()["code"] == "E404"


MET = {
    "an article's slug twice, once wrong": (("place: oslo", "place: oslo"), {"z.yaml": "article: {slug: oslo}\nquotes: [{by: x, remarks: [{direct: y}]}]\n"}, ["E503"]),
    "a record twice, once no mapping": (("place: oslo", "place: oslo"), {"z.yaml": "topics:\n  fisheries: x\n"}, ["E426", "E503"]),
    "a record twice, first no mapping": (("place: oslo", "place: oslo"), {"a.yaml": "topics:\n  fisheries: x\n"}, ["E426", "E503"]),
    "a plan that was refused": (("agreements:\n", PLAN.replace("planned", "plannd") + "agreements:\n"), {}, ["E404"]),
    "a mention of nothing about an actor": (("quotes:\n", "mentions:\n  - {of: anna-alund, says: Anna Ålund}\nquotes:\n"), {}, ["E402"]),
    "an incident of an unknown actor": (("agreements:\n", "incidents:\n  i: {title: I, kind: other, actors: [{actor: nobody, role: other}], evidence: on Tuesday}\nagreements:\n"), {}, ["E501"]),
    "a fulfilled step of no agreement": ((SIGNED, SIGNED + "        fulfils: nothing\n"), {}, ["E501"]),
    "an unknown meeting": (("        meeting: oslo-talks\n", "        meeting: oslo-talk\n"), {}, ["E501"]),
    "keys of no record": (("place: oslo", "place: oslo"), {"topics/x.yaml": "colour: x\n"}, ["E401", "E402"]),
}  # fmt: skip


@pytest.mark.parametrize("name", MET)
def test_it_is_told_once_and_where_it_stands(name: str, tmp_path: Path) -> None:
    edit, files, wanted = MET[name]

    assert codes(complaints(tmp_path / "a", edit, files=files)) == wanted


def test_what_rests_on_a_refused_record_is_not_told_again(tmp_path: Path) -> None:
    fulfils = ("    place: oslo\n", "    place: oslo\n    fulfils: plan\n")
    refused = ("agreements:\n", PLAN.replace("kind: talks", "kind: tlks") + "agreements:\n")
    other = "agreements:\n  plans: {title: P, kind: muo, parties: [norway], actions: []}\n"

    assert codes(complaints(tmp_path / "a", fulfils, refused)) == ["E404"]
    assert codes(complaints(tmp_path / "b", (SIGNED, SIGNED + "        fulfils: plans\n"), files={"z.yaml": other})) == ["E404"]  # fmt: skip


def test_a_plan_rests_on_its_own_proofs_only(tmp_path: Path) -> None:
    earlier = ("    date: 2024-03-05\n", "    date: 2024-02-01\n")
    fulfils = ("    place: oslo\n", "    place: oslo\n    fulfils: plan\n")
    plan = PLAN.replace("evidence: talks would go on", "participants: [{described_as: both, evidence: talks would go on}], evidence: {basis: outside, note: x}")  # fmt: skip

    assert codes(complaints(tmp_path / "a", ("agreements:\n", plan + "agreements:\n"), earlier, fulfils)) == []  # fmt: skip


def test_a_proof_that_appeared_too_early_is_told_at_its_mention_or_figure(tmp_path: Path) -> None:
    figure = ("    place: oslo\n", '    place: oslo\n    figures: [{what: x, value: "1", evidence: {article: early, says: early words}}]\n')  # fmt: skip
    early = "article: {text_file: early.txt, published: 2024-01-01}\nmentions:\n  - {of: oslo-talks, says: early words}\n"
    found = complaints(
        tmp_path / "a", figure, files={"early.yaml": early, "early.txt": "Some early words."}
    )

    assert codes(found) == ["E448", "E448"]
    for each in found:
        assert "early words" in Path(each.file).read_text().splitlines()[each.line - 1]


def test_no_office_and_no_side_may_be_said(tmp_path: Path) -> None:
    found = complaints(
        tmp_path / "a",
        ("      - bo-berg\n", "      - {actor: bo-berg, office: none, on_behalf_of: none}\n"),
    )

    assert found == []


def test_an_excerpt_with_a_word_too_many_says_so(tmp_path: Path) -> None:
    (told,) = complaints(
        tmp_path / "a",
        ("met her counterpart Bo Berg in Oslo", "met her dear counterpart Bo Berg in Oslo"),
    )

    assert "the article has no" in told.message or "the article has" in told.message
    assert "met her counterpart Bo Berg in Oslo" in (told.hint or "")


def test_a_circle_of_the_database_is_no_fault_of_the_files(
    migrated_url: str, tmp_path: Path
) -> None:
    engine = engine_for(migrated_url)
    (tmp_path / "t").mkdir()
    file = tmp_path / "t" / "t.yaml"
    file.write_text("topics:\n  a: {label: A}\n  b: {label: B}\n")
    load(engine, [file], today=TODAY)
    with engine.begin() as connection:
        for slug, above in (("a", "b"), ("b", "a")):
            connection.execute(text(f"UPDATE topic SET broader_id = (SELECT id FROM topic WHERE slug = '{above}') WHERE slug = '{slug}'"))  # fmt: skip
    file.write_text("topics:\n  c: {label: C, broader: a}\n")

    assert load(engine, [file], today=TODAY).added == 1
    file.write_text("topics:\n  a: {label: A, broader: b}\n")
    with pytest.raises(CuratedDataError) as refused:
        load(engine, [file], today=TODAY, overwrite=True)
    assert [each.code for each in refused.value.complaints] == ["E506"]


def test_a_file_that_goes_before_it_is_read_is_told(tmp_path: Path) -> None:
    found = Complaints()

    assert content(Source("gone.yaml", tmp_path / "gone.yaml", tmp_path), found, Watched(), 9) is None  # fmt: skip
    assert codes(list(found)) == ["E801"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("plain", "plain"),
        ("x" * 80, "x" * 80),
        ("x" * 81, "x" * 79 + "…"),
        ("a\x1b\u202e\U000e0001\n\t", "a\\x1b\\u202e\\U000e0001\\n\\t"),
        ("\u202e" * 50, "\\u202e" * 13 + "…"),
        ("a" + "\u202e" * 50, "a" + "\\u202e" * 13 + "…"),
        ("\u202e" + "a" * 100, "\\u202e" + "a" * 73 + "…"),
    ],
)
def test_input_is_shown_cut_and_escaped(text: str, wanted: str) -> None:
    assert shown(text) == wanted


def test_input_is_cut_where_it_is_told_to_be() -> None:
    assert [shown("abcdef", limit) for limit in (4, 5, 6)] == ["abc…", "abcd…", "abcdef"]


PLANNED = "- {kind: ratified, status: planned, date: 2025, evidence: talks would go on}\n      "
MORE = {
    "a step with a place of its own": (SIGNED, SIGNED + "        place: oslo\n"),
    "a step that fulfils the only plan": ("- kind: signed\n        status: done\n", PLANNED + "- kind: signed\n        status: done\n        fulfils: fisheries-mou\n"),
    "a step that fulfils a plan by its number": ("- kind: signed\n        status: done\n", PLANNED + '- kind: signed\n        status: done\n        fulfils: "#2"\n'),
    "a party that is given": ("{signer: bo-berg, office", "{signer: bo-berg, party: sweden, office"),
    "a party by its country": ("  bo-berg:\n    kind: person\n", "  bo-berg:\n    kind: person\n    country: SE\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", MORE)
def test_it_is_right(name: str, tmp_path: Path) -> None:
    edits = [MORE[name]]
    if "country" in name:
        edits += [(", of: sweden}", "}"), ("office: foreign-minister-of-sweden}]", "office: foreign-minister-of-sweden}]")]  # fmt: skip

    assert [str(each) for each in complaints(tmp_path / "a", *edits)] == []


def test_a_signature_of_nobody_is_refused(tmp_path: Path) -> None:
    nobody = ("[anna-alund, {signer: bo-berg, office", "[{party: norway}, {signer: bo-berg, office")

    assert codes(complaints(tmp_path / "a", nobody)) == ["E402"]


def test_a_plan_that_an_undated_article_reports_forbids_nothing(tmp_path: Path) -> None:
    fulfils = ("    place: oslo\n", "    place: oslo\n    fulfils: plan\n")
    undated = ("  published: 2024-03-05\n", "")

    assert codes(complaints(tmp_path / "a", ("agreements:\n", PLAN + "agreements:\n"), fulfils, undated)) == []  # fmt: skip


def test_a_long_excerpt_that_differs_at_its_end_is_explained(tmp_path: Path) -> None:
    long = json.dumps(TEXT[:230] + "zzz", ensure_ascii=False)
    (told,) = complaints(tmp_path / "a", ("      - met her counterpart Bo Berg in Oslo\n", f"      - {long}\n"))  # fmt: skip

    assert told.code == "E604"
    assert (told.hint or "").startswith('the closest passage is: "Foreign Minister')


def test_a_file_that_goes_while_it_is_loaded_stops_the_load(
    migrated_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, read = archive(tmp_path / "a"), Watched.read

    def read_and_delete(self: Watched, path: Path, most: int) -> bytes:
        held = read(self, path, most)
        path.unlink()
        return held

    monkeypatch.setattr(Watched, "read", read_and_delete)
    with pytest.raises(CuratedDataError) as refused:
        load(engine_for(migrated_url), [folder], today=TODAY)
    assert {each.code for each in refused.value.complaints} == {"E309"}


def test_a_file_that_cannot_be_read_does_not_hide_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Watched.opened

    def fails(self: Watched, path: Path) -> AbstractContextManager[BinaryIO]:
        if path.name == "broken.yaml":
            raise OSError(5, "Input/output error")
        return opened(self, path)

    monkeypatch.setattr(Watched, "opened", fails)
    found = complaints(tmp_path / "a", ("kind: mou", "kind: muo"), files={"broken.yaml": "x"})

    assert [each.code for each in found] == ["E801", "E404"]
    assert found[0].message == "cannot be read: Input/output error"


def test_a_tension_between_quotes_needs_a_known_article(tmp_path: Path) -> None:
    between = 'tensions:\n  t: {{between: [{{of: quote, article: {}, says: "We are glad,"}}, {{of: oslo-talks, says: on Tuesday}}]}}\nquotes:\n'

    assert codes(complaints(tmp_path / "a", ("quotes:\n", between.format("oslo")))) == []
    assert codes(complaints(tmp_path / "b", ("quotes:\n", between.format("olso")))) == ["E501"]
    assert codes(complaints(tmp_path / "c", ("quotes:\n", between.format("oslo").replace("of: oslo-talks", "of: nothing")))) == ["E501"]  # fmt: skip


def test_what_is_planned_may_lie_ahead(tmp_path: Path) -> None:
    later = PLAN.replace("date: 2024", "date: 2031-05-05")
    step = ("    actions:\n", "    actions:\n      - {kind: ratified, status: planned, date: 2031, evidence: They signed}\n")  # fmt: skip

    assert complaints(tmp_path / "a", ("agreements:\n", later + "agreements:\n"), step) == []


def test_the_second_of_two_speakers_is_told_where_he_stands(tmp_path: Path) -> None:
    carl = ("offices:\n", "  carl: {kind: person, name: {text: Carl Dahl, evidence: {says: He}}}\noffices:\n")  # fmt: skip
    both = ("  - by: bo-berg\n    as_written: He\n", "  - by: [bo-berg, carl]\n")

    assert [(each.code, each.path) for each in complaints(tmp_path / "a", carl, both)] == [
        ("W614", "quotes[1].by[1]")
    ]
    told = ("    as_written: He\n    remarks:\n", "    remarks:\n")
    proof = ("talks would go on}\n", "talks would go on, evidence: {says: He added, supports: speaker}}\n")  # fmt: skip
    assert complaints(tmp_path / "b", carl, ("by: bo-berg", "by: carl"), told, proof) == []


@pytest.mark.parametrize("name", ["ANNA ALUND", "foreign minister of norway"])
def test_case_accents_and_an_office_name_somebody_too(name: str, tmp_path: Path) -> None:
    folder = archive(
        tmp_path / "a",
        files={
            "z.yaml": "article: {text_file: z.txt}\nquotes:\n  - by: anna-alund\n    remarks: [{direct: Yes}]\n",
            "z.txt": f"Yes, said {name}.",
        },
    )

    assert check([folder], today=TODAY).complaints == ()


@pytest.mark.parametrize(
    ("name", "key"), [("meetings/m", "topics: [fisheries]"), ("incidents/m", "actors: [{actor: norway, role: other}]")]
)  # fmt: skip
def test_a_file_of_one_record_may_have_a_key_that_is_a_section_elsewhere(
    name: str, key: str, tmp_path: Path
) -> None:
    record = f"title: M\nkind: {'talks' if 'topics' in key else 'other'}\n{key}\nevidence: {{basis: outside, note: x}}\n"
    record += "status: held\ndate: 2024\n" if "topics" in key else ""

    assert not complaints(tmp_path / "a", files={f"{name}.yaml": record})
    assert codes(complaints(tmp_path / "b", files={f"{name}.yaml": "topics:\n  t: {label: A}\n"})) == ["E412"]  # fmt: skip
