"""What we promise to those who import us and to those who ask the views, as lines of text.

python -m tests.api > tests/api.txt     after a change that the changelog tells
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from typing import Any

from sqlalchemy import inspect as inspected

import communique
from communique.databases import database_of, engine_for

DOORS: dict[str, tuple[str, ...]] = {
    "communique": (),
    "communique.aio": ("connect_async",),
    "communique.databases": ("async_engine_for", "engine_for"),
    "communique.migrate": (),
    "communique.models": (),
    "communique.shipped": ("seeds_path",),
}
"""The modules whose names are promised: those named here, or else all of ``__all__``."""


def lines() -> Iterator[str]:
    """Each public name with its signature, then each view with its columns."""
    for door, names in DOORS.items():
        module = import_module(door)
        for name in names or sorted(module.__all__):
            if name != "__version__":
                yield from _about(f"{door}.{name}", getattr(module, name))
    yield from _views()


def _about(name: str, thing: Any) -> Iterator[str]:
    if inspect.isclass(thing):
        bases = ", ".join(base.__name__ for base in thing.__bases__ if base is not object)
        yield f"class {name}({bases})"
        if issubclass(thing, Enum):
            yield from (f"    {member.name} = {member.value!r}" for member in thing)
            return
        fields = getattr(thing, "_fields", None) or getattr(thing, "__dataclass_fields__", {})
        yield from (f"    {field}: {_annotation(thing, field)}" for field in fields)
        for member, value in sorted(vars(thing).items()):
            if not member.startswith("_") and member not in fields:
                yield f"    {member}{_signature(value)}"
    else:
        yield f"{name}{_signature(thing)}"


def _annotation(thing: Any, field: str) -> str:
    told = thing.__annotations__.get(field)
    return str(getattr(told, "__forward_arg__", told)).replace(",]", "]")


def _signature(thing: Any) -> str:
    if isinstance(thing, property):
        return ""
    try:
        told = str(inspect.signature(getattr(thing, "__func__", thing)))
        return told.replace("'", "").replace(",]", "]")  # as Pythons differ in writing them
    except (TypeError, ValueError):
        return ""


def _views() -> Iterator[str]:
    engine = engine_for("sqlite://")
    communique.upgrade(engine)
    with engine.connect() as connection:
        names = database_of(connection).names(connection)
        look = inspected(connection)
        for view in sorted(name for name, kind in names.items() if kind == "view"):
            columns = " ".join(str(column["name"]) for column in look.get_columns(view))
            yield f"view {view}: {columns}"
    engine.dispose()


if __name__ == "__main__":
    sys.stdout.write("".join(f"{line}\n" for line in lines()))
