"""What rows rest on: own and inherited proofs, in order, in a constant number of statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event

from communique.errors import UsageError
from communique.models import SUBJECTS
from communique.queries import evidence_for, signings
from communique.vocabulary import Basis

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from communique.queries import Proof
    from tests.queries.writing import Archive


def told(proofs: list[Proof]) -> list[tuple[str | None, str | None]]:
    return [(proof.article, proof.inherited_from) for proof in proofs]


def test_a_signature_shows_both_articles(session: Session, archive: Archive) -> None:
    own = archive["signature", "vahidi"]
    assert told(evidence_for(session, "signature", [own])[own]) == [
        ("later", None),
        ("first", "agreement_action"),
        ("first", "meeting"),
        ("second", "agreement"),
        ("second", "meeting"),
        ("undated", "party"),
    ]


def test_a_fact_s_own_proof_comes_first(session: Session, archive: Archive) -> None:
    own = archive["signature", "soylu"]
    assert told(evidence_for(session, "signature", [own])[own])[0] == ("later", None)


def test_a_proof_says_how_it_was_read(session: Session, archive: Archive) -> None:
    talks = archive["meeting", "talks"]
    first, second = evidence_for(session, "meeting", [talks])[talks]
    assert (first.basis, first.field, first.excerpt) == (Basis.STATED, None, "words")
    assert (second.basis, second.field, second.note) == (Basis.INFERRED, "date", "a Wednesday")
    assert (second.start_char, second.end_char) == (20, 25)


def test_outside_knowledge_is_shown_with_its_note(session: Session, archive: Archive) -> None:
    tenure = archive["tenure", "tenure 0"]
    (proof,) = evidence_for(session, "tenure", [tenure])[tenure]
    assert (proof.article, proof.excerpt, proof.basis) == (None, None, Basis.OUTSIDE)
    assert proof.note == "known"


def test_a_quote_rests_on_its_own_span(session: Session, archive: Archive) -> None:
    joint = archive["quote", "joint"]
    (proof,) = evidence_for(session, "quote", [joint])[joint]
    assert (proof.article, proof.excerpt) == ("first", "Çok güzel cooperation")
    assert proof.basis is Basis.STATED


def test_records_show_what_stands_by_their_parts(session: Session, archive: Archive) -> None:
    summit, mou = archive["meeting", "summit"], archive["agreement", "mou"]
    assert told(evidence_for(session, "meeting", [summit])[summit]) == [("later", "participation")]
    assert told(evidence_for(session, "agreement", [mou])[mou]) == [
        ("second", None),
        ("first", "agreement_action"),
        ("later", "signature"),
        ("later", "signature"),
        ("undated", "party"),
    ]


def test_a_part_shows_what_stands_by_its_record(session: Session, archive: Archive) -> None:
    vahidi = archive["participation", "vahidi talks"]
    assert told(evidence_for(session, "participation", [vahidi])[vahidi]) == [
        ("first", "meeting"),
        ("second", "meeting"),
    ]
    step = archive["agreement_action", "roadmap planned"]
    assert told(evidence_for(session, "agreement_action", [step])[step]) == [
        ("second", "agreement")
    ]


def test_an_actor_is_written_of_under_its_names(session: Session, archive: Archive) -> None:
    soylu = archive["actor", "suleyman-soylu"]
    assert told(evidence_for(session, "actor", [soylu])[soylu]) == [
        ("first", "name"),
        ("second", "name"),
    ]


def test_proofs_can_be_limited_to_what_was_known(session: Session, archive: Archive) -> None:
    own = archive["signature", "soylu"]
    found = evidence_for(session, "signature", [own], known_on="2021-11-14")[own]
    assert told(found) == [("first", "agreement_action"), ("first", "meeting")]


def test_every_id_has_a_list(session: Session) -> None:
    assert evidence_for(session, "figure", [7, 8]) == {7: [], 8: []}
    assert evidence_for(session, "meeting", []) == {}


@pytest.mark.parametrize("kind", SUBJECTS.values())
def test_every_kind_of_fact_can_be_asked(session: Session, kind: str) -> None:
    assert set(evidence_for(session, kind, [1])) == {1}


def test_an_unknown_kind_is_told(session: Session) -> None:
    with pytest.raises(UsageError, match=r'"signatures".*did you mean "signature"'):
        evidence_for(session, "signatures", [1])


@pytest.mark.parametrize("number", [1, 3, 1000])
def test_one_statement_answers_for_any_number(session: Session, number: int) -> None:
    ids = [*(row.id for row in session.execute(signings())), *range(100, 100 + number)]
    ran: list[str] = []
    bind = session.get_bind()
    event.listen(bind, "before_cursor_execute", lambda *given: ran.append(given[2]))
    evidence_for(session, "signature", ids)
    assert len(ran) == 1
