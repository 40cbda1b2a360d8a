"""Mutators of structure: nests, anchors, tags, documents, blocks, dates, references."""

from __future__ import annotations

import re
from random import Random

from tests.loading.mutating import keys_of, lines_of, mutator, on_line, put, values_of


@mutator
def nest_deep(chance: Random, text: str) -> str:
    depth = chance.choice([15, 25, 200, 3_000])
    return put(
        text, chance.choice(values_of(text)), chance.choice(["[", "{a: ", "- ", '{"a":']) * depth
    )


@mutator
def anchor_and_alias(chance: Random, text: str) -> str:
    start, end = chance.choice(values_of(text))
    return put(text, (start, end), f"&a {text[start:end]}") + "\nz: *a\n"


@mutator
def tag_a_value(chance: Random, text: str) -> str:
    start, _ = chance.choice(values_of(text))
    return put(
        text, (start, start), chance.choice(["!!python/object:os.system ", "!!set ", "!x ", "! "])
    )


@mutator
def merge_a_key(chance: Random, text: str) -> str:
    return put(text, chance.choice(keys_of(text)), "<<")


@mutator
def begin_a_second_document(chance: Random, text: str) -> str:
    return on_line(
        chance, text, lambda line: chance.choice(["---\n", "...\n", "%YAML 1.3\n---\n"]) + line
    )


@mutator
def say_it_twice(chance: Random, text: str) -> str:
    return text + chance.choice(["", "\n"]) + text


@mutator
def block_of_text(chance: Random, text: str) -> str:
    start, end = chance.choice(values_of(text))
    style = chance.choice(["|", "|-", "|+", ">", ">-", "|2-", "|9"])
    return put(text, (start, end), f"{style}\n            {text[start:end]}")


@mutator
def move_a_block(chance: Random, text: str) -> str:
    lines = lines_of(text)
    a, b = sorted(chance.randrange(len(lines) + 1) for _ in range(2))
    at = chance.randrange(len(lines) + 1)
    rest = lines[:a] + lines[b:]
    return "".join(rest[:at] + lines[a:b] + rest[at:])


@mutator
def shift_a_date(chance: Random, text: str) -> str:
    dates = list(re.finditer(r"\d{4}(-\d\d)*", text))
    if not dates:
        return text
    new = chance.choice(["2031-01-01", "0001", "9999-12-31", "2024-02-30", "[..2020]", '"[..2020]"', "1984/..", "2024?", "[2024-01,2024-03]"])  # fmt: skip
    return put(text, chance.choice(dates).span(), new)


@mutator
def refer_elsewhere(chance: Random, text: str) -> str:
    slugs = sorted(set(re.findall(r"[a-z]+(?:-[a-z]+)+", text))) or ["x"]
    start, end = chance.choice(values_of(text))
    return put(text, (start, end), chance.choice(slugs))
