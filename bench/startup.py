"""What a command costs before it answers, and the whole of one answer."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.measure import REPEATS, line, processes

BARE_CLICK = """
import click
@click.group()
def main() -> None:
    "A program of one group and one command."
@main.command()
def one() -> None:
    "The command."
main()
"""
RAW_ANSWER = """
import sys
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session
with Session(create_engine("sqlite:///" + sys.argv[1])) as session:
    for row in session.execute(text(
        "SELECT signer_name, office_title, agreement_title, signed_edtf, party, place FROM signing"
        " WHERE office_level = 'minister' AND agreement_kind = 'mou'")):
        print(*row, sep="\\t")
"""


def report() -> Iterator[str]:
    """Rows on start-up; the seeds stand in a SQLite file."""
    from communique import load, upgrade
    from communique.databases import engine_for
    from communique.shipped import seeds_path

    with tempfile.TemporaryDirectory() as folder:
        bare, raw, file = (Path(folder) / name for name in ("bare.py", "raw.py", "seeds.db"))
        bare.write_text(BARE_CLICK, encoding="utf-8")
        raw.write_text(RAW_ANSWER, encoding="utf-8")
        engine = engine_for(f"sqlite:///{file}")
        upgrade(engine)
        load(engine, [seeds_path()])
        engine.dispose()
        yield line(
            "communique --help / a bare click program's --help",
            processes(["-m", "communique", "--help"], [str(bare), "--help"], REPEATS),
            1.5,
        )
        ask = [
            "-m",
            "communique",
            "--database",
            f"sqlite:///{file}",
            "signings",
            "--level",
            "minister",
            "--kind",
            "mou",
            "--format",
            "json",
        ]
        yield line(
            "one answer / SQLAlchemy's ORM imported, the same in raw SQL",
            processes(ask, [str(raw), str(file)], REPEATS),
            1.3,
        )
