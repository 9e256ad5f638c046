use std::ffi::c_char;

use motcua::LocalTime;
use motcua::dossier::{NationalStatus, Timeline};
use motcua::json::DossierRecord;
use motcua::obligation::State;

use crate::appointment::motcua_due;
use crate::calendar::{MOTCUA_NO_INSTANT, motcua_calendar};
use crate::guard::{Failure, guard, guard_or};
use crate::policy::{counting, motcua_policy};
use crate::ptr::{Out, give, handle, optional_handle, release, text};
use crate::status::{MOTCUA_NOT_STARTED, motcua_status};
use crate::text::motcua_str;

/// A dossier: its procedure, its limit and the log of what happened to it.
///
/// It never changes, so any number of threads may use one at the same time.
#[derive(Debug)]
pub struct motcua_dossier(pub(crate) DossierRecord);

/// What the log of a dossier means: when it was received, finished, returned, and is due.
///
/// It never changes, so any number of threads may use one at the same time.
#[derive(Debug)]
pub struct motcua_timeline(Timeline);

/// Its term has not begun.
pub const MOTCUA_STATE_NOT_STARTED: i32 = 0;
/// Open, with time left.
pub const MOTCUA_STATE_IN_TIME: i32 = 1;
/// Open, with little time left.
pub const MOTCUA_STATE_DUE_SOON: i32 = 2;
/// Open, and its time is over.
pub const MOTCUA_STATE_OVERDUE: i32 = 3;
/// Done before its date.
pub const MOTCUA_STATE_EARLY: i32 = 4;
/// Done on its date.
pub const MOTCUA_STATE_ON_TIME: i32 = 5;
/// Done too late.
pub const MOTCUA_STATE_LATE: i32 = 6;
/// Open, waiting for the applicant or suspended; not late by that.
pub const MOTCUA_STATE_WAITING: i32 = 7;
/// Ended: it was not accepted.
pub const MOTCUA_STATE_NOT_ACCEPTED: i32 = 8;
/// Ended: withdrawn by the applicant.
pub const MOTCUA_STATE_WITHDRAWN: i32 = 9;
/// Ended: stopped for good.
pub const MOTCUA_STATE_STOPPED: i32 = 10;

/// Where a dossier stands, and by how much office time: what is left of an open one, by how much
/// a done one was early, by how much an overdue or late one is over.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct motcua_standing {
    /// Where it stands: one of `MOTCUA_STATE_...`.
    pub state: i32,
    /// Working days.
    pub days: i32,
    /// Working hours beyond them.
    pub hours: i32,
    /// Working minutes beyond those.
    pub minutes: i32,
}

const _: () = assert!(size_of::<motcua_standing>() == 16 && align_of::<motcua_standing>() == 4);

pub(crate) const fn state(state: State) -> i32 {
    match state {
        State::InTime => MOTCUA_STATE_IN_TIME,
        State::DueSoon => MOTCUA_STATE_DUE_SOON,
        State::Overdue => MOTCUA_STATE_OVERDUE,
        State::Early => MOTCUA_STATE_EARLY,
        State::OnTime => MOTCUA_STATE_ON_TIME,
        State::Late => MOTCUA_STATE_LATE,
        State::Waiting => MOTCUA_STATE_WAITING,
        State::NotAccepted => MOTCUA_STATE_NOT_ACCEPTED,
        State::Withdrawn => MOTCUA_STATE_WITHDRAWN,
        State::Stopped => MOTCUA_STATE_STOPPED,
    }
}

/// The state of a number, if it is of one.
pub(crate) fn state_of(number: i32) -> Option<State> {
    Some(match number {
        MOTCUA_STATE_IN_TIME => State::InTime,
        MOTCUA_STATE_DUE_SOON => State::DueSoon,
        MOTCUA_STATE_OVERDUE => State::Overdue,
        MOTCUA_STATE_EARLY => State::Early,
        MOTCUA_STATE_ON_TIME => State::OnTime,
        MOTCUA_STATE_LATE => State::Late,
        MOTCUA_STATE_WAITING => State::Waiting,
        MOTCUA_STATE_NOT_ACCEPTED => State::NotAccepted,
        MOTCUA_STATE_WITHDRAWN => State::Withdrawn,
        MOTCUA_STATE_STOPPED => State::Stopped,
        _ => return None,
    })
}

/// Makes a dossier from a JSON object as the requests `evaluate` and `report` carry it.
///
/// @param json  For example `{"code": "HS-1", "limit": {"value": 10, "unit": "working_day"},
///              "events": [{"type": "received", "at": "2026-08-19T09:00"}]}`. UTF-8, not
///              NUL-terminated.
/// @param len   Bytes in `json`.
/// @param out   Receives the dossier, to be freed with `motcua_dossier_free`.
/// @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`, `MOTCUA_INVALID_LENGTH`, `MOTCUA_INVALID_UTF8`;
///         `MOTCUA_ERROR_INVALID_JSON`, `MOTCUA_ERROR_TOO_LONG`, `MOTCUA_ERROR_TOO_DEEP`,
///         `MOTCUA_ERROR_TOO_MANY`, `MOTCUA_ERROR_INVALID_REQUEST`.
///
/// # Safety
///
/// `json` is valid for reading `len` bytes, `out` for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_dossier_new_from_json(
    json: *const c_char,
    len: usize,
    out: *mut *mut motcua_dossier,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (out, json) = unsafe { (Out::new(out)?, text(json, len)?) };
        out.write(give(motcua_dossier(DossierRecord::from_json(json)?)));
        Ok(())
    })
}

/// Frees a dossier. NULL is nothing. No other thread may be using the dossier any more.
///
/// @param dossier  What is freed, or NULL.
///
/// # Safety
///
/// `dossier` is NULL or a dossier that is not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_dossier_free(dossier: *mut motcua_dossier) {
    // SAFETY: the caller's promise.
    guard_or((), || unsafe { release(dossier) });
}

/// The code of a dossier.
///
/// @param dossier  The dossier.
/// @param out      Receives the code, which lives as long as the dossier.
/// @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`.
///
/// # Safety
///
/// `dossier` is a dossier that is not freed, `out` is valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_dossier_code(
    dossier: *const motcua_dossier,
    out: *mut motcua_str,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (dossier, out) = unsafe { (handle(dossier)?, Out::new(out)?) };
        out.write(motcua_str::of(dossier.0.code()));
        Ok(())
    })
}

/// Folds the log of a dossier once into what it means.
///
/// @param dossier   The dossier.
/// @param calendar  The calendar of its office.
/// @param policy    How its term is counted; NULL for the one-stop.
/// @param out       Receives what the log means, to be freed with `motcua_timeline_free`.
/// @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`; `MOTCUA_ERROR_OUT_OF_ORDER`,
///         `MOTCUA_ERROR_IMPOSSIBLE_EVENT` and others of 250 to 299; for its limit as
///         `motcua_time_limit_select` and `motcua_appointment`.
///
/// # Safety
///
/// `dossier` and `calendar` are handles that are not freed, `policy` is NULL or such a handle,
/// `out` is valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_dossier_evaluate(
    dossier: *const motcua_dossier,
    calendar: *const motcua_calendar,
    policy: *const motcua_policy,
    out: *mut *mut motcua_timeline,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (dossier, calendar) = unsafe { (handle(dossier)?, handle(calendar)?) };
        // SAFETY: the caller's promise.
        let (policy, out) = unsafe { (optional_handle(policy)?, Out::new(out)?) };
        let (dossier, counting) = dossier.0.clone().into_dossier(None, counting(policy))?;
        out.write(give(motcua_timeline(dossier.evaluate(calendar.calendar(), &counting)?)));
        Ok(())
    })
}

/// Frees what a log means. NULL is nothing. No other thread may be using it any more.
///
/// @param timeline  What is freed, or NULL.
///
/// # Safety
///
/// `timeline` is NULL or one that is not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_timeline_free(timeline: *mut motcua_timeline) {
    // SAFETY: the caller's promise.
    guard_or((), || unsafe { release(timeline) });
}

/// When the result is due, by the promise in force at an instant.
///
/// @param timeline     What the log of a dossier means.
/// @param policy       Which promise holds after a new appointment; NULL for the one-stop.
/// @param as_of_local  The instant, in seconds since 1970-01-01T00:00 on Vietnam's clock.
/// @param out          Receives the due time.
/// @return `MOTCUA_OK`; `MOTCUA_NOT_STARTED` where the term had not begun by then;
///         `MOTCUA_NULL_POINTER`; `MOTCUA_ERROR_INVALID_TIME`.
///
/// # Safety
///
/// `timeline` is one that is not freed, `policy` is NULL or a policy that is not freed, `out` is
/// valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_timeline_due(
    timeline: *const motcua_timeline,
    policy: *const motcua_policy,
    as_of_local: i64,
    out: *mut motcua_due,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (timeline, policy, out) =
            unsafe { (handle(timeline)?, optional_handle(policy)?, Out::new(out)?) };
        let promise = policy.copied().unwrap_or_default().standing.promise;
        let as_of = LocalTime::from_local_seconds(as_of_local)?;
        let due = timeline.0.promised(promise, as_of).ok_or_else(|| {
            Failure::new(MOTCUA_NOT_STARTED, "the term of the dossier had not begun by then")
        })?;
        out.write(motcua_due::from(due));
        Ok(())
    })
}

/// When the dossier was received, full and correct; when its result was ready; and when that was
/// handed over. These are the times of the whole log: compare one with an instant to learn whether
/// it had come by then.
///
/// @param timeline            What the log of a dossier means.
/// @param out_received_local  Receives the receipt, in seconds since 1970-01-01T00:00 on
///                            Vietnam's clock, or `MOTCUA_NO_INSTANT`.
/// @param out_finished_local  Receives the same of the result, or `MOTCUA_NO_INSTANT`.
/// @param out_returned_local  Receives the same of the hand-over, or `MOTCUA_NO_INSTANT`.
/// @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`.
///
/// # Safety
///
/// `timeline` is one that is not freed, the outputs are valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_timeline_times(
    timeline: *const motcua_timeline,
    out_received_local: *mut i64,
    out_finished_local: *mut i64,
    out_returned_local: *mut i64,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (timeline, received) = unsafe { (handle(timeline)?, Out::new(out_received_local)?) };
        // SAFETY: the caller's promise.
        let (finished, returned) =
            unsafe { (Out::new(out_finished_local)?, Out::new(out_returned_local)?) };
        let seconds =
            |at: Option<LocalTime>| at.map_or(MOTCUA_NO_INSTANT, LocalTime::local_seconds);
        received.write(seconds(timeline.0.received));
        finished.write(seconds(timeline.0.finished));
        returned.write(seconds(timeline.0.returned));
        Ok(())
    })
}

/// Where the dossier stands at an instant.
///
/// @param timeline     What the log of a dossier means.
/// @param calendar     The calendar of its office.
/// @param policy       How standings are told; NULL for the one-stop.
/// @param as_of_local  The instant, in seconds since 1970-01-01T00:00 on Vietnam's clock.
/// @param out          Receives where it stands.
/// @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`; `MOTCUA_ERROR_NO_CALENDAR_DATA`,
///         `MOTCUA_ERROR_INVALID_TIME`.
///
/// # Safety
///
/// `timeline` and `calendar` are handles that are not freed, `policy` is NULL or such a handle, `out`
/// is valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_timeline_standing(
    timeline: *const motcua_timeline,
    calendar: *const motcua_calendar,
    policy: *const motcua_policy,
    as_of_local: i64,
    out: *mut motcua_standing,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (timeline, calendar) = unsafe { (handle(timeline)?, handle(calendar)?) };
        // SAFETY: the caller's promise.
        let (policy, out) = unsafe { (optional_handle(policy)?, Out::new(out)?) };
        let told = policy.copied().unwrap_or_default().standing;
        let as_of = LocalTime::from_local_seconds(as_of_local)?;
        let standing = timeline.0.standing(calendar.calendar(), told, as_of)?;
        let span = standing.map(|standing| standing.span).unwrap_or_default();
        out.write(motcua_standing {
            state: standing.map_or(MOTCUA_STATE_NOT_STARTED, |standing| state(standing.state)),
            days: span.days,
            hours: span.hours,
            minutes: span.minutes,
        });
        Ok(())
    })
}

/// The status of the dossier at an instant by the codes 1 to 10 of the national portal.
///
/// @param timeline     What the log of a dossier means.
/// @param as_of_local  The instant, in seconds since 1970-01-01T00:00 on Vietnam's clock.
/// @param out          Receives the code; 0 before the first event.
/// @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`; `MOTCUA_ERROR_INVALID_TIME`.
///
/// # Safety
///
/// `timeline` is one that is not freed, `out` is valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_timeline_status(
    timeline: *const motcua_timeline,
    as_of_local: i64,
    out: *mut i32,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (timeline, out) = unsafe { (handle(timeline)?, Out::new(out)?) };
        let as_of = LocalTime::from_local_seconds(as_of_local)?;
        out.write(timeline.0.status(as_of).map_or(0, NationalStatus::code).into());
        Ok(())
    })
}
