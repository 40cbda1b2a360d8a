"""The JSON Schema of record files: what editors complete and check while a curator writes.

    python -m communique.loading.schema > seeds/schemas/record-file.json

It is made from the shapes that the loader reads with, so the two cannot drift apart.
Editors read YAML their own way: a number without quotation marks is a number to them
and text to us, so counts are allowed as both.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from .schema_words import ABOUT, KEYS
from .shapes import RecordFile, fields
from .shapes.base import one_or_many

_WORD: Final = "[a-z0-9]+(-[a-z0-9]+)*"
_DAY: Final = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
_ABOUT_DAY: Final = f"{_DAY}[?~%]?"
_ONE: Final = rf"({_DAY}\.\.{_DAY}|{_ABOUT_DAY})"
_SET: Final = rf"\[ *(\.\.{_DAY}|{_DAY}\.\.|{_ONE})( *, *{_ONE})*( *, *{_DAY}\.\.)? *\]"

SLUG: Final = f"^{_WORD}$"
REFERENCE: Final = f"^({_WORD}/)?{_WORD}$"
DATE: Final = (
    rf"^({_ABOUT_DAY}|{_ABOUT_DAY}/({_ABOUT_DAY}|\.\.)|\.\./{_ABOUT_DAY}|{_SET})$"
)

_READ_AS: Final[dict[Callable[..., Any], JsonSchemaValue]] = {
    fields.as_slug: {"pattern": REFERENCE, "maxLength": 120},
    fields._as_flag: {"type": "boolean"},
}
