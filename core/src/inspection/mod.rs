//! Kiểm tra cải cách hành chính — an agency's administrative reform judged as an inspection team
//! judges it: measures, strengths and shortcomings with the records and the law they rest on,
//! the work plan, and remedies that become duties.
//!
//! | to | use |
//! |---|---|
//! | inspect an agency over a period | [`Inspection`] |
//! | audit a work plan and tell its progress | [`WorkPlan`] |
//! | know by when a quality system has to move | [`QualityEdition`], [`QualitySystem`] |
//! | find gaps in personnel files | [`PersonnelFiles`] |
//! | add what no data can tell | [`ManualFinding`] |
//! | see what is measured and in which words | [`Check`] |
//!
//! # How it judges
//!
//! Each [`Check`] is a [`Measure`]: so many of so many are as they should be. All of them make a
//! strength, fewer a shortcoming that names the others; without data nothing is said. A finding is
//! verified only when each article it rests on was read in a text.
//!
//! # Examples
//!
//! ```
//! use motcua::Calendar;
//! use motcua::calendar::parse_date as day;
//! use motcua::inspection::{Inspection, Nature, PlanItem, WorkPlan};
//! use motcua::regulation::CountingPolicy;
//! use motcua::report::Period;
//!
//! let period = Period::new(day("2017-01-01")?, day("2018-06-30")?)?;
//! let mut inspection = Inspection::new(period, "Sở Thông tin và Truyền thông");
//! let mut plan = WorkPlan::new("05/KH-STTTT");
//! plan.due = Some(day("2017-12-29")?);
//! plan.issued = Some(day("2018-01-15")?);
//! inspection.plans.push(plan);
//!
//! let calendar = Calendar::vietnam()?;
//! let found = inspection.conclude(&calendar, &CountingPolicy::one_stop())?;
//! let late = &found.findings[0];
//! assert_eq!((late.code.as_str(), late.nature), ("plan_on_time", Nature::Shortcoming));
//! assert_eq!(
//!     late.evidence[0].words.vietnamese,
//!     "hạn ban hành 29/12/2017, ban hành 15/01/2018, chậm 10 ngày làm việc",
//! );
//! # Ok::<(), motcua::Error>(())
//! ```

mod area;
mod catalogue;
mod check;
mod conclusion;
mod finding;
mod personnel;
mod plan;
mod quality;
mod service;
mod words;

use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;

pub use area::{Area, Nature};
pub use check::{Check, CheckRule};
pub use conclusion::{Conclusion, ItemReview, Measure, Owed, PlanReview, RemedyReview};
pub use finding::{Exhibit, Finding, ManualExhibit, ManualFinding, RecordKind, Remedy};
pub use personnel::{PersonnelFile, PersonnelFiles};
pub use plan::{PlanFault, PlanItem, Progress, WorkPlan};
pub use quality::{QualityEdition, QualitySystem};
pub use words::{FindingBasis, Words};

use crate::calendar::CalendarError;
use crate::deadline::DeadlineError;
use crate::dossier::{Dossier, Timeline};
use crate::obligation::{Practice, StandingPolicy};
use crate::procedure::{Catalogue, Evidence};
use crate::regulation::CountingPolicy;
use crate::report::{Period, Ratio};
use crate::service_level::ServiceLevel;
use crate::{Calendar, ErrorKind};

/// Why an inspection could not be concluded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InspectionError {
    /// Something without a code or number, by which findings name it.
    #[error("a {what} has no code or number")]
    NoCode {
        /// What it is.
        what: &'static str,
    },
    /// Two things of one kind with one code.
    #[error("two of one code: {what} `{code}`")]
    Duplicate {
        /// What they are.
        what: &'static str,
        /// Their code.
        code: String,
    },
    /// A remedy for a finding there cannot be.
    #[error("remedy `{remedy}`: there is neither a check nor a manual finding `{finding}`")]
    UnknownFinding {
        /// The code of the remedy.
        remedy: String,
        /// The finding as given.
        finding: String,
    },
    /// An edition of a quality standard that is not known.
    #[error("there is no edition `{edition}`")]
    UnknownEdition {
        /// The edition as given.
        edition: String,
    },
    /// A moment to judge at before the period is over.
    #[error("the period ends on {to}; it cannot be judged on {as_of}")]
    JudgedBeforeEnd {
        /// The day to judge at.
        as_of: NaiveDate,
        /// The last day of the period.
        to: NaiveDate,
    },
    /// A term could not be counted.
    #[error(transparent)]
    Deadline(#[from] DeadlineError),
    /// The calendar does not answer.
    #[error(transparent)]
    Calendar(#[from] CalendarError),
}

impl InspectionError {
    /// The stable kind of this error.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        match self {
            Self::NoCode { .. } => ErrorKind::NoCode,
            Self::Duplicate { .. } => ErrorKind::DuplicateCode,
            Self::UnknownFinding { .. } => ErrorKind::UnknownFinding,
            Self::UnknownEdition { .. } => ErrorKind::UnknownEdition,
            Self::JudgedBeforeEnd { .. } => ErrorKind::JudgedBeforeEnd,
            Self::Deadline(error) => error.kind(),
            Self::Calendar(error) => error.kind(),
        }
    }
}

/// Whether each code stands once.
fn distinct<'a>(
    what: &'static str,
    codes: impl IntoIterator<Item = &'a str>,
) -> Result<(), InspectionError> {
    let mut known = alloc::collections::BTreeSet::new();
    for code in codes {
        if code.trim().is_empty() {
            return Err(InspectionError::NoCode { what });
        }
        if !known.insert(code) {
            return Err(InspectionError::Duplicate { what, code: code.into() });
        }
    }
    Ok(())
}

/// What a check has come to.
struct Found {
    check: Check,
    ratio: Ratio,
    evidence: Vec<Exhibit>,
    /// What the records lean on; the articles of the check where there is nothing.
    basis: Vec<FindingBasis>,
    /// Whether it is a strength when nothing is lacking.
    praised: bool,
}

impl Found {
    const fn bare(check: Check, ratio: Ratio) -> Self {
        Self { check, ratio, evidence: Vec::new(), basis: Vec::new(), praised: true }
    }
}

/// Cuộc kiểm tra — what is inspected: an agency, a period, and what is known of it.
///
/// Dossiers are counted in one by one ([`Inspection::add`]) and are not kept; of several
/// inspections of one agency and period, over parts of its dossiers, one is made by
/// [`Inspection::merge`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Inspection<'a> {
    /// Cơ quan được kiểm tra — the agency.
    pub subject: String,
    /// Thời kỳ kiểm tra — the period.
    pub period: Period,
    /// Thời điểm đánh giá — the day whose end plans, remedies and transitions are judged at, not
    /// before the end of the period. Dossiers and catalogue are judged at the end of the period.
    pub as_of: NaiveDate,
    /// What the agency publishes.
    pub catalogue: Option<&'a Catalogue>,
    /// Its plans.
    pub plans: Vec<WorkPlan>,
    /// Its quality systems.
    pub quality: Vec<QualitySystem>,
    /// Its personnel files.
    pub personnel: Option<PersonnelFiles>,
    /// What the team adds.
    pub manual: Vec<ManualFinding>,
    /// What is done about it.
    pub remedies: Vec<Remedy>,
    /// The level of online service asked for; the highest of the first regime in force at the end
    /// of the period unless told.
    pub level: Option<ServiceLevel>,
    /// By what the level of a procedure is told.
    pub evidence: Evidence,
    /// How standings of dossiers are told; duties set for a date are judged by dates.
    pub standing: StandingPolicy,
    /// Bản ghi không đọc được — records that could not be read and are judged by nothing.
    pub unread: u32,
    service: service::Service,
}

impl<'a> Inspection<'a> {
    /// An inspection of which only the agency and the period are known.
    #[must_use]
    pub fn new(period: Period, subject: impl Into<String>) -> Self {
        Self {
            subject: subject.into(),
            period,
            as_of: period.to(),
            catalogue: None,
            plans: Vec::new(),
            quality: Vec::new(),
            personnel: None,
            manual: Vec::new(),
            remedies: Vec::new(),
            level: None,
            evidence: Evidence::default(),
            standing: StandingPolicy::default(),
            unread: 0,
            service: service::Service::default(),
        }
    }

    /// Counts a dossier in; one received after the period, over before it or never received
    /// adds nothing.
    ///
    /// # Errors
    ///
    /// [`InspectionError`] when the period or a term lies outside the calendar.
    pub fn add(
        &mut self,
        calendar: &Calendar,
        counting: &CountingPolicy,
        dossier: &Dossier,
        timeline: &Timeline,
    ) -> Result<(), InspectionError> {
        let (standing, period) = (self.standing, self.period);
        let look = service::Look { calendar, counting, standing, period, dossier, timeline };
        self.service.add(&look)
    }

    /// Takes over the dossiers that another inspection of the same agency and period has counted.
    pub fn merge(&mut self, other: Self) {
        self.unread = self.unread.saturating_add(other.unread);
        self.service.merge(other.service);
    }

    /// Kết luận — measures, findings, plans and duties.
    ///
    /// `counting` counts the terms of publication.
    ///
    /// # Errors
    ///
    /// [`InspectionError`], naming what stands twice or is not known.
    pub fn conclude(
        &self,
        calendar: &Calendar,
        counting: &CountingPolicy,
    ) -> Result<Conclusion, InspectionError> {
        conclusion::conclude(self, calendar, counting)
    }

    /// How duties stand of which only dates are known: their last day is in time to its end.
    const fn by_date(&self) -> StandingPolicy {
        StandingPolicy { practice: Practice::ByDate, ..self.standing }
    }

    /// The level of online service asked for, if a regime is in force.
    fn asked_level(&self) -> Option<ServiceLevel> {
        let highest = || {
            let regime = crate::service_level::Regime::on(self.period.to()).next()?;
            regime.levels().last().map(|rule| rule.level)
        };
        self.level.or_else(highest)
    }
}
