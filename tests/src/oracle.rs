//! Counting by walking: the rules *Sums and counts* and *By how much* of `core/docs/RULES.md`,
//! taken word by word.
//!
//! A day is worked when [`Calendar::day`] says so, and a minute is open when it lies in a session
//! of a worked day; nothing else of the calendar is used. `None` stands for every error: the
//! walk left the years the calendar knows.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "in a test an overflow may stop the run; the numbers are days and seconds of 51 years"
)]

use motcua::calendar::{Calendar, Session, WorkSpan};
use motcua::chrono::NaiveDate;
use motcua::{ClockTime, LocalTime};

const MINUTE: i64 = 60;
const DAY: i64 = 86_400;

fn is_worked(calendar: &Calendar, date: NaiveDate) -> Option<bool> {
    calendar.day(date).ok().map(|day| day.is_working())
}

/// The n-th working day strictly after a date, strictly before it for n < 0; for 0 the date
/// itself if it is worked, else the next one that is.
#[must_use]
pub fn add_working_days(calendar: &Calendar, date: NaiveDate, n: i32) -> Option<NaiveDate> {
    let mut at = date;
    let mut worked = is_worked(calendar, at)?;
    if n == 0 {
        while !worked {
            at = at.succ_opt()?;
            worked = is_worked(calendar, at)?;
        }
        return Some(at);
    }
    let mut left = n.unsigned_abs();
    while left > 0 {
        at = if n > 0 { at.succ_opt()? } else { at.pred_opt()? };
        if is_worked(calendar, at)? {
            left -= 1;
        }
    }
    Some(at)
}

/// Working days in (from, to], negative when `to` is the earlier date.
#[must_use]
pub fn count_working_days(calendar: &Calendar, from: NaiveDate, to: NaiveDate) -> Option<i32> {
    if to < from {
        return count_working_days(calendar, to, from).map(|days| -days);
    }
    is_worked(calendar, from)?;
    let mut days = 0;
    let mut at = from;
    while at < to {
        at = at.succ_opt()?;
        days += i32::from(is_worked(calendar, at)?);
    }
    Some(days)
}

/// The sessions of the day a walk is on, so that each day is asked for once.
struct Walk<'a> {
    calendar: &'a Calendar,
    day: Option<(i64, &'a [Session])>,
}

impl<'a> Walk<'a> {
    const fn new(calendar: &'a Calendar) -> Self {
        Self { calendar, day: None }
    }

    /// Whether the office is open in the minute that begins at `minute`, in seconds on
    /// Vietnam's clock.
    fn is_open(&mut self, minute: i64) -> Option<bool> {
        let number = minute.div_euclid(DAY);
        let sessions = match self.day {
            Some((known, sessions)) if known == number => sessions,
            _ => {
                let date = NaiveDate::from_epoch_days(i32::try_from(number).ok()?)?;
                let day = self.calendar.day(date).ok()?;
                let sessions = if day.is_working() { day.hours.sessions() } else { &[] };
                self.day = Some((number, sessions));
                sessions
            }
        };
        let minute = u16::try_from(minute.rem_euclid(DAY) / MINUTE).ok()?;
        let clock = ClockTime::from_minutes(minute)?;
        Some(sessions.iter().any(|session| session.open() <= clock && clock < session.close()))
    }
}

/// Where `at` stands once so many minutes of office time have gone by, or, counted back, still
/// have to.
///
/// Each minute of the clock is open as a whole or not at all. Going on, the last minute needed
/// ends the walk, so that an exact end of a session is that closing instant; going back it is
/// the first, so that an exact beginning of one is that opening instant.
#[must_use]
pub fn add_working_minutes(calendar: &Calendar, at: LocalTime, minutes: i32) -> Option<LocalTime> {
    let mut walk = Walk::new(calendar);
    let mut at = at.local_seconds();
    let mut left = i64::from(minutes.unsigned_abs()) * MINUTE;
    walk.is_open(at.div_euclid(MINUTE) * MINUTE)?;
    if minutes == 0 {
        return stand(&mut walk, at);
    }
    loop {
        // The minute that is gone through next, and how much of it there is.
        let (minute, part) = if minutes > 0 {
            let minute = at.div_euclid(MINUTE) * MINUTE;
            (minute, minute + MINUTE - at)
        } else {
            let minute = (at - 1).div_euclid(MINUTE) * MINUTE;
            (minute, at - minute)
        };
        let gone = if walk.is_open(minute)? { part.min(left) } else { part };
        at = if minutes > 0 { at + gone } else { at - gone };
        if walk.is_open(minute)? {
            left -= gone;
            if left == 0 {
                return LocalTime::from_local_seconds(at).ok();
            }
        }
    }
}

/// The instant itself if the office is open or just closing, else the next opening.
fn stand(walk: &mut Walk<'_>, at: i64) -> Option<LocalTime> {
    let minute = at.div_euclid(MINUTE) * MINUTE;
    // Before the first minute of all nothing can close.
    let closing = at == minute && walk.is_open(minute - MINUTE).unwrap_or(false);
    if walk.is_open(minute)? || closing {
        return LocalTime::from_local_seconds(at).ok();
    }
    let mut minute = minute;
    while !walk.is_open(minute)? {
        minute += MINUTE;
    }
    LocalTime::from_local_seconds(minute).ok()
}

/// Office seconds between two instants, the first of them the earlier.
fn open_seconds(walk: &mut Walk<'_>, from: i64, to: i64) -> Option<i64> {
    let mut at = from;
    let mut open = 0;
    while at < to {
        let minute = at.div_euclid(MINUTE) * MINUTE;
        let next = (minute + MINUTE).min(to);
        if walk.is_open(minute)? {
            open += next - at;
        }
        at = next;
    }
    Some(open)
}

/// Whole office minutes between two instants, negative when `to` is the earlier one.
#[must_use]
pub fn count_working_minutes(calendar: &Calendar, from: LocalTime, to: LocalTime) -> Option<i32> {
    if to < from {
        return count_working_minutes(calendar, to, from).map(|minutes| -minutes);
    }
    let mut walk = Walk::new(calendar);
    for end in [from, to] {
        walk.is_open(end.local_seconds().div_euclid(MINUTE) * MINUTE)?;
    }
    let open = open_seconds(&mut walk, from.local_seconds(), to.local_seconds())?;
    i32::try_from(open / MINUTE).ok()
}

/// The instant at which `gone` open seconds of a worked day have gone by, at the latest its
/// close.
fn place_in(calendar: &Calendar, date: NaiveDate, gone: i64) -> Option<i64> {
    let day = calendar.day(date).ok()?;
    let midnight = i64::from(date.to_epoch_days()) * DAY;
    let mut left = gone;
    let mut at = None;
    for session in day.hours.sessions() {
        let open = midnight + i64::from(session.open().minutes()) * MINUTE;
        let length = i64::from(session.minutes()) * MINUTE;
        at = Some(open + left.min(length));
        if left <= length {
            break;
        }
        left -= length;
    }
    at
}

/// The office time between two instants in the office's own days: a day is from a place in one
/// working day to the same place in the next, which in a shorter day is at the latest its close.
///
/// As many days as fit are taken out; what is left is told in hours and minutes. A `from` after
/// a day's last open minute is the opening of the next working day, so a day gone through from
/// its opening to its close is one day.
#[must_use]
pub fn work_span(calendar: &Calendar, from: LocalTime, to: LocalTime) -> Option<WorkSpan> {
    if to <= from {
        return Some(WorkSpan::default());
    }
    let (from, to) = (from.local_seconds(), to.local_seconds());
    let mut walk = Walk::new(calendar);
    for end in [from, to] {
        walk.is_open(end.div_euclid(MINUTE) * MINUTE)?;
    }
    let total = open_seconds(&mut walk, from, to)?;
    if total == 0 {
        return Some(WorkSpan::default());
    }
    let received = NaiveDate::from_epoch_days(i32::try_from(from.div_euclid(DAY)).ok()?)?;
    let midnight = i64::from(received.to_epoch_days()) * DAY;
    let (mut date, gone) = if open_seconds(&mut walk, from, midnight + DAY)? > 0 {
        (received, open_seconds(&mut walk, midnight, from)?)
    } else {
        (add_working_days(calendar, received, 1)?, 0)
    };
    let (mut at, mut days, mut left) = (from, 0, total);
    loop {
        let Some(next) = add_working_days(calendar, date, 1) else {
            // No later day is known, but the last one can have been gone through as a whole.
            if gone == 0 && left == i64::from(calendar.day(date).ok()?.hours.minutes()) * MINUTE {
                (days, left) = (days + 1, 0);
            }
            break;
        };
        let reached = place_in(calendar, next, gone)?;
        let spent = open_seconds(&mut walk, at, reached)?;
        if spent > left {
            break;
        }
        (date, at, days, left) = (next, reached, days + 1, left - spent);
    }
    let part = |seconds: i64| i32::try_from(seconds).ok();
    Some(WorkSpan { days, hours: part(left / 3_600)?, minutes: part(left % 3_600 / MINUTE)? })
}
