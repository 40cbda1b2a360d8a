"""A plan names each part that a load adds, changes or removes, old and new."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from communique.databases import engine_for
from communique.loading import load
from tests.loading.archives import TODAY, archive

if TYPE_CHECKING:
    from pathlib import Path

GUEST = "      - bo-berg\n"
SPOKE = "  - by: bo-berg\n    as_written: He\n    remarks:\n      - {indirect: talks would go on}\n"
SIGNED = "[anna-alund, {signer: bo-berg, office: foreign-minister-of-sweden}]"
FIGURE = '    figures: [{what: ships, value: "3", evidence: on Tuesday}]\n'
TITLE = "title: Talks in Oslo"
FISH = "  fisheries: {label: Fisheries}\n"
PLANS: dict[str, tuple[list[tuple[str, str]], dict[str, Any]]] = {
    "a title": ([(TITLE, "title: More talks")], {"meeting.title": ("Talks in Oslo", "More talks")}),
    "a participant": (
        [(GUEST, f"{GUEST}      - {{described_as: an aide, evidence: [Bo Berg, on Tuesday]}}\n")],
        {
            "participation[3]": (None, "an aide"),
            "participation[3].evidence[1]": (None, "Bo Berg"),
            "participation[3].evidence[2]": (None, "on Tuesday"),
        },
    ),
    "a proof of a part of a part": (
        [(SIGNED, SIGNED.replace("}]", ", evidence: They signed}]"))],
        {"agreement_action[2].signature[2].evidence[1]": (None, "They signed")},
    ),
    "outside knowledge": (
        [("evidence: which Norway had proposed", "evidence: [which Norway had proposed, {basis: outside, note: Known.}]")],
        {"agreement_action[1].evidence[2]": (None, "Known.")},
    ),
    "a subject": (
        [("    topics: [fisheries]\n", "")],
        {"meeting_topic[1]": ("fisheries", None)},
    ),
    "a quote and who said it": (
        [(SPOKE, "")],
        {
            "quote[2]": ("talks would go on", None),
            "quote[2].quote_speaker[1]": ("bo-berg, foreign-minister-of-sweden, sweden", None),
            "quote[2].evidence[1]": ("talks would go on", None),
        },
    ),
    "a figure": (
        [(f"    {TITLE}\n", f"    {TITLE}\n{FIGURE}")],
        {"figure[1]": (None, "ships"), "figure[1].evidence[1]": (None, "on Tuesday")},
    ),
    "a signature": (
        [(SIGNED, "[anna-alund]")],
        {"agreement_action[2].signature[2]": ("bo-berg, foreign-minister-of-sweden, sweden", None)},
    ),
    "a tenure": (
        [("    tenures:\n      - {office: foreign-minister-of-norway, ", "    tenures:\n      - {office: foreign-minister-of-sweden, since: 2020, until: 2021, evidence: which Norway}\n      - {office: foreign-minister-of-norway, ")],
        {
            "tenure[1].office_id": (("office", "foreign-minister-of-norway"), ("office", "foreign-minister-of-sweden")),
            "tenure[2]": (None, "foreign-minister-of-norway"),
        },
    ),
    "what a topic is part of": (
        [(FISH, FISH.replace("}", ", broader: trade}") + "  trade: {label: Trade}\n")],
        {"topic.broader_id": (None, ("topic", "trade"))},
    ),
    "a remark on the text": (
        [("  text_file", "  notes: [{kind: other, says: on Tuesday}]\n  text_file")],
        {"article_note[1]": (None, "other")},
    ),
}  # fmt: skip


def test_each_part_is_named_with_what_it_was_and_will_be(migrated_url: str, tmp_path: Path) -> None:
    engine = engine_for(migrated_url)
    load(engine, [archive(tmp_path / "a")], today=TODAY)
    for number, (edits, wanted) in enumerate(PLANS.values()):
        folder = archive(tmp_path / str(number), *edits)

        plan = load(engine, [folder], dry_run=True, today=TODAY)

        told = {name: (old, new) for each in plan.changes for name, old, new in each.fields}
        assert {name: told.get(name) for name in wanted} == wanted, sorted(told)
        assert plan.changed == 1


def test_only_what_differs_is_told(migrated_url: str, tmp_path: Path) -> None:
    engine = engine_for(migrated_url)
    load(engine, [archive(tmp_path / "a")], today=TODAY)
    told = []
    for number in (0, 1, 4, 6, 7, 9):
        edits, wanted = list(PLANS.values())[number]
        plan = load(engine, [archive(tmp_path / str(number), *edits)], dry_run=True, today=TODAY)
        told.append({name for each in plan.changes for name, *_ in each.fields} == set(wanted))

    assert all(told), told


def test_a_plan_is_told_in_the_order_of_kinds_and_slugs(migrated_url: str, tmp_path: Path) -> None:
    engine = engine_for(migrated_url)
    load(engine, [archive(tmp_path / "a", (FISH, FISH + "  z: {label: Z}\n"))], today=TODAY)
    edits = [(TITLE, "title: More"), (FISH, FISH.replace("}", "!}") + "  a: {label: A}\n")]

    plan = load(engine, [archive(tmp_path / "b", *edits)], prune=True, dry_run=True, today=TODAY)

    assert [(each.verb, each.kind, each.slug) for each in plan.changes] == [
        ("changed", "meeting", "oslo-talks"),
        ("added", "topic", "a"),
        ("changed", "topic", "fisheries"),
        ("removed", "topic", "z"),
    ]
    assert (plan.added, plan.changed, plan.removed, plan.unchanged) == (1, 2, 1, 9)
    assert plan.dry_run


def test_a_record_that_moved_to_another_line_is_unchanged_and_its_line_is_kept(
    migrated_url: str, tmp_path: Path
) -> None:
    engine = engine_for(migrated_url)
    load(engine, [archive(tmp_path / "a")], today=TODAY)
    for folder, edits, line in (("b", [(FISH, f"  # moved\n{FISH}")], 30), ("a", [], 29)):
        moved = load(engine, [archive(tmp_path / folder, *edits)], today=TODAY)

        assert (moved.changed, moved.unchanged) == (0, 11)
        with engine.connect() as connection:
            assert connection.scalar(text("SELECT source_line FROM topic")) == line
