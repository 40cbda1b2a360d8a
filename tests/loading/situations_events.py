"""Rules for meetings, agreements and their plans, each where it begins and where it ends."""

from __future__ import annotations

from tests.loading.situations import (
    GUEST,
    OUTSIDE,
    SIGNED,
    TITLE,
    Situation,
    before,
    edit,
    person,
)

PLAN = "  {}: {{title: P, kind: talks, status: planned, date: {}, evidence: talks would go on}}\n"
STEP = "      - {{kind: {}, status: {}, date: {}, evidence: They signed}}\n"
OTHER = "  {}: {{title: O, kind: mou, parties: [norway], evidence: They signed, {}}}\n"
MEETING = "  {}: {{title: M, kind: talks, status: held, date: {}, {}, evidence: on Tuesday}}\n"


def steps(*each: tuple[str, str, str], more: str = "") -> Situation:
    """Steps before the signature of 2024-03-05, by kind, status and date."""
    return edit((SIGNED, "".join(STEP.format(*one) for one in each) + SIGNED + more))


def fulfils(reference: str, *plans: tuple[str, str, str], **files: str) -> Situation:
    """A signature that fulfils something, behind these steps."""
    return edit(
        (
            SIGNED,
            "".join(STEP.format(*one) for one in plans)
            + SIGNED
            + f'        fulfils: "{reference}"\n',
        ),
        **files,
    )


REPORTED = (
    "{{kind: ratified, status: planned, date: {}, evidence: {{article: oslo, says: They signed}}}}"
)
RATIFIED = ("ratified", "planned", "2025")
MINISTER = "office: foreign-minister-of-sweden}]"
SIGNERS = f"[anna-alund, {{signer: bo-berg, {MINISTER}"

EVENTS = {
    "Initialled after it was signed": steps(("initialled", "done", "2024-03-06")),
    "Initialled after it was signed, as planned": steps(("initialled", "planned", "2024-03-06")),
    "In force before it was signed, and ended before that": steps(("entered_into_force", "done", "2024-02"), ("terminated", "done", "2024-01")),
    "Discussed after it was signed": steps(("discussed", "done", "2024-03-06")),
    "Ratified before it was signed, and cancelled": steps(("ratified", "cancelled", "2024-02-01")),
    "A step cancelled that lies ahead": steps(("ratified", "cancelled", "2031-02-01")),
    "A meeting cancelled that lies ahead": before("agreements", MEETING.format("later", "2031-03-05", "place: oslo").replace("held", "cancelled")),
    "A step cancelled at a meeting that was cancelled": edit(("    status: held", "    status: cancelled"), (SIGNED, SIGNED.replace("done", "cancelled"))),
    "Agreements that implement one another": edit(
        ("    actions:\n", "    links: [{kind: implements, to: pact}]\n    actions:\n"),
        ("\nquotes:\n", "\n" + OTHER.format("pact", "links: [{kind: implements, to: fisheries-mou}]") + "quotes:\n")),
    "A signer and an owner of other countries, and a party of none": before(
        "offices", f"  league: {{kind: body, name: {{text: L, {OUTSIDE}}}}}\n",
        ("parties: [norway, sweden]", "parties: [league]"), (", by: norway", "")),
    "Signed twice, and ratified between": steps(("signed", "done", "2024-01-01"), ("ratified", "done", "2024-02-01")),
    "Signed by some day, and ratified before": steps(("signed", "done", '"[..2024-02-01]"'), ("ratified", "done", "2024-03-05")),
    "A step that fulfils the one that was planned": fulfils("#1", RATIFIED),
    "A step that fulfils the only plan": fulfils("fisheries-mou", RATIFIED),
    "A step that fulfils one of two plans": fulfils("fisheries-mou", RATIFIED, ("updated", "planned", "2026")),
    "A step that fulfils the second of two plans": fulfils("fisheries-mou#2", RATIFIED, ("updated", "planned", "2026")),
    "A step that fulfils itself, by its number": fulfils("#3", RATIFIED),
    "A step that fulfils what is done": fulfils("#1"),
    "A step that fulfils a step that there is not": fulfils("#9", RATIFIED),
    "A step that fulfils a plan of nothing": fulfils("pact#1"),
    "A step that fulfils the step of this number elsewhere": fulfils("pact#3", RATIFIED, z_yaml="agreements:\n  pact: {title: P, kind: mou, parties: [norway], evidence: {article: oslo, says: They signed}, actions: [" + ", ".join(REPORTED.format(n) for n in (2024, 2025, 2026)) + "]}\n"),
    "A planned step that fulfils": edit((SIGNED, STEP.format(*RATIFIED).replace("evidence", "fulfils: pact, evidence") + SIGNED), z_yaml="agreements:\n  pact: {title: P, kind: mou, parties: [norway], evidence: {article: oslo, says: They signed}, actions: [{kind: ratified, status: planned, date: 2024, evidence: {article: oslo, says: They signed}}]}\n"),
    "A plan fulfilled on the day of its first report": before("agreements", PLAN.format("plan", "2024-03-05") + MEETING.format("done", "2024-03-05", "fulfils: plan")),
    "A plan fulfilled the day before its first report": before("agreements", PLAN.format("plan", "2024-03-04") + MEETING.format("done", "2024-03-04", "fulfils: plan")),
    "A plan reported in two articles: the first counts": before(
        "agreements", PLAN.format("plan", "2024-03-04").replace("evidence: talks would go on", "evidence: [talks would go on, {article: early, says: Early words}]")
        + MEETING.format("done", "2024-03-01", "fulfils: plan"),
        early_yaml="article: {text_file: early.txt, published: 2024-03-01}\n", early_txt="Early words.\n"),
    "A plan reported first by a mention": before(
        "agreements", PLAN.format("plan", "2024-03-04") + MEETING.format("done", "2024-03-01", "fulfils: plan"),
        early_yaml="article: {text_file: early.txt, published: 2024-03-01}\nmentions:\n  - {of: plan, says: Early words}\n", early_txt="Early words.\n"),
    "A plan that was postponed may be fulfilled": before("agreements", PLAN.format("plan", "2024").replace("planned", "postponed") + MEETING.format("done", "2024-03-05", "fulfils: plan")),
    "An article of the day before proves it, because of time zones": edit(("published: 2024-03-05", "published: 2024-03-04")),
    "An article of two days before proves nothing": edit(("published: 2024-03-05", "published: 2024-03-03"), ('{kind: proposed, status: done, date: "[..2024-03-05]"', '{kind: proposed, status: done, date: "2024-03-03"')),
    "An article of two days before, and each part that it cannot prove": edit(
        ("published: 2024-03-05", "published: 2024-03-03"),
        (GUEST, "      - {actor: bo-berg, evidence: Bo Berg}\n"),
        (TITLE, TITLE + '    figures: [{what: ships, value: "3", evidence: on Tuesday}]\n'),
        (MINISTER, MINISTER.replace("}]", ", evidence: They signed}]")),
    ),
    "An article before the meeting, behind outside knowledge": edit(("published: 2024-03-05", "published: 2024-03-01"), ("      - met her", "      - {basis: outside, note: x}\n      - met her")),
    "An article before a meeting that is planned": edit(("published: 2024-03-05", "published: 2024-03-01"), ("    status: held", "    status: planned"), (SIGNED, SIGNED.replace("done", "planned"))),
    "A step planned at a meeting that is planned": edit(("    status: held", "    status: planned"), (SIGNED, SIGNED.replace("done", "planned"))),
    "A step done at a meeting that was cancelled": edit(("    status: held", "    status: cancelled")),
    "Steps at two meetings, of which one was not held": before(
        "agreements", MEETING.format("second", "2024-03-05", "place: oslo").replace("held", "postponed"),
        (SIGNED, "      - {kind: discussed, status: done, meeting: second, evidence: on Tuesday}\n" + SIGNED)),
    "After a meeting of the same month": before("agreements", MEETING.format("second", "2024-03", "after: oslo-talks")),
    "After a meeting of the day before, and before one": before("agreements", MEETING.format("second", "2024-03-05", "after: oslo-talks") + MEETING.format("third", "2024-03-06", "after: second")),
    "A step takes the day of its meeting, and its own before that": edit(("        meeting: oslo-talks\n", "        meeting: oslo-talks\n        date: 2031\n")),
    "A step without a date at a meeting that was refused": edit(("    kind: talks\n", "    kind: tolks\n")),
    "A step without a date at a meeting that is not known": edit(("        meeting: oslo-talks\n", "        meeting: nothing\n")),
    "A step by nobody known, at a place not known": edit((SIGNED, SIGNED + "        by: nobody\n        place: nowhere\n")),
    "A step at no place at all": edit((SIGNED, SIGNED + "        place: none\n")),
    "A signer who is not known": edit((SIGNERS, SIGNERS.replace("anna-alund", "{signer: anna, office: foreign-minister-of-norway}"))),
    "A signer who is not known, in short": edit((SIGNERS, SIGNERS.replace("anna-alund", "anna"))),
    "A signer for a party that is not known": edit((MINISTER, MINISTER.replace("}]", ", party: nobody}]"))),
    "A signer whose country is that of two parties": before(
        "offices", f"  kingdom: {{kind: state, name: {{text: K, {OUTSIDE}}}, country: NO}}\n" + person("carl", ", country: NO"),
        ("parties: [norway, sweden]", "parties: [norway, sweden, kingdom]"), (SIGNERS, SIGNERS.replace("anna-alund", "carl"))),
    "A signer whose country is that of one party": before("offices", person("carl", ", country: NO"), (SIGNERS, SIGNERS.replace("anna-alund", "carl"))),
    "A signer of another country": before("offices", person("carl", ", country: FI"), (SIGNERS, SIGNERS.replace("anna-alund", "carl"))),
    "A signer of no country, and a party of none": before(
        "offices", person("carl") + f"  league: {{kind: body, name: {{text: L, {OUTSIDE}}}}}\n",
        ("parties: [norway, sweden]", "parties: [norway, sweden, league]"), (SIGNERS, SIGNERS.replace("anna-alund", "carl"))),
    "A party twice, and one that is not known": edit(("parties: [norway, sweden]", "parties: [norway, sweden, nobody, norway]")),
    "Agreements that amend one another, and one that implements": edit(
        ("    actions:\n", "    links: [{kind: amends, to: pact}, {kind: implements, to: pact}]\n    actions:\n"),
        ("\nquotes:\n", "\n" + OTHER.format("pact", "links: [{kind: amends, to: treaty}]") + OTHER.format("treaty", "links: [{kind: amends, to: fisheries-mou}]") + "quotes:\n")),
    "A meeting in a circle of four, and one that leads into it": before(
        "agreements", "".join(MEETING.format(a, "2024-03-05", f"part_of: {b}") for a, b in (("m9", "m3"), ("m3", "m1"), ("m1", "m2"), ("m2", "m4"), ("m4", "m3")))),
    "A meeting in two circles": before(
        "agreements", MEETING.format("m1", "2024-03-05", "after: m2, part_of: m2") + MEETING.format("m2", "2024-03-05", "after: m1, part_of: m1")),
    "Two ways to one meeting are no circle": before(
        "agreements", MEETING.format("m1", "2024-03-05", "part_of: m3") + MEETING.format("m2", "2024-03-05", "part_of: m3") + MEETING.format("m3", "2024-03-05", "part_of: oslo-talks")),
    "Unknown topics, at their places": edit(("    topics: [fisheries]", "    topics: [fisheries, fishing, fisherie]")),
    "A figure claimed by nobody known": edit((TITLE, TITLE + '    figures: [{what: a, value: "1", evidence: on Tuesday}, {what: b, value: "2", by: nobody, evidence: [on Tuesday, nowhere]}]\n')),
    "A meeting proven by a part of it only": edit(
        ("    evidence:\n      - met her counterpart Bo Berg in Oslo\n      - {says: on Tuesday, supports: date, basis: inferred}\n", ""), (GUEST, "      - {actor: bo-berg, evidence: on Tuesday}\n")),
    "Participants not known, two of them": edit((GUEST, "      - nobody\n      - nowhere\n      - bo-berg\n")),
    "An incident of nobody known, without evidence": before("agreements", "incidents:\n  crash: {title: C, kind: other, actors: [{actor: norway, role: other}, {actor: nobody, role: other}]}\n"),
}  # fmt: skip
