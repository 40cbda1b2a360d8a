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
        number = revision or f"{int(self.last or 0) + 1:04}"
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


PRECEDENCE_UP = """
with views(op, "0001", "0003"):
    op.execute("ALTER TABLE actor ADD COLUMN precedence INTEGER")
"""
PRECEDENCE_DOWN = """
with views(op, "0003", "0001"):
    op.execute("ALTER TABLE actor DROP COLUMN precedence")
"""
REBUILT_UP = """
create = (Path(__file__).parents[1] / "tables/0001/sqlite.sql").read_text("utf-8").split(";")[0]
create = create.replace("\\tCONSTRAINT pk_actor", "\\tprecedence INTEGER,\\n\\tCONSTRAINT pk_actor")
with views(op, "0001", "0003"):
    rebuild(op, "actor", create, alter=["ALTER TABLE actor ADD COLUMN precedence INTEGER"])
"""
REBUILT_DOWN = """
create = (Path(__file__).parents[1] / "tables/0001/sqlite.sql").read_text("utf-8").split(";")[0]
with views(op, "0003", "0001"):
    rebuild(op, "actor", create, alter=["ALTER TABLE actor DROP COLUMN precedence"])
"""


def shipped_and_one_more(home: Path, *, rebuilds: bool) -> History:
    """The migrations that we ship, and a revision 0003 that gives every actor a precedence."""
    shutil.copytree(MIGRATIONS, home, ignore=shutil.ignore_patterns("__pycache__"))
    history = History.__new__(History)
    history.home, history.last = home, "0002"
    shutil.copytree(home / "views/0001", home / "views/0003")
    view = home / "views/0003/05_office_holding.sql"
    told = view.read_text("utf-8").replace(
        "    tenure.acting\n", "    tenure.acting,\n    actor.precedence\n"
    )
    view.write_text(told, encoding="utf-8")
    assert "precedence" in told
    if rebuilds:
        history.add(REBUILT_UP, REBUILT_DOWN, says="rebuilds = True")
    else:
        history.add(PRECEDENCE_UP, PRECEDENCE_DOWN)
    return history
