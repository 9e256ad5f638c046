//! The work grows with the text only, whatever it is.

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

fn time(text: &str) -> Duration {
    let best = |_| {
        let start = Instant::now();
        let read = TimeLimit::parse(text);
        assert!(read.unread.len() <= text.len());
        start.elapsed()
    };
    (0..3).map(best).min().unwrap()
}

fn of_length(unit: &str, bytes: usize) -> String {
    unit.repeat(bytes / unit.len())
}

#[test]
fn a_megabyte_of_hostile_text_takes_four_times_a_quarter() {
    for unit in HOSTILE {
        let quarter = time(&of_length(unit, 256 << 10));
        let whole = time(&of_length(unit, 1 << 20));
        // Linear is 4, quadratic 16; what is too short to measure is let pass.
        let floor = Duration::from_millis(5);
        assert!(whole < quarter.max(floor) * 10, "{unit}: {quarter:?}, then {whole:?}");
    }
}
