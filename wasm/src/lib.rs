//! motcua for JavaScript: few functions over numbers and JSON texts, made into the typed API of
//! the npm package by the hand-written layer in `wasm/npm/src`. Whoever writes JavaScript reads
//! `wasm/npm/README.md`, whose examples a test runs; this is what lies under it.
//!
//! | to | call |
//! |---|---|
//! | have a calendar, the built-in one or an office's own | [`Engine::new`] |
//! | add or count working days and minutes | [`Engine::answer`]; columns by [`Engine::answer_columns`] |
//! | ask what days are | [`Engine::days`] |
//! | get a due time | [`Engine::appointment`] |
//! | ask anything else, inspections among it | `answerJson` (feature `full`) |
//!
//! Days are whole days since 1970-01-01, instants are seconds or minutes since 1970-01-01T00:00 on
//! Vietnam's clock. A function over numbers answers with [`REFUSED`] or NaN where it has no answer
//! and a function over texts with an empty text; [`Engine::failure`] then tells why. Exceptions
//! would cost each call more than the call itself.
#![cfg_attr(target_arch = "wasm32", no_std)]

extern crate alloc;

mod engine;
mod json;
mod reader;
#[cfg(target_arch = "wasm32")]
mod runtime;
#[cfg(feature = "text")]
mod serializer;
#[cfg(feature = "text")]
mod text;

pub use engine::{Engine, REFUSED, version};
#[cfg(feature = "text")]
pub use text::parse_time_limit;
