//! Tables as text shows them, a row a line with `|` or tabs between the cells: totals of columns and of rows.

use super::figure::Figures;
use super::parts;
use super::{Check, CheckKind, Evidence, Verdict};
use crate::decimal::Decimal;
use crate::phrase::phrase;
use crate::span::Span;

/// Most rows and columns of a table that are read.
const ROWS: usize = 200;
const COLUMNS: usize = 24;

/// A cell: its place and its number, if it is one.
#[derive(Clone, Copy)]
struct Cell<'a> {
    span: Span,
    text: &'a str,
    value: Option<Decimal>,
}

type Row<'a> = Vec<Cell<'a>>;

pub(super) fn check(evidence: &Evidence<'_, '_>, _figures: &Figures<'_>, checks: &mut Vec<Check>) {
    let source = evidence.text.source;
    let mut table: Vec<Row<'_>> = Vec::new();
    for line in &evidence.text.lines {
        let text = &source[line.span.range()];
        match cells(text, line.span.start) {
            Some(row) if table.len() < ROWS && table.first().is_none_or(|first| first.len() == row.len()) => {
                table.push(row)
            }
            row => {
                judge(&table, checks);
                table.clear();
                table.extend(row);
            }
        }
    }
    judge(&table, checks);
}

/// The cells of a line; `None` when it is no row of a table. A rule (|---|---|) gives no row either.
fn cells(line: &str, start: u32) -> Option<Row<'_>> {
    let bar = if line.contains('|') { '|' } else { '\t' };
    if line.matches(bar).take(2).count() < 2 {
        return None;
    }
    let mut row = Vec::new();
    let mut at = 0;
    for text in line.split(bar) {
        let trimmed = text.trim();
        let from = at + (text.len() - text.trim_start().len());
        at += text.len() + 1;
        row.push(Cell {
            span: Span::new(start + from as u32, start + (from + trimmed.len()) as u32),
            text: trimmed,
            value: number(trimmed),
        });
    }
    if bar == '|' {
        if row.first().is_some_and(|cell| cell.text.is_empty()) {
            row.remove(0);
        }
        if row.last().is_some_and(|cell| cell.text.is_empty()) {
            row.pop();
        }
    }
    (2..=COLUMNS).contains(&row.len()).then_some(row)
}

/// A whole or decimal number with or without , between the thousands.
fn number(text: &str) -> Option<Decimal> {
    let plain = text.replace([',', '，'], "");
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let digits = |text: &str| text.chars().all(|ch| ch.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(part) || plain.len() > 15 || plain.ends_with('.') {
        return None;
    }
    Decimal::new(format!("{whole}{part}").parse().ok()?, u8::try_from(part.len()).ok()?)
}

fn is_total(text: &str) -> bool {
    let plain: String = text.chars().filter(|ch| !crate::text::glyph::is_blank(*ch)).collect();
    matches!(plain.as_str(), "合计" | "总计" | "共计" | "合计数" | "总数")
}

fn judge(table: &[Row<'_>], checks: &mut Vec<Check>) {
    let rule = |row: &Row<'_>| row.iter().all(|cell| cell.text.chars().all(|ch| matches!(ch, '-' | ':' | ' ')));
    let rows: Vec<&Row<'_>> = table.iter().filter(|row| !rule(row)).collect();
    if rows.len() < 3 {
        return;
    }
    let nested =
        rows.iter().flat_map(|row| row.iter()).any(|cell| cell.text.contains("其中") || cell.text.contains("小计"));
    if !nested {
        columns(&rows, checks);
        totals_of_rows(&rows, checks);
    }
}

fn is_rate(header: &str) -> bool {
    ["率", "%", "％", "比", "平均", "人均", "序号", "年份", "排名", "得分"].iter().any(|word| header.contains(word))
}

/// The row 合计 against the rows above or, where it comes first, below it.
fn columns(rows: &[&Row<'_>], checks: &mut Vec<Check>) {
    let Some(total) = rows.iter().position(|row| is_total(row[0].text)) else {
        return;
    };
    let body = if total == 1 { &rows[2..] } else { &rows[1..total] };
    if total == 0 || body.len() < 2 {
        return;
    }
    for column in 1..rows[0].len() {
        let (header, stated) = (rows[0][column], rows[total][column]);
        let values: Option<Vec<Decimal>> = body.iter().map(|row| row[column].value).collect();
        let (Some(value), Some(values)) = (stated.value, values) else {
            continue;
        };
        if is_rate(header.text) || header.value.is_some() {
            continue;
        }
        let spans: Vec<Span> = std::iter::once(stated.span).chain(body.iter().map(|row| row[column].span)).collect();
        checks.extend(compare(value, &values, &spans, Verdict::Inconsistent));
    }
}

/// The column 合计 against the other columns, where at least two rows show that it is their sum.
fn totals_of_rows(rows: &[&Row<'_>], checks: &mut Vec<Check>) {
    let Some(total) = rows[0].iter().position(|cell| is_total(cell.text)) else {
        return;
    };
    let others: Vec<usize> = (1..rows[0].len()).filter(|&at| at != total && !is_rate(rows[0][at].text)).collect();
    if total == 0 || others.len() < 2 {
        return;
    }
    let read = |row: &Row<'_>| -> Option<(Decimal, Vec<Decimal>)> {
        let values: Option<Vec<Decimal>> = others.iter().map(|&at| row[at].value).collect();
        Some((row[total].value?, values?))
    };
    let holds =
        |row: &&&Row<'_>| read(row).is_some_and(|(value, values)| parts::sum(values.into_iter()) == Some(value));
    let holding = rows[1..].iter().filter(holds).count();
    for row in &rows[1..] {
        let Some((value, values)) = read(row) else {
            continue;
        };
        let wrong = if holding > 1 { Verdict::Inconsistent } else { Verdict::Uncheckable };
        let spans: Vec<Span> = std::iter::once(row[total].span).chain(others.iter().map(|&at| row[at].span)).collect();
        checks.extend(compare(value, &values, &spans, wrong).filter(|check| check.verdict != Verdict::Uncheckable));
    }
}

fn compare(stated: Decimal, values: &[Decimal], spans: &[Span], wrong: Verdict) -> Option<Check> {
    let computed = parts::sum(values.iter().copied())?;
    let formula = parts::joined(values.iter().copied(), " + ");
    let (verdict, explanation) = if computed == stated {
        (Verdict::Consistent, phrase!("表中合计{stated}与各项之和一致"))
    } else {
        (wrong, phrase!("表中合计为{stated}，各项之和{formula} = {computed}，请核对"))
    };
    let mut check = Check::new(CheckKind::Sum, verdict, spans, explanation);
    check.stated = Some(phrase!("{}", stated));
    check.computed = Some(phrase!("{}", computed));
    check.formula = formula;
    check.reading = Some("合计等于各项之和".into());
    check.repair = (verdict == Verdict::Inconsistent).then(|| phrase!("{}", computed));
    Some(check)
}
