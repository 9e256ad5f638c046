//! The one fold over the log of a dossier.

use alloc::collections::BTreeSet;

use super::timeline::{Breach, Cause, Revision, Segment, SegmentKind, Timeline};
use super::{Dossier, DossierError, EventKind, MAX_EVENTS, MAX_STEPS, NationalStatus, Stage};
use crate::deadline::{self, DeadlineError, Due};
use crate::obligation::State;
use crate::regulation::{CountingPolicy, Effect, Ground, Interruption, Rule, provision};
use crate::{Calendar, LocalTime};

/// An interruption that goes on.
#[derive(Clone, Copy)]
struct Open {
    by: Interruption,
    effect: Effect,
    from: LocalTime,
}

/// A promise with the part of the interruptions that keeps its term from running.
#[derive(Clone, Copy)]
struct Term {
    /// Its due date, with the nominal end of a last day that moved because it is off.
    due: Due,
    held: Option<Held>,
}

/// The part of the interruptions that keeps the term from running.
#[derive(Clone, Copy)]
struct Held {
    from: LocalTime,
    /// Whether what the applicant brought meanwhile makes the term start anew.
    restarts: bool,
    /// Whether the term was over when it began; then it moves nothing.
    expired: bool,
}

pub(super) struct Fold<'a> {
    dossier: &'a Dossier,
    calendar: &'a Calendar,
    policy: &'a CountingPolicy,
    timeline: &'a mut Timeline,
    open: [Option<Open>; 3],
    /// The promise that stands.
    term: Option<Term>,
    /// The first promise, once it was put off.
    first: Option<Term>,
    /// Steps that have begun and agencies that were asked, of which no end is told yet.
    under_way: BTreeSet<UnderWay<'a>>,
    /// Whether the new appointments are taken as they are, without being compared.
    trusted: bool,
    elsewhere: bool,
    waits_for_payment: bool,
    payment_asked: bool,
    reception_supplement: bool,
    supplements: u8,
    reappointments: u8,
    number: u32,
}

/// What other offices have in hand.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum UnderWay<'a> {
    Step(&'a str),
    Consultation(&'a str),
}

/// Why an event cannot stand where it does.
type Refusal = &'static str;

enum Fault {
    Impossible(Refusal),
    Deadline(DeadlineError),
}

impl From<Refusal> for Fault {
    fn from(reason: Refusal) -> Self {
        Self::Impossible(reason)
    }
}

impl From<DeadlineError> for Fault {
    fn from(error: DeadlineError) -> Self {
        Self::Deadline(error)
    }
}

const fn place(interruption: Interruption) -> usize {
    match interruption {
        Interruption::Supplement => 0,
        Interruption::Payment => 1,
        Interruption::Suspension => 2,
    }
}

impl<'a> Fold<'a> {
    pub(super) fn new(
        dossier: &'a Dossier,
        calendar: &'a Calendar,
        policy: &'a CountingPolicy,
        timeline: &'a mut Timeline,
    ) -> Self {
        timeline.clear();
        Self {
            dossier,
            calendar,
            policy,
            timeline,
            open: [None; 3],
            term: None,
            first: None,
            under_way: BTreeSet::new(),
            trusted: false,
            elsewhere: false,
            waits_for_payment: false,
            payment_asked: false,
            reception_supplement: false,
            supplements: 0,
            reappointments: 0,
            number: 0,
        }
    }

    /// The same fold over a log that is known to be good: whether a new appointment was later
    /// than the one before it is a matter of the calendar it was given by.
    pub(super) const fn trusting(mut self) -> Self {
        self.trusted = true;
        self
    }

    pub(super) fn run(
        mut self,
        events: impl ExactSizeIterator<Item = (LocalTime, &'a EventKind)>,
    ) -> Result<(), DossierError> {
        for (what, count, most) in
            [("events", events.len(), MAX_EVENTS), ("steps", self.dossier.steps.len(), MAX_STEPS)]
        {
            if count > most {
                let code = self.dossier.code.clone();
                return Err(DossierError::TooMany { code, what, count, most });
            }
        }
        // Once for the whole log, not as it grows.
        self.timeline.segments.reserve(events.len());
        self.timeline.statuses.reserve(events.len());
        let code = || self.dossier.code.clone();
        let mut named = BTreeSet::new();
        if let Some(twice) = self.dossier.steps.iter().find(|plan| !named.insert(&plan.name)) {
            return Err(DossierError::DuplicateStep { code: code(), step: twice.name.clone() });
        }
        let mut before: Option<LocalTime> = None;
        for (at, event) in events {
            self.number = self.number.saturating_add(1);
            let number = self.number;
            if let Some(before) = before.filter(|before| at < *before) {
                let kind = event.as_str();
                return Err(DossierError::OutOfOrder { code: code(), number, kind, at, before });
            }
            before = Some(at);
            match self.event(at, event) {
                Ok(()) => {}
                Err(Fault::Impossible(reason)) => {
                    let kind = event.as_str();
                    return Err(DossierError::Impossible { code: code(), number, kind, reason });
                }
                Err(Fault::Deadline(error)) => {
                    return Err(DossierError::Deadline { code: code(), error });
                }
            }
            if let Some(status) = event.status() {
                self.timeline.statuses.push((at, self.shown(status)));
            }
        }
        let begun = self.timeline.submitted.is_some() || self.timeline.received.is_some();
        if begun { Ok(()) } else { Err(DossierError::NotReceived { code: code() }) }
    }

    /// A dossier that still waits for one thing is not shown as being worked on because another
    /// has come, and one that is finished is not shown as anything less. Of several things it
    /// waits for, the newest is shown.
    fn shown(&self, status: NationalStatus) -> NationalStatus {
        let waits_or_goes_on = matches!(
            status,
            NationalStatus::Processing
                | NationalStatus::SupplementRequired
                | NationalStatus::PaymentRequired
                | NationalStatus::Stopped
        );
        if !waits_or_goes_on || self.timeline.ended.is_some() {
            return status;
        }
        let last = self.timeline.statuses.last().map_or(status, |(_, status)| *status);
        if self.timeline.finished.is_some() {
            return last;
        }
        let newest = self.open.iter().flatten().max_by_key(|open| open.from);
        match newest.map(|open| open.by) {
            Some(Interruption::Supplement) => NationalStatus::SupplementRequired,
            Some(Interruption::Payment) => NationalStatus::PaymentRequired,
            Some(Interruption::Suspension) => NationalStatus::Stopped,
            None if self.timeline.received.is_none() && self.reception_supplement => {
                NationalStatus::SupplementRequired
            }
            None if self.timeline.received.is_none() => NationalStatus::Submitted,
            None if self.payment_asked => NationalStatus::PaymentRequired,
            None => NationalStatus::Processing,
        }
    }

    fn event(&mut self, at: LocalTime, event: &'a EventKind) -> Result<(), Fault> {
        if self.timeline.ended.is_some() {
            return Err("the dossier has ended".into());
        }
        if self.timeline.returned.is_some() && *event != EventKind::CameInVain {
            return Err("the result was returned before".into());
        }
        match event {
            EventKind::Submitted => self.submitted(at),
            EventKind::Received { elsewhere } => self.received(at, *elsewhere),
            EventKind::AgencyReceived => self.agency_received(at),
            EventKind::ReceptionRefused => {
                if self.timeline.received.is_some() {
                    return Err("it was received before".into());
                }
                if self.timeline.submitted.is_none() {
                    self.timeline.submitted = Some(at);
                }
                self.end(at, State::NotAccepted);
                Ok(())
            }
            EventKind::SupplementRequested { stage, .. } => self.supplement_requested(at, *stage),
            EventKind::SupplementReceived => self.supplement_received(at),
            EventKind::PaymentRequested { .. } => {
                self.needs_open()?;
                if self.waits_for_payment {
                    if core::mem::replace(&mut self.payment_asked, true) {
                        return Err("it was asked for before".into());
                    }
                    return Ok(());
                }
                self.interrupt(at, Interruption::Payment)
            }
            EventKind::PaymentMade => {
                self.needs_open()?;
                if self.waits_for_payment {
                    self.waits_for_payment = false;
                    self.payment_asked = false;
                    return self.start(at, Rule::ClockStart);
                }
                self.resume(at, Interruption::Payment, "no payment was asked for")
            }
            EventKind::Suspended { .. } => {
                self.needs_open()?;
                self.interrupt(at, Interruption::Suspension)
            }
            EventKind::Resumed => {
                self.needs_open()?;
                self.resume(at, Interruption::Suspension, "it was not suspended")
            }
            EventKind::Reappointed { due, .. } => self.reappointed(at, *due),
            EventKind::Withdrawn => self.ends(at, State::Withdrawn),
            EventKind::Stopped { .. } => self.ends(at, State::Stopped),
            EventKind::Finished { outcome } => {
                self.needs_open()?;
                self.timeline.outcome = Some(*outcome);
                self.finish(at)
            }
            EventKind::Returned => {
                if self.timeline.received.is_none() {
                    return Err("it was not received".into());
                }
                // A log that only tells of the return was finished by then at the latest.
                if self.timeline.finished.is_none() {
                    self.finish(at)?;
                }
                self.timeline.returned = Some(at);
                Ok(())
            }
            EventKind::Transferred { .. } => self.needs_open(),
            EventKind::StepStarted { step } => {
                let plans = &self.dossier.steps;
                if !plans.is_empty() && !plans.iter().any(|plan| plan.name == *step) {
                    return Err("no such step is planned".into());
                }
                self.begins(UnderWay::Step(step), "the step has begun before")
            }
            EventKind::StepFinished { step } => {
                self.completes(UnderWay::Step(step), "the step has not begun")
            }
            EventKind::ConsultationAsked { agency, .. } => {
                self.begins(UnderWay::Consultation(agency), "the agency was asked before")
            }
            EventKind::ConsultationAnswered { agency } => {
                self.completes(UnderWay::Consultation(agency), "the agency was not asked")
            }
            EventKind::Apologised { .. } => self.needs_receipt(),
            EventKind::CameInVain => {
                self.needs_receipt()?;
                self.came_in_vain(at);
                Ok(())
            }
        }
    }

    fn needs_receipt(&self) -> Result<(), Fault> {
        if self.timeline.received.is_none() { Err("it was not received".into()) } else { Ok(()) }
    }

    /// Notes that an appointment was not kept: from its instant on, and on its day before that as
    /// a warning. What was put off before is no appointment any more, and for what waits for the
    /// applicant there is none.
    fn came_in_vain(&mut self, at: LocalTime) {
        let held = self.term.and_then(|term| term.held);
        let waits = held.is_some_and(|held| !held.expired);
        let last = self.timeline.history.last().map(|revision| revision.due);
        let Some(due) = last.filter(|due| at.date() >= due.date) else { return };
        if waits || self.timeline.returned.is_some() {
            return;
        }
        let rule = Rule::ResultAsAppointed;
        let basis = provision(rule, at.date());
        let breach = Breach { rule, warning: at < due.at, event: self.number, basis };
        self.timeline.breaches.push(breach);
    }

    /// The event needs a dossier that was received and is not finished.
    fn needs_open(&self) -> Result<(), Fault> {
        if self.timeline.received.is_none() {
            Err("it was not received".into())
        } else if self.timeline.finished.is_some() {
            Err("it was finished before".into())
        } else {
            Ok(())
        }
    }

    fn begins(&mut self, what: UnderWay<'a>, twice: Refusal) -> Result<(), Fault> {
        self.needs_open()?;
        if self.under_way.insert(what) { Ok(()) } else { Err(twice.into()) }
    }

    fn completes(&mut self, what: UnderWay<'a>, never: Refusal) -> Result<(), Fault> {
        self.needs_open()?;
        if self.under_way.remove(&what) { Ok(()) } else { Err(never.into()) }
    }

    fn submitted(&mut self, at: LocalTime) -> Result<(), Fault> {
        if self.timeline.submitted.is_some() || self.timeline.received.is_some() {
            return Err("it was handed in before".into());
        }
        self.timeline.submitted = Some(at);
        self.segment(at, SegmentKind::Reception);
        Ok(())
    }

    fn received(&mut self, at: LocalTime, elsewhere: bool) -> Result<(), Fault> {
        if self.timeline.received.is_some() {
            return Err("it was received before".into());
        }
        if self.reception_supplement {
            return Err("a supplement is still asked for".into());
        }
        self.timeline.received = Some(at);
        self.elsewhere = elsewhere;
        if elsewhere {
            self.segment(at, SegmentKind::NotStarted);
            return Ok(());
        }
        self.begin(at, Rule::ClockStart)
    }

    fn agency_received(&mut self, at: LocalTime) -> Result<(), Fault> {
        if !self.elsewhere {
            return Err("it was not handed in elsewhere".into());
        }
        self.needs_open()?;
        self.elsewhere = false;
        self.begin(at, Rule::ClockStartElsewhere)
    }

    fn begin(&mut self, at: LocalTime, rule: Rule) -> Result<(), Fault> {
        if self.dossier.handling.starts_at_payment {
            self.waits_for_payment = true;
            self.segment(at, SegmentKind::NotStarted);
            return Ok(());
        }
        self.start(at, rule)
    }

    fn start(&mut self, at: LocalTime, rule: Rule) -> Result<(), Fault> {
        let due = self.count(at)?;
        self.revise(at, Cause::Received, due);
        // What was asked for before the term could begin keeps it from running.
        let waits = self.open.iter().flatten().any(|open| open.effect != Effect::Runs);
        let held = waits.then_some(Held { from: at, restarts: false, expired: false });
        self.term = Some(Term { due, held });
        self.segment(at, self.kind());
        self.leans_on(match provision(rule, at.date()) {
            Some(law) => Ground::Provision(law),
            None => Ground::Unknown,
        });
        Ok(())
    }

    fn count(&self, from: LocalTime) -> Result<Due, DeadlineError> {
        deadline::due(self.calendar, self.policy, from, self.dossier.limit)
    }

    fn supplement_requested(&mut self, at: LocalTime, stage: Stage) -> Result<(), Fault> {
        match stage {
            Stage::Reception => {
                if self.timeline.received.is_some() {
                    return Err("it was received before".into());
                }
                if self.reception_supplement {
                    return Err("a supplement is already asked for".into());
                }
                if self.timeline.submitted.is_none() {
                    self.submitted(at)?;
                }
                self.reception_supplement = true;
            }
            Stage::Examination => {
                self.needs_open()?;
                self.interrupt(at, Interruption::Supplement)?;
            }
        }
        self.supplements = self.supplements.saturating_add(1);
        self.more_than(at, Rule::SupplementTrips, Rule::SupplementOnce, self.supplements);
        Ok(())
    }

    /// Notes a breach of one rule, or short of it a warning by another.
    fn more_than(&mut self, at: LocalTime, most: Rule, usual: Rule, times: u8) {
        let date = at.date();
        let over = |rule| {
            let law = provision(rule, date)?;
            law.times().is_some_and(|allowed| times > allowed).then_some(law)
        };
        let breach = match (over(most), over(usual)) {
            (Some(law), _) => {
                Breach { rule: most, warning: false, event: self.number, basis: Some(law) }
            }
            (None, Some(law)) => {
                Breach { rule: usual, warning: true, event: self.number, basis: Some(law) }
            }
            (None, None) => return,
        };
        self.timeline.breaches.push(breach);
    }

    fn supplement_received(&mut self, at: LocalTime) -> Result<(), Fault> {
        if self.timeline.received.is_none() {
            if !self.reception_supplement {
                return Err("no supplement was asked for".into());
            }
            self.reception_supplement = false;
            return Ok(());
        }
        self.needs_open()?;
        self.resume(at, Interruption::Supplement, "no supplement was asked for")
    }

    fn interrupt(&mut self, at: LocalTime, by: Interruption) -> Result<(), Fault> {
        // What is missing can be asked for while the dossier is on its way to the agency.
        let on_its_way = self.elsewhere && by == Interruption::Supplement;
        if self.term.is_none() && !self.waits_for_payment && !on_its_way {
            return Err("its term has not begun".into());
        }
        let date = at.date();
        let (effect, ground) = self.dossier.handling.effect(by, date);
        match self.open.get_mut(place(by)) {
            Some(slot @ None) => *slot = Some(Open { by, effect, from: at }),
            _ => return Err("it was asked for or suspended before".into()),
        }
        if effect != Effect::Runs {
            for Term { due, held } in self.term.iter_mut().chain(&mut self.first) {
                let expired = date > due.date || at > due.legal_end;
                held.get_or_insert(Held { from: at, restarts: false, expired });
            }
        }
        self.segment(at, self.kind());
        self.leans_on(ground);
        Ok(())
    }

    /// What the time now is for the term once it has begun: of several interruptions one that
    /// keeps it from running goes before one that does not, and the newest before older ones.
    fn kind(&self) -> SegmentKind {
        if self.timeline.history.is_empty() {
            return SegmentKind::NotStarted;
        }
        let open = self.open.iter().flatten();
        match open.max_by_key(|open| (open.effect != Effect::Runs, open.from)) {
            Some(Open { by, effect, .. }) => SegmentKind::Interrupted { by: *by, effect: *effect },
            None => SegmentKind::Running,
        }
    }

    fn resume(&mut self, at: LocalTime, by: Interruption, reason: Refusal) -> Result<(), Fault> {
        let Some(open) = self.open.get_mut(place(by)).and_then(Option::take) else {
            return Err(reason.into());
        };
        // What is over the moment it begins has interrupted nothing.
        if open.effect == Effect::Restarts && open.from < at {
            let terms = self.term.iter_mut().chain(&mut self.first);
            terms.filter_map(|term| term.held.as_mut()).for_each(|held| held.restarts = true);
        }
        self.release(at)?;
        self.segment(at, self.kind());
        Ok(())
    }

    /// Moves the due dates once nothing keeps the term from running any more.
    fn release(&mut self, at: LocalTime) -> Result<(), Fault> {
        if self.open.iter().flatten().any(|open| open.effect != Effect::Runs) {
            return Ok(());
        }
        if let Some(term) = self.term {
            let (term, cause) = self.released(term, at)?;
            self.term = Some(term);
            if let Some(cause) = cause {
                self.revise(at, cause, term.due);
            }
        }
        if let Some(first) = self.first {
            let (Term { due, held }, cause) = self.released(first, at)?;
            self.first = Some(Term { due, held });
            let event = self.number;
            let moved = cause.map(|cause| Revision { at, cause, due, event });
            self.timeline.first.extend(moved);
        }
        Ok(())
    }

    /// A promise as it goes on, and why it moved, if it did.
    fn released(&self, term: Term, at: LocalTime) -> Result<(Term, Option<Cause>), DeadlineError> {
        let moved = self.moved(term, at)?;
        let cause = moved.filter(|(_, due)| due.at > term.due.at).map(|(cause, _)| cause);
        let due = moved.map_or(term.due, |(_, due)| due);
        Ok((Term { due, held: None }, cause))
    }

    /// Where an interruption that ends moves a promise, if it does.
    ///
    /// One that moves nothing but the nominal end, behind which the last day is off, is told too:
    /// the next interruption goes on from there.
    fn moved(&self, term: Term, at: LocalTime) -> Result<Option<(Cause, Due)>, DeadlineError> {
        // A promise that was broken before is not mended by an interruption.
        let Some(held) = term.held.filter(|held| !held.expired) else { return Ok(None) };
        let (cause, due) = if held.restarts {
            (Cause::Restarted, self.count(at)?)
        } else {
            let limit = self.dossier.limit;
            let moved =
                deadline::paused(self.calendar, self.policy, limit, &term.due, held.from, at)?;
            (Cause::Paused, moved)
        };
        // No interruption brings a promise forward, not even one that was put off by hand.
        let later = (due.at, due.nominal) > (term.due.at, term.due.nominal);
        Ok(later.then_some((cause, due)))
    }

    fn reappointed(&mut self, at: LocalTime, new: LocalTime) -> Result<(), Fault> {
        self.needs_open()?;
        let Some(term) = self.term else {
            return Err("its term has not begun".into());
        };
        if !self.trusted && new <= term.due.at {
            return Err("the new appointment is not after the one it replaces".into());
        }
        if new <= at {
            return Err("the new appointment has gone by".into());
        }
        let due = deadline::appointed(self.calendar, new, term.due.start);
        self.revise(at, Cause::Reappointed, due);
        // The new date was given in knowledge of the wait so far; only what follows moves it.
        self.first.get_or_insert(term);
        let held = term.held.map(|held| Held { from: at, expired: false, ..held });
        self.term = Some(Term { due, held });
        self.reappointments = self.reappointments.saturating_add(1);
        self.more_than(at, Rule::Reappointment, Rule::Reappointment, self.reappointments);
        if let Some(law) = provision(Rule::Reappointment, at.date()) {
            self.leans_on(Ground::Provision(law));
        }
        Ok(())
    }

    fn finish(&mut self, at: LocalTime) -> Result<(), Fault> {
        self.open = [None; 3];
        self.release(at)?;
        self.timeline.finished = Some(at);
        self.close(at);
        Ok(())
    }

    fn ends(&mut self, at: LocalTime, state: State) -> Result<(), Fault> {
        if self.timeline.received.is_none() && self.timeline.submitted.is_none() {
            return Err("it was not handed in".into());
        }
        if self.timeline.finished.is_some() {
            return Err("it was finished before".into());
        }
        self.end(at, state);
        Ok(())
    }

    fn end(&mut self, at: LocalTime, state: State) {
        self.close(at);
        self.timeline.ended = Some((at, state));
    }

    fn close(&mut self, at: LocalTime) {
        if let Some(segment) = self.timeline.segments.last_mut() {
            segment.to.get_or_insert(at);
        }
    }

    /// Begins a stretch, in place of one that has just begun: what lasts no time is no stretch.
    fn segment(&mut self, at: LocalTime, kind: SegmentKind) {
        let segments = &mut self.timeline.segments;
        if segments.last().is_some_and(|last| last.to.is_none() && last.from == at) {
            segments.pop();
        } else {
            self.close(at);
        }
        match self.timeline.segments.last_mut() {
            Some(last) if last.kind == kind && last.to == Some(at) => last.to = None,
            _ => {
                let event = self.number;
                self.timeline.segments.push(Segment { kind, from: at, to: None, event });
            }
        }
    }

    fn revise(&mut self, at: LocalTime, cause: Cause, due: Due) {
        self.timeline.history.push(Revision { at, cause, due, event: self.number });
    }

    fn leans_on(&mut self, ground: Ground) {
        if !self.timeline.grounds.contains(&ground) {
            self.timeline.grounds.push(ground);
        }
    }
}
