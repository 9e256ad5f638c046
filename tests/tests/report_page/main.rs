//! The report of a period as a page and as Markdown: well-formed, readable without colour and
//! without eyes, and looked at in a real browser.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may stop with a panic"
)]
mod browser;
mod form;
mod sample;
