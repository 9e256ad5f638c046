//! The operation `national`: records of the national portal, read, evaluated and held against
//! their own events.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::evaluate::{EvaluateAnswer, Look, known};
use super::report::RefusedAnswer;
use super::request::{StandingFields, within_hours};
use super::{Door, DossierRecord};
use crate::calendar::Overlay;
use crate::dossier::{Event, NationalProgress, NationalRecord, SyncAudit};
use crate::regulation::CountingPolicy;
use crate::{Error, LocalTime};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NationalRequest {
    records: Vec<Value>,
    as_of: LocalTime,
    #[serde(default)]
    policy: CountingPolicy,
    #[serde(default)]
    standing: StandingFields,
    #[serde(default = "within_hours")]
    within_hours: u32,
    calendar: Option<Overlay>,
}

/// A record with what it does not tell itself: its limit, and what its procedure says of
/// interruptions.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    dossier: Value,
    #[serde(default)]
    progress: Vec<Value>,
    limit: Option<Value>,
    text: Option<Value>,
    case: Option<Value>,
    handling: Option<Value>,
    steps: Option<Value>,
}

#[derive(Serialize)]
pub(super) struct NationalAnswer {
    dossiers: Vec<ReadAnswer>,
    refused: Vec<RefusedAnswer>,
    /// How many records make late what the events do not.
    false_late: u32,
    /// How many records disagree with their events in anything.
    disagreeing: u32,
}

#[derive(Serialize)]
struct ReadAnswer {
    record: usize,
    code: String,
    events: Vec<Event>,
    evaluation: EvaluateAnswer,
    audit: SyncAudit,
    /// The record as the events say it stands.
    corrected: Value,
    /// The records of progress the events give, one for each that changes the status.
    progress: Vec<Value>,
    /// The fields that were kept and not read.
    kept: Vec<String>,
}

impl Door {
    pub(super) fn national(&self, request: NationalRequest) -> Result<NationalAnswer, Error> {
        let calendar = self.calendar(request.calendar.as_ref())?;
        let policy = request.standing.policy();
        let look = Look {
            calendar: &calendar,
            policy,
            as_of: request.as_of,
            within_hours: request.within_hours,
        };
        let mut answer = NationalAnswer {
            dossiers: Vec::new(),
            refused: Vec::new(),
            false_late: 0,
            disagreeing: 0,
        };
        for (record, value) in (1_usize..).zip(request.records) {
            let code = value.pointer("/dossier/MaHoSo").and_then(Value::as_str);
            let dossier = code.map(ToString::to_string);
            match look.national(record, value, request.policy) {
                Ok(read) => {
                    let count = |fault: bool| u32::from(fault);
                    answer.false_late =
                        answer.false_late.saturating_add(count(read.audit.false_late));
                    let disagrees = !read.audit.disagreements.is_empty();
                    answer.disagreeing = answer.disagreeing.saturating_add(count(disagrees));
                    answer.dossiers.push(read);
                }
                Err(error) => answer.refused.push(RefusedAnswer::new(record, dossier, &error)),
            }
        }
        Ok(answer)
    }
}

impl Look<'_> {
    fn national(
        &self,
        number: usize,
        value: Value,
        policy: CountingPolicy,
    ) -> Result<ReadAnswer, Error> {
        let entry: Entry = super::read(value)?;
        let record = NationalRecord::from_value(entry.dossier)?;
        let progress = entry.progress.into_iter().map(NationalProgress::from_value);
        let progress = progress.collect::<Result<Vec<_>, _>>()?;
        let events = record.events(&progress)?;
        let mut fields = Map::new();
        for (name, field) in [
            ("limit", entry.limit),
            ("text", entry.text),
            ("case", entry.case),
            ("handling", entry.handling),
            ("steps", entry.steps),
        ] {
            fields.extend(field.map(|field| (name.to_string(), field)));
        }
        for (name, text) in [
            ("code", &record.code),
            ("procedure", &record.procedure),
            ("field", &record.field),
            ("agency", &record.agency),
        ] {
            fields.insert(name.to_string(), json!(text));
        }
        if let Some(channel) = record.channel {
            fields.insert("channel".to_string(), json!(channel.as_str()));
        }
        fields.insert("events".to_string(), json!(events));
        let dossier: DossierRecord = super::read(Value::Object(fields))?;
        let (dossier, policy) = dossier.into_dossier(None, policy)?;
        let (dossier, timeline) = known(dossier, self.calendar, &policy, self.as_of)?;
        let kept = record.other.keys().cloned().chain(
            record.supplements.iter().enumerate().flat_map(|(place, supplement)| {
                let number = place.saturating_add(1);
                let name =
                    move |field: &String| alloc::format!("DanhSachHoSoBoSung.{number}.{field}");
                supplement.other.keys().map(name)
            }),
        );
        let mut kept: Vec<String> = kept.collect();
        kept.extend(progress.iter().zip(1_usize..).flat_map(|(step, number)| {
            let name = move |field: &String| alloc::format!("progress.{number}.{field}");
            step.other.keys().map(name)
        }));
        let told = NationalProgress::of(&dossier, &timeline);
        Ok(ReadAnswer {
            record: number,
            code: record.code.clone(),
            events,
            evaluation: self.answer(&dossier, &timeline, &policy)?,
            audit: record.audit(&dossier, &timeline, self.calendar, &policy, self.as_of)?,
            corrected: record.corrected(&dossier, &timeline, self.as_of).to_value(),
            progress: told.iter().map(NationalProgress::to_value).collect(),
            kept,
        })
    }
}
