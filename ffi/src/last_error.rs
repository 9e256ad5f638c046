use std::borrow::Cow;
use std::cell::RefCell;
use std::ffi::c_char;

use crate::guard::{Failure, guard};
use crate::ptr::{Out, buffer};
use crate::status::{MOTCUA_BUFFER_TOO_SMALL, motcua_status};

thread_local! {
    static TEXT: RefCell<Cow<'static, str>> = const { RefCell::new(Cow::Borrowed("")) };
}

/// Keeps the text of a failure for this thread and gives back its status.
#[cold]
pub(crate) fn keep(failure: Failure) -> motcua_status {
    // A thread that is ending may have lost its text already; the status tells enough.
    let _ = TEXT.try_with(|text| text.replace(failure.text));
    failure.status
}

/// Copies the text of the last failure on this thread, with a NUL at its end.
///
/// The text is English UTF-8 for logs. To act on a failure use its status. A call that succeeds
/// leaves the text as it was; before the first failure it is empty. Where a runtime may move the
/// caller to another thread between two calls, the text may be that of another call.
///
/// @param buf     Receives the text and its NUL. NULL if `len` is 0, to ask for the size only.
/// @param len     Bytes in `buf`.
/// @param needed  Receives the bytes needed, the NUL included; also when `buf` is too small.
///                May be NULL.
/// @return `MOTCUA_OK`; `MOTCUA_BUFFER_TOO_SMALL`, with `buf` untouched; `MOTCUA_NULL_POINTER`.
///         A failure of this function does not change the text.
///
/// # Safety
///
/// `buf` is valid for writing `len` bytes, `needed` is NULL or valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_last_error_message(
    buf: *mut c_char,
    len: usize,
    needed: *mut usize,
) -> motcua_status {
    let before = TEXT.try_with(|text| text.borrow().clone()).unwrap_or_default();
    let status = guard(|| {
        let size = before.len().saturating_add(1);
        // SAFETY: the caller's promise.
        let (out, needed) = unsafe { (buffer::<u8>(buf.cast(), len)?, Out::optional(needed)?) };
        if let Some(needed) = needed {
            needed.write(size);
        }
        if size > len {
            return Err(Failure::new(MOTCUA_BUFFER_TOO_SMALL, ""));
        }
        out.fill(before.bytes().chain([0]));
        Ok(())
    });
    if status != 0 {
        keep(Failure::new(status, before));
    }
    status
}
