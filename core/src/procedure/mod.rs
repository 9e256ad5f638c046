//! Thủ tục hành chính — administrative procedures and the catalogue an office publishes.

use alloc::string::String;
use alloc::vec::Vec;

use crate::ErrorKind;
use crate::time_limit::{Limit, TimeLimit, TimeLimitError};

/// What is wrong with a catalogue.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ProcedureError {
    /// A record that cannot be read.
    #[error("record {record}, field `{field}`: {message}")]
    Record {
        /// Which record, from 1.
        record: usize,
        /// The field at fault.
        field: String,
        /// What is wrong with it.
        message: String,
    },
    /// Two records with one code, or without codes one name.
    #[error("record {record}, field `{field}`: `{value}` is already that of record {first}")]
    Duplicate {
        /// Which record, from 1.
        record: usize,
        /// The field at fault.
        field: &'static str,
        /// What stands in it.
        value: String,
        /// The record that has it first.
        first: usize,
    },
    /// A procedure that the catalogue does not hold.
    #[error("the catalogue holds no procedure `{reference}`")]
    Unknown {
        /// The code or name as given.
        reference: String,
    },
}

impl ProcedureError {
    /// The stable kind of this error.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        match self {
            Self::Record { .. } => ErrorKind::InvalidRecord,
            Self::Duplicate { .. } => ErrorKind::DuplicateProcedure,
            Self::Unknown { .. } => ErrorKind::UnknownProcedure,
        }
    }
}

/// Thủ tục hành chính — a procedure as an office publishes it.
///
/// Only the name and the limit are needed; an absent code is left out, never made up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct Procedure {
    /// Mã thủ tục — its national code, such as `1.004379`.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub code: Option<String>,
    /// Tên thủ tục — its name.
    pub name: String,
    /// Lĩnh vực — its field.
    #[cfg_attr(feature = "serde", serde(default))]
    pub field: String,
    /// Thời hạn giải quyết — its limit as published, in words.
    pub time_limit_text: String,
    /// Ghi chú — what else is to be known of it, such as another limit seen elsewhere.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub remark: Option<String>,
    /// Căn cứ pháp lý — its legal basis.
    #[cfg_attr(feature = "serde", serde(default))]
    pub legal_basis: String,
    /// Where the record was read.
    #[cfg_attr(feature = "serde", serde(default))]
    pub source: String,
}

impl Procedure {
    /// Whether `reference` names this procedure, by its code or by its whole name.
    #[must_use]
    pub fn is(&self, reference: &str) -> bool {
        self.code.as_deref() == Some(reference) || self.name == reference
    }

    /// The one limit of the procedure, ready to be counted.
    ///
    /// # Errors
    ///
    /// [`TimeLimitError`] when the text holds none, or several and `case` picks none of them.
    pub fn limit(&self, case: Option<&str>) -> Result<Limit, TimeLimitError> {
        TimeLimit::parse(&self.time_limit_text).select(case, None)
    }
}

/// Danh mục thủ tục — the procedures of an office.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    procedures: Vec<Procedure>,
}

impl Catalogue {
    /// A catalogue of procedures, in which no code stands twice, nor a name without a code.
    ///
    /// The records that are refused are left out and returned with the reason, so that one bad
    /// record does not cost the others.
    #[must_use]
    pub fn new(records: impl IntoIterator<Item = Procedure>) -> (Self, Vec<ProcedureError>) {
        Self::numbered((1_usize..).zip(records))
    }

    /// The same of records that have their numbers, as some of a document may be missing.
    pub(crate) fn numbered(
        records: impl IntoIterator<Item = (usize, Procedure)>,
    ) -> (Self, Vec<ProcedureError>) {
        let mut procedures: Vec<(usize, Procedure)> = Vec::new();
        let mut refused = Vec::new();
        for (record, procedure) in records {
            let same = |(_, other): &&(usize, Procedure)| match &procedure.code {
                Some(_) => other.code == procedure.code,
                None => other.code.is_none() && other.name == procedure.name,
            };
            let first = procedures.iter().find(same).map(|(first, _)| *first);
            let empty = procedure.name.trim().is_empty();
            match first {
                Some(first) => {
                    let (field, value) = match procedure.code {
                        Some(code) => ("code", code),
                        None => ("name", procedure.name),
                    };
                    refused.push(ProcedureError::Duplicate { record, field, value, first });
                }
                None if empty => refused.push(ProcedureError::Record {
                    record,
                    field: "name".into(),
                    message: "it is empty".into(),
                }),
                None => procedures.push((record, procedure)),
            }
        }
        let procedures = procedures.into_iter().map(|(_, procedure)| procedure).collect();
        (Self { procedures }, refused)
    }

    /// The procedures in the order they were given.
    #[must_use]
    pub fn procedures(&self) -> &[Procedure] {
        &self.procedures
    }

    /// The procedure with a code or a whole name.
    #[must_use]
    pub fn find(&self, reference: &str) -> Option<&Procedure> {
        self.procedures.iter().find(|procedure| procedure.is(reference))
    }
}
