//! The facts of `data/inspection.json` as Rust tables.

use std::fmt::Write;

use serde_json::Value;

use crate::fact::{citation, date, list, parsed, text, variant};

/// `Some(("...", "..."))` for words in both languages, `None` for none.
fn words(fact: &Value, field: &str) -> Result<String, String> {
    match fact.get(field) {
        Some(Value::Null) => Ok("None".into()),
        Some(words) => Ok(format!("Some(({:?}, {:?}))", text(words, "vi")?, text(words, "en")?)),
        None => Err(format!("`{field}` of {fact}")),
    }
}

const FIELDS: [&str; 7] = ["check", "area", "name", "strength", "shortcoming", "advice", "basis"];

/// The articles of a check: those listed in it, or the provisions of the rule it names, the newest
/// first.
fn basis(fact: &Value, regulations: &Value) -> Result<String, String> {
    let mut articles = Vec::new();
    if let Some(rule) = fact.get("basis").and_then(Value::as_str) {
        let mut provisions: Vec<&Value> = list(regulations, "provisions")?
            .iter()
            .filter(|provision| text(provision, "rule").is_ok_and(|own| own == rule))
            .collect();
        if provisions.is_empty() {
            return Err(format!("regulations.json has no rule `{rule}`"));
        }
        provisions.sort_by(|one, other| text(other, "from").ok().cmp(&text(one, "from").ok()));
        for provision in provisions {
            articles.push(citation(provision, &["rule", "value"])?);
        }
    } else {
        for article in list(fact, "basis")? {
            articles.push(citation(article, &[])?);
        }
    }
    Ok(format!("&[{}]", articles.join(", ")))
}

/// The Rust source of `CHECKS`, some of which rest on rules of `data/regulations.json`.
pub(crate) fn checks(json: &str, regulations: &str) -> Result<String, String> {
    let (document, regulations) = (parsed(json)?, parsed(regulations)?);
    let mut out = String::from("static CHECKS: &[CheckRule] = &[\n");
    for fact in list(&document, "checks")? {
        let known = |key: &&String| FIELDS.contains(&key.as_str());
        let mut keys = fact.as_object().ok_or("a check is no object")?.keys();
        if let Some(key) = keys.find(|key| !known(key)) {
            return Err(format!("there is no field `{key}`"));
        }
        let name = fact.get("name").ok_or_else(|| format!("`name` of {fact}"))?;
        let _ = writeln!(
            out,
            "CheckRule {{ check: Check::{}, area: Area::{}, name: ({:?}, {:?}), strength: {}, \
             shortcoming: {}, advice: {}, basis: {} }},",
            variant(text(fact, "check")?),
            variant(text(fact, "area")?),
            text(name, "vi")?,
            text(name, "en")?,
            words(fact, "strength")?,
            words(fact, "shortcoming")?,
            words(fact, "advice")?,
            basis(fact, &regulations)?
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
