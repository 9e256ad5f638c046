//! The operation `inspect`: an agency's administrative reform over a period.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::catalogue::from_value;
use super::document::{RecordError, code_of};
use super::procedure::LevelName;
use super::report::Codes;
use super::request::{Date, StandingFields};
use super::{Door, DossierRecord, ErrorBody, read};
use crate::calendar::Overlay;
use crate::inspection::{
    Conclusion, Inspection, ManualFinding, PersonnelFiles, QualitySystem, Remedy, WorkPlan,
};
use crate::procedure::{Catalogue, Evidence};
use crate::regulation::CountingPolicy;
use crate::report::Period;
use crate::{Calendar, Error};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct InspectRequest {
    #[serde(default)]
    subject: String,
    from: Date,
    to: Date,
    as_of: Option<Date>,
    catalogue: Option<Value>,
    #[serde(default)]
    dossiers: Vec<Value>,
    plan: Option<Plans>,
    #[serde(default)]
    quality: Vec<QualitySystem>,
    personnel: Option<PersonnelFiles>,
    /// Added by hand.
    #[serde(default)]
    findings: Vec<ManualFinding>,
    #[serde(default)]
    remedies: Vec<Remedy>,
    level: Option<LevelName>,
    #[serde(default)]
    evidence: Evidence,
    #[serde(default)]
    policy: CountingPolicy,
    #[serde(default)]
    standing: StandingFields,
    calendar: Option<Overlay>,
}

/// A period may touch the plans of several years.
struct Plans(Vec<WorkPlan>);

impl<'de> Deserialize<'de> for Plans {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(from)?;
        let plans = match value {
            Value::Array(_) => serde_json::from_value(value),
            _ => serde_json::from_value(value).map(|plan| alloc::vec![plan]),
        };
        plans.map(Self).map_err(serde::de::Error::custom)
    }
}

/// Where a record that could not be read stood.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Source {
    Catalogue,
    Dossiers,
}

#[derive(Serialize)]
struct RefusedAnswer {
    of: Source,
    record: usize,
    code: Option<String>,
    error: ErrorBody<'static>,
}

#[derive(Serialize)]
pub(super) struct InspectAnswer {
    #[serde(flatten)]
    conclusion: Conclusion,
    /// Records that are judged by nothing.
    refused: Vec<RefusedAnswer>,
}

fn refused_procedure(error: RecordError) -> RefusedAnswer {
    RefusedAnswer {
        of: Source::Catalogue,
        record: error.record,
        code: error.code,
        error: ErrorBody { code: error.kind.as_str(), message: error.message },
    }
}

/// Counts a dossier in, its limit its own or that of its procedure.
fn add(
    inspection: &mut Inspection<'_>,
    calendar: &Calendar,
    catalogue: Option<&Catalogue>,
    policy: CountingPolicy,
    codes: &mut Codes,
    value: Value,
) -> Result<(), Error> {
    let (dossier, policy) = read::<DossierRecord>(value)?.into_dossier(catalogue, policy)?;
    codes.check(&dossier)?;
    let timeline = dossier.evaluate(calendar, &policy)?;
    inspection.add(calendar, &policy, &dossier, &timeline)?;
    codes.note(dossier);
    Ok(())
}

impl Door {
    pub(super) fn inspect(&self, request: InspectRequest) -> Result<InspectAnswer, Error> {
        let calendar = self.calendar(request.calendar.as_ref())?;
        let period = Period::new(request.from.0, request.to.0)?;
        // Outside the years that are known each dossier would be refused for the period's fault.
        calendar.day(period.from())?;
        calendar.day(period.to())?;
        let (catalogue, errors) = match request.catalogue {
            Some(value) => {
                let (catalogue, errors) = from_value(value)?;
                (Some(catalogue), errors)
            }
            None => (None, Vec::new()),
        };
        let mut refused: Vec<RefusedAnswer> = errors.into_iter().map(refused_procedure).collect();
        let mut inspection = Inspection::new(period, request.subject);
        inspection.as_of = request.as_of.map_or(period.to(), |date| date.0);
        inspection.catalogue = catalogue.as_ref();
        inspection.plans = request.plan.map(|plans| plans.0).unwrap_or_default();
        inspection.quality = request.quality;
        inspection.personnel = request.personnel;
        inspection.manual = request.findings;
        inspection.remedies = request.remedies;
        inspection.evidence = request.evidence;
        inspection.standing = request.standing.policy();
        inspection.level = match request.level {
            Some(named) => Some(named.level()?),
            None => None,
        };
        let mut codes = Codes::default();
        for (record, value) in (1_usize..).zip(request.dossiers) {
            let code = code_of(&value);
            let known = catalogue.as_ref();
            let added = add(&mut inspection, &calendar, known, request.policy, &mut codes, value);
            if let Err(error) = added {
                let (of, error) = (Source::Dossiers, ErrorBody::new(&error));
                refused.push(RefusedAnswer { of, record, code, error });
            }
        }
        inspection.unread = u32::try_from(refused.len()).unwrap_or(u32::MAX);
        let conclusion = inspection.conclude(&calendar, &request.policy)?;
        Ok(InspectAnswer { conclusion, refused })
    }
}
