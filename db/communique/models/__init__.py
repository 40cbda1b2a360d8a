"""The nouns: tables as SQLAlchemy models. No sessions, no settings, no files.

Every relationship is ``lazy="raise"``: a query says what it loads, and a loop
over rows never becomes a query for each.
"""

from .actors import Actor, Office, Tenure
from .agreements import Agreement, AgreementAction, AgreementLink, Party, Signature
from .articles import Article, ArticleNote, ArticleText
from .base import Base
from .evidence import SUBJECTS, Evidence, Tension, index_subjects
from .incidents import Figure, Incident, IncidentActor
from .meetings import Meeting, Participation
from .names import Name
from .places import Place
from .quotes import Quote, QuoteSpeaker
from .rules import add_rules
from .runs import DataDictionary, LoadRun
from .topics import AgreementTopic, MeetingTopic, QuoteTopic, Topic

for _table in Base.metadata.tables.values():
    add_rules(_table)
index_subjects(Base.metadata.tables["evidence"])

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
]
