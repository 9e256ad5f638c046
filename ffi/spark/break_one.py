"""Makes one total of a report wrong by one dossier, so that `check.py` can be seen to notice:
`break_one.py REPORT`."""

import sys
from pathlib import Path

import pyarrow.compute as pc
import pyarrow.parquet as pq


def main():
    for part in sorted(Path(sys.argv[1]).glob("*.parquet")):
        table = pq.read_table(part)
        if table.num_rows > 0:
            # The sums of the row still agree: only a comparison can find it.
            for name in ("received", "online", "solved", "early"):
                column = table.column_names.index(name)
                one_more = pc.add(table[name], [1] + [0] * (table.num_rows - 1))
                table = table.set_column(column, name, one_more)
            pq.write_table(table, part)
            return
    sys.exit("there is no report to break")


if __name__ == "__main__":
    main()
