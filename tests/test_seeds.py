"""What the shipped archive says: facts of the five articles, asked as its users would ask."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, text

from communique.databases import engine_for
from communique.loading import check, load
from communique.migrate import upgrade

SEEDS = Path(__file__).parents[1] / "seeds"
FILES = sorted(SEEDS.rglob("*.yaml"))
MOU = "2021-10-iran-turkey-security-mou"
FOUR_WEDNESDAYS = "[2021-10-06,2021-10-13,2021-10-20,2021-10-27]"
TASNIM = "2021-10-tasnim-security-mou"
FOREIGN = "2021-11-15-strengthen-cooperation-in-security"
SAME_DAY = "2021-11-15-raeisi-cavusoglu-roadmap"


def made_in(folder: Path) -> Engine:
    engine = engine_for(f"sqlite:///{folder / 'communique.db'}")
    upgrade(engine)
    return engine


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    engine = made_in(tmp_path_factory.mktemp("archive"))
    load(engine, [SEEDS])
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def ask(archive: Connection, sql: str, **values: Any) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in archive.execute(text(sql), values)]


def test_the_seeds_are_clean() -> None:
    report = check([SEEDS])
    assert [str(complaint) for complaint in report.complaints] == []
    assert report.records["article"] == 5


def test_two_ministers_signed_the_security_memorandum(archive: Connection) -> None:
    signed = ask(
        archive,
        "select signer_name, office_title, party, signed_edtf, place from signing"
        " where agreement_kind = 'mou' and office_level = 'minister' order by signer_name",
    )
    assert signed == [
        ("Ahmad Vahidi", "Interior Minister of Iran", "iran", FOUR_WEDNESDAYS, "tehran"),
        ("Süleyman Soylu", "Interior Minister of Turkey", "turkey", FOUR_WEDNESDAYS, "tehran"),
    ]


def test_both_articles_prove_each_signature(archive: Connection) -> None:
    proofs = ask(
        archive,
        "select signer.slug, text_file from signature"
        " join actor signer on signer.id = signer_id"
        " join evidence on signature_id = signature.id or agreement_action_id = action_id"
        " join article on article.id = article_id",
    )
    both = {"003_10937e741dedd795.txt", "000_bbed05dbed5f1696.txt"}
    for signer in ("ahmad-vahidi", "suleyman-soylu"):
        assert {file for slug, file in proofs if slug == signer} == both


def test_the_four_possible_days_are_told_with_their_reasons(archive: Connection) -> None:
    reasons = ask(
        archive,
        "select article, excerpt, note from citation"
        " where record = '2021-10-vahidi-soylu-tehran' and field = 'date' order by article",
    )
    assert [(article, excerpt) for article, excerpt, _ in reasons] == [
        (TASNIM, "On Wednesday"),
        (FOREIGN, "the interior ministers of Turkey and Iran last month signed"),
    ]
    assert all(note for *_, note in reasons)


def test_one_man_met_two_interior_ministers_of_iran(archive: Connection) -> None:
    met = ask(
        archive,
        "select distinct a, b, date_edtf from encounter"
        " where b_office = 'interior-minister-of-iran' and a is not null order by b",
    )
    assert met == [
        ("suleyman-soylu", "abdolreza-rahmani-fazli", "2018-10-11"),
        ("suleyman-soylu", "ahmad-vahidi", FOUR_WEDNESDAYS),
    ]


def test_who_met_on_the_sidelines_of_what(archive: Connection) -> None:
    met = ask(
        archive,
        "select gathering.slug, a, b from meeting"
        " join meeting gathering on gathering.id = meeting.sidelines_of_id"
        " join encounter on encounter.meeting = meeting.slug where a < b order by 1",
    )
    assert met == [
        ("2018-10-3rd-eurasian-parliament-speakers-meeting", "ali-larijani", "binali-yildirim"),
        ("2021-09-unga-76", "hossein-amir-abdollahian", "mevlut-cavusoglu"),
    ]


def test_what_was_agreed_in_december_2017(archive: Connection) -> None:
    agreed = ask(
        archive,
        "select agreement, kind from agreement_status where status = 'agreed'"
        " and status_earliest >= '2017-12-01' and status_latest <= '2017-12-31' order by agreement",
    )
    assert agreed == [
        ("duties-of-the-security-commissions", "unspecified"),
        ("iran-turkey-security-cooperation-mechanism", "mechanism"),
        ("joint-working-groups-four-times-a-year", "commitment"),
    ]


def test_who_was_quoted_through_an_agency(archive: Connection) -> None:
    relayed = ask(
        archive,
        "select speaker, relayed_by, count(*) from statement where relayed_by is not null"
        " group by speaker, relayed_by order by speaker",
    )
    assert relayed == [("ebrahim-raisi", "president-ir", 1), ("suleyman-soylu", "anadolu", 4)]


def test_the_plans_of_15_november_2021_have_no_outcome_yet(archive: Connection) -> None:
    plans = ask(
        archive,
        "select record, fulfilled_by from plan where record_kind = 'meeting'"
        " and date_earliest between '2021-11-15' and '2021-11-29' order by record",
    )
    assert plans == [
        ("2021-11-16-cavusoglu-visit-to-lebanon", None),
        ("2021-11-29-nuclear-talks", None),
        ("7th-high-level-cooperation-council", None),
        ("erdogan-visit-to-tehran", None),
        ("iran-turkey-roadmap-negotiations", None),
    ]


def test_the_order_of_a_visitors_day(archive: Connection) -> None:
    before = dict(
        ask(
            archive,
            "select earlier.kind, later.kind from meeting later"
            " join meeting earlier on earlier.id = later.after_id"
            " where later.date_edtf = '2021-11-15'",
        )
    )
    assert before == {"talks": "press_conference", "press_conference": "reception"}


def test_the_roadmap_is_a_plan_and_not_agreed(archive: Connection) -> None:
    (status,) = ask(
        archive,
        "select status from agreement_status"
        " where agreement = 'iran-turkey-long-term-cooperation-roadmap'",
    )
    assert status == ("planned",)
    assert ask(archive, "select kind from agreement_link") == [("may_be_same_as",)] * 2


def test_how_one_name_is_spelled_in_each_article(archive: Connection) -> None:
    spelled = ask(
        archive,
        "select article.slug, name.text from evidence join name on name.id = name_id"
        " join article on article.id = article_id join actor on actor.id = actor_id"
        " where actor.slug = 'hossein-amir-abdollahian' order by 1, 2",
    )
    assert spelled == [
        (TASNIM, "Hossein Amirabdollahian"),
        (SAME_DAY, "Amir-Abdollahian"),
        (SAME_DAY, "Hossein Amir-Abdollahian"),
        (FOREIGN, "Abdollahian"),
        (FOREIGN, "Hossein"),
        (FOREIGN, "Hossein Amir-Abdollahian"),
    ]


def test_deputies_and_speakers_are_no_ministers(archive: Connection) -> None:
    levels = dict(ask(archive, "select actor, office_level from office_holding"))
    assert levels["hossein-zolfaqari"] == "deputy_minister"
    assert levels["eshaq-jahangiri"] == "vice_president"
    assert levels["ali-larijani"] == levels["binali-yildirim"] == "speaker"
    assert levels["mustafa-al-kadhimi"] == "head_of_government"


def test_every_inference_says_what_was_combined_and_nothing_is_from_outside(
    archive: Connection,
) -> None:
    assert (
        ask(archive, "select excerpt from evidence where basis = 'inferred' and note is null") == []
    )
    assert ask(archive, "select id from evidence where basis = 'outside'") == []


def test_every_quote_and_excerpt_is_the_articles_own_text(archive: Connection) -> None:
    texts = dict(ask(archive, "select article_id, text from article_text"))
    for table, words in (("quote", "text"), ("evidence", "excerpt")):
        rows = ask(archive, f"select article_id, {words}, start_char, end_char from {table}")
        assert len(rows) > 100
        assert [held for article, held, a, b in rows if texts[article][a:b] != held] == []


def open_marks(article: str, spans: Sequence[tuple[int, int]]) -> list[int]:
    """Where a double quotation mark stands that no recorded words touch."""
    return [
        at
        for at, character in enumerate(article)
        if character in '"“”„' and not any(start - 1 <= at <= end for start, end in spans)
    ]


def test_every_quotation_mark_is_claimed_by_a_quote_or_explained_by_a_note(
    archive: Connection,
) -> None:
    marks = 0
    for key, article in ask(archive, "select article_id, text from article_text"):
        spans = [
            (start, end)
            for table in ("quote", "article_note")
            for start, end in ask(
                archive, f"select start_char, end_char from {table} where article_id = :a", a=key
            )
        ]
        marks += sum(article.count(mark) for mark in '"“”')
        assert [article[at - 20 : at + 20] for at in open_marks(article, spans)] == []
    assert marks > 40


def test_a_quotation_mark_without_a_quote_is_found() -> None:
    article = 'He said "yes" and “no”.'
    assert open_marks(article, [(9, 12)]) == [18, 21]
    assert open_marks(article, [(9, 12), (19, 21)]) == []


def dealt_out(files: Iterable[Path], folder: Path) -> None:
    """Each file in a numbered folder of its own, which is the order in which they are read."""
    for number, file in enumerate(files):
        home = folder / f"{number:02}"
        home.mkdir(parents=True)
        shutil.copy(file, home)
        for article in SEEDS.glob("articles/*.txt"):
            if article.name in file.read_text(encoding="utf-8"):
                shutil.copy(article, home)


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_files_does_not_change_what_is_loaded(seed: int, tmp_path: Path) -> None:
    files = FILES.copy()
    random.Random(seed).shuffle(files)
    dealt_out(files, tmp_path / "dealt")
    engine = made_in(tmp_path)
    usual = load(engine, [SEEDS], dry_run=True).digest
    assert load(engine, [tmp_path / "dealt"], dry_run=True).digest == usual
    assert load(engine, files).digest == usual
    engine.dispose()
