"""Every lunar date 1968-2050 against a calendar made from the ephemeris of `astronomy-engine`.

The rules are written a second time: a month begins on the day of the new moon at UTC+7, month 11
holds the winter solstice, and of thirteen months between two of them the first without a
principal term is the leap month.
"""

import datetime

import astronomy

import engine

FIRST, LAST = datetime.date(1968, 1, 1), datetime.date(2050, 12, 31)
VIETNAM = datetime.timedelta(hours=7)
EPOCH = datetime.datetime(2000, 1, 1, 12)


def day_of(time):
    """The day of an instant on Vietnam's clock."""
    return (EPOCH + datetime.timedelta(days=time.ut) + VIETNAM).date()


def new_moons(start, end):
    time = astronomy.Time.Make(start.year, start.month, start.day, 0, 0, 0)
    while True:
        time = astronomy.SearchMoonPhase(0, time, 40)
        if day_of(time) > end:
            return
        yield day_of(time)
        time = time.AddDays(20)


def terms(year):
    """The principal terms of a year in their order, with the solar longitude of each."""
    for longitude in range(0, 360, 30):
        # The sun is at 0 degrees about 20 March and at 270 degrees about 21 December.
        about = datetime.date(year, 3, 10) + datetime.timedelta(days=longitude * 365.25 / 360)
        about = about.replace(year=year) if about.year == year else about - datetime.timedelta(days=365)
        start = astronomy.Time.Make(about.year, about.month, about.day, 0, 0, 0)
        yield longitude, day_of(astronomy.SearchSunLongitude(longitude, start, 40))


years = range(FIRST.year - 2, LAST.year + 2)
months = list(new_moons(datetime.date(FIRST.year - 2, 10, 1), datetime.date(LAST.year + 2, 2, 1)))
principal = {day for year in years for _, day in terms(year)}
solstices = [day for year in years for longitude, day in terms(year) if longitude == 270]


def begins(day):
    """Which month a day lies in."""
    return max(i for i, start in enumerate(months) if start <= day)


elevenths = [begins(day) for day in solstices if months[0] <= day < months[-1]]
names = {}
for this, following in zip(elevenths, elevenths[1:]):
    inside = list(range(this, following))
    leap = None
    if len(inside) == 13:
        holds = lambda i: any(months[i] <= day < months[i + 1] for day in principal)
        leap = next(i for i in inside[1:] if not holds(i))
    number = 11
    for i in inside:
        if i != this and i != leap:
            number = number % 12 + 1
        year = months[this].year + (0 if number >= 11 and i - this < 3 else 1)
        names[months[i]] = (year, number, i == leap)

starts = sorted(names)
requests, expected = [], []
at, date = 0, FIRST
while date <= LAST:
    while at + 1 < len(starts) and starts[at + 1] <= date:
        at += 1
    year, month, leap = names[starts[at]]
    requests.append({"op": "lunar", "date": str(date)})
    expected.append({"year": year, "month": month, "day": (date - starts[at]).days + 1, "leap": leap})
    date += datetime.timedelta(days=1)

wrong = [
    (request["date"], answer, theirs)
    for request, answer, theirs in zip(requests, engine.ask(requests), expected)
    if any(answer[key] != theirs[key] for key in theirs)
]
assert not wrong, (len(wrong), wrong[:5])
leaps = sum(1 for start in starts if names[start][2] and FIRST <= start <= LAST)
print(f"lunar: {len(requests):,} days 1968-2050 with {leaps} leap months agree with an ephemeris")
