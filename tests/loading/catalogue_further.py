"""The catalogue, all groups once more: inputs of the same kinds that were tried later."""

from __future__ import annotations

import json

from tests.loading.archives import ARTICLE, TEXT
from tests.loading.catalogue import Case, edited, file
from tests.loading.catalogue_records import BERG, DATE, LAST, MET, SIGNED, TITLE, meeting
from tests.loading.catalogue_syntax import line, title

TOPIC = "topics:\n  t: {label: A}\n"
LABEL = "topics:\n  t: {{label: {}}}\n"
JSON_LABEL = '{{"topics": {{"t": {{"label": {}}}}}}}\n'
UNSEEN = {
    "a soft hyphen": "\u00ad",
    "a zero-width space": "\u200b",
    "a zero-width joiner": "\u200d",
    "a right-to-left mark": "\u200f",
    "an Arabic letter mark": "\u061c",
    "a word joiner": "\u2060",
    "an invisible comma": "\u2063",
    "a switch of digit shapes": "\u206e",
    "an annotation": "\ufff9",
    "a tag": "\U000e0041",
}
NAMES = {
    "a label": "topics:\n  t: {{label: a{}b}}\n",
    "a slug": "topics:\n  a{}b: {{label: A}}\n",
    "a slug referred to": "topics:\n  t: {{label: A, broader: a{}b}}\n",
}


def label(row: str, code: str, name: str, value: str) -> Case:
    return file(row, code, name, LABEL.format(value))


def json_label(row: str, code: str, name: str, value: str) -> Case:
    return line(row, code, name, JSON_LABEL.format(value))


def says(name: str, words: str, text: str = TEXT, code: str = "E604") -> Case:
    """One more excerpt, which differs in little from the article."""
    more = (MET, f"{MET}      - {json.dumps(words)}\n")
    return Case(f"H9 {name}", code, (more,), text=text.encode())


def text(row: str, code: str, name: str, content: bytes) -> Case:
    return Case(f"{row} {name}", code, text=content, at="text_file")


FURTHER = [
    file("A2", "E102", "UTF-32", TOPIC.encode("utf-32")),
    file("A2", "E102", "UTF-32, other order", b"\0\0\xfe\xff" + TOPIC.encode("utf-32-be")),
    file("A2", "E104", "UTF-32 without a mark", TOPIC.encode("utf-32-le")),
    file("A1", "E101", "curly quotation marks of Windows", b"topics:\n  t: {label: \x93A\x94}\n"),
    file("A1", "E101", "a code point beyond the last", b"# \xf4\x90\x80\x80\n" + TOPIC.encode()),
    file("A1", "E101", "surrogates, each as UTF-8", b"# \xed\xa0\xbd\xed\xb8\x80\n" + TOPIC.encode()),
    file("A1", "E101", "a picture", b"\x89PNG\r\n\x1a\n\0\0"),
    file("A5", "E104", "the end mark of old systems", TOPIC + "\x1a"),
    file("A8", "E106", "lines that end twice", TOPIC.replace("\n", "\r\r\n")),
    label("A5", "E104", "a tab in a label", "a\tb"),
    label("A5", "E104", "a tab in a label, as an escape", r'"a\tb"'),
    label("A13", "E110", "a character that was lost", "a\ufffdb"),
    label("A10", "E103", "nothing but a byte order mark", r'"\ufeff"'),
    *(file("A10", "E109", f"{what} in {where}", template.format(sign))
      for what, sign in UNSEEN.items() for where, template in NAMES.items()),
    edited("A9", "E107", "a control in a web address", ("article:\n", 'article:\n  url: "https://a.b/\\u202e"\n')),
    edited("A10", "E109", "an invisible sign in a web address", ("article:\n", 'article:\n  url: "https://a.b/\\u200b"\n')),
    text("A2", "E102", "the article's text is UTF-16", TEXT.encode("utf-16")),
    text("A2", "E102", "the article's text is UTF-32", TEXT.encode("utf-32")),
    text("E3", "E422", "an article of nothing but a mark", b"\xef\xbb\xbf\n"),
    file("B1", "E201", "a hard space in the indentation", "topics:\n\u00a0 t: {label: A}\n"),
    file("B1", "E201", "a wide space in the indentation", "topics:\n\u3000t: {label: A}\n"),
    file("B2", "E201", "curly quotation marks as if they quoted", "topics:\n  t:\n    label: “A: b”\n"),
    file("B3", "E201", "an apostrophe in single quotation marks", "topics:\n  t: {label: 'Norway's'}\n"),
    file("B8", "E204", "words behind the end", TOPIC + "... and more\n"),
    file("B8", "E201", "more behind the brackets", "{topics: {t: {label: A}}}\ntopics: {}\n"),
    file("B8", "E201", "another language of settings", '[topics.t]\nlabel = "A"\n'),
    file("B16", "E211", "a version without a document", "%YAML 1.1\n" + TOPIC),
    file("B17", "E201", "a merge conflict", "topics:\n<<<<<<< HEAD\n  t: {label: A}\n=======\n  t: {label: B}\n>>>>>>> other\n"),
    title("B18", "E213", "a line that goes on behind a backslash", '"Talks\\\n      in Oslo"'),
    file("B18", "E213", "a comma that is missing in braces", "topics:\n  t: {label: A\n    broader: u}\n"),
    line("B1", "E201", "a comma too many in a list", '{"topics": {"t": ["A",]}}'),
    line("B1", "E201", "an object over several lines", '{\n  "topics": {"t": {"label": "A"}}\n}\n'),
    line("B1", "E201", "a list of objects over several lines", '[\n{"topics": {}},\n]\n'),
    line("B1", "E201", "a remark", '// words\n{"topics": {"t": {"label": "A"}}}\n'),
    line("B1", "E201", "YAML in a file of JSON Lines", TOPIC),
    line("B8", "E204", "a comma between two lines", '{"topics": {"t": {"label": "A"}}},\n{"topics": {"u": {"label": "A"}}}\n'),
    *(json_label("B1", "E201", f"no value of JSON: {word}", word)
      for word in ("True", "None", "undefined", "-Infinity", "+1", ".5", "007", "0x1", "'A'", '"a\tb"', r'"\u12g4"')),
    line("B6", "E203", "a section twice in an object", '{"topics": {"t": {"label": "A"}}, "topics": {}}'),
    json_label("A7", "E105", "two halves that stand apart", r'"\ud83d \ude00"'),
    line("A4", "E103", "a mark before the second line", b'{"topics": {"t": {"label": "A"}}}\n\xef\xbb\xbf{"topics": {}}\n'),
    *(label("C4", "E302", f"a tag: {tag}", f"{tag} A") for tag in ("!!binary", "!!timestamp", "!!float", "!!null")),
    file("C4", "E302", "a set", "topics: !!set {t}\n"),
    file("C4", "E302", "a tag on the whole", "!x\n" + TOPIC),
    file("C1", "E301", "an anchor on the whole", "&x\n" + TOPIC),
    file("C7", "E303", "a million brackets as a section", "topics: " + "[" * 1_000_000 + "]" * 1_000_000),
    line("C7", "E303", "a million JSON brackets, closed", '{"a": ' + "[" * 1_000_000 + "]" * 1_000_000 + "}"),
    file("C6", "E303", "one bracket too many", "topics: " + "[" * 20 + "]" * 20),
    line("C11", "E405", "a JSON number of 100,000 digits as a label", JSON_LABEL.format("9" * 100_000)),
    *(edited("D2", "E421", f"a flag: {word!r}", ("of: norway}", f"of: norway, single_holder: {word}}}")) for word in ("TRUE", "' true'", "0")),
    *(meeting("D6", "E421", f"a number of YAML: {value}", f"ordinal: {value}") for value in ("1_000", "0o17", "0b11", "+3", "1e3", ".inf", "true", "³")),
    edited("D12", "E426", "a list of figures in a list", (TITLE, TITLE + "    figures: [[3]]\n")),
    edited("E1", "E401", "a key in capitals", ("  published:", "  Published:")),
    edited("E8", "E407", "a slug that means nothing", ("  fisheries: {", "  none: {")),
    edited("E8", "E407", "a slug without a dot on its i", ("  fisheries: {", "  fısheries: {")),
    *(edited("E9", "E408", f"a web address: {url}", ("article:\n", f"article:\n  url: {url}\n")) for url in ('"https://"', '"https:///x"', "www.example.org", "file:///etc/passwd", '"https://a.b/\\nc"')),
    *(edited("E10", "E409", f"a language: {word}", ("article:\n", f"article:\n  language: {word}\n")) for word in ("EN", "en_US", "eng", "jp")),
    *(edited("F1", "E431", f"date: {day}", (DATE, f"    date: {day}\n"), at=day) for day in ("2024–03–05", "2024‑03‑05", "05.03.2024", "2100-02-29", "2024-04-31", "10000-01-01", "2024-W10-2", "2024-065", "２０２４-03-05", "nil")),
    edited("F6", "E435", "an end on the day before the start", ('since: 2023, until: "2024"', "since: 2024-03-05, until: 2024-03-04")),
    edited("G2", "E502", "a kind that there is not", ("place: oslo", "place: places/oslo")),
    edited("G2", "E502", "an article that is called a meeting", (MET, f"      - {{article: meeting/oslo, {MET[8:].strip().replace('met', 'says: met', 1)}}}\n")),
    edited("G10", "E510", "somebody who signs twice", ("signatures: [anna-alund,", "signatures: [anna-alund, anna-alund,"), at="signatures"),
    edited("G10", "E510", "a tenure given twice", ('      - {office: foreign-minister-of-norway, since: "[..', '      - {office: foreign-minister-of-norway, since: "[..2024-03-05]", until: "[2024-03-05..]", evidence: Anna Ålund}\n      - {office: foreign-minister-of-norway, since: "[..')),
    *(edited("G13", "E513", f"an item: {item}", (BERG, f"{BERG}    wikidata: {item}\n"), at=item) for item in ("Q0", "P31", "https://www.wikidata.org/wiki/Q42", "Q٤٢", "'Q42 '")),
    edited("G5", "E501", "a step that fulfils none of that number", (SIGNED, SIGNED + "        fulfils: fisheries-mou#99\n"), at="#99"),
    says("a soft hyphen in the excerpt", "on Tues\u00adday"),
    says("a soft hyphen in the article", "would go on", TEXT.replace("would", "wo\u00aduld")),
    says("a zero-width space in the excerpt", "on\u200b Tuesday"),
    says("a letter without its dot", "fısheries"),
    says("a letter of another alphabet", "оn Tuesday"),
    says("a ligature in the excerpt", "\ufb01sheries"),
    says("a ligature in the article", "on fisheries", TEXT.replace("fisheries", "\ufb01sheries")),
    says("a narrow hard space", "on\u202fTuesday"),
    says("a wide space", "on\u3000Tuesday"),
    says("two spaces", "on  Tuesday"),
    says("a space for a line break", "Tuesday. They"),
    says("low quotation marks", "a „memorandum of understanding“ on"),
    says("an apostrophe that is a letter", "Bergʼs view", TEXT + "Berg’s view.\n"),
    says("capitals", "On Tuesday"),
    says("a mark of direction", "\u200fon Tuesday"),
    says("markup of the web", "Norway &amp; Sweden", TEXT + "Norway & Sweden.\n"),
    says("a missing half of an ellipsis", "Foreign Minister … met her counterpart", code="E610"),
    edited("H6", "E605", "the second of one", (MET, MET + "      - {says: on Tuesday, nth: 2}\n")),
    edited("E2", "E402", "words of no known kind", (LAST, "{note: talks would go on, nth: 2}")),
    file("C11", "E421", "900,000 digits as a number", ARTICLE.replace(TITLE, TITLE + f"    ordinal: {'9' * 900_000}\n")),
]  # fmt: skip
