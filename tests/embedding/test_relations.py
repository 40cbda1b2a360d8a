"""A host relates its tables to ours, and its own Alembic neither sees nor touches us."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import ForeignKey, inspect, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship

from communique import load, shipped, signings
from communique.databases import engine_for, writing
from communique.migrate import (
    check_schema,
    current_revision,
    downgrade,
    not_ours,
    upgrade,
)
from communique.models import Actor, tables_in
from tests.embedding.hosts import OURS, host_engine, schema_of, settle
from tests.embedding.projects import (
    BOOKING,
    CLIENT,
    HOST_MODELS,
    PLAYER,
    RECORDS,
    WORDS,
    HostProject,
)
from tests.revisions import HEAD

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine


class HostBase(DeclarativeBase):
    """The host's own base, with its own metadata."""


class Client(HostBase):
    __tablename__ = "client"

    id: Mapped[int] = mapped_column(primary_key=True)
    actor_id: Mapped[int] = mapped_column(ForeignKey(Actor.__table__.c.id))
    actor: Mapped[Actor] = relationship(Actor)


@pytest.fixture
def engine(migrated_url: str) -> Engine:
    return engine_for(migrated_url)


def test_a_hosts_model_points_to_ours(engine: Engine) -> None:
    HostBase.metadata.create_all(engine)
    assert set(HostBase.metadata.tables) == {"client"}
    with Session(writing(engine)) as session, session.begin():
        iran = Actor(slug="iran", kind="state", name="Iran", country="IR")
        session.add(Client(actor=iran))
    with Session(engine) as session:
        client = session.scalars(
            select(Client).join(Client.actor).where(Actor.slug == "iran")
        ).one()
        assert client.actor.name == "Iran"
        session.delete(client.actor)
        with pytest.raises(IntegrityError):
            session.flush()
    assert check_schema(engine) == []


def plain(url: str) -> str:
    return host_engine(url).url.render_as_string(hide_password=False)


def test_a_hosts_autogenerate_does_not_see_us(migrated_url: str, tmp_path: Path) -> None:
    host = HostProject(tmp_path, plain(migrated_url), None)
    host.models(HOST_MODELS + CLIENT)
    first = host.drafted("first")
    assert "create_table('orders'" in first
    assert "ForeignKeyConstraint(['actor_id'], ['actor.id']" in first
    assert "drop" not in first.partition("def downgrade():")[0]
    assert not [name for name in ("create_table('actor'", "communique_version") if name in first]
    host.alembic("upgrade", "head")
    assert "No new upgrade operations" in host.alembic("check")
    assert check_schema(engine_for(migrated_url)) == []
    host.alembic("downgrade", "base")
    assert current_revision(engine_for(migrated_url)) == HEAD


def test_both_histories_live_side_by_side_in_one_file(sqlite_url: str, tmp_path: Path) -> None:
    host = HostProject(tmp_path, sqlite_url, None)
    host.drafted("first")
    host.alembic("upgrade", "head")
    engine = engine_for(sqlite_url)
    upgrade(engine)
    theirs = {"orders", "alembic_version"}
    downgrade(engine, "base")
    assert set(inspect(engine).get_table_names()) == theirs
    assert "(head)" in host.alembic("current")


@pytest.mark.parametrize("schemas", [False, True])
def test_a_host_with_its_own_actor_gives_us_a_schema(
    postgresql_url: str, tmp_path: Path, schemas: bool
) -> None:
    settle(postgresql_url)
    engine = engine_for(postgresql_url)
    upgrade(engine, schema=OURS)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE alembic_version"))
    host = HostProject(tmp_path, plain(postgresql_url), OURS, schemas=schemas)
    host.models(HOST_MODELS + PLAYER)
    drafted = host.drafted("first").partition("def downgrade():")[0]
    assert not [word for word in ("drop_table", "create_table", OURS) if word in drafted], drafted
    assert check_schema(engine, schema=OURS) == []


@pytest.mark.parametrize(("own", "schemas"), [(None, False), (None, True), ("service", True)])
def test_a_foreign_key_into_our_schema_is_drafted_once(
    postgresql_url: str, tmp_path: Path, own: str | None, schemas: bool
) -> None:
    settle(postgresql_url)
    engine = engine_for(postgresql_url)
    upgrade(engine, schema=OURS)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE alembic_version, orders, actor"))
        connection.execute(text("CREATE SCHEMA service"))
    host = HostProject(tmp_path, plain(postgresql_url), OURS, schemas=schemas)
    models = HOST_MODELS + PLAYER + BOOKING
    if own:
        metadata = f"metadata = MetaData(schema={own!r})"
        models = f"from sqlalchemy import MetaData\n{models.replace('    pass', f'    {metadata}')}"
    host.models(models)
    first = host.drafted("first").partition("def downgrade():")[0]
    assert "['actor_id'], ['diplomacy.actor.id'], ondelete='RESTRICT'" in first
    assert first.count("create_table(") == 3
    assert "drop" not in first
    host.alembic("upgrade", "head")
    assert set(re.findall(r"^ +(\w.*)", host.drafted("second"), re.MULTILINE)) == {"pass"}
    with engine.begin() as connection:
        table = f"{own}.booking" if own else "booking"
        with pytest.raises(IntegrityError, match='not present in table "actor"'):
            connection.execute(text(f"INSERT INTO {table} VALUES (1, 77, NULL)"))
    assert check_schema(engine, schema=OURS) == []
    host.alembic("downgrade", "base")
    assert current_revision(engine, schema=OURS) == HEAD


def test_one_session_reads_the_hosts_rows_and_ours_in_their_schema(postgresql_url: str) -> None:
    class Base(DeclarativeBase):
        pass

    class Diplomat(Base):
        __table__ = tables_in(OURS)["actor"]
        name: Mapped[str]

    class Actor(Base):
        __tablename__ = "actor"
        id: Mapped[int] = mapped_column(primary_key=True)
        plays: Mapped[int | None] = mapped_column(ForeignKey(tables_in(OURS)["actor"].c.id))
        role: Mapped[Diplomat | None] = relationship(Diplomat)

    settle(postgresql_url)
    engine = engine_for(postgresql_url)
    upgrade(engine, schema=OURS)
    load(engine, [shipped.seeds_path()], schema=OURS)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE actor"))
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        iran = session.scalars(select(Diplomat).where(Diplomat.name == "Iran")).one()
        session.add(Actor(role=iran))
        session.flush()
        joined = select(Diplomat.name).join(Actor, Actor.plays == Diplomat.__table__.c.id)
        assert session.scalars(joined).all() == ["Iran"]
        there = {"schema_translate_map": {None: OURS}}
        assert session.execute(signings(), execution_options=there).all()


def test_ours_are_asked_in_their_schema_and_the_hosts_actor_is_not(postgresql_url: str) -> None:
    settle(postgresql_url)
    engine = engine_for(postgresql_url)
    upgrade(engine, schema=schema_of(postgresql_url))
    ours = engine.execution_options(schema_translate_map={None: OURS})
    with Session(writing(ours)) as session, session.begin():
        session.add(Actor(slug="iran", kind="state", name="Iran", country="IR"))
    with Session(ours) as session:
        assert session.scalars(select(Actor.name)).all() == ["Iran"]
        assert session.execute(signings()).all() == []
    with engine.connect() as connection:
        assert connection.execute(text("SELECT stage FROM actor")).scalars().all() == ["La Scala"]


def test_the_filter_knows_our_names_and_no_others() -> None:
    mine, in_schema = not_ours(), not_ours("diplomacy")
    default: dict[str, str | None] = {"schema_name": None}
    assert not mine("actor", "table", default)
    assert not mine("communique_version", "table", default)
    assert mine("orders", "table", default)
    assert mine("actor", "column", default)
    assert in_schema("actor", "table", default)
    assert not in_schema("actor", "table", {"schema_name": "diplomacy"})
    assert not in_schema("diplomacy", "schema", {})
    assert in_schema("public", "schema", {})


def test_a_hosts_own_revision_brings_ours_up_and_down(database_url: str, tmp_path: Path) -> None:
    schema = schema_of(database_url)
    host = HostProject(tmp_path, plain(database_url), schema)
    host.drafted("first")
    host.alembic("revision", "-m", "records")
    (file,) = (tmp_path / "alembic/versions").glob("*_records.py")
    make, drop = (f'op.execute("{verb} SCHEMA {schema}")' if schema else "" for verb in WORDS)
    file.write_text(
        file.read_text(encoding="utf-8").partition("def upgrade")[0]
        + RECORDS.format(schema=schema, make=make, drop=drop),
        encoding="utf-8",
    )
    engine = engine_for(database_url)
    host.alembic("upgrade", "head")
    assert check_schema(engine, schema=schema) == []
    assert {"orders", "guests"} <= set(inspect(engine).get_table_names())
    host.alembic("downgrade", "-1")
    assert current_revision(host_engine(database_url)) is None
    assert {"orders", "alembic_version"} == set(inspect(engine).get_table_names())
    host.alembic("upgrade", "head")
    assert check_schema(engine, schema=schema) == []
