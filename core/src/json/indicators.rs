//! The operation `indicators`: the scores of agencies and officers, and the parts of the national
//! index that can be computed.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Door;
use super::procedure::BasisAnswer;
use super::report::RefusedAnswer;
use super::request::{Date, StandingFields};
use crate::calendar::Overlay;
use crate::regulation::CountingPolicy;
use crate::report::{
    AgencyGiven, AgencyScore, DossierGiven, Feedback, IndexGroup, IndexRule, Indicator,
    IndicatorScore, Indicators, OfficerScore, Rating, Ratio, Report, ReportError, ScoringRule,
    TaskDone, Tenths, index_shares,
};
use crate::{Error, LocalTime};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct IndicatorsRequest {
    dossiers: Vec<Value>,
    from: Date,
    to: Date,
    as_of: Option<LocalTime>,
    #[serde(default)]
    policy: CountingPolicy,
    #[serde(default)]
    standing: StandingFields,
    calendar: Option<Overlay>,
    catalogue: Option<Value>,
    /// What the log cannot know, by dossier.
    #[serde(default)]
    given: BTreeMap<String, DossierGiven>,
    /// What no log knows, by agency.
    #[serde(default)]
    agencies: BTreeMap<String, AgencyGiven>,
    #[serde(default)]
    index: IndexRequest,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct IndexRequest {
    /// Points with one decimal, by group.
    points: BTreeMap<IndexGroup, PointsField>,
    feedback: Option<Feedback>,
}

/// Points with at most one decimal.
struct PointsField(Tenths);

impl<'de> Deserialize<'de> for PointsField {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let number = serde_json::Number::deserialize(from)?;
        let wrong =
            || serde::de::Error::custom(alloc::format!("{number} is not points with one decimal"));
        let amount: crate::time_limit::Amount =
            alloc::format!("{number}").parse().map_err(|_| wrong())?;
        let thousandths = amount.thousandths();
        if thousandths.is_multiple_of(100) {
            Ok(Self(Tenths(thousandths / 100)))
        } else {
            Err(wrong())
        }
    }
}

#[derive(Serialize)]
struct ScoreAnswer {
    number: u8,
    indicator: Indicator,
    points: u32,
    of: u32,
    /// How many of these rest on what was given.
    given: u32,
    score: Tenths,
}

impl ScoreAnswer {
    fn new(score: &IndicatorScore) -> Self {
        let IndicatorScore { indicator, points, of, given, score } = *score;
        Self { number: indicator.number(), indicator, points, of, given, score }
    }
}

#[derive(Serialize)]
struct AgencyAnswer {
    agency: String,
    indicators: Vec<ScoreAnswer>,
    skipped: Vec<Indicator>,
    /// How many of how many indicators have data.
    scored: Ratio,
    total: Tenths,
    rating: Option<Rating>,
}

#[derive(Serialize)]
struct OfficerAnswer {
    officer: String,
    indicators: Vec<ScoreAnswer>,
    skipped: Vec<Indicator>,
    /// How many of how many indicators have data.
    scored: Ratio,
    total: Tenths,
    task: Option<TaskDone>,
}

#[derive(Serialize)]
struct ShareAnswer {
    group: IndexGroup,
    share: &'static str,
    ratio: Ratio,
    given: bool,
}

#[derive(Serialize)]
struct GroupAnswer {
    group: IndexGroup,
    most: u8,
    /// None where it was not given.
    points: Option<Tenths>,
}

#[derive(Serialize)]
struct RankAnswer {
    total: Tenths,
    rating: Rating,
    verified: bool,
}

#[derive(Serialize)]
struct IndexAnswer {
    groups: Vec<GroupAnswer>,
    shares: Vec<ShareAnswer>,
    /// None while the points of a group are missing.
    rank: Option<RankAnswer>,
    basis: BasisAnswer,
}

#[derive(Serialize)]
pub(super) struct IndicatorsAnswer {
    from: NaiveDate,
    to: NaiveDate,
    agencies: Vec<AgencyAnswer>,
    officers: Vec<OfficerAnswer>,
    /// By which the scores are told.
    basis: BasisAnswer,
    on_time: Ratio,
    online: Ratio,
    index: IndexAnswer,
    refused: Vec<RefusedAnswer>,
}

fn scores(scores: &[IndicatorScore]) -> Vec<ScoreAnswer> {
    scores.iter().map(ScoreAnswer::new).collect()
}

impl Door {
    pub(super) fn indicators(
        &self,
        mut request: IndicatorsRequest,
    ) -> Result<IndicatorsAnswer, Error> {
        let standing = request.standing.policy();
        let ends = [request.from, request.to];
        let overlay = request.calendar.as_ref();
        let log = self.log(ends, overlay, request.catalogue, request.policy, standing)?;
        let date = log.period.to();
        let rule = ScoringRule::on(date).ok_or(ReportError::NoScoring { date })?;
        let mut indicators = Indicators::new(log.period, log.standing);
        let mut report = Report::new(log.period, log.standing);
        if let Some(as_of) = request.as_of {
            indicators = indicators.as_of(as_of)?;
            report = report.as_of(as_of)?;
        }
        let mut unused = request.given.clone();
        let refused = log.each(request.dossiers, |dossier, policy, timeline| {
            unused.remove(&dossier.code);
            let given = request.given.get(&dossier.code).copied().unwrap_or_default();
            report.add(&log.calendar, policy, dossier, timeline)?;
            Ok(indicators.add(&log.calendar, policy, dossier, timeline, &given)?)
        });
        // What is given for a refused dossier was given for one that is there.
        for refusal in &refused {
            if let Some(code) = refusal.code() {
                unused.remove(code);
            }
        }
        if let Some((code, _)) = unused.pop_first() {
            return Err(ReportError::UnknownDossier { code }.into());
        }
        let mut agencies = Vec::new();
        let solved: Vec<String> = indicators.agencies().map(ToOwned::to_owned).collect();
        for agency in solved {
            let given = request.agencies.remove(&agency).unwrap_or_default();
            agencies.push((agency, given));
        }
        agencies.extend(request.agencies);
        agencies.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        let agencies = agencies.into_iter().map(|(agency, given)| {
            let score = indicators.agency(&agency, &given)?;
            let scored = score.scored();
            let AgencyScore { indicators, skipped, total, rating, .. } = score;
            let indicators = scores(&indicators);
            Ok(AgencyAnswer { agency, indicators, skipped, scored, total, rating })
        });
        let agencies: Result<Vec<AgencyAnswer>, ReportError> = agencies.collect();
        let officers = indicators.officers().map(|officer| {
            let score = indicators.officer(officer)?;
            let scored = score.scored();
            let OfficerScore { indicators, skipped, total, task, .. } = score;
            let (officer, indicators) = (officer.to_owned(), scores(&indicators));
            Ok(OfficerAnswer { officer, indicators, skipped, scored, total, task })
        });
        let officers: Result<Vec<OfficerAnswer>, ReportError> = officers.collect();
        let totals = report.totals()?;
        let (on_time, online) = (totals.on_time_ratio(), totals.online_ratio());
        Ok(IndicatorsAnswer {
            from: log.period.from(),
            to: date,
            agencies: agencies?,
            officers: officers?,
            basis: BasisAnswer::new(&rule.basis),
            on_time,
            online,
            index: index(on_time, online, &request.index)?,
            refused,
        })
    }
}

fn index(on_time: Ratio, online: Ratio, request: &IndexRequest) -> Result<IndexAnswer, Error> {
    let rule = IndexRule::decree();
    let points: Vec<(IndexGroup, Tenths)> =
        request.points.iter().map(|(group, points)| (*group, points.0)).collect();
    let given = |group: IndexGroup| request.points.get(&group).map(|points| points.0);
    let groups = rule.groups.iter();
    let shares = index_shares(on_time, online, request.feedback)?;
    let rank = rule.total(&points)?.map(|(total, rank)| match rank {
        Some(rank) => RankAnswer { total, rating: rank.rating, verified: rank.verified },
        // Below the last threshold, which is as sure as that one.
        None => {
            let verified = rule.ranks.last().is_some_and(|rank| rank.verified);
            RankAnswer { total, rating: Rating::Weak, verified }
        }
    });
    Ok(IndexAnswer {
        groups: groups
            .map(|(group, most)| GroupAnswer { group: *group, most: *most, points: given(*group) })
            .collect(),
        shares: shares
            .into_iter()
            .map(|it| ShareAnswer {
                group: it.group,
                share: it.share,
                ratio: it.ratio,
                given: it.given,
            })
            .collect(),
        rank,
        basis: BasisAnswer::new(&rule.basis),
    })
}
