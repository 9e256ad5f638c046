//! The functions as C calls them, from Rust, so that Miri can watch: pointers of every sort, answers
//! written over questions, threads, the boundary.
//!
//! `cargo +nightly miri test -p motcua-ffi --test surface`

use std::ffi::{CStr, c_char};
use std::ptr::{null, null_mut};
use std::thread;

use motcua_ffi::*;

const AUG_19: i32 = 20_684;
const SEP_04: i32 = 20_700;
const NINE: i64 = AUG_19 as i64 * 86_400 + 9 * 3_600;

/// A calendar that may go to other threads, as the header says.
struct Shared(*mut motcua_calendar);
// SAFETY: this is the promise of the header that these tests check.
unsafe impl Sync for Shared {}

fn vietnam() -> *mut motcua_calendar {
    let mut calendar = null_mut();
    // SAFETY: the place is valid for writing.
    assert_eq!(unsafe { motcua_calendar_new_vietnam(&raw mut calendar) }, MOTCUA_OK);
    calendar
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
        motcua_calendar_free(calendar);
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
        motcua_calendar_free(calendar);
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
        motcua_calendar_free(calendar);
    }
    assert_eq!(dates, [SEP_04, MOTCUA_NO_DATE, AUG_19 - 1]);
    assert_eq!((n[0], bad), (0, 0));
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
        assert_eq!(bytes, br#"{"date":"2026-09-04"}"#);
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
        let line = &raw mut timeline;
        assert_eq!(motcua_dossier_evaluate(dossier, calendar, null(), line), MOTCUA_OK);
        let place = &raw mut standing;
        let at = NINE + 86_400;
        assert_eq!(motcua_timeline_standing(timeline, calendar, null(), at, place), MOTCUA_OK);
        assert_eq!(standing.state, MOTCUA_STATE_IN_TIME);
        let both = [dossier.cast_const(), dossier.cast_const()];
        let made = &raw mut report;
        let status = motcua_report_new(calendar, null(), AUG_19, SEP_04, both.as_ptr(), 2, made);
        assert_eq!(status, MOTCUA_OK);
        assert_eq!(motcua_report_counts(report, &raw mut rows, &raw mut refused), MOTCUA_OK);
        assert_eq!((rows, refused), (1, 0));
        let mut tally = std::mem::MaybeUninit::uninit();
        let status = motcua_report_row(report, 0, &raw mut field, tally.as_mut_ptr());
        assert_eq!((status, tally.assume_init().received), (MOTCUA_OK, 2));
        motcua_dossier_free(dossier);
        motcua_timeline_free(timeline);
        motcua_report_free(report);
        motcua_calendar_free(calendar);
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
                // SAFETY: the calendar is freed after all threads have ended.
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
    // SAFETY: no thread uses the calendar any more.
    unsafe { motcua_calendar_free(calendar.0) };
}
