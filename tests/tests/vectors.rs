//! The vectors through the JSON door, and the schemas of its requests and answers.

#![expect(clippy::unwrap_used, reason = "a test may stop with a panic")]
#![expect(clippy::print_stdout, reason = "the run tells how many cases it has asked")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use jsonschema::{Registry, Validator};
use motcua::ErrorKind;
use motcua::json::Door;
use motcua_tests::vectors::{Case, File, files, folder};
use serde_json::Value;

/// How many files and cases there are, so that a lost one is missed. Each runner in another
/// language asserts the same numbers.
const FILES: usize = 53;
const CASES: usize = 2086;

/// Requests that are well formed but for what a schema cannot tell.
const BEYOND_A_SCHEMA: [&str; 8] = [
    "errors/days-too-many",
    "errors_calendar/weekday-twice",
    "errors_calendar/weekdays-backwards",
    "errors_calendar/year-twice",
    "history/field-of-another-event",
    "interruption/unknown-sector",
    "reappointment/without-a-date",
    "report_lists/part-backwards",
];

fn all() -> Vec<File> {
    files().unwrap()
}

fn cases(files: &[File]) -> impl Iterator<Item = (&File, &Case)> {
    files.iter().flat_map(|file| file.cases.iter().map(move |case| (file, case)))
}

#[test]
fn every_vector_gets_its_answer() {
    let (files, door) = (all(), Door::new().unwrap());
    let mut faults = Vec::new();
    let mut asked = 0;
    for (file, case) in cases(&files) {
        let answer: Value = serde_json::from_str(&door.answer(&case.request())).unwrap();
        if let Some(fault) = case.fault(&answer) {
            faults.push(format!("{}.json: {} {fault} ({})", file.name, case.id, case.basis));
        }
        asked += 1;
    }
    println!("{asked} cases in {} files", files.len());
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    assert_eq!((files.len(), asked), (FILES, CASES), "see FILES and CASES");
}

#[test]
fn vectors_have_the_form_that_is_promised() {
    let files = all();
    let mut ids = BTreeSet::new();
    let codes: BTreeSet<&str> = ErrorKind::ALL.iter().map(|kind| kind.as_str()).collect();
    for (file, case) in cases(&files) {
        let id = &case.id;
        let name = id.strip_prefix(&format!("{}/", file.name)).unwrap_or_default();
        let readable = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-._/".contains(c);
        assert!(!name.is_empty() && name.chars().all(readable), "id `{id}` in {}.json", file.name);
        assert!(ids.insert(id), "two cases have the id `{id}`");
        assert!(!case.basis.is_empty(), "{id} has no basis");
        assert!(case.expect.is_some() != case.error.is_some(), "{id}: `expect` or `error`");
        let known = case.error.as_deref().is_none_or(|code| codes.contains(code));
        assert!(known, "{id}: there is no code {:?}", case.error);
        assert!(case.repeat.is_none() || case.given.is_string(), "{id}: `repeat` is for texts");
    }
    assert!(files.iter().all(|file| file.schema == 1 && !file.about.is_empty()));
}

/// The schemas of one operation.
struct Schema {
    request: Validator,
    answer: Validator,
    /// An answer that is no error, which tells better what is wrong with it.
    given: Validator,
}

/// The schemas of every operation.
struct Schemas(BTreeMap<String, Schema>);

impl Schemas {
    fn read() -> Self {
        let mut documents = Vec::new();
        for entry in fs::read_dir(folder().join("schema")).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let text = fs::read_to_string(&path).unwrap();
            documents.push((name, serde_json::from_str::<Value>(&text).unwrap()));
        }
        let mut registry = Registry::new();
        for (name, document) in &documents {
            assert!(jsonschema::meta::is_valid(document), "{name}.json is not a schema");
            let id = document["$id"].as_str().unwrap();
            assert_eq!(id, format!("urn:motcua:schema:{name}"));
            registry = registry.add(id, document).unwrap();
        }
        let registry = registry.prepare().unwrap();
        let validator = |id: &str, part: &str| {
            let schema = serde_json::json!({ "$ref": format!("{id}#/$defs/{part}") });
            jsonschema::draft202012::options()
                .with_registry(&registry)
                .should_validate_formats(true)
                .build(&schema)
                .unwrap()
        };
        let ops = documents.iter().filter(|(name, _)| name != "common");
        let compiled = ops.map(|(name, document)| {
            let id = document["$id"].as_str().unwrap();
            let [request, answer, given] =
                ["request", "answer", "given"].map(|part| validator(id, part));
            (name.clone(), Schema { request, answer, given })
        });
        Self(compiled.collect())
    }

    fn op(&self, request: &Value) -> Option<&Schema> {
        self.0.get(request.get("op")?.as_str()?)
    }
}

/// What a document breaks of its schema.
fn breaks(schema: &Validator, document: &Value) -> Option<String> {
    let error = schema.iter_errors(document).next()?;
    Some(format!("{}: {error}", error.instance_path()))
}

#[test]
fn requests_and_answers_have_their_schema() {
    let (files, door, schemas) = (all(), Door::new().unwrap(), Schemas::read());
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    for (file, case) in cases(&files) {
        let mut note = |fault| faults.push(format!("{}.json: {} {fault}", file.name, case.id));
        let Some(schema) = schemas.op(&case.given) else {
            let unknown = [
                "invalid_json",
                "too_long",
                "too_deep",
                "too_many",
                "unknown_op",
                "invalid_request",
            ];
            if !case.error.as_deref().is_some_and(|code| unknown.contains(&code)) {
                note("its operation has no schema".to_owned());
            }
            continue;
        };
        let broken = breaks(&schema.request, &case.given);
        let malformed =
            matches!(case.error.as_deref(), Some("invalid_request" | "invalid_calendar"));
        match broken {
            Some(broken) if !malformed => note(format!("request {broken}")),
            None if malformed && !BEYOND_A_SCHEMA.contains(&case.id.as_str()) => {
                note("the schema takes what the door refuses".to_owned());
            }
            _ => {}
        }
        let given: Value = serde_json::from_str(&door.answer(&case.request())).unwrap();
        let failed = given.get("error").is_some();
        let told = breaks(&schema.given, &given).filter(|_| !failed);
        if let Some(broken) = told.or_else(|| breaks(&schema.answer, &given)) {
            note(format!("answer {broken}"));
        }
        seen.insert(case.given["op"].as_str().unwrap_or_default().to_owned());
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    let known: BTreeSet<String> = schemas.0.into_keys().collect();
    assert_eq!(seen, known, "operations with vectors, operations with a schema");
}

/// The codes that no request can draw from the door as a whole: they belong to Rust callers, to
/// checks behind which the door stands, or to single records inside an answer.
const NOT_OF_THE_DOOR: [&str; 11] = [
    "no_such_lunar_date",
    "invalid_date",
    "invalid_time",
    "invalid_clock_time",
    "invalid_amount",
    "invalid_national_record",
    "duplicate_procedure",
    "overlapping_versions",
    "column_lengths",
    "log_starts",
    "unknown_event_code",
];

#[test]
fn every_code_of_the_door_has_a_vector() {
    let files = all();
    let drawn: BTreeSet<&str> =
        cases(&files).filter_map(|(_, case)| case.error.as_deref()).collect();
    for code in ErrorKind::ALL.iter().map(|kind| kind.as_str()) {
        let known = drawn.contains(code) != NOT_OF_THE_DOOR.contains(&code);
        assert!(known, "`{code}` needs a vector in errors.json, or a place in NOT_OF_THE_DOOR");
    }
}
