//! Due times of which only the date was set.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::{Due, appointed};
use crate::calendar::CalendarError;
use crate::{Calendar, ClockTime, LocalTime};

/// Ngày cuối là ngày nghỉ — what becomes of a date set by hand on which the office is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateOff {
    /// The duty can still be done on the next working day (BLDS 2015 art. 148.5).
    NextWorkingDay,
    /// The date stands: what ends on it ends whether or not the office works.
    Stands,
}

/// Thời hạn theo ngày — a due time of which only the date was set.
///
/// # Examples
///
/// ```
/// use motcua::Calendar;
/// use motcua::calendar::parse_date as day;
/// use motcua::deadline::{DateOff, due_on};
///
/// let calendar = Calendar::vietnam()?;
/// // Saturday 15 September 2018.
/// let set = day("2018-09-15")?;
/// let plan = due_on(&calendar, set, set, DateOff::NextWorkingDay)?;
/// assert_eq!((plan.nominal, plan.date), (set, day("2018-09-17")?));
/// let certificate = due_on(&calendar, set, set, DateOff::Stands)?;
/// assert_eq!(certificate.date, set);
/// # Ok::<(), motcua::Error>(())
/// ```
///
/// # Errors
///
/// [`CalendarError::OutOfRange`] for dates outside the calendar.
pub fn due_on(
    calendar: &Calendar,
    from: NaiveDate,
    set: NaiveDate,
    off: DateOff,
) -> Result<Due, CalendarError> {
    let date = match off {
        DateOff::NextWorkingDay => calendar.add_working_days(set, 0)?,
        DateOff::Stands => set,
    };
    let start = LocalTime::new(NaiveDateTime::new(from, NaiveTime::MIN));
    let due = appointed(calendar, end_of(calendar, date)?, start);
    Ok(Due { nominal: set, ..due })
}

/// When a day is over on which something is due at no set hour: at the close of the office.
pub(crate) fn end_of(calendar: &Calendar, date: NaiveDate) -> Result<LocalTime, CalendarError> {
    let close = calendar.close_of(date)?;
    Ok(close.unwrap_or_else(|| last_instant(date)))
}

/// The last second of a day.
pub(crate) fn last_instant(date: NaiveDate) -> LocalTime {
    let midnight = LocalTime::at(date, ClockTime::MIDNIGHT);
    midnight.plus_seconds(-1).unwrap_or(midnight)
}
