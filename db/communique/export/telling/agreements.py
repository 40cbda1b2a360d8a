"""Agreements as files tell them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .dossier import Dossier, Told, kept
from .proofs import figures, names, other_than, proofs, topics

if TYPE_CHECKING:
    from communique.loading.rows import Key, Row


def agreement(dossier: Dossier) -> Told:
    """An agreement with its parties, the steps of its life, its signatures and links."""
    head = dossier.head
    return kept(
        title=head["title"],
        kind=head["kind"],
        summary=head["summary"],
        names=names(dossier),
        parties=[_party(dossier, row) for row in dossier.parts("party")],
        topics=topics(dossier, "agreement_topic"),
        actions=[_action(dossier, row) for row in dossier.parts("agreement_action")],
        links=[_link(dossier, row) for row in dossier.parts("agreement_link")],
        figures=figures(dossier),
        evidence=proofs(dossier),
    )


def _party(dossier: Dossier, row: Row) -> Any:
    actor, evidence = dossier.slug(row.values["actor_id"]), proofs(dossier, row.key)
    return {"actor": actor, "evidence": evidence} if evidence else actor


def _action(dossier: Dossier, row: Row) -> Told:
    values = row.values
    return kept(
        kind=values["kind"],
        status=values["status"],
        date=values["date_edtf"],
        by=dossier.slug(values["actor_id"]),
        meeting=dossier.slug(values["meeting_id"]),
        place=dossier.place(values["meeting_id"], values["place_id"]),
        fulfils=_step(values["fulfils_id"]),
        signatures=[_signature(dossier, each) for each in dossier.parts("signature", row.key)],
        evidence=proofs(dossier, row.key),
    )


def _step(key: Key | None) -> str | None:
    """``agreement#2``: the second of its steps."""
    return f"{key[1][1]}#{key[2] + 1}" if key else None


def _signature(dossier: Dossier, row: Row) -> Told:
    values = row.values
    return kept(
        signer=dossier.slug(values["signer_id"]),
        office=dossier.office(values["signer_id"], values["office_id"]),
        described_as=values["described_as"],
        party=dossier.slug(values["party_id"]),
        basis=other_than("stated", values["basis"]),
        evidence=proofs(dossier, row.key),
    )


def _link(dossier: Dossier, row: Row) -> Told:
    return kept(
        kind=row.values["kind"],
        to=dossier.slug(row.values["to_agreement_id"]),
        evidence=proofs(dossier, row.key),
    )
