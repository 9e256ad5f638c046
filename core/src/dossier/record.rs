//! Events as documents carry them: one flat object with a `type`.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;

use serde::{Deserialize, Serialize};

use super::{Event, EventKind, Outcome, Stage};
use crate::LocalTime;

/// All fields an event can have; which of them belong to it depends on its type.
#[derive(Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct EventRecord {
    #[serde(rename = "type")]
    kind: String,
    at: Option<LocalTime>,
    #[serde(skip_serializing_if = "String::is_empty")]
    actor: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    note: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    elsewhere: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    step: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stage: Option<Stage>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<LocalTime>,
    #[serde(skip_serializing_if = "Option::is_none")]
    basis: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    agency: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<LocalTime>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<Outcome>,
}

impl EventRecord {
    /// The first field that stands although no such event has it.
    fn left_over(&self) -> Option<&'static str> {
        let fields = [
            ("elsewhere", self.elsewhere.is_some()),
            ("to", self.to.is_some()),
            ("step", self.step.is_some()),
            ("stage", self.stage.is_some()),
            ("by", self.by.is_some()),
            ("basis", self.basis.is_some()),
            ("agency", self.agency.is_some()),
            ("due", self.due.is_some()),
            ("reason", self.reason.is_some()),
            ("outcome", self.outcome.is_some()),
        ];
        fields.into_iter().find(|(_, stands)| *stands).map(|(name, _)| name)
    }
}

impl TryFrom<EventRecord> for Event {
    type Error = String;

    fn try_from(mut record: EventRecord) -> Result<Self, String> {
        let name = core::mem::take(&mut record.kind);
        if name.is_empty() {
            return Err("an event has no `type`".to_owned());
        }
        let missing = |field: &str| format!("event `{name}`: missing field `{field}`");
        let at = record.at.ok_or_else(|| missing("at"))?;
        let kind = match name.as_str() {
            "submitted" => EventKind::Submitted,
            "received" => {
                EventKind::Received { elsewhere: record.elsewhere.take().unwrap_or(false) }
            }
            "agency_received" => EventKind::AgencyReceived,
            "reception_refused" => EventKind::ReceptionRefused,
            "transferred" => EventKind::Transferred { to: record.to.take().unwrap_or_default() },
            "step_started" => {
                EventKind::StepStarted { step: record.step.take().ok_or_else(|| missing("step"))? }
            }
            "step_finished" => {
                EventKind::StepFinished { step: record.step.take().ok_or_else(|| missing("step"))? }
            }
            "supplement_requested" => EventKind::SupplementRequested {
                stage: record.stage.take().unwrap_or_default(),
                by: record.by.take(),
            },
            "supplement_received" => EventKind::SupplementReceived,
            "payment_requested" => EventKind::PaymentRequested { by: record.by.take() },
            "payment_made" => EventKind::PaymentMade,
            "suspended" => EventKind::Suspended { basis: record.basis.take().unwrap_or_default() },
            "resumed" => EventKind::Resumed,
            "consultation_asked" => EventKind::ConsultationAsked {
                agency: record.agency.take().ok_or_else(|| missing("agency"))?,
                by: record.by.take(),
            },
            "consultation_answered" => EventKind::ConsultationAnswered {
                agency: record.agency.take().ok_or_else(|| missing("agency"))?,
            },
            "reappointed" => EventKind::Reappointed {
                due: record.due.take().ok_or_else(|| missing("due"))?,
                reason: record.reason.take().unwrap_or_default(),
            },
            "apologised" => {
                EventKind::Apologised { reason: record.reason.take().unwrap_or_default() }
            }
            "withdrawn" => EventKind::Withdrawn,
            "stopped" => EventKind::Stopped { reason: record.reason.take().unwrap_or_default() },
            "finished" => {
                EventKind::Finished { outcome: record.outcome.take().unwrap_or_default() }
            }
            "returned" => EventKind::Returned,
            "came_in_vain" => EventKind::CameInVain,
            _ => return Err(format!("there is no event `{name}`")),
        };
        match record.left_over() {
            Some(field) => Err(format!("event `{name}` has no field `{field}`")),
            None => Ok(Self { at, kind, actor: record.actor, note: record.note }),
        }
    }
}

impl From<&Event> for EventRecord {
    fn from(event: &Event) -> Self {
        let mut record = Self {
            kind: event.kind.as_str().to_owned(),
            at: Some(event.at),
            actor: event.actor.clone(),
            note: event.note.clone(),
            ..Self::default()
        };
        match &event.kind {
            EventKind::Received { elsewhere } => record.elsewhere = elsewhere.then_some(true),
            EventKind::Transferred { to } => record.to = Some(to.clone()),
            EventKind::StepStarted { step } | EventKind::StepFinished { step } => {
                record.step = Some(step.clone());
            }
            EventKind::SupplementRequested { stage, by } => {
                record.stage = Some(*stage);
                record.by = *by;
            }
            EventKind::PaymentRequested { by } => record.by = *by,
            EventKind::Suspended { basis } => record.basis = Some(basis.clone()),
            EventKind::ConsultationAsked { agency, by } => {
                record.agency = Some(agency.clone());
                record.by = *by;
            }
            EventKind::ConsultationAnswered { agency } => record.agency = Some(agency.clone()),
            EventKind::Reappointed { due, reason } => {
                record.due = Some(*due);
                record.reason = Some(reason.clone());
            }
            EventKind::Apologised { reason } | EventKind::Stopped { reason } => {
                record.reason = Some(reason.clone());
            }
            EventKind::Finished { outcome } => record.outcome = Some(*outcome),
            EventKind::Submitted
            | EventKind::AgencyReceived
            | EventKind::ReceptionRefused
            | EventKind::SupplementReceived
            | EventKind::PaymentMade
            | EventKind::Resumed
            | EventKind::Withdrawn
            | EventKind::Returned
            | EventKind::CameInVain => {}
        }
        record
    }
}

impl Serialize for Event {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        EventRecord::from(self).serialize(to)
    }
}

impl<'de> Deserialize<'de> for Event {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let record = EventRecord::deserialize(from)?;
        Self::try_from(record).map_err(serde::de::Error::custom)
    }
}
