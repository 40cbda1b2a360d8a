"""Care for a whole database: its digest, its backups, its health."""

from .backup import Kept, backup, restore
from .digest import content_digest
from .doctor import Finding, Health, doctor

__all__ = ["Finding", "Health", "Kept", "backup", "content_digest", "doctor", "restore"]
