//! Lịch làm việc — what the days are.

mod error;
mod lunar;

pub use error::CalendarError;
pub use lunar::{LunarDate, new_year};
