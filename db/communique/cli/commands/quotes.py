"""``quotes``: who said what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from communique.vocabulary import Mode

from ..conditions import located, reported
from ..door import door
from ..options import known_option, lists, name_option, period, words_option

if TYPE_CHECKING:
    from ..answers import Row


@door(
    "quotes",
    examples=[
        "communique quotes --by soylu --mode direct",
        "communique quotes --search terrorism --format jsonl",
    ],
)
@name_option("by", "Who speaks: a slug, or a name in any spelling.")
@name_option("about", "A topic, or any narrower one.")
@click.option("--search", metavar="WORDS", help="Words that occur in it, whatever their accents.")
@words_option("mode", Mode, "How the speech is reported")
@name_option("via", "The agency that relayed it.")
@click.option("--meeting", metavar="SLUG", help="Said at this meeting.")
@located
@period
@reported
@known_option
@lists
def command(format_: str, evidence: bool, **options: Any) -> None:
    """List who said what, and where it is written.

    One row per quote and speaker, each with the article and the span of text that holds it.
    """
    from communique import quotes

    from ..column import Column, field
    from ..listing import print_listing
    from ..wording import spaced

    columns = [
        Column(
            "Speaker", lambda row: row["speaker_name"] or row["speaker_as_written"] or "unknown"
        ),
        field("Words", "text"),
        Column("Mode", lambda row: spaced(row["mode"])),
        Column("Where", _where),
    ]
    print_listing(quotes, columns, options, format_=format_, evidence=evidence)


def _where(row: Row) -> str:
    """The quote and its span, and the agency that stands between it and the speaker."""
    via = f", via {row['relayed_by']}" if row["relayed_by"] else ""
    return f"{row['quote']} [{row['start_char']}:{row['end_char']}]{via}"
