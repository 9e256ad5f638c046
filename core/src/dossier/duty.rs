//! The duties a log gives rise to.

use alloc::vec::Vec;
use core::ops::{Bound, RangeBounds};

use super::timeline::{Cause, Revision};
use super::{Dossier, EventKind, Outcome, Stage, Timeline};
use crate::deadline::{self, DeadlineError, Due};
use crate::obligation::{Duty, Obligation, StandingPolicy};
use crate::regulation::{
    CountingPolicy, CutOff, CutOffMoves, Lapse, Provision, Rule, Sector, provision,
};
use crate::time_limit::{Channel, Limit};
use crate::{Calendar, LocalTime};

/// Người nộp hồ sơ — the bearer of what the applicant owes.
pub const APPLICANT: &str = "người nộp hồ sơ";

/// A promise as it was given, and for how long it stood.
struct GivenPromise {
    due: Due,
    /// When it was made or last moved.
    moved: LocalTime,
    /// From when on a letter can be for it. One of the instant at which the promise before was put
    /// off is for that one.
    since: Bound<LocalTime>,
    /// When it was put off.
    put_off: Option<LocalTime>,
}

/// What the duties of one dossier are computed from.
struct Duties<'a> {
    dossier: &'a Dossier,
    timeline: &'a Timeline,
    calendar: &'a Calendar,
    policy: &'a CountingPolicy,
    standing: StandingPolicy,
    as_of: LocalTime,
    list: Vec<Obligation<'a>>,
}

impl Dossier {
    /// Các nghĩa vụ — every duty the log has given rise to by an instant, the result first.
    ///
    /// The hand-over is listed only for logs that tell of one or plan steps, a supplement notice
    /// only where a supplement was asked for, the notice of a payment only where the law of the
    /// dossier's sector sets its term. The written apology is conditional while the result can
    /// still be in time, and one that was sent although it was in time stays so. What the applicant
    /// owes is there where the request or the sector says by when; its bearer is [`APPLICANT`].
    /// `standing` tells which promise the result is owed by, and when it is late, so that an
    /// apology is owed.
    ///
    /// # Errors
    ///
    /// [`DeadlineError`] when a duty's term leaves the calendar.
    pub fn obligations<'a>(
        &'a self,
        calendar: &'a Calendar,
        policy: &'a CountingPolicy,
        timeline: &'a Timeline,
        standing: StandingPolicy,
        as_of: LocalTime,
    ) -> Result<Vec<Obligation<'a>>, DeadlineError> {
        let list = Vec::new();
        let mut duties =
            Duties { dossier: self, timeline, calendar, policy, standing, as_of, list };
        duties.result();
        duties.apologies()?;
        duties.reappointment();
        duties.refusal();
        duties.reception()?;
        duties.transfer()?;
        duties.supplement_notices()?;
        duties.payment_notice()?;
        duties.applicant()?;
        duties.consultations();
        duties.steps()?;
        Ok(duties.list)
    }
}

impl<'a> Duties<'a> {
    /// The events of the log by the instant it is looked at.
    fn events(&self) -> impl Iterator<Item = (LocalTime, &'a EventKind)> + use<'a> {
        let as_of = self.as_of;
        let events = self.dossier.events.iter().take_while(move |event| event.at <= as_of);
        events.map(|event| (event.at, &event.kind))
    }

    fn by(&self, done: Option<LocalTime>) -> Option<LocalTime> {
        done.filter(|at| *at <= self.as_of)
    }

    /// A duty of the office with the term of a provision.
    fn of_law(
        &mut self,
        duty: Duty,
        law: &'static Provision,
        from: LocalTime,
        done: Option<LocalTime>,
    ) -> Result<(), DeadlineError> {
        let Some(limit) = law.term() else { return Ok(()) };
        let due = deadline::due(self.calendar, self.policy, from, limit)?;
        let Some((done, over)) = self.unless_over(&due, done) else { return Ok(()) };
        self.list.push(Obligation {
            limit: Some(limit),
            done,
            over,
            basis: Some(law),
            ..Obligation::new(duty, &self.dossier.agency, from, due)
        });
        Ok(())
    }

    fn result(&mut self) {
        let Some(due) = self.timeline.promised(self.standing.promise, self.as_of) else { return };
        let received = self.timeline.history.first();
        let changed = received.is_none_or(|revision| revision.due != *due);
        self.list.push(Obligation {
            limit: (!changed).then_some(self.dossier.limit),
            done: self.by(self.timeline.finished),
            over: self.by(self.timeline.ended.map(|(at, _)| at)),
            basis: provision(Rule::ClockStart, due.start.date()),
            ..Obligation::new(Duty::Result, &self.dossier.agency, due.start, *due)
        });
    }

    /// A duty whose due time is that of the result.
    fn with_result(&mut self, duty: Duty, rule: Rule, from: LocalTime, due: Due) {
        self.list.push(Obligation {
            done: self.by(self.timeline.finished),
            over: self.by(self.timeline.ended.map(|(at, _)| at)),
            basis: provision(rule, from.date()),
            ..Obligation::new(duty, &self.dossier.agency, from, due)
        });
    }

    /// The last new appointment; those before it were put off in their turn.
    fn reappointment(&mut self) {
        let known = self.timeline.history.iter().rev().filter(|r| r.at <= self.as_of);
        let Some(put_off) = known.clone().find(|r| r.cause == Cause::Reappointed) else { return };
        let Some(last) = known.clone().next() else { return };
        self.with_result(Duty::Reappointment, Rule::Reappointment, put_off.at, last.due);
    }

    fn refusal(&mut self) {
        let refused = self.timeline.outcome == Some(Outcome::Refused);
        let Some(at) = self.by(self.timeline.finished).filter(|_| refused) else { return };
        if let Some(due) = self.timeline.promised(self.standing.promise, at).copied() {
            self.with_result(Duty::RefusalNotice, Rule::Refusal, at, due);
        }
    }

    /// When the dossier was over, if it is.
    fn over(&self) -> Option<LocalTime> {
        self.by(self.timeline.finished.or(self.timeline.ended.map(|(at, _)| at)))
    }

    /// When a duty towards the dossier was done, or since when it is owed no more; none where the
    /// dossier was over while there was still time.
    fn unless_over(
        &self,
        due: &Due,
        done: Option<LocalTime>,
    ) -> Option<(Option<LocalTime>, Option<LocalTime>)> {
        match (self.by(done), self.over()) {
            (None, Some(over)) if over <= due.at => None,
            (None, over) => Some((None, over)),
            (done, _) => Some((done, None)),
        }
    }

    /// As [`Self::unless_over`] for what another office has in hand: with the dossier it is done.
    fn within(&self, due: &Due, done: Option<LocalTime>) -> Option<Option<LocalTime>> {
        let (done, over) = self.unless_over(due, done)?;
        Some(done.or(over))
    }

    /// One apology for each promise that was broken or may still be.
    fn apologies(&mut self) -> Result<(), DeadlineError> {
        let promises = self.promises();
        let ended = self.timeline.ended.filter(|(at, _)| *at <= self.as_of);
        let finished = self.by(self.timeline.finished);
        for GivenPromise { due, moved, since, put_off } in promises {
            let said = self.apologised(since, put_off);
            let sent = put_off.into_iter().chain(said).min();
            let until = match (finished, ended) {
                (Some(at), _) => at,
                (None, Some((at, _))) => self.timeline.ran_until(at),
                // Of an open dossier waiting for the applicant is left out.
                (None, None) => self.timeline.interrupted_since(self.as_of).unwrap_or(self.as_of),
            };
            let over = self.standing.practice.is_over(&due, until);
            let settled = finished.is_some() || ended.is_some();
            if sent.is_none() && settled && !over {
                continue;
            }
            let date = due.date;
            let Some(law) = provision(Rule::Apology, date) else { continue };
            let Some(limit) = law.term() else { continue };
            let before = deadline::due(self.calendar, self.policy, due.at, limit)?;
            // Of a promise for the same day it cannot be sent the day before it was made.
            let in_time = before.at > moved;
            let by = if in_time { before } else { due };
            self.list.push(Obligation {
                limit: in_time.then_some(limit),
                done: sent,
                // A letter sent for a promise that is kept was owed by no rule.
                conditional: !over,
                basis: Some(law),
                ..Obligation::new(Duty::Apology, &self.dossier.agency, due.at, by)
            });
        }
        Ok(())
    }

    /// The promises that were given by the instant it is looked at, in order.
    fn promises(&self) -> Vec<GivenPromise> {
        let mut promises: Vec<GivenPromise> = Vec::new();
        let known = self.timeline.history.iter();
        for &Revision { at, cause, due, .. } in known.take_while(|r| r.at <= self.as_of) {
            match promises.last_mut() {
                Some(last) if cause == Cause::Reappointed => {
                    last.put_off = Some(at);
                    let since = Bound::Excluded(at);
                    promises.push(GivenPromise { due, moved: at, since, put_off: None });
                }
                Some(last) => {
                    (last.due, last.moved) = (due, at);
                    if cause == Cause::Restarted {
                        last.since = Bound::Included(at);
                    }
                }
                None => {
                    let since = Bound::Included(at);
                    promises.push(GivenPromise { due, moved: at, since, put_off: None });
                }
            }
        }
        promises
    }

    /// The first apology without a new date for a promise.
    fn apologised(&self, since: Bound<LocalTime>, until: Option<LocalTime>) -> Option<LocalTime> {
        let until = until.map_or(Bound::Unbounded, Bound::Included);
        let inside = |at: &LocalTime| (since, until).contains(at);
        let apologies = self.events().filter_map(|(at, kind)| match kind {
            EventKind::Apologised { .. } => Some(at),
            _ => None,
        });
        apologies.filter(inside).min()
    }

    /// The answer to a dossier handed in online, again after each supplement.
    fn reception(&mut self) -> Result<(), DeadlineError> {
        if self.dossier.channel != Channel::Online {
            return Ok(());
        }
        let mut asked: Option<LocalTime> = None;
        let mut received = false;
        let mut spans: Vec<(LocalTime, Option<LocalTime>)> = Vec::new();
        for (at, kind) in self.events() {
            received |= matches!(kind, EventKind::Received { .. });
            match kind {
                EventKind::Submitted => asked = Some(at),
                // By the order of the log: a supplement can be brought and received at one instant.
                EventKind::SupplementReceived if !received => asked = Some(at),
                EventKind::Received { .. }
                | EventKind::ReceptionRefused
                | EventKind::Withdrawn
                | EventKind::SupplementRequested { stage: Stage::Reception, .. } => {
                    spans.extend(asked.take().map(|from| (from, Some(at))));
                }
                _ => {}
            }
        }
        spans.extend(asked.map(|from| (from, None)));
        for (from, done) in spans {
            if let Some(law) = provision(Rule::ReceptionAnswer, from.date()) {
                self.of_law(Duty::ReceptionAnswer, law, from, done)?;
            }
        }
        Ok(())
    }

    /// The hand-over: the same working day, or the beginning of the next one after the hour.
    fn transfer(&mut self) -> Result<(), DeadlineError> {
        let handed = self.events().find(|(_, kind)| {
            matches!(kind, EventKind::Transferred { .. } | EventKind::StepStarted { .. })
        });
        let received = self.events().find_map(|(at, kind)| match kind {
            EventKind::Received { elsewhere: false } | EventKind::AgencyReceived => Some(at),
            _ => None,
        });
        let Some(from) = received.filter(|_| handed.is_some() || !self.dossier.steps.is_empty())
        else {
            return Ok(());
        };
        let Some(law) = provision(Rule::Transfer, from.date()) else { return Ok(()) };
        let cut_off = law.clock().map(|at| CutOff { at, moves: CutOffMoves::SameDayResult });
        let policy = CountingPolicy { cut_off, ..CountingPolicy::one_stop() };
        let mut due = deadline::due(self.calendar, &policy, from, Limit::SameDay)?;
        if due.date != from.date()
            && let Some(opening) = self.calendar.open_of(due.date)?
        {
            due.at = opening;
        }
        let Some((done, over)) = self.unless_over(&due, handed.map(|(at, _)| at)) else {
            return Ok(());
        };
        self.list.push(Obligation {
            done,
            over,
            basis: Some(law),
            ..Obligation::new(Duty::Transfer, &self.dossier.agency, from, due)
        });
        Ok(())
    }

    /// Telling what is missing, from the receipt or from the supplement before.
    fn supplement_notices(&mut self) -> Result<(), DeadlineError> {
        let mut since: Option<LocalTime> = None;
        let mut notices: Vec<(LocalTime, LocalTime)> = Vec::new();
        for (at, kind) in self.events() {
            match kind {
                EventKind::Received { elsewhere: false }
                | EventKind::AgencyReceived
                | EventKind::SupplementReceived => since = Some(at),
                EventKind::SupplementRequested { stage: Stage::Examination, .. } => {
                    notices.extend(since.map(|since| (since, at)));
                }
                _ => {}
            }
        }
        for (from, at) in notices {
            if let Some(law) = provision(Rule::SupplementNotice, from.date()) {
                self.of_law(Duty::SupplementNotice, law, from, Some(at))?;
            }
        }
        Ok(())
    }

    /// Asking for the payment, where the law of the sector says by when.
    ///
    /// Whether anything is to be paid the log tells only by the request: of a dossier that was
    /// over without one, none was owed.
    fn payment_notice(&mut self) -> Result<(), DeadlineError> {
        let received = self.events().find_map(|(at, kind)| match kind {
            EventKind::Received { elsewhere: false } | EventKind::AgencyReceived => Some(at),
            _ => None,
        });
        let Some(from) = received else { return Ok(()) };
        let Some(sector) = self.sector(from) else { return Ok(()) };
        let Some(limit) = sector.payment_notice else { return Ok(()) };
        let asked = self.events().find_map(|(at, kind)| match kind {
            EventKind::PaymentRequested { .. } | EventKind::PaymentMade => Some(at),
            _ => None,
        });
        if asked.is_none() && self.over().is_some() {
            return Ok(());
        }
        let due = deadline::due(self.calendar, self.policy, from, limit)?;
        self.list.push(Obligation {
            limit: Some(limit),
            done: asked,
            sector: Some(sector),
            ..Obligation::new(Duty::PaymentNotice, &self.dossier.agency, from, due)
        });
        Ok(())
    }

    fn sector(&self, at: LocalTime) -> Option<&'static Sector> {
        self.dossier.handling.sector.filter(|sector| sector.holds_on(at.date()))
    }

    /// What the applicant was asked for: by the time the request sets, else by the sector's term.
    fn applicant(&mut self) -> Result<(), DeadlineError> {
        let mut open: [Option<Obligation<'a>>; 2] = [None; 2];
        let [supplement, payment] = &mut open;
        for (at, kind) in self.events() {
            match kind {
                EventKind::SupplementRequested { stage, by } => {
                    let of_stage = self.sector(at).filter(|_| *stage == Stage::Examination);
                    let term = of_stage.map(|s| (s, s.supplement_term, s.supplement_lapse));
                    *supplement = self.asked(Duty::Supplement, at, *by, term)?;
                }
                EventKind::PaymentRequested { by } => {
                    let term = self.sector(at).map(|s| (s, s.payment_term, s.payment_lapse));
                    *payment = self.asked(Duty::Payment, at, *by, term)?;
                }
                EventKind::SupplementReceived => {
                    let done = supplement.take().map(|o| Obligation { done: Some(at), ..o });
                    self.list.extend(done);
                }
                EventKind::PaymentMade => {
                    let done = payment.take().map(|o| Obligation { done: Some(at), ..o });
                    self.list.extend(done);
                }
                _ => {}
            }
        }
        for open in open.into_iter().flatten() {
            if let Some((_, over)) = self.unless_over(&open.due, None) {
                self.list.push(Obligation { over, ..open });
            }
        }
        Ok(())
    }

    /// What the applicant is asked for at an instant; none where nothing says by when.
    fn asked(
        &self,
        duty: Duty,
        at: LocalTime,
        by: Option<LocalTime>,
        term: Option<(&'static Sector, Option<Limit>, Option<Lapse>)>,
    ) -> Result<Option<Obligation<'a>>, DeadlineError> {
        let lapse = term.and_then(|(_, _, lapse)| lapse);
        if let Some(by) = by {
            let due = deadline::appointed(self.calendar, by, at);
            return Ok(Some(Obligation { lapse, ..Obligation::new(duty, APPLICANT, at, due) }));
        }
        let Some((sector, Some(limit), _)) = term else { return Ok(None) };
        let due = deadline::due(self.calendar, self.policy, at, limit)?;
        let sector = Some(sector);
        let limit = Some(limit);
        Ok(Some(Obligation { limit, sector, lapse, ..Obligation::new(duty, APPLICANT, at, due) }))
    }

    fn consultations(&mut self) {
        let dossier = self.dossier;
        for (event, number) in self.dossier.events.iter().zip(1_usize..) {
            let EventKind::ConsultationAsked { agency, by: Some(by) } = &event.kind else {
                continue;
            };
            if event.at > self.as_of {
                break;
            }
            let later = dossier.events.iter().skip(number);
            let answered = later.into_iter().find(
                |e| matches!(&e.kind, EventKind::ConsultationAnswered { agency: a } if a == agency),
            );
            let due = deadline::appointed(self.calendar, *by, event.at);
            let Some(done) = self.within(&due, answered.map(|e| e.at)) else { continue };
            self.list.push(Obligation {
                subject: agency,
                done,
                ..Obligation::new(Duty::ConsultationAnswer, agency, event.at, due)
            });
        }
    }

    fn steps(&mut self) -> Result<(), DeadlineError> {
        let (calendar, policy) = (self.calendar, self.policy);
        for run in self.dossier.step_runs(calendar, policy, self.timeline, self.as_of)? {
            let Some(done) = self.within(&run.due, run.finished) else { continue };
            self.list.push(Obligation {
                subject: &run.plan.name,
                done,
                ..Obligation::new(Duty::Step, &run.plan.agency, run.started, run.due)
            });
        }
        Ok(())
    }
}
