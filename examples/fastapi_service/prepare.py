"""Fill the service's schema with the shipped records; run once, again whenever they change."""

import os

from sqlalchemy import create_engine, make_url, text

from communique import load, shipped, upgrade

url = make_url(os.environ["DATABASE_URL"]).update_query_dict({"options": "-csearch_path=diplomacy"})
engine = create_engine(url)
with engine.begin() as connection:
    connection.execute(text("CREATE SCHEMA IF NOT EXISTS diplomacy"))
upgrade(engine)
done = load(engine, [shipped.seeds_path()])
print(f"{done.added} records added, {done.changed} changed, {done.unchanged} as they were")
