"""The command line: thin doors that parse, call and print.

    program     the commands by name, imported when one is called
    running     from arguments to an exit code: streams, signals, failures
    door        what a command is here: a click command with examples
    options     options that several commands share
    words       types of option values
    opening     the database that the options name
    answers     rows as table, JSON, CSV or JSON Lines
    tables      tables that stay readable in a narrow terminal
    safe        stored text made fit for a terminal
    commands    one file per command
    show        how each kind of record is shown

Only this package reads the environment.
"""

from __future__ import annotations

import gc
import sys
from typing import NoReturn

KEPT = 100_000
"""Objects made before the first collection: a command ends soon, and keeps what it imports.

Collecting while libraries are imported is a tenth of one answer's time.
"""


def main() -> NoReturn:
    """Run the command line and end the process with its exit code."""
    gc.set_threshold(KEPT)
    try:
        from .running import run
    except MemoryError:
        sys.stderr.write("communique: there is not enough memory to start.\n")
        sys.exit(4)
    sys.exit(run(sys.argv[1:]))
