"""The order of an agreement's life, and of plans and what became of them."""

from __future__ import annotations

from collections.abc import Sequence

from ....dates import Certainty, PartialDate
from ...archive import Archive
from ...rows import Key, Record, Row, date_of
from ..scope import Path, Scope

_ORDER = ("initialled", "signed", "ratified", "entered_into_force", "terminated")
"""Steps that no agreement takes in another order."""

_HAPPENED = {"meeting": "held", "agreement_action": "done"}


def steps_in_order(archive: Archive, scopes: Sequence[Scope]) -> None:
    """A step that was certainly done before one that must precede it is refused."""
    for scope in scopes:
        if scope.part.kind != "agreement":
            continue
        done = [
            row
            for row in scope.record.of("agreement_action")
            if row.values["status"] == "done" and row.values["kind"] in _ORDER
        ]
        for later in done:
            for earlier in done:
                if _rank(earlier) < _rank(later) and _certainly_before(later, earlier):
                    scope.complain(
                        ("actions", later.values["position"]),
                        "E445",
                        f"{later.values['kind']} ({_date(later)}) certainly before"
                        f" {earlier.values['kind']} ({_date(earlier)})",
                        "correct one of the dates",
                    )


def fulfilments_follow_plans(archive: Archive, scopes: Sequence[Scope]) -> None:
    """What fulfils a plan has happened, and not before the plan is first reported."""
    for scope in scopes:
        rows = (
            [(scope.record.head, ("fulfils",))]
            if scope.part.kind == "meeting"
            else [
                (row, ("actions", row.values["position"], "fulfils"))
                for row in scope.record.of("agreement_action")
            ]
        )
        for row, path in rows:
            if plan := row.values.get("fulfils_id"):
                _judge(archive, scope, row, plan, path)


def _judge(archive: Archive, scope: Scope, row: Row, plan: Key, path: Path) -> None:
    record = archive.record(*_home(plan))
    planned = next((each for each in record.rows if each.key == plan), None) if record else None
    if record is None or planned is None:
        return
    if row.values["status"] != _HAPPENED[row.table]:
        scope.complain(
            path,
            "E446",
            f"fulfils a plan, but its status is {row.values['status']}",
            f"only what is {_HAPPENED[row.table]} fulfils a plan",
        )
    if planned.values["status"] in _HAPPENED.values():
        scope.complain(
            path,
            "E446",
            f"{plan[-1] if len(plan) == 2 else record.slug} is no plan:"
            f" it is {planned.values['status']}",
            "point at the planned one",
        )
    happened, reported = date_of(row.values, "date"), _first_report(archive, record, planned)
    if happened and reported and happened.before(reported) is Certainty.CERTAINLY:
        scope.complain(
            path,
            "E447",
            f"happened ({happened.edtf}) before the plan was first reported ({reported.edtf})",
            "correct the date, or the reference",
        )


def _first_report(archive: Archive, record: Record, plan: Row) -> PartialDate | None:
    """The earliest publication among the plan's proofs; none if one of them is undated."""
    found: list[PartialDate] = []
    for row in record.of("evidence"):
        if row.key[1] in (plan.key, record.key) and row.values.get("article_id"):
            published = date_of(archive.values("article", row.values["article_id"][1]), "published")
            if published is None or published.earliest is None:
                return None
            found.append(published)
    return min(found, key=lambda each: str(each.earliest)) if found else None


def _home(key: Key) -> Key:
    while len(key) > 2:
        key = key[1]
    return key


def _rank(row: Row) -> int:
    return _ORDER.index(row.values["kind"])


def _date(row: Row) -> str:
    return str(row.values["date_edtf"])


def _certainly_before(one: Row, other: Row) -> bool:
    first, second = date_of(one.values, "date"), date_of(other.values, "date")
    return bool(first and second and first.before(second) is Certainty.CERTAINLY)
