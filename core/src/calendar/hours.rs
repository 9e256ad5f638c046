use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

use chrono::Weekday;

use super::CalendarError;
use crate::ClockTime;
use crate::order::sort_by_key;

/// Phiên làm việc — one session of an office day, from its opening to its close.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Session {
    open: ClockTime,
    close: ClockTime,
}

impl Session {
    /// A session from `open` to `close`.
    ///
    /// # Errors
    ///
    /// [`CalendarError::EmptySession`] unless it closes after it opens.
    pub fn new(open: ClockTime, close: ClockTime) -> Result<Self, CalendarError> {
        if open < close {
            Ok(Self { open, close })
        } else {
            Err(CalendarError::EmptySession { open, close })
        }
    }

    /// When the session opens.
    #[must_use]
    pub const fn open(self) -> ClockTime {
        self.open
    }

    /// When the session closes.
    #[must_use]
    pub const fn close(self) -> ClockTime {
        self.close
    }

    /// Minutes in the session.
    #[must_use]
    pub const fn minutes(self) -> u16 {
        self.close.minutes().saturating_sub(self.open.minutes())
    }
}

impl fmt::Display for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.open, self.close)
    }
}

/// Giờ làm việc trong ngày — the sessions of one day in order; none means the office is closed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct DayHours {
    sessions: Vec<Session>,
}

impl DayHours {
    /// A day without sessions.
    #[must_use]
    pub const fn closed() -> Self {
        Self { sessions: Vec::new() }
    }

    /// The sessions of a day, in any order.
    ///
    /// # Errors
    ///
    /// [`CalendarError::OverlappingSessions`] when two of them share a minute. One may open at
    /// the minute another closes.
    pub fn new(sessions: impl IntoIterator<Item = Session>) -> Result<Self, CalendarError> {
        Self::of(sessions.into_iter().collect())
    }

    pub(super) fn of(mut sessions: Vec<Session>) -> Result<Self, CalendarError> {
        sort_by_key(&mut sessions, |session| *session);
        for (first, second) in sessions.iter().zip(sessions.iter().skip(1)) {
            if second.open < first.close {
                return Err(CalendarError::OverlappingSessions { first: *first, second: *second });
            }
        }
        Ok(Self { sessions })
    }

    /// The sessions in order.
    #[must_use]
    pub fn sessions(&self) -> &[Session] {
        &self.sessions
    }

    /// Whether the office does not open.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.sessions.is_empty()
    }

    /// Open minutes in the day, what this day is worth in time.
    #[must_use]
    pub fn minutes(&self) -> u16 {
        // Sessions do not overlap, so the sum is at most 1,440.
        self.sessions.iter().fold(0, |sum, session| sum.saturating_add(session.minutes()))
    }

    /// The close of the last session.
    #[must_use]
    pub fn close(&self) -> Option<ClockTime> {
        self.sessions.last().map(|session| session.close)
    }

    /// The opening of the first session.
    #[must_use]
    pub fn open(&self) -> Option<ClockTime> {
        self.sessions.first().map(|session| session.open)
    }
}

/// Giờ làm việc trong tuần — the hours of each weekday.
///
/// # Examples
///
/// ```
/// use motcua::calendar::{DayHours, Session, WeekHours};
/// use motcua::chrono::Weekday;
///
/// let morning = DayHours::new([Session::new("07:30".parse()?, "11:30".parse()?)?])?;
/// let week = WeekHours::standard()?.with(Weekday::Sat, morning);
/// assert_eq!(week.on(Weekday::Mon).minutes(), 480);
/// assert_eq!(week.on(Weekday::Sat).minutes(), 240);
/// # Ok::<(), motcua::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct WeekHours {
    monday: DayHours,
    tuesday: DayHours,
    wednesday: DayHours,
    thursday: DayHours,
    friday: DayHours,
    saturday: DayHours,
    sunday: DayHours,
}

impl WeekHours {
    /// A week in which the office never opens, to be filled by [`WeekHours::with`].
    #[must_use]
    pub fn closed() -> Self {
        Self::default()
    }

    /// Monday to Friday with the same hours, Saturday and Sunday closed (the 40-hour week of QĐ
    /// 188/1999/QĐ-TTg).
    #[must_use]
    pub fn monday_to_friday(hours: &DayHours) -> Self {
        Self {
            monday: hours.clone(),
            tuesday: hours.clone(),
            wednesday: hours.clone(),
            thursday: hours.clone(),
            friday: hours.clone(),
            ..Self::default()
        }
    }

    /// The default hours: Monday to Friday, 07:30-11:30 and 13:00-17:00.
    ///
    /// # Errors
    ///
    /// None in practice; the hours are checked as any others are.
    pub fn standard() -> Result<Self, CalendarError> {
        let clock = |minutes| ClockTime::from_minutes(minutes).unwrap_or(ClockTime::MIDNIGHT);
        let morning = Session::new(clock(7 * 60 + 30), clock(11 * 60 + 30))?;
        let afternoon = Session::new(clock(13 * 60), clock(17 * 60))?;
        Ok(Self::monday_to_friday(&DayHours::of(vec![morning, afternoon])?))
    }

    /// The same week with other hours on one weekday.
    #[must_use]
    pub fn with(mut self, weekday: Weekday, hours: DayHours) -> Self {
        self.set(weekday, hours);
        self
    }

    pub(super) fn set(&mut self, weekday: Weekday, hours: DayHours) {
        *self.on_mut(weekday) = hours;
    }

    /// The hours of a weekday.
    #[must_use]
    pub const fn on(&self, weekday: Weekday) -> &DayHours {
        match weekday {
            Weekday::Mon => &self.monday,
            Weekday::Tue => &self.tuesday,
            Weekday::Wed => &self.wednesday,
            Weekday::Thu => &self.thursday,
            Weekday::Fri => &self.friday,
            Weekday::Sat => &self.saturday,
            Weekday::Sun => &self.sunday,
        }
    }

    const fn on_mut(&mut self, weekday: Weekday) -> &mut DayHours {
        match weekday {
            Weekday::Mon => &mut self.monday,
            Weekday::Tue => &mut self.tuesday,
            Weekday::Wed => &mut self.wednesday,
            Weekday::Thu => &mut self.thursday,
            Weekday::Fri => &mut self.friday,
            Weekday::Sat => &mut self.saturday,
            Weekday::Sun => &mut self.sunday,
        }
    }

    /// The weekdays from Monday to Sunday with their hours.
    pub fn iter(&self) -> impl Iterator<Item = (Weekday, &DayHours)> {
        WEEK.into_iter().map(|weekday| (weekday, self.on(weekday)))
    }

    /// Whether the office never opens in such a week.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.iter().all(|(_, hours)| hours.is_closed())
    }

    /// Hours of a make-up day where none are given: Monday's, or in an office closed on Mondays
    /// those of its first working weekday.
    pub(super) fn make_up(&self) -> &DayHours {
        self.iter().map(|(_, hours)| hours).find(|h| !h.is_closed()).unwrap_or(&self.monday)
    }
}

pub(super) const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];
