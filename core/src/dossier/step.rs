use alloc::string::String;
use alloc::vec::Vec;

use super::{Dossier, EventKind, Timeline};
use crate::calendar::CalendarError;
use crate::deadline::{self, DeadlineError, Due};
use crate::obligation::Promise;
use crate::regulation::CountingPolicy;
use crate::time_limit::{Amount, Limit};
use crate::{Calendar, LocalTime};

/// Bước liên thông — a step of a procedure that several agencies solve together.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct StepPlan {
    /// Its name, by which events refer to it.
    pub name: String,
    /// The agency that bears it.
    pub agency: String,
    /// Its own limit, from its beginning.
    pub limit: Limit,
    /// Its place in the order, from 1; steps of one place run side by side.
    pub place: u8,
}

impl StepPlan {
    /// A step.
    #[must_use]
    pub fn new(
        name: impl Into<String>,
        agency: impl Into<String>,
        limit: Limit,
        place: u8,
    ) -> Self {
        Self { name: name.into(), agency: agency.into(), limit, place }
    }
}

/// Bước đã diễn ra — a step as it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct StepRun<'a> {
    /// The plan of the step.
    pub plan: &'a StepPlan,
    /// When it began.
    pub started: LocalTime,
    /// When it is due by its own limit, interruptions left out.
    pub due: Due,
    /// When it ended.
    pub finished: Option<LocalTime>,
}

/// Phần trễ của một bước — how much of a dossier's lateness a step has caused.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Blame<'a> {
    /// The step; none for time that no step accounts for.
    pub plan: Option<&'a StepPlan>,
    /// Office seconds.
    pub seconds: i64,
    /// The same in days of the office, by the hours of the due date.
    pub days: Amount,
}

impl Dossier {
    /// Tổng thời hạn các bước — the limits of the steps added up, the longest of those side by
    /// side; none where they are in different units.
    #[must_use]
    pub fn steps_total(&self) -> Option<Limit> {
        let mut places: Vec<(u8, Amount)> = Vec::new();
        let mut unit = None;
        for step in &self.steps {
            let Limit::Count { amount, unit: this, .. } = step.limit else { return None };
            if *unit.get_or_insert(this) != this {
                return None;
            }
            match places.iter_mut().find(|(place, _)| *place == step.place) {
                Some((_, longest)) => *longest = amount.max(*longest),
                None => places.push((step.place, amount)),
            }
        }
        let total =
            places.iter().fold(0_u32, |sum, (_, amount)| sum.saturating_add(amount.thousandths()));
        unit.map(|unit| Limit::of(Amount::from_thousandths(total), unit))
    }

    /// Whether the steps together are given more than the whole, where they can be compared.
    #[must_use]
    pub fn steps_exceed_limit(&self) -> bool {
        match (self.steps_total(), self.limit) {
            (
                Some(Limit::Count { amount: sum, unit, .. }),
                Limit::Count { amount: whole, unit: of, .. },
            ) => unit == of && sum > whole,
            _ => false,
        }
    }

    /// The steps that have begun by an instant, in the order they began; one that was taken up again
    /// after its end stands there again. What came later, an interruption as well, is not known.
    ///
    /// # Errors
    ///
    /// [`DeadlineError`] when a step's limit cannot be counted.
    pub fn step_runs(
        &self,
        calendar: &Calendar,
        policy: &CountingPolicy,
        timeline: &Timeline,
        as_of: LocalTime,
    ) -> Result<Vec<StepRun<'_>>, DeadlineError> {
        let mut runs: Vec<StepRun<'_>> = Vec::new();
        for event in self.events.iter().take_while(|event| event.at <= as_of) {
            match &event.kind {
                EventKind::StepStarted { step } => {
                    let plan = self.steps.iter().find(|plan| plan.name == *step);
                    if let Some(plan) = plan {
                        let started = event.at;
                        let due = deadline::due(calendar, policy, started, plan.limit)?;
                        runs.push(StepRun { plan, started, due, finished: None });
                    }
                }
                EventKind::StepFinished { step } => {
                    if let Some(run) = runs.iter_mut().rev().find(|run| run.plan.name == *step) {
                        run.finished.get_or_insert(event.at);
                    }
                }
                _ => {}
            }
        }
        for run in &mut runs {
            for (from, to) in timeline.interruptions().take_while(|(from, _)| *from <= as_of) {
                // What goes on still is left out of a step only as far as the step itself is told.
                let to = to.filter(|to| *to <= as_of).or(run.finished);
                let Some(to) = to.filter(|to| *to > run.started) else { continue };
                let from = from.max(run.started);
                let inside = run.finished.is_none_or(|end| from < end);
                if inside && from.date() <= run.due.date {
                    let limit = run.plan.limit;
                    run.due = deadline::paused(calendar, policy, limit, &run.due, from, to)?;
                }
            }
        }
        Ok(runs)
    }

    /// Quy trách nhiệm — shares a dossier's lateness by a promise out among the steps that overran.
    ///
    /// From the last place to the first, each place is charged with what its slowest step took
    /// beyond its own limit, up to what is left of the lateness: earlier steps used up the slack,
    /// later ones made it late. What no step accounts for stands at the end without a step. The
    /// shares add up to the lateness, in seconds and in days; a dossier that was withdrawn or
    /// stopped is late up to its end.
    ///
    /// # Errors
    ///
    /// [`DeadlineError`] as [`Dossier::step_runs`].
    pub fn blame(
        &self,
        calendar: &Calendar,
        policy: &CountingPolicy,
        timeline: &Timeline,
        promise: Promise,
        as_of: LocalTime,
    ) -> Result<Vec<Blame<'_>>, DeadlineError> {
        let over_by = timeline.finished.or(timeline.ended.map(|(at, _)| at));
        let end = over_by.filter(|at| *at <= as_of).unwrap_or(as_of);
        let Some(due) = timeline.promised(promise, as_of).filter(|due| end > due.at) else {
            return Ok(Vec::new());
        };
        let over = |from: LocalTime, to: LocalTime| -> Result<i64, CalendarError> {
            if to <= from {
                return Ok(0);
            }
            let excused = timeline.excused(calendar, from, to)?;
            Ok(calendar.count_working_seconds(from, to)?.saturating_sub(excused))
        };
        let mut left = over(due.at, end)?;
        let a_day = i64::from(calendar.hours(due.date)?.minutes()).saturating_mul(60);
        let in_days = |seconds: i64| seconds.saturating_mul(1_000).checked_div(a_day).unwrap_or(0);
        let mut blames = Vec::new();
        let mut charged = 0_i64;
        let mut charge = |plan, seconds: i64| {
            if seconds > 0 {
                // Rounded on the running sum, so that the shares add up in days as well.
                let before = in_days(charged);
                charged = charged.saturating_add(seconds);
                let thousandths = in_days(charged).saturating_sub(before);
                let days = Amount::from_thousandths(u32::try_from(thousandths).unwrap_or(0));
                blames.push(Blame { plan, seconds, days });
            }
        };
        let runs = self.step_runs(calendar, policy, timeline, as_of)?;
        let mut places: Vec<u8> = self.steps.iter().map(|plan| plan.place).collect();
        places.sort_unstable();
        places.dedup();
        for place in places.into_iter().rev() {
            let mut slowest: Option<(&StepPlan, i64)> = None;
            for plan in self.steps.iter().filter(|plan| plan.place == place) {
                let mut seconds = 0_i64;
                for run in runs.iter().filter(|run| run.plan.name == plan.name) {
                    let to = run.finished.unwrap_or(end).min(end);
                    seconds = seconds.saturating_add(over(run.due.at, to)?);
                }
                if slowest.is_none_or(|(_, most)| seconds > most) {
                    slowest = Some((plan, seconds));
                }
            }
            if let Some((plan, seconds)) = slowest {
                let seconds = seconds.min(left);
                left = left.saturating_sub(seconds);
                charge(Some(plan), seconds);
            }
        }
        charge(None, left);
        Ok(blames)
    }
}
