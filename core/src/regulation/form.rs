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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_regime_has_its_own_numbers() {
        use FormKind::{
            Apology, ControlSlip, Receipt, ReceptionRefusal, Register, StopNotice,
            SupplementRequest,
        };
        let numbers = |text: &str| {
            let date = text.parse().unwrap();
            let kinds = [
                Receipt,
                SupplementRequest,
                ReceptionRefusal,
                Apology,
                StopNotice,
                ControlSlip,
                Register,
            ];
            kinds.map(|kind| form(kind, date).map(|form| form.number))
        };
        assert_eq!(numbers("2019-01-05"), [None; 7]);
        let of_2018 = ["01", "02", "03", "04", "", "05", "06"];
        let of_2018 = of_2018.map(|number| Some(number).filter(|number| !number.is_empty()));
        assert_eq!(numbers("2019-01-06"), of_2018);
        assert_eq!(numbers("2025-09-14"), of_2018);
        let of_2025 = ["01", "02", "03", "04", "05", "06", "07"].map(Some);
        assert_eq!(numbers("2025-09-15"), of_2025);
        // The forms of both circulars were read.
        assert!(FORMS.iter().all(|form| form.verified));
    }
}
