"""Tables in narrow places, stored text that would act on a terminal, and values as JSON."""

from __future__ import annotations

import json
from datetime import date

import pytest
from rich.console import Console

from communique.cli.answers import Answer, as_json
from communique.cli.column import field
from communique.cli.proofs import lines
from communique.cli.safe import one_line, safe, safe_json
from communique.cli.tables import NARROWEST, fitting, foldable, rendered
from communique.vocabulary import Level

HOSTILE = "a\x1b[31mred\x07\x9b\u202ereversed\u2066\u200b\x00\U000e0041\ud800"


def page(answer: Answer, width: int, *names: str) -> list[str]:
    console = Console(width=width, color_system=None)
    with console.capture() as captured:
        for part in rendered(answer, [field(name.title(), name) for name in names], width):
            console.print(part)
    return captured.get().splitlines()


def test_no_column_is_squeezed_to_nothing() -> None:
    widths = fitting(["Long", "Short", "Other"], [["x" * 500, "yes", "y " * 100]], 80)
    assert widths is not None
    assert sum(widths) + 4 <= 80
    assert widths[1] == len("Short")
    assert min(widths[0], widths[2]) >= NARROWEST


def test_a_narrow_terminal_gets_lines_instead_of_columns() -> None:
    row = {"one": "word " * 20, "two": "word " * 20, "three": "word " * 20}
    lines = page(Answer(list(row), [row]), 30, *row)
    assert lines[0].startswith("One: word")
    assert max(map(len, lines)) <= 30


def test_wide_letters_count_as_two() -> None:
    assert fitting(["Name"], [["外交部"]], 80) == [6]


def test_a_slug_is_broken_behind_a_hyphen() -> None:
    assert (
        foldable("2021-10-iran-turkey-security-mou", 12) == "2021-10-\niran-turkey-\nsecurity-mou"
    )
    assert foldable("a short one", 12) == "a short one"


@pytest.mark.parametrize("clean", [safe, one_line])
def test_no_stored_text_acts_on_a_terminal(clean: object) -> None:
    told = clean(HOSTILE)  # type: ignore[operator]
    assert told.isprintable()
    assert told.startswith("a\\x1b[31mred\\x07\\x9b\\u202ereversed\\u2066\\u200b\\x00")
    told.encode()


def test_ordinary_text_stays_as_it_is() -> None:
    text = "Süleyman Soylu – «اصفهان» “quoted” ١٢\u200c\u00a0!"
    assert safe(text) == text
    assert one_line("one\n\ttwo") == "one two"


def test_json_is_safe_and_says_the_same() -> None:
    told = safe_json(json.dumps(HOSTILE, ensure_ascii=False))
    assert told.isprintable()
    assert json.loads(told) == HOSTILE


def test_values_become_json_types() -> None:
    told = as_json({"name": "Süleyman", "days": [date(2021, 10, 6), Level.MINISTER, None, 3]})
    assert told == '{"name": "Süleyman", "days": ["2021-10-06", "minister", null, 3]}'


def test_a_hostile_record_is_harmless_in_a_table() -> None:
    lines = page(Answer(["name"], [{"name": HOSTILE}]), 80, "name")
    assert all(line.isprintable() for line in lines)


def test_a_proof_says_where_and_how() -> None:
    proof = {
        "article": "an-article", "start_char": 3, "end_char": 9, "excerpt": "signed\x1b",
        "basis": "inferred", "field": "date", "note": "A note.", "inherited_from": "meeting",
    }  # fmt: skip
    assert lines([proof]) == [
        "«signed\\x1b» — an-article [3:9] (inferred, date, of its meeting, note: A note.)"
    ]
    outside = proof | {"article": None, "excerpt": None, "basis": "outside", "field": None}
    assert lines([outside]) == ["outside knowledge (of its meeting, note: A note.)"]
    assert lines([]) == ["(no evidence recorded)"]
