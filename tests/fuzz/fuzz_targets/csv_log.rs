//! Whatever text comes as a CSV log of the main job, each of its rows becomes a case or is refused
//! by its line.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use motcua::Calendar;
use motcua::procedure::Catalogue;

#[path = "../../../core/examples/one_stop/input.rs"]
#[allow(dead_code, reason = "the main job uses more of it")]
mod input;

static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| Calendar::vietnam().unwrap());
static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let list = r#"[{"code": "1.000001", "name": "A", "time_limit_text": "03 ngày làm việc"},
        {"name": "B", "time_limit_text": "02 ngày, trường hợp phức tạp 05 ngày"}]"#;
    motcua::json::catalogue(list).unwrap().0
});

fuzz_target!(|text: &str| {
    let log = input::Log { file: "log.csv", calendar: &CALENDAR, catalogue: &CATALOGUE };
    let mut refused = Vec::new();
    let Ok(cases) = log.read_csv(text, &mut refused) else { return };
    // A record ends with either sign.
    let records = text.split(['\n', '\r']).count();
    assert!(cases.len() + refused.len() <= records + input_columns(text));
    for refusal in refused {
        assert!(refusal.to_string().starts_with("log.csv: dòng "));
    }
});

/// Each column of the header can be refused once.
fn input_columns(text: &str) -> usize {
    text.split([',', ';', '\n']).count()
}
