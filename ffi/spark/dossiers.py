"""Dossiers of a country, made up from a fixed seed, as Parquet: `dossiers.py DIRECTORY ROWS`.

Two files for each province. Each row is a dossier with its log in three lists: when (`at_local`,
seconds since 1970 on Vietnam's clock), what (`code`, MOTCUA_EVENT_...), and the argument of the events
that have one. The same rows always come out the same, whatever the machine.

Working days come from the official notices in core/data/days_off.json by arithmetic of this file
alone: the engine has no part in what it is asked.
"""

import json
import sys
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

import motcua_arrow as m

SEED = 2026
PROVINCES = 34
FILES_PER_PROVINCE = 2
FIRST, LAST = np.datetime64("2026-01-01"), np.datetime64("2027-06-30")
RECEIPTS = np.datetime64("2026-04-01"), np.datetime64("2026-10-09")
# Minutes of an office day, and where its two sessions begin.
SESSION, OFFICE_DAY, MORNING, AFTERNOON = 240, 480, 450, 780

# Field, limit in thousandths, its unit, and how many of a hundred dossiers are of it.
PROCEDURES = [
    ("Hộ tịch", 0, m.SAME_DAY, 13),
    ("Hộ tịch", 3_000, m.WORKING_DAY, 7),
    ("Chứng thực", 0, m.SAME_DAY, 16),
    ("Chứng thực", 8_000, m.WORKING_HOUR, 6),
    ("Đất đai", 10_000, m.WORKING_DAY, 9),
    ("Đất đai", 20_000, m.WORKING_DAY, 5),
    ("Đất đai", 30_000, m.WORKING_DAY, 2),
    ("Đăng ký kinh doanh", 3_000, m.WORKING_DAY, 9),
    ("Đăng ký kinh doanh", 12_000, m.WORKING_HOUR, 3),
    ("Xây dựng", 7_000, m.WORKING_DAY, 4),
    ("Xây dựng", 15_000, m.WORKING_DAY, 4),
    ("Bảo trợ xã hội", 10_000, m.WORKING_DAY, 6),
    ("Lý lịch tư pháp", 10_000, m.DAY, 5),
    ("Giao thông vận tải", 5_000, m.WORKING_DAY, 6),
    ("Bưu chính", 10_000, m.WORKING_DAY, 2),
    ("Y tế", 30_000, m.DAY, 3),
]


def working_days():
    """The working days, from the notices: weekdays that are not off, and the days made up."""
    root = Path(__file__).resolve().parents[2]
    years = json.loads((root / "core/data/days_off.json").read_text())["years"]
    off = np.array([day["date"] for year in years for day in year.get("off", [])], "datetime64[D]")
    made_up = [day["date"] for year in years for day in year.get("make_up", [])]
    days = np.arange(FIRST, LAST + 1)
    return days[(np.is_busday(days) & ~np.isin(days, off)) | np.isin(days, np.array(made_up, "datetime64[D]"))]


class Clock:
    """Office minutes, counted on from the first working day, and the instants they are."""

    def __init__(self):
        self.days = working_days().astype("i8")

    def instant(self, minute):
        """The instant of a minute; the first of a day is its opening."""
        of_day = minute % OFFICE_DAY
        clock = np.where(of_day < SESSION, MORNING + of_day, AFTERNOON + of_day - SESSION)
        return self.days[minute // OFFICE_DAY] * 86_400 + clock * 60

    def close(self, day):
        """The close of a working day by its number."""
        return self.days[day] * 86_400 + 17 * 3_600

    def minute(self, instant):
        """The office minute of an instant, or of the next opening."""
        date, minute = instant // 86_400, instant % 86_400 // 60
        day = np.searchsorted(self.days, date)
        works = self.days[day] == date
        of_day = np.clip(minute - MORNING, 0, SESSION) + np.clip(minute - AFTERNOON, 0, SESSION)
        return day * OFFICE_DAY + np.where(works, of_day, 0)


def made(clock, rng, rows):
    """The columns of one file."""
    amounts, units, weights = (np.array(column) for column in list(zip(*PROCEDURES))[1:])
    procedure = rng.choice(len(PROCEDURES), rows, p=weights / weights.sum())
    amount, unit = amounts[procedure], units[procedure]
    online = rng.random(rows) < 0.55
    first, last = np.searchsorted(clock.days, np.array(RECEIPTS).astype("i8"))
    # More comes in on the first days of the month.
    dates = clock.days[first : last + 1].astype("M8[D]")
    of_month = (dates - dates.astype("M8[M]")).astype(int)
    share = np.where(of_month < 9, 1.3, 1.0)
    start = first + rng.choice(len(share), rows, p=share / share.sum())
    received = clock.instant(start * OFFICE_DAY + rng.integers(0, OFFICE_DAY, rows))
    # One in twelve online is handed in out of hours, weekends included, and counts as received then.
    out_of_hours = online & (rng.random(rows) < 0.08)
    any_time = (clock.days[start] + rng.integers(0, 3, rows)) * 86_400 + rng.integers(0, 86_400, rows)
    received = np.where(out_of_hours, any_time, received)
    begun = clock.minute(received)

    # What the office is to take, in its minutes, and what it takes: three in four are early. Five of
    # seven calendar days are worked, so that 1.4 of them hold a working day.
    promised = np.select(
        [unit == m.WORKING_DAY, unit == m.WORKING_HOUR, unit == m.DAY],
        [amount // 1_000 * OFFICE_DAY, amount // 1_000 * 60, amount // 1_400 * OFFICE_DAY],
        default=SESSION,
    )
    luck = rng.random(rows)
    over = rng.geometric(0.25, rows) * OFFICE_DAY
    takes = np.select(
        [luck < 0.74, luck < 0.96],
        [promised * rng.beta(4, 2, rows), promised - rng.integers(0, SESSION, rows)],
        default=promised + over,
    ).astype("i8")
    takes = np.maximum(takes, 5)

    # A pause in the middle: a supplement (the term begins anew), or a suspension.
    kind = rng.random(rows)
    supplement, suspended = kind < 0.06, (kind >= 0.06) & (kind < 0.09)
    pauses = supplement | suspended
    before = (takes * rng.random(rows)).astype("i8")
    paused = begun + 1 + before
    resumed = paused + rng.integers(1, 15 * OFFICE_DAY, rows)
    done = begun + 2 + takes + np.where(pauses, resumed - paused, 0)
    done = np.where(supplement, resumed + 1 + takes, done)
    stays_away = pauses & (rng.random(rows) < 0.1)

    # Of those late in working days some are put off, with an apology, before their day is over.
    late = (takes > promised) & (unit == m.WORKING_DAY) & ~pauses
    put_off = late & (rng.random(rows) < 0.3)
    # By their dates: a receipt out of hours is of its own day.
    due_day = np.searchsorted(clock.days, received // 86_400, side="right") - 1 + amount // 1_000
    put_off_at = due_day * OFFICE_DAY + rng.integers(0, OFFICE_DAY, rows)
    put_off &= put_off_at < done
    new_due = clock.close(np.where(put_off, due_day + rng.integers(1, 8, rows), 0))

    withdrawn = ~pauses & ~put_off & (rng.random(rows) < 0.01)
    open_still = (rng.random(rows) < 0.02) | stays_away
    finished = ~withdrawn & ~open_still
    returned = done + rng.integers(1, 3 * OFFICE_DAY, rows)

    submitted = received - rng.integers(60, 4 * 3_600, rows)
    none = np.zeros(rows, "i8")
    # The log of a dossier is these, in this order, those left out that did not happen.
    log = [
        (m.SUBMITTED, online, submitted, none),
        (m.RECEIVED, None, received, none),
        (m.SUPPLEMENT_REQUESTED, supplement, clock.instant(paused), none),
        (m.SUPPLEMENT_RECEIVED, supplement & ~stays_away, clock.instant(resumed), none),
        (m.SUSPENDED, suspended, clock.instant(paused), none),
        (m.RESUMED, suspended & ~stays_away, clock.instant(resumed), none),
        (m.REAPPOINTED, put_off, clock.instant(np.where(put_off, put_off_at, 0)), new_due),
        (m.APOLOGISED, put_off, clock.instant(np.where(put_off, put_off_at, 0)), none),
        (m.FINISHED, finished, clock.instant(done), none),
        (m.RETURNED, finished, clock.instant(returned), none),
        (m.WITHDRAWN, withdrawn, clock.instant(begun + 1 + before), none),
    ]
    happened = np.column_stack([np.ones(rows, bool) if event[1] is None else event[1] for event in log])
    offsets = np.concatenate([[0], np.cumsum(happened.sum(1))]).astype("i4")

    def lists(column, kind):
        return pa.ListArray.from_arrays(pa.array(offsets), pa.array(column[happened].astype(kind)))

    codes = np.tile(np.array([event[0] for event in log], "i1"), (rows, 1))
    fields = pa.array([field for field, *_ in PROCEDURES])
    return {
        "field": fields.take(pa.array(procedure)),
        "procedure": pa.array(procedure.astype("i4")),
        "online": pa.array(online),
        "amount": pa.array(amount.astype("i4")),
        "unit": pa.array(unit.astype("i4")),
        "at_local": lists(np.column_stack([event[2] for event in log]), "i8"),
        "code": lists(codes, "i1"),
        "argument": lists(np.column_stack([event[3] for event in log]), "i8"),
    }


def main():
    directory, rows = Path(sys.argv[1]), int(sys.argv[2])
    clock, files = Clock(), PROVINCES * FILES_PER_PROVINCE
    done = 0
    for number in range(files):
        here = rows // files + (number < rows % files)
        columns = made(clock, np.random.default_rng([SEED, number]), here)
        dossier = pa.array(np.arange(done, done + here))
        table = pa.table({"dossier": dossier, **columns})
        province = directory / f"province=P{number % PROVINCES + 1:02}"
        province.mkdir(parents=True, exist_ok=True)
        pq.write_table(table, province / f"part-{number:05}.parquet", compression="zstd")
        done += here
    print(f"{done:,} dossiers in {files} files of {directory.name}")


if __name__ == "__main__":
    main()
