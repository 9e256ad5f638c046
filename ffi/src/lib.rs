//! The C ABI of motcua. Its conventions stand in `ffi/README.md`, its functions in
//! `include/motcua.h`, which is generated from here.
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]
#![expect(non_camel_case_types, reason = "the names are those of the C header")]
#![expect(clippy::doc_markdown, reason = "the documents are printed into a C header")]

mod answer;
mod appointment;
mod batch;
mod calendar;
mod dossier;
mod dossier_batch;
mod guard;
mod last_error;
mod policy;
mod ptr;
mod report;
mod status;
mod text;
mod time_limit;
mod version;
mod working;

pub use answer::*;
pub use appointment::*;
pub use batch::*;
pub use calendar::*;
pub use dossier::*;
pub use dossier_batch::*;
pub use guard::motcua_test_panic;
pub use last_error::*;
pub use policy::*;
pub use report::*;
pub use status::*;
pub use text::*;
pub use time_limit::*;
pub use version::*;
pub use working::*;
