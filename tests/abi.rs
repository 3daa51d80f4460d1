//! The C ABI is what `tests/abi/fazhi-1.txt` records: functions, constants, and where the fields of records lie. The record
//! is derived from `include/fazhi.h`, which `tests/header.rs` compares with the sources; rustc checks the layouts in
//! `tests/abi_layout.rs`, a C compiler in `.ci/c`. `FAZHI_BLESS=1 cargo test --test abi` writes what was added.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic is how a test fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// A function of the header.
struct Function {
    name: String,
    prototype: String,
    /// Type and name of each parameter.
    parameters: Vec<String>,
}

/// A record of the header, with size and alignment of each field's type.
struct Record {
    name: String,
    /// Type, name, offset and size in bytes.
    fields: Vec<(String, String, usize, usize)>,
    size: usize,
    align: usize,
}

struct Header {
    functions: Vec<Function>,
    constants: Vec<(String, String)>,
    records: Vec<Record>,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap().replace("\r\n", "\n")
}

/// Size and alignment of a C type on a system with 64 bits.
fn size_of(kind: &str, records: &[Record]) -> (usize, usize) {
    let size = match kind {
        _ if kind.ends_with('*') => 8,
        "uint8_t" => 1,
        "uint16_t" => 2,
        "uint32_t" | "float" | "fazhi_status" => 4,
        "int64_t" | "uint64_t" | "size_t" => 8,
        _ => {
            let name = kind.strip_prefix("struct ").unwrap();
            let record = records.iter().find(|record| record.name == name).unwrap();
            return (record.size, record.align);
        }
    };
    (size, size)
}

/// The type and the name of a declaration: `const uint8_t *data` is `const uint8_t *` and `data`.
fn declared(declaration: &str) -> (&str, &str) {
    let at = declaration.rfind([' ', '*']).unwrap() + 1;
    (declaration[..at].trim(), &declaration[at..])
}

impl Header {
    fn read() -> Self {
        let text = read("include/fazhi.h");
        let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        let mut header = Self { functions: Vec::new(), constants: Vec::new(), records: Vec::new() };
        for line in &code {
            if let Some((name, value)) = line.strip_prefix("#define FAZHI_").and_then(|rest| rest.split_once(' ')) {
                header.constants.push((format!("FAZHI_{name}"), value.to_owned()));
            }
        }
        let code = code.into_iter().filter(|line| !line.starts_with('#')).collect::<Vec<_>>().join("\n");
        for body in code.split("typedef struct fazhi_").skip(1) {
            if let Some((name, fields)) = body.split_once("}").and_then(|(body, _)| body.split_once(" {")) {
                header.add_record(format!("fazhi_{name}"), fields);
            }
        }
        for statement in code.split(';') {
            let one_line = statement.split_whitespace().collect::<Vec<_>>().join(" ");
            let one_line = one_line.trim_start_matches("extern \"C\" { ");
            let Some((head, parameters)) = one_line.split_once('(') else { continue };
            let name = declared(head).1;
            if name.starts_with("fazhi_") {
                let parameters = parameters.trim_end_matches(')').split(", ").filter(|parameter| *parameter != "void");
                header.functions.push(Function {
                    name: name.to_owned(),
                    prototype: one_line.to_owned(),
                    parameters: parameters.map(str::to_owned).collect(),
                });
            }
        }
        header
    }

    fn add_record(&mut self, name: String, fields: &str) {
        let mut record = Record { name, fields: Vec::new(), size: 0, align: 1 };
        for declaration in fields.split(';').map(str::trim).filter(|declaration| !declaration.is_empty()) {
            let (declaration, length) = declaration.split_once('[').unwrap_or((declaration, "1]"));
            let length = length.trim_end_matches(']');
            let length = self.constants.iter().find(|(name, _)| name == length).map_or(length, |(_, value)| value);
            let (kind, field) = declared(declaration);
            let (size, align) = size_of(kind, &self.records);
            let offset = record.size.next_multiple_of(align);
            assert_eq!(offset, record.size, "{}.{field}: padding is to be explicit", record.name);
            let size = size * length.parse::<usize>().unwrap();
            record.fields.push((kind.to_owned(), field.to_owned(), offset, size));
            record.size = offset + size;
            record.align = record.align.max(align);
        }
        assert_eq!(record.size % record.align, 0, "{}: padding at the end is to be explicit", record.name);
        self.records.push(record);
    }

    /// The record of the ABI.
    fn record(&self) -> String {
        let mut out = String::from(
            "# The C ABI of fazhi, number 1: tests/abi.rs compares it. Sizes, alignments and offsets in bytes, with 64 bits.\n",
        );
        for function in &self.functions {
            writeln!(out, "function {}", function.prototype).unwrap();
        }
        // A version is no part of the ABI.
        for (name, value) in self.constants.iter().filter(|(name, _)| !name.starts_with("FAZHI_VERSION_")) {
            writeln!(out, "constant {name} {value}").unwrap();
        }
        for record in &self.records {
            writeln!(out, "record {} {} {}", record.name, record.size, record.align).unwrap();
            for (kind, field, offset, size) in &record.fields {
                writeln!(out, "field {} {field} {offset} {size} {kind}", record.name).unwrap();
            }
        }
        out
    }

    /// The layouts for rustc to check.
    fn layouts(&self) -> String {
        let mut out = String::from("// Made by tests/abi.rs.\n");
        for record in &self.records {
            writeln!(out, "record!({}, {}, {});", record.name, record.size, record.align).unwrap();
            for (_, field, offset, _) in &record.fields {
                writeln!(out, "field!({}, {field}, {offset});", record.name).unwrap();
            }
        }
        out
    }
}

/// Compares a file that is derived, or writes it.
fn compare(path: &str, derived: &str) {
    if std::env::var_os("FAZHI_BLESS").is_some() {
        fs::write(root().join(path), derived).unwrap();
    }
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<BTreeSet<_>>();
    let (old, new) = (lines(&read(path)), lines(derived));
    let (gone, added) = (old.difference(&new).collect::<Vec<_>>(), new.difference(&old).collect::<Vec<_>>());
    assert!(read(path) == derived, "{path}: gone {gone:#?}, added {added:#?}; see the top of tests/abi.rs");
}

#[test]
fn the_abi_is_what_was_recorded() {
    let header = Header::read();
    assert!(header.functions.len() > 50 && header.constants.len() > 80 && header.records.len() > 20);
    let record = header.record();
    // What programs were compiled against stays, also when the record is written anew: another ABI needs another number.
    // Only rows may grow, by fields behind the others; records that programs make themselves, or that lie in others, may not.
    let new: BTreeSet<&str> = record.lines().collect();
    let old = read("tests/abi/fazhi-1.txt");
    let only_in_tables = |name: &str| {
        let used = format!("struct {name}");
        !record.lines().any(|line| line.ends_with(&used) || line.contains(&format!("{used} ")))
    };
    let may_grow =
        |line: &str| line.strip_prefix("record ").is_some_and(|rest| only_in_tables(rest.split(' ').next().unwrap()));
    let broken: Vec<_> = old.lines().filter(|line| !new.contains(line) && !may_grow(line)).collect();
    assert!(broken.is_empty(), "the ABI is broken, it had {broken:#?}");
    compare("tests/abi/fazhi-1.txt", &record);
    compare("tests/abi/layout.rs", &header.layouts());
}

/// The C tests by name.
fn c_tests() -> BTreeMap<String, String> {
    let files = fs::read_dir(root().join("tests/c")).unwrap().map(|entry| entry.unwrap().path());
    let files = files.filter(|path: &PathBuf| path.extension().is_some_and(|extension| extension == "c"));
    files
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(path).unwrap()))
        .collect()
}

/// The arguments of each call of `function` in `code`.
fn calls(code: &str, function: &str) -> Vec<Vec<String>> {
    let name = format!("{function}(");
    code.match_indices(&name).map(|(at, _)| arguments(&code[at + name.len()..])).collect()
}

/// The arguments up to the parenthesis that closes the call; `TEXT(…)` stands for two.
fn arguments(code: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut depth = 0;
    for character in code.chars() {
        match character {
            '(' => depth += 1,
            ')' if depth == 0 => break,
            ')' => depth -= 1,
            ',' if depth == 0 => {
                found.push(String::new());
                continue;
            }
            _ => {}
        }
        found.last_mut().unwrap().push(character);
    }
    let found = found.into_iter().map(|argument| argument.trim().to_owned());
    found.flat_map(|argument| vec![argument.clone(); if argument.starts_with("TEXT(") { 2 } else { 1 }]).collect()
}

#[test]
fn a_c_test_calls_every_function() {
    let tests = c_tests();
    let missing: Vec<_> = (Header::read().functions.into_iter())
        .filter(|function| !tests.values().any(|code| code.contains(&function.name)))
        .map(|function| function.name)
        .collect();
    assert!(missing.is_empty(), "no C test calls {missing:?}");
}

#[test]
fn a_c_test_gives_null_for_every_pointer() {
    let code = &c_tests()["null.c"];
    let mut missing = Vec::new();
    for function in Header::read().functions {
        let calls = calls(code, &function.name);
        // This macro gives NULL for the object and for the output.
        let read = code.contains(&format!(", {});", function.name));
        for (place, parameter) in function.parameters.iter().enumerate() {
            let pointer = parameter.contains('*') && !parameter.ends_with("*err");
            let null = calls.iter().any(|arguments| arguments.get(place).is_some_and(|argument| argument == "NULL"));
            if pointer && !null && !(read && place < 2) {
                missing.push(format!("{}: {parameter}", function.name));
            }
        }
    }
    assert!(missing.is_empty(), "tests/c/null.c never gives NULL for {missing:#?}");
}
