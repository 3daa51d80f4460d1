//! Whatever the file: no panic, and spans that lie in the text.
#![no_main]

use fazhi::extract::{Limits, extract};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let file = [b"%PDF-1.7\n", bytes].concat();
    let limits = Limits::new().max_part_bytes(4 << 20).max_unpacked_bytes(16 << 20);
    let Ok(document) = extract(&file, &limits) else { return };
    let text = document.text();
    let mut end = 0;
    for block in document.blocks() {
        assert!(block.span.start >= end && block.span.start < block.span.end);
        assert!(text.get(block.span.range()).is_some());
        end = block.span.end;
    }
    for anchor in document.anchors() {
        assert!(text.get(anchor.span.range()).is_some());
    }
    for footnote in document.footnotes() {
        assert!(footnote.at.is_none_or(|at| text.is_char_boundary(at as usize)));
    }
});
