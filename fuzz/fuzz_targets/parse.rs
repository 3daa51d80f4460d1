//! Whatever the bytes: no panic, and what holds for every report holds.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[allow(dead_code, reason = "its tests run where it lives")]
#[path = "../../tests/properties.rs"]
mod properties;

use properties::common::fragments::{FRAGMENTS, ROWS};

fuzz_target!(|bytes: &[u8]| {
    let Some((&kind, rest)) = bytes.split_first() else { return };
    // Half of the inputs are written in fragments of reports, which bytes alone would hardly ever hit on.
    if kind % 2 == 0 {
        let fragment = |byte: &u8| {
            let index = usize::from(*byte) % (FRAGMENTS.len() + ROWS.len());
            *FRAGMENTS.get(index).unwrap_or_else(|| &ROWS[index - FRAGMENTS.len()])
        };
        properties::check(&rest.iter().map(fragment).collect::<String>());
    } else if let Ok(text) = std::str::from_utf8(rest) {
        properties::check(text);
    } else {
        assert!(fazhi::Report::parse(rest).is_err());
    }
});
