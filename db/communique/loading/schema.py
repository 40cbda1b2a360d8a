"""The JSON Schema of record files: what editors complete and check while a curator writes.

    python -m communique.loading.schema > seeds/schemas/record-file.json

It is made from the shapes that the loader reads with, so that the two cannot drift apart.
A number without quotation marks is text to the loader and a number to an editor: counts
may therefore be written either way.
"""

from __future__ import annotations

import json
import sys
from typing import Any, Final, get_args

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from .shapes import RecordFile, fields
from .shapes.base import one_or_many

_WORDS: Final = "[a-z0-9]+(-[a-z0-9]+)*"
_DAY: Final = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
_ABOUT: Final = f"{_DAY}[?~%]?"
_ONE: Final = rf"({_DAY}\.\.{_DAY}|{_ABOUT})"
_SET: Final = rf"\[(\.\.{_DAY}|{_DAY}\.\.|{_ONE})(, *{_ONE})*(, *{_DAY}\.\.)?\]"
SLUG: Final = f"^{_WORDS}$"
REFERENCE: Final = f"^({_WORDS}/)?{_WORDS}$"
DATE: Final = rf"^({_ABOUT}|{_ABOUT}/({_ABOUT}|\.\.)|\.\./{_ABOUT}|{_SET})$"

_COMMON: Final[dict[str, JsonSchemaValue]] = {
    "date": {"type": "string", "format": "edtf", "pattern": DATE},
    "reference": {"type": "string", "pattern": REFERENCE, "maxLength": 128},
}
"""Types that many keys share, by the name under which the schema holds them."""

_READ: Final[dict[Any, JsonSchemaValue]] = {
    get_args(kind)[-1].func: schema
    for kind, schema in (
        (fields.Slug, _COMMON["reference"]),
        (fields.OwnSlug, {"type": "string", "pattern": SLUG, "maxLength": 120}),
        (fields.Flag, {"type": "boolean"}),
        (fields.Number, {"type": ["integer", "string"], "minimum": 1, "pattern": "^[0-9]{1,9}$"}),
        (
            fields.Amount,
            {"type": ["number", "string"], "pattern": r"^-?[0-9]{1,30}(\.[0-9]{1,30})?$"},
        ),
        (fields.Country, {"type": "string", "pattern": "^[A-Z]{2}$"}),
        (fields.Language, {"type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"}),
        (fields.Wikidata, {"type": "string", "pattern": "^Q[1-9][0-9]{0,15}$"}),
        (fields.Link, {"type": "string", "pattern": r"^https?://[^\s<>\"/?#][^\s<>\"]*$"}),
    )
}
"""What the readers of single values take, by reader; of other readers the type says it all."""

_RULES: Final[dict[str, JsonSchemaValue]] = {
    "Article": {"not": {"required": ["text", "text_file"]}},
    "Participant": {"anyOf": [{"required": [key]} for key in ("actor", "office", "described_as")]},
    "Signature": {"anyOf": [{"required": [key]} for key in ("signer", "office", "described_as")]},
    "Remark": {
        "oneOf": [
            {"required": [key]} for key in ("direct", "direct_unmarked", "indirect", "fragment")
        ]
    },
    "Evidence": {
        "if": {"required": ["basis"], "properties": {"basis": {"const": "outside"}}},
        "then": {
            "required": ["note"],
            "not": {"anyOf": [{"required": ["says"]}, {"required": ["article"]}]},
        },
    },
    "Figure": {"not": {"required": ["by", "by_as_written"]}},
    "RecordFile": {"dependentRequired": {"quotes": ["article"], "mentions": ["article"]}},
}
"""Rules between the keys of one mapping, which no type can say; tests plant a breach of each."""

_KEYS: Final[dict[str, str]] = {
    "action": "Which step of the agreement: its kind, or its number from 1.",
    "actions": "The steps of its life, in their order.",
    "actor": "Slug of an actor.",
    "acting": "true when held in an acting capacity.",
    "after": "The meeting of the same day that it followed; only when the order is stated.",
    "as_of": "The day that the source speaks for.",
    "as_written": 'The speaker in the article\'s words, such as "the minister".',
    "article": "Slug of the article quoted; by default the article of this file.",
    "basis": "How it follows from the words; all but stated need a note.",
    "between": "The two statements, each an excerpt that evidence or a quote has.",
    "broader": "The topic above it.",
    "by": "Who acted, claimed or spoke; left out when unknown.",
    "by_as_written": "Who claims it, in the source's words, when it is no actor.",
    "country": "ISO 3166 alpha-2 code, where the text supports it.",
    "credit": "Source line as printed.",
    "date": "EDTF, as precise as the source and no more precise; quote it.",
    "dateline": "Dateline as printed; it is no place of an event.",
    "described_as": "The source's own words for somebody who is not named.",
    "description": "One line by the curator.",
    "direct": "What stands between quotation marks, printed comma or stop included, marks not.",
    "direct_unmarked": "Speech word for word that is printed without its marks.",
    "evidence": "Excerpts that prove it: a text, a mapping, or a list of these.",
    "external_id": "The publisher's own number for it, as printed.",
    "figures": "Numbers as reported.",
    "fragment": "A few quoted words inside a sentence of the reporter's.",
    "fulfils": "The planned meeting, or step (agreement, or agreement#2), that it fulfils.",
    "indirect": "Reported speech: the clause, or the verb with what follows it.",
    "inside": "The place that it lies in.",
    "language": "BCP 47 tag.",
    "label": "The topic in words.",
    "links": "How it stands to other agreements.",
    "meeting": "Slug of the meeting at which it happened or was said.",
    "name": "A way of writing: text, or a mapping with its own evidence.",
    "names": "Further ways of writing, exactly as printed.",
    "note": "How the curator read it.",
    "notes": "Remarks on the health of the text.",
    "nth": "Which occurrence, from 1; only when the words stand more than once.",
    "of": "The state or organisation whose office it is.",
    "office": "Slug of an office; left out, it is the only one that the person can have held.",
    "on_behalf_of": "For whom somebody acts, if not for the owner of the office.",
    "ordinal": "Number in its series, from 1.",
    "outlet": "The medium that published it, when the text says so.",
    "part_of": "The visit or session that it is part of.",
    "participant": "Which participation: the actor's slug, or the words of described_as.",
    "participants": "Who took part: slugs, or mappings.",
    "parties": "Who is bound: slugs, or mappings.",
    "party": "For whom somebody signs; by default the owner of the office.",
    "place": "Slug of a place, where the text gives it.",
    "portfolio": "Field of government, where the office has one.",
    "published": 'EDTF; when it appeared, which "Updated in" does not say.',
    "qualifier": "How exact the number claims to be.",
    "relayed_by": "The agency that relayed it.",
    "remarks": "The pieces of speech, in the order of the text.",
    "role": "The part taken.",
    "says": "The excerpt, copied from the article code point by code point.",
    "series": "The body of whose series it is a session.",
    "sidelines_of": "The gathering on whose sidelines it was.",
    "signature": "Slug of the signer.",
    "signatures": "Who signed: slugs, or mappings.",
    "signer": "Slug of the person; left out when not named.",
    "since": 'EDTF; usually "[..D]", D the latest day by which it is attested.',
    "single_holder": "Whether at most one person holds it at a time; true by default.",
    "slug": "The article's slug; by default the file's name without its ending.",
    "status": "How far it got, as reported.",
    "summary": "What it is about, in one sentence by the curator.",
    "supports": "The field that the excerpt proves, such as date.",
    "tenure": "Slug of the office held.",
    "tenures": "Offices held.",
    "text": "The words exactly as printed.",
    "text_file": "File of the article's text, beside this one.",
    "text_sha256": "SHA-256 over the bytes of the text, for an article that comes without it.",
    "title": "A title; of articles as printed, else by the curator.",
    "to": "Slug of the other agreement.",
    "topics": "Slugs of topics.",
    "unit": "Of what: people, kilometre, times a year.",
    "until": 'EDTF; usually "[D..]", D a day on which it was still held.',
    "updated": "EDTF; an update of the page.",
    "url": "Where it was published.",
    "utterance": "A key that joins pieces of one quotation, or renderings of one remark.",
    "value": "The number: digits, with a point for decimals.",
    "via": "The agency that relayed it.",
    "what": "What is counted.",
    "wikidata": "Wikidata item, such as Q42.",
    "Incident.actors": "Who had which part in it.",
    "RecordFile.article": "The report that this file records.",
    "RecordFile.topics": "Controlled subjects, by slug.",
    "RecordFile.places": "Cities, countries, regions and venues, by slug.",
    "RecordFile.actors": "Persons, states, bodies, media and others who act, by slug.",
    "RecordFile.offices": "Posts that people hold, by slug.",
    "RecordFile.meetings": "Encounters held, planned or wished for, by slug.",
    "RecordFile.agreements": "Instruments and undertakings, by slug.",
    "RecordFile.incidents": "What diplomacy refers to, by slug.",
    "RecordFile.tensions": "Statements that pull apart, by slug.",
    "RecordFile.quotes": "Speech that the article reports, in groups of one speaker.",
    "RecordFile.mentions": "What the article proves about records of other files.",
    "Article.text": "The article itself, where it has no file of its own; bulk files need none.",
    "Article.evidence": "Proof of the fields above; say in `supports` of which.",
    "Mention.of": "The record that it proves, as kind/slug.",
    "Mention.name": "Which spelling of the record this article has too.",
    "Mention.party": "Slug of the party that it proves.",
    "Statement.of": '"quote", or the record as kind/slug.',
    "Actor.country": "ISO 3166 alpha-2 code; a state's own, or where the text supports it.",
}
"""What each key means, for the help that editors show; ``Shape.key`` where one shape differs."""


def record_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a record file."""
    made = RecordFile.model_json_schema(schema_generator=_Generator)
    shapes: dict[str, Any] = {
        name.removesuffix("Shape"): _named(name.removesuffix("Shape"), schema)
        for name, schema in sorted(_shared(made.pop("$defs")).items())
    }
    whole = _named("RecordFile", _shared(made))
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        "$id": "urn:communique:record-file",
        **whole,
        "title": "Record file of communique",
        "$defs": {**_COMMON, **shapes},
    }


class _Generator(GenerateJsonSchema):
    """Makes JSON Schema of what a file may hold, not of what a shape has once it was read."""

    def function_before_schema(
        self, schema: core_schema.BeforeValidatorFunctionSchema
    ) -> JsonSchemaValue:
        inner = self.generate_inner(schema["schema"])
        reader = schema["function"]["function"]
        if reader is one_or_many:
            return {"anyOf": [inner["items"], inner]}
        if inner.get("type") == "string" and "enum" not in inner:
            inner = {"pattern": r"\S", **inner}
        return {**inner, **_READ.get(reader, {})}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """An empty value is refused: a key without a value is left out."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        inner = self.generate_inner(schema["schema"])
        default = schema.get("default")
        return inner if default in (None, [], {}) else {**inner, "default": default}

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """A section: records by their slugs."""
        record = self.generate_inner(schema["values_schema"])
        slugs = {"pattern": SLUG, "maxLength": 120}
        return {"type": "object", "propertyNames": slugs, "additionalProperties": record}

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def _shared(schema: Any) -> Any:
    """The same schema with common types referred to, and shapes by the names that people read."""
    if isinstance(schema, list):
        return [_shared(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("format") == "edtf":
        return {"$ref": "#/$defs/date"}
    if schema.get("pattern") == REFERENCE:
        return {"$ref": "#/$defs/reference"}
    made = {key: _shared(value) for key, value in schema.items()}
    if isinstance(made.get("$ref"), str):
        made["$ref"] = made["$ref"].removesuffix("Shape")
    return made


def _named(name: str, schema: JsonSchemaValue) -> JsonSchemaValue:
    """One shape with its title, its rules, and a sentence about each key."""
    keys = {
        key: {**_about(name, key), **value} for key, value in schema.get("properties", {}).items()
    }
    rules = _RULES.get(name, {})
    return {**schema, "title": name, **({"properties": keys} if keys else {}), **rules}


def _about(name: str, key: str) -> JsonSchemaValue:
    words = _KEYS.get(f"{name}.{key}", _KEYS.get(key))
    return {"description": words} if words else {}


if __name__ == "__main__":
    json.dump(record_schema(), sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")
