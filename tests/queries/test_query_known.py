"""As known on a day: only what had been published by then."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy.orm import Session

from communique.dates import PartialDate
from communique.models import AgreementAction, Evidence
from communique.queries import Signing, Standing, agreements, meetings, named, signings
from tests.queries.writing import Archive

Slugs = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("day", "signers"),
    [
        ("2021-10-01", []),
        # The report may be of 14 November, so it certainly was out by then and not before.
        ("2021-11-13", []),
        ("2021-11-14", ["ahmad-vahidi"]),
        # A signature with proof of its own is known by that alone.
        ("2022-02", ["ahmad-vahidi"]),
        ("2022-03-01", ["ahmad-vahidi", "suleyman-soylu"]),
        ("..", ["ahmad-vahidi", "suleyman-soylu"]),
    ],
)
def test_a_signature_is_known_when_it_was_published(
    slugs: Slugs, day: str, signers: list[str]
) -> None:
    assert slugs(signings(known_on=day), "signer") == signers


def test_a_date_proven_later_is_shown_as_unknown(session: Session) -> None:
    (early,) = named(Signing, session.execute(signings(known_on="2021-11-14")))
    assert (early.signed_edtf, early.signed_earliest, early.signed_latest) == (None, None, None)
    assert early.day is None
    (late,) = named(Signing, session.execute(signings(known_on="2021-11-15")))
    assert late.signed_edtf == "[2021-10-06,2021-10-13]"


def test_a_limit_of_time_does_not_betray_a_date_that_was_unknown(slugs: Slugs) -> None:
    rows = signings(known_on="2021-11-14", since="2021-11-01")
    assert slugs(rows, "signer") == ["ahmad-vahidi"]
    assert slugs(signings(known_on="2021-11-15", since="2021-11-01"), "signer") == []


def test_a_meeting_is_known_by_its_participations_too(slugs: Slugs) -> None:
    assert slugs(meetings(known_on="2022-02")) == ["talks"]
    assert slugs(meetings(known_on="2022-03-01")) == ["summit", "talks"]


def test_undated_articles_and_outside_knowledge_never_count(slugs: Slugs) -> None:
    assert "treaty" not in slugs(agreements(known_on="2999"))


@pytest.mark.parametrize(
    ("day", "statuses"),
    [
        ("2021-11-13", {}),
        ("2021-11-14", {"mou": "signed"}),
        ("2021-11-15", {"mou": "signed", "roadmap": "planned"}),
    ],
)
def test_a_status_rests_on_steps_that_were_known(
    session: Session, day: str, statuses: dict[str, str]
) -> None:
    rows = named(Standing, session.execute(agreements(known_on=day)))
    assert {row.agreement: str(row.status) for row in rows} == statuses


def test_what_was_printed_before_a_step_does_not_prove_it(
    session: Session, archive: Archive
) -> None:
    roadmap = archive["agreement", "roadmap"]
    step = {"agreement_id": roadmap, "kind": "agreed", "status": "done", "position": 99}
    session.add(AgreementAction(id=99, date=PartialDate("2022-02-01"), **step))
    session.flush()

    def status(day: str) -> list[str]:
        rows = agreements(kind="roadmap", known_on=day)
        return [str(row.status) for row in named(Standing, session.execute(rows))]

    assert status("2022-03-01") == ["planned"]
    later = {"article_id": archive["article", "later"], "excerpt": "agreed", "basis": "stated"}
    span = {"start_char": 900, "end_char": 906, "position": 99}
    session.add(Evidence(id=99, agreement_id=roadmap, **later, **span))
    session.flush()
    assert status("2022-02-28") == ["planned"]
    assert status("2022-03-01") == ["agreed"]
    session.rollback()


def test_both_times_together(session: Session) -> None:
    rows = agreements(on="2021-10-05", known_on="2021-11-15")
    found = {row.agreement: str(row.status) for row in named(Standing, session.execute(rows))}
    assert found == {"mou": "unknown", "roadmap": "unknown"}
