//! Lịch làm việc — what the office does on each day and minute: the lunar calendar, the public
//! holidays by the law in force, the official notices, office hours, and an index that counts.

mod builder;
mod day;
mod error;
mod holiday;
mod hours;
mod index;
mod lunar;
mod notice;
#[cfg(feature = "json")]
mod overlay;

use alloc::borrow::Cow;
use alloc::boxed::Box;
use core::fmt;
use core::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

pub use crate::civil::parse_date;
pub use builder::CalendarBuilder;
pub use day::{Certainty, DayInfo, DayKind, Holiday};
pub use error::CalendarError;
pub use hours::{DayHours, Session, WeekHours};
pub use lunar::{LunarDate, new_year};
pub use notice::{MakeUpDay, NationalDay, Notice, OffDay, OffReason, TetSplit};
#[cfg(feature = "json")]
pub(crate) use overlay::Overlay;

use crate::{LocalTime, civil};
use builder::Closure;
use index::{Index, Place};

pub(crate) const FIRST_YEAR: i16 = 2000;
pub(crate) const LAST_YEAR: i16 = 2050;
/// 2000-01-01 in days since 1970-01-01.
const FIRST_EPOCH_DAY: i32 = 10_957;
/// Days from 2000 to 2050.
const DAYS: i32 = 18_628;
const SECONDS_OF_DAY: i64 = 86_400;
const DAY_U32: u32 = 86_400;

/// Lịch làm việc của cơ quan — the calendar of an office, immutable and freely shared.
///
/// It knows every day from 2000 to 2050: what it is, why, its sessions and how far that is
/// settled. Counting days or minutes costs the same whatever the span and allocates nothing.
/// Outside these years every answer is an error, never "no holidays".
///
/// # Examples
///
/// ```
/// use motcua::Calendar;
/// use motcua::calendar::{DayKind, parse_date as day};
///
/// let calendar = Calendar::vietnam()?;
/// // Saturday 22 August 2026 is worked so that Monday 31 August is off.
/// assert_eq!(calendar.day(day("2026-08-22")?)?.kind, DayKind::MakeUp);
/// assert_eq!(calendar.add_working_days(day("2026-08-19")?, 10)?, day("2026-09-04")?);
/// # Ok::<(), motcua::Error>(())
/// ```
#[derive(Clone)]
pub struct Calendar {
    index: Index,
    marks: Box<[Mark]>,
    patterns: Box<[DayHours]>,
    /// Days exchanged for others, in order.
    links: Box<[(u16, u16)]>,
    unverified: Box<[u16]>,
    years: Box<[Year]>,
    closures: Box<[Closure]>,
}

/// Tells the years and how many days are worked, not the 18,628 days one by one.
impl fmt::Debug for Calendar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let working_days = self.marks.iter().filter(|mark| mark.kind.is_working()).count();
        f.debug_struct("Calendar")
            .field("coverage", &self.coverage())
            .field("working_days", &working_days)
            .finish_non_exhaustive()
    }
}

#[derive(Clone, Copy, Debug)]
struct Mark {
    kind: DayKind,
    holiday: Option<Holiday>,
    pattern: u16,
}

#[derive(Clone, Debug)]
struct Year {
    certainty: Certainty,
    source: Cow<'static, str>,
    note: Option<Cow<'static, str>>,
}

/// Thời gian làm việc — a stretch of office time in working days, hours and minutes.
///
/// A day is the office's own: from a place in one working day to the same place in the next,
/// whatever its hours. It is never a fixed number of hours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct WorkSpan {
    /// Working days.
    pub days: i32,
    /// Working hours beyond them.
    pub hours: i32,
    /// Working minutes beyond those.
    pub minutes: i32,
}

pub(crate) const fn first_day() -> NaiveDate {
    match NaiveDate::from_epoch_days(FIRST_EPOCH_DAY) {
        Some(date) => date,
        None => NaiveDate::MIN,
    }
}

pub(crate) fn last_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(LAST_YEAR as i32, 12, 31).unwrap_or(NaiveDate::MAX)
}

/// The place of a date's year, counted from the first that is known.
fn place_of_year(date: NaiveDate) -> Option<usize> {
    usize::try_from(date.year().checked_sub(FIRST_YEAR.into())?).ok()
}

/// The ordinal of a date in the calendar.
fn ordinal(date: NaiveDate) -> Result<u16, CalendarError> {
    let day = civil::epoch_day(date).saturating_sub(FIRST_EPOCH_DAY);
    match u16::try_from(day) {
        Ok(ordinal) if day < DAYS => Ok(ordinal),
        _ => Err(CalendarError::OutOfRange { date, first: first_day(), last: last_day() }),
    }
}

/// The ordinal of a day since 1970-01-01.
#[inline(always)]
fn epoch_ordinal(day: i32) -> Option<u32> {
    let day = day.wrapping_sub(FIRST_EPOCH_DAY).cast_unsigned();
    (day < DAYS.unsigned_abs()).then_some(day)
}

fn date_of(ordinal: u16) -> NaiveDate {
    let day = FIRST_EPOCH_DAY.saturating_add(i32::from(ordinal));
    civil::date_of(day).unwrap_or(NaiveDate::MAX)
}

fn place(at: LocalTime) -> Result<Place, CalendarError> {
    let outside =
        || CalendarError::OutOfRange { date: at.date(), first: first_day(), last: last_day() };
    local_place(at.local_seconds()).ok_or_else(outside)
}

/// The place of an instant in seconds since 1970-01-01 on Vietnam's clock.
#[inline(always)]
fn local_place(at: i64) -> Option<Place> {
    const FIRST: i64 = FIRST_EPOCH_DAY as i64 * SECONDS_OF_DAY;
    const COVERED: u32 = DAYS.unsigned_abs() * DAY_U32;
    // Fifty-one years of seconds fit into 32 bits, in which dividing takes half the time.
    let second = u32::try_from(at.wrapping_sub(FIRST)).ok().filter(|second| *second < COVERED)?;
    let day = u16::try_from(second / DAY_U32).ok()?;
    Some(Place { day, second: second % DAY_U32 })
}

fn instant(place: Place) -> LocalTime {
    let day = FIRST_EPOCH_DAY.saturating_add(i32::from(place.day));
    LocalTime::from_day_seconds(day, place.second.into())
}

fn runs_out() -> CalendarError {
    CalendarError::RunsOut { first: first_day(), last: last_day() }
}

impl Calendar {
    /// The calendar of an office with the default hours, on the built-in facts.
    ///
    /// # Errors
    ///
    /// None in practice: the built-in facts go through the same checks as any others.
    pub fn vietnam() -> Result<Self, CalendarError> {
        Self::builder().build()
    }

    /// Starts the calendar of an office with its own hours, closures or notices.
    pub fn builder() -> CalendarBuilder {
        CalendarBuilder::new()
    }

    /// The days the calendar covers.
    #[must_use]
    pub fn coverage(&self) -> RangeInclusive<NaiveDate> {
        first_day()..=last_day()
    }

    /// What is known of a day.
    ///
    /// # Errors
    ///
    /// [`CalendarError::OutOfRange`] outside 2000 to 2050.
    pub fn day(&self, date: NaiveDate) -> Result<DayInfo<'_>, CalendarError> {
        let day = ordinal(date)?;
        let outside = || CalendarError::OutOfRange { date, first: first_day(), last: last_day() };
        let mark = self.marks.get(usize::from(day)).ok_or_else(outside)?;
        let link = self.links.binary_search_by_key(&day, |(from, _)| *from).ok();
        let link = link.and_then(|at| self.links.get(at));
        let exchanged_for = link.map(|(_, to)| date_of(*to));
        // A make-up day stands in the notice of the day off it pays for, perhaps of another year.
        let noticed = exchanged_for.filter(|_| mark.kind == DayKind::MakeUp).unwrap_or(date);
        let year = self.year(noticed).ok_or_else(outside)?;
        let closed = mark.kind == DayKind::Closure;
        let closure = self.closures.iter().find(|c| closed && c.since <= date && date <= c.until);
        Ok(DayInfo {
            date,
            kind: mark.kind,
            holiday: mark.holiday,
            exchanged_for,
            hours: self.patterns.get(usize::from(mark.pattern)).ok_or_else(outside)?,
            certainty: year.certainty,
            verified: !self.unverified.contains(&day),
            source: closure.map_or(&year.source, |closure| &closure.reason),
        })
    }

    /// The days from one date to another, both in it, in order.
    ///
    /// # Errors
    ///
    /// [`CalendarError::OutOfRange`] when an end lies outside 2000 to 2050.
    pub fn days(
        &self,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<impl Iterator<Item = DayInfo<'_>>, CalendarError> {
        let (from, to) = (ordinal(from)?, ordinal(to)?);
        Ok((from..=to).filter_map(|day| self.day(date_of(day)).ok()))
    }

    fn year(&self, date: NaiveDate) -> Option<&Year> {
        self.years.get(place_of_year(date)?)
    }

    /// How far the years from one date to another are settled; outside the calendar, not at all.
    #[must_use]
    pub fn certainty(&self, from: NaiveDate, to: NaiveDate) -> Certainty {
        let ends = place_of_year(from.min(to)).zip(place_of_year(from.max(to)));
        let touched = ends.and_then(|(first, last)| self.years.get(first..=last));
        let worst = touched.into_iter().flatten().map(|year| year.certainty).max();
        worst.unwrap_or(Certainty::Projected)
    }

    /// What the notice of a year is known by, and a remark on it.
    #[must_use]
    pub fn notice_of(&self, year: i16) -> Option<(&str, Option<&str>)> {
        let date = NaiveDate::from_ymd_opt(year.into(), 1, 1)?;
        self.year(date).map(|year| (&*year.source, year.note.as_deref()))
    }

    /// Whether the office works on a day.
    ///
    /// # Errors
    ///
    /// [`CalendarError::OutOfRange`] outside 2000 to 2050.
    pub fn is_working(&self, date: NaiveDate) -> Result<bool, CalendarError> {
        let day = usize::from(ordinal(date)?);
        Ok(self.marks.get(day).is_some_and(|mark| mark.kind.is_working()))
    }

    /// The sessions of a day.
    ///
    /// # Errors
    ///
    /// [`CalendarError::OutOfRange`] outside 2000 to 2050.
    pub fn hours(&self, date: NaiveDate) -> Result<&DayHours, CalendarError> {
        let mark = self.marks.get(usize::from(ordinal(date)?));
        let hours = mark.and_then(|mark| self.patterns.get(usize::from(mark.pattern)));
        hours.ok_or_else(runs_out)
    }

    /// Adds working days (ngày làm việc): the n-th working day strictly after a date, strictly
    /// before it for n < 0; for 0 the date itself if it is worked, else the next one that is.
    ///
    /// The day itself is never counted (BLDS 2015 art. 147.2).
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::Calendar;
    /// use motcua::calendar::parse_date as day;
    ///
    /// let calendar = Calendar::vietnam()?;
    /// // A Saturday: the next working day is Monday, the one before it Friday.
    /// assert_eq!(calendar.add_working_days(day("2026-11-21")?, 1)?, day("2026-11-23")?);
    /// assert_eq!(calendar.add_working_days(day("2026-11-21")?, -1)?, day("2026-11-20")?);
    /// # Ok::<(), motcua::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`CalendarError::OutOfRange`] and [`CalendarError::RunsOut`] outside 2000 to 2050.
    #[inline]
    pub fn add_working_days(&self, date: NaiveDate, n: i32) -> Result<NaiveDate, CalendarError> {
        let day = self.index.add_days(ordinal(date)?.into(), n).ok_or_else(runs_out)?;
        Ok(date_of(day))
    }

    /// Counts the working days in (from, to], negative when `to` is the earlier date.
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::Calendar;
    /// use motcua::calendar::parse_date as day;
    ///
    /// let calendar = Calendar::vietnam()?;
    /// // Saturday 22/8 is worked; 31/8, 1/9 and 2/9 are off.
    /// assert_eq!(calendar.count_working_days(day("2026-08-19")?, day("2026-09-04")?)?, 10);
    /// # Ok::<(), motcua::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`CalendarError::OutOfRange`] outside 2000 to 2050.
    #[inline]
    pub fn count_working_days(&self, from: NaiveDate, to: NaiveDate) -> Result<i32, CalendarError> {
        self.index.count_days(ordinal(from)?.into(), ordinal(to)?.into()).ok_or_else(runs_out)
    }

    /// Adds working minutes, counted from the instant if the office is open then, else from the
    /// next opening; an exact session end is that closing instant.
    ///
    /// A negative count goes back the same way, to an opening where it is exact. Zero is the
    /// instant itself if the office is open or just closing, else the next opening.
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::Calendar;
    ///
    /// let calendar = Calendar::vietnam()?;
    /// // Half an hour to the close at 11:30, and half an hour from the opening at 13:00.
    /// let at = calendar.add_working_minutes("2026-11-23T11:00".parse()?, 60)?;
    /// assert_eq!(at, "2026-11-23T13:30".parse()?);
    /// # Ok::<(), motcua::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`CalendarError::OutOfRange`] and [`CalendarError::RunsOut`] outside 2000 to 2050.
    pub fn add_working_minutes(
        &self,
        at: LocalTime,
        minutes: i32,
    ) -> Result<LocalTime, CalendarError> {
        self.add_working_seconds(at, i64::from(minutes).saturating_mul(60))
    }

    pub(crate) fn add_working_seconds(
        &self,
        at: LocalTime,
        seconds: i64,
    ) -> Result<LocalTime, CalendarError> {
        self.moved(place(at)?, seconds).map(instant).ok_or_else(runs_out)
    }

    /// The place some office seconds after another.
    #[cfg_attr(target_family = "wasm", inline(never))]
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    fn moved(&self, from: Place, seconds: i64) -> Option<Place> {
        if seconds == 0 && self.index.is_open_or_closing(from) {
            return Some(from);
        }
        let position = i64::from(self.index.position(from)?).checked_add(seconds)?;
        if seconds > 0 { self.index.ending(position) } else { self.index.beginning(position) }
    }

    /// The office seconds between two places.
    #[cfg_attr(target_family = "wasm", inline(never))]
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    fn gone(&self, from: Place, to: Place) -> Option<i64> {
        let from = self.index.position(from)?;
        // Fifty-one years of seconds fit into 32 bits.
        Some(i64::from(self.index.position(to)?).wrapping_sub(from.into()))
    }

    /// Counts the whole working minutes between two instants, negative when `to` is the earlier.
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::Calendar;
    ///
    /// let calendar = Calendar::vietnam()?;
    /// let (from, to) = ("2026-11-23T11:00".parse()?, "2026-11-23T13:30".parse()?);
    /// assert_eq!(calendar.count_working_minutes(from, to)?, 60);
    /// # Ok::<(), motcua::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`CalendarError::OutOfRange`] outside 2000 to 2050.
    pub fn count_working_minutes(
        &self,
        from: LocalTime,
        to: LocalTime,
    ) -> Result<i32, CalendarError> {
        let minutes = self.count_working_seconds(from, to)? / 60;
        i32::try_from(minutes).map_err(|_| runs_out())
    }

    pub(crate) fn count_working_seconds(
        &self,
        from: LocalTime,
        to: LocalTime,
    ) -> Result<i64, CalendarError> {
        self.gone(place(from)?, place(to)?).ok_or_else(runs_out)
    }

    /// The office time from one instant to a later one in this office's own days; none when
    /// `to` is the earlier.
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::Calendar;
    ///
    /// let calendar = Calendar::vietnam()?;
    /// // From Friday 16:00 to Monday 17:00: a day and an hour of the office.
    /// let span = calendar.work_span("2026-11-20T16:00".parse()?, "2026-11-23T17:00".parse()?)?;
    /// assert_eq!((span.days, span.hours, span.minutes), (1, 1, 0));
    /// # Ok::<(), motcua::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`CalendarError::OutOfRange`] outside 2000 to 2050.
    pub fn work_span(&self, from: LocalTime, to: LocalTime) -> Result<WorkSpan, CalendarError> {
        if to <= from {
            return Ok(WorkSpan::default());
        }
        let (from, to) = (place(from)?, place(to)?);
        let position = |at| self.index.position(at).map(i64::from);
        let gone = position(from).zip(position(to));
        let span = gone.and_then(|(from, to)| self.index.days_and_rest(from, to));
        let (days, rest) = span.ok_or_else(runs_out)?;
        let part = |seconds: i64| i32::try_from(seconds).unwrap_or(i32::MAX);
        Ok(WorkSpan { days, hours: part(rest / 3_600), minutes: part(rest % 3_600 / 60) })
    }

    /// [`Calendar::add_working_days`] on days since 1970-01-01, for columns of them.
    #[inline(always)]
    pub(crate) fn add_epoch_days(&self, day: i32, n: i32) -> Option<i32> {
        let found = self.index.add_days(epoch_ordinal(day)?, n)?;
        Some(i32::from(found).wrapping_add(FIRST_EPOCH_DAY))
    }

    /// [`Calendar::count_working_days`] on days since 1970-01-01.
    #[inline(always)]
    pub(crate) fn count_epoch_days(&self, from: i32, to: i32) -> Option<i32> {
        self.index.count_days(epoch_ordinal(from)?, epoch_ordinal(to)?)
    }

    /// [`Calendar::add_working_minutes`] on seconds since 1970-01-01 on Vietnam's clock.
    #[inline]
    pub(crate) fn add_local_minutes(&self, at: i64, minutes: i32) -> Option<i64> {
        let seconds = i64::from(minutes).wrapping_mul(60);
        let found = self.moved(local_place(at)?, seconds)?;
        let day = i64::from(found.day).wrapping_add(FIRST_EPOCH_DAY.into());
        Some(day.wrapping_mul(SECONDS_OF_DAY).wrapping_add(found.second.into()))
    }

    /// [`Calendar::count_working_minutes`] on seconds since 1970-01-01 on Vietnam's clock.
    #[inline]
    pub(crate) fn count_local_minutes(&self, from: i64, to: i64) -> Option<i32> {
        // Neither the difference nor its minutes leave an i32.
        i32::try_from(self.gone(local_place(from)?, local_place(to)?)? / 60).ok()
    }

    /// Whether the office is open at an instant, its closing instants included.
    ///
    /// # Errors
    ///
    /// [`CalendarError::OutOfRange`] outside 2000 to 2050.
    pub fn is_open(&self, at: LocalTime) -> Result<bool, CalendarError> {
        Ok(self.index.is_open_or_closing(place(at)?))
    }

    /// The instant the office closes on a day, none when it does not work.
    ///
    /// # Errors
    ///
    /// [`CalendarError::OutOfRange`] outside 2000 to 2050.
    pub fn close_of(&self, date: NaiveDate) -> Result<Option<LocalTime>, CalendarError> {
        Ok(self.hours(date)?.close().map(|close| LocalTime::at(date, close)))
    }

    /// The instant the office opens on a day, none when it does not work.
    ///
    /// # Errors
    ///
    /// [`CalendarError::OutOfRange`] outside 2000 to 2050.
    pub fn open_of(&self, date: NaiveDate) -> Result<Option<LocalTime>, CalendarError> {
        Ok(self.hours(date)?.open().map(|open| LocalTime::at(date, open)))
    }
}
