use core::fmt;
use core::str::FromStr;

use super::TimeLimitError;

/// Số lượng — an exact amount of a unit, held in thousandths.
///
/// Limits such as "1,5 ngày làm việc" and "0.5 giờ" are exact; more than three decimals are
/// refused rather than rounded.
///
/// # Examples
///
/// ```
/// use motcua::time_limit::Amount;
///
/// let amount: Amount = "1,5".parse()?;
/// assert_eq!(amount, Amount::from_thousandths(1_500));
/// assert_eq!(amount.whole_part(), 1);
/// assert_eq!(amount.thousandths_part(), 500);
/// assert_eq!(amount.to_string(), "1.5");
/// # Ok::<(), motcua::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(u32);

impl Amount {
    /// How many thousandths make one.
    const ONE: u32 = 1_000;

    /// The largest amount that can be held: 1,000,000.
    pub const MAX: Self = Self(1_000_000_000);

    /// A whole amount.
    #[must_use]
    pub const fn whole(amount: u16) -> Self {
        // A u16 times a thousand stays far below the range of u32.
        Self((amount as u32).saturating_mul(Self::ONE))
    }

    /// An amount given in thousandths, at most [`Amount::MAX`].
    #[must_use]
    pub const fn from_thousandths(thousandths: u32) -> Self {
        if thousandths > Self::MAX.0 { Self::MAX } else { Self(thousandths) }
    }

    /// The amount in thousandths.
    #[must_use]
    pub const fn thousandths(self) -> u32 {
        self.0
    }

    /// The whole units in the amount.
    #[must_use]
    pub const fn whole_part(self) -> u32 {
        self.0 / Self::ONE
    }

    /// What is left above the whole units, in thousandths of one.
    #[must_use]
    pub const fn thousandths_part(self) -> u32 {
        self.0 % Self::ONE
    }

    /// Whether the amount is a whole number.
    #[must_use]
    pub const fn is_whole(self) -> bool {
        self.thousandths_part() == 0
    }

    /// Whether the amount is zero.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }
}

impl Amount {
    /// Prints with no trailing zeros.
    pub(super) fn print(self, f: &mut fmt::Formatter<'_>, point: char) -> fmt::Result {
        let whole = self.whole_part();
        match self.thousandths_part() {
            0 => write!(f, "{whole}"),
            part if part % 100 == 0 => write!(f, "{whole}{point}{}", part / 100),
            part if part % 10 == 0 => write!(f, "{whole}{point}{:02}", part / 10),
            part => write!(f, "{whole}{point}{part:03}"),
        }
    }
}

/// Prints with a decimal point and no trailing zeros: `10`, `1.5`, `0.25`.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.print(f, '.')
    }
}

/// Reads digits with at most one decimal point or comma and at most three decimals.
impl FromStr for Amount {
    type Err = TimeLimitError;

    fn from_str(text: &str) -> Result<Self, TimeLimitError> {
        Self::read(text).ok_or_else(|| TimeLimitError::Amount { text: text.into() })
    }
}

impl Amount {
    fn read(text: &str) -> Option<Self> {
        // What the next digit of the part is worth, once the sign has been passed.
        let mut worth: Option<u32> = None;
        let (mut total, mut last) = (0_u32, None);
        for byte in text.bytes() {
            match byte {
                b'0'..=b'9' => {
                    let digit = u32::from(byte & 15);
                    total = match worth {
                        None => {
                            total.checked_mul(10)?.checked_add(digit.checked_mul(Self::ONE)?)?
                        }
                        // A digit beyond the thousandths is worth nothing, so it has to be zero.
                        Some(0) if digit != 0 => return None,
                        Some(worth) => total.checked_add(digit.checked_mul(worth)?)?,
                    };
                    worth = worth.map(|worth| worth / 10);
                }
                b'.' | b',' if worth.is_none() && last.is_some() => worth = Some(Self::ONE / 10),
                _ => return None,
            }
            last = Some(byte);
        }
        let ends = last.is_some_and(|byte| byte.is_ascii_digit());
        (ends && total <= Self::MAX.0).then_some(Self(total))
    }
}
