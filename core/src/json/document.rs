//! Documents of many records, such as a log of dossiers. A bad record does not cost the others; it
//! is told with its number and the field at fault.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::{DossierRecord, RequestError, bounds};
use crate::{Error, ErrorKind};

/// Bản ghi bị từ chối — a record of a document that is left out: which one, where and why.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RecordError {
    /// Which record of the document, from 1.
    pub record: usize,
    /// The code of the record, where it has one that can be read.
    pub code: Option<String>,
    /// The field at fault, where there is a single one: `channel`, `events.2.at` with the number
    /// of the event from 1.
    pub field: Option<String>,
    /// The stable kind of the fault.
    pub kind: ErrorKind,
    /// What is wrong.
    pub message: String,
}

impl RecordError {
    /// A record refused for an error, without its code and field.
    #[must_use]
    pub fn new(record: usize, error: &Error) -> Self {
        Self { record, code: None, field: None, kind: error.kind(), message: error.to_string() }
    }
}

/// Prints `record 3 (HS-3), field `channel`: ...`.
impl fmt::Display for RecordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "record {}", self.record)?;
        if let Some(code) = &self.code {
            write!(f, " ({code})")?;
        }
        if let Some(field) = &self.field {
            write!(f, ", field `{field}`")?;
        }
        write!(f, ": {}", self.message)
    }
}

impl core::error::Error for RecordError {}

/// Đọc sổ hồ sơ — reads a log of dossiers: a list of [`DossierRecord`]s, or an object that holds
/// one as `dossiers`. Each record is there, in order, as read or with what is wrong with it; one
/// whose code stood before is refused.
///
/// # Examples
///
/// ```
/// use motcua::ErrorKind;
///
/// let records = motcua::json::dossiers(
///     r#"[{"code": "HS-1", "events": [{"type": "received", "at": "2026-02-30T09:00"}]}]"#,
/// )?;
/// let error = records[0].as_ref().unwrap_err();
/// assert_eq!(error.kind, ErrorKind::InvalidTime);
/// assert_eq!(error.field.as_deref(), Some("events.1.at"));
/// # Ok::<(), motcua::Error>(())
/// ```
///
/// # Errors
///
/// [`RequestError`] when the text is no such document at all.
pub fn dossiers(text: &str) -> Result<Vec<Result<DossierRecord, RecordError>>, RequestError> {
    let numbered = (1_usize..).zip(records(text, "dossiers")?);
    let mut known = BTreeMap::new();
    let read = |(record, value): (usize, Value)| {
        let code = code_of(&value);
        let read = DossierRecord::read(value).and_then(|dossier| {
            let first = *known.entry(dossier.code().to_owned()).or_insert(record);
            if first == record {
                return Ok(dossier);
            }
            let message = alloc::format!("`{}` is already that of record {first}", dossier.code());
            Err(Fault::new(Some("code"), message))
        });
        read.map_err(|fault| fault.of_record(record, code))
    };
    Ok(numbered.map(read).collect())
}

/// The records of a document, in a list of its own or under a name.
pub(super) fn records(text: &str, name: &str) -> Result<Vec<Value>, RequestError> {
    bounds::check(text)?;
    let document: Value = serde_json::from_str(text)
        .map_err(|error| RequestError::Json { message: error.to_string() })?;
    listed(document, name)
}

/// The records of a document that is read already.
pub(super) fn listed(document: Value, name: &str) -> Result<Vec<Value>, RequestError> {
    let records = match document {
        Value::Array(records) => Some(records),
        Value::Object(mut fields) => match fields.remove(name) {
            Some(Value::Array(records)) => Some(records),
            _ => None,
        },
        _ => None,
    };
    records.ok_or_else(|| RequestError::Field {
        message: alloc::format!("the document is not a list, nor an object with a list `{name}`"),
    })
}

pub(super) fn code_of(record: &Value) -> Option<String> {
    record.get("code").and_then(Value::as_str).map(ToOwned::to_owned)
}

/// What is wrong with a record, before its number is known.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) field: Option<String>,
    pub(super) kind: ErrorKind,
    pub(super) message: String,
}

impl Fault {
    pub(super) fn of(error: &Error) -> Self {
        Self { field: None, kind: error.kind(), message: error.to_string() }
    }

    pub(super) fn new(field: Option<&str>, message: String) -> Self {
        Self { field: field.map(ToOwned::to_owned), kind: ErrorKind::InvalidRecord, message }
    }

    /// The same fault of something that is itself a field.
    pub(super) fn within(self, outer: &str) -> Self {
        let field = match self.field {
            Some(field) => alloc::format!("{outer}.{field}"),
            None => outer.to_owned(),
        };
        Self { field: Some(field), ..self }
    }

    pub(super) fn of_record(self, record: usize, code: Option<String>) -> RecordError {
        RecordError { record, code, field: self.field, kind: self.kind, message: self.message }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.field {
            Some(field) => write!(f, "field `{field}`: {}", self.message),
            None => f.write_str(&self.message),
        }
    }
}

/// The fields of a record that have not been read yet.
pub(super) struct Fields(Map<String, Value>);

impl Fields {
    pub(super) fn of(value: Value) -> Result<Self, Fault> {
        match value {
            Value::Object(fields) => Ok(Self(fields)),
            _ => Err(Fault::new(None, "it is not an object".into())),
        }
    }

    /// A field that may be left out or `null`.
    pub(super) fn optional<T: DeserializeOwned>(&mut self, name: &str) -> Result<Option<T>, Fault> {
        match self.0.remove(name) {
            None | Some(Value::Null) => Ok(None),
            Some(value) => serde_json::from_value(value)
                .map(Some)
                .map_err(|error| Fault::new(Some(name), error.to_string())),
        }
    }

    /// A list of things that are read one by one, so that a fault names the one it is in, from 1.
    pub(super) fn list<T: DeserializeOwned>(
        &mut self,
        name: &str,
    ) -> Result<Option<Vec<T>>, Fault> {
        let Some(values) = self.optional::<Vec<Value>>(name)? else { return Ok(None) };
        let read = |(number, value): (usize, Value)| {
            serde_json::from_value(value).map_err(|error| {
                let place = alloc::format!("{name}.{number}");
                Fault::new(Some(&place), error.to_string())
            })
        };
        (1_usize..).zip(values).map(read).collect::<Result<Vec<T>, Fault>>().map(Some)
    }

    pub(super) fn required<T: DeserializeOwned>(&mut self, name: &str) -> Result<T, Fault> {
        self.optional(name)?.ok_or_else(|| Fault::new(Some(name), "it is missing".into()))
    }

    /// Refuses fields that nothing has read: most are misspelt.
    pub(super) fn end(self) -> Result<(), Fault> {
        match self.0.keys().next() {
            Some(name) => Err(Fault::new(Some(name), "there is no such field".into())),
            None => Ok(()),
        }
    }
}
