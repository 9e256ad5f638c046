//! What the documents promise, held against the source, the vectors and the data.
#![expect(clippy::panic, clippy::unwrap_used, reason = "a test may stop with a panic")]

mod data;
mod glossary;
mod links;
mod names;
mod renewal;
mod rules;

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(path: &str) -> String {
    let file = root().join(path);
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The files of a folder and of the folders in it, as paths from the root, in order. What is built
/// or brought from elsewhere is left out.
fn files(folder: &str) -> Vec<String> {
    let elsewhere = ["target", "node_modules", "dist", "corpus", ".git"];
    let mut found = Vec::new();
    for entry in fs::read_dir(root().join(folder)).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        let path = format!("{folder}/{name}");
        if !entry.file_type().unwrap().is_dir() {
            found.push(path);
        } else if !elsewhere.contains(&name.as_str()) {
            found.extend(files(&path));
        }
    }
    found.sort();
    found
}

/// The rows of the tables of a document, cell by cell, headings left out.
fn rows(text: &str) -> Vec<Vec<&str>> {
    let lines: Vec<&str> = text.lines().collect();
    let is_rule = |line: Option<&&str>| line.is_some_and(|line| line.starts_with("|--"));
    let of_a_table = lines
        .iter()
        .enumerate()
        .filter(|(at, line)| line.starts_with("| ") && !is_rule(lines.get(at.saturating_add(1))));
    of_a_table.map(|(_, line)| line.trim_matches('|').split('|').map(str::trim).collect()).collect()
}

/// The part of a document under a heading of the second level.
fn section<'a>(text: &'a str, heading: &str) -> &'a str {
    let start = text.find(&format!("\n## {heading}\n")).unwrap_or_else(|| panic!("no {heading}"));
    let rest = text.get(start.saturating_add(1)..).unwrap_or_default();
    rest.find("\n## ").map_or(rest, |end| rest.get(..end).unwrap_or_default())
}

/// What stands between pairs of backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}
