"""Rules across records: each with an archive that breaks it, and a near miss that does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.loading.archives import codes, complaints

if TYPE_CHECKING:
    from pathlib import Path

NORWAY = 'since: "[..2024-03-05]", until: "[2024-03-05..]"'
SWEDEN = 'since: 2023, until: "2024"'
MINE = "      - {office: foreign-minister-of-norway, "
THEIRS = "      - {office: foreign-minister-of-sweden, "


def both_swedish(one: str, other: str) -> list[tuple[str, str]]:
    """Anna Ålund and Bo Berg as foreign ministers of Sweden, with these dates."""
    second = f"{THEIRS}{one}, evidence: Foreign Minister Anna Ålund of Norway}}\n"
    return [(MINE, second + MINE), (SWEDEN, other)]


OVERLAPS = {
    "certainly": ("since: 2020-01-01, until: 2024-01-01", "since: 2023-01-01, until: 2024-12-31", "E441"),
    "one still in office": ("since: 2020-01-01, until: ..", "since: 2023-01-01, until: 2024-12-31", "E441"),
    "by a handover on one day": ("since: 2020-01-01, until: 2023-01-01", "since: 2023-01-01, until: 2024-12-31", None),
    "by two days": ("since: 2020-01-01, until: 2023-01-02", "since: 2023-01-01, until: 2024-12-31", "E441"),
    "possibly": ("since: 2020-01-01, until: 2023-06", "since: 2023, until: 2024-12-31", "W441"),
    "not at all": ("since: 2020, until: 2022", "since: 2023, until: 2024", None),
    "as open attestations": ('since: "[..2020-05-05]"', 'since: "[..2024-01-01]", until: "[2024-03-05..]"', None),
    "without an end": ("since: 2020-01-01", "since: 2023-01-01, until: 2024-12-31", "W442"),
}  # fmt: skip


@pytest.mark.parametrize("name", OVERLAPS)
def test_two_holders_of_one_office_overlap(name: str, tmp_path: Path) -> None:
    one, other, code = OVERLAPS[name]

    found = complaints(
        tmp_path / "a",
        *both_swedish(one, other),
        ("      - {actor: anna-alund, office: foreign-minister-of-norway, role: host}\n", ""),
        ("[anna-alund, {signer", "[{signer"),
        (
            '  - by: anna-alund\n    meeting: oslo-talks\n    remarks:\n      - {direct: "We are glad,", nth: 1}\n',
            "",
        ),
    )

    assert codes(found) == ([code] if code else []), [str(each) for each in found]


STEP = "      - kind: signed\n        status: done\n        meeting: oslo-talks\n"


def ratified(date: str) -> tuple[str, str]:
    step = f"      - {{kind: ratified, status: done, date: {date}, evidence: They signed}}\n"
    return (STEP, step + STEP)


def test_an_agreement_is_not_ratified_before_it_is_signed(tmp_path: Path) -> None:
    assert codes(complaints(tmp_path / "a", ratified("2024-03-01"))) == ["E445"]
    assert codes(complaints(tmp_path / "b", ratified("2024-03"))) == []
    assert codes(complaints(tmp_path / "c", ratified("2024-03-05"))) == []


def test_records_do_not_go_in_a_circle(tmp_path: Path) -> None:
    places = (
        "  oslo: {name: Oslo, kind: city, country: NO}",
        "  oslo: {name: Oslo, kind: city, country: NO, inside: norway-country}\n"
        "  norway-country: {name: Norway, kind: country, inside: oslo}",
    )
    found = complaints(tmp_path / "a", places)

    assert codes(found) == ["E506"]
    assert "norway-country -> oslo -> norway-country" in found[0].message


def planned(tmp_path: Path, plan: str, outcome: str) -> list[str]:
    second = (
        "  oslo-plan:\n    title: Talks to come\n    kind: talks\n"
        f"    status: {plan}\n    evidence: talks would go on\nagreements:\n"
    )
    return codes(complaints(
        tmp_path, ("agreements:\n", second), ("    place: oslo\n", f"    place: oslo\n{outcome}"),
    ))  # fmt: skip


def test_what_fulfils_a_plan_has_happened_and_the_plan_was_one(tmp_path: Path) -> None:
    later = "planned\n    date: 2024-03-06"

    assert planned(tmp_path / "a", later, "    fulfils: oslo-plan\n") == []
    assert planned(tmp_path / "b", "held\n    date: 2024-03-05", "    fulfils: oslo-plan\n") == [
        "E446"
    ]


def test_a_plan_is_not_fulfilled_before_it_is_first_reported(tmp_path: Path) -> None:
    earlier = ("    date: 2024-03-05\n", "    date: 2024-02-01\n")
    second = (
        "  oslo-plan:\n    title: Talks to come\n    kind: talks\n    status: planned\n"
        "    date: 2024\n    evidence: talks would go on\nagreements:\n"
    )
    found = complaints(
        tmp_path / "a", ("agreements:\n", second), earlier,
        ("    place: oslo\n", "    place: oslo\n    fulfils: oslo-plan\n"),
    )  # fmt: skip

    assert codes(found) == ["E447"]


def test_an_article_cannot_prove_what_was_held_after_it_appeared(tmp_path: Path) -> None:
    early = ("published: 2024-03-05", "published: 2024-03-01")

    found = complaints(tmp_path / "a", early)

    assert set(codes(found)) == {"E448"}
    assert "participants" not in " ".join(each.path for each in found)
    assert (
        codes(complaints(tmp_path / "b", ("published: 2024-03-05", 'published: "[2024-03-01..]"')))
        == []
    )


TERMS = {
    "the third reaches into the first": (["2020-01-01/2024-12-31", "2021-01-01/2021-02-01", "2023-01-01/2023-02-01"], 2),
    "one after another": (["2020-01-01/2020-12-31", "2021-01-01/2021-12-31", "2022-01-01/2022-12-31"], 0),
    "each into the next": (["2020-01-01/2021-06-30", "2021-01-01/2022-06-30", "2022-01-01/2022-12-31"], 2),
    "the same person again": (["2020-01-01/2024-12-31", "again", "2023-01-01/2023-02-01"], 1),
}  # fmt: skip


@pytest.mark.parametrize("name", TERMS)
def test_each_holder_is_held_against_the_longest_earlier_one(name: str, tmp_path: Path) -> None:
    spans, wanted = TERMS[name]
    actors = ""
    for number, span in enumerate(spans):
        since, _, until = span.partition("/")
        term = "      - {{office: chair, since: {}, until: {}, evidence: Bo Berg}}\n"
        if span == "again":
            actors += term.format("2022-01-01", "2022-02-01")
            continue
        actors += (
            f"  h{number}:\n    kind: person\n"
            f"    name: {{text: Holder {number}, evidence: {{basis: outside, note: x}}}}\n"
            f"    tenures:\n{term.format(since, until)}"
        )
    office = "offices:\n  chair: {title: Chair, level: official}\n"

    found = complaints(tmp_path / "a", ("offices:\n", actors + office))

    assert codes(found) == ["E441"] * wanted


def test_a_step_is_not_done_at_a_meeting_that_did_not_take_place(tmp_path: Path) -> None:
    found = complaints(tmp_path / "a", ("    status: held", "    status: planned"))

    assert "E449" in codes(found)


def test_a_meeting_comes_after_another_of_its_own_day(tmp_path: Path) -> None:
    second = (
        "agreements:\n",
        "  second-talks:\n    title: More talks\n    kind: talks\n    status: held\n"
        "    date: 2024-03-0{}\n    after: oslo-talks\n    evidence: on Tuesday\nagreements:\n",
    )

    assert codes(complaints(tmp_path / "a", (second[0], second[1].format(5)))) == []
    apart = complaints(
        tmp_path / "b",
        (second[0], second[1].format(4)),
        ("published: 2024-03-05", "published: 2024-03-08"),
    )
    assert codes(apart) == ["E450"]


def test_a_file_that_cannot_be_read_makes_no_complaint_about_what_it_names(tmp_path: Path) -> None:
    other = "topics:\n  fisheries: {label: Treaty #5}\n"
    moved = ("topics:\n  fisheries: {label: Fisheries}\n", "")

    found = complaints(tmp_path / "a", moved, files={"topics.yaml": other})

    assert codes(found) == ["E202"]
