use crate::{ErrorKind, LocalTime};

/// Không có ngày — stands in a column for a date there is none of.
pub const NO_DATE: i32 = i32::MIN;
/// Không có thời điểm — stands in a column for an instant there is none of.
pub const NO_INSTANT: i64 = i64::MIN;
/// Không có số đếm — stands in a column of days or minutes for a row without an answer.
pub const NO_COUNT: i32 = i32::MIN;

/// What is wrong with the columns of a batch as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BatchError {
    /// Columns of different lengths.
    #[error("the columns of a batch of {rows} rows are not all of that length")]
    Lengths {
        /// How many rows the first column has.
        rows: usize,
    },
    /// Logs that do not begin where the ones before them end, or end behind the events.
    #[error("the log of row {row} does not lie between its neighbours and the end of the events")]
    Starts {
        /// The first such row, from 0.
        row: usize,
    },
}

impl BatchError {
    /// The stable kind of this error.
    #[must_use]
    #[cfg_attr(target_family = "wasm", inline(always))]
    pub const fn kind(&self) -> ErrorKind {
        match self {
            Self::Lengths { .. } => ErrorKind::ColumnLengths,
            Self::Starts { .. } => ErrorKind::LogStarts,
        }
    }
}

/// Dòng không có kết quả — a row without an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadRow {
    /// Which row, from 0.
    pub row: usize,
    /// What the call for this row alone would have failed with.
    pub kind: ErrorKind,
}

/// Các dòng không có kết quả — how many rows of a batch have no answer, and the first of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct BadRows {
    /// How many.
    pub count: usize,
    /// The first, if there is any.
    pub first: Option<BadRow>,
}

impl BadRows {
    /// Notes a row; they come in order.
    #[cold]
    pub(super) fn note(&mut self, row: usize, kind: ErrorKind) {
        self.count = self.count.saturating_add(1);
        self.first.get_or_insert(BadRow { row, kind });
    }

    /// Puts the rows of a part behind those before it.
    #[cfg(feature = "rayon")]
    fn then(self, rows: usize, next: Self) -> Self {
        let behind = |bad: BadRow| BadRow { row: bad.row.saturating_add(rows), ..bad };
        Self {
            count: self.count.saturating_add(next.count),
            first: self.first.or(next.first.map(behind)),
        }
    }
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for i32 {}
    impl Sealed for i64 {}
}

/// Ô — a value of a column that can stand for none: `i32` for dates and counts, `i64` for
/// instants.
pub trait Cell: Copy + PartialEq + sealed::Sealed {
    /// The value that stands for none.
    const NONE: Self;
}

impl Cell for i32 {
    const NONE: Self = NO_DATE;
}

impl Cell for i64 {
    const NONE: Self = NO_INSTANT;
}

/// Cột hợp lệ — marks the rows of a column that hold a value with 1, the others with 0.
///
/// # Errors
///
/// [`BatchError::Lengths`] unless both columns are of one length.
pub fn validity<T: Cell>(column: &[T], out: &mut [u8]) -> Result<(), BatchError> {
    let rows = column.len();
    if out.len() != rows {
        return Err(BatchError::Lengths { rows });
    }
    for (value, out) in column.iter().zip(out) {
        *out = u8::from(*value != T::NONE);
    }
    Ok(())
}

/// The instant of a cell, if it holds one.
#[inline]
pub(super) fn instant(seconds: i64) -> Result<LocalTime, ErrorKind> {
    LocalTime::from_seconds(seconds).ok_or(ErrorKind::InvalidTime)
}

/// Rows that are answered before those without an answer are counted, so that the counting finds
/// them in the nearest cache.
const BLOCK: usize = 4_096;

/// Answers rows of two columns, one by one. The rows without an answer are counted afterwards:
/// a loop that notes nothing has nothing to keep apart.
#[inline(always)]
pub(super) fn answer<A: Copy, B: Copy, T: Cell>(
    columns: (&[A], &[B], &mut [T]),
    one: impl Fn(A, B) -> Option<T>,
    why: impl Fn(A, B) -> ErrorKind,
) -> BadRows {
    let (a, b, out) = columns;
    let mut bad = BadRows::default();
    let blocks = a.chunks(BLOCK).zip(b.chunks(BLOCK)).zip(out.chunks_mut(BLOCK));
    for (block, ((a, b), out)) in blocks.enumerate() {
        for ((a, b), out) in a.iter().zip(b).zip(out.iter_mut()) {
            *out = one(*a, *b).unwrap_or(T::NONE);
        }
        let none = out.iter().filter(|out| **out == T::NONE).count();
        bad.count = bad.count.saturating_add(none);
        if none > 0 && bad.first.is_none() {
            let row = out.iter().position(|out| *out == T::NONE).unwrap_or_default();
            let kind = a.get(row).zip(b.get(row)).map(|(a, b)| why(*a, *b));
            let row = block.saturating_mul(BLOCK).saturating_add(row);
            bad.first = kind.map(|kind| BadRow { row, kind });
        }
    }
    bad
}

/// Columns of one batch, read or written together.
pub(super) trait Columns: Send + Sized {
    /// Whether each of them has so many rows.
    fn has(&self, rows: usize) -> bool;

    /// The first rows, and the others.
    #[cfg(feature = "rayon")]
    fn cut(self, rows: usize) -> (Self, Self);
}

impl<T: Sync> Columns for &[T] {
    fn has(&self, rows: usize) -> bool {
        self.len() == rows
    }

    #[cfg(feature = "rayon")]
    fn cut(self, rows: usize) -> (Self, Self) {
        self.split_at_checked(rows).unwrap_or_default()
    }
}

impl<T: Send> Columns for &mut [T] {
    fn has(&self, rows: usize) -> bool {
        self.len() == rows
    }

    #[cfg(feature = "rayon")]
    fn cut(self, rows: usize) -> (Self, Self) {
        self.split_at_mut_checked(rows).unwrap_or_default()
    }
}

/// A column that is not asked for.
impl<C: Columns> Columns for Option<C> {
    fn has(&self, rows: usize) -> bool {
        self.as_ref().is_none_or(|column| column.has(rows))
    }

    #[cfg(feature = "rayon")]
    fn cut(self, rows: usize) -> (Self, Self) {
        self.map(|column| column.cut(rows)).unzip()
    }
}

macro_rules! together {
    ($($name:ident $first:ident $rest:ident),*) => {
        impl<$($name: Columns),*> Columns for ($($name,)*) {
            fn has(&self, rows: usize) -> bool {
                let ($($first,)*) = self;
                $($first.has(rows))&&*
            }

            #[cfg(feature = "rayon")]
            fn cut(self, rows: usize) -> (Self, Self) {
                let ($($first,)*) = self;
                $(let ($first, $rest) = $first.cut(rows);)*
                (($($first,)*), ($($rest,)*))
            }
        }
    };
}

together!(A a a2, B b b2);
together!(A a a2, B b b2, C c c2);

/// Rows that are worth a thread of their own: some ten microseconds of the cheapest work.
#[cfg(feature = "rayon")]
const PART: usize = 16_384;

/// Answers the rows in two halves at the same time, and these in halves, down to small parts.
#[cfg(feature = "rayon")]
pub(super) fn parallel<C: Columns>(
    rows: usize,
    columns: C,
    part: &(impl Fn(C) -> BadRows + Sync),
) -> BadRows {
    if rows <= PART {
        return part(columns);
    }
    let half = rows / 2;
    let (first, rest) = columns.cut(half);
    let (first, rest) = rayon::join(
        || parallel(half, first, part),
        || parallel(rows.saturating_sub(half), rest, part),
    );
    first.then(half, rest)
}
