use alloc::borrow::Cow;

use chrono::{Datelike, NaiveDate, Weekday};

use super::{CalendarError, Certainty, Holiday};

include!(concat!(env!("OUT_DIR"), "/notices.rs"));

/// Số ngày nghỉ Tết — how the days of Tết lie around the first day of the lunar year.
///
/// The Prime Minister picks the split each year (BLLĐ 2019 art. 112.3; NĐ 45/2013 art. 8 gave
/// the choice of 1 + 4 and 2 + 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct TetSplit {
    /// Days before it.
    pub before: u8,
    /// Days from it on.
    pub after: u8,
}

/// Ngày nghỉ thứ hai của Quốc khánh — the side of 2 September on which its second day lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum NationalDay {
    /// 1 September.
    Before,
    /// 3 September.
    After,
}

impl NationalDay {
    /// The day of September.
    pub(super) const fn day(self) -> u32 {
        match self {
            Self::Before => 1,
            Self::After => 3,
        }
    }
}

/// Lý do nghỉ — why a notice gives a day off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OffReason {
    /// The day is a public holiday.
    Holiday(Holiday),
    /// Nghỉ bù — in lieu of a holiday on a weekly day of rest, named when the notice names it.
    InLieu(Option<NaiveDate>),
    /// Hoán đổi — against a make-up day.
    Swap(NaiveDate),
}

/// Ngày nghỉ — a day off in a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OffDay {
    /// The day.
    pub date: NaiveDate,
    /// Why it is off.
    pub reason: OffReason,
}

/// Ngày làm bù — a make-up working day in a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MakeUpDay {
    /// The day.
    pub date: NaiveDate,
    /// The day off it pays for.
    pub pays_for: NaiveDate,
    /// Whether the day was read in a text.
    pub verified: bool,
}

/// Thông báo lịch nghỉ — what the official notice of one year says.
///
/// A notice replaces all that was known of its year, so it lists every weekday off. A notice
/// without a list leaves the days of the year to the law. The public holidays on a weekend need
/// not be listed: they follow from the law, from the split of Tết and the side of Quốc khánh
/// where these are given, and else from the weekdays that are.
///
/// # Examples
///
/// ```
/// use motcua::Calendar;
/// use motcua::calendar::{Certainty, DayKind, Holiday, Notice, TetSplit, parse_date as day};
///
/// let notice = Notice::new(2027, Certainty::Final, "a notice made up for this example")
///     .tet(TetSplit { before: 2, after: 3 })
///     .off(day("2027-01-01")?, Holiday::NewYear)
///     .off(day("2027-02-04")?, Holiday::Tet)
///     .off(day("2027-02-05")?, Holiday::Tet)
///     .off(day("2027-02-08")?, Holiday::Tet)
///     .in_lieu(day("2027-02-09")?, day("2027-02-06")?)
///     .in_lieu(day("2027-02-10")?, day("2027-02-07")?)
///     .swap(day("2027-02-11")?, day("2027-02-20")?)
///     .off(day("2027-04-16")?, Holiday::HungKings)
///     .off(day("2027-04-30")?, Holiday::Reunification)
///     .in_lieu(day("2027-05-03")?, day("2027-05-01")?)
///     .off(day("2027-09-02")?, Holiday::National)
///     .off(day("2027-09-03")?, Holiday::National)
///     .off(day("2027-11-24")?, Holiday::Culture);
/// let calendar = Calendar::builder().notice(notice).build()?;
/// assert_eq!(calendar.day(day("2027-02-20")?)?.kind, DayKind::MakeUp);
/// # Ok::<(), motcua::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub(super) year: i16,
    pub(super) certainty: Certainty,
    pub(super) source: Cow<'static, str>,
    pub(super) note: Option<Cow<'static, str>>,
    pub(super) tet: Option<TetSplit>,
    pub(super) national: Option<NationalDay>,
    pub(super) off: Option<Cow<'static, [OffDay]>>,
    pub(super) make_up: Cow<'static, [MakeUpDay]>,
}

impl Notice {
    /// A notice for a year, from a named source, with no day in it yet.
    #[must_use]
    pub fn new(year: i16, certainty: Certainty, source: impl Into<Cow<'static, str>>) -> Self {
        Self {
            year,
            certainty,
            source: source.into(),
            note: None,
            tet: None,
            national: None,
            off: None,
            make_up: Cow::Borrowed(&[]),
        }
    }

    /// The year of the notice.
    #[must_use]
    pub const fn year(&self) -> i16 {
        self.year
    }

    /// Sets the split of Tết, which names the days of Tết that fall on a weekend.
    #[must_use]
    pub const fn tet(mut self, split: TetSplit) -> Self {
        self.tet = Some(split);
        self
    }

    /// Sets the side on which the second day of Quốc khánh lies.
    #[must_use]
    pub const fn national(mut self, side: NationalDay) -> Self {
        self.national = Some(side);
        self
    }

    /// Adds a remark.
    #[must_use]
    pub fn note(mut self, note: impl Into<Cow<'static, str>>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// Adds a weekday on which a public holiday is kept.
    #[must_use]
    pub fn off(self, date: NaiveDate, holiday: Holiday) -> Self {
        self.day(OffDay { date, reason: OffReason::Holiday(holiday) })
    }

    /// Adds a day off in lieu of a holiday that fell on a weekly day of rest.
    #[must_use]
    pub fn in_lieu(self, date: NaiveDate, holiday: NaiveDate) -> Self {
        self.day(OffDay { date, reason: OffReason::InLieu(Some(holiday)) })
    }

    /// Adds a day off and the make-up day it is exchanged for.
    #[must_use]
    pub fn swap(mut self, off: NaiveDate, make_up: NaiveDate) -> Self {
        self.make_up.to_mut().push(MakeUpDay { date: make_up, pays_for: off, verified: true });
        self.day(OffDay { date: off, reason: OffReason::Swap(make_up) })
    }

    /// Adds a day off as the official list gives it.
    #[must_use]
    pub fn day(mut self, day: OffDay) -> Self {
        self.off.get_or_insert_default().to_mut().push(day);
        self
    }

    /// Adds a make-up day as the official list gives it; its day off is added apart.
    #[must_use]
    pub fn make_up(mut self, day: MakeUpDay) -> Self {
        self.make_up.to_mut().push(day);
        self
    }

    /// The notices that are compiled in, each with its source.
    #[must_use]
    pub fn built_in() -> &'static [Self] {
        NOTICES
    }

    pub(super) fn check(&self) -> Result<(), CalendarError> {
        let year = self.year;
        let off: &[OffDay] = self.off.as_deref().unwrap_or(&[]);
        if let Some(TetSplit { before, after }) = self.tet {
            let expected = super::holiday::tet_days(year);
            if before.saturating_add(after) != expected {
                return Err(CalendarError::TetSplit { year, before, after, expected });
            }
        }
        for (at, day) in off.iter().enumerate() {
            if day.date.year() != i32::from(year) {
                return Err(CalendarError::NotInYear { date: day.date, year });
            }
            if off.iter().skip(at.saturating_add(1)).any(|other| other.date == day.date) {
                return Err(CalendarError::ListedTwice { date: day.date });
            }
            if let OffReason::Swap(make_up) = day.reason {
                let paired = |m: &MakeUpDay| m.date == make_up && m.pays_for == day.date;
                if !self.make_up.iter().any(paired) {
                    return Err(CalendarError::UnpairedSwap { date: day.date, other: make_up });
                }
            }
        }
        for (at, MakeUpDay { date, pays_for, .. }) in self.make_up.iter().enumerate() {
            let (date, pays_for) = (*date, *pays_for);
            if date.year().abs_diff(year.into()) > 1 {
                return Err(CalendarError::NotInYear { date, year });
            }
            if off.iter().any(|day| day.date == date) {
                return Err(CalendarError::OffAndMakeUp { date });
            }
            if !matches!(date.weekday(), Weekday::Sat | Weekday::Sun) {
                return Err(CalendarError::MakeUpOnWorkingDay { date });
            }
            if self.make_up.iter().skip(at.saturating_add(1)).any(|other| other.date == date) {
                return Err(CalendarError::ListedTwice { date });
            }
            let paired = |day: &OffDay| day.date == pays_for && day.reason == OffReason::Swap(date);
            if !off.iter().any(paired) {
                return Err(CalendarError::UnpairedSwap { date, other: pays_for });
            }
        }
        Ok(())
    }
}

/// The days of the compiled-in notices, which the build has read from a real calendar.
const fn day(epoch_day: i32) -> NaiveDate {
    match NaiveDate::from_epoch_days(epoch_day) {
        Some(date) => date,
        None => NaiveDate::MIN,
    }
}
