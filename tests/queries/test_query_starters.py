"""Each option of each starter: rows that must come, and none that must not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from communique.dates import PartialDate
from communique.queries import agreements, holders, meetings, quotes, signings

Slugs = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("asked", "signers"),
    [
        ({}, ["ahmad-vahidi", "suleyman-soylu", None, None]),
        ({"level": "minister"}, ["ahmad-vahidi", "suleyman-soylu"]),
        ({"level": ["deputy_minister", "ambassador"]}, [None]),
        ({"portfolio": "interior"}, ["ahmad-vahidi", "suleyman-soylu"]),
        ({"level": "minister", "kind": "mou"}, ["ahmad-vahidi", "suleyman-soylu"]),
        ({"kind": "roadmap"}, []),
        ({"by": "VAHIDI"}, ["ahmad-vahidi"]),
        ({"by": "suleyman-soylu"}, ["suleyman-soylu"]),
        ({"by": "nobody"}, []),
        ({"party": "Türkiye"}, ["suleyman-soylu", None]),
        ({"since": "2021-10-13"}, ["ahmad-vahidi", "suleyman-soylu"]),
        ({"since": date(2021, 10, 14)}, []),
        ({"until": "2021-10-05"}, [None, None]),
        ({"until": PartialDate("2021-10-06")}, ["ahmad-vahidi", "suleyman-soylu", None, None]),
        ({"between": ("2021", "2021")}, ["ahmad-vahidi", "suleyman-soylu"]),
        ({"between": ("2016", "2020")}, []),
        ({"between": ("2015", "..")}, ["ahmad-vahidi", "suleyman-soylu", None, None]),
        ({"on": "2015-07"}, [None, None]),
        ({"planned": True}, [None]),
    ],
)
def test_signings(slugs: Slugs, asked: dict[str, Any], signers: list[str]) -> None:
    assert slugs(signings(**asked), "signer") == signers


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["visit", "summit", "call", "talks"]),
        ({"kind": "talks"}, ["talks"]),
        ({"status": "planned"}, ["visit"]),
        ({"actor": "soylu"}, ["talks"]),
        ({"actor": "iran"}, ["summit", "talks"]),
        ({"actor": "Russia"}, ["summit"]),
        ({"place": "tehran"}, ["talks"]),
        ({"place": "iran-country"}, ["talks"]),
        ({"place": "Saadabad Palace"}, ["talks"]),
        ({"place": "Ankara"}, ["visit", "summit"]),
        ({"country": "ir"}, ["talks"]),
        ({"since": "2021-12-02"}, ["visit", "call"]),
        ({"until": "2021-10-06"}, ["talks"]),
        ({"on": "2021-12-01"}, ["summit", "call"]),
    ],
)
def test_meetings(slugs: Slugs, asked: dict[str, Any], found: list[str]) -> None:
    assert slugs(meetings(**asked)) == found


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["roadmap", "mou", "treaty", "silence"]),
        ({"kind": "mou"}, ["mou"]),
        ({"party": "iran"}, ["roadmap", "mou", "treaty"]),
        ({"party": "russia"}, ["silence"]),
        ({"topic": "security"}, ["mou"]),
        ({"topic": "Border security"}, ["mou"]),
        ({"topic": "smuggling"}, []),
        ({"status": "planned"}, ["roadmap"]),
        ({"status": "signed"}, ["mou"]),
        ({"status": ["contested", "unknown"]}, ["treaty", "silence"]),
        ({"status": "planned", "on": "2021-11-15"}, ["roadmap"]),
        ({"status": "signed", "on": "2021-11-15"}, ["mou"]),
        # Before the only report of the plan nothing is known of it.
        ({"status": "planned", "on": "2021-11-14"}, []),
        ({"status": "proposed", "on": "2021-11-14"}, ["roadmap"]),
        ({"status": "signed", "on": "2016"}, ["treaty"]),
        # It may have been signed on 6 October; on the 13th it certainly was.
        ({"status": "signed", "on": "2021-10-06"}, []),
        ({"status": "signed", "on": "2021-10-13"}, ["mou"]),
    ],
)
def test_agreements(slugs: Slugs, asked: dict[str, Any], found: list[str]) -> None:
    assert slugs(agreements(**asked)) == found


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["second#2", "first#1", "first#1", "undated#3", "undated#4"]),
        ({"by": "vahidi"}, ["first#1", "undated#3"]),
        ({"about": "security"}, ["second#2"]),
        ({"search": "COOPERATION cok"}, ["first#1", "first#1"]),
        ({"search": "coop"}, []),
        ({"search": "fine smuggling"}, []),
        ({"mode": "indirect"}, ["undated#3", "undated#4"]),
        ({"via": "AA"}, ["second#2"]),
        ({"meeting": "talks"}, ["first#1", "first#1"]),
        ({"article": "second"}, ["second#2"]),
        # Nothing is said after it was printed; what has no date at all stays possible.
        ({"since": "2021-11-16"}, ["undated#4"]),
        ({"until": "2021-09"}, ["second#2", "undated#3", "undated#4"]),
        ({"known_on": "2021-11-14"}, ["first#1", "first#1"]),
        ({"known_on": "2021-11-13"}, []),
    ],
)
def test_quotes(slugs: Slugs, asked: dict[str, Any], found: list[str]) -> None:
    # Numbers of quotes count within an article; the archive's positions run through all.
    numbered = {"first#1": "first#2", "second#2": "second#3", "undated#3": "undated#4"}
    numbered["undated#4"] = "undated#5"
    assert slugs(quotes(**asked)) == [numbered[each] for each in found]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"level": "minister", "portfolio": "interior", "of": "iran"}, ["2021-08-25", "2013"]),
        ({"of": "Türkiye"}, ["2016-08-31"]),
        ({"office": "interior-turkey"}, ["2016-08-31"]),
        ({"office": "Interior Minister of Turkey"}, ["2016-08-31"]),
        ({"office": "president of iran"}, [None]),
        ({"on": "2021-10-20"}, [("2021-08-25", "possibly"), ("2016-08-31", "certainly")]),
        ({"on": "2018"}, [("2016-08-31", "certainly"), ("2013", "certainly")]),
        ({"on": "2021-08", "of": "iran"}, [("2021-08-25", "possibly"), ("2013", "possibly")]),
        ({"on": "2000", "of": "iran"}, [(None, "possibly")]),
        ({"on": "2006", "of": "iran"}, []),
        ({"on": "[2021..]", "of": "turkey"}, [("2016-08-31", "certainly")]),
    ],
)  # fmt: skip
def test_holders(slugs: Slugs, asked: dict[str, Any], found: list[Any]) -> None:
    rows = holders(**asked)
    sinces, sure = slugs(rows, "since_edtf"), slugs(rows, "certainty")
    assert (list(zip(sinces, sure, strict=True)) if "on" in asked else sinces) == found
