//! Tables as a consumer reads them: by the two records alone.

use std::ffi::CStr;
use std::ptr::{null, null_mut};

use super::{ArrowArray, ArrowSchema, FAZHI_TABLE_NOTES, FAZHI_TABLE_SECTIONS, fazhi_report_arrow};
use super::{FAZHI_TABLE_CHECKS, FAZHI_TABLE_DATES, FAZHI_TABLE_INDICATORS, FAZHI_TABLE_QUANTITIES};
use crate::ffi::offsets::{FAZHI_OFFSET_BYTES, FAZHI_OFFSET_CODE_POINTS, FAZHI_OFFSET_UTF16};
use crate::ffi::report::{fazhi_report, fazhi_report_free, fazhi_report_parse};
use crate::ffi::status::{FAZHI_ERR_INVALID_ARGUMENT, FAZHI_ERR_NULL, FAZHI_OK};

const TEXT: &str = "𠮷岭县2024年法治政府建设年度报告\n一、主要举措\n（一）化解争议。2024年3月1日起，受理行政复议案件25件，\
    同比下降1.50%，罚款80—530元。2月30日，按期办结率100%。\n";

/// A report that is freed by its scope.
struct Report(*mut fazhi_report);

impl Report {
    fn parse(text: &str) -> Self {
        let mut report = null_mut();
        // SAFETY: a text, and a place for the report.
        let status = unsafe { fazhi_report_parse(text.as_ptr(), text.len(), null(), &mut report, null_mut()) };
        assert_eq!(status, FAZHI_OK);
        Self(report)
    }

    fn table(&self, table: u16, unit: u16) -> Table {
        let mut given = Table { schema: empty(), array: empty() };
        // SAFETY: a live report, and places for the records.
        let status =
            unsafe { fazhi_report_arrow(self.0, table, unit, &mut given.schema, &mut given.array, null_mut()) };
        assert_eq!(status, FAZHI_OK);
        given
    }
}

impl Drop for Report {
    fn drop(&mut self) {
        // SAFETY: it came from `fazhi_report_parse` and is not used again.
        unsafe { fazhi_report_free(self.0) }
    }
}

/// A record that was freed or moved away.
fn empty<T>() -> T {
    // SAFETY: both records may be all zeros: numbers, pointers and no callback.
    unsafe { std::mem::zeroed() }
}

/// A table that is freed by its scope.
struct Table {
    schema: ArrowSchema,
    array: ArrowArray,
}

impl Drop for Table {
    fn drop(&mut self) {
        // SAFETY: records of `fazhi_report_arrow` with a callback are whole.
        unsafe {
            if let Some(release) = self.schema.release {
                release(&mut self.schema);
            }
            if let Some(release) = self.array.release {
                release(&mut self.array);
            }
        }
        assert!(self.schema.release.is_none() && self.array.release.is_none());
    }
}

/// A column, or the rows of a table or of a list.
#[derive(Clone, Copy)]
struct Column<'t> {
    schema: &'t ArrowSchema,
    array: &'t ArrowArray,
}

impl Table {
    fn rows(&self) -> Column<'_> {
        Column { schema: &self.schema, array: &self.array }
    }

    /// The cells of a column.
    fn column(&self, name: &str) -> Vec<String> {
        let column = self.rows().children().into_iter().find(|column| column.name() == name).unwrap();
        (0..column.array.length as usize).map(|row| column.cell(row)).collect()
    }
}

impl<'t> Column<'t> {
    fn name(self) -> &'t str {
        // SAFETY: names end with a NUL.
        unsafe { CStr::from_ptr(self.schema.name) }.to_str().unwrap()
    }

    fn format(self) -> &'t str {
        // SAFETY: formats end with a NUL.
        unsafe { CStr::from_ptr(self.schema.format) }.to_str().unwrap()
    }

    fn children(self) -> Vec<Column<'t>> {
        assert_eq!(self.schema.n_children, self.array.n_children);
        let child = |at: usize| {
            // SAFETY: both records have so many children.
            unsafe { Column { schema: &**self.schema.children.add(at), array: &**self.array.children.add(at) } }
        };
        (0..self.array.n_children as usize).map(child).collect()
    }

    /// So many numbers of a buffer, which lies at a multiple of 64 bytes.
    fn buffer<T>(self, index: usize, count: usize) -> &'t [T] {
        assert!((index as i64) < self.array.n_buffers);
        // SAFETY: there are so many buffers, and the caller asks for what the format says is there.
        unsafe {
            let buffer = *self.array.buffers.add(index);
            assert!(!buffer.is_null() && buffer.addr().is_multiple_of(64));
            std::slice::from_raw_parts(buffer.cast(), count)
        }
    }

    fn is_null(self, row: usize) -> bool {
        self.array.null_count > 0 && self.buffer::<u8>(0, row / 8 + 1)[row / 8] >> (row % 8) & 1 == 0
    }

    /// A cell in words; `-` for null.
    fn cell(self, row: usize) -> String {
        if self.is_null(row) {
            return "-".into();
        }
        match self.format() {
            "C" => self.buffer::<u8>(1, row + 1)[row].to_string(),
            "S" => self.buffer::<u16>(1, row + 1)[row].to_string(),
            "I" => self.buffer::<u32>(1, row + 1)[row].to_string(),
            "tdD" => self.buffer::<i32>(1, row + 1)[row].to_string(),
            "d:38,18" => (self.buffer::<i128>(1, row + 1)[row] / 10_i128.pow(16)).to_string() + "e-2",
            "u" => {
                let bytes = self.buffer(2, self.range(row).end);
                std::str::from_utf8(&bytes[self.range(row)]).unwrap().into()
            }
            "+l" => self.range(row).map(|row| self.children()[0].cell(row)).collect::<Vec<_>>().join(" "),
            "+s" => self.children().into_iter().map(|child| child.cell(row)).collect::<Vec<_>>().join(".."),
            other => panic!("{other}: no format of these tables"),
        }
    }

    fn range(self, row: usize) -> std::ops::Range<usize> {
        let offsets = self.buffer::<i32>(1, row + 2);
        offsets[row] as usize..offsets[row + 1] as usize
    }

    /// Reads every cell of a column, and checks what the format promises.
    fn check(self) {
        let rows = self.array.length as usize;
        let nulls = (0..rows).filter(|row| self.is_null(*row)).count();
        assert_eq!(nulls as i64, self.array.null_count, "{}", self.name());
        assert!(nulls == 0 || self.schema.flags == 2, "{}", self.name());
        let buffers = match self.format() {
            "+s" => 1,
            "u" => 3,
            _ => 2,
        };
        assert_eq!(self.array.n_buffers, buffers, "{}", self.name());
        if matches!(self.format(), "u" | "+l") {
            assert_eq!(self.buffer::<i32>(1, 1), [0], "offsets begin with 0, also those of no rows");
        }
        (0..rows).for_each(|row| drop(self.cell(row)));
        for child in self.children() {
            assert!(self.format() == "+l" || child.array.length == self.array.length, "{}", child.name());
            child.check();
        }
    }
}

#[test]
fn tables_are_whole() {
    for text in ["", TEXT, "一、\n", &format!("{TEXT}{}", "（二）学法。开展学法12次，参加率90%。\n".repeat(9))]
    {
        let report = Report::parse(text);
        for table in FAZHI_TABLE_SECTIONS..=FAZHI_TABLE_NOTES {
            for unit in FAZHI_OFFSET_BYTES..=FAZHI_OFFSET_CODE_POINTS {
                report.table(table, unit).rows().check();
            }
        }
    }
}

#[test]
fn cells_say_what_the_report_says() {
    let report = Report::parse(TEXT);
    let unit = FAZHI_OFFSET_BYTES;
    let quantities = report.table(FAZHI_TABLE_QUANTITIES, unit);
    assert_eq!(quantities.column("text"), ["25件", "1.50%", "80—530元", "100%"]);
    assert_eq!(quantities.column("value"), ["2500e-2", "150e-2", "8000e-2", "10000e-2"]);
    assert_eq!(quantities.column("value_scale"), ["0", "2", "0", "0"]);
    assert_eq!(quantities.column("high"), ["-", "-", "53000e-2", "-"]);
    assert_eq!(quantities.column("unit"), ["件", "%", "元", "%"]);
    assert_eq!(quantities.column("kind"), ["count", "percent", "money", "percent"]);
    assert_eq!(quantities.column("section"), ["1"; 4]);
    let sections = report.table(FAZHI_TABLE_SECTIONS, unit);
    assert_eq!(sections.column("title"), ["主要举措", "化解争议"]);
    assert_eq!(sections.column("parent"), ["-", "0"]);
    let dates = report.table(FAZHI_TABLE_DATES, unit);
    assert_eq!(dates.column("date"), ["-", "19783", "-"]);
    assert_eq!(dates.column("year"), ["2024", "2024", "-"]);
    assert_eq!(dates.column("day"), ["-", "1", "30"]);
    let indicators = report.table(FAZHI_TABLE_INDICATORS, unit);
    assert_eq!(indicators.column("id")[0], "reconsideration.accepted");
    assert_eq!(indicators.column("quantity")[0], "0");
    let checks = report.table(FAZHI_TABLE_CHECKS, unit);
    assert!(checks.column("kind").contains(&"date".into()), "30 February");
    for (spans, (start, end)) in
        checks.column("spans").iter().zip(checks.column("start").iter().zip(checks.column("end")))
    {
        assert!(spans.starts_with(&format!("{start}..{end}")), "the stated figure comes first: {spans}");
    }
}

#[test]
fn positions_count_what_the_caller_counts() {
    let report = Report::parse(TEXT);
    let utf16: Vec<u16> = TEXT.encode_utf16().collect();
    let points: Vec<char> = TEXT.chars().collect();
    let slice = |unit, start: usize, end: usize| match unit {
        FAZHI_OFFSET_BYTES => TEXT[start..end].into(),
        FAZHI_OFFSET_UTF16 => String::from_utf16(&utf16[start..end]).unwrap(),
        _ => points[start..end].iter().collect::<String>(),
    };
    for unit in [FAZHI_OFFSET_BYTES, FAZHI_OFFSET_UTF16, FAZHI_OFFSET_CODE_POINTS] {
        let table = report.table(FAZHI_TABLE_QUANTITIES, unit);
        let numbers = |name| table.column(name).into_iter().map(|cell| cell.parse().unwrap());
        let texts: Vec<_> = numbers("start").zip(numbers("end")).map(|(start, end)| slice(unit, start, end)).collect();
        assert_eq!(texts, table.column("text"));
    }
}

#[test]
fn children_outlive_table_and_report() {
    let report = Report::parse(TEXT);
    let tables = [FAZHI_TABLE_QUANTITIES, FAZHI_TABLE_CHECKS].map(|table| report.table(table, FAZHI_OFFSET_BYTES));
    drop(report);
    for table in tables {
        let take = |at: usize| {
            // SAFETY: the standard lets a consumer move a child away, which it marks by taking the callback.
            unsafe {
                let (schema, array) = (*table.schema.children.add(at), *table.array.children.add(at));
                let child = Table { schema: schema.read(), array: array.read() };
                (*schema).release = None;
                (*array).release = None;
                child
            }
        };
        let children: Vec<Table> = (0..table.array.n_children as usize).step_by(2).map(take).collect();
        drop(table);
        // On another thread, where a consumer may well free them.
        let addresses: Vec<_> = children.into_iter().map(Moved).collect();
        std::thread::spawn(move || addresses.iter().for_each(|moved| moved.0.rows().check())).join().unwrap();
    }
}

/// A table on its way to another thread.
struct Moved(Table);

// SAFETY: the records belong to whoever holds them, and are freed on any thread.
unsafe impl Send for Moved {}

#[test]
fn misuse_is_told_and_writes_nothing() {
    let report = Report::parse(TEXT);
    let (table, unit) = (FAZHI_TABLE_SECTIONS, FAZHI_OFFSET_BYTES);
    let mut given = Table { schema: empty(), array: empty() };
    let Table { schema, array } = &mut given;
    let (schema, array): (*mut _, *mut _) = (schema, array);
    for (status, report, table, unit, schema, array) in [
        (FAZHI_ERR_NULL, null_mut(), table, unit, schema, array),
        (FAZHI_ERR_NULL, report.0, table, unit, null_mut(), array),
        (FAZHI_ERR_NULL, report.0, table, unit, schema, null_mut()),
        (FAZHI_ERR_INVALID_ARGUMENT, report.0, 0, unit, schema, array),
        (FAZHI_ERR_INVALID_ARGUMENT, report.0, FAZHI_TABLE_NOTES + 1, unit, schema, array),
        (FAZHI_ERR_INVALID_ARGUMENT, report.0, table, 0, schema, array),
        (FAZHI_ERR_INVALID_ARGUMENT, report.0, table, FAZHI_OFFSET_CODE_POINTS + 1, schema, array),
    ] {
        // SAFETY: each pointer is NULL or what it should be.
        assert_eq!(unsafe { fazhi_report_arrow(report, table, unit, schema, array, null_mut()) }, status);
    }
    assert!(given.schema.release.is_none() && given.array.release.is_none());
    assert!(given.schema.format.is_null() && given.array.buffers.is_null());
}
