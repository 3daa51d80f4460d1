//! The C functions with whatever bytes and arguments: no call fails for another reason than its manual names, and what
//! they give can be read.
#![no_main]

use std::mem::MaybeUninit;
use std::ptr::{null, null_mut};

use fazhi::ffi::batch::*;
use fazhi::ffi::codes::fazhi_code_name;
use fazhi::ffi::memory::*;
use fazhi::ffi::offsets::fazhi_text_convert_offsets;
use fazhi::ffi::options::*;
use fazhi::ffi::outline::*;
use fazhi::ffi::parser::*;
use fazhi::ffi::records::*;
use fazhi::ffi::report::*;
use fazhi::ffi::score::*;
use fazhi::ffi::status::*;
use libfuzzer_sys::fuzz_target;

/// Arguments, taken from the front of the input; 0 when it is used up.
struct Arguments<'a>(&'a [u8]);

impl Arguments<'_> {
    fn byte(&mut self) -> u8 {
        let Some((&first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        first
    }

    fn number(&mut self) -> u32 {
        u32::from_le_bytes([(); 4].map(|()| self.byte()))
    }

    /// A number that is mostly small enough to lie in a text.
    fn offset(&mut self) -> u32 {
        if self.byte() == 0 { self.number() } else { u32::from(self.byte()) }
    }
}

/// What a call writes, if it succeeds; its status must be told in the error, with a message.
fn given<T>(call: impl FnOnce(*mut T, *mut fazhi_error) -> u32) -> Result<T, u32> {
    let mut output = MaybeUninit::uninit();
    let mut error = MaybeUninit::uninit();
    let status = call(output.as_mut_ptr(), error.as_mut_ptr());
    // SAFETY: every call writes the error, and one that succeeds its output.
    unsafe {
        let error: &fazhi_error = error.assume_init_ref();
        let message = std::str::from_utf8(&error.message[..error.message_len as usize]).expect("a message in UTF-8");
        assert!(error.status == status && status < FAZHI_ERR_PANIC && message.is_empty() == (status == FAZHI_OK));
        assert!(error.span.start <= error.span.end);
        if status == FAZHI_OK { Ok(output.assume_init()) } else { Err(status) }
    }
}

unsafe fn bytes<'a>(data: *const u8, length: usize) -> &'a [u8] {
    assert!(!data.is_null());
    // SAFETY: what the library gave.
    unsafe { std::slice::from_raw_parts(data, length) }
}

/// Every byte of every table, which a checker of memory sees.
unsafe fn read(table: fazhi_table) -> usize {
    // SAFETY: rows of the library; none of them has padding.
    unsafe { bytes(table.rows.cast(), table.count * table.stride).iter().filter(|byte| **byte != 0).count() }
}

unsafe fn check_report(report: *const fazhi_report, arguments: &mut Arguments) {
    // SAFETY: the report is alive.
    unsafe {
        let tables = [
            fazhi_report_sections,
            fazhi_report_passages,
            fazhi_report_quantities,
            fazhi_report_citations,
            fazhi_report_doc_numbers,
            fazhi_report_dates,
            fazhi_report_indicators,
            fazhi_report_checks,
            fazhi_report_check_spans,
            fazhi_report_notes,
            fazhi_report_names,
        ];
        for ask in tables {
            read(given(|table, err| ask(report, table, err)).expect("a table"));
        }
        let source = given(|text, err| fazhi_report_source(report, text, err)).expect("a text");
        let source = std::str::from_utf8(bytes(source.data, source.len)).expect("UTF-8");
        let (start, end) = (arguments.offset(), arguments.offset());
        let expected = source.get(start as usize..end as usize).map(str::as_bytes);
        let text = given(|text, err| fazhi_report_text(report, start, end, text, err));
        assert_eq!(text.ok().map(|text| bytes(text.data, text.len)), expected);
        let clean = given(|text, err| fazhi_report_clean_text(report, start, end, text, err));
        assert_eq!(clean.is_ok(), expected.is_some());
        if let Ok(mut clean) = clean {
            std::str::from_utf8(bytes(clean.data, clean.len)).expect("UTF-8");
            fazhi_bytes_free(&mut clean);
        }
        let place = given(|place, err| fazhi_report_place(report, start, place, err));
        assert_eq!(place.is_ok(), source.is_char_boundary(start as usize));
        let (from_unit, to_unit) = (u16::from(arguments.byte() % 5), u16::from(arguments.byte() % 5));
        let convert = |to, err| fazhi_report_convert_offsets(report, from_unit, to_unit, &start, 1, to, err);
        let converted = given::<u32>(convert);
        let again =
            |to, err| fazhi_text_convert_offsets(source.as_ptr(), source.len(), from_unit, to_unit, &start, 1, to, err);
        assert_eq!(converted, given::<u32>(again));
        if let Ok(converted) = converted {
            let back = |to, err| fazhi_report_convert_offsets(report, to_unit, from_unit, &converted, 1, to, err);
            assert_eq!(given::<u32>(back), Ok(start));
        }
        let mut json = given(|json, err| fazhi_report_json(report, json, err)).expect("JSON");
        fazhi_bytes_free(&mut json);
    }
}

unsafe fn check_score(report: *const fazhi_report, last_year: &[u8], arguments: &mut Arguments) {
    // SAFETY: the report is alive; the others are freed last.
    unsafe {
        let context = given(|context, err| fazhi_context_new(context, err)).expect("a context");
        let (year, month, day) = (arguments.number() as u16, arguments.byte(), arguments.byte());
        fazhi_context_set_published(context, year, month, day, null_mut());
        fazhi_context_set_last_year(context, last_year.as_ptr(), last_year.len(), null_mut());
        let score = given(|score, err| fazhi_report_score(report, null(), context, score, err)).expect("a score");
        fazhi_context_free(context);
        for ask in [fazhi_score_dimensions, fazhi_score_criteria, fazhi_score_flags, fazhi_score_spans] {
            read(given(|table, err| ask(score, table, err)).expect("a table"));
        }
        fazhi_score_free(score);
    }
}

fuzz_target!(|input: &[u8]| {
    let (text, rest) = input.split_at(input.len() - input.len() / 4);
    let mut arguments = Arguments(rest);
    let valid = std::str::from_utf8(text).is_ok();
    // SAFETY: every object is used until it is freed, every pointer lives as long as its call.
    unsafe {
        let options = given(|options, err| fazhi_options_new(options, err)).expect("options");
        fazhi_options_set_max_sections(options, arguments.offset(), null_mut());
        fazhi_options_set_max_facts(options, arguments.offset(), null_mut());
        fazhi_options_set_max_depth(options, arguments.offset(), null_mut());
        fazhi_options_set_audit(options, arguments.byte() % 3, null_mut());
        let parser = given(|parser, err| fazhi_parser_new(options, parser, err)).expect("a parser");
        for parse in [fazhi_parser_parse, fazhi_parser_parse_borrowed] {
            let report = given(|report, err| parse(parser, text.as_ptr(), text.len(), report, err));
            assert_eq!(report.as_ref().err().copied(), (!valid).then_some(FAZHI_ERR_INVALID_UTF8));
            let Ok(report) = report else { continue };
            check_report(report, &mut arguments);
            check_score(report, rest, &mut arguments);
            fazhi_parser_recycle(parser, report, null_mut());
        }
        fazhi_parser_free(parser);

        let outline = given(|outline, err| fazhi_outline_parse(text.as_ptr(), text.len(), options, outline, err));
        assert_eq!(outline.is_ok(), valid);
        if let Ok(outline) = outline {
            for ask in [fazhi_outline_sections, fazhi_outline_passages, fazhi_outline_notes] {
                read(given(|table, err| ask(outline, table, err)).expect("a table"));
            }
            fazhi_outline_free(outline);
        }

        let inputs = [text, rest].map(|part| fazhi_str { data: part.as_ptr(), len: part.len() });
        let parse = |batch, err| fazhi_batch_parse(inputs.as_ptr(), 2, options, 1, batch, err);
        let batch = given(parse).expect("a batch");
        let taken = given(|report, err| fazhi_batch_take(batch, arguments.byte() as usize % 3, report, err));
        fazhi_batch_free(batch);
        if let Ok(report) = taken {
            check_report(report, &mut arguments);
            fazhi_report_free(report);
        }
        fazhi_options_free(options);

        if let Ok(rubric) = given(|rubric, err| fazhi_rubric_from_toml(text.as_ptr(), text.len(), rubric, err)) {
            fazhi_rubric_free(rubric);
        }
        let (list, code) = (u16::from(arguments.byte()), u16::from(arguments.byte()));
        let _ = given(|name: *mut fazhi_str, err| fazhi_code_name(list, code, name, err));
    }
});
