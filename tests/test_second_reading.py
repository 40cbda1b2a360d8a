"""The records beside a reading by somebody who had not seen them: no difference is left over."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.second_reading.compare import Comparison, Score, compare, differences, report
from tests.second_reading.records import SECTIONS, Item, few

HOME = Path(__file__).parent / "second_reading"
NOTE = (HOME / "SETTLED.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare()


def settled() -> Iterator[tuple[str, str]]:
    """Each difference that the note settles, with the decision."""
    for line in NOTE.partition("\n## Differences\n")[2].splitlines():
        if line.startswith("- "):
            difference, _, decision = line[2:].partition(" — ")
            yield difference, decision


def agreed() -> Iterator[tuple[str, list[float]]]:
    """The figures of agreement that the note states, by kind."""
    for line in NOTE.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if cells[0] in SECTIONS and line.startswith("|"):
            yield cells[0], [float(cell.split()[0]) for cell in cells[1:5]]


def test_every_difference_is_settled_and_nothing_settled_is_gone(comparison: Comparison) -> None:
    assert comparison.differences
    assert sorted(difference for difference, _ in settled()) == sorted(
        map(str, comparison.differences)
    )


def test_every_decision_gives_its_reason() -> None:
    assert [line for line, decision in settled() if len(decision.split()) < 5] == []


def test_agreement_is_not_below_what_the_note_states(comparison: Comparison) -> None:
    stated = dict(agreed())
    assert list(stated) == list(SECTIONS)
    for section, figures in stated.items():
        score = comparison.total(section)
        found = [score.recall, score.precision, score.f1, score.alike]
        assert all(round(now, 2) >= then for now, then in zip(found, figures, strict=True)), (
            f"{section}: {found}, stated {figures}"
        )


def test_every_article_was_read_twice(comparison: Comparison) -> None:
    for section in ("spellings", "offices", "meetings", "quotes"):
        scores = [score for (kind, _), score in comparison.scores.items() if kind == section]
        assert len(scores) == 5
        assert all(score.records and score.reading for score in scores)


def test_the_script_prints_scores_and_differences(comparison: Comparison) -> None:
    ran = subprocess.run(
        [sys.executable, HOME / "compare.py"], capture_output=True, encoding="utf-8", check=True
    )
    assert ran.stdout.splitlines() == "\n".join(report(comparison)).splitlines()


def talks(words: str, start: int, **facts: str) -> Item:
    span = (start, start + len(words))
    return Item(
        "meetings", "000", words, (span,), {key: few(value) for key, value in facts.items()}
    )


@pytest.mark.parametrize(
    ("read", "found"),
    [
        ([talks("met in Tehran", 10, kind="talks")], []),
        ([talks("in Tehran", 14, kind="talks")], []),
        ([talks("met in Tehran", 10, kind="visit")], ["kind: visit; records: talks"]),
        (
            [talks("met in Ankara", 90, kind="talks")],
            ["only in the second reading", "only in the records"],
        ),
        ([], ["only in the records"]),
    ],
)
def test_a_planted_difference_is_found(read: list[Item], found: list[str]) -> None:
    held = [talks("met in Tehran", 10, kind="talks")]
    assert [each.what for each in differences(held, read)] == found


def test_scores_are_counted_from_both_sides() -> None:
    score = Score(records=4, records_found=3, reading=2, reading_found=1)
    assert (score.recall, score.precision, score.f1) == (0.75, 0.5, 0.6)
