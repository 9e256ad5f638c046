//! A hundred megabytes of hostile JSON are refused quickly and in little memory, and so is the
//! worst that is just short enough to be looked at. It stands in a program of its own because it
//! counts what the whole process allocates.
#![expect(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    reason = "a test may stop with a panic"
)]
#![expect(clippy::print_stdout, reason = "the figures are told")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::hint::black_box;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use cpu_time::ThreadTime;
use motcua::Calendar;
use motcua::json::{self, Door, MAX_REQUEST};
use motcua::time_limit::TimeLimit;

struct Counting;

static NOW: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

fn grow(bytes: usize) {
    let now = NOW.fetch_add(bytes, Ordering::Relaxed) + bytes;
    PEAK.fetch_max(now, Ordering::Relaxed);
}

// SAFETY: every call goes to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        grow(layout.size());
        // SAFETY: as it came.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: as it came.
        unsafe { System.dealloc(memory, layout) }
    }

    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // While it is moved both are there.
        grow(size);
        NOW.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: as it came.
        unsafe { System.realloc(memory, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Tests that count what is allocated must not run side by side.
static ALONE: Mutex<()> = Mutex::new(());

const HUNDRED: usize = 100_000_000;
const KIB: usize = 1_024;
const GB: usize = 1_000_000_000;

/// Forms of hostile JSON, each of so many bytes.
fn hostile(bytes: usize) -> [(&'static str, String); 9] {
    let around = |open: &str, unit: &str, close: &str| {
        let room = bytes - open.len() - close.len();
        let mut text = String::with_capacity(bytes);
        text.push_str(open);
        for _ in 0..room / unit.len() {
            text.push_str(unit);
        }
        text.extend(std::iter::repeat_n(' ', room % unit.len()));
        text.push_str(close);
        assert_eq!(text.len(), bytes);
        text
    };
    [
        ("lists inside each other", around("", "[", "")),
        ("objects inside each other", around("", r#"{"a":"#, "")),
        ("one string", around(r#"{"op":""#, "x", r#""}"#)),
        ("one string of escapes", around(r#"{"op":"day","date":""#, r"\u0001", r#""}"#)),
        ("a list of small things", around(r#"{"op":"report","dossiers":["#, "0,", "0]}")),
        ("a list of objects", around("[", r#"{"a":0},"#, "0]")),
        ("one number", around(r#"{"op":"lunar","date":1"#, "0", "}")),
        ("a number with an exponent", around(r#"{"op":"lunar","date":1e"#, "9", "}")),
        ("many fields", around(r#"{"op":"day","#, r#""x":0,"#, r#""x":0}"#)),
    ]
}

/// What a call takes over what was there before, and the time of the processor.
fn measured<T>(call: impl FnOnce() -> T) -> (T, usize, Duration) {
    let before = NOW.load(Ordering::Relaxed);
    PEAK.store(before, Ordering::Relaxed);
    let start = ThreadTime::now();
    let answer = call();
    let time = start.elapsed();
    (answer, PEAK.load(Ordering::Relaxed) - before, time)
}

/// How long it takes to look at every byte once, the quicker of two tries.
fn one_pass(text: &str) -> Duration {
    let pass = || {
        let start = ThreadTime::now();
        black_box(std::str::from_utf8(black_box(text.as_bytes())).unwrap());
        start.elapsed()
    };
    pass().min(pass())
}

#[test]
fn a_hundred_megabytes_are_refused_by_their_length() {
    let _alone = ALONE.lock();
    let door = Door::new().unwrap();
    for (name, text) in hostile(HUNDRED) {
        let pass = one_pass(&text);
        let (answer, peak, time) = measured(|| door.answer(&text));
        assert!(answer.contains(r#""code":"too_long""#), "{name}: {answer}");
        let (refused, documents, longer) =
            measured(|| json::dossiers(&text).is_err() && json::catalogue(&text).is_err());
        assert!(refused, "{name}");
        assert!(peak < KIB && documents < KIB, "{name}: {peak} and {documents} bytes");
        // Nobody looks at the text: far less than a pass would do.
        let most = pass.max(Duration::from_millis(5));
        assert!(time < most && longer < most, "{name}: {time:?}, {longer:?}; a pass {pass:?}");
        let calendar = measured(|| Calendar::builder().overlay_json(&text).is_err());
        assert!(calendar.0 && calendar.1 < 4 * KIB && calendar.2 < most, "{name}: {calendar:?}");
        let limit = measured(|| TimeLimit::parse(&text).select(None, None).is_err());
        assert!(limit.0 && limit.1 < KIB && limit.2 < most, "{name}: {limit:?}");
    }
}

#[test]
fn the_longest_request_is_answered_within_bounds() {
    let _alone = ALONE.lock();
    let door = Door::new().unwrap();
    for (name, text) in hostile(MAX_REQUEST) {
        let pass = one_pass(&text);
        let (answer, peak, time) = measured(|| door.answer(&text));
        println!("{name}: {} MB, {time:?}, a pass {pass:?}", peak / 1_000_000);
        assert!(answer.starts_with(r#"{"error":"#), "{name}");
        let uncounted = ["lists inside", "objects inside", "a list", "many fields"];
        if uncounted.iter().any(|start| name.starts_with(start)) {
            let count = ["too_deep", "too_many"].iter().any(|code| answer.contains(code));
            assert!(count && peak < KIB, "{name}: {peak} bytes, {answer}");
        }
        // A text as long as the request, and what is told of it while it grows.
        assert!(peak < 7 * MAX_REQUEST, "{name}: {peak} bytes");
        // Not optimised; what is not linear takes hours.
        assert!(time < Duration::from_secs(30), "{name}: {time:?}");
    }
}

/// What is just few enough to be read.
#[test]
fn the_most_values_take_no_more_than_two_gigabytes_and_a_half() {
    let _alone = ALONE.lock();
    let door = Door::new().unwrap();
    let objects = json::MAX_OBJECTS - 2;
    let report = |unit: &str, times: usize| {
        let list = unit.repeat(times);
        let period = r#""from":"2026-01-01","to":"2026-12-31""#;
        format!(r#"{{"op":"report",{period},"dossiers":[{list}0]}}"#)
    };
    let dossier = r#"{"code":"1","limit":{"value":1,"unit":"day"},"events":[]},"#;
    for (name, text) in [
        ("values", report("0,", json::MAX_VALUES - 8)),
        ("objects of one field", report(r#"{"a":0},"#, objects)),
        ("dossiers", report(dossier, objects / 2)),
    ] {
        let (answer, peak, time) = measured(|| door.answer(&text));
        told(name, &text, peak, time);
        assert!(answer.contains(r#""refused":[{"record":1,"#), "{name}: {answer:.200}");
    }
    let names: String = (0..objects).map(|n| format!(r#"{{"name":"{n}"}},"#)).collect();
    let text = format!(r#"[{names}{{"name":"a"}}]"#);
    let (read, peak, time) = measured(|| json::catalogue(&text).unwrap());
    told("procedures", &text, peak, time);
    assert_eq!(read.0.procedures().len(), objects + 1);
}

fn told(name: &str, text: &str, peak: usize, time: Duration) {
    let (megabytes, length) = (peak / 1_000_000, text.len() / 1_000_000);
    println!("{name}: {megabytes} MB over a text of {length} MB, {time:?}");
    assert!(peak < 5 * GB / 2, "{name}: {peak} bytes");
    assert!(time < Duration::from_secs(60), "{name}: {time:?}");
}
