"""A run that had all the memory there was leaves some for what ends it."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING, Any

import pytest

from communique import load, upgrade
from communique.databases import engine_for
from communique.databases.sqlite import Sqlite
from communique.loading import run, spare
from communique.loading.outgoing import Outgoing
from communique.loading.survey import Survey
from tests.loading.archives import TODAY, archive

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> list[weakref.ref[bytearray]]:
    """What was ever kept back, as long as it is."""
    kept: list[weakref.ref[bytearray]] = []

    class Kept(bytearray):
        def __init__(self, size: int) -> None:
            super().__init__(size)
            kept.append(weakref.ref(self))

    monkeypatch.setattr(spare, "bytearray", Kept, raising=False)
    return kept


def test_memory_is_kept_back_and_given_back_when_an_error_passes(
    kept: list[weakref.ref[bytearray]],
) -> None:
    @spare.sparing
    def work() -> None:
        held = kept[0]()
        assert held is not None
        assert len(held) == spare.SPARE
        del held
        raise MemoryError

    with pytest.raises(MemoryError) as told:
        work()

    assert told.tb is not None  # its frames are still there, and hold nothing of it
    assert kept[0]() is None


@pytest.mark.parametrize(("error", "is_let_go"), [(MemoryError, True), (ValueError, False)])
def test_what_is_looped_over_is_closed_where_there_is_some_memory_again(
    kept: list[weakref.ref[bytearray]], error: type[Exception], is_let_go: bool
) -> None:
    closed: list[bool] = []

    def things() -> Iterator[int]:
        try:
            yield 1
        finally:
            closed.append(kept[0]() is None)

    @spare.letting_go
    def take(_thing: int) -> None:
        raise error

    @spare.sparing
    def work() -> None:
        for thing in things():
            take(thing)

    with pytest.raises(error):
        work()
    assert closed == [is_let_go]


def test_what_an_inner_run_let_go_is_kept_for_the_outer_one(
    kept: list[weakref.ref[bytearray]],
) -> None:
    @spare.sparing
    def inner() -> None:
        raise ValueError

    @spare.sparing
    def outer() -> None:
        with pytest.raises(ValueError, match=r"^$"):
            inner()
        assert kept[0]() is not None
        assert kept[1]() is None

    outer()
    assert kept[0]() is None


def no_memory(*_: object, **__: object) -> None:
    raise MemoryError


@pytest.mark.parametrize(
    ("body", "loop"),
    [
        ((Survey, "add"), (run, "read")),
        ((run, "resolve"), (Survey, "windows")),
        ((Sqlite, "insert_many"), (Outgoing, "batches")),
    ],
    ids=["reading", "resolving", "writing"],
)
def test_each_loop_of_a_load_is_left_where_there_is_some_memory_again(
    kept: list[weakref.ref[bytearray]], body: tuple[Any, str], loop: tuple[Any, str],
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    engine = engine_for(sqlite_url)
    upgrade(engine)
    looped, left = getattr(*loop), list[bool]()

    def watched(*given: Any) -> Iterator[Any]:
        try:
            yield from looped(*given)
        finally:
            left.append(kept[-1]() is not None)  # what an outer function keeps stays

    monkeypatch.setattr(*loop, watched)
    monkeypatch.setattr(*body, no_memory)
    with pytest.raises(MemoryError):
        load(engine, [archive(tmp_path / "a")], today=TODAY)
    assert left[-1:] == [False]
