"""Mutation testing of the loading package: ``make soak PART=mutants``.

    python -m bench.soak_mutants [--sample N] [--seed S] [--jobs J] [MODULE ...]

One operator, constant or condition of a module is changed at a time, and the loader's tests must
notice: every test of `mutant_tests.TESTS` that runs the changed line, until one fails. The rate of
mutants killed is printed with each survivor and its line; below 85 of 100 the run fails.

A survivor that no test could kill is explained in ``equivalent_mutants.toml``. It counts as a
survivor all the same. An explanation of a line that is no longer there fails the run.

It needs cosmic-ray, which `make soak` installs.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from .mutant_tests import Lines, Workshop
from .mutants import Mutant, difference, modules, mutants_of, source

AIM = 0.85
EXPLAINED = Path(__file__).with_name("equivalent_mutants.toml")


def main() -> None:
    """Run the shards, and fail when too many mutants live."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", nargs="*", default=modules())
    parser.add_argument("--sample", type=int, help="as many mutants of all, chosen by chance")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2, help="mutants tried at a time")
    asked = parser.parse_args()
    if find_spec("cosmic_ray") is None:
        sys.exit("cosmic-ray is not here: pip install -e '.[soak]'")
    known = explained()
    began = time.monotonic()
    mutants = sorted(mutant for module in asked.modules for mutant in mutants_of(module))
    whole = len(mutants)
    if asked.sample is not None:
        mutants = random.Random(asked.seed).sample(mutants, min(asked.sample, whole))
    survivors = []
    with tempfile.TemporaryDirectory() as folder:
        for done, (mutant, killed) in enumerate(_tried(Path(folder), mutants, asked.jobs), 1):
            print(f"{done} of {len(mutants)}", end="\r", file=sys.stderr)
            if not killed:
                survivors.append(mutant)
                before, after = difference(mutant)
                print(mutant, *_signed("-", before), *_signed("+", after), sep="\n    ")
                if why := known.get((mutant.module, before, after)):
                    print(f"    known equivalent: {why}")
                sys.stdout.flush()
    total = len(mutants)
    rate = (total - len(survivors)) / total if total else 0.0
    print(
        f"{total - len(survivors)} of {total} mutants killed, {rate:.1%},"
        f" of {whole} that there are, in {time.monotonic() - began:.0f} s"
    )
    if rate < AIM:
        sys.exit(f"fewer than {AIM:.0%}")


def _tried(folder: Path, mutants: list[Mutant], jobs: int) -> Iterator[tuple[Mutant, bool]]:
    """Each mutant, and whether a test noticed it."""
    workshops = []
    for number in range(jobs):
        (place := folder / str(number)).mkdir()
        workshops.append(Workshop(place))
    lines = Lines(folder, workshops[0])
    waiting = list(reversed(mutants))
    busy: dict[int, tuple[Mutant, list[list[str]]]] = {}  # and the rounds that are to come
    while waiting or busy:
        for number, workshop in enumerate(workshops):
            if number in busy:
                mutant, rest = busy[number]
                passed = workshop.ended()
                if passed is None:
                    continue
                if passed and rest:
                    workshop.begin(rest.pop(0))
                    continue
                workshop.mend(mutant)
                del busy[number]
                yield mutant, not passed
            if waiting:
                mutant = waiting.pop()
                first, *rest = lines.rounds(mutant) or [[]]
                if not first:  # no test runs the line
                    yield mutant, False
                    continue
                busy[number] = mutant, rest
                workshop.put(mutant)
                workshop.begin(first)
        time.sleep(0.02)


def _signed(sign: str, text: str) -> list[str]:
    return [f"{sign} {line}" for line in text.split("\n")]


def explained() -> dict[tuple[str, str, str], str]:
    """The mutants known to be equivalent, and why each is."""
    found: dict[tuple[str, str, str], str] = {}
    for each in tomllib.loads(EXPLAINED.read_text(encoding="utf-8"))["mutant"]:
        key = each["module"], each["before"], each["after"]
        lines = {line.strip() for line in source(each["module"]).splitlines()}
        if not set(each["before"].split("\n")) <= lines:
            sys.exit(f"{EXPLAINED.name} explains what is no longer there: {key}")
        found[key] = each["why"]
    return found


if __name__ == "__main__":
    main()
