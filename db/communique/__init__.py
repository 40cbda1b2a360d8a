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
from importlib import import_module
from typing import TYPE_CHECKING, Any

from .version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import URL, Engine
    from sqlalchemy.orm import Session

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
        StorageError,
        UsageError,
    )
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
        upgrade,
    )
    from .queries import (
        Encounter,
        Holding,
        Predicate,
        Proof,
        Signing,
        Standing,
        Statement,
        about,
        agreement_kind,
        agreements,
        attended_by,
        certainly_between,
        count,
        evidence_for,
        has_status,
        held_in,
        holders,
        in_office,
        known_on,
        meeting_kind,
        meetings,
        named,
        narrowed,
        page,
        possibly_between,
        quotes,
        relayed_by,
        resolve_actor,
        resolve_office,
        resolve_place,
        side,
        signed_by,
        signed_for,
        signings,
        speaker,
    )

__all__ = [
    "AmbiguousName",
    "Certainty",
    "Change",
    "CommuniqueError",
    "Complaint",
    "CuratedDataError",
    "DateError",
    "Encounter",
    "Holding",
    "LockTimeout",
    "MigrationResult",
    "NotOurDatabase",
    "Outcome",
    "PartialDate",
    "Predicate",
    "Proof",
    "Report",
    "SchemaError",
    "Signing",
    "Standing",
    "Statement",
    "StorageError",
    "UsageError",
    "__version__",
    "about",
    "agreement_kind",
    "agreements",
    "attended_by",
    "certainly_between",
    "check",
    "check_schema",
    "connect",
    "count",
    "current_revision",
    "downgrade",
    "evidence_for",
    "has_status",
    "held_in",
    "holders",
    "in_office",
    "known_on",
    "latest_revision",
    "load",
    "meeting_kind",
    "meetings",
    "named",
    "narrowed",
    "page",
    "possibly_between",
    "quotes",
    "relayed_by",
    "resolve_actor",
    "resolve_office",
    "resolve_place",
    "side",
    "signed_by",
    "signed_for",
    "signings",
    "speaker",
    "upgrade",
]

_HOMES = {
    "Certainty": "dates",
    "PartialDate": "dates",
    "AmbiguousName": "errors",
    "CommuniqueError": "errors",
    "CuratedDataError": "errors",
    "DateError": "errors",
    "LockTimeout": "errors",
    "NotOurDatabase": "errors",
    "SchemaError": "errors",
    "StorageError": "errors",
    "UsageError": "errors",
    "Change": "loading",
    "Complaint": "loading",
    "Outcome": "loading",
    "Report": "loading",
    "check": "loading",
    "load": "loading",
    "MigrationResult": "migrate",
    "check_schema": "migrate",
    "current_revision": "migrate",
    "downgrade": "migrate",
    "latest_revision": "migrate",
    "upgrade": "migrate",
}
"""The subpackage of each public name that is not one of ``queries``."""


@contextmanager
def connect(database: str | URL | Engine) -> Iterator[Session]:
    """A session for asking, on a database by URL or on a lent engine.

    Opened by URL it cannot write, and a missing file is told instead of created. Raises
    SchemaError, with the command that cures it, when the database is at another revision
    than this version reads.
    """
    from .migrate import require_latest
    from .queries import connect as session_on

    with session_on(database) as session:
        require_latest(session.get_bind().engine)
        yield session


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = import_module(f".{_HOMES.get(name, 'queries')}", __name__)
    value = globals()[name] = getattr(home, name)
    return value


def __dir__() -> list[str]:
    return sorted(__all__)


logging.getLogger(__name__).addHandler(logging.NullHandler())
