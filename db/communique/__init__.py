"""The public record of diplomacy: who met whom, who signed what, who said what.

    from communique import connect, signings

    with connect("sqlite:///communique.db") as session:
        for row in session.execute(signings(level="minister", kind="mou")):
            print(row.signer_name, row.office_title, row.signed_edtf)

Importing this package is cheap: each name is imported when it is first used.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

from .lazily import lazily
from .version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import URL, Engine
    from sqlalchemy.orm import Session

    from .aio import connect_async
    from .dates import (
        Certainty,
        PartialDate,
    )
    from .errors import (
        AmbiguousName,
        CommuniqueError,
        CuratedDataError,
        DateError,
        LockTimeout,
        NotOurDatabase,
        SchemaError,
        SearchError,
        StorageError,
        UsageError,
    )
    from .indexing import index_texts
    from .loading import (
        Change,
        Complaint,
        Outcome,
        Report,
        check,
        load,
    )
    from .migrate import (
        MigrationResult,
        check_schema,
        current_revision,
        downgrade,
        latest_revision,
        not_ours,
        offline_sql,
        require_latest,
        upgrade,
    )

    # fmt: off
    from .queries import (  # isort: skip
        Citation, citations, Action, Answered, Attendance, Attribution, Bilateral, Claim,
        Comparison, Coverage, Dossier, Edge, Encounter, Engagement, Event, Found, Gathering,
        Happening, Hit, Holding, Loose, Network, Node, Pair, Plan, Predicate, Profile, Proof,
        Publication, Pull, Signing, Snippet, Source, Sources, Spelling, Standing, Statement, Stats,
        Unclaimed, about, action_kind, action_status, actions, actor_kind, actors, agreement_kind,
        agreements, articles, as_data, ask, attendances, attended_by, attribution, bilateral,
        certainly_between, co_signatories, compare, count, coverage, dossier, encounters,
        engagements, evidence_for, find, has_status, held_in, holders, in_country, in_mode,
        in_office, in_role, in_series, incident_kind, incidents, involves, known_on, matching,
        meeting_kind, meeting_status, meetings, named, narrowed, network, on_sidelines_of, page,
        part_of, plans, possibly_between, quotes, relayed_by, reported_by, reported_in,
        reported_independently, resolve_actor, resolve_office, resolve_place, rests_on, search,
        side, signed_by, signed_for, signings, snippet, sources, speaker, spellings, stats,
        timeline, unclaimed, who_met_whom, with_evidence, with_incident_role,
    )
    # fmt: on

__all__ = [
    "Action", "AmbiguousName", "Answered", "Attendance", "Attribution", "Bilateral", "Certainty",
    "Change", "Citation", "Claim", "CommuniqueError", "Comparison", "Complaint", "Coverage",
    "CuratedDataError", "DateError", "Dossier", "Edge", "Encounter", "Engagement", "Event", "Found",
    "Gathering", "Happening", "Hit", "Holding", "LockTimeout", "Loose", "MigrationResult",
    "Network", "Node", "NotOurDatabase", "Outcome", "Pair", "PartialDate", "Plan", "Predicate",
    "Profile", "Proof", "Publication", "Pull", "Report", "SchemaError", "SearchError", "Signing",
    "Snippet", "Source", "Sources", "Spelling", "Standing", "Statement", "Stats", "StorageError",
    "Unclaimed", "UsageError", "__version__", "about", "action_kind", "action_status", "actions",
    "actor_kind", "actors", "agreement_kind", "agreements", "articles", "as_data", "ask",
    "attendances", "attended_by", "attribution", "bilateral", "certainly_between", "check",
    "check_schema", "citations", "co_signatories", "compare", "connect", "connect_async", "count",
    "coverage", "current_revision", "dossier", "downgrade", "encounters", "engagements",
    "evidence_for", "find", "has_status", "held_in", "holders", "in_country", "in_mode",
    "in_office", "in_role", "in_series", "incident_kind", "incidents", "index_texts", "involves",
    "known_on", "latest_revision", "load", "matching", "meeting_kind", "meeting_status", "meetings",
    "named", "narrowed", "network", "not_ours", "offline_sql", "on_sidelines_of", "page", "part_of",
    "plans", "possibly_between", "quotes", "relayed_by", "reported_by", "reported_in",
    "reported_independently", "require_latest", "resolve_actor", "resolve_office", "resolve_place",
    "rests_on", "search", "side", "signed_by", "signed_for", "signings", "snippet", "sources",
    "speaker", "spellings", "stats", "timeline", "unclaimed", "upgrade", "who_met_whom",
    "with_evidence", "with_incident_role",
]  # fmt: skip

_HOMES = {
    "aio": "connect_async",
    "dates": "Certainty PartialDate",
    "errors": "AmbiguousName CommuniqueError CuratedDataError DateError LockTimeout NotOurDatabase"
    " SchemaError SearchError StorageError UsageError",
    "indexing": "index_texts",
    "loading": "Change Complaint Outcome Report check load",
    "migrate": "MigrationResult check_schema current_revision downgrade latest_revision not_ours"
    " offline_sql require_latest upgrade",
}
_HERE = {"connect", "__version__", *" ".join(_HOMES.values()).split()}
# All other names are questions.
lazily(__name__, {**_HOMES, "queries": " ".join(name for name in __all__ if name not in _HERE)})


@contextmanager
def connect(database: str | URL | Engine, *, schema: str | None = None) -> Iterator[Session]:
    """A session for asking, on a database by URL or on a lent engine.

    Opened by URL it cannot write, and a missing file is told instead of created. ``schema`` is
    the PostgreSQL schema that holds our tables. Raises SchemaError, with the command that cures
    it, when the database is at another revision than this version reads.
    """
    from .migrate import require_latest
    from .queries import connect as session_on

    with session_on(database, schema=schema) as session:
        require_latest(session.get_bind().engine)
        yield session


logging.getLogger(__name__).addHandler(logging.NullHandler())
