"""Answers made of several questions: complete, with proofs, in a fixed number of statements."""

from __future__ import annotations

import inspect
import re
from collections import defaultdict
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy.orm import Session

from communique import queries as q
from communique.errors import AmbiguousName, UsageError
from communique.queries import asking
from tests.queries.counting import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

TALKS = "2021-11-15-amir-abdollahian-cavusoglu-talks"
ONE = "2021-11-15-raeisi-cavusoglu-roadmap"
OTHER = "2021-11-15-strengthen-cooperation-in-security"
MOU = "2021-10-iran-turkey-security-mou"
TASNIM = "2021-10-tasnim-security-mou"


@pytest.fixture
def seeds(loaded_url: str) -> Iterator[Session]:
    with q.connect(loaded_url) as session:
        yield session


def test_who_met_whom_is_weighted_and_dated(seeds: Session) -> None:
    pairs = q.named(q.Pair, seeds.execute(q.who_met_whom(kind="person")))
    assert (pairs[0].a, pairs[0].b) == ("hossein-amir-abdollahian", "mevlut-cavusoglu")
    assert (pairs[0].times, str(pairs[0].first_day), str(pairs[0].last_day)) == (
        3, "2021-09-01", "2021-11-15",
    )  # fmt: skip
    assert all(pair.a < pair.b for pair in pairs)
    assert len({(pair.a, pair.b) for pair in pairs}) == len(pairs)


def test_who_signed_together(seeds: Session) -> None:
    (pair,) = q.named(q.Pair, seeds.execute(q.co_signatories()))
    assert (pair.a, pair.b, pair.times) == ("ahmad-vahidi", "suleyman-soylu", 1)


def test_a_network_is_two_plain_lists_that_fit(seeds: Session) -> None:
    with counted(seeds) as ran:
        net = q.network(seeds)
    assert len(ran) == 3
    named = {node.actor for node in net.nodes}
    assert {end for edge in net.edges for end in (edge.a, edge.b)} == named
    soylu = next(node for node in net.nodes if node.actor == "suleyman-soylu")
    assert soylu.ties == 2
    assert {edge.tie for edge in net.edges} == {"met", "signed"}
    alone = q.network(seeds, actor="suleyman-soylu", since="2020")
    assert [(edge.tie, edge.times) for edge in alone.edges] == [("met", 2), ("signed", 1)]


def test_a_meeting_is_compared_article_by_article(seeds: Session) -> None:
    told = q.compare(seeds, TALKS)
    assert told.articles == [ONE, OTHER]
    shared = {claim.text: claim for claim in told.shared}
    assert "date: 2021-11-15" in shared
    assert all(claim.articles == (ONE, OTHER) for claim in told.shared)
    guest = next(claim for claim in told.shared if claim.fact == "participation")
    assert guest.capacity == "foreign-minister-of-turkey"
    assert {proof.article for proof in guest.proofs} == {ONE, OTHER}
    assert set(told.only) == {ONE, OTHER}
    assert any(claim.text.startswith("our delegations") for claim in told.only[OTHER])
    conference = q.compare(seeds, "2021-11-15-amir-abdollahian-cavusoglu-press-conference")
    assert {"cavusoglu-on-sanctions", "to-prepare-or-to-start-talks"} <= {
        pull.tension for pull in conference.tensions
    }
    assert all(pull.first and pull.second and pull.note for pull in conference.tensions)


def test_a_quote_is_attributed(seeds: Session) -> None:
    rows = q.named(q.Statement, seeds.execute(q.quotes(via="anadolu")))
    said = next(row for row in rows if row.text.startswith("To date"))
    with counted(seeds) as ran:
        told = q.attribution(seeds, said.quote)
    assert len(ran) <= 4
    assert [row.speaker for row in told.speakers] == ["suleyman-soylu"]
    assert told.way == ["anadolu", "Source » tasnimnews"]
    assert [row.text[:12] for row in told.renderings] == ["We acted lik"]
    assert said.text in {proof.excerpt for proof in told.proofs}


def test_a_record_s_sources_and_their_origins(seeds: Session) -> None:
    told = q.sources(seeds, MOU)
    assert (told.record_kind, told.record) == ("agreement", MOU)
    assert [source.article for source in told.articles] == [TASNIM, OTHER]
    assert len(told.origins) == 2
    assert all(source.excerpts > 0 for source in told.articles)
    early = q.sources(seeds, f"agreement/{MOU}", known_on="2021-11-14")
    assert [source.article for source in early.articles] == [TASNIM]
    assert {source.article for source in q.sources(seeds, "suleyman-soylu").articles} >= {TASNIM}


def test_a_dossier_holds_all_of_one_actor(seeds: Session) -> None:
    told = q.dossier(seeds, "Soylu")
    assert told.actor.actor == "suleyman-soylu"
    assert {each.row.spelling for each in told.spellings} == {
        "Süleyman Soylu", "Suleyman Soylu", "Soylu",
    }  # fmt: skip
    assert [each.row.office for each in told.offices] == ["interior-minister-of-turkey"]
    assert len(told.attendances) == 3
    assert [each.row.agreement for each in told.signatures] == [MOU]
    assert {pair.a for pair in told.counterparts} | {pair.b for pair in told.counterparts} == {
        "suleyman-soylu", "ahmad-vahidi", "abdolreza-rahmani-fazli",
    }  # fmt: skip
    lists: list[list[q.Answered[Any]]] = [
        [*told.attendances], [*told.signatures], [*told.quotes], [*told.spellings],
    ]  # fmt: skip
    for answers in lists:
        assert all(answer.proofs and answer.claim for answer in answers)


def test_a_dossier_as_known_and_on_a_day(seeds: Session) -> None:
    early = q.dossier(seeds, "soylu", known_on="2018-12-31")
    assert early.signatures == []
    assert [each.row.meeting for each in early.attendances] == [
        "2018-10-11-rahmani-fazli-soylu-ankara"
    ]
    articles = {proof.article for each in early.attendances for proof in each.proofs}
    assert articles == {"2018-10-12-stress-security-cooperation"}
    before = q.dossier(seeds, "soylu", on="2018-12-31")
    assert (len(before.signatures), len(before.attendances)) == (0, 1)
    assert [each.row.office for each in before.offices] == ["interior-minister-of-turkey"]


def test_what_two_states_have_to_do_with_each_other(seeds: Session) -> None:
    told = q.bilateral(seeds, "iran", "turkey")
    assert MOU in {each.row.agreement for each in told.agreements}
    assert {each.row.meeting for each in told.meetings} >= {TALKS, "2021-10-vahidi-soylu-tehran"}
    assert all(each.row.fulfilled_by is None for each in told.plans)
    assert {each.row.record for each in told.timeline} >= {MOU, TALKS}
    early = q.bilateral(seeds, "iran", "turkey", known_on="2018-12-31", on="2018-01-01")
    assert MOU not in {each.row.agreement for each in early.agreements}
    assert {str(each.row.date_edtf)[:1] for each in early.meetings} <= {"2", "[", "N"}


@pytest.mark.parametrize(
    ("asked", "most"),
    [
        (lambda seeds, some: q.dossier(seeds, some[0]), 18),
        (lambda seeds, some: q.bilateral(seeds, *some), 17),
    ],
)
def test_the_number_of_statements_is_that_of_the_kinds_of_facts(
    seeds: Session, asked: Callable[[Session, tuple[str, str]], Any], most: int
) -> None:
    with counted(seeds) as few:
        asked(seeds, ("ali-larijani", "binali-yildirim"))
    with counted(seeds) as many:
        asked(seeds, ("iran", "turkey"))
    assert len(few) <= len(many) <= most


def test_a_comparison_takes_nine_statements_at_most(seeds: Session) -> None:
    with counted(seeds) as ran:
        q.compare(seeds, TALKS)
    assert len(ran) <= 9


def test_an_answer_carries_its_claim_capacity_and_record(seeds: Session) -> None:
    rows = q.named(q.Signing, seeds.execute(q.signings(by="soylu")))
    (answer,) = q.with_evidence(seeds, rows)
    assert answer.claim.startswith("Süleyman Soylu signing Memorandum")
    assert answer.capacity == "interior-minister-of-turkey"
    for proof in answer.proofs:
        assert proof.source_file is not None
        assert proof.source_file.endswith(".yaml")
        assert (proof.source_line or 0) > 0
        assert proof.load_run == 1
    met = q.named(q.Encounter, seeds.execute(q.encounters(a="soylu", b="vahidi")))
    assert {each.claim.partition(":")[0] for each in q.with_evidence(seeds, met)} == {
        "Süleyman Soylu meeting Ahmad Vahidi"
    }


def test_a_claim_reads_well_of_one_and_of_many(seeds: Session) -> None:
    told = q.compare(seeds, TALKS)
    claims = [each.text for each in told.shared] + [c.text for cs in told.only.values() for c in cs]
    parts = {each.partition(":")[0] for each in claims if each.endswith(told.meeting.meeting_title)}
    assert parts >= {"our delegations taking part", "Mevlüt Çavuşoğlu taking part"}
    many = {"signer_name": "their ministers", "a_name": "leaders", "actor_name": "both sides",
            "name": "the Houthis"}  # fmt: skip
    words = defaultdict(lambda: "x", many)
    told_of = [form.format_map(words) for column, _, form, _ in asking._ROWS if "name}" in form]
    assert told_of
    verbs = re.compile(r"\b(signs|meets|takes|holds|is|has|was)\b")
    assert [each for each in told_of if verbs.search(each)] == []


STARTERS: list[tuple[Callable[..., Any], type[Any]]] = [
    (q.signings, q.Signing), (q.meetings, q.Gathering), (q.attendances, q.Attendance),
    (q.encounters, q.Encounter), (q.agreements, q.Standing), (q.actions, q.Action),
    (q.plans, q.Plan), (q.quotes, q.Statement), (q.holders, q.Holding), (q.incidents, q.Happening),
    (q.articles, q.Publication), (q.timeline, q.Event), (q.spellings, q.Spelling),
    (q.actors, q.Profile),
]  # fmt: skip


@pytest.mark.parametrize(("starter", "kind"), STARTERS, ids=[row.__name__ for _, row in STARTERS])
def test_the_rows_of_each_starter_can_carry_proofs(
    seeds: Session, starter: Callable[..., Any], kind: type[Any]
) -> None:
    rows = q.named(kind, seeds.execute(starter()))
    assert rows
    with counted(seeds) as ran:
        answers = q.with_evidence(seeds, rows)
    assert len(ran) <= 3
    assert len(answers) == len(rows)
    assert all(answer.claim for answer in answers)
    # An encounter's capacity is an office; what has proofs has them with excerpt and place.
    assert any(answer.proofs for answer in answers)
    shown = [proof for answer in answers for proof in answer.proofs if proof.article]
    assert all(proof.excerpt and proof.end_char is not None for proof in shown)


def test_rows_of_nothing_known_are_told(seeds: Session) -> None:
    with pytest.raises(UsageError, match="rows of a starter"):
        q.with_evidence(seeds, [q.network(seeds).nodes[0]])


def test_every_option_that_takes_a_name_is_resolved_by_ask(session: Session) -> None:
    names = {"Rahmani": asking.ACTORS, "Nowhere": asking.OFFICES | asking.PLACES}
    tried = set()
    for starter, _ in STARTERS:
        for option in inspect.signature(starter).parameters:
            for name, options in names.items():
                if option in options:
                    with pytest.raises((AmbiguousName, UsageError)):
                        q.ask(session, starter, **{option: name})
                    tried.add(option)
    assert tried == asking.ACTORS | asking.OFFICES | asking.PLACES


@pytest.mark.parametrize(
    ("starter", "option"),
    [
        (q.meetings, "actor"), (q.signings, "by"), (q.signings, "party"), (q.quotes, "via"),
        (q.encounters, "a"), (q.encounters, "b"), (q.holders, "of"), (q.attendances, "side"),
        (q.articles, "outlet"), (q.agreements, "party"), (q.plans, "actor"), (q.actions, "by"),
        (q.incidents, "actor"), (q.timeline, "actor"), (q.coverage, "outlet"),
    ],
)  # fmt: skip
def test_two_who_answer_to_a_name_are_listed(
    session: Session, starter: Callable[..., Any], option: str
) -> None:
    with pytest.raises(AmbiguousName) as caught:
        q.ask(session, starter, **{option: "Rahmani"})
    assert caught.value.slugs == ("ali-rahmani", "omid-rahmani")
    assert q.ask(session, starter, **{option: "soylu"}) is not None


def test_both_ends_of_a_timeline_are_resolved(session: Session) -> None:
    rows = session.execute(q.ask(session, q.timeline, between=("VAHIDI", "Soylu"), place=None))
    assert [row.record for row in rows] == ["talks", "mou"]
    with pytest.raises(AmbiguousName):
        q.ask(session, q.timeline, between=("Rahmani", "soylu"))
    dated = q.ask(session, q.signings, between=("2021", "2021-12"))
    assert len(session.execute(dated).all()) == 2


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (lambda s: q.compare(s, "nope"), "No meeting is called"),
        (lambda s: q.attribution(s, "nope#1"), "No quote is called"),
        (lambda s: q.attribution(s, "nope"), "names no quote"),
        (lambda s: q.sources(s, "rumour/x"), "is no kind of record"),
        (lambda s: q.sources(s, "soylou"), "No record is called"),
        (lambda s: q.dossier(s, "Soylou"), "did you mean"),
    ],
)
def test_what_is_not_there_is_told(
    session: Session, asked: Callable[[Session], Any], message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        asked(session)
