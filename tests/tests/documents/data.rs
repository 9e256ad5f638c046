//! `core/docs/DATA.md` against the data: its example is read, its files and commands exist, and the
//! years it and the READMEs tell are those of the calendar.

use std::fs;

use motcua::Calendar;
use motcua::calendar::{Certainty, parse_date};
use serde_json::Value;

use super::{files, read, root, rows};

/// The years of a certainty as the tables print them: `2000-2009, 2028-2050`.
fn years(certainty: Certainty) -> String {
    let calendar = Calendar::vietnam().unwrap();
    let mut runs: Vec<(i32, i32)> = Vec::new();
    for year in 2000..=2050 {
        let new_year = parse_date(&format!("{year}-01-01")).unwrap();
        if calendar.day(new_year).unwrap().certainty != certainty {
            continue;
        }
        match runs.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(year) => *last = year,
            _ => runs.push((year, year)),
        }
    }
    let run = |(first, last): &(i32, i32)| match first == last {
        true => first.to_string(),
        false => format!("{first}-{last}"),
    };
    runs.iter().map(run).collect::<Vec<_>>().join(", ")
}

#[test]
fn the_tables_of_years_are_those_of_the_calendar() {
    let all = [
        ("final", Certainty::Final),
        ("provisional", Certainty::Provisional),
        ("projected", Certainty::Projected),
    ];
    for document in ["README.md", "README.vi.md", "core/docs/DATA.md"] {
        let text = read(document);
        for (name, certainty) in all {
            let years = years(certainty);
            let quoted = format!("`{name}`");
            let told = rows(&text)
                .iter()
                .any(|cells| cells.contains(&quoted.as_str()) && cells.contains(&years.as_str()));
            assert!(told, "{document}: {name} are the years {years}");
        }
    }
}

#[test]
fn the_shape_of_a_year_is_one_that_an_office_can_lay_over_its_calendar() {
    let text = read("core/docs/DATA.md");
    let (_, rest) = text.split_once("```json\n").unwrap();
    let (year, _) = rest.split_once("```").unwrap();
    let overlay = format!("{{\"years\":[{year}]}}");
    let calendar = Calendar::builder().overlay_json(&overlay).unwrap().build().unwrap();
    let made_up = calendar.day(parse_date("2028-05-06").unwrap()).unwrap();
    assert_eq!(made_up.certainty, Certainty::Final);
    assert!(made_up.kind.is_working(), "{made_up:?}");
    // Each of its fields is told in the table below it.
    let read: Value = serde_json::from_str(year).unwrap();
    let table = rows(&text);
    for field in read.as_object().unwrap().keys().filter(|field| *field != "year") {
        let told = table.iter().any(|cells| cells[0] == format!("`{field}`"));
        assert!(told, "DATA.md does not tell what `{field}` means");
    }
}

#[test]
fn each_data_file_is_told_of() {
    let text = read("core/docs/DATA.md");
    for path in files("core/data") {
        let name = path.trim_start_matches("core/data/");
        assert!(text.contains(&format!("{name}`")), "DATA.md does not name {name}");
    }
}

/// The acts that are cited in a document, with the first and the last day of each entry.
fn cited<'a>(value: &'a Value, found: &mut Vec<(&'a str, &'a str, &'a str)>) {
    match value {
        Value::Array(list) => list.iter().for_each(|value| cited(value, found)),
        Value::Object(fields) => {
            let text = |name: &str| fields.get(name).and_then(Value::as_str);
            if let Some(act) = text("act") {
                let (from, to) = (text("from").unwrap_or(""), text("to").unwrap_or("9999-12-31"));
                found.push((act, from, to));
            }
            fields.values().for_each(|value| cited(value, found));
        }
        _ => {}
    }
}

#[test]
fn the_one_stop_decrees_hold_on_the_same_days_in_each_file() {
    let facts = |path: &str| serde_json::from_str::<Value>(&read(path)).unwrap();
    let regulations = facts("core/data/regulations.json");
    let mut provisions = Vec::new();
    cited(&regulations, &mut provisions);
    let mut compared: usize = 0;
    for path in files("core/data").iter().filter(|path| !path.ends_with("/regulations.json")) {
        let document = facts(path);
        let mut entries = Vec::new();
        cited(&document, &mut entries);
        for (act, from, to) in entries {
            if !act.starts_with("NĐ 61/2018") && !act.starts_with("NĐ 118/2025") {
                continue;
            }
            let held = provisions.iter().filter(|(other, ..)| *other == act);
            let Some(first) = held.clone().map(|(_, from, _)| *from).min() else { continue };
            let last = held.map(|(_, _, to)| *to).max().unwrap_or(first);
            assert!(
                first <= from && to <= last,
                "{path}: {act} from {from} to {to}, in regulations.json from {first} to {last}"
            );
            compared = compared.saturating_add(1);
        }
    }
    assert!(compared > 20, "only {compared} entries were compared");
}

/// The tests that a document asks for by name are there.
#[test]
fn the_commands_of_the_documents_name_tests_that_exist() {
    let sources: String = ["core/src", "tests/tests", "benches/tests", "ffi/tests"]
        .iter()
        .flat_map(|folder| files(folder))
        .filter(|path| path.ends_with(".rs"))
        .map(|path| read(&path))
        .collect();
    let mut named: usize = 0;
    for document in ["CONTRIBUTING.md", "core/docs/DATA.md", "tests/README.md", "ffi/README.md"] {
        let text = read(document);
        for line in text.lines().filter(|line| line.contains("cargo test ")) {
            let (_, command) = line.split_once("cargo test ").unwrap();
            let command = command.split('`').next().unwrap_or_default();
            let words: Vec<&str> = command.split_whitespace().collect();
            let after = |flag: &str| {
                let at = words.iter().position(|word| *word == flag)?;
                words.get(at.checked_add(1)?).copied()
            };
            if let Some(test) = after("--test") {
                let package = after("-p").unwrap();
                let folder = match package {
                    "motcua-tests" => "tests/tests",
                    "motcua-benches" => "benches/tests",
                    "motcua-ffi" => "ffi/tests",
                    other => panic!("{document}: package {other}"),
                };
                let there = [format!("{folder}/{test}.rs"), format!("{folder}/{test}/main.rs")];
                let there = there.iter().any(|path| fs::exists(root().join(path)).unwrap());
                assert!(there, "{document}: no test {test} in {package}");
                named = named.saturating_add(1);
            }
        }
        for name in super::quoted(&text).filter(|name| {
            let plain = name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
            plain && name.len() > 20 && !name.starts_with("motcua_")
        }) {
            assert!(sources.contains(&format!("fn {name}(")), "{document}: there is no {name}");
        }
    }
    assert!(named > 6, "only {named} commands were looked at");
}
