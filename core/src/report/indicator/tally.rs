use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::string::String;

use super::{DossierGiven, Indicator};
use crate::dossier::{Dossier, EventKind, Timeline};
use crate::obligation::{self, Promise, StandingPolicy, State};
use crate::regulation::CountingPolicy;
use crate::report::{Period, Ratio, ReportError};
use crate::time_limit::Channel;
use crate::{Calendar, LocalTime};

/// Points of an indicator, and what they were given for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Points {
    pub(super) points: u32,
    pub(super) of: u32,
    /// How many of these rest on what was given and not on the log.
    pub(super) given: u32,
}

impl Points {
    pub(super) fn add(&mut self, points: u8, given: bool) {
        self.points = self.points.saturating_add(points.into());
        self.of = self.of.saturating_add(1);
        self.given = self.given.saturating_add(given.into());
    }

    fn merge(&mut self, other: Self) {
        self.points = self.points.saturating_add(other.points);
        self.of = self.of.saturating_add(other.of);
        self.given = self.given.saturating_add(other.given);
    }
}

/// The points of an agency or an officer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Card {
    points: [Points; 9],
    /// Received in the period: online, and in all.
    online: u32,
    received: u32,
    /// Filed online, and solved late in the period or overdue at its end.
    online_late: u32,
}

impl Card {
    fn add(&mut self, indicator: Indicator, points: u8, given: bool) {
        if let Some(own) = self.points.get_mut(indicator as usize) {
            own.add(points, given);
        }
    }

    pub(super) fn points(&self, indicator: Indicator) -> Points {
        self.points.get(indicator as usize).copied().unwrap_or_default()
    }

    pub(super) const fn online(&self) -> (Ratio, u32) {
        (Ratio::new(self.online, self.received), self.online_late)
    }

    fn merge(&mut self, other: &Self) {
        for (own, other) in self.points.iter_mut().zip(other.points) {
            own.merge(other);
        }
        self.online = self.online.saturating_add(other.online);
        self.received = self.received.saturating_add(other.received);
        self.online_late = self.online_late.saturating_add(other.online_late);
    }
}

type Cards = BTreeMap<String, Card>;

fn card<'a>(cards: &'a mut Cards, name: &str) -> &'a mut Card {
    cards.entry(name.to_owned()).or_default()
}

/// Chấm điểm — the points of the dossiers of a period, by agency and by officer.
///
/// Dossiers are scored when they are solved in the period (TT 01/2018/TT-VPCP art. 14); times are
/// judged against the first promise, since putting an appointment off does not lengthen the term
/// the rules set. Points over parts add up to those over the whole ([`Indicators::merge`]).
///
/// # Examples
///
/// ```
/// use motcua::calendar::parse_date as day;
/// use motcua::dossier::{Dossier, Event};
/// use motcua::obligation::StandingPolicy;
/// use motcua::regulation::CountingPolicy;
/// use motcua::report::{AgencyGiven, DossierGiven, Indicators, Period, Tenths};
/// use motcua::time_limit::{Channel, Limit};
/// use motcua::Calendar;
///
/// let calendar = Calendar::vietnam()?;
/// let policy = CountingPolicy::one_stop();
/// let mut dossier = Dossier::new("HS-1", Limit::working_days(10), Channel::Online)
///     .event(Event::received("2020-08-03T09:00".parse()?))
///     .event(Event::finished("2020-08-07T15:10".parse()?));
/// dossier.agency = "Sở Xây dựng".into();
/// let timeline = dossier.evaluate(&calendar, &policy)?;
/// let period = Period::new(day("2020-07-01")?, day("2020-09-30")?)?;
/// let mut indicators = Indicators::new(period, StandingPolicy::default());
/// let given = DossierGiven { complaint: Some(false), ..DossierGiven::default() };
/// indicators.add(&calendar, &policy, &dossier, &timeline, &given)?;
/// let score = indicators.agency("Sở Xây dựng", &AgencyGiven::default())?;
/// // Early, completed without a contact, and no complaint.
/// assert_eq!(score.total, Tenths(60));
/// # Ok::<(), motcua::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicators {
    period: Period,
    policy: StandingPolicy,
    at: LocalTime,
    pub(super) agencies: Cards,
    pub(super) officers: Cards,
}

impl Indicators {
    /// No points yet.
    #[must_use]
    pub fn new(period: Period, policy: StandingPolicy) -> Self {
        let policy = StandingPolicy { promise: Promise::First, ..policy };
        let (agencies, officers) = (Cards::new(), Cards::new());
        Self { period, policy, at: period.end(), agencies, officers }
    }

    /// The same without points, judged at an instant before the end of the period.
    ///
    /// # Errors
    ///
    /// [`ReportError::JudgedBeforeBegin`] for an instant before the period.
    pub fn as_of(self, at: LocalTime) -> Result<Self, ReportError> {
        let at = self.period.judged_at(at)?;
        Ok(Self { at, ..Self::new(self.period, self.policy) })
    }

    /// The period.
    #[must_use]
    pub const fn period(&self) -> Period {
        self.period
    }

    /// Scores a dossier; one that was not solved in the period only counts for the online
    /// services.
    ///
    /// # Errors
    ///
    /// [`ReportError::Calendar`] and [`ReportError::Deadline`] for instants outside the calendar.
    pub fn add(
        &mut self,
        calendar: &Calendar,
        counting: &CountingPolicy,
        dossier: &Dossier,
        timeline: &Timeline,
        given: &DossierGiven,
    ) -> Result<(), ReportError> {
        let (period, as_of) = (self.period, self.at);
        let Some(received) = timeline.received.filter(|at| *at <= as_of) else { return Ok(()) };
        let finished = timeline.finished.filter(|at| *at <= as_of);
        let ended = timeline.ended.map(|(at, _)| at).filter(|at| *at <= as_of);
        if finished.or(ended).is_some_and(|at| at.date() < period.from()) {
            return Ok(());
        }
        let standing = timeline.standing(calendar, self.policy, as_of)?;
        let state = standing.map(|standing| standing.state);
        // All that can fail comes before anything is scored.
        let shares = match finished {
            Some(finished) => self.shares(calendar, counting, dossier, timeline, finished)?,
            None => BTreeMap::new(),
        };
        let agency = card(&mut self.agencies, &dossier.agency);
        if period.contains(received.date()) {
            agency.received = agency.received.saturating_add(1);
            let online = dossier.channel == Channel::Online;
            agency.online = agency.online.saturating_add(online.into());
        }
        let late = dossier.channel == Channel::Online && state.is_some_and(State::is_late);
        agency.online_late = agency.online_late.saturating_add(late.into());
        let (Some(finished), Some(state)) = (finished, state) else { return Ok(()) };
        let own_share = shares.get(dossier.agency.as_str()).copied();
        let scored = scores(dossier, finished, state, own_share, given);
        for (indicator, points, given) in scored.into_iter().flatten() {
            // The time of each agency is scored for all of them below.
            if indicator != Indicator::AgencyTime {
                agency.add(indicator, points, given);
            }
            if !dossier.officer.is_empty() && Indicator::OF_OFFICERS.contains(&indicator) {
                card(&mut self.officers, &dossier.officer).add(indicator, points, given);
            }
        }
        for (name, points) in shares {
            card(&mut self.agencies, name).add(Indicator::AgencyTime, points, false);
        }
        Ok(())
    }

    /// Indicator 2: the points of each agency that took part in steps, those of its worst step.
    fn shares<'a>(
        &self,
        calendar: &Calendar,
        counting: &CountingPolicy,
        dossier: &'a Dossier,
        timeline: &Timeline,
        finished: LocalTime,
    ) -> Result<BTreeMap<&'a str, u8>, ReportError> {
        let mut shares: BTreeMap<&str, u8> = BTreeMap::new();
        if dossier.steps.is_empty() {
            return Ok(shares);
        }
        for run in dossier.step_runs(calendar, counting, timeline, self.at)? {
            let done = run.finished.unwrap_or(finished).min(finished);
            let standing =
                obligation::standing(calendar, self.policy, &run.due, Some(done), self.at)?;
            let Some(points) = time_points(standing.state) else { continue };
            let agency = match run.plan.agency.as_str() {
                "" => dossier.agency.as_str(),
                agency => agency,
            };
            let worst = shares.entry(agency).or_insert(points);
            *worst = points.min(*worst);
        }
        Ok(shares)
    }

    /// Cộng điểm — counts the points of another part in; the order of merging is of no
    /// consequence.
    ///
    /// # Errors
    ///
    /// [`ReportError::Differ`] for points of another period, another moment or other policies.
    pub fn merge(&mut self, other: &Self) -> Result<(), ReportError> {
        let differs = if self.period != other.period {
            Some("period")
        } else if self.at != other.at {
            Some("as_of")
        } else if self.policy != other.policy {
            Some("standing")
        } else {
            None
        };
        if let Some(what) = differs {
            return Err(ReportError::Differ { what });
        }
        for (name, points) in &other.agencies {
            card(&mut self.agencies, name).merge(points);
        }
        for (name, points) in &other.officers {
            card(&mut self.officers, name).merge(points);
        }
        Ok(())
    }
}

/// Shorter 2, equal 1, longer 0; none for what was not done.
const fn time_points(state: State) -> Option<u8> {
    match state {
        State::Early => Some(2),
        State::OnTime => Some(1),
        State::Late => Some(0),
        _ => None,
    }
}

/// Never 2, once 1, oftener 0.
const fn seldom_points(times: u8) -> u8 {
    2_u8.saturating_sub(times)
}

/// The points of a solved dossier, and whether they rest on what was given.
fn scores(
    dossier: &Dossier,
    finished: LocalTime,
    state: State,
    own_share: Option<u8>,
    given: &DossierGiven,
) -> [Option<(Indicator, u8, bool)>; 6] {
    let time = time_points(state);
    let supplements = || {
        let before = dossier.events.iter().take_while(|event| event.at <= finished);
        let asked = |kind: &EventKind| matches!(kind, EventKind::SupplementRequested { .. });
        before.fold(0_u8, |sum, event| sum.saturating_add(asked(&event.kind).into()))
    };
    let contacts = given.contacts.unwrap_or_else(supplements);
    // A dossier that was late has no place in the wording; it earns nothing.
    let attitude = |complaint: bool| if complaint { Some(0) } else { time };
    [
        time.map(|points| (Indicator::TotalTime, points, false)),
        own_share.map(|points| (Indicator::AgencyTime, points, false)),
        Some((Indicator::Contacts, seldom_points(contacts), given.contacts.is_some())),
        given
            .agencies_contacted
            .map(|number| (Indicator::AgenciesContacted, seldom_points(number), true)),
        given.publicity.map(|how| (Indicator::Publicity, how.points(), true)),
        given.complaint.and_then(attitude).map(|points| (Indicator::Attitude, points, true)),
    ]
}
