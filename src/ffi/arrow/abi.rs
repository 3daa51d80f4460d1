//! The two records of the Arrow C Data Interface, and how what they point to is freed.

use std::ffi::{c_char, c_void};
use std::ptr::{null, null_mut};
use std::sync::Arc;

use super::block::Block;
use super::column::Column;

/// The flag of a column that may have nulls.
const NULLABLE: i64 = 2;

/// Frees what a record points to, and marks it as freed by taking its callback away.
pub type Release<T> = unsafe extern "C" fn(*mut T);

/// The type of an Arrow array.
#[repr(C)]
#[derive(Debug)]
pub struct ArrowSchema {
    pub(super) format: *const c_char,
    pub(super) name: *const c_char,
    metadata: *const c_char,
    pub(super) flags: i64,
    pub(super) n_children: i64,
    pub(super) children: *mut *mut ArrowSchema,
    dictionary: *mut ArrowSchema,
    /// Frees what the record points to; none once that was done, or the record was moved.
    pub release: Option<Release<ArrowSchema>>,
    private_data: *mut c_void,
}

/// The values of an Arrow array.
#[repr(C)]
#[derive(Debug)]
pub struct ArrowArray {
    pub(super) length: i64,
    pub(super) null_count: i64,
    offset: i64,
    pub(super) n_buffers: i64,
    pub(super) n_children: i64,
    pub(super) buffers: *mut *const c_void,
    pub(super) children: *mut *mut ArrowArray,
    dictionary: *mut ArrowArray,
    /// Frees what the record points to; none once that was done, or the record was moved.
    pub release: Option<Release<ArrowArray>>,
    private_data: *mut c_void,
}

/// A record with a callback; one without was moved elsewhere, or freed.
trait Released: Sized {
    fn callback(&self) -> Option<Release<Self>>;
}

impl Released for ArrowSchema {
    fn callback(&self) -> Option<Release<Self>> {
        self.release
    }
}

impl Released for ArrowArray {
    fn callback(&self) -> Option<Release<Self>> {
        self.release
    }
}

/// The children of a record, which consumers may move away one by one.
struct Children<T: Released> {
    records: *mut [T],
    /// The address of each.
    places: Vec<*mut T>,
}

impl<T: Released> Children<T> {
    fn new(records: Vec<T>) -> Self {
        let records = Box::into_raw(records.into_boxed_slice());
        let places = (0..records.len()).map(|at| records.cast::<T>().wrapping_add(at)).collect();
        Self { records, places }
    }

    /// How many there are, and their addresses: NULL for none.
    fn listed(&mut self) -> (i64, *mut *mut T) {
        let pointer = if self.places.is_empty() { null_mut() } else { self.places.as_mut_ptr() };
        (self.places.len() as i64, pointer)
    }
}

impl<T: Released> Drop for Children<T> {
    fn drop(&mut self) {
        // SAFETY: the records were boxed by `new` and are taken back here alone; one that still has its callback is whole.
        unsafe {
            let mut records = Box::from_raw(self.records);
            for record in &mut records {
                if let Some(release) = record.callback() {
                    release(record);
                }
            }
        }
    }
}

/// What an array needs to stay alive.
struct Holder {
    buffers: [*const c_void; 3],
    children: Children<ArrowArray>,
    /// Where the buffers lie. Every array of a table has a share, since a child may outlive its parent.
    _block: Arc<Block>,
}

impl ArrowSchema {
    pub(super) fn of(column: &Column) -> Self {
        let children = Children::new(column.children.iter().map(Self::of).collect());
        let holder = Box::into_raw(Box::new(children));
        // SAFETY: the holder was just made, and stays where it is until `release_schema`.
        let (n_children, children) = unsafe { (*holder).listed() };
        Self {
            format: column.format.as_ptr(),
            name: column.field.name.as_ptr(),
            metadata: null(),
            flags: if column.field.nullable { NULLABLE } else { 0 },
            n_children,
            children,
            dictionary: null_mut(),
            release: Some(release_schema),
            private_data: holder.cast(),
        }
    }
}

impl ArrowArray {
    pub(super) fn of(column: &Column, block: &Arc<Block>) -> Self {
        let (n_buffers, buffers) = column.buffers(block);
        let children = Children::new(column.children.iter().map(|child| Self::of(child, block)).collect());
        let holder = Box::into_raw(Box::new(Holder { buffers, children, _block: Arc::clone(block) }));
        // SAFETY: the holder was just made, and stays where it is until `release_array`.
        let (buffers, (n_children, children)) = unsafe { (&raw mut (*holder).buffers, (*holder).children.listed()) };
        Self {
            length: column.length as i64,
            null_count: column.nulls as i64,
            offset: 0,
            n_buffers: n_buffers as i64,
            n_children,
            buffers: buffers.cast(),
            children,
            dictionary: null_mut(),
            release: Some(release_array),
            private_data: holder.cast(),
        }
    }
}

/// # Safety
///
/// `schema` is one that [`ArrowSchema::of`] made, wherever it was moved, and was not released before.
unsafe extern "C" fn release_schema(schema: *mut ArrowSchema) {
    // SAFETY: as the caller promised; a moved record keeps its holder.
    unsafe {
        drop(Box::from_raw((*schema).private_data.cast::<Children<ArrowSchema>>()));
        (*schema).release = None;
    }
}

/// # Safety
///
/// `array` is one that [`ArrowArray::of`] made, wherever it was moved, and was not released before.
unsafe extern "C" fn release_array(array: *mut ArrowArray) {
    // SAFETY: as the caller promised; a moved record keeps its holder.
    unsafe {
        drop(Box::from_raw((*array).private_data.cast::<Holder>()));
        (*array).release = None;
    }
}
