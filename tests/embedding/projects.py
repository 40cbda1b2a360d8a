"""A host's project on the disk: its models and its Alembic, run as its developers run it."""

from __future__ import annotations

import subprocess
import sys
from textwrap import dedent
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

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


BOOKING = """
from communique.models import tables_in
from sqlalchemy.orm import relationship
ours = tables_in("diplomacy")

class Diplomat(Base):
    __table__ = ours["actor"]

class Booking(Base):
    __tablename__ = "booking"
    id: Mapped[int] = mapped_column(primary_key=True)
    actor_id: Mapped[int] = mapped_column(ForeignKey(Diplomat.id, ondelete="RESTRICT"))
    signature_id: Mapped[int | None] = mapped_column(ForeignKey(ours["signature"].c.id))
    actor: Mapped[Diplomat] = relationship(Diplomat)
"""


WORDS = ("CREATE", "DROP")
RECORDS = """
import communique
def upgrade():
    {make}
    assert communique.upgrade(op.get_bind(), schema={schema!r}).commit_due
    op.create_table("guests", sa.Column("id", sa.Integer))  # the host's own op is still its own
def downgrade():
    op.drop_table("guests")
    assert communique.downgrade(op.get_bind(), "base", schema={schema!r}).commit_due
    {drop}
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
