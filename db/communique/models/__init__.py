"""The nouns: tables as SQLAlchemy models. No sessions, no settings, no files.

Every relationship is ``lazy="raise"``: a query says what it loads, and a loop
over rows never becomes a query for each.
"""

from sqlalchemy import Connection, MetaData
from sqlalchemy.event import listens_for

from .actors import Actor, Office, Tenure
from .agreements import Agreement, AgreementAction, AgreementLink, Party, Signature
from .articles import Article, ArticleNote, ArticleText
from .base import Base
from .catchwords import Catchword
from .evidence import SUBJECTS, Evidence, Tension, index_subjects
from .incidents import Figure, Incident, IncidentActor
from .meetings import Meeting, Participation
from .names import Name
from .placed import tables_in
from .places import Place
from .quotes import Quote, QuoteSpeaker
from .rules import add_rules
from .runs import DataDictionary, LoadRun
from .topics import AgreementTopic, MeetingTopic, QuoteTopic, Topic
from .wording import Wording


def declared() -> MetaData:
    """All tables with every rule and index, for whoever makes or compares schemas.

    Asking needs none of them, and naming a database's own options imports its whole dialect:
    a twelfth of one answer's time.
    """
    metadata = Base.metadata
    if not metadata.info.get("complete"):
        metadata.info["complete"] = True
        for table in metadata.tables.values():
            add_rules(table)
        index_subjects(metadata.tables["evidence"])
    return metadata


@listens_for(Base.metadata, "before_create")
def _complete(_target: MetaData, _connection: Connection, **_options: object) -> None:
    declared()


__all__ = [
    "SUBJECTS",
    "Actor",
    "Agreement",
    "AgreementAction",
    "AgreementLink",
    "AgreementTopic",
    "Article",
    "ArticleNote",
    "ArticleText",
    "Base",
    "Catchword",
    "DataDictionary",
    "Evidence",
    "Figure",
    "Incident",
    "IncidentActor",
    "LoadRun",
    "Meeting",
    "MeetingTopic",
    "Name",
    "Office",
    "Participation",
    "Party",
    "Place",
    "Quote",
    "QuoteSpeaker",
    "QuoteTopic",
    "Signature",
    "Tension",
    "Tenure",
    "Topic",
    "Wording",
    "declared",
    "tables_in",
]
