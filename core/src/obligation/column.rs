//! Cột báo cáo — where offices differ in what they call on time, and the one place that tells it.

use super::State;

/// Cột báo cáo — the column of a report on settled and open dossiers that one stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Column {
    /// Đã giải quyết, trước hạn — settled before the due date.
    Early,
    /// Đã giải quyết, đúng hạn — settled on time.
    OnTime,
    /// Đã giải quyết, quá hạn — settled late.
    Late,
    /// Đang giải quyết, trong hạn — open, in time.
    InTime,
    /// Đang giải quyết, quá hạn — open, overdue.
    Overdue,
    /// Kết thúc không có kết quả — ended without a result and told apart: neither settled nor
    /// open.
    Ended,
}

impl Column {
    /// The stable name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Early => "early",
            Self::OnTime => "on_time",
            Self::Late => "late",
            Self::InTime => "in_time",
            Self::Overdue => "overdue",
            Self::Ended => "ended",
        }
    }

    /// Whether it is one of the columns "đã giải quyết".
    #[must_use]
    pub const fn is_settled(self) -> bool {
        matches!(self, Self::Early | Self::OnTime | Self::Late)
    }

    /// Whether it is one of the columns "đang giải quyết".
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::InTime | Self::Overdue)
    }
}

/// Cách tính vào báo cáo — in which column those dossiers stand that wait or ended without a
/// result.
///
/// | state | `one_stop` | `lenient` | `strict` |
/// |---|---|---|---|
/// | waiting for the applicant or a payment, suspended | open, in time | settled, on time | open, in time |
/// | withdrawn by the applicant | settled, on time | settled, on time | ended |
/// | stopped for good | open, in time | settled, on time | ended |
///
/// No article was read that settles it: the first two are what offices do, the third counts only
/// results. One that was not accepted stands in no column, and all others stand where their state
/// says, by each of the three.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum ReportPractice {
    /// Thông lệ một cửa — the default, as the reports of the provincial one-stop systems do:
    /// statuses 5, 6 and 8 are open in time, withdrawn ones on time.
    #[default]
    OneStop,
    /// Tính rộng — as practitioners note: "đúng hạn" takes in those that wait for a supplement
    /// and those that were given back or withdrawn.
    Lenient,
    /// Tính chặt — only a result is settled; what ended without one is told apart.
    Strict,
}

impl ReportPractice {
    /// The stable name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OneStop => "one_stop",
            Self::Lenient => "lenient",
            Self::Strict => "strict",
        }
    }

    /// The column of a state; none for what was not accepted.
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::obligation::{Column, ReportPractice, State};
    ///
    /// assert_eq!(ReportPractice::OneStop.column(State::Withdrawn), Some(Column::OnTime));
    /// assert_eq!(ReportPractice::Lenient.column(State::Waiting), Some(Column::OnTime));
    /// assert_eq!(ReportPractice::Strict.column(State::Withdrawn), Some(Column::Ended));
    /// ```
    #[must_use]
    pub const fn column(self, state: State) -> Option<Column> {
        Some(match (state, self) {
            (State::Early, _) => Column::Early,
            (State::OnTime, _)
            | (State::Waiting | State::Stopped, Self::Lenient)
            | (State::Withdrawn, Self::OneStop | Self::Lenient) => Column::OnTime,
            (State::Late, _) => Column::Late,
            (State::InTime | State::DueSoon, _)
            | (State::Waiting, Self::OneStop | Self::Strict)
            | (State::Stopped, Self::OneStop) => Column::InTime,
            (State::Overdue, _) => Column::Overdue,
            (State::Withdrawn | State::Stopped, Self::Strict) => Column::Ended,
            (State::NotAccepted, _) => return None,
        })
    }
}
