//! CONTRIBUTING.md tells of each file that a test holds to something else how it is renewed.

use std::collections::BTreeSet;
use std::fs;

use super::{files, quoted, read, root, rows, section};

const HEADING: &str = "What drifts, and how it is renewed";

/// The variables by which the sources are told to write a file anew.
fn variables() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let folders = ["core", "ffi", "wasm", "tests", "benches", "include", ".ci"];
    for path in folders.iter().flat_map(|folder| files(folder)) {
        // Pictures and archives hold no words.
        let Ok(text) = fs::read_to_string(root().join(&path)) else { continue };
        let letter = |c: char| c.is_ascii_uppercase() || c == '_';
        for word in text.split(|c: char| !letter(c)) {
            let update = word.strip_prefix("UPDATE_").is_some_and(|rest| rest.len() > 2);
            if update || word.ends_with("_BLESS") && word != "_BLESS" {
                found.insert(word.to_owned());
            }
        }
    }
    found
}

#[test]
fn each_variable_that_renews_a_file_is_told_of() {
    let text = read("CONTRIBUTING.md");
    let table = section(&text, HEADING);
    let variables = variables();
    assert!(variables.len() > 3, "only {variables:?}");
    for variable in &variables {
        assert!(table.contains(&format!("{variable}=")), "CONTRIBUTING.md: no {variable}");
    }
    let told = table.split(|c: char| !c.is_ascii_uppercase() && c != '_');
    for word in told.filter(|word| word.starts_with("UPDATE_")) {
        assert!(variables.contains(word), "CONTRIBUTING.md: nothing reads {word}");
    }
}

#[test]
fn what_drifts_is_there() {
    let text = read("CONTRIBUTING.md");
    let table = rows(section(&text, HEADING));
    assert!(table.len() > 10);
    for cells in table {
        let [what, seen_by, _] = cells[..] else { panic!("not three cells: {cells:?}") };
        let mut paths = quoted(what).chain(quoted(seen_by)).filter(|name| name.contains('/'));
        for path in paths.by_ref().filter(|path| !path.contains(['*', ' '])) {
            assert!(fs::exists(root().join(path)).unwrap(), "CONTRIBUTING.md: there is no {path}");
        }
    }
}

/// A file that says of itself that it is generated has a row.
#[test]
fn each_committed_golden_file_has_a_row() {
    let text = read("CONTRIBUTING.md");
    let table = section(&text, HEADING);
    let all = ["core", "ffi", "wasm", "tests", "benches", "include"];
    let golden = |path: &String| {
        let name = path.rsplit('/').next().unwrap_or_default();
        [".g.cs", ".proptest-regressions", "golden.d.ts.txt", "symbols.txt", "instructions.txt"]
            .iter()
            .any(|ending| name.ends_with(ending))
    };
    let found: Vec<String> = all.iter().flat_map(|folder| files(folder)).filter(golden).collect();
    assert!(found.len() > 6, "{found:?}");
    for path in found {
        let name = path.rsplit('/').next().unwrap_or_default();
        let ending = name.split_once('.').map(|(_, ending)| format!("*.{ending}"));
        let told = table.contains(name) || ending.is_some_and(|any| table.contains(&any));
        assert!(told, "CONTRIBUTING.md: no row for {path}");
    }
}
