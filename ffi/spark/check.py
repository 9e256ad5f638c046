"""Compares what several ways made of the same dossiers: `check.py DIRECTORY SUM WAY...`

Each WAY is a directory in DIRECTORY with `report` and, but for the SQL, `late`. All have to hold the
same rows of form II.06a, to the last number, and the same late list. The sums of the form are checked,
and those of the totals against the late list. SUM is what the totals have to say was received, open,
late and overdue, as `received,pending,late,overdue`: answers on which all agree could still be wrong
together.
"""

import sys
from pathlib import Path

import duckdb

import motcua_arrow as m


def files(place):
    return f"{place}/*.parquet" if place.is_dir() else f"{place}.parquet"


def main():
    directory, known, ways = Path(sys.argv[1]), sys.argv[2], sys.argv[3:]
    database = duckdb.connect()
    counts = [*m.TALLY, "refused"]

    def report(way):
        # A row of zeros is no row.
        numbers = ", ".join(f"{name}::bigint AS {name}" for name in counts)
        place = files(directory / way / "report")
        return f"SELECT {', '.join(m.KEY)}, {numbers} FROM '{place}' WHERE {' + '.join(m.TALLY)} > 0"

    def late(way):
        return f"FROM '{files(directory / way / 'late')}'"

    def same(what, of, one, other):
        for left, right in ((one, other), (other, one)):
            more = database.sql(f"({of(left)}) EXCEPT ALL ({of(right)}) LIMIT 3").fetchall()
            if more:
                sys.exit(f"the {what} of `{left}` has what that of `{right}` has not: {more}")

    totals = {}
    for way in ways:
        row = database.sql(f"SELECT {', '.join(f'sum({name})::bigint' for name in counts)} FROM ({report(way)})").fetchall()[0]
        total = dict(zip(counts, row))
        if total["refused"]:
            sys.exit(f"`{way}` refused {total['refused']} dossiers")
        sums = [
            (total["received"], total["online"] + total["direct_or_post"] + total["carried_over"]),
            (total["received"], total["solved"] + total["pending"] + total["ended"]),
            (total["solved"], total["early"] + total["on_time"] + total["late"]),
            (total["pending"], total["in_time"] + total["overdue"]),
        ]
        if any(left != right for left, right in sums):
            sys.exit(f"the sums of `{way}` do not agree: {total}")
        same("report", report, ways[0], way)
        if list(directory.glob(f"{way}/late*")):
            (listed,) = database.sql(f"SELECT count(*) FROM ({late(way)})").fetchall()[0]
            if listed != total["late"] + total["overdue"]:
                sys.exit(f"`{way}` lists {listed:,} late dossiers, its report counts {total['late'] + total['overdue']:,}")
            same("late list", late, ways[0], way)
        totals[way] = total
    total = totals[ways[0]]
    told = ",".join(str(total[name]) for name in ("received", "pending", "late", "overdue"))
    if known != told:
        sys.exit(f"received, pending, late and overdue are {told}, not {known}")
    (rows,) = database.sql(f"SELECT count(*) FROM ({report(ways[0])})").fetchall()[0]
    print(f"ok: {', '.join(ways)} agree on {rows} rows of form II.06a: " + ", ".join(f"{name} {total[name]:,}" for name in m.TALLY))


if __name__ == "__main__":
    main()
