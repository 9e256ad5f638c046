use chrono::NaiveDate;

use super::Ratio;
use crate::LocalTime;
use crate::obligation::{Column, ReportPractice, State};

/// Hồ sơ đã xét — what form II.06a asks of a dossier, as it stands at the moment of judging.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Where it stands; none where its term has not begun.
    pub state: Option<State>,
    /// When it was received; none where it was not by then.
    pub received: Option<LocalTime>,
    /// When it was over, with a result or without one; none where it was not by then.
    pub over: Option<LocalTime>,
    /// Whether it was filed online.
    pub online: bool,
}

impl Judged {
    /// The column of the form it stands in, and whether it was carried over into a period from
    /// its first day on; none for one that adds nothing, as it was never received or over before.
    ///
    /// One whose term has not begun is open, and nothing is late.
    pub(super) fn column(
        &self,
        from: NaiveDate,
        practice: ReportPractice,
    ) -> Option<(Column, bool)> {
        let received = self.received?.date();
        let column = practice.column(self.state.unwrap_or(State::InTime))?;
        let over = self.over.filter(|_| !column.is_open()).map(LocalTime::date);
        match over {
            Some(date) if date < from => None,
            _ => Some((column, received < from)),
        }
    }
}

/// Các cột của biểu II.06a — the columns of form II.06a/VPCP/KSTT (TT 01/2020/TT-VPCP).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct Tally {
    /// Tiếp nhận, tổng số — received in all, those carried over with them.
    pub received: u32,
    /// Trong kỳ, trực tuyến — received in the period online.
    pub online: u32,
    /// Trong kỳ, trực tiếp hoặc bưu chính — received in the period at the counter or by post.
    pub direct_or_post: u32,
    /// Từ kỳ trước — carried over from before the period.
    pub carried_over: u32,
    /// Đã giải quyết, tổng số — solved in the period.
    pub solved: u32,
    /// Trước hạn — solved before the due date.
    pub early: u32,
    /// Đúng hạn — solved on the due date.
    pub on_time: u32,
    /// Quá hạn — solved late.
    pub late: u32,
    /// Đang giải quyết, tổng số — open at the end of the period.
    pub pending: u32,
    /// Trong hạn — open, in time.
    pub in_time: u32,
    /// Quá hạn — open, overdue.
    pub overdue: u32,
    /// Kết thúc không có kết quả — withdrawn or stopped, where the practice tells these apart
    /// ([`crate::obligation::ReportPractice::Strict`]); no column of the form.
    #[cfg_attr(feature = "serde", serde(default))]
    pub ended: u32,
}

impl Tally {
    /// Tỷ lệ đúng hạn — solved early or on time, of all solved.
    #[must_use]
    pub const fn on_time_ratio(&self) -> Ratio {
        Ratio::new(self.early.saturating_add(self.on_time), self.solved)
    }

    /// Tỷ lệ trực tuyến — received online, of all received in the period.
    #[must_use]
    pub const fn online_ratio(&self) -> Ratio {
        Ratio::new(self.online, self.online.saturating_add(self.direct_or_post))
    }

    /// Counts a dossier in, for a period from its first day to the moment of judging; one that was
    /// never received or over before the period adds nothing.
    ///
    /// This is how [`Report`](super::Report) counts. Tallies over parts add up
    /// ([`plus`](Self::plus)) to the tally over the whole.
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::calendar::parse_date as day;
    /// use motcua::obligation::{ReportPractice, State};
    /// use motcua::report::{Judged, Tally};
    ///
    /// let judged = Judged {
    ///     state: Some(State::Early),
    ///     received: Some("2026-08-19T09:00".parse()?),
    ///     over: Some("2026-09-03T15:10".parse()?),
    ///     online: true,
    /// };
    /// let mut tally = Tally::default();
    /// tally.count(day("2026-07-01")?, ReportPractice::OneStop, &judged);
    /// assert_eq!((tally.received, tally.online, tally.early), (1, 1, 1));
    /// # Ok::<(), motcua::Error>(())
    /// ```
    pub fn count(&mut self, from: NaiveDate, practice: ReportPractice, judged: &Judged) {
        if let Some((column, carried_over)) = judged.column(from, practice) {
            self.add(column, carried_over, judged.online);
        }
    }

    /// Counts a dossier into its columns.
    pub(super) fn add(&mut self, column: Column, carried_over: bool, online: bool) {
        count(&mut self.received);
        count(match (carried_over, online) {
            (true, _) => &mut self.carried_over,
            (false, true) => &mut self.online,
            (false, false) => &mut self.direct_or_post,
        });
        if column.is_settled() {
            count(&mut self.solved);
        } else if column.is_open() {
            count(&mut self.pending);
        }
        count(match column {
            Column::Early => &mut self.early,
            Column::OnTime => &mut self.on_time,
            Column::Late => &mut self.late,
            Column::InTime => &mut self.in_time,
            Column::Overdue => &mut self.overdue,
            Column::Ended => &mut self.ended,
        });
    }

    /// The columns of two tallies added up.
    #[must_use]
    pub const fn plus(&self, other: &Self) -> Self {
        Self {
            received: self.received.saturating_add(other.received),
            online: self.online.saturating_add(other.online),
            direct_or_post: self.direct_or_post.saturating_add(other.direct_or_post),
            carried_over: self.carried_over.saturating_add(other.carried_over),
            solved: self.solved.saturating_add(other.solved),
            early: self.early.saturating_add(other.early),
            on_time: self.on_time.saturating_add(other.on_time),
            late: self.late.saturating_add(other.late),
            pending: self.pending.saturating_add(other.pending),
            in_time: self.in_time.saturating_add(other.in_time),
            overdue: self.overdue.saturating_add(other.overdue),
            ended: self.ended.saturating_add(other.ended),
        }
    }

    /// The first of the form's sums that does not agree, if any.
    #[must_use]
    pub const fn broken_sum(&self) -> Option<&'static str> {
        let came =
            self.online.saturating_add(self.direct_or_post).saturating_add(self.carried_over);
        let solved = self.early.saturating_add(self.on_time).saturating_add(self.late);
        if self.received != came {
            Some("received = online + direct or post + carried over")
        } else if self.solved != solved {
            Some("solved = early + on time + late")
        } else if self.pending != self.in_time.saturating_add(self.overdue) {
            Some("pending = in time + overdue")
        } else if self.received
            != self.solved.saturating_add(self.pending).saturating_add(self.ended)
        {
            Some("received = solved + pending + ended")
        } else {
            None
        }
    }
}

pub(super) fn count(column: &mut u32) {
    *column = column.saturating_add(1);
}
