use alloc::string::String;
use alloc::vec::Vec;

use crate::time_limit::fold;

/// Hồ sơ cán bộ, công chức, viên chức — the personnel files of an agency, and what each must hold.
///
/// Which papers a file must hold is told by the agency, not by the engine: no article was read.
///
/// # Examples
///
/// ```
/// use motcua::inspection::{PersonnelFile, PersonnelFiles};
///
/// let mut files = PersonnelFiles::default();
/// files.required = vec!["Sơ yếu lý lịch".into(), "Phiếu đánh giá năm 2017".into()];
/// let mut file = PersonnelFile::new("CC-07");
/// file.holds = vec!["sơ yếu lý lịch".into()];
/// assert_eq!(files.gaps(&file).collect::<Vec<_>>(), ["Phiếu đánh giá năm 2017"]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct PersonnelFiles {
    /// Thành phần phải có — the papers each file must hold.
    pub required: Vec<String>,
    /// Căn cứ — the document that says so.
    #[cfg_attr(feature = "serde", serde(default))]
    pub basis: String,
    /// The files.
    pub files: Vec<PersonnelFile>,
}

/// Hồ sơ cá nhân — one personnel file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct PersonnelFile {
    /// Số hiệu — its code, which no other file has; a name need not be told.
    pub code: String,
    /// Thành phần hiện có — the papers it holds.
    #[cfg_attr(feature = "serde", serde(default))]
    pub holds: Vec<String>,
}

impl PersonnelFile {
    /// An empty file.
    #[must_use]
    pub fn new(code: impl Into<String>) -> Self {
        Self { code: code.into(), holds: Vec::new() }
    }
}

impl PersonnelFiles {
    /// Thành phần còn thiếu — the papers a file lacks, compared without diacritics and capitals.
    pub fn gaps<'a>(&'a self, file: &PersonnelFile) -> impl Iterator<Item = &'a str> {
        let held: Vec<String> = file.holds.iter().map(|paper| fold::words(paper)).collect();
        let lacks = move |paper: &&String| !held.contains(&fold::words(paper));
        self.required.iter().filter(lacks).map(String::as_str)
    }
}
