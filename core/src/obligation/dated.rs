//! Việc có hạn theo ngày — duties whose dates were set by hand: the items of a plan, a remedy, the
//! last day of a certificate.

use chrono::NaiveDate;

use super::{Duty, Obligation};
use crate::Calendar;
use crate::calendar::CalendarError;
use crate::deadline::{DateOff, done_on, due_on};

/// What is owed by a date that was set by hand.
pub(crate) struct Dated<'a> {
    pub(crate) duty: Duty,
    pub(crate) bearer: &'a str,
    pub(crate) subject: &'a str,
    /// Since when; the due date itself where nothing is known.
    pub(crate) from: Option<NaiveDate>,
    pub(crate) set: NaiveDate,
    pub(crate) off: DateOff,
    pub(crate) done: Option<NaiveDate>,
}

impl<'a> Dated<'a> {
    pub(crate) fn obligation(self, calendar: &Calendar) -> Result<Obligation<'a>, CalendarError> {
        let from = self.from.unwrap_or(self.set);
        let due = due_on(calendar, from, self.set, self.off)?;
        Ok(Obligation {
            subject: self.subject,
            done: self.done.map(|done| done_on(calendar, done)).transpose()?,
            ..Obligation::new(self.duty, self.bearer, due.start, due)
        })
    }
}
