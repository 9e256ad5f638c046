use super::Batch;
use super::column::{BadRows, BatchError, Columns, NO_COUNT, NO_DATE, NO_INSTANT, instant};
use crate::calendar::Certainty;
use crate::civil::epoch_day;
use crate::deadline::{self, Due};
use crate::obligation::{self, State};
use crate::{ErrorKind, Limit, LocalTime};

/// Thời hạn của từng dòng — the limits of a batch, each in its own unit, and the receipts they
/// run from.
#[derive(Clone, Copy, Debug)]
pub struct Terms<'a> {
    /// The receipts, or for limits before an event the events.
    pub received: &'a [i64],
    /// The limits.
    pub limits: &'a [Limit],
}

/// Ngày hẹn — where the due times of a batch are written; a column left out is not.
#[derive(Debug, Default)]
pub struct Appointments<'a> {
    /// The due instants, [`NO_INSTANT`] for none.
    pub at: Option<&'a mut [i64]>,
    /// The due dates, [`NO_DATE`] for none. At 24:00 this is the day that ends then.
    pub date: Option<&'a mut [i32]>,
    /// How far the years touched are settled.
    pub certainty: Option<&'a mut [Option<Certainty>]>,
}

/// Tình trạng — where the standings of a batch are written; a column left out is not.
#[derive(Debug, Default)]
pub struct Standings<'a> {
    /// Where each stands; none where there is no answer.
    pub state: Option<&'a mut [Option<State>]>,
    /// The working minutes from when it was done, or else from the instant asked for, to the due
    /// instant; negative where that is over, [`NO_COUNT`] for none.
    pub minutes: Option<&'a mut [i32]>,
}

impl Columns for Terms<'_> {
    fn has(&self, rows: usize) -> bool {
        self.received.has(rows) && self.limits.has(rows)
    }

    #[cfg(feature = "rayon")]
    fn cut(self, rows: usize) -> (Self, Self) {
        let (received, received2) = self.received.cut(rows);
        let (limits, limits2) = self.limits.cut(rows);
        (Self { received, limits }, Self { received: received2, limits: limits2 })
    }
}

impl Columns for Appointments<'_> {
    fn has(&self, rows: usize) -> bool {
        self.at.has(rows) && self.date.has(rows) && self.certainty.has(rows)
    }

    #[cfg(feature = "rayon")]
    fn cut(self, rows: usize) -> (Self, Self) {
        let (at, at2) = self.at.cut(rows);
        let (date, date2) = self.date.cut(rows);
        let (certainty, certainty2) = self.certainty.cut(rows);
        (Self { at, date, certainty }, Self { at: at2, date: date2, certainty: certainty2 })
    }
}

impl Columns for Standings<'_> {
    fn has(&self, rows: usize) -> bool {
        self.state.has(rows) && self.minutes.has(rows)
    }

    #[cfg(feature = "rayon")]
    fn cut(self, rows: usize) -> (Self, Self) {
        let (state, state2) = self.state.cut(rows);
        let (minutes, minutes2) = self.minutes.cut(rows);
        (Self { state, minutes }, Self { state: state2, minutes: minutes2 })
    }
}

/// Writes the next cell of a column that is asked for.
pub(super) fn put<'a, T: 'a>(column: &mut Option<impl Iterator<Item = &'a mut T>>, value: T) {
    if let Some(cell) = column.as_mut().and_then(Iterator::next) {
        *cell = value;
    }
}

/// The cells of a column that is asked for, in order.
pub(super) fn cells<T>(column: Option<&mut [T]>) -> Option<impl Iterator<Item = &mut T>> {
    column.map(|column| column.iter_mut())
}

impl Batch<'_> {
    fn due(&self, received: i64, limit: Limit) -> Result<Due, ErrorKind> {
        let received = instant(received)?;
        deadline::due(self.calendar, &self.counting, received, limit).map_err(|error| error.kind())
    }

    /// Computes due times (ngày hẹn trả kết quả), row by row: [`deadline::due`].
    ///
    /// # Examples
    ///
    /// ```
    /// use motcua::batch::{Appointments, Batch, Terms};
    /// use motcua::{Calendar, Limit, LocalTime};
    ///
    /// let calendar = Calendar::vietnam()?;
    /// let received = "2026-08-19T09:00".parse::<LocalTime>()?.local_seconds();
    /// let terms = Terms {
    ///     received: &[received; 2],
    ///     limits: &[Limit::working_days(10), Limit::SameDay],
    /// };
    /// let mut date = [0; 2];
    /// let out = Appointments { date: Some(&mut date), ..Appointments::default() };
    /// let bad = Batch::new(&calendar).appointments(terms, out)?;
    /// // 4 September and 19 August 2026.
    /// assert_eq!((date, bad.count), ([20_700, 20_684], 0));
    /// # Ok::<(), motcua::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`BatchError::Lengths`] unless the columns are of one length.
    pub fn appointments(
        &self,
        terms: Terms<'_>,
        out: Appointments<'_>,
    ) -> Result<BadRows, BatchError> {
        self.run(terms.received.len(), (terms, out), |(terms, out)| {
            let mut bad = BadRows::default();
            let (mut at, mut date) = (cells(out.at), cells(out.date));
            let mut certainty = cells(out.certainty);
            for (row, (received, limit)) in terms.received.iter().zip(terms.limits).enumerate() {
                let due = match self.due(*received, *limit) {
                    Ok(due) => Some(due),
                    Err(kind) => {
                        bad.note(row, kind);
                        None
                    }
                };
                put(&mut at, due.map_or(NO_INSTANT, |due| due.at.local_seconds()));
                put(&mut date, due.map_or(NO_DATE, |due| epoch_day(due.date)));
                put(&mut certainty, due.map(|due| due.certainty));
            }
            bad
        })
    }

    /// Tells where duties (nghĩa vụ) stand at an instant, row by row: [`obligation::standing`].
    ///
    /// `done` says when each was done, [`NO_INSTANT`] for one that is open.
    ///
    /// # Errors
    ///
    /// [`BatchError::Lengths`] unless the columns are of one length.
    pub fn standings(
        &self,
        terms: Terms<'_>,
        done: &[i64],
        as_of: LocalTime,
        out: Standings<'_>,
    ) -> Result<BadRows, BatchError> {
        let stands = |received: i64, limit: Limit, done: i64| {
            let due = self.due(received, limit)?;
            let done = match done {
                NO_INSTANT => None,
                seconds => Some(instant(seconds)?).filter(|done| *done <= as_of),
            };
            let standing = obligation::standing(self.calendar, self.standing, &due, done, as_of);
            let state = standing.map_err(|error| error.kind())?.state;
            let from = done.unwrap_or(as_of);
            let minutes = self.calendar.count_working_minutes(from, due.at);
            Ok((state, minutes.map_err(|error| error.kind())?))
        };
        self.run(terms.received.len(), (terms, done, out), |(terms, done, out)| {
            let mut bad = BadRows::default();
            let (mut state, mut minutes) = (cells(out.state), cells(out.minutes));
            let rows = terms.received.iter().zip(terms.limits).zip(done);
            for (row, ((received, limit), done)) in rows.enumerate() {
                let answer = match stands(*received, *limit, *done) {
                    Ok(answer) => Some(answer),
                    Err(kind) => {
                        bad.note(row, kind);
                        None
                    }
                };
                put(&mut state, answer.map(|(state, _)| state));
                put(&mut minutes, answer.map_or(NO_COUNT, |(_, minutes)| minutes));
            }
            bad
        })
    }
}
