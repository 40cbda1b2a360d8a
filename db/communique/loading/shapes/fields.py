"""The types of single fields: text becomes a word, a date, a slug, a number, or a complaint.

A validator raises `fault` with a stable code; the place is found from its path.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from functools import cache
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from ...codes import country_problem, language_problem
from ...dates import BackwardsDate, PartialDate
from ...errors import DateError
from ..complaints import shown
from ..gate import fault_in_name
from ..nodes import Null

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NUMBER = re.compile(r"[0-9]{1,9}")
_FIGURE = re.compile(r"-?[0-9]{1,30}(?:\.[0-9]{1,30})?")


def fault(code: str, message: str, hint: str | None = None) -> PydanticCustomError:
    """A complaint about one value; pydantic collects it with its path."""
    return PydanticCustomError(
        code,
        "{message}",
        {"message": message, "hint": hint},
    )


def as_text(value: Any) -> str:
    """Text that is really there."""
    if isinstance(value, Null):
        raise fault("E422", "empty", 'quote it if it is a name such as "Null", or drop the key')
    if not isinstance(value, str):
        kind = "a list" if isinstance(value, list) else "a mapping"
        raise fault("E426", f"text expected, {kind} found", "write one value")
    if not value.strip():
        raise fault("E422", "empty", "give the text, or drop the key")
    return value


def _as_name(value: Any) -> str:
    text = as_text(value)
    if found := fault_in_name(text):
        raise fault(found.code, found.message, found.hint)
    return text


def as_slug(value: Any) -> str:
    """A slug, or ``kind/slug``; whether it exists is asked later."""
    text = as_text(value)
    kind, _, slug = text.rpartition("/")
    if not _SLUG.fullmatch(slug) or (kind and not _SLUG.fullmatch(kind)):
        meant = "-".join(re.findall("[a-z0-9]+", slug.lower()))
        raise fault(
            "E407",
            f'"{shown(text)}" is not a slug',
            "use lower-case ASCII words joined by hyphens"
            + (f', for example "{meant}"' if meant else ""),
        )
    if len(slug) > 120:
        raise fault("E405", f"a slug of {len(slug)} characters; 120 is the most", "shorten it")
    return text


def _as_date(value: Any) -> PartialDate:
    text = as_text(value)
    try:
        return PartialDate(text)
    except BackwardsDate as error:
        raise fault("E435", error.message, error.hint) from None
    except DateError as error:
        raise fault("E431", error.message, error.hint) from None


def _as_flag(value: Any) -> bool:
    text = as_text(value)
    if text not in ("true", "false"):
        raise fault("E421", f'"{shown(text)}" is neither true nor false', "write true or false")
    return text == "true"


def _as_count(value: Any) -> int:
    text = as_text(value)
    if not _NUMBER.fullmatch(text) or int(text) < 1:
        raise fault("E421", f'"{shown(text)}" is not a number from 1', "write digits only")
    return int(text)


def _as_figure(value: Any) -> str:
    text = as_text(value)
    if not _FIGURE.fullmatch(text):
        raise fault(
            "E421",
            f'"{shown(text)}" is not a number',
            'write digits only, such as "182000" or "2.5", and put the rest into `unit`',
        )
    return text


def _as_country(value: Any) -> str:
    text = as_text(value)
    if problem := country_problem(text):
        raise fault("E409", problem.message, problem.hint)
    return text


def _as_language(value: Any) -> str:
    text = as_text(value)
    if problem := language_problem(text):
        raise fault("E409", problem.message, problem.hint)
    return text


def _as_wikidata(value: Any) -> str:
    if isinstance(value, Null) or value == "":
        raise fault("E511", "an empty identifier would join strangers", "drop the key")
    text = as_text(value)
    if not re.fullmatch(r"Q[1-9][0-9]{0,15}", text):
        digits = re.sub(r"\D", "", text)[:16].lstrip("0") or "42"
        raise fault("E513", f'"{shown(text)}" is not a Wikidata item', f"write Q{digits}")
    return text


def _as_link(value: Any) -> str:
    text = as_text(value)
    if not re.fullmatch(r"https?://[^\s<>\"]+", text):
        raise fault("E408", f'"{shown(text)}" is not a web address', "write http:// or https://")
    return text


def as_list(value: Any) -> Any:
    """A list, where a single value is a mistake."""
    if isinstance(value, Null):
        raise fault("E422", "empty", "give a list, or drop the key")
    if not isinstance(value, list):
        example = f", for example [{shown(value, 30)}]" if isinstance(value, str) else ""
        raise fault("E426", "a list is expected here", f"write a list{example}")
    return value


def as_mapping(value: Any) -> Any:
    """A mapping, where text or a list is a mistake."""
    if not isinstance(value, dict):
        found = (
            "nothing"
            if isinstance(value, Null)
            else ("a list" if isinstance(value, list) else f'"{shown(value, 30)}"')
        )
        raise fault(
            "E426", f"a mapping is expected here, {found} found", "write `key: value` lines"
        )
    return value


@cache
def word_of(vocabulary: type[StrEnum]) -> Callable[[Any], StrEnum]:
    """The reader of one closed vocabulary's words."""

    def read(value: Any) -> StrEnum:
        text = as_text(value)
        try:
            return vocabulary(text)
        except ValueError:
            from ...names import nearest

            words = [member.value for member in vocabulary]
            meant = nearest(text, words, limit=1)
            hint = (
                (f'did you mean "{meant[0]}"? ' if meant else "") + "use one of " + ", ".join(words)
            )
            raise fault("E404", f'"{shown(text)}" is not a known word', hint) from None

    return read


def _text_of(most: int) -> StringConstraints:
    return StringConstraints(max_length=most)


_TEXT_SCHEMA = WithJsonSchema({"type": "string"})
Prose = Annotated[str, BeforeValidator(as_text), _text_of(2_000)]
Words = Annotated[str, BeforeValidator(as_text), _text_of(1_000_000)]
Label = Annotated[str, BeforeValidator(_as_name), _text_of(500)]
Slug = Annotated[str, BeforeValidator(as_slug)]
Date = Annotated[
    PartialDate, PlainValidator(_as_date), WithJsonSchema({"type": "string", "format": "edtf"})
]
Flag = Annotated[bool, BeforeValidator(_as_flag)]
Number = Annotated[int, BeforeValidator(_as_count)]
Amount = Annotated[str, BeforeValidator(_as_figure)]
Country = Annotated[str, BeforeValidator(_as_country)]
Language = Annotated[str, BeforeValidator(_as_language)]
Wikidata = Annotated[str, BeforeValidator(_as_wikidata)]
Link = Annotated[str, BeforeValidator(_as_link)]
