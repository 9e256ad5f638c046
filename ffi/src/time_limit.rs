use std::ffi::c_char;

use motcua::LocalTime;
use motcua::deadline;
use motcua::time_limit::{Channel, Direction, Limit, TimeLimit, Unit};

use crate::appointment::{
    MOTCUA_UNIT_DAY, MOTCUA_UNIT_HOUR, MOTCUA_UNIT_MINUTE, MOTCUA_UNIT_MONTH, MOTCUA_UNIT_SAME_DAY,
    MOTCUA_UNIT_WEEK, MOTCUA_UNIT_WORKING_DAY, MOTCUA_UNIT_WORKING_HOUR, MOTCUA_UNIT_YEAR,
    motcua_due,
};
use crate::calendar::motcua_calendar;
use crate::guard::{Failure, guard, guard_or};
use crate::policy::{counting, motcua_policy};
use crate::ptr::{Out, give, handle, optional_handle, release, text};
use crate::status::{MOTCUA_UNKNOWN_VALUE, motcua_status};
use crate::text::motcua_str;

/// What the text of a time limit says, such as "Trong 05 ngày làm việc kể từ ngày nhận đủ hồ sơ".
///
/// It never changes, so any number of threads may use one at the same time.
#[derive(Debug)]
pub struct motcua_time_limit(TimeLimit);

/// No channel is asked for.
pub const MOTCUA_CHANNEL_ANY: i32 = 0;
/// Filed at the counter.
pub const MOTCUA_CHANNEL_IN_PERSON: i32 = 1;
/// Filed online.
pub const MOTCUA_CHANNEL_ONLINE: i32 = 2;
/// Filed by post.
pub const MOTCUA_CHANNEL_POST: i32 = 3;

fn channel(channel: i32) -> Result<Option<Channel>, Failure> {
    match channel {
        MOTCUA_CHANNEL_ANY => Ok(None),
        MOTCUA_CHANNEL_IN_PERSON => Ok(Some(Channel::InPerson)),
        MOTCUA_CHANNEL_ONLINE => Ok(Some(Channel::Online)),
        MOTCUA_CHANNEL_POST => Ok(Some(Channel::Post)),
        _ => {
            let text = format!("{channel} is no channel");
            Err(Failure::new(MOTCUA_UNKNOWN_VALUE, text))
        }
    }
}

/// A case asked for; without a pointer none is.
///
/// # Safety
///
/// As [`text`].
unsafe fn case<'a>(pointer: *const c_char, len: usize) -> Result<Option<&'a str>, Failure> {
    // SAFETY: the caller's promise.
    let case = unsafe { text(pointer, len)? };
    Ok((!pointer.is_null()).then_some(case))
}

const fn unit(unit: Unit) -> i32 {
    match unit {
        Unit::Minute => MOTCUA_UNIT_MINUTE,
        Unit::Hour => MOTCUA_UNIT_HOUR,
        Unit::WorkingHour => MOTCUA_UNIT_WORKING_HOUR,
        Unit::Day => MOTCUA_UNIT_DAY,
        Unit::WorkingDay => MOTCUA_UNIT_WORKING_DAY,
        Unit::Week => MOTCUA_UNIT_WEEK,
        Unit::Month => MOTCUA_UNIT_MONTH,
        Unit::Year => MOTCUA_UNIT_YEAR,
    }
}

/// Reads the text of a time limit. A text without a limit is read too, and says so by its kind.
///
/// @param text  UTF-8, not NUL-terminated. NULL if `len` is 0.
/// @param len   Bytes in `text`.
/// @param out   Receives what the text says, to be freed with `motcua_time_limit_free`.
/// @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`, `MOTCUA_INVALID_LENGTH`, `MOTCUA_INVALID_UTF8`.
///
/// # Safety
///
/// `text` is valid for reading `len` bytes, `out` for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_time_limit_parse(
    text: *const c_char,
    len: usize,
    out: *mut *mut motcua_time_limit,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (out, text) = unsafe { (Out::new(out)?, self::text(text, len)?) };
        out.write(give(motcua_time_limit(TimeLimit::parse(text))));
        Ok(())
    })
}

/// Frees what a text says. NULL is nothing. No other thread may be using it any more.
///
/// @param time_limit  What is freed, or NULL.
///
/// # Safety
///
/// `time_limit` is NULL or one that is not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_time_limit_free(time_limit: *mut motcua_time_limit) {
    // SAFETY: the caller's promise.
    guard_or((), || unsafe { release(time_limit) });
}

/// What kind of text it is: "deadline", "same_day", "none", ... as `parse_time_limit` in JSON.
///
/// @param time_limit  What the text says.
/// @param out         Receives the name, which lives as long as `time_limit`.
/// @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`.
///
/// # Safety
///
/// `time_limit` is one that is not freed, `out` is valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_time_limit_kind(
    time_limit: *const motcua_time_limit,
    out: *mut motcua_str,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (time_limit, out) = unsafe { (handle(time_limit)?, Out::new(out)?) };
        out.write(motcua_str::of(time_limit.0.kind.as_str()));
        Ok(())
    })
}

/// How many limits stand in the text.
///
/// @param time_limit  What the text says.
/// @param out         Receives the number.
/// @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`.
///
/// # Safety
///
/// `time_limit` is one that is not freed, `out` is valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_time_limit_count(
    time_limit: *const motcua_time_limit,
    out: *mut usize,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (time_limit, out) = unsafe { (handle(time_limit)?, Out::new(out)?) };
        out.write(time_limit.0.limits.len());
        Ok(())
    })
}

/// The cut-off hour the text sets of its own.
///
/// @param time_limit  What the text says.
/// @param out_minute  Receives the hour in minutes since midnight, -1 where the text sets none.
/// @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`.
///
/// # Safety
///
/// `time_limit` is one that is not freed, `out_minute` is valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_time_limit_cut_off(
    time_limit: *const motcua_time_limit,
    out_minute: *mut i32,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (time_limit, out) = unsafe { (handle(time_limit)?, Out::new(out_minute)?) };
        out.write(time_limit.0.cutoff.as_ref().map_or(-1, |cut_off| cut_off.minute.into()));
        Ok(())
    })
}

/// The one limit that counts for a case and a channel, as `motcua_appointment` takes it.
///
/// @param time_limit              What the text says.
/// @param case_text               Words of the case, compared without regard to diacritics and
///                                capitals; NULL for none; an empty one that is not NULL picks
///                                the limit that is given without a case.
/// @param case_len                Bytes in `case_text`.
/// @param channel                 One of `MOTCUA_CHANNEL_...`.
/// @param out_amount_thousandths  Receives the amount in thousandths, negative for a limit that
///                                is counted back from an event.
/// @param out_unit                Receives the unit: one of `MOTCUA_UNIT_...`.
/// @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`, `MOTCUA_INVALID_LENGTH`, `MOTCUA_INVALID_UTF8`,
///         `MOTCUA_UNKNOWN_VALUE`; `MOTCUA_ERROR_NO_LIMIT`, `MOTCUA_ERROR_TOO_LONG`,
///         `MOTCUA_ERROR_AMBIGUOUS_LIMIT`,
///         `MOTCUA_ERROR_UNIT_MISSING`, `MOTCUA_ERROR_CONFLICTING_LIMIT`,
///         `MOTCUA_ERROR_UNKNOWN_CASE`, `MOTCUA_ERROR_UNKNOWN_CHANNEL`.
///
/// # Safety
///
/// `time_limit` is one that is not freed, `case_text` is valid for reading `case_len` bytes, the
/// outputs for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_time_limit_select(
    time_limit: *const motcua_time_limit,
    case_text: *const c_char,
    case_len: usize,
    channel: i32,
    out_amount_thousandths: *mut i32,
    out_unit: *mut i32,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (time_limit, case) = unsafe { (handle(time_limit)?, case(case_text, case_len)?) };
        // SAFETY: the caller's promise.
        let (amount, unit) = unsafe { (Out::new(out_amount_thousandths)?, Out::new(out_unit)?) };
        let channel = self::channel(channel)?;
        match time_limit.0.select(case, channel.map(Channel::as_str))? {
            Limit::SameDay => {
                amount.write(0);
                unit.write(MOTCUA_UNIT_SAME_DAY);
            }
            Limit::Count { amount: counted, unit: of, direction } => {
                // An amount is held below what an i32 holds.
                let thousandths = i32::try_from(counted.thousandths()).unwrap_or(i32::MAX);
                amount.write(match direction {
                    Direction::After => thousandths,
                    Direction::Before => thousandths.saturating_neg(),
                });
                unit.write(self::unit(of));
            }
        }
        Ok(())
    })
}

/// The due time of a limit in words that runs from a receipt, with the cut-off hour the words set.
///
/// @param calendar        The calendar.
/// @param policy          How the term is counted; NULL for the one-stop.
/// @param received_local  The receipt, in seconds since 1970-01-01T00:00 on Vietnam's clock.
/// @param time_limit      What the text says.
/// @param case_text       As for `motcua_time_limit_select`.
/// @param case_len        Bytes in `case_text`.
/// @param channel         One of `MOTCUA_CHANNEL_...`.
/// @param out             Receives the due time.
/// @return As `motcua_time_limit_select` and `motcua_appointment`.
///
/// # Safety
///
/// `calendar` and `time_limit` are handles that are not freed, `policy` is NULL or such a handle,
/// `case_text` is valid for reading `case_len` bytes, `out` for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_time_limit_appointment(
    calendar: *const motcua_calendar,
    policy: *const motcua_policy,
    received_local: i64,
    time_limit: *const motcua_time_limit,
    case_text: *const c_char,
    case_len: usize,
    channel: i32,
    out: *mut motcua_due,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (calendar, policy, time_limit) =
            unsafe { (handle(calendar)?, optional_handle(policy)?, handle(time_limit)?) };
        // SAFETY: the caller's promise.
        let (case, out) = unsafe { (case(case_text, case_len)?, Out::new(out)?) };
        let channel = self::channel(channel)?;
        let limit = time_limit.0.select(case, channel.map(Channel::as_str))?;
        let counting = counting(policy).with_cut_off(time_limit.0.cut_off());
        let received = LocalTime::from_local_seconds(received_local)?;
        let due = deadline::due(calendar.calendar(), &counting, received, limit)?;
        out.write(motcua_due::from(&due));
        Ok(())
    })
}
