//! The border to C: no panic crosses it, and every outcome becomes a status.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::input::{self, Output};
use super::status::{FAZHI_OK, Failure, fazhi_error, fazhi_status};

/// Runs `body`; a panic inside becomes a failure. Tells `err`, which may be NULL, how it went.
///
/// # Safety
///
/// `err` is NULL or a place for a `fazhi_error`.
pub(super) unsafe fn fence(err: *mut fazhi_error, body: impl FnOnce() -> Result<(), Failure>) -> fazhi_status {
    let outcome = caught(body);
    let status = outcome.as_ref().err().map_or(FAZHI_OK, Failure::status);
    if !err.is_null() {
        let record = outcome.err().map_or_else(fazhi_error::success, |failure| failure.record());
        // SAFETY: not NULL, so a place for an error, as the caller promised.
        unsafe { err.write(record) };
    }
    status
}

/// Answers a question about an object of this library: writes what `of` says of it to `place`.
///
/// # Safety
///
/// `object` is NULL or a live object, `place` is NULL or a place for the answer; `err` as in [`fence`].
pub(super) unsafe fn answer<T, A>(
    object: *const T,
    name: &str,
    place: *mut A,
    place_name: &str,
    err: *mut fazhi_error,
    of: impl FnOnce(&T) -> A,
) -> fazhi_status {
    // SAFETY: as the caller promised.
    unsafe {
        fence(err, || {
            let object = input::object(object, name)?;
            Output::new(place, place_name)?.write(of(object));
            Ok(())
        })
    }
}

/// What `body` gives, or the failure a panic becomes.
pub(super) fn caught<T>(body: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    // A body writes its outputs last, so none of them is half written after a panic; objects behind `const` pointers
    // are only read, and the others say in their manual that they are to be freed after FAZHI_ERR_PANIC.
    catch_unwind(AssertUnwindSafe(body)).unwrap_or_else(|payload| {
        // To drop what was panicked with could panic again.
        std::mem::forget(payload);
        Err(Failure::panic())
    })
}
