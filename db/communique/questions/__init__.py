"""Questions by name: SELECTs for people, each with its question in words.

    from communique import connect
    from communique.questions import question

    with connect("sqlite:///communique.db") as session:
        sql = question("whom-somebody-met").sql(actor="ahmad-vahidi")
        print(session.connection().exec_driver_sql(sql).all())

Each stands in a file beside this one, whose first comment is the question. It is plain SQL
that any tool runs as it is, on either database, and reads tables and views alone. What may
be set is a literal in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import UsageError
from ..names import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Question", "question", "questions"]

_FILES = Path(__file__).parent
_KEYS = re.compile(r"^(theme|set|python|shell|compare): (.+)$")
# No quotation mark and no backslash: a value of this kind is itself in any SQL text.
_WORD = re.compile(r"[a-z0-9]+(?:[-_#][a-z0-9]+)*")


@dataclass(frozen=True)
class Question:
    """A question in words and as SQL, and how else it can be asked.

    ``settings`` are what may be set, with what they are in the SQL as it stands: days, and
    words such as slugs. ``python`` is an expression over the public names, ``shell`` a line
    of the command line; they answer the same rows, in ``compare`` or else in all columns.
    """

    number: int
    name: str
    question: str
    about: str
    theme: str
    settings: Mapping[str, str]
    python: str | None
    shell: str | None
    compare: tuple[str, ...]
    text: str

    def sql(self, **values: str) -> str:
        """The SELECT with other values; UsageError where one does not exist or cannot be."""
        for name, value in values.items():
            self._require(name, value)
        literals = {f"'{old}'": f"'{values.get(name, old)}'" for name, old in self.settings.items()}
        # In one pass, so that two values may change places.
        return re.sub(r"'[^']*'", lambda found: literals.get(found[0], found[0]), self.text)

    def _require(self, name: str, value: str) -> None:
        if name not in self.settings:
            known = ", ".join(self.settings) or "nothing"
            raise UsageError(f'"{name}" cannot be set in {self.name}.', hint=f"can be set: {known}")
        if _is_day(self.settings[name]):
            if not _is_day(value):
                raise UsageError(f'"{value}" is no day for {name}.', hint="write it as 2021-10-20")
        elif not _WORD.fullmatch(value):
            raise UsageError(f'"{value}" is no slug for {name}.', hint="write it as a-slug")


def questions() -> tuple[Question, ...]:
    """All questions, by their numbers."""
    return _read()


def question(name: str) -> Question:
    """The question of this name or number; UsageError tells the nearest names."""
    wanted = name.strip().replace("_", "-")
    for each in questions():
        if wanted in (each.name, str(each.number)):
            return each
    near = nearest(wanted, [each.name for each in questions()])
    meant = " or ".join(f'"{each}"' for each in near)
    raise UsageError(
        f'No question is called "{name}".',
        hint=f"did you mean {meant}?" if meant else "communique sql --list names them",
    )


@lru_cache(maxsize=1)
def _read() -> tuple[Question, ...]:
    return tuple(_of(file) for file in sorted(_FILES.glob("[0-9]*.sql")))


def _of(file: Path) -> Question:
    number, _, name = file.stem.partition("_")
    lines = file.read_text(encoding="utf-8").splitlines()
    head = [line.removeprefix("--").strip() for line in lines if line.startswith("--")]
    told: dict[str, list[str]] = {}
    words = []
    for line in head[1:]:
        if found := _KEYS.match(line):
            told.setdefault(found[1], []).append(found[2])
        else:
            words.append(line)
    pairs = (line.partition(" = ") for line in told.get("set", []))
    return Question(
        number=int(number),
        name=name.replace("_", "-"),
        question=head[0],
        about=" ".join(" ".join(words).split()),
        theme=told["theme"][0],
        settings={key: value for key, _, value in pairs},
        python=told.get("python", [None])[0],
        shell=told.get("shell", [None])[0],
        compare=tuple(told.get("compare", [""])[0].split()),
        text="\n".join(line for line in lines if not line.startswith("--")),
    )


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
