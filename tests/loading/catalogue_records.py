"""The catalogue, groups D to H: records that are well written and wrong."""

from __future__ import annotations

from tests.loading.catalogue import Case, edited, file

TITLE = "    title: Talks in Oslo\n"
DATE = "    date: 2024-03-05\n"
BERG = "    name: Bo Berg\n"
TOPICS = "    topics: [fisheries]\n"
ANNA = "office: foreign-minister-of-norway, role"
FIRST = '{direct: "We are glad,", nth: 1}'
LAST = "{indirect: talks would go on}"
SIGNED = "kind: signed\n        status: done\n"
PROOF = "      - {says: on Tuesday, supports: date, basis: inferred}\n"
MET = "      - met her counterpart Bo Berg in Oslo\n"
PROPOSED = "evidence: which Norway had proposed"


def meeting(row: str, code: str, name: str, more: str) -> Case:
    """A meeting with one more key."""
    return edited(row, code, name, (TITLE, f"{TITLE}    {more}\n"), at=more)


def dated(row: str, code: str, date: str) -> Case:
    return edited(row, code, f"date: {date}", (DATE, f"    date: {date}\n"), at=date)


D = [
    *(edited("D2", "E421", f"a flag: {word}", ("of: norway}", f"of: norway, single_holder: {word}}}")) for word in ("yes", "True", "on", "1", "y")),
    edited("D2", "E421", "a flag of a tenure", ("evidence: her counterpart Bo Berg}", "acting: no, evidence: her counterpart Bo Berg}")),
    *(edited("D3", "E422", f"no name: {word!r}", (BERG, f"    name: {word}\n")) for word in ("Null", "~", "", "null", "''", "' '", '"\\u200b"', '"\\u3000"')),
    edited("D3", "E422", "no date", (DATE, "    date:\n"), at="date:"),
    edited("D3", "E422", "no list", (TOPICS, "    topics:\n")),
    edited("D3", "E422", "nothing in a list", (TOPICS, "    topics: [~]\n")),
    edited("D3", "E422", "no excerpt", (MET, '      - ""\n')),
    *(dated("D5", "E424", time) for time in ("12:30:45", "1:30", '"12:30"')),
    meeting("D5", "E424", "a time as a number", "ordinal: 1:30"),
    meeting("D5", "E424", "a time as a slug", "series: 12:30:45"),
    edited("D5", "E424", "a time as a country", ("country: SE", "country: 1:30")),
    edited("D10", "E426", "a text for a list", (TOPICS, "    topics: fisheries\n")),
    edited("D10", "E426", "a text for names", ("names: [Ålund]", "names: Ålund")),
    edited("D10", "E426", "a text for parties", ("parties: [norway, sweden]", "parties: norway")),
    edited("D10", "E426", "a text for remarks", ("    remarks:\n      - " + LAST, "    remarks: talks would go on")),
    edited("D12", "E426", "a list for a text", (TITLE, "    title: [Talks]\n")),
    edited("D12", "E426", "a list for a date", (DATE, "    date: [2024-03-05]\n")),
    edited("D12", "E426", "a mapping for a text", (TITLE, "    title: {a: b}\n")),
    edited("D12", "E426", "a mapping for a list", (TOPICS, "    topics: {fisheries: x}\n")),
    edited("D12", "E426", "a list in a list", (TOPICS, "    topics: [[fisheries]]\n")),
    edited("D12", "E426", "a mapping for a word", ("    kind: talks\n", "    kind: {talks: x}\n")),
    file("D12", "E426", "a list for a section", "topics:\n  - {label: A}\n"),
    file("D12", "E426", "a text for a section", "topics: A\n"),
    file("D12", "E426", "nothing for a section", "topics:\n"),
    file("D12", "E426", "a text for a record", "topics:\n  t: A\n"),
    file("D12", "E426", "a text for an article", "article: A\n"),
    edited("D12", "E426", "a mapping for quotes", ("quotes:\n  - by: anna-alund", "quotes:\n    by: anna-alund"), ("  - by: bo-berg\n    as_written: He\n    remarks:\n      - {indirect: talks would go on}\n", "")),
]  # fmt: skip

LONG = "x" * 501
E = [
    edited("E1", "E401", "an unknown key", (SIGNED, SIGNED + "        signatores: [x]\n"), at="signatores"),
    edited("E1", "E401", "an unknown section", ("\nquotes:", "\nqoutes:"), at="qoutes"),
    *(edited("E1", "E401", f"an unknown key of {what}", (old, new), at="colour") for what, old, new in (
        ("an article", "article:\n", "article:\n  colour: x\n"),
        ("an actor", "  norway: {", "  norway: {colour: x, "),
        ("a name", "name: {text: Sweden, ", "name: {text: Sweden, colour: x, "),
        ("a tenure", "evidence: her counterpart Bo Berg}", "evidence: her counterpart Bo Berg, colour: x}"),
        ("an office", "of: norway}", "of: norway, colour: x}"),
        ("a place", "  oslo: {", "  oslo: {colour: x, "),
        ("a topic", "label: Fisheries", "label: Fisheries, colour: x"),
        ("a participant", "role: host}", "role: host, colour: x}"),
        ("evidence", "supports: date, basis", "colour: x, supports: date, basis"),
        ("an agreement", "    kind: mou\n", "    kind: mou\n    colour: x\n"),
        ("an action", SIGNED, SIGNED + "        colour: x\n"),
        ("a signature", "office: foreign-minister-of-sweden}]", "office: foreign-minister-of-sweden, colour: x}]"),
        ("a quote", "    as_written: He\n", "    as_written: He\n    colour: x\n"),
        ("a remark", LAST, "{colour: x, indirect: talks would go on}"),
    )),
    edited("E1", "E401", "a comma that cuts a value", ("says: on Tuesday, supports: date", "says: on, Tuesday")),
    edited("E2", "E402", "no kind", ("    kind: talks\n", "")),
    edited("E2", "E402", "no title", (TITLE, "")),
    edited("E2", "E402", "no parties", ("    parties: [norway, sweden]\n", "")),
    edited("E2", "E402", "no words", (LAST, "{note: x}")),
    edited("E2", "E402", "nobody", ("      - bo-berg\n", "      - {role: guest}\n")),
    edited("E2", "E402", "no date at all", ("        meeting: oslo-talks\n", "")),
    edited("E2", "E402", "no excerpt", (PROOF, "      - {supports: date}\n")),
    file("E2", "E402", "quotes without an article", "quotes:\n  - remarks: [{direct: x}]\n"),
    file("E2", "E402", "no label", "topics:\n  t: {broader: t2}\n  t2: {label: B}\n"),
    edited("E3", "E422", "spaces only", (TITLE, '    title: "  "\n')),
    edited("E3", "E422", "a hard space only", (TITLE, '    title: "\\u00a0"\n')),
    edited("E3", "E422", "a name without a letter", (BERG, '    name: {text: "—", evidence: {basis: outside, note: x}}\n')),
    Case("E3 an empty article", "E422", text=b"", at="text_file"),
    edited("E5", "E404", "an unknown word", ("    kind: talks\n", "    kind: talsk\n"), at="talsk"),
    edited("E5", "E404", "a word in capitals", ("    status: held\n", "    status: Held\n")),
    edited("E5", "E404", "Ratifed", ("kind: signed\n", "kind: Ratifed\n")),
    edited("E5", "E404", "an unknown role", ("role: host}", "role: boss}")),
    edited("E5", "E404", "an unknown basis", ("supports: date, basis: inferred", "supports: date, basis: guessed")),
    edited("E6", "E405", "a long title", (TITLE, f"    title: {LONG}\n")),
    edited("E6", "E405", "a long name", (BERG, f"    name: {LONG}\n")),
    edited("E6", "E405", "a long note", ("note: The text", f"note: {'x ' * 1_001}The text")),
    edited("E6", "E405", "a long slug", ("  fisheries: {", f"  {'x' * 121}: {{")),
    edited("E6", "E405", "a long reference", ("place: oslo", f"place: {'x' * 121}")),
    edited("E6", "E405", "a long address", ("article:\n", f"article:\n  url: https://example.org/{'x' * 2_000}\n")),
    edited("E6", "E405", "a name that grows", (BERG, "    name: {text: " + "\U0001f1f3\U0001f92a" * 100 + ", evidence: {basis: outside, note: x}}\n")),
    edited("E7", "E406", "no party", ("parties: [norway, sweden]", "parties: []")),
    edited("E7", "E406", "no remark", ("    remarks:\n      - " + LAST, "    remarks: []")),
    edited("E7", "E406", "a tension of one", ("quotes:\n", "tensions:\n  t: {between: [{of: oslo-talks, says: on Tuesday}]}\nquotes:\n")),
    *(edited("E8", "E407", f"a slug: {slug}", ("  fisheries: {", f"  {slug}: {{")) for slug in ("Fisheries", "fish_eries", "-fish", "fish--eries", "fish eries", "ålund", "topic/fish", '"a/b/c"', '"../x"')),
    edited("E8", "E407", "a reference in capitals", ("place: oslo", "place: Oslo")),
    edited("E8", "E407", "an article's slug", ("  slug: oslo\n", "  slug: article/oslo\n")),
    *(edited("E9", "E408", f"a web address: {url}", ("article:\n", f"article:\n  url: {url}\n")) for url in ("example.org", "ftp://example.org", '"javascript:alert(1)"', '"https://a b"')),
    edited("E10", "E409", "a language by name", ("article:\n", "article:\n  language: english\n")),
    *(edited("E10", "E409", f"a country: {word}", ("country: SE", f"country: {word}")) for word in ("UK", "se", "Sweden", "SWE", "XX", "EU")),
    edited("E11", "E410", "two modes of speech", (LAST, "{direct: x, indirect: talks would go on}")),
    edited("E11", "E410", "a text and its file", ("  text_file: oslo.txt", "  text: Words.\n  text_file: oslo.txt")),
    edited("E11", "E410", "two claimants", (TITLE, TITLE + '    figures: [{what: ships, value: "3", by: norway, by_as_written: he}]\n')),
    edited("E11", "E410", "outside, with an excerpt", ("basis: outside,", "basis: outside, says: Sweden,")),
    edited("E11", "E410", "a mention of two parts", ("quotes:\n", "mentions:\n  - {of: oslo-talks, name: x, party: norway}\nquotes:\n")),
    edited("E12", "E423", "a digest", ("  text_file: oslo.txt", "  text_sha256: abc\n  text_file: oslo.txt")),
    *(edited("E12", "E421", f"a figure: {value}", (TITLE, TITLE + f"    figures: [{{what: ships, value: {value}}}]\n")) for value in ('"3,000"', "three", "1e3", '"٣"', '"1."')),
    *(meeting("E12", "E421", f"a number: {value}", f"ordinal: {value}") for value in ("0", "-1", "1.0", "first", "0x1", "١")),
]  # fmt: skip

TERM = 'since: 2023, until: "2024"'
HELD = "evidence: her counterpart Bo Berg}"
SECOND = "      - {{office: foreign-minister-of-sweden, {}, evidence: Foreign Minister Anna Ålund of Norway}}\n"
MINE = "      - {office: foreign-minister-of-norway, "


def both(one: str, other: str) -> tuple[tuple[str, str], ...]:
    """Two foreign ministers of Sweden."""
    return (MINE, SECOND.format(one) + MINE), (TERM, other)


F = [
    *(dated("F1", "E431", day) for day in ("2024-02-30", "2023-02-29", "2024-13", "0000-00-00", "2024-00-10", "20240305", "5 March 2024", "2024-3-5", "03/05/2024", "2024-03-05T10:00", "today", '"[2024-02-30]"', '"2024-03-05/2024-02-30"', '"٢٠٢٤-٠٣-٠٥"', "2024-04-31")),
    dated("F5", "E434", '".."'),
    edited("F5", "E434", "a step without a limit", (SIGNED, SIGNED + '        date: ".."\n')),
    dated("F6", "E435", "2024-03-05/2024-03-01"),
    edited("F6", "E435", "an end before a start", (TERM, 'since: 2024-06, until: "2023"')),
    dated("F7", "E436", "2026-01-03"),
    dated("F7", "E436", "2031"),
    edited("F7", "E436", "a step to come", (SIGNED, SIGNED + "        date: 2031-01-01\n")),
    edited("F7", "E436", "an article to come", ("published: 2024-03-05", "published: 2031-01-01")),
    edited("F7", "E436", "words to come", ("    as_written: He\n", "    as_written: He\n    date: 2031-01-01\n")),
    edited("F8", "E441", "two certain holders", *both("since: 2020-01-01, until: 2024-12-30", "since: 2023-01-01, until: 2024-12-31")),
    edited("F8", "E441", "one still in office", *both("since: 2020-01-01, until: ..", "since: 2023-01-01, until: 2024-12-31")),
    edited("F9", "W442", "an older term without an end", *both("since: 2020-01-01", "since: 2023-01-01, until: 2024-12-31"), ("[anna-alund, {", "[{signer: anna-alund, office: foreign-minister-of-norway}, {"), ("  - by: anna-alund\n", "  - by: {actor: anna-alund, office: foreign-minister-of-norway}\n")),
    edited("F11", "W441", "two possible holders", *both("since: 2020-01-01, until: 2023-06", "since: 2023, until: 2024-12-31")),
    edited("F10", "E443", "an office never held", (ANNA, "office: foreign-minister-of-sweden, role")),
    edited("F10", "E443", "an office held before", (TERM, 'since: 2021, until: "2022"')),
    edited("F10", "E443", "an office held after", (TERM, "since: 2025-01-01")),
    edited("F10", "E443", "a signer's office", ("office: foreign-minister-of-sweden}]", "office: foreign-minister-of-norway}]")),
    edited("F10", "E443", "a speaker's office", ("  - by: bo-berg\n", "  - by: {actor: bo-berg, office: foreign-minister-of-norway}\n")),
    edited("F10", "E444", "two possible offices", (HELD, HELD + '\n      - {office: foreign-minister-of-norway, since: "2020", evidence: her counterpart Bo Berg}')),
    edited("F12", "E445", "ratified before it was signed", ("      - kind: signed\n", "      - {kind: ratified, status: done, date: 2024-03-01, evidence: They signed}\n      - kind: signed\n")),
    edited("F12", "E446", "the fulfilment of what was held", ("agreements:\n", "  other: {title: T, kind: talks, status: held, date: 2024-03-05, fulfils: oslo-talks, evidence: on Tuesday}\nagreements:\n")),
    edited("F12", "E446", "a plan that fulfils", ("agreements:\n", "  plan: {title: T, kind: talks, status: planned, date: 2024, evidence: talks would go on}\n  other: {title: T, kind: talks, status: planned, date: 2024, fulfils: plan, evidence: talks would go on}\nagreements:\n")),
    edited("F12", "E447", "a fulfilment before the plan", ("agreements:\n", "  plan: {title: T, kind: talks, status: planned, date: 2024, evidence: talks would go on}\n  other: {title: T, kind: talks, status: held, date: 2024-02-01, fulfils: plan, evidence: on Tuesday}\nagreements:\n")),
    edited("F12", "E448", "an article before the event", ("published: 2024-03-05", "published: 2024-03-01")),
    edited("F13", "E449", "a step at a meeting that is planned", ("    status: held", "    status: planned")),
    edited("F14", "E450", "a meeting after one of another day", (
        "agreements:\n",
        "  second-talks:\n    title: More talks\n    kind: talks\n    status: held\n    date: 2024-03-04\n"
        "    after: oslo-talks\n    evidence: talks would go on\nagreements:\n",
    )),
]  # fmt: skip

TWIN = "  twin: {{kind: person, name: {{text: {}, evidence: {{says: Bo Berg}}}}{}}}\noffices:\n"
G = [
    edited("G1", "E501", "an unknown place", ("place: oslo", "place: olso"), at="olso"),
    *(edited("G1", "E501", f"an unknown {what}", (old, new)) for what, old, new in (
        ("participant", "      - bo-berg\n", "      - bo-borg\n"),
        ("party", "parties: [norway, sweden]", "parties: [norway, denmark]"),
        ("topic", TOPICS, "    topics: [fishing]\n"),
        ("office", "office: foreign-minister-of-norway, since", "office: foreign-minister, since"),
        ("owner", "of: norway}", "of: norge}"),
        ("speaker", "  - by: bo-berg\n", "  - by: bob\n"),
        ("meeting", "        meeting: oslo-talks\n", "        meeting: oslo-talk\n"),
        ("venue", "    meeting: oslo-talks\n    remarks", "    meeting: oslo-talk\n    remarks"),
        ("planned step", SIGNED, SIGNED + "        fulfils: fisheries-mou\n"),
        ("agreement", "    actions:\n", "    links: [{kind: amends, to: nothing}]\n    actions:\n"),
    )),
    edited("G1", "E501", "a mention of nothing", ("quotes:\n", "mentions:\n  - {of: nothing, says: on Tuesday}\nquotes:\n")),
    edited("G1", "E501", "a mention of no part", ("quotes:\n", "mentions:\n  - {of: oslo-talks, participant: norway, says: on Tuesday}\nquotes:\n")),
    edited("G1", "E501", "a tension of nothing", ("quotes:\n", "tensions:\n  t: {between: [{of: oslo-talks, says: on Tuesday}, {of: oslo-talks, says: nothing}]}\nquotes:\n")),
    edited("G2", "E502", "a place that is a state", ("place: oslo", "place: norway")),
    edited("G2", "E502", "a meeting that should be an actor", ("      - bo-berg\n", "      - oslo-talks\n")),
    edited("G2", "E502", "another kind by its name", ("place: oslo", "place: actor/oslo")),
    edited("G2", "E502", "a slug of two kinds", ("topics:\n", "topics:\n  oslo-talks: {label: A}\n"), ("quotes:\n", "mentions:\n  - {of: oslo-talks, says: on Tuesday}\nquotes:\n")),
    file("G3", "E503", "a slug in two records", "- topics:\n    a: {label: A}\n- topics:\n    a: {label: A}\n"),
    file("G3", "E503", "a slug in two lines", '{"topics": {"a": {"label": "A"}}}\n' * 2, ".jsonl"),
    file("K6", "E704", "a field set twice", "- topics:\n    a: {label: A}\n- topics:\n    a: {label: B}\n"),
    edited("G4", "E504", "a party that is none", ("office: foreign-minister-of-sweden}]", "office: foreign-minister-of-sweden, party: anna-alund}]")),
    edited("G4", "E504", "no party that is told", ("[anna-alund, {signer: bo-berg, office: foreign-minister-of-sweden}]", "[{described_as: an aide}]")),
    *(edited("G5", "E505", f"itself as {key}", (TITLE, f"{TITLE}    {key}: oslo-talks\n")) for key in ("part_of", "sidelines_of", "after", "fulfils")),
    edited("G5", "E505", "itself as its amendment", ("    actions:\n", "    links: [{kind: supersedes, to: fisheries-mou}]\n    actions:\n")),
    edited("G5", "E505", "a step that fulfils itself", (SIGNED, SIGNED + '        fulfils: "fisheries-mou#2"\n')),
    edited("G5", "E505", "a topic above itself", ("label: Fisheries", "label: Fisheries, broader: fisheries")),
    edited("G5", "E505", "a tension with itself", ("quotes:\n", "tensions:\n  t: {between: [{of: oslo-talks, says: on Tuesday}, {of: oslo-talks, says: on Tuesday}]}\nquotes:\n")),
    file("G6", "E506", "topics in a circle", "topics:\n  a: {label: A, broader: b}\n  b: {label: B, broader: c}\n  c: {label: C, broader: a}\n"),
    edited("G9", "W509", "a spelling of two", ("offices:\n", TWIN.format("BO BERG", ""))),
    edited("G10", "E510", "a variant like the name", ("names: [Ålund]", "names: [Anna Ålund]")),
    edited("G10", "E510", "a variant twice", ("names: [Ålund]", "names: [Ålund, Ålund]")),
    edited("G10", "E510", "a topic twice", (TOPICS, "    topics: [fisheries, topic/fisheries]\n")),
    edited("G10", "E510", "a party twice", ("parties: [norway, sweden]", "parties: [norway, sweden, norway]")),
    edited("G10", "E510", "a participant twice", ("      - bo-berg\n", "      - bo-berg\n      - actor/bo-berg\n")),
    edited("G10", "E510", "a speaker twice", ("  - by: bo-berg\n", "  - by: [bo-berg, bo-berg]\n")),
    edited("G10", "E510", "a tension twice", ("quotes:\n", "tensions:\n" + "".join(f"  t{n}: {{between: [{{of: oslo-talks, says: {a}}}, {{of: oslo-talks, says: {b}}}]}}\n" for n, a, b in ((1, "on Tuesday", "met her counterpart Bo Berg in Oslo"), (2, "on Tuesday", "met her counterpart Bo Berg in Oslo"))) + "quotes:\n")),
    *(edited("G11", "E511", f"no identifier: {word!r}", (BERG, f"{BERG}    wikidata: {word}\n")) for word in ('""', "", "~", '"  "')),
    edited("G11", "E511", "no number of the publisher's", ("article:\n", 'article:\n  external_id: ""\n')),
    edited("G12", "E512", "one identifier of two", (BERG, f"{BERG}    wikidata: Q42\n"), ("offices:\n", TWIN.format("Berg", ", wikidata: Q42"))),
    *(edited("G13", "E513", f"an identifier: {word}", (BERG, f"{BERG}    wikidata: {word}\n")) for word in ("42", "q42", "Q0", "Q", '"Q42 "', "https://www.wikidata.org/wiki/Q42", '"Q٤٢"')),
]  # fmt: skip

H = [
    edited("H1", "E601", "no evidence", ("    evidence:\n" + MET + PROOF, "")),
    edited("H1", "E601", "a tenure without evidence", (", " + HELD, "}")),
    file("H1", "E601", "no article to rest on", "actors:\n  a: {kind: person, name: {text: A, evidence: x}}\n"),
    edited("H2", "E602", "an unknown article", ("{says: on Tuesday, supports: date", "{article: olso, says: on Tuesday, supports: date")),
    edited("H3", "E603", "another digest", ("  text_file: oslo.txt", "  text_sha256: " + "0" * 64 + "\n  text_file: oslo.txt")),
    edited("H4", "E604", "one letter", (MET, "      - met her counterpart Bo Borg in Oslo\n"), at="Borg"),
    edited("H4", "E604", "nothing like it", (MET, "      - zzz qqq\n")),
    edited("H4", "E604", "half a word", (PROPOSED, "evidence: which Norway had propose")),
    edited("H4", "E604", "a quote", (FIRST, '{direct: "We were glad,", nth: 1}')),
    edited("H4", "E604", "a name", (BERG, "    name: Bob Berg\n")),
    edited("H4", "E604", "a block with a line break", (MET, "      - |\n        met her counterpart Bo Berg in Oslo\n")),
    edited("H4", "E604", "a note on the text", ("article:\n", "article:\n  notes: [{kind: other, says: nowhere}]\n")),
    edited("H5", "E605", "nth too great", (FIRST, '{direct: "We are glad,", nth: 3}')),
    edited("H6", "E606", "twice", (FIRST, '{direct: "We are glad,"}')),
    edited("H6", "E606", "an excerpt that stands twice", (MET, "      - Norway\n")),
    edited("H7", "E607", "outside without a note", ("basis: outside, note: The text names her minister only.", "basis: outside")),
    edited("H8", "E608", "an article without a text", ("  text_file: oslo.txt\n", "")),
    edited("H9", "E604", "straight marks", ("signed a “memorandum of understanding” on", 'signed a "memorandum of understanding" on')),
    edited("H9", "E604", "a hard space", (MET, '      - "met her counterpart Bo\\u00a0Berg in Oslo"\n')),
    edited("H9", "E604", "a dash", (MET, "      - met her counter–part\n")),
    edited("H11", "E610", "an ellipsis", (LAST, "{indirect: talks … go on}")),
    edited("H11", "E610", "brackets", (LAST, '{indirect: "[the] talks would go on"}')),
    edited("H15", "W614", "a speaker whom the text does not name", ("offices:\n", "  carl: {kind: person, name: {text: Carl Dahl, evidence: {says: He}}}\noffices:\n"), ("  - by: bo-berg\n    as_written: He\n", "  - by: carl\n")),
]  # fmt: skip
