"""A host's own code, which is checked strictly against the installed wheel."""

from typing import assert_type

from sqlalchemy import Connection, Engine, ForeignKey, select
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship

from communique import (
    MigrationResult,
    Proof,
    check_schema,
    connect,
    connect_async,
    current_revision,
    downgrade,
    evidence_for,
    load,
    not_ours,
    offline_sql,
    require_latest,
    shipped,
    signings,
    upgrade,
)
from communique.migrate import NameFilter
from communique.models import Actor, tables_in


class Base(DeclarativeBase):
    pass


class Diplomat(Base):
    __table__ = tables_in("diplomacy")["actor"]
    id: Mapped[int]
    name: Mapped[str]


class Client(Base):
    __tablename__ = "client"
    id: Mapped[int] = mapped_column(primary_key=True)
    actor_id: Mapped[int] = mapped_column(ForeignKey(Actor.__table__.c.id))
    diplomat_id: Mapped[int] = mapped_column(ForeignKey(Diplomat.id))
    actor: Mapped[Actor] = relationship(Actor)
    diplomat: Mapped[Diplomat] = relationship(Diplomat)


def relates(session: Session) -> list[str]:
    found = session.scalars(select(Client).join(Client.actor).where(Actor.slug == "iran"))
    return [f"{client.actor.name} {client.diplomat.name}" for client in found]


def fills(engine: Engine) -> int:
    return load(engine, [shipped.seeds_path()], schema="diplomacy").added


def starts(engine: Engine, connection: Connection) -> bool:
    assert_type(upgrade(engine), MigrationResult)
    assert_type(downgrade(connection, "base", schema="diplomacy"), MigrationResult)
    assert_type(current_revision(engine), str | None)
    assert_type(check_schema(engine), list[str])
    require_latest(engine, schema=None)
    assert_type(not_ours("diplomacy"), NameFilter)
    assert_type(offline_sql("0001:head", schema="diplomacy"), str)
    return upgrade(connection, wait=1.5).commit_due


async def starts_too(engine: AsyncEngine) -> list[str]:
    assert_type(await upgrade(engine, schema="diplomacy"), MigrationResult)
    assert_type(await current_revision(engine), str | None)
    async with connect_async(engine, schema="diplomacy") as session:
        rows = (await session.execute(signings(kind="mou"))).all()
    return [row.signer_name for row in rows]


def asks() -> dict[int, list[Proof]]:
    with connect("sqlite:///records.db", schema=None) as session:
        rows = session.execute(signings(level="minister", between=("2021", "2021"))).all()
        return evidence_for(session, "signature", [row.id for row in rows])
