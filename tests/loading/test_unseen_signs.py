"""Signs that nobody sees: refused in names, read in excerpts, and shown so that they can be pasted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from communique.databases import engine_for
from communique.loading import check, load
from communique.loading.gate import fault_in_name
from tests.loading.archives import TEXT, TODAY, archive, codes, complaints

if TYPE_CHECKING:
    from pathlib import Path

MET = "      - met her counterpart Bo Berg in Oslo\n"
SIGNERS = "signatures: [anna-alund,"
TERM = '      - {office: foreign-minister-of-sweden, since: 2023, until: "2024", evidence: her counterpart Bo Berg}\n'


@pytest.mark.parametrize("name", ["می\u200cخواهم", "क्\u200dष", "a\u00a0b", "co\u2011op", "‘Abd"])
def test_a_name_may_hold_what_its_script_needs(name: str) -> None:
    assert fault_in_name(name) is None


@pytest.mark.parametrize("name", ["a\u200cb", "\u200cمی", "a\u200d", "می\u200bخواهم", "a\u00adb"])
def test_a_sign_that_no_word_needs_is_refused_in_a_name(name: str) -> None:
    fault = fault_in_name(name)

    assert fault is not None
    assert fault.code == "E109"
    assert name[fault.offset] in "\u200b\u200c\u200d\u00ad"


def test_an_excerpt_may_hold_what_its_article_prints(migrated_url: str, tmp_path: Path) -> None:
    folder = archive(tmp_path / "a", (MET, MET + '      - "go\\u00ad on"\n'))
    (folder / "oslo.txt").write_text(TEXT.replace("go on", "go\u00ad on").replace("talks would", "so"), encoding="utf-8")  # fmt: skip
    (folder / "oslo.yaml").write_text((folder / "oslo.yaml").read_text().replace("talks would go on", "added that"), encoding="utf-8")  # fmt: skip

    assert load(engine_for(migrated_url), [folder], today=TODAY).added == 11


@pytest.mark.parametrize(
    ("mine", "printed"),
    [
        ("the sea. And", "the sea.\nAnd"),
        ("fish ery port", "fish\u00adery port"),
        ("fish ery port", "fish\U000e0041ery port"),
        ('said "so be it" then', 'said "so be\\ it"\u2009then'),
    ],
)
def test_a_passage_can_be_pasted_as_the_hint_shows_it(
    mine: str, printed: str, tmp_path: Path
) -> None:
    """Between the double quotation marks that the hint has, YAML reads the article's own signs."""
    text = TEXT + f"{printed}.\n"
    folder = archive(tmp_path / "a", (MET, MET + f"      - {json.dumps(mine)}\n"))
    (folder / "oslo.txt").write_text(text, encoding="utf-8")
    (told,) = check([folder], today=TODAY).complaints
    pasted = (told.hint or "").partition(": ")[2]

    assert pasted.isprintable()
    archive(folder, (MET, MET + f"      - {pasted}\n"))
    (folder / "oslo.txt").write_text(text, encoding="utf-8")
    assert codes(list(check([folder], today=TODAY).complaints)) == []


def test_a_sign_that_looks_like_another_is_called_by_its_name(tmp_path: Path) -> None:
    (told,) = complaints(tmp_path / "a", (MET, MET + '      - "\\u043en Tuesday"\n'))

    assert 'not "о" (U+043E cyrillic small letter o)' in told.message
    assert 'the article has "o" (U+006F),' in told.message


def test_one_person_may_sign_for_two_parties(tmp_path: Path) -> None:
    twice = ("signatures: [anna-alund, {signer", "signatures: [anna-alund, {signer: anna-alund, party: sweden}, {signer")  # fmt: skip

    assert codes(complaints(tmp_path / "a", twice)) == []
    again = (SIGNERS, f"{SIGNERS} anna-alund, anna-alund,")
    assert codes(complaints(tmp_path / "b", again)) == ["E510", "E510"]


def test_an_office_may_be_held_twice(tmp_path: Path) -> None:
    before = TERM.replace("2023", "2020").replace('"2024"', '"2021"')

    assert codes(complaints(tmp_path / "a", (TERM, before + TERM))) == []
    assert codes(complaints(tmp_path / "b", (TERM, TERM + before + TERM))) == ["E510"]
