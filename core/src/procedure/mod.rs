//! Thủ tục hành chính — administrative procedures, and the catalogue an office publishes.
//!
//! | to | use |
//! |---|---|
//! | read and compare codes | [`ProcedureCode`], [`AgencyCode`] |
//! | hold a procedure with its parts | [`Procedure`] |
//! | look procedures up | [`Catalogue`] |
//! | ask what is to be paid | [`Procedure::bill`] |
//! | find what is not published | [`PublicationAudit`] |
//! | tell the level of its online service | [`Procedure::assess`] |
//! | measure coverage and online shares | [`Coverage`], [`FilingTally`] |
//! | take over lists in the published form | [`PublishedRecord`] |

mod agency;
mod assessment;
mod audit;
mod catalogue;
mod code;
mod coverage;
#[cfg(feature = "json")]
pub mod cpsv;
mod error;
mod fee;
mod mode;
mod parts;
mod price;
mod published;
mod search;
mod step;

use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;

pub use agency::{AgencyCode, AgencyForm, CodeFault};
pub use assessment::{Assessment, CriterionAnswer, Met};
pub use audit::{
    AuditedProcedure, Finding, Lack, Need, Part, PartDuty, PartRule, PublicationAudit,
};
pub use catalogue::Catalogue;
pub use code::ProcedureCode;
pub use coverage::{Coverage, Evidence, FilingTally, Uncovered};
pub use error::{Fault, ProcedureError};
pub use fee::{Bill, BillItem, Fee, FeeKind, FeeQuery, Reduced, Reduction};
pub use mode::{Elsewhere, OneStopMode, Place, PlaceRule, Reception, Requirement};
pub use parts::{
    Case, DeclaredLevel, FilingWay, GovernmentLevel, Issuer, OnlineService, Paper, PaperForm,
    PublicNotice, PublicationDecision,
};
pub use price::{Dong, Price};
pub use published::{ImportRemark, Imported, PublishedRecord};
pub use search::{Hit, Match};
pub use step::{Step, StepSum, StepTotal};

use crate::ClockTime;
use crate::time_limit::{Channel, Limit, TimeLimit, TimeLimitError};

/// Thủ tục hành chính — a procedure as an office publishes it.
///
/// Only the name is needed; what is absent is left out, never made up, and
/// [`PublicationAudit`] tells what is missing. For the parts that a procedure need not have
/// (forms, results, conditions, fees) an empty list says that it has none, and no list that
/// nothing is said.
///
/// # Examples
///
/// ```
/// use motcua::Procedure;
/// use motcua::time_limit::Limit;
///
/// let mut procedure = Procedure::new("Cấp lại giấy phép bưu chính");
/// procedure.code = Some("1.004379".parse()?);
/// procedure.time_limit_text = "07 ngày làm việc".into();
/// assert!(procedure.is("1.004379"));
/// assert_eq!(procedure.limit(None)?, Limit::working_days(7));
/// # Ok::<(), motcua::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct Procedure {
    /// Mã thủ tục — its code, such as `1.004379`.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub code: Option<ProcedureCode>,
    /// Tên thủ tục — its name.
    pub name: String,
    /// Lĩnh vực — its field.
    #[cfg_attr(feature = "serde", serde(default))]
    pub field: String,
    /// Cấp thực hiện — the levels of government that settle it.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub levels: Vec<GovernmentLevel>,
    /// Cơ quan giải quyết — the agency that settles it.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "String::is_empty"))]
    pub agency: String,
    /// Thời hạn giải quyết — its limit as published, in words.
    #[cfg_attr(feature = "serde", serde(default))]
    pub time_limit_text: String,
    /// Thời hạn theo quy định — its limit by law, in words, where the office promises another.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub statutory_limit_text: Option<String>,
    /// Các trường hợp — cases with limits of their own.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub cases: Vec<Case>,
    /// Trình tự thực hiện — its sequence.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub sequence: Vec<String>,
    /// Cách thức thực hiện — how it can be filed.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub channels: Vec<FilingWay>,
    /// Thành phần hồ sơ — the papers of the dossier.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub papers: Vec<Paper>,
    /// Số lượng hồ sơ — how many sets.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub sets: Option<u8>,
    /// Đối tượng thực hiện — who can ask for it.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub subjects: Vec<String>,
    /// Mẫu đơn, tờ khai — its forms; empty if it has none.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub forms: Option<Vec<PaperForm>>,
    /// Kết quả — what it results in; empty if nothing is handed over.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub results: Option<Vec<String>>,
    /// Yêu cầu, điều kiện — its conditions; empty if it has none.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub conditions: Option<Vec<String>>,
    /// Phí, lệ phí — its fees; empty if it is free.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub fees: Option<Vec<Fee>>,
    /// Phí, lệ phí bằng lời — its fees as published, in words.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "String::is_empty"))]
    pub fee_text: String,
    /// Các bước liên thông — the parts of the agencies that settle it together.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub steps: Vec<Step>,
    /// Cơ chế thực hiện — the one-stop mode it is settled in.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub mode: Option<OneStopMode>,
    /// Không phụ thuộc địa giới hành chính — whether it is on the list of procedures received
    /// irrespective of territory.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "is_false"))]
    pub anywhere: bool,
    /// Công khai — where and how the public learns of it.
    #[cfg_attr(feature = "serde", serde(default))]
    pub notice: PublicNotice,
    /// Quyết định công bố — the decision that publishes it.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub decision: Option<PublicationDecision>,
    /// Dịch vụ công trực tuyến — what of it is done online.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub service: Option<OnlineService>,
    /// Mức độ đã công bố — the levels declared for it.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub declared_levels: Vec<DeclaredLevel>,
    /// The first day this version is in force.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub from: Option<NaiveDate>,
    /// The last day this version is in force.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub to: Option<NaiveDate>,
    /// Ghi chú — what else is to be known of it, such as another limit seen elsewhere.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub remark: Option<String>,
    /// Căn cứ pháp lý — its legal basis.
    #[cfg_attr(feature = "serde", serde(default))]
    pub legal_basis: String,
    /// Where the record was read.
    #[cfg_attr(feature = "serde", serde(default))]
    pub source: String,
}

#[cfg(feature = "serde")]
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

/// So sánh thời hạn — how a published limit stands to that of the law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum PromiseStanding {
    /// The office promises less time.
    Shorter,
    /// The office promises the limit of the law.
    Equal,
    /// The office takes more time than the law gives.
    Longer,
    /// The two are counted in different units, which do not convert.
    NotComparable,
}

/// Thời hạn quy định và thời hạn công bố — the limit by law beside the one the office promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Promise {
    /// By law.
    pub statutory: Limit,
    /// As published.
    pub published: Limit,
    /// How the second stands to the first.
    pub standing: PromiseStanding,
}

impl Procedure {
    /// A procedure of which only the name is known.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// Whether `reference` names this procedure, by its code or by its whole name.
    #[must_use]
    pub fn is(&self, reference: &str) -> bool {
        self.code.as_deref() == Some(reference) || self.name == reference
    }

    /// What the procedure is called in messages: its code, or else its name.
    #[must_use]
    pub fn label(&self) -> &str {
        self.code.as_deref().unwrap_or(&self.name)
    }

    /// Whether this version is in force on a date.
    #[must_use]
    pub fn holds_on(&self, date: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= date) && self.to.is_none_or(|to| date <= to)
    }

    /// The one limit of the procedure, ready to be counted.
    ///
    /// # Errors
    ///
    /// [`TimeLimitError`] when nothing published holds one, or several and `case` picks none.
    pub fn limit(&self, case: Option<&str>) -> Result<Limit, TimeLimitError> {
        self.limit_for(case, None)
    }

    /// The limit for a case and a channel: that of the case where it has one of its own, else
    /// that of the channel, else that of the procedure.
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::Procedure;
    /// use motcua::procedure::Case;
    /// use motcua::time_limit::{Channel, Limit};
    ///
    /// let mut procedure = Procedure::new("Cấp giấy phép");
    /// procedure.time_limit_text =
    ///     "Trực tuyến: 5 ngày làm việc | Trực tiếp: 7 ngày làm việc".into();
    /// procedure.cases.push(Case {
    ///     name: "phải xác minh".into(),
    ///     time_limit_text: "10 ngày làm việc".into(),
    /// });
    /// let online = procedure.limit_for(None, Some(Channel::Online))?;
    /// assert_eq!(online, Limit::working_days(5));
    /// let checked = procedure.limit_for(Some("xác minh"), None)?;
    /// assert_eq!(checked, Limit::working_days(10));
    /// # Ok::<(), motcua::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`TimeLimitError`] as [`Procedure::limit`].
    pub fn limit_for(
        &self,
        case: Option<&str>,
        channel: Option<Channel>,
    ) -> Result<Limit, TimeLimitError> {
        self.limit_and_cut_off(case, channel).map(|(limit, _)| limit)
    }

    /// The same with the cut-off hour that its text sets of its own, if any.
    pub(crate) fn limit_and_cut_off(
        &self,
        case: Option<&str>,
        channel: Option<Channel>,
    ) -> Result<(Limit, Option<ClockTime>), TimeLimitError> {
        let name = channel.map(Channel::as_str);
        let told = |text: &str, case: Option<&str>, channel: Option<&str>| {
            let read = TimeLimit::parse(text);
            read.select(case, channel).map(|limit| (limit, read.cut_off()))
        };
        if let Some(wanted) =
            case.filter(|case| !case.is_empty()).map(crate::time_limit::fold::words)
            && let Some(own) = self
                .cases
                .iter()
                .find(|own| crate::time_limit::fold::words(&own.name).contains(&wanted))
        {
            return told(&own.time_limit_text, None, name);
        }
        let way = self.channels.iter().find(|way| Some(way.channel) == channel);
        let own = way.and_then(|way| way.time_limit_text.as_deref());
        match own.filter(|text| !text.trim().is_empty()) {
            Some(text) => told(text, case, None),
            None => told(&self.time_limit_text, case, name),
        }
    }

    /// The limit by law beside the published one; none where the procedure gives no other limit
    /// by law.
    ///
    /// # Errors
    ///
    /// [`TimeLimitError`] when one of the texts holds no single limit.
    pub fn promise(&self, case: Option<&str>) -> Result<Option<Promise>, TimeLimitError> {
        let Some(text) = &self.statutory_limit_text else { return Ok(None) };
        let statutory = TimeLimit::parse(text).select(case, None)?;
        let published = self.limit(case)?;
        let standing = match (published, statutory) {
            (
                Limit::Count { amount: promised, unit, direction },
                Limit::Count { amount: legal, unit: legal_unit, direction: legal_direction },
            ) if unit == legal_unit && direction == legal_direction => match promised.cmp(&legal) {
                core::cmp::Ordering::Less => PromiseStanding::Shorter,
                core::cmp::Ordering::Equal => PromiseStanding::Equal,
                core::cmp::Ordering::Greater => PromiseStanding::Longer,
            },
            (Limit::SameDay, Limit::SameDay) => PromiseStanding::Equal,
            _ => PromiseStanding::NotComparable,
        };
        Ok(Some(Promise { statutory, published, standing }))
    }

    /// Số tiền phải nộp — what an applicant pays on a date, by a channel, in a case.
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::Procedure;
    /// use motcua::calendar::parse_date as day;
    /// use motcua::procedure::{Dong, Fee, FeeKind, FeeQuery, Price, Reduced, Reduction};
    /// use motcua::time_limit::Channel;
    ///
    /// let mut fee = Fee::new(FeeKind::Charge, Price::Dong(Dong::new(50_000)));
    /// fee.reductions.push(Reduction {
    ///     from: day("2023-07-01")?,
    ///     to: day("2023-12-31")?,
    ///     reduced: Reduced::ToPercent(50),
    ///     channels: Vec::new(),
    ///     basis: "TT 44/2023/TT-BTC".into(),
    /// });
    /// let mut procedure = Procedure::new("Cấp giấy phép nhập khẩu");
    /// procedure.fees = Some(vec![fee]);
    /// let then = procedure.bill(FeeQuery::new(day("2023-08-01")?, Channel::Online))?;
    /// assert_eq!(then.dong, Dong::new(25_000));
    /// let later = procedure.bill(FeeQuery::new(day("2024-01-01")?, Channel::Online))?;
    /// assert_eq!(later.dong, Dong::new(50_000));
    /// # Ok::<(), motcua::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ProcedureError`] when nothing is published for the channel and date, or when the fee
    /// depends on a case that is not picked.
    pub fn bill(&self, query: FeeQuery<'_>) -> Result<Bill, ProcedureError> {
        match &self.fees {
            Some(fees) => fee::bill(fees, query),
            None => Err(ProcedureError::FeeUnknown { channel: query.channel }),
        }
    }

    /// Các bước liên thông — the longest way through the steps, against the limit of the whole.
    ///
    /// # Errors
    ///
    /// [`Fault`] when the steps cannot be ordered or take longer than the whole.
    pub fn step_total(&self) -> Result<StepTotal, Fault> {
        step::total(&self.steps, self.limit(None).ok())
    }

    /// What contradicts itself in the procedure, with the field it stands in.
    ///
    /// # Errors
    ///
    /// The first such field and its [`Fault`].
    pub fn check(&self) -> Result<(), (String, Fault)> {
        if self.name.trim().is_empty() {
            return Err(("name".into(), Fault::Empty));
        }
        if let (Some(from), Some(to)) = (self.from, self.to)
            && to < from
        {
            return Err(("to".into(), Fault::EndBeforeStart { from, to }));
        }
        if let Some(decision) = &self.decision
            && let (Some(from), Some(to)) = (decision.signed, decision.entered)
            && to < from
        {
            return Err(("decision.entered".into(), Fault::EndBeforeStart { from, to }));
        }
        for (number, fee) in (1_usize..).zip(self.fees.iter().flatten()) {
            fee.check().map_err(|fault| (alloc::format!("fees.{number}"), fault))?;
        }
        if !self.steps.is_empty() {
            self.step_total().map_err(|fault| ("steps".into(), fault))?;
        }
        Ok(())
    }
}
