#[cfg(feature = "serde")]
use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use chrono::{Datelike, NaiveDate};

use super::DossierError;
use crate::procedure::{AgencyCode, CodeFault};

/// Phần của mã hồ sơ — which part of a dossier code a fault is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum DossierCodePart {
    /// The code as a whole: its parts and the hyphens between them.
    Whole,
    /// The identifier of the agency.
    Agency,
    /// The date of receipt.
    Date,
    /// The order number in the day.
    Order,
}

/// Mã hồ sơ — the code of a dossier: agency, date of receipt and order number in the day.
///
/// `V1V2V3.Z1Z2.Y1Y2.MX1X2-YYMMDD-XXXX` by TT 01/2018/TT-VPCP art. 19 (NĐ 61/2018 art. 26), from
/// 2019-01-06 on; with the identifiers of QĐ 20/2020/QĐ-TTg it begins `H26.103.25.7`. Its two
/// digits of the year are those of 2000 to 2099. Order numbers have at least four digits; systems
/// write longer ones when a day has more. Agencies are not looked up in any list. Codes of one
/// agency are in the order of their receipt.
///
/// # Examples
///
/// ```
/// use motcua::calendar::parse_date as day;
/// use motcua::dossier::DossierCode;
///
/// let code: DossierCode = "H26.103.25.7-250908-0112".parse()?;
/// assert_eq!(code.agency().highest(), "H26");
/// assert_eq!(code.received(), day("2025-09-08")?);
/// assert_eq!(code.order(), 112);
/// let next = DossierCode::new(code.agency().clone(), code.received(), 113)?;
/// assert_eq!(next.to_string(), "H26.103.25.7-250908-0113");
///
/// let error = "000.00.14.H20-200732-0002".parse::<DossierCode>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "`000.00.14.H20-200732-0002` is not a dossier code: there is no such day at character 19",
/// );
/// # Ok::<(), motcua::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DossierCode {
    agency: AgencyCode,
    received: NaiveDate,
    order: u32,
    /// The digits of the order number, as long as they are written.
    digits: u8,
}

/// The fewest digits of an order number, and the most that are read.
const DIGITS: core::ops::RangeInclusive<usize> = 4..=9;

type Refused = (DossierCodePart, CodeFault);

fn date(text: &str) -> Result<NaiveDate, CodeFault> {
    let wrong = |position, reason| Err(CodeFault::new(position, reason));
    for (position, b) in (1_usize..).zip(text.bytes()) {
        if !b.is_ascii_digit() {
            return wrong(position, "a digit of the date is missing");
        }
        if position > 6 {
            return wrong(position, "the date goes beyond six digits");
        }
    }
    if text.len() < 6 {
        let missing = text.len().saturating_add(1);
        return wrong(missing, "a digit of the date is missing");
    }
    let two = |from: usize| {
        let digits = text.get(from..from.saturating_add(2)).unwrap_or_default();
        digits.parse::<u8>().unwrap_or_default()
    };
    let (year, month, day) = (i32::from(two(0)).saturating_add(2_000), two(2), two(4));
    if !(1..=12).contains(&month) {
        return wrong(3, "there is no such month");
    }
    match NaiveDate::from_ymd_opt(year, month.into(), day.into()) {
        Some(date) => Ok(date),
        None => wrong(5, "there is no such day"),
    }
}

fn order(text: &str) -> Result<u32, CodeFault> {
    let wrong = |position, reason| Err(CodeFault::new(position, reason));
    for (position, c) in (1_usize..).zip(text.chars()) {
        if !c.is_ascii_digit() {
            return wrong(position, "a digit of the order number is missing");
        }
        if position > *DIGITS.end() {
            return wrong(position, "the order number goes beyond nine digits");
        }
    }
    if text.len() < *DIGITS.start() {
        let missing = text.len().saturating_add(1);
        return wrong(missing, "the order number has fewer than four digits");
    }
    match text.parse() {
        Ok(0) | Err(_) => wrong(1, "order numbers begin with 1"),
        Ok(order) => Ok(order),
    }
}

impl DossierCode {
    /// A code for the dossier that an agency received as the `order`-th of a day.
    ///
    /// # Errors
    ///
    /// [`DossierError::Code`] for a year outside 2000 to 2099 and an order number of zero or more
    /// than nine digits.
    pub fn new(agency: AgencyCode, received: NaiveDate, order: u32) -> Result<Self, DossierError> {
        let refused = |part, reason| DossierError::Code {
            text: alloc::format!("{agency}-{received}-{order}"),
            part,
            fault: CodeFault::new(1, reason),
        };
        if !(2_000..2_100).contains(&received.year()) {
            return Err(refused(DossierCodePart::Date, "the year is outside 2000 to 2099"));
        }
        let digits = order.checked_ilog10().map_or(1, |log| log.saturating_add(1));
        if order == 0 || digits > 9 {
            return Err(refused(DossierCodePart::Order, "order numbers have one to nine digits"));
        }
        let digits = u8::try_from(digits.max(4)).unwrap_or(9);
        Ok(Self { agency, received, order, digits })
    }

    fn read(text: &str) -> Result<Self, Refused> {
        let whole = |position, reason| (DossierCodePart::Whole, CodeFault::new(position, reason));
        let end = text.chars().count().saturating_add(1);
        let mut parts = text.split('-');
        let agency = parts.next().unwrap_or_default();
        let place = |before: usize| before.saturating_add(1);
        let at_date = place(agency.chars().count());
        AgencyCode::check(agency).map_err(|fault| (DossierCodePart::Agency, fault))?;
        let day = parts.next().ok_or(whole(end, "the hyphen before the date is missing"))?;
        let at_order = place(at_date.saturating_add(day.chars().count()));
        let received = date(day).map_err(|fault| (DossierCodePart::Date, fault.after(at_date)))?;
        let number =
            parts.next().ok_or(whole(end, "the hyphen before the order number is missing"))?;
        let order =
            order(number).map_err(|fault| (DossierCodePart::Order, fault.after(at_order)))?;
        if parts.next().is_some() {
            let after = at_order.saturating_add(number.len()).saturating_add(1);
            return Err(whole(after, "a third hyphen stands"));
        }
        let digits = u8::try_from(number.len()).unwrap_or(9);
        Ok(Self { agency: AgencyCode::checked(agency), received, order, digits })
    }

    /// Mã định danh cơ quan — the agency that received it.
    #[must_use]
    pub const fn agency(&self) -> &AgencyCode {
        &self.agency
    }

    /// Ngày tiếp nhận — the date it was received.
    #[must_use]
    pub const fn received(&self) -> NaiveDate {
        self.received
    }

    /// Số thứ tự trong ngày — its number among the dossiers of the day.
    #[must_use]
    pub const fn order(&self) -> u32 {
        self.order
    }
}

impl FromStr for DossierCode {
    type Err = DossierError;

    fn from_str(text: &str) -> Result<Self, DossierError> {
        Self::read(text).map_err(|(part, fault)| DossierError::Code {
            text: text.into(),
            part,
            fault,
        })
    }
}

impl fmt::Display for DossierCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}-{:02}{:02}{:02}-{:0width$}",
            self.agency,
            self.received.year().rem_euclid(100),
            self.received.month(),
            self.received.day(),
            self.order,
            width = usize::from(self.digits)
        )
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for DossierCode {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for DossierCode {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    fn fault(text: &str) -> (DossierCodePart, usize) {
        let (part, fault) = DossierCode::read(text).unwrap_err();
        (part, fault.position)
    }

    #[test]
    fn both_forms_are_read_and_printed() {
        for text in [
            "H26.103.25.7-250908-0112",
            "000.00.14.H20-200703-0002",
            "000.00.00.H41-200229-0001",
            "Z01ABC-260101-123456",
            "H26-260101-00012",
        ] {
            assert_eq!(DossierCode::read(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn the_place_of_the_fault_is_told() {
        use DossierCodePart::{Agency, Date, Order, Whole};
        assert_eq!(fault(""), (Agency, 1));
        assert_eq!(fault("26H-250908-0112"), (Agency, 1));
        assert_eq!(fault("H26"), (Whole, 4));
        assert_eq!(fault("H26-250908"), (Whole, 11));
        assert_eq!(fault("H26-2509-0112"), (Date, 9));
        assert_eq!(fault("H26-251308-0112"), (Date, 7));
        assert_eq!(fault("H26-250229-0112"), (Date, 9));
        assert_eq!(fault("H26-2509081-0112"), (Date, 11));
        assert_eq!(fault("H26-25O908-0112"), (Date, 7));
        assert_eq!(fault("H26-250908-112"), (Order, 15));
        assert_eq!(fault("H26-250908-0000"), (Order, 12));
        assert_eq!(fault("H26-250908-01a2"), (Order, 14));
        assert_eq!(fault("H26-250908-0112-1"), (Whole, 16));
        assert_eq!(fault("H26-250908-0112 "), (Order, 16));
    }
}
