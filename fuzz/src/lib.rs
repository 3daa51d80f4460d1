//! What the targets for readers of files hold every document to, and how they make one from pieces.

use fazhi::extract::Document;

/// What holds for every document, whatever its file: blocks in text order without overlap, none empty, their numbers inside
/// them; lines and marks of notes inside the text.
///
/// # Panics
///
/// When it does not hold: that is the find.
pub fn hold(document: &Document<'_>) {
    let text = document.text();
    let mut end = 0;
    for block in document.blocks() {
        assert!(block.span.start >= end && block.span.contains(block.label) && !block.span.is_empty());
        let _ = (&text[block.span.range()], &text[block.label.range()]);
        end = block.span.end;
    }
    for anchor in document.anchors() {
        assert!(text.get(anchor.span.range()).is_some());
    }
    for footnote in document.footnotes() {
        assert!(footnote.at.is_none_or(|at| text.is_char_boundary(at as usize)));
    }
}

/// The pieces that bytes name, one a byte.
#[must_use]
pub fn joined(bytes: &[u8], pieces: &[&str]) -> Vec<u8> {
    bytes.iter().flat_map(|byte| pieces[usize::from(*byte) % pieces.len()].bytes()).collect()
}
