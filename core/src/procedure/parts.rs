use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::service_level::ServiceLevel;
use crate::time_limit::Channel;

/// Cấp thực hiện — the level of government that settles a procedure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum GovernmentLevel {
    /// Cấp bộ.
    Ministry,
    /// Cấp tỉnh.
    Province,
    /// Cấp huyện — until 2025-06-30.
    District,
    /// Cấp xã.
    Commune,
    /// Cơ quan khác.
    Other,
}

impl GovernmentLevel {
    /// All levels.
    pub const ALL: [Self; 5] =
        [Self::Ministry, Self::Province, Self::District, Self::Commune, Self::Other];

    /// The stable name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ministry => "ministry",
            Self::Province => "province",
            Self::District => "district",
            Self::Commune => "commune",
            Self::Other => "other",
        }
    }

    /// The level in Vietnamese, as the national portal writes it.
    #[must_use]
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Ministry => "Cấp bộ",
            Self::Province => "Cấp tỉnh",
            Self::District => "Cấp huyện",
            Self::Commune => "Cấp xã",
            Self::Other => "Cơ quan khác",
        }
    }
}

/// Cách thức thực hiện — one way to file, with what differs for it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct FilingWay {
    /// How it is filed.
    pub channel: Channel,
    /// Thời hạn — its own limit in words, where it has one.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub time_limit_text: Option<String>,
    /// Địa chỉ — the desk, the portal or the postal address.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub address: Option<String>,
}

/// Trường hợp — a case with a limit of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Case {
    /// Its name.
    pub name: String,
    /// Its limit, in words.
    pub time_limit_text: String,
}

/// Giấy tờ — one paper of a dossier.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Paper {
    /// What it is.
    pub name: String,
    /// Số bản chính — how many originals.
    #[cfg_attr(feature = "serde", serde(default))]
    pub originals: u8,
    /// Số bản sao — how many copies.
    #[cfg_attr(feature = "serde", serde(default))]
    pub copies: u8,
    /// Only in this case.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub case: Option<String>,
}

/// Mẫu đơn, tờ khai — a form of a procedure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct PaperForm {
    /// What it is.
    pub name: String,
    /// Where it can be downloaded.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub file: Option<String>,
}

/// Công khai — where and how the public learns of a procedure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct PublicNotice {
    /// Địa chỉ tiếp nhận — where dossiers are received.
    pub address: Option<String>,
    /// Điện thoại — the phone of the reception.
    pub phone: Option<String>,
    /// Tiếp nhận phản ánh, kiến nghị — address or phone for feedback.
    pub feedback: Option<String>,
    /// Niêm yết tại trụ sở hoặc bằng hình thức điện tử — whether it is posted at the office, on
    /// paper or on a screen.
    pub posted: bool,
    /// Đăng tải trên CSDLQG — whether it stands in the national database of procedures.
    pub in_database: bool,
}

/// Người ban hành quyết định — whose decision publishes a procedure, by which its terms run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Issuer {
    /// Bộ, cơ quan ngang bộ — a ministry.
    Ministry,
    /// UBND cấp tỉnh — a province.
    Province,
    /// Trình tự, thủ tục rút gọn — either, by the shortened procedure.
    Shortened,
}

/// Quyết định công bố — the decision that publishes a procedure (NĐ 63/2010 art. 13-15).
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct PublicationDecision {
    /// Số, ký hiệu — its number.
    pub number: String,
    /// Whose it is.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub issuer: Option<Issuer>,
    /// Ngày ký — when it was signed.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub signed: Option<NaiveDate>,
    /// Ngày ban hành văn bản — when the act that sets the procedure was promulgated.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub promulgated: Option<NaiveDate>,
    /// Ngày có hiệu lực của văn bản — when the act that sets the procedure takes effect.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub effect: Option<NaiveDate>,
    /// Ngày nhập CSDLQG — when the procedure was entered into the national database.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub entered: Option<NaiveDate>,
}

/// Dịch vụ công trực tuyến — what of a procedure is done online.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct OnlineService {
    /// Where it is.
    pub url: Option<String>,
    /// It is filled in and filed online.
    pub filing: bool,
    /// Fees are paid online.
    pub payment: bool,
    /// How the result can be had.
    pub results: Vec<Channel>,
    /// Someone has to be present, or something is verified on the spot.
    pub presence: bool,
    /// Why it is not online from end to end, as published.
    pub partial_reason: Option<String>,
    /// The agency reminds of what falls due.
    pub reminds: bool,
    /// The agency prepares the dossier from its data.
    pub prepares: bool,
    /// The agency recommends which service to take.
    pub recommends: bool,
    /// The agency settles it by itself, without a dossier.
    pub acts: bool,
}

/// Mức độ đã công bố — the level an agency has declared for a procedure.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct DeclaredLevel {
    /// The level, with its regime.
    pub level: ServiceLevel,
    /// Since when.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub from: Option<NaiveDate>,
    /// Until when.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub to: Option<NaiveDate>,
    /// Căn cứ — the decision that declares it.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "String::is_empty"))]
    pub basis: String,
}

impl DeclaredLevel {
    /// Whether it is declared for a date.
    #[must_use]
    pub fn holds_on(&self, date: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= date) && self.to.is_none_or(|to| date <= to)
    }
}
