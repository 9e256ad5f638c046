//! Turns the dated facts of `data/` and the motions of Sun and Moon into tables that are compiled
//! in.
#![expect(clippy::print_stdout, reason = "a build script talks to cargo through its output")]

mod astronomy;
mod fact;
mod indicator;
mod inspection;
mod lunar;
mod procedure;
mod regulation;
mod schedule;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Writes the Rust source that a document of facts stands for.
fn table(
    data: &str,
    out: &Path,
    rust_source: impl Fn(&str) -> Result<String, String>,
) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={data}");
    let json = fs::read_to_string(data).map_err(|error| format!("{data}: {error}"))?;
    let source = rust_source(&json).map_err(|error| format!("{data}: {error}"))?;
    Ok(fs::write(out, source)?)
}

/// The version of the facts, which the crate tells as `DATA_VERSION`.
fn data_version() -> Result<(), Box<dyn Error>> {
    let file = "data/version.json";
    println!("cargo::rerun-if-changed={file}");
    let read: serde_json::Value = serde_json::from_str(&fs::read_to_string(file)?)?;
    let version = read.get("version").and_then(serde_json::Value::as_str);
    let version = version.ok_or("data/version.json: it has no `version`")?;
    println!("cargo::rustc-env=MOTCUA_DATA_VERSION={version}");
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    println!("cargo::rerun-if-changed=build");
    data_version()?;
    lunar::write(&folder)?;
    table("data/days_off.json", &folder.join("notices.rs"), schedule::rust_source)?;
    table("data/regulations.json", &folder.join("provisions.rs"), regulation::rust_source)?;
    table("data/service_levels.json", &folder.join("service_levels.rs"), procedure::levels)?;
    let publication = "data/publication.json";
    table(publication, &folder.join("published_parts.rs"), procedure::parts)?;
    table(publication, &folder.join("publication_terms.rs"), procedure::terms)?;
    table(publication, &folder.join("one_stop_modes.rs"), procedure::modes)?;
    let indicators = "data/indicators.json";
    table(indicators, &folder.join("scoring_rules.rs"), indicator::scoring)?;
    table(indicators, &folder.join("index_rules.rs"), indicator::index)?;
    let inspected = "data/inspection.json";
    let regulations = fs::read_to_string("data/regulations.json")?;
    let checks = |json: &str| inspection::checks(json, &regulations);
    table(inspected, &folder.join("inspection_checks.rs"), checks)?;
    table(inspected, &folder.join("quality_editions.rs"), inspection::editions)
}
