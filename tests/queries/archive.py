"""A small archive made by hand: for each question a row that must come and one that must not.

Iran and Turkey sign a memorandum on one of two Wednesdays (``mou``), plan a roadmap
(``roadmap``), and have a treaty from which one withdrew (``treaty``); Russia only meets them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.dates import PartialDate
from communique.models import (
    Agreement,
    AgreementAction,
    AgreementLink,
    AgreementTopic,
    Figure,
    Incident,
    IncidentActor,
    Meeting,
    MeetingTopic,
    Participation,
    Party,
    Quote,
    QuoteSpeaker,
    QuoteTopic,
    Signature,
)
from communique.names import fold
from tests.queries.registries import write_registries
from tests.queries.writing import Archive, when

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def fill(session: Session) -> Archive:
    """The whole archive, written but not committed."""
    archive = Archive(session)
    write_registries(archive)
    _meetings(archive)
    _agreements(archive)
    _quotes(archive)
    _incidents(archive)
    _evidence(archive)
    return archive


def _meetings(a: Archive) -> None:
    def meeting(slug: str, date: str, place: str | None, **more: Any) -> int:
        more = {"kind": "talks", "status": "held"} | more
        where = a["place", place] if place else None
        return a.add(Meeting, slug, title=slug, date=PartialDate(date), place_id=where, **more)

    def attends(at: int, called: str, actor: str | None, **more: Any) -> None:
        for key, table in (("on_behalf_of", "actor"), ("office", "office")):
            if key in more:
                more[f"{key}_id"] = a[table, more.pop(key)]
        who = a["actor", actor] if actor else None
        more = {"role": "participant", "basis": "stated"} | more
        a.add(Participation, called, meeting_id=at, actor_id=who, **more)

    talks = meeting("talks", "[2021-10-06,2021-10-13]", "saadabad")
    vahidi = {"office": "interior-iran", "on_behalf_of": "iran", "role": "host"}
    attends(talks, "vahidi talks", "ahmad-vahidi", **vahidi)
    attends(talks, "soylu talks", "suleyman-soylu", office="interior-turkey", on_behalf_of="turkey")
    session_of = {"series_id": a["actor", "republic"], "ordinal": 3}
    summit = meeting("summit", "2021-12-01", "ankara", kind="summit", **session_of)
    for state in ("iran", "turkey", "russia"):
        attends(summit, f"{state} summit", state)
    aside = {"part_of_id": summit, "sidelines_of_id": summit}
    call = meeting("call", "[2021-11-15..]", None, kind="phone_call", **aside)
    attends(call, "somebody", None, described_as="an official", office="deputy-iran")
    meeting("visit", "2022", "ankara", kind="visit", status="planned")
    a.add(MeetingTopic, "talks", meeting_id=talks, topic_id=a["topic", "smuggling"])


def _agreements(a: Archive) -> None:
    def step(called: str, of: str, kind: str, date: str, **more: Any) -> int:
        more = {"status": "done"} | more
        return a.add(
            AgreementAction,
            called,
            agreement_id=a["agreement", of],
            kind=kind,
            date=PartialDate(date),
            **more,
        )

    def signs(called: str, on: str, of: str, party: str, **more: Any) -> None:
        a.add(
            Signature, called, action_id=a["agreement_action", on], agreement_id=a["agreement", of],
            party_id=a["actor", party], basis="stated", **more,
        )  # fmt: skip

    for slug, kind in {
        "mou": "mou",
        "roadmap": "roadmap",
        "treaty": "treaty",
        "silence": "commitment",
    }.items():
        it = a.add(Agreement, slug, title=slug, kind=kind)
        for party in ("iran", "turkey") if slug != "silence" else ("russia",):
            a.add(Party, f"{slug} {party}", agreement_id=it, actor_id=a["actor", party])
    a.add(
        AgreementTopic,
        "mou",
        agreement_id=a["agreement", "mou"],
        topic_id=a["topic", "border-security"],
    )
    link = {
        "from_agreement_id": a["agreement", "mou"],
        "to_agreement_id": a["agreement", "roadmap"],
    }
    a.add(AgreementLink, "mou roadmap", kind="implements", **link)
    at_talks = {"meeting_id": a["meeting", "talks"], "place_id": a["place", "saadabad"]}
    step("mou signed", "mou", "signed", "[2021-10-06,2021-10-13]", **at_talks)
    step("mou discussed", "mou", "discussed", "2021-12")
    vahidi, soylu = a["actor", "ahmad-vahidi"], a["actor", "suleyman-soylu"]
    signs(
        "vahidi",
        "mou signed",
        "mou",
        "iran",
        signer_id=vahidi,
        office_id=a["office", "interior-iran"],
    )
    signs(
        "soylu",
        "mou signed",
        "mou",
        "turkey",
        signer_id=soylu,
        office_id=a["office", "interior-turkey"],
    )
    step("roadmap proposed", "roadmap", "proposed", "2021-11-01")
    step("roadmap discussed", "roadmap", "discussed", "2021-11-15")
    step("roadmap planned", "roadmap", "signed", "[2021-11-15..]", status="planned")
    signs("foreseen", "roadmap planned", "roadmap", "iran", office_id=a["office", "president-iran"])
    step("treaty signed", "treaty", "signed", "2015-07-14")
    step("treaty left", "treaty", "withdrawn", "2018-05-08", actor_id=a["actor", "turkey"])
    signs("office only", "treaty signed", "treaty", "iran", office_id=a["office", "deputy-iran"])
    signs("words only", "treaty signed", "treaty", "turkey", described_as="a Turkish envoy")


def _quotes(a: Archive) -> None:
    def quote(called: str, article: str, text: str, *speakers: str, **more: Any) -> None:
        number = 100 * len(called) + 7
        it = a.add(
            Quote, called, article_id=a["article", article], start_char=number,
            end_char=number + len(text), text=text, folded=fold(text),
            **({"mode": "direct"} | more),
        )  # fmt: skip
        for position, speaker in enumerate(speakers):
            a.add(
                QuoteSpeaker, f"{called} {speaker}", quote_id=it, actor_id=a["actor", speaker],
                position=position,
                on_behalf_of_id=a["actor", "turkey" if speaker == "suleyman-soylu" else "iran"],
            )  # fmt: skip

    talks = a["meeting", "talks"]
    quote(
        "joint",
        "first",
        "Çok güzel cooperation",
        "ahmad-vahidi",
        "suleyman-soylu",
        meeting_id=talks,
    )
    quote(
        "relayed",
        "second",
        "Smuggling, he said",
        "suleyman-soylu",
        relayed_by_id=a["actor", "anadolu"],
    )
    quote(
        "dated",
        "undated",
        "a fine day",
        "ahmad-vahidi",
        mode="indirect",
        date=PartialDate("2021-09-02"),
    )
    quote("nobody", "undated", "unheard of", speaker_as_written="a source", mode="indirect")
    a.add(QuoteTopic, "relayed", quote_id=a["quote", "relayed"], topic_id=a["topic", "smuggling"])


def _incidents(a: Archive) -> None:
    def incident(slug: str, kind: str, date: str | None, place: str | None, **actors: str) -> int:
        where = a["place", place] if place else None
        it = a.add(Incident, slug, title=slug, kind=kind, date=when(date), place_id=where)
        for actor, role in actors.items():
            key = a["actor", actor.replace("_", "-")]
            a.add(IncidentActor, f"{slug} {actor}", incident_id=it, actor_id=key, role=role)
        return it

    blast = incident("blast", "attack", "2021-10-20", "tehran", iran="target", republic="claimant")
    incident("unrest", "other", None, None, russia="party")
    a.add(
        Figure, "dead", incident_id=blast, what="dead", value="25", qualifier="exact",
        claimed_by_as_written="officials",
    )  # fmt: skip


def _evidence(a: Archive) -> None:
    ends = {"from_agreement_id": a["agreement", "mou"]}
    ends["to_agreement_id"] = a["agreement", "roadmap"]
    a.add(AgreementLink, "mou roadmap", kind="implements", **ends)
    a.prove("agreement_action", "mou signed", "first")
    a.prove("agreement", "mou", "second", mentioned_in_id=a["article", "second"])
    a.prove("meeting", "talks", "second", field="date", basis="inferred", note="a Wednesday")
    a.prove("meeting", "talks", "first")
    a.prove("signature", "soylu", "later")
    # A mention elsewhere adds proof and takes none away: he was known before.
    a.prove("signature", "vahidi", "later", mentioned_in_id=a["article", "later"])
    a.prove("party", "mou iran", "undated")
    a.prove("agreement", "roadmap", "second")
    a.prove("agreement", "treaty", "undated")
    a.prove("agreement_action", "treaty signed", None)
    a.prove("participation", "russia summit", "later")
    a.prove("tenure", "tenure 0", None)
    a.prove("incident", "blast", "second")
    a.prove("figure", "dead", "later", relayed_by_id=a["actor", "anadolu"])
    a.prove("name", "suleyman-soylu: Soylu", "first")
    a.prove("name", "suleyman-soylu: Suleyman Soylu", "second")
    a.prove("agreement_link", "mou roadmap", "second")
