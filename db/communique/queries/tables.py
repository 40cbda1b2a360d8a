"""The tables as queries name them: each under its own name, and the fixed second names.

Every statement here reads plain tables under fixed names, so that a condition finds its
table in whichever statement it is used, also in one that a host has written itself.
They are tables and not classes, because rows then skip the ORM's work on each of them.
"""

from __future__ import annotations

from functools import cache
from typing import Any, cast

from sqlalchemy import ColumnElement, FromClause, Integer, Table, Text, literal_column, type_coerce
from sqlalchemy import cast as in_sql

from ..models import (
    Actor,
    Agreement,
    AgreementAction,
    AgreementTopic,
    Article,
    ArticleNote,
    ArticleText,
    Catchword,
    Evidence,
    Figure,
    Incident,
    IncidentActor,
    LoadRun,
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
    Tension,
    Tenure,
    Topic,
    Wording,
)
from ..models.base import Base
from ..vocabulary import ActionStatus


@cache
def again(table: FromClause, word: str) -> FromClause:
    """The table under another name, for a sub-select; made once, since that is what costs."""
    return table.alias(word)


def as_text(number: ColumnElement[int]) -> ColumnElement[str]:
    """A number in digits, so that it can be part of a text."""
    return in_sql(number, Text)


def plain_text(word: ColumnElement[Any]) -> ColumnElement[str]:
    """A word as text, where a column holds the words of several vocabularies."""
    return type_coerce(word, Text)


def constant(value: str | int) -> ColumnElement[Any]:
    """A word or number of ours, written into the SQL: each bound value costs at every execution."""
    if isinstance(value, int):
        return literal_column(str(value), Integer)
    return literal_column("'" + str(value).replace("'", "''") + "'", Text)


def is_planned(rows: FromClause) -> ColumnElement[bool]:
    """The meeting or step is planned; the word stands in the SQL, as in the index of what is."""
    return rows.c.status == constant(ActionStatus.PLANNED)


def is_done(rows: FromClause) -> ColumnElement[bool]:
    """The step was taken."""
    return rows.c.status == constant(ActionStatus.DONE)


def _table(model: type[Base]) -> Table:
    return cast("Table", model.__table__)


actor = _table(Actor)
agreement = _table(Agreement)
agreement_topic = _table(AgreementTopic)
article = _table(Article)
article_note = _table(ArticleNote)
article_text = _table(ArticleText)
catchword = _table(Catchword)
evidence = _table(Evidence)
figure = _table(Figure)
incident = _table(Incident)
incident_actor = _table(IncidentActor)
load_run = _table(LoadRun)
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
tension = _table(Tension)
topic = _table(Topic)
wording = _table(Wording)

agency = actor.alias("agency")
attending = actor.alias("attending")
bound = actor.alias("bound")
holder = actor.alias("holder")
outlet = actor.alias("outlet")
owner = actor.alias("owner")
series = actor.alias("series")
side_taken = actor.alias("side")
signer = actor.alias("signer")
speaking = actor.alias("speaker")
taker = actor.alias("taker")
earlier = meeting.alias("earlier")
sidelined = meeting.alias("sidelined")
whole = meeting.alias("whole")
