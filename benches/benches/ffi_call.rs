//! What a scalar call through C costs over the same call in Rust: the boundary checks its pointers,
//! turns numbers into dates and catches panics.
//!
//! Each measurement goes through 10,000 rows; the difference of a pair, by 10,000, is the overhead
//! of a call. Functions of C are called by their address, as a program that is linked to the
//! library calls them. For instructions, which do not depend on what else runs on the machine, see
//! `benches/ffi_call`.

use std::error::Error;
use std::hint::black_box;
use std::ptr::{null, null_mut};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use motcua::chrono::NaiveDate;
use motcua::deadline::due;
use motcua::regulation::CountingPolicy;
use motcua::{Calendar, ClockTime, Limit, LocalTime};
use motcua_benches::Numbers;
use motcua_ffi as ffi;

const ROWS: u64 = 10_000;

struct Rows {
    calendar: Calendar,
    handle: *mut ffi::motcua_calendar,
    /// Days 2015-2030 since 1970-01-01, each with 1 to 60 working days.
    days: Vec<(i32, i32)>,
    /// Instants on them in seconds on Vietnam's clock, each with 1 to 4,500 working minutes.
    minutes: Vec<(i64, i32)>,
}

fn rows() -> Result<Rows, Box<dyn Error>> {
    let mut numbers = Numbers::new(20_261_123);
    let mut handle = null_mut();
    // SAFETY: the place is valid for writing. The handle lives as long as the process.
    let status = unsafe { ffi::motcua_calendar_new_vietnam(&raw mut handle) };
    if status != ffi::MOTCUA_OK {
        return Err("no calendar".into());
    }
    let calendar = Calendar::vietnam()?;
    let mut rows = Rows { calendar, handle, days: Vec::new(), minutes: Vec::new() };
    for _ in 0..ROWS {
        let day = i32::try_from(numbers.below(5_844))?.saturating_add(16_436);
        let date = NaiveDate::from_epoch_days(day).ok_or("no such day")?;
        let clock = ClockTime::from_minutes(u16::try_from(numbers.below(1_440))?);
        let at = LocalTime::at(date, clock.ok_or("no such hour")?);
        rows.days.push((day, i32::try_from(numbers.below(60))?.saturating_add(1)));
        let minutes = i32::try_from(numbers.below(4_500))?.saturating_add(1);
        rows.minutes.push((at.local_seconds(), minutes));
    }
    Ok(rows)
}

#[inline(never)]
fn rust_add_working_days(rows: &Rows) {
    for (day, n) in &rows.days {
        let Some(date) = NaiveDate::from_epoch_days(*day) else { continue };
        let _ =
            black_box(rows.calendar.add_working_days(date, *n).map(|date| date.to_epoch_days()));
    }
}

#[inline(never)]
fn c_add_working_days(rows: &Rows) {
    let call = black_box(ffi::motcua_add_working_days as unsafe extern "C" fn(_, _, _, _) -> _);
    let mut out = 0;
    for (day, n) in &rows.days {
        // SAFETY: the calendar lives, the place is valid for writing.
        black_box(unsafe { call(rows.handle.cast_const(), *day, *n, black_box(&raw mut out)) });
    }
}

#[inline(never)]
fn rust_count_working_days(rows: &Rows) {
    for (day, n) in &rows.days {
        let Some(from) = NaiveDate::from_epoch_days(*day) else { continue };
        let Some(to) = NaiveDate::from_epoch_days(day.saturating_add(*n)) else { continue };
        let _ = black_box(rows.calendar.count_working_days(from, to));
    }
}

#[inline(never)]
fn c_count_working_days(rows: &Rows) {
    let call = black_box(ffi::motcua_count_working_days as unsafe extern "C" fn(_, _, _, _) -> _);
    let mut out = 0;
    for (day, n) in &rows.days {
        let to = day.saturating_add(*n);
        // SAFETY: as above.
        black_box(unsafe { call(rows.handle.cast_const(), *day, to, black_box(&raw mut out)) });
    }
}

#[inline(never)]
fn rust_add_working_minutes(rows: &Rows) {
    for (at, minutes) in &rows.minutes {
        let Ok(at) = LocalTime::from_local_seconds(*at) else { continue };
        let found = rows.calendar.add_working_minutes(at, *minutes);
        let _ = black_box(found.map(LocalTime::local_seconds));
    }
}

#[inline(never)]
fn c_add_working_minutes(rows: &Rows) {
    let call = black_box(ffi::motcua_add_working_minutes as unsafe extern "C" fn(_, _, _, _) -> _);
    let mut out = 0_i64;
    for (at, minutes) in &rows.minutes {
        // SAFETY: as above.
        black_box(unsafe {
            call(rows.handle.cast_const(), *at, *minutes, black_box(&raw mut out))
        });
    }
}

#[inline(never)]
fn rust_appointment(rows: &Rows) {
    let policy = CountingPolicy::one_stop();
    for ((at, _), (_, n)) in rows.minutes.iter().zip(&rows.days) {
        let Ok(at) = LocalTime::from_local_seconds(*at) else { continue };
        let Ok(days) = u16::try_from(*n) else { continue };
        // The numbers that C gives.
        let numbers = due(&rows.calendar, &policy, at, Limit::working_days(days)).map(|due| {
            let [at, end, start] = [due.at, due.legal_end, due.start].map(LocalTime::local_seconds);
            let [date, nominal] = [due.date, due.nominal].map(|date| date.to_epoch_days());
            ([at, end, start], [date, nominal], due.certainty)
        });
        let _ = black_box(numbers);
    }
}

#[inline(never)]
fn c_appointment(rows: &Rows) {
    let call = black_box(ffi::motcua_appointment as unsafe extern "C" fn(_, _, _, _, _, _) -> _);
    let mut out = std::mem::MaybeUninit::uninit();
    for ((at, _), (_, n)) in rows.minutes.iter().zip(&rows.days) {
        let (amount, unit) = (n.saturating_mul(1_000), ffi::MOTCUA_UNIT_WORKING_DAY);
        let place = black_box(out.as_mut_ptr());
        // SAFETY: as above; NULL is the policy of the one-stop.
        black_box(unsafe { call(rows.handle.cast_const(), null(), *at, amount, unit, place) });
    }
}

/// Goes through all rows once.
type Run = fn(&Rows);

fn ffi_call(c: &mut Criterion) {
    let Some(rows) = motcua_benches::set_up(rows()) else { return };
    let pairs: [(&str, Run, Run); 4] = [
        ("add_working_days", rust_add_working_days, c_add_working_days),
        ("count_working_days", rust_count_working_days, c_count_working_days),
        ("add_working_minutes", rust_add_working_minutes, c_add_working_minutes),
        ("appointment", rust_appointment, c_appointment),
    ];
    for (name, rust, c_call) in pairs {
        let mut group = c.benchmark_group(name);
        group.throughput(Throughput::Elements(ROWS));
        group.bench_function("rust", |b| b.iter(|| rust(&rows)));
        group.bench_function("c", |b| b.iter(|| c_call(&rows)));
        group.finish();
    }
}

criterion_group!(benches, ffi_call);
criterion_main!(benches);
