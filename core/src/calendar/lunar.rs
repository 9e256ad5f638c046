use core::fmt;

use chrono::{Datelike as _, NaiveDate};

use super::CalendarError;

include!(concat!(env!("OUT_DIR"), "/lunar_table.rs"));

/// Âm lịch — a day of the Vietnamese lunar calendar.
///
/// A month begins on the day of the new moon at UTC+7, the official time since 1968-01-01 (QĐ
/// 121-CP of 1967, QĐ 134/2002/QĐ-TTg); month 11 holds the winter solstice; a year of thirteen
/// months repeats the number of the month before the first one without a principal term (trung
/// khí). This is not the Chinese calendar, which goes by UTC+8: Tết 2030 is on 2 February in
/// Vietnam and on 3 February in China.
///
/// The calendar covers 1968-01-01 to 2051-02-10, the last day of the lunar year 2050. In this
/// time no new moon is so near midnight that its day could be in doubt. Dates order by time: a
/// leap month comes after the month whose number it repeats.
///
/// # Examples
///
/// ```
/// use motcua::calendar::LunarDate;
/// use motcua::chrono::NaiveDate;
///
/// // Giỗ Tổ Hùng Vương, 10/3 âm lịch.
/// let date = LunarDate::new(2026, 3, 10, false)?;
/// assert_eq!(date.to_solar(), NaiveDate::from_ymd_opt(2026, 4, 26).unwrap());
/// assert_eq!(date.to_string(), "10/3 âm lịch năm 2026");
///
/// let date = LunarDate::from_solar(NaiveDate::from_ymd_opt(2025, 7, 25).unwrap())?;
/// assert_eq!(date.to_string(), "1/6 nhuận âm lịch năm 2025");
/// assert!(date.is_leap());
/// # Ok::<(), motcua::Error>(())
/// ```
// The fields stand in the order of time, which the derived `Ord` follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "Unchecked"))]
pub struct LunarDate {
    year: i16,
    month: u8,
    leap: bool,
    day: u8,
}

impl LunarDate {
    /// The first day covered, 1968-01-01.
    pub const FIRST: Self = Self { year: 1967, month: 12, leap: false, day: 2 };

    /// The last day covered, 2051-02-10.
    pub const LAST: Self = Self { year: 2050, month: 12, leap: false, day: 29 };

    /// The given day of the lunar calendar; `leap` asks for the leap month (tháng nhuận) of that
    /// number.
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::calendar::LunarDate;
    ///
    /// assert!(LunarDate::new(2025, 6, 1, true).is_ok());
    /// let error = LunarDate::new(2026, 6, 1, true).unwrap_err();
    /// assert_eq!(error.to_string(), "lunar year 2026 has no day 1/6 leap");
    /// ```
    ///
    /// # Errors
    ///
    /// [`CalendarError::NoSuchLunarDate`] if the year has no such day, for example the 30th of a
    /// month of 29 days; [`CalendarError::LunarYearOutOfRange`] or
    /// [`CalendarError::LunarOutOfRange`] if the day is not from [`LunarDate::FIRST`] to
    /// [`LunarDate::LAST`].
    pub fn new(year: i16, month: u8, day: u8, leap: bool) -> Result<Self, CalendarError> {
        let table = Year::of(i32::from(year)).ok_or(CalendarError::LunarYearOutOfRange { year })?;
        let date = Self { year, month, leap, day };
        let exists = table
            .place(month, leap)
            .is_some_and(|place| (1..=table.month_length(place)).contains(&u32::from(day)));
        if !exists {
            return Err(CalendarError::NoSuchLunarDate { year, month, day, leap });
        }
        if date < Self::FIRST {
            return Err(CalendarError::LunarOutOfRange { date: date.to_solar() });
        }
        Ok(date)
    }

    /// The lunar date of a solar day (ngày dương lịch).
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::calendar::LunarDate;
    /// use motcua::chrono::NaiveDate;
    ///
    /// let date = LunarDate::from_solar(NaiveDate::from_ymd_opt(2026, 2, 14).unwrap())?;
    /// assert_eq!((date.year(), date.month(), date.day()), (2025, 12, 27));
    /// # Ok::<(), motcua::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`CalendarError::LunarOutOfRange`] before 1968-01-01 and after 2051-02-10.
    pub fn from_solar(date: NaiveDate) -> Result<Self, CalendarError> {
        Self::find(date)
            .filter(|lunar| *lunar >= Self::FIRST)
            .ok_or(CalendarError::LunarOutOfRange { date })
    }

    fn find(date: NaiveDate) -> Option<Self> {
        let day = u32::try_from(date.num_days_from_ce().checked_sub(EPOCH)?).ok()?;
        // The lunar year begins after 20 January, so the day is in the lunar year of the same
        // number or in the one before.
        let (number, year) = [date.year(), date.year().checked_sub(1)?]
            .into_iter()
            .filter_map(|number| Some((number, Year::of(number)?)))
            .find(|(_, year)| year.first_day <= day)?;
        let offset = day.checked_sub(year.first_day)?;
        // Months have 29 or 30 days, so dividing by 30 gives the place or the one before it.
        let mut place = offset / 30;
        if year.month_start(place.checked_add(1)?) <= offset {
            place = place.checked_add(1)?;
        }
        let (month, leap) = year.month(place)?;
        let in_month = offset.checked_sub(year.month_start(place))?.checked_add(1)?;
        Some(Self {
            year: i16::try_from(number).ok()?,
            month,
            leap,
            day: u8::try_from(in_month).ok()?,
        })
    }

    /// The solar day (ngày dương lịch) of this date.
    #[must_use]
    pub fn to_solar(self) -> NaiveDate {
        // A date is only made from a year and a month of the table, all of whose days exist.
        self.solar().unwrap_or_default()
    }

    fn solar(self) -> Option<NaiveDate> {
        let year = Year::of(i32::from(self.year))?;
        let start = year.month_start(year.place(self.month, self.leap)?);
        let day = year.first_day.checked_add(start)?.checked_add(u32::from(self.day))?;
        // The first day of a month is day 1, not 0.
        let day = i32::try_from(day.checked_sub(1)?).ok()?.checked_add(EPOCH)?;
        NaiveDate::from_num_days_from_ce_opt(day)
    }

    /// The lunar year; in January and most of February it can be the one before the solar year.
    #[must_use]
    pub const fn year(self) -> i16 {
        self.year
    }

    /// The number of the month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 30.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// Whether the month is the leap month (tháng nhuận) of its number.
    #[must_use]
    pub const fn is_leap(self) -> bool {
        self.leap
    }
}

/// Prints the form officials write: `10/3 âm lịch năm 2026`, `1/6 nhuận âm lịch năm 2025`.
impl fmt::Display for LunarDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let leap = if self.leap { " nhuận" } else { "" };
        write!(f, "{}/{}{leap} âm lịch năm {}", self.day, self.month, self.year)
    }
}

impl TryFrom<NaiveDate> for LunarDate {
    type Error = CalendarError;

    fn try_from(date: NaiveDate) -> Result<Self, CalendarError> {
        Self::from_solar(date)
    }
}

impl From<LunarDate> for NaiveDate {
    fn from(date: LunarDate) -> Self {
        date.to_solar()
    }
}

/// Mùng 1 Tết — the solar day on which a lunar year begins.
///
/// # Examples
///
/// ```
/// use motcua::calendar::new_year;
/// use motcua::chrono::NaiveDate;
///
/// assert_eq!(new_year(2030)?, NaiveDate::from_ymd_opt(2030, 2, 2).unwrap());
/// # Ok::<(), motcua::Error>(())
/// ```
///
/// # Errors
///
/// [`CalendarError::LunarYearOutOfRange`] before 1968 and after 2050.
pub fn new_year(year: i16) -> Result<NaiveDate, CalendarError> {
    if year <= LunarDate::FIRST.year {
        return Err(CalendarError::LunarYearOutOfRange { year });
    }
    LunarDate::new(year, 1, 1, false).map(LunarDate::to_solar)
}

/// A lunar year of the table.
#[derive(Clone, Copy)]
struct Year {
    /// Counted from [`EPOCH`].
    first_day: u32,
    /// The number of the leap month, or 0.
    leap_month: u8,
    /// Bit i is set if the month at place i, counted from 0, has 30 days.
    long_months: u32,
}

impl Year {
    fn of(year: i32) -> Option<Self> {
        let index = usize::try_from(year.checked_sub(FIRST_YEAR)?).ok()?;
        Self::unpack(*YEARS.get(index)?)
    }

    fn unpack(word: u32) -> Option<Self> {
        Some(Self {
            first_day: word >> 17,
            leap_month: u8::try_from((word >> 13) & 0xF).ok()?,
            long_months: word & 0x1FFF,
        })
    }

    /// The days before the month at a place.
    const fn month_start(self, place: u32) -> u32 {
        let before = !u32::MAX.unbounded_shl(place);
        place.saturating_mul(29).saturating_add((self.long_months & before).count_ones())
    }

    const fn month_length(self, place: u32) -> u32 {
        self.month_start(place.saturating_add(1)).saturating_sub(self.month_start(place))
    }

    /// The place of a month among the twelve or thirteen of the year.
    fn place(self, month: u8, leap: bool) -> Option<u32> {
        if !(1..=12).contains(&month) || (leap && month != self.leap_month) {
            return None;
        }
        let after_leap = leap || (self.leap_month != 0 && month > self.leap_month);
        u32::from(month).checked_sub(1)?.checked_add(u32::from(after_leap))
    }

    /// The number of the month at a place, and whether it is the leap month.
    fn month(self, place: u32) -> Option<(u8, bool)> {
        let place = u8::try_from(place).ok()?;
        let month = match self.leap_month {
            leap_month @ 1.. if place >= leap_month => (place, place == leap_month),
            _ => (place.checked_add(1)?, false),
        };
        (month.0 <= 12).then_some(month)
    }
}

/// A lunar date as it is read, before it is known to exist.
#[cfg(feature = "serde")]
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Unchecked {
    year: i16,
    month: u8,
    #[serde(default)]
    leap: bool,
    day: u8,
}

#[cfg(feature = "serde")]
impl TryFrom<Unchecked> for LunarDate {
    type Error = CalendarError;

    fn try_from(date: Unchecked) -> Result<Self, CalendarError> {
        Self::new(date.year, date.month, date.day, date.leap)
    }
}
