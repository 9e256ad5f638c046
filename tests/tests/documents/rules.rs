//! `core/docs/RULES.md` against the vectors, the provisions and the files of the engine: no rule
//! without a vector, and nothing that counts without its rule.

use std::collections::{BTreeMap, BTreeSet};

use motcua::regulation::Provision;
use motcua_tests::vectors;
use serde_json::Value;

use super::{files, quoted, read, rows, section};

/// Sections whose bold words are no rules: what is open, and the places of the rules.
const NO_RULES: [&str; 2] = ["What is unsettled or unverified", "Where each rule is counted"];

/// The folders in which rules are counted. Of the first ones each file is named, of the others
/// the folder.
const BY_FILE: [&str; 6] =
    ["calendar", "deadline", "dossier", "obligation", "regulation", "report"];
const AS_A_WHOLE: [&str; 4] = ["inspection/", "procedure/", "service_level.rs", "time_limit/"];

/// The ids of vectors a text names; what has a stroke and is no path is taken for one.
fn ids(text: &str) -> impl Iterator<Item = &str> {
    let is_path = |text: &&str| [".rs", ".json", "/"].iter().any(|end| text.ends_with(end));
    quoted(text).filter(move |text| {
        text.contains('/') && !is_path(text) && !text.contains(' ') && *text != "file/name"
    })
}

/// The rules: paragraphs and list items that begin with bold words, with their text.
fn rules(text: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    for part in text.split("\n## ").filter(|part| !NO_RULES.iter().any(|no| part.starts_with(no))) {
        let blocks = part.split("\n\n").flat_map(|block| block.split("\n- "));
        for block in blocks {
            let block = block.trim_start_matches("- ");
            let Some((name, _)) = block.strip_prefix("**").and_then(|b| b.split_once("**")) else {
                continue;
            };
            found.push((name.trim_end_matches('.'), block));
        }
    }
    found
}

#[test]
fn each_vector_named_exists_and_each_file_of_vectors_is_named() {
    let files = vectors::files().unwrap();
    let known: BTreeSet<&str> =
        files.iter().flat_map(|file| file.cases.iter().map(|case| case.id.as_str())).collect();
    let text = read("core/docs/RULES.md");
    let unknown: Vec<&str> = ids(&text).filter(|id| !known.contains(id)).collect();
    assert!(unknown.is_empty(), "no such vectors: {unknown:?}");
    for file in &files {
        let prefix = format!("{}/", file.name);
        let named = ids(&text).any(|id| id.starts_with(&prefix));
        assert!(named, "no rule names a case of {}.json", file.name);
    }
}

/// A basis names a document by its path, and behind a comma the heading or the rule in it.
#[test]
fn each_basis_that_is_a_place_in_a_document_is_found_there() {
    let files = vectors::files().unwrap();
    let cases = files.iter().flat_map(|file| &file.cases);
    let places: BTreeSet<&str> =
        cases.map(|case| case.basis.as_str()).filter(|basis| basis.contains(".md")).collect();
    assert!(places.len() > 10, "only {places:?}");
    for place in places {
        let (path, name) = place.split_once(", ").unwrap_or_else(|| panic!("{place}: no heading"));
        let text = read(path);
        let headed = text.contains(&format!("\n## {name}\n"));
        assert!(headed || rules(&text).iter().any(|(rule, _)| *rule == name), "{path}: no {name}");
    }
}

#[test]
fn each_rule_names_a_vector() {
    let text = read("core/docs/RULES.md");
    let rules = rules(&text);
    assert!(rules.len() > 80, "only {} rules", rules.len());
    // A list under a rule belongs to it.
    let bare: Vec<&str> = rules
        .iter()
        .filter(|(_, text)| ids(text).next().is_none())
        .map(|(name, _)| *name)
        .collect();
    assert!(bare.is_empty(), "rules without a vector: {bare:?}");
}

#[test]
fn each_rule_has_its_place_and_each_place_its_rule() {
    let text = read("core/docs/RULES.md");
    let places = section(&text, "Where each rule is counted");
    let table = rows(places);
    let rows: Vec<&str> = table.iter().map(|cells| cells[0]).collect();
    let rules: Vec<&str> = rules(&text).iter().map(|(name, _)| *name).collect();
    assert_eq!(rows, rules, "the rules of the table, and those of the text above it");

    let named: BTreeSet<&str> =
        quoted(places).filter(|name| name.ends_with(".rs") || name.ends_with('/')).collect();
    let mut there: BTreeSet<String> = AS_A_WHOLE.iter().map(|place| (*place).to_owned()).collect();
    for folder in BY_FILE {
        let files = files(&format!("core/src/{folder}"));
        there.extend(files.iter().map(|path| path.trim_start_matches("core/src/").to_owned()));
    }
    let there: BTreeSet<&str> = there.iter().map(String::as_str).collect();
    let forgotten: Vec<_> = there.difference(&named).collect();
    assert!(forgotten.is_empty(), "no rule and no remark names {forgotten:?}");
    let gone: Vec<_> = named.difference(&there).filter(|name| **name != "core/src/").collect();
    assert!(gone.is_empty(), "there is no {gone:?}");
}

#[test]
fn each_provision_belongs_to_a_rule() {
    let text = read("core/docs/RULES.md");
    let table = rows(section(&text, "Where each rule is counted"));
    let named: BTreeSet<&str> = table.iter().flat_map(|cells| quoted(cells[1])).collect();
    let known: BTreeSet<&str> = Provision::all().map(|provision| provision.rule.as_str()).collect();
    assert_eq!(named, known, "the provisions named, and those of core/data/regulations.json");
}

#[test]
fn each_value_of_the_counting_policy_is_told() {
    let common: Value = serde_json::from_str(&read("tests/vectors/schema/common.json")).unwrap();
    let text = read("core/docs/RULES.md");
    let mut told: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut field = "";
    for cells in rows(section(&text, "Policies")) {
        field = quoted(cells[0]).next().unwrap_or(field);
        assert!(ids(cells[3]).next().is_some(), "{field}: {} has no vector", cells[1]);
        told.entry(field).or_default().push(cells[1].trim_matches('`'));
    }
    let policy = &common["$defs"]["policy"]["properties"];
    for (field, schema) in policy.as_object().unwrap() {
        let told = told.get(field.as_str()).unwrap_or_else(|| panic!("{field} is not told"));
        // The cut-off hour is an object; what it moves is what agencies do differently.
        let moves = &schema["anyOf"][0]["properties"]["moves"];
        let values = schema["enum"].as_array().or_else(|| moves["enum"].as_array());
        for value in values.unwrap_or_else(|| panic!("{field}: {schema}")) {
            let value = value.as_str().unwrap();
            assert!(told.contains(&value), "{field}: {value} is not told");
        }
    }
    assert_eq!(told.len(), policy.as_object().unwrap().len());
}
