"""Codes of records: references, names, identifiers and evidence."""

from __future__ import annotations

from typing import Final

from .explained import Explained

CODES: Final[dict[str, Explained]] = {
    "E501": Explained(
        "Nothing of this slug, or no such part, is known.",
        "Use one that the hint names, or add the record.",
        'bad.yaml:37:12: E501 meetings.oslo-talks.place: no place "olso" is known. '
        "Hint: did you mean oslo?",
    ),
    "E502": Explained(
        "A slug of another kind of record.",
        "Name a record of the kind that is due, as kind/slug if two share the slug.",
        'bad.yaml:37:12: E502 meetings.oslo-talks.place: "norway" is an actor; a '
        "place is due here. Hint: name a place by its slug.",
    ),
    "E503": Explained(
        "One slug stands in two places.",
        "Join the records, or give one of them another slug.",
        'bad.yaml:4:8: E503 topics.a: topic "a" stands already at bad.yaml:2. Hint: '
        "give one of them another slug, or join them.",
    ),
    "E504": Explained(
        "A signature for a party that the agreement has not, or for none that is told.",
        "Give `party`.",
        "bad.yaml:55:95: E504 "
        "agreements.fisheries-mou.actions[1].signatures[1].party: anna-alund is not a "
        "party to this agreement. Hint: its parties are norway, sweden.",
    ),
    "E505": Explained(
        "A record refers to itself.",
        "Name another one, or drop the key.",
        "bad.yaml:34:14: E505 meetings.oslo-talks.part_of: refers to itself. Hint: "
        "name another record, or drop the key.",
    ),
    "E506": Explained(
        "References go in a circle.",
        "Remove one of them.",
        "bad.yaml:2:26: E506 topics.a.broader: broader goes in a circle: a -> b -> c "
        "-> a. Hint: remove one of these references.",
    ),
    "E507": Explained(
        "Something is removed to which a record that stays refers.",
        "Keep it, or change the other record too.",
        "oslo.yaml:32:5: E507 meeting.oslo-talks: refers to topic fisheries, which "
        "the files no longer hold. Hint: keep topic fisheries in the files, or remove "
        "this reference too.",
    ),
    "E508": Explained(
        "The parts, proofs or words of a record have changed places, and a record of the "
        "database that is not in this run would rest on the wrong ones.",
        "Load both together.",
        "oslo.yaml:32:1: E508 meeting.oslo-talks: tension apart in the database rests "
        "on its evidence number 2, which is not the same now. Hint: load both "
        "together; tension apart is from other.yaml.",
    ),
    "W509": Explained(
        "One spelling is a name of two actors. Both load; nothing is joined by name.",
        "Check that they are two.",
        'bad.yaml:24:9: W509 actors.twin: "BO BERG" is a name of bo-berg, twin. Hint: '
        "both load; check that they are two.",
    ),
    "E510": Explained(
        "The same name, topic, party, speaker, participant or tension twice.",
        "Drop one.",
        'bad.yaml:16:13: E510 actors.anna-alund.names[0]: "Anna Ålund" repeats the '
        "main name. Hint: drop it.",
    ),
    "E511": Explained(
        "An empty identifier, which would join strangers.",
        "Drop the key.",
        "bad.yaml:22:15: E511 actors.bo-berg.wikidata: an empty identifier would join "
        "strangers. Hint: drop the key.",
    ),
    "E512": Explained(
        "An identifier, or the two statements of a tension, that another record has.",
        "Correct one, or join the records.",
        "bad.yaml:25:81: E512 actors.twin.wikidata: Q42 is bo-berg already "
        "(bad.yaml:20). Hint: correct one of them, or join the two records.",
    ),
    "E513": Explained(
        "Not a Wikidata item.",
        "Write Q and its number.",
        'bad.yaml:22:15: E513 actors.bo-berg.wikidata: "42" is not a Wikidata item. '
        "Hint: write Q42.",
    ),
    "E601": Explained(
        "No evidence is given.",
        "Add `evidence:` with an excerpt.",
        "bad.yaml:33:5: E601 meetings.oslo-talks: no evidence is given. Hint: add "
        "`evidence:` with an excerpt.",
    ),
    "E602": Explained(
        "The article named as the source is not known.",
        "Use the slug that the hint names, or add its file.",
        "bad.yaml:44:19: E602 meetings.oslo-talks.evidence[1].article: no article "
        '"olso" is known. Hint: did you mean oslo?',
    ),
    "E603": Explained(
        "The article's text is not the one whose digest was recorded.",
        "Put the old text back, or check every excerpt and correct the digest.",
        "bad.yaml:5:16: E603 article.text_sha256: the text's digest is "
        "089694cd8693db0d1075bc0557c7dccf0f2024dcd9e15961858aaf05052a850f, not "
        "0000000000000000000000000000000000000000000000000000000000000000: the text "
        "changed since its quotes were made. Hint: put the old text back, or check "
        "every excerpt and correct text_sha256.",
    ),
    "E604": Explained(
        "The excerpt is not in the article, code point by code point and at word edges.",
        "Paste the article's own text, as the hint prints it.",
        'bad.yaml:44:16: E604 meetings.oslo-talks.evidence[1].says: "on '
        '\\u202eTuesday" is not in oslo; after "on " the article has no "\\u202e" '
        "(U+202E right-to-left override). Hint: the closest passage is: on Tuesday.",
    ),
    "E605": Explained(
        "`nth` counts further than the excerpt stands.",
        "Count again from 1.",
        "bad.yaml:61:18: E605 quotes[0].remarks[0].direct: nth is 3, but it stands 2 "
        "times. Hint: count again, from 1 on.",
    ),
    "E606": Explained(
        "The excerpt stands more than once.",
        "Give `nth`, or a longer excerpt.",
        'bad.yaml:61:18: E606 quotes[0].remarks[0].direct: "We are glad," stands 2 '
        "times: 1 at 172, 2 at 199. Hint: give nth, or a longer excerpt.",
    ),
    "E607": Explained(
        "Outside knowledge without a note.",
        "Say in `note` where it is from.",
        "bad.yaml:11:36: E607 actors.sweden.name.evidence[0]: outside knowledge needs "
        "a note. Hint: say in `note` where it is from.",
    ),
    "E608": Explained(
        "The article has no text here, so its excerpts cannot be verified.",
        "Give the article its `text_file` or `text`.",
        "bad.yaml:5:20: E608 article.evidence.says: oslo has no text here, so nothing "
        "can be verified. Hint: give the article its text_file.",
    ),
    "E610": Explained(
        "An excerpt with an ellipsis or brackets that the article has not.",
        "Record the pieces, joined by one `utterance`.",
        'bad.yaml:65:20: E610 quotes[1].remarks[0].indirect: "talks … go on" is not '
        "in oslo; it holds an ellipsis or brackets. Hint: record the pieces, joined "
        "by one `utterance`.",
    ),
    "W614": Explained(
        "The article names the speaker by no recorded name or office.",
        "Add the spelling, or give `as_written`.",
        "bad.yaml:63:9: W614 quotes[1].by: no recorded name of carl stands in oslo. "
        "Hint: add the spelling that it has, or give `as_written`.",
    ),
}
