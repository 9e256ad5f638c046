"""Measures the Python peers on the rows that the Rust program wrote."""

import datetime
import json
import pathlib
import statistics
import sys
import time

import holidays
import numpy as np
import pandas as pd
import QuantLib as ql

folder = pathlib.Path(sys.argv[1])
REPEATS = 9
EPOCH = datetime.date(1970, 1, 1)


def column(name, kind):
    return np.fromfile(folder / name, dtype=kind)


dates, n, to = (column(f"{name}.i32", "<i4") for name in ("dates", "n", "to"))
at, until = column("at.i64", "<i8"), column("until.i64", "<i8")
minutes = column("minutes.i32", "<i4")
off, make_up = column("off.i32", "<i4"), column("make_up.i32", "<i4")
right_add, right_count = column("add_days.i32", "<i4"), column("count_days.i32", "<i4")
right_minutes = column("add_minutes.i64", "<i8")


def measure(peer, operation, right, run, rows=None):
    """`run` answers the first `rows` rows; its answers are compared as integers."""
    rows = rows or len(right)
    wrong = int((np.asarray(run(rows)).astype("i8") != right[:rows]).sum())
    times = []
    for _ in range(REPEATS):
        begun = time.process_time_ns()
        run(rows)
        times.append((time.process_time_ns() - begun) / rows)
    told = {
        "peer": peer,
        "operation": operation,
        "median": round(statistics.median(times), 3),
        "min": round(min(times), 3),
        "max": round(max(times), 3),
        "rows": rows,
        "repeats": REPEATS,
        "wrong": wrong,
    }
    print(json.dumps(told), flush=True)


def days(column):
    return column.astype("datetime64[D]")


def date(day):
    return EPOCH + datetime.timedelta(int(day))


def day(date):
    return (date - EPOCH).days


# numpy, as it is meant to be used; it cannot be told of a worked Saturday.
plain = np.busdaycalendar(weekmask="1111100", holidays=days(off))
# The trick: a longer week, in which every other weekend day is a holiday.
weekdays = (make_up + 3) % 7
mask = "11111" + ("1" if (weekdays == 5).any() else "0") + ("1" if (weekdays == 6).any() else "0")
longer = np.arange(off.min() - 400, off.max() + 400)
weekend = longer[[mask[(day + 3) % 7] == "1" and (day + 3) % 7 > 4 for day in longer]]
swaps = np.busdaycalendar(
    weekmask=mask, holidays=days(np.union1d(off, np.setdiff1d(weekend, make_up)))
)
from64, n64, to64 = days(dates), n.astype("i8"), days(to)
for peer, calendar in (("numpy busday", plain), ("numpy busday, swap-day trick", swaps)):
    measure(
        peer,
        "add_days",
        right_add,
        # A start that is off goes back first, so that the count begins behind it.
        lambda rows: np.busday_offset(from64[:rows], n64[:rows], roll="backward", busdaycal=calendar),
    )
    measure(
        peer,
        "count_days",
        right_count,
        lambda rows: np.busday_count(from64[:rows] + 1, to64[:rows] + 1, busdaycal=calendar),
    )


def numpy_minutes(rows):
    """Adding minutes as one would write it with numpy: day arithmetic and a division."""
    day, second = np.divmod(at[:rows], 86_400)
    first = np.busday_offset(days(day), 0, roll="forward", busdaycal=swaps)
    gone = np.clip(second - 27_000, 0, 14_400) + np.clip(second - 46_800, 0, 14_400)
    gone = np.where(first == days(day), gone, 0)
    whole, rest = np.divmod(gone + minutes[:rows].astype("i8") * 60 - 1, 28_800)
    rest += 1
    found = np.busday_offset(first, whole, roll="forward", busdaycal=swaps).astype("i8")
    return found * 86_400 + rest + np.where(rest <= 14_400, 27_000, 32_400)


measure("numpy, minutes by hand", "add_minutes", right_minutes, numpy_minutes)

# pandas: one offset for each row, which is what a column of different n leaves.
starts = [pd.Timestamp(date(day)) for day in dates[:2_000]]
measure(
    "pandas CustomBusinessDay",
    "add_days",
    right_add,
    lambda rows: [
        (start + pd.offsets.CustomBusinessDay(int(count), calendar=plain)).toordinal() - 719_163
        for start, count in zip(starts[:rows], n)
    ],
    2_000,
)

# python holidays, with its own data of Vietnam.
vietnam = holidays.country_holidays("VN", years=range(2014, 2033))
measure(
    "python holidays (own data)",
    "add_days",
    right_add,
    lambda rows: [
        day(vietnam.get_nth_working_day(date(start), int(count)))
        for start, count in zip(dates[:rows], n)
    ],
    1_000,
)
measure(
    "python holidays (own data)",
    "count_days",
    right_count,
    lambda rows: [
        vietnam.get_working_days_count(date(start) + datetime.timedelta(1), date(end))
        for start, end in zip(dates[:rows], to)
    ],
    1_000,
)


def quantlib_date(day):
    return ql.Date(int(day) + 25_569)


office = ql.BespokeCalendar("office")
office.addWeekend(ql.Saturday)
office.addWeekend(ql.Sunday)
for each in off:
    office.addHoliday(quantlib_date(each))
for each in make_up:
    office.removeHoliday(quantlib_date(each))
starts = [quantlib_date(each) for each in dates[:20_000]]
ends = [quantlib_date(each) for each in to[:20_000]]


def quantlib_add(rows):
    return [
        office.advance(start, int(count), ql.Days).serialNumber() - 25_569
        for start, count in zip(starts[:rows], n)
    ]


measure("QuantLib", "add_days", right_add, quantlib_add, 20_000)
measure(
    "QuantLib",
    "count_days",
    right_count,
    lambda rows: [
        office.businessDaysBetween(start, end, False, True)
        for start, end in zip(starts[:rows], ends)
    ],
    20_000,
)
