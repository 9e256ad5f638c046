//! The notices of `data/days_off.json` as a Rust table.

use std::fmt::Write;

use chrono::NaiveDate;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    #[serde(rename = "about")]
    _about: String,
    years: Vec<Year>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Year {
    year: i32,
    status: String,
    source: String,
    note: Option<String>,
    tet: Option<Tet>,
    national: Option<String>,
    off: Option<Vec<Off>>,
    #[serde(default)]
    make_up: Vec<MakeUp>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tet {
    before: u8,
    after: u8,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Off {
    date: String,
    kind: String,
    #[serde(rename = "for")]
    exchanged_for: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MakeUp {
    date: String,
    #[serde(rename = "for")]
    pays_for: String,
    #[serde(default = "seen")]
    verified: bool,
}

fn seen() -> bool {
    true
}

/// `day(<days since 1970-01-01>)` for a date written `YYYY-MM-DD`.
pub(crate) fn day(date: &str) -> Result<String, String> {
    let parsed: Result<NaiveDate, _> = date.parse();
    let parsed = parsed.map_err(|error| format!("`{date}`: {error}"))?;
    Ok(format!("day({})", parsed.to_epoch_days()))
}

fn off_day(off: &Off) -> Result<String, String> {
    let date = day(&off.date)?;
    let other = off.exchanged_for.as_deref().map(day).transpose()?;
    let reason = match (off.kind.as_str(), other) {
        ("in_lieu", other) => match other {
            Some(other) => format!("InLieu(Some({other}))"),
            None => "InLieu(None)".to_owned(),
        },
        ("swap", Some(other)) => format!("Swap({other})"),
        ("swap", None) => return Err(format!("the swap of {} names no make-up day", off.date)),
        ("new_year", None) => "Holiday(Holiday::NewYear)".to_owned(),
        ("tet", None) => "Holiday(Holiday::Tet)".to_owned(),
        ("hung_kings", None) => "Holiday(Holiday::HungKings)".to_owned(),
        ("reunification", None) => "Holiday(Holiday::Reunification)".to_owned(),
        ("labour", None) => "Holiday(Holiday::Labour)".to_owned(),
        ("national", None) => "Holiday(Holiday::National)".to_owned(),
        ("culture", None) => "Holiday(Holiday::Culture)".to_owned(),
        (kind, _) => return Err(format!("{}: kind `{kind}` with these fields", off.date)),
    };
    Ok(format!("OffDay {{ date: {date}, reason: OffReason::{reason} }}"))
}

/// The Rust source of `NOTICES`.
pub(crate) fn rust_source(json: &str) -> Result<String, String> {
    let document: Document = serde_json::from_str(json).map_err(|error| error.to_string())?;
    let mut out = String::from("static NOTICES: &[Notice] = &[\n");
    for year in &document.years {
        let certainty = match year.status.as_str() {
            "final" => "Final",
            "provisional" => "Provisional",
            other => return Err(format!("{}: status `{other}`", year.year)),
        };
        let note = match &year.note {
            Some(note) => format!("Some(Cow::Borrowed({note:?}))"),
            None => "None".to_owned(),
        };
        let tet = match &year.tet {
            Some(Tet { before, after }) => {
                format!("Some(TetSplit {{ before: {before}, after: {after} }})")
            }
            None => "None".to_owned(),
        };
        let national = match year.national.as_deref() {
            None => "None",
            Some("before") => "Some(NationalDay::Before)",
            Some("after") => "Some(NationalDay::After)",
            Some(other) => return Err(format!("{}: national `{other}`", year.year)),
        };
        let off = match &year.off {
            Some(days) => {
                let days: Result<Vec<_>, _> = days.iter().map(off_day).collect();
                format!("Some(Cow::Borrowed(&[{}]))", days?.join(", "))
            }
            None => "None".to_owned(),
        };
        let make_up: Result<Vec<_>, String> = year
            .make_up
            .iter()
            .map(|m| {
                Ok(format!(
                    "MakeUpDay {{ date: {}, pays_for: {}, verified: {} }}",
                    day(&m.date)?,
                    day(&m.pays_for)?,
                    m.verified
                ))
            })
            .collect();
        let written = writeln!(
            out,
            "Notice {{ year: {}, certainty: Certainty::{certainty}, source: Cow::Borrowed({:?}), \
             note: {note}, tet: {tet}, national: {national}, off: {off}, \
             make_up: Cow::Borrowed(&[{}]) }},",
            year.year,
            year.source,
            make_up?.join(", ")
        );
        written.map_err(|error| error.to_string())?;
    }
    out.push_str("];\n");
    Ok(out)
}
