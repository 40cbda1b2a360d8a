"""The rule machine of `machine.py`, in its short form; the full one is ``make soak PART=stateful``."""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.loading.machine import Archive

EXAMPLES = {"sqlite": 25, "postgresql": 5}


def test_any_order_of_edits_and_loads_ends_as_the_model_says(
    migrated_url: str,
) -> None:
    class Here(Archive):
        url = migrated_url

    kind = migrated_url.partition(":")[0]
    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=EXAMPLES[kind],
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
