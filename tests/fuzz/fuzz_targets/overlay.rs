//! Whatever text comes as an office's own calendar, a calendar comes of it that counts there and
//! back again, or a refusal.

#![no_main]

use libfuzzer_sys::fuzz_target;
use motcua::Calendar;
use motcua::calendar::parse_date;

fuzz_target!(|text: &str| {
    let built = Calendar::builder().overlay_json(text).and_then(|builder| builder.build());
    let Ok(calendar) = built else { return };
    for start in ["2000-01-01", "2026-08-19", "2050-12-31"] {
        let start = parse_date(start).unwrap();
        let _ = calendar.day(start).unwrap();
        let Ok(end) = calendar.add_working_days(start, 10) else { continue };
        assert_eq!(calendar.count_working_days(start, end), Ok(10));
    }
    let at = "2026-08-19T09:00".parse().unwrap();
    if let Ok(end) = calendar.add_working_minutes(at, 600) {
        assert_eq!(calendar.count_working_minutes(at, end), Ok(600));
    }
});
