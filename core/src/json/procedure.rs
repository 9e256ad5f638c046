//! The operations on procedures and their answers.

use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::num::NonZeroU32;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::catalogue::{from_value, procedure};
use super::document::RecordError;
use super::request::Date;
use super::{Door, ErrorBody, RequestError};
use crate::calendar::Overlay;
use crate::deadline::last_instant;
use crate::dossier::DossierCode;
use crate::obligation::{Duty, PublicationObligation, StandingPolicy, State, publication};
use crate::procedure::{
    Bill, Coverage, CriterionAnswer, Evidence, FeeQuery, FilingTally, Finding, Lack, Match,
    OneStopMode, Part, PartDuty, Place, Procedure, ProcedureCode, ProcedureError, PromiseStanding,
    PublicationAudit, Requirement, StepTotal,
};
use crate::regulation::{Citation, CountingPolicy};
use crate::report::Ratio;
use crate::service_level::{Criterion, Mapping, Regime, ServiceLevel};
use crate::time_limit::Channel;
use crate::{Error, LocalTime};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProcedureRequest {
    /// The procedure itself.
    procedure: Option<Value>,
    /// Or a catalogue, with the code or name of one of its procedures, or a search.
    catalogue: Option<Value>,
    reference: Option<String>,
    search: Option<String>,
    most: Option<u16>,
    date: Date,
    channel: Option<Channel>,
    case: Option<String>,
    quantity: Option<NonZeroU32>,
    /// Whether it is handed in where the agency that settles it is.
    same_territory: Option<bool>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CoverageRequest {
    catalogue: Value,
    level: LevelName,
    #[serde(default)]
    evidence: Evidence,
    as_of: Date,
    #[serde(default)]
    dossiers: Vec<DossierCount>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DossierCount {
    procedure: String,
    channel: Channel,
    #[serde(default = "one")]
    count: u32,
    received: Option<Date>,
}

const fn one() -> u32 {
    1
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AuditRequest {
    catalogue: Value,
    as_of: Date,
    #[serde(default)]
    policy: CountingPolicy,
    calendar: Option<Overlay>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LevelRequest {
    level: LevelName,
    /// Another level, to compare with.
    other: Option<LevelName>,
    /// A regime, to map into.
    regime: Option<Regime>,
    /// A date on which the regime must be in force.
    date: Option<Date>,
}

/// A level as a request names it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LevelName {
    regime: String,
    level: String,
}

impl LevelName {
    pub(super) fn level(&self) -> Result<ServiceLevel, Error> {
        Ok(ServiceLevel::named(&self.regime, &self.level)?)
    }
}

/// A code to read, or the parts of one to build.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DossierCodeRequest {
    code: Option<String>,
    agency: Option<String>,
    received: Option<Date>,
    order: Option<u32>,
}

#[derive(Serialize)]
pub(super) struct BasisAnswer {
    text_vi: String,
    text_en: String,
    verified: bool,
    source: &'static str,
}

impl BasisAnswer {
    pub(super) fn new(basis: &'static Citation) -> Self {
        Self {
            text_vi: basis.vietnamese.to_string(),
            text_en: basis.english.to_string(),
            verified: basis.verified,
            source: basis.source,
        }
    }
}

#[derive(Serialize)]
struct CodeAnswer {
    text: String,
    national: String,
    agency: Option<String>,
    agency_highest: Option<String>,
    service: Option<String>,
}

impl CodeAnswer {
    fn new(code: &ProcedureCode) -> Self {
        Self {
            text: code.to_string(),
            national: code.national().to_owned(),
            agency: code.agency().map(ToString::to_string),
            agency_highest: code.agency().map(|agency| agency.highest().to_owned()),
            service: code.service().map(ToOwned::to_owned),
        }
    }
}

/// What was asked for, or why it cannot be told.
#[derive(Serialize)]
#[serde(untagged)]
enum Told<T> {
    Answer(T),
    Refused { error: ErrorBody<'static> },
}

impl<T> Told<T> {
    fn new(told: Result<T, Error>) -> Self {
        match told {
            Ok(answer) => Self::Answer(answer),
            Err(error) => Self::Refused { error: ErrorBody::new(&error) },
        }
    }
}

#[derive(Serialize)]
struct LimitAnswer {
    text: String,
}

#[derive(Serialize)]
struct PromiseAnswer {
    statutory: String,
    published: String,
    standing: PromiseStanding,
}

#[derive(Serialize)]
struct LevelAnswer {
    regime: Regime,
    level: Option<ServiceLevel>,
    declared: Option<ServiceLevel>,
    overstated: bool,
    criteria: Vec<CriterionAnswer>,
    verified: bool,
    basis: BasisAnswer,
}

#[derive(Serialize)]
struct ModeAnswer {
    mode: OneStopMode,
    lacks: Vec<Requirement>,
    basis: Option<BasisAnswer>,
}

#[derive(Serialize)]
struct PlaceAnswer {
    place: Place,
    allowed: bool,
    basis: Option<BasisAnswer>,
}

#[derive(Serialize)]
struct FindingAnswer {
    part: Part,
    lack: Lack,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
    duty: PartDuty,
    text_vi: String,
    basis: BasisAnswer,
}

impl FindingAnswer {
    fn new(finding: &Finding) -> Self {
        Self {
            part: finding.part,
            lack: finding.lack,
            detail: finding.detail.clone(),
            duty: finding.rule.duty,
            text_vi: finding.to_string(),
            basis: BasisAnswer::new(&finding.rule.basis),
        }
    }
}

#[derive(Serialize)]
pub(super) struct FoundAnswer {
    code: Option<CodeAnswer>,
    name: String,
    field: String,
    agency: String,
    limit: Told<LimitAnswer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    promise: Option<Told<PromiseAnswer>>,
    fees: Told<Bill>,
    #[serde(skip_serializing_if = "Option::is_none")]
    steps: Option<Told<StepTotal>>,
    levels: Vec<LevelAnswer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mode: Option<ModeAnswer>,
    reception: Vec<PlaceAnswer>,
    findings: Vec<FindingAnswer>,
}

#[derive(Serialize)]
pub(super) struct HitAnswer {
    code: Option<String>,
    name: String,
    matched: Match,
}

#[derive(Serialize)]
pub(super) struct RefusedAnswer {
    record: usize,
    code: Option<String>,
    field: Option<String>,
    error: ErrorBody<'static>,
}

fn refusals(errors: Vec<RecordError>) -> Vec<RefusedAnswer> {
    let refusal = |error: RecordError| RefusedAnswer {
        record: error.record,
        code: error.code,
        field: error.field,
        error: ErrorBody { code: error.kind.as_str(), message: error.message },
    };
    errors.into_iter().map(refusal).collect()
}

#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum ProcedureAnswer {
    Found {
        #[serde(flatten)]
        found: Box<FoundAnswer>,
    },
    Searched {
        hits: Vec<HitAnswer>,
        refused: Vec<RefusedAnswer>,
    },
}

fn refused(message: &str) -> Error {
    RequestError::Field { message: message.to_owned() }.into()
}

/// The procedure of a record that stands alone, checked as a catalogue checks it.
fn single(record: Value) -> Result<Procedure, Error> {
    if let Some(code) = record.get("code").and_then(Value::as_str) {
        // A code at fault has a kind of its own.
        code.parse::<ProcedureCode>()?;
    }
    let procedure = procedure(record).map_err(|fault| ProcedureError::Record {
        record: 1,
        field: fault.field.unwrap_or_default(),
        message: fault.message,
    })?;
    match procedure.check() {
        Ok(()) => Ok(procedure),
        Err((field, fault)) => Err(ProcedureError::Content { record: 1, field, fault }.into()),
    }
}

/// What the fees of a procedure come to.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FeeRequest {
    procedure: Value,
    date: Date,
    channel: Channel,
    case: Option<String>,
    quantity: Option<NonZeroU32>,
}

#[derive(Serialize)]
pub(super) struct FeeAnswer {
    #[serde(flatten)]
    bill: Bill,
    text_vi: String,
}

pub(super) fn fee(request: FeeRequest) -> Result<FeeAnswer, Error> {
    let query = FeeQuery {
        date: request.date.0,
        channel: request.channel,
        case: request.case.as_deref(),
        quantity: request.quantity.unwrap_or(NonZeroU32::MIN),
    };
    let bill = single(request.procedure)?.bill(query)?;
    Ok(FeeAnswer { text_vi: bill.to_string(), bill })
}

pub(super) fn procedure_op(request: ProcedureRequest) -> Result<ProcedureAnswer, Error> {
    let found = |found: FoundAnswer| ProcedureAnswer::Found { found: found.into() };
    let asked = Asked::of(&request);
    match (request.procedure, request.catalogue, request.reference, request.search) {
        (Some(record), None, None, None) => Ok(found(asked.answer(&single(record)?))),
        (None, Some(catalogue), Some(reference), None) => {
            let (catalogue, _) = from_value(catalogue)?;
            match catalogue.at(&reference, asked.date) {
                Some(procedure) => Ok(found(asked.answer(procedure))),
                None => Err(ProcedureError::Unknown { reference }.into()),
            }
        }
        (None, Some(catalogue), None, Some(search)) => {
            let (catalogue, errors) = from_value(catalogue)?;
            let hits = catalogue.search(&search, usize::from(request.most.unwrap_or(20)));
            let hit = |hit: &crate::procedure::Hit<'_>| HitAnswer {
                code: hit.procedure.code.as_ref().map(ToString::to_string),
                name: hit.procedure.name.clone(),
                matched: hit.matched,
            };
            let hits = hits.iter().map(hit).collect();
            Ok(ProcedureAnswer::Searched { hits, refused: refusals(errors) })
        }
        _ => Err(refused("give `procedure`, or `catalogue` with `reference` or `search`")),
    }
}

/// What is asked of a procedure.
struct Asked {
    date: NaiveDate,
    channel: Option<Channel>,
    case: Option<String>,
    quantity: NonZeroU32,
    same_territory: bool,
}

impl Asked {
    fn of(request: &ProcedureRequest) -> Self {
        Self {
            date: request.date.0,
            channel: request.channel,
            case: request.case.clone(),
            quantity: request.quantity.unwrap_or(NonZeroU32::MIN),
            same_territory: request.same_territory.unwrap_or(true),
        }
    }

    fn answer(&self, procedure: &Procedure) -> FoundAnswer {
        let (date, case) = (self.date, self.case.as_deref());
        let limit = procedure.limit_for(case, self.channel);
        let promise = procedure.promise(case).transpose().map(|promise| {
            Told::new(promise.map_err(Error::from).map(|promise| PromiseAnswer {
                statutory: promise.statutory.to_string(),
                published: promise.published.to_string(),
                standing: promise.standing,
            }))
        });
        let query = FeeQuery {
            date,
            channel: self.channel.unwrap_or(Channel::InPerson),
            case,
            quantity: self.quantity,
        };
        let steps = (!procedure.steps.is_empty()).then(|| {
            let content =
                |fault| ProcedureError::Content { record: 1, field: "steps".into(), fault };
            Told::new(procedure.step_total().map_err(|fault| content(fault).into()))
        });
        FoundAnswer {
            code: procedure.code.as_ref().map(CodeAnswer::new),
            name: procedure.name.clone(),
            field: procedure.field.clone(),
            agency: procedure.agency.clone(),
            limit: Told::new(
                limit.map(|limit| LimitAnswer { text: limit.to_string() }).map_err(Error::from),
            ),
            promise,
            fees: Told::new(procedure.bill(query).map_err(Error::from)),
            steps,
            levels: Regime::on(date).map(|regime| level(procedure, regime, date)).collect(),
            mode: procedure.mode.map(|mode| ModeAnswer {
                mode,
                lacks: procedure.lacks_of(mode, date),
                basis: mode.rule(date).map(|(_, basis)| BasisAnswer::new(basis)),
            }),
            reception: Place::ALL
                .into_iter()
                .map(|place| (place, procedure.reception(place, self.same_territory, date)))
                .map(|(place, reception)| PlaceAnswer {
                    place,
                    allowed: reception.allowed,
                    basis: reception.rule.map(|rule| BasisAnswer::new(&rule.basis)),
                })
                .collect(),
            findings: procedure.findings(date).iter().map(FindingAnswer::new).collect(),
        }
    }
}

fn level(procedure: &Procedure, regime: Regime, date: NaiveDate) -> LevelAnswer {
    let read = procedure.assess(regime, date);
    LevelAnswer {
        regime,
        level: read.level,
        declared: read.declared,
        overstated: read.is_overstated(),
        verified: read.verified,
        criteria: read.criteria,
        basis: BasisAnswer::new(regime.basis()),
    }
}

#[derive(Serialize)]
struct RatioAnswer {
    #[serde(flatten)]
    ratio: Ratio,
    /// Cut off after two decimals; null without data.
    percent: Option<String>,
}

impl From<Ratio> for RatioAnswer {
    fn from(ratio: Ratio) -> Self {
        Self { ratio, percent: ratio.percent_text() }
    }
}

#[derive(Serialize)]
struct UncoveredAnswer {
    code: Option<String>,
    name: String,
    level: Option<ServiceLevel>,
    unmet: Vec<Criterion>,
    no_data: bool,
}

#[derive(Serialize)]
struct OnlineAnswer {
    /// Of all dossiers received.
    share: RatioAnswer,
    /// Of the dossiers of procedures at the level (TT 23/2018/TT-BTTTT).
    level_share: RatioAnswer,
    /// Procedures with an online dossier, of those offered online.
    procedures_used: RatioAnswer,
}

#[derive(Serialize)]
pub(super) struct CoverageAnswer {
    level: ServiceLevel,
    level_vi: String,
    in_force: bool,
    covered: RatioAnswer,
    no_data: u32,
    below: Vec<UncoveredAnswer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    online: Option<OnlineAnswer>,
    refused: Vec<RefusedAnswer>,
}

pub(super) fn coverage(request: CoverageRequest) -> Result<CoverageAnswer, Error> {
    let (level, date) = (request.level.level()?, request.as_of.0);
    let (catalogue, errors) = from_value(request.catalogue)?;
    let covered = Coverage::of(&catalogue, level, request.evidence, date);
    let mut tally = FilingTally::new(&catalogue);
    for filed in &request.dossiers {
        match filed.received {
            Some(on) => tally.add_on(&filed.procedure, on.0, filed.channel, filed.count)?,
            None => tally.add(&filed.procedure, filed.channel, filed.count)?,
        }
    }
    let online = (!request.dossiers.is_empty()).then(|| OnlineAnswer {
        share: tally.online_share().into(),
        level_share: tally.level_share(level, request.evidence, date).into(),
        procedures_used: tally.procedures_used_online().into(),
    });
    let below = covered.below().iter().map(|uncovered| UncoveredAnswer {
        code: uncovered.procedure.code.as_ref().map(ToString::to_string),
        name: uncovered.procedure.name.clone(),
        level: uncovered.level,
        unmet: uncovered.unmet.clone(),
        no_data: uncovered.no_data,
    });
    Ok(CoverageAnswer {
        level,
        level_vi: level.to_string(),
        in_force: level.regime().check(date).is_ok(),
        covered: covered.ratio().into(),
        no_data: covered.no_data(),
        below: below.collect(),
        online,
        refused: refusals(errors),
    })
}

#[derive(Serialize)]
struct PartAnswer {
    part: Part,
    lacking: u32,
}

#[derive(Serialize)]
struct OwedAnswer {
    duty: Duty,
    limit: String,
    from: NaiveDate,
    due_date: NaiveDate,
    done: Option<NaiveDate>,
    standing: State,
    basis: BasisAnswer,
}

#[derive(Serialize)]
struct AuditedAnswer {
    code: Option<String>,
    name: String,
    findings: Vec<FindingAnswer>,
    obligations: Vec<OwedAnswer>,
}

#[derive(Serialize)]
pub(super) struct AuditAnswer {
    published: RatioAnswer,
    complete_contents: RatioAnswer,
    findings: u32,
    parts: Vec<PartAnswer>,
    /// The procedures that lack something or owe something.
    procedures: Vec<AuditedAnswer>,
    refused: Vec<RefusedAnswer>,
}

impl Door {
    pub(super) fn publication_audit(&self, request: AuditRequest) -> Result<AuditAnswer, Error> {
        let calendar = self.calendar(request.calendar.as_ref())?;
        let (catalogue, errors) = from_value(request.catalogue)?;
        let date = request.as_of.0;
        let audit = PublicationAudit::of(&catalogue, date);
        let as_of = last_instant(date);
        let mut procedures = Vec::new();
        for audited in audit.procedures() {
            let mut obligations = Vec::new();
            for owed in publication(&calendar, &request.policy, audited.procedure)? {
                obligations.push(self::owed(&calendar, &owed, as_of)?);
            }
            if audited.findings.is_empty() && obligations.is_empty() {
                continue;
            }
            procedures.push(AuditedAnswer {
                code: audited.procedure.code.as_ref().map(ToString::to_string),
                name: audited.procedure.name.clone(),
                findings: audited.findings.iter().map(FindingAnswer::new).collect(),
                obligations,
            });
        }
        let lacking = |part: &Part| audit.count(*part) > 0;
        let part = |part| PartAnswer { part, lacking: audit.count(part) };
        Ok(AuditAnswer {
            published: audit.published().into(),
            complete_contents: audit.complete_contents().into(),
            findings: audit.findings(),
            parts: Part::ALL.into_iter().filter(lacking).map(part).collect(),
            procedures,
            refused: refusals(errors),
        })
    }
}

fn owed(
    calendar: &crate::Calendar,
    owed: &PublicationObligation<'_>,
    as_of: LocalTime,
) -> Result<OwedAnswer, Error> {
    let obligation = &owed.obligation;
    let standing = obligation.standing(calendar, StandingPolicy::default(), as_of)?;
    Ok(OwedAnswer {
        duty: obligation.duty,
        limit: owed.term.limit.to_string(),
        from: obligation.from.date(),
        due_date: obligation.due.date,
        done: obligation.done.filter(|done| *done <= as_of).map(LocalTime::date),
        standing: standing.state,
        basis: BasisAnswer::new(&owed.term.basis),
    })
}

#[derive(Serialize)]
pub(super) struct ServiceLevelAnswer {
    level: ServiceLevel,
    text_vi: String,
    criteria: &'static [Criterion],
    basis: BasisAnswer,
    #[serde(skip_serializing_if = "Option::is_none")]
    at_least: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mapping: Option<Option<Mapping>>,
}

pub(super) fn service_level(request: &LevelRequest) -> Result<ServiceLevelAnswer, Error> {
    let level = request.level.level()?;
    if let Some(date) = request.date {
        level.regime().check(date.0)?;
    }
    let at_least = match &request.other {
        Some(other) => Some(level.is_at_least(other.level()?)?),
        None => None,
    };
    Ok(ServiceLevelAnswer {
        level,
        text_vi: level.to_string(),
        criteria: level.criteria(),
        basis: BasisAnswer::new(level.regime().basis()),
        at_least,
        mapping: request.regime.map(|regime| level.commonly_taken_for(regime)),
    })
}

#[derive(Serialize)]
pub(super) struct DossierCodeAnswer {
    code: String,
    agency: String,
    agency_form: crate::procedure::AgencyForm,
    agency_highest: String,
    received: NaiveDate,
    order: u32,
}

pub(super) fn dossier_code(request: DossierCodeRequest) -> Result<DossierCodeAnswer, Error> {
    let code: DossierCode = match (request.code, request.agency, request.received, request.order) {
        (Some(code), None, None, None) => code.parse()?,
        (None, Some(agency), Some(received), Some(order)) => {
            DossierCode::new(agency.parse()?, received.0, order)?
        }
        _ => return Err(refused("give `code`, or `agency`, `received` and `order`")),
    };
    Ok(DossierCodeAnswer {
        code: code.to_string(),
        agency: code.agency().to_string(),
        agency_form: code.agency().form(),
        agency_highest: code.agency().highest().to_owned(),
        received: code.received(),
        order: code.order(),
    })
}
