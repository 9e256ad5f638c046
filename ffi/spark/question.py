"""What is asked of the dossiers, on one machine and on a cluster: the third quarter of 2026."""

import motcua_arrow as m

FROM, TO = "2026-07-01", "2026-09-30"
FIRST_DAY, AS_OF = m.day(FROM), m.end_of(TO)

# The parts that were made side by side are added up.
REPORT_SQL = f"""
SELECT {", ".join(m.KEY)}, {", ".join(f"sum({name}) AS {name}" for name in [*m.TALLY, "refused"])}
FROM parts GROUP BY {", ".join(m.KEY)}
"""

# Those solved late in the period and those overdue at its end, with by how much.
LATE_SQL = f"""
SELECT dossier, province, field, procedure, e.due AS due, e.received AS received,
       e.finished AS finished, e.state AS state, e.days AS days, e.hours AS hours
FROM evaluated
WHERE e.state = {m.OVERDUE} OR (e.state = {m.LATE} AND e.finished >= {m.instant(FROM)})
"""
