"""Fill a disk of 1.2 MB by loads, and free it again; inside a mount namespace of its own.

Run as a program: ``unshare --map-root-user --mount python -m tests.faults.small_disk DISK TEMPLATE
FOLDER``. It prints what happened as JSON, and the disk is gone when it ends.
"""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
from pathlib import Path

from tests.faults.children import state, unsound
from tests.faults.limited import limited

SIZE = "1200k"
ROOM = 64 * 1024


def main(disk: Path, template: Path, folder: Path) -> None:
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "none", disk], check=True)
    url = f"sqlite:///{disk}/communique.db"
    shutil.copyfile(template, disk / "communique.db")
    before = state(url)
    # What others leave on the disk, so that the load finds room to begin and none to end.
    ballast = disk / "ballast"
    ballast.write_bytes(b"\0" * max(0, shutil.disk_usage(disk).free - ROOM))
    words = ("load", "--prune", str(folder))
    notes = folder.with_name("notes")
    told = limited(resource.RLIMIT_FSIZE, resource.RLIM_INFINITY, url, *words, notes=notes)
    wrong = unsound(url) if told.code else []
    ballast.unlink()
    again = limited(resource.RLIMIT_FSIZE, resource.RLIM_INFINITY, url, *words, notes=notes)
    json.dump(
        {"code": told.code, "said": told.said, "before": before, "left": told.left,
         "unsound": wrong, "again": again.code, "after": again.left},
        sys.stdout,
    )  # fmt: skip


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:]))
