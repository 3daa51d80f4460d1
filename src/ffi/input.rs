//! Pointers from C, checked: NULL, lengths, and places to write to.

use std::ptr::NonNull;

use super::status::{FAZHI_ERR_INVALID_ARGUMENT, FAZHI_ERR_OUT_OF_RANGE, Failure};

/// The object behind `pointer`.
///
/// # Safety
///
/// `pointer` is NULL or a live object of its type that nothing changes during the call.
pub(super) unsafe fn object<'a, T>(pointer: *const T, name: &str) -> Result<&'a T, Failure> {
    // SAFETY: as the caller promised.
    unsafe { pointer.as_ref() }.ok_or_else(|| Failure::null(name))
}

/// The object behind `pointer`, to be changed.
///
/// # Safety
///
/// `pointer` is NULL or a live object of its type that nothing else uses during the call.
pub(super) unsafe fn object_mut<'a, T>(pointer: *mut T, name: &str) -> Result<&'a mut T, Failure> {
    // SAFETY: as the caller promised.
    unsafe { pointer.as_mut() }.ok_or_else(|| Failure::null(name))
}

/// `count` values at `pointer`; (NULL, 0) is none.
///
/// # Safety
///
/// `pointer` is NULL or `count` aligned values that nothing changes as long as the slice is used.
pub(super) unsafe fn values<'a, T>(pointer: *const T, count: usize, name: &str) -> Result<&'a [T], Failure> {
    if count == 0 {
        return Ok(&[]);
    }
    if pointer.is_null() {
        return Err(Failure::null(name));
    }
    check_length::<T>(count, name)?;
    // SAFETY: as the caller promised; the length was checked above.
    Ok(unsafe { std::slice::from_raw_parts(pointer, count) })
}

fn check_length<T>(count: usize, name: &str) -> Result<(), Failure> {
    match count.checked_mul(size_of::<T>().max(1)) {
        Some(bytes) if isize::try_from(bytes).is_ok() => Ok(()),
        _ => {
            Err(Failure::new(FAZHI_ERR_OUT_OF_RANGE, format!("参数 {name} 的长度不可能 (impossible length of {name})")))
        }
    }
}

/// A text of the caller's in UTF-8.
///
/// # Safety
///
/// As [`values`].
pub(super) unsafe fn text<'a>(pointer: *const u8, length: usize, name: &str) -> Result<&'a str, Failure> {
    // SAFETY: as the caller promised.
    let bytes = unsafe { values(pointer, length, name) }?;
    std::str::from_utf8(bytes).map_err(|error| {
        let start = u32::try_from(error.valid_up_to()).unwrap_or(u32::MAX);
        let end = start.saturating_add(error.error_len().unwrap_or(1) as u32);
        Failure::new(
            super::status::FAZHI_ERR_INVALID_UTF8,
            format!("参数 {name} 不是有效的 UTF-8 文本 ({name} is not valid UTF-8)"),
        )
        .at(super::records::fazhi_span { start, end })
    })
}

/// A yes or no of the caller's.
pub(super) fn switch(value: u8, name: &str) -> Result<bool, Failure> {
    match value {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(Failure::new(FAZHI_ERR_INVALID_ARGUMENT, format!("参数 {name} 应为 0 或 1 ({name} must be 0 or 1)"))),
    }
}

/// A place for a result.
pub(super) struct Output<T>(NonNull<T>);

impl<T> Output<T> {
    /// The place behind `pointer`, to be asked for before any work is done.
    pub(super) fn new(pointer: *mut T, name: &str) -> Result<Self, Failure> {
        NonNull::new(pointer).map(Self).ok_or_else(|| Failure::null(name))
    }

    /// # Safety
    ///
    /// The pointer was a place for a `T`, initialised or not, that nothing else uses during the call.
    pub(super) unsafe fn write(self, value: T) {
        // SAFETY: as the caller promised.
        unsafe { self.0.write(value) }
    }
}

impl<T: Copy> Output<T> {
    /// Writes one value behind the other.
    ///
    /// # Safety
    ///
    /// As [`Output::write`], for as many places as there are values.
    pub(super) unsafe fn write_all(self, values: &[T]) {
        // SAFETY: as the caller promised; what was just made cannot overlap the caller's places.
        unsafe { self.0.as_ptr().copy_from_nonoverlapping(values.as_ptr(), values.len()) }
    }
}

impl<T> Output<*mut T> {
    /// Hands an object over to the caller.
    ///
    /// # Safety
    ///
    /// As [`Output::write`].
    pub(super) unsafe fn give(self, object: T) {
        // SAFETY: as the caller promised.
        unsafe { self.write(Box::into_raw(Box::new(object))) }
    }
}

/// Takes an object back that [`Output::give`] handed over, and drops it; NULL is none. A panic while it is dropped ends there.
///
/// # Safety
///
/// `pointer` is NULL or came from [`Output::give`], and is never used again.
pub(super) unsafe fn free<T>(pointer: *mut T) {
    if !pointer.is_null() {
        // SAFETY: as the caller promised.
        let object = unsafe { Box::from_raw(pointer) };
        let _ = super::fence::caught(|| {
            drop(object);
            Ok(())
        });
    }
}
