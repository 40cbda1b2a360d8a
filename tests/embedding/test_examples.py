"""The examples as a reader runs them: real processes, asked over HTTP on this machine."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from sqlalchemy import make_url, text

from communique.databases import engine_for

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
SIGNERS = {"Ahmad Vahidi", "Süleyman Soylu"}


@contextmanager
def serving(command: list[str], database: str) -> Iterator[str]:
    """Start a service on any free port, wait until it says which, and stop it in the end."""
    process = subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=EXAMPLES, env={**os.environ, "DATABASE_URL": database},
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    bound = threading.Timer(240, process.kill)
    bound.start()
    assert process.stderr
    said: list[str] = []
    try:
        for line in process.stderr:
            said.append(line)
            if found := re.search(r"unning on (http://127\.0\.0\.1:\d+)", line):
                reader = threading.Thread(target=process.stderr.read)
                reader.start()  # so that a full pipe never stops the service
                yield found[1]
                break
        else:
            raise AssertionError("".join(said))
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()
        bound.cancel()
        if "reader" in locals():
            reader.join()
        process.stderr.close()


def asked(url: str) -> Any:
    with urlopen(url, timeout=60) as answer:
        return json.load(answer)


def holds(url: str) -> None:
    """The flagship answer with its evidence, an error with its cure, and a crowd of visitors."""
    ministers = f"{url}/signings?level=minister&kind=mou"
    rows = asked(ministers)
    assert {row["signer_name"] for row in rows} == SIGNERS
    assert all(proof["excerpt"] for row in rows for proof in row["evidence"])
    assert "signed the MoU" in str(rows)
    with pytest.raises(HTTPError) as refused:
        urlopen(f"{url}/signings?level=usher", timeout=60)
    with refused.value as answer:
        assert (answer.status, "minister" in answer.read().decode()) == (422, True)
    crowd = subprocess.run(
        [sys.executable, "-m", "tests.embedding.visitors", ministers, "8", "200"],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=240,
    )  # fmt: skip
    assert crowd.returncode == 0, crowd.stderr
    (heard,) = crowd.stdout.splitlines()
    assert heard.startswith("200 x 200 ")


def test_the_fastapi_service_answers_from_a_schema_beside_its_own_tables(
    postgresql_url: str,
) -> None:
    url = make_url(postgresql_url).set(drivername="postgresql+psycopg")
    database = url.render_as_string(hide_password=False)
    subprocess.run(
        [sys.executable, EXAMPLES / "fastapi_service/prepare.py"],
        env={**os.environ, "DATABASE_URL": database}, check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    command = ["uvicorn", "--port", "0", "--app-dir", "fastapi_service", "app:app"]
    with serving(command, database) as service:
        with engine_for(postgresql_url).begin() as connection:
            connection.execute(text("INSERT INTO actor VALUES (1, 'La Scala')"))
        holds(service)
        assert asked(f"{service}/stages") == ["La Scala"]


def test_the_flask_service_answers_from_one_file(tmp_path: Path) -> None:
    command = ["flask", "--app", "flask_service/app", "run", "--port", "0"]
    with serving(command, f"sqlite:///{tmp_path}/records.db") as service:
        holds(service)


def test_the_questions_are_asked_in_a_notebook(database_url: str) -> None:
    done = subprocess.run(
        [sys.executable, EXAMPLES / "notebook/questions.py", database_url],
        capture_output=True, text=True, check=False, timeout=240,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("40 questions, ")
    assert "Abdolreza Rahmani Fazli certainly" in done.stdout
    assert " ".join(done.stdout.split()).count("Ahmad Vahidi Süleyman Soylu 2 1") == 1
    assert "most ties: " in done.stdout


def test_the_notebook_prints_its_tables() -> None:
    done = subprocess.run(
        [sys.executable, EXAMPLES / "notebook/ministers.py"],
        capture_output=True, text=True, check=False, timeout=240,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Ahmad Vahidi" in done.stdout
    assert "meetings" in done.stdout
