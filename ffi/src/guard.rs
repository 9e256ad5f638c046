//! The one boundary between Rust and C: whatever happens inside, a status comes out.

use std::any::Any;
use std::borrow::Cow;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::last_error;
use crate::status::{MOTCUA_OK, MOTCUA_PANIC, motcua_status};

/// Why a call gives no result.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) status: motcua_status,
    pub(crate) text: Cow<'static, str>,
}

impl Failure {
    pub(crate) fn new(status: motcua_status, text: impl Into<Cow<'static, str>>) -> Self {
        Self { status, text: text.into() }
    }
}

impl<E: Into<motcua::Error>> From<E> for Failure {
    #[cold]
    fn from(error: E) -> Self {
        let error = error.into();
        Self::new(error.kind().number().into(), error.to_string())
    }
}

/// Runs the body of an exported function. No panic leaves it: unwinding into C is undefined.
///
/// The process's panic hook is left alone, so that the host keeps its own; a panic is reported
/// there and comes back as `MOTCUA_PANIC`.
#[inline]
pub(crate) fn guard(body: impl FnOnce() -> Result<(), Failure>) -> motcua_status {
    // A body owns nothing that outlives it but what it has handed over whole, so nothing can be
    // seen half-done after a panic.
    match catch_unwind(AssertUnwindSafe(body)) {
        Ok(Ok(())) => MOTCUA_OK,
        Ok(Err(failure)) => last_error::keep(failure),
        Err(panic) => caught(&*panic),
    }
}

/// The same for the few functions that answer with a value and cannot fail otherwise.
#[inline]
pub(crate) fn guard_or<T>(otherwise: T, body: impl FnOnce() -> T) -> T {
    match catch_unwind(AssertUnwindSafe(body)) {
        Ok(value) => value,
        Err(panic) => {
            caught(&*panic);
            otherwise
        }
    }
}

#[cold]
fn caught(panic: &(dyn Any + Send)) -> motcua_status {
    let said = match (panic.downcast_ref::<&str>(), panic.downcast_ref::<String>()) {
        (Some(text), _) => text,
        (None, Some(text)) => text.as_str(),
        (None, None) => "no message",
    };
    let text = format!("motcua came upon a fault of its own: {said}");
    last_error::keep(Failure::new(MOTCUA_PANIC, text))
}

/// Panics, for tests of the boundary. Exported and left out of the header.
#[doc(hidden)]
#[unsafe(no_mangle)]
#[expect(clippy::panic, reason = "the boundary is tested with a real panic")]
pub extern "C" fn motcua_test_panic() -> motcua_status {
    guard(|| panic!("on request"))
}
