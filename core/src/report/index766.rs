//! Bộ chỉ số 766 — the index by which provinces and ministries are ranked.

use alloc::vec::Vec;

use super::{Rating, Ratio, ReportError, Tenths};
use crate::regulation::{Citation, day};

include!(concat!(env!("OUT_DIR"), "/index_rules.rs"));

/// Nhóm chỉ số — a group of the index of QĐ 766/QĐ-TTg (23/6/2022).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum IndexGroup {
    /// Công khai, minh bạch.
    Transparency,
    /// Tiến độ, kết quả giải quyết.
    Progress,
    /// Số hóa hồ sơ.
    Digitisation,
    /// Cung cấp dịch vụ trực tuyến.
    OnlineServices,
    /// Thanh toán trực tuyến.
    OnlinePayment,
    /// Mức độ hài lòng.
    Satisfaction,
}

impl IndexGroup {
    /// The stable name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Transparency => "transparency",
            Self::Progress => "progress",
            Self::Digitisation => "digitisation",
            Self::OnlineServices => "online_services",
            Self::OnlinePayment => "online_payment",
            Self::Satisfaction => "satisfaction",
        }
    }

    /// The group in Vietnamese.
    #[must_use]
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Transparency => "Công khai, minh bạch",
            Self::Progress => "Tiến độ, kết quả giải quyết",
            Self::Digitisation => "Số hóa hồ sơ",
            Self::OnlineServices => "Cung cấp dịch vụ công trực tuyến",
            Self::OnlinePayment => "Thanh toán trực tuyến",
            Self::Satisfaction => "Mức độ hài lòng",
        }
    }

    /// The group in English.
    #[must_use]
    pub const fn english(self) -> &'static str {
        match self {
            Self::Transparency => "Transparency",
            Self::Progress => "Progress and results",
            Self::Digitisation => "Digitisation",
            Self::OnlineServices => "Online services",
            Self::OnlinePayment => "Online payment",
            Self::Satisfaction => "Satisfaction",
        }
    }
}

/// Xếp hạng — the least total of a rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RankRule {
    /// The rank.
    pub rating: Rating,
    /// The least total.
    pub least: Tenths,
    /// Whether it was read in a text.
    pub verified: bool,
    /// Where it was read.
    pub source: &'static str,
}

/// Quy định của bộ chỉ số — the groups with their points, and the ranks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct IndexRule {
    /// The most points of each group; 100 in all.
    pub groups: &'static [(IndexGroup, u8)],
    /// The ranks, from the highest.
    pub ranks: &'static [RankRule],
    /// The decision.
    pub basis: Citation,
}

impl IndexRule {
    /// The rule of QĐ 766/QĐ-TTg.
    #[must_use]
    pub const fn decree() -> &'static Self {
        &INDEX
    }

    /// Xếp hạng — the total of points given for all groups, and its rank.
    ///
    /// How the points within a group come about was not found: they are given, as the national
    /// portal shows them. Without the points of a group there is no total.
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::report::{IndexGroup, IndexRule, Rating, Tenths};
    ///
    /// let rule = IndexRule::decree();
    /// let full = rule.groups.iter().map(|(group, most)| (*group, Tenths(u32::from(*most) * 10)));
    /// let mut given: Vec<_> = full.collect();
    /// let (total, rank) = rule.total(&given)?.ok_or("a group is missing")?;
    /// assert_eq!((total, rank.map(|rank| rank.rating)), (Tenths(1_000), Some(Rating::Excellent)));
    /// given.pop();
    /// assert_eq!(rule.total(&given)?, None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ReportError::PartExceedsWhole`] for more points than a group has; of a group given
    /// twice the first points are taken.
    pub fn total(
        &self,
        given: &[(IndexGroup, Tenths)],
    ) -> Result<Option<(Tenths, Option<&'static RankRule>)>, ReportError> {
        let mut total = Tenths::default();
        let mut all = true;
        for (group, most) in self.groups {
            let Some((_, points)) = given.iter().find(|(other, _)| other == group) else {
                all = false;
                continue;
            };
            let most = u32::from(*most).saturating_mul(10);
            if points.0 > most {
                let what = group.as_str();
                return Err(ReportError::PartExceedsWhole {
                    what,
                    part: points.0.div_ceil(10),
                    whole: most / 10,
                });
            }
            total = total.plus(*points);
        }
        let rank = self.ranks.iter().find(|rank| total >= rank.least);
        Ok(all.then_some((total, rank)))
    }
}

/// Số liệu tính được — a share of the index that can be computed, and the group it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct IndexShare {
    /// The group.
    pub group: IndexGroup,
    /// The stable name of the share.
    pub share: &'static str,
    /// The share.
    pub ratio: Ratio,
    /// Whether it rests on what was given and not on the log.
    pub given: bool,
}

/// Phản ánh, kiến nghị — feedback of a period, as the index counts it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Feedback {
    /// All that came.
    pub received: u32,
    /// Answered early or on time.
    pub in_time: u32,
    /// Không hài lòng hoặc quá hạn — whose sender was not satisfied, or answered late.
    pub dissatisfied: u32,
}

/// Các tỷ lệ tính được — the shares of the index that follow from a report and from feedback:
/// dossiers solved in time, dossiers filed online, feedback answered in time,
/// `(in time) / all`, and satisfaction with the answers, `(all - dissatisfied) / all`.
///
/// # Errors
///
/// [`ReportError::PartExceedsWhole`] for feedback that cannot be.
pub fn index_shares(
    on_time: Ratio,
    online: Ratio,
    feedback: Option<Feedback>,
) -> Result<Vec<IndexShare>, ReportError> {
    let share = |group, share, ratio, given| IndexShare { group, share, ratio, given };
    let mut shares = alloc::vec![
        share(IndexGroup::Progress, "on_time", on_time, false),
        share(IndexGroup::OnlineServices, "online", online, false),
    ];
    if let Some(Feedback { received, in_time, dissatisfied }) = feedback {
        let worst = in_time.max(dissatisfied);
        if worst > received {
            let what = "feedback";
            return Err(ReportError::PartExceedsWhole { what, part: worst, whole: received });
        }
        let satisfied = received.saturating_sub(dissatisfied);
        let satisfaction = IndexGroup::Satisfaction;
        let answered = Ratio::new(in_time, received);
        shares.push(share(satisfaction, "feedback_in_time", answered, true));
        shares.push(share(
            satisfaction,
            "feedback_satisfied",
            Ratio::new(satisfied, received),
            true,
        ));
    }
    Ok(shares)
}
