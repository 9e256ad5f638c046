//! The duties a log gives rise to.

use alloc::vec::Vec;

use super::timeline::Cause;
use super::{Dossier, EventKind, Stage, Timeline};
use crate::deadline::{self, DeadlineError, Due};
use crate::obligation::{Duty, Obligation};
use crate::regulation::{CountingPolicy, CutOff, CutOffMoves, Provision, Rule, provision};
use crate::time_limit::{Channel, Limit};
use crate::{Calendar, LocalTime};

/// What the duties of one dossier are computed from.
struct Duties<'a> {
    dossier: &'a Dossier,
    timeline: &'a Timeline,
    calendar: &'a Calendar,
    policy: &'a CountingPolicy,
    as_of: LocalTime,
    list: Vec<Obligation<'a>>,
}

impl Dossier {
    /// Các nghĩa vụ — every duty the log has given rise to by an instant, the result first.
    ///
    /// The hand-over is listed only for logs that tell of one or plan steps, a supplement notice
    /// only where a supplement was asked for. The written apology is conditional while the result
    /// can still be in time.
    ///
    /// # Errors
    ///
    /// [`DeadlineError`] when a duty's term leaves the calendar.
    pub fn obligations<'a>(
        &'a self,
        calendar: &'a Calendar,
        policy: &'a CountingPolicy,
        timeline: &'a Timeline,
        as_of: LocalTime,
    ) -> Result<Vec<Obligation<'a>>, DeadlineError> {
        let list = Vec::new();
        let mut duties = Duties { dossier: self, timeline, calendar, policy, as_of, list };
        duties.result();
        duties.apologies()?;
        duties.reception()?;
        duties.transfer()?;
        duties.supplement_notices()?;
        duties.consultations();
        duties.steps()?;
        Ok(duties.list)
    }
}

impl<'a> Duties<'a> {
    /// The events of the log by the instant it is looked at.
    fn events(&self) -> impl Iterator<Item = (LocalTime, &'a EventKind)> {
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
        self.list.push(Obligation {
            duty,
            bearer: &self.dossier.agency,
            subject: "",
            from,
            limit: Some(limit),
            due: deadline::due(self.calendar, self.policy, from, limit)?,
            done: self.by(done),
            conditional: false,
            basis: Some(law),
        });
        Ok(())
    }

    fn result(&mut self) {
        let Some(due) = self.timeline.due(self.as_of) else { return };
        let changed = self
            .timeline
            .history
            .iter()
            .any(|revision| revision.at <= self.as_of && revision.cause != Cause::Received);
        self.list.push(Obligation {
            duty: Duty::Result,
            bearer: &self.dossier.agency,
            subject: "",
            from: due.start,
            limit: (!changed).then_some(self.dossier.limit),
            due: *due,
            done: self.by(self.timeline.finished),
            conditional: false,
            basis: provision(Rule::ClockStart, due.start.date()),
        });
    }

    /// One apology for each promise that was broken or may still be.
    fn apologies(&mut self) -> Result<(), DeadlineError> {
        let mut promises: Vec<(Due, Option<LocalTime>)> = Vec::new();
        for revision in &self.timeline.history {
            if revision.at > self.as_of {
                break;
            }
            match promises.last_mut() {
                Some((_, put_off)) if revision.cause == Cause::Reappointed => {
                    *put_off = Some(revision.at);
                    promises.push((revision.due, None));
                }
                Some((due, _)) => *due = revision.due,
                None => promises.push((revision.due, None)),
            }
        }
        let ended = self.timeline.ended.filter(|(at, _)| *at <= self.as_of);
        let finished = self.by(self.timeline.finished);
        let mut since = None;
        for (due, put_off) in promises {
            let said = self.apologised(since, put_off);
            let sent = put_off.into_iter().chain(said).min();
            since = put_off;
            let over = match (finished, ended) {
                (Some(at), _) => at.date() > due.date,
                (None, Some((at, _))) => at.date() > due.date,
                (None, None) => self.overdue(&due),
            };
            let settled = finished.is_some() || ended.is_some();
            if sent.is_none() && settled && !over {
                continue;
            }
            let date = due.date;
            let Some(law) = provision(Rule::Apology, date) else { continue };
            let Some(limit) = law.term() else { continue };
            let by = deadline::due(self.calendar, self.policy, due.at, limit)?;
            self.list.push(Obligation {
                duty: Duty::Apology,
                bearer: &self.dossier.agency,
                subject: "",
                from: due.at,
                limit: Some(limit),
                due: by,
                done: sent,
                conditional: sent.is_none() && !over,
                basis: Some(law),
            });
        }
        Ok(())
    }

    /// The first apology without a new date between two appointments.
    fn apologised(&self, since: Option<LocalTime>, until: Option<LocalTime>) -> Option<LocalTime> {
        let inside = |at: &LocalTime| {
            since.is_none_or(|since| since <= *at) && until.is_none_or(|until| *at <= until)
        };
        let apologies = self.events().filter_map(|(at, kind)| match kind {
            EventKind::Apologised { .. } => Some(at),
            _ => None,
        });
        apologies.filter(inside).min()
    }

    /// Whether an open dossier is over its date, waiting for the applicant left out.
    fn overdue(&self, due: &Due) -> bool {
        let at = self.timeline.interrupted_since(self.as_of).unwrap_or(self.as_of);
        at.date() > due.date
    }

    /// The answer to a dossier handed in online, again after each supplement.
    fn reception(&mut self) -> Result<(), DeadlineError> {
        if self.dossier.channel != Channel::Online {
            return Ok(());
        }
        let mut asked: Option<LocalTime> = None;
        let mut spans: Vec<(LocalTime, Option<LocalTime>)> = Vec::new();
        for (at, kind) in self.events() {
            match kind {
                EventKind::Submitted => asked = Some(at),
                EventKind::SupplementReceived if self.timeline.received.is_none_or(|r| at < r) => {
                    asked = Some(at);
                }
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
        self.list.push(Obligation {
            duty: Duty::Transfer,
            bearer: &self.dossier.agency,
            subject: "",
            from,
            limit: None,
            due,
            done: handed.map(|(at, _)| at),
            conditional: false,
            basis: Some(law),
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

    fn consultations(&mut self) {
        let asked: Vec<(LocalTime, &'a str, LocalTime)> = self
            .events()
            .filter_map(|(at, kind)| match kind {
                EventKind::ConsultationAsked { agency, by: Some(by) } => {
                    Some((at, agency.as_str(), *by))
                }
                _ => None,
            })
            .collect();
        for (from, agency, by) in asked {
            let answered = self.events().find(|(at, kind)| {
                *at >= from
                    && matches!(kind, EventKind::ConsultationAnswered { agency: a } if a == agency)
            });
            self.list.push(Obligation {
                duty: Duty::ConsultationAnswer,
                bearer: agency,
                subject: agency,
                from,
                limit: None,
                due: deadline::appointed(self.calendar, by, from),
                done: answered.map(|(at, _)| at),
                conditional: false,
                basis: None,
            });
        }
    }

    fn steps(&mut self) -> Result<(), DeadlineError> {
        for run in self.dossier.step_runs(self.calendar, self.policy, self.timeline)? {
            if run.started > self.as_of {
                continue;
            }
            self.list.push(Obligation {
                duty: Duty::Step,
                bearer: &run.plan.agency,
                subject: &run.plan.name,
                from: run.started,
                limit: None,
                due: run.due,
                done: self.by(run.finished),
                conditional: false,
                basis: None,
            });
        }
        Ok(())
    }
}
