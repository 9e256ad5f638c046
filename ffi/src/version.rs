use std::ffi::c_char;

/// The version of the binary interface this header describes. It grows by one with each change
/// that breaks a caller; what is only added leaves it alone.
pub const MOTCUA_ABI_VERSION: u32 = 1;

/// The version of the binary interface of the loaded library. Compare it with
/// `MOTCUA_ABI_VERSION` after loading and go no further where they differ.
///
/// @return The version, which grows by one with each change that breaks a caller.
#[unsafe(no_mangle)]
pub extern "C" fn motcua_abi_version() -> u32 {
    MOTCUA_ABI_VERSION
}

/// The version of the loaded library, "major.minor.patch".
///
/// @return A NUL-terminated text that lives as long as the library is loaded. Do not free it.
#[unsafe(no_mangle)]
pub extern "C" fn motcua_version() -> *const c_char {
    concat!(env!("CARGO_PKG_VERSION"), "\0").as_ptr().cast()
}
