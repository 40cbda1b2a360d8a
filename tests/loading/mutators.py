"""Forty ways to spoil a valid file, aware of its structure: each gives another file, right or wrong.

A mutator takes a source of chance and the text of a file, YAML or JSON Lines, and answers with
bytes. What it makes may be valid by luck; the loader must answer with success or a complaint.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from random import Random

Mutator = Callable[[Random, str], bytes]
MUTATORS: dict[str, Mutator] = {}
WORDS = [
    "NO", "~", "null", "", "''", '""', "[]", "{}", "yes", "1:30", "0755", "1.10", "<<", "=", "*a", "&a b", "!t x",
    "@x", "`x", "%x", "- x", "? x", ": x", "|", ">", "|-\n  x", "a: b", "a #b", "'", '"', "[", "{", "]", "}", ",",
    "2024-02-30", "0000-00-00", "..", "[..]", "2024/..", "9" * 400, "-1", "x" * 600, "\\", '"\\ud800"', '"\\0"',
    '"\\x"', "\ud7ff", "e\u0301", "\u202e", "\u200b", "\u2028", "\x85", "\ufeff", "\ufffe", "\ue000", "\U0010ffff",
    "actor/oslo", "oslo-talks#9", "../x", "/etc/passwd", "Q42", "42", "true", "held", "planned", "inferred", "outside",
]  # fmt: skip
RAW = [
    b"\xff",
    b"\x00",
    b"\xc3",
    b"\xed\xa0\x80",
    b"\xf5\x80\x80\x80",
    b"\x1b[2J",
    b"\r",
    b"\x0c",
    b"\xef\xbb\xbf",
]


def mutator(function: Callable[[Random, str], str | bytes]) -> Mutator:
    """Keep a function under its name; text becomes bytes."""

    def run(chance: Random, text: str) -> bytes:
        made = function(chance, text)
        return made if isinstance(made, bytes) else made.encode("utf-8", "surrogatepass")

    MUTATORS[function.__name__] = run
    return run


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True) or [""]


def _values(text: str) -> list[tuple[int, int]]:
    """Where single values stand: behind a colon, a dash, or inside quotation marks."""
    found = [match.span(1) for match in re.finditer(r"(?:: |- )([^\s\[{|\"'][^\n,}\]]*)", text)]
    return found + [match.span() for match in re.finditer(r'"[^"\n]*"', text)] or [(0, 0)]


def _keys(text: str) -> list[tuple[int, int]]:
    return [match.span(1) for match in re.finditer(r'([\w-]+)"?:', text)] or [(0, 0)]


def _put(text: str, span: tuple[int, int], new: str) -> str:
    return text[: span[0]] + new + text[span[1] :]


def _on_line(chance: Random, text: str, change: Callable[[str], str]) -> str:
    lines = _lines(text)
    at = chance.randrange(len(lines))
    lines[at] = change(lines[at])
    return "".join(lines)


@mutator
def drop_a_line(chance: Random, text: str) -> str:
    return _on_line(chance, text, lambda line: "")


@mutator
def double_a_line(chance: Random, text: str) -> str:
    return _on_line(chance, text, lambda line: line * 2)


@mutator
def swap_two_lines(chance: Random, text: str) -> str:
    lines = _lines(text)
    a, b = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]
    return "".join(lines)


@mutator
def indent_a_line(chance: Random, text: str) -> str:
    return _on_line(chance, text, lambda line: " " * chance.randint(1, 5) + line)


@mutator
def outdent_a_line(chance: Random, text: str) -> str:
    return _on_line(chance, text, str.lstrip)


@mutator
def indent_by_a_tab(chance: Random, text: str) -> str:
    return _on_line(chance, text, lambda line: "\t" + line)


@mutator
def cut_the_end(chance: Random, text: str) -> str:
    return text[: chance.randrange(len(text) + 1)]


@mutator
def cut_the_start(chance: Random, text: str) -> str:
    return text[chance.randrange(len(text) + 1) :]


@mutator
def cut_bytes(chance: Random, text: str) -> bytes:
    held = text.encode()
    return held[: chance.randrange(len(held) + 1)]


@mutator
def put_another_value(chance: Random, text: str) -> str:
    return _put(text, chance.choice(_values(text)), chance.choice(WORDS))


@mutator
def put_another_quoted_value(chance: Random, text: str) -> str:
    return _put(text, chance.choice(_values(text)), json.dumps(chance.choice(WORDS)))


@mutator
def put_a_value_from_elsewhere(chance: Random, text: str) -> str:
    spans = _values(text)
    start, end = chance.choice(spans)
    return _put(text, chance.choice(spans), text[start:end])


@mutator
def empty_a_value(chance: Random, text: str) -> str:
    return _put(text, chance.choice(_values(text)), "")


@mutator
def wrap_a_value_into_a_list(chance: Random, text: str) -> str:
    start, end = chance.choice(_values(text))
    return _put(text, (start, end), f"[{text[start:end]}]")


@mutator
def wrap_a_value_into_a_mapping(chance: Random, text: str) -> str:
    start, end = chance.choice(_values(text))
    return _put(text, (start, end), f'{{"a": {text[start:end]}}}')


@mutator
def repeat_a_value(chance: Random, text: str) -> str:
    start, end = chance.choice(_values(text))
    return _put(text, (start, end), text[start:end] * chance.randint(2, 400))


@mutator
def fold_a_value(chance: Random, text: str) -> str:
    start, end = chance.choice(_values(text))
    return _put(text, (start, end), text[start:end].replace(" ", "\n      ", 1))


@mutator
def remark_behind_a_value(chance: Random, text: str) -> str:
    _, end = chance.choice(_values(text))
    return _put(text, (end, end), " #5")


@mutator
def put_another_key(chance: Random, text: str) -> str:
    return _put(text, chance.choice(_keys(text)), chance.choice(WORDS))


@mutator
def put_a_key_from_elsewhere(chance: Random, text: str) -> str:
    spans = _keys(text)
    start, end = chance.choice(spans)
    return _put(text, chance.choice(spans), text[start:end])


@mutator
def rename_everywhere(chance: Random, text: str) -> str:
    start, end = chance.choice(_keys(text))
    return text.replace(text[start:end], chance.choice(WORDS)) if end else text


@mutator
def swap_two_letters_of_a_key(chance: Random, text: str) -> str:
    start, end = chance.choice(_keys(text))
    return _put(text, (start, end), text[start:end][::-1])


@mutator
def drop_a_character(chance: Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at + 1 :]


@mutator
def put_a_sign(chance: Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice("[]{}:,#&*!|>'\"%@`-?\\/\t\n ~") + text[at:]


@mutator
def put_a_word(chance: Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(WORDS) + text[at:]


@mutator
def put_a_rare_character(chance: Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chr(chance.choice([chance.randrange(0x20), chance.randrange(0x2FF), chance.randrange(0xD800), chance.randrange(0xE000, 0x110000)])) + text[at:]  # fmt: skip


@mutator
def put_raw_bytes(chance: Random, text: str) -> bytes:
    held = text.encode()
    at = chance.randrange(len(held) + 1)
    return held[:at] + chance.choice(RAW) + held[at:]


@mutator
def flip_a_bit(chance: Random, text: str) -> bytes:
    held = bytearray(text.encode() or b" ")
    held[chance.randrange(len(held))] ^= 1 << chance.randrange(8)
    return bytes(held)


@mutator
def encode_otherwise(chance: Random, text: str) -> bytes:
    return text.encode(
        chance.choice(["utf-16", "utf-32", "utf-8-sig", "latin-1", "cp1252", "utf-16-le"]),
        "replace",
    )


@mutator
def break_lines_otherwise(chance: Random, text: str) -> str:
    return text.replace("\n", chance.choice(["\r\n", "\r", "\x85", "\u2028", "\n\n", "\n\r"]))


@mutator
def nest_deep(chance: Random, text: str) -> str:
    depth = chance.choice([15, 25, 200, 3_000])
    return _put(
        text, chance.choice(_values(text)), chance.choice(["[", "{a: ", "- ", '{"a":']) * depth
    )


@mutator
def anchor_and_alias(chance: Random, text: str) -> str:
    start, end = chance.choice(_values(text))
    return _put(text, (start, end), f"&a {text[start:end]}") + "\nz: *a\n"


@mutator
def tag_a_value(chance: Random, text: str) -> str:
    start, _ = chance.choice(_values(text))
    return _put(
        text, (start, start), chance.choice(["!!python/object:os.system ", "!!set ", "!x ", "! "])
    )


@mutator
def merge_a_key(chance: Random, text: str) -> str:
    return _put(text, chance.choice(_keys(text)), "<<")


@mutator
def begin_a_second_document(chance: Random, text: str) -> str:
    return _on_line(
        chance, text, lambda line: chance.choice(["---\n", "...\n", "%YAML 1.3\n---\n"]) + line
    )


@mutator
def say_it_twice(chance: Random, text: str) -> str:
    return text + chance.choice(["", "\n"]) + text


@mutator
def block_of_text(chance: Random, text: str) -> str:
    start, end = chance.choice(_values(text))
    style = chance.choice(["|", "|-", "|+", ">", ">-", "|2-", "|9"])
    return _put(text, (start, end), f"{style}\n            {text[start:end]}")


@mutator
def move_a_block(chance: Random, text: str) -> str:
    lines = _lines(text)
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
    return _put(text, chance.choice(dates).span(), new)


@mutator
def refer_elsewhere(chance: Random, text: str) -> str:
    slugs = sorted(set(re.findall(r"[a-z]+(?:-[a-z]+)+", text))) or ["x"]
    start, end = chance.choice(_values(text))
    return _put(text, (start, end), chance.choice(slugs))


def mutated(seed: int, files: list[tuple[str, str]]) -> tuple[str, str, bytes]:
    """The file of this number: its ending, the mutators that made it, and its bytes."""
    chance = Random(seed)
    ending, text = files[chance.randrange(len(files))]
    names = [chance.choice(sorted(MUTATORS)) for _ in range(chance.choice([1, 1, 1, 2, 3]))]
    content = text.encode()
    for name in names:
        content = MUTATORS[name](chance, content.decode("utf-8", "ignore"))
    return ending, "+".join(names), content
