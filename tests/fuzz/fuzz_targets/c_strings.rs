//! Whatever bytes come as texts through C, a status comes back, nothing is written unless it is
//! success, and what was made can be used and freed. The first byte chooses the entry.

#![no_main]

use std::ffi::c_char;
use std::ptr::{null, null_mut};
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use motcua_ffi::*;

struct Calendar(*mut motcua_calendar);
// SAFETY: calendars never change.
unsafe impl Send for Calendar {}
// SAFETY: as above.
unsafe impl Sync for Calendar {}

static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| {
    let mut calendar = null_mut();
    // SAFETY: the place is valid for writing.
    assert_eq!(unsafe { motcua_calendar_new_vietnam(&raw mut calendar) }, MOTCUA_OK);
    Calendar(calendar)
});

const NINE: i64 = 20_684 * 86_400 + 9 * 3_600;

fuzz_target!(|bytes: &[u8]| {
    let Some((entry, rest)) = bytes.split_first() else { return };
    let (text, len) = (rest.as_ptr().cast::<c_char>(), rest.len());
    let calendar = CALENDAR.0;
    // SAFETY: texts and places are valid, handles are freed once.
    unsafe {
        match entry % 5 {
            0 => {
                let mut answer = null_mut();
                let status = motcua_answer_json(text, len, &raw mut answer);
                assert_eq!(status == MOTCUA_OK, !answer.is_null());
                assert!(matches!(status, MOTCUA_OK | MOTCUA_INVALID_UTF8));
                motcua_string_free(answer);
            }
            1 => {
                let mut own = null_mut();
                let status = motcua_calendar_new_from_json(text, len, &raw mut own);
                assert_eq!(status == MOTCUA_OK, !own.is_null());
                assert_ne!(status, MOTCUA_PANIC);
                if status == MOTCUA_OK {
                    let mut date = 0;
                    assert_ne!(
                        motcua_add_working_days(own, 20_684, 10, &raw mut date),
                        MOTCUA_PANIC
                    );
                }
                motcua_calendar_free(own);
            }
            2 => {
                let mut policy = null_mut();
                let status = motcua_policy_new_from_json(text, len, &raw mut policy);
                assert_eq!(status == MOTCUA_OK, !policy.is_null());
                let mut due = std::mem::MaybeUninit::uninit();
                let status = motcua_appointment(calendar, policy, NINE, 1_500, 5, due.as_mut_ptr());
                assert_ne!(status, MOTCUA_PANIC);
                motcua_policy_free(policy);
            }
            3 => {
                let mut dossier = null_mut();
                let status = motcua_dossier_new_from_json(text, len, &raw mut dossier);
                assert_eq!(status == MOTCUA_OK, !dossier.is_null());
                assert_ne!(status, MOTCUA_PANIC);
                if status == MOTCUA_OK {
                    let (mut timeline, mut report) = (null_mut(), null_mut());
                    let line = &raw mut timeline;
                    let status = motcua_dossier_evaluate(dossier, calendar, null(), line);
                    assert_ne!(status, MOTCUA_PANIC);
                    let one = [dossier.cast_const()];
                    let made = &raw mut report;
                    let status =
                        motcua_report_new(calendar, null(), 20_684, 20_700, one.as_ptr(), 1, made);
                    assert_eq!(status, MOTCUA_OK);
                    motcua_timeline_free(timeline);
                    motcua_report_free(report);
                }
                motcua_dossier_free(dossier);
            }
            _ => {
                let half = len / 2;
                let mut limit = null_mut();
                let status = motcua_time_limit_parse(text, half, &raw mut limit);
                assert!(matches!(status, MOTCUA_OK | MOTCUA_INVALID_UTF8));
                if status == MOTCUA_OK {
                    let (mut amount, mut unit) = (7, 7);
                    let status = motcua_time_limit_select(
                        limit,
                        text.wrapping_add(half),
                        len - half,
                        i32::from(entry / 5 % 5),
                        &raw mut amount,
                        &raw mut unit,
                    );
                    assert_ne!(status, MOTCUA_PANIC);
                    assert!(status == MOTCUA_OK || (amount, unit) == (7, 7));
                }
                motcua_time_limit_free(limit);
            }
        }
    }
});
