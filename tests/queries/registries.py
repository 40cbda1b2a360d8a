"""The registries of the archive made by hand: who, in which office, where, in which article."""

from __future__ import annotations

from communique.models import Actor, Article, Name, Office, Place, Tenure, Topic
from communique.names import fold
from tests.queries.writing import Archive, when

ACTORS = {
    "iran": ("state", "Iran", "IR", ["Islamic Republic of Iran"]),
    "turkey": ("state", "Turkey", "TR", ["Türkiye"]),
    "russia": ("state", "Russia", "RU", []),
    "ahmad-vahidi": ("person", "Ahmad Vahidi", "IR", ["Vahidi"]),
    "suleyman-soylu": ("person", "Süleyman Soylu", "TR", ["Soylu", "Suleyman Soylu"]),
    "ali-rahmani": ("person", "Ali Rahmani", "IR", ["Rahmani"]),
    "omid-rahmani": ("person", "Omid Rahmani", "IR", ["Rahmani"]),
    "anadolu": ("media", "Anadolu Agency", "TR", ["AA"]),
    "tasnim": ("media", "Tasnim", "IR", []),
    # Another actor that is written exactly as a slug reads: the slug wins.
    "republic": ("organisation", "Republic", None, ["Iran"]),
}
OFFICES = {
    "interior-iran": ("Interior Minister of Iran", "minister", "interior", "iran"),
    "interior-turkey": ("Interior Minister of Turkey", "minister", "interior", "turkey"),
    "deputy-iran": ("Deputy Foreign Minister of Iran", "deputy_minister", "foreign", "iran"),
    "president-iran": ("President of Iran", "head_of_state", None, "iran"),
}
PLACES = {
    "iran-country": ("Iran", "country", "IR", None),
    "tehran": ("Tehran", "city", "IR", "iran-country"),
    "saadabad": ("Saadabad Palace", "venue", "IR", "tehran"),
    "ankara": ("Ankara", "city", "TR", None),
}
TOPICS = {"security": None, "border-security": "security", "smuggling": "border-security"}
ARTICLES = {
    "first": ("[2021-10-06..2021-11-14]", "tasnim"),
    "second": ("2021-11-15", "anadolu"),
    "undated": (None, None),
    "later": ("2022-03-01", None),
}
TENURES = [
    ("ahmad-vahidi", "interior-iran", "2021-08-25", None),
    ("suleyman-soylu", "interior-turkey", "2016-08-31", ".."),
    ("ali-rahmani", "interior-iran", "2013", "2021-08-24"),
    # In office from a Thursday to a Tuesday, as far as is known.
    ("omid-rahmani", "deputy-iran", "2021-10-07", "[2021-10-12,2021-10-19]"),
    ("ali-rahmani", "president-iran", None, "2005-08-03"),
]


def write_registries(a: Archive) -> None:
    for slug, (kind, text, country, others) in ACTORS.items():
        actor = a.add(Actor, slug, kind=kind, name=text, country=country)
        for each in [text, *others]:
            kind_of_name = "canonical" if each == text else "variant"
            a.add(
                Name,
                f"{slug}: {each}",
                actor_id=actor,
                text=each,
                folded=fold(each),
                kind=kind_of_name,
            )
    for slug, (title, level, portfolio, of) in OFFICES.items():
        office = a.add(
            Office,
            slug,
            title=title,
            level=level,
            portfolio=portfolio,
            of_id=a["actor", of],
            single_holder=1,
        )
        a.add(Name, slug, office_id=office, text=title, folded=fold(title), kind="canonical")
    for slug, (text, kind, country, inside) in PLACES.items():
        within = a["place", inside] if inside else None
        place = a.add(Place, slug, name=text, kind=kind, country=country, inside_id=within)
        a.add(Name, slug, place_id=place, text=text, folded=fold(text), kind="canonical")
    for slug, broader in TOPICS.items():
        a.add(Topic, slug, label=slug, broader_id=a["topic", broader] if broader else None)
    for slug, (published, outlet) in ARTICLES.items():
        a.add(
            Article,
            slug,
            published=when(published),
            outlet_id=a["actor", outlet] if outlet else None,
        )
    for number, (holder, post, since, until) in enumerate(TENURES):
        a.add(
            Tenure, f"tenure {number}", holder_id=a["actor", holder], office_id=a["office", post],
            since=when(since), until=when(until), acting=0,
        )  # fmt: skip
