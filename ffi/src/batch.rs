//! Columns in, columns out, and nothing allocated for a row.

use std::cell::Cell;

use motcua::chrono::{DateTime, NaiveDate};
use motcua::deadline::{self, Due};
use motcua::obligation::{self, Standing};
use motcua::{Calendar, ErrorKind, LocalTime};

use crate::appointment::limit;
use crate::calendar::{MOTCUA_NO_DATE, MOTCUA_NO_INSTANT, motcua_calendar};
use crate::dossier::state;
use crate::guard::{Failure, guard};
use crate::policy::motcua_policy;
use crate::ptr::{Column, ColumnOut, Out, column, column_out, handle, optional_handle};
use crate::status::{MOTCUA_BAD_ROWS, MOTCUA_OK, MOTCUA_UNKNOWN_VALUE, motcua_status};

/// The rows of the last batch that have no answer.
#[derive(Clone, Copy)]
struct BadRows {
    count: usize,
    first: usize,
    reason: motcua_status,
}

thread_local! {
    static LAST: Cell<BadRows> =
        const { Cell::new(BadRows { count: 0, first: 0, reason: MOTCUA_OK }) };
}

/// Goes through the rows of a batch and counts those without an answer.
#[inline]
fn rows(
    len: usize,
    mut row: impl FnMut(usize) -> Result<(), motcua_status>,
) -> Result<(), Failure> {
    let mut bad = BadRows { count: 0, first: 0, reason: MOTCUA_OK };
    for index in 0..len {
        if let Err(reason) = row(index) {
            if bad.count == 0 {
                bad.first = index;
                bad.reason = reason;
            }
            bad.count = bad.count.saturating_add(1);
        }
    }
    LAST.set(bad);
    if bad.count == 0 { Ok(()) } else { Err(some_bad(bad)) }
}

#[cold]
fn some_bad(BadRows { count, first, reason }: BadRows) -> Failure {
    let text = format!("{count} rows have no answer; the first is row {first}, status {reason}");
    Failure::new(MOTCUA_BAD_ROWS, text)
}

const fn status(kind: ErrorKind) -> motcua_status {
    // Kinds are numbered below 1000.
    kind.number() as motcua_status
}

/// A date of a row, refused without a text.
#[inline]
fn date(day: i32) -> Result<NaiveDate, motcua_status> {
    NaiveDate::from_epoch_days(day).ok_or(status(ErrorKind::NoCalendarData))
}

/// An instant of a row, refused without a text.
#[inline]
fn instant(seconds: i64) -> Result<LocalTime, motcua_status> {
    const FIRST: i64 = DateTime::<motcua::chrono::Utc>::MIN_UTC.timestamp();
    const LAST: i64 = DateTime::<motcua::chrono::Utc>::MAX_UTC.timestamp();
    let refused = status(ErrorKind::InvalidTime);
    if !(FIRST..=LAST).contains(&seconds) {
        return Err(refused);
    }
    LocalTime::from_local_seconds(seconds).map_err(|_| refused)
}

/// Writes the answer of a row, or the sentinel where it has none.
#[inline]
fn put<T>(
    out: &ColumnOut<T>,
    index: usize,
    none: T,
    answer: Result<T, motcua_status>,
) -> Result<(), motcua_status> {
    match answer {
        Ok(value) => {
            out.set(index, value);
            Ok(())
        }
        Err(reason) => {
            out.set(index, none);
            Err(reason)
        }
    }
}

/// How many rows of the last batch on this thread have no answer, which is the first of them, and
/// why.
///
/// @param out_count   Receives the number of rows without an answer.
/// @param out_first   Receives the first of them, from 0; 0 where there is none. May be NULL.
/// @param out_reason  Receives the status that the call for this row alone would have had;
///                    `MOTCUA_OK` where there is none. May be NULL.
/// @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`.
///
/// # Safety
///
/// `out_count` is valid for writing, the others are NULL or are so too.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_batch_bad_rows(
    out_count: *mut usize,
    out_first: *mut usize,
    out_reason: *mut motcua_status,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (count, first, reason) = unsafe {
            (Out::new(out_count)?, Out::optional(out_first)?, Out::optional(out_reason)?)
        };
        let bad = LAST.get();
        count.write(bad.count);
        if let Some(out) = first {
            out.write(bad.first);
        }
        if let Some(out) = reason {
            out.write(bad.reason);
        }
        Ok(())
    })
}

/// Adds working days, row by row; see `motcua_add_working_days`.
///
/// A row without an answer, such as one whose date is `MOTCUA_NO_DATE`, gets `MOTCUA_NO_DATE` and
/// does not stop the others. `out` may be one of the columns read.
///
/// @param calendar  The calendar.
/// @param dates     The dates, in days since 1970-01-01.
/// @param n         How many working days, for each row.
/// @param len       How many rows. All columns may be NULL if it is 0.
/// @param out       Receives the days found.
/// @return `MOTCUA_OK`; `MOTCUA_BAD_ROWS` where the batch was done but some rows have no answer,
///         see `motcua_batch_bad_rows`; `MOTCUA_NULL_POINTER`, `MOTCUA_MISALIGNED_POINTER`,
///         `MOTCUA_INVALID_LENGTH`, with `out` untouched.
///
/// # Safety
///
/// `calendar` is a calendar that is not freed; `dates` and `n` are valid for reading `len` rows,
/// `out` for writing them.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_add_working_days_batch(
    calendar: *const motcua_calendar,
    dates: *const i32,
    n: *const i32,
    len: usize,
    out: *mut i32,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (calendar, dates) = unsafe { (handle(calendar)?, column(dates, len)?) };
        // SAFETY: the caller's promise.
        let (n, out) = unsafe { (column(n, len)?, column_out(out, len)?) };
        let calendar = calendar.calendar();
        rows(len, |row| {
            let found = date(dates.get(row)).and_then(|date| {
                calendar.add_working_days(date, n.get(row)).map_err(|error| status(error.kind()))
            });
            put(&out, row, MOTCUA_NO_DATE, found.map(|date| date.to_epoch_days()))
        })
    })
}

/// Counts working days, row by row; see `motcua_count_working_days`.
///
/// A row without an answer gets `INT32_MIN` and does not stop the others. `out` may be one of the
/// columns read.
///
/// @param calendar  The calendar.
/// @param from      Dates, in days since 1970-01-01.
/// @param to        Dates, in days since 1970-01-01.
/// @param len       How many rows. All columns may be NULL if it is 0.
/// @param out       Receives the counts.
/// @return As `motcua_add_working_days_batch`.
///
/// # Safety
///
/// `calendar` is a calendar that is not freed; `from` and `to` are valid for reading `len` rows,
/// `out` for writing them.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_count_working_days_batch(
    calendar: *const motcua_calendar,
    from: *const i32,
    to: *const i32,
    len: usize,
    out: *mut i32,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (calendar, from) = unsafe { (handle(calendar)?, column(from, len)?) };
        // SAFETY: the caller's promise.
        let (to, out) = unsafe { (column(to, len)?, column_out(out, len)?) };
        let calendar = calendar.calendar();
        rows(len, |row| {
            let count = date(from.get(row)).and_then(|from| {
                let to = date(to.get(row))?;
                calendar.count_working_days(from, to).map_err(|error| status(error.kind()))
            });
            put(&out, row, i32::MIN, count)
        })
    })
}

/// Adds working minutes, row by row; see `motcua_add_working_minutes`.
///
/// A row without an answer, such as one whose instant is `MOTCUA_NO_INSTANT`, gets
/// `MOTCUA_NO_INSTANT` and does not stop the others. `out` may be `at_local`.
///
/// @param calendar  The calendar.
/// @param at_local  The instants, in seconds since 1970-01-01T00:00 on Vietnam's clock.
/// @param minutes   How many working minutes, for each row.
/// @param len       How many rows. All columns may be NULL if it is 0.
/// @param out       Receives the instants found, in the same seconds.
/// @return As `motcua_add_working_days_batch`.
///
/// # Safety
///
/// `calendar` is a calendar that is not freed; `at_local` and `minutes` are valid for reading
/// `len` rows, `out` for writing them.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_add_working_minutes_batch(
    calendar: *const motcua_calendar,
    at_local: *const i64,
    minutes: *const i32,
    len: usize,
    out: *mut i64,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (calendar, at) = unsafe { (handle(calendar)?, column(at_local, len)?) };
        // SAFETY: the caller's promise.
        let (minutes, out) = unsafe { (column(minutes, len)?, column_out(out, len)?) };
        let calendar = calendar.calendar();
        rows(len, |row| {
            let found = instant(at.get(row)).and_then(|at| {
                let found = calendar.add_working_minutes(at, minutes.get(row));
                found.map_err(|error| status(error.kind()))
            });
            put(&out, row, MOTCUA_NO_INSTANT, found.map(LocalTime::local_seconds))
        })
    })
}

/// Counts working minutes, row by row; see `motcua_count_working_minutes`.
///
/// A row without an answer gets `INT32_MIN` and does not stop the others.
///
/// @param calendar    The calendar.
/// @param from_local  Instants, in seconds since 1970-01-01T00:00 on Vietnam's clock.
/// @param to_local    Instants, in the same seconds.
/// @param len         How many rows. All columns may be NULL if it is 0.
/// @param out         Receives the minutes.
/// @return As `motcua_add_working_days_batch`.
///
/// # Safety
///
/// `calendar` is a calendar that is not freed; `from_local` and `to_local` are valid for reading
/// `len` rows, `out` for writing them.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_count_working_minutes_batch(
    calendar: *const motcua_calendar,
    from_local: *const i64,
    to_local: *const i64,
    len: usize,
    out: *mut i32,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (calendar, from) = unsafe { (handle(calendar)?, column(from_local, len)?) };
        // SAFETY: the caller's promise.
        let (to, out) = unsafe { (column(to_local, len)?, column_out(out, len)?) };
        let calendar = calendar.calendar();
        rows(len, |row| {
            let count = instant(from.get(row)).and_then(|from| {
                let to = instant(to.get(row))?;
                calendar.count_working_minutes(from, to).map_err(|error| status(error.kind()))
            });
            put(&out, row, i32::MIN, count)
        })
    })
}

/// The limits of a batch that run from their receipts.
struct Terms<'a> {
    calendar: &'a Calendar,
    policy: motcua_policy,
    received: Column<i64>,
    thousandths: Column<i32>,
    unit: Column<i32>,
}

impl<'a> Terms<'a> {
    /// # Safety
    ///
    /// As the batches that call it.
    unsafe fn new(
        calendar: *const motcua_calendar,
        policy: *const motcua_policy,
        received_local: *const i64,
        amount_thousandths: *const i32,
        unit: *const i32,
        len: usize,
    ) -> Result<Self, Failure> {
        // SAFETY: the caller's promise.
        let (calendar, policy) = unsafe { (handle(calendar)?, optional_handle(policy)?) };
        // SAFETY: the caller's promise.
        let (received, thousandths) =
            unsafe { (column(received_local, len)?, column(amount_thousandths, len)?) };
        // SAFETY: the caller's promise.
        let unit = unsafe { column(unit, len)? };
        let policy = policy.copied().unwrap_or_default();
        Ok(Self { calendar: calendar.calendar(), policy, received, thousandths, unit })
    }

    fn due(&self, row: usize) -> Result<Due, motcua_status> {
        let received = instant(self.received.get(row))?;
        let limit =
            limit(self.thousandths.get(row), self.unit.get(row)).ok_or(MOTCUA_UNKNOWN_VALUE)?;
        deadline::due(self.calendar, &self.policy.counting, received, limit)
            .map_err(|error| status(error.kind()))
    }
}

/// Due times, row by row; see `motcua_appointment`.
///
/// A row without an answer gets `MOTCUA_NO_INSTANT` and `MOTCUA_NO_DATE` and does not stop the
/// others.
///
/// @param calendar            The calendar.
/// @param policy              How terms are counted; NULL for the one-stop.
/// @param received_local      The receipts, in seconds since 1970-01-01T00:00 on Vietnam's clock.
/// @param amount_thousandths  The amounts in thousandths.
/// @param unit                What they are counted in: `MOTCUA_UNIT_...` for each row.
/// @param len                 How many rows. All columns may be NULL if it is 0.
/// @param out_due_local       Receives the due instants, in the same seconds.
/// @param out_due_date        Receives the due dates, in days since 1970-01-01. NULL if they are
///                            not wanted.
/// @return As `motcua_add_working_days_batch`.
///
/// # Safety
///
/// `calendar` is a calendar and `policy` NULL or a policy, neither freed; the columns read are
/// valid for reading `len` rows, those written for writing them.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_appointment_batch(
    calendar: *const motcua_calendar,
    policy: *const motcua_policy,
    received_local: *const i64,
    amount_thousandths: *const i32,
    unit: *const i32,
    len: usize,
    out_due_local: *mut i64,
    out_due_date: *mut i32,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let terms =
            unsafe { Terms::new(calendar, policy, received_local, amount_thousandths, unit, len)? };
        // SAFETY: the caller's promise.
        let (at, dates) =
            unsafe { (column_out(out_due_local, len)?, ColumnOut::optional(out_due_date, len)?) };
        rows(len, |row| {
            let due = terms.due(row);
            if let Some(dates) = &dates {
                let date = due.as_ref().map(|due| due.date.to_epoch_days());
                dates.set(row, date.unwrap_or(MOTCUA_NO_DATE));
            }
            put(&at, row, MOTCUA_NO_INSTANT, due.map(|due| due.at.local_seconds()))
        })
    })
}

/// Where dossiers stand at an instant, row by row.
///
/// A row without an answer gets the state 0 and `INT32_MIN` minutes and does not stop the others.
///
/// @param calendar            The calendar.
/// @param policy              How terms are counted and standings told; NULL for the one-stop.
/// @param received_local      The receipts, in seconds since 1970-01-01T00:00 on Vietnam's clock.
/// @param amount_thousandths  The amounts of the limits in thousandths.
/// @param unit                What they are counted in: `MOTCUA_UNIT_...` for each row.
/// @param done_local          When each was done, in the same seconds; `MOTCUA_NO_INSTANT` for
///                            one that is open.
/// @param len                 How many rows. All columns may be NULL if it is 0.
/// @param as_of_local         The instant at which they stand, in the same seconds.
/// @param out_state           Receives the states: `MOTCUA_STATE_...`.
/// @param out_minutes         Receives the working minutes from the instant at which it was done,
///                            or else from `as_of_local`, to the due instant; negative where it
///                            is over. NULL if they are not wanted.
/// @return As `motcua_add_working_days_batch`.
///
/// # Safety
///
/// `calendar` is a calendar and `policy` NULL or a policy, neither freed; the columns read are
/// valid for reading `len` rows, those written for writing them.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_standing_batch(
    calendar: *const motcua_calendar,
    policy: *const motcua_policy,
    received_local: *const i64,
    amount_thousandths: *const i32,
    unit: *const i32,
    done_local: *const i64,
    len: usize,
    as_of_local: i64,
    out_state: *mut i32,
    out_minutes: *mut i32,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let terms =
            unsafe { Terms::new(calendar, policy, received_local, amount_thousandths, unit, len)? };
        // SAFETY: the caller's promise.
        let (done, states) = unsafe { (column(done_local, len)?, column_out(out_state, len)?) };
        // SAFETY: the caller's promise.
        let minutes = unsafe { ColumnOut::optional(out_minutes, len)? };
        let as_of = LocalTime::from_local_seconds(as_of_local)?;
        let told = terms.policy.standing;
        let stands = |row: usize| -> Result<(i32, i32), motcua_status> {
            let due = terms.due(row)?;
            let done = match done.get(row) {
                MOTCUA_NO_INSTANT => None,
                seconds => Some(instant(seconds)?).filter(|done| *done <= as_of),
            };
            let refused = |error: motcua::calendar::CalendarError| status(error.kind());
            let Standing { state, .. } =
                obligation::standing(terms.calendar, told, &due, done, as_of).map_err(refused)?;
            let left = terms.calendar.count_working_minutes(done.unwrap_or(as_of), due.at);
            Ok((self::state(state), left.map_err(refused)?))
        };
        rows(len, |row| {
            let stands = stands(row);
            if let Some(minutes) = &minutes {
                minutes.set(row, stands.map_or(i32::MIN, |(_, left)| left));
            }
            put(&states, row, 0, stands.map(|(state, _)| state))
        })
    })
}

/// Marks the rows of a column of dates, counts or minutes that hold a value.
///
/// @param values  The column.
/// @param len     How many rows. Both columns may be NULL if it is 0.
/// @param out     Receives 1 for each row that holds a value, 0 for each that holds `INT32_MIN`.
/// @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`, `MOTCUA_MISALIGNED_POINTER`,
///         `MOTCUA_INVALID_LENGTH`.
///
/// # Safety
///
/// `values` is valid for reading `len` rows, `out` for writing them.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_validity_int32(
    values: *const i32,
    len: usize,
    out: *mut u8,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (values, out) = unsafe { (column(values, len)?, column_out(out, len)?) };
        (0..len).for_each(|row| out.set(row, (values.get(row) != i32::MIN).into()));
        Ok(())
    })
}

/// Marks the rows of a column of instants that hold a value.
///
/// @param values  The column.
/// @param len     How many rows. Both columns may be NULL if it is 0.
/// @param out     Receives 1 for each row that holds a value, 0 for each that holds `INT64_MIN`.
/// @return As `motcua_validity_int32`.
///
/// # Safety
///
/// `values` is valid for reading `len` rows, `out` for writing them.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn motcua_validity_int64(
    values: *const i64,
    len: usize,
    out: *mut u8,
) -> motcua_status {
    guard(|| {
        // SAFETY: the caller's promise.
        let (values, out) = unsafe { (column(values, len)?, column_out(out, len)?) };
        (0..len).for_each(|row| out.set(row, (values.get(row) != i64::MIN).into()));
        Ok(())
    })
}
