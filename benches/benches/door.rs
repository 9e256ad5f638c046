//! Every operation of the JSON door, each with the request of its first vector that is answered:
//! a new operation has vectors, so it is measured without being named here. And the door itself.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, hint::black_box};

use criterion::{Criterion, criterion_group, criterion_main};
use motcua::json::{self, Door};
use serde_json::Value;

fn is_error(answer: &str) -> bool {
    answer.starts_with(r#"{"error""#)
}

/// A request for each operation.
fn requests(door: &Door) -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors");
    let mut files: Vec<_> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    files.sort();
    let mut requests = BTreeMap::new();
    for file in files {
        let Ok(text) = fs::read_to_string(&file) else { continue };
        let Ok(vectors) = serde_json::from_str::<Value>(&text) else { continue };
        for case in vectors.get("cases").and_then(Value::as_array).into_iter().flatten() {
            let Some(request) = case.get("given") else { continue };
            let Some(op) = request.get("op").and_then(Value::as_str) else { continue };
            let request = request.to_string();
            let answer = door.answer(&request);
            if answer.contains(r#""unknown_op""#) {
                continue;
            }
            // The first that is answered takes the place of those that are refused.
            let known = requests.entry(op.to_owned()).or_insert_with(|| request.clone());
            if !is_error(&answer) && is_error(&door.answer(known)) {
                *known = request;
            }
        }
    }
    requests
}

fn door(c: &mut Criterion) {
    let Some(door) = motcua_benches::set_up(Door::new()) else { return };
    let mut group = c.benchmark_group("door");
    let requests = requests(&door);
    assert!(!requests.is_empty(), "no vectors were found");
    for (op, request) in requests {
        assert!(!is_error(&door.answer(&request)), "{op} has no vector that is answered");
        group.bench_function(op, |b| b.iter(|| door.answer(black_box(&request))));
    }
    group.finish();
    // What a caller pays who keeps no door.
    let request = r#"{"op":"add_working_days","date":"2026-08-19","n":10}"#;
    c.bench_function("door/new", |b| b.iter(Door::new));
    c.bench_function("door/new_and_answer", |b| b.iter(|| json::answer(black_box(request))));
}

criterion_group!(benches, door);
criterion_main!(benches);
