"""The same job on one machine: DuckDB reads the Parquet and adds up, the C batches evaluate.

`one_machine.py DOSSIERS LIBRARY OUT`
"""

import json
import sys
import time
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

import motcua_arrow as m
from question import AS_OF, FIRST_DAY, LATE_SQL, REPORT_SQL

ROWS = 65_536


def read(database, columns, dossiers):
    """Record batches of some columns of all files."""
    files = f"read_parquet('{dossiers}/*/*.parquet', hive_partitioning = true)"
    return database.sql(f"SELECT {', '.join(columns)} FROM {files}").to_arrow_reader(ROWS)


def main():
    dossiers, library, out = (Path(given) for given in sys.argv[1:4])
    out.mkdir(parents=True, exist_ok=True)
    office, database = m.Office(library), duckdb.connect()
    began = time.monotonic()
    batches = read(database, [*m.KEY, "online", *m.LOG], dossiers)
    parts = pa.Table.from_batches([office.report(batch, FIRST_DAY, AS_OF) for batch in batches])
    database.register("parts", parts)
    pq.write_table(database.sql(REPORT_SQL).to_arrow_table(), out / "report.parquet")
    reported = time.monotonic()
    columns = ["dossier", *m.KEY, "procedure", *m.LOG]
    writer = None
    # Read by a connection of its own, as one answers one question at a time.
    for batch in read(duckdb.connect(), columns, dossiers):
        told = office.evaluate(*(batch[name] for name in m.LOG), AS_OF)
        kept = ["dossier", *m.KEY, "procedure"]
        evaluated = pa.table([*(batch[name] for name in kept), m.as_struct(told)], [*kept, "e"])
        database.register("evaluated", evaluated)
        late = database.sql(LATE_SQL).to_arrow_table()
        writer = writer or pq.ParquetWriter(out / "late.parquet", late.schema)
        writer.write_table(late)
    writer.close()
    ended = time.monotonic()
    said = {"report_s": round(reported - began, 2), "late_list_s": round(ended - reported, 2)}
    (out / "times.json").write_text(json.dumps(said))
    print(f"DuckDB: {said}")


if __name__ == "__main__":
    main()
