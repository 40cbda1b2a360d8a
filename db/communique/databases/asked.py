"""What a search asks for: words, phrases and beginnings of words, joined by and, or, not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator


class Words(NamedTuple):
    """Folded words that stand one behind the other; of the last, perhaps only the beginning."""

    words: tuple[str, ...]
    prefix: bool = False

    @property
    def needle(self) -> str:
        """What to look for in a text that begins and ends with a space."""
        return f" {' '.join(self.words)}{'' if self.prefix else ' '}"


class All(NamedTuple):
    """Every one of these."""

    parts: tuple[Asked, ...]


class Some(NamedTuple):
    """Any of these."""

    parts: tuple[Asked, ...]


class Without(NamedTuple):
    """The one, where the other is not."""

    wanted: Asked
    unwanted: Asked


Asked: TypeAlias = Words | All | Some | Without


def leaves(asked: Asked, *, unwanted: bool = True) -> Iterator[Words]:
    """The words and phrases in their order, perhaps without those that must not stand there."""
    if isinstance(asked, Words):
        yield asked
    elif isinstance(asked, Without):
        yield from leaves(asked.wanted, unwanted=unwanted)
        if unwanted:
            yield from leaves(asked.unwanted)
    else:
        for part in asked.parts:
            yield from leaves(part, unwanted=unwanted)


def shape(asked: Asked) -> str:
    """The same for two questions that differ in their words only."""
    if isinstance(asked, Words):
        return "phrase" if len(asked.words) > 1 else "word"
    if isinstance(asked, Without):
        return f"({shape(asked.wanted)}-{shape(asked.unwanted)})"
    sign = "&" if isinstance(asked, All) else "|"
    return f"({sign.join(map(shape, asked.parts))})"


def for_fts5(asked: Asked) -> str:
    """The question as FTS5 reads it; in quotation marks no word can mean anything to it."""
    if isinstance(asked, Words):
        return f'"{" ".join(asked.words)}"{" *" if asked.prefix else ""}'
    if isinstance(asked, Without):
        return f"({for_fts5(asked.wanted)} NOT {for_fts5(asked.unwanted)})"
    sign = " AND " if isinstance(asked, All) else " OR "
    return f"({sign.join(map(for_fts5, asked.parts))})"


def for_tsquery(asked: Asked) -> str:
    """The question as ``tsquery`` reads it, a phrase being all of its words.

    Where it has a phrase, more may answer to it than were asked for, and never less.
    """
    if isinstance(asked, Words):
        *others, last = asked.words
        words = [*(f"'{word}'" for word in others), f"'{last}'{':*' if asked.prefix else ''}"]
        return f"({' & '.join(words)})"
    if isinstance(asked, Without):
        wanted = for_tsquery(asked.wanted)
        if has_phrase(asked.unwanted):
            return wanted
        return f"({wanted} & !{for_tsquery(asked.unwanted)})"
    sign = " & " if isinstance(asked, All) else " | "
    return f"({sign.join(map(for_tsquery, asked.parts))})"


def has_phrase(asked: Asked) -> bool:
    """Whether the order of words matters."""
    return any(len(leaf.words) > 1 for leaf in leaves(asked))
