"""The days off of the notices 2010-2026 against the package `holidays`.

The differences are listed one by one: days it lacks, and make-up days it lacks. Another
difference, or one that is gone, is a failure.
"""

import datetime

import holidays

import engine

FIRST, LAST = datetime.date(2010, 1, 1), datetime.date(2026, 12, 31)

# Weekdays off that it does not have: swaps of the notices, and the days of Tết 2014 around the
# split of that year.
LACKS_OFF = {
    "2010-09-03",
    "2011-01-31", "2011-02-01", "2011-04-11",
    "2012-12-31",
    "2014-01-28", "2014-02-05",
    "2026-01-02",
}
# Weekdays it has off and the notices have not.
LACKS_WORK = set()
# Make-up days that it does not have.
LACKS_MAKE_UP = {
    "2010-09-11",
    "2011-01-29", "2011-01-30", "2011-04-09",
    "2013-01-05", "2013-02-23",
    "2014-01-25", "2014-02-08",
    "2026-01-10",
}

theirs = holidays.country_holidays("VN", years=range(FIRST.year, LAST.year + 1))
off, make_up = set(), set()
compared = 0
for day in engine.days(FIRST, LAST):
    date = datetime.date.fromisoformat(day["date"])
    compared += 1
    if date.weekday() < 5 and not day["working"]:
        off.add(day["date"])
    if date.weekday() >= 5 and day["working"]:
        make_up.add(day["date"])
their_off = {str(date) for date in theirs if date.weekday() < 5}
their_make_up = {str(d) for d in theirs.weekend_workdays if FIRST <= d <= LAST}


def same(what, found, listed):
    assert found == listed, f"{what}: news {sorted(found - listed)}, gone {sorted(listed - found)}"


same("days off it lacks", off - their_off, LACKS_OFF)
same("days off it has", their_off - off, LACKS_WORK)
same("make-up days it lacks", make_up - their_make_up, LACKS_MAKE_UP)
same("make-up days it has", their_make_up - make_up, set())
assert compared == (LAST - FIRST).days + 1
print(f"days off: {compared} days, {len(off)} weekdays off and {len(make_up)} make-up days,"
      f" {len(LACKS_OFF) + len(LACKS_MAKE_UP)} known differences from holidays {holidays.__version__}")
