//! The C library: its header, and C programs compiled against it.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what fails here fails the test, with its reason"
)]

mod build;
mod compilers;
mod cpp;
mod header;
mod programs;
