"""The types of single fields: text becomes a word, a date, a slug, a number, or a complaint.

A validator raises `fault` with a stable code; the place is found from its path.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from functools import cache, lru_cache
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from ...codes import country_problem, language_problem
from ...dates import BackwardsDate, PartialDate
from ...errors import DateError
from ..complaints import shown
from ..gate import BLANK, Fault, bidi_in, fault_in_name
from ..nodes import Null

NO_TEXT = 'quote it if it is a name such as "Null", or drop the key'
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NUMBER = re.compile(r"[0-9]{1,9}")
_TIME = re.compile(r"[0-9]{1,3}(?::[0-9]{1,2}){1,2}(?:\.[0-9]+)?")
_FIGURE = re.compile(r"-?[0-9]{1,30}(?:\.[0-9]{1,30})?")


def fault(code: str, message: str, hint: str) -> PydanticCustomError:
    """A complaint about one value; pydantic collects it with its path."""
    return PydanticCustomError(
        code,
        "{message}",
        {"message": message, "hint": hint},
    )


def as_text(value: Any) -> str:
    """Text that is really there."""
    if isinstance(value, str) and value[:1] not in BLANK:  # nearly always
        return value
    if isinstance(value, Null):
        raise fault("E422", "empty", NO_TEXT)
    if not isinstance(value, str):
        kind = "a list" if isinstance(value, list) else "a mapping"
        raise fault("E426", f"text expected, {kind} found", "write one value")
    if not value.strip(BLANK):
        raise fault("E422", "empty", "give the text, or drop the key")
    return value


def _passed(text: str, found: Fault | None) -> str:
    if found:
        raise fault(found.code, found.message, found.hint)
    return text


def _as_name(value: Any) -> str:
    if isinstance(value, str) and value.isascii() and value.isprintable() and value[:1].isalnum():
        return value  # nearly always: it has nothing to be asked about
    text = as_text(value)
    if "\t" in text:  # which looks like spaces; a slug is no slug then
        raise fault("E104", "control character U+0009 in a name", "write a space")
    return _passed(text, fault_in_name(text))


def _as_prose(value: Any) -> str:
    """Text that is shown to readers and stands in no article."""
    text = as_text(value)
    return _passed(text, bidi_in(text))


def _as_value(value: Any) -> str:
    """Text that a field types: no field of ours is a time of day, which YAML has for 12:30:45."""
    text = as_text(value)
    if _TIME.fullmatch(text):
        raise fault(
            "E424",
            f'"{shown(text)}" is a time of day',
            "no key takes one; drop it, or keep the day",
        )
    return text


def _as_identifier(value: Any) -> str:
    if isinstance(value, Null) or (isinstance(value, str) and not value.strip(BLANK)):
        raise fault("E511", "an empty identifier would join strangers", "drop the key")
    return _as_name(value)


def as_slug(value: Any) -> str:
    """A slug, or ``kind/slug``; whether it exists is asked later."""
    return _slug(value) if isinstance(value, str) else _as_value(value)


@lru_cache(maxsize=10_000)
def _slug(value: str) -> str:
    text = _as_value(value)
    _passed(text, fault_in_name(text))
    kind, _, slug = text.rpartition("/")
    if not _SLUG.fullmatch(slug) or (kind and not _SLUG.fullmatch(kind)):
        meant = "-".join(re.findall("[a-z0-9]+", slug[:120].lower()))
        raise fault(
            "E407",
            f'"{shown(text)}" is not a slug',
            "use the letters a to z, digits, and hyphens between words"
            + (f', for example "{meant}"' if meant else ""),
        )
    if len(slug) > 120:
        raise fault("E405", f"a slug of {len(slug)} characters; 120 is the most", "shorten it")
    return text


def as_own_slug(value: Any) -> str:
    """The slug under which a record stands: of its kind, which its section says already."""
    text = as_slug(value)
    kind, _, slug = text.rpartition("/")
    if kind:
        raise fault("E407", f'"{shown(text)}" is not a slug', f'write "{slug}"')
    if text == "none":
        message = '"none" is not a slug: where a slug may stand, it says that there is nothing'
        raise fault("E407", message, "give the record another slug")
    return text


def _as_date(value: Any) -> PartialDate:
    return _date(_as_value(value))


@lru_cache(maxsize=4_096)
def _date(text: str) -> PartialDate:
    try:
        return PartialDate(text)
    except BackwardsDate as error:
        raise fault("E435", error.message, error.hint or "") from None
    except DateError as error:
        raise fault("E431", error.message, error.hint or "") from None


def _as_day(value: Any) -> PartialDate:
    found = _as_date(value)
    if found.earliest is None and found.latest is None:
        raise fault(
            "E434",
            f'"{shown(found.edtf)}" leaves both ends open',
            'give a limit, for example "[..2021-10-20]"',
        )
    return found


def _as_flag(value: Any) -> bool:
    text = _as_value(value)
    if text not in ("true", "false"):
        raise fault("E421", f'"{shown(text)}" is neither true nor false', "write true or false")
    return text == "true"


def _as_count(value: Any) -> int:
    text = _as_value(value)
    if not _NUMBER.fullmatch(text) or int(text) < 1:
        raise fault(
            "E421", f'"{shown(text)}" is not a number from 1 to 999,999,999', "write digits only"
        )
    return int(text)


def _as_figure(value: Any) -> str:
    text = _as_value(value)
    if not _FIGURE.fullmatch(text):
        raise fault(
            "E421",
            f'"{shown(text)}" is not a number',
            'write digits only, such as "182000" or "2.5", and put the rest into `unit`',
        )
    return text


def _as_country(value: Any) -> str:
    text = _as_value(value)
    if problem := country_problem(text):
        raise fault("E409", problem.message, problem.hint)
    return text


def _as_language(value: Any) -> str:
    text = _as_value(value)
    if problem := language_problem(text):
        raise fault("E409", problem.message, problem.hint)
    return text


def _as_wikidata(value: Any) -> str:
    text = _as_identifier(value)
    if not re.fullmatch(r"Q[1-9][0-9]{0,15}", text):
        digits = re.sub("[^0-9]", "", text)[:16].lstrip("0")
        cure = f"write Q{digits}" if digits else "write Q and its number, for example Q42"
        raise fault("E513", f'"{shown(text)}" is not a Wikidata item', cure)
    return text


def _as_link(value: Any) -> str:
    text = as_text(value)
    if not re.fullmatch(r"https?://[^\s<>\"/?#][^\s<>\"]*", text):
        cure = "write the whole address, from http:// or https:// on, without spaces"
        raise fault("E408", f'"{shown(text)}" is not a web address', cure)
    return _passed(text, fault_in_name(text))


@cache
def word_of(vocabulary: type[StrEnum]) -> Callable[[Any], StrEnum]:
    """The reader of one closed vocabulary's words."""
    members = {member.value: member for member in vocabulary}

    def read(value: Any) -> StrEnum:
        if isinstance(value, str) and (member := members.get(value)) is not None:
            return member
        from ...names import nearest

        text, words = as_text(value), list(members)
        meant = nearest(text, words, limit=1)
        hint = (f'did you mean "{meant[0]}"? ' if meant else "") + "use one of " + ", ".join(words)
        raise fault("E404", f'"{shown(text)}" is not a known word', hint)

    return read


def _text_of(most: int) -> StringConstraints:
    """How long a text may be: asked behind its reader, which therefore stands last."""
    return StringConstraints(max_length=most)


Prose = Annotated[str, _text_of(2_000), BeforeValidator(_as_prose)]
Words = Annotated[str, _text_of(1_000_000), BeforeValidator(as_text)]
Body = Annotated[str, _text_of(5_000_000), BeforeValidator(as_text)]
Label = Annotated[str, _text_of(500), BeforeValidator(_as_name)]
Slug = Annotated[str, BeforeValidator(as_slug)]
OwnSlug = Annotated[str, BeforeValidator(as_own_slug)]
Date = Annotated[
    PartialDate, PlainValidator(_as_date), WithJsonSchema({"type": "string", "format": "edtf"})
]
Day = Annotated[
    PartialDate, PlainValidator(_as_day), WithJsonSchema({"type": "string", "format": "edtf"})
]
"""A date with a limit at one end at least."""
Flag = Annotated[bool, BeforeValidator(_as_flag)]
Number = Annotated[int, BeforeValidator(_as_count)]
Amount = Annotated[str, BeforeValidator(_as_figure)]
Country = Annotated[str, BeforeValidator(_as_country)]
Language = Annotated[str, BeforeValidator(_as_language)]
Wikidata = Annotated[str, BeforeValidator(_as_wikidata)]
Link = Annotated[str, _text_of(2_000), BeforeValidator(_as_link)]
Identifier = Annotated[str, _text_of(500), BeforeValidator(_as_identifier)]
