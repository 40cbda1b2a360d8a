"""What a part says of itself comes before what is said of its group, its number or its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from communique import load
from communique.databases import engine_for
from tests.loading.archives import TODAY, archive

if TYPE_CHECKING:
    from pathlib import Path

GROUP = "    as_written: He\n    remarks:\n      - {indirect: talks would go on}\n"
PLANS = """agreements:
  a-plan:
    title: A plan
    kind: mou
    parties: [norway]
    evidence: They signed
    actions:
      - {kind: signed, status: planned, date: "2024", evidence: talks would go on}
  b-deal:
    title: A deal
    kind: mou
    parties: [norway]
    evidence: They signed
    actions:
      - {kind: signed, status: done, date: 2024-03-05, fulfils: "a-plan#1", evidence: They signed}
"""


def rows(url: str, folder: Path, asked: str) -> list[tuple[Any, ...]]:
    engine = engine_for(url)
    load(engine, [folder], today=TODAY)
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(asked))]


@pytest.mark.parametrize(
    ("own", "shown"), [("", "He"), (", as_written: Bo Berg", "Bo Berg")], ids=["group", "own"]
)
def test_a_remark_is_its_groups_speakers_unless_it_names_its_own(
    migrated_url: str, tmp_path: Path, own: str, shown: str
) -> None:
    said = GROUP.replace("talks would go on}", f"talks would go on{own}}}")
    folder = archive(tmp_path / "a", (GROUP, said))
    asked = "SELECT speaker_as_written FROM quote WHERE text = 'talks would go on'"
    assert rows(migrated_url, folder, asked) == [(shown,)]


def test_a_remark_with_words_of_its_own_needs_none_of_its_group(
    migrated_url: str, tmp_path: Path
) -> None:
    said = GROUP.replace("    as_written: He\n", "").replace("go on}", "go on, as_written: He}")
    folder = archive(tmp_path / "a", (GROUP, said))
    asked = "SELECT speaker_as_written FROM quote WHERE text = 'talks would go on'"
    assert rows(migrated_url, folder, asked) == [("He",)]


LATER = (
    "article: {title: Later, published: 2024-03-06, text_file: oslo.txt,"
    " evidence: {says: on Tuesday, supports: published, basis: inferred}}\n"
    "mentions:\n  - {of: fisheries-mou, POINTS, says: They signed}\n"
)


@pytest.mark.parametrize(("number", "kind"), [("1", "proposed"), ("2", "signed")])
def test_a_mention_points_to_a_step_by_its_number(
    migrated_url: str, tmp_path: Path, number: str, kind: str
) -> None:
    later = LATER.replace("POINTS", f'action: "{number}"')
    folder = archive(tmp_path / "a", files={"later.yaml": later})
    asked = (
        "SELECT agreement_action.kind FROM evidence JOIN agreement_action"
        " ON agreement_action.id = evidence.agreement_action_id"
        " WHERE evidence.mentioned_in_id IS NOT NULL"
    )
    assert rows(migrated_url, folder, asked) == [(kind,)]


def test_a_mention_points_to_a_signature_by_the_number_of_its_step(
    migrated_url: str, tmp_path: Path
) -> None:
    later = LATER.replace("POINTS", 'action: "2", signature: bo-berg')
    folder = archive(tmp_path / "a", files={"later.yaml": later})
    asked = (
        "SELECT actor.slug FROM evidence JOIN signature ON signature.id = evidence.signature_id"
        " JOIN actor ON actor.id = signature.signer_id WHERE evidence.mentioned_in_id IS NOT NULL"
    )
    assert rows(migrated_url, folder, asked) == [("bo-berg",)]


def test_a_step_fulfils_one_of_its_own_number_in_another_agreement(
    migrated_url: str, tmp_path: Path
) -> None:
    folder = archive(tmp_path / "a", ("agreements:\n", PLANS))
    asked = (
        "SELECT agreement.slug FROM agreement_action AS done"
        " JOIN agreement_action AS planned ON planned.id = done.fulfils_id"
        " JOIN agreement ON agreement.id = planned.agreement_id"
    )
    assert rows(migrated_url, folder, asked) == [("a-plan",)]
