use alloc::string::String;
use alloc::vec::Vec;

use serde::Deserialize;

use super::RequestError;
use super::request::{LimitSource, LimitValue, with_cut_off};
use crate::Error;
use crate::dossier::{Dossier, Event, StepPlan};
use crate::procedure::Catalogue;
use crate::regulation::{CountingPolicy, Effect, Handling, Sector};
use crate::time_limit::Channel;

/// Bản ghi hồ sơ — a dossier as documents carry it, its limit given or in words.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DossierRecord {
    code: String,
    #[serde(default)]
    procedure: String,
    #[serde(default)]
    field: String,
    #[serde(default)]
    agency: String,
    #[serde(default)]
    officer: String,
    #[serde(default = "in_person")]
    channel: Channel,
    limit: Option<LimitValue>,
    text: Option<String>,
    case: Option<String>,
    handling: Option<HandlingRecord>,
    #[serde(default)]
    steps: Vec<StepRecord>,
    events: Vec<Event>,
}

const fn in_person() -> Channel {
    Channel::InPerson
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

impl DossierRecord {
    /// Mã hồ sơ — the dossier's code.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The dossier, with the policy its limit is counted by: the one given, with the cut-off
    /// hour the limit text sets of its own.
    ///
    /// Where the record has no limit of its own, that of its procedure in `catalogue` is taken,
    /// and the procedure's field where the record has none.
    ///
    /// # Errors
    ///
    /// The reason why no single limit can be told.
    pub fn into_dossier(
        self,
        catalogue: Option<&Catalogue>,
        policy: CountingPolicy,
    ) -> Result<(Dossier, CountingPolicy), Error> {
        let known = catalogue.and_then(|catalogue| catalogue.find(&self.procedure));
        let own = self.limit.is_some() || self.text.is_some();
        let source = LimitSource {
            limit: self.limit,
            text: self.text.as_deref().or_else(|| {
                known.filter(|_| !own).map(|procedure| procedure.time_limit_text.as_str())
            }),
            case: self.case.as_deref(),
            channel: Some(self.channel.as_str()),
        };
        let (limit, cut_off) = source.resolve()?;
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
        Ok((dossier, with_cut_off(policy, cut_off)))
    }
}
