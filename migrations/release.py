"""Keep released revisions as they are: their files' hashes stand in ``released.txt``.

Run from the checkout at each release: ``python migrations/release.py``. From then on a change
to what is listed, or one file more or less in a listed revision, fails a test: databases
elsewhere were made by these files.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

HOME = Path(__file__).parent
LIST = "released.txt"
HEAD = (
    "# SHA-256 of the files of released revisions, by migrations/release.py. They never change.\n"
)


def files_of(home: Path, revision: str) -> list[Path]:
    """What makes a revision: its script, and what it reads of tables and views."""
    found = [*(home / "versions").glob(f"{revision}_*.py")]
    for kind in ("tables", "views"):
        found += (home / kind / revision).rglob("*.*")
    return sorted(file for file in found if "__pycache__" not in file.parts)


def listed(home: Path) -> dict[str, str]:
    """The hash of each released file, by its path from here."""
    lines = (home / LIST).read_text(encoding="utf-8").splitlines()
    pairs = [line.split("  ", 1) for line in lines if line and not line.startswith("#")]
    return {name: digest for digest, name in pairs}


def revision_of(name: str) -> str:
    """``versions/0001_first.py`` and ``views/0001/01_signing.sql`` belong to 0001."""
    return Path(name).parts[1][:4]


def hashes(home: Path, revisions: set[str]) -> dict[str, str]:
    """The hash that each file of these revisions has now."""
    return {
        file.relative_to(home).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for revision in sorted(revisions)
        for file in files_of(home, revision)
    }


def changed(home: Path = HOME) -> list[str]:
    """The files of released revisions that are not what they were, each with what happened."""
    then = listed(home)
    now = hashes(home, {revision_of(name) for name in then})
    return [
        f"{name} was {'added' if name not in then else 'removed' if name not in now else 'changed'}"
        for name in sorted(then.keys() | now.keys())
        if then.get(name) != now.get(name)
    ]


def release(home: Path = HOME) -> None:
    """List every revision that is here; SystemExit when a released one is not what it was."""
    if broken := changed(home):
        raise SystemExit("a released revision is never changed: " + ", ".join(broken))
    revisions = {file.name[:4] for file in (home / "versions").glob("[0-9]*.py")}
    lines = [f"{digest}  {name}\n" for name, digest in hashes(home, revisions).items()]
    (home / LIST).write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    release()
