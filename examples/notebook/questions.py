"""The shipped questions in a notebook's cells: pandas asks them, DuckDB asks the answers."""

# %% Open a database, on either kind, and fill it with the shipped records
import sys
import tempfile
from pathlib import Path

import duckdb
import pandas as pd
from sqlalchemy.orm import Session

from communique import load, network, shipped, upgrade
from communique.databases import engine_for
from communique.questions import question, questions

engine = engine_for(sys.argv[1] if len(sys.argv) > 1 else "sqlite://")
upgrade(engine)
load(engine, [shipped.seeds_path()])

# %% Every question that comes with the program is plain SQL, so pandas reads it as it is
with engine.connect() as connection:
    answers = {each.name: pd.read_sql(each.sql(), connection) for each in questions()}
    in_2018 = question("holder-of-an-office-on-a-day").sql(
        office="interior-minister-of-iran", day="2018-10-11"
    )
    then = pd.read_sql(in_2018, connection)
print(f"{len(answers)} questions, {sum(map(len, answers.values()))} rows")
print(then[["actor_name", "certainty"]].to_string(index=False))

# %% DuckDB asks the data frames by the names of their variables
met, signed = answers["who-met-whom"], answers["co-signatories"]
both = duckdb.sql(
    """
    SELECT met.a_name, met.b_name, met.times AS meetings, coalesce(signed.times, 0) AS signed
    FROM met LEFT JOIN signed ON signed.a = met.a AND signed.b = met.b
    ORDER BY meetings DESC, met.a_name
    """
).df()
print(both.to_string(index=False))

# %% And files: Parquet for whoever works elsewhere
with tempfile.TemporaryDirectory() as folder:
    kept = Path(folder, "coverage.parquet")
    with engine.connect() as connection:
        coverage = pd.read_sql("SELECT * FROM coverage", connection)
    duckdb.sql("SELECT * FROM coverage").write_parquet(str(kept))
    proven = duckdb.sql(
        f"SELECT record_kind, sum(excerpts)::int AS excerpts FROM '{kept}'"
        " GROUP BY record_kind ORDER BY excerpts DESC LIMIT 3"
    )
    print(proven.df().to_string(index=False))

# %% A network is two lists, as any library for graphs takes them
with Session(engine) as session:
    tied = network(session, kind="person")
nodes, edges = pd.DataFrame(tied.nodes), pd.DataFrame(tied.edges)
print(f"{len(nodes)} nodes, {len(edges)} edges; most ties: {nodes.nlargest(1, 'ties').name.item()}")
engine.dispose()
