"""The database about itself: runs of the loader, and the dictionary of its columns."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from ..columns import Count, Key, OptionalText, Text
from .base import Base


class LoadRun(Base):
    """One run of the loader that wrote something or found nothing to write."""

    __tablename__ = "load_run"
    __table_args__ = ({"comment": "Runs of the loader."},)

    id: Mapped[Key]
    started: Mapped[Text] = mapped_column(comment="UTC, ISO 8601, to the microsecond.")
    finished: Mapped[OptionalText] = mapped_column(comment="UTC, ISO 8601, to the microsecond.")
    source: Mapped[Text] = mapped_column(comment="The paths that were loaded.")
    digest: Mapped[Text] = mapped_column(comment="SHA-256 over the content of the loaded records.")
    added: Mapped[Count] = mapped_column(comment="Records added.")
    changed: Mapped[Count] = mapped_column(comment="Records changed.")
    removed: Mapped[Count] = mapped_column(comment="Records removed.")
    unchanged: Mapped[Count] = mapped_column(comment="Records found as they were.")
    version: Mapped[Text] = mapped_column(comment="Version of the program that ran.")
    files_sha256: Mapped[OptionalText] = mapped_column(
        comment="SHA-256 over names and bytes of the files, when nothing was said against them."
    )
    archive_sha256: Mapped[OptionalText] = mapped_column(
        comment="SHA-256 over all records that the database held after the run."
    )


class DataDictionary(Base):
    """What each column of each table and view means."""

    __tablename__ = "data_dictionary"
    __table_args__ = ({"comment": "What each table, view and column means."},)

    table_name: Mapped[Text] = mapped_column(primary_key=True, comment="Table or view.")
    column_name: Mapped[Text] = mapped_column(
        primary_key=True, comment="Column; empty for the table or view itself."
    )
    type_name: Mapped[Text] = mapped_column(comment="text, integer or day; table or view.")
    meaning: Mapped[Text] = mapped_column(comment="What it means.")
