//! Tables of sentences and the facts in them. The sentences are made up.

mod amounts;
mod chinese;
mod dates;
mod documents;
mod hostile;
mod no_amounts;

use super::{Facts, PartialDate, Unit};
use crate::span::Span;
use crate::text::glyph::Glyphs;

/// The facts of one paragraph without markers.
fn facts(source: &str) -> Facts {
    let mut glyphs = Glyphs::default();
    let gaps: Vec<_> = source.match_indices('\n').map(|(at, _)| Span::new(at as u32, at as u32 + 1)).collect();
    glyphs.fill(source, Span::new(0, source.len() as u32), &gaps);
    let mut facts = Facts::default();
    assert!(facts.scan(source, &glyphs, &[], 1 << 20));
    facts
}

/// The quantities as `text|value|unit`, then kind and bound where they are not count and exact; a range is `low-high`.
fn quantities(source: &str) -> String {
    let rows = facts(source).quantities;
    let rows = rows.iter().map(|q| {
        let high = q.high.map_or(String::new(), |high| format!("-{high}"));
        let unit = match q.unit {
            Unit::None => "",
            Unit::Percent => "%",
            Unit::Word(span) => &source[span.range()],
        };
        let mut row = format!("{}|{}{high}|{unit}", &source[q.span.range()], q.value);
        for (word, usual) in [(q.kind.name(), "count"), (q.bound.name(), "exact")] {
            if word != usual && !(word == "percent" && unit == "%") {
                row += "|";
                row += word;
            }
        }
        row
    });
    rows.collect::<Vec<_>>().join("; ")
}

/// Compares every row of a table and tells all that differ.
fn check(read: impl Fn(&str) -> String, table: &[(&str, &str)]) {
    let differ = |(source, want): &(&str, &str)| {
        let got = read(source);
        (got != *want).then(|| format!("{source}\n  want {want}\n  got  {got}"))
    };
    let wrong: Vec<_> = table.iter().filter_map(differ).collect();
    assert!(wrong.is_empty(), "{} of {} rows differ:\n{}", wrong.len(), table.len(), wrong.join("\n"));
}

/// A date as `2024-01-08`, with `x` for what is not printed.
fn date_name(date: PartialDate) -> String {
    let year = date.year.map_or("x".to_owned(), |year| year.to_string());
    let part = |value: Option<u8>| value.map_or(String::new(), |value| format!("-{value:02}"));
    year + &part(date.month) + &part(date.day)
}
