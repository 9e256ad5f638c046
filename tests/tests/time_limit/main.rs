//! Time limits: the reader of limit texts, against vectors, properties and labelled texts.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "helpers of tests fail by panicking, as tests do"
)]

mod amounts;
mod audit;
mod labelled;
mod properties;
mod readings;
mod select;
mod vectors;
