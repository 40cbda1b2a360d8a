"""Random questions: conditions that fit a list, joined by and, or, not; and options of starters."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from hypothesis import strategies as st
from sqlalchemy import not_

from communique import queries as q
from tests.queries.plain import facts as f
from tests.queries.plain.meaning import MEANT
from tests.queries.plain.telling import TOLD
from tests.queries.test_query_properties import CALLED, PERIODS

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import ColumnElement

    Says = Callable[[f.Archive, Any], bool]

ASKED_OF = {**MEANT, **TOLD}
DAYS = ["2020-02", "2020-02-10", "2020-12-31", "2021-03-02", "2021", "[..2021-03]", ".."]
KNOWN = ["2020-02", "2020-06", "2021-03-03", "2021", ".."]

_actor, _day, _known = (st.sampled_from(each) for each in ([*CALLED, "press"], DAYS, KNOWN))
_in_office = st.sampled_from([*DAYS, "2021-02-28", "2021-03-01", "2021-01/..", "2020-02/2020-12"])
_overdue = st.sampled_from(["2020-02-10", "2020-02-11", "2020-12-31", "2021-03", "[..2021-03]"])
_office = st.sampled_from(["minister-a", "Minister of Avaria", "ENVOY", "Common"])
_place = st.sampled_from(["land", "town", "hall", "isle", "Land", "Common"])
_country = st.sampled_from(["IR", "TR", "ir"])
_topic = st.sampled_from(["security", "Border Security", "smuggling"])
_article = st.sampled_from(["early", "late", "third", "none"])
_meeting = st.sampled_from(["m1", "m2", "m3"])
_deal = st.sampled_from(["d1", "d2"])
_level = st.sampled_from(["minister", "ambassador", "official"])
_portfolio = st.sampled_from(["interior", "foreign"])
_search = st.sampled_from(["border", "talks Avaria", "Treaty", "avarian"])
_met = st.sampled_from(["talks", "summit"])
_met_status = st.sampled_from(["held", "planned"])
_agreed = st.sampled_from(["mou", "treaty"])
_step = st.sampled_from(["proposed", "discussed", "signed", "withdrawn"])
_step_status = st.sampled_from(["done", "planned", "cancelled"])
_standing = st.sampled_from(["planned", "unknown", "contested", "signed", "proposed"])
_actor_kind = st.sampled_from(["person", "state", "media"])
_role = st.sampled_from(["host", "guest", "participant"])
_mode = st.sampled_from(["direct", "indirect"])
_basis = st.sampled_from(["stated", "inferred", "outside"])
_incident = st.sampled_from(["attack", "election"])
_name_kind = st.sampled_from(["canonical", "variant", "short"])
_fact = st.sampled_from(sorted({*f.LISTS}))
_record = st.sampled_from(["m1", "d1", "i1", "early", "early#1", "avaria", "ana", "minister-a"])

ARGUMENTS: dict[str, st.SearchStrategy[tuple[Any, ...]]] = {
    **{word: st.tuples(_actor) for word in (
        "attended_by", "in_series", "involves", "relayed_by", "reported_by", "side", "signed_by",
        "signed_for", "speaker")},
    **{word: st.sampled_from(PERIODS) for word in ("certainly_between", "possibly_between")},
    "about": st.tuples(_topic),
    "action_kind": st.tuples(_step),
    "action_status": st.tuples(_step_status),
    "actor_kind": st.tuples(_actor_kind),
    "agreement_kind": st.tuples(_agreed),
    "has_status": st.tuples(_standing) | st.tuples(_standing, _day),
    "held_in": st.tuples(_place),
    "in_country": st.tuples(st.sampled_from(["IR", "TR"])),
    "in_mode": st.tuples(_mode),
    "in_role": st.tuples(_role),
    "incident_kind": st.tuples(_incident),
    "known_on": st.tuples(_known),
    "matching": st.tuples(_search),
    "meeting_kind": st.tuples(_met),
    "meeting_status": st.tuples(_met_status),
    "on_sidelines_of": st.just(()) | st.tuples(_meeting),
    "part_of": st.tuples(_meeting),
    "reported_in": st.tuples(_article),
    "reported_independently": st.tuples(st.integers(1, 3)),
    "rests_on": st.tuples(_basis),
    "with_incident_role": st.tuples(st.sampled_from(["target", "claimant"])),
}  # fmt: skip
"""What each condition is asked with; ``in_office`` takes words of its own."""
POSTS = st.one_of(
    st.fixed_dictionaries({"level": _level}),
    st.fixed_dictionaries({"portfolio": _portfolio}),
    st.fixed_dictionaries({"office": _office}),
    st.fixed_dictionaries({"of": _actor}),
    st.fixed_dictionaries({"level": _level, "of": _actor}),
)

_DATED = {"certainly_between", "possibly_between"}
_TOLD = {"known_on", "reported_by", "reported_in"}
_RESTING = {"reported_independently", "rests_on"} | _TOLD
_PLACED = {"held_in", "in_country"}
_OF_MEETINGS = {"in_series", "meeting_kind", "meeting_status", "on_sidelines_of", "part_of"}
_AT_MEETINGS = {"attended_by", "in_mode", "in_role", "speaker", "signed_by", "signed_for"}
_EVENT = _DATED | _RESTING | _PLACED | {"involves", "relayed_by"}
_MEETING = _EVENT | _OF_MEETINGS | _AT_MEETINGS | {"about", "in_office", "side"}
_AGREED = _EVENT | {"about", "action_kind", "action_status", "agreement_kind", "has_status",
                    "in_office", "side", "signed_by", "signed_for"}  # fmt: skip
_INCIDENT = _EVENT | {"incident_kind", "with_incident_role"}
_IN_PRINT = _DATED | _TOLD | {"matching"}

FITS: dict[str, set[str]] = {
    "meetings": _MEETING,
    "engagements": _MEETING,
    "attendances": _MEETING | {"actor_kind"},
    "quotes": _MEETING | {"matching"},
    "agreements": _AGREED,
    "actions": _AGREED | _OF_MEETINGS | _AT_MEETINGS,
    "signings": _AGREED | _OF_MEETINGS | _AT_MEETINGS,
    "incidents": _INCIDENT,
    "holders": _DATED | _RESTING | {"in_office", "involves"},
    "actors": _RESTING | {"actor_kind", "in_country", "involves"},
    "articles": _IN_PRINT,
    "coverage": _IN_PRINT,
    "citations": _IN_PRINT,
    "spellings": _IN_PRINT | {"relayed_by"},
}
"""Which conditions fit which list."""
OF_KINDS: dict[type, set[str]] = {
    f.Meeting: _MEETING,
    f.Step: _AGREED | _OF_MEETINGS,
    f.Incident: _INCIDENT,
}
"""In a list of several kinds: what says something of each; of another kind it is false."""
UNIONS = ("plans", "timeline")
FITS["plans"] = OF_KINDS[f.Meeting] | OF_KINDS[f.Step]
FITS["timeline"] = FITS["plans"] | OF_KINDS[f.Incident]

_period = {"since": _day, "until": _day, "on": _day, "known_on": _known}
_where = {"place": _place, "country": _country}
OPTIONS: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "meetings": {"kind": _met, "status": _met_status, "actor": _actor, **_where, **_period},
    "engagements": {"on": _day, "known_on": _known},
    "attendances": {
        "actor": _actor, "side": _actor, "office": _office, "level": _level, "role": _role,
        "portfolio": _portfolio, "meeting": _meeting, "kind": _met, "status": _met_status,
        **_where, **_period,
    },
    "quotes": {
        "by": _actor, "about": _topic, "search": _search, "mode": _mode, "via": _actor,
        "meeting": _meeting, "article": _article, **_period,
    },
    "agreements": {
        "kind": _agreed, "party": _actor, "status": _standing, "topic": _topic, "on": _day,
        "known_on": _known,
    },
    "actions": {
        "agreement": _deal, "kind": _agreed, "action": _step, "status": _step_status,
        "by": _actor, "party": _actor, **_where, **_period,
    },
    "signings": {
        "level": _level, "portfolio": _portfolio, "kind": _agreed, "by": _actor, "party": _actor,
        **_where, "between": st.sampled_from(PERIODS), "planned": st.booleans(), **_period,
    },
    "incidents": {"kind": _incident, "actor": _actor, **_where, **_period},
    "holders": {
        "level": _level, "portfolio": _portfolio, "of": _actor, "office": _office,
        "actor": _actor, "on": _in_office, "known_on": _known,
    },
    "actors": {"kind": _actor_kind, "country": _country, "called": _actor, "known_on": _known},
    "articles": {
        "outlet": _actor, "search": _search, "language": st.sampled_from(["en", "fa"]), **_period,
    },
    "coverage": {
        "article": _article, "fact": _fact, "record": _record, "outlet": _actor,
        "known_on": _known,
    },
    "citations": {
        "article": _article, "fact": _fact, "record": _record, "basis": _basis, "outlet": _actor,
        "record_kind": st.sampled_from(["meeting", "actor", "quote", "agreement"]),
        "known_on": _known,
    },
    "spellings": {
        "actor": _actor, "office": _office, "kind": _name_kind, "in_article": _article,
        "record": st.sampled_from(["avaria", "ana", "minister-a", "town", "d1"]),
        "known_on": _known,
    },
    "plans": {
        "overdue_on": _overdue, "open_on": _day, "reported_on": _day,
        "actor": _actor, **_where, **_period,
    },
    "timeline": {
        "kind": st.sampled_from(["meeting", "agreement", "incident"]), "actor": _actor,
        "between": st.tuples(_actor, _actor), **_where, **_period,
    },
}  # fmt: skip
"""Every option of every starter."""


class Asked(NamedTuple):
    """A condition: in words, as the library has it, and what it says in plain Python."""

    text: str
    condition: ColumnElement[bool]
    says: Says

    def __repr__(self) -> str:
        return self.text


@cache
def conditions(name: str) -> st.SearchStrategy[Asked]:
    """Random conditions that fit a list, joined."""
    return st.recursive(st.one_of([condition(name, word) for word in FITS[name]]), _composed,
                        max_leaves=4)  # fmt: skip


@cache
def options(name: str) -> st.SearchStrategy[dict[str, Any]]:
    """A few options of a starter."""
    offered = OPTIONS[name]
    return st.lists(st.sampled_from(sorted(offered)), max_size=3, unique=True).flatmap(
        lambda chosen: st.fixed_dictionaries({each: offered[each] for each in chosen})
    )


@cache
def condition(name: str, word: str) -> st.SearchStrategy[Asked]:
    """One condition, asked of a list."""
    made, meant = getattr(q, word), ASKED_OF[word]

    def asked(given: tuple[Any, ...], post: dict[str, Any]) -> Asked:
        def says(a: f.Archive, fact: Any) -> bool:
            understood = name not in UNIONS or word in OF_KINDS[type(fact)]
            return understood and meant(a, fact, *given, **post)

        return Asked(f"{word}{given or post}", made(*given, **post), says)

    if word == "in_office":
        return POSTS.map(lambda post: asked((), post))
    return ARGUMENTS[word].map(lambda given: asked(given, {}))


def _composed(inner: st.SearchStrategy[Asked]) -> st.SearchStrategy[Asked]:
    pairs = st.tuples(inner, inner)
    return st.one_of(
        inner.map(lambda x: Asked(f"not ({x[0]})", not_(x[1]), lambda a, e: not x[2](a, e))),
        pairs.map(lambda two: Asked(
            f"({two[0][0]} and {two[1][0]})", two[0][1] & two[1][1],
            lambda a, e: two[0][2](a, e) and two[1][2](a, e))),
        pairs.map(lambda two: Asked(
            f"({two[0][0]} or {two[1][0]})", two[0][1] | two[1][1],
            lambda a, e: two[0][2](a, e) or two[1][2](a, e))),
    )  # fmt: skip
