use super::ScoringRule;
use crate::procedure::GovernmentLevel;
use crate::report::{Ratio, ReportError};

/// Mức công khai — how a procedure is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Publicity {
    /// Chưa chính xác, đầy đủ, kịp thời — not exact, full and timely.
    Deficient,
    /// Một hình thức — posted or electronic.
    OneForm,
    /// Niêm yết và điện tử — posted and electronic.
    BothForms,
}

impl Publicity {
    pub(super) const fn points(self) -> u8 {
        match self {
            Self::Deficient => 0,
            Self::OneForm => 1,
            Self::BothForms => 2,
        }
    }
}

/// Thông tin về một hồ sơ mà sổ không có — what the log of a dossier cannot know. What is left out
/// is not scored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct DossierGiven {
    /// How often the applicant had to come to complete the dossier, not by a fault of the
    /// applicant; else the supplements of the log are taken.
    pub contacts: Option<u8>,
    /// How many agencies the applicant had to go to, one that the law asks for left out.
    pub agencies_contacted: Option<u8>,
    /// How its procedure is published.
    pub publicity: Option<Publicity>,
    /// Whether there was a founded complaint about the attitude.
    pub complaint: Option<bool>,
}

/// Số liệu phản ánh, kiến nghị — complaints of a period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Complaints {
    /// How many there were.
    pub received: u32,
    /// How many were handled in time.
    pub on_time: u32,
    /// Để kéo dài — whether any was prolonged.
    #[cfg_attr(feature = "serde", serde(default))]
    pub prolonged: bool,
}

/// Số liệu tổ chức một cửa — how procedures are settled at a one-stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Organisation {
    /// The level of government, by which the share asked for differs.
    pub level: GovernmentLevel,
    /// Procedures received, examined and approved on the spot, of all.
    pub on_the_spot: Ratio,
    /// Procedures received at the one-stop, of those that are to be.
    pub at_one_stop: Ratio,
}

/// Thông tin về một cơ quan mà sổ không có — what no log knows of an agency. What is left out is
/// not scored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct AgencyGiven {
    /// For indicator 5.
    pub organisation: Option<Organisation>,
    /// For indicator 6, in place of what is given for dossiers.
    pub publicity: Option<Publicity>,
    /// For indicator 8.
    pub complaints: Option<Complaints>,
    /// For indicator 9: procedures at level 3 or 4, of those suited to be online. Without it the
    /// indicator is not scored.
    pub online_procedures: Option<Ratio>,
    /// For indicator 9: dossiers that came online, of all; else those of the log.
    pub online_dossiers: Option<Ratio>,
    /// For indicator 9: online dossiers that are or were late; else those of the log.
    pub online_late: Option<u32>,
}

/// Whether a share is so many percent and more; none without data.
fn reaches(ratio: Ratio, percent: u8) -> Option<bool> {
    let (part, whole) = (u64::from(ratio.numerator), u64::from(ratio.denominator));
    let enough = part.saturating_mul(100) >= whole.saturating_mul(percent.into());
    (whole > 0).then_some(enough)
}

impl Organisation {
    pub(super) fn points(&self, rule: &ScoringRule) -> Option<u8> {
        let least = rule.on_the_spot.iter().find(|(level, _)| *level == self.level);
        if let Some((_, percent)) = least
            && reaches(self.on_the_spot, *percent)?
        {
            return Some(2);
        }
        reaches(self.at_one_stop, rule.at_one_stop).map(u8::from)
    }
}

impl Complaints {
    pub(super) fn points(&self, rule: &ScoringRule) -> u8 {
        let handled = Ratio::new(self.on_time, self.received);
        match (reaches(handled, 100), reaches(handled, rule.complaints_on_time)) {
            (None, _) => 2,
            _ if self.prolonged => 0,
            (Some(true), _) => 2,
            (_, Some(true)) => 1,
            _ => 0,
        }
    }
}

/// The points of indicator 9; none without data.
pub(super) fn online(
    rule: &ScoringRule,
    procedures: Ratio,
    dossiers: Ratio,
    late: u32,
) -> Option<u8> {
    let offered = reaches(procedures, rule.online_procedures)?;
    let many = reaches(dossiers, rule.online_dossiers)?;
    let some = reaches(dossiers, rule.online_dossiers_least)?;
    Some(match (late, many) {
        (0, true) if offered => 2,
        (0, false) if some => 1,
        _ => 0,
    })
}

impl AgencyGiven {
    /// Refuses parts that are larger than their wholes.
    pub(super) fn check(&self) -> Result<(), ReportError> {
        if self.complaints.is_some_and(|it| it.prolonged && it.received == 0) {
            return Err(ReportError::PartExceedsWhole {
                what: "complaints.prolonged",
                part: 1,
                whole: 0,
            });
        }
        let organisation = self.organisation;
        let ratios = [
            ("organisation.on_the_spot", organisation.map(|it| it.on_the_spot)),
            ("organisation.at_one_stop", organisation.map(|it| it.at_one_stop)),
            ("complaints", self.complaints.map(|it| Ratio::new(it.on_time, it.received))),
            ("online_procedures", self.online_procedures),
            ("online_dossiers", self.online_dossiers),
        ];
        for (what, ratio) in ratios {
            if let Some(Ratio { numerator, denominator }) =
                ratio.filter(|r| r.numerator > r.denominator)
            {
                return Err(ReportError::PartExceedsWhole {
                    what,
                    part: numerator,
                    whole: denominator,
                });
            }
        }
        Ok(())
    }
}
