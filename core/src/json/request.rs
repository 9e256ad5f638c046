//! What requests are made of.

use alloc::borrow::ToOwned;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, de};

use super::DossierRecord;
use crate::LocalTime;
use crate::calendar::Overlay;
use crate::obligation::{Practice, Promise, ReportPractice, StandingPolicy};
use crate::regulation::CountingPolicy;
use crate::time_limit::{Amount, Direction, Limit, TimeLimit, Unit};
use crate::{ClockTime, Error, civil};

/// A date of the form `YYYY-MM-DD` and no other.
#[derive(Clone, Copy)]
pub(super) struct Date(pub(super) NaiveDate);

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        civil::parse_date(&text).map(Self).map_err(de::Error::custom)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OneDay {
    pub(super) date: Date,
    pub(super) calendar: Option<Overlay>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lunar {
    pub(super) date: Date,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AddDays {
    pub(super) date: Date,
    pub(super) n: i32,
    pub(super) calendar: Option<Overlay>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DayRange {
    pub(super) from: Date,
    pub(super) to: Date,
    pub(super) calendar: Option<Overlay>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AddMinutes {
    pub(super) at: LocalTime,
    pub(super) minutes: i32,
    pub(super) calendar: Option<Overlay>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TimeRange {
    pub(super) from: LocalTime,
    pub(super) to: LocalTime,
    pub(super) calendar: Option<Overlay>,
}

/// A question without fields.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Nothing {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Text {
    pub(super) text: String,
}

/// An amount as a number, or as a text for those who keep it as one.
struct Exact(Amount);

impl<'de> Deserialize<'de> for Exact {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = match serde_json::Value::deserialize(from)? {
            serde_json::Value::Number(number) => number.to_string(),
            serde_json::Value::String(text) => text,
            other => return Err(de::Error::custom(alloc::format!("{other} is not an amount"))),
        };
        text.parse().map(Self).map_err(de::Error::custom)
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum LimitUnit {
    SameDay,
    #[serde(untagged)]
    Count(Unit),
}

/// A limit as `{"value": 10, "unit": "working_day"}` or `{"unit": "same_day"}`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LimitFields {
    value: Option<Exact>,
    unit: LimitUnit,
    #[serde(default)]
    direction: Direction,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct LimitValue(pub(super) Limit);

impl<'de> Deserialize<'de> for LimitValue {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let LimitFields { value, unit, direction } = LimitFields::deserialize(from)?;
        match (value, unit) {
            (None, LimitUnit::SameDay) if direction == Direction::Before => {
                Err(de::Error::custom("a limit of `same_day` has no `direction`"))
            }
            (None, LimitUnit::SameDay) => Ok(Self(Limit::SameDay)),
            (Some(Exact(amount)), LimitUnit::Count(unit)) => {
                Ok(Self(Limit::Count { amount, unit, direction }))
            }
            (None, LimitUnit::Count(_)) => Err(de::Error::missing_field("value")),
            (Some(_), LimitUnit::SameDay) => {
                Err(de::Error::custom("a limit of `same_day` has no `value`"))
            }
        }
    }
}

/// A limit given as such or in words.
#[derive(Clone, Debug, Default)]
pub(super) struct LimitSource<'a> {
    pub(super) limit: Option<LimitValue>,
    pub(super) text: Option<&'a str>,
    pub(super) case: Option<&'a str>,
    pub(super) channel: Option<&'a str>,
}

impl LimitSource<'_> {
    /// The limit, and the cut-off hour where the text sets one of its own.
    pub(super) fn resolve(&self) -> Result<(Limit, Option<ClockTime>), Error> {
        let refused = |message: &str| -> Error {
            super::RequestError::Field { message: message.to_owned() }.into()
        };
        match (self.limit, self.text) {
            (Some(LimitValue(limit)), None) => Ok((limit, None)),
            (None, Some(text)) => {
                let read = TimeLimit::parse(text);
                let limit = read.select(self.case, self.channel)?;
                Ok((limit, read.cut_off()))
            }
            (None, None) => Err(refused("missing field `limit` or `text`")),
            (Some(_), Some(_)) => Err(refused("`limit` and `text` cannot both be given")),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DeadlineRequest {
    pub(super) received: LocalTime,
    limit: Option<LimitValue>,
    text: Option<String>,
    case: Option<String>,
    channel: Option<String>,
    #[serde(default)]
    pub(super) policy: CountingPolicy,
    pub(super) calendar: Option<Overlay>,
    #[serde(default)]
    pub(super) strict: bool,
}

impl DeadlineRequest {
    pub(super) fn limit(&self) -> LimitSource<'_> {
        LimitSource {
            limit: self.limit,
            text: self.text.as_deref(),
            case: self.case.as_deref(),
            channel: self.channel.as_deref(),
        }
    }
}

/// How standings are told; what is left out is as by default.
#[derive(Clone, Copy, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct StandingFields {
    practice: Practice,
    promise: Promise,
    report: ReportPractice,
    /// Working minutes before the due time; `null` for never.
    #[serde(deserialize_with = "some_or_never")]
    due_soon: Option<Option<u32>>,
}

fn some_or_never<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Option<u32>>, D::Error> {
    Option::<u32>::deserialize(from).map(Some)
}

impl StandingFields {
    pub(super) fn policy(self) -> StandingPolicy {
        let default = StandingPolicy::default();
        StandingPolicy {
            practice: self.practice,
            soon: self.due_soon.unwrap_or(default.soon),
            promise: self.promise,
            report: self.report,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Policies {
    #[serde(default)]
    pub(super) policy: CountingPolicy,
    #[serde(default)]
    pub(super) standing: StandingFields,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EvaluateRequest {
    pub(super) dossier: DossierRecord,
    pub(super) as_of: LocalTime,
    #[serde(default)]
    pub(super) policy: CountingPolicy,
    #[serde(default)]
    pub(super) standing: StandingFields,
    #[serde(default = "within_hours")]
    pub(super) within_hours: u32,
    pub(super) calendar: Option<Overlay>,
}

/// Eight working hours, as a duty is due soon by default.
pub(super) const fn within_hours() -> u32 {
    8
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TouchedRequest {
    pub(super) dossiers: Vec<serde_json::Value>,
    pub(super) as_of: LocalTime,
    #[serde(default)]
    pub(super) policy: CountingPolicy,
    /// What the promises were given by.
    pub(super) calendar: Option<Overlay>,
    /// What is known now.
    pub(super) changed: Overlay,
}
