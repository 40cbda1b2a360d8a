"""Record files out of the program: a database written back, and files put into canonical form."""

from .formatting import Formatted, format_files
from .records import Exported, export_records

__all__ = ["Exported", "Formatted", "export_records", "format_files"]
