//! The C library: its header, and C programs compiled against it.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::expect_used,
    clippy::string_slice,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "what fails here fails the test, with its reason"
)]

mod build;
mod compilers;
mod cpp;
mod dotnet;
mod header;
mod install;
mod misuse;
mod native_methods;
mod other_abi;
mod programs;
mod typed;
mod vectors;
mod windows;
