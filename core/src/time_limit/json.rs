//! The JSON shape of what is read.
//!
//! Written by hand because it is a contract: the keys are those of the labelled texts, amounts are
//! numbers, a lost unit is `missing`, what is not said is `null`.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::de::{Error as _, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::audit::Published;
use super::model::{Channels, Cutoff, Event, Extension, Pause, Share, Term};
use super::{Amount, Channel, TimeLimit, Unit};

/// Serialized as a number: whole amounts as integers, others with their decimals.
impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_whole() {
            serializer.serialize_u32(self.whole_part())
        } else {
            serializer.serialize_f64(f64::from(self.thousandths()) / 1_000.0)
        }
    }
}

/// Read from a number with at most three decimals, or from its text.
impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;

        impl Visitor<'_> for Reader {
            type Value = Amount;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an amount with at most three decimals")
            }

            fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Amount, E> {
                self.visit_str(&value.to_string())
            }

            fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<Amount, E> {
                self.visit_str(&value.to_string())
            }

            fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Amount, E> {
                // The shortest digits that give this number back are those that were written.
                self.visit_str(&value.to_string())
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Amount, E> {
                text.parse().map_err(E::custom)
            }
        }

        deserializer.deserialize_any(Reader)
    }
}

/// Serialized as the list of its names.
impl Serialize for Channels {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

/// Read from a list of names.
impl<'de> Deserialize<'de> for Channels {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut channels = Self::default();
        for channel in Vec::<Channel>::deserialize(deserializer)? {
            channels.insert(channel);
        }
        Ok(channels)
    }
}

/// `15:00` from minutes after midnight.
fn hour(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

impl Serialize for Term {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("value", &self.amount)?;
        map.serialize_entry("unit", self.unit.map_or("missing", |unit| unit.as_str()))?;
        map.serialize_entry("bound", &self.bound.as_str())?;
        map.serialize_entry("direction", &self.direction)?;
        map.serialize_entry("case", &self.case.as_ref().map(|case| &case.text))?;
        if let Some(step) = &self.step {
            map.serialize_entry("step", &step.text)?;
        }
        if let Some(lower) = &self.lower {
            map.serialize_entry("from", lower)?;
        }
        let channel = (!self.channels.is_empty()).then(|| self.channels.to_string());
        map.serialize_entry("channel", &channel)?;
        map.serialize_entry("start", &self.event)?;
        if self.extended {
            map.serialize_entry("extended", &true)?;
        }
        map.serialize_entry("span", &self.span)?;
        map.end()
    }
}

impl Serialize for Event {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("event", &self.kind)?;
        map.serialize_entry("text", &self.words.text)?;
        map.serialize_entry("span", &self.words.span)?;
        map.end()
    }
}

impl Serialize for Extension {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(7))?;
        map.serialize_entry("value", &self.amount)?;
        map.serialize_entry("unit", self.unit.map_or("missing", |unit| unit.as_str()))?;
        map.serialize_entry("bound", &self.bound.as_str())?;
        map.serialize_entry("mode", &self.mode)?;
        map.serialize_entry("times", &self.times)?;
        map.serialize_entry("when", &self.when.as_ref().map(|when| &when.text))?;
        map.serialize_entry("span", &self.span)?;
        map.end()
    }
}

impl Serialize for Share {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(4))?;
        map.serialize_entry("agency", &self.agency.text)?;
        map.serialize_entry("value", &self.amount)?;
        map.serialize_entry("unit", self.unit.map_or("missing", |unit| unit.as_str()))?;
        map.serialize_entry("span", &self.span)?;
        map.end()
    }
}

impl Serialize for Pause {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("times", &self.times)?;
        map.serialize_entry("span", &self.span)?;
        map.end()
    }
}

/// Both readings of a number that contradicts itself.
struct Readings<'a>(&'a Term);

impl Serialize for Readings<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("digits", &self.0.amount)?;
        map.serialize_entry("words", &self.0.words)?;
        map.serialize_entry("span", &self.0.span)?;
        map.end()
    }
}

impl Serialize for Cutoff {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&hour(self.minute))
    }
}

/// Serialized as an object: `kind`, `limits`, `cutoff`, `extension`, `excludes` and the rest.
impl Serialize for TimeLimit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("kind", &self.kind)?;
        map.serialize_entry("limits", &self.limits)?;
        map.serialize_entry("cutoff", &self.cutoff)?;
        map.serialize_entry("after_cutoff", &self.cutoff.map(|cutoff| cutoff.effect))?;
        map.serialize_entry("clock", &self.clock.map(hour))?;
        map.serialize_entry("date", &self.date.as_ref().map(|date| &date.text))?;
        map.serialize_entry("extension", &self.extension)?;
        if !self.further_extensions.is_empty() {
            map.serialize_entry("further_extensions", &self.further_extensions)?;
        }
        map.serialize_entry("times", &self.extension.as_ref().and_then(|e| e.times))?;
        let excludes = self.excludes.iter().map(|e| e.text.clone());
        let excludes = excludes.reduce(|all, next| all + "; " + &next);
        map.serialize_entry("excludes", &excludes)?;
        map.serialize_entry("channel", &self.channel())?;
        map.serialize_entry("shares", &self.shares)?;
        map.serialize_entry("restart", &self.restart)?;
        map.serialize_entry("tacit_consent", &self.tacit_consent)?;
        map.serialize_entry("pause", &self.pause)?;
        map.serialize_entry("conflict", &self.conflict().map(Readings))?;
        map.serialize_entry("unread", &self.unread)?;
        map.end()
    }
}

impl TimeLimit {
    /// The channels of the limit if the text holds one only.
    fn channel(&self) -> Option<String> {
        match self.limits.as_slice() {
            [only] if !only.channels.is_empty() => Some(only.channels.to_string()),
            _ => None,
        }
    }
}

/// Read from the published shape: `value`, `unit` by its name, `calendar_day`, `missing` or
/// `null`, and `channel` by its name or in Vietnamese.
impl<'de> Deserialize<'de> for Published {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Fields {
            value: Amount,
            unit: Option<String>,
            channel: Option<String>,
        }

        let fields = Fields::deserialize(deserializer)?;
        let unit = match fields.unit.as_deref() {
            None | Some("missing" | "") => None,
            // Portals say which days they mean; here a day without more is one of the calendar.
            Some("calendar_day") => Some(Unit::Day),
            Some(name) => {
                let unit = Unit::ALL.into_iter().find(|unit| unit.as_str() == name);
                Some(unit.ok_or_else(|| D::Error::custom(format!("`{name}` is not a unit")))?)
            }
        };
        let channel = match fields.channel.as_deref() {
            None | Some("") => None,
            Some(name) => Some(super::select::channel_of(name).map_err(D::Error::custom)?),
        };
        Ok(Self::new(fields.value, unit, channel))
    }
}

impl Serialize for Published {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("value", &self.amount)?;
        map.serialize_entry("unit", self.unit.map_or("missing", |unit| unit.as_str()))?;
        map.serialize_entry("channel", &self.channel)?;
        map.end()
    }
}
