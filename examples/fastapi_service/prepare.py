"""Fill the service's schema with the shipped records; run once, again whenever they change."""

import os

from sqlalchemy import create_engine, text

from communique import load, shipped, upgrade

engine = create_engine(os.environ["DATABASE_URL"])
with engine.begin() as connection:
    connection.execute(text("CREATE SCHEMA IF NOT EXISTS diplomacy"))
upgrade(engine, schema="diplomacy")
done = load(engine, [shipped.seeds_path()], schema="diplomacy")
print(f"{done.added} records added, {done.changed} changed, {done.unchanged} as they were")
