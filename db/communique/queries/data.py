"""Answers as plain data: what JSON can hold, for services and for files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from math import isfinite
from typing import Any


def as_data(answer: object) -> Any:
    """An answer in JSON's own types: rows as dicts by their columns, dates and words as text.

    Takes whatever a question answers: a row, rows, what ``session.execute`` returns, or a
    composite such as a `Dossier`, whose parts become dicts and lists however deep. Left to
    itself ``json``, and with it FastAPI or Flask, would write a named tuple as a bare list.
    """
    if answer is None or isinstance(answer, bool | int):
        return answer
    if isinstance(answer, str):
        return str(answer)
    if isinstance(answer, float):
        # JSON has no word for what is no number.
        return answer if isfinite(answer) else str(answer)
    if isinstance(answer, date):
        return answer.isoformat()
    if isinstance(answer, bytes):
        return answer.hex()
    if hasattr(answer, "_asdict"):
        return as_data(answer._asdict())
    if isinstance(answer, Mapping):
        return {str(name): as_data(value) for name, value in answer.items()}
    if isinstance(answer, Iterable):
        return [as_data(each) for each in answer]
    return str(answer)
