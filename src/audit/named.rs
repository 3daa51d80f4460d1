//! Named examples and their number: 《…》《…》等重大决策5项, 甲、乙、丙等3个乡镇.

use memchr::memmem;
use smallvec::SmallVec;

use super::figure::{Figure, Figures};
use super::{Check, CheckKind, Evidence, Verdict, parts};
use crate::decimal::Decimal;
use crate::facts::QuantityKind;
use crate::phrase::phrase;
use crate::span::Span;
use crate::text::words::Words;

/// Longest list of names that is counted, in bytes.
const REACH: usize = 600;

/// Units that number the things named, not how often something was done with them.
fn is_of_names(unit: &str) -> bool {
    matches!(unit, "个" | "项" | "家" | "部" | "类" | "种" | "名" | "所" | "件" | "处" | "支" | "户" | "位" | "大")
}

/// Acts: what follows 等 and one of them counts something else than the names.
static ACTS: Words = Words::new(&[
    "开展", "发放", "组织", "宣传", "学习", "提出", "发现", "办理", "完成", "制定", "修订", "召开", "举办", "举行",
    "培训", "解决", "整改", "惠及", "覆盖", "检查", "查处", "共", "累计", "已", "注销", "清理", "查办", "化解", "调解",
    "受理", "收到", "聘",
]);

/// How a list is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// Each name in 《》 or “”.
    Marked,
    /// Plain names that end alike.
    Alike,
    /// Plain names.
    Plain,
}

pub(super) fn check(evidence: &Evidence<'_, '_>, figures: &Figures<'_>, checks: &mut Vec<Check>) {
    let mut ends = memmem::find_iter(evidence.text.source.as_bytes(), "等");
    let mut next = ends.next();
    let mut last_end = 0;
    for figure in &figures.all {
        let from = last_end;
        last_end = figure.span().end;
        // Only where 等 stands between the figures there are names.
        while next.is_some_and(|at| at < from as usize) {
            next = ends.next();
        }
        let named = next.is_some_and(|at| at < figure.span().start as usize);
        if named && figure.quantity.kind == QuantityKind::Count && figure.is_exact() && is_of_names(figure.unit) {
            check_figure(evidence, figures, figure, from, checks);
        }
    }
}

fn check_figure(
    evidence: &Evidence<'_, '_>,
    figures: &Figures<'_>,
    figure: &Figure<'_>,
    from: u32,
    checks: &mut Vec<Check>,
) {
    let source = evidence.text.source;
    let span = figure.span();
    let start = from.max(figure.quantity.sentence.start).max(span.start.saturating_sub(REACH as u32));
    let Some(start) = (start..=span.start).find(|&at| source.is_char_boundary(at as usize)) else {
        return;
    };
    let words = figures.plain(start, span.start);
    let Some(at) = and_so_on(words) else {
        return;
    };
    let (list, noun) = (&words[..at], &words[at + '等'.len_utf8()..]);
    if noun.contains(|ch: char| parts::is_mark(ch) || matches!(ch, '、' | ')' | '和' | '与')) {
        return;
    }
    if ACTS.are_in(noun) {
        return;
    }
    let Some((count, shape)) = count(list) else {
        return;
    };
    let stated = figure.quantity.value;
    let named = Decimal::from_integer(i64::from(count));
    let verdict = if named <= stated {
        Verdict::Consistent
    } else if matches!(shape, Shape::Marked | Shape::Alike) && counts_names(figure, noun) {
        Verdict::Inconsistent
    } else {
        return;
    };
    let unit = figure.unit;
    let explanation = match verdict {
        Verdict::Consistent => phrase!("列举", count, unit, "，不多于所称", stated, unit),
        _ => phrase!("列举了", count, unit, "，多于所称", stated, unit, "，请核对"),
    };
    let mut check = Check::new(CheckKind::Order, verdict, &[Span::new(span.start, span.end)], explanation);
    check.stated = Some(stated.into());
    check.computed = Some(phrase!(named));
    check.formula = phrase!(named, " ", if verdict == Verdict::Consistent { "<=" } else { ">" }, " ", stated);
    check.reading = Some("“等”前所列不多于总数".into());
    check.repair = (verdict == Verdict::Inconsistent).then(|| phrase!(named));
    checks.push(check);
}

/// Where the last 等 of a list stands, not far from the end; 等级, 平等 and their like are none.
fn and_so_on(words: &str) -> Option<usize> {
    const NOUN: usize = 12;
    let (at, _) = words.char_indices().rev().take(NOUN + 1).find(|(_, ch)| *ch == '等')?;
    let next = words[at..].chars().nth(1);
    let before = words[..at].chars().next_back()?;
    let compound = matches!(before, '平' | '高' | '中' | '同' | '均' | '对' | '相' | '优' | '初' | '上' | '下')
        || matches!(next, Some('级' | '候' | '额' | '次' | '价' | '待' | '于' | '保'));
    (!compound).then_some(at)
}

/// Whether the number can only be that of the names: the noun behind 等 is a noun, not an act.
fn counts_names(figure: &Figure<'_>, noun: &str) -> bool {
    matches!(figure.unit, "个" | "项" | "部" | "家" | "类" | "种" | "名" | "所")
        && !noun.contains(['新', '的', '地', '为', '在', '对', '建', '设', '举'])
        && noun.chars().count() <= 8
}

/// How many names the list before 等 has, and how it is put; `None` when it is no list of at least two.
fn count(list: &str) -> Option<(u32, Shape)> {
    let last = list.chars().next_back()?;
    if matches!(last, '》' | '”') {
        let marked = marked_names(list, last);
        if marked > 1 {
            return Some((marked, Shape::Marked));
        }
    }
    plain_names(list)
}

/// The names in 《》 or “” that follow each other up to the end, 、 和 及 与 between them.
fn marked_names(list: &str, close: char) -> u32 {
    let open = if close == '》' { '《' } else { '“' };
    let mut rest = list;
    let mut count = 0;
    while let Some(body) = rest.strip_suffix(close) {
        let Some(start) = body.rfind(open) else {
            break;
        };
        if body[start..].contains(close) && close == '》' {
            break;
        }
        count += 1;
        rest = body[..start].trim_end_matches(['、', '和', '及', '与', '以']);
    }
    count
}

/// The names between 、 in the last clause; quoted and bracketed words are one.
fn plain_names(list: &str) -> Option<(u32, Shape)> {
    let mut names: SmallVec<[&str; 24]> = SmallVec::new();
    let mut depth = 0_u32;
    let mut start = 0;
    for (at, ch) in list.char_indices() {
        match ch {
            '《' | '“' | '(' => depth += 1,
            '》' | '”' | ')' => depth = depth.saturating_sub(1),
            '、' if depth == 0 => {
                names.push(&list[start..at]);
                start = at + ch.len_utf8();
            }
            _ if depth == 0 && parts::is_mark(ch) => {
                names.clear();
                start = at + ch.len_utf8();
            }
            _ => {}
        }
    }
    names.push(&list[start..]);
    if names.len() < 2 || depth > 0 {
        return None;
    }
    let joined = names[names.len() - 1].contains(['和', '及', '与']);
    let tail = |name: &str| name.chars().next_back();
    let alike = names.len() > 2
        && !joined
        && names.iter().all(|name| tail(name) == tail(names[0]))
        && names[1..].iter().all(|name| name.chars().count() <= 12);
    Some((names.len() as u32, if alike { Shape::Alike } else { Shape::Plain }))
}
