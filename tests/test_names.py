"""Every spelling of a name is one key, and a wrong word is told the right one."""

from __future__ import annotations

import string
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique import names
from communique.codes import country_problem, language_problem
from communique.names import FOLDING, fold, nearest


@pytest.mark.parametrize(
    ("spellings", "key"),
    [
        (["Çavuşoğlu", "Cavusoglu", "CAVUSOGLU", " çavuşoğlu "], "cavusoglu"),
        (["Süleyman Soylu", "SULEYMAN  SOYLU", "suleyman\u00a0soylu"], "suleyman soylu"),
        (["İstanbul", "Istanbul", "ıstanbul"], "istanbul"),
        (["Amir-Abdollahian", "Amir Abdollahian", "Amir\u2013Abdollahian"], "amir abdollahian"),
        (["Sana'a", "Sana\u2019a", "Sanaa", "\u1e62ana\u02bea"], "sanaa"),
        (["Straße", "STRASSE"], "strasse"),
        (["أحمد وحيدي", "احمد وحیدی", "أَحمَد وَحيدي"], "hmd whydy"),
        (["رحمانی\u200cفضلی", "رحمانی فضلی"], "rhmny fdly"),
        (["Пётр", "ПЕТР"], "petr"),
        (["\u304c", "\u304b\u3099"], "ga"),
        (["Turkey's", "Turkey\u2019s", "Turkey S"], "turkey s"),
        (["U.S.", "U. S."], "u s"),
        (["\u0661\u0662", "\u06f1\u06f2", "12"], "12"),
        (["", " ", "\u2026", "!?", "\ud800"], ""),
    ],
)
def test_all_spellings_of_a_name_are_one_key(spellings: list[str], key: str) -> None:
    for spelling in spellings:
        for form in ("NFC", "NFD"):
            assert fold(unicodedata.normalize(form, spelling)) == key


def test_the_folding_has_a_version_because_its_keys_are_stored() -> None:
    assert FOLDING == 1


@given(st.text())
def test_a_key_is_plain_and_folds_to_itself(text: str) -> None:
    key = fold(text)
    assert set(key) <= {*string.ascii_lowercase, *string.digits, " "}
    assert key == " ".join(key.split())
    assert fold(key) == key


@given(st.text(st.characters(categories=["L", "N", "M", "P", "Zs"])))
def test_composed_and_decomposed_text_have_one_key(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


def test_a_long_text_folds_as_a_short_one_does() -> None:
    assert fold("Çavuşoğlu " * 1000) == " ".join(["cavusoglu"] * 1000)


def test_plain_names_import_nothing() -> None:
    code = (
        "import sys; from communique.names import fold; import communique.codes; fold('Soylu');"
        "assert not {'anyascii', 'rapidfuzz', 'langcodes', 'iso3166'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_wrong_word_is_told_the_nearest_known_ones() -> None:
    assert nearest("signatores", ["signer", "signatories", "party"])[0] == "signatories"
    assert nearest("Ratifed", ["signed", "ratified"]) == ["ratified"]
    assert nearest("cavusoglu", ["mevlut-cavusoglu", "ahmad-vahidi"]) == ["mevlut-cavusoglu"]
    assert nearest("xyzzy", ["signer", "party"]) == []
    assert nearest("of", ["office", "on_behalf_of"]) == []
    assert nearest("...", ["signer"]) == []
    assert nearest("a" * 100_000, ["signer"]) == []


def test_equally_near_words_come_in_the_order_of_their_text() -> None:
    known = {"soylu-c", "soylu-a", "soylu-b", "soylu-d"}
    assert nearest("soylu-x", known) == ["soylu-a", "soylu-b", "soylu-c"]
    assert nearest("soylu-x", known, limit=1) == ["soylu-a"]


@pytest.mark.parametrize("code", ["TR", "IR", "NO", "GB", "US"])
def test_a_country_code_has_no_problem(code: str) -> None:
    assert country_problem(code) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("UK", "GB"),
        ("Turkey", "TR"),
        ("Türkiye", "TR"),
        ("Turkiye", "TR"),
        ("tr", "TR"),
        ("TUR", "TR"),
        ("Iran", "IR"),
        ("Russia", "RU"),
        ("Great Britain", "GB"),
        ("Czech Republic", "CZ"),
        ("Vietnam", "VN"),
        ("United States", "US"),
    ],
)
def test_another_way_to_write_a_country_is_told_its_code(text: str, meant: str) -> None:
    problem = country_problem(text)
    assert problem is not None
    assert problem.message == f'"{text}" is not an ISO 3166 country code.'
    assert problem.hint == f'Write "{meant}".'


@pytest.mark.parametrize("text", ["Korea", "South Korea", "SU", "YU", "EU", "England", "", "T"])
def test_no_country_is_guessed_where_several_or_none_are_meant(text: str) -> None:
    problem = country_problem(text)
    assert problem is not None
    assert problem.hint == 'Write two capital letters, for example "TR".'


@pytest.mark.parametrize("tag", ["en", "fa", "tr", "tr-TR", "zh-Hant", "ar", "ku"])
def test_a_language_tag_has_no_problem(tag: str) -> None:
    assert language_problem(tag) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("english", "en"),
        ("English", "en"),
        ("Persian", "fa"),
        ("turkish", "tr"),
        ("eng", "en"),
        ("en_US", "en-US"),
        ("EN", "en"),
        ("iw", "he"),
    ],
)
def test_another_way_to_write_a_language_is_told_its_tag(text: str, meant: str) -> None:
    problem = language_problem(text)
    assert problem is not None
    assert problem.hint == f'Write "{meant}".'


@given(st.text())
def test_no_text_breaks_the_codes(text: str) -> None:
    for problem in (country_problem(text), language_problem(text)):
        assert problem is None or problem.hint.startswith("Write ")


@given(st.text(max_size=60))
def test_what_is_foreign_folds_alike_whatever_stands_beside_it(text: str) -> None:
    assert text.encode("ascii", names._IN_ASCII).decode("ascii") == names._ascii(text)
