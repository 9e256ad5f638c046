//! Hạn trả kết quả — from a limit and a receipt to a due time, with the reason for every day.
//!
//! This is the one place that turns a limit into a due time. [`due`] answers without allocating;
//! [`Deadline`] is the same answer with its trace.

mod dated;
mod text;
mod trace;

use chrono::{Datelike, Days, Months, NaiveDate};

pub use dated::{DateOff, due_on};
pub(crate) use dated::{done_on, last_instant};
pub use text::{Language, english_date, vietnamese_date, vietnamese_span, vietnamese_weekday};
pub use trace::{Basis, Counted, Step, StepKind};

use alloc::vec::Vec;

use crate::calendar::{CalendarError, Certainty};
use crate::civil::epoch_day;
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
    #[cfg_attr(target_family = "wasm", inline(always))]
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
    /// 2015 art. 148.6), the due instant itself for hours and parts of a day.
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
/// use motcua::{Calendar, Limit};
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
/// [`DeadlineError`] when the term leaves the calendar, is empty, or holds a part of a week, month
/// or year, or counted back a part of a day.
pub fn due(
    calendar: &Calendar,
    policy: &CountingPolicy,
    received: LocalTime,
    limit: Limit,
) -> Result<Due, DeadlineError> {
    // A term cannot begin outside the years that are known, wherever it ends.
    let came = received.date();
    calendar.is_working(came)?;
    let due = count(calendar, policy, received, limit)?;
    Ok(Due { certainty: settled(calendar, came, &due), ..due })
}

/// How far the years are settled that a term touches: those of the receipt, of the last day
/// before it moves and of the due date.
fn settled(calendar: &Calendar, came: NaiveDate, due: &Due) -> Certainty {
    let first = came.min(due.nominal).min(due.date);
    let last = came.max(due.nominal).max(due.date);
    calendar.certainty(first, last)
}

fn count(
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
        Unit::Week => term.whole(amount, unit, |n| term.shift_days(n.checked_mul(7)?)),
        Unit::Month => term.whole(amount, unit, |n| term.shift_months(n)),
        Unit::Year => term.whole(amount, unit, |n| term.shift_months(n.checked_mul(12)?)),
        Unit::WorkingHour => term.working_time(seconds(amount, 3_600)),
        Unit::Hour => term.clock_time(seconds(amount, 3_600)),
        Unit::Minute => term.clock_time(seconds(amount, 60)),
    }
}

/// An amount of a unit of time in seconds; parts below a second are dropped.
fn seconds(amount: Amount, unit: i64) -> i64 {
    i64::from(amount.thousandths()).saturating_mul(unit) / 1_000
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
    {
        // What comes between the cut-off hour and the next opening comes at that opening, or a
        // dossier of Saturday would be ahead of one of Friday afternoon.
        start = match calendar.open_of(start.date())? {
            Some(open) if !cut_off.at.is_before(start.max(open)) => start.max(open),
            _ => {
                let next = calendar.add_working_days(start.date(), 1)?;
                calendar.open_of(next)?.unwrap_or(start)
            }
        };
    }
    Ok(start)
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
        certainty: calendar.certainty(today, date),
    })
}

/// The first day of a term in which the day of receipt counts: the next one where it is off or
/// where the office has closed for that day.
fn first_counted(calendar: &Calendar, start: LocalTime) -> Result<NaiveDate, CalendarError> {
    let open = calendar.add_working_seconds(start, 0)?;
    calendar.add_working_days(open.date(), 0)
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
        let next = self.working_day(amount.whole_part().saturating_add(1))?;
        if self.policy.due == DueTime::SameClock {
            let from = if amount.whole_part() == 0 { self.start } else { self.same_clock(whole)? };
            return self.part_from(from, part, self.ends_on(next, next)?);
        }
        self.part_of_day(next, part)
    }

    /// The day on which a number of working days has been counted.
    fn working_day(&self, days: u32) -> Result<NaiveDate, DeadlineError> {
        // More days than an i32 holds run out of any calendar.
        let days = i32::try_from(days).unwrap_or(i32::MAX);
        let today = self.start.date();
        if days == 0 {
            return Ok(today);
        }
        let counted = match (self.policy.first_day, self.direction) {
            (FirstDay::Excluded, Direction::After) => self.calendar.add_working_days(today, days),
            (FirstDay::Excluded, Direction::Before) => {
                self.calendar.add_working_days(today, days.saturating_neg())
            }
            (FirstDay::Included, Direction::After) => {
                let first = first_counted(self.calendar, self.start)?;
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
        let (whole, part) = (amount.whole_part(), amount.thousandths_part());
        let due_after = |days| self.rolls(self.nominal(days, |n| self.shift_days(n))?);
        if part == 0 {
            return due_after(whole);
        }
        if self.direction == Direction::Before {
            return Err(DeadlineError::PartOfUnit { amount, unit: Unit::Day });
        }
        let next = due_after(whole.saturating_add(1))?;
        if self.policy.due == DueTime::SameClock {
            let from = if whole == 0 { self.start } else { due_after(whole)?.at };
            return self.part_from(from, part, next);
        }
        let due = Due { nominal: next.nominal, ..self.part_of_day(next.date, part)? };
        // Where the last day moves onto that of the whole days, no part of it is left to wait for.
        match whole {
            0 => Ok(due),
            _ => {
                let before = due_after(whole)?;
                let later = if before.at > due.at { before } else { due };
                Ok(Due { nominal: next.nominal, ..later })
            }
        }
    }

    fn whole(
        &self,
        amount: Amount,
        unit: Unit,
        shift: impl Fn(u32) -> Option<NaiveDate>,
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
        shift: impl Fn(u32) -> Option<NaiveDate>,
    ) -> Result<NaiveDate, CalendarError> {
        let date = shift(units).unwrap_or(match self.direction {
            Direction::After => NaiveDate::MAX,
            Direction::Before => NaiveDate::MIN,
        });
        self.calendar.is_working(date).map(|_| date)
    }

    /// The last day of a number of days; a day sooner, on its own side, when the first counts.
    fn shift_days(&self, days: u32) -> Option<NaiveDate> {
        let counted = u32::from(self.policy.first_day == FirstDay::Included);
        let days = Days::new(days.saturating_sub(counted).into());
        match self.direction {
            Direction::After => self.start.date().checked_add_days(days),
            Direction::Before => self.start.date().checked_sub_days(days),
        }
    }

    /// The corresponding day, or the last day of a shorter month (BLDS 2015 art. 148.3); the day
    /// that comes before it in the count when the first day counts.
    fn shift_months(&self, months: u32) -> Option<NaiveDate> {
        let (today, months) = (self.start.date(), Months::new(months));
        match (self.direction, self.policy.first_day) {
            (Direction::After, FirstDay::Excluded) => today.checked_add_months(months),
            (Direction::Before, FirstDay::Excluded) => today.checked_sub_months(months),
            (Direction::After, FirstDay::Included) => {
                let date = today.checked_add_months(months)?;
                // The day before a 30th or 31st that the month lacks is its last day.
                if date.day() < today.day() { Some(date) } else { date.pred_opt() }
            }
            (Direction::Before, FirstDay::Included) => today.checked_sub_months(months)?.succ_opt(),
        }
    }

    fn rolls(&self, nominal: NaiveDate) -> Result<Due, DeadlineError> {
        self.ends_on(self.rolled(nominal)?, nominal)
    }

    /// Where a last day moves. It never moves out of the term towards the event: a term without
    /// a working day in it would end before it began.
    fn rolled(&self, nominal: NaiveDate) -> Result<NaiveDate, CalendarError> {
        if self.policy.last_day_off == LastDayOff::Stays || self.calendar.is_working(nominal)? {
            return Ok(nominal);
        }
        let later = || self.calendar.add_working_days(nominal, 0);
        let earlier = || self.calendar.add_working_days(nominal, -1);
        let today = self.start.date();
        let counted = self.policy.first_day == FirstDay::Included;
        match (self.policy.last_day_off == LastDayOff::RollsBack, self.direction) {
            (false, Direction::After) => later(),
            (false, Direction::Before) => earlier(),
            (true, Direction::After) => match earlier() {
                Ok(date) if date > today || (counted && date == today) => Ok(date),
                _ => later(),
            },
            (true, Direction::Before) => match later() {
                Ok(date) if date < today || (counted && date == today) => Ok(date),
                _ => earlier(),
            },
        }
    }

    /// Ends a term of days on a date, at the hour the policy gives.
    fn ends_on(&self, date: NaiveDate, nominal: NaiveDate) -> Result<Due, DeadlineError> {
        let at = match self.policy.due {
            DueTime::Close => self.calendar.close_of(date)?.unwrap_or_else(|| midnight(date)),
            DueTime::SameClock => self.same_clock(date)?,
            DueTime::Midnight => midnight(date),
        };
        let at = match self.direction {
            // Only where the day of receipt counts: that day is not over before 24:00.
            Direction::After if at < self.start => midnight(date),
            Direction::After => at,
            Direction::Before => at.min(self.start),
        };
        Ok(Due { legal_end: midnight(date), ..self.ends(at, date, nominal) })
    }

    /// The hour of the receipt on another day, or the next opening that day, or its close.
    fn same_clock(&self, date: NaiveDate) -> Result<LocalTime, CalendarError> {
        let at = LocalTime::from_day_seconds(epoch_day(date), self.start.second_of_day());
        let day = self.calendar.open_of(date)?.zip(self.calendar.close_of(date)?);
        let Some((open, close)) = day else { return Ok(at) };
        Ok(self.calendar.add_working_seconds(at.max(open), 0)?.min(close))
    }

    /// Seconds a part of a day is worth on a given day.
    fn worth(&self, date: NaiveDate, thousandths: u32) -> Result<i64, CalendarError> {
        let minutes = i64::from(self.calendar.hours(date)?.minutes());
        Ok(minutes.saturating_mul(60).saturating_mul(thousandths.into()) / 1_000)
    }

    /// Ends a term when a part of a day's open minutes has gone by, or where they had gone by
    /// before the receipt, with that day.
    fn part_of_day(&self, date: NaiveDate, thousandths: u32) -> Result<Due, DeadlineError> {
        let at = match self.calendar.open_of(date)? {
            Some(open) => {
                self.calendar.add_working_seconds(open, self.worth(date, thousandths)?)?
            }
            None => midnight(date),
        };
        if at < self.start {
            return self.ends_on(date, date);
        }
        Ok(self.ends(at, date, date))
    }

    /// Ends a term when a part of a day's open minutes has gone by since the whole days ended,
    /// but not after the `next` whole day.
    fn part_from(
        &self,
        from: LocalTime,
        thousandths: u32,
        next: Due,
    ) -> Result<Due, DeadlineError> {
        let day = self.calendar.add_working_days(from.date(), 0)?;
        let at = self.calendar.add_working_seconds(from, self.worth(day, thousandths)?)?;
        Ok(if at < next.at { self.ends_inside(at) } else { Due { legal_end: next.at, ..next } })
    }

    fn working_time(&self, seconds: i64) -> Result<Due, DeadlineError> {
        let seconds = match self.direction {
            Direction::After => seconds,
            Direction::Before => seconds.saturating_neg(),
        };
        Ok(self.ends_inside(self.calendar.add_working_seconds(self.start, seconds)?))
    }

    /// Ends a term at an instant of office time.
    fn ends_inside(&self, at: LocalTime) -> Due {
        let due = self.ends_at(at);
        // Counted on, midnight is the 24:00 at which an office has closed.
        match at.date().pred_opt() {
            Some(date) if self.direction == Direction::After && at.second_of_day() == 0 => {
                Due { date, nominal: date, ..due }
            }
            _ => due,
        }
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
        self.ends(at, date, date)
    }

    /// A due time whose certainty is told once all its days are known.
    const fn ends(&self, at: LocalTime, date: NaiveDate, nominal: NaiveDate) -> Due {
        let (legal_end, start) = (at, self.start);
        Due { at, date, legal_end, start, nominal, certainty: Certainty::Projected }
    }
}

/// Tạm dừng — moves a due time on by an interruption whose time is not counted.
///
/// The time is taken in the limit's own unit, by the rule that the day of an event is not counted
/// (BLDS 2015 art. 147.2): a term of working days moves by the working days after the day it was
/// interrupted, up to the day it went on; a term of calendar days, weeks, months or years by the
/// calendar days, its last day rolling again; a term of hours by the office time or the clock
/// time between the two instants. An interruption inside one day moves a term of days by nothing.
///
/// # Examples
///
/// ```
/// use motcua::deadline::{due, paused};
/// use motcua::regulation::CountingPolicy;
/// use motcua::{Calendar, Limit};
///
/// let (calendar, policy) = (Calendar::vietnam()?, CountingPolicy::one_stop());
/// let limit = Limit::working_days(5);
/// let promised = due(&calendar, &policy, "2026-10-05T09:00".parse()?, limit)?;
/// assert_eq!(promised.at, "2026-10-12T17:00".parse()?);
/// // Asked on Wednesday, answered on Friday: two working days.
/// let (from, to) = ("2026-10-07T10:00".parse()?, "2026-10-09T10:00".parse()?);
/// let moved = paused(&calendar, &policy, limit, &promised, from, to)?;
/// assert_eq!(moved.at, "2026-10-14T17:00".parse()?);
/// # Ok::<(), motcua::Error>(())
/// ```
///
/// # Errors
///
/// [`DeadlineError::Calendar`] when the term leaves the calendar.
pub fn paused(
    calendar: &Calendar,
    policy: &CountingPolicy,
    limit: Limit,
    due: &Due,
    from: LocalTime,
    to: LocalTime,
) -> Result<Due, DeadlineError> {
    let (unit, direction) = match limit {
        Limit::Count { unit, direction, .. } => (unit, direction),
        Limit::SameDay => (Unit::WorkingDay, Direction::After),
    };
    if to <= from || direction == Direction::Before {
        return Ok(*due);
    }
    let term = Term { calendar, policy, start: due.start, direction };
    // A term that ends with a day is legally over at its midnight; a part of a day is not.
    let whole_days = due.legal_end == midnight(due.date);
    let moved = match unit {
        Unit::WorkingDay if whole_days => {
            let days = calendar.count_working_days(from.date(), to.date())?;
            if days == 0 {
                return Ok(*due);
            }
            let date = calendar.add_working_days(due.date, days)?;
            term.ends_on(date, date)?
        }
        Unit::Day | Unit::Week | Unit::Month | Unit::Year if whole_days => {
            let days = to.date().signed_duration_since(from.date()).num_days();
            let nominal = Days::new(u64::try_from(days).unwrap_or(0));
            let nominal = due.nominal.checked_add_days(nominal).unwrap_or(NaiveDate::MAX);
            calendar.is_working(nominal)?;
            term.rolls(nominal)?
        }
        Unit::Hour | Unit::Minute => {
            let seconds = to.local_seconds().saturating_sub(from.local_seconds());
            let at = due.at.plus_seconds(seconds).unwrap_or(due.at);
            calendar.is_working(at.date())?;
            term.ends_at(at)
        }
        _ => {
            let seconds = calendar.count_working_seconds(from, to)?;
            term.ends_inside(calendar.add_working_seconds(due.at, seconds)?)
        }
    };
    let certainty = settled(calendar, moved.start.date(), &moved);
    Ok(Due { certainty: certainty.max(due.certainty), ..moved })
}

/// Hẹn lại — a due time that was appointed by hand, such as that of a re-appointment.
#[must_use]
pub fn appointed(calendar: &Calendar, at: LocalTime, start: LocalTime) -> Due {
    let date = at.date();
    let certainty = calendar.certainty(start.date(), date);
    Due { at, date, legal_end: midnight(date), start, nominal: date, certainty }
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
