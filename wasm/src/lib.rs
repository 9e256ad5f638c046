//! motcua for JavaScript.
//!
//! What is here today is the JSON door of the engine and its version; the typed API and the npm
//! package are built on it.

use std::sync::OnceLock;

use motcua::json::{self, Door};
use wasm_bindgen::prelude::wasm_bindgen;

/// Answers one JSON request with one JSON answer; see `motcua::json` for the operations.
///
/// The built-in calendar is built on the first call and kept.
#[wasm_bindgen(js_name = answerJson)]
#[must_use]
pub fn answer_json(request: &str) -> String {
    static DOOR: OnceLock<Option<Door>> = OnceLock::new();
    match DOOR.get_or_init(|| Door::new().ok()) {
        Some(door) => door.answer(request),
        None => json::answer(request),
    }
}

/// The version of the engine.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_door_answers() {
        let request = r#"{"op": "add_working_days", "date": "2026-08-19", "n": 10}"#;
        assert_eq!(answer_json(request), r#"{"date":"2026-09-04"}"#);
        assert!(answer_json("{").contains(r#""code":"invalid_json""#));
    }
}
