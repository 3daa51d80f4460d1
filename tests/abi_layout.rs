//! The layouts that `tests/abi/fazhi-1.txt` records are those of rustc: this file does not compile otherwise.
#![cfg(all(feature = "capi", target_pointer_width = "64"))]

use std::mem::{align_of, offset_of, size_of};

use fazhi::ffi::memory::*;
use fazhi::ffi::records::*;
use fazhi::ffi::status::*;

macro_rules! record {
    ($record:ident, $size:expr, $align:expr) => {
        const _: () = assert!(size_of::<$record>() == $size && align_of::<$record>() == $align);
    };
}

macro_rules! field {
    ($record:ident, $field:ident, $offset:expr) => {
        const _: () = assert!(offset_of!($record, $field) == $offset);
    };
}

include!("abi/layout.rs");
