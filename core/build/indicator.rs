//! The facts of `data/indicators.json` as Rust tables.

use std::fmt::Write;

use serde_json::Value;

use crate::fact::{citation, list, parsed, text, variant};

/// A number with one decimal in tenths: `3.5` is 35.
fn tenths(value: &Value) -> Result<u32, String> {
    let written = value.to_string();
    let wrong = || format!("`{written}` is not a number with one decimal");
    let (whole, part) = written.split_once('.').ok_or_else(wrong)?;
    if part.len() != 1 {
        return Err(wrong());
    }
    format!("{whole}{part}").parse().map_err(|_| wrong())
}

fn percent(fact: &Value, field: &str) -> Result<u8, String> {
    let number = fact.get(field).and_then(Value::as_u64).and_then(|n| u8::try_from(n).ok());
    number.filter(|n| *n <= 100).ok_or_else(|| format!("`{field}` is no percentage"))
}

fn entries<'a>(
    fact: &'a Value,
    field: &str,
) -> Result<impl Iterator<Item = (&'a String, &'a Value)>, String> {
    let object = fact.get(field).and_then(Value::as_object);
    object.map(|object| object.iter()).ok_or_else(|| format!("`{field}` of {fact}"))
}

const SCORING: [&str; 8] = [
    "on_the_spot",
    "at_one_stop",
    "complaints_on_time",
    "online_procedures",
    "online_dossiers",
    "online_dossiers_least",
    "ratings",
    "tasks",
];

/// The Rust source of `SCORING`, by which agencies and officers are scored.
pub(crate) fn scoring(json: &str) -> Result<String, String> {
    let document = parsed(json)?;
    let mut out = String::from("static SCORING: &[ScoringRule] = &[\n");
    for fact in list(&document, "scoring")? {
        let mut levels = String::new();
        for (level, _) in entries(fact, "on_the_spot")? {
            let least = percent(&fact["on_the_spot"], level)?;
            let _ = write!(levels, "(GovernmentLevel::{}, {least}), ", variant(level));
        }
        let bands = |field: &str, kind: &str| -> Result<String, String> {
            let mut bands = Vec::new();
            for (name, least) in entries(fact, field)? {
                bands.push((tenths(least)?, variant(name)));
            }
            bands.sort_unstable_by(|one, other| other.cmp(one));
            let band = |(least, name)| format!("({kind}::{name}, Tenths({least})), ");
            Ok(bands.into_iter().map(band).collect())
        };
        let _ = writeln!(
            out,
            "ScoringRule {{ on_the_spot: &[{levels}], at_one_stop: {}, complaints_on_time: {}, \
             online_procedures: {}, online_dossiers: {}, online_dossiers_least: {}, ratings: \
             &[{}], tasks: &[{}], basis: {} }},",
            percent(fact, "at_one_stop")?,
            percent(fact, "complaints_on_time")?,
            percent(fact, "online_procedures")?,
            percent(fact, "online_dossiers")?,
            percent(fact, "online_dossiers_least")?,
            bands("ratings", "Rating")?,
            bands("tasks", "TaskDone")?,
            citation(fact, &SCORING)?
        );
    }
    Ok(out + "];\n")
}

/// The Rust source of `INDEX`, the groups of the index of QĐ 766/QĐ-TTg and its ranks.
pub(crate) fn index(json: &str) -> Result<String, String> {
    let document = parsed(json)?;
    let fact = document.get("index").ok_or("`index`")?;
    let mut groups = String::new();
    for group in list(fact, "groups")? {
        let points = percent(group, "points")?;
        let _ = write!(groups, "(IndexGroup::{}, {points}), ", variant(text(group, "group")?));
    }
    let mut ranks = String::new();
    for rank in list(fact, "ranks")? {
        let least = tenths(rank.get("least").ok_or("`least`")?)?;
        let verified = rank.get("verified").and_then(Value::as_bool).ok_or("`verified`")?;
        let _ = write!(
            ranks,
            "RankRule {{ rating: Rating::{}, least: Tenths({least}), verified: {verified}, \
             source: {:?} }}, ",
            variant(text(rank, "rating")?),
            text(rank, "source")?
        );
    }
    Ok(format!(
        "static INDEX: IndexRule = IndexRule {{ groups: &[{groups}], ranks: &[{ranks}], basis: {} \
         }};\n",
        citation(fact, &["groups", "ranks"])?
    ))
}
