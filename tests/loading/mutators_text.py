"""Mutators of lines, values, keys and bytes."""

from __future__ import annotations

import json
from random import Random

from tests.loading.mutating import RAW, WORDS, keys_of, lines_of, mutator, on_line, put, values_of


@mutator
def drop_a_line(chance: Random, text: str) -> str:
    return on_line(chance, text, lambda line: "")


@mutator
def double_a_line(chance: Random, text: str) -> str:
    return on_line(chance, text, lambda line: line * 2)


@mutator
def swap_twolines(chance: Random, text: str) -> str:
    lines = lines_of(text)
    a, b = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]
    return "".join(lines)


@mutator
def indent_a_line(chance: Random, text: str) -> str:
    return on_line(chance, text, lambda line: " " * chance.randint(1, 5) + line)


@mutator
def outdent_a_line(chance: Random, text: str) -> str:
    return on_line(chance, text, str.lstrip)


@mutator
def indent_by_a_tab(chance: Random, text: str) -> str:
    return on_line(chance, text, lambda line: "\t" + line)


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
    return put(text, chance.choice(values_of(text)), chance.choice(WORDS))


@mutator
def put_another_quoted_value(chance: Random, text: str) -> str:
    return put(text, chance.choice(values_of(text)), json.dumps(chance.choice(WORDS)))


@mutator
def put_a_value_from_elsewhere(chance: Random, text: str) -> str:
    spans = values_of(text)
    start, end = chance.choice(spans)
    return put(text, chance.choice(spans), text[start:end])


@mutator
def empty_a_value(chance: Random, text: str) -> str:
    return put(text, chance.choice(values_of(text)), "")


@mutator
def wrap_a_value_into_a_list(chance: Random, text: str) -> str:
    start, end = chance.choice(values_of(text))
    return put(text, (start, end), f"[{text[start:end]}]")


@mutator
def wrap_a_value_into_a_mapping(chance: Random, text: str) -> str:
    start, end = chance.choice(values_of(text))
    return put(text, (start, end), f'{{"a": {text[start:end]}}}')


@mutator
def repeat_a_value(chance: Random, text: str) -> str:
    start, end = chance.choice(values_of(text))
    return put(text, (start, end), text[start:end] * chance.randint(2, 400))


@mutator
def fold_a_value(chance: Random, text: str) -> str:
    start, end = chance.choice(values_of(text))
    return put(text, (start, end), text[start:end].replace(" ", "\n      ", 1))


@mutator
def remark_behind_a_value(chance: Random, text: str) -> str:
    _, end = chance.choice(values_of(text))
    return put(text, (end, end), " #5")


@mutator
def put_another_key(chance: Random, text: str) -> str:
    return put(text, chance.choice(keys_of(text)), chance.choice(WORDS))


@mutator
def put_a_key_from_elsewhere(chance: Random, text: str) -> str:
    spans = keys_of(text)
    start, end = chance.choice(spans)
    return put(text, chance.choice(spans), text[start:end])


@mutator
def rename_everywhere(chance: Random, text: str) -> str:
    start, end = chance.choice(keys_of(text))
    return text.replace(text[start:end], chance.choice(WORDS)) if end else text


@mutator
def swap_two_letters_of_a_key(chance: Random, text: str) -> str:
    start, end = chance.choice(keys_of(text))
    return put(text, (start, end), text[start:end][::-1])


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
