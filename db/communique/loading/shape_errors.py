"""What a shape has against a record, in our codes and words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel, ValidationError

from ..names import nearest
from .complaints import shown
from .nodes import Null
from .shapes.fields import NO_TEXT

Path = tuple[str | int, ...]


class Fault(NamedTuple):
    """A complaint that has no place yet."""

    code: str
    message: str
    hint: str


def faults_of(shape: type[BaseModel], error: ValidationError) -> Iterator[tuple[Path, Fault, bool]]:
    """Each fault with its path, and whether it is about the key and not its value."""
    for each in error.errors(include_url=False, include_input=True):
        path: Path = each["loc"]
        kind, given, context = each["type"], each["input"], each.get("ctx", {})
        if kind == "extra_forbidden":
            yield path, _unknown_key(shape, path, given), True
        elif kind == "missing":
            key = str(path[-1])
            yield path[:-1], Fault("E402", f"`{key}` is missing", f"add `{key}:`"), False
        else:
            yield path, _fault(kind, given, context), False


def _fault(kind: str, given: Any, context: dict[str, Any]) -> Fault:
    if kind in ("list_type", "model_type"):
        return _no_list(given) if kind == "list_type" else _no_mapping(given)
    if isinstance(given, str) and kind in ("too_long", "string_too_long"):
        many = f"{len(given):,} characters; {context['max_length']:,} is the most"
        return Fault("E405", many, "shorten it")
    if kind in ("too_short", "too_long"):
        due = context.get("min_length") or context.get("max_length")
        least = "at least" if kind == "too_short" else "at most"
        some = f"{context['actual_length']} in this list, where {least} {due} must be"
        more = "add what is missing" if kind == "too_short" else "keep only what belongs here"
        return Fault("E406", some, more)
    if kind == "string_pattern_mismatch":
        message = f'"{shown(given)}" is not a SHA-256 digest'
        return Fault("E423", message, "write 64 hexadecimal digits in lower case, or drop the key")
    return Fault(kind, context["message"], context["hint"])


def _no_list(given: Any) -> Fault:
    if isinstance(given, Null):
        return Fault("E422", "empty", "give a list, or drop the key")
    example = f", for example [{shown(given, 30)}]" if isinstance(given, str) else ""
    return Fault("E426", "a list is expected here", f"write a list{example}")


def _no_mapping(given: Any) -> Fault:
    if isinstance(given, Null):
        return Fault("E422", "empty", NO_TEXT)
    found = "a list" if isinstance(given, list) else f'"{shown(given, 30)}"'
    return Fault("E426", f"a mapping is expected here, {found} found", "write `key: value` lines")


def _unknown_key(shape: type[BaseModel], path: Path, value: Any) -> Fault:
    key = str(path[-1])
    known = sorted(_keys_at(shape, path[:-1]))
    meant = nearest(key, known, limit=1)
    if meant:
        hint = f"did you mean {meant[0]}?"
    elif not isinstance(value, str | list | dict):  # {says: 182,000 people}: a comma cut the value
        hint = "quote the value before it, because a comma inside braces begins a new key"
    else:
        hint = "known here: " + ", ".join(known)
    return Fault("E401", f'unknown key "{shown(key)}"', hint)


def _keys_at(shape: type[BaseModel], path: Path) -> set[str]:
    for step in path:
        if isinstance(step, str):
            shape = _shape_in(shape.model_fields[step].annotation)
    return set(shape.model_fields)


def _shape_in(annotation: Any) -> type[BaseModel]:
    """The shape inside a list, an option or a shorthand: it comes first in each."""
    while not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
        annotation = get_args(annotation)[0]
    return annotation
