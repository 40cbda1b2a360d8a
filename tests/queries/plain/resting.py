"""What facts rest on, and what was known on a day: as the archive's rules say it in words.

A fact rests on its own proofs, on those of the record it is part of, and a record also on
those of its parts. It was known by a day if an article that had certainly been published by
then proves it; without proof of its own, its record's counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.queries.plain import facts as f
from tests.queries.plain.looking import bounds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.queries.plain.facts import Archive, Proof
    from tests.queries.plain.looking import Bounds

TABLES: dict[type, str] = {
    f.Article: "article", f.Name: "name", f.Tenure: "tenure", f.Meeting: "meeting",
    f.Part: "participation", f.Deal: "agreement", f.Party: "party", f.Step: "agreement_action",
    f.Hand: "signature", f.Link: "agreement_link", f.Quote: "quote", f.Incident: "incident",
    f.Figure: "figure",
}  # fmt: skip


def own(a: Archive, *facts: object) -> list[Proof]:
    """The proofs of these facts themselves."""
    keys = {(TABLES[type(each)], each.id) for each in facts}  # type: ignore[attr-defined]
    return [each for each in a.proofs if (each.of, each.whose) in keys]


def parts_of(a: Archive, fact: object) -> list[object]:
    """The parts of a record that have proofs of their own."""
    match fact:
        case f.Step():
            return [each for each in a.hands if each.step == fact.id]
        case f.Deal():
            lists = (a.parties, a.steps, a.hands)
            return [each for some in lists for each in some if each.deal == fact.id]
        case f.Meeting():
            return [each for each in a.parts if each.meeting == fact.id]
        case f.Incident():
            return [e for e in a.figures if (e.of, e.whose) == ("incident", fact.id)]
        case f.Actor():
            names = [each for each in a.names if (each.of, each.slug) == ("actor", fact.slug)]
            return [*names, *(each for each in a.tenures if each.holder == fact.slug)]
    return []


def wholes_of(a: Archive, fact: object) -> list[object]:
    """The records that a fact is part of."""
    match fact:
        case f.Hand():
            return [a.steps[fact.step - 1], a.deals[fact.deal - 1]]
        case f.Step():
            return [a.deals[fact.deal - 1]]
        case f.Part():
            return [a.meeting(fact.meeting)]
    return []


def resting(a: Archive, fact: object) -> list[Proof]:
    """All that a fact rests on."""
    itself = [] if isinstance(fact, f.Actor) else [fact]
    return own(a, *itself, *parts_of(a, fact), *wholes_of(a, fact))


def origin(a: Archive, article: str, relayed: str | None) -> tuple[str, str]:
    """Where a report comes from: the agency, else the outlet, the credit line, the article."""
    printed = a.article(article)
    if relayed or printed.outlet:
        return "actor", relayed or printed.outlet or ""
    return ("credit", printed.credit) if printed.credit else ("article", article)


def out(a: Archive, article: str | None, day: str) -> bool:
    """The article had certainly been published by the end of the day."""
    if article is None:
        return False
    printed, limit = bounds(a.article(article).published)[1], bounds(day)[1]
    return printed is not None and (limit is None or printed <= limit)


def any_out(a: Archive, proofs: Iterable[Proof], day: str) -> bool:
    """One of the proofs had been published."""
    return any(out(a, each.article, day) for each in proofs)


def known(a: Archive, fact: object, day: str) -> bool:
    """The fact had been reported by the end of the day."""
    match fact:
        case f.Article():
            return out(a, fact.slug, day)
        case f.Quote():
            return out(a, fact.article, day)
        case f.Actor():
            names = [each for each in a.names if (each.of, each.slug) == ("actor", fact.slug)]
            return any_out(a, own(a, *names), day)
        case f.Tenure():
            return any_out(a, own(a, fact), day)
        case f.Hand():
            step = a.steps[fact.step - 1]
            return _by_itself_or(a, fact, day, known(a, step, day))
        case f.Step():
            return _by_itself_or(a, fact, day, _told_with_its_agreement(a, fact, day))
        case f.Part():
            whole = any_out(a, own(a, a.meeting(fact.meeting)), day)
            return _by_itself_or(a, fact, day, whole)
    return any_out(a, own(a, fact, *parts_of(a, fact)), day)


def _by_itself_or(a: Archive, fact: object, day: str, inherited: bool) -> bool:
    """By its own proof; if none stands in its own record's file, also by what it inherits."""
    proofs = own(a, fact)
    has_own = any(not each.mentioned for each in proofs)
    return any_out(a, proofs, day) or (not has_own and inherited)


def _told_with_its_agreement(a: Archive, step: f.Step, day: str) -> bool:
    """What was certainly printed before a step was done proves the agreement and not the step."""
    deal = a.deals[step.deal - 1]
    parties = [each for each in a.parties if each.deal == deal.id]
    begun = bounds(step.date)[0]

    def may_tell(proof: Proof) -> bool:
        printed = bounds(a.article(proof.article).published)[1] if proof.article else None
        early = printed is not None and begun is not None and printed < begun
        return step.status != "done" or not early

    return any_out(a, filter(may_tell, own(a, deal, *parties)), day)


def field_known(a: Archive, fact: object, field: str, day: str | None) -> bool:
    """Nothing proves the field apart, or some of what does was out; a step's date is also its
    meeting's.
    """
    if day is None:
        return True
    facts = [fact]
    if isinstance(fact, f.Step) and fact.meeting is not None:
        facts.append(a.meeting(fact.meeting))
    proofs = [each for each in own(a, *facts) if each.field == field]
    return not proofs or any_out(a, proofs, day)


def shown_days(a: Archive, fact: f.Meeting | f.Step | f.Incident, day: str | None) -> Bounds:
    """The bounds of its date, as far as it was known."""
    return bounds(fact.date) if field_known(a, fact, "date", day) else (None, None)


def shown_place(a: Archive, fact: f.Meeting | f.Step | f.Incident, day: str | None) -> str | None:
    """Where it was, as far as that was known."""
    return fact.place if field_known(a, fact, "place", day) else None
