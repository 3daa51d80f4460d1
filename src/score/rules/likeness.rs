//! How much of the text stood in last year's report, without figures and formulas everybody writes.

use std::collections::HashSet;

use crate::decimal::Decimal;
use crate::limits::Limits;
use crate::outline::Outline;
use crate::score::engine::{Case, Finding};
use crate::score::lexicon::WordSet;
use crate::score::page::Page;
use crate::score::points::ZERO;
use crate::span::Span;
use crate::text::Text;
use crate::text::blank::is_han;

/// Sentences cited for what is new.
const CITED: usize = 3;

/// Points by the share of pieces of `size` characters that last year's report has too.
pub(super) fn judge<'t>(
    case: &Case<'t>,
    size: usize,
    steps: &[(usize, Decimal)],
    formulas: WordSet,
    points: Decimal,
) -> Finding<'t> {
    let Some(last_year) = case.context.last_year else {
        return Finding::unknown();
    };
    let limits = Limits::new().max_bytes(u32::MAX);
    let Ok(text) = Text::read_str(last_year, &limits, Default::default()) else {
        return Finding::unknown();
    };
    let page = Page::plain(text.running(), &Outline::default(), &[], &case.rubric.lexicon);
    let mut before = HashSet::new();
    each_sentence(&page, text.source, formulas, |_, pieces| before.extend(pieces.windows(size).map(hash)));
    let (mut all, mut shared) = (0_usize, 0_usize);
    let mut fresh: Vec<Span> = Vec::new();
    each_sentence(case.page, case.text.source, formulas, |span, pieces| {
        let own = pieces.windows(size).len();
        let old = pieces.windows(size).filter(|piece| before.contains(&hash(piece))).count();
        if own > 0 && old == 0 && fresh.len() < CITED {
            fresh.push(span);
        }
        (all, shared) = (all + own, shared + old);
    });
    if all == 0 || before.is_empty() {
        return Finding::unknown();
    }
    let percent = (shared * 100).div_ceil(all);
    let earned = steps.iter().filter(|(most, _)| percent <= *most).map(|(_, points)| *points).max().unwrap_or(ZERO);
    if fresh.is_empty() {
        fresh.push(case.whole);
    }
    let evidence = if earned > ZERO { fresh } else { Vec::new() };
    Finding::of(earned, points, evidence).counting(percent, 100_usize).searching(vec![case.whole])
}

/// Calls `take` for every sentence that is no formula, with its Chinese characters.
fn each_sentence(page: &Page<'_>, source: &str, formulas: WordSet, mut take: impl FnMut(Span, &[char])) {
    let mut chars = Vec::new();
    for sentence in page.sentences() {
        if page.says_in(&sentence, formulas) {
            continue;
        }
        let span = page.span(&sentence);
        chars.clear();
        chars.extend(source[span.range()].chars().filter(|ch| is_han(*ch)));
        take(span, &chars);
    }
}

/// FNV-1a over the characters.
fn hash(piece: &[char]) -> u64 {
    piece.iter().fold(0xcbf2_9ce4_8422_2325, |hash, ch| (hash ^ u64::from(*ch as u32)).wrapping_mul(0x0100_0000_01b3))
}
