use alloc::format;
use alloc::string::String;
use core::fmt;

use chrono::NaiveDate;

use crate::procedure::GovernmentLevel;
use crate::regulation::{Citation, day};

include!(concat!(env!("OUT_DIR"), "/scoring_rules.rs"));

/// Điểm — a score with one decimal, held in tenths.
///
/// # Examples
///
/// ```
/// use motcua::report::Tenths;
///
/// // 5 points for 3 dossiers are 1.666..., 1 for 20 are 0.05.
/// assert_eq!(Tenths::mean(5, 3), Some(Tenths(17)));
/// assert_eq!(Tenths::mean(1, 20), Some(Tenths(1)));
/// assert_eq!(Tenths::mean(0, 0), None);
/// assert_eq!(Tenths(17).vietnamese(), "1,7");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tenths(pub u32);

impl Tenths {
    /// Points over how many they were given for, rounded to one decimal, a half upwards (TT
    /// 01/2018/TT-VPCP art. 15); none without data.
    #[must_use]
    pub fn mean(points: u32, of: u32) -> Option<Self> {
        let (points, of) = (u64::from(points), u64::from(of));
        let rounded =
            points.saturating_mul(20).saturating_add(of).checked_div(of.saturating_mul(2));
        rounded.and_then(|tenths| u32::try_from(tenths).ok()).map(Self)
    }

    /// The sum of two scores.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// The score as Vietnamese papers write it: `1,7`.
    #[must_use]
    pub fn vietnamese(self) -> String {
        format!("{},{}", self.0 / 10, self.0 % 10)
    }
}

/// Prints `1.7`.
impl fmt::Display for Tenths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.0 / 10, self.0 % 10)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Tenths {
    /// A number: 1.7.
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_f64(f64::from(self.0) / 10.0)
    }
}

/// Xếp loại — how an agency is rated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Rating {
    /// Yếu.
    Weak,
    /// Trung bình.
    Average,
    /// Khá.
    Fair,
    /// Tốt.
    Good,
    /// Xuất sắc.
    Excellent,
}

impl Rating {
    /// The stable name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Weak => "weak",
            Self::Average => "average",
            Self::Fair => "fair",
            Self::Good => "good",
            Self::Excellent => "excellent",
        }
    }

    /// The rating in Vietnamese.
    #[must_use]
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Weak => "yếu",
            Self::Average => "trung bình",
            Self::Fair => "khá",
            Self::Good => "tốt",
            Self::Excellent => "xuất sắc",
        }
    }
}

/// Mức hoàn thành nhiệm vụ — how much of the task an officer has done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum TaskDone {
    /// Dưới 70 %.
    Less,
    /// Từ 70 % đến dưới 100 %.
    Most,
    /// Hoàn thành 100 %.
    Full,
}

impl TaskDone {
    /// The stable name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Less => "less",
            Self::Most => "most",
            Self::Full => "full",
        }
    }

    /// The share in Vietnamese.
    #[must_use]
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Less => "hoàn thành dưới 70 % nhiệm vụ",
            Self::Most => "hoàn thành từ 70 % đến dưới 100 % nhiệm vụ",
            Self::Full => "hoàn thành 100 % nhiệm vụ",
        }
    }

    /// The share in English.
    #[must_use]
    pub const fn english(self) -> &'static str {
        match self {
            Self::Less => "below 70 % of the task",
            Self::Most => "from 70 % to below 100 % of the task",
            Self::Full => "100 % of the task",
        }
    }
}

/// Quy định chấm điểm — the thresholds and bands in force on a date.
///
/// # Examples
///
/// ```
/// use motcua::calendar::parse_date as day;
/// use motcua::report::{Rating, ScoringRule, Tenths};
///
/// let rule = ScoringRule::on(day("2020-06-30")?).ok_or("no rule")?;
/// assert_eq!(rule.rating(Tenths(149)), Rating::Good);
/// assert_eq!(rule.rating(Tenths(150)), Rating::Excellent);
/// assert!(ScoringRule::on(day("2018-12-31")?).is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ScoringRule {
    /// Percent of the procedures that are to be settled on the spot for 2 points of indicator 5.
    pub on_the_spot: &'static [(GovernmentLevel, u8)],
    /// Percent of the eligible procedures that are to be received at the one-stop for 1 point.
    pub at_one_stop: u8,
    /// Percent of the complaints that are to be handled in time for 1 point of indicator 8.
    pub complaints_on_time: u8,
    /// Percent of the suitable procedures that are to be at level 3 or 4 for 2 points of
    /// indicator 9.
    pub online_procedures: u8,
    /// Percent of the dossiers that are to come online for 2 points of it.
    pub online_dossiers: u8,
    /// Percent of the dossiers that are to come online for 1 point of it.
    pub online_dossiers_least: u8,
    /// The least total of each rating of agencies, from the highest.
    pub ratings: &'static [(Rating, Tenths)],
    /// The least total of each mark of officers, from the highest.
    pub tasks: &'static [(TaskDone, Tenths)],
    /// The articles.
    pub basis: Citation,
}

impl ScoringRule {
    /// The rule for a date; none before there was one.
    #[must_use]
    pub fn on(date: NaiveDate) -> Option<&'static Self> {
        SCORING.iter().find(|rule| rule.basis.holds_on(date))
    }

    /// The rating of an agency's total.
    #[must_use]
    pub fn rating(&self, total: Tenths) -> Rating {
        let reached = self.ratings.iter().find(|(_, least)| total >= *least);
        reached.map_or(Rating::Weak, |(rating, _)| *rating)
    }

    /// The mark of an officer's total.
    #[must_use]
    pub fn task(&self, total: Tenths) -> TaskDone {
        let reached = self.tasks.iter().find(|(_, least)| total >= *least);
        reached.map_or(TaskDone::Less, |(task, _)| *task)
    }
}
