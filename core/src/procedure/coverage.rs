//! Tỷ lệ cung cấp — how many procedures reach a level, and how many dossiers come online.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::audit::number;
use super::{Catalogue, Procedure, ProcedureError};
use crate::ServiceLevel;
use crate::report::Ratio;
use crate::service_level::Criterion;
use crate::time_limit::Channel;

/// Căn cứ đánh giá — by what the level of a procedure is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Evidence {
    /// By the checklist of the level ([`Procedure::assess`]).
    #[default]
    Assessed,
    /// By what the agency has declared ([`Procedure::declared_level`]).
    Declared,
}

impl Procedure {
    /// The level of a regime by some evidence.
    fn level_by(
        &self,
        evidence: Evidence,
        level: ServiceLevel,
        date: NaiveDate,
    ) -> Option<ServiceLevel> {
        match evidence {
            Evidence::Assessed => self.assess(level.regime(), date).level,
            Evidence::Declared => self.declared_level(level.regime(), date),
        }
    }

    /// Whether there is anything by which a level could be told.
    fn has_evidence(&self, evidence: Evidence, level: ServiceLevel, date: NaiveDate) -> bool {
        match evidence {
            Evidence::Assessed => self.service.is_some(),
            Evidence::Declared => self.declared_level(level.regime(), date).is_some(),
        }
    }
}

/// Chưa đạt — a procedure below a level.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Uncovered<'a> {
    /// The procedure.
    pub procedure: &'a Procedure,
    /// The level it reaches, if any.
    pub level: Option<ServiceLevel>,
    /// What stands between it and the level, by the checklist.
    pub unmet: Vec<Criterion>,
    /// Whether nothing is said by which its level could be told.
    pub no_data: bool,
}

/// Tỷ lệ thủ tục đạt mức độ — how many procedures of a catalogue reach a level: 38/38.
///
/// # Examples
///
/// ```
/// use motcua::Procedure;
/// use motcua::calendar::parse_date as day;
/// use motcua::procedure::{Catalogue, Coverage, Evidence};
/// use motcua::service_level::{Grade, ServiceLevel};
///
/// let level = ServiceLevel::Decree43(Grade::Four);
/// let date = day("2020-06-01")?;
/// let (catalogue, _) = Catalogue::new([Procedure::new("Cấp giấy phép")]);
/// let coverage = Coverage::of(&catalogue, level, Evidence::Assessed, date);
/// assert_eq!(coverage.ratio().percent_text().as_deref(), Some("0,00 %"));
/// assert!(coverage.below()[0].no_data);
/// let nothing = Catalogue::default();
/// let coverage = Coverage::of(&nothing, level, Evidence::Assessed, date);
/// assert!(coverage.ratio().is_no_data());
/// # Ok::<(), motcua::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage<'a> {
    level: ServiceLevel,
    reached: u32,
    below: Vec<Uncovered<'a>>,
}

impl<'a> Coverage<'a> {
    /// Counts the procedures in force on a date that reach a level.
    #[must_use]
    pub fn of(
        catalogue: &'a Catalogue,
        level: ServiceLevel,
        evidence: Evidence,
        date: NaiveDate,
    ) -> Self {
        let mut coverage = Self { level, reached: 0, below: Vec::new() };
        for procedure in catalogue.procedures().iter().filter(|p| p.holds_on(date)) {
            let own = procedure.level_by(evidence, level, date);
            if own.is_some_and(|own| own >= level) {
                coverage.reached = coverage.reached.saturating_add(1);
                continue;
            }
            let unmet = procedure.assess(level.regime(), date).unmet(level).collect();
            let no_data = !procedure.has_evidence(evidence, level, date);
            coverage.below.push(Uncovered { procedure, level: own, unmet, no_data });
        }
        coverage
    }

    /// The level that is asked for.
    #[must_use]
    pub const fn level(&self) -> ServiceLevel {
        self.level
    }

    /// The procedures at or above the level, of all.
    #[must_use]
    pub fn ratio(&self) -> Ratio {
        Ratio::new(self.reached, self.reached.saturating_add(number(self.below.len())))
    }

    /// The procedures below the level, in the order of the catalogue.
    #[must_use]
    pub fn below(&self) -> &[Uncovered<'a>] {
        &self.below
    }

    /// How many procedures say nothing by which their level could be told.
    #[must_use]
    pub fn no_data(&self) -> u32 {
        number(self.below.iter().filter(|uncovered| uncovered.no_data).count())
    }
}

/// Số hồ sơ theo hình thức nộp — how many dossiers came for each procedure by each channel.
///
/// # Examples
///
/// ```
/// use motcua::Procedure;
/// use motcua::procedure::{Catalogue, FilingTally};
/// use motcua::time_limit::Channel;
///
/// let (catalogue, _) = Catalogue::new([Procedure::new("Cấp giấy phép")]);
/// let mut tally = FilingTally::new(&catalogue);
/// assert!(tally.online_share().is_no_data());
/// tally.add("Cấp giấy phép", Channel::Online, 3)?;
/// tally.add("Cấp giấy phép", Channel::Post, 1)?;
/// assert_eq!(tally.online_share().percent_text().as_deref(), Some("75,00 %"));
/// # Ok::<(), motcua::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilingTally<'a> {
    catalogue: &'a Catalogue,
    /// The dossiers of each procedure, in the order of the catalogue.
    rows: Vec<(&'a Procedure, Filed)>,
    /// All of them: as long as this sum can be held, so can that of some.
    all: u32,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Filed {
    online: u32,
    otherwise: u32,
}

impl<'a> FilingTally<'a> {
    /// Whence the share of the dossiers of a level is taken.
    pub const LEVEL_SHARE_BASIS: &'static str = "TT 23/2018/TT-BTTTT";

    /// A tally of no dossiers.
    #[must_use]
    pub fn new(catalogue: &'a Catalogue) -> Self {
        let rows = catalogue.procedures().iter().map(|p| (p, Filed::default())).collect();
        Self { catalogue, rows, all: 0 }
    }

    /// Counts dossiers received in the period by a channel.
    ///
    /// Of a procedure in several versions the latest is counted; see [`FilingTally::add_on`].
    ///
    /// # Errors
    ///
    /// [`ProcedureError::Unknown`] when the catalogue does not hold the procedure, and
    /// [`ProcedureError::TooMany`] for more than a count can hold; nothing is counted then.
    pub fn add(
        &mut self,
        reference: &str,
        channel: Channel,
        dossiers: u32,
    ) -> Result<(), ProcedureError> {
        let place = self.catalogue.latest(reference).map(|(place, _)| place);
        self.count(place, reference, channel, dossiers)
    }

    /// Counts dossiers received on a date, for the version of the procedure in force then.
    ///
    /// # Errors
    ///
    /// [`ProcedureError::Unknown`] when the catalogue holds no such procedure for the date, and
    /// [`ProcedureError::TooMany`] for more than a count can hold; nothing is counted then.
    pub fn add_on(
        &mut self,
        reference: &str,
        date: NaiveDate,
        channel: Channel,
        dossiers: u32,
    ) -> Result<(), ProcedureError> {
        let mut places = self.catalogue.places(reference);
        let place = places.find(|(_, procedure)| procedure.holds_on(date)).map(|(place, _)| place);
        self.count(place, reference, channel, dossiers)
    }

    fn count(
        &mut self,
        place: Option<usize>,
        reference: &str,
        channel: Channel,
        dossiers: u32,
    ) -> Result<(), ProcedureError> {
        let Some((_, filed)) = place.and_then(|place| self.rows.get_mut(place)) else {
            return Err(ProcedureError::Unknown { reference: reference.into() });
        };
        let Some(all) = self.all.checked_add(dossiers) else {
            return Err(ProcedureError::TooMany { most: u32::MAX });
        };
        self.all = all;
        let slot = match channel {
            Channel::Online => &mut filed.online,
            _ => &mut filed.otherwise,
        };
        *slot = slot.saturating_add(dossiers);
        Ok(())
    }

    fn share(&self, mut counted: impl FnMut(&Procedure) -> bool) -> Ratio {
        let rows = self.rows.iter().filter(|(procedure, _)| counted(procedure));
        let (online, all) = rows.fold((0_u32, 0_u32), |(online, all), (_, filed)| {
            let both = filed.online.saturating_add(filed.otherwise);
            (online.saturating_add(filed.online), all.saturating_add(both))
        });
        Ratio::new(online, all)
    }

    /// Tỷ lệ hồ sơ trực tuyến — online dossiers of all received in the period, without those
    /// carried over: the practice of the systems, which no text read gives as law.
    #[must_use]
    pub fn online_share(&self) -> Ratio {
        self.share(|_| true)
    }

    /// Tỷ lệ hồ sơ theo mức độ — online dossiers of the procedures at a level, of all dossiers of
    /// these procedures (TT 23/2018/TT-BTTTT, for level 4 of NĐ 43/2011).
    #[must_use]
    pub fn level_share(&self, level: ServiceLevel, evidence: Evidence, date: NaiveDate) -> Ratio {
        self.share(|procedure| {
            procedure.level_by(evidence, level, date).is_some_and(|own| own >= level)
        })
    }

    /// Tỷ lệ thủ tục có phát sinh hồ sơ trực tuyến — procedures with at least one online dossier,
    /// of those that can be filed online: common in reports, recalled.
    #[must_use]
    pub fn procedures_used_online(&self) -> Ratio {
        let offered = self.rows.iter().filter(|(procedure, _)| {
            procedure.service.as_ref().is_some_and(|service| service.filing)
        });
        let (used, all) = offered.fold((0_u32, 0_u32), |(used, all), (_, filed)| {
            (used.saturating_add(u32::from(filed.online > 0)), all.saturating_add(1))
        });
        Ratio::new(used, all)
    }
}
