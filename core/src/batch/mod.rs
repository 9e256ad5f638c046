//! Tính hàng loạt — columns in, columns out, for any number of rows, and nothing allocated for a
//! row.
//!
//! The answers are those of the calls for one row ([`Calendar::add_working_days`],
//! [`deadline::due`](crate::deadline::due), [`obligation::standing`](crate::obligation::standing),
//! [`Dossier::evaluate`](crate::Dossier::evaluate)). Dates are days since 1970-01-01 and instants
//! seconds since 1970-01-01T00:00 on Vietnam's clock, as in [`LocalTime::local_seconds`].
//!
//! A row without an answer gets a value that stands for none ([`NO_DATE`], [`NO_INSTANT`],
//! [`NO_COUNT`]) and does not stop the others; it can be read back as a column of its own
//! ([`validity`]). How many there are, which is the first and why, each call tells ([`BadRows`]).
//!
//! # Examples
//!
//! ```
//! use motcua::Calendar;
//! use motcua::batch::{Batch, NO_DATE, validity};
//!
//! let calendar = Calendar::vietnam()?;
//! // 19 August 2026, a row without a date, and 1 September 2026.
//! let (dates, n) = ([20_684, NO_DATE, 20_697], [10, 10, -1]);
//! let mut due = [0; 3];
//! let bad = Batch::new(&calendar).add_working_days(&dates, &n, &mut due)?;
//! assert_eq!(due, [20_700, NO_DATE, 20_693]);
//! assert_eq!((bad.count, bad.first.map(|first| first.row)), (1, Some(1)));
//! let mut valid = [0; 3];
//! validity(&due, &mut valid)?;
//! assert_eq!(valid, [1, 0, 1]);
//! # Ok::<(), motcua::Error>(())
//! ```

mod column;
mod dossier;
mod term;

pub use column::{BadRow, BadRows, BatchError, Cell, NO_COUNT, NO_DATE, NO_INSTANT, validity};
pub use dossier::{DossierAnswers, EventCode, Logs};
pub use term::{Appointments, Standings, Terms};

use crate::obligation::StandingPolicy;
use crate::regulation::CountingPolicy;
use crate::{Calendar, ErrorKind, LocalTime};
use column::Columns;

/// Lô tính — a calendar and the policies that all rows of a batch are answered by.
///
/// The columns of a call have to be of one length. Nothing is written when they are not.
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct Batch<'a> {
    calendar: &'a Calendar,
    counting: CountingPolicy,
    standing: StandingPolicy,
    #[cfg(feature = "rayon")]
    parallel: bool,
}

impl<'a> Batch<'a> {
    /// A batch in the one-stop's own way of counting, on one thread.
    pub fn new(calendar: &'a Calendar) -> Self {
        Self {
            calendar,
            counting: CountingPolicy::one_stop(),
            standing: StandingPolicy::default(),
            #[cfg(feature = "rayon")]
            parallel: false,
        }
    }

    /// Sets how terms are counted.
    pub const fn counting(mut self, policy: CountingPolicy) -> Self {
        self.counting = policy;
        self
    }

    /// Sets how standings are told.
    pub const fn standing(mut self, policy: StandingPolicy) -> Self {
        self.standing = policy;
        self
    }

    /// Shares the rows out among the threads of the rayon pool the call is made in. The answers
    /// are the same.
    #[cfg(feature = "rayon")]
    pub const fn parallel(mut self) -> Self {
        self.parallel = true;
        self
    }

    /// Answers the rows of some columns, part by part where they are shared out.
    fn run<C: Columns>(
        &self,
        rows: usize,
        columns: C,
        part: impl Fn(C) -> BadRows + Sync,
    ) -> Result<BadRows, BatchError> {
        if !columns.has(rows) {
            return Err(BatchError::Lengths { rows });
        }
        #[cfg(feature = "rayon")]
        if self.parallel {
            return Ok(column::parallel(rows, columns, &part));
        }
        Ok(part(columns))
    }

    /// Adds working days (ngày làm việc), row by row: [`Calendar::add_working_days`].
    ///
    /// # Errors
    ///
    /// [`BatchError::Lengths`] unless the columns are of one length.
    pub fn add_working_days(
        &self,
        dates: &[i32],
        n: &[i32],
        out: &mut [i32],
    ) -> Result<BadRows, BatchError> {
        let add = |date, n| self.calendar.add_epoch_days(date, n);
        let why = |_, _| ErrorKind::NoCalendarData;
        self.run(dates.len(), (dates, n, out), |columns| column::answer(columns, add, why))
    }

    /// Counts working days (ngày làm việc), row by row: [`Calendar::count_working_days`].
    ///
    /// # Errors
    ///
    /// [`BatchError::Lengths`] unless the columns are of one length.
    pub fn count_working_days(
        &self,
        from: &[i32],
        to: &[i32],
        out: &mut [i32],
    ) -> Result<BadRows, BatchError> {
        let count = |from, to| self.calendar.count_epoch_days(from, to);
        let why = |_, _| ErrorKind::NoCalendarData;
        self.run(from.len(), (from, to, out), |columns| column::answer(columns, count, why))
    }

    /// Adds working minutes (phút làm việc), row by row: [`Calendar::add_working_minutes`].
    ///
    /// # Errors
    ///
    /// [`BatchError::Lengths`] unless the columns are of one length.
    pub fn add_working_minutes(
        &self,
        at: &[i64],
        minutes: &[i32],
        out: &mut [i64],
    ) -> Result<BadRows, BatchError> {
        let add = |at, minutes| self.calendar.add_local_minutes(at, minutes);
        let why = |at, _| unanswered(&[at]);
        self.run(at.len(), (at, minutes, out), |columns| column::answer(columns, add, why))
    }

    /// Counts the whole working minutes (phút làm việc) between two instants, row by row:
    /// [`Calendar::count_working_minutes`].
    ///
    /// # Errors
    ///
    /// [`BatchError::Lengths`] unless the columns are of one length.
    pub fn count_working_minutes(
        &self,
        from: &[i64],
        to: &[i64],
        out: &mut [i32],
    ) -> Result<BadRows, BatchError> {
        let count = |from, to| self.calendar.count_local_minutes(from, to);
        let why = |from, to| unanswered(&[from, to]);
        self.run(from.len(), (from, to, out), |columns| column::answer(columns, count, why))
    }
}

/// Why instants have no answer.
#[cold]
fn unanswered(instants: &[i64]) -> ErrorKind {
    match instants.iter().all(|at| LocalTime::from_seconds(*at).is_some()) {
        true => ErrorKind::NoCalendarData,
        false => ErrorKind::InvalidTime,
    }
}
