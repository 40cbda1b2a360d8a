"""One digest for the content of a whole database."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from communique.loading.rows import KINDS
from communique.loading.stored import Stored

if TYPE_CHECKING:
    from sqlalchemy import Connection


def content_digest(connection: Connection) -> str:
    """SHA-256, in hexadecimal, over every record that a curator named, with all its parts.

    Equal content has an equal digest: on SQLite and on PostgreSQL, whatever the order of the
    loads, the surrogate keys, and the files that the records came from. It is the ``digest``
    of the `Outcome` of a load whose files are the whole archive. The records are read anew, so
    a change by hand shows. A row that belongs to no named record has no part in it: a load's
    own log, for example.
    """
    stored, whole = Stored(connection), hashlib.sha256()
    between = ""
    for kind in sorted(KINDS):
        for record in stored.every(kind):
            whole.update(f"{between}{kind}/{record.slug} {record.digest}".encode())
            between = "\n"
    return whole.hexdigest()
