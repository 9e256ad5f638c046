use alloc::vec::Vec;

use super::{NationalStatus, Outcome};
use crate::calendar::CalendarError;
use crate::deadline::Due;
use crate::obligation::{self, Column, Obligation, Promise, Standing, StandingPolicy, State};
use crate::regulation::{Effect, Ground, Interruption, Provision, Rule, provision};
use crate::{Calendar, LocalTime};

/// Loại đoạn — what the time between two events is for the term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SegmentKind {
    /// Chờ tiếp nhận — handed in, not yet received.
    Reception,
    /// Chưa tính — received, but the term has not begun: on its way to the competent agency, or
    /// unpaid where the term runs from the payment.
    NotStarted,
    /// Đang tính — the term runs.
    Running,
    /// Gián đoạn — waiting for the applicant, or suspended.
    Interrupted {
        /// Why.
        by: Interruption,
        /// What that does to the term.
        effect: Effect,
    },
}

impl SegmentKind {
    /// The stable name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Reception => "reception",
            Self::NotStarted => "not_started",
            Self::Running => "running",
            Self::Interrupted { by: Interruption::Suspension, .. } => "paused",
            Self::Interrupted { .. } => "waiting",
        }
    }

    /// Whether it keeps the term from running.
    #[must_use]
    pub fn interrupts(self) -> bool {
        matches!(self, Self::Interrupted { effect, .. } if effect != Effect::Runs)
    }
}

/// Đoạn thời gian — a stretch of a dossier's life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Segment {
    /// What it is.
    pub kind: SegmentKind,
    /// When it began.
    pub from: LocalTime,
    /// When it ended; none while it goes on.
    pub to: Option<LocalTime>,
    /// The event that began it, by its number in the log from 1.
    pub event: u32,
}

/// Lý do — why a due date was set or changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Cause {
    /// The term began.
    Received,
    /// The time of an interruption was left out.
    Paused,
    /// The term began anew after an interruption.
    Restarted,
    /// The office put the appointment off, with an apology.
    Reappointed,
}

impl Cause {
    /// The stable name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Paused => "paused",
            Self::Restarted => "restarted",
            Self::Reappointed => "reappointed",
        }
    }
}

/// Lần hẹn — a due date as it stood from an instant on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Revision {
    /// From when it stood.
    pub at: LocalTime,
    /// Why.
    pub cause: Cause,
    /// The due date.
    pub due: Due,
    /// The event that set it, by its number in the log from 1.
    pub event: u32,
}

/// Vi phạm, nhắc nhở — a rule of procedure that was not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Breach {
    /// The rule.
    pub rule: Rule,
    /// Whether it is only a warning.
    pub warning: bool,
    /// The event at fault, by its number in the log from 1.
    pub event: u32,
    /// The provision, if one is known.
    pub basis: Option<&'static Provision>,
}

/// Thời gian đã qua — where the office time of a dossier went, in seconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Elapsed {
    /// The office's own time.
    pub used: i64,
    /// Waiting for the applicant.
    pub waiting: i64,
    /// Suspended.
    pub paused: i64,
}

/// Tóm tắt — the instants of a dossier that its slip and the lists show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Summary {
    /// When it was received, full and correct.
    pub received: LocalTime,
    /// When its result is due.
    pub due: Due,
    /// When its result was ready.
    pub finished: Option<LocalTime>,
    /// When the result was handed over.
    pub returned: Option<LocalTime>,
}

/// Diễn biến hồ sơ — what the log of a dossier means, folded once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Timeline {
    /// When it was handed in, where the log tells.
    pub submitted: Option<LocalTime>,
    /// When it was received, full and correct.
    pub received: Option<LocalTime>,
    /// When its result was ready.
    pub finished: Option<LocalTime>,
    /// How it was decided.
    pub outcome: Option<Outcome>,
    /// When the result was handed over.
    pub returned: Option<LocalTime>,
    /// When and how it ended without a result.
    pub ended: Option<(LocalTime, State)>,
    /// The stretches of its life, in order, without gaps.
    pub segments: Vec<Segment>,
    /// The due date and what became of it, in order.
    pub history: Vec<Revision>,
    /// The due dates of the first promise after it was put off, as interruptions have moved it.
    pub(super) first: Vec<Revision>,
    /// Rules of procedure that were not kept.
    pub breaches: Vec<Breach>,
    /// What the due dates lean on.
    pub grounds: Vec<Ground>,
    /// The statuses of the national portal, each from an instant on.
    pub(super) statuses: Vec<(LocalTime, NationalStatus)>,
}

impl Timeline {
    /// Empties it and keeps its memory.
    pub(super) fn clear(&mut self) {
        self.submitted = None;
        self.received = None;
        self.finished = None;
        self.outcome = None;
        self.returned = None;
        self.ended = None;
        self.segments.clear();
        self.history.clear();
        self.first.clear();
        self.breaches.clear();
        self.grounds.clear();
        self.statuses.clear();
    }

    /// The due date in force at an instant; none before the term began.
    #[must_use]
    pub fn due(&self, as_of: LocalTime) -> Option<&Due> {
        self.history.iter().rev().find(|revision| revision.at <= as_of).map(|r| &r.due)
    }

    /// The due date in force at an instant by a promise.
    #[must_use]
    pub fn promised(&self, promise: Promise, as_of: LocalTime) -> Option<&Due> {
        let first = |revision: &&Revision| revision.cause != Cause::Reappointed;
        match promise {
            Promise::Last => self.due(as_of),
            Promise::First => {
                let before = self.history.iter().take_while(first);
                let moved = before.chain(&self.first).filter(|revision| revision.at <= as_of);
                moved.last().map(|revision| &revision.due)
            }
        }
    }

    /// The dossier in short, as it stands at an instant; none before its term began.
    #[must_use]
    pub fn summary(&self, as_of: LocalTime) -> Option<Summary> {
        let by = |at: Option<LocalTime>| at.filter(|at| *at <= as_of);
        Some(Summary {
            received: by(self.received)?,
            due: *self.due(as_of)?,
            finished: by(self.finished),
            returned: by(self.returned),
        })
    }

    /// The stretch of its life at an instant.
    #[must_use]
    pub fn segment(&self, as_of: LocalTime) -> Option<&Segment> {
        let begun = self.segments.iter().rev().find(|segment| segment.from <= as_of);
        begun.filter(|segment| segment.to.is_none_or(|to| as_of < to))
    }

    /// The status of the national portal at an instant; none before the first event.
    #[must_use]
    pub fn status(&self, as_of: LocalTime) -> Option<NationalStatus> {
        self.statuses.iter().rev().find(|(at, _)| *at <= as_of).map(|(_, status)| *status)
    }

    /// Whether everything the due dates lean on was read in a text.
    #[must_use]
    pub fn is_verified(&self) -> bool {
        self.grounds.iter().all(Ground::verified)
    }

    /// Where the office time between the beginning of the term and an instant went.
    ///
    /// # Errors
    ///
    /// [`CalendarError::OutOfRange`] for instants outside the calendar.
    pub fn elapsed(&self, calendar: &Calendar, as_of: LocalTime) -> Result<Elapsed, CalendarError> {
        let mut elapsed = Elapsed::default();
        for segment in self.segments.iter().filter(|segment| segment.from < as_of) {
            let to = segment.to.map_or(as_of, |to| to.min(as_of));
            let column = match segment.kind {
                SegmentKind::Reception | SegmentKind::NotStarted => continue,
                SegmentKind::Running => &mut elapsed.used,
                SegmentKind::Interrupted { by: Interruption::Suspension, .. } => {
                    &mut elapsed.paused
                }
                SegmentKind::Interrupted { .. } => &mut elapsed.waiting,
            };
            let seconds = calendar.count_working_seconds(segment.from, to)?;
            *column = column.saturating_add(seconds);
        }
        Ok(elapsed)
    }

    /// Whether the one-stop rules changed between the beginning of the term and its end, an
    /// instant or the due date of a dossier that is open then.
    ///
    /// Each event is judged by the rule in force when it happened. No rule was read that says how
    /// dossiers under way pass from one regime to the next, so such an answer is not verified.
    #[must_use]
    pub fn spans_regimes(&self, as_of: LocalTime) -> bool {
        let Some(first) = self.received.filter(|at| *at <= as_of) else { return false };
        let over = self.finished.or(self.ended.map(|(at, _)| at)).filter(|at| *at <= as_of);
        let due = || self.due(as_of).map_or(first.date(), |due| due.date);
        let last = over.map_or_else(|| due().max(as_of.date()), LocalTime::date);
        provision(Rule::ClockStart, first.date()) != provision(Rule::ClockStart, last)
    }

    /// Since when the interruption has lasted in which an instant lies, if it lies in one; one
    /// that lets the term run does not count.
    pub(crate) fn interrupted_since(&self, as_of: LocalTime) -> Option<LocalTime> {
        self.segment(as_of)?;
        let begun = self.segments.iter().rev().skip_while(|segment| segment.from > as_of);
        let interrupted = |segment: &&Segment| segment.kind.interrupts();
        begun.take_while(interrupted).last().map(|segment| segment.from)
    }

    /// Until when the term of a dossier that ended without a result ran: its end, or the beginning
    /// of the interruption it ended in.
    pub(crate) fn ran_until(&self, end: LocalTime) -> LocalTime {
        let before = self.segments.iter().rev().skip_while(|segment| segment.from >= end);
        let interrupted = |segment: &&Segment| segment.kind.interrupts();
        before.take_while(interrupted).last().map_or(end, |segment| segment.from)
    }

    /// The interruptions that keep the term from running, in order.
    pub(super) fn interruptions(&self) -> impl Iterator<Item = (LocalTime, Option<LocalTime>)> {
        let interruptions = self.segments.iter().filter(|segment| segment.kind.interrupts());
        interruptions.map(|segment| (segment.from, segment.to))
    }

    /// Office seconds of interruptions between two instants, those left out that let the term
    /// run.
    pub(super) fn excused(
        &self,
        calendar: &Calendar,
        from: LocalTime,
        to: LocalTime,
    ) -> Result<i64, CalendarError> {
        let mut seconds = 0_i64;
        for segment in self.segments.iter().filter(|segment| segment.kind.interrupts()) {
            let begun = segment.from.max(from);
            let ended = segment.to.map_or(to, |ended| ended.min(to));
            if begun < ended {
                let more = calendar.count_working_seconds(begun, ended)?;
                seconds = seconds.saturating_add(more);
            }
        }
        Ok(seconds)
    }

    /// Where a duty stands that is open while the dossier waits, unless it was overdue before.
    pub(super) fn waiting(
        &self,
        calendar: &Calendar,
        policy: StandingPolicy,
        duty: &Obligation<'_>,
        as_of: LocalTime,
    ) -> Result<Option<Standing>, CalendarError> {
        let open = duty.done.is_none() && duty.over.is_none();
        let Some(since) = self.interrupted_since(as_of).filter(|_| open) else { return Ok(None) };
        let since = since.max(duty.from);
        let before = obligation::standing(calendar, policy, &duty.due, None, since)?;
        let waits = before.state != State::Overdue;
        Ok(waits.then_some(Standing { state: State::Waiting, span: before.span }))
    }

    /// Where the dossier stands at an instant; none before its term began.
    ///
    /// A dossier that waits for the applicant or is suspended inside its term is
    /// [`State::Waiting`], with the time that is left; the time of interruptions after the due
    /// date is not part of how late it is. An interruption that lets the term run
    /// ([`Effect::Runs`]) excuses nothing. One that was finished though its term never began is on
    /// time: there was no promise to break.
    ///
    /// # Errors
    ///
    /// [`CalendarError::OutOfRange`] for instants outside the calendar.
    pub fn standing(
        &self,
        calendar: &Calendar,
        policy: StandingPolicy,
        as_of: LocalTime,
    ) -> Result<Option<Standing>, CalendarError> {
        if let Some((_, state)) = self.ended.filter(|(at, _)| *at <= as_of) {
            return Ok(Some(Standing { state, span: Default::default() }));
        }
        let done = self.finished.filter(|at| *at <= as_of);
        let Some(due) = self.promised(policy.promise, as_of) else {
            let kept = Standing { state: State::OnTime, span: Default::default() };
            return Ok(done.map(|_| kept));
        };
        if let Some(since) = self.interrupted_since(as_of).filter(|_| done.is_none()) {
            let before = obligation::standing(calendar, policy, due, None, since)?;
            if before.state != State::Overdue {
                return Ok(Some(Standing { state: State::Waiting, span: before.span }));
            }
        }
        let mut standing = obligation::standing(calendar, policy, due, done, as_of)?;
        if standing.state.is_late() {
            let until = done.unwrap_or(as_of);
            let excused = self.excused(calendar, due.at, until)?;
            let from = calendar.add_working_seconds(due.at, excused)?;
            standing.span = calendar.work_span(from, until)?;
        }
        Ok(Some(standing))
    }

    /// Cột báo cáo — the column of a report it stands in at an instant; none for one that was not
    /// received by then.
    ///
    /// A dossier whose term has not begun is open and in time.
    ///
    /// # Errors
    ///
    /// As [`Timeline::standing`].
    pub fn column(
        &self,
        calendar: &Calendar,
        policy: StandingPolicy,
        as_of: LocalTime,
    ) -> Result<Option<Column>, CalendarError> {
        if self.received.is_none_or(|at| at > as_of) {
            return Ok(None);
        }
        let standing = self.standing(calendar, policy, as_of)?;
        Ok(policy.report.column(standing.map_or(State::InTime, |standing| standing.state)))
    }
}
