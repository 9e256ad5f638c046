use alloc::string::String;
use core::fmt;
use core::ops::Deref;
use core::str::FromStr;

use super::ProcedureError;
use super::agency::{AgencyCode, CodeFault};

/// Mã thủ tục hành chính — the code of a procedure, with or without the agency that publishes it.
///
/// The national part is a digit, a dot and six digits: `1.004222`. An agency adds its identifier,
/// `2.000815.000.00.00.H55` or shorter `1.000948.H38`, and after the older form of identifiers a
/// service of two digits may follow: `2.000815.000.00.00.H55.02`. What was read is printed again
/// as it was.
///
/// # Examples
///
/// ```
/// use motcua::procedure::ProcedureCode;
///
/// let national: ProcedureCode = "2.000815".parse()?;
/// let published: ProcedureCode = "2.000815.000.00.00.H55.02".parse()?;
/// assert_ne!(national, published);
/// assert!(national.is_same_procedure(&published));
/// assert_eq!(published.agency().map(|agency| agency.highest()), Some("H55"));
/// assert_eq!(published.service(), Some("02"));
/// assert!("2.00815".parse::<ProcedureCode>().is_err());
/// # Ok::<(), motcua::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProcedureCode {
    text: String,
    agency: Option<AgencyCode>,
    number: u32,
}

/// How many characters the national part has.
const NATIONAL: usize = 8;

/// The national part of a code as a number, and what follows it.
fn national(text: &str) -> Result<(u32, &str), CodeFault> {
    let mut number = 0_u32;
    let bytes = text.as_bytes();
    for at in 0..NATIONAL {
        let position = at.saturating_add(1);
        match (at, bytes.get(at)) {
            (1, Some(b'.')) => {}
            (1, _) => return Err(CodeFault::new(position, "a dot must follow the first digit")),
            (0, Some(b'0')) => return Err(CodeFault::new(position, "the first digit is not 1-9")),
            (_, Some(digit @ b'0'..=b'9')) => {
                let digit = u32::from(digit.saturating_sub(b'0'));
                number = number.saturating_mul(10).saturating_add(digit);
            }
            _ => return Err(CodeFault::new(position, "a digit is missing")),
        }
    }
    Ok((number, text.get(NATIONAL..).unwrap_or_default()))
}

impl ProcedureCode {
    /// The national number that a text begins with, when it is written like a code.
    pub(crate) fn number_of(text: &str) -> Option<u32> {
        match national(text) {
            Ok((number, rest)) if rest.is_empty() || rest.starts_with('.') => Some(number),
            _ => None,
        }
    }

    /// The national part as a number.
    pub(crate) const fn number(&self) -> u32 {
        self.number
    }

    fn read(text: &str) -> Result<Self, CodeFault> {
        let (number, rest) = national(text)?;
        let Some(rest) = rest.strip_prefix('.') else {
            return match rest {
                "" => Ok(Self { text: text.into(), agency: None, number }),
                _ => Err(CodeFault::new(9, "a dot must stand before the agency")),
            };
        };
        let before = NATIONAL.saturating_add(1);
        let agency = match AgencyCode::check(rest) {
            Ok(_) => AgencyCode::checked(rest),
            Err(fault) => match rest.rsplit_once('.') {
                // Only the older form has a fixed number of groups, so that a further one of two
                // digits can be told from a unit of the agency.
                Some((agency, service))
                    if agency.len() == 13
                        && matches!(service.as_bytes(), [b'0'..=b'9', b'0'..=b'9']) =>
                {
                    AgencyCode::check(agency).map_err(|fault| fault.after(before))?;
                    AgencyCode::checked(agency)
                }
                _ => return Err(fault.after(before)),
            },
        };
        Ok(Self { text: text.into(), agency: Some(agency), number })
    }

    /// The code as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Mã quốc gia — the national part: `1.004222`.
    #[must_use]
    pub fn national(&self) -> &str {
        self.text.get(..NATIONAL).unwrap_or_default()
    }

    /// Mã định danh cơ quan — the agency that publishes it.
    #[must_use]
    pub const fn agency(&self) -> Option<&AgencyCode> {
        self.agency.as_ref()
    }

    /// Mã dịch vụ — the service of the procedure: `02`.
    #[must_use]
    pub fn service(&self) -> Option<&str> {
        let agency = self.agency.as_ref()?.as_str().len();
        let end = NATIONAL.saturating_add(2).saturating_add(agency);
        self.text.get(end..).filter(|service| !service.is_empty())
    }

    /// Whether two codes are of one procedure, whatever agency publishes it.
    #[must_use]
    pub const fn is_same_procedure(&self, other: &Self) -> bool {
        self.number == other.number
    }

    /// Whether two codes are of one procedure of one agency; a code without an agency is that of
    /// any.
    #[must_use]
    pub fn is_same_at_agency(&self, other: &Self) -> bool {
        self.is_same_procedure(other)
            && match (&self.agency, &other.agency) {
                (Some(one), Some(other)) => one.is_same_agency(other),
                _ => true,
            }
    }
}

impl Deref for ProcedureCode {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl PartialEq<str> for ProcedureCode {
    fn eq(&self, other: &str) -> bool {
        self.text == other
    }
}

impl FromStr for ProcedureCode {
    type Err = ProcedureError;

    fn from_str(text: &str) -> Result<Self, ProcedureError> {
        Self::read(text).map_err(|fault| ProcedureError::Code { text: text.into(), fault })
    }
}

impl fmt::Display for ProcedureCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for ProcedureCode {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.text)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for ProcedureCode {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> usize {
        ProcedureCode::read(text).unwrap_err().position
    }

    #[test]
    fn the_place_of_the_fault_is_told() {
        assert_eq!(fault(""), 1);
        assert_eq!(fault("0.004222"), 1);
        assert_eq!(fault("1,004222"), 2);
        assert_eq!(fault("1.00422"), 8);
        assert_eq!(fault("1.0042223"), 9);
        assert_eq!(fault("1.004222."), 10);
        assert_eq!(fault("1.004222.000.00.00.55H"), 20);
        assert_eq!(fault("1.004222.000.00.00.55H.02"), 20);
    }

    #[test]
    fn agencies_compare_across_forms() {
        let code = |text| ProcedureCode::read(text).unwrap();
        let old = code("2.000815.000.00.00.H55");
        assert!(old.is_same_at_agency(&code("2.000815.H55")));
        assert!(old.is_same_at_agency(&code("2.000815")));
        assert!(!old.is_same_at_agency(&code("2.000815.H38")));
        assert_eq!(old.service(), None);
        assert_eq!(code("1.000948.H38.02").service(), None);
        assert_eq!(code("1.000948.H38.02").agency().unwrap().as_str(), "H38.02");
    }
}
