"""A second opinion: form II.06a of the same Parquet in SQL alone, without the engine.

`plain_sql.py DOSSIERS OUT`

The rules are written anew from core/docs/RULES.md, for what the made-up dossiers hold: terms of working
days, of days, of working hours and of the same day, one interruption at most, one new appointment at
most. Working days come from the notices by `dossiers.working_days`.
"""

import sys
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

import motcua_arrow as m
from dossiers import FIRST, LAST, working_days
from question import AS_OF, FIRST_DAY

MACROS = """
-- How many working days there are up to a date, that day with them, and the way back.
CREATE MACRO rank_of(d) AS getvariable('ranks')[d - getvariable('before')];
CREATE MACRO works(d) AS rank_of(d) > rank_of(d - 1);
CREATE MACRO nth(r) AS getvariable('worked')[r];
-- The office seconds of an instant: those of all days before it, and those of its own day.
CREATE MACRO of_day(t) AS greatest(least(t % 86400 - 27000, 14400), 0) + greatest(least(t % 86400 - 46800, 14400), 0);
CREATE MACRO office(t) AS CASE WHEN works(t // 86400) THEN (rank_of(t // 86400) - 1) * 28800 + of_day(t)
                               ELSE rank_of(t // 86400) * 28800 END;
-- The instant so many office seconds are over; at the end of a session that is its close.
CREATE MACRO over_at(q) AS nth((q + 28799) // 28800) * 86400 + CASE
    WHEN (q - 1) % 28800 + 1 <= 14400 THEN 27000 + (q - 1) % 28800 + 1
    ELSE 46800 - 14400 + (q - 1) % 28800 + 1 END;
CREATE MACRO rolled(d) AS CASE WHEN works(d) THEN d ELSE nth(rank_of(d) + 1) END;
-- The due date of a term that begins at an instant.
CREATE MACRO due(t, n, unit) AS CASE unit
    WHEN 5 THEN nth(rank_of(t // 86400) + n)
    WHEN 4 THEN rolled(t // 86400 + n)
    WHEN 3 THEN over_at(office(t) + n * 3600) // 86400
    ELSE CASE WHEN works(t // 86400) AND t % 86400 <= 15 * 3600 THEN t // 86400
              ELSE nth(rank_of(t // 86400) + 1) END END;
"""

# $1 is the instant judged at, $2 the first day of the period.
REPORT = """
WITH log AS (
    SELECT province, field, online, amount // 1000 AS n, unit,
           at_local[list_position(code, 2)] AS received,
           at_local[coalesce(list_position(code, 10), list_position(code, 14))] AS paused,
           at_local[coalesce(list_position(code, 11), list_position(code, 15))] AS resumed,
           coalesce(list_position(code, 10), 0) > 0 AS anew,
           at_local[list_position(code, 18)] AS put_off, argument[list_position(code, 18)] AS put_off_to,
           at_local[list_position(code, 20)] AS withdrawn, at_local[list_position(code, 22)] AS finished
    FROM read_parquet('{files}', hive_partitioning = true)
), known AS (
    SELECT province, field, online, n, unit, anew, received, put_off_to,
           CASE WHEN paused <= $1 THEN paused END AS paused,
           CASE WHEN resumed <= $1 THEN resumed END AS resumed,
           CASE WHEN put_off <= $1 THEN put_off END AS put_off,
           CASE WHEN withdrawn <= $1 THEN withdrawn END AS withdrawn,
           CASE WHEN finished <= $1 THEN finished END AS finished
    FROM log WHERE received <= $1
), promised AS (
    SELECT *, due(received, n, unit) AS first_due,
           CASE WHEN unit = 3 THEN over_at(office(received) + n * 3600) END AS first_due_at
    FROM known
), interrupted AS (
    SELECT *, paused IS NOT NULL AND (paused // 86400 > first_due OR coalesce(paused > first_due_at, false)) AS broken
    FROM promised
), moved AS (
    SELECT *, CASE
        WHEN put_off IS NOT NULL THEN put_off_to // 86400
        WHEN resumed IS NULL OR broken THEN first_due
        WHEN anew THEN greatest(first_due, due(resumed, n, unit))
        WHEN unit = 4 THEN rolled(received // 86400 + n + resumed // 86400 - paused // 86400)
        WHEN unit = 3 THEN over_at(office(received) + n * 3600 + office(resumed) - office(paused)) // 86400
        ELSE nth(rank_of(first_due) + rank_of(resumed // 86400) - rank_of(paused // 86400)) END AS due
    FROM interrupted
), judged AS (
    SELECT province, field, online, received // 86400 < $2 AS carried,
           coalesce(finished, withdrawn) // 86400 AS over, CASE
        WHEN withdrawn IS NOT NULL THEN 'on_time'
        WHEN finished // 86400 < due THEN 'early'
        WHEN finished // 86400 = due THEN 'on_time'
        WHEN finished IS NOT NULL THEN 'late'
        WHEN paused IS NOT NULL AND resumed IS NULL AND paused // 86400 <= due THEN 'in_time'
        WHEN $1 // 86400 > due THEN 'overdue'
        ELSE 'in_time' END AS stands
    FROM moved
)
SELECT province, field,
       count(*) AS received,
       count_if(online AND NOT carried) AS online,
       count_if(NOT online AND NOT carried) AS direct_or_post,
       count_if(carried) AS carried_over,
       count_if(stands IN ('early', 'on_time', 'late')) AS solved,
       count_if(stands = 'early') AS early, count_if(stands = 'on_time') AS on_time,
       count_if(stands = 'late') AS late,
       count_if(stands IN ('in_time', 'overdue')) AS pending,
       count_if(stands = 'in_time') AS in_time, count_if(stands = 'overdue') AS overdue,
       0 AS ended, 0 AS refused
FROM judged WHERE over IS NULL OR over >= $2
GROUP BY province, field
"""


def main():
    dossiers, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    worked = working_days()
    ranks = np.searchsorted(worked, np.arange(FIRST, LAST + 1), side="right")
    database = duckdb.connect()
    for name, value in (
        ("ranks", ranks.tolist()),
        ("worked", worked.astype("i8").tolist()),
        # Lists are counted from 1.
        ("before", int(FIRST.astype("i8")) - 1),
    ):
        database.execute(f"SET VARIABLE {name} = {value}")
    database.execute(MACROS)
    # One province after the other: all at once would want 15 GB of disk for ten million dossiers.
    reports = [
        database.sql(REPORT.format(files=f"{province}/*.parquet"), params=[AS_OF, FIRST_DAY]).to_arrow_table()
        for province in sorted(dossiers.glob("province=*"))
    ]
    table = pa.concat_tables(reports)
    assert table.column_names == [*m.KEY, *m.TALLY, "refused"]
    pq.write_table(table, out / "report.parquet")
    print(f"SQL alone: {table.num_rows} rows of form II.06a")


if __name__ == "__main__":
    main()
