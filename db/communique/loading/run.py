"""One run over record files: a first pass that surveys them, and a second that resolves them.

A small run is resolved as a whole. Of a large one the registries come first and stay; then
the other records, one window of trees at a time, each handed on before the next is read.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from .archive import REGISTERED, Archive
from .complaints import Complaints, Refused
from .files import Source, find, read
from .limits import Limits
from .progress import Progress, unseen
from .resolver import resolve, resolved, with_speech
from .roots import Root
from .rows import KINDS, Key, Record
from .spare import letting_go, sparing
from .stored import Stored
from .survey import REGISTRIES, Held, Survey
from .validation import EVERY, validate

Take = Callable[[Sequence[Record]], None]
"""What is done with the records of a window."""
_TOLD_AT = 100
"""Trees after which somebody is told how far a file is read."""
_TENSIONS = frozenset({"tensions"})
_IN_WINDOWS = EVERY - REGISTRIES - _TENSIONS
_KINDS_IN_WINDOWS = frozenset(KINDS) - REGISTERED - {"tension"}


class Run:
    """The files of one run, surveyed; `resolve` goes through them."""

    def __init__(
        self,
        stored: Stored | None,
        complaints: Complaints,
        today: date,
        limits: Limits,
        progress: Progress = unseen,
    ) -> None:
        self.complaints = complaints
        self.today = today
        self.survey = Survey(limits)
        self.archive = Archive(stored, self.survey)
        self.archive.read_again = self._again
        self.sources: list[Source] = []
        self._limits = limits
        self._progress = progress
        self._resolved = 0

    def close(self) -> None:
        """Let go of the trees that wait on disk."""
        self.survey.close()

    @sparing
    def read(self, paths: Sequence[Path]) -> None:
        """Go through all files once; what is wrong goes to the complaints."""
        sources = self.sources = find(paths, self.complaints, self._limits)
        watched = self.archive.watched
        total, done = sum(source.size for source in sources), 0
        for source in sources:
            for root in read(source, self.complaints, watched, self._limits):
                self._take(source, root)
                if len(self.survey) % _TOLD_AT == 0:
                    self._progress("reading", min(done + watched.read_of_last, total), total)
            done += watched.read_of_last
            self._progress("reading", min(done, total), total)

    @letting_go
    def _take(self, source: Source, root: Root | Refused) -> None:
        if isinstance(root, Refused):
            self.complaints.add(root.complaint)
            self.archive.not_read(source.name, root.unread)
        else:
            self.survey.add(source, root)

    @sparing
    def resolve(self, take: Take) -> None:
        """Resolve every record once; what is wrong goes to the complaints."""
        if self.survey.is_small:
            for window in self.survey.windows():
                self._window(window, EVERY, KINDS, take)
            return
        registries = [self.survey.held(number) for number in self.survey.registries]
        self._window(registries, REGISTRIES, REGISTERED, take)
        del registries
        for window in self.survey.windows():
            self._window(window, _IN_WINDOWS, _KINDS_IN_WINDOWS, take)
            self.archive.leave_window()
        tensions = [self.survey.held(number) for number in self.survey.tensions]
        self._window(tensions, _TENSIONS, {"tension"}, take)

    @letting_go
    def _window(
        self, window: Sequence[Held], only: Collection[str], kinds: Collection[str], take: Take
    ) -> None:
        homes = [validate(source, root, self.complaints, only) for source, root in window]
        take(resolve(homes, self.archive, self.complaints, self.today, kinds))
        for home in homes:
            home.leave()
        many = self.survey.only_registries.count(1) if kinds is REGISTERED else len(window)
        self._resolved = min(self._resolved + many, len(self.survey))
        self._progress("resolving", self._resolved, len(self.survey))

    def _again(self, key: Key, *, in_full: bool = False) -> Record | None:
        """A record of another window; what is wrong with it is told with its own window."""
        source, root = self.survey.held(self.survey.home(key))
        ignored = Complaints()
        home = validate(source, root, ignored)
        every = (*([home.article] if home.article else []), *home.records)
        part = next(part for part in every if (part.kind, part.slug) == key)
        if part.shape is None:
            self.archive.refused.add(key)
            return None
        scope = resolved(part, self.archive, ignored, self.today)
        return with_speech(scope, home) if in_full else scope.record


@contextmanager
def without_collector() -> Iterator[None]:
    """Reading makes many objects and no circles that are left: looking for them costs a third."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
