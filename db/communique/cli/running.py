"""From arguments to an exit code: streams, signals and failures in one place.

0 done    1 the data is wrong    2 usage    3 lock timeout    4 storage
5 schema at another revision     130, 141, 143 stopped by a signal
"""

from __future__ import annotations

import contextlib
import io
import logging
import os
import sys
from typing import TYPE_CHECKING

import click

from communique.errors import CommuniqueError

from .failures import show_click_failure, show_failure, show_line
from .stopping import Terminated, ending_when_asked, whatever_it_becomes

if TYPE_CHECKING:
    from collections.abc import Sequence

USAGE, STORAGE = 2, 4
INTERRUPTED, PIPE_CLOSED, TERMINATED = 130, 141, 143


def run(arguments: Sequence[str]) -> int:
    """Run one command and answer its exit code; no expected failure leaves a traceback."""
    _speak_utf8()
    _silence_libraries()
    try:
        with ending_when_asked():
            code = _guarded(list(arguments))
            sys.stdout.flush()
        return code
    except BrokenPipeError:
        _close_the_pipe()
        return PIPE_CLOSED
    except OSError as error:  # the last flush of standard output
        with contextlib.suppress(OSError):
            show_line(f"cannot write the answer: {error.strerror}.")
        _close_the_pipe()
        return STORAGE


def _guarded(arguments: list[str]) -> int:
    try:
        from .program import program

        if "_COMMUNIQUE_COMPLETE" in os.environ:  # a shell asks for completions
            program.main(arguments, prog_name="communique")
        with (
            whatever_it_becomes(),
            program.make_context("communique", arguments) as context,
        ):
            return program.invoke(context) or 0
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help(), err=True)
        return USAGE
    except click.ClickException as error:
        show_click_failure(error)
        return error.exit_code
    except CommuniqueError as error:
        show_failure(error)
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        show_line("interrupted.")
        return INTERRUPTED
    except Terminated:
        show_line("asked to end.")
        return TERMINATED
    except (MemoryError, SystemError):  # the second is what some libraries in C make of the first
        return _out_of_memory()
    except ImportError as error:  # a damaged installation, or no memory for a library
        show_line(
            f"a part of the program cannot be loaded: {error}.",
            "check that there is enough memory, then install communique again",
        )
        return STORAGE
    except BrokenPipeError:
        raise
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        show_line(f"{where}{error.strerror or error}.", "check the disk and the path")
        return STORAGE
    except Exception as error:
        if not _is_of_short_memory(error):
            raise
        return _out_of_memory()


def _out_of_memory() -> int:
    show_line("there is not enough memory for this.", "free some memory and run it again")
    return STORAGE


def _is_of_short_memory(error: BaseException | None) -> bool:
    """Whether memory ran out before: what a library then says of it may be anything."""
    while error is not None and not isinstance(error, MemoryError):
        error = error.__cause__ or error.__context__
    return error is not None


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale says; a lone surrogate is escaped and never a crash."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _silence_libraries() -> None:
    """Print nothing that a library logs: what matters of it is raised too, and told in our words.

    SQLAlchemy's pool, for one, logs the traceback of a Ctrl-C that comes while it closes a
    connection, and without any handler Python would print it.
    """
    root = logging.getLogger()
    if not root.handlers:
        root.addHandler(logging.NullHandler())


def _close_the_pipe() -> None:
    """Let the interpreter's own last flush go nowhere, so that it stays quiet."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
