//! Mức độ dịch vụ công trực tuyến — the levels of online public services, each in its regime.
//!
//! "Mức độ 4" has had two meanings: payment and filing online (NĐ 43/2011/NĐ-CP, until 2022), and
//! a service that acts by itself (NĐ 224/2026/NĐ-CP art. 16). A [`ServiceLevel`] therefore always
//! carries its [`Regime`], and levels compare inside one only.
//!
//! # Examples
//!
//! ```
//! use motcua::service_level::{Grade, ServiceLevel};
//!
//! let online = ServiceLevel::Decree43(Grade::Four);
//! let proactive = ServiceLevel::Decree224Proactive(Grade::Four);
//! assert_ne!(online, proactive);
//! assert_eq!(online.partial_cmp(&proactive), None);
//! assert!(online > ServiceLevel::Decree43(Grade::Three));
//! assert_eq!(online.to_string(), "mức độ 4 (NĐ 43/2011/NĐ-CP)");
//! # Ok::<(), motcua::Error>(())
//! ```

use alloc::string::String;
use core::cmp::Ordering;
use core::fmt;

use chrono::NaiveDate;

use crate::ErrorKind;
use crate::regulation::{Citation, day};

include!(concat!(env!("OUT_DIR"), "/service_levels.rs"));

/// Why a level was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ServiceLevelError {
    /// Two levels of different regimes.
    #[error("{one} and {other} are levels of different regimes and do not compare")]
    Incomparable {
        /// One of them.
        one: ServiceLevel,
        /// The other.
        other: ServiceLevel,
    },
    /// A regime without such a level.
    #[error("the regime `{regime}` has no level `{level}`")]
    UnknownLevel {
        /// The regime as given.
        regime: String,
        /// The level as given.
        level: String,
    },
    /// A regime that is not in force on the date.
    #[error("{regime} is not in force on {date}")]
    NotInForce {
        /// The regime.
        regime: Regime,
        /// The date.
        date: NaiveDate,
    },
}

impl ServiceLevelError {
    /// The stable kind of this error.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        match self {
            Self::Incomparable { .. } => ErrorKind::IncomparableLevels,
            Self::UnknownLevel { .. } => ErrorKind::UnknownLevel,
            Self::NotInForce { .. } => ErrorKind::RegimeNotInForce,
        }
    }
}

/// Chế độ pháp lý — the regime that names levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Regime {
    /// NĐ 43/2011/NĐ-CP art. 3.4: levels 1 to 4.
    #[cfg_attr(feature = "serde", serde(rename = "decree_43"))]
    Decree43,
    /// NĐ 42/2022/NĐ-CP: information, một phần, toàn trình.
    #[cfg_attr(feature = "serde", serde(rename = "decree_42"))]
    Decree42,
    /// NĐ 224/2026/NĐ-CP art. 14: một phần, toàn trình.
    #[cfg_attr(feature = "serde", serde(rename = "decree_224"))]
    Decree224,
    /// NĐ 224/2026/NĐ-CP art. 16: proactive levels 1 to 4.
    #[cfg_attr(feature = "serde", serde(rename = "decree_224_proactive"))]
    Decree224Proactive,
}

impl Regime {
    /// All regimes, in the order of their time.
    pub const ALL: [Self; 4] =
        [Self::Decree43, Self::Decree42, Self::Decree224, Self::Decree224Proactive];

    /// The stable name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Decree43 => "decree_43",
            Self::Decree42 => "decree_42",
            Self::Decree224 => "decree_224",
            Self::Decree224Proactive => "decree_224_proactive",
        }
    }

    /// The act that names its levels, with its dates.
    #[must_use]
    pub fn basis(self) -> &'static Citation {
        const NONE: Citation = Citation {
            act: "",
            act_en: "",
            vietnamese: "",
            english: "",
            from: None,
            to: None,
            verified: false,
            source: "",
        };
        REGIMES.iter().find(|(regime, _)| *regime == self).map_or(&NONE, |(_, basis)| basis)
    }

    /// Whether it is applied to a date.
    ///
    /// # Errors
    ///
    /// [`ServiceLevelError::NotInForce`] when it is not.
    pub fn check(self, date: NaiveDate) -> Result<(), ServiceLevelError> {
        match self.basis().holds_on(date) {
            true => Ok(()),
            false => Err(ServiceLevelError::NotInForce { regime: self, date }),
        }
    }

    /// The regimes applied to a date: none before 2011-10-01, two since 2026-07-01.
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::calendar::parse_date as day;
    /// use motcua::service_level::Regime;
    ///
    /// let then: Vec<Regime> = Regime::on(day("2020-06-01")?).collect();
    /// assert_eq!(then, [Regime::Decree43]);
    /// let now: Vec<Regime> = Regime::on(day("2026-11-23")?).collect();
    /// assert_eq!(now, [Regime::Decree224, Regime::Decree224Proactive]);
    /// # Ok::<(), motcua::Error>(())
    /// ```
    pub fn on(date: NaiveDate) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |regime| regime.basis().holds_on(date))
    }

    /// The levels of the regime with their checklists, from the lowest.
    pub fn levels(self) -> impl Iterator<Item = &'static LevelRule> {
        LEVELS.iter().filter(move |rule| rule.level.regime() == self)
    }
}

/// Prints the act and, for the proactive levels, which levels of it.
impl fmt::Display for Regime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.basis().act)?;
        match self {
            Self::Decree224Proactive => f.write_str(", dịch vụ chủ động"),
            _ => Ok(()),
        }
    }
}

/// Mức độ 1 đến 4 — a numbered level, which means nothing without its regime.
///
/// The set is closed on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// Mức độ 1.
    One,
    /// Mức độ 2.
    Two,
    /// Mức độ 3.
    Three,
    /// Mức độ 4.
    Four,
}

/// Mức độ của NĐ 42/2022 — how far a service is online.
///
/// The set is closed on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Extent {
    /// Cung cấp thông tin trực tuyến — information only.
    Information,
    /// Một phần — in part.
    Partial,
    /// Toàn trình — from end to end.
    Full,
}

/// Mức độ của NĐ 224/2026 — how far a service is online, where it is at all.
///
/// The set is closed on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OnlineExtent {
    /// Một phần — in part, with the reason published.
    Partial,
    /// Toàn trình — from end to end, which is the rule.
    Full,
}

/// Mức độ dịch vụ công trực tuyến — a level with the regime it is a level of.
///
/// In JSON it is `{"regime": "decree_43", "level": "level_4"}`, never a bare number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ServiceLevel {
    /// A level of NĐ 43/2011/NĐ-CP.
    Decree43(Grade),
    /// A level of NĐ 42/2022/NĐ-CP.
    Decree42(Extent),
    /// A level of NĐ 224/2026/NĐ-CP art. 14.
    Decree224(OnlineExtent),
    /// A proactive level of NĐ 224/2026/NĐ-CP art. 16.
    Decree224Proactive(Grade),
}

impl ServiceLevel {
    /// A level by the names of its regime and its own.
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::service_level::{Regime, ServiceLevel};
    ///
    /// let full = ServiceLevel::named("decree_42", "full")?;
    /// assert_eq!(full.regime(), Regime::Decree42);
    /// assert!(ServiceLevel::named("decree_42", "level_4").is_err());
    /// # Ok::<(), motcua::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ServiceLevelError::UnknownLevel`] when there is no such regime or level.
    pub fn named(regime: &str, level: &str) -> Result<Self, ServiceLevelError> {
        LEVELS
            .iter()
            .map(|rule| rule.level)
            .find(|known| known.regime().as_str() == regime && known.level_name() == level)
            .ok_or_else(|| ServiceLevelError::UnknownLevel {
                regime: regime.into(),
                level: level.into(),
            })
    }

    /// The regime that names it.
    #[must_use]
    pub const fn regime(self) -> Regime {
        match self {
            Self::Decree43(_) => Regime::Decree43,
            Self::Decree42(_) => Regime::Decree42,
            Self::Decree224(_) => Regime::Decree224,
            Self::Decree224Proactive(_) => Regime::Decree224Proactive,
        }
    }

    /// The name of the level in its regime, used in JSON.
    #[must_use]
    pub const fn level_name(self) -> &'static str {
        match self {
            Self::Decree43(grade) | Self::Decree224Proactive(grade) => match grade {
                Grade::One => "level_1",
                Grade::Two => "level_2",
                Grade::Three => "level_3",
                Grade::Four => "level_4",
            },
            Self::Decree42(Extent::Information) => "information",
            Self::Decree42(Extent::Partial) | Self::Decree224(OnlineExtent::Partial) => "partial",
            Self::Decree42(Extent::Full) | Self::Decree224(OnlineExtent::Full) => "full",
        }
    }

    /// Its name in Vietnamese, without the regime.
    #[must_use]
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Decree43(grade) => match grade {
                Grade::One => "mức độ 1",
                Grade::Two => "mức độ 2",
                Grade::Three => "mức độ 3",
                Grade::Four => "mức độ 4",
            },
            Self::Decree224Proactive(grade) => match grade {
                Grade::One => "chủ động mức độ 1",
                Grade::Two => "chủ động mức độ 2",
                Grade::Three => "chủ động mức độ 3",
                Grade::Four => "chủ động mức độ 4",
            },
            Self::Decree42(Extent::Information) => "cung cấp thông tin trực tuyến",
            Self::Decree42(Extent::Partial) | Self::Decree224(OnlineExtent::Partial) => "một phần",
            Self::Decree42(Extent::Full) | Self::Decree224(OnlineExtent::Full) => "toàn trình",
        }
    }

    /// Whether it is as high as another of its regime.
    ///
    /// # Errors
    ///
    /// [`ServiceLevelError::Incomparable`] for a level of another regime.
    pub fn is_at_least(self, other: Self) -> Result<bool, ServiceLevelError> {
        match self.partial_cmp(&other) {
            Some(order) => Ok(order != Ordering::Less),
            None => Err(ServiceLevelError::Incomparable { one: self, other }),
        }
    }

    /// The checklist of the level.
    #[must_use]
    pub fn criteria(self) -> &'static [Criterion] {
        LEVELS.iter().find(|rule| rule.level == self).map_or(&[], |rule| rule.criteria)
    }

    /// Quy đổi thường dùng — the level of another regime that systems commonly take it for.
    ///
    /// None where no such custom is known: nothing is ever taken for a proactive level.
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::service_level::{Extent, Grade, Regime, ServiceLevel};
    ///
    /// let taken = ServiceLevel::Decree43(Grade::Four).commonly_taken_for(Regime::Decree42);
    /// let mapping = taken.ok_or(()).unwrap();
    /// assert_eq!(mapping.to, ServiceLevel::Decree42(Extent::Full));
    /// assert_eq!(mapping.warning_en, "This is what systems commonly do, not law.");
    /// # Ok::<(), motcua::Error>(())
    /// ```
    #[must_use]
    pub fn commonly_taken_for(self, regime: Regime) -> Option<Mapping> {
        let (from, to) =
            MAPPINGS.iter().find(|(from, to)| *from == self && to.regime() == regime).copied()?;
        Some(Mapping { from, to, warning: MAPPING_WARNING, warning_en: MAPPING_WARNING_EN })
    }
}

/// Orders levels of one regime; those of different regimes have no order.
impl PartialOrd for ServiceLevel {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Decree43(one), Self::Decree43(other))
            | (Self::Decree224Proactive(one), Self::Decree224Proactive(other)) => {
                Some(one.cmp(other))
            }
            (Self::Decree42(one), Self::Decree42(other)) => Some(one.cmp(other)),
            (Self::Decree224(one), Self::Decree224(other)) => Some(one.cmp(other)),
            _ => None,
        }
    }
}

/// Prints the level with its act: `mức độ 4 (NĐ 43/2011/NĐ-CP)`.
impl fmt::Display for ServiceLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.vietnamese(), self.regime().basis().act)
    }
}

/// Quy đổi — a mapping between regimes that is custom, not law.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Mapping {
    /// The level.
    pub from: ServiceLevel,
    /// What it is commonly taken for.
    pub to: ServiceLevel,
    /// The warning that goes with it, in Vietnamese.
    pub warning: &'static str,
    /// The warning, in English.
    pub warning_en: &'static str,
}

/// Tiêu chí — what a level asks of a procedure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Criterion {
    /// The contents of the procedure are published.
    Information,
    /// Its forms can be downloaded; met where it has none.
    FormsToDownload,
    /// It is filled in and filed online.
    OnlineFiling,
    /// Fees are paid online; met where there are none.
    OnlinePayment,
    /// It is said how the result comes: online, at the desk or by post.
    ResultChannel,
    /// Nobody has to be present, and nothing is verified on the spot.
    NoPresence,
    /// The result comes online or by post.
    ResultWithoutPresence,
    /// The reason why it is not online from end to end is published.
    PartialReason,
    /// The agency reminds of what falls due.
    Reminds,
    /// The agency prepares the dossier from its data.
    Prepares,
    /// The agency recommends which service to take.
    Recommends,
    /// The agency settles it by itself, without a dossier.
    Acts,
}

impl Criterion {
    /// The stable name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Information => "information",
            Self::FormsToDownload => "forms_to_download",
            Self::OnlineFiling => "online_filing",
            Self::OnlinePayment => "online_payment",
            Self::ResultChannel => "result_channel",
            Self::NoPresence => "no_presence",
            Self::ResultWithoutPresence => "result_without_presence",
            Self::PartialReason => "partial_reason",
            Self::Reminds => "reminds",
            Self::Prepares => "prepares",
            Self::Recommends => "recommends",
            Self::Acts => "acts",
        }
    }

    /// What it asks for, in Vietnamese.
    #[must_use]
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Information => "công khai đầy đủ nội dung thủ tục",
            Self::FormsToDownload => "cho tải mẫu đơn, tờ khai",
            Self::OnlineFiling => "điền và gửi hồ sơ trực tuyến",
            Self::OnlinePayment => "thanh toán phí, lệ phí trực tuyến",
            Self::ResultChannel => "nêu cách trả kết quả",
            Self::NoPresence => "không phải có mặt, không thẩm tra tại chỗ",
            Self::ResultWithoutPresence => "trả kết quả trực tuyến hoặc qua bưu chính",
            Self::PartialReason => "công bố lý do chỉ cung cấp một phần",
            Self::Reminds => "chủ động nhắc thực hiện",
            Self::Prepares => "chuẩn bị sẵn hồ sơ",
            Self::Recommends => "khuyến nghị phương án dịch vụ",
            Self::Acts => "tự động thực hiện",
        }
    }
}

/// Điều kiện của một mức độ — a level with its checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LevelRule {
    /// The level.
    pub level: ServiceLevel,
    /// All that it asks for.
    pub criteria: &'static [Criterion],
    /// Whether the checklist was read in the text of its act.
    pub verified: bool,
    /// Where it was read, and what of it was not.
    pub source: &'static str,
}

#[cfg(feature = "serde")]
mod json {
    use alloc::string::String;

    use serde::ser::SerializeStruct;
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

    use super::ServiceLevel;

    impl Serialize for ServiceLevel {
        fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            let mut level = to.serialize_struct("ServiceLevel", 2)?;
            level.serialize_field("regime", self.regime().as_str())?;
            level.serialize_field("level", self.level_name())?;
            level.end()
        }
    }

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Named {
        regime: String,
        level: String,
    }

    impl<'de> Deserialize<'de> for ServiceLevel {
        fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
            let Named { regime, level } = Named::deserialize(from)?;
            Self::named(&regime, &level).map_err(de::Error::custom)
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;

    #[test]
    fn each_regime_has_its_levels_in_order_and_its_dates() {
        for regime in Regime::ALL {
            let levels: Vec<_> = regime.levels().map(|rule| rule.level).collect();
            assert!(levels.len() > 1, "{regime}");
            assert!(levels.windows(2).all(|pair| pair[0] < pair[1]), "{regime}");
            assert!(regime.basis().from.is_some(), "{regime}");
        }
    }

    #[test]
    fn a_higher_level_of_a_numbered_regime_asks_for_all_of_the_lower() {
        for regime in [Regime::Decree43, Regime::Decree224Proactive] {
            let rules: Vec<_> = regime.levels().collect();
            for pair in rules.windows(2) {
                assert!(pair[0].criteria.iter().all(|c| pair[1].criteria.contains(c)));
            }
        }
    }

    #[test]
    fn a_mapping_never_leads_to_or_from_a_proactive_level() {
        for (from, to) in MAPPINGS {
            for end in [from, to] {
                assert_ne!(end.regime(), Regime::Decree224Proactive);
            }
            assert_ne!(from.regime(), to.regime());
        }
    }
}
