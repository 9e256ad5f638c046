use chrono::NaiveDate;

use crate::ErrorKind;

/// What the calendar refuses.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CalendarError {
    /// A day that the lunar calendar does not cover.
    #[error("{date} is outside the lunar calendar, which covers 1968-01-01 to 2051-02-10")]
    LunarOutOfRange {
        /// The solar day.
        date: NaiveDate,
    },
    /// A lunar year that the lunar calendar does not cover.
    #[error("lunar year {year} is outside the lunar calendar, which covers 1968 to 2050")]
    LunarYearOutOfRange {
        /// The lunar year as given.
        year: i16,
    },
    /// A lunar date that does not exist: the 30th of a short month, a leap month of a year
    /// without it.
    #[error("lunar year {year} has no day {day}/{month}{}", if *.leap { " leap" } else { "" })]
    NoSuchLunarDate {
        /// The lunar year as given.
        year: i16,
        /// The month as given.
        month: u8,
        /// The day as given.
        day: u8,
        /// Whether the leap month was meant.
        leap: bool,
    },
}

impl CalendarError {
    /// The stable kind of this error.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        match self {
            Self::LunarOutOfRange { .. } | Self::LunarYearOutOfRange { .. } => {
                ErrorKind::LunarOutOfRange
            }
            Self::NoSuchLunarDate { .. } => ErrorKind::NoSuchLunarDate,
        }
    }
}
