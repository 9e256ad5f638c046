"""Sums and counts of working days against numpy, which gets the same days off: 1,000,000 cases."""

import datetime

import numpy

import engine

CASES = 1_000_000
MOST = 400

known = engine.days()
off = [day["date"] for day in known if not day["working"]]
# To numpy every day of the week is worked, and whatever is not is off; so it has make-up days.
calendar = numpy.busdaycalendar(weekmask="1111111", holidays=numpy.array(off, "datetime64[D]"))

random = numpy.random.default_rng(20_261_126)
first, last = numpy.datetime64(engine.FIRST), numpy.datetime64(engine.LAST)
margin = numpy.timedelta64(2 * MOST, "D")
span = int((last - first - 2 * margin).astype(int))
dates = first + margin + random.integers(0, span, CASES).astype("timedelta64[D]")
amounts = random.integers(-MOST, MOST + 1, CASES)

# The n-th working day after a day off is counted from the working day before it, and back from
# the one after it; for n = 0 the next one is meant.
after = numpy.busday_offset(dates, numpy.maximum(amounts, 0), "backward", busdaycal=calendar)
before = numpy.busday_offset(dates, numpy.minimum(amounts, 0), "forward", busdaycal=calendar)
sums = numpy.where(amounts > 0, after, before)

until = first + random.integers(0, int((last - first).astype(int)), CASES).astype("timedelta64[D]")
# numpy counts [begin, end); the days after the first up to the last are meant.
one = numpy.timedelta64(1, "D")
low, high = numpy.minimum(dates, until), numpy.maximum(dates, until)
counts = numpy.busday_count(low + one, high + one, busdaycal=calendar)
counts = numpy.where(until < dates, -counts, counts)

requests = [
    {"op": "add_working_days", "date": date, "n": int(n)}
    for date, n in zip(dates.astype(str), amounts)
]
ours = [answer["date"] for answer in engine.ask(requests)]
wrong = numpy.flatnonzero(numpy.array(ours, "datetime64[D]") != sums)
assert wrong.size == 0, [(requests[i], ours[i], str(sums[i])) for i in wrong[:5]]

requests = [
    {"op": "count_working_days", "from": date, "to": to}
    for date, to in zip(dates.astype(str), until.astype(str))
]
ours = [answer["count"] for answer in engine.ask(requests)]
wrong = numpy.flatnonzero(numpy.array(ours) != counts)
assert wrong.size == 0, [(requests[i], ours[i], int(counts[i])) for i in wrong[:5]]
print(f"arithmetic: {CASES:,} sums and {CASES:,} counts of working days agree with numpy"
      f" {numpy.__version__}")
