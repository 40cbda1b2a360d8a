"""Random archives: small, and full of what is told twice, late, by nobody or of no day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from hypothesis import strategies as st

from tests.queries.plain import facts as f
from tests.queries.test_query_properties import DATES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    T = TypeVar("T")
    Draw = Callable[[st.SearchStrategy[Any]], Any]

EARLY = [None, "2020-02", "2020-02-10", "[..2020-06]"]
LATE = [None, "[2020-06-03,2021-06-02]", "2021-03-03", "2021"]
PRINTED = {"early": EARLY, "late": LATE, "third": [*EARLY, *LATE]}
"""When each article may be published."""
SLUGS = tuple(PRINTED)
TITLES = ("Border talks", "Talks of Avaria", "A treaty on the border")
MODES = ("direct", "indirect")
FIELDED = ("meeting", "agreement_action", "incident")
"""The tables of what has a date that may be proven apart."""
SINCE = [None, "2020", "2020-02", "2020-02", "[2020-06-03,2021-06-02]"]
PRINTED_TWICE = {"avaria", "ana", "minister-a", "town", "d1"}
"""Whose names an article may print twice."""
SAME_DAY = [*DATES, *["2020-02-10"] * 4]
"""Dates of meetings and steps: several of one day, which only their order keeps apart."""
UNTIL = [None, "..", "..", "2020-12", "2021-03-01", "2021-12~"]
PROVEN = (
    *("meeting", "participation", "agreement_action", "incident") * 2,
    *("meeting", "agreement", "party", "signature", "figure", "figure", "tenure", "tenure"),
    *("name", "name", "quote", "article", "agreement_link"),
)
"""What proofs are of, by the tables; what is known late, or shown as unknown, comes more often."""


class _Pen:
    """Draws for one archive."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw

    def one(self, values: Sequence[T]) -> T:
        """One of some values."""
        value: T = self._draw(st.sampled_from(values))
        return value

    def maybe(self, values: Iterable[T]) -> T | None:
        """One of some values, or nothing."""
        return self.one([None, *values])

    def numbers(self, most: int, least: int = 0) -> range:
        """The numbers of some facts, from 1."""
        return range(1, self._draw(st.integers(least, most)) + 1)

    def some(self, values: Sequence[T], most: int, least: int = 0) -> list[T]:
        """A few of some values, each once."""
        found: list[T] = self._draw(
            st.lists(st.sampled_from(values), min_size=least, max_size=most, unique=True)
        )
        return found


@st.composite
def archives(draw: st.DrawFn) -> f.Archive:
    """An archive of some thirty facts, each with proofs or without."""
    a, pen = f.Archive(), _Pen(draw)
    a.articles = [
        f.Article(
            number, slug, pen.one(TITLES), pen.one(PRINTED[slug]),
            pen.one([None, None, "press", "ana"]), pen.one([None, "Source: us", "Source: us"]),
            pen.maybe(["en"]),
        )
        for number, slug in enumerate(SLUGS, start=1)
    ]  # fmt: skip
    _draw_meetings(a, pen)
    _draw_deals(a, pen)
    _draw_words(a, pen)
    a.incidents = [
        f.Incident(
            number, pen.one(["attack", "election"]), pen.maybe(DATES), pen.maybe(f.PLACES),
            [(who, pen.one(["target", "claimant"])) for who in pen.some(list(f.ACTORS), 2)],
        )
        for number in pen.numbers(3, least=1)
    ]  # fmt: skip
    counted = [
        (table, each.id)
        for table in ("incident", "incident", "agreement", "meeting", "quote")
        for each in a.of_kind(table)
    ]
    a.figures = [f.Figure(number, *pen.one(counted)) for number in pen.numbers(2, least=1)]
    a.names = [
        f.Name(number, kind, slug, text, "canonical")
        for number, (kind, slug, text) in enumerate(_canonical(), start=1)
    ]
    named = [*((each.of, each.slug) for each in a.names), *(("agreement", d.slug) for d in a.deals)]
    begun = len(a.names)
    for number in pen.numbers(3, least=2):
        of, slug = pen.one(named)
        text = pen.one(["Common", "Avaria", "Avaria", "Envoy"])
        a.names.append(f.Name(begun + number, of, slug, text, pen.one(["variant", "short"])))
    a.tenures = [
        f.Tenure(number, pen.one(["ana", "boris", "press"]),
                 pen.one(["minister-a", "minister-a", *f.OFFICES]), pen.one(SINCE), pen.one(UNTIL))
        for number in pen.numbers(4, least=2)
    ]  # fmt: skip
    _draw_proofs(a, pen)
    return a


def _canonical() -> Iterable[tuple[str, str, str]]:
    for slug in f.ACTORS:
        yield "actor", slug, slug.title()
    for slug, office in f.OFFICES.items():
        yield "office", slug, office.title
    for slug in f.PLACES:
        yield "place", slug, slug.title()


def _draw_meetings(a: f.Archive, pen: _Pen) -> None:
    all_of_them = pen.numbers(4, least=3)
    for number in all_of_them:
        others = range(1, number)
        a.meetings.append(
            f.Meeting(
                number, pen.one(["talks", "summit"]), pen.one(["held", "planned"]),
                pen.one(SAME_DAY), pen.maybe(f.PLACES), pen.maybe([*others] * 2), pen.maybe(others),
                pen.maybe([each for each in all_of_them if each != number] * 2),
                pen.maybe([each for each in others if a.meeting(each).status == "planned"] * 2),
                pen.maybe(["press", "avaria"]), pen.some(list(f.TOPICS), 1),
            )
        )  # fmt: skip
        people = [*pen.some(list(f.ACTORS), 3, least=2), *pen.some([None], 1)]
        for actor in people:
            a.parts.append(
                f.Part(
                    len(a.parts) + 1, number, actor, pen.maybe(f.OFFICES),
                    pen.maybe(["avaria", "borduria"]), pen.one(["host", "guest", "participant"]),
                )
            )  # fmt: skip


def _draw_deals(a: f.Archive, pen: _Pen) -> None:
    for number in pen.numbers(2, least=1):
        a.deals.append(f.Deal(number, pen.one(["mou", "treaty"]), pen.some(list(f.TOPICS), 1)))
        bound = pen.some(["avaria", "borduria", "ana"], 2, least=1)
        for actor in bound:
            a.parties.append(f.Party(len(a.parties) + 1, number, actor))
        for _ in pen.numbers(3, least=1):
            plans = [each.id for each in a.steps if each.status == "planned"]
            step = len(a.steps) + 1
            a.steps.append(
                f.Step(
                    step, number,
                    pen.one(["proposed", "proposed", "discussed", "signed", "withdrawn"]),
                    pen.one(["done", "done", "planned", "planned", "cancelled"]),
                    pen.one(SAME_DAY),
                    pen.maybe(f.PLACES), pen.maybe([each.id for each in a.meetings]),
                    pen.maybe(f.ACTORS), pen.maybe(plans * 2),
                )
            )  # fmt: skip
            for _ in pen.numbers(2):
                a.hands.append(
                    f.Hand(len(a.hands) + 1, step, number, pen.maybe(f.ACTORS),
                           pen.maybe(f.OFFICES), pen.one(bound))
                )  # fmt: skip
    if len(a.deals) == 2:
        a.links = [f.Link(number, 1, 2) for number in pen.numbers(1)]


def _draw_words(a: f.Archive, pen: _Pen) -> None:
    for number in pen.numbers(3, least=1):
        article = pen.one(SLUGS)
        place = 1 + sum(each.article == article for each in a.quotes)
        a.quotes.append(
            f.Quote(
                number, article, place, pen.one(TITLES), pen.one(MODES),
                pen.maybe([each.id for each in a.meetings]), pen.one([None, None, "press", "ana"]),
                pen.maybe(DATES), pen.maybe(["one remark"]), pen.some(list(f.TOPICS), 1),
            )
        )  # fmt: skip
        for actor in pen.some(list(f.ACTORS), 2):
            a.speakers.append(
                f.Speaker(len(a.speakers) + 1, number, actor, pen.maybe(f.OFFICES),
                          pen.maybe(["avaria"]))
            )  # fmt: skip


def _draw_proofs(a: f.Archive, pen: _Pen) -> None:
    """Most in an article, some twice of one fact, and some of a field that was told later."""
    provable = [table for table in PROVEN if a.of_kind(table)]

    def whose(table: str) -> int:
        number: int = pen.one([each.id for each in a.of_kind(table)])
        return number

    def prove(table: str, number: int, article: str | None, field: str | None) -> None:
        inside = article is not None
        a.proofs.append(
            f.Proof(
                len(a.proofs) + 1, table, number, article, pen.one([0, 3, 7]) if inside else None,
                pen.one(["stated", "inferred"]) if inside else "outside", field,
                pen.one([None, None, "ana"]) if inside else None,
                inside and pen.one([False, False, True]),
            )
        )  # fmt: skip

    for _ in pen.numbers(10, least=4):
        table = pen.one(provable)
        prove(table, whose(table), pen.one([*SLUGS, *SLUGS, None]), pen.one([None, "date"]))
    for _ in pen.numbers(5, least=3):
        table = pen.one([each for each in FIELDED if a.of_kind(each)])
        number = whose(table)
        prove(table, number, pen.one(["early", "third"]), None)
        prove(table, number, pen.one(["late", "late", "third"]), pen.one(["date", "place"]))
    for _ in pen.numbers(3, least=2):
        number = pen.one([each.id for each in a.names if each.slug in PRINTED_TWICE])
        article = pen.one(SLUGS)
        prove("name", number, article, None)
        prove("name", number, article, None)
