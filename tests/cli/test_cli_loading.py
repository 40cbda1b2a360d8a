"""Planning a load, doing just that, and the archive in other forms."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from communique.cli.planned import lines
from communique.loading import Change
from tests.cli.conftest import Call, Said

TALKS = "meeting/2021-10-vahidi-soylu-tehran"


@pytest.fixture
def copied(seeds: str, here: Path) -> Path:
    """The shipped records in a folder that may be changed."""
    return Path(shutil.copytree(seeds, here / "seeds"))


@pytest.fixture
def on(call: Call, loaded_copy_url: str) -> Callable[..., Said]:
    """The command line on a database that holds the shipped records."""
    return lambda *words: call("--database", loaded_copy_url, *words)


def edit(folder: Path, old: str, new: str) -> None:
    (file,) = [file for file in folder.rglob("*.yaml") if old in file.read_text("utf-8")]
    file.write_text(file.read_text("utf-8").replace(old, new, 1), encoding="utf-8")


def plan_of(said: Said) -> str:
    """The digest at the end of a dry run."""
    assert said.code == 0, said.err
    return said.out.split("--expect ")[1].strip()


def test_a_dry_run_tells_each_field_old_and_new(on: Callable[..., Said], copied: Path) -> None:
    edit(copied, "title: Vahidi receives Soylu", "title: Vahidi meets Soylu")
    edit(copied, "topics:\n", "topics:\n  gossip:\n    label: Gossip\n")
    said = on("load", "--dry-run", "seeds")
    assert said.out.splitlines()[:4] == [
        "+ added   topic/gossip",
        f"~ changed {TALKS}",
        '    title: "Vahidi receives Soylu" -> "Vahidi meets Soylu"',
        "",
    ]
    assert "1 would be added, 1 would be changed, 0 would be removed, " in said.out
    assert len(plan_of(said)) == 64
    assert "\x1b" not in said.out
    assert "Vahidi receives Soylu" in on("show", TALKS).out


def test_a_plan_is_done_as_shown_or_not_at_all(on: Callable[..., Said], copied: Path) -> None:
    edit(copied, "title: Vahidi receives Soylu", "title: Vahidi meets Soylu")
    plan = plan_of(on("load", "--dry-run", "seeds"))
    edit(copied, "title: Vahidi meets Soylu", "title: Vahidi sees Soylu")
    stale = on("load", "--expect", plan, "seeds")
    assert stale.code == 1
    assert "E701" in stale.err
    assert "Vahidi receives Soylu" in on("show", TALKS).out
    edit(copied, "title: Vahidi sees Soylu", "title: Vahidi meets Soylu")
    done = on("load", "--expect", plan, "seeds")
    assert done.code == 0, done.err
    assert ": 0 added, 1 changed, 0 removed, " in done.out
    assert "Vahidi meets Soylu" in on("show", TALKS).out


def test_what_the_files_no_longer_hold_is_removed_only_when_told(
    on: Callable[..., Said], copied: Path
) -> None:
    edit(copied, "topics:\n", "topics:\n  gossip:\n    label: Gossip\n")
    assert on("load", "seeds").code == 0
    edit(copied, "topics:\n  gossip:\n    label: Gossip\n", "topics:\n")
    assert " 0 removed" in on("load", "seeds").out
    planned = on("load", "--dry-run", "--prune", "seeds")
    assert planned.out.startswith("- removed topic/gossip\n")
    assert on("load", "--prune", "--expect", plan_of(planned), "seeds").code == 0
    assert on("show", "topic/gossip").code == 2


def test_many_removals_need_their_number(on: Callable[..., Said], copied: Path) -> None:
    only = str(copied / "topics.yaml")
    refused = on("load", "--prune", only)
    assert refused.code == 1
    assert "E702" in refused.err
    number = refused.err.split("--allow-removals ")[1].split(".")[0]
    assert on("load", "--prune", "--allow-removals", str(int(number) - 1), only).code == 1
    done = on("load", "--prune", "--allow-removals", number, only)
    assert done.code == 0, done.err
    assert f" {number} removed" in done.out


def test_a_change_by_hand_is_not_overwritten_unasked(
    call: Call, loaded_copy_url: str, copied: Path
) -> None:
    from sqlalchemy import create_engine, text

    engine = create_engine(loaded_copy_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE meeting SET title = 'Mine' WHERE slug = :slug"),
                           {"slug": TALKS.partition("/")[2]})  # fmt: skip
    engine.dispose()
    edit(copied, "title: Vahidi receives Soylu", "title: Vahidi meets Soylu")
    refused = call("--database", loaded_copy_url, "load", "seeds")
    assert refused.code == 1
    assert "E703" in refused.err
    done = call("--database", loaded_copy_url, "load", "--overwrite", "seeds")
    assert done.code == 0, done.err
    assert " 1 changed" in done.out


def test_values_of_a_plan_are_escaped_cut_and_told_apart() -> None:
    long = "the same words " * 20
    change = Change(
        "changed", "meeting", "m\x1b[2J",
        (
            ("meeting.note", f"{long}old\x1b[31m", f"{long}new"),
            ("meeting.date_edtf", None, "2021"),
            ("meeting.date_earliest", None, "2021-01-01"),
            ("meeting.place_id", ("place", "tehran"), None),
            ("quote[1].meeting_id", None, ("participation", ("meeting", "m"), 1)),
        ),
    )  # fmt: skip
    told = list(lines([change]))
    assert all(line.isprintable() for line in told)
    assert told[0] == "~ changed meeting/m\\x1b[2J"
    assert '    date: (none) -> "2021"' in told
    assert "    place: place/tehran -> (none)" in told
    assert "    quote[1].meeting: (none) -> meeting/m, participation 2" in told
    assert not any("earliest" in line for line in told)
    (note,) = [line for line in told if line.startswith("    note:")]
    assert note == r'    note: "…rds the same words old\x1b[31m" -> "…rds the same words new"'
    assert max(map(len, told)) <= 80


def test_the_archive_written_out_makes_the_same_archive(
    on: Callable[..., Said], call: Call, here: Path
) -> None:
    assert on("export", "--records", "out").code == 0
    assert on("export", "--records", "out").code == 2
    copy = ("--database", "sqlite:///copy.db")
    assert call(*copy, "db", "upgrade").code == 0
    loaded = call(*copy, "load", "out")
    assert loaded.code == 0, loaded.err
    digest = on("digest").out
    assert len(digest) == 65
    assert call(*copy, "digest").out == digest
    assert call("fmt", "--check", "out").code == 0


def test_formatting_is_told_before_it_is_done(call: Call, here: Path) -> None:
    file = here / "topics.yaml"
    file.write_text("# of note\ntopics:\n    gossip:\n        label:   Gossip\n\n\n", "utf-8")
    asked = call("fmt", "--check", "topics.yaml")
    assert (asked.code, "topics.yaml" in asked.out) == (1, True)
    assert "label:   Gossip" in file.read_text("utf-8")
    assert call("fmt", "topics.yaml").code == 0
    assert file.read_text("utf-8") == "# of note\ntopics:\n  gossip:\n    label: Gossip\n"
    again = call("fmt", "--check", "topics.yaml")
    assert (again.code, again.out) == (0, "0 files would be formatted, 1 left as they are\n")
    file.write_text("topics: [", "utf-8")
    assert call("fmt", "topics.yaml").code == 1


def test_the_migrations_are_told_as_sql(call: Call) -> None:
    script = call("db", "sql").out
    assert script.startswith("BEGIN;")
    assert "CREATE TABLE actor (" in script
    assert "CREATE VIEW signing AS" in script
    assert script.rstrip().endswith("COMMIT;")
    assert 'SET LOCAL search_path TO "records"' in call("db", "sql", "--schema", "records").out
    assert "DROP TABLE communique_version" in call("db", "sql", "0002:base").out
    assert call("db", "sql", "9999").code == 2


def test_a_plan_of_nothing_has_its_digest_too(on: Callable[..., Said], copied: Path) -> None:
    nothing = plan_of(on("load", "--dry-run", "seeds"))
    assert on("load", "--expect", nothing, "seeds").code == 0
    edit(copied, "title: Vahidi receives Soylu", "title: Vahidi meets Soylu")
    assert on("load", "--expect", nothing, "seeds").code == 1


def test_a_pruning_of_a_part_of_the_archive_is_refused_in_two_lines(
    on: Callable[..., Said], copied: Path
) -> None:
    part = "seeds/articles/2021-10-tasnim-security-mou.yaml"
    said = on("load", "--dry-run", "--prune", part)
    assert said.code == 1
    lines = [line for line in said.err.splitlines() if line.startswith("(database)")]
    assert [line.split()[1] for line in lines] == ["E507:", "E702:"]
    assert "with --prune give all the files of the archive" in lines[0]
    assert on("load", "--dry-run", part).code == 0


def test_a_lost_reference_is_told_at_its_record_where_there_are_few(
    on: Callable[..., Said], copied: Path
) -> None:
    edit(copied, "  pandemic: {label: The Covid-19 pandemic}\n", "")
    said = on("load", "--dry-run", "--prune", "seeds")
    assert said.code == 1
    assert "E507" in said.err
    assert "(database)" not in said.err
    assert "refers to topic pandemic, which the files no longer hold" in said.err


def test_what_was_passed_over_is_told(on: Callable[..., Said], call: Call, copied: Path) -> None:
    assert "hidden" not in call("check", "seeds").out + on("load", "seeds").out
    (copied / ".draft.yaml").write_text("actors: [", encoding="utf-8")
    (copied / ".git").mkdir()
    told = "2 hidden files or folders passed over"
    assert call("check", "seeds").out.endswith(f"nothing wrong; {told}\n")
    assert told in on("load", "seeds").out
    assert told in on("load", "--dry-run", "seeds").out


@pytest.mark.parametrize("words", [("load",), ("fmt",), ("check",), ("load", "--dry-run")])
def test_a_path_that_is_not_there_is_told_alike(
    on: Callable[..., Said], words: tuple[str, ...]
) -> None:
    said = on(*words, "nowhere")
    assert said.code == 1
    told = (said.err + said.out).splitlines()[0]
    assert told == (
        "nowhere:1:1: E801: cannot be read: No such file or directory."
        " Hint: check the path and who may read it."
    )
