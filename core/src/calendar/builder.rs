use alloc::borrow::Cow;
use alloc::vec;
use alloc::vec::Vec;

use chrono::{Datelike, NaiveDate};

use super::hours::WEEK;
use super::index::Index;
use super::notice::{MakeUpDay, OffDay, OffReason};
use super::{
    Calendar, CalendarError, Certainty, DAYS, DayHours, DayKind, FIRST_YEAR, Holiday, LAST_YEAR,
    Mark, Notice, WeekHours, Year, first_day, holiday, last_day, ordinal,
};
use crate::order::sort_by_key;
use crate::regulation::{self, Rule};

/// Ranges of dates with hours of their own: two in each of the 51 years, and as many again.
const MOST_PERIODS: usize = 255;
const TOO_MANY_PERIODS: &str = "more than 255 ranges of dates with hours of their own";

/// Bộ dựng lịch — builds the calendar of one office on the built-in facts.
///
/// # Examples
///
/// ```
/// use motcua::Calendar;
/// use motcua::calendar::{DayHours, Session, WeekHours, parse_date as day};
/// use motcua::chrono::Weekday;
///
/// let morning = Session::new("07:30".parse()?, "11:30".parse()?)?;
/// let week = WeekHours::standard()?.with(Weekday::Sat, DayHours::new([morning])?);
/// let calendar = Calendar::builder()
///     .hours(week)
///     .closure(day("2026-03-09")?, day("2026-03-10")?, "moving house")
///     .build()?;
/// // Friday 6 March, then Saturday morning, then Wednesday.
/// assert_eq!(calendar.add_working_days(day("2026-03-06")?, 2)?, day("2026-03-11")?);
/// # Ok::<(), motcua::Error>(())
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct CalendarBuilder {
    pub(super) hours: Option<WeekHours>,
    pub(super) make_up_hours: Option<DayHours>,
    pub(super) periods: Vec<Period>,
    pub(super) closures: Vec<Closure>,
    notices: Vec<Notice>,
}

/// Hours that hold for a range of dates.
#[derive(Clone, Debug)]
pub(super) struct Period {
    pub(super) since: NaiveDate,
    pub(super) until: NaiveDate,
    pub(super) hours: WeekHours,
    pub(super) make_up_hours: Option<DayHours>,
}

#[derive(Clone, Debug)]
pub(super) struct Closure {
    pub(super) since: NaiveDate,
    pub(super) until: NaiveDate,
    pub(super) reason: Cow<'static, str>,
}

impl CalendarBuilder {
    pub(super) fn new() -> Self {
        Self {
            hours: None,
            make_up_hours: None,
            periods: Vec::new(),
            closures: Vec::new(),
            notices: Notice::built_in().to_vec(),
        }
    }

    /// Sets the office hours in place of the default ones ([`WeekHours::standard`]).
    pub fn hours(mut self, hours: WeekHours) -> Self {
        self.hours = Some(hours);
        self
    }

    /// Sets the hours of make-up days, Monday's unless given.
    pub fn make_up_hours(mut self, hours: DayHours) -> Self {
        self.make_up_hours = Some(hours);
        self
    }

    /// Sets the hours of a range of dates, both ends in it, such as summer hours; its make-up
    /// days have the hours given with it, or its Monday's.
    pub fn hours_between(
        mut self,
        since: NaiveDate,
        until: NaiveDate,
        hours: WeekHours,
        make_up_hours: Option<DayHours>,
    ) -> Self {
        self.periods.push(Period { since, until, hours, make_up_hours });
        self
    }

    /// Closes the office on a range of dates, both ends in it.
    pub fn closure(
        mut self,
        since: NaiveDate,
        until: NaiveDate,
        reason: impl Into<Cow<'static, str>>,
    ) -> Self {
        self.closures.push(Closure { since, until, reason: reason.into() });
        self
    }

    /// Puts a notice in the place of what was known of its year, make-up days included.
    pub fn notice(mut self, notice: Notice) -> Self {
        self.put_notice(notice);
        self
    }

    pub(super) fn put_notice(&mut self, notice: Notice) {
        self.notices.retain(|known| known.year != notice.year);
        self.notices.push(notice);
    }

    /// Builds the calendar.
    ///
    /// # Errors
    ///
    /// A [`CalendarError`] that names the day or the sessions that contradict each other; see its
    /// variants. A calendar is never built from part of what was given.
    pub fn build(self) -> Result<Calendar, CalendarError> {
        let standard = match self.hours {
            Some(hours) => hours,
            None => WeekHours::standard()?,
        };
        check_week(&standard, self.make_up_hours.as_ref())?;
        for period in &self.periods {
            check_range(period.since, period.until)?;
            check_week(&period.hours, period.make_up_hours.as_ref())?;
        }
        for closure in &self.closures {
            check_range(closure.since, closure.until)?;
        }
        for notice in &self.notices {
            if !(FIRST_YEAR..=LAST_YEAR).contains(&notice.year) {
                return Err(out_of_range(NaiveDate::from_ymd_opt(notice.year.into(), 1, 1)));
            }
            notice.check()?;
        }

        let hours = HoursTable::new(&standard, self.make_up_hours.as_ref(), &self.periods)?;
        let mut days = Days::new(&hours);
        let mut years = Vec::with_capacity(51);
        for year in FIRST_YEAR..=LAST_YEAR {
            let notice = self.notices.iter().find(|notice| notice.year == year);
            days.year(year, notice)?;
            years.push(Year::new(year, notice));
        }
        for notice in &self.notices {
            for make_up in notice.make_up.iter() {
                days.make_up(make_up, &hours)?;
            }
        }
        for closure in &self.closures {
            days.close(closure.since, closure.until);
        }
        Ok(days.finish(hours, years, self.closures))
    }
}

fn check_range(since: NaiveDate, until: NaiveDate) -> Result<(), CalendarError> {
    if until < since {
        return Err(CalendarError::EndBeforeStart { since, until });
    }
    for date in [since, until] {
        ordinal(date)?;
    }
    Ok(())
}

fn check_week(week: &WeekHours, make_up: Option<&DayHours>) -> Result<(), CalendarError> {
    if week.is_empty() {
        return Err(CalendarError::EmptyWeek);
    }
    if make_up.is_some_and(DayHours::is_closed) {
        return Err(CalendarError::EmptyMakeUp);
    }
    Ok(())
}

fn out_of_range(date: Option<NaiveDate>) -> CalendarError {
    let (first, last) = (first_day(), last_day());
    CalendarError::OutOfRange { date: date.unwrap_or(last), first, last }
}

/// All the different day hours in use and, for every range of dates, which weekday has which.
struct HoursTable {
    patterns: Vec<DayHours>,
    /// The week that holds where no range of dates does.
    standard: Week,
    /// The ranges of dates with weeks of their own, in order.
    ranges: Vec<(u16, u16, Week)>,
}

#[derive(Clone, Copy)]
struct Week {
    weekdays: [u16; 7],
    make_up: u16,
}

impl HoursTable {
    fn new(
        standard: &WeekHours,
        make_up: Option<&DayHours>,
        periods: &[Period],
    ) -> Result<Self, CalendarError> {
        // Pattern 0 is the closed day, so that a day that is not worked has hours too.
        let mut patterns = vec![DayHours::closed()];
        let standard = Week::new(&mut patterns, standard, make_up);
        if periods.len() > MOST_PERIODS {
            return Err(CalendarError::Document { message: TOO_MANY_PERIODS.into() });
        }
        let mut ranges = Vec::with_capacity(periods.len());
        for period in periods {
            let week = Week::new(&mut patterns, &period.hours, period.make_up_hours.as_ref());
            ranges.push((ordinal(period.since)?, ordinal(period.until)?, week));
        }
        sort_by_key(&mut ranges, |(since, ..)| *since);
        for ((_, until, _), (since, ..)) in ranges.iter().zip(ranges.iter().skip(1)) {
            if since <= until {
                return Err(CalendarError::OverlappingHours { date: super::date_of(*since) });
            }
        }
        Ok(Self { patterns, standard, ranges })
    }

    fn week_of(&self, day: u16) -> Week {
        let own = self.ranges.iter().find(|(since, until, _)| (*since..=*until).contains(&day));
        own.map_or(self.standard, |(.., week)| *week)
    }
}

impl Week {
    fn new(patterns: &mut Vec<DayHours>, hours: &WeekHours, make_up: Option<&DayHours>) -> Self {
        let mut pattern = |hours: &DayHours| {
            let known = patterns.iter().position(|pattern| pattern == hours);
            let id = known.unwrap_or_else(|| {
                patterns.push(hours.clone());
                patterns.len().saturating_sub(1)
            });
            // Each of the few ranges adds eight patterns at most.
            u16::try_from(id).unwrap_or(0)
        };
        let make_up = pattern(make_up.unwrap_or_else(|| hours.make_up()));
        Self { weekdays: WEEK.map(|weekday| pattern(hours.on(weekday))), make_up }
    }

    /// The marks of the seven days from a weekday on, Monday being 0.
    fn marks_from(&self, weekday: usize) -> [Mark; 7] {
        let mut marks = self.weekdays.map(|pattern| {
            let kind = if pattern == 0 { DayKind::Weekend } else { DayKind::Working };
            Mark { kind, holiday: None, pattern }
        });
        marks.rotate_left(weekday);
        marks
    }
}

/// The marks of all days while they are being set.
struct Days {
    marks: Vec<Mark>,
    links: Vec<(u16, u16)>,
    unverified: Vec<u16>,
}

impl Days {
    fn new(hours: &HoursTable) -> Self {
        let days = usize::try_from(DAYS).unwrap_or(0);
        let weekday = |day: u16| {
            usize::try_from(super::date_of(day).weekday().num_days_from_monday()).unwrap_or(0)
        };
        let week = hours.standard.marks_from(weekday(0));
        let mut marks = week.repeat(days.div_ceil(7));
        marks.truncate(days);
        for (since, until, week) in &hours.ranges {
            let week = week.marks_from(weekday(*since));
            let range = marks.get_mut(usize::from(*since)..=usize::from(*until));
            for (mark, own) in range.into_iter().flatten().zip(week.iter().cycle()) {
                *mark = *own;
            }
        }
        Self { marks, links: Vec::new(), unverified: Vec::new() }
    }

    fn set(&mut self, date: NaiveDate, kind: DayKind, holiday: Option<Holiday>, pattern: u16) {
        let mark = ordinal(date).ok().and_then(|day| self.marks.get_mut(usize::from(day)));
        if let Some(mark) = mark {
            *mark = Mark { kind, holiday, pattern };
        }
    }

    fn link(&mut self, date: NaiveDate, other: NaiveDate) {
        if let (Ok(date), Ok(other)) = (ordinal(date), ordinal(other)) {
            self.links.push((date, other));
        }
    }

    fn off(&mut self, date: NaiveDate, kind: DayKind, holiday: Option<Holiday>) {
        self.set(date, kind, holiday, 0);
    }

    fn year(&mut self, year: i16, notice: Option<&Notice>) -> Result<(), CalendarError> {
        let listed = notice.and_then(|notice| notice.off.as_deref());
        let tet = notice.and_then(|notice| notice.tet);
        let tet = tet.or_else(|| holiday::listed_tet(year, listed?));
        let national = notice.and_then(|notice| notice.national);
        let national = national.or_else(|| holiday::listed_national(year, listed?));
        let holidays = holiday::public_holidays(year, tet, national)?;
        for (date, name) in &holidays {
            // Where the notice lists the weekdays off, the law only names the weekends.
            if listed.is_none() || holiday::is_weekend(*date) {
                self.off(*date, DayKind::Holiday, Some(*name));
            }
        }
        match listed {
            Some(days) => days.iter().for_each(|day| self.listed(day)),
            None => {
                for (date, holiday) in holiday::days_in_lieu(&holidays) {
                    self.off(date, DayKind::InLieu, None);
                    self.link(date, holiday);
                }
            }
        }
        Ok(())
    }

    fn listed(&mut self, day: &OffDay) {
        match day.reason {
            OffReason::Holiday(name) => self.off(day.date, DayKind::Holiday, Some(name)),
            OffReason::InLieu(holiday) => {
                self.off(day.date, DayKind::InLieu, None);
                if let Some(holiday) = holiday {
                    self.link(day.date, holiday);
                }
            }
            OffReason::Swap(make_up) => {
                self.off(day.date, DayKind::SwappedOff, None);
                self.link(day.date, make_up);
            }
        }
    }

    fn make_up(&mut self, day: &MakeUpDay, hours: &HoursTable) -> Result<(), CalendarError> {
        let at = ordinal(day.date)?;
        let mark = self.marks.get(usize::from(at)).copied();
        match mark.map(|mark| mark.kind) {
            Some(DayKind::Weekend | DayKind::Working) => {}
            Some(DayKind::MakeUp) => return Err(CalendarError::ListedTwice { date: day.date }),
            _ => return Err(CalendarError::OffAndMakeUp { date: day.date }),
        }
        let pattern = hours.week_of(at).make_up;
        self.set(day.date, DayKind::MakeUp, None, pattern);
        self.link(day.date, day.pays_for);
        if !day.verified {
            self.unverified.push(at);
        }
        Ok(())
    }

    fn close(&mut self, since: NaiveDate, until: NaiveDate) {
        for date in since.iter_days().take_while(|date| *date <= until) {
            let Ok(day) = ordinal(date) else { continue };
            let working = self.marks.get(usize::from(day)).is_some_and(|m| m.kind.is_working());
            if working {
                self.off(date, DayKind::Closure, None);
            }
        }
    }

    fn finish(mut self, hours: HoursTable, years: Vec<Year>, closures: Vec<Closure>) -> Calendar {
        sort_by_key(&mut self.links, |link| *link);
        Calendar {
            index: Index::new(self.marks.iter().map(|mark| mark.pattern), &hours.patterns),
            marks: self.marks.into(),
            patterns: hours.patterns.into(),
            links: self.links.into(),
            unverified: self.unverified.into(),
            years: years.into(),
            closures: closures.into(),
        }
    }
}

impl Year {
    fn new(year: i16, notice: Option<&Notice>) -> Self {
        let law = || {
            let new_year = NaiveDate::from_ymd_opt(year.into(), 1, 1).unwrap_or_default();
            let holidays = regulation::provision(Rule::PublicHoliday, new_year);
            Cow::Borrowed(holidays.map_or("", |law| law.vietnamese))
        };
        match notice {
            Some(notice) => Self {
                certainty: notice.certainty,
                source: notice.source.clone(),
                note: notice.note.clone(),
            },
            None => Self { certainty: Certainty::Projected, source: law(), note: None },
        }
    }
}
