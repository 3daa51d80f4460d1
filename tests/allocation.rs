//! A parser that has seen a report parses it again, audit included, without asking for memory.
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]
#![allow(unsafe_code, reason = "a global allocator cannot be written without it")]

mod common {
    pub mod samples;
}

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use common::samples::samples;
use fazhi::Parser;

thread_local! {
    static CALLS: Cell<usize> = const { Cell::new(0) };
}

/// Counts what each thread asks for, so that the test's own threads do not disturb each other.
struct Counting;

// SAFETY: every call goes to the system's allocator unchanged.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        CALLS.with(|calls| calls.set(calls.get() + 1));
        // SAFETY: the caller's promises are passed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        CALLS.with(|calls| calls.set(calls.get() + 1));
        // SAFETY: as above.
        unsafe { System.realloc(memory, layout, size) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        // SAFETY: as above.
        unsafe { System.dealloc(memory, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// How often `work` asks for memory.
fn allocations<T>(work: impl FnOnce() -> T) -> usize {
    let before = CALLS.with(Cell::get);
    std::hint::black_box(work());
    CALLS.with(Cell::get) - before
}

#[test]
fn the_counter_counts() {
    assert_eq!(allocations(|| vec![1_u8; 100]), 1);
    assert_eq!(allocations(|| 1), 0);
}

#[test]
fn a_second_parse_asks_for_no_memory() {
    let mut failures = Vec::new();
    for sample in samples() {
        let mut parser = Parser::new();
        let first = parser.parse(sample.text.as_bytes()).unwrap();
        assert!(!first.sections().is_empty(), "{}", sample.path.display());
        parser.recycle(first);
        let count = allocations(|| {
            let report = parser.parse(sample.text.as_bytes()).unwrap();
            parser.recycle(report);
        });
        if count > 0 {
            failures.push(format!("{}: {count}", sample.path.display()));
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
}

#[test]
fn a_second_outline_asks_for_no_memory() {
    for sample in samples() {
        let mut parser = Parser::new();
        let first = parser.outline(sample.text.as_bytes()).unwrap();
        parser.recycle_outline(first);
        let count = allocations(|| {
            let outline = parser.outline(sample.text.as_bytes()).unwrap();
            parser.recycle_outline(outline);
        });
        assert_eq!(count, 0, "{}", sample.path.display());
    }
}
