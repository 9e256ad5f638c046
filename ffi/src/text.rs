use std::ffi::c_char;
use std::ptr;

use crate::guard::guard_or;
use crate::ptr::{handle, release};

/// A text that belongs to a handle: UTF-8, not NUL-terminated, valid until the handle is freed.
/// Do not free it. An empty text may have any `data`.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct motcua_str {
    /// Its first byte.
    pub data: *const c_char,
    /// Its length in bytes.
    pub len: usize,
}

const _: () = assert!(size_of::<motcua_str>() == 2 * size_of::<usize>());

impl motcua_str {
    pub(crate) const fn of(text: &str) -> Self {
        Self { data: text.as_ptr().cast(), len: text.len() }
    }
}

/// A text that the caller owns and gives back to `motcua_string_free`.
///
/// It never changes, so any number of threads may read one at the same time.
#[derive(Debug)]
pub struct motcua_string(pub(crate) String);

/// The text of a `motcua_string`, valid until it is freed; an empty one for NULL.
///
/// @param string  The text.
/// @return A view of it: UTF-8, not NUL-terminated. Do not free it.
///
/// # Safety
///
/// `string` is NULL or a text that is not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_string_view(string: *const motcua_string) -> motcua_str {
    // SAFETY: the caller's promise.
    match unsafe { handle(string) } {
        Ok(string) => motcua_str::of(&string.0),
        Err(_) => motcua_str { data: ptr::null(), len: 0 },
    }
}

/// Frees a text. NULL is nothing. No other thread may be using the text any more.
///
/// @param string  The text, or NULL.
///
/// # Safety
///
/// `string` is NULL or a text that is not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_string_free(string: *mut motcua_string) {
    // SAFETY: the caller's promise.
    guard_or((), || unsafe { release(string) });
}
