"""Agreements as rows: parties, the steps of their life, signatures, links."""

from __future__ import annotations

from ...dates import PartialDate
from ...names import fold
from ...vocabulary import ActionStatus
from ..complaints import listed, shown
from ..rows import Key, Values, date_columns, date_of
from ..shapes.events import ActionShape, AgreementShape, SignatureShape
from .evidence import add_evidence
from .parts import add_figures, add_names, add_topics, needs_a_source
from .scope import Path, Scope

Parties = dict[Key, None]
"""The parties in their order; a dictionary, because a treaty may have hundreds."""


def resolve_agreement(scope: Scope, shape: AgreementShape) -> None:
    """An agreement with all its parts."""
    head = scope.add_head(
        {
            "title": shape.title,
            "kind": shape.kind.value,
            "summary": shape.summary,
            "folded": fold(shape.title),
        }
    )
    add_names(scope, head, None, shape.names)
    parties = _parties(scope, head, shape)
    for position, action in enumerate(shape.actions):
        _act(scope, head, parties, position, action)
    for position, link in enumerate(shape.links):
        path: Path = ("links", position)
        if to := scope.other("agreement", link.to, (*path, "to")):
            key = scope.add(
                "agreement_link", head, position, {"to_agreement_id": to, "kind": link.kind.value}
            )
            add_evidence(scope, key, link.evidence, (*path, "evidence"))
    add_topics(scope, "agreement_topic", head, shape.topics, ("topics",))
    add_figures(scope, head, shape.figures, ("figures",))
    add_evidence(scope, head, shape.evidence, ("evidence",))
    needs_a_source(scope)


def _parties(scope: Scope, head: Key, shape: AgreementShape) -> Parties:
    found: Parties = {}
    for position, party in enumerate(shape.parties):
        path: Path = ("parties", position)
        actor = scope.ref("actor", party.actor, path)
        if actor in found:
            scope.complain(path, "E510", f"{shown(party.actor)} is a party twice", "keep one entry")
        elif actor is not None:
            found[actor] = None
            key = scope.add("party", head, position, {"actor_id": actor})
            add_evidence(scope, key, party.evidence, (*path, "evidence"))
    return found


def _act(scope: Scope, head: Key, parties: Parties, position: int, shape: ActionShape) -> None:
    path: Path = ("actions", position)
    meeting = scope.ref("meeting", shape.meeting, (*path, "meeting"))
    setting = scope.archive.values("meeting", meeting[1] if meeting else None)
    on = shape.date or date_of(setting, "date") if setting else shape.date
    place = scope.ref("place", scope.given(shape.place), (*path, "place"))
    if shape.place is None:
        place = setting.get("place_id")
    if on is None:
        if shape.meeting is None or setting:
            scope.complain(
                path, "E402", "`date` is missing", "give a date, or the meeting that has one"
            )
        return
    if shape.status is ActionStatus.DONE:
        scope.not_in_the_future(on, "done", (*path, "date"))
    key = scope.add(
        "agreement_action",
        head,
        position,
        {
            "kind": shape.kind.value,
            "status": shape.status.value,
            **date_columns("date", on),
            "actor_id": scope.ref("actor", shape.by, (*path, "by")),
            "meeting_id": meeting,
            "place_id": place,
            "fulfils_id": None,  # by `fulfil_plans`, when every plan is known
        },
    )
    signed: set[tuple[str, str | None]] = set()
    for number, signature in enumerate(shape.signatures):
        if signature.signer is not None:
            if (once := (signature.signer, signature.party)) in signed:
                message = f"{shown(signature.signer)} signs twice"
                scope.complain((*path, "signatures", number), "E510", message, "keep one entry")
            signed.add(once)
        _sign(scope, key, head, parties, number, signature, on, (*path, "signatures", number))
    add_evidence(scope, key, shape.evidence, (*path, "evidence"))


def fulfil_plans(scope: Scope, shape: AgreementShape) -> None:
    """Point the steps at the planned ones that they fulfil, here or in another agreement."""
    for step in scope.record.of("agreement_action"):
        position = step.values["position"]
        path: Path = ("actions", position, "fulfils")
        reference = shape.actions[position].fulfils
        if reference is not None:
            step.values["fulfils_id"] = _fulfilled(scope, reference, position, path)


def _fulfilled(scope: Scope, reference: str, position: int, path: Path) -> Key | None:
    """The planned step that ``agreement`` (its only one) or ``agreement#2`` points at."""
    slug, _, number = reference.partition("#")
    agreement = scope.ref("agreement", slug or scope.part.slug, path)
    if agreement is None:
        return None
    if agreement == scope.record.key and number == str(position + 1):
        scope.complain(path, "E505", "refers to itself", "name the planned step, or drop the key")
        return None
    record = scope.archive.record(*agreement)
    if record is None:  # refused, and told where it stands
        return None
    planned = {
        str(step.values["position"] + 1): step.key
        for step in record.of("agreement_action")
        if step.values["status"] == "planned"
    }
    fitting = [key for each, key in planned.items() if number in ("", each)]
    if len(fitting) == 1:
        return fitting[0]
    offered = listed(f"#{each}" for each in planned)
    scope.complain(
        path,
        "E501",
        f'"{shown(reference)}" points at no single planned step',
        f"planned steps there: {offered}" if planned else "add the planned step to that agreement",
    )
    return None


def _sign(
    scope: Scope,
    action: Key,
    agreement: Key,
    parties: Parties,
    position: int,
    shape: SignatureShape,
    on: PartialDate,
    path: Path,
) -> None:
    signer = scope.ref("actor", shape.signer, (*path, "signer") if shape.office else path)
    if signer is None and shape.signer is not None:
        return  # told already
    told = len(scope.complaints)
    office = scope.office(signer[1] if signer else None, shape.office, on, path)
    if len(scope.complaints) > told or {signer, office} & scope.archive.refused:
        return  # for whom somebody signs who cannot be judged, cannot be judged either
    party = _party(scope, parties, shape.party, signer, office, path)
    if party is None:
        return
    key = scope.add(
        "signature",
        action,
        position,
        {
            "agreement_id": agreement,
            "signer_id": signer,
            "office_id": office,
            "described_as": shape.described_as,
            "party_id": party,
            "basis": shape.basis.value,
        },
    )
    add_evidence(scope, key, shape.evidence, (*path, "evidence"))


def _party(
    scope: Scope,
    parties: Parties,
    given: str | None,
    signer: Key | None,
    office: Key | None,
    path: Path,
) -> Key | None:
    """The party signed for: given, else whose office it is, else the one of the same country."""
    if given is not None:
        party = scope.ref("actor", given, (*path, "party"))
        if party and party not in parties:
            names = listed(key[1] for key in parties)
            scope.complain(
                (*path, "party"),
                "E504",
                f"{shown(given)} is not a party to this agreement",
                f"its parties are {names}",
            )
            return None
        return party
    owner = scope.side(None, office, path)
    if owner in parties:
        return owner
    countries = {_country(scope, owner), _country(scope, signer)} - {None}
    fitting = [key for key in parties if _country(scope, key) in countries]
    if len(fitting) == 1:
        return fitting[0]
    scope.complain(
        path,
        "E504",
        "for which party this is signed, neither office nor country tells",
        "give `party`: one of " + listed(key[1] for key in parties),
    )
    return None


def _country(scope: Scope, key: Key | None) -> str | None:
    values: Values = scope.archive.values("actor", key[1] if key else None)
    return values.get("country")
