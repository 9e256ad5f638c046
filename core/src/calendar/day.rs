use alloc::borrow::Cow;
use core::fmt;

use chrono::NaiveDate;

use super::DayHours;

/// Loại ngày — what a day is for the office.
///
/// The set is closed on purpose: a match over it should be complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum DayKind {
    /// Ngày làm việc — an ordinary working day.
    Working,
    /// Ngày nghỉ hằng tuần — a weekly day of rest on which no public holiday falls.
    Weekend,
    /// Ngày lễ, tết — a public holiday, on whatever weekday it falls.
    Holiday,
    /// Ngày nghỉ bù — off in lieu of a holiday that fell on a weekly day of rest.
    InLieu,
    /// Ngày nghỉ hoán đổi — an ordinary day given off against a make-up day.
    SwappedOff,
    /// Ngày làm bù — a weekly day of rest worked against a day given off.
    MakeUp,
    /// Ngày cơ quan nghỉ — a closure of this one office.
    Closure,
}

impl DayKind {
    /// The stable name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Working => "working",
            Self::Weekend => "weekend",
            Self::Holiday => "holiday",
            Self::InLieu => "in_lieu",
            Self::SwappedOff => "swapped_off",
            Self::MakeUp => "make_up",
            Self::Closure => "closure",
        }
    }

    /// Whether the office works on such a day.
    #[must_use]
    pub const fn is_working(self) -> bool {
        matches!(self, Self::Working | Self::MakeUp)
    }
}

impl fmt::Display for DayKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Ngày lễ, tết — the public holidays of Vietnam.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Holiday {
    /// Tết Dương lịch — 1 January.
    NewYear,
    /// Tết Âm lịch — the days of the lunar new year.
    Tet,
    /// Giỗ Tổ Hùng Vương — the 10th of the 3rd lunar month, from 2007.
    HungKings,
    /// Ngày Chiến thắng — 30 April.
    Reunification,
    /// Ngày Quốc tế lao động — 1 May.
    Labour,
    /// Quốc khánh — 2 September, from 2021 with the day before or after it.
    National,
    /// Ngày Văn hóa Việt Nam — 24 November, from 2026.
    Culture,
}

impl Holiday {
    /// All holidays.
    pub const ALL: [Self; 7] = [
        Self::NewYear,
        Self::Tet,
        Self::HungKings,
        Self::Reunification,
        Self::Labour,
        Self::National,
        Self::Culture,
    ];

    /// The stable name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NewYear => "new_year",
            Self::Tet => "tet",
            Self::HungKings => "hung_kings",
            Self::Reunification => "reunification",
            Self::Labour => "labour",
            Self::National => "national",
            Self::Culture => "culture",
        }
    }

    /// The holiday's name in Vietnamese.
    #[must_use]
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::NewYear => "Tết Dương lịch",
            Self::Tet => "Tết Âm lịch",
            Self::HungKings => "Giỗ Tổ Hùng Vương",
            Self::Reunification => "Ngày Chiến thắng 30/4",
            Self::Labour => "Ngày Quốc tế lao động 1/5",
            Self::National => "Quốc khánh",
            Self::Culture => "Ngày Văn hóa Việt Nam",
        }
    }

    /// The holiday's name in English.
    #[must_use]
    pub const fn english(self) -> &'static str {
        match self {
            Self::NewYear => "New Year's Day",
            Self::Tet => "Lunar New Year (Tết)",
            Self::HungKings => "Hùng Kings' Commemoration Day",
            Self::Reunification => "Reunification Day",
            Self::Labour => "Labour Day",
            Self::National => "National Day",
            Self::Culture => "Vietnam Culture Day",
        }
    }
}

/// Độ chắc chắn — how far the facts under an answer are settled.
///
/// Ordered from the most to the least settled, so the certainty of an answer is the greatest of
/// its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Certainty {
    /// Chính thức — the year has its official notice.
    Final,
    /// Tạm thời — something is announced for the year but its notice is not final.
    Provisional,
    /// Dự kiến — by the law and the lunar calendar alone; swaps are not known.
    Projected,
}

impl Certainty {
    /// The stable name used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Final => "final",
            Self::Provisional => "provisional",
            Self::Projected => "projected",
        }
    }
}

impl fmt::Display for Certainty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Thông tin ngày — all the calendar knows of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DayInfo<'a> {
    /// The day.
    pub date: NaiveDate,
    /// What the day is.
    pub kind: DayKind,
    /// The public holiday that falls on the day, if any.
    pub holiday: Option<Holiday>,
    /// The day this one is exchanged for: of a day in lieu the holiday it replaces, of a
    /// swapped-off day its make-up day, of a make-up day the day off it pays for.
    pub exchanged_for: Option<NaiveDate>,
    /// The office's sessions, empty when it is closed.
    pub hours: &'a DayHours,
    /// How far the day's year is settled; of a make-up day, the year whose notice lists it.
    pub certainty: Certainty,
    /// Whether the source of this very day has been seen in a text.
    pub verified: bool,
    /// What sets the day: the notice of its year, of a make-up day the notice that lists it, the
    /// law, or the office's own closure.
    pub source: &'a Cow<'static, str>,
}

impl DayInfo<'_> {
    /// Whether the office works on the day.
    #[must_use]
    pub const fn is_working(&self) -> bool {
        self.kind.is_working()
    }
}
