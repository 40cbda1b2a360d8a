"""Runs mutated files through the loader; as a program, in a process that may be watched and limited.

python -m tests.loading.mutated FIRST LAST FOLDER    check the files of these numbers, print what each got
"""

from __future__ import annotations

import json
import resource
import sys
import unicodedata
from pathlib import Path

from communique.loading import check
from communique.loading.builder import DEFAULT, Builder
from communique.loading.nodes import Null, plain
from tests.loading.archives import ARTICLE, TEXT, TODAY
from tests.loading.mutators import mutated

LIMIT = 512 * 1024 * 1024
SMALL = "topics:\n  a: {label: A}\n  b:\n    label: B\n    broader: a\n"
LATER = """article: {text_file: oslo.txt, published: 2024-03-12}
mentions:
  - {of: topic/a, says: on Tuesday}
tensions:
  t: {between: [{of: quote, says: "We are glad,", article: x}, {of: x, says: y}], note: |-
    two words}
"""


def as_json(text: str) -> str:
    """The same records as one line of JSON."""
    tree = plain(Builder("f", text, DEFAULT).build())
    return json.dumps(
        tree, ensure_ascii=False, default=lambda value: None if isinstance(value, Null) else value
    )


VALID = [
    (".yaml", ARTICLE),
    (".yaml", SMALL),
    (".yaml", LATER.replace(", note: |-\n    two words", "")),
    (".jsonl", as_json(ARTICLE) + "\n"),
    (".jsonl", as_json(SMALL) + "\n" + as_json(SMALL.replace("a", "c")) + "\n"),
]


def is_safe(text: str) -> bool:
    """Whether a message moves nothing on a terminal, and can be written to any file."""
    return all(each.isprintable() or unicodedata.category(each) == "Zs" for each in text)


def judged(ending: str, content: bytes, folder: Path) -> list[str]:
    """The codes of one file, loaded from a folder that holds its text."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "oslo.txt").write_text(TEXT, encoding="utf-8")
    path = folder / f"bad{ending}"
    path.write_bytes(content)
    try:
        found = check([path], today=TODAY).complaints
        for each in found:
            assert is_safe(str(each)), repr(each)
        return [each.code for each in found]
    finally:
        path.unlink()


def main(arguments: list[str]) -> None:
    """Check a range of files; a limit on memory turns a bomb into an error that is seen."""
    first, last, folder = int(arguments[0]), int(arguments[1]), Path(arguments[2])
    resource.setrlimit(resource.RLIMIT_AS, (LIMIT, LIMIT))
    for seed in range(first, last):
        ending, names, content = mutated(seed, VALID)
        found = " ".join(judged(ending, content, folder))
        sys.stdout.write(f"{seed} {names} {found}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
