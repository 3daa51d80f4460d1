//! What holds for every report whatever the text: spans, nesting, order, references, sameness, the schema.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic is how a test fails")]

/// What the tests share.
pub mod common {
    pub mod fragments;
    pub mod odd;
    pub mod random;
    pub mod samples;
    pub mod vocabulary;
}

use common::fragments::{FRAGMENTS, ROWS};
use common::odd::inputs;
use common::random::Random;
use common::samples::samples;
use common::vocabulary;
use fazhi::note::NoteCode;
use fazhi::outline::Section;
use fazhi::{ErrorKind, Limits, Report, Span};

/// Fails with the start of the text when a promise does not hold.
#[track_caller]
fn promise(holds: bool, text: &str, what: impl FnOnce() -> String) {
    assert!(holds, "{}\nin a text of {} bytes: {:?}", what(), text.len(), text.chars().take(200).collect::<String>());
}

/// Parses `text` and checks everything that is promised for every report.
pub fn check(text: &str) -> Report<'_> {
    let report = Report::parse(text.as_bytes()).unwrap();
    assert_eq!(report.source(), text);
    check_sections(&report);
    check_facts(&report);
    check_front(&report);
    for check in report.checks() {
        check.spans.iter().for_each(|&span| sound(&report, span, "check"));
    }
    for note in report.notes() {
        sound(&report, note.span, "note");
        promise(!note.message.is_empty(), text, || format!("no words: {note:?}"));
    }
    promise(report.notes().is_sorted_by_key(|note| note.span), text, || "order of notes".into());
    json::check(&report);
    report
}

/// A span lies in the text and on character boundaries.
#[track_caller]
fn sound(report: &Report<'_>, span: Span, what: &str) {
    let holds = span.start <= span.end && report.source().get(span.range()).is_some();
    promise(holds, report.source(), || format!("span of {what}: {span:?}"));
}

/// A section index exists and its section holds `offset`.
#[track_caller]
fn placed(report: &Report<'_>, section: Option<u32>, offset: u32, what: &str) {
    let holds = section.is_none_or(|index| {
        report.sections().get(index as usize).is_some_and(|section| section.span.contains_offset(offset))
    });
    promise(holds, report.source(), || format!("{what} at {offset} is not in section {section:?}"));
}

fn check_sections(report: &Report<'_>) {
    let (text, sections) = (report.source(), report.sections());
    promise(report.meanings().len() == sections.len(), text, || "a meaning for every section".into());
    let mut behind = vec![0; sections.len() + 1];
    for (index, section) in sections.iter().enumerate() {
        for span in [section.span, section.marker, section.title, section.heading, section.body] {
            sound(report, span, "section");
        }
        let parts = section.span.start == section.marker.start
            && section.heading.start == section.marker.start
            && section.heading.contains(section.marker)
            && (section.title.is_empty() || section.heading.contains(section.title))
            && section.span.contains(section.heading)
            && (section.body.is_empty() || section.span.contains(section.body));
        promise(parts, text, || format!("parts of {section:?}"));
        promise(section.level > 0 && !section.marker.is_empty(), text, || format!("{section:?}"));
        check_parent(text, sections, index);
        let siblings = section.parent.map_or(sections.len(), |parent| parent as usize);
        promise(behind[siblings] <= section.span.start, text, || format!("overlaps a sibling: {section:?}"));
        behind[siblings] = section.span.end;
    }
    promise(sections.is_sorted_by(|a, b| a.span.start < b.span.start), text, || "order of sections".into());
    for passage in report.passages() {
        sound(report, passage.span, "passage");
        let known = passage.section.is_none_or(|section| (section as usize) < sections.len());
        promise(known && !passage.span.is_empty(), text, || format!("{passage:?}"));
    }
    let alone = fazhi::outline(text.as_bytes()).unwrap();
    let none = report.notes().iter().any(|note| note.code == NoteCode::NoReport);
    promise(none || alone.sections == sections, text, || "outline() and the report differ".into());
}

fn check_parent(text: &str, sections: &[Section], index: usize) {
    let section = &sections[index];
    if let Some(parent) = section.parent {
        let holds = (parent as usize) < index && {
            let outer = &sections[parent as usize];
            outer.level < section.level && outer.span.contains(section.span) && outer.body.end <= section.span.start
        };
        promise(holds, text, || format!("section {index} in {parent}: {section:?}"));
    }
}

fn check_facts(report: &Report<'_>) {
    let text = report.source();
    let rows = report.quantities();
    for quantity in rows {
        sound(report, quantity.span, "quantity");
        sound(report, quantity.sentence, "sentence");
        let holds = !quantity.span.is_empty() && quantity.sentence.contains(quantity.span);
        promise(holds, text, || format!("not in its sentence: {quantity:?}"));
        promise(!quantity.value.is_negative(), text, || format!("{quantity:?}"));
        placed(report, quantity.section, quantity.span.start, "quantity");
    }
    promise(rows.is_sorted_by(|a, b| a.span.end <= b.span.start), text, || "quantities overlap".into());
    for citation in report.citations() {
        sound(report, citation.span, "citation");
        promise(citation.span.contains(citation.title), text, || format!("{citation:?}"));
        placed(report, citation.section, citation.span.start, "citation");
    }
    promise(report.citations().is_sorted_by_key(|row| row.span), text, || "order of citations".into());
    for number in report.doc_numbers() {
        sound(report, number.span, "document number");
        promise(number.span.contains(number.issuer), text, || format!("{number:?}"));
    }
    promise(report.doc_numbers().is_sorted_by_key(|row| row.span), text, || "order of document numbers".into());
    for date in report.dates() {
        sound(report, date.span, "date");
        promise(!date.span.is_empty(), text, || format!("{date:?}"));
    }
    promise(report.dates().is_sorted_by_key(|row| row.span), text, || "order of dates".into());
    for indicator in report.indicators() {
        let quantity = rows.get(indicator.quantity as usize);
        let same = quantity.is_some_and(|quantity| {
            indicator.value == quantity.value || indicator.value.checked_neg() == Some(quantity.value)
        });
        promise(same, text, || format!("{indicator:?} is not {quantity:?}"));
    }
    promise(report.indicators().is_sorted_by_key(|row| row.quantity), text, || "order of indicators".into());
}

fn check_front(report: &Report<'_>) {
    let front = report.front();
    let single = [&front.title, &front.region, &front.doc_number, &front.print_office];
    let lists = [&front.issuers, &front.signers, &front.recipients, &front.cc];
    for named in single.into_iter().flatten().chain(lists.into_iter().flatten()) {
        sound(report, named.span, "front");
        promise(!named.text.is_empty(), report.source(), || format!("{named:?}"));
    }
    for span in [front.year.map(|(_, span)| span), front.date.map(|(_, span)| span)].into_iter().flatten() {
        sound(report, span, "front");
    }
}

#[cfg(feature = "serde")]
mod json {
    use std::sync::LazyLock;

    use fazhi::Report;

    static SCHEMA: LazyLock<jsonschema::Validator> = LazyLock::new(|| {
        let schema = serde_json::from_str(include_str!("../schema/fazhi.report-1.schema.json")).unwrap();
        jsonschema::meta::validate(&schema).unwrap();
        jsonschema::validator_for(&schema).unwrap()
    });

    /// The report's JSON is valid.
    #[track_caller]
    pub fn check(report: &Report<'_>) {
        let value = serde_json::to_value(report).unwrap();
        let errors: Vec<String> =
            SCHEMA.iter_errors(&value).take(5).map(|error| format!("{} at {}", error, error.instance_path())).collect();
        super::promise(errors.is_empty(), report.source(), || errors.join("\n"));
    }

    #[test]
    fn the_schema_is_strict() {
        let report = Report::parse("一、甲。受理3件。".as_bytes()).unwrap();
        let good = serde_json::to_value(&report).unwrap();
        assert!(SCHEMA.is_valid(&good));
        let keys: Vec<String> = good.as_object().unwrap().keys().cloned().collect();
        for key in keys {
            let mut less = good.clone();
            less.as_object_mut().unwrap().remove(&key);
            assert!(!SCHEMA.is_valid(&less), "{key} is not required");
        }
        for part in ["", "/source", "/front", "/front/spans"] {
            let mut more = good.clone();
            more.pointer_mut(part).unwrap().as_object_mut().unwrap().insert("more".into(), true.into());
            assert!(!SCHEMA.is_valid(&more), "more fields in {part:?}");
        }
    }

    #[test]
    fn keys_are_in_the_order_of_the_contract() {
        let report = Report::parse(b"").unwrap();
        let text = serde_json::to_string(&report).unwrap();
        let keys = [
            "schema",
            "source",
            "notes",
            "front",
            "sections",
            "passages",
            "quantities",
            "citations",
            "doc_numbers",
            "dates",
            "indicators",
            "checks",
        ];
        let places: Vec<usize> = keys.iter().map(|key| text.find(&format!("\"{key}\":")).unwrap()).collect();
        assert!(places.is_sorted(), "{text}");
    }
}

#[cfg(not(feature = "serde"))]
mod json {
    pub fn check(_: &fazhi::Report<'_>) {}
}

/// The nearest character boundary at or below `offset`.
fn floor(text: &str, offset: usize) -> usize {
    (0..=offset).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

#[test]
fn holds_for_the_samples_and_their_layouts() {
    for sample in samples() {
        let report = check(&sample.text);
        assert!(!report.sections().is_empty(), "{}", sample.path.display());
        check(&sample.text.replace('\n', "\r\n"));
        check(&format!("\u{feff}{}", sample.text));
        check(&sample.text.replace('\n', "\n\n"));
        check(&sample.text.replace('\n', ""));
    }
}

#[test]
fn holds_for_odd_inputs() {
    for text in inputs() {
        check(&text);
    }
}

#[test]
fn holds_for_texts_of_the_librarys_own_words() {
    let words = vocabulary::words();
    assert!(words.len() > 2_000, "few words were found: {}", words.len());
    let mut random = Random::new(1);
    for _ in 0..1_000 {
        check(&vocabulary::text(&words, &mut random));
    }
}

#[test]
fn holds_for_truncations() {
    for sample in samples() {
        for (at, _) in sample.text.char_indices().step_by(97) {
            check(&sample.text[..at]);
        }
    }
}

#[test]
fn holds_for_mutations() {
    for (seed, sample) in samples().into_iter().enumerate() {
        let mut random = Random::new(seed as u64 + 1);
        for _ in 0..40 {
            let mut text = sample.text.clone();
            for _ in 0..=random.below(12) {
                mutate(&mut text, &mut random);
            }
            check(&text);
        }
    }
}

/// Cuts, doubles or inserts something somewhere.
fn mutate(text: &mut String, random: &mut Random) {
    let from = floor(text, random.below(text.len() + 1));
    let to = floor(text, (from + random.below(60)).min(text.len())).max(from);
    match random.below(4) {
        0 => text.replace_range(from..to, ""),
        1 => {
            let again = text[from..to].to_owned();
            text.insert_str(to, &again);
        }
        2 => text.insert_str(from, FRAGMENTS[random.below(FRAGMENTS.len())]),
        _ => text.replace_range(from..to, ROWS[random.below(ROWS.len())]),
    }
}

#[test]
fn the_same_in_every_run_and_thread() {
    fn shared<T: Send + Sync>(_: &T) {}
    let texts: Vec<String> = samples().into_iter().map(|sample| sample.text).collect();
    let read = |text: &String| {
        let report = Report::parse(text.as_bytes()).unwrap();
        shared(&report);
        format!("{report:?}")
    };
    let here: Vec<String> = texts.iter().map(read).collect();
    let there: Vec<Vec<String>> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..3).map(|_| scope.spawn(|| texts.iter().rev().map(read).collect())).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    for mut other in there {
        other.reverse();
        assert!(here == other);
    }
}

#[test]
fn limits_give_smaller_reports_or_a_refusal() {
    let text = "一、甲。办理3件。\n二、乙。办理4件，见《丙法》。\n三、丁。办理5件，见《戊法》。\n";
    let refused = Report::parse_with(text.as_bytes(), &Limits::new().max_bytes(10)).unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::TooLarge);
    for limits in [Limits::new().max_sections(2), Limits::new().max_facts(1)] {
        let report = Report::parse_with(text.as_bytes(), &limits).unwrap();
        assert!(report.notes().iter().any(|note| note.code == NoteCode::LimitReached), "{limits:?}");
    }
    let shallow = Report::parse_with("一、甲\n（一）乙\n1.丙\n".as_bytes(), &Limits::new().max_depth(1)).unwrap();
    assert!(shallow.sections().iter().all(|section| section.level == 1));
}

#[test]
fn bad_bytes_are_refused_with_their_place() {
    for (bytes, start) in [(&b"\xff"[..], 0), (b"abc\xe4\xb8", 3), (b"a\xc0\xafb", 1), (b"\xed\xa0\x80", 0)] {
        let error = Report::parse(bytes).unwrap_err();
        assert_eq!((error.kind(), error.span().start), (ErrorKind::InvalidUtf8, start));
        assert_eq!(fazhi::outline(bytes).unwrap_err(), error);
    }
}
