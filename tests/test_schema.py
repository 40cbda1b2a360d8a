"""The migrated schema is the declared one, and the database itself refuses what makes no sense."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import CheckConstraint, insert, inspect, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from communique import downgrade, upgrade
from communique.databases import database_of, engine_for
from communique.databases.types import Word
from communique.dates import PartialDate
from communique.models import (
    SUBJECTS,
    Actor,
    Agreement,
    AgreementAction,
    Base,
    DataDictionary,
    Meeting,
    Office,
    Party,
    Place,
    Signature,
    Tenure,
)

if TYPE_CHECKING:
    from sqlalchemy import Engine

TABLES = sorted(Base.metadata.tables)
VIEWS = {
    "signing": "agreement agreement_title agreement_kind action_kind signed_edtf signed_earliest"
    " signed_latest signer signer_name office office_title office_level office_portfolio party"
    " party_name meeting place country",
    "attendance": "meeting meeting_title meeting_kind meeting_status date_edtf date_earliest"
    " date_latest place country actor actor_name described_as office office_title office_level"
    " on_behalf_of role basis",
    "encounter": "meeting meeting_title meeting_kind meeting_status date_edtf date_earliest"
    " date_latest place country a a_name a_office a_side b b_name b_office b_side",
    "statement": "quote mode text speaker speaker_name speaker_as_written office office_title article"
    " outlet published_edtf published_earliest published_latest start_char end_char meeting"
    " relayed_by utterance date_edtf date_earliest date_latest",
    "office_holding": "actor actor_name office office_title office_level office_portfolio of_actor"
    " since_edtf since_earliest since_latest until_edtf until_earliest until_latest",
    "agreement_status": "agreement title kind status status_edtf status_earliest status_latest"
    " last_action",
    "plan": "record_kind record title date_edtf date_earliest date_latest place fulfilled_by",
    "timeline": "record_kind record title status date_edtf date_earliest date_latest place country",
    "coverage": "article fact record_kind record excerpts",
    "citation": "article fact record_kind record field basis excerpt start_char end_char note",
}


def dump(engine: Engine, only: list[str] | None = None) -> str:
    with engine.connect() as connection:
        return database_of(connection).schema_dump(connection, only=only)


def test_the_migrated_schema_is_the_declared_one(database_url: str) -> None:
    engine = engine_for(database_url)
    upgrade(engine)
    migrated = dump(engine, TABLES)
    downgrade(engine, "base")
    with engine.begin() as connection:
        Base.metadata.create_all(connection)

    assert dump(engine, TABLES) == migrated
    assert migrated.count("\n") > 300


def test_down_to_nothing_and_up_again_gives_the_same_schema(migrated_url: str) -> None:
    engine = engine_for(migrated_url)
    before = dump(engine)

    downgrade(engine, "base")
    assert set(inspect(engine).get_table_names()) <= {"communique_version"}
    assert inspect(engine).get_view_names() == []
    upgrade(engine)

    assert dump(engine) == before


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_has_every_column_that_analysts_were_promised(view: str, migrated_url: str) -> None:
    columns = [column["name"] for column in inspect(engine_for(migrated_url)).get_columns(view)]

    assert set(VIEWS[view].split()) <= set(columns)


def test_the_dictionary_explains_every_table_view_and_column(migrated_url: str) -> None:
    engine = engine_for(migrated_url)
    found = inspect(engine)
    names = [*found.get_table_names(), *found.get_view_names()]
    exist = {(name, "") for name in names if name != "communique_version"}
    exist |= {
        (name, column["name"])
        for name in names
        if name != "communique_version"
        for column in found.get_columns(name)
    }

    with Session(engine) as session:
        entries = session.scalars(select(DataDictionary)).all()

    assert {(entry.table_name, entry.column_name) for entry in entries} == exist
    assert all(len(entry.meaning) > 5 for entry in entries)


def test_postgresql_shows_the_meaning_of_columns_itself(postgresql_url: str) -> None:
    engine = engine_for(postgresql_url)
    upgrade(engine)

    assert inspect(engine).get_table_comment("signature")["text"]
    with engine.connect() as connection:
        told = connection.scalar(
            text(
                "SELECT col_description('signing'::regclass, 1), obj_description('signing'::regclass)"
            )
        )
    assert told == "Slug of the agreement."


def test_every_word_column_has_its_check_and_every_table_is_strict() -> None:
    for table in Base.metadata.tables.values():
        rules = {str(each.name) for each in table.constraints if isinstance(each, CheckConstraint)}
        for column in table.columns:
            if isinstance(column.type, Word):
                assert f"{column.name}_is_a_known_word" in rules
        assert table.dialect_options["sqlite"]["strict"]


def rows(engine: Engine) -> dict[str, int]:
    """Two states, one office, one agreement between one of them and nobody else."""
    with Session(engine) as session, session.begin():
        iran = Actor(slug="iran", kind="state", name="Iran", country="IR")
        turkey = Actor(slug="turkey", kind="state", name="Turkey", country="TR")
        session.add_all([iran, turkey])
        session.flush()
        office = Office(slug="minister", title="Minister", level="minister", single_holder=1)
        agreement = Agreement(slug="mou", title="MoU", kind="mou")
        other = Agreement(slug="other", title="Other", kind="mou")
        session.add_all([office, agreement, other])
        session.flush()
        session.add(Party(agreement_id=agreement.id, actor_id=iran.id, position=0))
        step = AgreementAction(
            agreement_id=agreement.id,
            kind="signed",
            status="done",
            position=0,
            date=PartialDate("2021-10"),
        )
        session.add(step)
        session.flush()
        return {
            "iran": iran.id,
            "turkey": turkey.id,
            "office": office.id,
            "mou": agreement.id,
            "other": other.id,
            "step": step.id,
        }


def refused(engine: Engine, model: Any, **values: Any) -> bool:
    try:
        with engine.begin() as connection:
            connection.execute(insert(model).values(**values))
    except IntegrityError:
        return True
    return False


def test_only_a_partys_signature_on_its_own_agreements_step_can_exist(migrated_url: str) -> None:
    engine = engine_for(migrated_url)
    ids = rows(engine)
    signature = {
        "action_id": ids["step"],
        "agreement_id": ids["mou"],
        "position": 0,
        "described_as": "a minister",
        "party_id": ids["iran"],
        "basis": "stated",
    }

    assert refused(engine, Signature, **signature | {"party_id": ids["turkey"]})
    assert refused(engine, Signature, **signature | {"agreement_id": ids["other"]})
    assert refused(engine, Signature, **signature | {"described_as": None})
    assert not refused(engine, Signature, **signature)


WRONG_ROWS: dict[str, tuple[Any, dict[str, Any]]] = {
    "a country of three letters": (
        Actor,
        {"slug": "x", "kind": "state", "name": "X", "country": "XXX"},
    ),
    "a date without bounds": (
        Meeting,
        {"date_edtf": "..", "date_earliest": None, "date_latest": None},
    ),
    "a date that ends first": (
        Meeting,
        {"date_earliest": date(2021, 2, 1), "date_latest": date(2021, 1, 1)},
    ),
    "an ordinal of zero": (Meeting, {"ordinal": 0}),
    "a slug too long": (Meeting, {"slug": "x" * 121}),
    "a slug of nothing": (Meeting, {"slug": ""}),
}
MEETING = {
    "slug": "m",
    "title": "M",
    "kind": "talks",
    "status": "held",
    "date_edtf": "2021",
    "date_earliest": date(2021, 1, 1),
    "date_latest": date(2021, 12, 31),
}


@pytest.mark.parametrize("name", WRONG_ROWS)
def test_the_database_refuses(name: str, migrated_url: str) -> None:
    model, values = WRONG_ROWS[name]
    base = MEETING if model is Meeting else {}

    assert refused(engine_for(migrated_url), model, **base | values)


@pytest.mark.parametrize(("table", "column"), [("meeting", "kind"), ("meeting", "status")])
def test_the_database_refuses_an_unknown_word(table: str, column: str, migrated_url: str) -> None:
    engine = engine_for(migrated_url)
    with engine.begin() as connection:
        connection.execute(insert(Meeting).values(**MEETING))
    with engine.begin() as connection, pytest.raises(IntegrityError, match="is_a_known_word"):
        connection.exec_driver_sql(f"UPDATE {table} SET {column} = 'tea'")


def test_the_database_takes_the_meeting_that_the_others_differ_from(migrated_url: str) -> None:
    assert not refused(engine_for(migrated_url), Meeting, **MEETING)


@pytest.mark.parametrize("day", ["2021-02-30", "20211006", "2021-10-6", "yesterday"])
def test_sqlite_takes_only_days_of_the_calendar(day: str, sqlite_url: str) -> None:
    engine = engine_for(sqlite_url)
    upgrade(engine)
    with (
        engine.begin() as connection,
        pytest.raises(IntegrityError, match="date_earliest_is_a_day"),
    ):
        connection.exec_driver_sql(
            "INSERT INTO meeting (slug, title, kind, status, date_edtf, date_earliest)"
            " VALUES ('m', 'M', 'talks', 'held', '2021', ?)",
            (day,),
        )


def test_evidence_has_exactly_one_subject_and_an_excerpt_or_a_note(migrated_url: str) -> None:
    engine = engine_for(migrated_url)
    ids = rows(engine)
    outside = {"position": 0, "basis": "outside", "note": "known"}
    insert_into = Base.metadata.tables["evidence"]

    assert refused(engine, insert_into, **outside)
    assert refused(
        engine, insert_into, **outside, agreement_id=ids["mou"], agreement_action_id=ids["step"]
    )
    assert refused(engine, insert_into, agreement_id=ids["mou"], position=0, basis="outside")
    assert refused(engine, insert_into, agreement_id=ids["mou"], position=0, basis="stated")
    assert not refused(engine, insert_into, **outside, agreement_id=ids["mou"])
    assert refused(engine, insert_into, **outside, agreement_id=ids["mou"])  # its position is taken


def test_every_subject_of_evidence_has_its_partial_index(migrated_url: str) -> None:
    lines = dump(engine_for(migrated_url), ["evidence"])

    for column in SUBJECTS:
        assert f"ix_evidence_{column}" in lines


def test_a_date_of_a_record_is_one_value_over_three_columns(migrated_url: str) -> None:
    engine = engine_for(migrated_url)
    ids = rows(engine)
    with Session(engine) as session, session.begin():
        session.add(
            Tenure(
                holder_id=ids["iran"],
                office_id=ids["office"],
                position=0,
                acting=0,
                since=PartialDate("[..2021-10-27]"),
                until=PartialDate(".."),
            )
        )
    with Session(engine) as session:
        tenure = session.scalars(select(Tenure)).one()
        assert tenure.since == PartialDate("[..2021-10-27]")
        assert tenure.since_latest == date(2021, 10, 27)
        assert tenure.until is not None
        assert tenure.until.is_still_open
        action = session.scalars(
            select(AgreementAction).where(AgreementAction.date == PartialDate("2021-10"))
        ).one()
        assert (action.date_earliest, action.date_latest) == (date(2021, 10, 1), date(2021, 10, 31))


def test_a_bulk_insert_may_write_a_self_referring_row_first(migrated_url: str) -> None:
    engine = engine_for(migrated_url)
    with engine.begin() as connection:
        connection.execute(
            insert(Place),
            [
                {"id": 1, "slug": "tehran", "name": "Tehran", "kind": "city", "inside_id": 2},
                {"id": 2, "slug": "iran", "name": "Iran", "kind": "country", "inside_id": None},
            ],
        )


def test_lists_sort_alike_on_both_databases_whatever_the_locale(migrated_url: str) -> None:
    engine = engine_for(migrated_url)
    names = ["çay", "Zeki", "ıssız", "İzmir", "zeki", "cay"]
    with engine.begin() as connection:
        connection.execute(
            insert(Actor),
            [
                {"slug": f"a{number}", "kind": "person", "name": name}
                for number, name in enumerate(names)
            ],
        )
    with engine.connect() as connection:
        assert list(connection.scalars(select(Actor.name).order_by(Actor.name))) == sorted(names)
