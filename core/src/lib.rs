//! The deadline engine for Vietnam's one-stop public-service desks (một cửa).
#![cfg_attr(not(feature = "std"), no_std)]
#![forbid(unsafe_code)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

pub mod calendar;
mod error;
pub mod time_limit;

pub use chrono;

pub use error::{Error, ErrorKind};
