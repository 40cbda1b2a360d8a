"""The database itself refuses what makes no sense, whoever writes to it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from communique import upgrade
from communique.databases import engine_for
from communique.dates import PartialDate
from communique.models import (
    Actor,
    Agreement,
    AgreementAction,
    Base,
    Meeting,
    Office,
    Party,
    Place,
    Signature,
    Tenure,
)

if TYPE_CHECKING:
    from sqlalchemy import Engine


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
    "folded": "m",
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
            "INSERT INTO meeting (slug, title, folded, kind, status, date_edtf, date_earliest)"
            " VALUES ('m', 'M', 'm', 'talks', 'held', '2021', ?)",
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
