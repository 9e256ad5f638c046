//! Work by its name and its size, to be timed or to have its instructions counted.

use std::error::Error;
use std::hint::black_box;

use motcua::batch::{Appointments, Batch, DossierAnswers, EventCode, Logs, Standings, Terms};
use motcua::calendar::{DayHours, Session, WeekHours};
use motcua::chrono::{NaiveDate, Weekday};
use motcua::regulation::CountingPolicy;
use motcua::time_limit::{Amount, TimeLimit, Unit};
use motcua::{Calendar, ClockTime, Deadline, Limit, LocalTime};

use crate::Numbers;
use crate::layouts::{Bits, Direct, Hybrid, Layout};

type Done<T> = Result<T, Box<dyn Error>>;

/// 2015-01-01 in days since 1970-01-01, and the days from it to the end of 2030.
const FIRST: i32 = 16_436;
const DAYS: u32 = 5_844;
/// 2000-01-01, and the days to the end of 2050.
const FIRST_KNOWN: i32 = 10_957;
const KNOWN: usize = 18_628;
/// Rows of the work whose size is something else.
const ROWS: usize = 1_000;
/// Rows held at a time of those that stream by.
const BLOCK: usize = 65_536;
const DAY: i64 = 86_400;

/// The ten operations whose instructions are recorded, with the rows they are counted on.
pub const RECORDED: [(&str, usize); 10] = [
    ("add_working_days", 10_000),
    ("count_working_days", 10_000),
    ("add_working_minutes", 10_000),
    ("count_working_minutes", 10_000),
    ("appointments", 2_000),
    ("standings", 2_000),
    ("dossiers", 1_000),
    ("deadline_with_trace", 200),
    ("read_time_limit", 200),
    ("build_calendar", 1),
];

/// Something that can be done again and again.
pub type Work = Box<dyn FnMut()>;

/// What is counted: everything inside this and nothing else.
#[inline(never)]
pub fn measured(work: &mut Work) {
    work();
}

struct Rows {
    dates: Vec<i32>,
    n: Vec<i32>,
    to: Vec<i32>,
    at: Vec<i64>,
    minutes: Vec<i32>,
    until: Vec<i64>,
}

fn signed(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(0)
}

impl Rows {
    /// Dates 2015-2030, 1 to 60 days, 1 to 4,500 minutes, spans of up to 120 days.
    fn new(rows: usize) -> Self {
        let mut numbers = Numbers::new(20_261_123);
        let mut all = Self {
            dates: Vec::with_capacity(rows),
            n: Vec::with_capacity(rows),
            to: Vec::with_capacity(rows),
            at: Vec::with_capacity(rows),
            minutes: Vec::with_capacity(rows),
            until: Vec::with_capacity(rows),
        };
        for _ in 0..rows {
            let day = FIRST.saturating_add(signed(numbers.below(DAYS)));
            let second = i64::from(numbers.below(1_440)).saturating_mul(60);
            let at = i64::from(day).saturating_mul(DAY).saturating_add(second);
            all.dates.push(day);
            all.n.push(signed(numbers.below(60)).saturating_add(1));
            all.to.push(day.saturating_add(1).saturating_add(signed(numbers.below(120))));
            all.at.push(at);
            all.minutes.push(signed(numbers.below(4_500)).saturating_add(1));
            let span = i64::from(numbers.below(172_800)).saturating_mul(60);
            all.until.push(at.saturating_add(span));
        }
        all
    }

    /// Limits in several units.
    fn limits(&self) -> Vec<Limit> {
        let units = [Unit::WorkingDay, Unit::Day, Unit::WorkingDay, Unit::WorkingHour, Unit::Month];
        let unit = units.iter().cycle();
        let amount =
            |n: &i32| Amount::whole((u16::try_from(*n).unwrap_or(1) / 3).saturating_add(1));
        self.n.iter().zip(unit).map(|(n, unit)| Limit::of(amount(n), *unit)).collect()
    }
}

/// A log that goes on from the receipts of some rows.
struct Life {
    starts: Vec<u32>,
    at: Vec<i64>,
    code: Vec<u8>,
    argument: Vec<i64>,
}

impl Life {
    fn new(received: &[i64], events: &[EventCode], step: i64) -> Done<Self> {
        let mut life = Self { starts: vec![0], at: vec![], code: vec![], argument: vec![] };
        for at in received {
            let mut at = *at;
            for event in events {
                life.at.push(at);
                life.code.push(event.number());
                at = at.saturating_add(step);
            }
            life.starts.push(u32::try_from(life.at.len())?);
        }
        life.argument = vec![0; life.at.len()];
        Ok(life)
    }

    fn logs<'a>(&'a self, limits: &'a [Limit]) -> Logs<'a> {
        Logs {
            limits,
            handlings: &[],
            starts: &self.starts,
            at: &self.at,
            code: &self.code,
            argument: &self.argument,
        }
    }
}

/// Handed in, received, handed over, a supplement asked for and received, finished.
const SIX: [EventCode; 6] = [
    EventCode::Submitted,
    EventCode::Received,
    EventCode::Transferred,
    EventCode::SupplementRequested,
    EventCode::SupplementReceived,
    EventCode::Finished,
];

/// A calendar that is closed on so many single days.
fn closed_on(days: usize) -> Done<Calendar> {
    let mut builder = Calendar::builder();
    for day in 0..days {
        let day = FIRST_KNOWN.saturating_add(i32::try_from(day)?);
        let date = NaiveDate::from_epoch_days(day).ok_or("no such day")?;
        builder = builder.closure(date, date, "nghỉ");
    }
    Ok(builder.build()?)
}

/// The hours of one of many offices: each opens a minute later than the one before it.
fn office(number: usize) -> Done<Calendar> {
    let clock = |minutes: usize| -> Done<ClockTime> {
        Ok(ClockTime::from_minutes(u16::try_from(minutes)?).ok_or("no such hour")?)
    };
    let late = number % 60;
    let morning = Session::new(clock(420_usize.saturating_add(late))?, clock(690)?)?;
    let afternoon = Session::new(clock(780)?, clock(990_usize.saturating_add(late))?)?;
    let day = DayHours::new([morning, afternoon])?;
    let mut hours = WeekHours::standard()?;
    for weekday in std::iter::successors(Some(Weekday::Mon), |day| Some(day.succ())).take(5) {
        hours = hours.with(weekday, day.clone());
    }
    Ok(Calendar::builder().hours(hours).build()?)
}

/// Which of the days that are known are worked.
fn worked(calendar: &Calendar) -> Done<Vec<bool>> {
    let first = NaiveDate::from_epoch_days(FIRST_KNOWN).ok_or("no such day")?;
    let days = first.iter_days().take(KNOWN).map(|date| calendar.is_working(date));
    Ok(days.collect::<Result<Vec<bool>, _>>()?)
}

fn layout<L: Layout + 'static>(rows: &Rows, counts: bool) -> Done<Work> {
    let calendar = Calendar::vietnam()?;
    let layout = L::new(&worked(&calendar)?);
    let ordinal = |days: &[i32]| -> Result<Vec<usize>, _> {
        days.iter().map(|day| usize::try_from(day.saturating_sub(FIRST_KNOWN))).collect()
    };
    let (from, to) = (ordinal(&rows.dates)?, ordinal(&rows.to)?);
    let n: Result<Vec<u32>, _> = rows.n.iter().map(|n| u32::try_from(*n)).collect();
    let n = n?;
    let mut out = vec![0; from.len()];

    // A layout that is wrong is not worth measuring.
    let mut right = vec![0; from.len()];
    let batch = Batch::new(&calendar);
    let bad = if counts {
        batch.count_working_days(&rows.dates, &rows.to, &mut right)?
    } else {
        batch.add_working_days(&rows.dates, &rows.n, &mut right)?
    };
    let answer = move |out: &mut [u32]| {
        if counts {
            for ((from, to), out) in from.iter().zip(&to).zip(out) {
                *out = layout.count(*from, *to).unwrap_or(u32::MAX);
            }
        } else {
            for ((from, n), out) in from.iter().zip(&n).zip(out) {
                *out = layout.add(*from, *n).unwrap_or(u32::MAX);
            }
        }
    };
    answer(&mut out);
    let from_epoch = if counts { 0 } else { FIRST_KNOWN };
    let same = out.iter().zip(&right).all(|(out, right)| {
        i32::try_from(*out).is_ok_and(|out| out.saturating_add(from_epoch) == *right)
    });
    if bad.count > 0 || !same {
        return Err("the layout gives wrong answers".into());
    }
    Ok(Box::new(move || {
        answer(&mut out);
        black_box(&out);
    }))
}

/// A batch, shared out among threads or not.
#[cfg_attr(not(feature = "rayon"), expect(unused_variables, reason = "there is one thread"))]
fn batch(calendar: &Calendar, shared: bool) -> Batch<'_> {
    #[cfg(feature = "rayon")]
    if shared {
        return Batch::new(calendar).parallel();
    }
    Batch::new(calendar)
}

/// Prepares the work of a name and a size; a batch named `parallel/...` is shared out among the
/// threads of the machine.
///
/// # Errors
///
/// When there is no work of that name, its size is too large for the calendar, or it is to be shared
/// out without the feature `rayon`.
pub fn prepare(name: &str, size: usize) -> Done<Work> {
    let (shared, name) = name.strip_prefix("parallel/").map_or((false, name), |name| (true, name));
    if shared && cfg!(not(feature = "rayon")) {
        return Err("batches are shared out with the feature rayon only".into());
    }
    if let Some(work) = grow(name, size)? {
        return Ok(work);
    }
    let calendar = Calendar::vietnam()?;
    let policy = CountingPolicy::one_stop();
    let as_of: LocalTime = "2025-06-30T10:00".parse()?;
    let rows = Rows::new(size);
    let limits = rows.limits();
    let (mut days, mut instants) = (vec![0_i32; size], vec![0_i64; size]);
    let mut states = vec![None; size];
    Ok(match name {
        "copy_columns" => Box::new(move || {
            for (out, (a, b)) in days.iter_mut().zip(rows.dates.iter().zip(&rows.n)) {
                *out = a.wrapping_add(*b);
            }
            black_box(&days);
        }),
        "add_working_days" => Box::new(move || {
            let batch = batch(&calendar, shared);
            let _ = black_box(batch.add_working_days(&rows.dates, &rows.n, &mut days));
        }),
        "count_working_days" => Box::new(move || {
            let batch = batch(&calendar, shared);
            let _ = black_box(batch.count_working_days(&rows.dates, &rows.to, &mut days));
        }),
        "add_working_minutes" => Box::new(move || {
            let batch = batch(&calendar, shared);
            let _ = black_box(batch.add_working_minutes(&rows.at, &rows.minutes, &mut instants));
        }),
        "count_working_minutes" => Box::new(move || {
            let batch = batch(&calendar, shared);
            let _ = black_box(batch.count_working_minutes(&rows.at, &rows.until, &mut days));
        }),
        "appointments" => Box::new(move || {
            let terms = Terms { received: &rows.at, limits: &limits };
            let out = Appointments { at: Some(&mut instants), ..Appointments::default() };
            let _ = black_box(batch(&calendar, shared).appointments(terms, out));
        }),
        "standings" => Box::new(move || {
            let terms = Terms { received: &rows.at, limits: &limits };
            let out = Standings { state: Some(&mut states), minutes: Some(&mut days) };
            let _ = black_box(batch(&calendar, shared).standings(terms, &rows.until, as_of, out));
        }),
        "dossiers" => {
            let life = Life::new(&rows.at, &SIX, 33 * 3_600)?;
            let limits = vec![Limit::working_days(10); size];
            Box::new(move || {
                let out = DossierAnswers {
                    state: Some(&mut states),
                    due: Some(&mut instants),
                    ..DossierAnswers::default()
                };
                let batch = batch(&calendar, shared);
                let _ = black_box(batch.dossiers(life.logs(&limits), as_of, out));
            })
        }
        "deadline_with_trace" => Box::new(move || {
            for at in &rows.at {
                let Ok(received) = LocalTime::from_local_seconds(*at) else { continue };
                let limit = Limit::working_days(10);
                let _ = black_box(Deadline::new(&calendar, &policy, received, limit));
            }
        }),
        "read_time_limit" => Box::new(move || {
            for _ in 0..size {
                let text = "Trong thời hạn 10 (mười) ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ";
                black_box(TimeLimit::parse(black_box(text)));
            }
        }),
        "build_calendar" => Box::new(move || {
            for _ in 0..size {
                let _ = black_box(Calendar::vietnam());
            }
        }),
        "direct_add" => layout::<Direct>(&rows, false)?,
        "direct_count" => layout::<Direct>(&rows, true)?,
        "bits_add" => layout::<Bits>(&rows, false)?,
        "bits_count" => layout::<Bits>(&rows, true)?,
        "hybrid_add" => layout::<Hybrid>(&rows, false)?,
        "hybrid_count" => layout::<Hybrid>(&rows, true)?,
        _ => return Err(format!("there is no work named {name}").into()),
    })
}

/// The work whose size is not a number of rows.
fn grow(name: &str, size: usize) -> Done<Option<Work>> {
    let number = i32::try_from(size)?;
    // Early enough for forty years to lie behind every one.
    let early = |row: usize| FIRST_KNOWN.saturating_add(i32::try_from(row).unwrap_or(0) % 2_000);
    let dates: Vec<i32> = (0..ROWS).map(early).collect();
    let instants: Vec<i64> = dates
        .iter()
        .map(|day| i64::from(*day).saturating_mul(DAY).saturating_add(36_000))
        .collect();
    let mut days = vec![0_i32; ROWS];
    Ok(Some(match name {
        "span_add_days" => {
            let (calendar, n) = (Calendar::vietnam()?, vec![number; ROWS]);
            Box::new(move || {
                let _ = black_box(Batch::new(&calendar).add_working_days(&dates, &n, &mut days));
            })
        }
        "span_count_days" => {
            let to: Vec<i32> = dates.iter().map(|day| day.saturating_add(number)).collect();
            let calendar = Calendar::vietnam()?;
            Box::new(move || {
                let _ = black_box(Batch::new(&calendar).count_working_days(&dates, &to, &mut days));
            })
        }
        "span_add_minutes" => {
            let (calendar, n) = (Calendar::vietnam()?, vec![number.saturating_mul(480); ROWS]);
            let mut out = vec![0_i64; ROWS];
            Box::new(move || {
                let batch = Batch::new(&calendar);
                let _ = black_box(batch.add_working_minutes(&instants, &n, &mut out));
            })
        }
        "special_days_add" => {
            let (calendar, n) = (closed_on(size)?, vec![20; ROWS]);
            Box::new(move || {
                let _ = black_box(Batch::new(&calendar).add_working_days(&dates, &n, &mut days));
            })
        }
        "special_days_build" => Box::new(move || {
            let _ = black_box(closed_on(size));
        }),
        "rows" => {
            let (calendar, rows) = (Calendar::vietnam()?, Rows::new(size.min(BLOCK)));
            let mut out = vec![0_i32; size.min(BLOCK)];
            Box::new(move || {
                let batch = Batch::new(&calendar);
                let mut left = size;
                while left > 0 {
                    let block = left.min(BLOCK);
                    if let (Some(dates), Some(n), Some(out)) =
                        (rows.dates.get(..block), rows.n.get(..block), out.get_mut(..block))
                    {
                        let _ = black_box(batch.add_working_days(dates, n, out));
                    }
                    left = left.saturating_sub(block);
                }
            })
        }
        "events" => {
            let mut log = vec![EventCode::Received];
            let pairs = [EventCode::SupplementRequested, EventCode::SupplementReceived];
            log.extend(pairs.iter().cycle().take(size.saturating_sub(2)));
            if size > 1 {
                log.push(EventCode::Finished);
            }
            let calendar = Calendar::vietnam()?;
            let (life, limits) =
                (Life::new(&[1_700_000_000; 20], &log, 3_600)?, [Limit::working_days(10); 20]);
            let as_of: LocalTime = "2026-11-23T08:00".parse()?;
            let mut states = vec![None; 20];
            Box::new(move || {
                let out = DossierAnswers { state: Some(&mut states), ..DossierAnswers::default() };
                let batch = Batch::new(&calendar);
                let _ = black_box(batch.dossiers(life.logs(&limits), as_of, out));
            })
        }
        "offices" => Box::new(move || {
            let offices: Vec<Calendar> = (0..size).filter_map(|n| office(n).ok()).collect();
            // While all of them are there.
            memory("offices");
            black_box(offices);
        }),
        _ => return Ok(None),
    }))
}

/// Bytes of the tables of each layout for the days the calendar knows.
///
/// # Errors
///
/// When the calendar cannot be built.
pub fn layout_bytes() -> Done<[(&'static str, usize); 3]> {
    let worked = worked(&Calendar::vietnam()?)?;
    Ok([
        ("direct", Direct::new(&worked).bytes()),
        ("bits", Bits::new(&worked).bytes()),
        ("hybrid", Hybrid::new(&worked).bytes()),
    ])
}

/// Tells the memory the process has now, where the system says.
#[expect(clippy::print_stderr, reason = "this is what the program is for")]
pub fn memory(what: &str) {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    for line in status.lines().filter(|line| line.starts_with("VmRSS") || line.starts_with("VmHWM"))
    {
        eprintln!("{what}: {line}");
    }
}
