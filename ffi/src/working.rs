//! Working days and working minutes.

use motcua::LocalTime;

use crate::calendar::{date, motcua_calendar};
use crate::guard::guard;
use crate::ptr::{Out, handle};
use crate::status::motcua_status;

/// Adds working days: the n-th working day strictly after a date, strictly before it for n < 0;
/// for 0 the date itself if it is worked, else the next day that is.
///
/// @param calendar  The calendar.
/// @param date      The date, in days since 1970-01-01.
/// @param n         How many working days.
/// @param out       Receives the day found, in days since 1970-01-01.
/// @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`; `MOTCUA_ERROR_NO_CALENDAR_DATA` where the count
///         begins or ends outside 2000 to 2050.
///
/// # Safety
///
/// `calendar` is a calendar that is not freed, `out` is valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_add_working_days(
    calendar: *const motcua_calendar,
    date: i32,
    n: i32,
    out: *mut i32,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (calendar, out) = unsafe { (handle(calendar)?, Out::new(out)?) };
        out.write(calendar.calendar().add_working_days(self::date(date)?, n)?.to_epoch_days());
        Ok(())
    })
}

/// Counts the working days after `from` up to and with `to`, negative when `to` is the earlier.
///
/// @param calendar  The calendar.
/// @param from      A date, in days since 1970-01-01.
/// @param to        A date, in days since 1970-01-01.
/// @param out       Receives the count.
/// @return As `motcua_add_working_days`.
///
/// # Safety
///
/// `calendar` is a calendar that is not freed, `out` is valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_count_working_days(
    calendar: *const motcua_calendar,
    from: i32,
    to: i32,
    out: *mut i32,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (calendar, out) = unsafe { (handle(calendar)?, Out::new(out)?) };
        out.write(calendar.calendar().count_working_days(date(from)?, date(to)?)?);
        Ok(())
    })
}

/// Adds working minutes, counted from the instant if the office is open then, else from the next
/// opening; an exact end of a session is that closing instant. A negative number counts back; 0
/// is the instant itself if the office is open or just closing, else the next opening.
///
/// @param calendar  The calendar.
/// @param at_local  The instant, in seconds since 1970-01-01T00:00 on Vietnam's clock.
/// @param minutes   How many working minutes.
/// @param out       Receives the instant found, in the same seconds.
/// @return As `motcua_add_working_days`; `MOTCUA_ERROR_INVALID_TIME` for an instant that no clock
///         shows.
///
/// # Safety
///
/// `calendar` is a calendar that is not freed, `out` is valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_add_working_minutes(
    calendar: *const motcua_calendar,
    at_local: i64,
    minutes: i32,
    out: *mut i64,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (calendar, out) = unsafe { (handle(calendar)?, Out::new(out)?) };
        let at = LocalTime::from_local_seconds(at_local)?;
        out.write(calendar.calendar().add_working_minutes(at, minutes)?.local_seconds());
        Ok(())
    })
}

/// Counts the whole working minutes between two instants, negative when `to` is the earlier.
///
/// @param calendar    The calendar.
/// @param from_local  An instant, in seconds since 1970-01-01T00:00 on Vietnam's clock.
/// @param to_local    An instant, in the same seconds.
/// @param out         Receives the minutes.
/// @return As `motcua_add_working_minutes`.
///
/// # Safety
///
/// `calendar` is a calendar that is not freed, `out` is valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_count_working_minutes(
    calendar: *const motcua_calendar,
    from_local: i64,
    to_local: i64,
    out: *mut i32,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (calendar, out) = unsafe { (handle(calendar)?, Out::new(out)?) };
        let from = LocalTime::from_local_seconds(from_local)?;
        let to = LocalTime::from_local_seconds(to_local)?;
        out.write(calendar.calendar().count_working_minutes(from, to)?);
        Ok(())
    })
}

/// Turns an instant in seconds since 1970-01-01T00:00 UTC into seconds on Vietnam's clock, which
/// is seven hours ahead all year.
///
/// @param at_utc     The instant in UTC.
/// @param out_local  Receives the instant on Vietnam's clock.
/// @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`; `MOTCUA_ERROR_INVALID_TIME` for an instant that no
///         clock shows.
///
/// # Safety
///
/// `out_local` is valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_local_from_utc(at_utc: i64, out_local: *mut i64) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let out = unsafe { Out::new(out_local)? };
        out.write(LocalTime::from_utc_seconds(at_utc)?.local_seconds());
        Ok(())
    })
}

/// Turns an instant in seconds since 1970-01-01T00:00 on Vietnam's clock into seconds of UTC.
///
/// @param at_local  The instant on Vietnam's clock.
/// @param out_utc   Receives the instant in UTC.
/// @return As `motcua_local_from_utc`.
///
/// # Safety
///
/// `out_utc` is valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_utc_from_local(at_local: i64, out_utc: *mut i64) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let out = unsafe { Out::new(out_utc)? };
        out.write(LocalTime::from_local_seconds(at_local)?.utc_seconds());
        Ok(())
    })
}
