use chrono::{Datelike, NaiveDate};

use super::Ratio;

/// Số liệu một ngày — what came in, fell due and was solved on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct DayTally {
    /// Tiếp nhận trực tuyến — received online.
    pub online: u32,
    /// Tiếp nhận trực tiếp hoặc bưu chính — received at the counter or by post.
    pub direct_or_post: u32,
    /// Đến hạn — the promises that fall on the day, kept or not; after the period those of the
    /// dossiers it leaves open as well.
    pub due: u32,
    /// Trước hạn — solved before the due date.
    pub early: u32,
    /// Đúng hạn — solved on the due date.
    pub on_time: u32,
    /// Quá hạn — solved late.
    pub late: u32,
}

impl DayTally {
    /// Received in all.
    #[must_use]
    pub const fn received(&self) -> u32 {
        self.online.saturating_add(self.direct_or_post)
    }

    /// Solved in all.
    #[must_use]
    pub const fn solved(&self) -> u32 {
        self.early.saturating_add(self.on_time).saturating_add(self.late)
    }

    /// Tỷ lệ đúng hạn — solved early or on time, of all solved.
    #[must_use]
    pub const fn on_time_ratio(&self) -> Ratio {
        Ratio::new(self.early.saturating_add(self.on_time), self.solved())
    }

    /// The numbers of two tallies added up.
    #[must_use]
    pub const fn plus(&self, other: &Self) -> Self {
        Self {
            online: self.online.saturating_add(other.online),
            direct_or_post: self.direct_or_post.saturating_add(other.direct_or_post),
            due: self.due.saturating_add(other.due),
            early: self.early.saturating_add(other.early),
            on_time: self.on_time.saturating_add(other.on_time),
            late: self.late.saturating_add(other.late),
        }
    }
}

/// Số liệu một tháng — the same for those days of a month that lie in the period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MonthTally {
    /// The year.
    pub year: i32,
    /// The month, from 1.
    pub month: u32,
    /// Its numbers.
    pub tally: DayTally,
}

impl MonthTally {
    /// The month of a day, with nothing in it.
    pub(super) fn of(date: NaiveDate) -> Self {
        Self { year: date.year(), month: date.month(), tally: DayTally::default() }
    }

    /// The month after.
    pub(super) fn next(&self) -> Self {
        let (year, month) = match self.month {
            12 => (self.year.saturating_add(1), 1),
            month => (self.year, month.saturating_add(1)),
        };
        Self { year, month, tally: DayTally::default() }
    }

    /// Whether the month begins by a day.
    pub(super) fn begins_by(&self, date: NaiveDate) -> bool {
        (self.year, self.month) <= (date.year(), date.month())
    }

    /// Whether a day is of the month.
    pub(super) fn holds(&self, date: NaiveDate) -> bool {
        (date.year(), date.month()) == (self.year, self.month)
    }
}
