//! One column, as Arrow lays it out.

use std::ffi::{CStr, c_void};
use std::ptr::null;

use super::block::{Block, Buffer};
use super::cell::{Fixed, Text};

/// The formats of values without a fixed width, as the C Data Interface writes them.
const STRUCT: &CStr = c"+s";
const LIST: &CStr = c"+l";
const TEXT: &CStr = c"u";

/// What a column is called, and whether one may have nulls.
#[derive(Clone, Copy)]
pub(super) struct Field {
    pub name: &'static CStr,
    pub nullable: bool,
}

/// A column: its type, and where in the table's block its values are.
pub(super) struct Column {
    pub field: Field,
    pub format: &'static CStr,
    pub length: usize,
    pub nulls: usize,
    pub children: Vec<Column>,
    /// Which values there are, one bit each; none where there are all.
    validity: Option<Buffer>,
    /// What the format asks for behind the validity.
    buffers: [Option<Buffer>; 2],
}

impl Column {
    /// Values of fixed width.
    pub fn fixed<T: Fixed>(field: Field, values: impl ExactSizeIterator<Item = Option<T>>, block: &mut Block) -> Self {
        let length = values.len();
        let mut validity = Validity::new(field, length);
        let (buffer, numbers) = block.add::<T::Number>(length);
        for (at, (number, value)) in numbers.iter_mut().zip(values).enumerate() {
            match value {
                Some(value) => *number = value.number(),
                None => validity.set_null(at),
            }
        }
        Self::new(field, T::FORMAT, length, validity, [Some(buffer), None], block)
    }

    /// Texts. `joined` is room for them.
    pub fn text<T: Text>(
        field: Field,
        values: impl ExactSizeIterator<Item = Option<T>>,
        joined: &mut Vec<u8>,
        block: &mut Block,
    ) -> Self {
        let length = values.len();
        let mut validity = Validity::new(field, length);
        joined.clear();
        let ends = values.enumerate().map(|(at, value)| {
            match value {
                Some(value) => joined.extend_from_slice(value.bytes()),
                None => validity.set_null(at),
            }
            joined.len()
        });
        let offsets = offsets(length, ends, block);
        let bytes = block.add_bytes(joined);
        Self::new(field, TEXT, length, validity, [Some(offsets), Some(bytes)], block)
    }

    /// Lists of so many rows each, which are those of `columns` one behind the other.
    pub fn lists(
        field: Field,
        counts: impl ExactSizeIterator<Item = usize>,
        columns: Vec<Column>,
        block: &mut Block,
    ) -> Self {
        let length = counts.len();
        let ends = counts.scan(0, |end, count| {
            *end += count;
            Some(*end)
        });
        let offsets = offsets(length, ends, block);
        let rows = columns.first().map_or(0, |column| column.length);
        let item = Self::rows(Field { name: c"item", nullable: false }, rows, columns);
        Self { format: LIST, buffers: [Some(offsets), None], ..Self::rows(field, length, vec![item]) }
    }

    /// Rows that `columns` make up; also a whole table.
    pub fn rows(field: Field, length: usize, columns: Vec<Column>) -> Self {
        Self { field, format: STRUCT, length, nulls: 0, children: columns, validity: None, buffers: [None; 2] }
    }

    fn new(
        field: Field,
        format: &'static CStr,
        length: usize,
        validity: Validity,
        buffers: [Option<Buffer>; 2],
        block: &mut Block,
    ) -> Self {
        let nulls = validity.nulls;
        let validity = (nulls > 0).then(|| block.add_bytes(&validity.bits));
        Self { field, format, length, nulls, children: Vec::new(), validity, buffers }
    }

    /// The addresses of its buffers, and how many there are.
    pub fn buffers(&self, block: &Block) -> (usize, [*const c_void; 3]) {
        let [first, second] = self.buffers;
        let address = |buffer: Option<Buffer>| buffer.map_or(null(), |buffer| block.address(buffer));
        (1 + self.buffers.iter().flatten().count(), [self.validity, first, second].map(address))
    }
}

/// The offset 0 and those where values end, of which there are so many.
fn offsets(count: usize, ends: impl Iterator<Item = usize>, block: &mut Block) -> Buffer {
    let (buffer, numbers) = block.add::<i32>(count + 1);
    for (number, end) in numbers[1..].iter_mut().zip(ends) {
        *number = end as i32;
    }
    buffer
}

/// Which values of a column there are.
struct Validity {
    nulls: usize,
    /// One bit a value; none where all are there.
    bits: Vec<u8>,
}

impl Validity {
    fn new(field: Field, length: usize) -> Self {
        let bytes = if field.nullable { length.div_ceil(8) } else { 0 };
        Self { nulls: 0, bits: vec![0xFF; bytes] }
    }

    fn set_null(&mut self, at: usize) {
        self.bits[at / 8] &= !(1 << (at % 8));
        self.nulls += 1;
    }
}
