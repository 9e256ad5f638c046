//! Chỉ số đánh giá — the nine indicators by which a one-stop and its officers are scored.

mod given;
mod rule;
mod scores;
mod tally;

pub use given::{AgencyGiven, Complaints, DossierGiven, Organisation, Publicity};
pub use rule::{Rating, ScoringRule, TaskDone, Tenths};
pub use scores::{AgencyScore, IndicatorScore, OfficerScore};
pub use tally::Indicators;

/// Chỉ số — one of the nine of TT 01/2018/TT-VPCP art. 13, each worth 2, 1 or 0 points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Indicator {
    /// Chỉ số 1: Tổng thời gian giải quyết so với quy định — the total time: shorter 2, equal 1,
    /// longer 0.
    TotalTime,
    /// Chỉ số 2: Thời gian của từng cơ quan tham gia — the time of each agency that takes part, in
    /// the same way.
    AgencyTime,
    /// Chỉ số 3: Số lần liên hệ nơi tiếp nhận để hoàn thiện hồ sơ — how often the applicant had to
    /// come to complete the dossier: never 2, once 1, oftener 0.
    Contacts,
    /// Chỉ số 4: Số lượng cơ quan phải liên hệ — how many agencies the applicant had to go to: none
    /// 2, one 1, more 0.
    AgenciesContacted,
    /// Chỉ số 5: Tổ chức Bộ phận Một cửa — how much is settled on the spot or at least received at
    /// the one-stop.
    Organisation,
    /// Chỉ số 6: Công khai thủ tục — the publicity: posted and electronic 2, one of them 1, not
    /// exact, full or timely 0.
    Publicity,
    /// Chỉ số 7: Thái độ phục vụ — early and no complaint 2, on time and no complaint 1, a
    /// complaint 0.
    Attitude,
    /// Chỉ số 8: Tiếp thu, giải trình phản ánh — the handling of complaints: none, or all in time
    /// 2, 90 % and more 1, fewer or prolonged 0.
    Complaints,
    /// Chỉ số 9: Dịch vụ công trực tuyến — the use of online services.
    Online,
}

impl Indicator {
    /// All nine, in order.
    pub const ALL: [Self; 9] = [
        Self::TotalTime,
        Self::AgencyTime,
        Self::Contacts,
        Self::AgenciesContacted,
        Self::Organisation,
        Self::Publicity,
        Self::Attitude,
        Self::Complaints,
        Self::Online,
    ];

    /// Those an officer is scored by (art. 15).
    pub const OF_OFFICERS: [Self; 5] = [
        Self::TotalTime,
        Self::AgencyTime,
        Self::Contacts,
        Self::AgenciesContacted,
        Self::Attitude,
    ];

    /// Its number in art. 13.
    #[must_use]
    pub const fn number(self) -> u8 {
        (self as u8).saturating_add(1)
    }

    /// The stable name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::TotalTime => "total_time",
            Self::AgencyTime => "agency_time",
            Self::Contacts => "contacts",
            Self::AgenciesContacted => "agencies_contacted",
            Self::Organisation => "organisation",
            Self::Publicity => "publicity",
            Self::Attitude => "attitude",
            Self::Complaints => "complaints",
            Self::Online => "online",
        }
    }

    /// The indicator in Vietnamese.
    #[must_use]
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::TotalTime => "Tổng thời gian giải quyết so với quy định",
            Self::AgencyTime => "Thời gian của từng cơ quan tham gia so với quy định",
            Self::Contacts => "Số lần liên hệ nơi tiếp nhận để hoàn thiện hồ sơ",
            Self::AgenciesContacted => "Số lượng cơ quan phải liên hệ",
            Self::Organisation => "Tổ chức tiếp nhận, giải quyết tại Bộ phận Một cửa",
            Self::Publicity => "Công khai thủ tục hành chính",
            Self::Attitude => "Thái độ phục vụ",
            Self::Complaints => "Tiếp thu, giải trình phản ánh, kiến nghị",
            Self::Online => "Dịch vụ công trực tuyến",
        }
    }

    /// The indicator in English.
    #[must_use]
    pub const fn english(self) -> &'static str {
        match self {
            Self::TotalTime => "Total time against the rule",
            Self::AgencyTime => "Time of each agency against the rule",
            Self::Contacts => "Contacts with the reception to complete the dossier",
            Self::AgenciesContacted => "Agencies the applicant had to go to",
            Self::Organisation => "Organisation of the one-stop",
            Self::Publicity => "Publicity of procedures",
            Self::Attitude => "Attitude",
            Self::Complaints => "Handling of complaints",
            Self::Online => "Online services",
        }
    }
}
