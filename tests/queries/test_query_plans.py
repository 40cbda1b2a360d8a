"""No question of the catalogue reads a large table from end to end, on either database.

The plans are read on an archive with real statistics. What is asked for a part of a table must
not read all of it: here a table is large from 5,000 rows on, half of what is promised.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from communique import queries as q
from tests.queries.catalogue import COMPOSED, FILTERED, LISTS, PAGES, VIEWS
from tests.queries.reading_plans import Asked, scans, sent, sizes

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

LARGE = 5_000

WHOLE: dict[str, tuple[str, Any]] = {
    "meetings": ("every meeting is listed", q.meetings),
    "signings": ("every signature is listed", q.signings),
    "who met whom": ("every meeting counts", q.who_met_whom),
    "co-signatories": ("every signature counts", q.co_signatories),
    "timeline": ("everything that happened is listed", q.timeline),
    "coverage": ("every proof is counted", q.coverage),
    "known_on": ("what each meeting rests on is looked at", lambda: q.meetings(known_on="2003")),
    "quotes since": ("a quote may be of any day before it was printed",
                     lambda: q.quotes(since="2003", until="2003")),
}  # fmt: skip
"""Questions whose answer is the whole of a table, or that ask something of each of its rows."""
COMPARED = {"find misspelt"}
"""What is written nowhere is compared with every name and title: the whole is the answer's."""
NEVER_RUN = {("sqlite", "statement speaker")}
"""SQLite plans the arm of quotes without a speaker, and never enters it: see below."""


@pytest.fixture
def size(large: Session) -> dict[str, int]:
    """Entries of each table and index."""
    return sizes(large)


def read_whole(session: Session, size: dict[str, int], asked: list[Asked]) -> list[str]:
    """What is read from end to end and is large."""
    return [
        f"{scan.table} by {scan.by}: {statement.sql}"
        for statement in asked
        for scan in scans(session, statement)
        if size.get(scan.by or scan.table, 0) > LARGE
    ]


def planned(session: Session, ask: Callable[[], Any]) -> list[Asked]:
    with sent(session) as asked:
        ask()
    assert asked
    return asked


@pytest.mark.parametrize("name", [*LISTS, *FILTERED])
def test_a_list_reads_what_it_answers(large: Session, size: dict[str, int], name: str) -> None:
    rows = {**LISTS, **FILTERED}[name]()
    asked = planned(large, lambda: large.execute(rows).all())
    assert read_whole(large, size, asked) == []


@pytest.mark.parametrize("name", [name for name in COMPOSED if name not in COMPARED])
def test_a_composed_answer_reads_what_it_answers(
    large: Session, size: dict[str, int], name: str
) -> None:
    asked = planned(large, lambda: COMPOSED[name](large))
    assert read_whole(large, size, asked) == []


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_asked_for_a_part_reads_that_part(
    large: Session, size: dict[str, int], name: str
) -> None:
    asked = planned(large, lambda: large.execute(text(VIEWS[name])).all())
    read = read_whole(large, size, asked)
    assert bool(read) == ((large.get_bind().dialect.name, name) in NEVER_RUN), read


@pytest.mark.parametrize("name", PAGES)
def test_a_page_goes_along_an_index(large: Session, size: dict[str, int], name: str) -> None:
    asked = planned(large, lambda: large.execute(PAGES[name]()).all())
    # It begins with the newest, and not with all offices of a level, however few they are.
    assert all(scan.table != "office" for each in asked for scan in scans(large, each))
    assert all("by ix_" in each or "slug" in each for each in read_whole(large, size, asked))


@pytest.mark.parametrize("name", WHOLE)
def test_the_other_questions_need_the_whole(
    large: Session, size: dict[str, int], name: str
) -> None:
    why, rows = WHOLE[name]
    asked = planned(large, lambda: large.execute(rows()).all())
    assert read_whole(large, size, asked), f"no longer true that {why}: move it to the catalogue"


def test_every_starter_is_in_the_catalogue() -> None:
    tried = {name.split()[0] for name in LISTS}
    starters = {"signings", "meetings", "attendances", "encounters", "agreements", "actions",
                "plans", "quotes", "holders", "incidents", "articles", "actors", "timeline",
                "coverage", "spellings", "engagements"}  # fmt: skip
    assert starters <= tried | {"agreement"}
    assert starters <= set(q.__all__)


def test_a_planned_scan_that_is_never_run_reads_nothing(large: Session) -> None:
    if large.get_bind().dialect.name != "sqlite":
        return
    driver: Any = large.connection().connection.driver_connection
    ticks: list[int] = []
    driver.set_progress_handler(lambda: ticks.append(1), 1_000)
    try:
        rows = large.execute(text(VIEWS["statement speaker"])).all()
    finally:
        driver.set_progress_handler(None, 0)
    assert rows
    assert len(ticks) < 100, "thousands of steps of SQLite's machine; all quotes are a million"


SCANS = ["SELECT * FROM meeting WHERE title = 'Talks 30-0'",
         "SELECT said.id FROM quote AS said WHERE said.folded = 'x'"]  # fmt: skip


@pytest.mark.parametrize("hidden", SCANS)
def test_a_scan_is_seen(large: Session, size: dict[str, int], hidden: str) -> None:
    asked = planned(large, lambda: large.execute(text(hidden)).all())
    assert read_whole(large, size, asked)
