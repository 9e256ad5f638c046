use alloc::string::String;
use alloc::vec::Vec;

use super::given::online;
use super::tally::{Card, Points};
use super::{AgencyGiven, Indicator, Indicators, Rating, ScoringRule, TaskDone, Tenths};
use crate::report::{Ratio, ReportError};

/// Điểm chỉ số — the score of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct IndicatorScore {
    /// The indicator.
    pub indicator: Indicator,
    /// The points added up.
    pub points: u32,
    /// How many dossiers they are for; 1 for an indicator of the agency as a whole.
    pub of: u32,
    /// How many of these rest on what was given and not on the log.
    pub given: u32,
    /// Their mean, rounded to one decimal.
    pub score: Tenths,
}

/// Điểm của cơ quan — the scores of an agency (TT 01/2018/TT-VPCP art. 14, 15).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct AgencyScore {
    /// The indicators with data, in order.
    pub indicators: Vec<IndicatorScore>,
    /// The indicators without data, which are left out.
    pub skipped: Vec<Indicator>,
    /// The scores added up; at most 18 with all nine.
    pub total: Tenths,
    /// The rating of the total; none when no indicator has data. Its bounds are those of all nine,
    /// so [`AgencyScore::scored`] is to be told with it.
    pub rating: Option<Rating>,
    /// By which rule.
    pub rule: &'static ScoringRule,
}

impl AgencyScore {
    /// How many of the indicators have data.
    #[must_use]
    pub fn scored(&self) -> Ratio {
        scored(&self.indicators, &self.skipped)
    }
}

/// Điểm của công chức, viên chức — the scores of an officer (TT 01/2018/TT-VPCP art. 15).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct OfficerScore {
    /// The indicators with data, in order.
    pub indicators: Vec<IndicatorScore>,
    /// The indicators of officers without data, which are left out.
    pub skipped: Vec<Indicator>,
    /// The scores added up; at most 10 with all five.
    pub total: Tenths,
    /// How much of the task is done; none when no indicator has data. The bounds are those of all
    /// five, so [`OfficerScore::scored`] is to be told with it.
    pub task: Option<TaskDone>,
    /// By which rule.
    pub rule: &'static ScoringRule,
}

impl OfficerScore {
    /// How many of the indicators of officers have data.
    #[must_use]
    pub fn scored(&self) -> Ratio {
        scored(&self.indicators, &self.skipped)
    }
}

fn scored(indicators: &[IndicatorScore], skipped: &[Indicator]) -> Ratio {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let with_data = count(indicators.len());
    Ratio::new(with_data, with_data.saturating_add(count(skipped.len())))
}

/// Sets the indicators with data apart from those without.
fn sorted(
    all: &[Indicator],
    points: impl Fn(Indicator) -> Points,
) -> (Vec<IndicatorScore>, Vec<Indicator>, Tenths) {
    let (mut scores, mut skipped, mut total) = (Vec::new(), Vec::new(), Tenths::default());
    for indicator in all.iter().copied() {
        let Points { points, of, given } = points(indicator);
        match Tenths::mean(points, of) {
            Some(score) => {
                total = total.plus(score);
                scores.push(IndicatorScore { indicator, points, of, given, score });
            }
            None => skipped.push(indicator),
        }
    }
    (scores, skipped, total)
}

/// One value that was given, or none.
fn once(points: Option<u8>, given: bool) -> Points {
    let mut once = Points::default();
    if let Some(points) = points {
        once.add(points, given);
    }
    once
}

impl Indicators {
    /// The agencies that solved dossiers or steps of them, in the order of their names.
    pub fn agencies(&self) -> impl Iterator<Item = &str> {
        self.agencies.keys().map(String::as_str)
    }

    /// The officers that solved dossiers, in the order of their names.
    pub fn officers(&self) -> impl Iterator<Item = &str> {
        self.officers.keys().map(String::as_str)
    }

    fn rule(&self) -> Result<&'static ScoringRule, ReportError> {
        let date = self.period().to();
        ScoringRule::on(date).ok_or(ReportError::NoScoring { date })
    }

    /// Chấm điểm cơ quan — the scores of an agency; one without dossiers has those of what is
    /// given.
    ///
    /// # Errors
    ///
    /// [`ReportError::NoScoring`] for a period that ends before there was a rule,
    /// [`ReportError::PartExceedsWhole`] for numbers that cannot be.
    pub fn agency(&self, name: &str, given: &AgencyGiven) -> Result<AgencyScore, ReportError> {
        let rule = self.rule()?;
        given.check()?;
        let card = self.agencies.get(name).copied().unwrap_or_default();
        let (indicators, skipped, total) = sorted(&Indicator::ALL, |indicator| match indicator {
            Indicator::Organisation => {
                once(given.organisation.and_then(|it| it.points(rule)), true)
            }
            Indicator::Publicity if given.publicity.is_some() => {
                once(given.publicity.map(super::Publicity::points), true)
            }
            Indicator::Complaints => once(given.complaints.map(|it| it.points(rule)), true),
            Indicator::Online => once(online_points(&card, given, rule), true),
            of_dossiers => card.points(of_dossiers),
        });
        let rating = (!indicators.is_empty()).then(|| rule.rating(total));
        Ok(AgencyScore { indicators, skipped, total, rating, rule })
    }

    /// Chấm điểm công chức — the scores of an officer.
    ///
    /// # Errors
    ///
    /// [`ReportError::NoScoring`] for a period that ends before there was a rule.
    pub fn officer(&self, name: &str) -> Result<OfficerScore, ReportError> {
        let rule = self.rule()?;
        let card = self.officers.get(name).copied().unwrap_or_default();
        let (indicators, skipped, total) =
            sorted(&Indicator::OF_OFFICERS, |indicator| card.points(indicator));
        let task = (!indicators.is_empty()).then(|| rule.task(total));
        Ok(OfficerScore { indicators, skipped, total, task, rule })
    }
}

fn online_points(card: &Card, given: &AgencyGiven, rule: &ScoringRule) -> Option<u8> {
    let (dossiers, late) = card.online();
    let dossiers = given.online_dossiers.unwrap_or(dossiers);
    online(rule, given.online_procedures?, dossiers, given.online_late.unwrap_or(late))
}
