"""What every part of a record has in common: a position, unique within its parent."""

from __future__ import annotations

from typing import Any

from sqlalchemy import CheckConstraint, UniqueConstraint


def part_of(
    parent: str, comment: str, *rules: Any, also: tuple[str, ...] | None = None
) -> tuple[Any, ...]:
    """Table arguments of a part: unique position, further rules, the table's comment."""
    unique = (UniqueConstraint(*also),) if also else ()
    return (UniqueConstraint(f"{parent}_id", "position"), *unique, *rules, {"comment": comment})


def span_rules() -> tuple[CheckConstraint, ...]:
    """Offsets count from zero, and a span holds at least one character."""
    return (
        CheckConstraint("start_char >= 0", name="span_starts_in_the_text"),
        CheckConstraint("start_char < end_char", name="span_is_not_empty"),
    )
