"""Tests are sentences about real databases; ``conftest`` and ``servers`` are what they share."""
