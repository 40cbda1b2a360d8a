"""Every message of the loader as curators read it: ``python -m tests.loading.messages``.

Written to ``messages.txt``, wrapped at 80 columns, so that a changed word is seen in a review
and a rule that is lost, or found where it has no business, is seen by a test.
"""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path
from tempfile import TemporaryDirectory

from communique.loading import check
from tests.loading.archives import TODAY, archive
from tests.loading.cases import CASES, write_bad_file
from tests.loading.situations import PEOPLE, Situation
from tests.loading.situations_events import EVENTS
from tests.loading.situations_files import FILES
from tests.loading.situations_speech import SPEECH

RECORDED = Path(__file__).with_name("messages.txt")
SITUATIONS: dict[str, dict[str, Situation]] = {
    "files": FILES,
    "people": PEOPLE,
    "events": EVENTS,
    "speech": SPEECH,
}
PARTS = (*dict.fromkeys(name[0] for name in CASES), *SITUATIONS)


def part(name: str) -> str:
    """What is said about each case of one group of the catalogue, or about each situation."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        if name in SITUATIONS:
            said = [_situation(folder, *each) for each in SITUATIONS[name].items()]
        else:
            said = [_case(folder, each) for each in CASES if _is_of(name, each)]
    return "\n\n".join([f"# {name}", *said])


def recorded() -> dict[str, str]:
    """The page as it was last reviewed, by its parts."""
    found = {}
    for each in RECORDED.read_text(encoding="utf-8").split("\n\n# "):
        text = "# " + each.removeprefix("# ").rstrip("\n")
        found[text.partition("\n")[0].removeprefix("# ")] = text
    return found


def _is_of(group: str, name: str) -> bool:
    # Each character at each place says the same, and `test_catalogue` tests that it is said.
    return name[0] == group and name[1] != " "


def _case(folder: Path, name: str) -> str:
    bad = write_bad_file(CASES[name], folder, "bad")
    said = _said(name, folder)
    bad.unlink()
    return said


def _situation(folder: Path, name: str, situation: Situation) -> str:
    place = folder / str(len(list(folder.iterdir())))
    archive(place, *situation.edits, files=situation.files)
    return _said(name, place)


def _said(name: str, folder: Path) -> str:
    lines = [f"## {name}"]
    for each in check([folder], today=TODAY).complaints:
        lines += textwrap.wrap(
            str(each).replace(f"{folder.as_posix()}/", ""),
            80,
            subsequent_indent="    ",
            break_long_words=False,
            break_on_hyphens=False,
        )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write("\n\n".join(map(part, PARTS)) + "\n")
