//! Phát hiện — what an inspection finds, with the records it rests on, and what is to be done.

use alloc::string::String;
use alloc::vec::Vec;

use super::words::{FindingBasis, Words};
use super::{Area, Check, Nature, PlanItem};

/// Loại hồ sơ, tài liệu — what a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum RecordKind {
    /// Kế hoạch.
    Plan,
    /// Nội dung kế hoạch.
    PlanItem,
    /// Thủ tục.
    Procedure,
    /// Hồ sơ.
    Dossier,
    /// Hệ thống quản lý chất lượng.
    QualitySystem,
    /// Hồ sơ cán bộ.
    PersonnelFile,
    /// Tài liệu khác.
    Document,
}

impl RecordKind {
    /// The stable name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::PlanItem => "plan_item",
            Self::Procedure => "procedure",
            Self::Dossier => "dossier",
            Self::QualitySystem => "quality_system",
            Self::PersonnelFile => "personnel_file",
            Self::Document => "document",
        }
    }

    /// The kind in Vietnamese.
    #[must_use]
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Plan => "kế hoạch",
            Self::PlanItem => "nội dung kế hoạch",
            Self::Procedure => "thủ tục",
            Self::Dossier => "hồ sơ",
            Self::QualitySystem => "hệ thống quản lý chất lượng",
            Self::PersonnelFile => "hồ sơ cán bộ",
            Self::Document => "tài liệu",
        }
    }

    /// The kind in English.
    #[must_use]
    pub const fn english(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::PlanItem => "plan item",
            Self::Procedure => "procedure",
            Self::Dossier => "dossier",
            Self::QualitySystem => "quality system",
            Self::PersonnelFile => "personnel file",
            Self::Document => "document",
        }
    }
}

/// Minh chứng — a record that a finding rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Exhibit {
    /// What it is.
    pub record: RecordKind,
    /// Its code; the name of a procedure that has none.
    pub code: String,
    /// What it shows.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub words: Words,
}

impl Exhibit {
    pub(super) fn new(record: RecordKind, code: &str, words: Words) -> Self {
        Self { record, code: code.into(), words }
    }
}

/// Phát hiện — a strength or a shortcoming.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Finding {
    /// The name of its check; of a manual finding, the code it was given.
    pub code: String,
    /// The check it comes from; none of a manual one.
    pub check: Option<Check>,
    /// Do Đoàn kiểm tra đưa vào — whether it was added by hand.
    pub manual: bool,
    /// The area.
    pub area: Area,
    /// For the agency or against it.
    pub nature: Nature,
    /// What was found.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub words: Words,
    /// The records it rests on. A strength rests on all records there are, and lists none.
    pub evidence: Vec<Exhibit>,
    /// What it rests on in law.
    pub basis: Vec<FindingBasis>,
    /// Whether there is a basis, and all of it was read in a text.
    pub verified: bool,
    /// Kiến nghị — what is advised.
    pub advice: Option<Words>,
    /// Khắc phục — the codes of the remedies for it.
    pub remedies: Vec<String>,
}

/// Phát hiện do Đoàn kiểm tra đưa vào — a finding that no data of the engine can tell.
///
/// # Examples
///
/// ```
/// use motcua::inspection::{Area, ManualFinding, Nature};
///
/// let mut finding = ManualFinding::new(
///     "TC-01",
///     Area::PublicFinance,
///     Nature::Shortcoming,
///     "Việc thực hiện cơ chế tự chủ đối với đơn vị sự nghiệp chưa tốt.",
/// );
/// finding.basis = "NĐ 16/2015/NĐ-CP".into();
/// assert!(!finding.verified);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct ManualFinding {
    /// Its code, which no other finding has.
    pub code: String,
    /// The area.
    pub area: Area,
    /// For the agency or against it.
    pub nature: Nature,
    /// What was found, in Vietnamese.
    #[cfg_attr(feature = "serde", serde(rename = "text_vi"))]
    pub vietnamese: String,
    /// The same in English; empty where it was not translated.
    #[cfg_attr(feature = "serde", serde(rename = "text_en", default))]
    pub english: String,
    /// The records it rests on.
    #[cfg_attr(feature = "serde", serde(default))]
    pub evidence: Vec<ManualExhibit>,
    /// The article or document it rests on.
    #[cfg_attr(feature = "serde", serde(default))]
    pub basis: String,
    /// Whether those who give the basis have read it.
    #[cfg_attr(feature = "serde", serde(default))]
    pub verified: bool,
    /// What is advised, in Vietnamese.
    #[cfg_attr(feature = "serde", serde(rename = "advice_vi", default))]
    pub advice: String,
    /// The same in English; empty where it was not translated.
    #[cfg_attr(feature = "serde", serde(rename = "advice_en", default))]
    pub english_advice: String,
}

/// Minh chứng do Đoàn kiểm tra nêu — a record named by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ManualExhibit {
    /// What it is.
    pub record: RecordKind,
    /// Its code.
    pub code: String,
    /// What it shows.
    #[cfg_attr(feature = "serde", serde(default))]
    pub note: String,
}

impl ManualFinding {
    /// A finding without evidence, basis and advice.
    #[must_use]
    pub fn new(
        code: impl Into<String>,
        area: Area,
        nature: Nature,
        vietnamese: impl Into<String>,
    ) -> Self {
        Self {
            code: code.into(),
            area,
            nature,
            vietnamese: vietnamese.into(),
            english: String::new(),
            evidence: Vec::new(),
            basis: String::new(),
            verified: false,
            advice: String::new(),
            english_advice: String::new(),
        }
    }

    pub(super) fn finding(&self) -> Finding {
        let both = |vietnamese: &str, english: &str| {
            let english = if english.is_empty() { vietnamese } else { english };
            Words::new(vietnamese, english)
        };
        let exhibit =
            |given: &ManualExhibit| Exhibit::new(given.record, &given.code, both(&given.note, ""));
        let basis: Vec<FindingBasis> = match self.basis.as_str() {
            "" => Vec::new(),
            text => alloc::vec![FindingBasis::given(text, self.verified)],
        };
        Finding {
            code: self.code.clone(),
            check: None,
            manual: true,
            area: self.area,
            nature: self.nature,
            words: both(&self.vietnamese, &self.english),
            evidence: self.evidence.iter().map(exhibit).collect(),
            verified: self.verified && !basis.is_empty(),
            basis,
            advice: (!self.advice.is_empty()).then(|| both(&self.advice, &self.english_advice)),
            remedies: Vec::new(),
        }
    }
}

/// Khắc phục — what is done about a shortcoming, by whom and by when.
///
/// With a day it is due it is a duty like any other ([`crate::obligation::Duty::Remedy`]).
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Remedy {
    /// The code of the finding: the name of its check, or that of a manual one.
    pub finding: String,
    /// What is to be done, with officer, start and due date.
    pub task: PlanItem,
}
