//! Cơ chế một cửa — in which mode a procedure is settled, and where it may be received.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{GovernmentLevel, Procedure};
use crate::regulation::{Citation, day};

include!(concat!(env!("OUT_DIR"), "/one_stop_modes.rs"));

/// Cơ chế thực hiện — the one-stop mode a procedure is settled in.
///
/// The set is closed on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum OneStopMode {
    /// Một cửa — one desk receives and returns for one agency.
    OneStop,
    /// Một cửa liên thông — one desk receives and returns for several agencies.
    Linked,
    /// Một cửa liên thông hiện đại — the same over an electronic system.
    LinkedElectronic,
}

impl OneStopMode {
    /// All modes.
    pub const ALL: [Self; 3] = [Self::OneStop, Self::Linked, Self::LinkedElectronic];

    /// The stable name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OneStop => "one_stop",
            Self::Linked => "linked",
            Self::LinkedElectronic => "linked_electronic",
        }
    }

    /// The mode in Vietnamese.
    #[must_use]
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::OneStop => "một cửa",
            Self::Linked => "một cửa liên thông",
            Self::LinkedElectronic => "một cửa liên thông hiện đại",
        }
    }

    /// What the mode requires on a date, and by which act.
    #[must_use]
    pub fn rule(self, date: NaiveDate) -> Option<(&'static [Requirement], &'static Citation)> {
        let rule = MODES.iter().find(|rule| rule.mode == self && rule.basis.holds_on(date))?;
        Some((rule.requires, &rule.basis))
    }
}

/// Yêu cầu — what a one-stop mode asks of a procedure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Requirement {
    /// One place that receives and returns, with its address.
    ReceptionPoint,
    /// A limit from which an appointment can be counted.
    TimeLimit,
    /// The procedure is posted at the office or on a screen.
    Published,
    /// At least two agencies take part.
    SeveralAgencies,
    /// Each agency has a limit of its own.
    AgencyLimits,
    /// It is received and followed over an electronic system.
    ElectronicSystem,
}

impl Requirement {
    /// The stable name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ReceptionPoint => "reception_point",
            Self::TimeLimit => "time_limit",
            Self::Published => "published",
            Self::SeveralAgencies => "several_agencies",
            Self::AgencyLimits => "agency_limits",
            Self::ElectronicSystem => "electronic_system",
        }
    }

    /// The requirement in Vietnamese.
    #[must_use]
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::ReceptionPoint => "nơi tiếp nhận và trả kết quả",
            Self::TimeLimit => "thời hạn để hẹn trả kết quả",
            Self::Published => "niêm yết hoặc công khai điện tử",
            Self::SeveralAgencies => "các cơ quan tham gia giải quyết",
            Self::AgencyLimits => "thời hạn của từng cơ quan",
            Self::ElectronicSystem => "hệ thống thông tin điện tử",
        }
    }

    fn is_met(self, procedure: &Procedure) -> bool {
        let steps = &procedure.steps;
        match self {
            Self::ReceptionPoint => {
                let address = procedure.notice.address.as_deref();
                address.is_some_and(|address| !address.trim().is_empty())
            }
            Self::TimeLimit => {
                procedure.limit(None).is_ok()
                    || !procedure.cases.is_empty()
                    || procedure.channels.iter().any(|way| way.time_limit_text.is_some())
            }
            Self::Published => procedure.notice.posted,
            Self::SeveralAgencies => {
                let first = steps.first().map(|step| step.agency.as_str());
                steps.iter().any(|step| Some(step.agency.as_str()) != first)
            }
            Self::AgencyLimits => steps.iter().all(|step| step.time_limit_text.is_some()),
            Self::ElectronicSystem => {
                procedure.service.as_ref().is_some_and(|service| service.filing)
            }
        }
    }
}

struct ModeRule {
    mode: OneStopMode,
    requires: &'static [Requirement],
    basis: Citation,
}

/// Nơi tiếp nhận — where a dossier is handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Place {
    /// Bộ phận Một cửa của bộ.
    MinistryDesk,
    /// Trung tâm Phục vụ hành chính công cấp tỉnh.
    ProvinceCentre,
    /// Bộ phận Một cửa cấp huyện — until 2025-06-30.
    DistrictDesk,
    /// Trung tâm Phục vụ hành chính công cấp xã; before 2025-07-01 the desk of the commune.
    CommuneCentre,
    /// Cổng dịch vụ công.
    OnlinePortal,
    /// Ki-ốt thông minh — since 2026-08-05.
    Kiosk,
}

impl Place {
    /// All places.
    pub const ALL: [Self; 6] = [
        Self::MinistryDesk,
        Self::ProvinceCentre,
        Self::DistrictDesk,
        Self::CommuneCentre,
        Self::OnlinePortal,
        Self::Kiosk,
    ];

    /// The stable name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::MinistryDesk => "ministry_desk",
            Self::ProvinceCentre => "province_centre",
            Self::DistrictDesk => "district_desk",
            Self::CommuneCentre => "commune_centre",
            Self::OnlinePortal => "online_portal",
            Self::Kiosk => "kiosk",
        }
    }

    /// The rule for the place on a date; none when there is no such place then.
    #[must_use]
    pub fn rule(self, date: NaiveDate) -> Option<&'static PlaceRule> {
        PLACES.iter().find(|rule| rule.place == self && rule.basis.holds_on(date))
    }
}

/// Ngoài địa bàn — whether a place receives for agencies of another territory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Elsewhere {
    /// Never.
    Never,
    /// For procedures on the published list ([`Procedure::anywhere`]).
    IfListed,
    /// Always.
    Always,
}

/// Quy định về nơi tiếp nhận — what a place receives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PlaceRule {
    /// The place.
    pub place: Place,
    /// The levels of government whose procedures it receives.
    pub levels: &'static [GovernmentLevel],
    /// Whether it receives for agencies of another territory.
    pub elsewhere: Elsewhere,
    /// The article.
    pub basis: Citation,
}

/// Được tiếp nhận — whether a procedure may be handed in at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reception {
    /// Whether it may.
    pub allowed: bool,
    /// By which rule; none when there is no such place on the date.
    pub rule: Option<&'static PlaceRule>,
}

impl Procedure {
    /// What the procedure lacks of a one-stop mode on a date.
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::Procedure;
    /// use motcua::calendar::parse_date as day;
    /// use motcua::procedure::{OneStopMode, Requirement};
    ///
    /// let mut procedure = Procedure::new("Cấp giấy phép");
    /// procedure.time_limit_text = "5 ngày làm việc".into();
    /// procedure.notice.address = Some("số 1, phố Huế".into());
    /// procedure.notice.posted = true;
    /// let date = day("2020-06-01")?;
    /// assert!(procedure.lacks_of(OneStopMode::OneStop, date).is_empty());
    /// let lacks = procedure.lacks_of(OneStopMode::Linked, date);
    /// assert_eq!(lacks, [Requirement::SeveralAgencies]);
    /// # Ok::<(), motcua::Error>(())
    /// ```
    #[must_use]
    pub fn lacks_of(&self, mode: OneStopMode, date: NaiveDate) -> Vec<Requirement> {
        let requires = mode.rule(date).map_or(&[][..], |(requires, _)| requires);
        requires.iter().copied().filter(|requirement| !requirement.is_met(self)).collect()
    }

    /// Nơi tiếp nhận — whether the procedure may be handed in at a place on a date, in the
    /// territory of the agency that settles it or in another.
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::Procedure;
    /// use motcua::calendar::parse_date as day;
    /// use motcua::procedure::{GovernmentLevel, Place};
    ///
    /// let mut procedure = Procedure::new("Cấp bản sao trích lục");
    /// procedure.levels = vec![GovernmentLevel::Commune];
    /// let now = day("2026-11-23")?;
    /// assert!(procedure.reception(Place::CommuneCentre, true, now).allowed);
    /// assert!(!procedure.reception(Place::CommuneCentre, false, now).allowed);
    /// procedure.anywhere = true;
    /// assert!(procedure.reception(Place::CommuneCentre, false, now).allowed);
    /// assert!(!procedure.reception(Place::DistrictDesk, true, now).allowed);
    /// # Ok::<(), motcua::Error>(())
    /// ```
    #[must_use]
    pub fn reception(&self, place: Place, same_territory: bool, date: NaiveDate) -> Reception {
        let Some(rule) = place.rule(date) else { return Reception { allowed: false, rule: None } };
        let level = self.levels.iter().any(|level| rule.levels.contains(level));
        let territory = same_territory
            || match rule.elsewhere {
                Elsewhere::Never => false,
                Elsewhere::IfListed => self.anywhere,
                Elsewhere::Always => true,
            };
        let offered = place != Place::OnlinePortal
            || self.service.as_ref().is_some_and(|service| service.filing);
        Reception { allowed: level && territory && offered, rule: Some(rule) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_mode_has_exactly_one_rule_on_any_day_and_each_place_at_most_one() {
        let first = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap();
        for date in first.iter_days().take(18_628) {
            for mode in OneStopMode::ALL {
                let of_mode = MODES.iter().filter(|rule| rule.mode == mode);
                let found = of_mode.filter(|rule| rule.basis.holds_on(date)).count();
                assert_eq!(found, 1, "{mode:?} on {date}");
            }
            for place in Place::ALL {
                let of_place = PLACES.iter().filter(|rule| rule.place == place);
                let found = of_place.filter(|rule| rule.basis.holds_on(date)).count();
                assert!(found <= 1, "{place:?} on {date}");
            }
        }
    }
}
