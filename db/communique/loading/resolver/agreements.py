"""Agreements as rows: parties, the steps of their life, signatures, links."""

from __future__ import annotations

from ...dates import PartialDate
from ...vocabulary import ActionStatus
from ..complaints import shown
from ..rows import Key, Values, date_columns, date_of
from ..shapes.events import ActionShape, AgreementShape, SignatureShape
from .evidence import add_evidence
from .parts import add_figures, add_names, add_topics, needs_a_source
from .scope import Path, Scope


def resolve_agreement(scope: Scope, shape: AgreementShape) -> None:
    """An agreement with all its parts."""
    head = scope.add_head(
        {"title": shape.title, "kind": shape.kind.value, "summary": shape.summary}
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


def _parties(scope: Scope, head: Key, shape: AgreementShape) -> list[Key]:
    found: list[Key] = []
    for position, party in enumerate(shape.parties):
        path: Path = ("parties", position)
        actor = scope.ref("actor", party.actor, path)
        if actor in found:
            scope.complain(path, "E510", f"{party.actor} is a party twice", "keep one entry")
        elif actor is not None:
            found.append(actor)
            key = scope.add("party", head, position, {"actor_id": actor})
            add_evidence(scope, key, party.evidence, (*path, "evidence"))
    return found


def _act(scope: Scope, head: Key, parties: list[Key], position: int, shape: ActionShape) -> None:
    path: Path = ("actions", position)
    meeting = scope.ref("meeting", shape.meeting, (*path, "meeting"))
    setting = scope.archive.values("meeting", meeting[1] if meeting else None)
    on = shape.date or date_of(setting, "date") if setting else shape.date
    place = scope.ref("place", shape.place, (*path, "place")) or setting.get("place_id")
    if on is None:
        if meeting is None or setting:
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
            "fulfils_id": _fulfilled(scope, shape.fulfils, (*path, "fulfils")),
        },
    )
    for number, signature in enumerate(shape.signatures):
        _sign(scope, key, head, parties, number, signature, on, (*path, "signatures", number))
    add_evidence(scope, key, shape.evidence, (*path, "evidence"))


def _fulfilled(scope: Scope, reference: str | None, path: Path) -> Key | None:
    """The planned step that ``agreement`` (its only one) or ``agreement#2`` points at."""
    if reference is None:
        return None
    slug, _, number = reference.partition("#")
    agreement = scope.ref("agreement", slug or scope.part.slug, path)
    if agreement is None:
        return None
    record = scope.record if agreement == scope.record.key else scope.archive.record(*agreement)
    steps = list(record.of("agreement_action")) if record else []
    planned = [step for step in steps if step.values["status"] == "planned"]
    if number:
        planned = [step for step in planned if str(step.values["position"] + 1) == number]
    if len(planned) == 1:
        return planned[0].key
    numbers = ", ".join(
        f"#{step.values['position'] + 1}" for step in steps if step.values["status"] == "planned"
    )
    scope.complain(
        path,
        "E501",
        f'"{shown(reference)}" points at no single planned step',
        f"planned steps there: {numbers or 'none'}",
    )
    return None


def _sign(
    scope: Scope,
    action: Key,
    agreement: Key,
    parties: list[Key],
    position: int,
    shape: SignatureShape,
    on: PartialDate,
    path: Path,
) -> None:
    signer = scope.ref("actor", shape.signer, (*path, "signer") if shape.office else path)
    office = scope.office(signer[1] if signer else None, shape.office, on, path)
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
    parties: list[Key],
    given: str | None,
    signer: Key | None,
    office: Key | None,
    path: Path,
) -> Key | None:
    """The party signed for: given, else whose office it is, else the one of the same country."""
    if given is not None:
        party = scope.ref("actor", given, (*path, "party"))
        if party and party not in parties:
            names = ", ".join(key[1] for key in parties)
            scope.complain(
                (*path, "party"),
                "E504",
                f"{given} is not a party to this agreement",
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
        "for which party is not told by the office or the country",
        "give `party`: one of " + ", ".join(key[1] for key in parties),
    )
    return None


def _country(scope: Scope, key: Key | None) -> str | None:
    values: Values = scope.archive.values("actor", key[1] if key else None)
    return values.get("country")
