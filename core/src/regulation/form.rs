use chrono::NaiveDate;

use super::{FORMS, holds};

/// Loại mẫu — what a form of the one-stop circulars is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum FormKind {
    /// Giấy tiếp nhận hồ sơ và hẹn trả kết quả.
    Receipt,
    /// Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ.
    SupplementRequest,
    /// Phiếu từ chối tiếp nhận giải quyết hồ sơ.
    ReceptionRefusal,
    /// The written apology with the new date.
    Apology,
    /// Thông báo dừng giải quyết hồ sơ.
    StopNotice,
    /// Phiếu kiểm soát quá trình giải quyết hồ sơ.
    ControlSlip,
    /// Sổ theo dõi hồ sơ.
    Register,
}

/// Mẫu — a form, known by its circular and its number: the numbers changed in 2025.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Form {
    /// What it is for.
    pub kind: FormKind,
    /// The circular, in Vietnamese.
    pub act: &'static str,
    /// The circular, in English.
    pub act_en: &'static str,
    /// Its number in the circular: `04`.
    pub number: &'static str,
    /// Its title.
    pub title: &'static str,
    /// The first day it is used.
    pub from: Option<NaiveDate>,
    /// The last day it is used; none while it is in use.
    pub to: Option<NaiveDate>,
    /// Whether number, title and dates were read in a text.
    pub verified: bool,
    /// Where it was read.
    pub source: &'static str,
}

/// The form for a purpose on a date; none where no circular gives one.
///
/// # Examples
///
/// ```
/// use motcua::calendar::parse_date as day;
/// use motcua::regulation::{FormKind, form};
///
/// let then = form(FormKind::ControlSlip, day("2020-07-01")?).map(|form| form.number);
/// let now = form(FormKind::ControlSlip, day("2026-07-01")?).map(|form| form.number);
/// assert_eq!((then, now), (Some("05"), Some("06")));
/// # Ok::<(), motcua::Error>(())
/// ```
#[must_use]
pub fn form(kind: FormKind, date: NaiveDate) -> Option<&'static Form> {
    FORMS.iter().find(|form| form.kind == kind && holds(form.from, form.to, date))
}
