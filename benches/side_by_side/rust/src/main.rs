//! Measures motcua and the Rust peers and writes the rows for the peers in other languages.
//!
//! Times are of the processor (`CLOCK_PROCESS_CPUTIME_ID`), so that what else runs on the machine
//! counts as little as can be. One line of JSON for each peer and operation.

mod data;

use std::collections::HashSet;
use std::error::Error;
use std::hint::black_box;
use std::path::Path;

use bdays::{HolidayCalendar, HolidayCalendarCache};
use chrono::NaiveDate;
use cpu_time::ProcessTime;
use data::{Data, ROWS};
use jiff::civil::{Date, time};
use jiff::{SignedDuration, Timestamp};
use motcua::batch::{Batch, NO_DATE, NO_INSTANT};
use motcua::{Calendar, LocalTime};
use workclock::{Holidays, Schedule, Weekdays, WorkDay};

const REPEATS: usize = 9;

/// Measures one peer on the first rows of one operation and counts its wrong answers.
fn measure<T: PartialEq + Copy>(
    peer: &str,
    operation: &str,
    right: &[T],
    mut run: impl FnMut(&mut Vec<T>),
) {
    let rows = right.len();
    let mut found = Vec::with_capacity(rows);
    run(&mut found);
    let wrong = found.iter().zip(right).filter(|(found, right)| found != right).count();
    assert_eq!(found.len(), rows, "{peer} {operation}");
    let mut times: Vec<f64> = (0..REPEATS)
        .map(|_| {
            found.clear();
            let begun = ProcessTime::now();
            run(black_box(&mut found));
            begun.elapsed().as_nanos() as f64 / rows as f64
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!(
        r#"{{"peer":"{peer}","operation":"{operation}","median":{:.3},"min":{:.3},"max":{:.3},"rows":{rows},"repeats":{REPEATS},"wrong":{wrong}}}"#,
        times[REPEATS / 2],
        times[0],
        times[REPEATS - 1],
    );
}

fn date(day: i32) -> NaiveDate {
    NaiveDate::from_epoch_days(day).unwrap()
}

fn motcua(data: &Data) -> Result<(), Box<dyn Error>> {
    let calendar = Calendar::vietnam()?;
    let batch = Batch::new(&calendar);
    let answer = &data.answer;
    measure("motcua batch", "add_days", &answer.add_days, |out| {
        out.resize(ROWS, NO_DATE);
        assert_eq!(batch.add_working_days(&data.dates, &data.n, out).unwrap().count, 0);
    });
    measure("motcua batch", "count_days", &answer.count_days, |out| {
        out.resize(ROWS, NO_DATE);
        assert_eq!(batch.count_working_days(&data.dates, &data.to, out).unwrap().count, 0);
    });
    measure("motcua batch", "add_minutes", &answer.add_minutes, |out| {
        out.resize(ROWS, NO_INSTANT);
        assert_eq!(batch.add_working_minutes(&data.at, &data.minutes, out).unwrap().count, 0);
    });
    measure("motcua batch", "count_minutes", &answer.count_minutes, |out| {
        out.resize(ROWS, NO_DATE);
        assert_eq!(batch.count_working_minutes(&data.at, &data.until, out).unwrap().count, 0);
    });

    let dates: Vec<NaiveDate> = data.dates.iter().map(|day| date(*day)).collect();
    let ends: Vec<NaiveDate> = data.to.iter().map(|day| date(*day)).collect();
    let local = |at: &i64| LocalTime::from_local_seconds(*at).unwrap();
    let at: Vec<LocalTime> = data.at.iter().map(local).collect();
    let until: Vec<LocalTime> = data.until.iter().map(local).collect();
    let right: Vec<NaiveDate> = answer.add_days.iter().map(|day| date(*day)).collect();
    measure("motcua one by one", "add_days", &right, |out| {
        let rows = dates.iter().zip(&data.n);
        out.extend(rows.map(|(date, n)| calendar.add_working_days(*date, *n).unwrap()));
    });
    measure("motcua one by one", "count_days", &answer.count_days, |out| {
        let rows = dates.iter().zip(&ends);
        out.extend(rows.map(|(from, to)| calendar.count_working_days(*from, *to).unwrap()));
    });
    let right: Vec<LocalTime> = answer.add_minutes.iter().map(local).collect();
    measure("motcua one by one", "add_minutes", &right, |out| {
        let rows = at.iter().zip(&data.minutes);
        out.extend(rows.map(|(at, n)| calendar.add_working_minutes(*at, *n).unwrap()));
    });
    measure("motcua one by one", "count_minutes", &answer.count_minutes, |out| {
        let rows = at.iter().zip(&until);
        out.extend(rows.map(|(from, to)| calendar.count_working_minutes(*from, *to).unwrap()));
    });

    // How fast the machine moves the same columns: the floor under every batch.
    let right: Vec<i32> = data.dates.iter().zip(&data.n).map(|(a, b)| a.wrapping_add(*b)).collect();
    measure("copying the columns", "add_days", &right, |out| {
        out.extend(data.dates.iter().zip(&data.n).map(|(a, b)| a.wrapping_add(*b)));
    });
    Ok(())
}

/// The weekdays off. A business day of `bdays` is a weekday that is none of them, so that it
/// cannot be told of a make-up day.
struct Off(HashSet<NaiveDate>);

impl HolidayCalendar<NaiveDate> for Off {
    fn is_holiday(&self, date: NaiveDate) -> bool {
        self.0.contains(&date)
    }
}

fn bdays(data: &Data) {
    let off = Off(data.off.iter().map(|day| date(*day)).collect());
    let cache = HolidayCalendarCache::new(off, date(16_071), date(23_010));
    let dates: Vec<NaiveDate> = data.dates.iter().map(|day| date(*day)).collect();
    let right: Vec<NaiveDate> = data.answer.add_days.iter().map(|day| date(*day)).collect();
    measure("bdays", "add_days", &right, |out| {
        let rows = dates.iter().zip(&data.n);
        // Left to itself it moves a start that is off to the next business day first.
        let start = |date| cache.to_bday(date, false);
        out.extend(rows.map(|(date, n)| cache.advance_bdays(start(*date), *n)));
    });
    // It counts [from, to), so it is asked a day later.
    let from: Vec<NaiveDate> = data.dates.iter().map(|day| date(*day + 1)).collect();
    let to: Vec<NaiveDate> = data.to.iter().map(|day| date(*day + 1)).collect();
    measure("bdays", "count_days", &data.answer.count_days, |out| {
        out.extend(from.iter().zip(&to).map(|(from, to)| cache.bdays(*from, *to)));
    });
}

fn jiff_date(day: i32) -> Date {
    let date = date(day).to_string();
    date.parse().unwrap()
}

fn stamp(seconds: i64) -> Timestamp {
    Timestamp::from_second(seconds).unwrap()
}

/// Both are given Vietnam's clock as UTC, which spares them the work of a zone.
fn hours(data: &Data) -> Result<(), Box<dyn Error>> {
    const HOURS: &str = "07:30-11:30, 13:00-17:00";
    const ADDED: usize = 50_000;
    const COUNTED: usize = 5_000;
    let answer = &data.answer;
    let at: Vec<Timestamp> = data.at.iter().map(|at| stamp(*at)).collect();
    let until: Vec<Timestamp> = data.until.iter().map(|at| stamp(*at)).collect();
    let right: Vec<Timestamp> = answer.add_minutes.iter().map(|at| stamp(*at)).collect();
    let minutes = |n: i32| SignedDuration::from_mins(n.into());

    let mut office = ule_hours::Schedule::builder("UTC")?.mon_fri(HOURS)?;
    for day in &data.off {
        office = office.closed_on(jiff_date(*day));
    }
    for day in &data.make_up {
        office = office.special(jiff_date(*day), HOURS)?;
    }
    let office = office.build();
    measure("ule-hours", "add_minutes", &right[..ADDED], |out| {
        let rows = at[..ADDED].iter().zip(&data.minutes);
        out.extend(rows.map(|(at, n)| office.add(*at, minutes(*n)).unwrap()));
    });
    measure("ule-hours", "count_minutes", &answer.count_minutes[..COUNTED], |out| {
        let rows = at[..COUNTED].iter().zip(&until);
        out.extend(rows.map(|(from, to)| office.between(*from, *to).as_mins() as i32));
    });

    // It knows no day that is worked against the week, so each day that is off is a holiday.
    let office = Schedule::builder()
        .rule(WorkDay::new(time(7, 30, 0, 0), time(11, 30, 0, 0), Weekdays::ALL))
        .rule(WorkDay::new(time(13, 0, 0, 0), time(17, 0, 0, 0), Weekdays::ALL))
        .rule(Holidays::new(data.all_off.iter().map(|day| jiff_date(*day))))
        .build()?;
    measure("workclock", "add_minutes", &right[..ADDED], |out| {
        let rows = at[..ADDED].iter().zip(&data.minutes);
        out.extend(rows.map(|(at, n)| office.add(*at, minutes(*n)).unwrap()));
    });
    measure("workclock", "count_minutes", &answer.count_minutes[..COUNTED], |out| {
        let rows = at[..COUNTED].iter().zip(&until);
        out.extend(rows.map(|(from, to)| office.between(*from, *to).as_mins() as i32));
    });
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).ok_or("the folder for the rows is not given")?;
    let data = Data::new()?;
    data.write(Path::new(&folder))?;
    motcua(&data)?;
    bdays(&data);
    hours(&data)
}
