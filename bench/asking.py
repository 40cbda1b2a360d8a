"""The flagship question on an open session, against the bare driver, on both databases."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from bench.measure import in_turn, line
from communique import load, signings, upgrade
from communique.databases import engine_for
from communique.shipped import seeds_path
from tests.servers.databases import Databases
from tests.servers.server import start_any
from tests.servers.sharing import SharedRun

FLAGSHIP = """
SELECT signature.id, agreement.slug, agreement.title, agreement.kind, agreement_action.kind,
    agreement_action.date_edtf, agreement_action.date_earliest, agreement_action.date_latest,
    signer.slug, coalesce(signer.name, office.title, signature.described_as), office.slug,
    office.title, office.level, office.portfolio, party.slug, party.name, meeting.slug, place.slug,
    place.country
FROM signature
JOIN agreement_action ON agreement_action.id = signature.action_id
JOIN agreement ON agreement.id = agreement_action.agreement_id
JOIN actor AS party ON party.id = signature.party_id
LEFT JOIN actor AS signer ON signer.id = signature.signer_id
LEFT JOIN office ON office.id = signature.office_id
LEFT JOIN meeting ON meeting.id = agreement_action.meeting_id
LEFT JOIN place ON place.id = agreement_action.place_id
WHERE agreement_action.status = 'done' AND agreement.kind = 'mou' AND office.level = 'minister'
ORDER BY coalesce(agreement_action.date_latest, agreement_action.date_earliest) DESC,
    signature.id DESC
"""


def report() -> Iterator[str]:
    """Rows on asking, for each database."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _asked("SQLite", f"sqlite:///{folder}/seeds.db")
    with postgresql() as url:
        yield from _asked("PostgreSQL", url)


@contextmanager
def postgresql() -> Iterator[str]:
    """An empty PostgreSQL database, on a server of this run."""
    run = SharedRun.begin()
    try:
        with Databases(start_any(run.folder / "server"), "bench") as databases:
            yield databases.blank("seeds")
    finally:
        run.end()


def _asked(name: str, url: str) -> Iterator[str]:
    engine = engine_for(url)
    upgrade(engine)
    load(engine, [seeds_path()])
    statement = signings(level="minister", kind="mou")
    with Session(engine) as session:
        cursor = _driver(engine, session)

        def ours() -> Any:
            return session.execute(statement).all()

        def theirs() -> Any:
            return cursor.execute(FLAGSHIP).fetchall()

        assert len(ours()) == len(theirs()) == 2
        yield line(
            f"{name}: the flagship, built once / the bare driver", in_turn(ours, theirs, 500), None
        )

        def built() -> Any:
            return session.execute(signings(level="minister", kind="mou")).all()

        yield line(
            f"{name}: the flagship, built each time / the bare driver",
            in_turn(built, theirs, 500),
            None,
        )
    engine.dispose()


def _driver(engine: Engine, session: Session) -> Any:
    connection: Any = session.connection().connection.driver_connection
    return connection.cursor()
