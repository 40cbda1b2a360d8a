"""What ``migrations/env.py`` does, whether this program or a developer's ``alembic`` calls it.

It never touches logging: ``fileConfig`` would silence every logger of a host.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.databases import VERSION_TABLE, database_named, engine_for, url_of
from communique.errors import UsageError

from .alembic_run import AFTER_EACH, CONNECTION, OFFLINE
from .borrowing import migrating
from .scratch import every_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from alembic.runtime.environment import EnvironmentContext
    from alembic.runtime.migration import MigrationInfo
    from sqlalchemy import Connection


def run(context: EnvironmentContext) -> None:
    """Run what Alembic was asked for: on the lent connection, else on the URL in alembic.ini."""
    lent = context.config.attributes.get(CONNECTION)
    if lent is not None:
        _online(context, lent, context.config.attributes[AFTER_EACH])
    elif context.is_offline_mode():
        _offline(context)
    else:
        engine = engine_for(_url(context))
        with engine.connect() as connection, migrating(connection, None, 30.0):
            _online(context, connection, lambda _: None, **_autogenerate())
        engine.dispose()


def _online(
    context: EnvironmentContext,
    connection: Connection,
    after_each: Callable[[str], None],
    **options: Any,
) -> None:
    def applied(*, step: MigrationInfo, **_: object) -> None:
        after_each(str(step.up_revision_id))

    context.configure(
        connection=connection,
        version_table=VERSION_TABLE,
        # SQLite can roll DDL back; Alembic does not know that we begin for real.
        transactional_ddl=True,
        on_version_apply=applied,  # type: ignore[arg-type]  # called by keyword only
        **options,
    )
    with context.begin_transaction():
        context.run_migrations()


def _offline(context: EnvironmentContext) -> None:
    kind = context.config.attributes.get(OFFLINE) or url_of(_url(context)).get_backend_name()
    context.configure(
        dialect_name=kind,
        version_table=VERSION_TABLE,
        transactional_ddl=True,
        literal_binds=True,
        # Without it every % of a text would come out doubled.
        dialect_opts={"paramstyle": "named"},
    )
    with context.begin_transaction():
        context.run_migrations()


def _url(context: EnvironmentContext) -> str:
    given = context.get_x_argument(as_dictionary=True).get("url")
    url = given or context.config.get_main_option("sqlalchemy.url")
    if not isinstance(url, str):
        raise UsageError("No database is named.", hint="alembic -x url=sqlite:///FILE ...")
    return url


def _autogenerate() -> dict[str, Any]:
    """Options that let autogenerate see our tables only, never a host's, a view or FTS5's own."""
    from communique.models import declared

    metadata = declared()
    ours = {*metadata.tables, *every_name("table") - database_named("sqlite").full_text.tables}

    def include_name(name: str | None, kind: str, _parents: object) -> bool:
        return kind != "table" or name in ours

    return {
        "target_metadata": metadata,
        "include_name": include_name,
        "compare_server_default": True,
    }
