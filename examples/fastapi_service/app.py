"""A booking service that also answers from the record of diplomacy: FastAPI, async, PostgreSQL.

It has a table ``actor`` of its own, for the stage, so the record lives in a schema of its own.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Request
from fastapi.responses import JSONResponse
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from communique import CommuniqueError, as_data, evidence_for, signings, upgrade

SCHEMA = "diplomacy"
engine = create_async_engine(os.environ["DATABASE_URL"])  # the service's own, with its own pool
records = engine.execution_options(schema_translate_map={None: SCHEMA})


class Base(DeclarativeBase):
    """The service's own tables."""


class Actor(Base):
    """Somebody on a stage: not ours, and never touched by us."""

    __tablename__ = "actor"
    id: Mapped[int] = mapped_column(primary_key=True)
    stage: Mapped[str]


@asynccontextmanager
async def lifespan(_: FastAPI) -> AsyncIterator[None]:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
        await connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}"))
    await upgrade(engine, schema=SCHEMA)
    yield
    await engine.dispose()


app = FastAPI(lifespan=lifespan)


async def asking() -> AsyncIterator[AsyncSession]:
    async with AsyncSession(records) as session:
        yield session


Records = Annotated[AsyncSession, Depends(asking)]


@app.exception_handler(CommuniqueError)
async def refused(_: Request, error: CommuniqueError) -> JSONResponse:
    return JSONResponse({"error": error.message, "hint": error.hint}, status_code=422)


@app.get("/signings")
async def who_signed_what(
    session: Records, level: str | None = None, kind: str | None = None
) -> list[dict[str, Any]]:
    rows = (await session.execute(signings(level=level, kind=kind))).all()
    ids = [row.id for row in rows]
    proofs = await session.run_sync(lambda lent: evidence_for(lent, "signature", ids))
    return [as_data(row) | {"evidence": as_data(proofs[row.id])} for row in rows]


@app.get("/stages")
async def stages() -> list[str]:
    async with AsyncSession(engine) as session:
        return list(await session.scalars(select(Actor.stage)))
