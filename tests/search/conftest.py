"""A migrated database of each test's own, to write passages into."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.databases import engine_for, writing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection


@pytest.fixture
def connection(migrated_url: str) -> Iterator[Connection]:
    """An open writing transaction, on either database."""
    with writing(engine_for(migrated_url)).begin() as connection:
        yield connection
