//! The facts of `data/service_levels.json` and `data/publication.json` as Rust tables.

use std::fmt::Write;

use serde_json::Value;

use crate::fact::{citation, list, parsed, text, variant};

/// `&[Kind::A, Kind::B]` for a list of names.
fn variants(kind: &str, fact: &Value, field: &str) -> Result<String, String> {
    let mut out = String::from("&[");
    for name in list(fact, field)? {
        let name = name.as_str().ok_or_else(|| format!("`{field}` of {fact}"))?;
        let _ = write!(out, "{kind}::{}, ", variant(name));
    }
    out.push(']');
    Ok(out)
}

/// `ServiceLevel::Decree43(Grade::One)` for a regime and a level.
fn level(regime: &str, level: &str) -> Result<String, String> {
    let inner = match (regime, level) {
        ("decree_43" | "decree_224_proactive", "level_1") => "Grade::One",
        ("decree_43" | "decree_224_proactive", "level_2") => "Grade::Two",
        ("decree_43" | "decree_224_proactive", "level_3") => "Grade::Three",
        ("decree_43" | "decree_224_proactive", "level_4") => "Grade::Four",
        ("decree_42", "information") => "Extent::Information",
        ("decree_42", "partial") => "Extent::Partial",
        ("decree_42", "full") => "Extent::Full",
        ("decree_224", "partial") => "OnlineExtent::Partial",
        ("decree_224", "full") => "OnlineExtent::Full",
        _ => return Err(format!("regime `{regime}` has no level `{level}`")),
    };
    Ok(format!("ServiceLevel::{}({inner})", variant(regime)))
}

/// The Rust source of `REGIMES`, `LEVELS`, `MAPPINGS` and the warning beside them.
pub(crate) fn levels(json: &str) -> Result<String, String> {
    let document = parsed(json)?;
    let mut regimes = String::from("static REGIMES: &[(Regime, Citation)] = &[\n");
    let mut levels = String::from("static LEVELS: &[LevelRule] = &[\n");
    for fact in list(&document, "regimes")? {
        let regime = text(fact, "regime")?;
        let cited = citation(fact, &["regime", "levels"])?;
        let _ = writeln!(regimes, "(Regime::{}, {cited}),", variant(regime));
        for rule in list(fact, "levels")? {
            let verified = rule.get("verified").and_then(Value::as_bool).ok_or("`verified`")?;
            let _ = writeln!(
                levels,
                "LevelRule {{ level: {}, criteria: {}, verified: {verified}, source: {:?} }},",
                level(regime, text(rule, "level")?)?,
                variants("Criterion", rule, "criteria")?,
                text(rule, "source")?
            );
        }
    }
    let mut mappings = String::from("static MAPPINGS: &[(ServiceLevel, ServiceLevel)] = &[\n");
    for fact in list(&document, "mappings")? {
        let end = |field: &str| -> Result<String, String> {
            let end = fact.get(field).ok_or_else(|| format!("`{field}` of {fact}"))?;
            level(text(end, "regime")?, text(end, "level")?)
        };
        let _ = writeln!(mappings, "({}, {}),", end("from")?, end("to")?);
    }
    Ok(format!(
        "{regimes}];\n{levels}];\n{mappings}];\nconst MAPPING_WARNING: &str = {:?};\n\
         const MAPPING_WARNING_EN: &str = {:?};\n",
        text(&document, "mapping_warning")?,
        text(&document, "mapping_warning_en")?
    ))
}

/// The Rust source of `PARTS`, which says what must be published.
pub(crate) fn parts(json: &str) -> Result<String, String> {
    let document = parsed(json)?;
    let mut out = String::from("static PARTS: &[PartRule] = &[\n");
    for fact in list(&document, "parts")? {
        let _ = writeln!(
            out,
            "PartRule {{ part: Part::{}, need: Need::{}, duty: PartDuty::{}, basis: {} }},",
            variant(text(fact, "part")?),
            variant(text(fact, "need")?),
            variant(text(fact, "duty")?),
            citation(fact, &["part", "need", "duty"])?
        );
    }
    Ok(out + "];\n")
}

/// The Rust source of `TERMS`, by when it must be published.
pub(crate) fn terms(json: &str) -> Result<String, String> {
    let document = parsed(json)?;
    let mut out = String::from("static TERMS: &[PublicationTerm] = &[\n");
    for fact in list(&document, "terms")? {
        let term = fact.get("term").and_then(Value::as_u64).ok_or("`term`")?;
        let make = match text(fact, "direction")? {
            "after" => "of",
            "before" => "before",
            other => return Err(format!("direction `{other}`")),
        };
        let _ = writeln!(
            out,
            "PublicationTerm {{ duty: PublicationDuty::{}, issuer: Issuer::{}, start: \
             TermStart::{}, limit: Limit::{make}(Amount::whole({term}), Unit::{}), basis: {} }},",
            variant(text(fact, "duty")?),
            variant(text(fact, "issuer")?),
            variant(text(fact, "start")?),
            variant(text(fact, "unit")?),
            citation(fact, &["duty", "issuer", "start", "term", "unit", "direction"])?
        );
    }
    Ok(out + "];\n")
}

/// The Rust source of `MODES` and `PLACES`, how and where it is received.
pub(crate) fn modes(json: &str) -> Result<String, String> {
    let document = parsed(json)?;
    let mut modes = String::from("static MODES: &[ModeRule] = &[\n");
    for fact in list(&document, "modes")? {
        let _ = writeln!(
            modes,
            "ModeRule {{ mode: OneStopMode::{}, requires: {}, basis: {} }},",
            variant(text(fact, "mode")?),
            variants("Requirement", fact, "requires")?,
            citation(fact, &["mode", "requires"])?
        );
    }
    let mut places = String::from("static PLACES: &[PlaceRule] = &[\n");
    for fact in list(&document, "places")? {
        let _ = writeln!(
            places,
            "PlaceRule {{ place: Place::{}, levels: {}, elsewhere: Elsewhere::{}, basis: {} }},",
            variant(text(fact, "place")?),
            variants("GovernmentLevel", fact, "levels")?,
            variant(text(fact, "elsewhere")?),
            citation(fact, &["place", "levels", "elsewhere"])?
        );
    }
    Ok(format!("{modes}];\n{places}];\n"))
}
