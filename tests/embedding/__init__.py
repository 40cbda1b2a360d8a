"""A host embeds us: its own tables, transactions, loggers and pools come back untouched."""
