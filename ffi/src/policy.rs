use std::ffi::c_char;

use motcua::json;
use motcua::obligation::StandingPolicy;
use motcua::regulation::CountingPolicy;

use crate::guard::{guard, guard_or};
use crate::ptr::{Out, give, release, text};
use crate::status::motcua_status;

/// What an agency does differently when it counts a term and tells where a dossier stands.
///
/// It never changes, so any number of threads may use one policy at the same time. Wherever a
/// policy is asked for, NULL stands for that of the one-stop.
#[derive(Clone, Copy, Debug, Default)]
pub struct motcua_policy {
    pub(crate) counting: CountingPolicy,
    pub(crate) standing: StandingPolicy,
}

/// How terms are counted where a policy, or NULL for that of the one-stop, is given.
#[inline]
pub(crate) fn counting(policy: Option<&motcua_policy>) -> CountingPolicy {
    policy.map_or_else(CountingPolicy::one_stop, |policy| policy.counting)
}

/// Makes a policy from a JSON object with the fields `policy` and `standing`, as requests in JSON
/// carry them; what is left out is as in the policy of the one-stop.
///
/// @param json  For example `{"policy": {"due": "same_clock"}}`. UTF-8, not NUL-terminated.
/// @param len   Bytes in `json`.
/// @param out   Receives the policy, to be freed with `motcua_policy_free`.
/// @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`, `MOTCUA_INVALID_LENGTH`, `MOTCUA_INVALID_UTF8`;
///         `MOTCUA_ERROR_INVALID_JSON`, `MOTCUA_ERROR_TOO_LONG`, `MOTCUA_ERROR_TOO_DEEP`,
///         `MOTCUA_ERROR_TOO_MANY`, `MOTCUA_ERROR_INVALID_REQUEST`.
///
/// # Safety
///
/// `json` is valid for reading `len` bytes, `out` for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_policy_new_from_json(
    json: *const c_char,
    len: usize,
    out: *mut *mut motcua_policy,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (out, json) = unsafe { (Out::new(out)?, text(json, len)?) };
        let (counting, standing) = json::policies(json)?;
        out.write(give(motcua_policy { counting, standing }));
        Ok(())
    })
}

/// Frees a policy. NULL is nothing. No other thread may be using the policy any more.
///
/// @param policy  What is freed, or NULL.
///
/// # Safety
///
/// `policy` is NULL or a policy that is not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_policy_free(policy: *mut motcua_policy) {
    // SAFETY: the caller's promise.
    guard_or((), || unsafe { release(policy) });
}
