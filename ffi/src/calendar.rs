use std::ffi::c_char;

use motcua::Calendar;
use motcua::calendar::{Certainty, DayKind, Holiday, Session};
use motcua::chrono::NaiveDate;
use motcua::json::Door;

use crate::guard::{Failure, guard, guard_or};
use crate::ptr::{Out, buffer, give, handle, release, text};
use crate::status::{MOTCUA_BUFFER_TOO_SMALL, motcua_status};
use crate::text::motcua_str;

/// The calendar of an office: every day from 2000 to 2050, what it is, why, and its hours.
///
/// It never changes, so any number of threads may ask one calendar at the same time.
#[derive(Debug)]
pub struct motcua_calendar {
    pub(crate) door: Door,
}

impl motcua_calendar {
    #[inline]
    pub(crate) const fn calendar(&self) -> &Calendar {
        self.door.own_calendar()
    }
}

/// A date that is not there, in the outputs of calls and in the columns of batches.
pub const MOTCUA_NO_DATE: i32 = i32::MIN;
/// An instant that is not there, in the outputs of calls and in the columns of batches.
pub const MOTCUA_NO_INSTANT: i64 = i64::MIN;

/// An ordinary working day.
pub const MOTCUA_DAY_WORKING: i32 = 1;
/// A weekly day of rest on which no public holiday falls.
pub const MOTCUA_DAY_WEEKEND: i32 = 2;
/// A public holiday.
pub const MOTCUA_DAY_HOLIDAY: i32 = 3;
/// Off in lieu of a holiday that fell on a weekly day of rest.
pub const MOTCUA_DAY_IN_LIEU: i32 = 4;
/// An ordinary day given off against a make-up day.
pub const MOTCUA_DAY_SWAPPED_OFF: i32 = 5;
/// A weekly day of rest worked against a day given off.
pub const MOTCUA_DAY_MAKE_UP: i32 = 6;
/// A closure of this one office.
pub const MOTCUA_DAY_CLOSURE: i32 = 7;

/// No holiday.
pub const MOTCUA_HOLIDAY_NONE: i32 = 0;
/// 1 January.
pub const MOTCUA_HOLIDAY_NEW_YEAR: i32 = 1;
/// The days of the lunar new year.
pub const MOTCUA_HOLIDAY_TET: i32 = 2;
/// The Hung Kings' Commemoration Day, the 10th of the 3rd lunar month.
pub const MOTCUA_HOLIDAY_HUNG_KINGS: i32 = 3;
/// 30 April.
pub const MOTCUA_HOLIDAY_REUNIFICATION: i32 = 4;
/// 1 May.
pub const MOTCUA_HOLIDAY_LABOUR: i32 = 5;
/// 2 September and, from 2021, the day before or after it.
pub const MOTCUA_HOLIDAY_NATIONAL: i32 = 6;
/// 24 November, from 2026.
pub const MOTCUA_HOLIDAY_CULTURE: i32 = 7;
/// A holiday newer than this list.
pub const MOTCUA_HOLIDAY_OTHER: i32 = 99;

/// All years touched have their official notice.
pub const MOTCUA_CERTAINTY_FINAL: i32 = 1;
/// A year touched has an announcement that is not final.
pub const MOTCUA_CERTAINTY_PROVISIONAL: i32 = 2;
/// A year touched is known by the law and the lunar calendar alone.
pub const MOTCUA_CERTAINTY_PROJECTED: i32 = 3;

/// What a day is for the office.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct motcua_day {
    /// The day, in days since 1970-01-01.
    pub date: i32,
    /// What it is: one of `MOTCUA_DAY_...`.
    pub kind: i32,
    /// The public holiday that falls on it: one of `MOTCUA_HOLIDAY_...`.
    pub holiday: i32,
    /// The day it is exchanged for, or `MOTCUA_NO_DATE`.
    pub exchanged_for: i32,
    /// How far its year is settled: one of `MOTCUA_CERTAINTY_...`.
    pub certainty: i32,
    /// 1 if the office works on it, else 0.
    pub working: i32,
    /// 1 if the source of this very day has been seen in a text, else 0.
    pub verified: i32,
    /// Minutes the office is open on it.
    pub open_minutes: i32,
}

const _: () = assert!(size_of::<motcua_day>() == 32 && align_of::<motcua_day>() == 4);

/// One session of a day, in minutes since its midnight.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct motcua_session {
    /// When the office opens.
    pub open: i32,
    /// When it closes, at most 1440.
    pub close: i32,
}

const _: () = assert!(size_of::<motcua_session>() == 8 && align_of::<motcua_session>() == 4);

/// A date of the caller. What no calendar could hold is outside this one too.
#[inline]
pub(crate) fn date(day: i32) -> Result<NaiveDate, Failure> {
    NaiveDate::from_epoch_days(day).ok_or_else(|| absurd(day))
}

#[cold]
fn absurd(day: i32) -> Failure {
    let status = motcua::ErrorKind::NoCalendarData.number().into();
    Failure::new(status, format!("the day {day} days from 1970-01-01 is outside the calendar"))
}

const fn kind(kind: DayKind) -> i32 {
    match kind {
        DayKind::Working => MOTCUA_DAY_WORKING,
        DayKind::Weekend => MOTCUA_DAY_WEEKEND,
        DayKind::Holiday => MOTCUA_DAY_HOLIDAY,
        DayKind::InLieu => MOTCUA_DAY_IN_LIEU,
        DayKind::SwappedOff => MOTCUA_DAY_SWAPPED_OFF,
        DayKind::MakeUp => MOTCUA_DAY_MAKE_UP,
        DayKind::Closure => MOTCUA_DAY_CLOSURE,
    }
}

const fn holiday(holiday: Option<Holiday>) -> i32 {
    match holiday {
        None => MOTCUA_HOLIDAY_NONE,
        Some(Holiday::NewYear) => MOTCUA_HOLIDAY_NEW_YEAR,
        Some(Holiday::Tet) => MOTCUA_HOLIDAY_TET,
        Some(Holiday::HungKings) => MOTCUA_HOLIDAY_HUNG_KINGS,
        Some(Holiday::Reunification) => MOTCUA_HOLIDAY_REUNIFICATION,
        Some(Holiday::Labour) => MOTCUA_HOLIDAY_LABOUR,
        Some(Holiday::National) => MOTCUA_HOLIDAY_NATIONAL,
        Some(Holiday::Culture) => MOTCUA_HOLIDAY_CULTURE,
        Some(_) => MOTCUA_HOLIDAY_OTHER,
    }
}

pub(crate) const fn certainty(certainty: Certainty) -> i32 {
    match certainty {
        Certainty::Final => MOTCUA_CERTAINTY_FINAL,
        Certainty::Provisional => MOTCUA_CERTAINTY_PROVISIONAL,
        Certainty::Projected => MOTCUA_CERTAINTY_PROJECTED,
    }
}

fn built(calendar: Calendar) -> *mut motcua_calendar {
    give(motcua_calendar { door: Door::with_calendar(calendar) })
}

/// Makes the calendar of an office with the default hours (Monday to Friday 07:30-11:30 and
/// 13:00-17:00) on the built-in facts.
///
/// @param out  Receives the calendar, to be freed with `motcua_calendar_free`.
/// @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`.
///
/// # Safety
///
/// `out` is valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_calendar_new_vietnam(
    out: *mut *mut motcua_calendar,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let out = unsafe { Out::new(out)? };
        out.write(built(Calendar::vietnam()?));
        Ok(())
    })
}

/// Makes the calendar of an office from a JSON object laid over the built-in facts: its own hours,
/// closures, make-up hours and official notices, as the `calendar` of a request in JSON.
///
/// @param json  For example `{"hours": {"mon-fri": [["07:30","11:30"],["13:30","17:00"]]}}`.
///              UTF-8, not NUL-terminated.
/// @param len   Bytes in `json`.
/// @param out   Receives the calendar, to be freed with `motcua_calendar_free`.
/// @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`, `MOTCUA_INVALID_LENGTH`, `MOTCUA_INVALID_UTF8`;
///         `MOTCUA_ERROR_INVALID_CALENDAR` for a text that is no such object, and the other
///         statuses of 100 to 149 for facts that contradict each other.
///
/// # Safety
///
/// `json` is valid for reading `len` bytes, `out` for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_calendar_new_from_json(
    json: *const c_char,
    len: usize,
    out: *mut *mut motcua_calendar,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (out, json) = unsafe { (Out::new(out)?, text(json, len)?) };
        out.write(built(Calendar::builder().overlay_json(json)?.build()?));
        Ok(())
    })
}

/// Frees a calendar. NULL is nothing. No other thread may be using the calendar any more.
///
/// @param calendar  What is freed, or NULL.
///
/// # Safety
///
/// `calendar` is NULL or a calendar that is not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_calendar_free(calendar: *mut motcua_calendar) {
    // SAFETY: the caller's promise.
    guard_or((), || unsafe { release(calendar) });
}

/// The first and the last day the calendar knows.
///
/// @param calendar  The calendar.
/// @param first     Receives the first day, in days since 1970-01-01.
/// @param last      Receives the last day, in days since 1970-01-01.
/// @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`.
///
/// # Safety
///
/// `calendar` is a calendar that is not freed, `first` and `last` are valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_calendar_range(
    calendar: *const motcua_calendar,
    first: *mut i32,
    last: *mut i32,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (calendar, first, last) =
            unsafe { (handle(calendar)?, Out::new(first)?, Out::new(last)?) };
        let range = calendar.calendar().coverage();
        first.write(range.start().to_epoch_days());
        last.write(range.end().to_epoch_days());
        Ok(())
    })
}

/// What a day is for the office.
///
/// @param calendar  The calendar.
/// @param date      The day, in days since 1970-01-01.
/// @param out       Receives what is known of it.
/// @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`; `MOTCUA_ERROR_NO_CALENDAR_DATA` outside 2000 to
///         2050.
///
/// # Safety
///
/// `calendar` is a calendar that is not freed, `out` is valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_day_info(
    calendar: *const motcua_calendar,
    date: i32,
    out: *mut motcua_day,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (calendar, out) = unsafe { (handle(calendar)?, Out::new(out)?) };
        let day = calendar.calendar().day(self::date(date)?)?;
        out.write(motcua_day {
            date,
            kind: kind(day.kind),
            holiday: holiday(day.holiday),
            exchanged_for: day.exchanged_for.map_or(MOTCUA_NO_DATE, |day| day.to_epoch_days()),
            certainty: certainty(day.certainty),
            working: day.is_working().into(),
            verified: day.verified.into(),
            open_minutes: day.hours.minutes().into(),
        });
        Ok(())
    })
}

/// What sets a day: the official notice that tells of it, the law, or the office's own closure.
///
/// @param calendar  The calendar.
/// @param date      The day, in days since 1970-01-01.
/// @param out       Receives the text, which lives as long as the calendar.
/// @return As `motcua_day_info`.
///
/// # Safety
///
/// `calendar` is a calendar that is not freed, `out` is valid for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_day_source(
    calendar: *const motcua_calendar,
    date: i32,
    out: *mut motcua_str,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (calendar, out) = unsafe { (handle(calendar)?, Out::new(out)?) };
        out.write(motcua_str::of(calendar.calendar().day(self::date(date)?)?.source));
        Ok(())
    })
}

/// The sessions of a day, in order; none on a day off.
///
/// @param calendar  The calendar.
/// @param date      The day, in days since 1970-01-01.
/// @param sessions  Receives the sessions. NULL if `len` is 0, to ask for the number only.
/// @param len       How many sessions there is room for.
/// @param count     Receives the number of sessions; also when there is too little room.
/// @return `MOTCUA_OK`; `MOTCUA_BUFFER_TOO_SMALL`, with `sessions` untouched; else as
///         `motcua_day_info`.
///
/// # Safety
///
/// `calendar` is a calendar that is not freed, `sessions` is valid for writing `len` sessions,
/// `count` for writing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_day_sessions(
    calendar: *const motcua_calendar,
    date: i32,
    sessions: *mut motcua_session,
    len: usize,
    count: *mut usize,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (calendar, room, count) =
            unsafe { (handle(calendar)?, buffer(sessions, len)?, Out::new(count)?) };
        let found = calendar.calendar().hours(self::date(date)?)?.sessions();
        count.write(found.len());
        if found.len() > len {
            let text = format!("{} sessions do not fit into {len}", found.len());
            return Err(Failure::new(MOTCUA_BUFFER_TOO_SMALL, text));
        }
        let ends = |session: &Session| motcua_session {
            open: session.open().minutes().into(),
            close: session.close().minutes().into(),
        };
        room.fill(found.iter().map(ends));
        Ok(())
    })
}
