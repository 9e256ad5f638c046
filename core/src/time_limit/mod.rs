//! Thời hạn giải quyết — time limits: exact amounts, units that never convert silently, and the
//! reader of the phrases officials write them in.

mod amount;
pub mod audit;
pub(crate) mod fold;
mod grammar;
#[cfg(feature = "serde")]
mod json;
mod lexicon;
mod limit;
mod model;
mod number;
mod print;
mod quantity;
mod scan;
mod select;
mod token;
mod unit;

use alloc::string::String;

pub use amount::Amount;
pub use limit::{Direction, Limit, Unit};
pub use model::{
    Bound, Channel, Channels, Cutoff, CutoffEffect, Event, EventKind, Extension, ExtensionMode,
    Kind, Pause, Phrase, Share, Span, Term, TimeLimit,
};

use crate::ErrorKind;

/// The longest text that is read, in bytes: 1 MiB. Published ones have a few thousand.
pub const MAX_TEXT: usize = 1_048_576;

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

    /// Several limits stand in the text, and neither case nor channel picks one.
    #[error("the text holds several limits: {choices}")]
    Ambiguous {
        /// The limits, with their cases.
        choices: String,
    },

    /// The text holds no limit.
    #[error("the text holds no limit to count (it is `{}`)", kind.as_str())]
    NoLimit {
        /// What it is instead.
        kind: Kind,
    },

    /// The text says the most before an event: when a window opens, not by when something is due.
    #[error("the text holds no limit to count: `{window}` at most is when a window opens")]
    Window {
        /// The most before the event.
        window: Limit,
    },

    /// The text has a number without a unit.
    #[error("the limit {amount} has no unit")]
    UnitMissing {
        /// The number.
        amount: Amount,
    },

    /// The digits and words of a number differ.
    #[error("the limit says {digits} in digits and {words} in words")]
    Conflict {
        /// What the digits say.
        digits: Amount,
        /// What the words say.
        words: Amount,
    },

    /// The text is longer than [`MAX_TEXT`] and was not read.
    #[error("the text has {length} bytes, more than {MAX_TEXT}")]
    TooLong {
        /// Its length in bytes.
        length: u32,
    },

    /// The text has no limit for the case.
    #[error("the text has no limit for the case `{case}`")]
    UnknownCase {
        /// The case as given.
        case: String,
    },

    /// The text has no limit for the channel, or there is no such channel.
    #[error("the text has no limit for the channel `{channel}`")]
    UnknownChannel {
        /// The channel as given.
        channel: String,
    },
}

impl TimeLimitError {
    /// The stable kind of this error.
    #[must_use]
    #[cfg_attr(target_family = "wasm", inline(always))]
    pub const fn kind(&self) -> ErrorKind {
        match self {
            Self::Amount { .. } => ErrorKind::InvalidAmount,
            Self::Ambiguous { .. } => ErrorKind::AmbiguousLimit,
            Self::NoLimit { .. } | Self::Window { .. } => ErrorKind::NoLimit,
            Self::UnitMissing { .. } => ErrorKind::UnitMissing,
            Self::Conflict { .. } => ErrorKind::ConflictingLimit,
            Self::TooLong { .. } => ErrorKind::TooLong,
            Self::UnknownCase { .. } => ErrorKind::UnknownCase,
            Self::UnknownChannel { .. } => ErrorKind::UnknownChannel,
        }
    }
}
