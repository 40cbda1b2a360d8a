"""A host relates its tables to ours, and its own Alembic neither sees nor touches us."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import ForeignKey, inspect, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship

from communique import latest_revision, signings
from communique.databases import engine_for, writing
from communique.migrate import check_schema, current_revision, downgrade, not_ours, upgrade
from communique.models import Actor
from tests.embedding.hosts import OURS, host_engine, schema_of, settle

if TYPE_CHECKING:
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


HOST_ENV = """
from alembic import context
from sqlalchemy import create_engine, pool
from communique.migrate import not_ours
from models import Base

engine = create_engine(context.config.get_main_option("sqlalchemy.url"), poolclass=pool.NullPool)
with engine.connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        include_name=not_ours({schema!r}),
        include_schemas={schemas!r},
        render_as_batch=True,
    )
    with context.begin_transaction():
        context.run_migrations()
"""
HOST_MODELS = """
from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from communique.models import Actor as Diplomat

class Base(DeclarativeBase):
    pass

class Orders(Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
    item: Mapped[str | None]
"""
CLIENT = """
class Client(Base):
    __tablename__ = "client"
    id: Mapped[int] = mapped_column(primary_key=True)
    actor_id: Mapped[int] = mapped_column(ForeignKey(Diplomat.__table__.c.id))
"""
PLAYER = """
class Actor(Base):
    __tablename__ = "actor"
    id: Mapped[int] = mapped_column(primary_key=True)
    stage: Mapped[str | None]
"""


class HostProject:
    """A folder with the host's models and its Alembic, run as its developers run it."""

    def __init__(self, home: Path, url: str, schema: str | None, *, schemas: bool = False) -> None:
        self.home, self.url = home, url
        (home / "alembic/versions").mkdir(parents=True)
        env = HOST_ENV.format(schema=schema, schemas=schemas)
        (home / "alembic/env.py").write_text(env, encoding="utf-8")
        (home / "alembic/script.py.mako").write_text(
            "revision = ${repr(up_revision)}\ndown_revision = ${repr(down_revision)}\n"
            "from alembic import op\nimport sqlalchemy as sa\n"
            "def upgrade():\n    ${upgrades or 'pass'}\n"
            "def downgrade():\n    ${downgrades or 'pass'}\n",
            encoding="utf-8",
        )
        (home / "alembic.ini").write_text(
            "[alembic]\nscript_location = %(here)s/alembic\npath_separator = os\n"
            f"prepend_sys_path = %(here)s\nsqlalchemy.url = {url.replace('%', '%%')}\n",
            encoding="utf-8",
        )
        self.models(HOST_MODELS)

    def models(self, source: str) -> None:
        (self.home / "models.py").write_text(dedent(source), encoding="utf-8")

    def alembic(self, *words: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "alembic", *words],
            cwd=self.home, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    def drafted(self, message: str) -> str:
        """What autogenerate writes."""
        self.alembic("revision", "--autogenerate", "-m", message)
        (file,) = (self.home / "alembic/versions").glob(f"*_{message}.py")
        return file.read_text(encoding="utf-8").partition("def upgrade():")[2]


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
    assert current_revision(engine_for(migrated_url)) == latest_revision()


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
