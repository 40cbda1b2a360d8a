"""The three answers to a question about dates that are not fully known."""

from __future__ import annotations

from enum import StrEnum


class Certainty(StrEnum):
    """Whether something holds on every reading of the dates, on some, or on none.

    Ask for one by name (``answer is Certainty.CERTAINLY``) or for `can_be`; every member
    is a word, so its plain truth value says nothing.
    """

    CERTAINLY = "certainly"
    POSSIBLY = "possibly"
    IMPOSSIBLE = "impossible"

    @property
    def can_be(self) -> bool:
        """True unless no reading of the dates allows it."""
        return self is not Certainty.IMPOSSIBLE

    @classmethod
    def when(cls, *, certain: bool, possible: bool) -> Certainty:
        """The answer when these two judgements are given; what is certain is possible too."""
        if certain:
            return cls.CERTAINLY
        return cls.POSSIBLY if possible else cls.IMPOSSIBLE
