"""Alembic's entry: called by this program with a connection, or by ``alembic`` with a URL."""

from alembic import context

from communique.migrate.environment import run

run(context)
