//! Tables as text shows them, a row a line with `|` or tabs between the cells: totals of columns and of rows.

use smallvec::{SmallVec, smallvec};

use super::parts;
use super::{Check, CheckKind, Evidence, Verdict};
use crate::decimal::Decimal;
use crate::phrase::phrase;
use crate::span::Span;
use crate::text::glyph::is_blank;
use crate::text::words::Words;

/// Most rows and columns of a table that are read.
const ROWS: usize = 200;
const COLUMNS: usize = 24;

/// A cell: its place and its number, if it is one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    span: Span,
    value: Option<Decimal>,
}

/// Rows of equally many cells.
#[derive(Clone, Copy)]
struct Table<'t> {
    source: &'t str,
    cells: &'t [Cell],
    width: usize,
}

/// The indices of a table's columns.
type Columns = SmallVec<[usize; COLUMNS]>;

/// Looks at every table; `cells` is working memory.
pub(super) fn check(evidence: &Evidence<'_, '_>, cells: &mut Vec<Cell>, checks: &mut Vec<Check>) {
    let source = evidence.text.source;
    if memchr::memchr2(b'|', b'\t', source.as_bytes()).is_none() {
        return;
    }
    cells.clear();
    let (mut width, mut lines) = (0, 0);
    for line in &evidence.text.lines {
        let end = cells.len();
        let added = read(source, line.span, cells);
        if added > 0 && lines > 0 && lines < ROWS && added == width {
            lines += 1;
        } else {
            judge(Table { source, cells: &cells[..end], width }, checks);
            cells.drain(..end);
            (width, lines) = (added, usize::from(added > 0));
        }
        // A rule (|---|---|) is a row that says nothing.
        let row = &cells[cells.len() - added..];
        if added > 0 && row.iter().all(|cell| source[cell.span.range()].chars().all(|ch| matches!(ch, '-' | ':' | ' ')))
        {
            cells.truncate(cells.len() - added);
        }
    }
    judge(Table { source, cells, width }, checks);
}

/// Adds the cells of a line and tells how many; none when it is no row of a table.
fn read(source: &str, line: Span, cells: &mut Vec<Cell>) -> usize {
    let text = &source[line.range()];
    let bar = if text.contains('|') { '|' } else { '\t' };
    if text.matches(bar).take(2).count() < 2 {
        return 0;
    }
    let first = cells.len();
    let mut at = line.start;
    for text in text.split(bar) {
        let trimmed = text.trim();
        let from = at + (text.len() - text.trim_start().len()) as u32;
        at += text.len() as u32 + 1;
        cells.push(Cell { span: Span::new(from, from + trimmed.len() as u32), value: number(trimmed) });
    }
    if bar == '|' {
        if cells.get(first).is_some_and(|cell| cell.span.is_empty()) {
            cells.remove(first);
        }
        if cells.len() > first && cells.last().is_some_and(|cell| cell.span.is_empty()) {
            cells.pop();
        }
    }
    if !(2..=COLUMNS).contains(&(cells.len() - first)) {
        cells.truncate(first);
    }
    cells.len() - first
}

/// A whole or decimal number with or without , between the thousands.
fn number(text: &str) -> Option<Decimal> {
    const LONGEST: usize = 15;
    let (mut value, mut len, mut scale) = (0_i64, 0, None);
    for ch in text.chars().filter(|ch| !matches!(ch, ',' | '，')) {
        len += 1;
        match (ch.to_digit(10), scale) {
            _ if len > LONGEST => return None,
            (Some(digit), _) => {
                value = value * 10 + i64::from(digit);
                scale = scale.map(|scale: u8| scale + 1);
            }
            (None, None) if ch == '.' && len > 1 => scale = Some(0),
            _ => return None,
        }
    }
    Decimal::new(value, scale.unwrap_or(0)).filter(|_| len > 0 && scale != Some(0))
}

impl<'t> Table<'t> {
    fn rows(self) -> impl DoubleEndedIterator<Item = &'t [Cell]> + ExactSizeIterator {
        self.cells.chunks_exact(self.width)
    }

    fn text(self, cell: &Cell) -> &'t str {
        &self.source[cell.span.range()]
    }

    fn is_total(self, cell: &Cell) -> bool {
        let plain = self.text(cell).chars().filter(|ch| !is_blank(*ch));
        ["合计", "总计", "共计", "合计数", "总数"].iter().any(|word| plain.clone().eq(word.chars()))
    }

    fn is_rate(self, header: &Cell) -> bool {
        static RATES: Words = Words::new(&["率", "%", "％", "比", "平均", "人均", "序号", "年份", "排名", "得分"]);
        RATES.are_in(self.text(header))
    }
}

fn judge(table: Table<'_>, checks: &mut Vec<Check>) {
    static NESTED: Words = Words::new(&["其中", "小计"]);
    if table.width == 0 || table.cells.len() / table.width < 3 {
        return;
    }
    if !table.cells.iter().any(|cell| NESTED.are_in(table.text(cell))) {
        columns(table, checks);
        totals_of_rows(table, checks);
    }
}

/// The row 合计 against the rows above or, where it comes first, below it.
fn columns(table: Table<'_>, checks: &mut Vec<Check>) {
    let Some(total) = table.rows().position(|row| table.is_total(&row[0])) else {
        return;
    };
    let all = table.cells.len() / table.width;
    let body = if total == 1 { 2..all } else { 1..total };
    if total == 0 || body.len() < 2 {
        return;
    }
    for column in 1..table.width {
        let cell = |row: usize| &table.cells[row * table.width + column];
        let (header, stated) = (cell(0), cell(total));
        let Some(value) = stated.value.filter(|_| body.clone().all(|row| cell(row).value.is_some())) else {
            continue;
        };
        if table.is_rate(header) || header.value.is_some() {
            continue;
        }
        checks.extend(compare(stated, value, body.clone().map(cell), Verdict::Inconsistent));
    }
}

/// The column 合计 against the other columns, where at least two rows show that it is their sum.
fn totals_of_rows(table: Table<'_>, checks: &mut Vec<Check>) {
    let header = &table.cells[..table.width];
    let Some(total) = header.iter().position(|cell| table.is_total(cell)) else {
        return;
    };
    let others: Columns = (1..table.width).filter(|&at| at != total && !table.is_rate(&header[at])).collect();
    if total == 0 || others.len() < 2 {
        return;
    }
    let stated = |row: &[Cell]| row[total].value.filter(|_| others.iter().all(|&at| row[at].value.is_some()));
    let holds = |row: &&[Cell]| {
        stated(row).is_some_and(|value| parts::sum(others.iter().filter_map(|&at| row[at].value)) == Some(value))
    };
    let wrong =
        if table.rows().skip(1).filter(holds).count() > 1 { Verdict::Inconsistent } else { Verdict::Uncheckable };
    for row in table.rows().skip(1) {
        if let Some(value) = stated(row) {
            let check = compare(&row[total], value, others.iter().map(|&at| &row[at]), wrong);
            checks.extend(check.filter(|check| check.verdict != Verdict::Uncheckable));
        }
    }
}

fn compare<'t>(
    stated: &Cell,
    value: Decimal,
    parts: impl Iterator<Item = &'t Cell> + Clone,
    wrong: Verdict,
) -> Option<Check> {
    let values = parts.clone().filter_map(|part| part.value);
    let computed = parts::sum(values.clone())?;
    let formula = parts::joined(values, " + ");
    let (verdict, explanation) = if computed == value {
        (Verdict::Consistent, phrase!("表中合计", value, "与各项之和一致"))
    } else {
        (wrong, phrase!("表中合计为", value, "，各项之和", formula, " = ", computed, "，请核对"))
    };
    let mut spans: SmallVec<[Span; COLUMNS]> = smallvec![stated.span];
    spans.extend(parts.map(|part| part.span));
    let mut check = Check::new(CheckKind::Sum, verdict, &spans, explanation);
    check.stated = Some(phrase!(value));
    check.computed = Some(phrase!(computed));
    check.formula = formula;
    check.reading = Some("合计等于各项之和".into());
    check.repair = (verdict == Verdict::Inconsistent).then(|| phrase!(computed));
    Some(check)
}
