"""The rows of each starter: their columns in order, with their types.

A starter is a ``Select`` of these columns, so ``row[6]`` and unpacking are typed, and
``row.signed_edtf`` reads a column by its name. `named` gives typed names, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from sqlalchemy import Row

    from ..dates import Certainty
    from ..vocabulary import (
        ActionKind,
        AgreementKind,
        AgreementStatus,
        Basis,
        Level,
        MeetingKind,
        MeetingStatus,
        Mode,
        Portfolio,
    )

R = TypeVar("R", bound=tuple[object, ...])


class Signing(NamedTuple):
    """A signature: who signed what, in which office, for which party, when and where."""

    agreement: str
    agreement_title: str
    agreement_kind: AgreementKind
    action_kind: ActionKind
    signed_edtf: str | None
    signed_earliest: date | None
    signed_latest: date | None
    signer: str | None
    signer_name: str
    office: str | None
    office_title: str | None
    office_level: Level | None
    office_portfolio: Portfolio | None
    party: str
    party_name: str
    meeting: str | None
    place: str | None
    country: str | None
    basis: Basis
    day: date | None
    id: int


class Gathering(NamedTuple):
    """A meeting: what, when, where, and how far it got."""

    meeting: str
    meeting_title: str
    meeting_kind: MeetingKind
    meeting_status: MeetingStatus
    date_edtf: str | None
    date_earliest: date | None
    date_latest: date | None
    place: str | None
    place_name: str | None
    country: str | None
    part_of: str | None
    day: date | None
    id: int


class Standing(NamedTuple):
    """An agreement and what its latest telling step has made of it."""

    agreement: str
    title: str
    kind: AgreementKind
    status: AgreementStatus
    status_edtf: str | None
    status_earliest: date | None
    status_latest: date | None
    last_action: ActionKind | None
    day: date | None
    id: int


class Statement(NamedTuple):
    """A quote and one of its speakers; the speaker is None when none is known."""

    quote: str
    mode: Mode
    text: str
    speaker: str | None
    speaker_name: str | None
    speaker_as_written: str | None
    office: str | None
    office_title: str | None
    article: str
    outlet: str | None
    published_edtf: str | None
    published_earliest: date | None
    published_latest: date | None
    start_char: int
    end_char: int
    meeting: str | None
    relayed_by: str | None
    utterance: str | None
    date_edtf: str | None
    date_earliest: date | None
    date_latest: date | None
    on_behalf_of: str | None
    day: date | None
    id: int
    part: int


class Holding(NamedTuple):
    """A tenure, and how certain it is on the day asked for (None when no day was)."""

    actor: str
    actor_name: str
    office: str
    office_title: str
    office_level: Level
    office_portfolio: Portfolio | None
    of_actor: str | None
    since_edtf: str | None
    since_earliest: date | None
    since_latest: date | None
    until_edtf: str | None
    until_earliest: date | None
    until_latest: date | None
    acting: int
    certainty: Certainty | None
    day: date | None
    id: int


def named(kind: type[R], rows: Iterable[Row[*tuple[object, ...]]]) -> list[R]:
    """The rows of one starter as its named tuple, whose every name a type checker knows."""
    build = cast("Callable[..., R]", kind)
    return [build(*row) for row in rows]
