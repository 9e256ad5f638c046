//! Nghĩa vụ — every duty with a due time, and the one place that says early, on time or late.

mod column;
mod dated;
mod publication;

pub use column::{Column, ReportPractice};
pub(crate) use dated::Dated;
pub use publication::{
    PublicationDuty, PublicationObligation, PublicationTerm, TermStart, publication,
};

use crate::calendar::{CalendarError, WorkSpan};
use crate::deadline::{DeadlineError, Due};
use crate::regulation::{CountingPolicy, Lapse, Provision, Sector};
use crate::{Calendar, Deadline, Limit, LocalTime};

/// Loại nghĩa vụ — what is owed.
///
/// The article of a duty is that of its date: [`Obligation::basis`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Duty {
    /// Trả kết quả — the result of the procedure.
    Result,
    /// Trả lời hồ sơ trực tuyến — the answer to a dossier handed in online.
    ReceptionAnswer,
    /// Chuyển hồ sơ — the hand-over to those who solve it.
    Transfer,
    /// Thông báo yêu cầu bổ sung hồ sơ — telling the applicant what is missing.
    SupplementNotice,
    /// Trả lời ý kiến — the answer of a consulted agency (NĐ 61/2018 art. 19.5).
    ConsultationAnswer,
    /// Bước xử lý — a step of liên thông.
    Step,
    /// Văn bản xin lỗi — the written apology for a dossier that will be late.
    Apology,
    /// Hẹn lại — keeping the new appointment of a dossier that was put off.
    Reappointment,
    /// Thông báo từ chối — telling a refusal within the term.
    RefusalNotice,
    /// Thông báo nghĩa vụ tài chính — asking the applicant to pay, within the sector's term.
    PaymentNotice,
    /// Nộp phí, lệ phí — the applicant's payment.
    Payment,
    /// Nộp bổ sung — the applicant's supplement.
    Supplement,
    /// Ban hành quyết định công bố — publishing a procedure by a decision (NĐ 63/2010 art. 15).
    PublicationDecision,
    /// Nhập Cơ sở dữ liệu quốc gia — entering a procedure into the national database (NĐ 63/2010
    /// art. 24).
    DatabaseEntry,
    /// Ban hành kế hoạch — issuing a work plan by its deadline.
    PlanIssue,
    /// Thực hiện nội dung kế hoạch — an item of a work plan.
    PlanItem,
    /// Khắc phục — a remedy for what an inspection found.
    Remedy,
    /// Chuyển đổi hệ thống quản lý chất lượng — moving a quality system to the edition in force.
    QualityTransition,
}

impl Duty {
    /// The stable name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Result => "result",
            Self::ReceptionAnswer => "reception_answer",
            Self::Transfer => "transfer",
            Self::SupplementNotice => "supplement_notice",
            Self::ConsultationAnswer => "consultation_answer",
            Self::Step => "step",
            Self::Apology => "apology",
            Self::Reappointment => "reappointment",
            Self::RefusalNotice => "refusal_notice",
            Self::PaymentNotice => "payment_notice",
            Self::Payment => "payment",
            Self::Supplement => "supplement",
            Self::PublicationDecision => "publication_decision",
            Self::DatabaseEntry => "database_entry",
            Self::PlanIssue => "plan_issue",
            Self::PlanItem => "plan_item",
            Self::Remedy => "remedy",
            Self::QualityTransition => "quality_transition",
        }
    }

    /// The duty in Vietnamese.
    #[must_use]
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Result => "trả kết quả",
            Self::ReceptionAnswer => "trả lời hồ sơ trực tuyến",
            Self::Transfer => "chuyển hồ sơ",
            Self::SupplementNotice => "thông báo yêu cầu bổ sung hồ sơ",
            Self::ConsultationAnswer => "trả lời ý kiến",
            Self::Step => "bước xử lý",
            Self::Apology => "văn bản xin lỗi",
            Self::Reappointment => "trả kết quả theo ngày hẹn lại",
            Self::RefusalNotice => "thông báo từ chối",
            Self::PaymentNotice => "thông báo nghĩa vụ tài chính",
            Self::Payment => "nộp phí, lệ phí",
            Self::Supplement => "nộp bổ sung",
            Self::PublicationDecision => "ban hành quyết định công bố",
            Self::DatabaseEntry => "nhập vào Cơ sở dữ liệu quốc gia về thủ tục hành chính",
            Self::PlanIssue => "ban hành kế hoạch",
            Self::PlanItem => "việc trong kế hoạch",
            Self::Remedy => "khắc phục",
            Self::QualityTransition => "chuyển đổi hệ thống quản lý chất lượng",
        }
    }

    /// Whether the applicant owes it, not an office.
    #[must_use]
    pub const fn is_applicants(self) -> bool {
        matches!(self, Self::Payment | Self::Supplement)
    }
}

/// Cách xét trễ hạn — what is compared to tell late from on time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Practice {
    /// Theo ngày — the dates, as the reports of the one-stop do: finished on the due date is on
    /// time, before it early, after it late.
    #[default]
    ByDate,
    /// Theo thời điểm — the instants: finished after the due instant is late, even that day.
    ByInstant,
}

impl Practice {
    /// Whether the time of a duty is over at an instant.
    pub(crate) fn is_over(self, due: &Due, at: LocalTime) -> bool {
        match self {
            Self::ByDate => at.date() > due.date,
            Self::ByInstant => at > due.at,
        }
    }
}

/// Tình trạng — where a duty stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum State {
    /// Trong hạn — open, with time left.
    InTime,
    /// Sắp đến hạn — open, with little time left.
    DueSoon,
    /// Quá hạn — open, and its time is over.
    Overdue,
    /// Trước hạn — done before its date.
    Early,
    /// Đúng hạn — done on its date.
    OnTime,
    /// Trễ hạn — done too late.
    Late,
    /// Đang chờ — open, waiting for the applicant or suspended; not late by that.
    Waiting,
    /// Từ chối tiếp nhận — ended: it was not accepted.
    NotAccepted,
    /// Đã rút — ended: withdrawn by the applicant.
    Withdrawn,
    /// Dừng giải quyết — ended: stopped for good.
    Stopped,
}

impl State {
    /// The stable name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::InTime => "in_time",
            Self::DueSoon => "due_soon",
            Self::Overdue => "overdue",
            Self::Early => "early",
            Self::OnTime => "on_time",
            Self::Late => "late",
            Self::Waiting => "waiting",
            Self::NotAccepted => "not_accepted",
            Self::Withdrawn => "withdrawn",
            Self::Stopped => "stopped",
        }
    }

    /// The state in Vietnamese.
    #[must_use]
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::InTime => "trong hạn",
            Self::DueSoon => "sắp đến hạn",
            Self::Overdue => "quá hạn",
            Self::Early => "trước hạn",
            Self::OnTime => "đúng hạn",
            Self::Late => "trễ hạn",
            Self::Waiting => "đang chờ",
            Self::NotAccepted => "không được tiếp nhận",
            Self::Withdrawn => "đã rút hồ sơ",
            Self::Stopped => "đã dừng giải quyết",
        }
    }

    /// Whether the duty is done.
    #[must_use]
    pub const fn is_done(self) -> bool {
        matches!(self, Self::Early | Self::OnTime | Self::Late)
    }

    /// Whether the duty is or was not done in its time.
    #[must_use]
    pub const fn is_late(self) -> bool {
        matches!(self, Self::Overdue | Self::Late)
    }
}

/// Tình trạng kèm thời gian — where a duty stands and by how much.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Standing {
    /// Where it stands.
    pub state: State,
    /// Office time: what is left of an open duty, by how much a done one was early, by how much
    /// an overdue or late one is over. Zero for one done on its date.
    pub span: WorkSpan,
}

/// Cách đánh giá — how standings are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct StandingPolicy {
    /// What is compared.
    pub practice: Practice,
    /// Working minutes before the due time from which an open duty is due soon; none for never.
    pub soon: Option<u32>,
    /// Which promise of a dossier that was put off is taken.
    pub promise: Promise,
    /// In which column of a report those stand that wait or ended without a result.
    pub report: ReportPractice,
}

/// Mốc hẹn — which promise of a dossier that was put off its standing is told against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Promise {
    /// Hẹn lại — the last one: the one-stop changes the date in its system, and the reports go
    /// by it.
    #[default]
    Last,
    /// Hẹn lần đầu — the first one, as the applicant was told it, with the time of
    /// interruptions left out.
    First,
}

impl Default for StandingPolicy {
    /// By date, due soon in the last eight working hours, against the last promise, and reported
    /// as the one-stop systems do.
    fn default() -> Self {
        Self {
            practice: Practice::ByDate,
            soon: Some(480),
            promise: Promise::Last,
            report: ReportPractice::OneStop,
        }
    }
}

/// Tells where a duty stands at an instant.
///
/// A duty done after `as_of` is still open then. By date an open duty is overdue from the day
/// after its date on; by instant, as soon as the due instant has gone by.
///
/// # Examples
///
/// ```
/// use motcua::deadline::due;
/// use motcua::obligation::{StandingPolicy, State, standing};
/// use motcua::regulation::CountingPolicy;
/// use motcua::time_limit::Limit;
/// use motcua::Calendar;
///
/// let calendar = Calendar::vietnam()?;
/// let received = "2026-08-19T09:00".parse()?;
/// let due = due(&calendar, &CountingPolicy::one_stop(), received, Limit::working_days(10))?;
/// let policy = StandingPolicy::default();
/// let now = standing(&calendar, policy, &due, None, "2026-09-03T10:00".parse()?)?;
/// assert_eq!(now.state, State::InTime);
/// assert_eq!((now.span.days, now.span.hours, now.span.minutes), (1, 5, 30));
/// # Ok::<(), motcua::Error>(())
/// ```
///
/// # Errors
///
/// [`CalendarError::OutOfRange`] for instants outside the calendar.
pub fn standing(
    calendar: &Calendar,
    policy: StandingPolicy,
    due: &Due,
    done: Option<LocalTime>,
    as_of: LocalTime,
) -> Result<Standing, CalendarError> {
    let over = |at: LocalTime| policy.practice.is_over(due, at);
    let done = done.filter(|done| *done <= as_of);
    let at = done.unwrap_or(as_of);
    let (state, span) = match done {
        Some(_) if over(at) => (State::Late, calendar.work_span(due.at, at)?),
        Some(_) if at.date() < due.date => (State::Early, calendar.work_span(at, due.at)?),
        Some(_) => (State::OnTime, WorkSpan::default()),
        None if over(at) => (State::Overdue, calendar.work_span(due.at, at)?),
        None => {
            let left = calendar.count_working_minutes(at, due.at)?;
            let soon = policy.soon.is_some_and(|soon| i64::from(left) <= i64::from(soon));
            let state = if soon { State::DueSoon } else { State::InTime };
            (state, calendar.work_span(at, due.at)?)
        }
    };
    Ok(Standing { state, span })
}

/// Nghĩa vụ — a duty with its bearer, its due time and its fulfilment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Obligation<'a> {
    /// What is owed.
    pub duty: Duty,
    /// Who owes it; empty when the log does not tell.
    pub bearer: &'a str,
    /// What it is about where there can be several: the step or the consulted agency.
    pub subject: &'a str,
    /// The instant the term was counted from, or the event it was counted back from.
    pub from: LocalTime,
    /// The limit that was counted; none for a time set by hand.
    pub limit: Option<Limit>,
    /// By when.
    pub due: Due,
    /// When it was done, if it was.
    pub done: Option<LocalTime>,
    /// Since when it is owed no more although it was not done.
    pub over: Option<LocalTime>,
    /// Whether it is owed only if the result will be late.
    pub conditional: bool,
    /// What it rests on.
    pub basis: Option<&'static Provision>,
    /// The law of the sector it rests on, where that sets it.
    pub sector: Option<&'static Sector>,
    /// What follows when the applicant does not do it in time, where the sector says.
    pub lapse: Option<Lapse>,
}

impl<'a> Obligation<'a> {
    /// A duty with nothing said but what, who and by when.
    pub(crate) const fn new(duty: Duty, bearer: &'a str, from: LocalTime, due: Due) -> Self {
        Self {
            duty,
            bearer,
            subject: "",
            from,
            limit: None,
            due,
            done: None,
            over: None,
            conditional: false,
            basis: None,
            sector: None,
            lapse: None,
        }
    }

    /// Where the duty stands at an instant; one that is owed no more stands as it did then.
    ///
    /// # Errors
    ///
    /// As [`standing`].
    pub fn standing(
        &self,
        calendar: &Calendar,
        policy: StandingPolicy,
        as_of: LocalTime,
    ) -> Result<Standing, CalendarError> {
        let as_of = self.over.map_or(as_of, |over| over.min(as_of));
        standing(calendar, policy, &self.due, self.done, as_of)
    }

    /// The due time with its trace; none where it was set by hand.
    ///
    /// # Errors
    ///
    /// As [`Deadline::new`].
    pub fn deadline(
        &self,
        calendar: &Calendar,
        policy: &CountingPolicy,
    ) -> Result<Option<Deadline>, DeadlineError> {
        self.limit.map(|limit| Deadline::new(calendar, policy, self.from, limit)).transpose()
    }
}
