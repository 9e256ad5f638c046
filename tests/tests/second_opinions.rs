//! Second opinions from packages of others: working minutes from two engines of business hours,
//! months and years from a date-time library. Days off, lunar dates and day arithmetic have
//! theirs in `second_opinions/`, as the packages for them are in Python and JavaScript.
#![expect(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    reason = "a test may stop with a panic, and tells what it compared"
)]

use std::sync::LazyLock;

use jiff::civil::{self, date, time};
use jiff::{SignedDuration, Timestamp, ToSpan};
use motcua::chrono::{Datelike, NaiveDate};
use motcua::regulation::{CountingPolicy, LastDayOff};
use motcua::time_limit::{Amount, Limit, Unit};
use motcua::{Calendar, ClockTime, LocalTime, deadline};
use proptest::prelude::*;
use workclock::{Holidays, Schedule, Weekdays, WorkDay};

const ZONE: &str = "Asia/Ho_Chi_Minh";
const FIRST: i32 = 2010;
const LAST: i32 = 2026;

static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| Calendar::vietnam().unwrap());
static WORKCLOCK: LazyLock<Schedule> = LazyLock::new(workclock);
static ULE_HOURS: LazyLock<ule_hours::Schedule> = LazyLock::new(ule_hours);

fn civil_date(day: NaiveDate) -> civil::Date {
    let part = |part: u32| i8::try_from(part).unwrap();
    date(i16::try_from(day.year()).unwrap(), part(day.month()), part(day.day()))
}

fn stamp(at: LocalTime) -> Timestamp {
    Timestamp::from_second(at.utc_seconds()).unwrap()
}

fn local(stamp: Timestamp) -> LocalTime {
    LocalTime::from_utc_seconds(stamp.as_second()).unwrap()
}

fn first_of(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap()
}

fn days() -> impl Iterator<Item = NaiveDate> {
    first_of(FIRST).iter_days().take_while(|day| day.year() <= LAST)
}

/// Open on all days but those that are off, by its own rules; it has no days that are worked
/// against the week.
fn workclock() -> Schedule {
    let off = days().filter(|day| !CALENDAR.is_working(*day).unwrap()).map(civil_date);
    let session = |from, to| WorkDay::new(from, to, Weekdays::ALL);
    Schedule::builder()
        .time_zone(ZONE)
        .rule(session(time(7, 30, 0, 0), time(11, 30, 0, 0)))
        .rule(session(time(13, 0, 0, 0), time(17, 0, 0, 0)))
        .rule(Holidays::new(off))
        .build()
        .unwrap()
}

/// Monday to Friday, with special days for whatever differs.
fn ule_hours() -> ule_hours::Schedule {
    const SESSIONS: &str = "07:30-11:30, 13:00-17:00";
    let mut builder = ule_hours::Schedule::builder(ZONE).unwrap().mon_fri(SESSIONS).unwrap();
    for day in days() {
        let weekday = day.weekday().number_from_monday() <= 5;
        match (weekday, CALENDAR.is_working(day).unwrap()) {
            (true, false) => builder = builder.closed_on(civil_date(day)),
            (false, true) => builder = builder.special(civil_date(day), SESSIONS).unwrap(),
            _ => {}
        }
    }
    builder.build()
}

/// The minutes from the first to the last instant from which no sum leaves the years above.
const SPAN: u32 = 16 * 365 * 24 * 60;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn two_engines_of_business_hours_count_the_same_minutes(
        after in 60 * 24 * 60..SPAN,
        minutes in 1..30 * 480_i32,
        elapsed in 0..60 * 24 * 60_u32,
    ) {
        let start = LocalTime::at(first_of(FIRST), ClockTime::MIDNIGHT);
        let later = |at: LocalTime, minutes: u32| {
            LocalTime::from_local_seconds(at.local_seconds() + 60 * i64::from(minutes)).unwrap()
        };
        let at = later(start, after);
        let until = later(at, elapsed);
        let span = SignedDuration::from_mins(minutes.into());
        let sum = CALENDAR.add_working_minutes(at, minutes).unwrap();
        prop_assert_eq!(sum, local(WORKCLOCK.add(stamp(at), span).unwrap()));
        prop_assert_eq!(sum, local(ULE_HOURS.add(stamp(at), span).unwrap()));
        let difference = CALENDAR.add_working_minutes(at, -minutes).unwrap();
        prop_assert_eq!(difference, local(WORKCLOCK.sub(stamp(at), span).unwrap()));
        let counted = i64::from(CALENDAR.count_working_minutes(at, until).unwrap());
        prop_assert_eq!(counted, WORKCLOCK.between(stamp(at), stamp(until)).as_mins());
        prop_assert_eq!(counted, ULE_HOURS.between(stamp(at), stamp(until)).as_mins());
    }
}

#[test]
fn a_date_time_library_ends_months_and_years_on_the_same_day() {
    let stays = CountingPolicy { last_day_off: LastDayOff::Stays, ..CountingPolicy::one_stop() };
    let mut compared = 0_u32;
    for day in days() {
        let received = format!("{day}T09:00").parse().unwrap();
        for amount in [1_u16, 2, 3, 6, 11, 13, 18, 24] {
            for unit in [Unit::Week, Unit::Month, Unit::Year] {
                let limit = Limit::of(Amount::whole(amount), unit);
                let span = match unit {
                    Unit::Week => i64::from(amount).weeks(),
                    Unit::Month => i64::from(amount).months(),
                    _ => i64::from(amount).years(),
                };
                let due = deadline::due(&CALENDAR, &stays, received, limit);
                let theirs = civil_date(day).checked_add(span).unwrap();
                if theirs.year() > 2050 {
                    assert!(due.is_err(), "{day} + {amount} {unit:?}");
                    continue;
                }
                assert_eq!(civil_date(due.unwrap().date), theirs, "{day} + {amount} {unit:?}");
                compared += 1;
            }
        }
    }
    assert!(compared > 140_000);
    println!("{compared} ends of weeks, months and years agree");
}
