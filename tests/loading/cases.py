"""The whole catalogue, and thirty good files among which a bad one lies."""

from __future__ import annotations

from pathlib import Path

from tests.loading import catalogue, catalogue_further, catalogue_records, catalogue_syntax
from tests.loading.catalogue import Case

CASES: dict[str, Case] = {
    case.name: case
    for group in (
        catalogue.A,
        catalogue_syntax.B,
        catalogue_syntax.C,
        catalogue_records.D,
        catalogue_records.E,
        catalogue_records.F,
        catalogue_records.G,
        catalogue_records.H,
        catalogue_further.FURTHER,
    )
    for case in group
}
PLACES = {"first": "00-bad", "middle": "good-15-bad", "last": "zz-bad"}
GOOD = 30


def write_good_files(folder: Path) -> None:
    """Thirty small files that nothing is wrong with: articles, single records and JSON Lines."""
    folder.mkdir()
    for number in range(GOOD):
        name = f"good-{number:02d}"
        if number % 10 == 0:
            (folder / f"{name}.txt").write_text(f"Person {number} met nobody.")
            content = (
                f"article: {{text_file: {name}.txt}}\n"
                f"actors:\n  person-{number}: {{kind: person, name: Person {number}}}\n"
            )
        else:
            content = f"topics:\n  good-{number}: {{label: Good {number}}}\n"
        (folder / f"{name}.yaml").write_text(content)


def write_bad_file(case: Case, folder: Path, name: str) -> Path:
    """The bad file under this name, and the text of its article."""
    path = folder / f"{name}{case.ending}"
    path.write_bytes(case.record_file)
    (folder / "oslo.txt").write_bytes(case.article_text)
    return path
