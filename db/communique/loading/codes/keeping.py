"""Codes of the database, of other files, and of paths."""

from __future__ import annotations

from typing import Final

from .explained import Explained

CODES: Final[dict[str, Explained]] = {
    "E701": Explained(
        "The plan is not the one that was shown.",
        "Look at a new dry run.",
        "(database):1:1: E701: the plan is 0f3a9c1d2e4b, not 77ab01c2d3e4: the files "
        "or the database changed since the dry run. Hint: look at a new dry run.",
    ),
    "E702": Explained(
        "More than a tenth of the records would be removed.",
        "If that is meant, give the exact number with --allow-removals.",
        "(database):1:1: E702: 20 of 32 records would be removed. Hint: if that is "
        "meant, give --allow-removals 20.",
    ),
    "E703": Explained(
        "A record was changed by hand in the database.",
        "Put the change into the file, or load with --overwrite.",
        "oslo.yaml:32:5: E703 meeting.oslo-talks: was changed by hand in the "
        "database. Hint: put that change into the file, or load with --overwrite to "
        "lose it.",
    ),
    "E704": Explained(
        "A second file sets a field otherwise. One record has one file; a later "
        "article adds `mentions`.",
        "Keep one.",
        "bad.yaml:4:16: E704 topics.a.label: `label` is set otherwise at "
        "bad.yaml:2:16. Hint: keep one; what a later article proves is a `mention`.",
    ),
    "E705": Explained(
        "The database refuses a row that the loader let pass: a fault of the loader.",
        "Run `communique doctor`, and report it with the file.",
        "lone.yaml:4:9: E705 actor.twin: the database refuses its actor, which the "
        "loader let pass. Hint: run `communique doctor`; if all is well there, report "
        "this with the file.",
    ),
    "E801": Explained(
        "A file or folder cannot be read.",
        "Check the path and who may read it.",
        'oslo.yaml:4:14: E801 article.text_file: "olso.txt" cannot be read: No such '
        "file or directory. Hint: correct the name, or put the file there.",
    ),
    "E802": Explained(
        "No record file there.",
        "Check the path; record files end in .yaml or .jsonl.",
        "empty:1:1: E802: no record file in this folder. Hint: record files end in "
        ".yaml or .jsonl.",
    ),
    "E803": Explained(
        "A link or path leads out of the folder that is loaded.",
        "Put the file itself there.",
        "oslo.yaml:4:14: E803 article.text_file: leads out of the folder that is "
        "loaded. Hint: put the text beside its record file.",
    ),
    "E806": Explained(
        "A file that looks like a record file and is none.",
        "Let its name end in .yaml or .jsonl, or move it away.",
        "x.yml:1:1: E806: looks like a record file and is none. Hint: let its name "
        "end in .yaml, or move it away.",
    ),
}
