//! The deadline engine for Vietnam's one-stop public-service desks (một cửa).
#![cfg_attr(not(feature = "std"), no_std)]
#![forbid(unsafe_code)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

pub mod calendar;
mod civil;
pub mod deadline;
pub mod dossier;
mod error;
#[cfg(feature = "json")]
pub mod json;
pub mod obligation;
pub mod procedure;
pub mod regulation;
#[cfg(feature = "render")]
pub mod render;
pub mod report;
pub mod time_limit;

pub use chrono;

pub use calendar::Calendar;
pub use civil::{CivilError, ClockTime, LocalTime};
pub use deadline::Deadline;
pub use dossier::Dossier;
pub use error::{Error, ErrorKind};
pub use report::Report;
pub use time_limit::Limit;
