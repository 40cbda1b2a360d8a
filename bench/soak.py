"""The long tests, one part at a time: ``make soak PART=kills``. Each is runnable alone.

Each part prints what it did and ends with an error when a promise was broken. The short forms
of the same tests run in ``make test``.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from signal import SIGKILL

from communique import load, upgrade
from communique.databases import engine_for
from communique.keeping import Health, content_digest, doctor
from tests.faults.test_writers import writers
from tests.servers.databases import Databases
from tests.servers.server import start_any
from tests.servers.sharing import SharedRun

FOLDER_OF_MODULES = Path(__file__).parent
KILLS = 2_000


@contextmanager
def databases() -> Iterator[dict[str, str]]:
    """An empty migrated database of each kind."""
    run = SharedRun.begin()
    try:
        with Databases(start_any(run.folder / "server"), "soak") as server:
            urls = {
                "SQLite": f"sqlite:///{run.folder}/soak.db",
                "PostgreSQL": server.blank("soak"),
            }
            for url in urls.values():
                engine = engine_for(url)
                upgrade(engine)
                engine.dispose()
            yield urls
    finally:
        run.end()


def kills() -> None:
    """Kill a loader at 2,000 random moments: the content is what was before, or what is after."""
    with databases() as urls, tempfile.TemporaryDirectory() as folder:
        for name, url in urls.items():
            states = [_state(Path(folder) / f"{name}-{n}", n) for n in range(2)]
            digests = [_loaded(url, state) for state in states]
            assert len(set(digests)) == 2
            left: Counter[str] = Counter()
            # Longer than a load takes in this process, so that some kills come too late.
            longest = 3 * _seconds(url, states[0])
            current = 0
            for number in range(KILLS):
                target = 1 - current
                ended = _killed(url, states[target], random.random() * longest)
                found = _digest(url)
                assert found in digests, f"{name}: torn at kill {number}"
                assert ended == "killed" or found == digests[target]
                current = digests.index(found)
                left[f"{ended}, {'after' if current == target else 'before'}"] += 1
            health = {finding.health for finding in doctor(engine_for(url))}
            assert Health.WRONG not in health, health
            print(f"{name}: {KILLS} loads: {dict(left)}, none torn", flush=True)


def _state(folder: Path, number: int) -> Path:
    folder.mkdir()
    (folder / "topics.yaml").write_text(
        "topics:\n" + "".join(f"  t-{n}: {{label: State {number}}}\n" for n in range(200)),
        encoding="utf-8",
    )
    return folder


def _loaded(url: str, folder: Path) -> str:
    engine = engine_for(url)
    load(engine, [folder])
    engine.dispose()
    return _digest(url)


def _digest(url: str) -> str:
    engine = engine_for(url)
    with engine.connect() as connection:
        found = content_digest(connection)
    engine.dispose()
    return found


_LOAD = """
import sys
from communique.databases import engine_for
from communique.loading import load
engine = engine_for(sys.argv[1])
print("ready", flush=True)
load(engine, [sys.argv[2]])
print("done", flush=True)
"""


def _seconds(url: str, folder: Path) -> float:
    start = time.monotonic()
    engine = engine_for(url)
    load(engine, [folder], overwrite=True)
    engine.dispose()
    return time.monotonic() - start


def _killed(url: str, folder: Path, moment: float) -> str:
    with subprocess.Popen(
        [sys.executable, "-c", _LOAD, url, str(folder)], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(moment)
        child.send_signal(SIGKILL)
        said = child.stdout.read()
    return "acknowledged" if "done" in said else "killed"


def sixteen_writers() -> None:
    """Let 16 writers load 100 times each: 1,600 loads, none refused and none lost."""
    with databases() as urls:
        for name, url in urls.items():
            with tempfile.TemporaryDirectory() as folder:
                start = time.monotonic()
                said = writers(url, Path(folder), 16, 100)
            engine = engine_for(url)
            with engine.connect() as connection:
                kept = connection.exec_driver_sql("SELECT count(*) FROM topic").scalar_one()
            engine.dispose()
            print(
                f"{name}: {len(said)} acknowledged, {kept} kept, {time.monotonic() - start:.0f} s"
            )
            assert len(said) == kept == 1_600


PARTS = {"kills": kills, "writers": sixteen_writers}


def main() -> None:
    """Run one part by name, or tell the names."""
    modules = sorted(path.stem for path in FOLDER_OF_MODULES.glob("soak_*.py"))
    names = [*PARTS, *(module.removeprefix("soak_") for module in modules)]
    chosen = sys.argv[1] if len(sys.argv) > 1 else ""
    if chosen not in names:
        sys.exit(f"make soak PART=..., one of: {', '.join(names)}")
    if chosen in PARTS:
        PARTS[chosen]()
    else:
        # A process of its own, with the arguments that follow, and with nothing imported yet.
        sys.exit(subprocess.call([sys.executable, "-m", f"bench.soak_{chosen}", *sys.argv[2:]]))


if __name__ == "__main__":
    main()
