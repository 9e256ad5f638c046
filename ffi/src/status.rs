use std::collections::BTreeMap;
use std::ffi::{CString, c_char};
use std::sync::LazyLock;

use motcua::ErrorKind;

use crate::guard::guard_or;

/// How a call ended. 0 is success, 1 to 99 is trouble at the boundary, from 100 on the engine
/// refuses and says why. Numbers are never changed or used again; later versions add some, so
/// treat an unknown one as a failure.
pub type motcua_status = i32;

/// The call succeeded and all its outputs are written.
pub const MOTCUA_OK: motcua_status = 0;
/// A pointer that must not be NULL is.
pub const MOTCUA_NULL_POINTER: motcua_status = 1;
/// A pointer is not aligned for what it points to.
pub const MOTCUA_MISALIGNED_POINTER: motcua_status = 2;
/// A length is larger than any array can be.
pub const MOTCUA_INVALID_LENGTH: motcua_status = 3;
/// A text is not UTF-8.
pub const MOTCUA_INVALID_UTF8: motcua_status = 4;
/// A buffer is too small for what was to be written into it.
pub const MOTCUA_BUFFER_TOO_SMALL: motcua_status = 5;
/// A number that stands for a choice (a unit, a channel) stands for none.
pub const MOTCUA_UNKNOWN_VALUE: motcua_status = 6;
/// An index is not below the count.
pub const MOTCUA_OUT_OF_BOUNDS: motcua_status = 7;
/// The batch was done, and some of its rows have no answer: their outputs hold the sentinel.
pub const MOTCUA_BAD_ROWS: motcua_status = 8;
/// The term of a dossier had not begun at the instant asked for.
pub const MOTCUA_NOT_STARTED: motcua_status = 9;
/// The library came upon a fault of its own. The process goes on and so may the caller; the
/// outputs are not written.
pub const MOTCUA_PANIC: motcua_status = 99;

/// The statuses of the boundary, with their code and their meaning.
const BOUNDARY: [(motcua_status, &str, &str); 11] = [
    (MOTCUA_OK, "ok", "Success."),
    (MOTCUA_NULL_POINTER, "null_pointer", "A pointer that must not be NULL is."),
    (
        MOTCUA_MISALIGNED_POINTER,
        "misaligned_pointer",
        "A pointer is not aligned for what it points to.",
    ),
    (MOTCUA_INVALID_LENGTH, "invalid_length", "A length is larger than any array can be."),
    (MOTCUA_INVALID_UTF8, "invalid_utf8", "A text is not UTF-8."),
    (
        MOTCUA_BUFFER_TOO_SMALL,
        "buffer_too_small",
        "A buffer is too small for what was to be written into it.",
    ),
    (MOTCUA_UNKNOWN_VALUE, "unknown_value", "A number that stands for a choice stands for none."),
    (MOTCUA_OUT_OF_BOUNDS, "out_of_bounds", "An index is not below the count."),
    (MOTCUA_BAD_ROWS, "bad_rows", "Some rows of a batch have no answer."),
    (MOTCUA_NOT_STARTED, "not_started", "The term of a dossier had not begun."),
    (MOTCUA_PANIC, "panic", "The library came upon a fault of its own."),
];

/// Code and meaning of each status as C strings, made at the first question.
static TEXTS: LazyLock<BTreeMap<motcua_status, [CString; 2]>> = LazyLock::new(|| {
    let engine = ErrorKind::ALL.iter();
    let engine = engine.map(|kind| (kind.number().into(), kind.as_str(), kind.meaning()));
    let text = |text: &str| CString::new(text).unwrap_or_default();
    let all = BOUNDARY.into_iter().chain(engine);
    all.map(|(status, code, meaning)| (status, [text(code), text(meaning)])).collect()
});

fn text(status: motcua_status, which: usize, unknown: &'static std::ffi::CStr) -> *const c_char {
    guard_or(unknown.as_ptr(), || {
        let texts = TEXTS.get(&status).and_then(|texts| texts.get(which));
        texts.map_or(unknown.as_ptr(), |text| text.as_ptr())
    })
}

/// The stable code of a status: "no_calendar_data", the same as in JSON.
///
/// @param status  Any number.
/// @return A NUL-terminated text that lives as long as the library is loaded, never NULL;
///         "unknown" for a number that is no status. Do not free it.
#[unsafe(no_mangle)]
pub extern "C" fn motcua_status_code(status: motcua_status) -> *const c_char {
    text(status, 0, c"unknown")
}

/// What a status means, in one English sentence.
///
/// @param status  Any number.
/// @return A NUL-terminated text that lives as long as the library is loaded, never NULL. Do not
///         free it.
#[unsafe(no_mangle)]
pub extern "C" fn motcua_status_message(status: motcua_status) -> *const c_char {
    text(status, 1, c"No status has this number.")
}
