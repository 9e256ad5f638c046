use super::Ratio;

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
