"""What all shapes share: unknown keys are refused, and shorthands are spelled out first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema


class Shape(BaseModel):
    """One mapping of a record file."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=False)


@dataclass(frozen=True)
class ShortFor(BeforeValidator):
    """A shorthand that the JSON Schema shows too: text, or the mapping that it stands for."""

    key: str = ""

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        whole = handler(core)
        text = handler.resolve_ref_schema(whole)["properties"][self.key]
        return {"anyOf": [dict(text), whole]}


def short_for(key: str) -> ShortFor:
    """A bare text stands for a mapping that holds it under this key."""
    return ShortFor(lambda value: {key: value} if isinstance(value, str) else value, key=key)


def one_or_many(value: Any) -> Any:
    """A single value stands for a list of one."""
    return value if isinstance(value, list) else [value]
