"""The catalogue, groups B and C: what no YAML file and no line of JSON Lines may be."""

from __future__ import annotations

from tests.loading.catalogue import Case, edited, file

TITLE = "    title: Talks in Oslo"


def title(row: str, code: str, name: str, value: str) -> Case:
    """A meeting whose title is written in this way."""
    return edited(row, code, name, (TITLE, f"    title: {value}"))


def line(row: str, code: str, name: str, text: str | bytes) -> Case:
    return file(row, code, name, text, ".jsonl")


B = [
    file("B1", "E201", "a tab", "topics:\n\tt: {label: A}\n"),
    edited("B1", "E201", "a tab deep inside", ("      - bo-berg\n", "\t- bo-berg\n")),
    title("B2", "E201", "a colon", "Statement: the end"),
    title("B3", "E201", "quotation marks inside", '"He said "hi""'),
    title("B18", "E213", "an open quotation mark", '"He said'),
    *(title("B4", "E201", f"a value that begins with {sign}", f"{sign} b") for sign in "@`%*&!,]}"),
    title("B4", "E201", "an emphasis", "*bold* move"),
    title("B5", "E202", "text behind a hash", "Treaty #5 signed"),
    title("B5", "E202", "nothing but a hash", "#5 signed"),
    title("B5", "E202", "a remark behind a value", "Talks # in Oslo"),
    edited("B5", "E202", "a hash in a list", ("topics: [fisheries]", "topics: [fisheries #5\n]")),
    edited("B5", "E202", "a hash in a list below", ("      - bo-berg\n", "      - bo-berg #1\n")),
    edited("B6", "E203", "a key twice", ("    kind: mou", "    kind: mou\n    kind: treaty")),
    edited("B6", "E203", "a slug twice", ("places:\n", "places:\n  oslo: {name: Oslo, kind: city}\n")),
    file("B6", "E203", "a section twice", "topics:\n  a: {label: A}\ntopics:\n  b: {label: B}\n"),
    file("B6", "E203", "a key twice, once quoted", 'topics:\n  a: {label: A, "label": B}\n'),
    file("B8", "E204", "two documents", "topics:\n  a: {label: A}\n---\ntopics:\n  b: {label: B}\n"),
    file("B8", "E204", "a document after its end", "topics:\n  a: {label: A}\n...\nb: c\n"),
    *(file("B9", "E205", f"nothing: {text!r}", text) for text in ("", "\n\n", "# c\n", "---\n", "{}\n", "[]\n", "- {}\n", "\ufeff")),
    *(file("B10", "E206", f"at the top: {text}", text) for text in ("text", "- a\n", "- a: b\n- c\n", "42", "null", "'a'", "- [a]\n")),
    edited("B12", "E208", "a merge key", (TITLE, "    <<: {a: b}\n" + TITLE)),
    file("B13", "E209", "a list as a key", "topics:\n  ? [1, 2]\n  : b\n"),
    file("B13", "E209", "a mapping as a key", "topics:\n  {a: b}: c\n"),
    edited("B14", "E401", "NO as a key", (TITLE, TITLE + "\n    NO: x")),
    edited("B14", "E401", "a number as a key", (TITLE, TITLE + "\n    1: x")),
    edited("B14", "E401", "nothing as a key", (TITLE, TITLE + "\n    ~: x")),
    edited("B14", "E407", "NO as a slug", ("  fisheries: {", "  NO: {")),
    file("B16", "E211", "a version", "%YAML 1.3\n---\ntopics:\n  a: {label: A}\n"),
    file("B16", "E211", "a version that is ours", "%YAML 1.1\n---\ntopics:\n  a: {label: A}\n"),
    file("B16", "E211", "a handle", "%TAG ! x\n---\ntopics:\n  a: {label: A}\n"),
    file("B16", "E211", "another directive", "%FOO\n---\ntopics:\n  a: {label: A}\n"),
    title("B18", "E213", "a folded text", ">\n      Talks in Oslo"),
    title("B18", "E213", "a folded text, stripped", ">-\n      Talks in Oslo"),
    title("B18", "E213", "a text over two lines", "Talks\n      in Oslo"),
    title("B18", "E213", "a quoted text over two lines", '"Talks\n      in Oslo"'),
    title("B18", "E213", "a single-quoted text over two lines", "'Talks\n      in Oslo'"),
    edited("B18", "E213", "an excerpt over two lines", ("evidence: her counterpart Bo Berg}", "evidence: her\n          counterpart Bo Berg}")),
    file("B18", "E213", "an open brace", "topics:\n  a: {label: A\n  b: {label: B}\n"),
    line("B1", "E201", "an open object", '{"topics": {'),
    line("B1", "E201", "a comma too many", '{"topics": {"a": {"label": "A"},}}'),
    line("B1", "E201", "a list that is open", '{"topics": ["a"'),
    line("B1", "E201", "no colon", '{"topics" {}}'),
    line("B1", "E201", "no value", '{"topics": }'),
    line("B1", "E201", "a word", '{"topics": yes}'),
    line("B1", "E201", "not a number", '{"topics": NaN}'),
    line("B1", "E201", "single quotation marks", "{'topics': {}}"),
    line("B3", "E201", "an open string", '{"topics": "a'),
    line("B3", "E201", "a wrong escape", '{"topics": "\\q"}'),
    line("B6", "E203", "a key twice in an object", '{"topics": {"a": {"label": "A", "label": "B"}}}'),
    line("B8", "E204", "two objects in a line", '{"topics": {"a": {"label": "A"}}} {}'),
    *(line("B9", "E205", f"no line: {text!r}", text) for text in ("", "\n \n", "{}")),
    line("B10", "E206", "a list as a line", '[{"topics": {}}]'),
    line("B10", "E206", "a text as a line", '{"topics": {"a": {"label": "A"}}}\n"topics"\n'),
]  # fmt: skip

BOMB = "a: &a [x,x,x,x,x,x]\n" + "".join(
    f"{b}: &{b} [{','.join([f'*{a}'] * 6)}]\n" for a, b in zip("abcde", "bcdef", strict=True)
)
MANY = 50_001
C = [
    file("C1", "E301", "an alias bomb", BOMB),
    title("C1", "E301", "an anchor", "&a Talks"),
    edited("C1", "E301", "an anchor on a mapping", ("    kind: mou", "    summary: &a {a: b}\n    kind: mou")),
    file("C1", "E301", "an anchor on a key", "topics:\n  &a t: {label: A}\n"),
    title("C3", "E301", "an undefined alias", "*x"),
    file("C3", "E301", "an alias as a key", "topics:\n  *x : {label: A}\n"),
    title("C4", "E302", "a constructor", '!!python/object/apply:os.system ["true"]'),
    title("C4", "E302", "a plain tag", "!!str Talks"),
    title("C4", "E302", "a tag of one's own", "!talks Talks"),
    title("C4", "E302", "a tag by its whole name", "!<tag:yaml.org,2002:str> Talks"),
    title("C4", "E302", "a handle nobody declared", "!z!x Talks"),
    edited("C4", "E302", "a tag on a list", ("topics: [fisheries]", "topics: !!set [fisheries]")),
    file("C6", "E303", "500 brackets", "a: " + "[" * 500 + "]" * 500),
    file("C7", "E303", "200,000 brackets", "[" * 200_000),
    file("C7", "E303", "200,000 brackets as a title", "topics:\n  t: {label: " + "[" * 200_000),
    file("C7", "E303", "200,000 braces", "a: " + "{a: " * 200_000),
    file("C7", "E303", "10,000 dashes", "- " * 10_000),
    file("C7", "E303", "a staircase", "".join(f"{' ' * n}a:\n" for n in range(300))),
    line("C7", "E303", "200,000 JSON brackets", '{"a": ' + "[" * 200_000),
    line("C7", "E303", "200,000 JSON braces", '{"a":' * 200_000),
    file("C8", "E304", "more than 5 MB", b"#" * 5_000_001),
    line("C8", "E304", "more than 5 MB in a line", b'{"topics": {' + b" " * 5_000_001 + b"}}\n"),
    title("C9", "E305", "a value of more than 1 MB", "x" * 1_000_001),
    title("C9", "E305", "a quoted value of more than 1 MB", '"' + "x" * 1_000_001 + '"'),
    line("C9", "E305", "a JSON value of more than 1 MB", '{"topics": {"t": {"label": "' + "x" * 1_000_001 + '"}}}'),
    Case("C9 an article of more than 5 MB", "E305", text=b"x " * 2_500_001, at="text_file"),
    file("C10", "E306", "more than 50,000 values", "topics: [" + "1, " * MANY + "]"),
    line("C10", "E306", "more than 50,000 JSON values", '{"topics": [' + "1, " * MANY + "1]}"),
    title("C11", "E405", "5,000 digits as a title", "9" * 5_000),
    edited("C11", "E421", "5,000 digits as a number", (TITLE, f"{TITLE}\n    ordinal: {'9' * 5_000}")),
    edited("C11", "E431", "5,000 digits as a date", ("    date: 2024-03-05\n", f"    date: {'9' * 5_000}\n")),
    line("C11", "E426", "5,000 JSON digits", '{"topics": ' + "9" * 5_000 + "}"),
    file("C13", "E306", "a mapping of 10,000 keys", "topics:\n" + "".join(f"  t{n}: {{label: A}}\n" for n in range(10_000))),
    line("C13", "E306", "an object of 10,000 keys", '{"topics": {' + ", ".join(f'"t{n}": 1' for n in range(10_000)) + "}}"),
    file("C14", "E303", "20,000 braces", "{" * 20_000),
    file("C14", "E303", "3,000 question marks", "? " * 3_000),
]  # fmt: skip
