use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, de};
use serde_json::Value;

use super::RequestError;
use super::document::{Fault, Fields};
use super::request::{LimitSource, LimitValue};
use crate::dossier::{Dossier, Event, EventKind, StepPlan};
use crate::procedure::{Catalogue, ProcedureError};
use crate::regulation::{CountingPolicy, Effect, Handling, Sector};
use crate::time_limit::Channel;
use crate::{CivilError, Error, LocalTime};

/// Bản ghi hồ sơ — a dossier as documents carry it, its limit given or in words.
///
/// ```json
/// {"code": "HS-1", "procedure": "1.004379", "officer": "Nguyễn Thị An", "channel": "online",
///  "events": [{"type": "received", "at": "2026-08-19T09:00"}]}
/// ```
///
/// `limit` (`{"value": 10, "unit": "working_day"}`) or `text` stand in place of the procedure's own
/// limit; `case` picks one of the limits of the text or the procedure. `field` and `agency` may be
/// given.
#[derive(Clone, Debug)]
pub struct DossierRecord {
    code: String,
    procedure: String,
    field: String,
    agency: String,
    officer: String,
    channel: Channel,
    limit: Option<LimitValue>,
    text: Option<String>,
    case: Option<String>,
    handling: Option<HandlingRecord>,
    steps: Vec<StepRecord>,
    events: Vec<Event>,
}

/// What the procedure says of interruptions.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct HandlingRecord {
    sector: Option<String>,
    supplement: Option<Effect>,
    payment: Option<Effect>,
    suspension: Option<Effect>,
    starts_at_payment: bool,
}

impl HandlingRecord {
    fn resolve(self) -> Result<Handling, Error> {
        let unknown = |id: &str| RequestError::Field {
            message: alloc::format!("`handling.sector`: there is no sector `{id}`"),
        };
        let sector = match self.sector.as_deref() {
            None => None,
            Some(id) => Some(Sector::find(id).ok_or_else(|| unknown(id))?),
        };
        Ok(Handling {
            sector,
            supplement: self.supplement,
            payment: self.payment,
            suspension: self.suspension,
            starts_at_payment: self.starts_at_payment,
        })
    }
}

/// A step of liên thông.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct StepRecord {
    name: String,
    #[serde(default)]
    agency: String,
    limit: LimitValue,
    place: u8,
}

impl StepRecord {
    fn plan(self) -> StepPlan {
        StepPlan::new(self.name, self.agency, self.limit.0, self.place)
    }
}

impl<'de> Deserialize<'de> for DossierRecord {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::read(Value::deserialize(from)?).map_err(de::Error::custom)
    }
}

impl DossierRecord {
    /// Reads a record field by field, so that a fault names the field it is in.
    pub(super) fn read(value: Value) -> Result<Self, Fault> {
        let mut fields = Fields::of(value)?;
        let record = Self {
            code: fields.required("code")?,
            procedure: fields.optional("procedure")?.unwrap_or_default(),
            field: fields.optional("field")?.unwrap_or_default(),
            agency: fields.optional("agency")?.unwrap_or_default(),
            officer: fields.optional("officer")?.unwrap_or_default(),
            channel: fields.optional("channel")?.unwrap_or(Channel::InPerson),
            limit: fields.optional("limit")?,
            text: fields.optional("text")?,
            case: fields.optional("case")?,
            handling: fields.optional("handling")?,
            steps: fields.optional("steps")?.unwrap_or_default(),
            events: events(fields.required("events")?)?,
        };
        fields.end()?;
        Ok(record)
    }

    /// Reads one record.
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::json::DossierRecord;
    ///
    /// let record = DossierRecord::from_json(
    ///     r#"{"code": "HS-1", "limit": {"value": 10, "unit": "working_day"}, "events": []}"#,
    /// )?;
    /// assert_eq!(record.code(), "HS-1");
    /// # Ok::<(), motcua::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`super::RequestError`] for a text that is not a record.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        super::read(super::parse(text)?)
    }

    /// Mã hồ sơ — the dossier's code.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// Whether it has a limit of its own, in place of its procedure's.
    #[must_use]
    pub const fn has_own_limit(&self) -> bool {
        self.limit.is_some() || self.text.is_some()
    }

    /// The day of its receipt; where it is not received, of the first that is told of it.
    fn received(&self) -> Option<NaiveDate> {
        let received = |event: &&Event| matches!(event.kind, EventKind::Received { .. });
        let event = self.events.iter().find(received).or(self.events.first())?;
        Some(event.at.date())
    }

    /// The dossier, with the policy its limit is counted by: the one given, with the cut-off
    /// hour the limit text sets of its own.
    ///
    /// Where the record has no limit of its own, that of its procedure in `catalogue` is taken, for
    /// its case and channel ([`Procedure::limit_for`](crate::Procedure::limit_for)), and the
    /// procedure's field where the record has none; of several versions, those of the one in force
    /// when it was received.
    ///
    /// # Errors
    ///
    /// The reason why no single limit can be told; where the record has none of its own,
    /// [`ProcedureError::Unknown`] for a procedure that `catalogue` does not hold for that day.
    pub fn into_dossier(
        self,
        catalogue: Option<&Catalogue>,
        policy: CountingPolicy,
    ) -> Result<(Dossier, CountingPolicy), Error> {
        let known = catalogue.and_then(|catalogue| match self.received() {
            Some(date) => catalogue.at(&self.procedure, date),
            // What is wrong with an empty log is not its procedure.
            None => catalogue.find(&self.procedure),
        });
        let own = self.has_own_limit();
        if catalogue.is_some() && known.is_none() && !own {
            return Err(ProcedureError::Unknown { reference: self.procedure }.into());
        }
        let case = self.case.as_deref();
        let (limit, cut_off) = match known.filter(|_| !own) {
            Some(procedure) => procedure.limit_and_cut_off(case, Some(self.channel))?,
            None => {
                let channel = Some(self.channel.as_str());
                let text = self.text.as_deref();
                LimitSource { limit: self.limit, text, case, channel }.resolve()?
            }
        };
        let mut dossier = Dossier::new(self.code, limit, self.channel);
        dossier.procedure = self.procedure;
        dossier.field = match known {
            Some(procedure) if self.field.is_empty() => procedure.field.clone(),
            _ => self.field,
        };
        dossier.agency = self.agency;
        dossier.officer = self.officer;
        dossier.handling = match self.handling {
            Some(handling) => handling.resolve()?,
            None => Handling::default(),
        };
        dossier.steps = self.steps.into_iter().map(StepRecord::plan).collect();
        dossier.events = self.events;
        Ok((dossier, policy.with_cut_off(cut_off)))
    }
}

/// The events of a log; faults name the event by its number, from 1.
fn events(values: Vec<Value>) -> Result<Vec<Event>, Fault> {
    let mut events = Vec::with_capacity(values.len());
    for (number, value) in (1_usize..).zip(values) {
        let place = alloc::format!("events.{number}");
        let read = |value: Value| {
            // The instant is what is wrong most often, so it is told apart from the rest.
            if let Some(Value::String(at)) = value.get("at") {
                let parsed: Result<LocalTime, CivilError> = at.parse();
                parsed.map_err(|error| Fault {
                    field: Some("at".into()),
                    ..Fault::of(&error.into())
                })?;
            }
            serde_json::from_value(value).map_err(|error| {
                Fault::of(&RequestError::Field { message: error.to_string() }.into())
            })
        };
        events.push(read(value).map_err(|fault: Fault| fault.within(&place))?);
    }
    Ok(events)
}
