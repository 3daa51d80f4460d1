//! The memory of one table: all its buffers in one block, each at a multiple of 64 bytes as Arrow recommends.

use std::ffi::c_void;

/// The alignment of buffers, and what their lengths are padded to, in bytes.
const LINE: usize = 64;

/// Bytes at an address that is a multiple of their number.
#[repr(C, align(64))]
#[derive(Clone, Copy)]
struct Line([u8; LINE]);

/// A number as Arrow has it in memory.
///
/// # Safety
///
/// Every pattern of bits is one, there are no gaps in it, and its alignment is at most that of a buffer.
pub(super) unsafe trait Number: Copy {}

// SAFETY: integers of the machine.
unsafe impl Number for u8 {}
// SAFETY: as above.
unsafe impl Number for u16 {}
// SAFETY: as above.
unsafe impl Number for u32 {}
// SAFETY: as above.
unsafe impl Number for i32 {}
// SAFETY: as above.
unsafe impl Number for i128 {}

/// Where a buffer begins: a number of lines.
#[derive(Clone, Copy, Debug)]
pub(super) struct Buffer(usize);

/// Buffers one behind the other.
pub(super) struct Block {
    lines: Vec<Line>,
}

impl Block {
    /// A block that takes about so many bytes without moving.
    pub fn with_capacity(bytes: usize) -> Self {
        Self { lines: Vec::with_capacity(bytes.div_ceil(LINE)) }
    }

    /// Adds a buffer of so many numbers, which are all 0.
    pub fn add<T: Number>(&mut self, count: usize) -> (Buffer, &mut [T]) {
        let first = self.lines.len();
        self.lines.resize(first + (count * size_of::<T>()).div_ceil(LINE), Line([0; LINE]));
        let added = &mut self.lines[first..];
        // SAFETY: lines are bytes without gaps, at least as many as the numbers have, and such bytes are numbers.
        let numbers = unsafe { std::slice::from_raw_parts_mut(added.as_mut_ptr().cast(), count) };
        (Buffer(first), numbers)
    }

    /// Adds a buffer with these bytes.
    pub fn add_bytes(&mut self, bytes: &[u8]) -> Buffer {
        let (buffer, room) = self.add(bytes.len());
        room.copy_from_slice(bytes);
        buffer
    }

    /// The address of a buffer, which stays while nothing is added.
    pub fn address(&self, buffer: Buffer) -> *const c_void {
        self.lines[buffer.0..].as_ptr().cast()
    }
}
