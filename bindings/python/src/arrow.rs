//! Records of the Arrow C interfaces that own themselves, and a stream of one array.

use std::ffi::{c_char, c_int, c_void};
use std::mem::MaybeUninit;
use std::ptr::{null, null_mut};
use std::sync::OnceLock;

use fazhi::ffi::arrow::{ArrowArray, ArrowSchema, fazhi_report_arrow};
use fazhi::ffi::report::{fazhi_report, fazhi_report_parse};
use fazhi::ffi::status::{FAZHI_OK, fazhi_error, fazhi_status};

/// `errno` for a call that makes no sense.
const EINVAL: c_int = 22;

/// A record with a callback that frees what it points to; one without was moved elsewhere, or freed.
pub(crate) trait Record: Sized {
    fn callback(&self) -> Option<unsafe extern "C" fn(*mut Self)>;

    /// A record that holds nothing.
    fn released() -> Self {
        // SAFETY: the records are made of numbers, pointers and callbacks, each of which may be zero.
        unsafe { MaybeUninit::zeroed().assume_init() }
    }
}

impl Record for ArrowSchema {
    fn callback(&self) -> Option<unsafe extern "C" fn(*mut Self)> {
        self.release
    }
}

impl Record for ArrowArray {
    fn callback(&self) -> Option<unsafe extern "C" fn(*mut Self)> {
        self.release
    }
}

impl Record for ArrowStream {
    fn callback(&self) -> Option<unsafe extern "C" fn(*mut Self)> {
        self.release
    }
}

/// Frees what a record points to.
///
/// # Safety
///
/// `record` is a record, whole or released.
pub(crate) unsafe fn release<T: Record>(record: *mut T) {
    // SAFETY: as the caller promised.
    unsafe {
        if let Some(release) = (*record).callback() {
            release(record);
        }
    }
}

/// A table of reports, and how its positions are counted.
#[derive(Clone, Copy)]
pub(crate) struct Table {
    pub code: u16,
    pub offset_unit: u16,
}

impl Table {
    /// The table of one report, or what is wrong.
    ///
    /// # Safety
    ///
    /// As for `fazhi_report_arrow`.
    pub(crate) unsafe fn of(
        self,
        report: *const fazhi_report,
        err: *mut fazhi_error,
    ) -> Result<(ArrowSchema, ArrowArray), fazhi_status> {
        let (mut schema, mut array) = (ArrowSchema::released(), ArrowArray::released());
        // SAFETY: as the caller promised; both records are places for what the call writes.
        let status =
            unsafe { fazhi_report_arrow(report, self.code, self.offset_unit, &raw mut schema, &raw mut array, err) };
        if status == FAZHI_OK { Ok((schema, array)) } else { Err(status) }
    }
}

/// The report of an empty text.
fn nothing() -> *const fazhi_report {
    static NOTHING: OnceLock<usize> = OnceLock::new();
    let address = NOTHING.get_or_init(|| {
        let mut report = null_mut();
        // SAFETY: an empty text, and a place for the report; NULL stays there if there is none.
        unsafe { fazhi_report_parse(null(), 0, null(), &raw mut report, null_mut()) };
        report.expose_provenance()
    });
    std::ptr::with_exposed_provenance(*address)
}

/// A stream of the Arrow C Stream Interface.
#[repr(C)]
pub struct ArrowStream {
    get_schema: Option<unsafe extern "C" fn(*mut Self, *mut ArrowSchema) -> c_int>,
    get_next: Option<unsafe extern "C" fn(*mut Self, *mut ArrowArray) -> c_int>,
    get_last_error: Option<unsafe extern "C" fn(*mut Self) -> *const c_char>,
    release: Option<unsafe extern "C" fn(*mut Self)>,
    private_data: *mut c_void,
}

/// What a stream has yet to give.
struct Held {
    array: ArrowArray,
    table: Table,
}

impl Drop for Held {
    fn drop(&mut self) {
        // SAFETY: it was moved out and marked so, or is whole.
        unsafe { release(&raw mut self.array) }
    }
}

impl ArrowStream {
    /// A stream of one array, the rows of `table`.
    pub(crate) fn of(table: Table, array: ArrowArray) -> Self {
        Self {
            get_schema: Some(get_schema),
            get_next: Some(get_next),
            get_last_error: Some(get_last_error),
            release: Some(release_stream),
            private_data: Box::into_raw(Box::new(Held { array, table })).cast(),
        }
    }
}

/// # Safety
///
/// As the interface asks of consumers: a stream that was not released, one call at a time, and a place for the schema.
unsafe extern "C" fn get_schema(stream: *mut ArrowStream, out: *mut ArrowSchema) -> c_int {
    // SAFETY: as the caller promised.
    unsafe {
        let held = &*(*stream).private_data.cast::<Held>();
        // Consumers may ask more than once. Columns are the same for every report, and that of nothing is there for ever.
        match held.table.of(nothing(), null_mut()) {
            Ok((schema, mut array)) => {
                release(&raw mut array);
                out.write(schema);
                0
            }
            Err(_) => EINVAL,
        }
    }
}

/// # Safety
///
/// As for [`get_schema`], with a place for an array.
unsafe extern "C" fn get_next(stream: *mut ArrowStream, out: *mut ArrowArray) -> c_int {
    // SAFETY: as the caller promised. The second array is a released one, which ends the stream.
    unsafe {
        let held = &mut *(*stream).private_data.cast::<Held>();
        out.write(std::mem::replace(&mut held.array, ArrowArray::released()));
    }
    0
}

extern "C" fn get_last_error(_: *mut ArrowStream) -> *const c_char {
    null()
}

/// # Safety
///
/// A stream that was not released.
unsafe extern "C" fn release_stream(stream: *mut ArrowStream) {
    // SAFETY: as the caller promised; what was boxed by `of` is taken back once.
    unsafe {
        drop(Box::from_raw((*stream).private_data.cast::<Held>()));
        (*stream).private_data = null_mut();
        (*stream).release = None;
    }
}
