"""``signings``: who signed what."""

from __future__ import annotations

from typing import Any

from communique.vocabulary import AgreementKind, Level, Portfolio

from ..conditions import about, placed, relayed, reported
from ..door import door
from ..options import known_option, lists, name_option, period, words_option


@door(
    "signings",
    examples=[
        "communique signings --level minister --kind mou --evidence",
        "communique signings --by soylu --since 2021 --format json",
    ],
)
@words_option("level", Level, "Rank of the office signed in")
@words_option("portfolio", Portfolio, "Field of the office signed in")
@words_option("kind", AgreementKind, "Form of the agreement")
@name_option("by", "Who signed: a slug, or a name in any spelling.")
@name_option("party", "For whom: a slug, or a name in any spelling.")
@about
@placed
@period
@reported
@relayed
@known_option
@lists
def command(format_: str, evidence: bool, **options: Any) -> None:
    """List who signed what, in which office, for whom.

    One row per signature, the newest first. Options narrow the list; an option given twice
    asks for either word. A date that is not fully known counts where it possibly fits.
    """
    from communique import signings

    from ..column import Column, field
    from ..listing import print_listing
    from ..wording import when

    columns = [
        field("Signed by", "signer_name"),
        field("As", "office_title"),
        field("For", "party_name"),
        field("Agreement", "agreement_title"),
        Column("Date", lambda row: when(row["signed_edtf"]) or "unknown"),
        field("Place", "place_name"),
    ]
    print_listing(signings, columns, options, format_=format_, evidence=evidence)
