"""Every condition has an option: a row that must come with it, and one that must not."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Call

TALKS = "2021-10-vahidi-soylu-tehran"
LEBANON = "2021-11-16-cavusoglu-visit-to-lebanon"
ANTALYA = "2018-10-09-larijani-yildirim-antalya"
EXPERTS = "expert-level-meetings-in-iran"
MOU = "2021-10-iran-turkey-security-mou"
ROADMAP = "iran-turkey-long-term-cooperation-roadmap"
VISIT, SESSION = "2017-10-jahangiri-visit-to-turkey", "2017-10-jahangiri-joint-session-ankara"
NEW_YORK = "2021-09-amir-abdollahian-cavusoglu-new-york"
DELAYED = "iran-turkey-joint-commission-delayed-sessions"
TASNIM = "2021-10-tasnim-security-mou"
CASES = [
    ("meetings --outlet defapress", "meeting", ANTALYA, TALKS),
    (f"meetings --article {TASNIM}", "meeting", TALKS, LEBANON),
    ("meetings --basis inferred", "meeting", TALKS, None),
    ("meetings --independent 2", "meeting", TALKS, LEBANON),
    ("meetings --about security", "meeting", TALKS, LEBANON),
    ("meetings --about Counter-terrorism", "meeting", TALKS, NEW_YORK),
    (f"meetings --part-of {VISIT}", "meeting", SESSION, VISIT),
    ("meetings --sidelines", "meeting", NEW_YORK, TALKS),
    ("meetings --sidelines-of 2021-09-unga-76", "meeting", NEW_YORK, ANTALYA),
    ("meetings --series 'joint commission'", "meeting", DELAYED, TALKS),
    ("meetings --certainly --on 2021-10", "meeting", TALKS, DELAYED),
    ("meetings --on 2021-10", "meeting", DELAYED, LEBANON),
    ("meetings --certainly --since 2021-11 --until 2021-11", "meeting", LEBANON, DELAYED),
    ("meetings --place afghanistan-country", "meeting", None, TALKS),
    ("incidents --place afghanistan-country", "incident",
     "taliban-advance-and-takeover-of-kabul", "iraqi-elections"),
    ("incidents --outlet defapress", "incident", "ahvaz-attack", "iraqi-elections"),
    ("incidents --independent 2", "incident", None, "ahvaz-attack"),
    ("signings --about pandemic", "agreement", None, MOU),
    ("signings --about security", "agreement", MOU, None),
    ("signings --basis inferred --independent 2", "agreement", MOU, None),
    ("signings --article 2018-10-12-stress-security-cooperation", "agreement", None, MOU),
    ("agreements --about border-security", "agreement", MOU, ROADMAP),
    ("agreements --independent 2", "agreement", ROADMAP, "iran-turkey-mou-to-be-signed"),
    ("agreements --outlet defapress", "agreement", "larijani-yildirim-vow-of-unity", MOU),
    ("signings --place tehran --country IR", "agreement", MOU, None),
    ("signings --place ankara", "agreement", None, MOU),
    ("agreements --place antalya", "agreement", "larijani-yildirim-vow-of-unity", MOU),
    ("agreements --country ir", "agreement", MOU, "larijani-yildirim-vow-of-unity"),
    ("quotes --place tehran", "speaker", "ebrahim-raisi", "ali-larijani"),
    ("encounters --country TR", "a", "ali-larijani", "ahmad-vahidi"),
    ("actions --country TR", "agreement", "larijani-yildirim-vow-of-unity", MOU),
    ("timeline --country LB", "record", LEBANON, TALKS),
    (f"actions --agreement {MOU}", "agreement", MOU, ROADMAP),
    (f"actions --article {TASNIM}", "agreement", MOU, ROADMAP),
    ("plans --article 2021-11-15-raeisi-cavusoglu-roadmap", "record",
     "erdogan-visit-to-tehran", LEBANON),
    ("timeline --independent 2", "record", TALKS, LEBANON),
    ("timeline --place tehran", "record", TALKS, ANTALYA),
    ("attendances --side turkey", "actor", "suleyman-soylu", "ahmad-vahidi"),
    ("attendances --role host", "actor", "ahmad-vahidi", "eshaq-jahangiri"),
    ("attendances --level speaker", "actor", "ali-larijani", "ahmad-vahidi"),
    (f"attendances --meeting {TALKS}", "actor", "ahmad-vahidi", "ali-larijani"),
    (f"attendances --part-of {VISIT}", "meeting", SESSION, VISIT),
    ("attendances --office 'Interior Minister of Turkey'", "actor", "suleyman-soylu", "iran"),
    ("encounters --across-sides", "a", "ahmad-vahidi", None),
    ("encounters --about security --place tehran", "a", "ahmad-vahidi", "ali-larijani"),
    ("holders --office interior-minister-of-iran", "actor", "ahmad-vahidi", "suleyman-soylu"),
    ("holders --actor soylu", "office", "interior-minister-of-turkey", "president-of-turkey"),
    ("holders --known-on 2018", "actor", "ali-larijani", "ahmad-vahidi"),
    ("holders --independent 2", "actor", "suleyman-soylu", "ali-larijani"),
    ("quotes --meeting 2021-11-15-raisi-cavusoglu", "speaker", "ebrahim-raisi", "ahmad-vahidi"),
    ("quotes --certainly --until 2018", "speaker", "ali-larijani", "ahmad-vahidi"),
    ("quotes --known-on 2018", "speaker", "ali-larijani", "ahmad-vahidi"),
    ("quotes --outlet defapress", "speaker", "ali-larijani", "ahmad-vahidi"),
    ("actors --kind person", "actor", "ali-larijani", "iran"),
    ("actors --country tr", "actor", "turkey", "iran"),
    ("actors --called PKK", "actor", "pkk", "iran"),
    ("actors --known-on 2018", "actor", "ali-larijani", "ahmad-vahidi"),
    ("actors --outlet defapress", "actor", "ali-larijani", "ebrahim-raisi"),
    ("articles --outlet defapress", "article", "2018-10-12-stress-security-cooperation", TASNIM),
    ("articles --since 2021", "article", TASNIM, "2018-10-12-stress-security-cooperation"),
    ("articles --certainly --on 2021-10", "article", None, TASNIM),
    ("articles --known-on 2021-11-14", "article", TASNIM, "2021-11-15-raeisi-cavusoglu-roadmap"),
    ("articles --language en", "article", TASNIM, None),
    ("spellings soylu --kind short", "spelling", "Soylu", "Süleyman Soylu"),
    (f"spellings soylu --in-article {TASNIM}", "spelling", "Suleyman Soylu", "Süleyman Soylu"),
    ("citations --record jcpoa", "record", "jcpoa", MOU),
    (f"citations --article {TASNIM}", "article", TASNIM, "2021-11-15-raeisi-cavusoglu-roadmap"),
    ("citations --basis inferred", "basis", "inferred", "stated"),
    ("citations --known-on 2018", "article", "2018-10-12-stress-security-cooperation", TASNIM),
]  # fmt: skip


@pytest.mark.parametrize(("line", "column", "there", "missing"), CASES, ids=lambda each: str(each))
def test_what_fits_comes_and_what_does_not_stays_away(
    ask: Call, line: str, column: str, there: str | None, missing: str | None
) -> None:
    import shlex

    said = ask(*shlex.split(line), "--format", "json")
    assert said.code == 0, said.err
    found = {row[column] for row in said.json}
    assert there is None or there in found
    assert missing is None or missing not in found


def test_only_pairs_of_different_sides_are_left(ask: Call) -> None:
    def sides(*words: str) -> set[tuple[str | None, str | None]]:
        rows = ask("encounters", *words, "--format", "json").json
        return {(row["a_side"], row["b_side"]) for row in rows}

    assert ("lebanon", "lebanon") in sides()
    assert any(None in pair for pair in sides())
    across = sides("--across-sides")
    assert ("turkey", "lebanon") in across
    assert all(a and b and a != b for a, b in across)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["meetings", "--certainly"], "give --since, --until or --on"),
        (["meetings", "--article", "2021-10-tasnim"], TASNIM),
        (["meetings", "--part-of", "2017-10-jahangiri"], SESSION),
        (["meetings", "--sidelines-of", "unga-76"], "2021-09-unga-76"),
        (["meetings", "--about", "organized crime"], "organised-crime"),
        (["meetings", "--series", "joint comission"], "joint commission"),
        (["meetings", "--independent", "0"], "--independent"),
        (["actions", "--agreement", "jcpo"], "jcpoa"),
        (["attendances", "--meeting", "2021-10-vahidi"], TALKS),
    ],
)
def test_a_condition_that_names_nothing_is_told(ask: Call, words: list[str], told: str) -> None:
    said = ask(*words)
    assert said.code == 2
    assert told in said.err
