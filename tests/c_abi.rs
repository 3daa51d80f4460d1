//! The C ABI called from Rust, small enough for Miri, which watches aliasing and lifetimes that no C tool sees:
//! `cargo +nightly miri test --features capi,parallel,txt --test c_abi`. What the functions say is tested in C (`tests/c`).
#![cfg(feature = "capi")]
#![allow(unsafe_code, reason = "callers of the C ABI hand in raw pointers")]

use std::mem::MaybeUninit;
use std::ptr::{null, null_mut};

use fazhi::ffi::memory::*;
use fazhi::ffi::offsets::*;
use fazhi::ffi::outline::*;
use fazhi::ffi::parser::*;
use fazhi::ffi::records::*;
use fazhi::ffi::report::*;
use fazhi::ffi::status::*;

const TEXT: &str =
    "青岚县2024年法治政府建设年度报告\n一、主要工作\n（一）化解矛盾。受理案件40件，办结36件。\n二、工作安排\n";

/// What a call writes to its output, as a C program would leave it to be written.
fn given<T>(call: impl FnOnce(*mut T, *mut fazhi_error) -> u32) -> Result<T, u32> {
    let mut output = MaybeUninit::uninit();
    let mut error = MaybeUninit::uninit();
    let status = call(output.as_mut_ptr(), error.as_mut_ptr());
    // SAFETY: every call writes the error, and one that succeeds its output.
    unsafe {
        assert_eq!(error.assume_init_ref().status, status);
        if status == FAZHI_OK { Ok(output.assume_init()) } else { Err(status) }
    }
}

fn parsed(bytes: &[u8]) -> *mut fazhi_report {
    // SAFETY: the bytes live as long as the call.
    given(|report, err| unsafe { fazhi_report_parse(bytes.as_ptr(), bytes.len(), null(), report, err) })
        .expect("a text that can be parsed")
}

/// How many rows of quantities there are, all of them read.
///
/// # Safety
///
/// `report` is alive.
unsafe fn quantities(report: *const fazhi_report) -> usize {
    // SAFETY: the report is alive.
    let table = given(|table, err| unsafe { fazhi_report_quantities(report, table, err) }).expect("a table");
    // SAFETY: the table belongs to the report, and its rows have this type.
    let rows = unsafe { std::slice::from_raw_parts(table.rows.cast::<fazhi_quantity>(), table.count) };
    assert!(rows.iter().all(|row| row.value.present == 1 && row.span.end as usize <= TEXT.len()));
    rows.len()
}

#[test]
fn a_report_outlives_the_bytes_it_was_copied_from() {
    let bytes = TEXT.as_bytes().to_vec();
    let report = parsed(&bytes);
    drop(bytes);
    // SAFETY: the report is freed last.
    unsafe {
        assert_eq!(quantities(report), 2);
        let source = given(|text, err| fazhi_report_source(report, text, err)).expect("a text");
        assert_eq!(std::slice::from_raw_parts(source.data, source.len), TEXT.as_bytes());
        let place = given(|place, err| fazhi_report_place(report, TEXT.len() as u32, place, err)).expect("a place");
        assert_eq!(place.line, 4);
        let mut clean = given(|text, err| fazhi_report_clean_text(report, 0, 9, text, err)).expect("a text");
        assert_eq!(std::slice::from_raw_parts(clean.data, clean.len), "青岚县".as_bytes());
        fazhi_bytes_free(&mut clean);
        fazhi_bytes_free(&mut clean);
        assert!(clean.data.is_null());
        fazhi_report_free(report);
    }
}

#[test]
fn offsets_are_converted_where_they_stand() {
    let report = parsed(TEXT.as_bytes());
    let mut offsets = [0, 3, 9, 13];
    let place = offsets.as_mut_ptr();
    // SAFETY: `from` and `to` are the same array, as the manual allows.
    unsafe {
        let status =
            fazhi_report_convert_offsets(report, FAZHI_OFFSET_BYTES, FAZHI_OFFSET_UTF16, place, 4, place, null_mut());
        assert_eq!(status, FAZHI_OK);
        fazhi_report_free(report);
    }
    assert_eq!(offsets, [0, 1, 3, 7]);
}

#[test]
fn a_parser_takes_reports_back() {
    let bytes = TEXT.as_bytes();
    // SAFETY: objects are used until they are handed back or freed.
    unsafe {
        let parser = given(|parser, err| fazhi_parser_new(null(), parser, err)).expect("a parser");
        for _ in 0..3 {
            let parse = |report, err| fazhi_parser_parse(parser, bytes.as_ptr(), bytes.len(), report, err);
            let report = given(parse).expect("a report");
            let other = parsed(bytes);
            assert_eq!(quantities(report), quantities(other));
            let bad = given(|report, err| fazhi_parser_parse(parser, [0xFF_u8].as_ptr(), 1, report, err));
            assert_eq!(bad, Err(FAZHI_ERR_INVALID_UTF8));
            assert_eq!(fazhi_parser_recycle(parser, report, null_mut()), FAZHI_OK);
            assert_eq!(fazhi_parser_recycle(parser, other, null_mut()), FAZHI_OK);
        }
        fazhi_parser_free(parser);
    }
}

#[test]
fn an_outline_is_read() {
    let bytes = TEXT.as_bytes();
    // SAFETY: the outline is freed last.
    unsafe {
        let parse = |outline, err| fazhi_outline_parse(bytes.as_ptr(), bytes.len(), null(), outline, err);
        let outline = given(parse).expect("an outline");
        let table = given(|table, err| fazhi_outline_sections(outline, table, err)).expect("a table");
        assert_eq!(table.count, 3);
        fazhi_outline_free(outline);
    }
}

#[test]
#[cfg(feature = "txt")]
fn a_report_and_its_document_outlive_each_other() {
    use fazhi::ffi::document::*;

    let bytes = TEXT.as_bytes().to_vec();
    // SAFETY: objects are used until they are handed back or freed.
    unsafe {
        let read = |document, err| fazhi_document_extract(bytes.as_ptr(), bytes.len(), null(), document, err);
        let document = given(read).expect("a document");
        drop(bytes);
        let parse = |report, err| fazhi_document_parse(document, null(), report, err);
        let (first, second) = (given(parse).expect("a report"), given(parse).expect("a report"));
        fazhi_document_free(document);
        assert_eq!(quantities(first), 2);
        let document = given(|document, err| fazhi_report_document(first, document, err)).expect("a document");
        fazhi_report_free(first);
        let parser = given(|parser, err| fazhi_parser_new(null(), parser, err)).expect("a parser");
        assert_eq!(fazhi_parser_recycle(parser, second, null_mut()), FAZHI_OK);
        fazhi_parser_free(parser);
        let table = given(|table, err| fazhi_document_blocks(document, table, err)).expect("a table");
        let rows = std::slice::from_raw_parts(table.rows.cast::<fazhi_block>(), table.count);
        assert_eq!((rows.len(), rows[3].span.end as usize), (4, TEXT.len() - 1));
        let text = given(|text, err| fazhi_document_text(document, text, err)).expect("a text");
        assert_eq!(std::slice::from_raw_parts(text.data, text.len), TEXT.as_bytes());
        fazhi_document_free(document);
    }
}

#[test]
#[cfg(feature = "parallel")]
fn a_report_outlives_its_batch() {
    use fazhi::ffi::batch::*;

    let input = fazhi_str { data: TEXT.as_ptr(), len: TEXT.len() };
    let none = fazhi_str { data: null(), len: 1 };
    let inputs = [input, none, input];
    // SAFETY: reports are used while they or their batch are alive.
    unsafe {
        let parse = |batch, err| fazhi_batch_parse(inputs.as_ptr(), inputs.len(), null(), 2, batch, err);
        let batch = given(parse).expect("a batch");
        let kept = given(|report, err| fazhi_batch_report(batch, 0, report, err)).expect("a report");
        assert_eq!(given(|report, err| fazhi_batch_report(batch, 1, report, err)), Err(FAZHI_ERR_NULL));
        let taken = given(|report, err| fazhi_batch_take(batch, 2, report, err)).expect("a report");
        assert_eq!(given(|report, err| fazhi_batch_take(batch, 2, report, err)), Err(FAZHI_ERR_INVALID_ARGUMENT));
        assert_eq!(quantities(kept), 2);
        fazhi_batch_free(batch);
        assert_eq!(quantities(taken), 2);
        fazhi_report_free(taken);
    }
}

#[test]
#[cfg(feature = "rubric")]
fn a_score_outlives_its_report() {
    use fazhi::ffi::score::*;

    let report = parsed(TEXT.as_bytes());
    // SAFETY: the score is freed last.
    unsafe {
        let score = given(|score, err| fazhi_report_score(report, null(), null(), score, err)).expect("a score");
        fazhi_report_free(report);
        let totals = given(|totals, err| fazhi_score_totals(score, totals, err)).expect("totals");
        assert_eq!(totals.total.mantissa, 100);
        fazhi_score_free(score);
    }
}
