"""An archive of two hundred records in two states, a load between which adds, changes and removes.

Both states hold meetings with participants, agreements with steps and signatures, quotes, actors
with names, topics, and the proof of all of it, so that a load writes to nearly every table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

RECORDS = 200
"""Records of either state; a test counts them."""
ONLY_HERE = 13
"""Topics that the other state does not have."""
OTHERS = 7
"""The article, the four actors and their two offices."""


def two_hundred(folder: Path, state: int, *, meetings: int = 70, agreements: int = 40) -> Path:
    """Write one state of the archive into a folder; what is no meeting or agreement is a topic."""
    topics = RECORDS - OTHERS - ONLY_HERE - meetings - agreements
    assert agreements <= meetings <= topics
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "records.yaml").write_text(_article(state, meetings, agreements), encoding="utf-8")
    (folder / "records.txt").write_text(_text(meetings, agreements), encoding="utf-8")
    (folder / "topics.yaml").write_text(_topics(state, topics), encoding="utf-8")
    return folder


def _text(meetings: int, agreements: int) -> str:
    lines = ["Foreign Minister Anna Berg of Norway received Carl Dahl of Sweden in March 2024."]
    lines += [
        f'Session {n:03} was held. "We spoke {n:03} times," Berg said.' for n in range(meetings)
    ]
    lines += [f"They signed memorandum {n:03} at once." for n in range(agreements)]
    return "\n".join(lines) + "\n"


def _topics(state: int, topics: int) -> str:
    kept = [f"topic-{n}" for n in range(topics)]
    own = [f"only-{state}-{n}" for n in range(ONLY_HERE)]
    return "topics:\n" + "".join(f"  {slug}: {{label: State {state}}}\n" for slug in kept + own)


def _article(state: int, meetings: int, agreements: int) -> str:
    parts = [_HEAD.replace("STATE", str(state)), "meetings:\n"]
    for n in range(meetings):
        people = ["anna-berg", "carl-dahl"] if (n + state) % 2 else ["carl-dahl", "anna-berg"]
        if n % 5 == state:
            people.append("norway")  # a row that the other state does not have
        parts.append(
            f"  session-{n:03}:\n"
            f"    title: Session {n:03} in state {state}\n"
            "    kind: talks\n    status: held\n    date: 2024-03\n"
            f"    topics: [topic-{n}]\n"
            f"    participants: [{', '.join(people)}]\n"
            f"    evidence: [Session {n:03} was held]\n"
        )
    parts.append("agreements:\n")
    parts += [
        f"  memorandum-{n:03}:\n"
        f"    title: Memorandum {n:03} in state {state}\n"
        "    kind: mou\n    parties: [norway, sweden]\n    actions:\n"
        f"      - kind: signed\n        status: done\n        meeting: session-{n:03}\n"
        "        signatures: [anna-berg, carl-dahl]\n"
        f"        evidence: They signed memorandum {n:03}\n"
        for n in range(agreements)
    ]
    parts.append("quotes:\n")
    parts += [
        f"  - by: anna-berg\n    meeting: session-{n:03}\n"
        f'    remarks: [{{direct: "We spoke {n:03} times,"}}]\n'
        for n in range(meetings)
    ]
    return "".join(parts)


_HEAD = """article:
  title: Two hundred records in state STATE
  published: 2024-03-05
  text_file: records.txt
actors:
  norway: {kind: state, name: Norway, country: "NO"}
  sweden: {kind: state, name: Sweden, country: SE}
  anna-berg:
    kind: person
    name: Anna Berg
    tenures:
      - office: foreign-minister-of-norway
        since: 2023
        until: "2025"
        evidence: Foreign Minister Anna Berg of Norway
  carl-dahl:
    kind: person
    name: Carl Dahl
    tenures:
      - office: foreign-minister-of-sweden
        since: 2023
        until: "2025"
        evidence: Carl Dahl of Sweden
offices:
  foreign-minister-of-norway:
    title: Foreign Minister of Norway
    level: minister
    portfolio: foreign
    of: norway
  foreign-minister-of-sweden:
    title: Foreign Minister of Sweden
    level: minister
    portfolio: foreign
    of: sweden
"""
