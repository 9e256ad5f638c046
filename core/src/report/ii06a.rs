use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::string::String;

use chrono::NaiveDate;

use super::{Ratio, ReportError};
use crate::dossier::Timeline;
use crate::obligation::{StandingPolicy, State};
use crate::time_limit::Channel;
use crate::{Calendar, ClockTime, LocalTime};

/// Kỳ báo cáo — the days a report is about, both ends in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    from: NaiveDate,
    to: NaiveDate,
}

impl Period {
    /// A period.
    ///
    /// # Errors
    ///
    /// [`ReportError::EndBeforeStart`].
    pub fn new(from: NaiveDate, to: NaiveDate) -> Result<Self, ReportError> {
        if to < from {
            Err(ReportError::EndBeforeStart { from, to })
        } else {
            Ok(Self { from, to })
        }
    }

    /// Its first day.
    #[must_use]
    pub const fn from(self) -> NaiveDate {
        self.from
    }

    /// Its last day.
    #[must_use]
    pub const fn to(self) -> NaiveDate {
        self.to
    }

    /// The last instant of the period; an event at 00:00 of the next day is after it.
    fn end(self) -> LocalTime {
        let midnight = LocalTime::at(self.to, ClockTime::MIDNIGHT);
        midnight.plus_seconds(-1).unwrap_or(midnight)
    }
}

/// Các cột của biểu II.06a — the columns of form II.06a/VPCP/KSTT (TT 01/2020/TT-VPCP).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
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
        } else if self.received != self.solved.saturating_add(self.pending) {
            Some("received = solved + pending")
        } else {
            None
        }
    }
}

/// Biểu II.06a — what an office received, solved and has open over a period, by field.
///
/// # Examples
///
/// ```
/// use motcua::calendar::parse_date as day;
/// use motcua::dossier::{Dossier, Event};
/// use motcua::obligation::StandingPolicy;
/// use motcua::regulation::CountingPolicy;
/// use motcua::report::{Period, Report};
/// use motcua::time_limit::{Channel, Limit};
/// use motcua::Calendar;
///
/// let calendar = Calendar::vietnam()?;
/// let dossier = Dossier::new("HS-1", Limit::working_days(10), Channel::Online)
///     .event(Event::received("2026-08-19T09:00".parse()?))
///     .event(Event::finished("2026-09-03T15:10".parse()?));
/// let timeline = dossier.evaluate(&calendar, &CountingPolicy::one_stop())?;
/// let mut report =
///     Report::new(Period::new(day("2026-07-01")?, day("2026-09-30")?)?, StandingPolicy::default());
/// report.add(&calendar, "Bưu chính", dossier.channel, &timeline)?;
/// let totals = report.totals()?;
/// assert_eq!((totals.received, totals.early), (1, 1));
/// assert_eq!(totals.on_time_ratio().percent_text().as_deref(), Some("100,00 %"));
/// # Ok::<(), motcua::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    period: Period,
    policy: StandingPolicy,
    rows: BTreeMap<String, Tally>,
}

impl Report {
    /// An empty report.
    #[must_use]
    pub const fn new(period: Period, policy: StandingPolicy) -> Self {
        Self { period, policy, rows: BTreeMap::new() }
    }

    /// The period.
    #[must_use]
    pub const fn period(&self) -> Period {
        self.period
    }

    /// Lĩnh vực — the fields in the order of their names, each with its columns.
    pub fn rows(&self) -> impl Iterator<Item = (&str, &Tally)> {
        self.rows.iter().map(|(field, tally)| (field.as_str(), tally))
    }

    /// Counts a dossier in; one received after the period, solved before it or never received
    /// adds nothing.
    ///
    /// By the practice of the one-stop systems a dossier that waits for the applicant is counted
    /// as open and in time, a withdrawn one as solved on time, a stopped one as open and in time.
    ///
    /// # Errors
    ///
    /// [`ReportError::Calendar`] when the period lies outside the calendar.
    pub fn add(
        &mut self,
        calendar: &Calendar,
        field: &str,
        channel: Channel,
        timeline: &Timeline,
    ) -> Result<(), ReportError> {
        let (Period { from, to }, end) = (self.period, self.period.end());
        let Some(received) = timeline.received.filter(|at| at.date() <= to) else {
            return Ok(());
        };
        let withdrawn = timeline.ended.filter(|(_, state)| *state == State::Withdrawn);
        let solved = timeline.finished.or(withdrawn.map(|(at, _)| at));
        if solved.is_some_and(|at| at.date() < from) {
            return Ok(());
        }
        let standing = timeline.standing(calendar, self.policy, end)?;
        // Received, but its term has not begun: it is open, and nothing is late.
        let state = standing.map_or(State::InTime, |standing| standing.state);
        let tally = self.rows.entry(field.to_owned()).or_default();
        let add = |column: &mut u32| *column = column.saturating_add(1);
        add(&mut tally.received);
        add(match channel {
            _ if received.date() < from => &mut tally.carried_over,
            Channel::Online => &mut tally.online,
            Channel::InPerson | Channel::Post => &mut tally.direct_or_post,
        });
        let (sum, column) = match state {
            State::Early => (&mut tally.solved, &mut tally.early),
            State::OnTime | State::Withdrawn => (&mut tally.solved, &mut tally.on_time),
            State::Late => (&mut tally.solved, &mut tally.late),
            State::InTime
            | State::DueSoon
            | State::Waiting
            | State::Stopped
            | State::NotAccepted => (&mut tally.pending, &mut tally.in_time),
            State::Overdue => (&mut tally.pending, &mut tally.overdue),
        };
        add(sum);
        add(column);
        Ok(())
    }

    /// The totals, after checking the sums of every row.
    ///
    /// # Errors
    ///
    /// [`ReportError::BrokenSum`] with the row and the sum.
    pub fn totals(&self) -> Result<Tally, ReportError> {
        let mut totals = Tally::default();
        for (field, tally) in &self.rows {
            if let Some(identity) = tally.broken_sum() {
                return Err(ReportError::BrokenSum { field: field.clone(), identity });
            }
            totals = totals.plus(tally);
        }
        Ok(totals)
    }
}
