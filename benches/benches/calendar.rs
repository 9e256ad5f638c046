//! Day and minute arithmetic, and the building of a calendar.

use std::error::Error;
use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use motcua::calendar::LunarDate;
use motcua::chrono::NaiveDate;
use motcua::regulation::CountingPolicy;
use motcua::{Calendar, ClockTime, Deadline, Limit, LocalTime};
use motcua_benches::Numbers;

const ROWS: u64 = 10_000;

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

fn calendar(c: &mut Criterion) {
    c.bench_function("calendar/vietnam", |b| b.iter(Calendar::vietnam));
    let Ok(Rows { calendar, days, minutes }) = rows() else { return };
    let policy = CountingPolicy::one_stop();
    let mut group = c.benchmark_group("scalar");
    group.throughput(Throughput::Elements(ROWS));
    group.bench_function("add_working_days", |b| {
        b.iter(|| {
            for (date, n) in &days {
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
            for (at, n) in &minutes {
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
            for (at, _) in &minutes {
                let limit = Limit::working_days(10);
                let _ = black_box(motcua::deadline::due(&calendar, &policy, *at, limit));
            }
        });
    });
    group.bench_function("day", |b| {
        b.iter(|| {
            for (date, _) in &days {
                let _ = black_box(calendar.day(*date));
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
    group.bench_function("lunar_date", |b| {
        b.iter(|| {
            for (date, _) in &days {
                let _ = black_box(LunarDate::from_solar(*date));
            }
        });
    });
    group.bench_function("deadline_with_trace", |b| {
        b.iter(|| {
            for (at, _) in &minutes {
                let limit = Limit::working_days(10);
                let _ = black_box(Deadline::new(&calendar, &policy, *at, limit));
            }
        });
    });
    group.finish();
}

criterion_group!(benches, calendar);
criterion_main!(benches);
