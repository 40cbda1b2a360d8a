"""The commands that make, fill, check and inspect a database."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from communique import latest_revision
from communique.version import __version__
from tests.cli.conftest import Call, Start

FLAGSHIP = ("signings", "--level", "minister", "--kind", "mou", "--format", "json")


def test_the_demo_answers_in_one_command_and_again(start: Start, here: Path) -> None:
    first = start("demo")
    assert first.code == 0, first.err
    for told in (
        "Ahmad Vahidi, Interior Minister of Iran", "Süleyman Soylu, Interior Minister of Turkey",
        "one of 6, 13, 20, 27 Oct 2021", "Tehran", "Memorandum of understanding",
        "2021-10-tasnim-security-mou [", "2021-11-15-strengthen-cooperation-in-security [",
        "Ask next:",
    ):  # fmt: skip
        assert told in first.out
    assert [file.name for file in here.glob("*.db")] == ["communique-demo.db"]
    again = start("demo")
    assert again.code == 0
    assert "0 of them new" in again.out
    assert again.out.splitlines()[3:] == first.out.splitlines()[3:]


def test_what_the_demo_suggests_works(start: Start) -> None:
    suggested = start("demo").out.partition("Ask next:\n")[2].splitlines()
    set_to, *commands = [line.strip() for line in suggested]
    name, _, value = set_to.removeprefix("export ").partition("=")
    for command in commands:
        said = start(*command.split()[1:], environment={name: value})
        assert said.code == 0, said.err
        assert said.out


def test_the_demo_leaves_the_database_of_the_environment_alone(start: Start, here: Path) -> None:
    assert start("demo", environment={"COMMUNIQUE_DATABASE": "sqlite:///real.db"}).code == 0
    assert not (here / "real.db").exists()


def test_a_database_is_made_filled_and_asked(call: Call, database_url: str, seeds: str) -> None:
    def on(*words: str) -> str:
        said = call("--database", database_url, *words)
        assert said.code == 0, said.err
        return said.out

    assert f"no schema -> {latest_revision()}" in on("db", "upgrade")
    assert "already there" in on("db", "upgrade")
    assert on("db", "current").rstrip().endswith(f": {latest_revision()}")
    assert "would be added" in on("load", "--dry-run", seeds)
    assert json.loads(on(*FLAGSHIP)) == []
    assert " 0 changed, 0 removed, 0 unchanged" in on("load", seeds)
    assert ": 0 added, 0 changed, 0 removed, " in on("load", seeds)
    assert len(json.loads(on(*FLAGSHIP))) == 2
    runs = json.loads(on("loads", "--format", "json"))
    assert [run["added"] > 0 for run in runs] == [False, True]


def test_a_downgrade_asks_to_be_told(call: Call, migrated_url: str) -> None:
    asked = call("--database", migrated_url, "db", "downgrade", "base")
    assert asked.code == 2
    assert f"{latest_revision()} -> base" in asked.out
    assert "--yes" in asked.err
    assert f": {latest_revision()}" in call("--database", migrated_url, "db", "current").out
    assert call("--database", migrated_url, "db", "downgrade", "base", "--yes").code == 0
    assert "no schema" in call("--database", migrated_url, "db", "current").out


def test_a_schema_that_was_changed_is_found(call: Call, migrated_url: str) -> None:
    from sqlalchemy import create_engine, text

    assert call("--database", migrated_url, "db", "check").code == 0
    engine = create_engine(migrated_url)
    with engine.begin() as connection:
        connection.execute(text("DROP INDEX ix_name_folded"))
    engine.dispose()
    said = call("--database", migrated_url, "db", "check")
    assert said.code == 1
    assert "ix_name_folded" in said.out


def test_the_shipped_records_are_in_order(call: Call, seeds: str) -> None:
    said = call("check", "--strict", seeds)
    assert said.code == 0, said.out
    assert said.out.rstrip().endswith("nothing wrong")
    assert call("check", seeds, "--format", "json").json == []


@pytest.fixture
def copied(seeds: str, here: Path) -> Path:
    """The shipped records in a folder that may be changed."""
    return Path(shutil.copytree(seeds, here / "seeds"))


def test_a_signer_in_an_office_of_another_is_told_with_file_and_line(
    call: Call, copied: Path
) -> None:
    file = copied / "articles/2021-10-tasnim-security-mou.yaml"
    text = file.read_text(encoding="utf-8")
    before = "{signer: ahmad-vahidi, office: interior-minister-of-iran}"
    if before not in text:
        before = "signer: ahmad-vahidi"
    line = text[: text.index(before)].count("\n") + 1
    after = before.replace("ahmad-vahidi", "hossein-amir-abdollahian")
    file.write_text(text.replace(before, after), encoding="utf-8")
    said = call("check", "seeds")
    assert said.code == 1
    assert f"2021-10-tasnim-security-mou.yaml:{line}:" in said.out
    assert "Hossein Amir-Abdollahian is not recorded as ever holding" in said.out


def test_a_changed_letter_is_told_with_the_closest_passage(call: Call, copied: Path) -> None:
    file = copied / "articles/2021-10-tasnim-security-mou.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("where they signed the MoU", "where they signed the MoV"))
    said = call("check", "seeds")
    assert said.code == 1
    assert "where they signed the MoU" in said.out
    told = call("check", "seeds", "--format", "json")
    assert told.code == 1
    assert {"file", "line", "column", "code", "path", "message", "hint"} == told.json[0].keys()


def test_many_complaints_are_counted_beyond_a_hundred(call: Call) -> None:
    people = "".join(f"  p{number}:\n    kind: people\n    name: P\n" for number in range(150))
    Path("many.yaml").write_text(f"actors:\n{people}", encoding="utf-8")
    said = call("check", "many.yaml")
    assert said.code == 1
    lines = said.out.splitlines()
    assert len(lines) == 102
    assert lines[100].startswith("and ")
    assert len(call("check", "many.yaml", "--format", "jsonl").out.splitlines()) >= 150


def test_one_select_is_answered_and_nothing_else(ask: Call) -> None:
    said = ask("sql", "SELECT slug, kind FROM actor WHERE slug = 'iran'", "--format", "json")
    assert said.json == [{"slug": "iran", "kind": "state"}]
    twice = ask("sql", "SELECT 1 AS a, 2 AS a", "--format", "json")
    assert twice.json == [{"a": 1, "a_2": 2}]
    for words in ("DELETE FROM actor", "SELECT 1; SELECT 2", "SELECT nothing FROM actor"):
        refused = ask("sql", words)
        assert refused.code == 2, refused.err
        assert "Traceback" not in refused.err
    assert ask("sql").code == 2
    assert ask("sql", "SELECT 1", "--list").code == 2


def test_a_long_answer_says_that_it_was_cut(ask: Call) -> None:
    said = ask("sql", "SELECT a.id FROM name AS a, name AS b, name AS c", "--format", "jsonl")
    assert said.code == 0
    assert len(said.out.splitlines()) == 1000
    assert "only the first 1000 rows" in said.err


def test_the_views_are_listed(ask: Call) -> None:
    listed = {row["name"] for row in ask("sql", "--list", "--format", "json").json}
    assert {"signing", "attendance", "encounter", "statement", "citation", "actor"} <= listed


def test_the_version_names_everything_that_shapes_an_answer(start: Start) -> None:
    said = start("--version")
    assert said.out.startswith(f"communique {__version__}, schema {latest_revision()}, SQLite 3.")
    assert "psycopg" in said.out
