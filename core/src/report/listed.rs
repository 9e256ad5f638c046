use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::deadline::DeadlineError;
use crate::dossier::{Dossier, Timeline};
use crate::obligation::{Duty, Standing, StandingPolicy};
use crate::regulation::CountingPolicy;
use crate::{Calendar, LocalTime};

/// Khâu gây trễ — the step of liên thông that bears the largest part of a delay.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct LateCause {
    /// Its name.
    pub step: String,
    /// The agency that bears it.
    pub agency: String,
}

/// Tình trạng xin lỗi — whether the written apology for a late dossier was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum ApologyStatus {
    /// Không phải xin lỗi — none is owed.
    NotOwed,
    /// Đã xin lỗi đúng hạn — sent in its time.
    InTime,
    /// Đã xin lỗi, quá hạn — sent after its time.
    TooLate,
    /// Chưa xin lỗi — owed and not sent.
    Missing,
}

impl ApologyStatus {
    /// The stable name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotOwed => "not_owed",
            Self::InTime => "in_time",
            Self::TooLate => "too_late",
            Self::Missing => "missing",
        }
    }

    /// The status in Vietnamese.
    #[must_use]
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::NotOwed => "không phải xin lỗi",
            Self::InTime => "đã xin lỗi đúng hạn",
            Self::TooLate => "đã xin lỗi nhưng chậm",
            Self::Missing => "chưa xin lỗi",
        }
    }

    /// The status in English.
    #[must_use]
    pub const fn english(self) -> &'static str {
        match self {
            Self::NotOwed => "none owed",
            Self::InTime => "sent in time",
            Self::TooLate => "sent too late",
            Self::Missing => "not sent",
        }
    }

    /// That of a dossier; of several promises that were broken, the worst.
    fn of(
        calendar: &Calendar,
        counting: &CountingPolicy,
        dossier: &Dossier,
        timeline: &Timeline,
        policy: StandingPolicy,
        as_of: LocalTime,
    ) -> Result<Self, DeadlineError> {
        let duties = dossier.obligations(calendar, counting, timeline, policy, as_of)?;
        let owed = duties.iter().filter(|it| it.duty == Duty::Apology && !it.conditional);
        let mut worst = Self::NotOwed;
        for it in owed {
            let status = match it.done {
                None => Self::Missing,
                Some(_) if it.standing(calendar, policy, as_of)?.state.is_late() => Self::TooLate,
                Some(_) => Self::InTime,
            };
            worst = worst.max(status);
        }
        Ok(worst)
    }
}

/// Hồ sơ trong danh sách — a dossier that is late, was solved late or is due soon.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct ListedDossier {
    /// Hạn trả — when its result is or was due.
    pub due: LocalTime,
    /// The due date.
    pub due_date: NaiveDate,
    /// Mã hồ sơ — its code.
    pub code: String,
    /// Thủ tục — its procedure, by code or name.
    pub procedure: String,
    /// Lĩnh vực — the field.
    pub field: String,
    /// Cơ quan giải quyết — the agency.
    pub agency: String,
    /// Người xử lý — the officer.
    pub officer: String,
    /// When it was received.
    pub received: LocalTime,
    /// When its result was ready.
    pub finished: Option<LocalTime>,
    /// Where it stands, and by how many days and hours of the office.
    pub standing: Standing,
    /// The step that bears the largest part of the delay, where the log tells of steps.
    pub cause: Option<LateCause>,
    /// Whether the written apology was sent.
    pub apology: ApologyStatus,
}

/// What a dossier is listed from.
pub(super) struct Listing<'a> {
    pub(super) calendar: &'a Calendar,
    pub(super) counting: &'a CountingPolicy,
    pub(super) dossier: &'a Dossier,
    pub(super) timeline: &'a Timeline,
    pub(super) policy: StandingPolicy,
    pub(super) as_of: LocalTime,
}

impl Listing<'_> {
    /// The dossier as lists show it; none where nothing is due.
    pub(super) fn entry(
        &self,
        received: LocalTime,
        standing: Standing,
    ) -> Result<Option<ListedDossier>, DeadlineError> {
        let Self { calendar, counting, dossier, timeline, policy, as_of } = *self;
        let Some(due) = timeline.promised(policy.promise, as_of) else { return Ok(None) };
        let late = standing.state.is_late();
        Ok(Some(ListedDossier {
            due: due.at,
            due_date: due.date,
            code: dossier.code.clone(),
            procedure: dossier.procedure.clone(),
            field: dossier.field.clone(),
            agency: dossier.agency.clone(),
            officer: dossier.officer.clone(),
            received,
            finished: timeline.finished.filter(|at| *at <= as_of),
            standing,
            cause: if late { self.cause()? } else { None },
            apology: ApologyStatus::of(calendar, counting, dossier, timeline, policy, as_of)?,
        }))
    }

    fn cause(&self) -> Result<Option<LateCause>, DeadlineError> {
        let Self { calendar, counting, dossier, timeline, policy, as_of } = *self;
        if dossier.steps.is_empty() {
            return Ok(None);
        }
        let blames = dossier.blame(calendar, counting, timeline, policy.promise, as_of)?;
        let worst = blames.iter().max_by_key(|blame| blame.seconds).and_then(|blame| blame.plan);
        Ok(worst.map(|plan| LateCause { step: plan.name.clone(), agency: plan.agency.clone() }))
    }
}

/// Danh sách — dossiers in no order; equal when they are the same ones.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(transparent))]
pub(super) struct List(pub(super) Vec<ListedDossier>);

impl List {
    /// The dossiers in the order of their due times.
    pub(super) fn sorted(&self) -> Vec<&ListedDossier> {
        let mut sorted: Vec<&ListedDossier> = self.0.iter().collect();
        sorted.sort_unstable();
        sorted
    }
}

impl PartialEq for List {
    fn eq(&self, other: &Self) -> bool {
        self.0.len() == other.0.len() && self.sorted() == other.sorted()
    }
}

impl Eq for List {}
