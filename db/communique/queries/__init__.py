"""Questions: starters that return ordered statements, and conditions that compose.

    signings  meetings  attendances  encounters  agreements  actions  plans  quotes
    holders  incidents  articles  actors  timeline  coverage  citations
                                                a ``Select`` each, newest first
    search  matching  snippet                   full text: hits by rank, a condition, a piece
    engagements                                 somebody's meetings, in the order told
    signed_by  signed_for  attended_by  ...     conditions for ``.where()``
    count  page  narrowed  named                of a statement or its rows
    evidence_for                                what the rows rest on
    spellings                                   how a name is printed, article by article
    who_met_whom  co_signatories  network       who is found together, how often and when
    compare  attribution  sources               what articles make of a meeting, a quote, a record
    dossier  bilateral                          all of one actor, and of what two share
    ask  with_evidence                          names resolved, and rows with their proofs
    as_data                                     answers as dicts and lists, for JSON
    find  stats  unclaimed                      a look-up, a count, a curator's check
    resolve_actor  resolve_office  resolve_place
                                                from a spelling to a slug
    connect                                     a session for some questions

A condition is true or false of each row and never multiplies rows; ``&``, ``|`` and ``~``
compose: ``meetings().where(attended_by("iran"), ~attended_by("russia"))``.

Each name is imported when it is first used: one answer needs a few of these modules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lazily import lazily

if TYPE_CHECKING:
    from .action import actions
    from .actor import actors
    from .agreement import agreements, has_status
    from .article import articles
    from .asking import Answered, ask, with_evidence
    from .attendance import attendances
    from .attribution import Attribution, attribution
    from .belonging import in_series, on_sidelines_of, part_of
    from .citing import citations
    from .claiming import Loose, Unclaimed, unclaimed
    from .comparing import Claim, Comparison, Pull, compare
    from .connect import connect
    from .counting import Stats, stats
    from .covering import coverage
    from .data import as_data
    from .days import When
    from .dossier import Bilateral, Dossier, bilateral, dossier
    from .encounter import encounters
    from .engagement import engagements
    from .evidence import evidence_for
    from .finding import Found, find
    from .holder import holders, narrowed
    from .incident import incidents
    from .involved import involves
    from .kinds import (
        action_kind,
        action_status,
        actor_kind,
        agreement_kind,
        in_mode,
        in_role,
        incident_kind,
        meeting_kind,
        meeting_status,
        with_incident_role,
    )
    from .known import known_on
    from .matching import matching
    from .meeting import meetings
    from .network import Edge, Network, Node, network
    from .paging import count, page
    from .pairs import co_signatories, who_met_whom
    from .plan import plans
    from .predicate import Predicate
    from .proof import Proof
    from .quote import quotes
    from .resolving import resolve_actor, resolve_office, resolve_place
    from .rows import Gathering, Holding, Signing, Standing, Statement, named
    from .rows_events import Action, Attendance, Encounter, Engagement, Event, Happening, Plan
    from .rows_sources import Citation, Coverage, Hit, Pair, Profile, Publication, Spelling
    from .searching import search
    from .signing import signings
    from .snippet import Snippet, snippet
    from .sources import Source, Sources, sources
    from .sourcing import reported_by, reported_in, reported_independently, rests_on
    from .spelling import spellings
    from .timeline import timeline
    from .what import about, held_in, in_country
    from .when import certainly_between, possibly_between
    from .who import (
        attended_by,
        in_office,
        relayed_by,
        side,
        signed_by,
        signed_for,
        speaker,
    )
    from .words import Words

__all__ = [
    "Action",
    "Answered",
    "Attendance",
    "Attribution",
    "Bilateral",
    "Citation",
    "Claim",
    "Comparison",
    "Coverage",
    "Dossier",
    "Edge",
    "Encounter",
    "Engagement",
    "Event",
    "Found",
    "Gathering",
    "Happening",
    "Hit",
    "Holding",
    "Loose",
    "Network",
    "Node",
    "Pair",
    "Plan",
    "Predicate",
    "Profile",
    "Proof",
    "Publication",
    "Pull",
    "Signing",
    "Snippet",
    "Source",
    "Sources",
    "Spelling",
    "Standing",
    "Statement",
    "Stats",
    "Unclaimed",
    "When",
    "Words",
    "about",
    "action_kind",
    "action_status",
    "actions",
    "actor_kind",
    "actors",
    "agreement_kind",
    "agreements",
    "articles",
    "as_data",
    "ask",
    "attendances",
    "attended_by",
    "attribution",
    "bilateral",
    "certainly_between",
    "citations",
    "co_signatories",
    "compare",
    "connect",
    "count",
    "coverage",
    "dossier",
    "encounters",
    "engagements",
    "evidence_for",
    "find",
    "has_status",
    "held_in",
    "holders",
    "in_country",
    "in_mode",
    "in_office",
    "in_role",
    "in_series",
    "incident_kind",
    "incidents",
    "involves",
    "known_on",
    "matching",
    "meeting_kind",
    "meeting_status",
    "meetings",
    "named",
    "narrowed",
    "network",
    "on_sidelines_of",
    "page",
    "part_of",
    "plans",
    "possibly_between",
    "quotes",
    "relayed_by",
    "reported_by",
    "reported_in",
    "reported_independently",
    "resolve_actor",
    "resolve_office",
    "resolve_place",
    "rests_on",
    "search",
    "side",
    "signed_by",
    "signed_for",
    "signings",
    "snippet",
    "sources",
    "speaker",
    "spellings",
    "stats",
    "timeline",
    "unclaimed",
    "who_met_whom",
    "with_evidence",
    "with_incident_role",
]

lazily(
    __name__,
    {
        "action": "actions",
        "actor": "actors",
        "agreement": "agreements has_status",
        "article": "articles",
        "asking": "Answered ask with_evidence",
        "attendance": "attendances",
        "attribution": "Attribution attribution",
        "belonging": "in_series on_sidelines_of part_of",
        "citing": "citations",
        "claiming": "Loose Unclaimed unclaimed",
        "comparing": "Claim Comparison Pull compare",
        "connect": "connect",
        "counting": "Stats stats",
        "covering": "coverage",
        "data": "as_data",
        "days": "When",
        "dossier": "Bilateral Dossier bilateral dossier",
        "encounter": "encounters",
        "engagement": "engagements",
        "evidence": "evidence_for",
        "finding": "Found find",
        "holder": "holders narrowed",
        "incident": "incidents",
        "kinds": "action_kind action_status actor_kind agreement_kind in_mode in_role "
        "incident_kind meeting_kind meeting_status with_incident_role",
        "involved": "involves",
        "known": "known_on",
        "matching": "matching",
        "meeting": "meetings",
        "network": "Edge Network Node network",
        "paging": "count page",
        "pairs": "co_signatories who_met_whom",
        "plan": "plans",
        "predicate": "Predicate",
        "proof": "Proof",
        "quote": "quotes",
        "resolving": "resolve_actor resolve_office resolve_place",
        "rows": "Gathering Holding Signing Standing Statement named",
        "rows_events": "Action Attendance Encounter Engagement Event Happening Plan",
        "rows_sources": "Citation Coverage Hit Pair Profile Publication Spelling",
        "searching": "search",
        "signing": "signings",
        "snippet": "Snippet snippet",
        "sources": "Source Sources sources",
        "sourcing": "reported_by reported_in reported_independently rests_on",
        "spelling": "spellings",
        "timeline": "timeline",
        "what": "about held_in in_country",
        "when": "certainly_between possibly_between",
        "who": "attended_by in_office relayed_by side signed_by signed_for speaker",
        "words": "Words",
    },
)
