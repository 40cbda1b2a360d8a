"""Questions by name: one answer in SQL, in Python, on the command line and on the page."""

from __future__ import annotations

import re
import shlex
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

import communique
from communique import connect
from communique.databases import guarded_select
from communique.errors import UsageError
from communique.models import Base
from communique.queries import as_data
from communique.questions import Question, question, questions
from tests.cli.conftest import ask, call, here
from tests.test_schema import VIEWS

__all__ = ["ask", "call", "here"]

PAGE = Path(__file__).parents[1] / "docs/sql.md"
ALL = questions()
names = pytest.mark.parametrize("asked", ALL, ids=lambda asked: asked.name)
TWICE = [asked for asked in ALL if asked.python]
THRICE = [asked for asked in TWICE if asked.shell]
OTHER_VALUES = {
    "first-and-last-meeting": {"actor": "ahmad-vahidi", "other": "suleyman-soylu"},
    "whom-somebody-met": {"actor": "suleyman-soylu"},
    "agreements-that-bind-two": {"party": "turkey", "other": "iran"},
    "holder-of-an-office-on-a-day": {"office": "interior-minister-of-iran", "day": "2018-10-11"},
    "overdue-plans": {"day": "2021-11-20"},
    "meetings-in-a-place": {"place": "ankara"},
    "words-on-a-topic": {"topic": "security"},
    "known-on-a-day": {"day": "2017-12-31"},
}


def rows_of(url: str, sql: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    with connect(url) as session:
        found = session.execute(text(sql))
        return list(found.keys()), [tuple(map(as_data, row)) for row in found]


def test_there_are_forty_and_twenty_of_them_can_be_asked_in_three_ways() -> None:
    assert [asked.number for asked in ALL] == list(range(1, len(ALL) + 1))
    assert len(ALL) >= 40
    assert len(THRICE) >= 20
    assert len({asked.name for asked in ALL}) == len(ALL)


@names
def test_a_question_is_put_in_words_and_its_sql_runs_in_any_tool(asked: Question) -> None:
    assert asked.question.endswith("?")
    assert asked.theme
    assert asked.text.startswith(("SELECT", "WITH"))
    assert "ORDER BY" in asked.text or "count(" in asked.text
    assert not re.search(r"\blower\(|\bi?like\b|::|:[a-z]", asked.text, re.IGNORECASE)
    read = set(re.findall(r"\b(?:FROM|JOIN)\s+([a-z_]+)", asked.text))
    inner = set(re.findall(r"\bWITH(?: RECURSIVE)?\s+([a-z_]+)", asked.text))
    assert read - inner <= {*Base.metadata.tables, *VIEWS}


@names
def test_what_may_be_set_is_a_literal_of_its_own(asked: Question) -> None:
    literals = re.findall(r"'([^']*)'", asked.text)
    assert len(set(asked.settings.values())) == len(asked.settings)
    assert set(asked.settings.values()) <= set(literals)
    assert asked.sql() == asked.text


@names
def test_both_databases_give_the_answer_of_the_page(loaded_url: str, asked: Question) -> None:
    columns, rows = rows_of(loaded_url, asked.sql())
    assert rows
    section = PAGE.read_text(encoding="utf-8").partition(f"### {asked.number}. {asked.question}\n")
    shown = re.search(r"^```text\n(.*?)^```$", section[2], re.MULTILINE | re.DOTALL)
    assert shown
    head, _, *lines = shown[1].splitlines()
    assert [cell.strip() for cell in head.split(" | ")] == columns
    for line, row in zip(lines, rows, strict=False):
        cells = [cell.strip() for cell in line.split(" | ")]
        if not line.startswith("("):
            cells += [""] * (len(row) - len(cells))
            for cell, value in zip(cells, row, strict=True):
                assert str("" if value is None else value).startswith(cell.rstrip("… |"))
    cut = re.fullmatch(r"\((\d+) rows, of which these are (\d+)\)", lines[-1])
    assert len(rows) == (int(cut[1]) if cut else len(lines))


@pytest.mark.parametrize("asked", TWICE, ids=lambda asked: asked.name)
def test_python_has_the_same_answer(loaded_url: str, asked: Question) -> None:
    columns, rows = rows_of(loaded_url, asked.sql())
    assert asked.python
    with connect(loaded_url) as session:
        public = {name: getattr(communique, name) for name in communique.__all__}
        found = session.execute(eval(asked.python, public)).mappings().all()
    wanted = asked.compare or columns
    assert Counter(same(wanted, columns, rows)) == Counter(
        tuple(as_data(row[column]) for column in wanted) for row in found
    )


@pytest.mark.parametrize("asked", THRICE, ids=lambda asked: asked.name)
def test_the_command_line_has_the_same_answer(ask: Any, loaded_url: str, asked: Question) -> None:
    columns, rows = rows_of(loaded_url, asked.sql())
    program, *words = shlex.split(asked.shell or "")
    assert program == "communique"
    said = ask(*words, "--format", "json")
    assert said.code == 0, said.err
    wanted = asked.compare or columns
    assert Counter(same(wanted, columns, rows)) == Counter(
        tuple(row[column] for column in wanted) for row in said.json
    )


def same(
    wanted: list[str] | tuple[str, ...], columns: list[str], rows: list[Any]
) -> list[tuple[Any, ...]]:
    """The columns to compare: all, unless a question shows more than a row elsewhere holds."""
    places = [columns.index(column) for column in wanted]
    return [tuple(row[place] for place in places) for row in rows]


@names
def test_a_stranger_may_ask_it(loaded_url: str, asked: Question) -> None:
    answer = guarded_select(loaded_url, asked.sql())
    columns, rows = rows_of(loaded_url, asked.sql())
    assert list(answer.columns) == columns
    assert [tuple(map(as_data, row)) for row in answer.rows] == rows


@pytest.mark.parametrize("name", OTHER_VALUES)
def test_it_can_be_asked_of_others(ask: Any, name: str) -> None:
    words = [f"--set={key}={value}" for key, value in OTHER_VALUES[name].items()]
    told = ask("sql", name, *words, "--format", "json").json
    assert told
    changed = told != ask("sql", name, "--format", "json").json
    assert changed is (name != "agreements-that-bind-two")


def test_two_settings_may_change_places() -> None:
    swapped = question("agreements-that-bind-two").sql(party="turkey", other="iran")
    assert swapped.index("'turkey'") < swapped.index("'iran'")


def test_a_setting_takes_a_name_in_any_spelling(ask: Any) -> None:
    told = [
        ask("sql", "whom-somebody-met", "--set", f"actor={name}", "--format", "csv").out
        for name in ("suleyman-soylu", "SOYLU", "Süleyman Soylu")
    ]
    assert len(set(told)) == 1
    assert "Ahmad Vahidi" in told[0]


def test_numbers_and_underscores_name_a_question_too(ask: Any) -> None:
    told = {ask("sql", name, "--format", "csv").out for name in ("overdue-plans", "overdue_plans")}
    assert told == {ask("sql", "10", "--format", "csv").out}


def test_people_are_told_the_question_and_programs_are_not(ask: Any) -> None:
    asked = question("date-precision")
    assert ask("sql", asked.name).out.startswith(f"{asked.question}\n\nstatus")
    assert ask("sql", asked.name, "--format", "csv").out.startswith("status,")
    assert ask("sql", asked.name, "--print").out == f"{asked.text}\n"


def test_questions_are_listed_with_views_and_tables(ask: Any) -> None:
    listed = ask("sql", "--list", "--format", "json").json
    assert [row["name"] for row in listed if row["type"] == "question"] == [q.name for q in ALL]
    assert {row["type"] for row in listed} == {"table", "view", "question"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["overdue-plan"], 'did you mean "overdue-plans"'),
        (["zzzz"], "communique sql --list names them"),
        (["overdue-plans", "--set", "when=2021-12-31"], "can be set: day"),
        (["date-precision", "--set", "day=2021-12-31"], "can be set: nothing"),
        (["overdue-plans", "--set", "day=yesterday"], "write it as 2021-10-20"),
        (["overdue-plans", "--set", "day=2021-02-30"], "is no day"),
        (["overdue-plans", "--set", "day"], "write NAME=VALUE"),
        (["whom-somebody-met", "--set", "actor=Soilu"], "Soylu"),
        (["words-on-a-topic", "--set", "topic=organized-crime"], "organised-crime"),
        (["SELECT 1", "--set", "day=2021-12-31"], "go with a question's name"),
        (["SELECT 1", "--print"], "go with a question's name"),
        ([], "a question's name, or --list"),
    ],
)
def test_what_cannot_be_asked_is_told(ask: Any, words: list[str], told: str) -> None:
    said = ask("sql", *words)
    assert said.code == 2
    assert told in said.err


@pytest.mark.parametrize("value", ["x' OR '1'='1", "x\\", "x;y", "", "X", "x\n"])
def test_no_value_gets_out_of_its_literal(value: str) -> None:
    with pytest.raises(UsageError, match="is no slug"):
        question("whom-somebody-met").sql(actor=value)
