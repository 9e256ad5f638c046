use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use super::ProcedureError;

/// Đồng — an amount of Vietnamese money in whole đồng.
///
/// Arithmetic is checked: a sum beyond 64 bits is none.
///
/// # Examples
///
/// ```
/// use motcua::procedure::Dong;
///
/// let fee = Dong::new(10_750_000);
/// assert_eq!(fee.to_string(), "10.750.000 đồng");
/// assert_eq!(fee.plus(Dong::new(250_000)), Some(Dong::new(11_000_000)));
/// assert_eq!(Dong::new(15_000).percent(50), (Dong::new(7_500), true));
/// # Ok::<(), motcua::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(transparent))]
pub struct Dong(u64);

impl Dong {
    /// Nothing to pay.
    pub const ZERO: Self = Self(0);

    /// An amount in whole đồng.
    #[must_use]
    pub const fn new(dong: u64) -> Self {
        Self(dong)
    }

    /// The amount in đồng.
    #[must_use]
    pub const fn get(self) -> u64 {
        self.0
    }

    /// Whether there is nothing to pay.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// The sum, if it can be held.
    #[must_use]
    pub const fn plus(self, other: Self) -> Option<Self> {
        match self.0.checked_add(other.0) {
            Some(sum) => Some(Self(sum)),
            None => None,
        }
    }

    /// The amount some number of times, if it can be held.
    #[must_use]
    pub const fn times(self, times: u32) -> Option<Self> {
        match self.0.checked_mul(times as u64) {
            Some(product) => Some(Self(product)),
            None => None,
        }
    }

    /// A share in percent, cut off to whole đồng, and whether it is exact.
    #[must_use]
    pub const fn percent(self, percent: u8) -> (Self, bool) {
        // Split so that no product overflows: the remainder is below a hundred.
        let (hundreds, rest) = (self.0 / 100, self.0 % 100);
        let part = rest.saturating_mul(percent as u64);
        let whole = hundreds.saturating_mul(percent as u64);
        (Self(whole.saturating_add(part / 100)), part % 100 == 0)
    }
}

/// Prints with dots between thousands, as Vietnamese papers do: `10.750.000 đồng`.
impl fmt::Display for Dong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        grouped(f, self.0)?;
        f.write_str(" đồng")
    }
}

fn grouped(f: &mut fmt::Formatter<'_>, number: u64) -> fmt::Result {
    match number / 1_000 {
        0 => write!(f, "{number}"),
        thousands => {
            grouped(f, thousands)?;
            write!(f, ".{:03}", number % 1_000)
        }
    }
}

/// Số tiền — an amount of money in one of the two currencies that fees are set in.
///
/// The currencies never convert or add up: some fees of entry and exit are set in US dollars.
///
/// # Examples
///
/// ```
/// use motcua::procedure::{Dong, Price};
///
/// assert_eq!("70,000 Việt Nam Đồng".parse::<Price>()?, Price::Dong(Dong::new(70_000)));
/// assert_eq!("10.750.000 đồng".parse::<Price>()?, Price::Dong(Dong::new(10_750_000)));
/// assert_eq!("10 USD".parse::<Price>()?, Price::UsDollars(10));
/// assert_eq!("Miễn phí".parse::<Price>()?, Price::FREE);
/// assert!("khoảng 5 đồng".parse::<Price>().is_err());
/// # Ok::<(), motcua::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Price {
    /// Whole đồng.
    Dong(Dong),
    /// Whole US dollars.
    UsDollars(u32),
}

impl Price {
    /// Miễn phí — nothing to pay.
    pub const FREE: Self = Self::Dong(Dong::ZERO);

    /// Whether there is nothing to pay.
    #[must_use]
    pub const fn is_free(self) -> bool {
        matches!(self, Self::Dong(Dong(0)) | Self::UsDollars(0))
    }

    /// The price some number of times, if it can be held.
    #[must_use]
    pub const fn times(self, times: u32) -> Option<Self> {
        match self {
            Self::Dong(dong) => match dong.times(times) {
                Some(dong) => Some(Self::Dong(dong)),
                None => None,
            },
            Self::UsDollars(dollars) => match dollars.checked_mul(times) {
                Some(dollars) => Some(Self::UsDollars(dollars)),
                None => None,
            },
        }
    }

    /// A share in percent, cut off to the whole, and whether it is exact.
    #[must_use]
    pub fn percent(self, percent: u8) -> (Self, bool) {
        match self {
            Self::Dong(dong) => {
                let (dong, exact) = dong.percent(percent);
                (Self::Dong(dong), exact)
            }
            Self::UsDollars(dollars) => {
                let (share, exact) = Dong(dollars.into()).percent(percent);
                // A percentage of at most 255 of 32 bits may outgrow them.
                (Self::UsDollars(u32::try_from(share.0).unwrap_or(u32::MAX)), exact)
            }
        }
    }

    /// Whether two prices are in one currency.
    #[must_use]
    pub const fn is_same_currency(self, other: Self) -> bool {
        matches!(
            (self, other),
            (Self::Dong(_), Self::Dong(_)) | (Self::UsDollars(_), Self::UsDollars(_))
        )
    }
}

/// Prints `70.000 đồng`, `10 USD`.
impl fmt::Display for Price {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Dong(dong) => dong.fmt(f),
            Self::UsDollars(dollars) => {
                grouped(f, (*dollars).into())?;
                f.write_str(" USD")
            }
        }
    }
}

/// A whole number with dots or commas between all its thousands or none.
fn number(digits: &str) -> Option<u64> {
    let mut groups = digits.split(['.', ',']);
    let first = groups.next()?;
    let mut joined = String::from(first);
    let separated = digits.contains(['.', ',']);
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        joined.push_str(group);
    }
    let well_formed = (!separated || (1..=3).contains(&first.len()))
        && !joined.is_empty()
        && joined.bytes().all(|b| b.is_ascii_digit());
    if well_formed { joined.parse().ok() } else { None }
}

/// Reads an amount with its currency, or the words for nothing to pay.
impl FromStr for Price {
    type Err = ProcedureError;

    fn from_str(text: &str) -> Result<Self, ProcedureError> {
        let refused = || ProcedureError::Price { text: text.into() };
        let small = text.trim().to_lowercase();
        if matches!(small.as_str(), "miễn phí" | "không" | "không có" | "không thu" | "0") {
            return Ok(Self::FREE);
        }
        let currency =
            small.find(|c: char| !matches!(c, '0'..='9' | '.' | ',')).ok_or_else(refused)?;
        let (digits, unit) = small.split_at_checked(currency).ok_or_else(refused)?;
        let amount = number(digits).ok_or_else(refused)?;
        match unit.trim() {
            "đồng" | "vnđ" | "vnd" | "đ" | "việt nam đồng" => {
                Ok(Self::Dong(Dong(amount)))
            }
            "usd" | "đô la mỹ" => {
                u32::try_from(amount).map(Self::UsDollars).map_err(|_| refused())
            }
            _ => Err(refused()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_whole_groups() {
        for bad in
            ["1.00 đồng", "10,7500 đồng", ".000 đồng", "1.000,50 đồng", "đồng", "5", "-5 đồng"]
        {
            assert!(bad.parse::<Price>().is_err(), "{bad}");
        }
        assert_eq!("100000đ".parse(), Ok(Price::Dong(Dong(100_000))));
        assert_eq!("1,200,000 VNĐ".parse(), Ok(Price::Dong(Dong(1_200_000))));
    }

    #[test]
    fn a_share_is_cut_off_and_says_so() {
        assert_eq!(Dong(1_001).percent(50), (Dong(500), false));
        assert_eq!(Dong(u64::MAX).percent(100), (Dong(u64::MAX), true));
        assert_eq!(Price::UsDollars(5).percent(50), (Price::UsDollars(2), false));
    }
}
