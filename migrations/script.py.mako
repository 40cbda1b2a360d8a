"""${message}.

Why: (the reason, and what becomes of the rows that are there)
"""

from alembic import op

from communique.migrate import rebuild, views

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}

rebuilds = False
"""Whether a table is made anew on SQLite: by rebuild(), whose CREATE TABLE stands in this file."""
changes_rows: set[str] = set()
"""Tables whose number of rows this revision means to change."""


# What a view reads changes inside `with views(op, BEFORE, AFTER):`, with all views of this revision
# in migrations/views/${up_revision}. New columns of a view come last, so that it can stay in place;
# add drop=True when the block changes what a view reads. Comments and data_dictionary follow.
def upgrade() -> None:
    ${upgrades if upgrades else "raise NotImplementedError"}


def downgrade() -> None:
    ${downgrades if downgrades else "raise NotImplementedError"}
