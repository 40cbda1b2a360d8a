"""The tables as queries name them: each under its own name, and the fixed second names.

Every statement here reads plain tables under fixed names, so that a condition finds its
table in whichever statement it is used, also in one that a host has written itself.
They are tables and not classes, because rows then skip the ORM's work on each of them.
"""

from __future__ import annotations

from functools import cache
from typing import cast

from sqlalchemy import FromClause, Table

from ..models import (
    Actor,
    Agreement,
    AgreementAction,
    AgreementTopic,
    Article,
    Evidence,
    Meeting,
    MeetingTopic,
    Name,
    Office,
    Participation,
    Party,
    Place,
    Quote,
    QuoteSpeaker,
    QuoteTopic,
    Signature,
    Tenure,
    Topic,
)
from ..models.base import Base


@cache
def again(table: FromClause, word: str) -> FromClause:
    """The table under another name, for a sub-select; made once, since that is what costs."""
    return table.alias(word)


def _table(model: type[Base]) -> Table:
    return cast("Table", model.__table__)


actor = _table(Actor)
agreement = _table(Agreement)
agreement_topic = _table(AgreementTopic)
article = _table(Article)
evidence = _table(Evidence)
meeting = _table(Meeting)
meeting_topic = _table(MeetingTopic)
name = _table(Name)
office = _table(Office)
participation = _table(Participation)
party = _table(Party)
place = _table(Place)
quote = _table(Quote)
quote_speaker = _table(QuoteSpeaker)
quote_topic = _table(QuoteTopic)
signature = _table(Signature)
step = _table(AgreementAction)
tenure = _table(Tenure)
topic = _table(Topic)

agency = actor.alias("agency")
bound = actor.alias("bound")
holder = actor.alias("holder")
outlet = actor.alias("outlet")
owner = actor.alias("owner")
side_taken = actor.alias("side")
signer = actor.alias("signer")
speaking = actor.alias("speaker")
whole = meeting.alias("whole")
