//! All that is done with pointers of the caller. Each is checked for NULL and alignment, and
//! each length for what an array can hold, before anything is read or written.

use std::ptr::NonNull;
use std::slice;

use crate::guard::Failure;
use crate::status::{
    MOTCUA_INVALID_LENGTH, MOTCUA_INVALID_UTF8, MOTCUA_MISALIGNED_POINTER, MOTCUA_NULL_POINTER,
};

#[inline]
fn checked<T>(pointer: *mut T) -> Result<NonNull<T>, Failure> {
    let pointer = NonNull::new(pointer).ok_or_else(null)?;
    if pointer.is_aligned() { Ok(pointer) } else { Err(misaligned()) }
}

#[cold]
fn null() -> Failure {
    Failure::new(MOTCUA_NULL_POINTER, "a pointer that must not be NULL is")
}

#[cold]
fn misaligned() -> Failure {
    Failure::new(MOTCUA_MISALIGNED_POINTER, "a pointer is not aligned for what it points to")
}

/// A pointer to an array; where there is no element, any pointer does.
#[inline]
fn array<T>(pointer: *mut T, len: usize) -> Result<NonNull<T>, Failure> {
    if len == 0 {
        return Ok(NonNull::dangling());
    }
    // More bytes than this no array has; a length that was negative as an int is one.
    match len.checked_mul(size_of::<T>()).map(isize::try_from) {
        Some(Ok(_)) => checked(pointer),
        _ => Err(Failure::new(MOTCUA_INVALID_LENGTH, format!("{len} is too large for a length"))),
    }
}

/// What a handle stands for.
///
/// # Safety
///
/// A handle that is not NULL came from this library and is not freed during the call.
#[inline]
pub(crate) unsafe fn handle<'a, T>(pointer: *const T) -> Result<&'a T, Failure> {
    let pointer = checked(pointer.cast_mut())?;
    // SAFETY: the caller's promise; handles are never changed, so they are read from any thread.
    Ok(unsafe { pointer.as_ref() })
}

/// What a handle stands for, where NULL stands for the default.
///
/// # Safety
///
/// As [`handle`].
#[inline]
pub(crate) unsafe fn optional_handle<'a, T>(pointer: *const T) -> Result<Option<&'a T>, Failure> {
    if pointer.is_null() {
        return Ok(None);
    }
    // SAFETY: the caller's promise.
    unsafe { handle(pointer) }.map(Some)
}

/// Hands a value over to the caller, who gives it back to [`release`].
pub(crate) fn give<T>(value: T) -> *mut T {
    Box::into_raw(Box::new(value))
}

/// Ends a value that was handed over; NULL is nothing.
///
/// # Safety
///
/// A pointer that is not NULL came from [`give`] for the same type and is used no more.
pub(crate) unsafe fn release<T>(pointer: *mut T) {
    if !pointer.is_null() {
        // SAFETY: the caller's promise.
        drop(unsafe { Box::from_raw(pointer) });
    }
}

/// Bytes of the caller as text.
///
/// # Safety
///
/// The pointer is valid for reading `len` bytes, which nobody changes during the call.
pub(crate) unsafe fn text<'a>(
    pointer: *const std::ffi::c_char,
    len: usize,
) -> Result<&'a str, Failure> {
    let start = array::<u8>(pointer.cast_mut().cast(), len)?;
    // SAFETY: the caller's promise; the length was checked.
    let bytes = unsafe { slice::from_raw_parts(start.as_ptr(), len) };
    std::str::from_utf8(bytes)
        .map_err(|error| Failure::new(MOTCUA_INVALID_UTF8, format!("a text is not UTF-8: {error}")))
}

/// A place of the caller for one value.
pub(crate) struct Out<T>(NonNull<T>);

impl<T> Out<T> {
    /// # Safety
    ///
    /// A pointer that is not NULL is valid for writing one value.
    #[inline]
    pub(crate) unsafe fn new(pointer: *mut T) -> Result<Self, Failure> {
        checked(pointer).map(Self)
    }

    /// The same where the caller may not want the value.
    ///
    /// # Safety
    ///
    /// As [`Out::new`].
    #[inline]
    pub(crate) unsafe fn optional(pointer: *mut T) -> Result<Option<Self>, Failure> {
        if pointer.is_null() {
            Ok(None)
        } else {
            checked(pointer).map(|pointer| Some(Self(pointer)))
        }
    }

    #[inline]
    pub(crate) fn write(self, value: T) {
        // SAFETY: promised in `new`. What stood there is the caller's and is not dropped.
        unsafe { self.0.write(value) };
    }
}

/// A buffer of the caller to be written from its start.
pub(crate) struct Buffer<T> {
    start: NonNull<T>,
    len: usize,
}

/// # Safety
///
/// The pointer is valid for writing `len` values.
pub(crate) unsafe fn buffer<T>(pointer: *mut T, len: usize) -> Result<Buffer<T>, Failure> {
    array(pointer, len).map(|start| Buffer { start, len })
}

impl<T> Buffer<T> {
    /// Writes values from the start, no more than there is room for.
    pub(crate) fn fill(self, values: impl Iterator<Item = T>) {
        for (index, value) in values.take(self.len).enumerate() {
            // SAFETY: `index` is below `len`, for which the place was promised in `buffer`.
            unsafe { self.start.add(index).write(value) };
        }
    }
}

/// A column of the caller that is read row by row.
///
/// It is not a slice: the caller may have the answers written into the column they are made from,
/// and a row is read before it is written.
pub(crate) struct Column<T> {
    start: NonNull<T>,
    len: usize,
}

/// # Safety
///
/// The pointer is valid for reading `len` values as long as the column is used.
#[inline]
pub(crate) unsafe fn column<T: Copy>(pointer: *const T, len: usize) -> Result<Column<T>, Failure> {
    array(pointer.cast_mut(), len).map(|start| Column { start, len })
}

impl<T: Copy> Column<T> {
    #[inline]
    pub(crate) fn get(&self, row: usize) -> T {
        assert!(row < self.len, "a row beyond its column");
        // SAFETY: `row` is below `len`, for which the column was promised.
        unsafe { self.start.add(row).read() }
    }

    /// How many rows it has.
    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// Reads as many rows as there is room for, from one on.
    #[inline]
    pub(crate) fn read(&self, from: usize, into: &mut [T]) {
        let end = from.checked_add(into.len());
        assert!(end.is_some_and(|end| end <= self.len), "rows beyond their column");
        let (place, rows) = (NonNull::from(&mut *into).cast(), into.len());
        // SAFETY: the rows lie within `len`, for which the column was promised; what is read into
        // is no memory of the caller.
        unsafe { self.start.add(from).copy_to_nonoverlapping(place, rows) }
    }
}

/// A column of the caller that no answer is written into.
///
/// # Safety
///
/// The pointer is valid for reading `len` values, which nobody changes during the call.
#[inline]
pub(crate) unsafe fn unchanged<'a, T: Copy>(
    pointer: *const T,
    len: usize,
) -> Result<&'a [T], Failure> {
    let start = array(pointer.cast_mut(), len)?;
    // SAFETY: the caller's promise; the length was checked.
    Ok(unsafe { slice::from_raw_parts(start.as_ptr(), len) })
}

/// A column of the caller that is written row by row.
pub(crate) struct ColumnOut<T> {
    start: NonNull<T>,
    len: usize,
}

/// # Safety
///
/// The pointer is valid for writing `len` values as long as the column is used.
#[inline]
pub(crate) unsafe fn column_out<T>(pointer: *mut T, len: usize) -> Result<ColumnOut<T>, Failure> {
    array(pointer, len).map(|start| ColumnOut { start, len })
}

impl<T> ColumnOut<T> {
    /// The same where the caller may not want the column.
    ///
    /// # Safety
    ///
    /// As [`column_out`].
    pub(crate) unsafe fn optional(pointer: *mut T, len: usize) -> Result<Option<Self>, Failure> {
        if pointer.is_null() {
            return Ok(None);
        }
        // SAFETY: the caller's promise.
        unsafe { column_out(pointer, len) }.map(Some)
    }

    #[inline]
    pub(crate) fn set(&self, row: usize, value: T) {
        assert!(row < self.len, "a row beyond its column");
        // SAFETY: `row` is below `len`, for which the column was promised.
        unsafe { self.start.add(row).write(value) };
    }

    /// Writes rows from one on.
    #[inline]
    pub(crate) fn write(&self, from: usize, rows: &[T])
    where
        T: Copy,
    {
        let end = from.checked_add(rows.len());
        assert!(end.is_some_and(|end| end <= self.len), "rows beyond their column");
        let (source, len) = (NonNull::from(rows).cast(), rows.len());
        // SAFETY: the rows lie within `len`, for which the column was promised; what is written is
        // no memory of the caller.
        unsafe { self.start.add(from).copy_from_nonoverlapping(source, len) }
    }
}
