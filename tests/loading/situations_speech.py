"""Rules for excerpts, quotes, mentions and tensions, each where it begins and where it ends."""

from __future__ import annotations

import json

from tests.loading.archives import TEXT
from tests.loading.situations import SIGNED, Situation, before, edit, person

MET = "      - met her counterpart Bo Berg in Oslo\n"
LAST = "{indirect: talks would go on}"
OTHER = "article: {text_file: other.txt, published: 2024-03-06}\n"


def mention(*each: str, edits: tuple[tuple[str, str], ...] = (), **files: str) -> Situation:
    """Mentions, each as the mapping in braces that it is."""
    return before("quotes", "mentions:\n" + "".join(f"  - {{{one}}}\n" for one in each), *edits, **files)  # fmt: skip


def proof(*words: str, **files: str) -> Situation:
    """Further proofs of the meeting."""
    return edit((MET, MET + "".join(f"      - {one}\n" for one in words)), **files)


def tension(one: str, other: str, *edits: tuple[str, str], **files: str) -> Situation:
    """Two statements that pull apart."""
    return before("quotes", f"tensions:\n  apart: {{between: [{{{one}}}, {{{other}}}]}}\n", *edits, **files)  # fmt: skip


TALKS = "of: oslo-talks, says: on Tuesday"
STEPS = (
    SIGNED,
    "      - {kind: proposed, status: planned, date: 2025, evidence: talks would go on}\n" + SIGNED,
)
CALLED = ("names: [Ålund]", "names: [Ålund, Anna]")
AIDE = ("      - bo-berg\n", "      - bo-berg\n      - {described_as: an aide}\n      - {office: foreign-minister-of-norway}\n")  # fmt: skip
SIGNERS = "[anna-alund, {signer: bo-berg, office: foreign-minister-of-sweden}]"
NTH = '{direct: "We are glad,", nth: 1}'

SPEECH = {
    "An excerpt that stands twice, as the second": proof("{says: Norway, nth: 2}"),
    "An excerpt that stands twice, as the third": proof("{says: Norway, nth: 3}"),
    "An excerpt that stands twelve times": proof("{article: often, says: again}", often_yaml="article: {text_file: often.txt}\n", often_txt="again " * 12),
    "An excerpt that stands 999 times": proof("{article: often, says: again}", often_yaml="article: {text_file: often.txt}\n", often_txt="again " * 999),
    "An excerpt that stands 1,000 times": proof("{article: often, says: again}", often_yaml="article: {text_file: often.txt}\n", often_txt="again " * 1_000),
    "An excerpt that stands 1,000 times, as the last of these": proof("{article: often, says: again, nth: 1000}", often_yaml="article: {text_file: often.txt}\n", often_txt="again " * 1_001),
    "An excerpt that stands more often than is counted": proof("{article: often, says: again, nth: 1001}", often_yaml="article: {text_file: often.txt}\n", often_txt="again " * 1_001),
    "An excerpt of overlapping words": proof("{article: often, says: a a}", often_yaml="article: {text_file: often.txt}\n", often_txt="a a a b\n"),
    "An excerpt at either end of its article": proof("{article: ends, says: First}", "{article: ends, says: last}", ends_yaml="article: {text_file: ends.txt}\n", ends_txt="First and last"),
    "An excerpt that ends inside a word, and one that begins there": proof("met her counter", "ore counterpart Bo", "part Bo"),
    "An excerpt between a letter and a digit": proof("{article: ends, says: G}", ends_yaml="article: {text_file: ends.txt}\n", ends_txt="The G7 met."),
    "An excerpt that misses a word, has one too many, and is changed at either end": proof("counterpart Berg in Oslo", "met her dear counterpart", "bet her counterpart", "counterpart Bo Bern", "in Oslo on Tuesday then"),
    "An excerpt that is like a passage in the middle of a long word": proof("{article: ends, says: Donaudampfschiff fährt}", ends_yaml="article: {text_file: ends.txt}\n", ends_txt="Das Donaudampfschifffahrtsgesellschaftskapitänspatent liegt hier bereit."),
    "An excerpt that is like a passage in a word without an end": proof("{article: ends, says: Donaudampfschiff fährt}", ends_yaml="article: {text_file: ends.txt}\n", ends_txt="x" * 60 + "Donaudampfschifffahrt" + "y" * 60),
    "An excerpt of another article, with an ellipsis": proof('"the [calm] sea"', "the calm sea", other_yaml=OTHER, other_txt="That day the calm sea lay."),
    "An excerpt with an ellipsis, in dots": proof("met her ... Bo Berg"),
    "An excerpt with other marks, of two kinds": proof('"They signed a \\"memorandum of understanding\\" on\\u00a0fisheries"'),
    "An excerpt that is like nothing: the first word of it": proof("qqqq zzzz xxxx"),
    "An excerpt of two lines that the article has with one": proof('"fisheries, which\\n\\nNorway"'),
    "An excerpt that differs in its 200th character, and one in its 201st": proof(json.dumps(TEXT[:199] + "¤"), json.dumps(TEXT[:200] + "¤")),
    "A long excerpt that is cut in the message": proof("M" + "m" * 90),
    "An excerpt of an article that could not be read": proof("{article: torn, says: Words}", torn_yaml="article: {text_file: torn.txt, says: [\n", torn_txt="Words"),
    "An excerpt of an article whose text could not be read": proof("{article: torn, says: Words}", torn_yaml="article: {text_file: gone.txt}\n"),
    "An excerpt relayed by nobody known": proof("{says: on Tuesday, relayed_by: nobody}"),
    "Two proofs, of which the second has no words": proof("{supports: date}"),
    "A single proof that is wrong": before("agreements", "  second: {title: M, kind: talks, status: held, date: 2024-03-05, evidence: nowhere}\n"),
    "A turned excerpt warns, and is kept": proof('{article: turned, says: "a \\u202eb"}', turned_yaml="article: {text_file: turned.txt}\n", turned_txt="Say a \u202eb now."),
    "Outside knowledge with an article and no excerpt": proof("{basis: outside, note: x, article: oslo}"),
    "A note on the text, of which the second does not stand there": edit(("  text_file", "  notes: [{kind: other, says: on Tuesday}, {kind: other, says: nowhere}]\n  text_file")),
    "Words said nowhere, in the second group and remark": edit((LAST, LAST + "\n      - {indirect: nothing of the kind}")),
    "Words said at a meeting not known, told at the remark": edit((LAST, "{indirect: talks would go on, meeting: nothing}")),
    "Words said at a meeting not known, told at the group": edit(("    as_written: He\n", "    as_written: He\n    meeting: nothing\n")),
    "Words relayed by nobody known, told at the remark": edit((LAST, "{indirect: talks would go on, via: nobody}")),
    "Words relayed by nobody known, told at the group": edit(("    as_written: He\n", "    as_written: He\n    via: nobody\n")),
    "Words said in the future, told at the remark": edit((LAST, "{indirect: talks would go on, date: 2031}")),
    "Words on topics not known, told at the remark": edit((LAST, "{indirect: talks would go on, topics: [fisheries, nothing]}")),
    "Words on topics not known, told at the group": edit(("    as_written: He\n", "    as_written: He\n    topics: [nothing]\n")),
    "Words with a figure of nobody known": edit((LAST, '{indirect: talks would go on, figures: [{what: x, value: "1", by: nobody}]}')),
    "Words proven by more that does not stand there": edit((LAST, "{indirect: talks would go on, evidence: [He added, nowhere]}"), ("    as_written: He\n", "    as_written: He\n    evidence: elsewhere\n")),
    "Words of two speakers, of whom the second is not known": edit(("by: bo-berg", "by: [bo-berg, nobody]")),
    "Words said in an office that was held when the article appeared, and not when they were said": edit(("by: bo-berg", "by: {actor: bo-berg, office: foreign-minister-of-sweden}"), ("    as_written: He\n", "    as_written: He\n    date: 2020\n")),
    "Words said on no day, in an office held after the article appeared": edit(("by: bo-berg", "by: {actor: bo-berg, office: foreign-minister-of-sweden}"), ('since: 2023, until: "2024"', "since: 2025"), (", office: foreign-minister-of-sweden}]", ", office: none, party: sweden}]")),
    "A speaker named by a spelling, by an office, and not at all": before("offices", person("carl", name="Carl Dahl") + person("dora", ", tenures: [{office: foreign-minister-of-norway, since: 2024, evidence: Bo Berg}]", "Dora Eng"),
        ("    as_written: He\n", ""), ("  - by: bo-berg", "  - by: [bo-berg, {actor: dora, office: none}, carl]"), ("title: Foreign Minister of Norway", "title: Minister of Nowhere, names: [Foreign Minister]")),
    "A speaker named by the office given, which is not held": before("offices", person("carl", name="Carl Dahl"), ("    as_written: He\n", ""), ("  - by: bo-berg", "  - by: {actor: carl, office: foreign-minister-of-norway}")),
    "A speaker whose office alone is proven": before("offices", person("carl", name="Carl Dahl"), ("    as_written: He\n", "    evidence: {says: He added, supports: office}\n"), ("  - by: bo-berg", "  - by: carl")),
    "A speaker whose day alone is proven": before("offices", person("carl", name="Carl Dahl"), ("    as_written: He\n", "    evidence: {says: He added, supports: date}\n"), ("  - by: bo-berg", "  - by: carl")),
    "Mentions of a record not known, or misspelt, or of another kind": mention("of: nothing-at-all, says: on Tuesday", "of: oslo-talk, says: on Tuesday", "of: meeting/oslo-tolks, says: on Tuesday", "of: actor/oslo, says: on Tuesday", "of: colour/oslo, says: on Tuesday"),
    "A mention of one of two kinds by name": mention("of: topic/oslo-talks, says: on Tuesday", "of: meeting/oslo-talks, says: on Tuesday", edits=(("\ntopics:\n", "\ntopics:\n  oslo-talks: {label: A}\n"),)),
    "Mentions of a name": mention("of: anna-alund, name: Ålund, nth: 1", "of: anna-alund, name: Anna Berg", "of: oslo, name: Olso", edits=(CALLED,)),
    "Mentions of a tenure": mention("of: anna-alund, tenure: foreign-minister-of-norway, says: on Tuesday", "of: anna-alund, tenure: office/foreign-minister-of-norway, says: on Tuesday", "of: anna-alund, tenure: foreign-minister-of-sweden, says: on Tuesday", "of: norway, tenure: foreign-minister-of-sweden, says: on Tuesday"),
    "Mentions of a participant": mention("of: oslo-talks, participant: an aide, says: on Tuesday", "of: oslo-talks, participant: bo-berg, says: on Tuesday", 'of: oslo-talks, participant: "4", says: on Tuesday', "of: oslo-talks, participant: nobody, says: on Tuesday", edits=(AIDE,)),
    "Mentions of a party": mention("of: fisheries-mou, party: norway, says: on Tuesday", "of: fisheries-mou, party: denmark, says: on Tuesday"),
    "Mentions of a step": mention("of: fisheries-mou, action: signed, says: on Tuesday", 'of: fisheries-mou, action: "3", says: on Tuesday', 'of: fisheries-mou, action: "2", says: on Tuesday', 'of: fisheries-mou, action: "4", says: on Tuesday', "of: fisheries-mou, action: proposed, says: on Tuesday", "of: fisheries-mou, action: ratified, says: on Tuesday", edits=(STEPS,)),
    "Mentions of a signature": mention("of: fisheries-mou, signature: bo-berg, says: on Tuesday", "of: fisheries-mou, action: signed, signature: bo-berg, says: on Tuesday", "of: fisheries-mou, action: proposed, signature: bo-berg, says: on Tuesday", "of: fisheries-mou, signature: norway, says: on Tuesday"),
    "A mention of a signature that was given twice": mention(
        "of: fisheries-mou, signature: bo-berg, says: on Tuesday", "of: fisheries-mou, action: concluded, signature: bo-berg, says: on Tuesday",
        'of: fisheries-mou, action: "1", signature: bo-berg, says: on Tuesday', "of: fisheries-mou, action: signed, signature: bo-berg, says: on Tuesday",
        edits=((SIGNED, SIGNED.replace("signed", "concluded") + f"        meeting: oslo-talks\n        signatures: {SIGNERS}\n        evidence: They signed\n" + SIGNED),)),
    "Mentions that prove a whole that needs a part": mention("of: anna-alund, says: on Tuesday", "of: oslo, says: on Tuesday", "of: fisheries, says: on Tuesday", "of: foreign-minister-of-norway, says: on Tuesday"),
    "Mentions of wholes": mention("of: oslo-talks, says: on Tuesday", "of: fisheries-mou, says: on Tuesday", "of: oslo, says: on Tuesday", edits=(("  oslo: {", "  oslo-city: {"), ("place: oslo", "place: oslo-city"))),
    "Mentions of a fourth of many alike": mention("of: fisherie, says: on Tuesday", edits=(("\ntopics:\n", "\ntopics:\n" + "".join(f"  fisherie{n}: {{label: A}}\n" for n in "abcd")),)),
    "A mention whose words do not stand there": mention("of: oslo-talks, says: nowhere", "of: oslo-talks"),
    "A mention of what stands in a file that could not be read": mention("of: torn-talks, says: on Tuesday", torn_yaml="meetings: {torn-talks: [\n"),
    "A mention with a step and a name": mention("of: fisheries-mou, name: x, action: signed, says: on Tuesday", "of: fisheries-mou, action: signed, signature: x, name: y, says: on Tuesday"),
    "A tension that is told after one that is wrong": before("quotes", f"tensions:\n  a: {{between: [{{{TALKS}}}, {{{TALKS}}}]}}\n  b: {{between: [{{{TALKS}}}, {{{TALKS}}}]}}\n"),
    "A tension of two proofs": tension(TALKS, "of: oslo-talks, says: met her counterpart Bo Berg in Oslo"),
    "A tension with a proof of another article": tension(TALKS, "of: oslo-talks, article: other, says: on Monday", other_yaml=OTHER + "mentions:\n  - {of: oslo-talks, says: on Monday}\n", other_txt="They met on Monday."),
    "A tension with words of the other article": tension(TALKS, "of: oslo-talks, article: other, says: on Tuesday", other_yaml=OTHER + "mentions:\n  - {of: oslo-talks, says: on Monday}\n", other_txt="They met on Monday."),
    "A tension with the second of two alike": tension("of: quote, says: talks would go on", 'of: quote, says: "We are glad,", nth: 2', (NTH, NTH + '\n      - {direct: "We are glad,", nth: 2}')),
    "A tension between the second and the third of three alike": tension(
        "of: quote, article: often, says: again, nth: 2", "of: quote, article: often, says: again, nth: 3",
        often_yaml="article: {text_file: often.txt}\nquotes:\n  - by: bo-berg\n    as_written: He\n    remarks: [{direct: again, nth: 1}, {direct: again, nth: 2}, {direct: again, nth: 3}]\n", often_txt="again again again"),
    "A tension with the third of two alike": tension("of: quote, says: talks would go on", 'of: quote, says: "We are glad,", nth: 3', (NTH, NTH + '\n      - {direct: "We are glad,", nth: 2}')),
    "A tension with a record not known, and with an article not known": tension("of: nothing, says: on Tuesday", "of: quote, article: nowhere, says: x"),
    "A tension with outside knowledge": tension(TALKS, "of: sweden, says: The text names her minister only."),
    "A tension between words that nobody has said": tension("of: quote, says: nothing", "of: anna-alund, says: nothing"),
    "A tension in a file without an article": edit(t_yaml="tensions:\n  t: {between: [{of: oslo-talks, says: on Tuesday}, {of: oslo-talks, article: oslo, says: on Tuesday}]}\n"),
}  # fmt: skip
