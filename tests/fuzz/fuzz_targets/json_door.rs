//! Whatever bytes come as a request, the door answers with a JSON object, and does so again.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use motcua::json::Door;

static DOOR: LazyLock<Door> = LazyLock::new(|| Door::new().unwrap());

fuzz_target!(|bytes: &[u8]| {
    let Ok(request) = std::str::from_utf8(bytes) else { return };
    let answer = DOOR.answer(request);
    let value: serde_json::Value = serde_json::from_str(&answer).unwrap();
    assert!(value.is_object(), "{answer}");
    assert_eq!(answer, DOOR.answer(request));
});
