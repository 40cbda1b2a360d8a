"""Loading into a real database: all or nothing, and nothing twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from communique.databases import engine_for
from communique.errors import CuratedDataError, UsageError
from communique.loading import load
from communique.loading.rows import KINDS, PARENTS
from communique.loading.stored import Stored
from tests.loading.archives import TODAY, archive

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine


def content(engine: Engine) -> dict[Any, Any]:
    """Every row of every record by its natural key, without surrogate keys."""
    with engine.connect() as connection:
        stored = Stored(connection)
        return {
            row.key: row.values
            for kind in KINDS
            for slug in stored.heads(kind)
            for record in [stored.record(kind, slug)]
            if record
            for row in record.rows
        }


def test_a_second_load_of_the_same_files_changes_nothing(migrated_url: str, tmp_path: Path) -> None:
    engine = engine_for(migrated_url)
    folder = archive(tmp_path / "a")

    first = load(engine, [folder], today=TODAY)
    before = content(engine)
    second = load(engine, [folder], today=TODAY)

    assert (first.added, first.changed, first.unchanged) == (11, 0, 0)
    assert (second.added, second.changed, second.unchanged) == (0, 0, 11)
    assert second.digest == first.digest
    assert content(engine) == before


def test_a_step_may_go_with_the_plan_that_it_fulfilled(migrated_url: str, tmp_path: Path) -> None:
    engine = engine_for(migrated_url)
    step = "      - {{kind: ratified, status: {}, date: 2024-03-05, evidence: They signed{}}}\n"
    plan = ("    actions:\n", "    actions:\n" + step.format("planned", ""))
    done = ("quotes:\n", step.format("done", ', fulfils: "#1"') + "quotes:\n")
    load(engine, [archive(tmp_path / "a", plan, done)], today=TODAY)

    load(engine, [archive(tmp_path / "b")], today=TODAY)

    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM agreement_action")) == 2


def test_what_is_stored_reads_back_as_what_the_files_say(migrated_url: str, tmp_path: Path) -> None:
    engine = engine_for(migrated_url)
    load(engine, [archive(tmp_path / "a")], today=TODAY)

    with engine.connect() as connection:
        stored = Stored(connection)
        for kind in KINDS:
            for slug, head in stored.heads(kind).items():
                record = stored.record(kind, slug)
                assert record is not None
                assert record.digest == head.digest, (kind, slug)


def test_a_dry_run_tells_and_writes_nothing(migrated_url: str, tmp_path: Path) -> None:
    engine = engine_for(migrated_url)

    outcome = load(engine, [archive(tmp_path / "a")], dry_run=True, today=TODAY)

    assert outcome.dry_run
    assert outcome.added == 11
    assert content(engine) == {}


def test_a_wrong_file_writes_nothing_of_the_right_ones(migrated_url: str, tmp_path: Path) -> None:
    engine = engine_for(migrated_url)
    folder = archive(tmp_path / "a", files={"wrong.yaml": "topics:\n  x: {labl: X}\n"})

    with pytest.raises(CuratedDataError) as refused:
        load(engine, [folder], today=TODAY)

    assert [each.code for each in refused.value.complaints] == ["E402", "E401"]
    assert content(engine) == {}
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM load_run")) == 0


EDITS = {
    "a title": ("title: Talks in Oslo", "title: The Oslo talks"),
    "a date": ("date: 2024-03-05\n", 'date: "[2024-03-04,2024-03-05]"\n'),
    "swapped participants": (
        "- {actor: anna-alund, office: foreign-minister-of-norway, role: host}\n      - bo-berg\n",
        "- bo-berg\n      - {actor: anna-alund, office: foreign-minister-of-norway, role: host}\n",
    ),
    "swapped parties": ("parties: [norway, sweden]", "parties: [sweden, norway]"),
    "a signature less": (
        "[anna-alund, {signer: bo-berg, office: foreign-minister-of-sweden}]",
        "[anna-alund]",
    ),
    "a quote less": (
        '      - {direct: "We are glad,", nth: 1}',
        '      - {direct: "We are glad,", nth: 2}',
    ),
    "a new topic": (
        "topics:\n  fisheries: {label: Fisheries}",
        "topics:\n  sea: {label: Sea}\n  fisheries: {label: Fisheries, broader: sea}",
    ),
    "a step in front": (
        "actions:\n",
        "actions:\n      - {kind: discussed, status: done, meeting: oslo-talks, evidence: talks would go on}\n",
    ),
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edited_archive_ends_as_if_loaded_anew(
    edit: str, migrated_url: str, tmp_path: Path
) -> None:
    engine = engine_for(migrated_url)
    load(engine, [archive(tmp_path / "a")], today=TODAY)

    outcome = load(engine, [archive(tmp_path / "a", EDITS[edit])], today=TODAY)

    assert outcome.changed >= 1
    assert any(change.fields for change in outcome.changes if change.verb == "changed")
    edited = content(engine)
    with engine.begin() as connection:  # the same edit, into an emptied database
        for table in reversed([*KINDS, *PARENTS, "load_run"]):
            connection.execute(text(f"DELETE FROM {table}"))
    again = load(engine, [tmp_path / "a"], today=TODAY)
    assert again.digest == outcome.digest
    assert content(engine) == edited


def test_a_change_is_told_field_by_field(migrated_url: str, tmp_path: Path) -> None:
    engine = engine_for(migrated_url)
    load(engine, [archive(tmp_path / "a")], today=TODAY)

    outcome = load(engine, [archive(tmp_path / "a", EDITS["a title"])], dry_run=True, today=TODAY)

    (change,) = outcome.changes
    assert (change.verb, change.kind, change.slug) == ("changed", "meeting", "oslo-talks")
    assert change.fields == (("meeting.title", "Talks in Oslo", "The Oslo talks"),)


def test_a_later_article_adds_proof_from_its_own_file(migrated_url: str, tmp_path: Path) -> None:
    engine = engine_for(migrated_url)
    load(engine, [archive(tmp_path / "a")], today=TODAY)
    later = tmp_path / "later"
    later.mkdir()
    (later / "later.txt").write_text(
        "Anna Ålund and Bo Berg met in the Norwegian capital last week."
    )
    (later / "later.yaml").write_text(
        "article: {text_file: later.txt, published: 2024-03-12}\n"
        "mentions:\n"
        "  - {of: meeting/oslo-talks, says: met in the Norwegian capital last week, supports: date}\n"
        "  - {of: oslo-talks, participant: bo-berg, says: Bo Berg}\n"
        "  - {of: fisheries-mou, action: signed, signature: bo-berg, says: Bo Berg}\n"
        "  - {of: anna-alund, name: Anna Ålund}\n"
    )

    outcome = load(engine, [later], today=TODAY)

    assert (outcome.added, outcome.changed) == (1, 0)
    with engine.connect() as connection:
        rows = connection.execute(
            text("SELECT fact, record, excerpt FROM citation WHERE article = 'later' ORDER BY 1, 3")
        ).all()
    assert [tuple(row) for row in rows] == [
        ("meeting", "oslo-talks", "met in the Norwegian capital last week"),
        ("name", "anna-alund", "Anna Ålund"),
        ("participation", "oslo-talks", "Bo Berg"),
        ("signature", "fisheries-mou", "Bo Berg"),
    ]
    assert load(engine, [tmp_path / "a"], today=TODAY).unchanged == 11  # their record is as it was


def test_omitted_offices_sides_and_parties_are_filled_in(migrated_url: str, tmp_path: Path) -> None:
    engine = engine_for(migrated_url)
    load(engine, [archive(tmp_path / "a")], today=TODAY)

    with engine.connect() as connection:
        signed = connection.execute(
            text("SELECT signer, office, party, signed_edtf, place FROM signing ORDER BY signer")
        ).all()
        met = connection.execute(
            text("SELECT actor, office, on_behalf_of, role FROM attendance ORDER BY actor")
        ).all()

    assert [tuple(row) for row in signed] == [
        ("anna-alund", "foreign-minister-of-norway", "norway", "2024-03-05", "oslo"),
        ("bo-berg", "foreign-minister-of-sweden", "sweden", "2024-03-05", "oslo"),
    ]
    assert [tuple(row) for row in met] == [
        ("anna-alund", "foreign-minister-of-norway", "norway", "host"),
        ("bo-berg", "foreign-minister-of-sweden", "sweden", "participant"),
    ]


def test_each_run_is_kept_with_its_counts(migrated_url: str, tmp_path: Path) -> None:
    engine = engine_for(migrated_url)
    load(engine, [archive(tmp_path / "a")], today=TODAY)
    load(engine, [tmp_path / "a"], today=TODAY)

    with engine.connect() as connection:
        runs = connection.execute(
            text("SELECT added, changed, removed, unchanged FROM load_run ORDER BY id")
        ).all()

    assert [tuple(run) for run in runs] == [(11, 0, 0, 0), (0, 0, 0, 11)]


def test_every_span_is_the_text_it_claims(loaded_url: str) -> None:
    engine = engine_for(loaded_url, read_only=True)
    with engine.connect() as connection:
        rows = connection.execute(
            text(
                "SELECT evidence.excerpt, article_text.text, evidence.start_char, evidence.end_char"
                " FROM evidence JOIN article_text ON article_text.article_id = evidence.article_id"
            )
        ).all()
        in_sql = connection.scalar(
            text(
                "SELECT count(*) FROM evidence JOIN article_text USING (article_id)"
                " WHERE substr(article_text.text, start_char + 1, end_char - start_char) <> excerpt"
            )
        )

    assert len(rows) > 600
    assert all(body[start:end] == excerpt for excerpt, body, start, end in rows)
    assert in_sql == 0


def test_what_is_no_engine_is_told_what_is_needed(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not NoneType") as refused:
        load(None, [tmp_path], today=TODAY)  # type: ignore[arg-type]

    assert "asyncio.to_thread" in (refused.value.hint or "")
