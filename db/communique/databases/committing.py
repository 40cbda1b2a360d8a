"""The moment in which work is kept: who is told before it, and what is known when it fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.errors import StorageError

from .interface import BEFORE_COMMIT

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection, Engine


def tell_before(bind: Engine | Connection) -> None:
    """Call the engine's ``BEFORE_COMMIT`` function: the next step keeps what was asked for."""
    told = bind.get_execution_options().get(BEFORE_COMMIT)
    if told is not None:
        told()


def commit(
    connection: Connection, place: str, do: Callable[[], object], lost: Callable[[Exception], bool]
) -> None:
    """Tell the engine's ``BEFORE_COMMIT`` function, and commit by ``do``.

    Where ``lost`` says that a failure leaves open whether the work was kept, that is said:
    StorageError. Any other failure is raised as it came, and nothing was kept.
    """
    tell_before(connection)
    try:
        do()
    except Exception as error:
        if not lost(error):
            raise
        raise StorageError(
            f"{place} failed while this run was being kept: {str(error).strip()}."
            " It was kept whole, or not at all.",
            hint="look with: communique loads; running it again is safe",
        ) from error
