//! Counting days and minutes: the look-up tables against the slow oracle, and the laws that hold
//! between adding and counting.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop with a panic"
)]

use std::fmt;
use std::ops::Deref;

use motcua::calendar::{Calendar, Certainty, DayHours, Holiday, Notice, Session, WeekHours};
use motcua::chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday};
use motcua::{ClockTime, LocalTime};
use motcua_tests::oracle;
use proptest::prelude::*;
use proptest::sample::Index;

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn clock(minutes: u16) -> ClockTime {
    ClockTime::from_minutes(minutes).unwrap()
}

fn time(text: &str) -> LocalTime {
    text.parse().unwrap()
}

fn code(error: &motcua::calendar::CalendarError) -> &'static str {
    error.kind().as_str()
}

/// Whether each day from 2000 to 2050 is worked, as `Calendar::day` tells it.
fn worked_days(calendar: &Calendar) -> Vec<bool> {
    let all = calendar.days(date(2000, 1, 1), date(2050, 12, 31)).unwrap();
    all.map(|day| day.is_working()).collect()
}

#[test]
fn every_start_day_and_number_of_days() {
    let calendar = Calendar::vietnam().unwrap();
    let worked = worked_days(&calendar);
    let epoch = date(2000, 1, 1);
    let dates: Vec<NaiveDate> = epoch.iter_days().take(worked.len()).collect();
    let place = |date: NaiveDate| usize::try_from((date - epoch).num_days()).unwrap();
    let mut asked = 0;
    for from in place(date(2010, 1, 1))..=place(date(2026, 12, 31)) {
        let add = |n| calendar.add_working_days(dates[from], n).unwrap();
        let count = |to: usize| calendar.count_working_days(dates[from], dates[to]).unwrap();
        let next = (from..).find(|at| worked[*at]).unwrap();
        assert_eq!(add(0), dates[next], "0 from {}", dates[from]);
        // On from the day, then back from it, one day at a time.
        let (mut n, mut at) = (0, from);
        while n < 400 {
            at += 1;
            n += i32::from(worked[at]);
            assert_eq!(count(at), n, "days in ({}, {}]", dates[from], dates[at]);
            if worked[at] {
                assert_eq!(add(n), dates[at], "{n} from {}", dates[from]);
            }
        }
        let (mut n, mut at) = (0, from);
        while n > -400 {
            // Backwards the days counted are those in (at, from].
            n -= i32::from(worked[at]);
            at -= 1;
            assert_eq!(count(at), n, "days in ({}, {}]", dates[at], dates[from]);
        }
        let (mut n, mut at) = (0, from);
        while n > -400 {
            at -= 1;
            if worked[at] {
                n -= 1;
                assert_eq!(add(n), dates[at], "{n} from {}", dates[from]);
            }
        }
        asked += 1;
    }
    assert_eq!(asked, 6_209);
}

#[test]
fn every_minute_of_some_days() {
    // A make-up Saturday, the eve of Tết 2026, and the make-up Saturday for 2 May 2025.
    let calendar = Calendar::vietnam().unwrap();
    for (since, until) in [
        ("2026-01-09T06:00", "2026-01-11T09:00"),
        ("2026-02-13T10:00", "2026-02-14T01:00"),
        ("2025-04-25T16:00", "2025-04-26T18:00"),
    ] {
        let (since, until) = (time(since).local_seconds(), time(until).local_seconds());
        for at in (since..until).step_by(60) {
            let at = LocalTime::from_local_seconds(at).unwrap();
            for minutes in [0, 1, -1, 241] {
                assert_eq!(
                    calendar.add_working_minutes(at, minutes).ok(),
                    oracle::add_working_minutes(&calendar, at, minutes),
                    "{minutes} min from {at}"
                );
            }
        }
    }
}

/// The due times that the contract of the JSON door spells out.
#[test]
fn minutes_at_the_edges_of_sessions() {
    let calendar = Calendar::vietnam().unwrap();
    for (at, minutes, expected) in [
        // An exact end of a session is that closing instant, both at noon and in the evening.
        ("2026-11-23T07:30", 240, "2026-11-23T11:30"),
        ("2026-11-23T07:30", 480, "2026-11-23T17:00"),
        ("2026-11-23T13:00", 240, "2026-11-23T17:00"),
        ("2026-11-23T11:30", 1, "2026-11-23T13:01"),
        // 24 November is a holiday.
        ("2026-11-23T17:00", 1, "2026-11-25T07:31"),
        ("2026-11-23T19:00", 240, "2026-11-25T11:30"),
        // Back: an exact beginning of a session is that opening instant.
        ("2026-11-23T17:00", -240, "2026-11-23T13:00"),
        ("2026-11-23T17:00", -480, "2026-11-23T07:30"),
        ("2026-11-23T13:00", -1, "2026-11-23T11:29"),
        ("2026-11-25T07:30", -1, "2026-11-23T16:59"),
        ("2026-11-24T12:00", -240, "2026-11-23T13:00"),
        // Zero: open, opening, closing, closed.
        ("2026-11-23T09:15:30", 0, "2026-11-23T09:15:30"),
        ("2026-11-23T07:30", 0, "2026-11-23T07:30"),
        ("2026-11-23T11:30", 0, "2026-11-23T11:30"),
        ("2026-11-23T17:00", 0, "2026-11-23T17:00"),
        ("2026-11-23T11:30:01", 0, "2026-11-23T13:00"),
        ("2026-11-23T17:00:01", 0, "2026-11-25T07:30"),
        ("2026-11-23T07:29:59", 0, "2026-11-23T07:30"),
        // Seconds go along.
        ("2026-11-23T11:29:30", 1, "2026-11-23T13:00:30"),
        ("2026-11-23T13:00:30", -1, "2026-11-23T11:29:30"),
        ("2026-11-23T07:30:59", -1, "2026-11-20T16:59:59"),
    ] {
        let at = time(at);
        let found = calendar.add_working_minutes(at, minutes).unwrap();
        assert_eq!(found, time(expected), "{minutes} min from {at}");
        let slow = oracle::add_working_minutes(&calendar, at, minutes);
        assert_eq!(slow, Some(found), "oracle: {minutes} min from {at}");
    }
}

#[test]
fn the_ends_of_the_calendar_are_errors() {
    let calendar = Calendar::vietnam().unwrap();
    let days = |from: NaiveDate, n| calendar.add_working_days(from, n);
    // 1 January 2000 is a Saturday, so Monday the 3rd is off in lieu; 31 December 2050 is one too.
    let (first, last) = (date(2000, 1, 4), date(2050, 12, 30));
    assert_eq!(first.weekday(), Weekday::Tue);
    assert_eq!(last.weekday(), Weekday::Fri);
    assert_eq!(days(date(2000, 1, 1), 0), Ok(first));
    assert_eq!(days(date(2000, 1, 1), 1), Ok(first));
    assert_eq!(days(date(2000, 1, 5), -1), Ok(first));
    assert_eq!(days(last, 0), Ok(last));
    assert_eq!(days(date(2050, 12, 31), -1), Ok(last));
    let all = calendar.count_working_days(date(2000, 1, 1), date(2050, 12, 31)).unwrap();
    assert_eq!(days(date(2000, 1, 1), all), Ok(last));
    assert_eq!(days(date(2050, 12, 31), -all), Ok(first));
    for (from, n) in [
        (first, -1),
        (date(2000, 1, 1), -1),
        (date(2000, 1, 1), all + 1),
        (date(2050, 12, 31), -all - 1),
        (last, 1),
        (date(2050, 12, 31), 0),
        (date(2026, 1, 1), i32::MAX),
        (date(2026, 1, 1), i32::MIN),
        (date(2026, 1, 1), 100_000),
        (date(2026, 1, 1), 65_536),
        (date(2026, 1, 1), -65_536),
    ] {
        let error = days(from, n).unwrap_err();
        assert_eq!(code(&error), "no_calendar_data", "{n} from {from}");
        assert_eq!(
            error.to_string(),
            "the count leaves the calendar, which covers 2000-01-01 to 2050-12-31"
        );
    }
    for outside in [date(1999, 12, 31), date(2051, 1, 1), NaiveDate::MIN, NaiveDate::MAX] {
        assert_eq!(code(&days(outside, 1).unwrap_err()), "no_calendar_data", "{outside}");
        assert_eq!(code(&days(outside, -1).unwrap_err()), "no_calendar_data", "{outside}");
        for error in [
            calendar.count_working_days(outside, first).unwrap_err(),
            calendar.count_working_days(first, outside).unwrap_err(),
            calendar.is_working(outside).unwrap_err(),
            calendar.hours(outside).map(|_| ()).unwrap_err(),
            calendar.day(outside).map(|_| ()).unwrap_err(),
            calendar.days(first, outside).map(|_| ()).unwrap_err(),
        ] {
            assert_eq!(code(&error), "no_calendar_data", "{outside}");
            assert!(error.to_string().starts_with(&outside.to_string()), "{error}");
        }
    }
}

#[test]
fn minutes_at_the_ends_of_the_calendar() {
    let calendar = Calendar::vietnam().unwrap();
    let add = |at: &str, minutes| calendar.add_working_minutes(time(at), minutes);
    assert_eq!(add("2000-01-01T00:00", 0), Ok(time("2000-01-04T07:30")));
    assert_eq!(add("2000-01-01T00:00", 1), Ok(time("2000-01-04T07:31")));
    assert_eq!(add("2000-01-04T07:31", -1), Ok(time("2000-01-04T07:30")));
    assert_eq!(add("2050-12-30T16:59", 1), Ok(time("2050-12-30T17:00")));
    assert_eq!(add("2050-12-30T17:00", 0), Ok(time("2050-12-30T17:00")));
    assert_eq!(add("2050-12-31T23:59:59", -1), Ok(time("2050-12-30T16:59")));
    for (at, minutes) in [
        ("2000-01-01T00:00", -1),
        ("2000-01-04T07:30", -1),
        ("2000-01-04T07:30:01", -1),
        ("2000-01-04T07:30:59", -1),
        ("2000-01-04T07:31:30", -2),
        ("2050-12-30T17:00", 1),
        ("2050-12-30T16:59:01", 1),
        ("2050-12-30T17:00:01", 0),
        ("2050-12-31T23:59", 0),
        ("2026-01-05T08:00", i32::MAX),
        ("2026-01-05T08:00", i32::MIN),
        ("1999-12-31T23:59", 1),
        ("2051-01-01T00:00", -1),
    ] {
        let found = add(at, minutes);
        assert_eq!(found.as_ref().map_err(code), Err("no_calendar_data"), "{minutes} from {at}");
    }
    let whole =
        calendar.count_working_minutes(time("2000-01-01T00:00"), time("2050-12-31T23:59")).unwrap();
    assert_eq!(add("2000-01-01T00:00", whole), Ok(time("2050-12-30T17:00")));
    assert_eq!(add("2050-12-31T00:00", -whole), Ok(time("2000-01-04T07:30")));
    assert!(add("2000-01-01T00:00", whole + 1).is_err());
    assert!(add("2050-12-31T00:00", -whole - 1).is_err());
}

#[test]
fn spans_at_the_end_of_the_calendar() {
    let calendar = Calendar::vietnam().unwrap();
    for (from, to) in [
        ("2050-12-29T09:00", "2050-12-30T17:00"),
        ("2050-12-29T09:00", "2050-12-31T12:00"),
        ("2050-12-30T07:30", "2050-12-30T17:00"),
        ("2050-12-29T07:30", "2050-12-31T17:00"),
        ("2050-12-30T07:30", "2050-12-30T16:59"),
        ("2050-12-30T17:00", "2050-12-31T17:00"),
        ("2050-12-28T16:00", "2050-12-30T16:30"),
    ] {
        let (from, to) = (time(from), time(to));
        let span = calendar.work_span(from, to).unwrap();
        assert_eq!(Some(span), oracle::work_span(&calendar, from, to), "{from} to {to}");
    }
    let outside = calendar.work_span(time("2050-12-30T09:00"), time("2051-01-01T00:00"));
    assert_eq!(code(&outside.unwrap_err()), "no_calendar_data");
}

/// An office that never closes, and one that closes at the midnight that ends the day.
#[test]
fn midnight_belongs_to_both_its_days() {
    let night = Session::new(clock(20 * 60), ClockTime::MIDNIGHT).unwrap();
    let week = WeekHours::monday_to_friday(&DayHours::new([night]).unwrap());
    let calendar = Calendar::builder().hours(week).build().unwrap();
    for (at, minutes) in [
        ("2026-03-06T20:00", 240),
        ("2026-03-07T00:00", 0),
        ("2026-03-07T00:00:01", 0),
        ("2026-03-07T00:00", -1),
        ("2026-03-07T00:00", 1),
        ("2026-03-05T00:00", 0),
        ("2050-12-30T20:00", 240),
        ("2050-12-31T00:00", 0),
    ] {
        let at = time(at);
        let found = calendar.add_working_minutes(at, minutes).ok();
        assert_eq!(found, oracle::add_working_minutes(&calendar, at, minutes), "{minutes} {at}");
    }
    assert_eq!(
        calendar.add_working_minutes(time("2026-03-07T00:00"), 0),
        Ok(time("2026-03-07T00:00"))
    );
    assert_eq!(calendar.is_open(time("2026-03-07T00:00")), Ok(true));
    assert_eq!(calendar.is_open(time("2026-03-07T00:00:01")), Ok(false));

    let always = DayHours::new([Session::new(clock(0), ClockTime::MIDNIGHT).unwrap()]).unwrap();
    let week = WeekHours::monday_to_friday(&always)
        .with(Weekday::Sat, always.clone())
        .with(Weekday::Sun, always);
    let calendar = Calendar::builder().hours(week).build().unwrap();
    assert_eq!(
        calendar.add_working_minutes(time("2050-12-31T23:59"), 1),
        Ok(time("2051-01-01T00:00")),
        "the very last instant"
    );
    assert_eq!(calendar.is_open(time("2000-01-01T00:00")), Ok(false), "1 January is a holiday");
    assert_eq!(
        calendar.add_working_minutes(time("2000-01-02T00:00"), 0),
        Ok(time("2000-01-02T00:00"))
    );
}

#[test]
fn an_office_that_is_closed_throughout_runs_out() {
    let builder = Calendar::builder().closure(date(2000, 1, 1), date(2050, 12, 31), "closed down");
    let calendar = builder.build().unwrap();
    let (day, at) = (date(2026, 3, 9), time("2026-03-09T09:00"));
    for n in [-1, 0, 1] {
        assert_eq!(code(&calendar.add_working_days(day, n).unwrap_err()), "no_calendar_data");
        assert_eq!(code(&calendar.add_working_minutes(at, n).unwrap_err()), "no_calendar_data");
    }
    assert_eq!(calendar.count_working_days(day, date(2050, 1, 1)), Ok(0));
    assert_eq!(calendar.count_working_minutes(at, time("2050-01-01T00:00")), Ok(0));
    assert_eq!(calendar.work_span(at, time("2050-01-01T00:00")), Ok(<_>::default()));
}

/// One to four sessions of any length, some of a single minute, in a day of 24 hours.
fn day_hours() -> impl Strategy<Value = DayHours> {
    prop::collection::btree_set(0_u16..=1_440, 2..=8).prop_flat_map(|cuts| {
        let cuts: Vec<u16> = cuts.into_iter().collect();
        let pairs = cuts.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect::<Vec<_>>();
        prop::collection::vec(prop::bool::weighted(0.2), pairs.len()).prop_map(move |short| {
            let sessions = pairs.iter().zip(short).map(|(&(open, close), short)| {
                let close = if short { open + 1 } else { close };
                Session::new(clock(open), clock(close)).unwrap()
            });
            DayHours::new(sessions).unwrap()
        })
    })
}

/// Sessions that touch, the usual hours, or any others.
fn some_day() -> impl Strategy<Value = DayHours> {
    let fixed = |sessions: &[(u16, u16)]| {
        let sessions = sessions.iter().map(|(a, b)| Session::new(clock(*a), clock(*b)).unwrap());
        Just(DayHours::new(sessions).unwrap())
    };
    prop_oneof![
        3 => day_hours(),
        2 => fixed(&[(450, 690), (780, 1_020)]),
        1 => fixed(&[(450, 690), (690, 960)]),
        1 => fixed(&[(0, 1_440)]),
        1 => fixed(&[(719, 720)]),
    ]
}

fn week() -> impl Strategy<Value = WeekHours> {
    let weekday = prop::option::weighted(0.8, some_day());
    let weekend = prop::option::weighted(0.3, some_day());
    (prop::collection::vec(weekday, 5), prop::collection::vec(weekend, 2))
        .prop_map(|(days, weekend)| {
            let names = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
            let names = names.into_iter().chain([Weekday::Sat, Weekday::Sun]);
            names
                .zip(days.into_iter().chain(weekend))
                .fold(WeekHours::closed(), |week, (name, hours)| {
                    week.with(name, hours.unwrap_or_default())
                })
        })
        .prop_filter("a week has a session", |week| !week.is_empty())
}

/// A notice with any weekdays of a year off, some of them against weekend days.
fn notice() -> impl Strategy<Value = Notice> {
    let days = prop::collection::btree_set(0_u64..366, 0..30);
    (2024_i16..=2028, days, prop::collection::vec(any::<bool>(), 30)).prop_map(
        |(year, days, swap)| {
            let new_year = date(i32::from(year), 1, 1);
            let mut notice = Notice::new(year, Certainty::Final, "made up");
            let mut taken = Vec::new();
            let days = days.into_iter().map(|day| new_year + Days::new(day));
            let weekday = |day: &NaiveDate| day.weekday().num_days_from_monday() < 5;
            let days = days.filter(weekday).filter(|day| day.year() == i32::from(year));
            for (day, swap) in days.zip(swap) {
                // A Sunday in March to October meets no holiday but Giỗ Tổ, 30/4, 1/5 and 2/9.
                let sunday = day + Days::new(u64::from(6 - day.weekday().num_days_from_monday()));
                let free = matches!(sunday.month(), 3 | 6..=8 | 10) && !taken.contains(&sunday);
                notice = if swap && free && sunday.year() == i32::from(year) {
                    taken.push(sunday);
                    notice.swap(day, sunday)
                } else {
                    notice.off(day, Holiday::NewYear)
                };
            }
            notice
        },
    )
}

fn range() -> impl Strategy<Value = (NaiveDate, NaiveDate)> {
    (0_u64..1_800, 0_u64..200).prop_map(|(since, length)| {
        let since = date(2024, 1, 1) + Days::new(since);
        (since, since + Days::new(length))
    })
}

/// The calendar of an office like no other, and what it was made of, to be shown when it fails.
struct Office {
    calendar: Calendar,
    made_of: String,
}

impl fmt::Debug for Office {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.made_of)
    }
}

impl Deref for Office {
    type Target = Calendar;

    fn deref(&self) -> &Calendar {
        &self.calendar
    }
}

prop_compose! {
    /// Few of those made up contradict themselves (ranges of hours that overlap, a make-up day
    /// on a holiday); they give no calendar.
    fn office_if_it_can_be()(
        hours in prop::option::weighted(0.8, week()),
        make_up in prop::option::of(some_day()),
        ranges in prop::collection::vec((range(), week(), prop::option::of(some_day())), 0..3),
        closures in prop::collection::vec(range(), 0..4),
        notices in prop::collection::vec(notice(), 0..3),
    ) -> Option<Office> {
        let made_of = format!("{hours:?} {make_up:?} {ranges:?} {closures:?} {notices:?}");
        let mut builder = Calendar::builder();
        if let Some(hours) = hours {
            builder = builder.hours(hours);
        }
        if let Some(make_up) = make_up {
            builder = builder.make_up_hours(make_up);
        }
        for ((since, until), hours, make_up) in ranges {
            builder = builder.hours_between(since, until, hours, make_up);
        }
        for (since, until) in closures {
            builder = builder.closure(since, until, "closed");
        }
        for notice in notices {
            builder = builder.notice(notice);
        }
        builder.build().ok().map(|calendar| Office { calendar, made_of })
    }
}

fn office() -> impl Strategy<Value = Office> {
    office_if_it_can_be().prop_filter_map("contradicts itself", |office| office)
}

fn some_date() -> impl Strategy<Value = NaiveDate> {
    (0_u64..1_800).prop_map(|day| date(2024, 1, 1) + Days::new(day))
}

/// An instant of 2024 to 2028, half of them on the edge of a session, most on a whole minute.
fn instant(calendar: &Calendar, at: NaiveDate, edge: Index, second: i64) -> LocalTime {
    let day = calendar.day(at).unwrap();
    let edges: Vec<ClockTime> =
        day.hours.sessions().iter().flat_map(|s| [s.open(), s.close()]).collect();
    let midnight = LocalTime::at(at, clock(0)).local_seconds();
    // Seconds from 1,440 * 60 on ask for an edge, moved by up to a minute either way.
    let second = match second - 86_400 {
        ..0 if second % 4 == 0 => second,
        ..0 => second / 60 * 60,
        _ if edges.is_empty() => 0,
        shift => {
            let shift = [0, 0, 1, -1, 60, -60][usize::try_from(shift % 6).unwrap()];
            i64::from(edges[edge.index(edges.len())].minutes()) * 60 + shift
        }
    };
    LocalTime::from_local_seconds(midnight + second).unwrap()
}

prop_compose! {
    fn instant_parts()(at in some_date(), edge in any::<Index>(), second in 0_i64..172_800)
        -> (NaiveDate, Index, i64) { (at, edge, second) }
}

proptest! {
    #[test]
    fn days_are_counted_as_the_oracle_counts(
        calendar in office(),
        spans in prop::collection::vec((some_date(), -400_i64..400), 1..6),
    ) {
        for (from, length) in spans {
            let n = i32::try_from(length / 3).unwrap();
            let add = calendar.add_working_days(from, n).ok();
            prop_assert_eq!(add, oracle::add_working_days(&calendar, from, n), "{} {}", from, n);
            let to = from + TimeDelta::days(length);
            let count = calendar.count_working_days(from, to).ok();
            prop_assert_eq!(count, oracle::count_working_days(&calendar, from, to));
        }
    }

    #[test]
    fn minutes_are_counted_as_the_oracle_counts(
        calendar in office(),
        from in instant_parts(),
        to in instant_parts(),
        length in -60_i64..60,
        minutes in -30_000_i32..30_000,
        scale in 0_u32..4,
    ) {
        let from = instant(&calendar, from.0, from.1, from.2);
        let minutes = minutes / 10_i32.pow(scale);
        let wanted = oracle::add_working_minutes(&calendar, from, minutes);
        prop_assert_eq!(
            calendar.add_working_minutes(from, minutes).ok(), wanted, "{} {}", from, minutes
        );
        let day = from.date() + TimeDelta::days(length);
        let to = instant(&calendar, day, to.1, to.2);
        let count = calendar.count_working_minutes(from, to).ok();
        prop_assert_eq!(count, oracle::count_working_minutes(&calendar, from, to));
        let span = calendar.work_span(from, to).ok();
        prop_assert_eq!(span, oracle::work_span(&calendar, from, to), "{} {}", from, to);
    }

    #[test]
    fn every_edge_of_a_day_is_as_the_oracle_has_it(calendar in office(), day in some_date()) {
        let day = calendar.add_working_days(day, 0).unwrap();
        let sessions = calendar.day(day).unwrap().hours.sessions().to_vec();
        let edges = sessions.iter().flat_map(|session| [session.open(), session.close()]);
        for edge in edges {
            for shift in [-60, -1, 0, 1, 60] {
                let at = LocalTime::at(day, edge).local_seconds() + shift;
                let at = LocalTime::from_local_seconds(at).unwrap();
                for minutes in [-1, 0, 1] {
                    prop_assert_eq!(
                        calendar.add_working_minutes(at, minutes).ok(),
                        oracle::add_working_minutes(&calendar, at, minutes),
                        "{} min from {}", minutes, at
                    );
                }
                let zero = oracle::add_working_minutes(&calendar, at, 0);
                prop_assert_eq!(calendar.is_open(at).unwrap(), zero == Some(at), "{}", at);
            }
        }
    }

    #[test]
    fn adding_days_then_counting_them_is_the_identity(
        calendar in office(), from in some_date(), n in 0_i32..1_500,
    ) {
        // From 2024 to 2028 some of these offices work a day a week.
        if let Ok(to) = calendar.add_working_days(from, n) {
            let first = i32::from(n == 0 && !calendar.is_working(from).unwrap());
            prop_assert_eq!(calendar.count_working_days(from, to).unwrap(), n + first);
        }
        // Counted back the day itself is left out: the days in [to, from).
        if let Ok(to) = calendar.add_working_days(from, -n - 1) {
            let own = i32::from(calendar.is_working(from).unwrap());
            prop_assert_eq!(calendar.count_working_days(from, to).unwrap(), -n - own);
        }
        let worked = calendar.add_working_days(from, 0).unwrap();
        prop_assert_eq!(calendar.add_working_days(worked, 0).unwrap(), worked);
        let there = calendar.add_working_days(worked, n);
        if let Ok(there) = there {
            prop_assert_eq!(calendar.add_working_days(there, -n).unwrap(), worked);
        }
    }

    #[test]
    fn adding_minutes_then_counting_them_is_the_identity(
        calendar in office(), from in instant_parts(), minutes in -500_000_i32..500_000,
    ) {
        let from = instant(&calendar, from.0, from.1, from.2);
        if let Ok(to) = calendar.add_working_minutes(from, minutes) {
            prop_assert_eq!(calendar.count_working_minutes(from, to).unwrap(), minutes);
            prop_assert!(calendar.is_open(to).unwrap(), "{}", to);
        }
    }

    #[test]
    fn counts_add_up_and_turn_their_sign(
        calendar in office(),
        parts in [instant_parts(), instant_parts(), instant_parts()],
    ) {
        let [a, b, c] = parts.map(|(at, edge, second)| instant(&calendar, at, edge, second));
        let days = |from: LocalTime, to: LocalTime| {
            calendar.count_working_days(from.date(), to.date()).unwrap()
        };
        prop_assert_eq!(days(a, b) + days(b, c), days(a, c));
        prop_assert_eq!(days(a, b), -days(b, a));
        prop_assert_eq!(days(a, a), 0);
        let minutes =
            |from, to| calendar.count_working_minutes(from, to).unwrap();
        // Whole minutes are told, so two parts may miss a minute of the whole.
        let missed = minutes(a, c) - minutes(a, b) - minutes(b, c);
        prop_assert!(missed.abs() <= 1);
        let whole = [a, b, c].iter().all(|at| at.local_seconds() % 60 == 0);
        prop_assert!(missed == 0 || !whole);
        prop_assert_eq!(minutes(a, b), -minutes(b, a));
        prop_assert_eq!(minutes(a, a), 0);
    }

    #[test]
    fn a_later_start_is_never_due_earlier(
        calendar in office(),
        parts in [instant_parts(), instant_parts()],
        n in -2_000_i32..2_000,
    ) {
        let mut both = parts.map(|(at, edge, second)| instant(&calendar, at, edge, second));
        both.sort_unstable();
        let [a, b] = both;
        let days = |from: LocalTime, n| calendar.add_working_days(from.date(), n);
        if let (Ok(first), Ok(second)) = (days(a, n), days(b, n)) {
            prop_assert!(first <= second);
        }
        if let (Ok(less), Ok(more)) = (days(a, n), days(a, n + 1)) {
            // From a day off, 0 and 1 are the same day.
            let same = n == 0 && !calendar.is_working(a.date()).unwrap();
            prop_assert!(less < more || same && less == more);
        }
        let minutes = |from, n| calendar.add_working_minutes(from, n);
        if let (Ok(first), Ok(second)) = (minutes(a, n), minutes(b, n)) {
            prop_assert!(first <= second);
        }
        if let (Ok(less), Ok(more)) = (minutes(a, n), minutes(a, n + 1)) {
            prop_assert!(less < more);
        }
    }

    #[test]
    fn nothing_is_answered_from_beyond_the_ends(
        calendar in office(),
        near in 0_u64..40,
        n in -60_i32..60,
        second in 0_i64..86_400,
    ) {
        for at in [date(2000, 1, 1) + Days::new(near), date(2050, 12, 31) - Days::new(near)] {
            prop_assert_eq!(
                calendar.add_working_days(at, n).ok(), oracle::add_working_days(&calendar, at, n)
            );
            let at = LocalTime::at(at, clock(0)).local_seconds() + second;
            let at = LocalTime::from_local_seconds(at).unwrap();
            for minutes in [n, n * 97] {
                prop_assert_eq!(
                    calendar.add_working_minutes(at, minutes).ok(),
                    oracle::add_working_minutes(&calendar, at, minutes),
                    "{} min from {}", minutes, at
                );
            }
        }
    }
}
