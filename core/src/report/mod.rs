//! Báo cáo — what the office did over a period.

mod ii06a;
mod ii07b;
mod index766;
mod indicator;
mod listed;
mod period;
mod tally;
mod times;
mod trend;

use alloc::string::String;

pub use ii06a::{Grouping, Report, Row};
pub use ii07b::{Ii07b, LevelCount};
pub use index766::{Feedback, IndexGroup, IndexRule, IndexShare, RankRule, index_shares};
pub use indicator::{
    AgencyGiven, AgencyScore, Complaints, DossierGiven, Indicator, IndicatorScore, Indicators,
    OfficerScore, Organisation, Publicity, Rating, ScoringRule, TaskDone, Tenths,
};
pub use listed::{ApologyStatus, LateCause, ListedDossier};
pub use period::Period;
pub use tally::{Judged, Tally};
pub use times::{Distribution, Times};
pub use trend::{DayTally, MonthTally};

use crate::ErrorKind;
use crate::calendar::CalendarError;
use crate::deadline::DeadlineError;

/// Why a report could not be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReportError {
    /// A period that ends before it begins.
    #[error("a period cannot begin on {from} and end on {to}")]
    EndBeforeStart {
        /// Its first day.
        from: chrono::NaiveDate,
        /// Its last day.
        to: chrono::NaiveDate,
    },
    /// A row whose sums do not agree.
    #[error("row `{row}`: {identity} does not hold")]
    BrokenSum {
        /// The names of the row: field, agency, procedure.
        row: String,
        /// The sum that does not agree.
        identity: &'static str,
    },
    /// Two reports that cannot be added up.
    #[error("reports of another `{what}` do not add up")]
    Differ {
        /// What is not the same: `period`, `as_of` or `standing`.
        what: &'static str,
    },
    /// A number larger than what it is a part of.
    #[error("`{what}`: {part} is more than {whole}")]
    PartExceedsWhole {
        /// What was given.
        what: &'static str,
        /// The part.
        part: u32,
        /// The whole.
        whole: u32,
    },
    /// No rule of scoring was in force.
    #[error("no rule for scoring one-stops was in force on {date}")]
    NoScoring {
        /// The last day of the period.
        date: chrono::NaiveDate,
    },
    /// A moment to judge at before the period has begun.
    #[error("the period begins on {from}; it cannot be judged at {as_of}")]
    JudgedBeforeBegin {
        /// The moment to judge at.
        as_of: crate::LocalTime,
        /// The first day of the period.
        from: chrono::NaiveDate,
    },
    /// A dossier that was counted before.
    #[error("the dossier `{code}` was counted before")]
    Duplicate {
        /// Its code.
        code: String,
    },
    /// Something was given for a dossier that is not in the log.
    #[error("there is no dossier `{code}`")]
    UnknownDossier {
        /// Its code as given.
        code: String,
    },
    /// The calendar does not answer.
    #[error(transparent)]
    Calendar(#[from] CalendarError),
    /// A duty of a listed dossier has no due time.
    #[error(transparent)]
    Deadline(#[from] DeadlineError),
}

impl ReportError {
    /// The stable kind of this error.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        match self {
            Self::EndBeforeStart { .. } => ErrorKind::EndBeforeStart,
            Self::BrokenSum { .. } => ErrorKind::BrokenSum,
            Self::Differ { .. } => ErrorKind::ReportsDiffer,
            Self::PartExceedsWhole { .. } => ErrorKind::PartExceedsWhole,
            Self::NoScoring { .. } => ErrorKind::NoScoring,
            Self::JudgedBeforeBegin { .. } => ErrorKind::JudgedBeforeEnd,
            Self::Duplicate { .. } => ErrorKind::DuplicateCode,
            Self::UnknownDossier { .. } => ErrorKind::UnknownDossier,
            Self::Calendar(error) => error.kind(),
            Self::Deadline(error) => error.kind(),
        }
    }
}

/// Tỷ lệ — an exact ratio; no data is not 100 %.
///
/// # Examples
///
/// ```
/// use motcua::report::Ratio;
///
/// assert_eq!(Ratio::new(38, 38).percent_text().as_deref(), Some("100,00 %"));
/// assert_eq!(Ratio::new(2, 3).percent_text().as_deref(), Some("66,66 %"));
/// assert_eq!(Ratio::new(0, 0).percent_text(), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Ratio {
    /// How many.
    pub numerator: u32,
    /// Of how many; zero when there is no data.
    pub denominator: u32,
}

impl Ratio {
    /// A ratio.
    #[must_use]
    pub const fn new(numerator: u32, denominator: u32) -> Self {
        Self { numerator, denominator }
    }

    /// Whether there is nothing to take a share of.
    #[must_use]
    pub const fn is_no_data(self) -> bool {
        self.denominator == 0
    }

    /// The ratio in hundredths of a percent, cut off, so that only all is 10,000; none without
    /// data.
    #[must_use]
    pub fn hundredths_of_percent(self) -> Option<u32> {
        let cut = u64::from(self.numerator)
            .saturating_mul(10_000)
            .checked_div(self.denominator.into())?;
        u32::try_from(cut).ok()
    }

    /// The ratio as Vietnamese papers write it, cut off after two decimals; none without data.
    #[must_use]
    pub fn percent_text(self) -> Option<String> {
        let cut = self.hundredths_of_percent()?;
        Some(alloc::format!("{},{:02} %", cut / 100, cut % 100))
    }
}
