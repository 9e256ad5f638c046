use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use super::ProcedureError;

/// Chỗ sai — what is wrong with a code, and at which character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodeFault {
    /// Which character, from 1; one past the last when something is missing at the end.
    pub position: usize,
    /// What is wrong there.
    pub reason: &'static str,
}

impl CodeFault {
    pub(crate) const fn new(position: usize, reason: &'static str) -> Self {
        Self { position, reason }
    }

    /// The same fault in a text of which `before` characters stand before this one.
    pub(crate) const fn after(self, before: usize) -> Self {
        Self { position: self.position.saturating_add(before), reason: self.reason }
    }
}

impl fmt::Display for CodeFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at character {}", self.reason, self.position)
    }
}

/// Dạng mã định danh — how the identifier of an agency is written.
///
/// The set is closed on purpose: there are these three forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum AgencyForm {
    /// `000.00.14.H20`: from the least unit to the highest (QCVN 102:2016/BTTTT).
    RightToLeft,
    /// `H26.103.25.7`: from the highest unit to the least (QĐ 20/2020/QĐ-TTg Điều 4).
    LeftToRight,
    /// `Z01...`: bodies outside the lists of agencies (QĐ 20/2020/QĐ-TTg Điều 6).
    Other,
}

/// Mã định danh cơ quan — the electronic identifier of an agency.
///
/// Only its form is checked (QĐ 20/2020/QĐ-TTg Điều 4 and 6, in force since 2020-09-15; QCVN
/// 102:2016/BTTTT before): no list of agencies is kept, as codes come and go with mergers.
///
/// # Examples
///
/// ```
/// use motcua::procedure::{AgencyCode, AgencyForm};
///
/// let old: AgencyCode = "000.00.00.H55".parse()?;
/// let new: AgencyCode = "H55".parse()?;
/// assert_eq!((old.form(), new.form()), (AgencyForm::RightToLeft, AgencyForm::LeftToRight));
/// assert!(old.is_same_agency(&new));
/// assert_eq!("H26.103.25.7".parse::<AgencyCode>()?.highest(), "H26");
/// assert!("55H".parse::<AgencyCode>().is_err());
/// # Ok::<(), motcua::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgencyCode(String);

/// The longest identifier (QĐ 20/2020/QĐ-TTg Điều 4).
const LONGEST: usize = 35;

/// Whether a group is a first-level code `MX1X2`: a letter from A to Y and two digits.
fn is_highest(group: &str) -> bool {
    matches!(group.as_bytes(), [b'A'..=b'Y', b'0'..=b'9', b'0'..=b'9'])
}

impl AgencyCode {
    /// Finds what is wrong with an identifier.
    ///
    /// # Errors
    ///
    /// The first fault.
    pub(crate) fn check(text: &str) -> Result<AgencyForm, CodeFault> {
        for (position, c) in (1_usize..).zip(text.chars()) {
            if !matches!(c, 'A'..='Z' | '0'..='9' | '.') {
                let reason = if c.is_ascii_lowercase() {
                    "a small letter stands for a capital"
                } else {
                    "a character other than A-Z, 0-9 and the dot stands"
                };
                return Err(CodeFault::new(position, reason));
            }
            if position > LONGEST {
                return Err(CodeFault::new(position, "the identifier goes beyond 35 characters"));
            }
        }
        if let Some(rest) = text.strip_prefix('Z') {
            return Self::check_other(rest);
        }
        let mut start = 1_usize;
        for group in text.split('.') {
            if group.is_empty() {
                return Err(CodeFault::new(start, "a group is empty"));
            }
            start = start.saturating_add(group.len()).saturating_add(1);
        }
        let mut groups = text.split('.');
        if groups.next().is_some_and(is_highest) {
            return Ok(AgencyForm::LeftToRight);
        }
        // The older form has four groups of these lengths, the last of them the highest.
        let mut start = 1_usize;
        let mut groups = text.split('.');
        for length in [3, 2, 2] {
            let group = groups.next().unwrap_or_default();
            if group.len() != length || groups.clone().next().is_none() {
                return Err(CodeFault::new(start, "neither MX1X2 nor V1V2V3.Z1Z2.Y1Y2.MX1X2"));
            }
            start = start.saturating_add(length).saturating_add(1);
        }
        match groups.next() {
            Some(last) if is_highest(last) => match groups.next() {
                None => Ok(AgencyForm::RightToLeft),
                Some(_) => Err(CodeFault::new(start.saturating_add(3), "a fifth group stands")),
            },
            _ => Err(CodeFault::new(start, "the last group is not a letter A-Y and two digits")),
        }
    }

    fn check_other(rest: &str) -> Result<AgencyForm, CodeFault> {
        let digits = rest.bytes().take(2).take_while(u8::is_ascii_digit).count();
        if digits < 2 {
            return Err(CodeFault::new(digits.saturating_add(2), "two digits must follow the Z"));
        }
        if rest.starts_with("00") {
            return Err(CodeFault::new(2, "the groups of other bodies begin with Z01"));
        }
        match rest.find('.') {
            Some(at) => Err(CodeFault::new(
                at.saturating_add(2),
                "identifiers of other bodies have no separator",
            )),
            None => Ok(AgencyForm::Other),
        }
    }

    /// An identifier that was checked.
    pub(crate) fn checked(text: &str) -> Self {
        Self(text.into())
    }

    /// The identifier as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// How it is written.
    #[must_use]
    pub fn form(&self) -> AgencyForm {
        if self.0.starts_with('Z') {
            AgencyForm::Other
        } else if self.0.split('.').next().is_some_and(is_highest) {
            AgencyForm::LeftToRight
        } else {
            AgencyForm::RightToLeft
        }
    }

    /// Mã cấp 1 — the code of the highest unit: `H55` of `000.00.00.H55`; of other bodies the
    /// group `Z01`.
    #[must_use]
    pub fn highest(&self) -> &str {
        match self.form() {
            AgencyForm::LeftToRight => self.0.split('.').next().unwrap_or_default(),
            AgencyForm::RightToLeft => self.0.rsplit('.').next().unwrap_or_default(),
            AgencyForm::Other => self.0.get(..3).unwrap_or_default(),
        }
    }

    /// Whether it is the highest unit itself, without a unit below it.
    #[must_use]
    pub fn is_highest(&self) -> bool {
        match self.form() {
            AgencyForm::LeftToRight => !self.0.contains('.'),
            AgencyForm::RightToLeft => self.0.starts_with("000.00.00."),
            AgencyForm::Other => self.0.len() == 3,
        }
    }

    /// Whether two identifiers are of one agency: the same text, or the same highest unit in the
    /// two forms.
    ///
    /// The codes of subordinate units were given anew with QĐ 20/2020, so nothing is said of them
    /// across the forms.
    #[must_use]
    pub fn is_same_agency(&self, other: &Self) -> bool {
        self == other
            || (self.is_highest() && other.is_highest() && self.highest() == other.highest())
    }
}

impl FromStr for AgencyCode {
    type Err = ProcedureError;

    fn from_str(text: &str) -> Result<Self, ProcedureError> {
        match Self::check(text) {
            Ok(_) => Ok(Self(text.into())),
            Err(fault) => Err(ProcedureError::Agency { text: text.into(), fault }),
        }
    }
}

impl fmt::Display for AgencyCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for AgencyCode {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.0)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for AgencyCode {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> (usize, &'static str) {
        let fault = AgencyCode::check(text).unwrap_err();
        (fault.position, fault.reason)
    }

    #[test]
    fn forms_are_told_apart() {
        assert_eq!(AgencyCode::check("000.00.14.H20"), Ok(AgencyForm::RightToLeft));
        assert_eq!(AgencyCode::check("G03.05"), Ok(AgencyForm::LeftToRight));
        assert_eq!(AgencyCode::check("Z01ABC9"), Ok(AgencyForm::Other));
    }

    #[test]
    fn the_place_of_the_fault_is_told() {
        assert_eq!(fault("").0, 1);
        assert_eq!(fault("h55"), (1, "a small letter stands for a capital"));
        assert_eq!(fault("H26..7").0, 5);
        assert_eq!(fault("000.00.00.55H").0, 11);
        assert_eq!(fault("000.00.00.H55.H56").0, 14);
        assert_eq!(fault("Z00A").0, 2);
        assert_eq!(fault("Z1A").0, 3);
        assert_eq!(fault("Z01.A").0, 4);
        assert_eq!(fault("H26.ĐC").0, 5);
        assert_eq!(fault("H26.00000000000000000000000000000000").0, 36);
    }
}
