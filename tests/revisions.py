"""A small history of migrations in a folder of its own, to try the runner with."""

from __future__ import annotations

import shutil
from pathlib import Path
from textwrap import dedent, indent

MIGRATIONS = Path(__file__).parents[1] / "migrations"

FIRST_UP = """
op.create_table(
    "planet",
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.CheckConstraint("name <> ''", name="named"),
)
op.create_table(
    "moon",
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column(
        "planet_id", sa.Integer, sa.ForeignKey("planet.id", ondelete="CASCADE"), nullable=False
    ),
)
create_views(op, "0001")
"""
FIRST_DOWN = """
drop_views(op, "0001")
op.drop_table("moon")
op.drop_table("planet")
"""
SKY = "CREATE VIEW sky AS SELECT name FROM planet WHERE name <> ':x' AND name NOT LIKE '%y%'"
SECOND_UP = 'op.add_column("planet", sa.Column("mass", sa.Integer))'
SECOND_DOWN = 'op.drop_column("planet", "mass")'
ROWS = """
INSERT INTO planet (id, name) VALUES (1, 'Mars'), (2, 'Mercury');
INSERT INTO moon (id, planet_id) VALUES (1, 1), (2, 1)
"""


class History:
    """A migrations folder that grows revision by revision."""

    def __init__(self, home: Path) -> None:
        self.home = home
        (home / "versions").mkdir(parents=True)
        shutil.copy(MIGRATIONS / "env.py", home)
        shutil.copy(MIGRATIONS / "script.py.mako", home)
        self.last: str | None = None
        self.view("0001", "01_sky", SKY)
        self.view("0001", "02_bright_sky", "CREATE VIEW bright_sky AS SELECT name FROM sky")

    def view(self, revision: str, file: str, sql: str) -> None:
        folder = self.home / "views" / revision
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{file}.sql").write_text(sql, encoding="utf-8")

    def add(self, up: str, down: str = "pass", *, says: str = "", revision: str = "") -> str:
        """One more revision at the end; ``says`` are its module attributes."""
        number = revision or numbered_after(self.last)
        head = [
            '"""A revision for a test."""',
            "import sqlalchemy as sa",
            "from alembic import op",
            "from pathlib import Path",
            "from communique.migrate import create_views, drop_views, rebuild, views",
            f"revision = {number!r}",
            f"down_revision = {self.last!r}",
            says,
        ]
        body = [
            "def upgrade() -> None:",
            indent(dedent(up), "    "),
            "def downgrade() -> None:",
            indent(dedent(down), "    "),
        ]
        file = self.home / "versions" / f"{number}_test.py"
        file.write_text("\n".join([*head, *body]), encoding="utf-8")
        self.last = number
        return number

    def first_two(self) -> None:
        self.add(FIRST_UP, FIRST_DOWN)
        self.add(SECOND_UP, SECOND_DOWN)


ALTERED = """
def alter(statement: str, old: str, new: str) -> None:
    op.execute(statement)
"""
REBUILT = """
def alter(statement: str, old: str, new: str) -> None:
    create = ""
    if op.get_context().dialect.name == "sqlite":
        asked = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'actor'"
        now = op.get_bind().exec_driver_sql(asked).scalar_one()
        create = now.replace(old, new, 1)
        assert create != now
    rebuild(op, "actor", create, alter=[statement])
"""
PRECEDENCE_UP = """
with views(op, {before!r}, {after!r}):
    alter(
        "ALTER TABLE actor ADD COLUMN precedence INTEGER",
        "CONSTRAINT pk_actor", "precedence INTEGER, CONSTRAINT pk_actor",
    )
"""
PRECEDENCE_DOWN = """
with views(op, {after!r}, {before!r}):
    alter("ALTER TABLE actor DROP COLUMN precedence", "precedence INTEGER, ", "")
"""


def numbered_after(revision: str | None) -> str:
    """The revision that follows: they are numbered, without a gap."""
    return f"{int(revision or 0) + 1:04}"


HEAD = max(file.name[:4] for file in (MIGRATIONS / "versions").glob("[0-9]*.py"))
"""The newest revision that we ship, and the one that ``shipped_and_one_more`` adds."""
NEXT = numbered_after(HEAD)


def shipped_and_one_more(home: Path, *, rebuilds: bool) -> History:
    """The migrations that we ship, and a revision after them that gives every actor a precedence.

    However many are shipped: the new one changes the table and the views that are there then.
    """
    shutil.copytree(MIGRATIONS, home, ignore=shutil.ignore_patterns("__pycache__"))
    history = History.__new__(History)
    history.home = home
    history.last = HEAD
    before, after = max(folder.name for folder in (home / "views").iterdir()), NEXT
    shutil.copytree(home / "views" / before, home / "views" / after)
    (view,) = (home / "views" / after).glob("*_office_holding.sql")
    told = view.read_text("utf-8").replace(
        "    tenure.acting\n", "    tenure.acting,\n    actor.precedence\n"
    )
    view.write_text(told, encoding="utf-8")
    assert "precedence" in told
    history.add(
        PRECEDENCE_UP.format(before=before, after=after),
        PRECEDENCE_DOWN.format(before=before, after=after),
        says="rebuilds = True\n" + REBUILT if rebuilds else ALTERED,
    )
    return history
