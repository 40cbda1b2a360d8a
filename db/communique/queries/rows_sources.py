"""The rows of what is written and of who is written about: articles, their coverage, actors."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from ..vocabulary import ActorKind, Basis, NameKind, WordingKind


class Publication(NamedTuple):
    """An article: where and when it was published."""

    article: str
    title: str | None
    outlet: str | None
    outlet_name: str | None
    published_edtf: str | None
    published_earliest: date | None
    published_latest: date | None
    updated_edtf: str | None
    language: str | None
    credit: str | None
    dateline: str | None
    url: str | None
    external_id: str | None
    day: date | None
    id: int


class Hit(NamedTuple):
    """A title, a text or a quote that holds what was searched for.

    ``text`` is it in the words of the article, and begins at ``start_char`` of the article's
    text; a title stands nowhere in it. `snippet` cuts out what matters. ``of_id`` is the id of
    the quote, or of the article when it is none; ``rank`` compares hits of one search.
    """

    kind: WordingKind
    article: str
    title: str | None
    quote: str | None
    text: str
    start_char: int | None
    outlet: str | None
    published_edtf: str | None
    published_earliest: date | None
    published_latest: date | None
    of_id: int
    day: date | None
    id: int
    rank: int


class Coverage(NamedTuple):
    """How many excerpts of an article prove facts of one kind of one record."""

    article: str
    fact: str
    record_kind: str
    record: str
    excerpts: int
    day: date | None
    id: int


class Citation(NamedTuple):
    """A proof: what it proves, the words, how they were read, and where the curator wrote it.

    Outside knowledge has neither article nor words, only a note.
    """

    article: str | None
    fact: str
    record_kind: str
    record: str
    field: str | None
    basis: Basis
    excerpt: str | None
    start_char: int | None
    end_char: int | None
    note: str | None
    source_file: str | None
    source_line: int | None
    load_run: int | None
    day: date | None
    id: int


class Profile(NamedTuple):
    """An actor: a person, state, organisation, body, armed group or medium."""

    actor: str
    name: str
    kind: ActorKind
    country: str | None
    description: str | None
    wikidata: str | None
    id: int


class Spelling(NamedTuple):
    """A name as an article prints it, and where it was first read there."""

    record: str
    name: str
    spelling: str
    kind: NameKind
    language: str | None
    article: str
    start_char: int
    day: date | None
    id: int
    part: int


class Pair(NamedTuple):
    """Two actors, how often they are found together, and when for the first and last time."""

    a: str
    a_name: str
    b: str
    b_name: str
    times: int
    first_day: date | None
    last_day: date | None
