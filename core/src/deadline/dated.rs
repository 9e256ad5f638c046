//! Due times of which only the date was set.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::{Due, midnight};
use crate::calendar::CalendarError;
use crate::{Calendar, LocalTime};

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
    let at = end_of(calendar, date)?;
    let certainty = calendar.certainty(from.min(set), from.max(date));
    Ok(Due { at, date, legal_end: midnight(date), start, nominal: set, certainty })
}

/// When a day is over on which something is due at no set hour: at the close of the office.
fn end_of(calendar: &Calendar, date: NaiveDate) -> Result<LocalTime, CalendarError> {
    let close = calendar.close_of(date)?;
    Ok(close.unwrap_or_else(|| last_instant(date)))
}

/// When something was done of which only the day is known: by the close of the office, on that day.
pub(crate) fn done_on(calendar: &Calendar, date: NaiveDate) -> Result<LocalTime, CalendarError> {
    Ok(end_of(calendar, date)?.min(last_instant(date)))
}

/// The last second of a day.
pub(crate) fn last_instant(date: NaiveDate) -> LocalTime {
    let end = midnight(date);
    end.plus_seconds(-1).unwrap_or(end)
}

#[cfg(test)]
mod tests {
    use super::{DateOff, done_on, due_on};
    use crate::calendar::{DayHours, Session, WeekHours, parse_date};
    use crate::{Calendar, LocalTime};
    use chrono::Weekday;

    #[test]
    fn a_day_that_closes_at_24_00_is_due_and_done_on_itself() {
        let evening = Session::new("16:00".parse().unwrap(), "24:00".parse().unwrap()).unwrap();
        let day = DayHours::new([evening]).unwrap();
        let week = WeekHours::standard().unwrap().with(Weekday::Fri, day);
        let calendar = Calendar::builder().hours(week).build().unwrap();
        let friday = parse_date("2018-09-14").unwrap();
        let due = due_on(&calendar, friday, friday, DateOff::NextWorkingDay).unwrap();
        let midnight: LocalTime = "2018-09-15T00:00".parse().unwrap();
        assert_eq!((due.date, due.at, due.legal_end), (friday, midnight, midnight));
        let done = done_on(&calendar, friday).unwrap();
        assert_eq!(done.date(), friday);
        assert!(done <= due.at);
    }
}
