//! The vectors of the life of a dossier through the JSON door.
#![expect(clippy::unwrap_used, reason = "a test may stop with a panic")]

use motcua::json::Door;
use motcua_tests::vectors::files;
use serde_json::Value;

#[test]
fn every_vector_gets_its_answer() {
    let door = Door::new().unwrap();
    let mut faults = Vec::new();
    let mut asked = 0_u32;
    for file in files().unwrap() {
        for case in &file.cases {
            let answer: Value = serde_json::from_str(&door.answer(&case.request())).unwrap();
            if let Some(fault) = case.fault(&answer) {
                faults.push(format!("{} {fault} ({})", case.id, case.basis));
            }
            asked = asked.saturating_add(1);
        }
    }
    assert!(asked > 0);
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
