use core::fmt;

use crate::time_limit::TimeLimitError;

/// Anything that motcua refuses to do, with the area it belongs to.
///
/// A late dossier, a missing paper or a paused clock are values, not errors.
///
/// # Examples
///
/// ```
/// use motcua::{Error, ErrorKind, time_limit::Amount};
///
/// let error = Error::from("ten".parse::<Amount>().unwrap_err());
/// assert_eq!(error.kind(), ErrorKind::InvalidAmount);
/// assert_eq!(error.kind().as_str(), "invalid_amount");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A time limit could not be read or used.
    #[error(transparent)]
    TimeLimit(#[from] TimeLimitError),
}

impl Error {
    /// The stable kind of this error, to act on.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        match self {
            Self::TimeLimit(error) => error.kind(),
        }
    }
}

macro_rules! error_kinds {
    ($($(#[$doc:meta])* $name:ident = $number:literal, $code:literal;)*) => {
        /// The stable kind of an [`Error`].
        ///
        /// Its number is the C status, its text the `code` in JSON and JavaScript. Numbers and
        /// texts are never changed or used again.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        #[repr(u16)]
        pub enum ErrorKind {
            $($(#[$doc])* $name = $number,)*
        }

        impl ErrorKind {
            /// All kinds, in the order of their numbers.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The stable code: `no_calendar_data`, `ambiguous_limit`, ...
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }
        }
    };
}

// 100-149 calendar, 150-199 time limits, 200-249 deadlines, 250-299 dossiers, 300-349 reports,
// 350-399 procedures, 400-449 requests.
error_kinds! {
    /// A number that is not an amount with at most three decimals.
    InvalidAmount = 150, "invalid_amount";
    /// Several limits stand in a text and nothing picks one.
    AmbiguousLimit = 151, "ambiguous_limit";
    /// A text holds no limit.
    NoLimit = 152, "no_limit";
    /// A number stands without its unit.
    UnitMissing = 153, "unit_missing";
    /// The digits and words of a number differ.
    ConflictingLimit = 154, "conflicting_limit";
    /// A text has no limit for the case asked for.
    UnknownCase = 155, "unknown_case";
    /// A text has no limit for the channel asked for.
    UnknownChannel = 156, "unknown_channel";
}

impl ErrorKind {
    /// The number used as the C status.
    #[must_use]
    pub const fn number(self) -> u16 {
        self as u16
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
