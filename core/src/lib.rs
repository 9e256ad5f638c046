//! The deadline engine for Vietnam's one-stop public-service desks (một cửa): due dates in
//! working days and hours, with the article of law for every day counted or skipped.
//!
//! # What people do with it
//!
//! | to | use |
//! |---|---|
//! | get a due time with its reasons | [`Deadline::new`] |
//! | get only the due time, fast | [`deadline::due`] |
//! | add or count working days and minutes | [`Calendar`] |
//! | ask what a day is, and why | [`Calendar::day`] |
//! | set office hours, closures or a new notice | [`Calendar::builder`] |
//! | read a limit from words | [`time_limit::TimeLimit::parse`] |
//! | count as an office counts | [`regulation::CountingPolicy`] |
//! | tell early, on time or late | [`obligation::standing`] |
//! | evaluate a dossier | [`Dossier::evaluate`] |
//! | report over a period | [`Report`] |
//! | inspect an agency's administrative reform | [`inspection`] |
//! | score an agency and its officers | [`report::Indicators`] |
//! | answer columns of a million rows | [`batch`] |
//! | look up procedures, their fees and what they must publish | [`procedure`] |
//! | tell the level of an online service | [`service_level`] |
//! | read a record of the national portal | `dossier::NationalRecord` (feature `json`) |
//! | find limits that contradict their texts | `limits_audit` of the module `json` |
//! | make pages and pictures | the module `render` (feature `render`) |
//! | speak JSON | the module `json` (feature `json`) |
//!
//! ```
//! use motcua::regulation::CountingPolicy;
//! use motcua::{Calendar, Deadline, Limit};
//!
//! fn main() -> Result<(), motcua::Error> {
//!     let calendar = Calendar::vietnam()?;
//!     let received = "2026-08-19T09:00".parse()?;
//!     let policy = CountingPolicy::one_stop();
//!     let deadline = Deadline::new(&calendar, &policy, received, Limit::working_days(10))?;
//!     // Saturday 22/8 is worked; 31/8, 1/9 and 2/9 are off.
//!     assert_eq!(deadline.due().at, "2026-09-04T17:00".parse()?);
//!     println!("{}", deadline.vietnamese());
//!     Ok(())
//! }
//! ```
//!
//! # The way of the data
//!
//! What was promised ([`time_limit`], [`procedure`]), when the office works ([`calendar`]) and
//! which rule was in force ([`regulation`]) meet in [`deadline`]. What happened ([`dossier`])
//! turns deadlines into duties with a standing ([`obligation`]), and these are counted in
//! [`report`] and judged in [`inspection`].
//!
//! # What holds everywhere
//!
//! - Time is Vietnam's civil time, UTC+7 ([`LocalTime`]). There is no clock inside: "now" is
//!   always an argument.
//! - Every due time, dossier and day says how far it is settled ([`calendar::Certainty`]). Outside
//!   2000 to 2050 an answer is an error.
//! - Late is a value, not an error. Errors have stable kinds ([`ErrorKind`]).
//!
//! # Features
//!
//! - `std` (default): errors implement `std::error::Error` by the standard library. Without it the
//!   crate needs only `alloc`.
//! - `serde`: `Serialize` and `Deserialize` for the public types.
//! - `json`: the door in the module `json`, and calendar overlays from JSON.
//! - `rayon`: the rows of a batch shared out among threads where the caller asks for it.
//! - `render`: Markdown, HTML and SVG from the structured results.
#![cfg_attr(not(feature = "std"), no_std)]
#![forbid(unsafe_code)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

pub mod batch;
pub mod calendar;
mod civil;
pub mod deadline;
pub mod dossier;
mod error;
pub mod inspection;
#[cfg(feature = "json")]
pub mod json;
pub mod obligation;
mod order;
pub mod procedure;
pub mod regulation;
#[cfg(feature = "render")]
pub mod render;
pub mod report;
pub mod service_level;
pub mod time_limit;

pub use chrono;

/// Phiên bản dữ liệu — the day on which the facts of law and calendar that are compiled in last
/// changed, `YYYY-MM-DD`. It goes on apart from the version of the crate: of two with the same
/// rules, the later one knows more notices and acts.
///
/// # Examples
///
/// ```
/// assert!(motcua::chrono::NaiveDate::parse_from_str(motcua::DATA_VERSION, "%Y-%m-%d").is_ok());
/// ```
pub const DATA_VERSION: &str = env!("MOTCUA_DATA_VERSION");

pub use calendar::Calendar;
pub use civil::{CivilError, ClockTime, LocalTime};
pub use deadline::Deadline;
pub use dossier::Dossier;
pub use error::{Error, ErrorKind};
pub use procedure::Procedure;
pub use report::Report;
pub use service_level::ServiceLevel;
pub use time_limit::Limit;
