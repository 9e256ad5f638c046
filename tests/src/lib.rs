//! What the tests of motcua share: the vectors, second readings of the rules ([`oracle`] and
//! [`logs`]), a made-up department, and a browser to look at pages with. Nothing here is published
//! or fast.

pub mod browser;
pub mod department;
pub mod logs;
pub mod oracle;
pub mod vectors;

/// The examples of the README, run as doctests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
