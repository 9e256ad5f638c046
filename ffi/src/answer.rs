use std::ffi::c_char;
use std::sync::LazyLock;

use motcua::Calendar;
use motcua::json::Door;

use crate::calendar::motcua_calendar;
use crate::guard::{Failure, guard};
use crate::ptr::{Out, give, handle, text};
use crate::status::motcua_status;
use crate::text::motcua_string;

/// The door on the built-in calendar, which is the same for everyone and never changes.
static DOOR: LazyLock<Result<Door, motcua::Error>> = LazyLock::new(Door::new);

/// The built-in calendar, for calls that are given none.
pub(crate) fn built_in() -> Result<&'static Calendar, Failure> {
    Ok(DOOR.as_ref().map_err(Clone::clone)?.own_calendar())
}

/// Answers a request in JSON on the built-in calendar: everything that motcua does stands behind
/// this one call, with the same requests and answers in every language.
///
/// Whatever is wrong with a request, the answer is a JSON object: a refusal is
/// `{"error": {"code": ..., "message": ...}}` and the status is still `MOTCUA_OK`.
///
/// @param request  UTF-8, not NUL-terminated. NULL if `len` is 0.
/// @param len      Bytes in `request`.
/// @param out      Receives the answer, to be freed with `motcua_string_free`.
/// @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`, `MOTCUA_INVALID_LENGTH`, `MOTCUA_INVALID_UTF8`.
///
/// # Safety
///
/// `request` is valid for reading `len` bytes, `out` for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_answer_json(
    request: *const c_char,
    len: usize,
    out: *mut *mut motcua_string,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (out, request) = unsafe { (Out::new(out)?, text(request, len)?) };
        let door = DOOR.as_ref().map_err(Clone::clone)?;
        out.write(give(motcua_string(door.answer(request))));
        Ok(())
    })
}

/// Answers a request in JSON on an office's own calendar; else as `motcua_answer_json`. A
/// request with a `calendar` of its own is answered on that one.
///
/// @param calendar  The calendar.
/// @param request   UTF-8, not NUL-terminated. NULL if `len` is 0.
/// @param len       Bytes in `request`.
/// @param out       Receives the answer, to be freed with `motcua_string_free`.
/// @return As `motcua_answer_json`.
///
/// # Safety
///
/// `calendar` is a calendar that is not freed, `request` is valid for reading `len` bytes, `out`
/// for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_calendar_answer_json(
    calendar: *const motcua_calendar,
    request: *const c_char,
    len: usize,
    out: *mut *mut motcua_string,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (calendar, out, request) =
            unsafe { (handle(calendar)?, Out::new(out)?, text(request, len)?) };
        out.write(give(motcua_string(calendar.door.answer(request))));
        Ok(())
    })
}
