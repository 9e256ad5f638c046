//! Nghĩa vụ — every duty with a due time, and the one place that says early, on time or late.

use crate::calendar::{CalendarError, WorkSpan};
use crate::deadline::Due;
use crate::{Calendar, LocalTime};

/// Loại nghĩa vụ — what is owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Duty {
    /// Trả kết quả — the result of the procedure.
    Result,
}

impl Duty {
    /// The stable name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Result => "result",
        }
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

/// Tình trạng — where a duty stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Where it stands.
    pub state: State,
    /// Office time: what is left of an open duty, by how much a done one was early, by how much
    /// an overdue or late one is over. Zero for one done on its date.
    pub span: WorkSpan,
}

/// Cách đánh giá — how standings are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct StandingPolicy {
    /// What is compared.
    pub practice: Practice,
    /// Working minutes before the due time from which an open duty is due soon; none for never.
    pub soon: Option<u32>,
}

impl Default for StandingPolicy {
    /// By date, and due soon in the last eight working hours.
    fn default() -> Self {
        Self { practice: Practice::ByDate, soon: Some(480) }
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
    let over = |at: LocalTime| match policy.practice {
        Practice::ByDate => at.date() > due.date,
        Practice::ByInstant => at > due.at,
    };
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

/// Nghĩa vụ — a duty with its due time and its fulfilment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Obligation {
    /// What is owed.
    pub duty: Duty,
    /// By when.
    pub due: Due,
    /// When it was done, if it was.
    pub done: Option<LocalTime>,
}

impl Obligation {
    /// Where the duty stands at an instant.
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
        standing(calendar, policy, &self.due, self.done, as_of)
    }
}
