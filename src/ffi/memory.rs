//! Bytes that cross the border: borrowed strings, and bytes the caller frees.

use super::input;

/// A borrowed piece of UTF-8, not NUL-terminated. It lives as long as the object it was asked of; never free it.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct fazhi_str {
    /// The first byte; never NULL in a string that the library gives.
    pub data: *const u8,
    /// Length in bytes.
    pub len: usize,
}

impl fazhi_str {
    pub(super) fn of(text: &str) -> Self {
        Self { data: text.as_ptr(), len: text.len() }
    }
}

/// Bytes that the caller owns, in UTF-8, not NUL-terminated: to be freed by fazhi_bytes_free.
#[repr(C)]
#[derive(Debug)]
pub struct fazhi_bytes {
    /// The first byte; NULL after fazhi_bytes_free.
    pub data: *mut u8,
    /// Length in bytes.
    pub len: usize,
}

impl fazhi_bytes {
    pub(super) fn of(bytes: Vec<u8>) -> Self {
        let bytes = Box::leak(bytes.into_boxed_slice());
        Self { data: bytes.as_mut_ptr(), len: bytes.len() }
    }
}

/// Frees bytes and sets the record to (NULL, 0), so that freeing the same record twice does nothing. NULL does nothing.
/// A copy of the record must not be used afterwards.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_bytes_free(bytes: *mut fazhi_bytes) {
    // SAFETY: NULL or a record that the library filled in, which nothing else uses.
    unsafe {
        if let Ok(bytes) = input::object_mut(bytes, "bytes")
            && !bytes.data.is_null()
        {
            drop(Box::from_raw(std::ptr::slice_from_raw_parts_mut(bytes.data, bytes.len)));
            *bytes = fazhi_bytes { data: std::ptr::null_mut(), len: 0 };
        }
    }
}
