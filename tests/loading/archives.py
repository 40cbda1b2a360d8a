"""A small archive of our own making, to be broken in one place at a time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from communique.loading import Complaint, check

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 1, 1)
TEXT = """Foreign Minister Anna Ålund of Norway met her counterpart Bo Berg in Oslo on Tuesday.
They signed a “memorandum of understanding” on fisheries, which Norway had proposed.
"We are glad," Ålund said. "We are glad," Berg said. He added that talks would go on.
"""
ARTICLE = """article:
  title: Norway and Sweden sign
  published: 2024-03-05
  text_file: oslo.txt
  evidence: {says: on Tuesday, supports: published, basis: inferred}
actors:
  norway: {kind: state, name: Norway, country: NO}
  sweden:
    kind: state
    name: {text: Sweden, evidence: {basis: outside, note: The text names her minister only.}}
    country: SE
  anna-alund:
    kind: person
    name: Anna Ålund
    names: [Ålund]
    tenures:
      - {office: foreign-minister-of-norway, since: "[..2024-03-05]", until: "[2024-03-05..]", evidence: Foreign Minister Anna Ålund of Norway}
  bo-berg:
    kind: person
    name: Bo Berg
    tenures:
      - {office: foreign-minister-of-sweden, since: 2023, until: "2024", evidence: her counterpart Bo Berg}
offices:
  foreign-minister-of-norway: {title: Foreign Minister of Norway, level: minister, portfolio: foreign, of: norway}
  foreign-minister-of-sweden: {title: Foreign Minister of Sweden, level: minister, portfolio: foreign, of: sweden}
places:
  oslo: {name: Oslo, kind: city, country: NO}
topics:
  fisheries: {label: Fisheries}
meetings:
  oslo-talks:
    title: Talks in Oslo
    kind: talks
    status: held
    date: 2024-03-05
    place: oslo
    topics: [fisheries]
    participants:
      - {actor: anna-alund, office: foreign-minister-of-norway, role: host}
      - bo-berg
    evidence:
      - met her counterpart Bo Berg in Oslo
      - {says: on Tuesday, supports: date, basis: inferred}
agreements:
  fisheries-mou:
    title: Memorandum on fisheries
    kind: mou
    parties: [norway, sweden]
    actions:
      - {kind: proposed, status: done, date: "[..2024-03-05]", by: norway, evidence: which Norway had proposed}
      - kind: signed
        status: done
        meeting: oslo-talks
        signatures: [anna-alund, {signer: bo-berg, office: foreign-minister-of-sweden}]
        evidence: They signed a “memorandum of understanding” on fisheries
quotes:
  - by: anna-alund
    meeting: oslo-talks
    remarks:
      - {direct: "We are glad,", nth: 1}
  - by: bo-berg
    as_written: He
    remarks:
      - {indirect: talks would go on}
"""


def archive(folder: Path, *changes: tuple[str, str], files: dict[str, str] | None = None) -> Path:
    """Write the archive with some of its text replaced; each change must apply."""
    folder.mkdir(exist_ok=True)
    text = ARTICLE
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    (folder / "oslo.yaml").write_text(text, encoding="utf-8")
    (folder / "oslo.txt").write_text(TEXT, encoding="utf-8")
    for name, content in (files or {}).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def complaints(
    folder: Path, *changes: tuple[str, str], files: dict[str, str] | None = None
) -> list[Complaint]:
    """What a check of the changed archive complains about."""
    return list(check([archive(folder, *changes, files=files)], today=TODAY).complaints)


def codes(found: list[Complaint]) -> list[str]:
    """The codes of complaints, in order."""
    return [complaint.code for complaint in found]
