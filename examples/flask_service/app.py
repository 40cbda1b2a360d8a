"""A small service that answers from the record of diplomacy: Flask, sync, one SQLite file."""

from __future__ import annotations

import os
from typing import Any

from flask import Flask, request

from communique import (
    CommuniqueError,
    as_data,
    connect,
    evidence_for,
    load,
    shipped,
    signings,
    upgrade,
)
from communique.databases import engine_for

DATABASE = os.environ["DATABASE_URL"]


def create_app() -> Flask:
    """The service, once its database is at the latest revision and holds the records."""
    app = Flask(__name__)
    engine = engine_for(DATABASE)
    upgrade(engine)
    load(engine, [shipped.seeds_path()])
    engine.dispose()
    reading = engine_for(DATABASE, read_only=True)

    @app.errorhandler(CommuniqueError)
    def refused(error: CommuniqueError) -> tuple[dict[str, Any], int]:
        return {"error": error.message, "hint": error.hint}, 422

    @app.get("/signings")
    def who_signed_what() -> list[dict[str, Any]]:
        with connect(reading) as session:
            asked = signings(level=request.args.get("level"), kind=request.args.get("kind"))
            rows = session.execute(asked).all()
            proofs = evidence_for(session, "signature", [row.id for row in rows])
        return [as_data(row) | {"evidence": as_data(proofs[row.id])} for row in rows]

    return app
