"""Who signed with whom, in a notebook's cells: pandas for the tables, DuckDB for the questions."""

# %% Open a database and fill it with the shipped records
import sys

import duckdb
import pandas as pd

from communique import load, shipped, signings, upgrade
from communique.databases import engine_for

engine = engine_for(sys.argv[1] if len(sys.argv) > 1 else "sqlite://")
upgrade(engine)
load(engine, [shipped.seeds_path()])

# %% A starter is a Select, so pandas reads it as it is
with engine.connect() as connection:
    signed = pd.read_sql(signings(level="minister"), connection)
    attended = pd.read_sql("SELECT * FROM attendance WHERE meeting_status = 'held'", connection)
print(signed[["signer_name", "party_name", "agreement_title", "signed_edtf"]].to_string())

# %% DuckDB asks the data frames by their names
answer = duckdb.sql(
    """
    SELECT country, count(DISTINCT meeting) AS meetings, count(DISTINCT actor) AS people
    FROM attended GROUP BY country ORDER BY meetings DESC, country
    """
).df()
print(answer.to_string())
engine.dispose()
