//! Nghĩa vụ công bố, công khai — by when a procedure must be published and entered into the
//! national database.

use alloc::vec::Vec;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::{Duty, Obligation};
use crate::deadline::{self, DeadlineError};
use crate::procedure::{Issuer, Procedure};
use crate::regulation::{Citation, CountingPolicy, day};
use crate::time_limit::{Amount, Limit, Unit};
use crate::{Calendar, LocalTime};

include!(concat!(env!("OUT_DIR"), "/publication_terms.rs"));

/// Loại việc công bố — what is owed to the public.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum PublicationDuty {
    /// Ban hành quyết định công bố (NĐ 63/2010 art. 15).
    Decision,
    /// Nhập Cơ sở dữ liệu quốc gia (NĐ 63/2010 art. 24).
    Database,
}

/// Mốc tính — what a term of publication runs from or back from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum TermStart {
    /// The day the act that sets the procedure takes effect.
    Effect,
    /// The day that act was promulgated.
    Promulgation,
    /// The day the decision was signed.
    Signing,
}

/// Thời hạn công bố — a term of publication with its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PublicationTerm {
    /// What is owed.
    pub duty: PublicationDuty,
    /// Whose decision it is for.
    pub issuer: Issuer,
    /// What it runs from.
    pub start: TermStart,
    /// How long.
    pub limit: Limit,
    /// The article.
    pub basis: Citation,
}

impl PublicationTerm {
    /// All terms that are compiled in.
    #[must_use]
    pub fn all() -> &'static [Self] {
        TERMS
    }
}

/// Nghĩa vụ công bố — a duty of publication with its term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PublicationObligation<'a> {
    /// The duty with its due time and its fulfilment; its subject is the procedure.
    pub obligation: Obligation<'a>,
    /// The term it follows from.
    pub term: &'static PublicationTerm,
}

/// The duties of publication that the dates of a procedure's decision give rise to.
///
/// A term whose start is not known gives none, nor does a decision of which it is not said whose
/// it is.
///
/// # Examples
///
/// ```
/// use motcua::calendar::parse_date as day;
/// use motcua::obligation::{PublicationDuty, publication};
/// use motcua::procedure::{Issuer, PublicationDecision};
/// use motcua::regulation::CountingPolicy;
/// use motcua::{Calendar, Procedure};
///
/// let mut procedure = Procedure::new("Cấp giấy phép");
/// procedure.decision = Some(PublicationDecision {
///     number: "128/QĐ-UBND".into(),
///     issuer: Some(Issuer::Province),
///     signed: Some(day("2026-08-19")?),
///     promulgated: None,
///     effect: None,
///     entered: None,
/// });
/// let calendar = Calendar::vietnam()?;
/// let duties = publication(&calendar, &CountingPolicy::one_stop(), &procedure)?;
/// assert_eq!(duties.len(), 1);
/// assert_eq!(duties[0].term.duty, PublicationDuty::Database);
/// // Five working days from Wednesday 19/8; Saturday 22/8 is worked.
/// assert_eq!(duties[0].obligation.due.date, day("2026-08-25")?);
/// # Ok::<(), motcua::Error>(())
/// ```
///
/// # Errors
///
/// [`DeadlineError`] for dates outside the calendar.
pub fn publication<'a>(
    calendar: &Calendar,
    policy: &CountingPolicy,
    procedure: &'a Procedure,
) -> Result<Vec<PublicationObligation<'a>>, DeadlineError> {
    let mut owed = Vec::new();
    let Some(decision) = &procedure.decision else { return Ok(owed) };
    for term in TERMS.iter().filter(|term| Some(term.issuer) == decision.issuer) {
        let start = match term.start {
            TermStart::Effect => decision.effect,
            TermStart::Promulgation => decision.promulgated,
            TermStart::Signing => decision.signed,
        };
        let Some(start) = start.filter(|start| term.basis.holds_on(*start)) else { continue };
        let (duty, done) = match term.duty {
            PublicationDuty::Decision => (Duty::PublicationDecision, decision.signed),
            PublicationDuty::Database => (Duty::DatabaseEntry, decision.entered),
        };
        // Only dates are known; they are counted from their beginning.
        let instant = |date: NaiveDate| LocalTime::new(NaiveDateTime::new(date, NaiveTime::MIN));
        let from = instant(start);
        let due = deadline::due(calendar, policy, from, term.limit)?;
        let obligation = Obligation {
            subject: procedure.label(),
            limit: Some(term.limit),
            done: done.map(instant),
            ..Obligation::new(duty, &procedure.agency, from, due)
        };
        owed.push(PublicationObligation { obligation, term });
    }
    Ok(owed)
}
