"""``coverage``: what each article proves, and what of it no record claims."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import click

from ..door import door
from ..options import known_option, lists

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from ..answers import Row


@door(
    "coverage",
    examples=[
        "communique coverage 2021-10-tasnim-security-mou",
        "communique coverage --unclaimed",
    ],
)
@click.argument("article", metavar="[SLUG]", required=False)
@click.option(
    "--unclaimed", is_flag=True,
    help="Tell instead what no record claims: quotation marks and names, and the share read.",
)  # fmt: skip
@known_option
@lists
def command(
    article: str | None, unclaimed: bool, format_: str, evidence: bool, **options: Any
) -> None:
    """List what each article proves, and by how many excerpts.

    One row per article, record and kind of fact; SLUG keeps one article. With --unclaimed,
    one row per article: how much of its text stands under evidence or speech, and each double
    quotation mark and capitalised name that no record claims, with the note that explains it.
    """
    from communique.errors import UsageError

    if unclaimed:
        if evidence or options["known_on"]:
            raise UsageError(
                "--unclaimed goes with --format only.", hint="leave the other options out"
            )
        _print_unclaimed(article, format_)
    else:
        _print_coverage(article, format_, evidence=evidence, options=options)


def _print_coverage(
    slug: str | None, format_: str, *, evidence: bool, options: dict[str, Any]
) -> None:
    from communique import coverage

    from ..answers import Answer, print_answer
    from ..column import Column, field
    from ..opening import asking
    from ..wording import spaced

    given = {"article": slug, **options}
    with asking() as session:
        _require_article(session, slug)
        rows = session.execute(coverage(**given)).mappings().all()
        proofs = _proofs(session, rows, given) if evidence else None
    columns = [
        field("Record", "record"),
        field("Kind", "record_kind"),
        Column("Fact", lambda row: spaced(row["fact"])),
        field("Excerpts", "excerpts"),
        *([] if slug else [field("Article", "article")]),
    ]
    names = ("article", "fact", "record_kind", "record", "excerpts")
    claims = [{"claim": _claim(row), "capacity": None} for row in rows] if evidence else None
    print_answer(Answer(names, rows, proofs, claims), columns, format_)


def _claim(row: Row) -> str:
    from ..proofs import fact_of

    return f"{row['article']} proves a {fact_of(row)} of {row['record_kind']}/{row['record']}"


def _print_unclaimed(slug: str | None, format_: str) -> None:
    from communique import unclaimed

    from ..answers import Answer, print_answer
    from ..opening import asking

    with asking() as session:
        found = unclaimed(session, slug)
    if format_ == "table":
        from ..unclaimed import print_unclaimed

        print_unclaimed(found)
        return
    names = ("article", "share", "unexplained", "marks", "names")
    rows = [
        {
            "article": each.article,
            "share": each.share,
            "unexplained": len(each.unexplained),
            "marks": each.marks,
            "names": each.names,
        }
        for each in found
    ]
    print_answer(Answer(names, rows), (), format_)


def _require_article(session: Session, slug: str | None) -> None:
    """Tell of a slug that no article has, instead of answering with no rows."""
    if slug is not None:
        from ..show.finding import require

        require(session, "article", slug)


def _proofs(session: Session, rows: Any, asked: Mapping[str, Any]) -> list[list[Row]]:
    """The excerpts that each row counts, in the order of the text."""
    from communique import citations

    found: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    for proof in session.execute(citations(**asked)).mappings():
        key = tuple(proof[name] for name in _FACT)
        found[key].append({name: proof[name] for name in proof if name not in _KNOWN})
    return [
        sorted(found[tuple(row[name] for name in _FACT)], key=lambda proof: proof["start_char"])
        for row in rows
    ]


_FACT = ("article", "fact", "record_kind", "record")
_KNOWN = frozenset({*_FACT[1:], "day", "id"})
"""What of a proof its row says already, and what means nothing outside of one database."""
