//! The operation `evaluate`: what the log of a dossier means at an instant.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::Serialize;

use super::Door;
use super::duty::{AgendaAnswer, ApologyAnswer, ObligationAnswer};
use super::request::EvaluateRequest;
use crate::calendar::{Certainty, WorkSpan};
use crate::dossier::{
    Blame, Breach, Cause, Dossier, DossierError, Outcome, Segment, SegmentKind, Timeline,
};
use crate::obligation::{Column, StandingPolicy};
use crate::regulation::{CountingPolicy, Effect, Ground, Interruption, Provision};
use crate::time_limit::Amount;
use crate::{Calendar, Error, LocalTime};

#[derive(Serialize)]
pub(super) struct EvaluateAnswer {
    code: String,
    /// `not_started` before the term runs.
    standing: &'static str,
    span: WorkSpan,
    /// Where a report puts it by the practice asked for; none if it was not received.
    column: Option<Column>,
    due: Option<LocalTime>,
    due_date: Option<NaiveDate>,
    certainty: Option<Certainty>,
    /// Whether everything the due date leans on was read in a text, and one regime held all along.
    verified: bool,
    leans_on: Vec<GroundAnswer>,
    status: Option<StatusAnswer>,
    submitted: Option<LocalTime>,
    received: Option<LocalTime>,
    finished: Option<LocalTime>,
    outcome: Option<Outcome>,
    returned: Option<LocalTime>,
    history: Vec<HistoryAnswer>,
    segments: Vec<SegmentAnswer>,
    elapsed: ElapsedAnswer,
    obligations: Vec<ObligationAnswer>,
    agenda: AgendaAnswer,
    breaches: Vec<BreachAnswer>,
    /// Who caused how much of the lateness.
    late_by_step: Vec<BlameAnswer>,
    /// The data of the written apology, while one is owed or has been sent.
    apology: Option<ApologyAnswer>,
    warnings: Vec<&'static str>,
}

#[derive(Serialize)]
struct GroundAnswer {
    citation: String,
    citation_en: String,
    verified: bool,
}

#[derive(Serialize)]
struct StatusAnswer {
    code: u8,
    name: &'static str,
}

#[derive(Serialize)]
struct HistoryAnswer {
    at: LocalTime,
    cause: Cause,
    due: LocalTime,
    due_date: NaiveDate,
    event: u32,
}

#[derive(Serialize)]
struct SegmentAnswer {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    interruption: Option<Interruption>,
    #[serde(skip_serializing_if = "Option::is_none")]
    effect: Option<Effect>,
    from: LocalTime,
    to: Option<LocalTime>,
    event: u32,
}

/// Office time in whole minutes.
#[derive(Serialize)]
struct ElapsedAnswer {
    used_minutes: i64,
    waiting_minutes: i64,
    paused_minutes: i64,
}

#[derive(Serialize)]
struct BreachAnswer {
    rule: String,
    warning: bool,
    event: u32,
    citation: Option<String>,
    verified: Option<bool>,
}

#[derive(Serialize)]
struct BlameAnswer {
    step: Option<String>,
    agency: Option<String>,
    minutes: i64,
    days: Amount,
}

impl GroundAnswer {
    fn new(ground: &Ground) -> Self {
        let (citation, citation_en) = match ground {
            Ground::Procedure => ("quy định của thủ tục".into(), "rule of the procedure".into()),
            Ground::Sector(sector) => (sector.vietnamese.to_string(), sector.english.to_string()),
            Ground::Provision(law) => (law.vietnamese.to_string(), law.english.to_string()),
            Ground::Unknown => (String::new(), String::new()),
        };
        Self { citation, citation_en, verified: ground.verified() }
    }
}

impl SegmentAnswer {
    fn new(segment: &Segment) -> Self {
        let (interruption, effect) = match segment.kind {
            SegmentKind::Interrupted { by, effect } => (Some(by), Some(effect)),
            _ => (None, None),
        };
        Self {
            kind: segment.kind.as_str(),
            interruption,
            effect,
            from: segment.from,
            to: segment.to,
            event: segment.event,
        }
    }
}

impl BreachAnswer {
    fn new(breach: &Breach) -> Self {
        Self {
            rule: breach.rule.as_str().to_string(),
            warning: breach.warning,
            event: breach.event,
            citation: breach.basis.map(Provision::to_string),
            verified: breach.basis.map(|law| law.verified),
        }
    }
}

/// What the answers about duties are computed from.
pub(super) struct Look<'a> {
    pub(super) calendar: &'a Calendar,
    pub(super) policy: StandingPolicy,
    pub(super) as_of: LocalTime,
    /// Working hours within which a duty is coming.
    pub(super) within_hours: u32,
}

impl Look<'_> {
    pub(super) fn answer(
        &self,
        dossier: &Dossier,
        timeline: &Timeline,
        policy: &CountingPolicy,
    ) -> Result<EvaluateAnswer, Error> {
        let Look { calendar, as_of, .. } = *self;
        let standing = timeline.standing(calendar, self.policy, as_of)?;
        let due = timeline.promised(self.policy.promise, as_of);
        let elapsed = timeline.elapsed(calendar, as_of)?;
        let agenda =
            dossier.agenda(calendar, policy, timeline, self.policy, as_of, self.within_hours)?;
        let status = timeline.status(as_of);
        let by = |at: Option<LocalTime>| at.filter(|at| *at <= as_of);
        let finished = by(timeline.finished);
        let spans_regimes = timeline.spans_regimes(as_of);
        let warnings = [
            dossier.steps_exceed_limit().then_some("steps_exceed_limit"),
            spans_regimes.then_some("spans_regimes"),
        ];
        let warnings = warnings.into_iter().flatten().collect();
        let late_by_step = match standing {
            Some(standing) if standing.state.is_late() => {
                let promise = self.policy.promise;
                blame(&dossier.blame(calendar, policy, timeline, promise, as_of)?)
            }
            _ => Vec::new(),
        };
        Ok(EvaluateAnswer {
            standing: standing.map_or("not_started", |standing| standing.state.as_str()),
            span: standing.map(|standing| standing.span).unwrap_or_default(),
            column: timeline.column(calendar, self.policy, as_of)?,
            due: due.map(|due| due.at),
            due_date: due.map(|due| due.date),
            certainty: due.map(|due| due.certainty),
            verified: timeline.is_verified() && !spans_regimes,
            leans_on: timeline.grounds.iter().map(GroundAnswer::new).collect(),
            status: status.map(|s| StatusAnswer { code: s.code(), name: s.vietnamese() }),
            submitted: by(timeline.submitted),
            received: by(timeline.received),
            finished,
            outcome: timeline.outcome.filter(|_| finished.is_some()),
            returned: by(timeline.returned),
            history: history(timeline, as_of),
            segments: timeline.segments.iter().map(SegmentAnswer::new).collect(),
            elapsed: ElapsedAnswer {
                used_minutes: elapsed.used / 60,
                waiting_minutes: elapsed.waiting / 60,
                paused_minutes: elapsed.paused / 60,
            },
            apology: dossier.apology(&agenda).map(|it| ApologyAnswer::new(dossier, &it)),
            obligations: agenda.entries().iter().map(ObligationAnswer::new).collect(),
            agenda: AgendaAnswer::new(&agenda, self.within_hours),
            breaches: timeline.breaches.iter().map(BreachAnswer::new).collect(),
            late_by_step,
            warnings,
            code: dossier.code.clone(),
        })
    }
}

fn history(timeline: &Timeline, as_of: LocalTime) -> Vec<HistoryAnswer> {
    let stood = timeline.history.iter().filter(|revision| revision.at <= as_of);
    let answer = stood.map(|revision| HistoryAnswer {
        at: revision.at,
        cause: revision.cause,
        due: revision.due.at,
        due_date: revision.due.date,
        event: revision.event,
    });
    answer.collect()
}

/// A dossier as it was known at an instant, and its timeline. What is wrong with the log after
/// the instant is refused all the same.
pub(super) fn known(
    mut dossier: Dossier,
    calendar: &Calendar,
    policy: &CountingPolicy,
    as_of: LocalTime,
) -> Result<(Dossier, Timeline), Error> {
    let timeline = dossier.evaluate(calendar, policy)?;
    let events = dossier.events.iter().take_while(|event| event.at <= as_of).count();
    if events == dossier.events.len() {
        return Ok((dossier, timeline));
    }
    dossier.events.truncate(events);
    match dossier.evaluate(calendar, policy) {
        Err(DossierError::NotReceived { .. }) => Ok((dossier, Timeline::default())),
        timeline => Ok((dossier, timeline?)),
    }
}

/// Who caused how much of the lateness, in minutes rounded on the running sum, so that the shares
/// add up.
fn blame(blames: &[Blame<'_>]) -> Vec<BlameAnswer> {
    let mut seconds = 0_i64;
    let share = |blame: &Blame<'_>| {
        let before = seconds / 60;
        seconds = seconds.saturating_add(blame.seconds);
        BlameAnswer {
            step: blame.plan.map(|plan| plan.name.clone()),
            agency: blame.plan.map(|plan| plan.agency.clone()),
            minutes: (seconds / 60).saturating_sub(before),
            days: blame.days,
        }
    };
    blames.iter().map(share).collect()
}

impl Door {
    pub(super) fn evaluate(&self, request: EvaluateRequest) -> Result<EvaluateAnswer, Error> {
        let calendar = self.calendar(request.calendar.as_ref())?;
        let (dossier, policy) = request.dossier.into_dossier(None, request.policy)?;
        let as_of = request.as_of;
        let (dossier, timeline) = known(dossier, &calendar, &policy, as_of)?;
        let look = Look {
            calendar: &calendar,
            policy: request.standing.policy(),
            as_of,
            within_hours: request.within_hours,
        };
        look.answer(&dossier, &timeline, &policy)
    }
}
