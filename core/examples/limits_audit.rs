//! Reads a published catalogue and prints where its time limits contradict their texts.
//!
//! The catalogue is a JSON list of procedures, or an object with the list in `procedures`; each has
//! `code`, `name`, `time_limit_parsed` (the structured field) and `time_limit_text`, and may have
//! `description`, the text in full. Run with
//! `cargo run -p motcua --features json --example limits_audit -- catalogue.json`.

use std::io::{self, Write};
use std::process::ExitCode;

use motcua::time_limit::TimeLimit;
use motcua::time_limit::audit::{Published, check};
use serde_json::Value;

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        let _ = writeln!(io::stderr(), "usage: limits_audit <catalogue.json>");
        return ExitCode::from(2);
    };
    match audit(&path) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "{path}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn audit(path: &str) -> Result<(), Box<dyn std::error::Error>> {
    let catalogue: Value = serde_json::from_str(&std::fs::read_to_string(path)?)?;
    let procedures = catalogue.get("procedures").unwrap_or(&catalogue);
    let procedures = procedures.as_array().ok_or("not a list of procedures")?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut found = 0_usize;
    for procedure in procedures {
        let field = |name: &str| procedure.get(name).and_then(Value::as_str).unwrap_or_default();
        let text = match field("description") {
            "" => field("time_limit_text"),
            description => description,
        };
        let published = match procedure.get("time_limit_parsed") {
            None | Some(Value::Null) => Vec::new(),
            Some(fields) => serde_json::from_value::<Vec<Published>>(fields.clone())?,
        };
        for finding in check(&published, &TimeLimit::parse(text)) {
            found = found.saturating_add(1);
            writeln!(out, "{}\t{finding}\t{}", field("code"), field("name"))?;
        }
    }
    writeln!(out, "{} procedures read, {found} findings", procedures.len())?;
    Ok(())
}
