"""One reason to hold a fact, as it is shown to people."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..vocabulary import Basis


class Proof(NamedTuple):
    """The words, where they stand, and how the curator read them.

    ``start_char`` and ``end_char`` count code points of the article's text. Outside
    knowledge has neither article nor excerpt, only a note. ``inherited_from`` names the
    kind of record whose proof it is where it is not the fact's own. ``source_file`` and
    ``source_line`` are where the curator's record that gives it begins, ``load_run`` the
    number of the latest run of the loader, which left the archive as it is.
    """

    article: str | None
    title: str | None
    start_char: int | None
    end_char: int | None
    excerpt: str | None
    basis: Basis
    field: str | None
    note: str | None
    inherited_from: str | None
    source_file: str | None = None
    source_line: int | None = None
    load_run: int | None = None


def in_order(proofs: Iterable[tuple[int, Proof]]) -> list[Proof]:
    """Each span once for what it proves: a fact's own proofs first, then by article and offset.

    Each proof comes with how far away it was found, 0 for the fact's own. Words that prove
    a signature as a whole and, with another note, its date are two reasons.
    """
    nearest: dict[object, tuple[int, Proof]] = {}
    for distance, proof in sorted(proofs, key=lambda each: (each[0], each[1].field or "")):
        place = (proof.article, proof.start_char, proof.end_char)
        span = place if proof.article else (proof.note,)
        nearest.setdefault((*span, proof.field), (distance, proof))
    return [proof for _, proof in sorted(nearest.values(), key=_rank)]


def _rank(found: tuple[int, Proof]) -> tuple[object, ...]:
    distance, proof = found
    # Outside knowledge, which no article holds, comes after what can be read.
    unread = proof.article is None
    return distance > 0, unread, proof.article or "", proof.start_char or 0, proof.end_char or 0
