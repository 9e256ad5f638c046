//! The rows all peers are measured on, and the right answers, found by walking day by day.

use std::error::Error;
use std::fs;
use std::path::Path;

use motcua::Calendar;
use motcua::chrono::{Datelike, NaiveDate, Weekday};

pub const ROWS: usize = 1_000_000;
/// 2015-01-01 in days since 1970-01-01, and the days from it to the end of 2030.
const FIRST: i32 = 16_436;
const DAYS: u32 = 5_844;
/// Days of which the peers are told what they are: 2014 to 2032.
const KNOWN: std::ops::Range<i32> = 16_071..23_011;
/// 07:30-11:30 and 13:00-17:00, in seconds.
const SESSIONS: [(i64, i64); 2] = [(27_000, 41_400), (46_800, 61_200)];
const DAY: i64 = 86_400;

pub struct Data {
    pub dates: Vec<i32>,
    pub n: Vec<i32>,
    pub to: Vec<i32>,
    pub at: Vec<i64>,
    pub minutes: Vec<i32>,
    pub until: Vec<i64>,
    pub answer: Answers,
    /// Weekdays off and weekend days worked, in order.
    pub off: Vec<i32>,
    pub make_up: Vec<i32>,
    /// Every day that is not worked, weekends with them.
    pub all_off: Vec<i32>,
}

pub struct Answers {
    pub add_days: Vec<i32>,
    pub count_days: Vec<i32>,
    pub add_minutes: Vec<i64>,
    pub count_minutes: Vec<i32>,
}

/// splitmix64, so that every run has the same rows.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: u32) -> i32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        (mixed % u64::from(bound)) as i32
    }
}

/// Which of the known days are worked.
struct Worked(Vec<bool>);

impl Worked {
    fn on(&self, day: i32) -> bool {
        self.0[(day - KNOWN.start) as usize]
    }

    fn add_days(&self, mut day: i32, mut n: i32) -> i32 {
        while n > 0 {
            day += 1;
            n -= i32::from(self.on(day));
        }
        day
    }

    fn count_days(&self, from: i32, to: i32) -> i32 {
        (from + 1..=to).filter(|day| self.on(*day)).count() as i32
    }

    /// Walks from session to session until the minutes are used up.
    fn add_minutes(&self, at: i64, minutes: i32) -> i64 {
        let mut left = i64::from(minutes) * 60;
        let mut day = at.div_euclid(DAY);
        loop {
            if self.on(day as i32) {
                for (open, close) in SESSIONS {
                    let (from, to) = ((day * DAY + open).max(at), day * DAY + close);
                    if to > from {
                        if left <= to - from {
                            return from + left;
                        }
                        left -= to - from;
                    }
                }
            }
            day += 1;
        }
    }

    fn count_minutes(&self, from: i64, to: i64) -> i32 {
        let mut open_for = 0;
        for day in from.div_euclid(DAY)..=to.div_euclid(DAY) {
            if self.on(day as i32) {
                for (open, close) in SESSIONS {
                    let end = (day * DAY + close).min(to);
                    open_for += (end - (day * DAY + open).max(from)).max(0);
                }
            }
        }
        (open_for / 60) as i32
    }
}

impl Data {
    pub fn new() -> Result<Self, Box<dyn Error>> {
        let calendar = Calendar::vietnam()?;
        let date = |day| NaiveDate::from_epoch_days(day).ok_or("no such day");
        let (mut off, mut make_up, mut worked) = (Vec::new(), Vec::new(), Vec::new());
        for day in KNOWN {
            let date = date(day)?;
            let works = calendar.day(date)?.is_working();
            let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
            match (works, weekend) {
                (false, false) => off.push(day),
                (true, true) => make_up.push(day),
                _ => {}
            }
            worked.push(works);
        }
        let worked = Worked(worked);
        let all_off = KNOWN.filter(|day| !worked.on(*day)).collect();
        let mut numbers = Numbers(20_261_123);
        let (mut dates, mut n, mut to) = (Vec::new(), Vec::new(), Vec::new());
        let (mut at, mut minutes, mut until) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..ROWS {
            let day = FIRST + numbers.below(DAYS);
            dates.push(day);
            n.push(1 + numbers.below(60));
            to.push(day + 1 + numbers.below(120));
            let instant = i64::from(day) * DAY + i64::from(numbers.below(1_440)) * 60;
            at.push(instant);
            minutes.push(1 + numbers.below(4_500));
            until.push(instant + i64::from(numbers.below(120 * 1_440)) * 60);
        }
        let rows = || 0..ROWS;
        let answer = Answers {
            add_days: rows().map(|row| worked.add_days(dates[row], n[row])).collect(),
            count_days: rows().map(|row| worked.count_days(dates[row], to[row])).collect(),
            add_minutes: rows().map(|row| worked.add_minutes(at[row], minutes[row])).collect(),
            count_minutes: rows().map(|row| worked.count_minutes(at[row], until[row])).collect(),
        };
        Ok(Self { dates, n, to, at, minutes, until, answer, off, make_up, all_off })
    }

    /// Writes the columns, little-endian, for the peers in other languages.
    pub fn write(&self, folder: &Path) -> Result<(), Box<dyn Error>> {
        let small = |name: &str, column: &[i32]| {
            let bytes: Vec<u8> = column.iter().flat_map(|cell| cell.to_le_bytes()).collect();
            fs::write(folder.join(name), bytes)
        };
        let large = |name: &str, column: &[i64]| {
            let bytes: Vec<u8> = column.iter().flat_map(|cell| cell.to_le_bytes()).collect();
            fs::write(folder.join(name), bytes)
        };
        small("dates.i32", &self.dates)?;
        small("n.i32", &self.n)?;
        small("to.i32", &self.to)?;
        large("at.i64", &self.at)?;
        small("minutes.i32", &self.minutes)?;
        large("until.i64", &self.until)?;
        small("off.i32", &self.off)?;
        small("make_up.i32", &self.make_up)?;
        small("add_days.i32", &self.answer.add_days)?;
        small("count_days.i32", &self.answer.count_days)?;
        large("add_minutes.i64", &self.answer.add_minutes)?;
        small("count_minutes.i32", &self.answer.count_minutes)?;
        Ok(())
    }
}
