"""``co-signatories``: who signs with whom."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Any

from ..door import door
from ..options import date_option, known_option, lists, name_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique import Answered


@door(
    "co-signatories",
    examples=["communique co-signatories", "communique co-signatories --actor soylu --evidence"],
)
@name_option("actor", "Only pairs of which one is this: a slug, or a name in any spelling.")
@date_option("since", "Possibly on or after this date, such as 2021-10.")
@date_option("until", "Possibly on or before this date.")
@known_option
@lists
def command(format_: str, evidence: bool, **options: Any) -> None:
    """List pairs who signed together, how often and when.

    Who signed most agreements together comes first, and each pair stands once.
    """
    from communique import co_signatories, signings

    from ..pairs import print_pairs

    def signed(actor: str | None = None, **limits: Any) -> Any:
        del actor  # what the other of the pair signed is wanted, too
        return signings(**limits)

    print_pairs(
        co_signatories, signed, _ties, ("signed together", "Agreements"), options,
        format_=format_, evidence=evidence,
    )  # fmt: skip


def _ties(found: Sequence[Answered[Any]]) -> dict[tuple[str, str], list[Answered[Any]]]:
    """Signatures on one step of one agreement, by each two who gave them."""
    steps: dict[tuple[object, ...], list[Answered[Any]]] = defaultdict(list)
    for each in found:
        if each.row.signer is not None:
            step = (each.row.agreement, each.row.action_kind, each.row.signed_edtf)
            steps[step].append(each)
    tied: dict[tuple[str, str], list[Answered[Any]]] = defaultdict(list)
    for given in steps.values():
        for one, other in combinations(given, 2):
            first, second = sorted((one.row.signer, other.row.signer))
            tied[first, second] += [one, other]
    return tied
