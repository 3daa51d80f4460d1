//! Whatever the file: no panic, and what holds for every document holds.
#![no_main]

use fazhi::extract::{Limits, extract};
use fazhi_fuzz::hold;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let file = [b"%PDF-1.7\n", bytes].concat();
    let limits = Limits::new().max_part_bytes(4 << 20).max_unpacked_bytes(16 << 20);
    let Ok(document) = extract(&file, &limits) else { return };
    hold(&document);
});
