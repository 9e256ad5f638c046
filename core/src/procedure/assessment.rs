//! Đánh giá mức độ — which criteria a procedure meets, and therefore which level.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{OnlineService, Procedure};
use crate::ServiceLevel;
use crate::service_level::{Criterion, Regime};
use crate::time_limit::Channel;

/// Đáp ứng — whether a criterion is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Met {
    /// Đạt — it is met.
    Yes,
    /// Không đạt — it is not met.
    No,
    /// Chưa có số liệu — nothing is said by which it could be told.
    NotStated,
}

/// Kết quả một tiêu chí — a criterion with what a procedure does for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct CriterionAnswer {
    /// The criterion.
    pub criterion: Criterion,
    /// Whether it is met.
    pub met: Met,
}

/// Kết quả đánh giá — what level of a regime a procedure reaches, and by which criteria.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Assessment {
    /// The regime.
    pub regime: Regime,
    /// The highest level whose whole checklist is met; none when no level is.
    pub level: Option<ServiceLevel>,
    /// The level the agency has declared for the date.
    pub declared: Option<ServiceLevel>,
    /// All criteria of the regime.
    pub criteria: Vec<CriterionAnswer>,
    /// Whether the checklist of that level, or of the lowest when none is met, was read in the
    /// text of its act.
    pub verified: bool,
}

impl Assessment {
    /// Whether the agency has declared a level that the checklist does not bear out.
    #[must_use]
    pub fn is_overstated(&self) -> bool {
        match (self.declared, self.level) {
            (Some(declared), Some(level)) => declared > level,
            (Some(_), None) => true,
            (None, _) => false,
        }
    }

    /// What stands between the procedure and a level of the regime.
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::Procedure;
    /// use motcua::calendar::parse_date as day;
    /// use motcua::service_level::{Criterion, Grade, Regime, ServiceLevel};
    ///
    /// let procedure = Procedure::new("Cấp giấy phép");
    /// let read = procedure.assess(Regime::Decree43, day("2020-06-01")?);
    /// assert_eq!(read.level, None);
    /// let unmet = read.unmet(ServiceLevel::Decree43(Grade::One));
    /// assert_eq!(unmet.collect::<Vec<_>>(), [Criterion::Information]);
    /// # Ok::<(), motcua::Error>(())
    /// ```
    pub fn unmet(&self, level: ServiceLevel) -> impl Iterator<Item = Criterion> {
        self.criteria
            .iter()
            .filter(move |answer| {
                answer.met != Met::Yes && level.criteria().contains(&answer.criterion)
            })
            .map(|answer| answer.criterion)
    }
}

fn yes_if(met: bool) -> Met {
    if met { Met::Yes } else { Met::No }
}

impl Procedure {
    /// Đánh giá mức độ — sets the procedure against the checklists of a regime.
    ///
    /// The level is told from what the procedure does; what an agency has declared for the date
    /// stands beside it.
    #[must_use]
    pub fn assess(&self, regime: Regime, date: NaiveDate) -> Assessment {
        let mut criteria: Vec<CriterionAnswer> = Vec::new();
        for criterion in regime.levels().flat_map(|rule| rule.criteria) {
            if criteria.iter().all(|answer| answer.criterion != *criterion) {
                let met = self.meets(*criterion);
                criteria.push(CriterionAnswer { criterion: *criterion, met });
            }
        }
        let reached = regime.levels().filter(|rule| {
            rule.criteria.iter().all(|criterion| self.meets(*criterion) == Met::Yes)
        });
        let reached = reached.last();
        Assessment {
            regime,
            level: reached.map(|rule| rule.level),
            declared: self.declared_level(regime, date),
            criteria,
            verified: reached.or_else(|| regime.levels().next()).is_some_and(|rule| rule.verified),
        }
    }

    /// The level of a regime that is declared for a date; of several, the highest.
    #[must_use]
    pub fn declared_level(&self, regime: Regime, date: NaiveDate) -> Option<ServiceLevel> {
        let standing = self.declared_levels.iter().filter(|declared| declared.holds_on(date));
        standing.map(|declared| declared.level).filter(|level| level.regime() == regime).fold(
            None,
            |highest, level| match highest {
                Some(highest) if level < highest => Some(highest),
                _ => Some(level),
            },
        )
    }

    /// Whether the procedure meets a criterion.
    #[must_use]
    pub fn meets(&self, criterion: Criterion) -> Met {
        let online = |answer: fn(&OnlineService) -> bool| match &self.service {
            Some(service) => yes_if(answer(service)),
            None => Met::NotStated,
        };
        match criterion {
            Criterion::Information => yes_if(self.has_contents()),
            Criterion::FormsToDownload => match &self.forms {
                Some(forms) => yes_if(forms.iter().all(|form| form.file.is_some())),
                None => Met::NotStated,
            },
            Criterion::OnlineFiling => online(|service| service.filing),
            Criterion::OnlinePayment => match &self.fees {
                // Without a fee there is nothing to pay.
                Some(fees) if fees.iter().all(|fee| fee.price.is_free()) => Met::Yes,
                _ => online(|service| service.payment),
            },
            Criterion::ResultChannel => online(|service| !service.results.is_empty()),
            Criterion::NoPresence => online(|service| !service.presence),
            Criterion::ResultWithoutPresence => online(|service| {
                service.results.iter().any(|channel| *channel != Channel::InPerson)
            }),
            Criterion::PartialReason => online(|service| {
                service.partial_reason.as_ref().is_some_and(|reason| !reason.trim().is_empty())
            }),
            Criterion::Reminds => online(|service| service.reminds),
            Criterion::Prepares => online(|service| service.prepares),
            Criterion::Recommends => online(|service| service.recommends),
            Criterion::Acts => online(|service| service.acts),
        }
    }
}
