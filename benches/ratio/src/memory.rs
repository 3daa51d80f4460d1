//! The most memory that a full parse holds at once, over the size of its input.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed};

use fazhi::Parser;

use crate::documents::{self, Document};
use crate::mix;

/// The system's allocator, which counts while it is told to.
struct Counting;

static COUNTS: AtomicBool = AtomicBool::new(false);
static HELD: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

#[global_allocator]
static ALLOCATOR: Counting = Counting;

#[allow(unsafe_code, reason = "an allocator is an unsafe trait")]
// SAFETY: every call goes on to the system's allocator unchanged.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if COUNTS.load(Relaxed) {
            let held = HELD.fetch_add(layout.size(), Relaxed) + layout.size();
            MOST.fetch_max(held, Relaxed);
        }
        // SAFETY: the caller's promise.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        if COUNTS.load(Relaxed) {
            HELD.fetch_sub(layout.size(), Relaxed);
        }
        // SAFETY: the caller's promise.
        unsafe { System.dealloc(pointer, layout) }
    }
}

/// Bytes held at the peak of a parse by a new parser, with or without audit, over the text's.
fn peak(text: &str, audit: bool) -> f64 {
    HELD.store(0, Relaxed);
    MOST.store(0, Relaxed);
    COUNTS.store(true, Relaxed);
    let report = Parser::new().audit(audit).parse(text.as_bytes()).expect("a report");
    COUNTS.store(false, Relaxed);
    assert!(!report.sections().is_empty(), "nothing was read");
    MOST.load(Relaxed) as f64 / text.len() as f64
}

/// Prints the figures as rows for the parent process.
pub fn print() {
    // Tables that are made once are no part of a parse.
    let samples = documents::samples();
    drop(Parser::new().parse(samples[0].text.as_bytes()));
    for document in &samples {
        row(&document.name, &document.text);
    }
    let long: String = mix::documents(1 << 20).iter().map(|document: &Document| document.text.as_str()).collect();
    row("one text of 1 MiB", &long);
}

fn row(name: &str, text: &str) {
    println!("memory\t{name}\t{:.2}\t{:.2}", peak(text, false), peak(text, true));
}
