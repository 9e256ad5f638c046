//! The work of the reader of limits grows with the text only, whatever it is. Apart from its other
//! tests, as it takes long.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    reason = "helpers of tests fail by panicking, as tests do"
)]

use std::time::{Duration, Instant};

use motcua::time_limit::TimeLimit;

/// Texts that tempt a reader to look at the same words again and again.
const HOSTILE: [&str; 22] = [
    "(",
    ")",
    "((5 ngày",
    "5 ",
    "năm ",
    "một trăm linh ",
    "5 (năm ",
    "5 ngày ",
    "5 ngày và ",
    "trong thời hạn không quá ",
    "kể từ ngày ",
    "5 ngày kể từ ngày nhận ",
    "5 ngày đối với ",
    "trường hợp ",
    "không tính thời gian ",
    "không tính vào ",
    "thì ",
    "trong đó Sở 5, ",
    "coi như không trả lời ",
    "a\u{301}",
    "từ 5 ngày đến ",
    "gia hạn không quá 1 lần ",
];

fn time(text: &str, runs: u32) -> Duration {
    let best = |_| {
        let start = Instant::now();
        let read = TimeLimit::parse(text);
        assert!(read.unread.len() <= text.len());
        start.elapsed()
    };
    (0..runs).map(best).min().unwrap()
}

fn of_length(unit: &str, bytes: usize) -> String {
    unit.repeat(bytes / unit.len())
}

#[test]
fn a_megabyte_of_hostile_text_takes_little_more_than_its_eighths() {
    for unit in HOSTILE {
        let (small, large) = (of_length(unit, 128 << 10), of_length(unit, 1 << 20));
        // Linear is 8, quadratic 64; in between lie caches and fresh pages. What is too short to
        // measure is let pass. Whatever else the machine does only adds to a time, so the best of
        // a few tries is taken of both.
        let floor = Duration::from_millis(5);
        let (mut eighth, mut whole) = (Duration::MAX, Duration::MAX);
        for _ in 0..8 {
            eighth = eighth.min(time(&small, 2));
            whole = whole.min(time(&large, 1));
            if whole < eighth.max(floor) * 24 {
                break;
            }
        }
        assert!(whole < eighth.max(floor) * 24, "{unit}: {eighth:?}, then {whole:?}");
    }
}
