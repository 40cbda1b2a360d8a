"""Rules for files, folders and shapes, each where it begins and where it ends."""

from __future__ import annotations

from tests.loading.situations import OUTSIDE, Situation, before, edit

NEVER = '{direct: "We are glad,", nth: 1}'


def files(**named: str) -> Situation:
    """Files beside the small archive; two underscores stand for a folder, one for the dot."""
    return Situation(
        (), {name.replace("__", "/").replace("_", "."): text for name, text in named.items()}
    )


LONG = "x" * 119
FILES = {
    "A record in the folder of its section": files(topics__trade_yaml="label: Trade\n"),
    "A record with a key of none in the folder of its section": files(topics__trade_yaml="label: Trade\ncolour: x\n"),
    "A record in the folder of another section": files(topics__geneva_yaml=f"kind: city\nname: {{text: Geneva, {OUTSIDE}}}\n"),
    "A record of two kinds by its keys, in the folder of neither": files(topics__geneva_yaml=f"name: {{text: Geneva, {OUTSIDE}}}\n"),
    "A section in the folder of its own": files(topics__more_yaml="topics:\n  trade: {label: Trade}\n"),
    "A section in the folder of another": files(topics__more_yaml="topics:\n  trade: {label: Trade}\nplaces:\n  x: {kind: city}\narticle: {}\n"),
    "An unknown section in the folder of another": files(topics__more_yaml="topics:\n  trade: {label: Trade}\ntopcis: {}\n"),
    "Two unknown sections": files(more_yaml="topcis: {}\nzzzzzzz: {}\n"),
    "A file whose name is no slug": files(topics__Trade_yaml="label: Trade\n"),
    "An article whose file's name is no slug": files(Other_yaml="article: {text_file: oslo.txt}\n"),
    "An article with a slug in a file whose name is none": files(Other_yaml="article: {slug: other, text_file: oslo.txt}\n"),
    "An article that is refused in a file whose name is no slug": files(Other_yaml="article: {txt_file: oslo.txt}\n"),
    "A list of record trees": files(more_yaml="- topics: {a: {label: A}}\n- topics: {b: {labl: B}}\n"),
    "A list with something else in it": files(more_yaml="- topics: {a: {label: A}}\n- text\n"),
    "A list with nothing in it": files(more_yaml="- topics: {a: {label: A}}\n-\n"),
    "An empty mapping in a list": files(more_yaml="- {}\n- topics: {a: {label: A}}\n"),
    "Comments alone": files(more_yaml="# nothing\n\n"),
    "Lines with an empty one, and an empty object": files(more_jsonl='{"topics": {"a": {"label": "A"}}}\n\n  {}\n'),
    "A record in three files, of which one agrees": files(
        y_yaml="places:\n  oslo: {name: Oslo, kind: city, country: NO}\n",
        z_yaml="places:\n  oslo: {name: Oslo, kind: region, country: SE, inside: oslo}\n"),
    "A record that is a text in its second file": files(z_yaml="places: {oslo: Oslo}\n"),
    "A slug of two kinds is two records": files(z_yaml="topics: {oslo: {label: Oslo}}\n"),
    "Quotes and mentions without an article": files(z_yaml="quotes: []\nmentions: []\n"),
    "Quotes and mentions that are no lists": files(z_yaml="article: {text_file: oslo.txt}\nquotes: x\nmentions: {}\n"),
    "A mention that is a text": before("quotes", "mentions: [oslo-talks, {of: oslo-talks, says: nowhere}]\n"),
    "A refused quote hides none behind it": edit((NEVER, "{direkt: x}"), ("indirect: talks would go on", "indirect: nothing of the kind")),
    "A refused mention hides none behind it": before("quotes", "mentions:\n  - {off: oslo-talks}\n  - {of: oslo-talks, says: nowhere}\n"),
    "A tension of three": before("quotes", "tensions:\n  t: {between: [{of: oslo-talks, says: a}, {of: oslo-talks, says: b}, {of: oslo-talks, says: c}]}\n"),
    "A tension that is refused": before("quotes", "tensions:\n  t: {between: []}\n"),
    "A slug of 120 characters, and one of 121": edit(("\nmeetings:\n", f"\n  {LONG}y: {{label: Y}}\n  {LONG}yz: {{label: Z}}\nmeetings:\n")),
    "A reference to a kind with a long slug": edit(("    place: oslo\n", f"    place: place/{LONG}yz\n")),
    "A wrong slug of many words": edit(("    place: oslo\n", '    place: "The  City--of_Oslo!"\n')),
    "A wrong slug without a word": edit(("    place: oslo\n", '    place: "???"\n')),
    "A wrong kind before a slug": edit(("    place: oslo\n", '    place: "Place/oslo"\n')),
    "A number of nine digits, and one of ten": edit((NEVER, '{direct: "We are glad,", nth: 999999999}'), ("indirect: talks would go on", 'indirect: talks would go on, nth: 1234567890')),
    "Texts at their limits": edit(("    kind: mou\n", f"    kind: mou\n    summary: {'x' * 2000}\n"), ("title: Memorandum on fisheries", f"title: {'x' * 500}")),
    "Texts beyond their limits": edit(("    kind: mou\n", f"    kind: mou\n    summary: {'x' * 2001}\n"), ("title: Memorandum on fisheries", f"title: {'x' * 501}")),
    "Figures of many digits": edit(("    topics: [fisheries]\n", "    topics: [fisheries]\n    figures:\n" + "".join(f'      - {{what: x, value: "{value}", evidence: on Tuesday}}\n' for value in ("-0.5", "1" * 30, "1" * 31, "0." + "1" * 30, "0." + "1" * 31, "+1", ".5")))),
    "Times of day": edit(("    date: 2024-03-05\n", "    date: 1:2\n"), ("title: Talks in Oslo", "title: 12:30"), ("country: SE", "country: 123:45:06.789")),
    "An address, and one with a space": edit(("  text_file", "  url: HTTPS://example.org\n  text_file")),
    "An identifier in an address": edit(("    name: Bo Berg\n", "    name: Bo Berg\n    wikidata: https://www.wikidata.org/wiki/Q0042\n")),
    "An identifier of seventeen digits": edit(("    name: Bo Berg\n", "    name: Bo Berg\n    wikidata: Q12345678901234567\n")),
    "A digest in capitals": edit(("  text_file", f"  text_sha256: {'A' * 64}\n  text_file")),
    "A list of texts with a list in it": edit(("names: [Ålund]", "names: [Ålund, [x], {text: y, kynd: z}]")),
    "A part of a part that misses a key": edit(("evidence: her counterpart Bo Berg}", "evidence: her counterpart Bo Berg}\n      - {since: 2020, evidence: {says: Bo Berg, nth: 1, note: x}}"), ("as_written: He\n", "as_written: He\n    topics: []\n"), ("role: host}", "role: host, evidence: [{says: on Tuesday}, {nth: [1]}]}")),
    "A quote of nobody, and of two": edit(("  - by: bo-berg\n", "  - by: [bo-berg, [x]]\n")),
    "Two modes, three modes": edit(("indirect: talks would go on", "fragment: x, direct: y, indirect: talks would go on")),
    "Names that are letters in two parts": edit(("title: Talks in Oslo", 'title: "Cafe\\u0301 a\\u0301"')),
    "A direction turned in prose": edit(("    kind: mou\n", '    kind: mou\n    summary: "a\\u2066b"\n')),
    "An empty value, a mapping and a list for each type": edit(
        ("    kind: mou\n", "    kind:\n    summary: {}\n"), ("country: SE", "country: []"), ("    date: 2024-03-05\n", "    date: {}\n"), ("  fisheries: {label: Fisheries}", "  fisheries:")),
    "A vocabulary's word that is a list": edit(("    kind: mou\n", "    kind: [mou]\n")),
    "Text in the record that is empty, or holds a control": files(a_yaml='article: {text: "  "}\n', b_yaml='article: {text: "\\u200b\\n"}\n', c_yaml="article: {text_file: c.txt}\n", c_txt="ab\ncd\x07", d_yaml="article: {text_file: d.txt}\n", d_txt=" \n\u2003"),
    "A text outside, and one in a folder above": files(a_yaml="article: {text_file: /etc/hostname}\n", sub__b_yaml="article: {text_file: ../oslo.txt}\n", sub__c_yaml="article: {text_file: ../../oslo.txt}\n"),
    "A folder as a text": files(a_yaml="article: {text_file: sub}\n", sub__b_yaml="topics: {t: {label: T}}\n"),
}  # fmt: skip
