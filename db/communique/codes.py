"""Codes of countries and languages: which ones exist, and which one was meant."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

_LONGEST: Final = 100


class CodeProblem(NamedTuple):
    """What is wrong with a code, and what to write instead."""

    message: str
    hint: str


def country_problem(text: str) -> CodeProblem | None:
    """Nothing when a text is an ISO 3166 alpha-2 code in capitals, else what to write instead."""
    from iso3166 import countries_by_alpha2

    if text in countries_by_alpha2:
        return None
    meant = _country_meant(text[:_LONGEST].strip())
    cure = f'Write "{meant}".' if meant else 'Write two capital letters, for example "TR".'
    return CodeProblem(f"{_shown(text)} is not an ISO 3166 country code.", cure)


def language_problem(text: str) -> CodeProblem | None:
    """Nothing when a text is a BCP 47 tag in its usual form, else what to write instead."""
    meant = _usual_tag(text) or _language_named(text[:_LONGEST].strip())
    if meant == text:
        return None
    cure = f'Write "{meant}".' if meant else 'Write a BCP 47 tag, for example "en" or "fa".'
    return CodeProblem(f"{_shown(text)} is not a BCP 47 language tag in its usual form.", cure)


def _country_meant(text: str) -> str | None:
    from iso3166 import countries, countries_by_alpha2

    if found := countries.get(text, None):
        return found.alpha2
    regions = _registered("region")
    # CLDR knows codes that people use and ISO has not given out, such as UK. It also replaces
    # the registered codes of states that are no more, which is not ours to do.
    if text.isascii() and text.isalpha() and text.upper() not in regions.values():
        alias = (_usual_tag(f"und-{text}") or "").removeprefix("und-")
        if alias in countries_by_alpha2:
            return alias
    # The language registry keeps everyday and older names, ISO only the official ones.
    if (code := regions.get(text.casefold())) in countries_by_alpha2:
        return code
    return _country_like(text.casefold()) if len(text) > 3 else None


def _country_like(text: str) -> str | None:
    """The one country whose official name has, or nearly is, this text: nothing when two do."""
    from iso3166 import countries
    from rapidfuzz import fuzz

    names = {country.alpha2: country.name.casefold() for country in countries}
    starts = {code for code, name in names.items() if f" {text}" in f" {name}"}
    nearly = {code for code, name in names.items() if fuzz.ratio(text, name) >= 80}
    likely = starts or nearly
    return likely.pop() if len(likely) == 1 else None


def _usual_tag(text: str) -> str | None:
    import langcodes

    if len(text) > _LONGEST or not langcodes.tag_is_valid(text):
        return None
    return langcodes.standardize_tag(text)


def _language_named(text: str) -> str | None:
    code = _registered("language").get(text.casefold())
    return _usual_tag(code) if code else None


@lru_cache(maxsize=2)
def _registered(kind: str) -> dict[str, str]:
    """The subtags of the IANA language registry by English name in lower case, first one wins."""
    from langcodes.registry_parser import parse_registry

    subtags: dict[str, str] = {}
    for entry in parse_registry():  # type: ignore[no-untyped-call]
        if entry.get("Type") == kind:
            for name in entry["Description"]:
                subtags.setdefault(name.casefold(), entry["Subtag"])
    return subtags


def _shown(text: str) -> str:
    safe = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text[:80])
    return f'"{safe}{"..." if len(text) > 80 else ""}"'
