"""The JSON Schema that editors use says what the loader says."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from communique.dates import PartialDate
from communique.errors import DateError
from communique.loading import check
from communique.loading.schema import DATE, record_schema

SEEDS = Path(__file__).parents[1] / "seeds"
FILES = sorted(SEEDS.rglob("*.yaml"))
SHIPPED = SEEDS / "schemas/record-file.json"

SOUND = """
article: {text_file: a.txt, published: "2021-10-06"}
actors:
  iran: {kind: state, country: IR, name: Iran}
  vahidi:
    kind: person
    name: {text: Ahmad Vahidi, language: en}
    tenures: [{office: minister, since: "[..2021-10-06]", acting: true, evidence: Minister}]
offices:
  minister: {title: Minister, level: minister, portfolio: interior, of: iran, single_holder: true}
meetings:
  talks:
    title: Talks
    kind: talks
    status: held
    date: "2021-10-06"
    ordinal: 3
    participants: [vahidi, {described_as: a delegation, on_behalf_of: iran}]
    evidence: {says: met a delegation, supports: kind}
incidents:
  attack:
    title: Attack
    kind: attack
    figures: [{what: people, value: 25, by: iran, evidence: 25 people}]
    evidence: [an attack, {says: a delegation, nth: 1}]
quotes:
  - by: vahidi
    remarks: [{indirect: met a delegation}]
mentions:
  - {of: actor/iran, name: Iran}
"""
TEXT = "Minister Ahmad Vahidi of Iran met a delegation after an attack on 25 people."


@pytest.fixture(scope="module")
def validator() -> Any:
    jsonschema.Draft202012Validator.check_schema(record_schema())
    return jsonschema.Draft202012Validator(record_schema())


def refused(validator: Any, text: str) -> list[str]:
    return [error.message for error in validator.iter_errors(yaml.safe_load(text))]


def complaints(folder: Path, text: str) -> list[str]:
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "a.yaml").write_text(text, encoding="utf-8")
    return [str(complaint) for complaint in check([folder]).complaints]


def test_the_shipped_schema_is_the_generated_one() -> None:
    made = subprocess.run(
        [sys.executable, "-m", "communique.loading.schema"],
        capture_output=True, encoding="utf-8", check=True,
    ).stdout  # fmt: skip
    assert json.loads(made) == record_schema()
    cure = "python -m communique.loading.schema > seeds/schemas/record-file.json"
    assert SHIPPED.read_text(encoding="utf-8") == made, cure


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_seed_file_fits_it_and_names_it(file: Path, validator: Any) -> None:
    text = file.read_text(encoding="utf-8")
    assert refused(validator, text) == []
    named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
    assert named is not None
    assert (file.parent / named[1]).resolve() == SHIPPED


def test_every_key_has_words_and_nothing_names_a_host() -> None:
    schema = record_schema()
    shapes = {**schema["$defs"], "RecordFile": schema}
    without = [
        f"{name}.{key}"
        for name, shape in shapes.items()
        for key, value in shape.get("properties", {}).items()
        if "description" not in value | shapes.get(value.get("$ref", "")[8:], {})
    ]
    assert without == []
    assert [url for url in strings(schema) if "://" in url] == [schema["$schema"], *LINKS]


LINKS = [r"^https?://[^\s<>\"/?#][^\s<>\"]*$"]


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from strings(each)


def test_a_sound_file_passes_both(validator: Any, tmp_path: Path) -> None:
    assert refused(validator, SOUND) == []
    assert complaints(tmp_path, SOUND) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("kind: talks", "kind: chat"),
        ("status: held", "state: held"),
        ("    title: Talks\n", ""),
        ('date: "2021-10-06"', "date: last Wednesday"),
        ('"[..2021-10-06]"', '"[..2021-10-06"'),
        ("portfolio: interior", "portfolio:"),
        ("office: minister,", "office: The Minister,"),
        ("  attack:\n", "  Attack:\n"),
        ("country: IR", "country: Iran"),
        ("acting: true", "acting: yes indeed"),
        ("ordinal: 3", "ordinal: third"),
        ("nth: 1", "nth: 0"),
        ("value: 25", "value: some"),
        ("{described_as: a delegation, on_behalf_of: iran}", "{on_behalf_of: iran}"),
        ("by: iran, evidence", "by: iran, by_as_written: Iran, evidence"),
        ("{indirect: met a delegation}", "{indirect: met a delegation, direct: met a delegation}"),
        ("{indirect: met a delegation}", "{as_written: he}"),
        ("remarks: [{indirect: met a delegation}]", "remarks: []"),
        ("supports: kind}", "basis: outside}"),
        ("supports: kind}", "basis: outside, note: From memory.}"),
        ('article: {text_file: a.txt, published: "2021-10-06"}', ""),
        ("participants: [vahidi,", "participants: vahidi #"),
    ],
)
def test_a_planted_mistake_is_refused_by_both(
    validator: Any, tmp_path: Path, right: str, wrong: str
) -> None:
    assert SOUND.count(right) == 1
    planted = SOUND.replace(right, wrong)
    assert refused(validator, planted)
    assert complaints(tmp_path, planted)


@pytest.mark.parametrize(
    "date",
    [
        *("2018-10-11", "2021-10", "2021", "2021-10-20~", "2017-10-19?", "2021-10%", "1984/.."),
        *("2017-10-21/2017-10-23", "../2021", "[2021-10-06,2021-10-13]", "[..2017-12-20]"),
        *("[2017-10-21..2017-10-31]", "[2021-11-15..]", "[2021?,2022]", "[2020,2021..]"),
        *("[2021-10-06,2021-10-10..2021-10-12]", "[..2021,2023]"),
        *("201X", "2021/", "/2021", "?2021", "{2021,2022}", "[2021~..2022]", "[2021,..2023]"),
        *("../..", "2021-10..2021-11", "2021-10-6", "on Wednesday", "[]"),
    ],
)
def test_the_pattern_of_dates_takes_what_the_loader_takes(date: str) -> None:
    try:
        PartialDate(date)
    except DateError:
        assert not re.search(DATE, date)
    else:
        assert re.search(DATE, date)
