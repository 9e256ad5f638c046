//! Day and minute arithmetic, what is known of a day, lunar dates and clocks, and the building of
//! a calendar.

use std::error::Error;
use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use motcua::calendar::{
    CalendarBuilder, CalendarError, Certainty, DayHours, Holiday, LunarDate, Notice, Session,
    WeekHours, parse_date as day,
};
use motcua::chrono::{NaiveDate, Weekday};
use motcua::regulation::CountingPolicy;
use motcua::{Calendar, ClockTime, Deadline, Limit, LocalTime};
use motcua_benches::Numbers;
use serde_json::Value;

const ROWS: u64 = 10_000;

/// What an office lays over the calendar: its hours, with Saturday mornings, and two closures.
const OVERLAY: &str = r#"{
    "hours": {"mon-fri": [["07:30","11:30"],["13:30","17:00"]], "sat": [["07:30","11:30"]]},
    "closures": [
        "2026-03-09",
        {"since": "2026-06-01", "until": "2026-06-02", "reason": "chuyển trụ sở"}
    ]
}"#;

/// The days of a notice of 2027 that was made up: the holidays that are kept, and the days off in
/// lieu of those on a weekend.
const KEPT: [(&str, Holiday); 9] = [
    ("2027-01-01", Holiday::NewYear),
    ("2027-02-04", Holiday::Tet),
    ("2027-02-05", Holiday::Tet),
    ("2027-02-08", Holiday::Tet),
    ("2027-04-16", Holiday::HungKings),
    ("2027-04-30", Holiday::Reunification),
    ("2027-09-02", Holiday::National),
    ("2027-09-03", Holiday::National),
    ("2027-11-24", Holiday::Culture),
];
const IN_LIEU: [(&str, &str); 3] =
    [("2027-02-09", "2027-02-06"), ("2027-02-10", "2027-02-07"), ("2027-05-03", "2027-05-01")];

struct Rows {
    calendar: Calendar,
    /// Dates 2015-2030 with 1 to 60 working days.
    days: Vec<(NaiveDate, i32)>,
    /// Instants on them with 1 to 4,500 working minutes.
    minutes: Vec<(LocalTime, i32)>,
}

fn rows() -> Result<Rows, Box<dyn Error>> {
    let mut numbers = Numbers::new(20_261_123);
    let mut rows = Rows { calendar: Calendar::vietnam()?, days: Vec::new(), minutes: Vec::new() };
    for _ in 0..ROWS {
        let day = i32::try_from(numbers.below(5_844))?.saturating_add(16_436);
        let date = NaiveDate::from_epoch_days(day).ok_or("no such day")?;
        let clock = ClockTime::from_minutes(u16::try_from(numbers.below(1_440))?);
        let at = LocalTime::at(date, clock.ok_or("no such hour")?);
        rows.days.push((date, i32::try_from(numbers.below(60))?.saturating_add(1)));
        rows.minutes.push((at, i32::try_from(numbers.below(4_500))?.saturating_add(1)));
    }
    Ok(rows)
}

fn building(c: &mut Criterion) -> Result<(), Box<dyn Error>> {
    let (open, noon): (ClockTime, ClockTime) = ("07:30".parse()?, "11:30".parse()?);
    let (again, close): (ClockTime, ClockTime) = ("13:00".parse()?, "17:00".parse()?);
    let mut group = c.benchmark_group("calendar");
    group.bench_function("vietnam", |b| b.iter(Calendar::vietnam));
    group.bench_function("standard_hours", |b| b.iter(WeekHours::standard));
    group.bench_function("week_hours", |b| {
        b.iter(|| -> Result<WeekHours, CalendarError> {
            let morning = Session::new(black_box(open), noon)?;
            let weekday = DayHours::new([morning, Session::new(again, close)?])?;
            let saturday = DayHours::new([morning])?;
            Ok(WeekHours::monday_to_friday(&weekday).with(Weekday::Sat, saturday))
        });
    });
    let morning = DayHours::new([Session::new(open, noon)?])?;
    let summer = WeekHours::standard()?;
    let winter = WeekHours::standard()?.with(Weekday::Sat, morning.clone());
    let (since, until) = (day("2026-05-04")?, day("2026-09-30")?);
    group.bench_function("own_hours", |b| {
        b.iter(|| {
            Calendar::builder()
                .hours(winter.clone())
                .make_up_hours(morning.clone())
                .hours_between(since, until, summer.clone(), None)
                .closure(since, since, "chuyển trụ sở")
                .build()
        });
    });
    let (mut kept, mut in_lieu) = (Vec::new(), Vec::new());
    for (date, holiday) in KEPT {
        kept.push((day(date)?, holiday));
    }
    for (date, holiday) in IN_LIEU {
        in_lieu.push((day(date)?, day(holiday)?));
    }
    let (off, make_up) = (day("2027-02-11")?, day("2027-02-20")?);
    group.bench_function("notice", |b| {
        b.iter(|| {
            let mut notice = Notice::new(2027, Certainty::Final, "thông báo giả lập");
            for (date, holiday) in &kept {
                notice = notice.off(*date, *holiday);
            }
            for (date, holiday) in &in_lieu {
                notice = notice.in_lieu(*date, *holiday);
            }
            Calendar::builder().notice(notice.swap(off, make_up)).build()
        });
    });
    group.bench_function("overlay_json", |b| {
        b.iter(|| {
            Calendar::builder().overlay_json(black_box(OVERLAY)).and_then(CalendarBuilder::build)
        });
    });
    let document: Value = serde_json::from_str(OVERLAY)?;
    group.bench_function("overlay", |b| {
        b.iter(|| Calendar::builder().overlay(black_box(&document)));
    });
    group.finish();
    Ok(())
}

fn counting(c: &mut Criterion, rows: &Rows) {
    let Rows { calendar, days, minutes } = rows;
    let policy = CountingPolicy::one_stop();
    let mut group = c.benchmark_group("scalar");
    group.throughput(Throughput::Elements(ROWS));
    group.bench_function("add_working_days", |b| {
        b.iter(|| {
            for (date, n) in days {
                let _ = black_box(calendar.add_working_days(*date, *n));
            }
        });
    });
    group.bench_function("count_working_days", |b| {
        b.iter(|| {
            for ((from, _), (to, _)) in days.iter().zip(days.iter().skip(1)) {
                let _ = black_box(calendar.count_working_days(*from, *to));
            }
        });
    });
    group.bench_function("add_working_minutes", |b| {
        b.iter(|| {
            for (at, n) in minutes {
                let _ = black_box(calendar.add_working_minutes(*at, *n));
            }
        });
    });
    group.bench_function("count_working_minutes", |b| {
        b.iter(|| {
            for ((from, _), (to, _)) in minutes.iter().zip(minutes.iter().skip(1)) {
                let _ = black_box(calendar.count_working_minutes(*from, *to));
            }
        });
    });
    group.bench_function("due", |b| {
        b.iter(|| {
            for (at, _) in minutes {
                let limit = Limit::working_days(10);
                let _ = black_box(motcua::deadline::due(calendar, &policy, *at, limit));
            }
        });
    });
    group.bench_function("work_span", |b| {
        b.iter(|| {
            for ((from, _), (to, _)) in minutes.iter().zip(minutes.iter().skip(1)) {
                let _ = black_box(calendar.work_span(*from, *to));
            }
        });
    });
    group.bench_function("deadline_with_trace", |b| {
        b.iter(|| {
            for (at, _) in minutes {
                let limit = Limit::working_days(10);
                let _ = black_box(Deadline::new(calendar, &policy, *at, limit));
            }
        });
    });
    group.finish();
}

fn days(c: &mut Criterion, rows: &Rows) -> Result<(), Box<dyn Error>> {
    let Rows { calendar, days, minutes } = rows;
    let (first, last) = (day("2026-01-01")?, day("2026-12-31")?);
    c.bench_function("days/year", |b| {
        b.iter(|| calendar.days(black_box(first), last).map(Iterator::count));
    });
    let mut group = c.benchmark_group("scalar");
    group.throughput(Throughput::Elements(ROWS));
    group.bench_function("day", |b| {
        b.iter(|| {
            for (date, _) in days {
                let _ = black_box(calendar.day(*date));
            }
        });
    });
    group.bench_function("is_working", |b| {
        b.iter(|| {
            for (date, _) in days {
                let _ = black_box(calendar.is_working(*date));
            }
        });
    });
    group.bench_function("hours", |b| {
        b.iter(|| {
            for (date, _) in days {
                let _ = black_box(calendar.hours(*date).map(DayHours::minutes));
            }
        });
    });
    group.bench_function("open_of", |b| {
        b.iter(|| {
            for (date, _) in days {
                let _ = black_box(calendar.open_of(*date));
            }
        });
    });
    group.bench_function("close_of", |b| {
        b.iter(|| {
            for (date, _) in days {
                let _ = black_box(calendar.close_of(*date));
            }
        });
    });
    group.bench_function("is_open", |b| {
        b.iter(|| {
            for (at, _) in minutes {
                let _ = black_box(calendar.is_open(*at));
            }
        });
    });
    group.bench_function("certainty", |b| {
        b.iter(|| {
            for ((from, _), (to, _)) in days.iter().zip(days.iter().skip(1)) {
                black_box(calendar.certainty(*from, *to));
            }
        });
    });
    group.finish();
    Ok(())
}

fn lunar(c: &mut Criterion, rows: &Rows) -> Result<(), Box<dyn Error>> {
    let Rows { calendar, days, .. } = rows;
    let lunar: Result<Vec<LunarDate>, _> =
        days.iter().map(|(date, _)| LunarDate::from_solar(*date)).collect();
    let lunar = lunar?;
    let mut group = c.benchmark_group("scalar");
    group.throughput(Throughput::Elements(ROWS));
    group.bench_function("lunar_date", |b| {
        b.iter(|| {
            for (date, _) in days {
                let _ = black_box(LunarDate::from_solar(*date));
            }
        });
    });
    group.bench_function("lunar_date_of_parts", |b| {
        b.iter(|| {
            for date in &lunar {
                let (year, month, day) = (date.year(), date.month(), date.day());
                let _ = black_box(LunarDate::new(year, month, day, date.is_leap()));
            }
        });
    });
    group.bench_function("lunar_to_solar", |b| {
        b.iter(|| {
            for date in &lunar {
                black_box(date.to_solar());
            }
        });
    });
    group.bench_function("lunar_new_year", |b| {
        b.iter(|| {
            for date in &lunar {
                let _ = black_box(motcua::calendar::new_year(date.year()));
            }
        });
    });
    group.bench_function("notice_of", |b| {
        b.iter(|| {
            for date in &lunar {
                black_box(calendar.notice_of(date.year()));
            }
        });
    });
    group.finish();
    Ok(())
}

/// Dates and instants as they are read, made and taken apart.
fn civil(c: &mut Criterion, rows: &Rows) {
    let Rows { days, minutes, .. } = rows;
    let dates: Vec<String> = days.iter().map(|(date, _)| date.to_string()).collect();
    let instants: Vec<String> = minutes.iter().map(|(at, _)| at.to_string()).collect();
    let mut group = c.benchmark_group("civil");
    group.throughput(Throughput::Elements(ROWS));
    group.bench_function("parse_date", |b| {
        b.iter(|| {
            for date in &dates {
                let _ = black_box(motcua::calendar::parse_date(date));
            }
        });
    });
    group.bench_function("parse_time", |b| {
        b.iter(|| {
            for at in &instants {
                let _ = black_box(at.parse::<LocalTime>());
            }
        });
    });
    group.bench_function("of_date_and_clock", |b| {
        b.iter(|| {
            for (date, _) in days {
                black_box(LocalTime::at(*date, black_box(ClockTime::MIDNIGHT)));
            }
        });
    });
    group.bench_function("of_local_seconds", |b| {
        b.iter(|| {
            for (at, _) in minutes {
                let _ = black_box(LocalTime::from_local_seconds(at.local_seconds()));
            }
        });
    });
    group.bench_function("of_utc_seconds", |b| {
        b.iter(|| {
            for (at, _) in minutes {
                let _ = black_box(LocalTime::from_utc_seconds(at.utc_seconds()));
            }
        });
    });
    group.bench_function("date", |b| {
        b.iter(|| {
            for (at, _) in minutes {
                black_box(at.date());
            }
        });
    });
    group.bench_function("time", |b| {
        b.iter(|| {
            for (at, _) in minutes {
                black_box(at.time());
            }
        });
    });
    group.bench_function("naive", |b| {
        b.iter(|| {
            for (at, _) in minutes {
                black_box(at.naive());
            }
        });
    });
    group.finish();
}

fn measure(c: &mut Criterion) -> Result<(), Box<dyn Error>> {
    building(c)?;
    let rows = rows()?;
    counting(c, &rows);
    days(c, &rows)?;
    lunar(c, &rows)?;
    civil(c, &rows);
    Ok(())
}

fn calendar(c: &mut Criterion) {
    motcua_benches::set_up(measure(c));
}

criterion_group!(benches, calendar);
criterion_main!(benches);
