//! Tiêu chí kiểm tra — what is looked at, and in which words it is reported.

use alloc::string::ToString;
use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{Area, FindingBasis, Nature, Words};
use crate::regulation::{Citation, day};
use crate::report::{Period, Ratio};

include!(concat!(env!("OUT_DIR"), "/inspection_checks.rs"));

/// Tiêu chí — one thing that is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Check {
    /// Plans issued by their deadline, of those with one.
    PlanOnTime,
    /// Items of the plans with officer, start and end on working days, of all; each content of the
    /// master programme without an item counts as one more.
    PlanComplete,
    /// Items done in time, of those done or overdue; those without a day they are due are left out.
    PlanCarriedOut,
    /// Items done, of all.
    PlanProgress,
    /// Procedures with all contents, posted and in the national database, of all; forms, fees and
    /// contacts are told apart.
    ProceduresPublished,
    /// Procedures whose forms are published, or that say they have none.
    FormsPublished,
    /// Procedures whose fees are published, or that say they have none.
    FeesPublished,
    /// Procedures with address and phone of the reception and of feedback.
    ContactsPublished,
    /// Decisions and database entries in time, of those owed.
    PublicationTerms,
    /// Procedures whose published limit is no longer than the law's, of those that tell both.
    LimitsWithinLaw,
    /// Procedures that meet what their one-stop mode requires, of those that tell it.
    OneStopRequirements,
    /// Dossiers solved in time or still in time, of all of the period.
    DossiersInTime,
    /// Dossiers nobody came for in vain and none put off beyond the rule, of all of the period.
    AppointmentsKept,
    /// Dossiers without supplements beyond the rule, of all of the period.
    SupplementRules,
    /// Procedures at the level of online service, of all.
    ServicesAtLevel,
    /// Dossiers received online, of those received in the period.
    OnlineShare,
    /// Quality systems on the edition in force, of all.
    QualitySystem,
    /// Broken promises with a written apology in time, of all.
    ApologiesMade,
    /// Personnel files that hold all they must, of all.
    PersonnelFiles,
}

impl Check {
    /// All checks, in the order they are reported.
    pub fn all() -> impl Iterator<Item = Self> {
        CHECKS.iter().map(|rule| rule.check)
    }

    /// The check of a name.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        Self::all().find(|check| check.as_str() == name)
    }

    /// The stable name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PlanOnTime => "plan_on_time",
            Self::PlanComplete => "plan_complete",
            Self::PlanCarriedOut => "plan_carried_out",
            Self::PlanProgress => "plan_progress",
            Self::ProceduresPublished => "procedures_published",
            Self::FormsPublished => "forms_published",
            Self::FeesPublished => "fees_published",
            Self::ContactsPublished => "contacts_published",
            Self::PublicationTerms => "publication_terms",
            Self::LimitsWithinLaw => "limits_within_law",
            Self::OneStopRequirements => "one_stop_requirements",
            Self::DossiersInTime => "dossiers_in_time",
            Self::AppointmentsKept => "appointments_kept",
            Self::SupplementRules => "supplement_rules",
            Self::ServicesAtLevel => "services_at_level",
            Self::OnlineShare => "online_share",
            Self::QualitySystem => "quality_system",
            Self::ApologiesMade => "apologies_made",
            Self::PersonnelFiles => "personnel_files",
        }
    }

    /// What is said of it.
    #[must_use]
    pub fn rule(self) -> Option<&'static CheckRule> {
        CHECKS.iter().find(|rule| rule.check == self)
    }
}

/// Quy định về một tiêu chí — the words and the articles of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CheckRule {
    /// The check.
    pub check: Check,
    /// The area it belongs to.
    pub area: Area,
    /// What is measured, in Vietnamese and in English.
    pub name: (&'static str, &'static str),
    /// What is said when all is as it should be; none when that is no strength.
    pub strength: Option<(&'static str, &'static str)>,
    /// What is said when something is not; none when that is no shortcoming.
    pub shortcoming: Option<(&'static str, &'static str)>,
    /// What is advised then.
    pub advice: Option<(&'static str, &'static str)>,
    /// The articles with their dates, where the records themselves lean on none.
    pub basis: &'static [Citation],
}

impl CheckRule {
    /// What a measure of it says; nothing without data.
    pub(super) fn nature(&self, ratio: Ratio) -> Option<(Nature, Words)> {
        if ratio.is_no_data() {
            return None;
        }
        let lacking = ratio.denominator.saturating_sub(ratio.numerator);
        let (nature, words) = match lacking {
            0 => (Nature::Strength, self.strength?),
            _ => (Nature::Shortcoming, self.shortcoming?),
        };
        let number = |words: Words, mark: &str, value: u32| {
            let value = value.to_string();
            words.with(mark, &value, &value)
        };
        let words = number(words.into(), "{n}", ratio.numerator);
        Some((nature, number(number(words, "{d}", ratio.denominator), "{m}", lacking)))
    }

    /// The articles that held on any day of a period.
    pub(super) fn basis_in(&self, period: Period) -> Vec<FindingBasis> {
        let within = |basis: &&Citation| {
            let begun = basis.from.is_none_or(|from: NaiveDate| from <= period.to());
            begun && basis.to.is_none_or(|to| period.from() <= to)
        };
        self.basis.iter().filter(within).map(FindingBasis::from).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_check_has_its_words() {
        let mut seen = Vec::new();
        for rule in CHECKS {
            assert!(!seen.contains(&rule.check), "{:?}", rule.check);
            seen.push(rule.check);
            assert_eq!(Check::find(rule.check.as_str()), Some(rule.check));
            assert_eq!(rule.shortcoming.is_some(), rule.advice.is_some(), "{:?}", rule.check);
        }
        assert_eq!(seen.len(), 19);
        let areas: Vec<Area> = CHECKS.iter().map(|rule| rule.area).collect();
        assert!(areas.is_sorted(), "{areas:?}");
    }

    #[test]
    fn words_hold_the_numbers() {
        let rule = Check::DossiersInTime.rule().unwrap();
        assert_eq!(rule.nature(Ratio::new(0, 0)), None);
        let (nature, words) = rule.nature(Ratio::new(39, 40)).unwrap();
        assert_eq!(
            (nature, words.vietnamese.as_str()),
            (Nature::Shortcoming, "1/40 hồ sơ trễ hạn.")
        );
        let (nature, words) = rule.nature(Ratio::new(40, 40)).unwrap();
        assert_eq!(nature, Nature::Strength);
        assert!(words.english.contains("40 of 40"), "{}", words.english);
        let progress = Check::PlanProgress.rule().unwrap();
        assert_eq!(progress.nature(Ratio::new(1, 2)), None);
    }
}
