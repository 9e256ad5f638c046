//! The C ABI of motcua: what C, C++, C# and Spark call. Its conventions stand in `ffi/README.md`, its
//! functions in `include/motcua.h`, which is generated from here. Whoever writes Rust uses the
//! crate `motcua` itself.
//!
//! | to | call |
//! |---|---|
//! | have a calendar, the built-in one or an office's own | [`motcua_calendar_new_vietnam`], [`motcua_calendar_new_from_json`] |
//! | ask what a day is | [`motcua_day_info`], [`motcua_day_sessions`], [`motcua_day_source`] |
//! | add or count working days and minutes | [`motcua_add_working_days`], [`motcua_count_working_days`], [`motcua_add_working_minutes`], [`motcua_count_working_minutes`] |
//! | get a due time | [`motcua_appointment`]; with its reasons by the JSON door |
//! | read a limit from words | [`motcua_time_limit_parse`], [`motcua_time_limit_appointment`] |
//! | evaluate a dossier | [`motcua_dossier_new_from_json`], [`motcua_dossier_evaluate`], [`motcua_timeline_standing`] |
//! | report over a period | [`motcua_report_new`], [`motcua_report_totals`] |
//! | answer columns | [`motcua_add_working_days_batch`], [`motcua_appointment_batch`], [`motcua_standing_batch`] |
//! | ask anything else, inspections among it | [`motcua_answer_json`], [`motcua_calendar_answer_json`] |
//! | know why a call was refused | [`motcua_status_code`], [`motcua_last_error_message`] |
//!
//! `ffi/examples/` holds the first call in C, C++ and C#; tests compile and run them.
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
