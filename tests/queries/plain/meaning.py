"""What conditions on who, what and where say of a fact, by the name of the condition.

Of a part they ask the part, of its meeting whether any part is so; what stands on a step, or
was said at a meeting, is asked of that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from tests.queries.plain import facts as f
from tests.queries.plain.looking import country_of, is_about, lies_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.queries.plain.facts import Archive


class Spoken(NamedTuple):
    """A quote with one of its speakers, or with nobody."""

    quote: f.Quote
    speaker: f.Speaker | None


def meeting_of(a: Archive, fact: Any) -> f.Meeting | None:
    """The meeting that a fact is, is part of, or took place at."""
    match fact:
        case f.Meeting():
            return fact
        case f.Hand():
            return meeting_of(a, a.steps[fact.step - 1])
        case Spoken():
            return meeting_of(a, fact.quote)
    return a.meeting(fact.meeting) if fact.meeting is not None else None


def steps_of(a: Archive, fact: Any) -> list[f.Step]:
    """The step that a fact is or stands on; of an agreement, those that were done."""
    match fact:
        case f.Step():
            return [fact]
        case f.Hand():
            return [a.steps[fact.step - 1]]
    return [each for each in a.steps if each.deal == fact.id and each.status == "done"]


def deal_of(a: Archive, fact: Any) -> f.Deal:
    """The agreement that a fact is or belongs to."""
    return fact if isinstance(fact, f.Deal) else a.deals[fact.deal - 1]


def hands_of(a: Archive, fact: Any) -> list[f.Hand]:
    """The signature itself, those on a step, those on done steps of an agreement or a meeting."""
    if isinstance(fact, f.Hand):
        return [fact]
    if isinstance(fact, f.Step | f.Deal):
        steps = steps_of(a, fact)
    else:
        met = meeting_of(a, fact)
        steps = [s for s in a.steps if met and s.meeting == met.id and s.status == "done"]
    return [each for each in a.hands if each.step in {step.id for step in steps}]


def parts_of(a: Archive, fact: Any) -> list[f.Part]:
    """The part itself, or all parts in the meeting of a fact."""
    if isinstance(fact, f.Part):
        return [fact]
    met = meeting_of(a, fact)
    return [each for each in a.parts if met and each.meeting == met.id]


def spoken_of(a: Archive, fact: Any) -> list[f.Speaker]:
    """The speaker of the row, or all who are quoted from the meeting of a fact."""
    if isinstance(fact, Spoken):
        return [fact.speaker] if fact.speaker else []
    said = {each.id for each in quotes_of(a, fact)}
    return [each for each in a.speakers if each.quote in said]


def quotes_of(a: Archive, fact: Any) -> list[f.Quote]:
    """The words themselves, or all that were said at the meeting of a fact."""
    if isinstance(fact, Spoken):
        return [fact.quote]
    met = meeting_of(a, fact)
    return [each for each in a.quotes if met and each.meeting == met.id]


def acts(a: Archive, part: f.Part | f.Speaker, text: str) -> bool:
    """Somebody of this name, or somebody on their behalf."""
    return bool({part.actor, part.behalf} & a.called("actor", text))


def bound(a: Archive, deal: int, text: str) -> bool:
    """A party of the agreement is so called."""
    called = a.called("actor", text)
    return any(each.deal == deal and each.actor in called for each in a.parties)


def had_a_hand(a: Archive, fact: Any, text: str) -> bool:
    """``involves``: attended, was represented, signed, is bound, speaks, had a part."""
    called = a.called("actor", text)
    match fact:
        case f.Actor():
            return fact.slug in called
        case f.Tenure():
            return fact.holder in called
        case f.Incident():
            return any(actor in called for actor, _ in fact.parts)
        case f.Hand():
            return bool({fact.signer, fact.party} & called)
        case Spoken():
            said = [each for each in a.speakers if each.quote == fact.quote.id]
            return any(acts(a, each, text) for each in said)
        case f.Step() | f.Deal():
            own = [fact] if isinstance(fact, f.Step) else _steps_in(a, fact)
            signed = any(hand.signer in called for hand in hands_of(a, fact))
            taken = any(step.by in called for step in own)
            return signed or taken or bound(a, deal_of(a, fact).id, text)
    return any(acts(a, part, text) for part in parts_of(a, fact))


def _steps_in(a: Archive, deal: f.Deal) -> list[f.Step]:
    return [each for each in a.steps if each.deal == deal.id]


def side(a: Archive, fact: Any, text: str) -> bool:
    """Signed or spoken for, represented, there itself, bound."""
    called = a.called("actor", text)
    states = {each for each in called if f.ACTORS[each].kind == "state"}
    match fact:
        case f.Hand():
            return fact.party in called
        case f.Step() | f.Deal():
            return bound(a, deal_of(a, fact).id, text)
        case Spoken():
            return fact.speaker is not None and fact.speaker.behalf in called
    return any(each.behalf in called or each.actor in states for each in parts_of(a, fact))


def _any_called(
    of: Callable[[Archive, Any], Iterable[Any]], column: str
) -> Callable[[Archive, Any, str], bool]:
    def says(a: Archive, fact: Any, text: str) -> bool:
        called = a.called("actor", text)
        return any(getattr(each, column) in called for each in of(a, fact))

    return says


def _any_is(
    of: Callable[[Archive, Any], Iterable[Any]], column: str
) -> Callable[[Archive, Any, str], bool]:
    return lambda a, fact, word: any(getattr(each, column) == word for each in of(a, fact))


def in_office(a: Archive, fact: Any, **post: str) -> bool:
    """Somebody signs, speaks, takes part in or holds an office that is so."""

    def fits(slug: str | None) -> bool:
        if slug is None:
            return False
        office = f.OFFICES[slug]
        return (
            ("level" not in post or office.level == post["level"])
            and ("portfolio" not in post or office.portfolio == post["portfolio"])
            and ("office" not in post or slug in a.called("office", post["office"]))
            and ("of" not in post or office.of in a.called("actor", post["of"]))
        )

    match fact:
        case f.Tenure():
            acting: list[Any] = [fact]
        case f.Hand() | f.Step() | f.Deal():
            acting = [*hands_of(a, fact)]
        case Spoken():
            acting = [fact.speaker] if fact.speaker else []
        case _:
            acting = [*parts_of(a, fact)]
    return any(fits(each.office) for each in acting)


def places_of(a: Archive, fact: Any) -> list[str | None]:
    """Where it was: of an agreement, where its done steps were taken."""
    match fact:
        case f.Hand() | f.Step() | f.Deal():
            return [each.place for each in steps_of(a, fact)]
        case f.Incident():
            return [fact.place]
    met = meeting_of(a, fact)
    return [met.place if met else None]


def held_in(a: Archive, fact: Any, text: str) -> bool:
    """It was in this place or in one that lies in it."""
    return any(lies_in(a, each, text) for each in places_of(a, fact))


def in_country(a: Archive, fact: Any, code: str) -> bool:
    """It was in this country; an actor is of it."""
    if isinstance(fact, f.Actor):
        return fact.country == code
    return any(country_of(each) == code for each in places_of(a, fact))


def about(a: Archive, fact: Any, text: str) -> bool:
    """It, its agreement or its meeting is about this topic or a narrower one."""
    match fact:
        case f.Hand() | f.Step() | f.Deal():
            return is_about(deal_of(a, fact).topics, text)
        case Spoken():
            return is_about(fact.quote.topics, text)
    met = meeting_of(a, fact)
    return met is not None and is_about(met.topics, text)


def action_status(a: Archive, fact: Any, word: str) -> bool:
    """The step is so; of an agreement, some step."""
    steps = _steps_in(a, fact) if isinstance(fact, f.Deal) else steps_of(a, fact)
    return any(each.status == word for each in steps)


def actor_kind(a: Archive, fact: Any, word: str) -> bool:
    """The actor is so; of a part, who took it."""
    slug = fact.slug if isinstance(fact, f.Actor) else fact.actor
    return slug is not None and f.ACTORS[slug].kind == word


def part_of(a: Archive, fact: Any, slug: str) -> bool:
    """Its meeting is part of this one, however deep."""
    met = meeting_of(a, fact)
    while met is not None and met.whole is not None:
        met = a.meeting(met.whole)
        if met.slug == slug:
            return True
    return False


def on_sidelines_of(a: Archive, fact: Any, slug: str | None = None) -> bool:
    """Its meeting was on the sidelines of this one, or of any."""
    met = meeting_of(a, fact)
    if met is None or met.beside is None:
        return False
    return slug is None or a.meeting(met.beside).slug == slug


def _meetings_of(a: Archive, fact: Any) -> list[f.Meeting]:
    met = meeting_of(a, fact)
    return [met] if met else []


MEANT: dict[str, Callable[..., bool]] = {
    "about": about,
    "action_kind": _any_is(steps_of, "kind"),
    "action_status": action_status,
    "actor_kind": actor_kind,
    "agreement_kind": lambda a, fact, word: deal_of(a, fact).kind == word,
    "attended_by": lambda a, fact, text: any(acts(a, part, text) for part in parts_of(a, fact)),
    "held_in": held_in,
    "in_country": in_country,
    "in_mode": _any_is(quotes_of, "mode"),
    "in_office": in_office,
    "in_role": _any_is(parts_of, "role"),
    "in_series": _any_called(_meetings_of, "series"),
    "incident_kind": lambda a, fact, word: fact.kind == word,
    "involves": had_a_hand,
    "meeting_kind": _any_is(_meetings_of, "kind"),
    "meeting_status": _any_is(_meetings_of, "status"),
    "on_sidelines_of": on_sidelines_of,
    "part_of": part_of,
    "side": side,
    "signed_by": _any_called(hands_of, "signer"),
    "signed_for": _any_called(hands_of, "party"),
    "speaker": _any_called(spoken_of, "actor"),
    "with_incident_role": lambda a, fact, word: any(role == word for _, role in fact.parts),
}
