//! Columns in, columns out, and nothing allocated for a row.
//!
//! The answers are those of `motcua::batch`. That takes slices, and columns of the caller are none,
//! as the answers may go where the questions were: rows are copied a block at a time.

use std::cell::Cell;

use motcua::batch::{
    self, Appointments, BadRow, Batch, BatchError, NO_COUNT, NO_DATE, NO_INSTANT, Standings,
};
use motcua::{ErrorKind, Limit, LocalTime};

use crate::appointment::limit;
use crate::calendar::motcua_calendar;
use crate::dossier::state;
use crate::guard::{Failure, guard};
use crate::policy::motcua_policy;
use crate::ptr::{Column, ColumnOut, Out, column, column_out, handle, optional_handle};
use crate::status::{MOTCUA_BAD_ROWS, MOTCUA_OK, MOTCUA_UNKNOWN_VALUE, motcua_status};

/// The rows of the last batch that have no answer.
#[derive(Clone, Copy)]
pub(crate) struct BadRows {
    count: usize,
    first: usize,
    reason: motcua_status,
}

impl BadRows {
    const NONE: Self = Self { count: 0, first: 0, reason: MOTCUA_OK };

    /// Notes rows behind those before.
    pub(crate) fn note(&mut self, count: usize, first: usize, reason: motcua_status) {
        if self.count == 0 && count > 0 {
            (self.first, self.reason) = (first, reason);
        }
        self.count = self.count.saturating_add(count);
    }
}

thread_local! {
    static LAST: Cell<BadRows> = const { Cell::new(BadRows::NONE) };
}

/// How many rows are answered at a time.
pub(crate) const BLOCK: usize = 1_024;

/// Goes through the rows of a batch by blocks, each told by its first row and its length.
#[inline]
pub(crate) fn blocks(
    len: usize,
    mut block: impl FnMut(&mut BadRows, usize, usize) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut bad = BadRows::NONE;
    for from in (0..len).step_by(BLOCK) {
        block(&mut bad, from, BLOCK.min(len.saturating_sub(from)))?;
    }
    LAST.set(bad);
    if bad.count == 0 { Ok(()) } else { Err(some_bad(bad)) }
}

#[cold]
fn some_bad(BadRows { count, first, reason }: BadRows) -> Failure {
    let text = format!("{count} rows have no answer; the first is row {first}, status {reason}");
    Failure::new(MOTCUA_BAD_ROWS, text)
}

pub(crate) const fn status(kind: ErrorKind) -> motcua_status {
    // Kinds are numbered below 1000.
    kind.number() as motcua_status
}

/// The first of the rows of a buffer.
#[inline]
pub(crate) fn first_rows<T>(buffer: &mut [T; BLOCK], rows: usize) -> &mut [T] {
    buffer.get_mut(..rows).unwrap_or_default()
}

/// Answers the rows of two columns.
#[inline]
fn answer<A: Copy + Default, B: Copy + Default, T: Copy + Default>(
    a: &Column<A>,
    b: &Column<B>,
    out: &ColumnOut<T>,
    batch: impl Fn(&[A], &[B], &mut [T]) -> Result<batch::BadRows, BatchError>,
) -> Result<(), Failure> {
    let (mut left, mut right) = ([A::default(); BLOCK], [B::default(); BLOCK]);
    let mut found = [T::default(); BLOCK];
    blocks(a.len(), |bad, from, rows| {
        let (left, right) = (first_rows(&mut left, rows), first_rows(&mut right, rows));
        let found = first_rows(&mut found, rows);
        a.read(from, left);
        b.read(from, right);
        let without = batch(left, right, found)?;
        out.write(from, found);
        if let Some(BadRow { row, kind }) = without.first {
            bad.note(without.count, from.saturating_add(row), status(kind));
        }
        Ok(())
    })
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
        let batch = Batch::new(calendar.calendar());
        answer(&dates, &n, &out, |dates, n, out| batch.add_working_days(dates, n, out))
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
        let batch = Batch::new(calendar.calendar());
        answer(&from, &to, &out, |from, to, out| batch.count_working_days(from, to, out))
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
        let batch = Batch::new(calendar.calendar());
        answer(&at, &minutes, &out, |at, minutes, out| batch.add_working_minutes(at, minutes, out))
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
        let batch = Batch::new(calendar.calendar());
        answer(&from, &to, &out, |from, to, out| batch.count_working_minutes(from, to, out))
    })
}

/// The limits of a batch that run from their receipts.
struct Terms<'a> {
    batch: Batch<'a>,
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
        let batch =
            Batch::new(calendar.calendar()).counting(policy.counting).standing(policy.standing);
        Ok(Self { batch, received, thousandths, unit })
    }

    fn limit(&self, row: usize) -> Option<Limit> {
        limit(self.thousandths.get(row), self.unit.get(row))
    }

    /// Answers the rows; the block is told which is its first.
    fn answer(
        &self,
        mut block: impl FnMut(batch::Terms<'_>, usize) -> Result<batch::BadRows, BatchError>,
    ) -> Result<(), Failure> {
        let (mut received, mut limits) = ([0; BLOCK], [Limit::SameDay; BLOCK]);
        blocks(self.received.len(), |bad, from, rows| {
            let received = first_rows(&mut received, rows);
            let limits = first_rows(&mut limits, rows);
            self.received.read(from, received);
            for (row, (received, limit)) in received.iter_mut().zip(limits.iter_mut()).enumerate() {
                match self.limit(from.saturating_add(row)) {
                    Some(known) => *limit = known,
                    // What is no limit has no answer.
                    None => *received = NO_INSTANT,
                }
            }
            let without = block(batch::Terms { received, limits }, from)?;
            if let Some(BadRow { row, kind }) = without.first {
                let row = from.saturating_add(row);
                let unknown = self.limit(row).is_none();
                let reason = if unknown { MOTCUA_UNKNOWN_VALUE } else { status(kind) };
                bad.note(without.count, row, reason);
            }
            Ok(())
        })
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
        let (mut due, mut date) = ([NO_INSTANT; BLOCK], [NO_DATE; BLOCK]);
        terms.answer(|rows, from| {
            let len = rows.received.len();
            let (due, date) = (first_rows(&mut due, len), first_rows(&mut date, len));
            let answers =
                Appointments { at: Some(&mut *due), date: Some(&mut *date), certainty: None };
            let bad = terms.batch.appointments(rows, answers)?;
            at.write(from, due);
            if let Some(dates) = &dates {
                dates.write(from, date);
            }
            Ok(bad)
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
        let (mut when, mut left) = ([NO_INSTANT; BLOCK], [NO_COUNT; BLOCK]);
        let (mut stands, mut numbers) = ([None; BLOCK], [0; BLOCK]);
        terms.answer(|rows, from| {
            let len = rows.received.len();
            let (when, left) = (first_rows(&mut when, len), first_rows(&mut left, len));
            let (stands, numbers) = (first_rows(&mut stands, len), first_rows(&mut numbers, len));
            done.read(from, when);
            let answers = Standings { state: Some(&mut *stands), minutes: Some(&mut *left) };
            let bad = terms.batch.standings(rows, when, as_of, answers)?;
            for (number, stands) in numbers.iter_mut().zip(&*stands) {
                *number = stands.map_or(0, state);
            }
            states.write(from, numbers);
            if let Some(minutes) = &minutes {
                minutes.write(from, left);
            }
            Ok(bad)
        })
    })
}

/// Marks the rows of a column that hold a value.
fn validity<T: batch::Cell + Default>(
    values: &Column<T>,
    out: &ColumnOut<u8>,
) -> Result<(), Failure> {
    let (mut block, mut marks) = ([T::default(); BLOCK], [0; BLOCK]);
    for from in (0..values.len()).step_by(BLOCK) {
        let rows = BLOCK.min(values.len().saturating_sub(from));
        let (block, marks) = (first_rows(&mut block, rows), first_rows(&mut marks, rows));
        values.read(from, block);
        batch::validity(block, marks)?;
        out.write(from, marks);
    }
    Ok(())
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
        validity::<i32>(&values, &out)
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
        validity::<i64>(&values, &out)
    })
}
