"""Proofs that one article's file adds to records of other files, and tensions between proofs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from ..complaints import listed, shown
from ..rows import KINDS, Key, Record, Row
from ..shapes.articles import MentionShape, StatementShape, TensionShape
from ..validation import Part
from .evidence import add_evidence
from .scope import Path, Scope

_PROVABLE = ("meeting", "agreement", "incident", "article")
"""Records that evidence may prove as a whole; of others it proves names and tenures."""


_NAMED_BY = {
    "tenure": "office_id",
    "participation": "actor_id",
    "party": "actor_id",
    "signature": "signer_id",
}
"""By whose slug a mention points at a part; any part has a number too."""


def add_mentions(scope: Scope, mentions: Iterable[Part[MentionShape]]) -> None:
    """Add what this article's file proves elsewhere; the proofs belong to the article's record."""
    counted: Counter[Key] = Counter()
    for part in mentions:
        if part.shape is None:
            continue
        said = Scope(part, scope.archive, scope.complaints, scope.today, scope.record)
        subject = _subject(said, part.shape)
        if subject is not None:
            says = part.shape.name
            before = len(scope.record.rows)
            counted[subject] = add_evidence(
                said,
                subject,
                [part.shape],
                (),
                says=says,
                mentioned_in=scope.part.slug,
                first=counted[subject],
            )
            scope.told_by |= {row.key: part for row in scope.record.rows[before:]}


def _subject(scope: Scope, shape: MentionShape) -> Key | None:
    target = _record(scope, shape.of, ("of",))
    if target is None:
        return None
    for name, table, fits in _selectors(shape):
        offered = _offered(target, table, shape)
        rows = [row for row in offered if fits(row)] or [
            row for row in offered if str(row.values["position"] + 1) == getattr(shape, name)
        ]
        if len(rows) == 1:
            return rows[0].key
        wanted = shown(getattr(shape, name))
        what = "nothing that is" if not rows else f"{len(rows)} that are"
        scope.complain(
            (name,),
            "E501",
            f'{target.kind} {target.slug} has {what} called "{wanted}"',
            _offers(target, table),
        )
        return None
    if target.kind not in _PROVABLE:
        scope.complain(
            ("of",),
            "E402",
            f"what of {target.kind} {target.slug} it proves is missing",
            "give `name` or `tenure`",
        )
        return None
    return target.key


def _offered(target: Record, table: str, shape: MentionShape) -> list[Row]:
    """The parts to choose from: of signatures, those of the step that is named too."""
    rows = list(target.of(table))
    if table == "signature" and shape.action is not None:
        fits = _is_action(shape.action)
        steps = {row.key for row in target.of("agreement_action") if fits(row)}
        return [row for row in rows if row.key[1] in steps]
    return rows


def _selectors(
    shape: MentionShape,
) -> Iterable[tuple[str, str, Callable[[Row], bool]]]:
    if shape.signature is not None:
        yield "signature", "signature", _points("signer_id", "actor", shape.signature)
    elif shape.action is not None:
        yield "action", "agreement_action", _is_action(shape.action)
    elif shape.name is not None:
        text = shape.name
        yield "name", "name", lambda row: bool(row.values["text"] == text)
    elif shape.tenure is not None:
        yield "tenure", "tenure", _points("office_id", "office", shape.tenure)
    elif shape.participant is not None:
        words = shape.participant
        actor = _points("actor_id", "actor", words)
        yield (
            "participant",
            "participation",
            lambda row: actor(row) or row.values["described_as"] == words,
        )
    elif shape.party is not None:
        yield "party", "party", _points("actor_id", "actor", shape.party)


def _is_action(wanted: str) -> Callable[[Row], bool]:
    return lambda row: str(row.values["position"] + 1) == wanted or row.values["kind"] == wanted


def _points(column: str, kind: str, slug: str) -> Callable[[Row], bool]:
    key = (kind, slug.rpartition("/")[2])
    return lambda row: bool(row.values[column] == key)


def _offers(target: Record, table: str) -> str:
    words: list[str] = []
    for row in target.of(table):
        values, number = row.values, row.values["position"] + 1
        key = values.get(_NAMED_BY[table]) if table in _NAMED_BY else None
        kind = f" ({values['kind']})" if table == "agreement_action" else ""
        words.append(
            values.get("text")
            or (key[1] if key else values.get("described_as"))
            or f"{number}{kind}"
        )
    return "it has " + (shown(", ".join(words), 300) if words else "none at all")


def _record(scope: Scope, reference: str, path: Path) -> Record | None:
    given, _, slug = reference.rpartition("/")
    kinds = scope.archive.kinds_of(slug)
    kinds = kinds & {given} if given else kinds
    if len(kinds) > 1:
        scope.complain(
            path,
            "E502",
            f'"{shown(slug)}" names several records',
            "write " + " or ".join(f"{kind}/{slug}" for kind in sorted(kinds)),
        )
    elif kinds:
        return scope.archive.record(kinds.pop(), slug)
    elif not scope.archive.may_be_unread(slug):
        may_search = scope.complaints.may_search()
        near = [
            each
            for kind in ([given] if given in KINDS else KINDS)
            for each in (scope.archive.nearest(kind, slug) if may_search else ())
        ]
        known = list(dict.fromkeys(near))[:3]
        scope.complain(
            path,
            "E501",
            f'no record "{shown(reference)}" is known',
            "did you mean " + listed(known) + "?" if known else "check the slug",
        )
    return None


def resolve_tension(scope: Scope, shape: TensionShape) -> None:
    """Two proofs that pull apart."""
    found = [_statement(scope, each, ("between", n)) for n, each in enumerate(shape.between)]
    if None in found:
        return
    if found[0] == found[1]:
        scope.complain(("between",), "E505", "both statements are the same", "name two")
        return
    earlier = scope.archive.tensions.setdefault(frozenset(found), scope.part.slug)
    if earlier != scope.part.slug:
        message = f"the tension {shown(earlier)} is of the same two statements"
        scope.complain(("between",), "E510", message, "keep one of them")
    scope.add_head({"first_id": found[0], "second_id": found[1], "note": shape.note})


def _statement(scope: Scope, shape: StatementShape, path: Path) -> Key | None:
    article = (shape.article or scope.article or "").rpartition("/")[2]
    if not article:
        scope.complain(
            path,
            "E601",
            "no article is named as the source",
            "give `article`, because this file has none of its own",
        )
        return None
    proofs = _proofs(scope, shape, article, path)
    if proofs is None:
        return None
    exact = {
        row.key
        for row in proofs
        if row.values.get("excerpt") == shape.says and row.values["article_id"][1] == article
    }
    if (shape.nth or 1) <= len(exact):
        return sorted(exact)[(shape.nth or 1) - 1]
    if exact:
        stands = f"nth is {shape.nth}, but it stands {len(exact)} times"
        scope.complain((*path, "nth"), "E605", stands, "count again, from 1 on")
        return None
    said = [row.values["excerpt"] for row in proofs if row.values.get("excerpt")]
    known = [f'"{shown(each, 60)}"' for each in said[:3]]
    scope.complain(
        (*path, "says"),
        "E501",
        f"no evidence of {shown(shape.of)} says this in {article}",
        "it says: " + "; ".join(known) if known else "add the evidence there, or correct `says`",
    )
    return None


def _proofs(scope: Scope, shape: StatementShape, article: str, path: Path) -> Sequence[Row] | None:
    if shape.of == "quote":
        record = _record(scope, f"article/{article}", (*path, "article"))
        proofs = scope.archive.proofs_in(record.slug) if record else None
        return proofs and [row for row in proofs if row.key[1][0] == "quote"]
    record = _record(scope, shape.of, (*path, "of"))
    if record is None:
        return None
    is_article = record.kind == "article"
    own = scope.archive.proofs_in(record.slug) if is_article else record.of("evidence")
    return [*own, *scope.archive.mentions(record.key)]
