"""What there is: facts with numbers, which are those of their rows, and fixed registries."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from communique.names import fold


class Actor(NamedTuple):
    """Who acts."""

    slug: str
    kind: str
    country: str | None


class Office(NamedTuple):
    """A post: its title, rank, field, whose it is, and whether one holds it at a time."""

    title: str
    level: str
    portfolio: str | None
    of: str | None
    alone: bool


ACTORS = {
    slug: Actor(slug, kind, country)
    for slug, kind, country in (
        ("borduria", "state", "TR"), ("avaria", "state", "IR"), ("ana", "person", "IR"),
        ("boris", "person", None), ("press", "media", "TR"),
    )
}  # fmt: skip
OFFICES = {
    "minister-a": Office("Minister of Avaria", "minister", "interior", "avaria", True),
    "envoy-b": Office("Envoy", "ambassador", None, "borduria", False),
    "clerk": Office("Clerk", "official", "interior", None, False),
}
PLACES: dict[str, tuple[str | None, str | None]] = {
    "land": (None, "IR"), "town": ("land", "IR"), "hall": ("town", None), "isle": (None, "TR"),
}  # fmt: skip
"""By slug: what it lies in, and its country."""
TOPICS = {"security": None, "border-security": "security", "smuggling": "border-security"}
"""By slug: the broader one."""
REGISTRIES = {"actor": set(ACTORS), "office": set(OFFICES), "place": set(PLACES)}
LISTS = {
    "article": "articles", "name": "names", "tenure": "tenures", "meeting": "meetings",
    "participation": "parts", "agreement": "deals", "party": "parties",
    "agreement_action": "steps", "signature": "hands", "agreement_link": "links",
    "quote": "quotes", "incident": "incidents", "figure": "figures",
}  # fmt: skip
"""Where the facts that a proof may be of stand in the archive, by the names of their tables."""


@dataclass(frozen=True)
class Article:
    """A report, with what is printed about it."""

    id: int
    slug: str
    title: str
    published: str | None
    outlet: str | None
    credit: str | None
    language: str | None


@dataclass(frozen=True)
class Meeting:
    """A meeting; other meetings go by their numbers."""

    id: int
    kind: str
    status: str
    date: str
    place: str | None
    whole: int | None
    beside: int | None
    after: int | None
    fulfils: int | None
    series: str | None
    topics: list[str]

    @property
    def slug(self) -> str:
        """Its name."""
        return f"m{self.id}"


@dataclass(frozen=True)
class Part:
    """Somebody's part in a meeting."""

    id: int
    meeting: int
    actor: str | None
    office: str | None
    behalf: str | None
    role: str


@dataclass(frozen=True)
class Deal:
    """An agreement."""

    id: int
    kind: str
    topics: list[str]

    @property
    def slug(self) -> str:
        """Its name."""
        return f"d{self.id}"


@dataclass(frozen=True)
class Party:
    """Who is bound by an agreement."""

    id: int
    deal: int
    actor: str


@dataclass(frozen=True)
class Step:
    """A step of an agreement: at which meeting, by whom alone, fulfilling which plan."""

    id: int
    deal: int
    kind: str
    status: str
    date: str
    place: str | None
    meeting: int | None
    by: str | None
    fulfils: int | None


@dataclass(frozen=True)
class Hand:
    """A signature on a step."""

    id: int
    step: int
    deal: int
    signer: str | None
    office: str | None
    party: str


@dataclass(frozen=True)
class Link:
    """One agreement refers to another."""

    id: int
    deal: int
    to: int


@dataclass(frozen=True)
class Quote:
    """Words in an article, the ``number``-th there."""

    id: int
    article: str
    number: int
    text: str
    mode: str
    meeting: int | None
    relayed: str | None
    date: str | None
    utterance: str | None
    topics: list[str]

    @property
    def slug(self) -> str:
        """What it is called."""
        return f"{self.article}#{self.number}"


@dataclass(frozen=True)
class Speaker:
    """Who speaks, in which office, for whom."""

    id: int
    quote: int
    actor: str
    office: str | None
    behalf: str | None


@dataclass(frozen=True)
class Incident:
    """What diplomacy refers to, with who had which part in it."""

    id: int
    kind: str
    date: str | None
    place: str | None
    parts: list[tuple[str, str]]

    @property
    def slug(self) -> str:
        """Its name."""
        return f"i{self.id}"


@dataclass(frozen=True)
class Figure:
    """A number, of a record of some kind."""

    id: int
    of: str
    whose: int


@dataclass(frozen=True)
class Name:
    """How an actor, office, place or agreement is written."""

    id: int
    of: str
    slug: str
    text: str
    kind: str


@dataclass(frozen=True)
class Tenure:
    """Somebody in an office."""

    id: int
    holder: str
    office: str
    since: str | None
    until: str | None


@dataclass(frozen=True)
class Proof:
    """Why a fact is held: ``of`` names its table; no article means outside knowledge.

    A ``mentioned`` one stands in the file of its article and not in that of the record.
    """

    id: int
    of: str
    whose: int
    article: str | None
    start: int | None
    basis: str
    field: str | None
    relayed: str | None
    mentioned: bool


@dataclass
class Archive:
    """All facts, each list in the order of its numbers, which begin with 1."""

    articles: list[Article] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    deals: list[Deal] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    hands: list[Hand] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    speakers: list[Speaker] = field(default_factory=list)
    incidents: list[Incident] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    tenures: list[Tenure] = field(default_factory=list)
    proofs: list[Proof] = field(default_factory=list)

    def article(self, slug: str) -> Article:
        """The article of this slug."""
        return next(each for each in self.articles if each.slug == slug)

    def meeting(self, number: int) -> Meeting:
        """The meeting of this number."""
        return self.meetings[number - 1]

    def of_kind(self, table: str) -> list[Any]:
        """The facts of a table."""
        return list(getattr(self, LISTS[table]))

    def called(self, kind: str, text: str) -> set[str]:
        """Slugs of the actors, offices or places that a text means: the slug, or all so written."""
        if text in REGISTRIES[kind]:
            return {text}
        key = fold(text)
        return {each.slug for each in self.names if each.of == kind and fold(each.text) == key}
