"""Where the texts of articles are written: beside the article's file, each under its own name."""

from __future__ import annotations

import posixpath
from pathlib import PurePosixPath

_RECORDS = (".yaml", ".yml", ".jsonl", ".bak", ".orig", ".swp", "~", ".partial")
"""Endings under which the loader would read, or complain about, a text as a record file."""


class Texts:
    """Gives each text a place, and moves an article aside whose text would take another's."""

    def __init__(self, *taken: str) -> None:
        self.files: dict[str, bytes] = {}
        self._taken: dict[str, bytes | None] = dict.fromkeys(taken)
        self._folders = {"articles", *(posixpath.dirname(each) for each in taken)}

    def place(self, slug: str, text_file: str | None, content: bytes) -> tuple[str, str]:
        """The name of the article's file, and that of its text as seen from there.

        The text keeps the name that the record gives it. Where two articles have different
        texts of one name, the later article gets a folder of its own, and so does one whose
        text lies further up. A name that is no plain path gives way to ``SLUG.txt``.
        """
        wanted = text_file if text_file and _is_plain(text_file) else f"{slug}.txt"
        home = "articles"
        while not self._fits(path := posixpath.normpath(f"{home}/{wanted}"), content):
            home = f"{home}/{slug}.d"
        key = path.casefold()
        self._taken[key] = content
        self._folders |= {str(each) for each in PurePosixPath(key).parents}
        self.files[path] = content
        return f"{home}/{slug}.yaml", wanted

    def _fits(self, path: str, content: bytes) -> bool:
        key = path.casefold()  # on some systems A.txt and a.txt are one file
        parents = {str(each) for each in PurePosixPath(key).parents}
        return (
            not path.startswith("..")
            and key not in self._folders
            and not parents & self._taken.keys()
            and self._taken.get(key, content) == content
            and (key not in self._taken or path in self.files)
        )


def _is_plain(name: str) -> bool:
    return (
        not posixpath.isabs(name)
        and not name.endswith(("/", ".", *_RECORDS))
        and all(each.isprintable() and each not in '\\:*?"<>|' for each in name)
    )
