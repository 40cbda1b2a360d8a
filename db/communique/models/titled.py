"""What a curator gives a title: its search key stands beside it, as a name's does."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column, validates

from ..columns import Text
from ..names import fold


class Titled:
    """Keeps the key in step with the title of an object, so that nobody has to give it."""

    folded: Mapped[Text] = mapped_column(
        sort_order=89, comment="The title as one search key: ASCII, no case."
    )

    @validates("title")
    def _fold(self, _column: str, title: str) -> str:
        self.folded = fold(title)
        return title
