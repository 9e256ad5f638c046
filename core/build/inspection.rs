//! The facts of `data/inspection.json` as Rust tables.

use std::fmt::Write;

use serde_json::Value;

use crate::fact::{citation, list, parsed, text};
use crate::regulation::{date, variant};

/// `Some(("...", "..."))` for words in both languages, `None` for none.
fn words(fact: &Value, field: &str) -> Result<String, String> {
    match fact.get(field) {
        Some(Value::Null) => Ok("None".into()),
        Some(words) => Ok(format!("Some(({:?}, {:?}))", text(words, "vi")?, text(words, "en")?)),
        None => Err(format!("`{field}` of {fact}")),
    }
}

const FIELDS: [&str; 7] = ["check", "area", "name", "strength", "shortcoming", "advice", "basis"];

/// The Rust source of `CHECKS`.
pub(crate) fn checks(json: &str) -> Result<String, String> {
    let document = parsed(json)?;
    let mut out = String::from("static CHECKS: &[CheckRule] = &[\n");
    for fact in list(&document, "checks")? {
        let known = |key: &&String| FIELDS.contains(&key.as_str());
        let mut keys = fact.as_object().ok_or("a check is no object")?.keys();
        if let Some(key) = keys.find(|key| !known(key)) {
            return Err(format!("there is no field `{key}`"));
        }
        let name = fact.get("name").ok_or_else(|| format!("`name` of {fact}"))?;
        let mut basis = String::from("&[");
        for article in list(fact, "basis")? {
            let _ = write!(basis, "{}, ", citation(article, &[])?);
        }
        basis.push(']');
        let _ = writeln!(
            out,
            "CheckRule {{ check: Check::{}, area: Area::{}, name: ({:?}, {:?}), strength: {}, \
             shortcoming: {}, advice: {}, basis: {basis} }},",
            variant(text(fact, "check")?),
            variant(text(fact, "area")?),
            text(name, "vi")?,
            text(name, "en")?,
            words(fact, "strength")?,
            words(fact, "shortcoming")?,
            words(fact, "advice")?,
        );
    }
    Ok(out + "];\n")
}

/// A field that is a text or `null`.
fn optional(fact: &Value, field: &str) -> Result<Option<String>, String> {
    match fact.get(field) {
        Some(Value::Null) => Ok(None),
        _ => text(fact, field).map(|text| Some(text.to_owned())),
    }
}

/// The Rust source of `EDITIONS`.
pub(crate) fn editions(json: &str) -> Result<String, String> {
    let document = parsed(json)?;
    let facts = list(&document, "editions")?;
    let mut out = String::from("static EDITIONS: &[QualityEdition] = &[\n");
    for fact in facts {
        let successor = optional(fact, "successor")?;
        if let Some(id) = &successor
            && !facts.iter().any(|other| text(other, "id").is_ok_and(|own| own == id))
        {
            return Err(format!("there is no edition `{id}`"));
        }
        let _ = writeln!(
            out,
            "QualityEdition {{ id: {:?}, title: {:?}, successor: {successor:?}, replaced: {}, \
             until: {}, basis: {} }},",
            text(fact, "id")?,
            text(fact, "title")?,
            date(optional(fact, "replaced")?.as_ref())?,
            date(optional(fact, "until")?.as_ref())?,
            citation(fact, &["id", "title", "successor", "replaced", "until"])?
        );
    }
    Ok(out + "];\n")
}
