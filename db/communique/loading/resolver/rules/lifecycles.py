"""The order of an agreement's life, and of plans and what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ....dates import Certainty, PartialDate
from ...archive import Archive
from ...rows import Key, Row, date_of, home_of
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
        # Of several steps of one kind the one with the latest beginning forbids the most.
        last = {_rank(row): row for row in sorted(done, key=_beginning)}
        for later in done:
            for rank in range(_rank(later)):
                if rank in last and _certainly_before(later, last[rank]):
                    scope.complain(
                        ("actions", later.values["position"]),
                        "E445",
                        f"{later.values['kind']} ({_date(later)}) is certainly before"
                        f" {last[rank].values['kind']} ({_date(last[rank])})",
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
    planned = archive.row(plan)
    if planned is None:
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
            f"{home_of(plan)[1]} is no plan: it is {planned.values['status']}",
            "point at the planned one",
        )
    happened, reported = date_of(row.values, "date"), _first_report(archive, planned)
    if happened and reported and happened.before(reported) is Certainty.CERTAINLY:
        scope.complain(
            path,
            "E447",
            f"happened ({happened.edtf}) before the plan was first reported ({reported.edtf})",
            "correct the date, or the reference",
        )


def _first_report(archive: Archive, plan: Row) -> PartialDate | None:
    """The earliest publication among the plan's proofs; none if one of them is undated."""
    found: list[PartialDate] = []
    home = home_of(plan.key)
    record = archive.record(*home)
    for row in (*(record.of("evidence") if record else ()), *archive.mentions(home)):
        if row.key[1] in (plan.key, home) and row.values.get("article_id"):
            published = date_of(archive.values("article", row.values["article_id"][1]), "published")
            if published is None or published.earliest is None:
                return None
            found.append(published)
    return min(found, key=lambda each: str(each.earliest)) if found else None


def _rank(row: Row) -> int:
    return _ORDER.index(row.values["kind"])


def _beginning(row: Row) -> date:
    return row.values["date_earliest"] or date.min


def _date(row: Row) -> str:
    return str(row.values["date_edtf"])


def _certainly_before(one: Row, other: Row) -> bool:
    first, second = date_of(one.values, "date"), date_of(other.values, "date")
    return bool(first and second and first.before(second) is Certainty.CERTAINLY)
