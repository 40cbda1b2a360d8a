"""The versions of everything that shapes an answer."""

from __future__ import annotations

from communique.version import __version__


def version_line() -> str:
    """Program, schema revision and database libraries; SQLAlchemy is not imported for it."""
    import sqlite3
    from importlib.metadata import PackageNotFoundError, version

    try:
        driver = f"psycopg {version('psycopg')}"
    except PackageNotFoundError:
        driver = "no PostgreSQL driver"
    return (
        f"communique {__version__}, schema {shipped_revision()},"
        f" SQLite {sqlite3.sqlite_version}, {driver}"
    )


def shipped_revision() -> str:
    """The newest revision among the shipped migrations, from their file names."""
    from communique.shipped import migrations_path

    names = [file.name for file in (migrations_path() / "versions").glob("[0-9]*.py")]
    return max(names).partition("_")[0] if names else "unknown"
