//! Giờ Việt Nam — the civil time of Vietnam: UTC+7 all year, with no other zone and no clock.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};

use crate::ErrorKind;

const DAY: i64 = 86_400;
/// Seconds by which the clock in Vietnam is ahead of UTC.
const OFFSET: i64 = 7 * 3_600;
/// The seconds at which chrono's dates begin and end.
const FIRST_SECOND: i64 = DateTime::<Utc>::MIN_UTC.timestamp();
const LAST_SECOND: i64 = DateTime::<Utc>::MAX_UTC.timestamp();

/// A date or a time that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CivilError {
    /// Not a date written `YYYY-MM-DD`.
    #[error("`{text}` is not a date written YYYY-MM-DD")]
    Date {
        /// The text as given.
        text: String,
    },
    /// Not an instant written `YYYY-MM-DDThh:mm`, with seconds and an offset from UTC if wanted.
    #[error("`{text}` is not an instant written YYYY-MM-DDThh:mm")]
    Time {
        /// The text as given.
        text: String,
    },
    /// Not an hour of the day written `hh:mm`.
    #[error("`{text}` is not an hour of the day written hh:mm")]
    Clock {
        /// The text as given.
        text: String,
    },
}

impl CivilError {
    /// The stable kind of this error.
    #[must_use]
    #[cfg_attr(target_family = "wasm", inline(always))]
    pub const fn kind(&self) -> ErrorKind {
        match self {
            Self::Date { .. } => ErrorKind::InvalidDate,
            Self::Time { .. } => ErrorKind::InvalidTime,
            Self::Clock { .. } => ErrorKind::InvalidClockTime,
        }
    }
}

/// Reads a date written `YYYY-MM-DD`.
///
/// # Errors
///
/// [`CivilError::Date`] for any other form and for days that do not exist.
pub fn parse_date(text: &str) -> Result<NaiveDate, CivilError> {
    // Read by hand: the contract is one form only, and chrono's reader of any form weighs as much
    // in a browser as all the counting.
    let date = match *text.as_bytes() {
        [century, decade, tens, ones, b'-', m1, m2, b'-', d1, d2] => {
            let year = two_digits(century, decade).zip(two_digits(tens, ones));
            let day = two_digits(m1, m2).zip(two_digits(d1, d2));
            year.zip(day).and_then(|((century, year), (month, day))| {
                let year = i32::from(century).saturating_mul(100).saturating_add(year.into());
                NaiveDate::from_ymd_opt(year, month.into(), day.into())
            })
        }
        _ => None,
    };
    date.ok_or_else(|| CivilError::Date { text: text.into() })
}

/// Thời điểm — an instant on the clock of Vietnam (UTC+7), to the second.
///
/// A `LocalTime` is made from a time that is already Vietnam's ([`LocalTime::new`]) or converted
/// from one that carries its zone (`From<DateTime<_>>`); a bare time of an unknown zone cannot
/// slip in.
///
/// # Examples
///
/// ```
/// use motcua::LocalTime;
///
/// let received: LocalTime = "2026-08-19T09:00".parse()?;
/// assert_eq!(received, "2026-08-19T02:00:00Z".parse()?);
/// assert_eq!(received.to_string(), "2026-08-19T09:00");
/// # Ok::<(), motcua::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocalTime(i64);

impl LocalTime {
    /// An instant given by Vietnam's own date and clock; parts of a second are dropped.
    #[must_use]
    pub const fn new(local: NaiveDateTime) -> Self {
        Self(local.and_utc().timestamp())
    }

    /// A date and an hour of that day; 24:00 is the midnight that ends it.
    #[must_use]
    pub fn at(date: NaiveDate, clock: ClockTime) -> Self {
        Self::from_day_seconds(epoch_day(date), clock.seconds())
    }

    /// An instant given in seconds since 1970-01-01T00:00 on Vietnam's clock.
    ///
    /// # Errors
    ///
    /// [`CivilError::Time`] more than some 262,000 years away, where chrono's dates end.
    pub fn from_local_seconds(seconds: i64) -> Result<Self, CivilError> {
        let refused = || CivilError::Time { text: alloc::format!("{seconds}") };
        Self::from_seconds(seconds).ok_or_else(refused)
    }

    /// The same without a text about what is wrong.
    #[inline]
    pub(crate) fn from_seconds(seconds: i64) -> Option<Self> {
        (FIRST_SECOND..=LAST_SECOND).contains(&seconds).then_some(Self(seconds))
    }

    /// An instant given in seconds since 1970-01-01T00:00 UTC.
    ///
    /// # Errors
    ///
    /// As [`LocalTime::from_local_seconds`].
    pub fn from_utc_seconds(seconds: i64) -> Result<Self, CivilError> {
        Self::from_local_seconds(seconds.saturating_add(OFFSET))
    }

    /// Seconds since 1970-01-01T00:00 on Vietnam's clock.
    #[must_use]
    pub const fn local_seconds(self) -> i64 {
        self.0
    }

    /// Seconds since 1970-01-01T00:00 UTC.
    #[must_use]
    pub const fn utc_seconds(self) -> i64 {
        self.0.saturating_sub(OFFSET)
    }

    /// The date in Vietnam.
    #[must_use]
    pub fn date(self) -> NaiveDate {
        let day = i32::try_from(self.0.div_euclid(DAY)).ok();
        day.and_then(date_of).unwrap_or_default()
    }

    /// The hour on the clock in Vietnam.
    #[must_use]
    pub fn time(self) -> NaiveTime {
        self.naive().time()
    }

    /// The date and clock as chrono's type without a zone.
    #[must_use]
    pub fn naive(self) -> NaiveDateTime {
        DateTime::from_timestamp(self.0, 0).unwrap_or_default().naive_utc()
    }

    /// Seconds since midnight.
    pub(crate) const fn second_of_day(self) -> i64 {
        self.0.rem_euclid(DAY)
    }

    pub(crate) fn from_day_seconds(epoch_day: i32, seconds: i64) -> Self {
        Self(i64::from(epoch_day).saturating_mul(DAY).saturating_add(seconds))
    }

    pub(crate) fn plus_seconds(self, seconds: i64) -> Option<Self> {
        Self::from_seconds(self.0.checked_add(seconds)?)
    }
}

/// Converts to Vietnam's clock, whatever the zone. Instants of chrono's last seven hours, which
/// would be beyond them on that clock, become the last.
impl<Tz: TimeZone> From<DateTime<Tz>> for LocalTime {
    fn from(instant: DateTime<Tz>) -> Self {
        let local = instant.timestamp().saturating_add(OFFSET);
        Self(local.clamp(FIRST_SECOND, LAST_SECOND))
    }
}

/// Reads `YYYY-MM-DDThh:mm` or `YYYY-MM-DDThh:mm:ss` as Vietnam time; with `Z` or an offset
/// such as `+09:00` behind it the instant is converted.
impl FromStr for LocalTime {
    type Err = CivilError;

    fn from_str(text: &str) -> Result<Self, CivilError> {
        let refused = || CivilError::Time { text: text.into() };
        let (date, clock) = text.split_once('T').ok_or_else(refused)?;
        let date = parse_date(date).map_err(|_| refused())?;
        let zone = clock.find(['Z', '+', '-']).unwrap_or(clock.len());
        let (clock, zone) = clock.split_at_checked(zone).ok_or_else(refused)?;
        let second = second_of_day(clock).ok_or_else(refused)?;
        let local = Self::from_day_seconds(epoch_day(date), second);
        let ahead = match zone {
            "" => return Ok(local),
            "Z" => 0,
            _ => {
                let sign = zone.get(..1).unwrap_or_default();
                if !zone.strip_prefix(sign).is_some_and(|zone| has_form(zone, "00:00")) {
                    return Err(refused());
                }
                let (hours, minutes) = zone.split_once(':').ok_or_else(refused)?;
                let minute = if hours.starts_with('-') { -60 } else { 60 };
                let hours: i64 = hours.parse().map_err(|_| refused())?;
                let minutes: u8 = minutes.parse().map_err(|_| refused())?;
                if hours.abs() > 23 || minutes > 59 {
                    return Err(refused());
                }
                hours
                    .saturating_mul(3_600)
                    .saturating_add(i64::from(minutes).saturating_mul(minute))
            }
        };
        local.plus_seconds(OFFSET.saturating_sub(ahead)).ok_or_else(refused)
    }
}

/// Prints `2026-08-19T09:00`, with seconds only where there are any.
impl fmt::Display for LocalTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let second = self.second_of_day();
        write!(f, "{}T{:02}:{:02}", self.date(), second / 3_600, second / 60 % 60)?;
        match second % 60 {
            0 => Ok(()),
            seconds => write!(f, ":{seconds:02}"),
        }
    }
}

impl fmt::Debug for LocalTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Giờ trong ngày — an hour of the day, to the minute, from 00:00 to 24:00.
///
/// # Examples
///
/// ```
/// use motcua::ClockTime;
///
/// let cut_off: ClockTime = "15:00".parse()?;
/// assert_eq!(cut_off.minutes(), 900);
/// assert!("24:01".parse::<ClockTime>().is_err());
/// # Ok::<(), motcua::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClockTime(u16);

impl ClockTime {
    /// Minutes in a day.
    const LAST: u16 = 1_440;

    /// Nửa đêm — the midnight that ends a day, 24:00 (BLDS 2015 art. 148.6).
    pub const MIDNIGHT: Self = Self(Self::LAST);

    /// An hour and a minute; `None` beyond 24:00.
    #[must_use]
    pub const fn new(hour: u8, minute: u8) -> Option<Self> {
        // Two u8 cannot overflow a u16 here: 255 * 60 + 255 = 15,555.
        let minutes = (hour as u16).saturating_mul(60).saturating_add(minute as u16);
        if minute > 59 || minutes > Self::LAST { None } else { Some(Self(minutes)) }
    }

    /// Minutes since 00:00, at most 1,440.
    #[must_use]
    pub const fn from_minutes(minutes: u16) -> Option<Self> {
        if minutes > Self::LAST { None } else { Some(Self(minutes)) }
    }

    /// Minutes since 00:00.
    #[must_use]
    pub const fn minutes(self) -> u16 {
        self.0
    }

    pub(crate) const fn seconds(self) -> i64 {
        (self.0 as i64).saturating_mul(60)
    }

    /// Whether the clock shows a later time than this, seconds included.
    pub(crate) const fn is_before(self, at: LocalTime) -> bool {
        at.second_of_day() > self.seconds()
    }
}

/// Reads `hh:mm`.
impl FromStr for ClockTime {
    type Err = CivilError;

    fn from_str(text: &str) -> Result<Self, CivilError> {
        let clock = match *text.as_bytes() {
            [h1, h2, b':', m1, m2] => two_digits(h1, h2).zip(two_digits(m1, m2)),
            _ => None,
        };
        let clock = clock.and_then(|(hour, minute)| Self::new(hour, minute));
        clock.ok_or_else(|| CivilError::Clock { text: text.into() })
    }
}

/// Prints `hh:mm`.
impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl fmt::Debug for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The number that two ASCII digits are.
fn two_digits(tens: u8, ones: u8) -> Option<u8> {
    let both = tens.is_ascii_digit() && ones.is_ascii_digit();
    both.then(|| (tens & 15).saturating_mul(10).saturating_add(ones & 15))
}

/// A number written with so many digits and nothing else.
fn number(text: &str, digits: usize) -> Option<u32> {
    let plain = text.len() == digits && text.bytes().all(|letter| letter.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// Seconds since midnight of `hh:mm`, `hh:mm:ss` or `hh:mm:ss.f`; civil time has no leap second.
fn second_of_day(clock: &str) -> Option<i64> {
    let mut parts = clock.split(':');
    let hour = number(parts.next()?, 2).filter(|hour| *hour < 24)?;
    let minute = number(parts.next()?, 2).filter(|minute| *minute < 60)?;
    let second = match parts.next() {
        None => 0,
        Some(second) => {
            let (second, part) = second.split_once('.').unwrap_or((second, "0"));
            if part.is_empty() || !part.bytes().all(|letter| letter.is_ascii_digit()) {
                return None;
            }
            number(second, 2).filter(|second| *second < 60)?
        }
    };
    let minutes = hour.saturating_mul(60).saturating_add(minute);
    let seconds = i64::from(minutes).saturating_mul(60).saturating_add(second.into());
    parts.next().is_none().then_some(seconds)
}

/// Whether a text has digits where `form` has zeros, and otherwise what `form` has.
fn has_form(text: &str, form: &str) -> bool {
    let fits = |(byte, form): (u8, u8)| match form {
        b'0' => byte.is_ascii_digit(),
        _ => byte == form,
    };
    text.len() == form.len() && text.bytes().zip(form.bytes()).all(fits)
}

/// The years whose dates are reckoned without a division of centuries: of 2000 to 2099 every
/// fourth is a leap year, the first of them too.
const PLAIN_YEARS: usize = 100;
/// 2000-01-01 in days since 1970-01-01.
const FIRST_PLAIN_DAY: i32 = 10_957;

/// The first days of these years.
static PLAIN_NEW_YEARS: [NaiveDate; PLAIN_YEARS] = {
    let mut years = [NaiveDate::MIN; PLAIN_YEARS];
    let mut year = 0;
    let mut rest: &mut [NaiveDate] = &mut years;
    while let Some((first, others)) = rest.split_first_mut() {
        if let Some(date) = NaiveDate::from_yo_opt(2_000_i32.saturating_add(year), 1) {
            *first = date;
        }
        year = year.saturating_add(1);
        rest = others;
    }
    years
};

/// The date of a day since 1970-01-01. Dates of the years the calendar knows are reckoned in a
/// third of the time that dates of any year take.
#[inline]
pub(crate) fn date_of(epoch_day: i32) -> Option<NaiveDate> {
    let plain = || {
        let day = u32::try_from(epoch_day.checked_sub(FIRST_PLAIN_DAY)?).ok()?;
        let year = day.checked_mul(4)? / 1_461;
        let new_year = PLAIN_NEW_YEARS.get(usize::try_from(year).ok()?)?;
        new_year.with_ordinal0(day.checked_sub(days_before(year))?)
    };
    plain().or_else(|| NaiveDate::from_epoch_days(epoch_day))
}

/// The day since 1970-01-01 of a date, reckoned likewise.
#[inline]
pub(crate) fn epoch_day(date: NaiveDate) -> i32 {
    match u32::try_from(date.year().saturating_sub(2_000)) {
        Ok(year) if year < 100 => {
            let day = days_before(year).saturating_add(date.ordinal0());
            i32::try_from(day).unwrap_or(0).saturating_add(FIRST_PLAIN_DAY)
        }
        _ => date.to_epoch_days(),
    }
}

/// Days from 2000-01-01 to the first day of a year, counted from 2000.
const fn days_before(year: u32) -> u32 {
    year.saturating_mul(1_461).saturating_add(3) / 4
}

#[cfg(feature = "serde")]
mod text_serde {
    use super::{ClockTime, LocalTime};
    use alloc::borrow::Cow;
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

    macro_rules! as_text {
        ($type:ty) => {
            impl Serialize for $type {
                fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                    to.collect_str(self)
                }
            }

            impl<'de> Deserialize<'de> for $type {
                fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                    Cow::<'_, str>::deserialize(from)?.parse().map_err(de::Error::custom)
                }
            }
        };
    }

    as_text!(LocalTime);
    as_text!(ClockTime);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_zones_are_converted_and_bare_times_are_vietnams() {
        let nine: LocalTime = "2026-08-19T09:00".parse().unwrap();
        for same in [
            "2026-08-19T09:00:00",
            "2026-08-19T02:00Z",
            "2026-08-19T11:00+09:00",
            "2026-08-18T22:30-03:30",
            "2026-08-19T09:00:00.5+07:00",
        ] {
            assert_eq!(same.parse::<LocalTime>().unwrap(), nine, "{same}");
        }
    }

    #[test]
    fn other_forms_are_refused() {
        for bad in [
            "",
            "2026-08-19",
            "2026-8-19T09:00",
            "2026-08-19T9:00",
            "2026-08-19 09:00",
            "2026-02-30T09:00",
            "2026-08-19T24:01",
            "2026-08-19T09:00+7",
            "2026-08-19T09:00+24:00",
            "2026-08-19T09:00+",
            "2026-08-19T09:00Zx",
            "2026-08-19T09:60",
            "2026-08-19T 9:00",
            "2026-08-19T9:0:00",
            "2026-08-19T09:00:60",
            "2026-08-19T09:00.5",
            "2026-08-19T09:00+07:+0",
            "2026- 8-19T09:00",
            "+2026-8-19T09:00",
        ] {
            assert!(bad.parse::<LocalTime>().is_err(), "{bad}");
        }
        for bad in ["7:30", "07:60", "24:01", "0730", "-7:30", "07:30:00", ""] {
            assert!(bad.parse::<ClockTime>().is_err(), "{bad}");
        }
    }

    #[test]
    fn dates_of_plain_years_are_those_of_any_year() {
        for day in -200_000..200_000 {
            let date = NaiveDate::from_epoch_days(day).unwrap();
            assert_eq!(date_of(day), Some(date));
            assert_eq!(epoch_day(date), day);
        }
        for day in [i32::MIN, -100_000_000, 90_000_000, i32::MAX] {
            assert_eq!(date_of(day), NaiveDate::from_epoch_days(day));
        }
    }

    #[test]
    fn the_last_instants_of_all_stay_the_last() {
        let last = DateTime::<Utc>::MAX_UTC;
        assert_eq!(LocalTime::from(last).local_seconds(), last.timestamp());
        assert_eq!(LocalTime::from(last).date(), last.date_naive());
        let first = DateTime::<Utc>::MIN_UTC;
        assert_eq!(LocalTime::from(first).utc_seconds(), first.timestamp());
    }

    #[test]
    fn midnight_that_ends_a_day_is_the_next_day() {
        let date = parse_date("2026-09-04").unwrap();
        assert_eq!(LocalTime::at(date, ClockTime::MIDNIGHT).to_string(), "2026-09-05T00:00");
    }
}
