"""Rules that the catalogue of bad inputs meets at one point only, each at more of them.

A situation is the small archive with some of its text replaced, and further files. The page of
messages (`messages.txt`) says what the loader answers, or that it answers nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Situation:
    """Edits of the small archive, and files beside it."""

    edits: tuple[tuple[str, str], ...] = ()
    files: dict[str, str] = field(default_factory=dict)


def edit(*edits: tuple[str, str], **files: str) -> Situation:
    """Edits, and files by their names with an underscore for the dot."""
    return Situation(edits, {name.replace("_", ".", 1): text for name, text in files.items()})


def before(section: str, more: str, *edits: tuple[str, str], **files: str) -> Situation:
    """More records before a section, and so in the section above it."""
    return edit((f"\n{section}:\n", f"\n{more}{section}:\n"), *edits, **files)


OUTSIDE = "evidence: {basis: outside, note: x}"
BERG = "    name: Bo Berg\n"
HELD = "evidence: her counterpart Bo Berg}"
TITLE = "    title: Talks in Oslo\n"
SIGNED = "      - kind: signed\n        status: done\n"
GUEST = "      - bo-berg\n"
ALSO = "\n      - {{office: {}, {}, evidence: her counterpart Bo Berg}}"
THREE = "\n".join(
    f"  {slug}: {{title: {title}, level: official}}"
    for slug, title in (("attache", "Attaché"), ("speaker", "Speaker"), ("chair", "The Chair"))
)


def person(slug: str, more: str = "", name: str = "") -> str:
    """Somebody who needs no article."""
    return f"  {slug}: {{kind: person, name: {{text: {name or slug.title()}, {OUTSIDE}}}{more}}}\n"


def terms(office: str, *spans: str) -> str:
    """Holders of an office, one after another, for the section of actors."""
    return "".join(
        person(f"h{number}", f", tenures: [{{office: {office}, {span}, evidence: Bo Berg}}]")
        for number, span in enumerate(spans)
    )


CHAIR = ("\nplaces:\n", "\n  chair: {title: The Chair, level: official}\nplaces:\n")
LAW = ("\nplaces:\n", "\n  chair: {title: The Chair, level: official, single_holder: false}\nplaces:\n")  # fmt: skip


def chair(*spans: str, of: tuple[str, str] = CHAIR) -> Situation:
    """Holders of one office."""
    return before("offices", terms("chair", *spans), of)


PEOPLE = {
    "An office held at two other times: both are told": edit(
        (HELD, HELD[:-1] + "}" + ALSO.format("foreign-minister-of-sweden", "until: 2019")),
        ('since: 2023, until: "2024"', "since: 2025, until: 2026"),
    ),
    "An office held at another time does not pass because another one was held then": edit(
        (HELD, HELD + ALSO.format("attache", "since: 2020") + ALSO.format("speaker", "since: 2020")),
        ('since: 2023, until: "2024"', "since: 2020, until: 2021"),
        ("\nplaces:\n", f"\n{THREE}\nplaces:\n"),
        (GUEST, "      - {actor: bo-berg, office: foreign-minister-of-sweden}\n"),
    ),
    "An office never held, though others were": edit(
        (HELD, HELD + ALSO.format("attache", "since: 2020") + ALSO.format("speaker", "since: 2020")),
        ("\nplaces:\n", f"\n{THREE}\nplaces:\n"),
        (GUEST, "      - {actor: bo-berg, office: chair}\n"),
    ),
    "An office of somebody who was refused is not judged": edit(
        ("  bo-berg:\n    kind: person\n", "  bo-berg:\n    kind: parson\n"),
        (GUEST, "      - {actor: bo-berg, office: foreign-minister-of-norway}\n"),
    ),
    "An office that nobody in particular holds needs no tenure": edit(
        (GUEST, "      - {office: foreign-minister-of-norway}\n      - bo-berg\n")
    ),
    "An unknown office of a speaker, and an unknown side": edit(
        ("  - by: bo-berg\n", "  - by: {actor: bo-berg, office: chair, on_behalf_of: nordics}\n")
    ),
    "An unknown side of a participant": edit(
        (GUEST, "      - {actor: bo-berg, on_behalf_of: nordics}\n")
    ),
    "A reference may name its kind, and no other": edit(
        (GUEST, "      - actor/bo-berg\n"),
        ("    place: oslo\n", "    place: office/oslo\n"),
    ),
    "A kind that there is none of is shown as it is": edit(
        ("    place: oslo\n", "    place: unheard-of/oslo\n")
    ),
    "An actor that should be an incident": edit(
        ("parties: [norway, sweden]", "parties: [norway, sweden, crash]"),
        ("\nagreements:\n", "\nincidents:\n  crash: {title: C, kind: other, evidence: on Tuesday}\nagreements:\n"),
    ),
    "Held tomorrow, because of time zones": edit(
        ("    date: 2024-03-05\n", "    date: 2026-01-02\n"),
        ("published: 2024-03-05", "published: 2026-01-02"),
        ('until: "[2024-03-05..]"', "until: .."), ('until: "2024"', "until: .."),
    ),
    "Held the day after tomorrow": edit(
        ("    date: 2024-03-05\n", "    date: 2026-01-03\n"),
        ("published: 2024-03-05", "published: 2026-01-02"),
        ('until: "[2024-03-05..]"', "until: .."), ('until: "2024"', "until: .."),
    ),
    "Revised in the future": edit(("  text_file", "  updated: 2030\n  text_file")),
    "Held by two for one day, the day of a handover": chair("since: 2020-01-01, until: 2021-06-01", "since: 2021-06-01, until: 2022-01-01"),
    "Held by two for two days": chair("since: 2020-01-01, until: 2021-06-02", "since: 2021-06-01, until: 2022-01-01"),
    "Held for a day, with another": chair("since: 2020-01-01, until: 2022-01-01", "since: 2021-06-01, until: 2021-06-01"),
    "Held by two, if a year began early": chair("since: 2020, until: 2021-06-02", "since: 2021, until: 2022"),
    "Held by two, both still in office": chair("since: 2020-01-01, until: ..", "since: 2021-01-01, until: .."),
    "Held by two for a whole year, to the month": chair("since: 2020-01, until: 2022-03", "since: 2021-01, until: 2021-12"),
    "Held possibly at once by three": chair("since: 2020, until: 2021-02", "since: 2021, until: 2022-02", "since: 2021, until: 2021-01"),
    "Certainly and possibly: told once": chair("since: 2020-01-01, until: 2021-06-05", "since: 2021-06-01, until: 2021-12"),
    "Held by two without a known beginning": chair("until: 2022", "until: 2023"),
    "Held by two without a known end": chair("since: 2022", "since: 2023"),
    "Without an end, and nobody later": chair("since: 2022", "since: 2021, until: 2022"),
    "Without an end, and the next in the same year": chair("since: 2022", "since: 2022-12-31, until: 2023"),
    "Without an end, and two later": chair("since: 2020", "since: 2023, until: 2024", "since: 2021-02, until: 2022"),
    "Without an end, and without a day of beginning": chair('since: "[2020..]"', "since: 2023, until: 2024"),
    "Held by many: no office of one": chair("since: 2020-01-01, until: 2021-06-02", "since: 2021-06-01, until: 2022-01-01", of=LAW),
    "A term of a day that ends before it can begin": chair("since: 2021, until: 2021", "since: 2021-03, until: 2021-04"),
    "One holder twice, and another within both": before(
        "offices",
        person("h0", ", tenures: [{office: chair, since: 2020-01-01, until: 2023-01-01, evidence: Bo Berg},"
               " {office: chair, since: 2020-02-01, until: 2024-01-01, evidence: Bo Berg}]")
        + person("h1", ", tenures: [{office: chair, since: 2021-01-01, until: 2026-01-01, evidence: Bo Berg}]")
        + person("h2", ", tenures: [{office: chair, since: 2025-01-01, until: 2025-02-01, evidence: Bo Berg}]"),
        CHAIR,
    ),
    "An end before the beginning, if both are certain": chair('since: 2021, until: "2021"', 'since: 2019-05, until: "2019-04"'),
    "A tenure without evidence beside one with it": before(
        "offices", person("h0", ", tenures: [{office: chair, since: 2020}]"), CHAIR),
    "A spelling of three": before("offices", person("twin", name="BO BERG") + person("triplet", name="Bo Bérg")),
    "A spelling of two places is no concern": edit(
        ("\ntopics:\n", f"\n  other: {{name: {{text: Oslo, {OUTSIDE}}}, kind: city}}\ntopics:\n")),
    "An identifier of three": before(
        "offices", person("a", ", wikidata: Q7") + person("b", ", wikidata: Q7") + person("c", ", wikidata: Q7")),
    "No identifier is not one identifier": before("offices", person("a") + person("b")),
    "A name twice in an office": edit(("of: norway}", "of: norway, names: [Foreign Minister, Foreign Minister]}")),
    "A name twice in an actor, as its third": edit(("names: [Ålund]", "names: [Ålund, Minister Anna Ålund, Ålund]")),
    "A name twice hides no other behind it": edit(("names: [Ålund]", "names: [Ålund, Ålund, Nobody Here]")),
    "A tenure of an unknown office hides no other behind it": edit(
        (HELD, HELD + ALSO.format("chair", "since: 2020") + ALSO.format("throne", "since: 2020"))),
    "A name that is not in the article": edit((BERG, BERG + "    names: [Bo Berg in Oslo, Bo B]\n")),
    "A name that grows to the limit": before("offices", person("a", name="ß" * 500)),
    "A name that grows beyond it": before("offices", person("a", name="ß" * 499 + "щ")),
    "Three circles of one kind": before(
        "meetings", "  a: {label: A, broader: b}\n  b: {label: B, broader: a}\n  z: {label: Z, broader: y}\n"
        "  y: {label: Y, broader: x}\n  x: {label: X, broader: z}\n  c: {label: C, broader: a}\n  d: {label: D, broader: c}\n"),
}  # fmt: skip
