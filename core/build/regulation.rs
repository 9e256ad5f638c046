//! The provisions of `data/regulations.json` as a Rust table.

use std::fmt::Write;

use serde::Deserialize;

use crate::schedule::day;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    #[serde(rename = "about")]
    _about: String,
    provisions: Vec<Provision>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Provision {
    rule: String,
    act: String,
    act_en: String,
    article: String,
    article_en: String,
    from: Option<String>,
    to: Option<String>,
    verified: bool,
    source: String,
}

/// `first_day` as `FirstDay`, the way the variants of `Rule` are spelled.
fn variant(rule: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().map(|c| c.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    };
    rule.split('_').map(capital).collect()
}

/// The Rust source of `PROVISIONS`.
pub(crate) fn rust_source(json: &str) -> Result<String, String> {
    let document: Document = serde_json::from_str(json).map_err(|error| error.to_string())?;
    let date = |date: &Option<String>| match date {
        Some(date) => Ok::<_, String>(format!("Some({})", day(date)?)),
        None => Ok("None".to_owned()),
    };
    let mut out = String::from("static PROVISIONS: &[Provision] = &[\n");
    for p in &document.provisions {
        let written = writeln!(
            out,
            "Provision {{ rule: Rule::{}, act: {:?}, act_en: {:?}, article: {:?}, \
             article_en: {:?}, from: {}, to: {}, verified: {}, source: {:?} }},",
            variant(&p.rule),
            p.act,
            p.act_en,
            p.article,
            p.article_en,
            date(&p.from)?,
            date(&p.to)?,
            p.verified,
            p.source
        );
        written.map_err(|error| error.to_string())?;
    }
    out.push_str("];\n");
    Ok(out)
}
