"""``who-met-whom``: who is met how often."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from communique.vocabulary import ActorKind, MeetingStatus

from ..door import door
from ..options import date_option, known_option, lists, name_option, words_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique import Answered


@door(
    "who-met-whom",
    examples=[
        "communique who-met-whom --kind person",
        "communique who-met-whom --actor cavusoglu --since 2021 --evidence",
    ],
)
@name_option("actor", "Only pairs of which one is this: a slug, or a name in any spelling.")
@words_option("kind", ActorKind, "What both are")
@words_option("status", MeetingStatus, "How far the meetings got; without it, held")
@date_option("since", "Possibly on or after this date, such as 2021-10.")
@date_option("until", "Possibly on or before this date.")
@known_option
@lists
def command(format_: str, evidence: bool, **options: Any) -> None:
    """List pairs who met, how often, and between which days.

    Who met most often comes first, and each pair stands once. Days are the first and the
    last that the dates of their meetings allow.
    """
    from communique import encounters, who_met_whom

    from ..pairs import print_pairs

    def met(
        actor: str | None = None,
        kind: object = None,
        status: Any = (MeetingStatus.HELD,),
        **limits: Any,
    ) -> Any:
        del kind  # of the pairs; their meetings are looked up by who the pairs are
        return encounters(a=actor, status=status, **limits)

    print_pairs(
        who_met_whom, met, _ties, ("met", "Meetings"), options, format_=format_, evidence=evidence
    )


def _ties(found: Sequence[Answered[Any]]) -> dict[tuple[str, str], list[Answered[Any]]]:
    tied: dict[tuple[str, str], list[Answered[Any]]] = defaultdict(list)
    for each in found:
        if each.row.a is not None and each.row.b is not None:
            first, second = sorted((each.row.a, each.row.b))
            tied[first, second].append(each)
    return tied
