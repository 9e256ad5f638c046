use alloc::borrow::Cow;

use chrono::NaiveDate;

use super::Session;
use crate::{ClockTime, ErrorKind};

/// What is wrong with a calendar or a question put to one.
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
    /// A date outside the years the calendar knows.
    #[error("{date} is outside the calendar, which covers {first} to {last}")]
    OutOfRange {
        /// The date asked for.
        date: NaiveDate,
        /// The first day covered.
        first: NaiveDate,
        /// The last day covered.
        last: NaiveDate,
    },
    /// Counting ran out of the years the calendar knows.
    #[error("the count leaves the calendar, which covers {first} to {last}")]
    RunsOut {
        /// The first day covered.
        first: NaiveDate,
        /// The last day covered.
        last: NaiveDate,
    },
    /// A session that closes before or when it opens.
    #[error("a session cannot open at {open} and close at {close}")]
    EmptySession {
        /// Its opening.
        open: ClockTime,
        /// Its close.
        close: ClockTime,
    },
    /// Two sessions of one day share time.
    #[error("sessions {first} and {second} overlap")]
    OverlappingSessions {
        /// The earlier one.
        first: Session,
        /// The later one.
        second: Session,
    },
    /// A week without a single session.
    #[error("the office has no session in the whole week")]
    EmptyWeek,
    /// A make-up day without a single session.
    #[error("the hours of make-up days have no session")]
    EmptyMakeUp,
    /// A range of dates that ends before it begins.
    #[error("a range cannot begin on {since} and end on {until}")]
    EndBeforeStart {
        /// Its first day.
        since: NaiveDate,
        /// Its last day.
        until: NaiveDate,
    },
    /// Two ranges of dates set the hours of one day.
    #[error("{date} is given hours twice")]
    OverlappingHours {
        /// The first day given twice.
        date: NaiveDate,
    },
    /// A day listed both off and worked.
    #[error("{date} is listed both as a day off and as a make-up day")]
    OffAndMakeUp {
        /// The day.
        date: NaiveDate,
    },
    /// A make-up day on a day that is worked anyway.
    #[error("{date} is a make-up day but Monday to Friday are worked anyway")]
    MakeUpOnWorkingDay {
        /// The day.
        date: NaiveDate,
    },
    /// A day listed twice.
    #[error("{date} is listed twice")]
    ListedTwice {
        /// The day.
        date: NaiveDate,
    },
    /// A day that lies outside the year of its notice.
    #[error("{date} does not belong in the notice for {year}")]
    NotInYear {
        /// The day.
        date: NaiveDate,
        /// The year of the notice.
        year: i16,
    },
    /// A day given off against a make-up day that the notice does not list, or the other way.
    #[error("{date} is exchanged for {other}, which the notice does not list so")]
    UnpairedSwap {
        /// The day with its other half named.
        date: NaiveDate,
        /// The half that is missing.
        other: NaiveDate,
    },
    /// A split of Tết that the law in force does not give.
    #[error(
        "Tết {year} has {expected} days by law, not {before} before and {after} from the first"
    )]
    TetSplit {
        /// The year.
        year: i16,
        /// Days before the first day of the lunar year.
        before: u8,
        /// Days from it on.
        after: u8,
        /// How many days the law gives.
        expected: u8,
    },
    /// Strict mode was asked for and a year touched has no final notice.
    #[error("the answer would be {certainty}, and only a final one was asked for")]
    NotFinal {
        /// How certain the answer would be.
        certainty: super::Certainty,
    },
    /// A document of calendar facts longer than is read.
    #[error("the document has {length} bytes, more than {most}")]
    TooLong {
        /// Its length in bytes.
        length: usize,
        /// The most there can be.
        most: usize,
    },
    /// A document of calendar facts that cannot be read.
    #[error("{message}")]
    Document {
        /// What is wrong, with the place.
        message: Cow<'static, str>,
    },
}

impl CalendarError {
    /// The stable kind of this error.
    #[must_use]
    #[cfg_attr(target_family = "wasm", inline(always))]
    pub const fn kind(&self) -> ErrorKind {
        match self {
            Self::LunarOutOfRange { .. } | Self::LunarYearOutOfRange { .. } => {
                ErrorKind::LunarOutOfRange
            }
            Self::NoSuchLunarDate { .. } => ErrorKind::NoSuchLunarDate,
            Self::OutOfRange { .. } | Self::RunsOut { .. } => ErrorKind::NoCalendarData,
            Self::EmptySession { .. } => ErrorKind::EmptySession,
            Self::OverlappingSessions { .. } => ErrorKind::OverlappingSessions,
            Self::EmptyWeek => ErrorKind::EmptyWeek,
            Self::EmptyMakeUp => ErrorKind::EmptyMakeUp,
            Self::EndBeforeStart { .. } => ErrorKind::EndBeforeStart,
            Self::OverlappingHours { .. } => ErrorKind::OverlappingHours,
            Self::OffAndMakeUp { .. } => ErrorKind::OffAndMakeUp,
            Self::MakeUpOnWorkingDay { .. } => ErrorKind::MakeUpOnWorkingDay,
            Self::ListedTwice { .. } => ErrorKind::ListedTwice,
            Self::NotInYear { .. } => ErrorKind::NotInYear,
            Self::UnpairedSwap { .. } => ErrorKind::UnpairedSwap,
            Self::TetSplit { .. } => ErrorKind::TetSplit,
            Self::NotFinal { .. } => ErrorKind::NotFinal,
            Self::TooLong { .. } => ErrorKind::TooLong,
            Self::Document { .. } => ErrorKind::InvalidCalendar,
        }
    }
}
