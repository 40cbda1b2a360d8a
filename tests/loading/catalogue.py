"""The catalogue of bad inputs, as data: each must get its code, at its place, and change nothing.

A case is a whole wrong file (`whole`), or the small archive with some of its text replaced
(`edits`). Rows are named after the group they belong to: A characters, B syntax, C safety,
D types, E schema, F dates and offices, G identity, H provenance.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.loading.archives import ARTICLE, TEXT


@dataclass(frozen=True)
class Case:
    """One bad input, and what it gets."""

    name: str
    code: str
    edits: tuple[tuple[str, str], ...] = ()
    whole: bytes | None = None
    ending: str = ".yaml"
    text: bytes | None = None
    at: str = ""
    """Some of the line at which the complaint must stand."""

    @property
    def record_file(self) -> bytes:
        """The bytes of the bad file."""
        if self.whole is not None:
            return self.whole
        content = ARTICLE.replace("article:\n", "article:\n  slug: oslo\n", 1)
        for old, new in self.edits:
            assert old in content, (self.name, old)
            content = content.replace(old, new, 1)
        return content.encode()

    @property
    def article_text(self) -> bytes:
        """The bytes of the article that the bad file refers to."""
        return TEXT.encode() if self.text is None else self.text


def edited(row: str, code: str, name: str, *edits: tuple[str, str], at: str = "") -> Case:
    return Case(f"{row} {name}", code, edits, at=at)


def file(row: str, code: str, name: str, content: str | bytes, ending: str = ".yaml") -> Case:
    whole = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    return Case(f"{row} {name}", code, whole=whole, ending=ending)


CHARACTERS = {
    "NUL": ("\0", r"\0", "E104"),
    "bell": ("\a", r"\a", "E104"),
    "escape": ("\x1b", r"\e", "E104"),
    "vertical tab": ("\v", r"\v", "E104"),
    "delete": ("\x7f", r"\x7f", "E104"),
    "control of the second row": ("\x9b", r"\x9b", "E104"),
    "byte order mark": ("\ufeff", r"\ufeff", "E103"),
    "private use": ("\ue000", r"\ue000", "E110"),
    "private use, far plane": ("\U0010fffd", r"\U0010fffd", "E110"),
    "noncharacter": ("\ufffe", r"\ufffe", "E110"),
    "noncharacter among letters": ("\ufdd0", r"\ufdd0", "E110"),
    "noncharacter, far plane": ("\U0001ffff", r"\U0001ffff", "E110"),
    "unassigned": ("\u0378", r"\u0378", "E110"),
}
PLACES = {
    "a value": "topics:\n  t:\n    label: a{raw}b\n",
    "an escape": 'topics:\n  t: {{label: "a{escape}b"}}\n',
    "a slug": "topics:\n  t{raw}t: {{label: A}}\n",
    "an escaped slug": 'topics:\n  "t{escape}t": {{label: A}}\n',
    "a section": "top{raw}ics:\n  t: {{label: A}}\n",
    "a key": "topics:\n  t: {{la{raw}bel: A}}\n",
    "an unknown key's value": "topics:\n  t: {{label: A, other: [[a{raw}]]}}\n",
    "a literal block": "topics:\n  t:\n    label: |-\n      a{raw}b\n",
    "a comment": "topics:\n  # a{raw}b\n  t: {{label: A}}\n",
    "the last byte": "topics:\n  t: {{label: A}}\n# {raw}",
}
JSON_PLACES = {
    "a JSON value": '{{"topics": {{"t": {{"label": "a{json}b"}}}}}}\n',
    "a JSON key": '{{"topics": {{"t{json}": {{"label": "a"}}}}}}\n',
    "a second JSON line": '{{"topics": {{"u": {{"label": "a"}}}}}}\n{{"topics": {{"t": ["{json}"]}}}}\n',
}


def characters() -> Iterator[Case]:
    for what, (raw, escape, code) in CHARACTERS.items():
        for where, template in PLACES.items():
            yield file("A", code, f"{what} in {where}", template.format(raw=raw, escape=escape))
        units = raw.encode("utf-16-be")
        json = "".join(f"\\u{units[i] << 8 | units[i + 1]:04x}" for i in range(0, len(units), 2))
        for where, template in JSON_PLACES.items():
            yield file("A", code, f"{what} in {where}", template.format(json=json), ".jsonl")


LATIN = "topics:\n  t: {label: é}\n".encode("latin-1")
A = [
    *characters(),
    file("A1", "E101", "Latin-1", LATIN),
    file("A1", "E101", "Latin-1 in JSON Lines", b'{"topics": {"t": {"label": "\xe9"}}}\n', ".jsonl"),
    file("A1", "E101", "a cut sequence", "topics:\n  t: {label: é".encode()[:-1]),
    file("A1", "E101", "an overlong NUL", b"topics: \xc0\x80\n"),
    file("A1", "E101", "a surrogate as UTF-8", "topics: \ud800\n"),
    file("A2", "E102", "UTF-16", "topics:\n  t: {label: A}\n".encode("utf-16")),
    file("A2", "E102", "UTF-16, other order", b"\xfe\xff" + "a: b\n".encode("utf-16-be")),
    file("A2", "E104", "UTF-16 without a mark", "a: b\n".encode("utf-16-le")),
    file("A2", "E102", "UTF-16 in JSON Lines", '{"a": 1}\n'.encode("utf-16"), ".jsonl"),
    file("A4", "E103", "two marks", b"\xef\xbb\xbf\xef\xbb\xbftopics:\n  t: {label: A}\n"),
    file("A7", "E105", "half a surrogate", 'topics:\n  t: {label: "\\ud800"}\n'),
    file("A7", "E105", "a surrogate pair as escapes", 'topics:\n  t: {label: "\\ud83d\\ude00"}\n'),
    file("A7", "E105", "half a surrogate, JSON", '{"topics": {"t": {"label": "\\ud800"}}}\n', ".jsonl"),
    file("A8", "E106", "a next line", "topics:\n  t: {label: a\x85b}\n"),
    file("A8", "E106", "a line separator", "topics:\n  t: {label: a\u2028b}\n"),
    file("A8", "E106", "a paragraph separator", "# a\u2029b\ntopics:\n  t: {label: a}\n"),
    file("A8", "E106", "a lone carriage return", "topics:\r  t: {label: a}\r"),
    file("A8", "E106", "a line break in a label", 'topics:\n  t: {label: "a\\nb"}\n'),
    file("A8", "E106", "an escaped separator in a label", 'topics:\n  t: {label: "a\\Lb"}\n'),
    file("A8", "E106", "a line break in a JSON label", '{"topics": {"t": {"label": "a\\nb"}}}\n', ".jsonl"),
    Case("A1 the article's text is Latin-1", "E101", text="é".encode("latin-1"), at="text_file"),
    Case("A5 the article's text holds a NUL", "E104", text=TEXT.encode() + b"\0", at="text_file"),
    Case("A5 the article's text holds a mark, then NUL", "E104", text=b"\xef\xbb\xbf" + TEXT.encode() + b"\0"),
    Case("A5 the article's text holds an escape", "E104", text=b"\x1b[2J" + TEXT.encode()),
]  # fmt: skip

BIDI = ["\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"]
NAMED = {
    "a name": ("    name: Bo Berg", '    name: "Bo {} Berg"'),
    "a further name": ("names: [Ålund]", 'names: ["Å {} lund"]'),
    "a title": ("title: Talks in Oslo", 'title: "Talks {} in Oslo"'),
    "an article's title": ("title: Norway and Sweden sign", 'title: "Norway {} signs"'),
    "a label": ("label: Fisheries", 'label: "Fish{}eries"'),
    "an office's title": ("title: Foreign Minister of Norway", 'title: "Foreign {} Minister"'),
    "a slug": ("  fisheries: {", '  "fish{}eries": {{'),
    "a reference": ("place: oslo", 'place: "os{}lo"'),
    "a reference in a list": ("topics: [fisheries]", 'topics: ["fish{}eries"]'),
    "a party": ("parties: [norway, sweden]", 'parties: [norway, "swe{}den"]'),
    "a file name": ("text_file: oslo.txt", 'text_file: "os{}lo.txt"'),
}
A += [
    edited("A9", "E107", f"U+{ord(each):04X} in a name", (NAMED["a name"][0], NAMED["a name"][1].format(each)), at="name:")
    for each in BIDI
]  # fmt: skip
A += [
    edited(row, code, f"{what} in {where}", (old, new.format(bad)))
    for where, (old, new) in NAMED.items()
    for row, code, what, bad in (
        ("A9", "E107", "a bidirectional control", "\u202e"),
        ("A11", "E108", "a letter in two parts", "e\u0301"),
    )
]
OVERRIDE = TEXT.replace("on Tuesday", "on \u202eyadseuT\u202c")
A += [
    edited("A9", "E107", "a control in a note", ("note: The text names", "note: The \u202e text names")),
    edited("A9", "E107", "a control as the speaker's words", ("as_written: He", 'as_written: "H\u2067e"')),
    edited("A9", "E107", "a control in who was there", ("      - bo-berg\n", '      - {described_as: "two \u2066 aides"}\n')),
    edited("A9", "E604", "a control in an excerpt only", ("says: on Tuesday, supports: date", 'says: "on \u202eTuesday", supports: date')),
    edited("A11", "E604", "an excerpt in two parts only", ("evidence: Foreign Minister Anna Ålund", "evidence: Foreign Minister Anna A\u030alund")),
    Case(
        "A9 a control in the excerpt and the article", "W107",
        (("says: on Tuesday, supports: published", 'says: "on \u202eyadseuT\u202c", supports: published'),
         ("says: on Tuesday, supports: date", 'says: "on \u202eyadseuT\u202c", supports: date')),
        text=OVERRIDE.encode(), at="on \u202e",
    ),
]  # fmt: skip
