//! What the tests of motcua share: the vectors, second readings of the rules ([`oracle`] and
//! [`logs`]), a made-up department, a browser to look at pages with, and the number of what is
//! pinned. Nothing here is published or fast.

pub mod browser;
pub mod department;
pub mod fingerprint;
pub mod logs;
pub mod oracle;
pub mod vectors;

/// The examples of the README, run as doctests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
