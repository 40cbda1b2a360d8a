"""A check-up: what must hold whoever wrote to the database, and what does not.

The loader lets none of this happen; a hand in the database, a copied file or a
broken disk may. A check that has nothing to look at says so and does not pass.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from communique.databases import database_of, translated
from communique.migrate import check_schema, require_latest

from .checks import CHECKS

if TYPE_CHECKING:
    from sqlalchemy import Engine

MOST = 20
"""Findings that one check tells; the rest are counted."""

INDEX = "the full-text index finds every word where it stands"


class Health(StrEnum):
    """How a check ended."""

    SOUND = "sound"
    WRONG = "wrong"
    NO_DATA = "no data"


class Finding(NamedTuple):
    """One check: its rule as a sentence, how it ended, and what was found against it."""

    rule: str
    health: Health
    found: tuple[str, ...]


def doctor(engine: Engine) -> list[Finding]:
    """Look at schema, storage and content, changing nothing; a finding for each check.

    Raises SchemaError when the database is at another revision than this program.
    """
    with translated(engine), engine.connect() as connection:
        with connection.begin():
            require_latest(connection)
        schema = check_schema(engine)
        found = [_finding("the schema is what its migrations made", bool(schema), schema, 1)]
        with database_of(connection).snapshot(connection):
            broken = database_of(connection).damage(connection)
            found.append(_finding("the storage is intact", bool(broken), broken, 1))
            for rule, check in CHECKS.items():
                looked_at, wrong = check(connection)
                found.append(_finding(rule, bool(wrong), wrong, looked_at))
        # By itself, because SQLite lets only a writer compare an index with its texts.
        looked_at, wrong = database_of(connection).full_text.damage(connection)
        found.append(_finding(INDEX, bool(wrong), wrong, looked_at))
    return found


def _finding(rule: str, wrong: bool, found: list[str], looked_at: int) -> Finding:
    if not looked_at:
        return Finding(rule, Health.NO_DATA, ())
    more = [f"and {len(found) - MOST} more"] if len(found) > MOST else []
    return Finding(rule, Health.WRONG if wrong else Health.SOUND, tuple(found[:MOST] + more))
