"""What we ship: a wheel and a source archive that hold everything and need no checkout."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from importlib.metadata import distribution
from pathlib import Path

import pytest

from communique.migrate import history
from tests.servers.sharing import SharedRun

ROOT = Path(__file__).parents[1]
ALL = [revision.id for revision in history()]
HOMES = {
    "db/communique/": "communique/",
    "migrations/": "communique/migrations/",
    "seeds/": "communique/seeds/",
}


def sources() -> list[str]:
    """Every file of the project, as git sees it, or as they lie there where there is no git."""
    asked = subprocess.run(
        [
            *("git", "-c", f"safe.directory={ROOT}", "ls-files", "-z"),
            *("--cached", "--others", "--exclude-standard"),
        ],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if (ROOT / ".git").exists() and asked.returncode == 0:
        names = asked.stdout.split("\0")
    else:
        names = [
            str(file.relative_to(ROOT))
            for home in HOMES
            for file in (ROOT / home).rglob("*")
            if "__pycache__" not in file.parts
        ]
    return sorted(name for name in set(names) if (ROOT / name).is_file())


def build(kind: str, folder: Path, root: Path = ROOT) -> Path:
    """The archive that hatchling builds from a folder."""
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", folder],
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    (archive,) = folder.iterdir()
    return archive


@pytest.fixture(scope="module")
def wheel(run: SharedRun) -> Path:
    def make() -> str:
        return str(build("wheel", run.folder / "wheel"))

    return Path(run.once("the-wheel", make))


def digests(wheel: Path) -> dict[str, str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist()}


def test_the_wheel_holds_the_library_its_migrations_and_its_seeds_and_nothing_else(
    wheel: Path,
) -> None:
    expected = {
        home + name.removeprefix(source): hashlib.sha256((ROOT / name).read_bytes()).hexdigest()
        for name in sources()
        for source, home in HOMES.items()
        if name.startswith(source)
    }
    packed = {name: sha for name, sha in digests(wheel).items() if ".dist-info/" not in name}
    for revision in ALL:
        assert any(
            name.startswith(f"communique/migrations/versions/{revision}_") for name in packed
        )
    assert any(name.endswith(".txt") for name in packed)
    assert packed == expected


def test_the_same_sources_make_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    assert build("wheel", tmp_path / "again").read_bytes() == wheel.read_bytes()


def test_the_source_archive_holds_everything_and_builds_the_same_wheel(
    wheel: Path, tmp_path: Path
) -> None:
    with tarfile.open(build("sdist", tmp_path / "sdist")) as archive:
        for member in archive:
            content = archive.extractfile(member)
            assert content, f"{member.name} is no plain file"
            file = tmp_path / "unpacked" / member.name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.read())
    (unpacked,) = (tmp_path / "unpacked").iterdir()
    there = {str(file.relative_to(unpacked)) for file in unpacked.rglob("*") if file.is_file()}
    assert set(sources()) - there == set()
    assert digests(build("wheel", tmp_path / "rebuilt", unpacked)) == digests(wheel)


def test_an_editable_install_keeps_no_copies() -> None:
    ours = distribution("communique")
    if json.loads(ours.read_text("direct_url.json") or "{}").get("dir_info", {}).get("editable"):
        assert not [file for file in ours.files or [] if str(file).startswith("communique/")]


@pytest.fixture(scope="module")
def installed(run: SharedRun, wheel: Path) -> Path:
    """The programs of an environment that has the wheel, and our libraries but not our checkout."""
    home = run.folder / "installed"

    def make() -> str:
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", home], check=True)
        python = home / "bin/python"
        subprocess.run(
            [
                *(sys.executable, "-m", "pip", "--python", python, "install", "--quiet"),
                *("--no-deps", "--no-index", "--disable-pip-version-check", wheel),
            ],
            check=True,
        )
        # A plain line of a .pth file adds a folder and does not follow the .pth files in it, so the
        # editable install of the checkout stays out.
        purelib = subprocess.run(
            [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
            capture_output=True, text=True, check=True,
        ).stdout.strip()  # fmt: skip
        Path(purelib, "libraries.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
        return str(home / "bin")

    return Path(run.once("the-installed-wheel", make))


def answer_of(*command: str | Path, cwd: Path = Path("/")) -> str:
    done = subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, check=False, env={"PATH": "/usr/bin:/bin"}
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_installed_wheel_is_imported_and_not_the_checkout(installed: Path) -> None:
    where = "import communique, pathlib; print(pathlib.Path(communique.__file__).resolve())"
    answer = Path(answer_of(installed / "python", "-c", where).strip())
    assert answer.is_relative_to(installed.parent.resolve())
    assert (answer.parent / "migrations/env.py").exists()
    assert [*answer.parent.glob("seeds/articles/*.txt")]


def test_the_installed_program_names_its_version(installed: Path) -> None:
    assert distribution("communique").version in answer_of(installed / "communique", "--version")


def test_the_installed_program_gives_its_demo_from_any_folder(
    installed: Path, tmp_path: Path
) -> None:
    assert "Soylu" in answer_of(installed / "communique", "demo", cwd=tmp_path)


WHOLE_LIFE = """
import logging, sys
host = logging.getLogger("host")
import communique
from communique import shipped
from communique.databases import engine_for
engine = engine_for(sys.argv[1])
print(*communique.upgrade(engine).applied)
communique.load(engine, [shipped.seeds_path()])
with communique.connect(engine) as session:
    rows = session.execute(communique.signings(level="minister", kind="mou")).all()
    proofs = communique.evidence_for(session, "signature", [row.id for row in rows])
print(sorted(row.signer_name for row in rows), all(proofs.values()))
print(communique.check_schema(engine))
print(*communique.downgrade(engine, "base").applied)
print(host.disabled, logging.root.handlers, logging.root.level == logging.WARNING)
"""


def test_the_wheel_lives_a_whole_life_from_an_empty_folder(
    installed: Path, database_url: str, tmp_path: Path
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    said = answer_of(installed / "python", "-c", WHOLE_LIFE, database_url, cwd=empty)
    assert said.splitlines() == [
        " ".join(ALL),
        "['Ahmad Vahidi', 'Süleyman Soylu'] True",
        "[]",
        " ".join(reversed(ALL)),
        "False [] True",
    ]
    assert not [*empty.iterdir()]


CONSUMER = (ROOT / "tests/embedding/consumer.py").read_text(encoding="utf-8")
STRICT = {
    "mypy": ["--strict", "--cache-dir", "{cache}", "--python-executable", "{python}"],
    "pyright": ["--pythonpath", "{python}"],
}


def complaints_of(checker: str, installed: Path, home: Path, code: str) -> tuple[int, str]:
    (home / "consumer.py").write_text(code, encoding="utf-8")
    (home / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict"}', encoding="utf-8")
    # What is kept here is what others' libraries say of their types, which takes longest.
    named = {"python": installed / "python", "cache": ROOT / ".mypy_cache/consumer"}
    options = [option.format(**named) for option in STRICT[checker]]
    done = subprocess.run(
        [sys.executable, "-m", checker, *options, "consumer.py"],
        cwd=home, capture_output=True, text=True, check=False, timeout=500,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


@pytest.mark.extras
@pytest.mark.parametrize("checker", STRICT)
def test_a_strict_consumer_of_the_wheel_has_no_complaint(
    installed: Path, tmp_path: Path, checker: str
) -> None:
    status, said = complaints_of(checker, installed, tmp_path, CONSUMER)
    assert status == 0, said
    wrong = f"{CONSUMER}\n\nscript: int = offline_sql()\n"
    status, said = complaints_of(checker, installed, tmp_path, wrong)
    assert (status, "error" in said) == (1, True), said
