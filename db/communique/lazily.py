"""Packages that import a public name's module when the name is first used.

One answer then imports what it needs and no more. Unlike a function ``__getattr__`` in the
package, this leaves a type checker strict about names that are not there.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class _Lazy(ModuleType):
    __all__: Sequence[str]
    _homes: Mapping[str, str]

    def __getattr__(self, name: str) -> Any:
        home = self._homes.get(name)
        if home is None:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f".{home}", self.__name__), name)
        super().__setattr__(name, value)
        return value

    def __setattr__(self, name: str, value: Any) -> None:
        # Python binds each module in its package; one that is called like a public name
        # must not take that name's place.
        if not (name in self._homes and isinstance(value, ModuleType)):
            super().__setattr__(name, value)

    def __dir__(self) -> list[str]:
        return sorted(self.__all__)


def lazily(package: str, modules: Mapping[str, str]) -> None:
    """Let a package answer for its public names: those of each module, with spaces between."""
    module = sys.modules[package]
    module.__dict__["_homes"] = {
        name: home for home, names in modules.items() for name in names.split()
    }
    module.__class__ = _Lazy
