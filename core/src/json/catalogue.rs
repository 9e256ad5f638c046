use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Deserialize;
use serde_json::Value;

use super::document::{Fault, Fields, RecordError, code_of, listed, records};
use super::{RequestError, bounds};
use crate::procedure::{Catalogue, Procedure, ProcedureCode, ProcedureError};

/// A document whose records are all good, which most are.
#[derive(Deserialize)]
struct Document {
    procedures: Vec<Procedure>,
}

/// Đọc danh mục thủ tục — reads a catalogue: a list of procedures, or an object that holds one
/// as `procedures`.
///
/// Records that are refused are left out and returned with the reason.
///
/// # Examples
///
/// ```
/// use motcua::ErrorKind;
///
/// let (catalogue, refused) = motcua::json::catalogue(
///     r#"{"procedures": [
///         {"code": "1.004379", "name": "Cấp lại giấy phép", "time_limit_text": "07 ngày làm việc"},
///         {"code": "1.004380", "name": "Cấp giấy phép", "time_limit_text": 30},
///         {"code": "1.00438", "name": "Sửa đổi giấy phép"}
///     ]}"#,
/// )?;
/// assert_eq!(catalogue.procedures().len(), 1);
/// assert_eq!((refused[0].record, refused[0].field.as_deref()), (2, Some("time_limit_text")));
/// assert_eq!(refused[1].kind, ErrorKind::InvalidProcedureCode);
/// # Ok::<(), motcua::Error>(())
/// ```
///
/// # Errors
///
/// [`RequestError`] when the text is no such document at all.
pub fn catalogue(text: &str) -> Result<(Catalogue, Vec<RecordError>), RequestError> {
    bounds::check(text)?;
    // Reading straight into procedures is several times as fast as reading record by record, which
    // is done only to tell what is wrong.
    let good: Option<Vec<Procedure>> = match text.trim_start().starts_with('[') {
        true => serde_json::from_str(text).ok(),
        false => serde_json::from_str(text).ok().map(|document: Document| document.procedures),
    };
    match good {
        Some(procedures) => Ok(collect(procedures.into_iter().enumerate(), Vec::new())),
        None => Ok(read(records(text, "procedures")?)),
    }
}

/// The catalogue that stands in a request.
pub(super) fn from_value(value: Value) -> Result<(Catalogue, Vec<RecordError>), RequestError> {
    Ok(read(listed(value, "procedures")?))
}

fn read(records: Vec<Value>) -> (Catalogue, Vec<RecordError>) {
    let mut refused = Vec::new();
    let mut procedures = Vec::new();
    for (place, value) in records.into_iter().enumerate() {
        let code = code_of(&value);
        match procedure(value) {
            Ok(procedure) => procedures.push((place, procedure)),
            Err(fault) => refused.push(fault.of_record(place.saturating_add(1), code)),
        }
    }
    collect(procedures, refused)
}

/// Puts procedures with their places, from 0, into a catalogue.
fn collect(
    procedures: impl IntoIterator<Item = (usize, Procedure)>,
    mut refused: Vec<RecordError>,
) -> (Catalogue, Vec<RecordError>) {
    let mut codes: Vec<(usize, ProcedureCode)> = Vec::new();
    let numbered = procedures.into_iter().map(|(place, procedure)| {
        let record = place.saturating_add(1);
        if let Some(code) = &procedure.code {
            codes.push((record, code.clone()));
        }
        (record, procedure)
    });
    let (catalogue, errors) = Catalogue::numbered(numbered);
    for error in errors {
        let (record, field) = error.place().unwrap_or_default();
        // They stand in the order of their records.
        let place = codes.binary_search_by_key(&record, |(known, _)| *known).ok();
        let code = place.and_then(|place| codes.get(place));
        refused.push(RecordError {
            record,
            code: code.map(|(_, code)| code.to_string()),
            field: Some(field.into()),
            kind: error.kind(),
            message: match &error {
                ProcedureError::Record { message, .. } => message.clone(),
                ProcedureError::Content { fault, .. } => fault.to_string(),
                ProcedureError::Duplicate { value, first, .. } => {
                    alloc::format!("`{value}` is already that of record {first}")
                }
                _ => error.to_string(),
            },
        });
    }
    refused.sort_by_key(|error| error.record);
    (catalogue, refused)
}

/// Reads a procedure field by field, so that a fault names the field it is in.
pub(super) fn procedure(value: Value) -> Result<Procedure, Fault> {
    let mut fields = Fields::of(value)?;
    let code = match fields.optional::<String>("code")? {
        None => None,
        Some(code) => Some(code.parse().map_err(|error: ProcedureError| Fault {
            field: Some("code".into()),
            ..Fault::of(&error.into())
        })?),
    };
    let procedure = Procedure {
        code,
        name: fields.required("name")?,
        field: fields.optional("field")?.unwrap_or_default(),
        levels: fields.list("levels")?.unwrap_or_default(),
        agency: fields.optional("agency")?.unwrap_or_default(),
        time_limit_text: fields.optional("time_limit_text")?.unwrap_or_default(),
        statutory_limit_text: fields.optional("statutory_limit_text")?,
        cases: fields.list("cases")?.unwrap_or_default(),
        sequence: fields.list("sequence")?.unwrap_or_default(),
        channels: fields.list("channels")?.unwrap_or_default(),
        papers: fields.list("papers")?.unwrap_or_default(),
        sets: fields.optional("sets")?,
        subjects: fields.list("subjects")?.unwrap_or_default(),
        forms: fields.list("forms")?,
        results: fields.list("results")?,
        conditions: fields.list("conditions")?,
        fees: fields.list("fees")?,
        fee_text: fields.optional("fee_text")?.unwrap_or_default(),
        steps: fields.list("steps")?.unwrap_or_default(),
        mode: fields.optional("mode")?,
        anywhere: fields.optional("anywhere")?.unwrap_or_default(),
        notice: fields.optional("notice")?.unwrap_or_default(),
        decision: fields.optional("decision")?,
        service: fields.optional("service")?,
        declared_levels: fields.list("declared_levels")?.unwrap_or_default(),
        from: fields.optional("from")?,
        to: fields.optional("to")?,
        remark: fields.optional("remark")?,
        legal_basis: fields.optional("legal_basis")?.unwrap_or_default(),
        source: fields.optional("source")?.unwrap_or_default(),
    };
    fields.end()?;
    Ok(procedure)
}
