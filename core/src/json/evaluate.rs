//! The operation `evaluate`: what the log of a dossier means at an instant.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::Serialize;

use super::Door;
use super::request::EvaluateRequest;
use crate::calendar::{Certainty, WorkSpan};
use crate::dossier::{
    Blame, Breach, Cause, Dossier, DossierError, Outcome, Segment, SegmentKind, Timeline,
};
use crate::obligation::{Column, Duty, Obligation, Standing, StandingPolicy};
use crate::regulation::{CountingPolicy, Effect, FormKind, Ground, Interruption, Provision, form};
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
struct ObligationAnswer {
    duty: Duty,
    bearer: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    subject: String,
    due: LocalTime,
    due_date: NaiveDate,
    done: Option<LocalTime>,
    standing: &'static str,
    span: WorkSpan,
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    conditional: bool,
    citation: Option<String>,
    verified: Option<bool>,
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

#[derive(Serialize)]
struct ApologyAnswer {
    form: Option<FormAnswer>,
    dossier: String,
    procedure: String,
    agency: String,
    /// The appointment that was not kept.
    due: LocalTime,
    /// The apology's own due time.
    by: LocalTime,
    sent: Option<LocalTime>,
    standing: &'static str,
    /// Whether it is owed only if the result will be late.
    conditional: bool,
}

#[derive(Serialize)]
struct FormAnswer {
    act: &'static str,
    number: &'static str,
    title: &'static str,
    verified: bool,
}

impl GroundAnswer {
    fn new(ground: &Ground) -> Self {
        let (citation, citation_en) = match ground {
            Ground::Procedure => ("quy định của thủ tục".into(), "rule of the procedure".into()),
            Ground::Sector(sector) => (
                [sector.article, sector.act].join(" ").trim().to_string(),
                [sector.article_en, sector.act_en].join(" ").trim().to_string(),
            ),
            Ground::Provision(law) => (law.vietnamese().to_string(), law.english().to_string()),
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
}

impl Look<'_> {
    fn obligation(&self, obligation: &Obligation<'_>) -> Result<ObligationAnswer, Error> {
        let Standing { state, span } =
            obligation.standing(self.calendar, self.policy, self.as_of)?;
        Ok(ObligationAnswer {
            duty: obligation.duty,
            bearer: obligation.bearer.to_string(),
            subject: obligation.subject.to_string(),
            due: obligation.due.at,
            due_date: obligation.due.date,
            done: obligation.done,
            standing: state.as_str(),
            span,
            conditional: obligation.conditional,
            citation: obligation.basis.map(Provision::to_string),
            verified: obligation.basis.map(|law| law.verified),
        })
    }

    /// The last apology among the duties.
    fn apology(
        &self,
        dossier: &Dossier,
        obligations: &[Obligation<'_>],
    ) -> Result<Option<ApologyAnswer>, Error> {
        let last = obligations.iter().rev().find(|o| o.duty == Duty::Apology);
        let Some(apology) = last else { return Ok(None) };
        let standing = apology.standing(self.calendar, self.policy, self.as_of)?;
        let date = apology.done.unwrap_or(apology.due.at).date();
        let form = form(FormKind::Apology, date).map(|form| FormAnswer {
            act: form.act,
            number: form.number,
            title: form.title,
            verified: form.verified,
        });
        Ok(Some(ApologyAnswer {
            form,
            dossier: dossier.code.clone(),
            procedure: dossier.procedure.clone(),
            agency: dossier.agency.clone(),
            due: apology.from,
            by: apology.due.at,
            sent: apology.done,
            standing: standing.state.as_str(),
            conditional: apology.conditional,
        }))
    }

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
        let obligations = dossier.obligations(calendar, policy, timeline, as_of)?;
        // A result that waits for the applicant is not told as overdue by another word.
        let told = |mut answer: ObligationAnswer| {
            if let Some(standing) = standing.filter(|_| answer.duty == Duty::Result) {
                answer.standing = standing.state.as_str();
                answer.span = standing.span;
            }
            answer
        };
        let answers = obligations.iter().map(|o| self.obligation(o).map(told));
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
                blame(&dossier.blame(calendar, policy, timeline, as_of)?)
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
            apology: self.apology(dossier, &obligations)?,
            obligations: answers.collect::<Result<_, _>>()?,
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
        let look = Look { calendar: &calendar, policy: request.standing.policy(), as_of };
        look.answer(&dossier, &timeline, &policy)
    }
}
