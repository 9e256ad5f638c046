//! Second readings of the rules of motcua, against which its answers are tested.
//!
//! Nothing here is published or fast. [`oracle`] counts on an office calendar the slow way, one
//! day and one minute after another, and knows of a calendar only what [`Calendar::day`] says of
//! each day. The tests of this package set it against the look-up tables of the engine.
//!
//! [`Calendar::day`]: motcua::Calendar::day

pub mod browser;
pub mod department;
pub mod logs;
pub mod oracle;
pub mod vectors;

/// The examples of the README, run as doctests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
