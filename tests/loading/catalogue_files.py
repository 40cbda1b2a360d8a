"""The catalogue, group J: files, folders and paths, and what stands beside the good ones."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from tests.loading.archives import archive

Prepare = Callable[[Path], Path]
TOPIC = "topics:\n  t: {label: A}\n"
FILES: dict[str, tuple[str, Prepare]] = {}


def wrong(code: str, name: str) -> Callable[[Prepare], Prepare]:
    """A function that spoils a folder of good files and answers with the path to load."""

    def kept(prepare: Prepare) -> Prepare:
        FILES[name] = (code, prepare)
        return prepare

    return kept


def beside(code: str, name: str, file: str, content: str = TOPIC) -> None:
    """A file of this name among the good ones."""

    def prepare(folder: Path) -> Path:
        (folder / file).parent.mkdir(exist_ok=True)
        (folder / file).write_text(content)
        return folder

    wrong(code, name)(prepare)


def of_text(
    code: str, name: str, text_file: str, make: Callable[[Path], object] | None = None
) -> None:
    """An article whose text lies there."""

    def prepare(folder: Path) -> Path:
        archive(folder, ("text_file: oslo.txt", f"text_file: {text_file}"))
        if make is not None:
            make(folder)
        return folder

    wrong(code, name)(prepare)


def _circle(folder: Path) -> None:
    (folder / "a.txt").symlink_to("b.txt")
    (folder / "b.txt").symlink_to("a.txt")


for each in (
    "x.yml",
    "x.yaml.bak",
    "x.yaml~",
    "x.YAML",
    "x.yaml.orig",
    "#x.yaml#",
    "x.yaml.txt",
    "x.ndjson",
    "x.jsonl.gz",
    "x.yaml.swp",
    "copy of x.yaml (1)",
    "x.yaml.part",
    "a/x.yml",
):
    beside("E806", f"J6 {each}", each)
beside("E412", "E13 a section in another's folder", "actors/x.yaml")
beside("E412", "E13 a record in another's folder", "actors/t.yaml", "label: A\n")
beside("E412", "E13 an article in another's folder", "topics/x.yaml", "article: {title: A}\n")
beside(
    "E412",
    "E13 a meeting among agreements",
    "agreements/m.yaml",
    "title: T\nkind: talks\nstatus: held\ndate: 2024-03-05\nparticipants: []\n",
)
beside("E407", "E8 a file name that is no slug", "Big File.yaml", "article: {title: A}\n")
beside("E407", "E8 a record's file name that is no slug", "topics/A_B.yaml", "label: A\n")
beside("E503", "G3 the same slug in two files", "topics/fisheries.yaml", "label: Fish\n")

of_text("E801", "J1 no text", "olso.txt")
of_text("E801", "J1 a folder as text", "sub", lambda folder: (folder / "sub").mkdir())
of_text("E801", "J1 a pipe as text", "pipe.txt", lambda folder: os.mkfifo(folder / "pipe.txt"))
of_text("E801", "J1 a text with a long name", "x" * 300)
of_text(
    "E801",
    "J1 a text that links in a circle",
    "a.txt",
    _circle,
)
of_text("E803", "J3 a text above", "../secret.txt")
of_text("E803", "J3 an absolute text", "/etc/passwd")
of_text("E803", "J3 a text on a way out and in", "../../../../../../../../etc/passwd")
of_text(
    "E803",
    "J3 a text that leads out",
    "link.txt",
    lambda folder: (folder / "link.txt").symlink_to("/etc/passwd"),
)


@wrong("E801", "J1 no such folder")
def nowhere(folder: Path) -> Path:
    return folder / "nowhere"


@wrong("E801", "J1 no such file")
def no_file(folder: Path) -> Path:
    return folder / "nowhere.yaml"


@wrong("E801", "J1 a name that is too long")
def too_long(folder: Path) -> Path:
    return folder / ("x" * 300 + ".yaml")


@wrong("E801", "J1 a pipe")
def pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipe.yaml")
    return folder


@wrong("E801", "J1 a pipe by its name")
def lone_pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipe.yaml")
    return folder / "pipe.yaml"


@wrong("E801", "J1 a link to nothing")
def dangling(folder: Path) -> Path:
    (folder / "x.yaml").symlink_to("nothing.yaml")
    return folder


@wrong("E101", "J7 a name that is not UTF-8")
def bytes_as_name(folder: Path) -> Path:
    (folder / os.fsdecode(b"t\xff.yaml")).write_text(TOPIC)
    return folder


@wrong("E101", "J7 a name that is not UTF-8, given by itself")
def lone_bytes_as_name(folder: Path) -> Path:
    (folder / os.fsdecode(b"t\xff.yaml")).write_text(TOPIC)
    return folder / os.fsdecode(b"t\xff.yaml")


@wrong("E101", "J7 a folder whose name is not UTF-8")
def bytes_as_folder(folder: Path) -> Path:
    place = folder / os.fsdecode(b"t\xff")
    place.mkdir()
    (place / "t.yaml").write_text(TOPIC)
    return folder


@wrong("E106", "A8 a file name with a line break")
def line_break_in_name(folder: Path) -> Path:
    (folder / "a\nb.yaml").write_text("article: {title: A}\n")
    return folder


@wrong("E407", "E8 a name with signs for a terminal")
def escape_in_name(folder: Path) -> Path:
    (folder / "a\x1b[31m.yaml").write_text("article: {title: A}\n")
    return folder


@wrong("E801", "J1 links in a circle")
def circle(folder: Path) -> Path:
    (folder / "a.yaml").symlink_to("b.yaml")
    (folder / "b.yaml").symlink_to("a.yaml")
    return folder


@wrong("E801", "J1 a device")
def device(folder: Path) -> Path:
    (folder / "zero.yaml").symlink_to("/dev/zero")
    return folder / "zero.yaml"


@wrong("E803", "J3 a device behind a link")
def linked_device(folder: Path) -> Path:
    (folder / "zero.yaml").symlink_to("/dev/zero")
    return folder


@wrong("E802", "J2 an empty folder")
def empty(folder: Path) -> Path:
    (folder / "empty").mkdir()
    return folder / "empty"


@wrong("E802", "J2 a folder of hidden files")
def hidden(folder: Path) -> Path:
    (folder / "empty").mkdir()
    (folder / "empty" / ".x.yaml").write_text(TOPIC)
    return folder / "empty"


@wrong("E802", "J2 a pattern")
def pattern(folder: Path) -> Path:
    return folder / "none-*.yaml"


@wrong("E803", "J3 a link out of the folder")
def link(folder: Path) -> Path:
    outside = folder.parent / "outside.yaml"
    outside.write_text(TOPIC)
    (folder / "x.yaml").symlink_to(outside)
    return folder


@wrong("E803", "J3 a folder that leads out")
def linked_folder(folder: Path) -> Path:
    outside = folder.parent / "outside"
    outside.mkdir()
    (outside / "x.yaml").write_text(TOPIC)
    (folder / "sub").symlink_to(outside)
    return folder


@wrong("E806", "J6 another file by its name")
def another(folder: Path) -> Path:
    (folder / "notes.txt").write_text("words")
    return folder / "notes.txt"
