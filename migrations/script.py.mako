"""${message}.

Why: (the reason, and what becomes of the rows that are there)
"""

from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}

rebuilds = False
"""Whether a table is re-created on SQLite (batch_alter_table)."""
changes_rows: set[str] = set()
"""Tables whose number of rows this revision means to change."""


def upgrade() -> None:
    ${upgrades if upgrades else "raise NotImplementedError"}


def downgrade() -> None:
    ${downgrades if downgrades else "raise NotImplementedError"}
