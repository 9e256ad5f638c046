//! The functions as C calls them, from Rust, so that Miri can watch: pointers of every sort, answers
//! written over questions, threads, the boundary.
//!
//! `cargo +nightly miri test -p motcua-ffi --test surface`

use std::ffi::{CStr, c_char};
use std::ptr::{null, null_mut};
use std::sync::LazyLock;
use std::thread;

use motcua_ffi::*;

const AUG_19: i32 = 20_684;
const SEP_04: i32 = 20_700;
const NINE: i64 = AUG_19 as i64 * 86_400 + 9 * 3_600;

/// A calendar that may go to other threads, as the header says.
struct Shared(*mut motcua_calendar);
// SAFETY: this is the promise of the header that these tests check.
unsafe impl Sync for Shared {}
// SAFETY: as above.
unsafe impl Send for Shared {}

/// One calendar for all tests, as making one takes Miri long; an office's own is made and freed in
/// `instants_and_offices_of_their_own`.
fn vietnam() -> *mut motcua_calendar {
    static VIETNAM: LazyLock<Shared> = LazyLock::new(|| {
        let mut calendar = null_mut();
        // SAFETY: the place is valid for writing.
        assert_eq!(unsafe { motcua_calendar_new_vietnam(&raw mut calendar) }, MOTCUA_OK);
        Shared(calendar)
    });
    VIETNAM.0
}

const fn text(text: &str) -> (*const c_char, usize) {
    (text.as_ptr().cast(), text.len())
}

#[test]
fn handles_live_and_end() {
    let calendar = vietnam();
    let mut day = motcua_day {
        date: 0,
        kind: 0,
        holiday: 0,
        exchanged_for: 0,
        certainty: 0,
        working: 0,
        verified: 0,
        open_minutes: 0,
    };
    let mut source = motcua_str { data: null(), len: 0 };
    let mut sessions = [motcua_session { open: 0, close: 0 }; 3];
    let (mut count, mut found) = (0, 0);
    // SAFETY: the calendar is not freed until the end; all places are valid.
    unsafe {
        assert_eq!(motcua_day_info(calendar, AUG_19 + 3, &raw mut day), MOTCUA_OK);
        assert_eq!(day.kind, MOTCUA_DAY_MAKE_UP);
        assert_eq!(motcua_day_source(calendar, AUG_19, &raw mut source), MOTCUA_OK);
        let bytes = std::slice::from_raw_parts(source.data.cast::<u8>(), source.len);
        assert!(!std::str::from_utf8(bytes).unwrap().is_empty());
        let room = sessions.as_mut_ptr();
        assert_eq!(motcua_day_sessions(calendar, AUG_19, room, 3, &raw mut count), MOTCUA_OK);
        assert_eq!((count, sessions[1].close, sessions[2].close), (2, 1020, 0));
        assert_eq!(motcua_add_working_days(calendar, AUG_19, 10, &raw mut found), MOTCUA_OK);
        assert_eq!(found, SEP_04);
        motcua_calendar_free(null_mut());
    }
}

#[test]
fn wrong_pointers_are_refused_unread() {
    let calendar = vietnam();
    let mut found = [7_i32; 2];
    let odd = found.as_mut_ptr().cast::<u8>().wrapping_add(1).cast::<i32>();
    // A pointer to nothing, of the kind that only looks valid: it must not be read.
    let nowhere = std::ptr::without_provenance::<i32>(64);
    // SAFETY: what is not valid is refused before it is used.
    unsafe {
        assert_eq!(motcua_add_working_days(null(), 0, 1, &raw mut found[0]), MOTCUA_NULL_POINTER);
        assert_eq!(motcua_add_working_days(calendar, AUG_19, 1, null_mut()), MOTCUA_NULL_POINTER);
        assert_eq!(motcua_add_working_days(calendar, AUG_19, 1, odd), MOTCUA_MISALIGNED_POINTER);
        let batch = motcua_add_working_days_batch;
        let out = found.as_mut_ptr();
        assert_eq!(batch(calendar, nowhere, nowhere, usize::MAX, out), MOTCUA_INVALID_LENGTH);
        assert_eq!(batch(calendar, nowhere, nowhere, 0, null_mut()), MOTCUA_OK);
        assert_eq!(batch(null(), nowhere, nowhere, 2, out), MOTCUA_NULL_POINTER);
        assert_eq!(batch(calendar, nowhere, null(), 2, out), MOTCUA_NULL_POINTER);
    }
    assert_eq!(found, [7; 2]);
}

#[test]
fn a_batch_may_answer_in_place() {
    let calendar = vietnam();
    let mut dates = [AUG_19, MOTCUA_NO_DATE, AUG_19];
    let mut n = [10, 1, -1];
    let (mut bad, mut first, mut reason) = (0, 0, 0);
    // SAFETY: the arrays are valid; that they are one and the same is allowed.
    unsafe {
        let column = dates.as_mut_ptr();
        let status = motcua_add_working_days_batch(calendar, column, n.as_ptr(), 3, column);
        assert_eq!(status, MOTCUA_BAD_ROWS);
        let numbers = n.as_mut_ptr();
        let status = motcua_count_working_days_batch(calendar, column, column, 1, numbers);
        assert_eq!(status, MOTCUA_OK);
        let row = (&raw mut bad, &raw mut first, &raw mut reason);
        assert_eq!(motcua_batch_bad_rows(row.0, row.1, row.2), MOTCUA_OK);
    }
    assert_eq!(dates, [SEP_04, MOTCUA_NO_DATE, AUG_19 - 1]);
    assert_eq!((n[0], bad), (0, 0));
}

#[test]
fn every_batch_answers() {
    let calendar = vietnam();
    let (policy_json, len) = text(r#"{"policy": {"due": "same_clock"}}"#);
    let mut policy = null_mut();
    let (at, n, unit) = ([NINE, NINE], [10, 1], [MOTCUA_UNIT_WORKING_DAY, 77]);
    let amounts = [10_000, 1_000];
    let (mut later, mut due) = ([0; 2], [0; 2]);
    let (mut counts, mut dates, mut states, mut valid) = ([0; 2], [0; 2], [9; 2], [9; 2]);
    // SAFETY: the arrays are valid, handles are freed once, at the end.
    unsafe {
        assert_eq!(motcua_policy_new_from_json(policy_json, len, &raw mut policy), MOTCUA_OK);
        let (at, unit, amounts) = (at.as_ptr(), unit.as_ptr(), amounts.as_ptr());
        let out = later.as_mut_ptr();
        let status = motcua_add_working_minutes_batch(calendar, at, n.as_ptr(), 2, out);
        assert_eq!((status, later), (MOTCUA_OK, [NINE + 600, NINE + 60]));
        let out = counts.as_mut_ptr();
        let status = motcua_count_working_minutes_batch(calendar, at, later.as_ptr(), 2, out);
        assert_eq!((status, counts), (MOTCUA_OK, [10, 1]));
        let (out, days) = (due.as_mut_ptr(), dates.as_mut_ptr());
        let status = motcua_appointment_batch(calendar, policy, at, amounts, unit, 2, out, days);
        assert_eq!((status, dates), (MOTCUA_BAD_ROWS, [SEP_04, MOTCUA_NO_DATE]));
        assert_eq!(motcua_validity_int64(out, 2, valid.as_mut_ptr()), MOTCUA_OK);
        assert_eq!(valid, [1, 0]);
        assert_eq!(motcua_validity_int32(days, 2, valid.as_mut_ptr()), MOTCUA_OK);
        assert_eq!(valid, [1, 0]);
        let (done, out) = ([MOTCUA_NO_INSTANT, NINE], states.as_mut_ptr());
        let left = counts.as_mut_ptr();
        let done = done.as_ptr();
        let status =
            motcua_standing_batch(calendar, policy, at, amounts, unit, done, 2, NINE, out, left);
        assert_eq!((status, states), (MOTCUA_BAD_ROWS, [MOTCUA_STATE_IN_TIME, 0]));
        motcua_policy_free(policy);
    }
    assert_eq!((due[1], counts[1]), (MOTCUA_NO_INSTANT, i32::MIN));
}

#[test]
fn dossiers_by_columns() {
    let calendar = vietnam();
    let (amounts, units) = ([10_000, 1_000, 5_000], [5, 77, MOTCUA_UNIT_WORKING_DAY]);
    let (starts, group, online) = ([1, 3, 3, 4], [1, 0, 1], [1, 0, 1]);
    // The first event is of no dossier, as in a slice of longer columns.
    let at = [0, NINE, NINE + 86_400, NINE];
    let event = |code: i32| u8::try_from(code).unwrap();
    let code = [0, event(MOTCUA_EVENT_RECEIVED), event(MOTCUA_EVENT_FINISHED), 2];
    let mut told = [std::mem::MaybeUninit::<motcua_evaluation>::uninit(); 3];
    let mut tallies = [std::mem::MaybeUninit::<motcua_tally>::uninit(); 2];
    let (mut bad, mut first, mut reason) = (0, 0, 0);
    let end = NINE + 9 * 86_400;
    // SAFETY: the arrays are valid for the lengths given.
    unsafe {
        let (amounts, units, codes) = (amounts.as_ptr(), units.as_ptr(), code.as_ptr());
        let (starts, at) = (starts.as_ptr(), at.as_ptr());
        let out = told.as_mut_ptr().cast::<motcua_evaluation>();
        let evaluate = motcua_dossier_batch;
        let none = null();
        let status =
            evaluate(calendar, none, amounts, units, starts, 3, at, codes, null(), 4, end, out);
        assert_eq!(status, MOTCUA_BAD_ROWS);
        let row = (&raw mut bad, &raw mut first, &raw mut reason);
        assert_eq!(motcua_batch_bad_rows(row.0, row.1, row.2), MOTCUA_OK);
        assert_eq!((bad, first, reason), (1, 1, MOTCUA_UNKNOWN_VALUE));
        let [early, unknown, late] = told.map(|row| row.assume_init());
        assert_eq!((early.state, early.due_date, early.status), (4, SEP_04, MOTCUA_OK));
        assert_eq!((early.received_local, early.finished_local), (NINE, NINE + 86_400));
        assert_eq!((unknown.status, unknown.state), (MOTCUA_UNKNOWN_VALUE, 0));
        assert_eq!((late.state, late.days), (MOTCUA_STATE_OVERDUE, 2));
        // An end of a log that lies beyond the events.
        let status =
            evaluate(calendar, none, amounts, units, starts, 3, at, codes, null(), 3, end, out);
        assert_eq!(status, i32::from(motcua::ErrorKind::LogStarts.number()));
        let (group, online) = (group.as_ptr(), online.as_ptr());
        let sums = tallies.as_mut_ptr().cast::<motcua_tally>();
        let tally = motcua_tally_batch;
        assert_eq!(tally(null(), AUG_19, out, online, group, 3, sums, 1), MOTCUA_OUT_OF_BOUNDS);
        // The days before and after those of the calendar, and one of 2079.
        for outside in [10_956, 29_585, 40_000] {
            let refused = tally(null(), outside, out, online, group, 3, sums, 2);
            assert_eq!(refused, i32::from(motcua::ErrorKind::NoCalendarData.number()));
        }
        assert_eq!(tally(null(), AUG_19, out, online, group, 3, sums, 2), MOTCUA_OK);
        let [none, both] = tallies.map(|tally| tally.assume_init());
        assert_eq!((none.received, both.received, both.online), (0, 2, 2));
        assert_eq!((both.early, both.overdue, both.solved), (1, 1, 1));
        // What was over before the period is not of it, what is open is carried over.
        assert_eq!(tally(null(), AUG_19 + 2, out, online, null(), 3, sums, 1), MOTCUA_OK);
        assert_eq!(((*sums).received, (*sums).carried_over), (1, 1));
    }
}

#[test]
fn instants_and_offices_of_their_own() {
    let (json, len) = text(r#"{"hours": {"mon-fri": [["08:00", "11:00"]]}}"#);
    let (request, request_len) = text(
        r#"{"op": "count_working_minutes",
        "from": "2026-08-19T08:00", "to": "2026-08-20T08:00"}"#,
    );
    let (mut calendar, mut answer) = (null_mut(), null_mut());
    let (mut first, mut last, mut found, mut at) = (0, 0, 0, 0);
    let mut due = std::mem::MaybeUninit::uninit();
    // SAFETY: texts and places are valid, handles are freed once, at the end.
    unsafe {
        assert_eq!(motcua_calendar_new_from_json(json, len, &raw mut calendar), MOTCUA_OK);
        let ends = (&raw mut first, &raw mut last);
        assert_eq!(motcua_calendar_range(calendar, ends.0, ends.1), MOTCUA_OK);
        let out = &raw mut answer;
        let status = motcua_calendar_answer_json(calendar, request, request_len, out);
        assert_eq!(status, MOTCUA_OK);
        let view = motcua_string_view(answer);
        let bytes = std::slice::from_raw_parts(view.data.cast::<u8>(), view.len);
        assert_eq!(bytes, br#"{"minutes":180,"certainty":"final"}"#);
        motcua_string_free(answer);
        assert_eq!(motcua_add_working_minutes(calendar, NINE, 120, &raw mut at), MOTCUA_OK);
        let minutes = &raw mut found;
        assert_eq!(motcua_count_working_minutes(calendar, NINE, at, minutes), MOTCUA_OK);
        let status = motcua_appointment(calendar, null(), NINE, 1_000, 5, due.as_mut_ptr());
        assert_eq!((status, due.assume_init().date), (MOTCUA_OK, AUG_19 + 1));
        motcua_calendar_free(calendar);
        assert_eq!((first, last, found), (10_957, 29_584, 120));
        assert_eq!(motcua_utc_from_local(NINE, &raw mut at), MOTCUA_OK);
        assert_eq!(motcua_local_from_utc(at, &raw mut at), MOTCUA_OK);
        assert_eq!(at, NINE);
        assert!(!CStr::from_ptr(motcua_version()).is_empty());
        assert!(!CStr::from_ptr(motcua_status_message(MOTCUA_PANIC)).is_empty());
    }
    assert_eq!(motcua_abi_version(), MOTCUA_ABI_VERSION);
}

#[test]
fn texts_come_and_go() {
    let (request, len) = text(r#"{"op": "add_working_days", "date": "2026-08-19", "n": 10}"#);
    let (limit_text, limit_len) = text("05 ngày làm việc");
    let (mut answer, mut limit, mut policy) = (null_mut(), null_mut(), null_mut());
    let (mut amount, mut unit) = (0, -1);
    // SAFETY: texts and places are valid, handles are freed once, at the end.
    unsafe {
        assert_eq!(motcua_answer_json(request, len, &raw mut answer), MOTCUA_OK);
        let view = motcua_string_view(answer);
        let bytes = std::slice::from_raw_parts(view.data.cast::<u8>(), view.len);
        assert_eq!(bytes, br#"{"date":"2026-09-04","certainty":"final"}"#);
        motcua_string_free(answer);
        assert_eq!(motcua_answer_json(request, 9, &raw mut answer), MOTCUA_OK);
        motcua_string_free(answer);
        // Half of a letter.
        let cut = motcua_time_limit_parse(limit_text, 6, &raw mut limit);
        assert_eq!(cut, MOTCUA_INVALID_UTF8);
        assert!(limit.is_null());
        assert_eq!(motcua_time_limit_parse(limit_text, limit_len, &raw mut limit), MOTCUA_OK);
        let out = (&raw mut amount, &raw mut unit);
        assert_eq!(motcua_time_limit_select(limit, null(), 0, 0, out.0, out.1), MOTCUA_OK);
        assert_eq!((amount, unit), (5_000, MOTCUA_UNIT_WORKING_DAY));
        let (mut count, mut minute) = (0, 0);
        let mut kind = motcua_str { data: null(), len: 0 };
        assert_eq!(motcua_time_limit_kind(limit, &raw mut kind), MOTCUA_OK);
        let bytes = std::slice::from_raw_parts(kind.data.cast::<u8>(), kind.len);
        assert_eq!(bytes, b"deadline");
        assert_eq!(motcua_time_limit_count(limit, &raw mut count), MOTCUA_OK);
        assert_eq!(motcua_time_limit_cut_off(limit, &raw mut minute), MOTCUA_OK);
        assert_eq!((count, minute), (1, -1));
        let calendar = vietnam();
        let mut due = std::mem::MaybeUninit::uninit();
        let out = due.as_mut_ptr();
        let status =
            motcua_time_limit_appointment(calendar, null(), NINE, limit, null(), 0, 0, out);
        assert_eq!((status, due.assume_init().date), (MOTCUA_OK, AUG_19 + 6));
        assert_eq!(motcua_policy_new_from_json(null(), 0, &raw mut policy), 400);
        motcua_time_limit_free(limit);
    }
}

#[test]
fn dossiers_live_and_end() {
    let calendar = vietnam();
    let (json, len) = text(
        r#"{"code": "HS-1", "limit": {"value": 10, "unit": "working_day"}, "events": [
            {"type": "received", "at": "2026-08-19T09:00"}]}"#,
    );
    let (mut dossier, mut timeline, mut report) = (null_mut(), null_mut(), null_mut());
    let mut standing = motcua_standing { state: 0, days: 0, hours: 0, minutes: 0 };
    let mut field = motcua_str { data: null(), len: 9 };
    let (mut rows, mut refused) = (9, 9);
    // SAFETY: texts and places are valid, handles are freed once, at the end.
    unsafe {
        assert_eq!(motcua_dossier_new_from_json(json, len, &raw mut dossier), MOTCUA_OK);
        assert_eq!(motcua_dossier_code(dossier, &raw mut field), MOTCUA_OK);
        assert_eq!(field.len, 4);
        let line = &raw mut timeline;
        assert_eq!(motcua_dossier_evaluate(dossier, calendar, null(), line), MOTCUA_OK);
        let place = &raw mut standing;
        let at = NINE + 86_400;
        assert_eq!(motcua_timeline_standing(timeline, calendar, null(), at, place), MOTCUA_OK);
        assert_eq!(standing.state, MOTCUA_STATE_IN_TIME);
        let mut due = std::mem::MaybeUninit::uninit();
        let status = motcua_timeline_due(timeline, null(), at, due.as_mut_ptr());
        assert_eq!((status, due.assume_init().date), (MOTCUA_OK, SEP_04));
        let (mut code, mut received, mut finished, mut returned) = (0, 0, 0, 0);
        assert_eq!(motcua_timeline_status(timeline, at, &raw mut code), MOTCUA_OK);
        let times = (&raw mut received, &raw mut finished, &raw mut returned);
        assert_eq!(motcua_timeline_times(timeline, times.0, times.1, times.2), MOTCUA_OK);
        assert_eq!((code, received, finished), (2, NINE, MOTCUA_NO_INSTANT));
        let both = [dossier.cast_const(), dossier.cast_const()];
        let made = &raw mut report;
        let status = motcua_report_new(calendar, null(), AUG_19, SEP_04, both.as_ptr(), 2, made);
        assert_eq!(status, MOTCUA_OK);
        assert_eq!(motcua_report_counts(report, &raw mut rows, &raw mut refused), MOTCUA_OK);
        assert_eq!((rows, refused), (1, 0));
        let mut tally = std::mem::MaybeUninit::uninit();
        let status = motcua_report_row(report, 0, &raw mut field, tally.as_mut_ptr());
        assert_eq!((status, tally.assume_init().received), (MOTCUA_OK, 2));
        assert_eq!(motcua_report_totals(report, tally.as_mut_ptr()), MOTCUA_OK);
        assert_eq!(tally.assume_init().pending, 2);
        let mut reason = 0;
        let status = motcua_report_refused(report, 0, &raw mut rows, &raw mut reason);
        assert_eq!((status, rows, reason), (MOTCUA_OUT_OF_BOUNDS, 1, 0));
        motcua_dossier_free(dossier);
        motcua_timeline_free(timeline);
        motcua_report_free(report);
    }
}

#[test]
fn a_panic_stays_inside() {
    let mut message = [0_u8; 128];
    let (buffer, len) = (message.as_mut_ptr().cast::<c_char>(), message.len());
    assert_eq!(motcua_test_panic(), MOTCUA_PANIC);
    // SAFETY: the buffer is valid for its length.
    let status = unsafe { motcua_last_error_message(buffer, len, null_mut()) };
    assert_eq!(status, MOTCUA_OK);
    let message = CStr::from_bytes_until_nul(&message).unwrap().to_str().unwrap();
    assert!(message.ends_with("on request"), "{message}");
    for status in [MOTCUA_PANIC, MOTCUA_OK, -1, i32::MAX] {
        // SAFETY: the texts of statuses end with a NUL and live for ever.
        let code = unsafe { CStr::from_ptr(motcua_status_code(status)) };
        assert!(!code.is_empty());
    }
}

#[test]
fn threads_share_a_calendar() {
    let calendar = Shared(vietnam());
    let calendar = &calendar;
    thread::scope(|scope| {
        for n in 1..=3 {
            scope.spawn(move || {
                let Shared(calendar) = calendar;
                let (mut found, mut count, mut needed) = (0, 0, 0);
                // SAFETY: the calendar is never freed.
                unsafe {
                    motcua_add_working_days(*calendar, AUG_19, n, &raw mut found);
                    motcua_count_working_days(*calendar, AUG_19, found, &raw mut count);
                    // Each thread has a text of its own.
                    motcua_add_working_days(*calendar, 0, n, &raw mut found);
                    motcua_last_error_message(null_mut(), 0, &raw mut needed);
                }
                assert_eq!(count, n);
                assert!(needed > 1);
            });
        }
    });
}
