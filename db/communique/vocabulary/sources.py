"""Words for what is written: bases of facts, modes of speech, figures, health of a text."""

from __future__ import annotations

from enum import StrEnum


class Basis(StrEnum):
    """How a fact follows from its source."""

    STATED = "stated"
    INFERRED = "inferred"
    OUTSIDE = "outside"  # the curator knows it from elsewhere and says so in a note


class Mode(StrEnum):
    """How speech is reported."""

    DIRECT = "direct"
    DIRECT_UNMARKED = "direct_unmarked"  # first person, no quotation marks
    INDIRECT = "indirect"
    FRAGMENT = "fragment"  # a few quoted words inside the reporter's sentence


class Qualifier(StrEnum):
    """How exact a reported number claims to be."""

    EXACT = "exact"
    ABOUT = "about"
    AT_MOST = "at_most"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    NEARLY = "nearly"


class NoteKind(StrEnum):
    """What ails an article's text."""

    UNCLOSED_QUOTATION_MARK = "unclosed_quotation_mark"
    SPLICE = "splice"
    PROBABLE_MISTRANSLATION = "probable_mistranslation"
    DUPLICATED_TEXT = "duplicated_text"
    OTHER = "other"


class WordingKind(StrEnum):
    """What full text searches."""

    TITLE = "title"  # the headline of an article
    TEXT = "text"  # the text of an article
    QUOTE = "quote"


class CatchwordKind(StrEnum):
    """Tables whose rows are listed by the words of their names or titles."""

    NAME = "name"
    AGREEMENT = "agreement"
    MEETING = "meeting"
    INCIDENT = "incident"
    OFFICE = "office"


class RecordKind(StrEnum):
    """The kinds of records that a curator names; ``kind/slug`` is a full reference."""

    TOPIC = "topic"
    PLACE = "place"
    ACTOR = "actor"
    OFFICE = "office"
    ARTICLE = "article"
    MEETING = "meeting"
    AGREEMENT = "agreement"
    INCIDENT = "incident"
    TENSION = "tension"
