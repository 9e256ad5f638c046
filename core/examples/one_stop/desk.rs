//! What the desk has to know today, computed by the library.

use motcua::calendar::{Certainty, DayKind};
use motcua::chrono::NaiveDate;
use motcua::deadline::DeadlineError;
use motcua::dossier::Summary;
use motcua::obligation::{Standing, StandingPolicy, State};
use motcua::report::{DossierGiven, Indicators, Period, Report};
use motcua::{Calendar, Deadline, Error, LocalTime};

use crate::input::Case;

/// Working minutes before the due time from which a dossier is shown as due soon: two days.
pub(crate) const SOON: u32 = 960;

/// A dossier that was received by now, and where it stands.
#[derive(Clone, Copy)]
pub(crate) struct Placed<'a> {
    pub(crate) case: &'a Case,
    pub(crate) life: Summary,
    pub(crate) standing: Standing,
}

pub(crate) struct Desk<'a> {
    pub(crate) calendar: &'a Calendar,
    pub(crate) as_of: LocalTime,
    pub(crate) report: Report,
    /// The points of the dossiers solved in the period, by the log alone.
    pub(crate) indicators: Indicators,
    /// Every dossier received by now, in the order of the due times.
    pub(crate) placed: Vec<Placed<'a>>,
    /// The last day of receipts, and the dossiers received on it.
    pub(crate) day: Option<NaiveDate>,
    pub(crate) received: Vec<Placed<'a>>,
    /// Open and late, the longest overdue first.
    pub(crate) overdue: Vec<Placed<'a>>,
    /// Solved late in the period.
    pub(crate) late: Vec<Placed<'a>>,
    /// Open and soon due, the first due first.
    pub(crate) soon: Vec<Placed<'a>>,
    /// How many due times rest on years without an official notice.
    pub(crate) not_final: usize,
}

impl<'a> Desk<'a> {
    pub(crate) fn new(
        calendar: &'a Calendar,
        cases: &'a [Case],
        as_of: LocalTime,
        period: Period,
    ) -> Result<Self, Error> {
        let policy = StandingPolicy { soon: Some(SOON), ..StandingPolicy::default() };
        let mut report = Report::new(period, policy).as_of(as_of)?;
        let mut indicators = Indicators::new(period, policy).as_of(as_of)?;
        let given = DossierGiven::default();
        let mut placed = Vec::new();
        for case in cases {
            report.add(calendar, &case.policy, &case.dossier, &case.timeline)?;
            indicators.add(calendar, &case.policy, &case.dossier, &case.timeline, &given)?;
            let standing = case.timeline.standing(calendar, policy, as_of)?;
            if let Some((life, standing)) = case.timeline.summary(as_of).zip(standing) {
                placed.push(Placed { case, life, standing });
            }
        }
        placed.sort_by_key(|it| (it.life.due.at, it.life.received));
        let day = placed.iter().map(|it| it.life.received.date()).max();
        let pick = |test: &dyn Fn(&Placed<'_>) -> bool| -> Vec<Placed<'a>> {
            let kept = placed.iter().filter(|it| test(it));
            kept.copied().collect()
        };
        let state = |wanted| move |it: &Placed<'_>| it.standing.state == wanted;
        let in_period = |at: LocalTime| period.contains(at.date());
        let mut received = pick(&|it| Some(it.life.received.date()) == day);
        received.sort_by_key(|it| it.life.received);
        let late = pick(&|it| state(State::Late)(it) && it.life.finished.is_some_and(in_period));
        Ok(Self {
            calendar,
            as_of,
            report,
            indicators,
            day,
            received,
            overdue: pick(&state(State::Overdue)),
            late,
            soon: pick(&state(State::DueSoon)),
            not_final: pick(&|it| it.life.due.certainty != Certainty::Final).len(),
            placed,
        })
    }

    /// How many of a dossier's days are neither plain working days nor plain weekends.
    pub(crate) fn odd_days(&self, placed: &Placed<'_>) -> usize {
        let days = self.calendar.days(placed.life.received.date(), placed.life.due.date);
        let plain = |kind| matches!(kind, DayKind::Working | DayKind::Weekend);
        days.map_or(0, |days| days.filter(|day| !plain(day.kind)).count())
    }

    /// The due time of a dossier with its reasons.
    pub(crate) fn deadline(&self, placed: &Placed<'_>) -> Result<Deadline, DeadlineError> {
        let Placed { case, life, .. } = placed;
        Deadline::new(self.calendar, &case.policy, life.received, case.dossier.limit)
    }
}
