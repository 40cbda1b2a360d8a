"""Load in a child process whose files may not grow beyond a limit, until a limit is enough.

Run as a program: ``python -m tests.faults.limited URL FOLDER FIRST STEP``. For each limit, in
bytes, it prints how the load ended and the digest that it left, read without the limit.
"""

from __future__ import annotations

import resource
import sys
from functools import partial

from communique.databases import engine_for
from communique.errors import StorageError
from communique.loading import load
from tests.faults.killed import digest, in_child
from tests.loading.archives import TODAY


def loading(url: str, folder: str, most: int) -> str:
    """Load with a limit on the size of files; the system answers EFBIG as it would ENOSPC."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
    try:
        load(engine_for(url), [folder], today=TODAY)
    except StorageError as error:
        return f"refused:{error.message}"
    return "loaded"


def main(url: str, folder: str, first: int, step: int) -> None:
    most = first
    while True:
        code, answer = in_child(partial(loading, url, folder, most))
        _, left = in_child(partial(digest, url))
        sys.stdout.write(f"{most}\t{code}\t{answer}\t{left}\n")
        sys.stdout.flush()
        if answer == "loaded":
            return
        most += step


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
