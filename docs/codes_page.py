"""Write docs/codes.md from the registry of codes, or check that it is up to date.

.venv/bin/python docs/codes_page.py            write it
.venv/bin/python docs/codes_page.py --check    exit with 1 when it is out of date
"""

from __future__ import annotations

from pathlib import Path

from written import write_or_check

from communique.loading.codes import CODES

PAGE = Path(__file__).parent / "codes.md"
HEAD = """# What the loader complains about

Every complaint names its file, line and column, a code, what is wrong, and what to do:

    bad.yaml:12:9: E431 meetings.talks.date: "2024-02-30" is not a calendar date. Hint: ...

`E` refuses the load, and nothing of it is kept. `W` warns, and refuses under `check --strict`.
A code never changes its meaning. This page is written by `docs/codes_page.py`.
"""
GROUPS = {
    "1": "Characters",
    "2": "Syntax",
    "3": "Size and safety",
    "4": "Keys, values, dates and offices",
    "5": "References, names and identifiers",
    "6": "Evidence",
    "7": "The database and other files",
    "8": "Files and folders",
}


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    for digit, title in GROUPS.items():
        parts.append(f"## {title}\n")
        for code, told in CODES.items():
            if code[1] == digit:
                parts.append(f"### {code}\n\n{told.meaning} {told.cure}\n\n    {told.example}\n")
    return "\n".join(parts)


if __name__ == "__main__":
    write_or_check({PAGE: page()})
