"""Where a named record comes from: its file, its line, and the digest of its content."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from ..columns import OptionalCount, OptionalText


class Recorded:
    """Columns of every record that a curator names."""

    source_file: Mapped[OptionalText] = mapped_column(
        sort_order=90, comment="Record file that holds it, relative to the folder loaded."
    )
    source_line: Mapped[OptionalCount] = mapped_column(
        sort_order=91, comment="Line of that file on which the record begins, from 1."
    )
    content_sha256: Mapped[OptionalText] = mapped_column(
        sort_order=92,
        comment="Digest of the record and its parts as the loader last wrote them.",
    )
