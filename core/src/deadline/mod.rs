//! Hạn trả kết quả — from a limit and a receipt to a due time, with the reason for every day.
//!
//! This is the one place that turns a limit into a due time. [`due`] answers without allocating;
//! [`Deadline`] is the same answer with its trace.

mod text;
mod trace;

use chrono::{Days, Months, NaiveDate};

pub use text::{Language, english_date, vietnamese_date, vietnamese_span, vietnamese_weekday};
pub use trace::{Basis, Counted, Step, StepKind};

use alloc::vec::Vec;

use crate::calendar::{CalendarError, Certainty};
use crate::regulation::{CountingPolicy, CutOffMoves, DueTime, FirstDay, LastDayOff, OutsideHours};
use crate::time_limit::{Amount, Direction, Limit, Unit};
use crate::{Calendar, ClockTime, ErrorKind, LocalTime};

/// Why a limit could not be turned into a due time.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DeadlineError {
    /// The calendar does not answer.
    #[error(transparent)]
    Calendar(#[from] CalendarError),
    /// A limit of nothing.
    #[error("a limit of 0 {} has no due time", unit.english())]
    EmptyLimit {
        /// Its unit.
        unit: Unit,
    },
    /// A part of a unit for which the law gives no count.
    #[error("{amount} {} cannot be counted: only whole ones can", unit.english())]
    PartOfUnit {
        /// The amount.
        amount: Amount,
        /// Its unit.
        unit: Unit,
    },
}

impl DeadlineError {
    /// The stable kind of this error.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        match self {
            Self::Calendar(error) => error.kind(),
            Self::EmptyLimit { .. } => ErrorKind::EmptyLimit,
            Self::PartOfUnit { .. } => ErrorKind::PartOfUnit,
        }
    }
}

/// Hạn — a due time, without its trace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Due {
    /// The instant the result is due.
    pub at: LocalTime,
    /// The date the result is due. At 24:00 this is the day that ends then.
    pub date: NaiveDate,
    /// The instant the term ends by law: 24:00 of the last day for days and longer units (BLDS
    /// 2015 art. 148.6), the due instant itself for hours.
    pub legal_end: LocalTime,
    /// What the receipt counts as, by the policy on hours and cut-off.
    pub start: LocalTime,
    /// The last day before it moved because it is off.
    pub nominal: NaiveDate,
    /// How far the years touched are settled.
    pub certainty: Certainty,
}

/// Computes the due time of a limit from a receipt; for a limit before an event, from the event.
///
/// # Examples
///
/// ```
/// use motcua::deadline::due;
/// use motcua::regulation::CountingPolicy;
/// use motcua::time_limit::Limit;
/// use motcua::Calendar;
///
/// let calendar = Calendar::vietnam()?;
/// let received = "2026-08-19T09:00".parse()?;
/// let due = due(&calendar, &CountingPolicy::one_stop(), received, Limit::working_days(10))?;
/// assert_eq!(due.at, "2026-09-04T17:00".parse()?);
/// # Ok::<(), motcua::Error>(())
/// ```
///
/// # Errors
///
/// [`DeadlineError`] when the term leaves the calendar, is empty, or holds a part of a week,
/// month or year.
pub fn due(
    calendar: &Calendar,
    policy: &CountingPolicy,
    received: LocalTime,
    limit: Limit,
) -> Result<Due, DeadlineError> {
    let Limit::Count { amount, unit, direction } = limit else {
        return same_day(calendar, policy, received);
    };
    if amount.is_zero() {
        return Err(DeadlineError::EmptyLimit { unit });
    }
    let start = match direction {
        Direction::After => counts_as(calendar, policy, received)?,
        Direction::Before => received,
    };
    let term = Term { calendar, policy, start, direction };
    match unit {
        Unit::WorkingDay => term.working_days(amount),
        Unit::Day => term.days(amount),
        Unit::Week => {
            term.whole(amount, unit, |date, n| shift_days(date, n.checked_mul(7)?, direction))
        }
        Unit::Month => term.whole(amount, unit, |date, n| shift_months(date, n, direction)),
        Unit::Year => {
            term.whole(amount, unit, |date, n| shift_months(date, n.checked_mul(12)?, direction))
        }
        Unit::WorkingHour => term.working_time(seconds(amount, 3_600)),
        Unit::Hour => term.clock_time(seconds(amount, 3_600)),
        Unit::Minute => term.clock_time(seconds(amount, 60)),
    }
}

/// An amount of a unit of time in seconds; parts below a second are dropped.
fn seconds(amount: Amount, unit: i64) -> i64 {
    i64::from(amount.thousandths()).saturating_mul(unit) / 1_000
}

fn shift_days(date: NaiveDate, days: u32, direction: Direction) -> Option<NaiveDate> {
    let days = Days::new(days.into());
    match direction {
        Direction::After => date.checked_add_days(days),
        Direction::Before => date.checked_sub_days(days),
    }
}

/// The corresponding day, or the last day of a shorter month (BLDS 2015 art. 148.3).
fn shift_months(date: NaiveDate, months: u32, direction: Direction) -> Option<NaiveDate> {
    let months = Months::new(months);
    match direction {
        Direction::After => date.checked_add_months(months),
        Direction::Before => date.checked_sub_months(months),
    }
}

/// What a receipt counts as by the policy on office hours and the cut-off hour.
fn counts_as(
    calendar: &Calendar,
    policy: &CountingPolicy,
    received: LocalTime,
) -> Result<LocalTime, CalendarError> {
    let mut start = received;
    if policy.outside_hours == OutsideHours::NextOpening {
        start = calendar.add_working_seconds(start, 0)?;
    }
    if let Some(cut_off) = policy.cut_off
        && cut_off.moves == CutOffMoves::Receipt
        && cut_off.at.is_before(start)
        && calendar.is_working(start.date())?
    {
        start = opening(calendar, calendar.add_working_days(start.date(), 1)?)?;
    }
    Ok(start)
}

fn opening(calendar: &Calendar, date: NaiveDate) -> Result<LocalTime, CalendarError> {
    Ok(calendar.open_of(date)?.unwrap_or_else(|| midnight(date)))
}

/// 24:00 of a day.
fn midnight(date: NaiveDate) -> LocalTime {
    LocalTime::at(date, ClockTime::MIDNIGHT)
}

/// Trong ngày — due the same day; on the next working day when it came after the cut-off hour,
/// after the close or on a day off.
fn same_day(
    calendar: &Calendar,
    policy: &CountingPolicy,
    received: LocalTime,
) -> Result<Due, DeadlineError> {
    let start = counts_as(calendar, policy, received)?;
    let today = start.date();
    let in_time = match (calendar.close_of(today)?, policy.cut_off) {
        (None, _) => false,
        (Some(close), Some(cut_off)) => start <= close && !cut_off.at.is_before(start),
        (Some(close), None) => start <= close,
    };
    let date = if in_time { today } else { calendar.add_working_days(today, 1)? };
    let at = match policy.due {
        DueTime::Close | DueTime::SameClock => calendar.close_of(date)?,
        DueTime::Midnight => None,
    };
    Ok(Due {
        at: at.unwrap_or_else(|| midnight(date)),
        date,
        legal_end: midnight(date),
        start,
        nominal: today,
        certainty: calendar.certainty(received.date(), date),
    })
}

/// A term being counted.
struct Term<'a> {
    calendar: &'a Calendar,
    policy: &'a CountingPolicy,
    start: LocalTime,
    direction: Direction,
}

impl Term<'_> {
    fn working_days(&self, amount: Amount) -> Result<Due, DeadlineError> {
        let whole = self.working_day(amount.whole_part())?;
        let part = amount.thousandths_part();
        if part == 0 {
            return self.ends_on(whole, whole);
        }
        if self.direction == Direction::Before {
            return Err(DeadlineError::PartOfUnit { amount, unit: Unit::WorkingDay });
        }
        if self.policy.due == DueTime::SameClock {
            // From the hour of the receipt, a part of that day's own worth further on.
            let from = if amount.whole_part() == 0 { self.start } else { self.same_clock(whole)? };
            let date = self.calendar.add_working_days(from.date(), 0)?;
            let at = self.calendar.add_working_seconds(from, self.worth(date, part)?)?;
            return Ok(self.ends_at(at));
        }
        let next = self.working_day(amount.whole_part().saturating_add(1))?;
        self.part_of_day(next, part)
    }

    /// The day on which a number of working days has been counted.
    fn working_day(&self, days: u32) -> Result<NaiveDate, DeadlineError> {
        // More days than an i32 holds run out of any calendar.
        let days = i32::try_from(days).unwrap_or(i32::MAX);
        let today = self.start.date();
        let counted = match (self.policy.first_day, self.direction) {
            (FirstDay::Included, _) if days == 0 => return Ok(today),
            (FirstDay::Excluded, _) if days == 0 => return Ok(today),
            (FirstDay::Excluded, Direction::After) => self.calendar.add_working_days(today, days),
            (FirstDay::Excluded, Direction::Before) => {
                self.calendar.add_working_days(today, days.saturating_neg())
            }
            (FirstDay::Included, Direction::After) => {
                let first = self.calendar.add_working_days(today, 0)?;
                self.calendar.add_working_days(first, days.saturating_sub(1))
            }
            (FirstDay::Included, Direction::Before) => {
                let worked = i32::from(self.calendar.is_working(today)?);
                match days.saturating_sub(worked) {
                    0 => return Ok(today),
                    more => self.calendar.add_working_days(today, more.saturating_neg()),
                }
            }
        };
        Ok(counted?)
    }

    fn days(&self, amount: Amount) -> Result<Due, DeadlineError> {
        let part = amount.thousandths_part();
        if part != 0 && self.direction == Direction::Before {
            return Err(DeadlineError::PartOfUnit { amount, unit: Unit::Day });
        }
        let days = amount.whole_part().saturating_add(u32::from(part != 0));
        let nominal = self.nominal(days, |date, n| shift_days(date, n, self.direction))?;
        if part == 0 {
            return self.rolls(nominal);
        }
        let date = if self.policy.last_day_off == LastDayOff::Stays {
            nominal
        } else {
            self.calendar.add_working_days(nominal, 0)?
        };
        Ok(Due { nominal, ..self.part_of_day(date, part)? })
    }

    fn whole(
        &self,
        amount: Amount,
        unit: Unit,
        shift: impl Fn(NaiveDate, u32) -> Option<NaiveDate>,
    ) -> Result<Due, DeadlineError> {
        if !amount.is_whole() {
            return Err(DeadlineError::PartOfUnit { amount, unit });
        }
        self.rolls(self.nominal(amount.whole_part(), shift)?)
    }

    /// The last day of a term of calendar units, before it moves.
    fn nominal(
        &self,
        units: u32,
        shift: impl Fn(NaiveDate, u32) -> Option<NaiveDate>,
    ) -> Result<NaiveDate, CalendarError> {
        let today = self.start.date();
        let shifted = shift(today, units).and_then(|date| match self.policy.first_day {
            FirstDay::Excluded => Some(date),
            // With the first day counted a term ends a day sooner, on its own side.
            FirstDay::Included => match self.direction {
                Direction::After => date.pred_opt(),
                Direction::Before => date.succ_opt(),
            },
        });
        let date = shifted.unwrap_or(match self.direction {
            Direction::After => NaiveDate::MAX,
            Direction::Before => NaiveDate::MIN,
        });
        self.calendar.is_working(date).map(|_| date)
    }

    fn rolls(&self, nominal: NaiveDate) -> Result<Due, DeadlineError> {
        let later = match (self.policy.last_day_off, self.direction) {
            (LastDayOff::Stays, _) => return self.ends_on(nominal, nominal),
            (LastDayOff::Rolls, Direction::After) => true,
            (LastDayOff::RollsBack, Direction::Before) => true,
            (LastDayOff::RollsBack, Direction::After) => false,
            (LastDayOff::Rolls, Direction::Before) => false,
        };
        let date = if later || self.calendar.is_working(nominal)? {
            self.calendar.add_working_days(nominal, 0)?
        } else {
            self.calendar.add_working_days(nominal, -1)?
        };
        self.ends_on(date, nominal)
    }

    /// Ends a term of days on a date, at the hour the policy gives.
    fn ends_on(&self, date: NaiveDate, nominal: NaiveDate) -> Result<Due, DeadlineError> {
        let at = match self.policy.due {
            DueTime::Close => self.calendar.close_of(date)?.unwrap_or_else(|| midnight(date)),
            DueTime::SameClock => self.same_clock(date)?,
            DueTime::Midnight => midnight(date),
        };
        Ok(Due { date, nominal, legal_end: midnight(date), ..self.ends_at(at) })
    }

    /// The hour of the receipt on another day, or the next opening that day, or its close.
    fn same_clock(&self, date: NaiveDate) -> Result<LocalTime, CalendarError> {
        let at = LocalTime::from_day_seconds(date.to_epoch_days(), self.start.second_of_day());
        if self.calendar.is_open(at)? {
            return Ok(at);
        }
        let Some(close) = self.calendar.close_of(date)? else { return Ok(at) };
        Ok(self.calendar.add_working_seconds(at, 0)?.min(close))
    }

    /// Seconds a part of a day is worth on a given day.
    fn worth(&self, date: NaiveDate, thousandths: u32) -> Result<i64, CalendarError> {
        let minutes = i64::from(self.calendar.hours(date)?.minutes());
        Ok(minutes.saturating_mul(60).saturating_mul(thousandths.into()) / 1_000)
    }

    /// Ends a term when a part of a day's open minutes has gone by.
    fn part_of_day(&self, date: NaiveDate, thousandths: u32) -> Result<Due, DeadlineError> {
        let at = match self.calendar.open_of(date)? {
            Some(open) => {
                self.calendar.add_working_seconds(open, self.worth(date, thousandths)?)?
            }
            None => midnight(date),
        };
        Ok(Due { date, nominal: date, ..self.ends_at(at) })
    }

    fn working_time(&self, seconds: i64) -> Result<Due, DeadlineError> {
        let seconds = match self.direction {
            Direction::After => seconds,
            Direction::Before => seconds.saturating_neg(),
        };
        Ok(self.ends_at(self.calendar.add_working_seconds(self.start, seconds)?))
    }

    fn clock_time(&self, seconds: i64) -> Result<Due, DeadlineError> {
        let moved = match self.direction {
            Direction::After => self.start.plus_seconds(seconds),
            Direction::Before => self.start.plus_seconds(seconds.saturating_neg()),
        };
        let at = moved.unwrap_or(self.start);
        // Clock hours pass days of every kind, but only inside the years that are known.
        self.calendar.is_working(at.date())?;
        Ok(self.ends_at(at))
    }

    fn ends_at(&self, at: LocalTime) -> Due {
        let date = at.date();
        Due {
            at,
            date,
            legal_end: at,
            start: self.start,
            nominal: date,
            certainty: self.calendar.certainty(self.start.date(), date),
        }
    }
}

/// Ngày hẹn trả kết quả — a due time with the reason for every day counted or skipped.
///
/// # Examples
///
/// ```
/// use motcua::deadline::StepKind;
/// use motcua::regulation::CountingPolicy;
/// use motcua::time_limit::Limit;
/// use motcua::{Calendar, Deadline};
///
/// let calendar = Calendar::vietnam()?;
/// let received = "2026-08-19T09:00".parse()?;
/// let deadline =
///     Deadline::new(&calendar, &CountingPolicy::one_stop(), received, Limit::working_days(10))?;
/// assert_eq!(deadline.due().at, "2026-09-04T17:00".parse()?);
/// // Saturday 22 August is worked, Monday 31 August is off in exchange.
/// assert!(deadline.steps().iter().any(|step| step.kind == StepKind::MakeUp));
/// assert!(deadline.vietnamese().contains("thứ Sáu 04/9/2026"));
/// # Ok::<(), motcua::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    limit: Limit,
    received: LocalTime,
    due: Due,
    steps: Vec<Step>,
}

impl Deadline {
    /// Computes a due time with its trace; the same answer as [`due`].
    ///
    /// # Errors
    ///
    /// As [`due`].
    pub fn new(
        calendar: &Calendar,
        policy: &CountingPolicy,
        received: LocalTime,
        limit: Limit,
    ) -> Result<Self, DeadlineError> {
        let due = due(calendar, policy, received, limit)?;
        let steps = trace::steps(calendar, policy, received, limit, &due)?;
        Ok(Self { limit, received, due, steps })
    }

    /// The same, refused unless every year touched has its official notice.
    ///
    /// # Errors
    ///
    /// As [`due`], and [`CalendarError::NotFinal`].
    pub fn strict(
        calendar: &Calendar,
        policy: &CountingPolicy,
        received: LocalTime,
        limit: Limit,
    ) -> Result<Self, DeadlineError> {
        let deadline = Self::new(calendar, policy, received, limit)?;
        match deadline.due.certainty {
            Certainty::Final => Ok(deadline),
            certainty => Err(CalendarError::NotFinal { certainty }.into()),
        }
    }

    /// The limit that was counted.
    #[must_use]
    pub const fn limit(&self) -> Limit {
        self.limit
    }

    /// The receipt, or the event of a limit before one.
    #[must_use]
    pub const fn received(&self) -> LocalTime {
        self.received
    }

    /// The due time.
    #[must_use]
    pub const fn due(&self) -> &Due {
        &self.due
    }

    /// The reasons, in the order of the count.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }
}
