"""One verb for both worlds: with an async engine or connection, its answer is awaited."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, Protocol, TypeVar, cast, overload

from sqlalchemy import Connection, Engine

from communique.databases import translated

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

P = ParamSpec("P")
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)


class Verb(Protocol[P, R_co]):
    """A function of an engine or connection, which async ones make awaitable."""

    @overload
    def __call__(self, bind: Engine | Connection, /, *args: P.args, **kwargs: P.kwargs) -> R_co: ...

    @overload
    def __call__(
        self, bind: AsyncEngine | AsyncConnection, /, *args: P.args, **kwargs: P.kwargs
    ) -> Coroutine[Any, Any, R_co]: ...


def also_async(verb: Callable[Concatenate[Engine | Connection, P], R]) -> Verb[P, R]:
    """The same verb, which also takes an AsyncEngine or AsyncConnection.

    It is the synchronous one, run in SQLAlchemy's greenlet: there is no second version of it
    that could behave differently.
    """

    @wraps(verb)
    def either(bind: Any, /, *args: P.args, **kwargs: P.kwargs) -> Any:
        # A lent object is only async if SQLAlchemy's asyncio is imported already, so ours need
        # not be: greenlet is not installed with every SQLAlchemy.
        if isinstance(bind, Engine | Connection) or not hasattr(bind, "sync_engine"):
            return verb(bind, *args, **kwargs)
        return _awaited(verb, bind, *args, **kwargs)

    return cast("Verb[P, R]", either)


async def _awaited(verb: Callable[..., R], bind: Any, *args: Any, **kwargs: Any) -> R:
    if hasattr(bind, "run_sync"):
        return cast("R", await bind.run_sync(verb, *args, **kwargs))
    with translated(bind.sync_engine):
        async with bind.connect() as connection:
            return cast("R", await connection.run_sync(verb, *args, **kwargs))
