//! The library of the Python package: the C ABI of `fazhi`, and what it takes to hand Arrow arrays to other packages.
//!
//! They go in capsules (`PyCapsule`), whose destructors must be C functions that run no Python code: one may be called
//! while an exception passes. This library is not linked with Python, so that one serves every version: the package tells it
//! where `PyCapsule_GetPointer` is. Declarations for cffi: `include/fazhi.h`, and `capsules.h` for what is here.
#![allow(unsafe_code, reason = "Python and other packages hand in raw pointers")]

mod arrow;

use std::ffi::{CStr, c_char, c_void};
use std::sync::OnceLock;

use arrow::{ArrowStream, Record, Table};
use fazhi::ffi::arrow::{ArrowArray, ArrowSchema};
use fazhi::ffi::report::fazhi_report;
use fazhi::ffi::status::{FAZHI_OK, fazhi_error, fazhi_status};

type GetPointer = unsafe extern "C" fn(*mut c_void, *const c_char) -> *mut c_void;

static GET_POINTER: OnceLock<GetPointer> = OnceLock::new();

/// Tells where Python's `PyCapsule_GetPointer` is; only the first call counts.
#[unsafe(no_mangle)]
pub extern "C" fn fazhi_python_init(get_pointer: GetPointer) {
    let _ = GET_POINTER.set(get_pointer);
}

/// `fazhi_report_arrow` into records of its own, each for a capsule.
///
/// # Safety
///
/// As for `fazhi_report_arrow`; `schema` and `array` are places for pointers.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_python_arrow(
    report: *const fazhi_report,
    table: u16,
    offset_unit: u16,
    schema: *mut *mut ArrowSchema,
    array: *mut *mut ArrowArray,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: as the caller promised.
    unsafe {
        match (Table { code: table, offset_unit }).of(report, err) {
            Ok((type_, values)) => {
                schema.write(Box::into_raw(Box::new(type_)));
                array.write(Box::into_raw(Box::new(values)));
                FAZHI_OK
            }
            Err(status) => status,
        }
    }
}

/// The same as a stream of one array.
///
/// # Safety
///
/// As for `fazhi_report_arrow`; `stream` is a place for a pointer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_python_stream(
    report: *const fazhi_report,
    table: u16,
    offset_unit: u16,
    stream: *mut *mut ArrowStream,
    err: *mut fazhi_error,
) -> fazhi_status {
    let table = Table { code: table, offset_unit };
    // SAFETY: as the caller promised; the schema is whole.
    unsafe {
        match table.of(report, err) {
            Ok((mut schema, array)) => {
                arrow::release(&raw mut schema);
                stream.write(Box::into_raw(Box::new(ArrowStream::of(table, array))));
                FAZHI_OK
            }
            Err(status) => status,
        }
    }
}

/// Releases what a capsule holds, unless a consumer has moved it elsewhere, and frees the record.
///
/// # Safety
///
/// `capsule` is a capsule of this name around a boxed record.
unsafe fn drop_record<T: Record>(capsule: *mut c_void, name: &CStr) {
    let Some(get_pointer) = GET_POINTER.get() else { return };
    // SAFETY: as the caller promised; Python calls destructors with its lock held.
    unsafe {
        let record = get_pointer(capsule, name.as_ptr()).cast::<T>();
        if !record.is_null() {
            arrow::release(record);
            drop(Box::from_raw(record));
        }
    }
}

/// Destructor of the capsules named `arrow_schema`.
///
/// # Safety
///
/// `capsule` is one around a schema of `fazhi_python_arrow`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_python_drop_schema(capsule: *mut c_void) {
    // SAFETY: as the caller promised.
    unsafe { drop_record::<ArrowSchema>(capsule, c"arrow_schema") }
}

/// Destructor of the capsules named `arrow_array`.
///
/// # Safety
///
/// `capsule` is one around an array of `fazhi_python_arrow`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_python_drop_array(capsule: *mut c_void) {
    // SAFETY: as the caller promised.
    unsafe { drop_record::<ArrowArray>(capsule, c"arrow_array") }
}

/// Destructor of the capsules named `arrow_array_stream`.
///
/// # Safety
///
/// `capsule` is one around a stream of `fazhi_python_stream`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_python_drop_stream(capsule: *mut c_void) {
    // SAFETY: as the caller promised.
    unsafe { drop_record::<ArrowStream>(capsule, c"arrow_array_stream") }
}
