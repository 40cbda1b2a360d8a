"""Words for who acts: kinds of actors, levels of office, portfolios, ways of writing a name."""

from __future__ import annotations

from enum import StrEnum


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    STATE = "state"
    ORGANISATION = "organisation"
    BODY = "body"  # a council, a commission, a format such as "Astana"
    ARMED_GROUP = "armed_group"
    MEDIA = "media"


class Level(StrEnum):
    """Rank of an office. A deputy minister, a vice-president or a speaker is not a minister."""

    HEAD_OF_STATE = "head_of_state"
    HEAD_OF_GOVERNMENT = "head_of_government"
    VICE_PRESIDENT = "vice_president"
    MINISTER = "minister"
    DEPUTY_MINISTER = "deputy_minister"
    SPEAKER = "speaker"
    AMBASSADOR = "ambassador"
    GOVERNOR = "governor"
    MILITARY = "military"
    OFFICIAL = "official"


class Portfolio(StrEnum):
    """The field of government that an office is charged with."""

    FOREIGN = "foreign"
    INTERIOR = "interior"
    DEFENCE = "defence"
    INTELLIGENCE = "intelligence"
    SECURITY = "security"
    FINANCE = "finance"
    ECONOMY = "economy"
    TRADE = "trade"
    ENERGY = "energy"
    TRANSPORT = "transport"
    JUSTICE = "justice"
    OTHER = "other"


class NameKind(StrEnum):
    """How a way of writing relates to the thing it names."""

    CANONICAL = "canonical"
    VARIANT = "variant"
    SHORT = "short"
    ACRONYM = "acronym"
    FORMER = "former"
    TRANSLATION = "translation"


class PlaceKind(StrEnum):
    """What a place is."""

    CITY = "city"
    COUNTRY = "country"
    REGION = "region"
    VENUE = "venue"
