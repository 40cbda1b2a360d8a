"""Articles as files tell them: what was printed, notes on the text, and the speech in it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from .dossier import Dossier, Told, kept
from .proofs import CURE, figures, nth, proof, proofs, topics

if TYPE_CHECKING:
    from communique.loading.rows import Row

_SETTING = ("via", "meeting", "date")
"""What a group of remarks says once, where all of them have it alike."""


def article(dossier: Dossier, text_file: str | None, text: str | None) -> Told:
    """The section ``article`` of a file, its text in the file of that name or in itself."""
    head = dossier.head
    return kept(
        slug=dossier.record.slug,
        title=head["title"],
        outlet=dossier.slug(head["outlet_id"]),
        published=head["published_edtf"],
        updated=head["updated_edtf"],
        language=head["language"],
        url=head["url"],
        external_id=head["external_id"],
        credit=head["credit"],
        dateline=head["dateline"],
        text_sha256=head["text_sha256"],
        text_file=text_file,
        text=text,
        notes=[_note(dossier, row) for row in dossier.parts("article_note")],
        evidence=proofs(dossier),
    )


def quotes(dossier: Dossier) -> list[Told]:
    """The section ``quotes``: neighbours with the same speakers stand in one group."""
    heard = [(_speakers(dossier, row), row) for row in dossier.parts("quote")]
    return [
        _group(speakers, [_remark(dossier, row) for _, row in rows])
        for speakers, rows in groupby(heard, key=lambda each: each[0])
    ]


def _note(dossier: Dossier, row: Row) -> Told:
    values = row.values
    body = dossier.parts("article_text")
    start, end = values["start_char"], values["end_char"]
    says = body[0].values["text"][start:end] if body else "?"
    return kept(
        kind=values["kind"],
        says=says,
        nth=nth(dossier, dossier.record.slug, says, start),
        note=values["note"],
    )


def _speakers(dossier: Dossier, quote: Row) -> list[Any]:
    told = []
    for row in dossier.parts("quote_speaker", quote.key):
        actor, office = row.values["actor_id"], row.values["office_id"]
        told.append(
            kept(
                actor=dossier.slug(actor),
                office=dossier.office(actor, office),
                on_behalf_of=dossier.side(office, row.values["on_behalf_of_id"]),
            )
        )
    return [each["actor"] if each.keys() == {"actor"} else each for each in told]


def _group(speakers: list[Any], remarks: list[Told]) -> Told:
    shared = {
        key: value
        for key in _SETTING
        if (value := remarks[0].get(key)) and all(each.get(key) == value for each in remarks)
    }
    common = _common_end([each.get("evidence", []) for each in remarks])
    return {
        **kept(by=speakers[0] if len(speakers) == 1 else speakers),
        **shared,
        **kept(evidence=common),
        "remarks": [
            kept(
                **{
                    **{key: value for key, value in each.items() if key not in shared},
                    "evidence": each.get("evidence", [])[: -len(common) or None],
                }
            )
            for each in remarks
        ],
    }


def _common_end(lists: list[list[Told]]) -> list[Told]:
    """The proofs that all remarks of a group end with: a group's proofs follow a remark's own."""
    if len(lists) < 2:
        return []
    common: list[Told] = []
    for last in zip(*(reversed(each) for each in lists), strict=False):
        if any(each != last[0] for each in last):
            break
        common.insert(0, last[0])
    return common


def _remark(dossier: Dossier, row: Row) -> Told:
    values = row.values
    slug = dossier.record.slug
    rests = [each.values for each in dossier.parts("evidence", row.key)]
    if not rests or rests[0]["excerpt"] != values["text"]:
        dossier.complain("E601", f"quote {row.key[2] + 1} does not rest on its own words", CURE)
    return kept(
        **{values["mode"]: values["text"]},
        nth=nth(dossier, slug, values["text"], values["start_char"]),
        utterance=values["utterance"],
        as_written=values["speaker_as_written"],
        via=dossier.slug(values["relayed_by_id"]),
        meeting=dossier.slug(values["meeting_id"]),
        date=values["date_edtf"],
        language=values["language"] if values["language"] != dossier.head["language"] else None,
        note=rests[0]["note"] if rests else None,
        topics=topics(dossier, "quote_topic", row.key),
        figures=figures(dossier, row.key),
        evidence=[proof(dossier, each) for each in rests[1:]],
    )
