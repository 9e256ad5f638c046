//! Thời hạn giải quyết — time limits: exact amounts, units that never convert silently, and the
//! reader of the phrases officials write them in.

mod amount;
mod limit;

use alloc::string::String;

pub use amount::Amount;
pub use limit::{Direction, Limit, Unit};

use crate::ErrorKind;

/// What is wrong with a time limit.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TimeLimitError {
    /// A number that is not an amount with at most three decimals.
    #[error("`{text}` is not an amount with at most three decimals")]
    Amount {
        /// The text as given.
        text: String,
    },
}

impl TimeLimitError {
    /// The stable kind of this error.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        match self {
            Self::Amount { .. } => ErrorKind::InvalidAmount,
        }
    }
}
