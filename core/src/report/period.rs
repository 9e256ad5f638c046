use chrono::NaiveDate;

use super::ReportError;
use crate::{ClockTime, LocalTime};

/// Kỳ báo cáo — the days a report is about, both ends in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "Ends"))]
pub struct Period {
    from: NaiveDate,
    to: NaiveDate,
}

/// A period as documents carry it, which may end before it begins.
#[cfg(feature = "serde")]
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Ends {
    from: NaiveDate,
    to: NaiveDate,
}

#[cfg(feature = "serde")]
impl TryFrom<Ends> for Period {
    type Error = ReportError;

    fn try_from(Ends { from, to }: Ends) -> Result<Self, ReportError> {
        Self::new(from, to)
    }
}

impl Period {
    /// A period.
    ///
    /// # Errors
    ///
    /// [`ReportError::EndBeforeStart`].
    pub fn new(from: NaiveDate, to: NaiveDate) -> Result<Self, ReportError> {
        if to < from {
            Err(ReportError::EndBeforeStart { from, to })
        } else {
            Ok(Self { from, to })
        }
    }

    /// Its first day.
    #[must_use]
    pub const fn from(self) -> NaiveDate {
        self.from
    }

    /// Its last day.
    #[must_use]
    pub const fn to(self) -> NaiveDate {
        self.to
    }

    /// Whether a day lies in it.
    #[must_use]
    pub fn contains(self, date: NaiveDate) -> bool {
        self.from <= date && date <= self.to
    }

    /// The instant at which what stands in it is judged: the one asked for, its end at the latest.
    pub(super) fn judged_at(self, at: LocalTime) -> Result<LocalTime, ReportError> {
        if at.date() < self.from {
            return Err(ReportError::JudgedBeforeBegin { as_of: at, from: self.from });
        }
        Ok(at.min(self.end()))
    }

    /// Its last instant; an event at 00:00 of the next day is after it.
    #[must_use]
    pub fn end(self) -> LocalTime {
        let midnight = LocalTime::at(self.to, ClockTime::MIDNIGHT);
        midnight.plus_seconds(-1).unwrap_or(midnight)
    }
}
