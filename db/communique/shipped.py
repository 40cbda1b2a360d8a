"""Where the migrations and the curated seeds are: in the checkout, else in the wheel."""

from __future__ import annotations

import re
from pathlib import Path

from communique.errors import StorageError

_PACKAGE = Path(__file__).resolve().parent
# A line of our own file, and so not read as TOML, which would cost each command its import.
_OUR_NAME = re.compile(r'^\[project\]\nname = "communique"$', re.MULTILINE)


def migrations_path() -> Path:
    """The folder of revisions and views, as a real path."""
    return _home("migrations")


def seeds_path() -> Path:
    """The folder of the curated archive, as a real path."""
    return _home("seeds")


def _home(name: str) -> Path:
    # The checkout comes first: an editable install may leave stale copies in site-packages.
    checkout = _PACKAGE.parent.parent
    for folder in (checkout / name if _is_ours(checkout) else None, _PACKAGE / name):
        if folder is not None and folder.is_dir():
            return folder
    raise StorageError(
        f"communique was installed without its {name}.",
        hint="install it again: pip install --force-reinstall communique",
    )


def _is_ours(folder: Path) -> bool:
    """Whether the folder is a checkout of this project, and not where a host put us."""
    try:
        project = (folder / "pyproject.toml").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return False
    return _OUR_NAME.search(project) is not None
