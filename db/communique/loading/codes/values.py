"""Codes of values: keys, words, dates, offices."""

from __future__ import annotations

from typing import Final

from .explained import Explained

CODES: Final[dict[str, Explained]] = {
    "E401": Explained(
        "A key or section that is not known here.",
        "Use the nearest key that the hint names; a comma inside braces needs "
        "quotation marks around the value.",
        'bad.yaml:34:5: E401 meetings.oslo-talks.NO: unknown key "NO". Hint: known '
        "here: after, date, evidence, figures, fulfils, kind, ordinal, part_of, "
        "participants, place, series, sidelines_of, status, title, topics.",
    ),
    "E402": Explained(
        "Something that must be given is missing.",
        "Add it.",
        "bad.yaml:33:5: E402 meetings.oslo-talks: `kind` is missing. Hint: add `kind:`.",
    ),
    "E404": Explained(
        "A word that is not in the vocabulary.",
        "Use one of the words listed.",
        'bad.yaml:34:11: E404 meetings.oslo-talks.kind: "talsk" is not a known word. '
        'Hint: did you mean "talks"? use one of talks, visit, summit, session, '
        "phone_call, press_conference, council, negotiation, reception, message.",
    ),
    "E405": Explained(
        "A text is too long for its key.",
        "Shorten it.",
        "bad.yaml:33:12: E405 meetings.oslo-talks.title: 5,000 characters; 500 is the "
        "most. Hint: shorten it.",
    ),
    "E406": Explained(
        "A list is too short or too long.",
        "Add what is missing, or keep only what belongs there.",
        "bad.yaml:49:14: E406 agreements.fisheries-mou.parties: 0 in this list, where "
        "at least 1 must be. Hint: add what is missing.",
    ),
    "E407": Explained(
        "Not a slug.",
        "Use the letters a to z, digits, and hyphens between words.",
        'bad.yaml:30:3: E407 topics.NO: "NO" is not a slug. Hint: use the letters a '
        'to z, digits, and hyphens between words, for example "no".',
    ),
    "E408": Explained(
        "Not a web address.",
        "Write the whole address, from http:// or https:// on, without spaces.",
        'bad.yaml:2:8: E408 article.url: "example.org" is not a web address. Hint: '
        "write the whole address, from http:// or https:// on, without spaces.",
    ),
    "E409": Explained(
        "Not an ISO 3166 country code, or not a BCP 47 language tag.",
        "Write the code that the hint names.",
        'bad.yaml:2:13: E409 article.language: "english" is not a BCP 47 language tag '
        'in its usual form. Hint: Write "en".',
    ),
    "E410": Explained(
        "Two keys that exclude each other.",
        "Keep one of them.",
        "bad.yaml:65:9: E410 quotes[1].remarks[0]: both `direct` and `indirect` are "
        "given. Hint: keep one of them.",
    ),
    "E412": Explained(
        "A record in the folder of another kind.",
        "Move it.",
        "actors/x.yaml:1:1: E412 topics: a file in actors/ holds actors only. Hint: "
        "move this section into a folder topics/.",
    ),
    "E421": Explained(
        "Not a number, or neither true nor false.",
        "Write digits only; true or false.",
        "bad.yaml:34:14: E421 meetings.oslo-talks.ordinal: "
        '"9999999999999999999999999999999999999999999999999999999999999999999999999999999…" '
        "is not a number from 1 to 999,999,999. Hint: write digits only.",
    ),
    "E422": Explained(
        "Empty.",
        'Give the text, quote it if it is a name such as "Null", or drop the key.',
        "bad.yaml:21:11: E422 actors.bo-berg.name: empty. Hint: quote it if it is a "
        'name such as "Null", or drop the key.',
    ),
    "E423": Explained(
        "Not a SHA-256 digest.",
        "Write 64 hexadecimal digits, or drop the key.",
        'bad.yaml:5:16: E423 article.text_sha256: "abc" is not a SHA-256 digest. '
        "Hint: write 64 hexadecimal digits in lower case, or drop the key.",
    ),
    "E424": Explained(
        "A time of day; no key takes one.",
        "Keep the day, or drop it.",
        'bad.yaml:36:11: E424 meetings.oslo-talks.date: "12:30:45" is a time of day. '
        "Hint: no key takes one; drop it, or keep the day.",
    ),
    "E426": Explained(
        "A list, a mapping or a single value, where another of these is due.",
        "Write the form that the hint shows.",
        "bad.jsonl:1:12: E426 topics: topics maps slugs to records. Hint: write "
        "`slug:` with the record indented below it.",
    ),
    "E431": Explained(
        "Not a date in an EDTF form that we read.",
        "Write the year first, as precise as the source.",
        "bad.yaml:36:11: E431 meetings.oslo-talks.date: "
        '"99999999999999999999999999999999999999999999999999999999999999999999999999999999..." '
        "has 5,000 characters. Hint: A date has at most 600; write days on end as "
        '"[2021-10-01..2021-10-31]".',
    ),
    "E434": Explained(
        "A date that is open at both ends, where one limit must be known.",
        "Give a limit, or leave the date out.",
        'bad.yaml:36:11: E434 meetings.oslo-talks.date: ".." leaves both ends open. '
        'Hint: give a limit, for example "[..2021-10-20]".',
    ),
    "E435": Explained(
        "An end before its beginning.",
        "Correct one of them.",
        'bad.yaml:36:11: E435 meetings.oslo-talks.date: "2024-03-05/2024-03-01" ends '
        "before it starts: 2024-03-01 comes before 2024-03-05. Hint: Exchange the "
        "two.",
    ),
    "E436": Explained(
        "Held, done, said or published, and yet in the future.",
        "Correct the date; what is to come is `planned`.",
        "bad.yaml:36:11: E436 meetings.oslo-talks.date: held, but 2026-01-03 lies in "
        "the future. Hint: write status: planned, or correct the date.",
    ),
    "E441": Explained(
        "Two people certainly hold one office at the same time.",
        "Correct `since` or `until`; or the office has more than one holder.",
        "bad.yaml:24:9: E441 actors.bo-berg.tenures[0]: bo-berg (bad.yaml:21) and "
        "anna-alund (bad.yaml:14) both certainly hold foreign-minister-of-sweden from "
        "2023-01-01 to 2024-12-30. Hint: correct since or until.",
    ),
    "W441": Explained(
        "Two people possibly hold one office at the same time.",
        "Make the dates more precise, if the text allows.",
        "bad.yaml:24:9: W441 actors.bo-berg.tenures[0]: bo-berg (bad.yaml:21) and "
        "anna-alund (bad.yaml:14) possibly hold foreign-minister-of-sweden together "
        "from 2023-01-01 to 2023-06-30. Hint: make since or until more precise, if "
        "the text allows.",
    ),
    "W442": Explained(
        "An older term has no end, and a newer one has begun.",
        "Add `until`.",
        "bad.yaml:18:9: W442 actors.anna-alund.tenures[0]: anna-alund (bad.yaml:14) "
        "has no `until`, and bo-berg (bad.yaml:21) holds foreign-minister-of-sweden "
        "later. Hint: add `until`.",
    ),
    "E443": Explained(
        "Somebody acts in an office that they cannot have held on that day.",
        "Correct the office or the date, or add the tenure with its evidence.",
        "bad.yaml:40:37: E443 meetings.oslo-talks.participants[0].office: Anna Ålund "
        "is not recorded as ever holding the office Foreign Minister of Sweden. Hint: "
        "correct the office or the date, or add the tenure with its evidence.",
    ),
    "E444": Explained(
        "Somebody may have acted in several offices.",
        "Give `office`.",
        "bad.yaml:42:9: E444 meetings.oslo-talks.participants[1]: bo-berg may have "
        "acted in any of foreign-minister-of-norway, foreign-minister-of-sweden. "
        "Hint: give `office`.",
    ),
    "E445": Explained(
        "Steps of an agreement in an order that cannot be.",
        "Correct one of the dates.",
        "bad.yaml:52:9: E445 agreements.fisheries-mou.actions[1]: ratified "
        "(2024-03-01) is certainly before signed (2024-03-05). Hint: correct one of the "
        "dates.",
    ),
    "E446": Explained(
        "Something fulfils what is no plan, or has not happened itself.",
        "Point at the planned one; only what happened fulfils.",
        "bad.yaml:45:75: E446 meetings.other.fulfils: oslo-talks is no plan: it is "
        "held. Hint: point at the planned one.",
    ),
    "E447": Explained(
        "A plan was fulfilled before it was first reported.",
        "Correct the date or the reference.",
        "bad.yaml:46:75: E447 meetings.other.fulfils: happened (2024-02-01) before "
        "the plan was first reported (2024-03-05). Hint: correct the date, or the "
        "reference.",
    ),
    "E448": Explained(
        "An article proves something that happened after it appeared.",
        "Write `planned`, or correct the date or the article.",
        "bad.yaml:43:7: E448 meetings.oslo-talks.evidence: oslo appeared (2024-03-01) "
        "before this was held (2024-03-05). Hint: write status: planned, or correct "
        "the date or the article.",
    ),
    "E449": Explained(
        "A step is done at a meeting that did not take place.",
        "Write the meeting as held, or the step as planned.",
        "bad.yaml:55:18: E449 agreements.fisheries-mou.actions[1].meeting: signed is done at "
        "oslo-talks, which is planned. Hint: write the meeting as held, or the step as planned.",
    ),
    "E450": Explained(
        "A meeting is put after one of another day.",
        "`after` orders meetings of one day: correct a date, or drop the key.",
        "bad.yaml:50:12: E450 meetings.second-talks.after: oslo-talks (2024-03-05) cannot have "
        "been on the day of this (2024-03-04). Hint: `after` orders meetings of one day: "
        "correct a date, or drop the key.",
    ),
}
