"""Why an excerpt is not in its article, and what to paste instead."""

from __future__ import annotations

import json

from ..complaints import shown
from ..texts import ArticleText, named
from .scope import Path, Scope

_LONGEST_PASTED = 300
_MOST_MARKS = 8


def explain(scope: Scope, text: ArticleText, words: str, path: Path) -> None:
    """Complain about an excerpt that does not stand in an article at word edges."""
    article = text.slug
    code, message, hint = "E604", f'"{shown(words)}" is not in {article}', ""
    if text.inside_a_word(words):
        message = f'"{shown(words)}" begins or ends inside a word in {article}'
        hint = "take the whole word"
    elif words.endswith("\n") and text.occurrences(words.rstrip("\n"), 1):
        message = f'"{shown(words)}" ends with a line break that {article} has not'
        hint = "write `|-` where you wrote `|`"
    elif not scope.complaints.may_search():
        hint = "copy the excerpt from the article"
    elif printed := text.printed_as(words):
        message = "only quotation marks, dashes or spaces differ from the article"
        message += f" ({_marks(words, printed)})"
        hint = f"paste the article's own text: {_pasted(printed)}"
    elif other := _elsewhere(scope, words):
        message += f", but in {other}"
        hint = f"give `article: {other}`"
    elif "..." in words or "…" in words or "[" in words:
        code, message = "E610", f"{message}; it holds an ellipsis or brackets"
        hint = "record the pieces, joined by one `utterance`"
    else:
        message, hint = _nearly(text, words, message)
    scope.complain(path, code, message, hint)


def _marks(words: str, printed: str) -> str:
    pairs = zip(words, printed, strict=True)
    every = sorted({f"{named(b)} for {named(a)}" for a, b in pairs if a != b})
    return ", ".join(every[:_MOST_MARKS])


def _elsewhere(scope: Scope, words: str) -> str | None:
    for other in scope.archive.texts():
        if other.occurrences(words, 1):
            return other.slug
    return None


def _nearly(text: ArticleText, words: str, message: str) -> tuple[str, str]:
    passage, difference = text.closest(words)
    if not passage:
        return f"{message}, nor in any other article", "copy the excerpt from the article"
    told = f"{message}; {difference}" if difference else message
    return told, f"the closest passage is: {_pasted(passage)}"


def _pasted(text: str) -> str:
    """A passage as a record file can hold it: between quotation marks where a sign is not seen."""
    if text.isprintable() or len(text) > _LONGEST_PASTED:
        return shown(text, _LONGEST_PASTED)
    seen = (each if each.isprintable() and each not in '"\\' else _escape(each) for each in text)
    return f'"{"".join(seen)}"'


def _escape(character: str) -> str:
    """An escape that YAML and JSON read; the latter only on the first plane."""
    number = ord(character)
    return f"\\U{number:08x}" if number > 0xFFFF else json.dumps(character)[1:-1]
