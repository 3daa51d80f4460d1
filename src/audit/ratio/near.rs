//! What stands around a rate: its names, and the counts it may be worked out from.

use super::super::Evidence;
use super::super::figure::{Figure, Figures, paragraph_of};
use super::super::fraction::Operand;
use super::super::yoy;
use super::Claim;
use super::rates::{self, Said, is_denied};
use crate::decimal::Decimal;
use crate::facts::QuantityKind;
use crate::span::Span;
use smallvec::SmallVec;
use std::ops::Range;

/// How many figures back the counts of a rate may stand.
const BACK: usize = 14;
/// How many figures in a bracket behind a rate are looked at.
const BEHIND: usize = 3;
/// Bytes of a sentence before a rate that are looked at.
const REACH: usize = 1200;

/// A count near a rate.
#[derive(Clone, Copy, Debug)]
pub(super) struct Count<'w> {
    /// Index of its figure; none for one half of 57/60.
    pub index: usize,
    pub span: Span,
    /// The words of its clause, before and behind it, without blanks.
    pub words: &'w str,
    pub operand: Operand,
    pub exact: bool,
    pub unit: &'w str,
    /// Whether it stands in the rate's own sentence.
    pub here: bool,
    /// What its words say of numerators and of denominators.
    pub numerators: Said,
    pub denominators: Said,
}

impl Count<'_> {
    /// Whether it counts what was put right.
    pub fn is_mended(&self) -> bool {
        self.words.contains("整改")
    }
}

/// How many counts of one rate are kept in place.
pub(super) const USUAL: usize = 20;
/// The counts of one rate.
pub(super) type Counts<'w> = SmallVec<[Count<'w>; USUAL]>;

/// The figures that count something, with their words; each is read once, however many rates stand behind it.
#[derive(Debug, Default)]
pub(in super::super) struct Table {
    /// For each figure its row; or [`UNREAD`], or [`NOTHING`].
    places: Vec<u32>,
    rows: Vec<Row>,
    /// The words of all rows.
    words: String,
}

/// The figure was not needed yet.
const UNREAD: u32 = u32::MAX;
/// It counts nothing, or a change.
const NOTHING: u32 = u32::MAX - 1;

/// A figure that counts something.
#[derive(Clone, Copy, Debug)]
struct Row {
    words: (u32, u32),
    operand: Operand,
    numerators: Said,
    denominators: Said,
}

impl Table {
    /// Forgets the report before; there are `figures` in this one.
    pub fn clear(&mut self, figures: usize) {
        self.places.clear();
        self.places.resize(figures, UNREAD);
        self.rows.clear();
        self.words.clear();
    }

    /// Reads the figures that may be counts of the rate `names` that `near` is around. Where its own sentence tells no
    /// numerator, `near` loses the sentences before: no denominator is looked for.
    pub fn read(&mut self, evidence: &Evidence<'_, '_>, figures: &Figures<'_>, near: &mut Near, names: &[&str]) {
        self.read_all(evidence, figures, near.own..near.before.end);
        if !names.is_empty() && near.behind.is_empty() && !names.iter().any(|name| self.may_have_top(near, name)) {
            near.before.start = near.own;
        }
        self.read_all(evidence, figures, near.before.start..near.own);
        self.read_all(evidence, figures, near.behind.clone());
    }

    /// Whether the own sentence of a rate so named may tell its numerator, or another one may.
    fn may_have_top(&self, near: &Near, name: &str) -> bool {
        let standard = rates::standard(name);
        if name == "完成率" || standard.is_some_and(|standard| standard.is_corrected()) {
            return true;
        }
        let rows = self.places[near.own..near.before.end].iter().filter_map(|&place| self.rows.get(place as usize));
        let mut rows = rows.map(|row| (row.numerators.told, &self.words[row.words.0 as usize..row.words.1 as usize]));
        match standard {
            Some(standard) => rows.any(|(told, _)| told & (standard.top() | standard.top_also()) != 0),
            None => rows.any(|(_, words)| tells(words, rates::stem(name))),
        }
    }

    fn read_all(&mut self, evidence: &Evidence<'_, '_>, figures: &Figures<'_>, indices: Range<usize>) {
        for other in indices {
            if self.places[other] == UNREAD {
                let row = self.row(evidence, figures, other);
                self.places[other] = if row.is_some() { self.rows.len() as u32 } else { NOTHING };
                self.rows.extend(row);
            }
        }
    }

    fn row(&mut self, evidence: &Evidence<'_, '_>, figures: &Figures<'_>, index: usize) -> Option<Row> {
        let figure = &figures.all[index];
        let amount = matches!(figure.quantity.kind, QuantityKind::Count | QuantityKind::Money);
        if !amount || figure.quantity.high.is_some() {
            return None;
        }
        let left = figure.words;
        if yoy::is_change(left) {
            return None;
        }
        let source = evidence.text.source;
        let start = self.words.len();
        // 受理民商事案件，共120件: a clause that names nothing counts what the one before it names.
        let fills =
            |ch| matches!(ch, '共' | '计' | '达' | '为' | '有' | '其' | '中' | '约' | '、' | '合' | '总' | '已');
        if left.chars().all(fills) && !figure.quantity.sentence.is_empty() {
            let from = clause_before(source, figure);
            self.words.push_str(figures.squeezed(from, figure.left_start()));
        }
        self.words.push_str(left);
        self.words.push('｜');
        let behind = figure.span().end as usize;
        self.words.push_str(figures.squeezed(behind, behind + figure.right.len()));
        let [numerators, denominators] = Said::of(&self.words[start..]);
        Some(Row {
            words: (start as u32, self.words.len() as u32),
            operand: figure.operand(source),
            numerators,
            denominators,
        })
    }

    fn count<'w>(&'w self, figures: &'w Figures<'_>, index: usize, here: bool) -> Option<Count<'w>> {
        let &Row { words: (from, to), operand, numerators, denominators } =
            self.rows.get(*self.places.get(index)? as usize)?;
        let figure = &figures.all[index];
        Some(Count {
            index,
            span: figure.span(),
            words: &self.words[from as usize..to as usize],
            operand,
            exact: figure.is_exact(),
            unit: figure.measure,
            here,
            numerators,
            denominators,
        })
    }

    /// The counts around a rate, the nearest before it first, then those in a bracket behind it.
    pub fn counts<'w>(&'w self, figures: &'w Figures<'_>, near: &Near) -> Counts<'w> {
        let here = |other: usize| figures.all[other].quantity.sentence.start == near.sentence;
        let before = near.before.clone().rev().filter_map(|other| self.count(figures, other, here(other)));
        before.chain(near.behind.clone().filter_map(|other| self.count(figures, other, true))).collect()
    }
}

/// Which figures stand so near to a rate that they may be its counts.
#[derive(Debug, Default)]
pub(in super::super) struct Near {
    /// In the sentences before it and in its own.
    before: Range<usize>,
    /// The first of these in its own.
    own: usize,
    /// In a bracket behind it.
    behind: Range<usize>,
    /// Where the rate's own sentence begins.
    sentence: u32,
}

impl Near {
    /// What stands near the rate `index`.
    pub fn of(evidence: &Evidence<'_, '_>, figures: &Figures<'_>, index: usize) -> Self {
        let rate = &figures.all[index];
        let sentence = rate.quantity.sentence;
        let paragraph = paragraph_of(evidence, rate.span().start).checked_sub(1);
        let floor = paragraph.map_or(0, |paragraph| evidence.text.paragraphs[paragraph].span.start);
        let mut near = Self { before: index..index, own: index, behind: index..index, sentence: sentence.start };
        let mut start = sentence.start;
        for other in (index.saturating_sub(BACK)..index).rev() {
            let figure = &figures.all[other];
            if start > figure.quantity.sentence.end + 2 || figure.span().start < floor {
                break;
            }
            start = figure.quantity.sentence.start;
            near.before.start = other;
            if start == sentence.start {
                near.own = other;
            }
        }
        let source = evidence.text.source;
        let behind = &source[rate.span().end as usize..sentence.end.max(rate.span().end) as usize];
        if behind.trim_start().starts_with(['（', '(']) {
            let close = behind.chars().take(60).position(|ch| matches!(ch, '）' | ')')).unwrap_or(0);
            let close = rate.span().end as usize + behind.chars().take(close).map(char::len_utf8).sum::<usize>();
            let inside = figures.all[index + 1..].iter().take(BEHIND);
            let inside = inside.take_while(|other| (other.span().start as usize) < close).count();
            near.behind = index + 1..index + 1 + inside;
        }
        near
    }
}

/// What the rate is printed with as a fraction: （57/60） behind it, or 57/60件 in the words before it; and whether it is
/// the former.
pub(super) fn fraction(
    evidence: &Evidence<'_, '_>,
    figures: &Figures<'_>,
    index: usize,
) -> Option<([Count<'static>; 2], bool)> {
    let rate = &figures.all[index];
    let source = evidence.text.source;
    let (from, to) = (rate.span().end as usize, rate.quantity.sentence.end.max(rate.span().end) as usize);
    let behind = &source[from..source.ceil_char_boundary(to.min(from + 48))];
    let open = behind.trim_start();
    if let Some(inside) = open.strip_prefix(['（', '(']) {
        let close = inside.find(['）', ')']).unwrap_or(0);
        let start = from + behind.len() - inside.len();
        return Some((halves(source, start, start + close)?, true))
            .filter(|_| inside[..close].chars().all(|ch| ch.is_ascii_digit() || "/／÷件 ".contains(ch)));
    }
    let end = rate.left_start();
    let start = source.ceil_char_boundary((rate.quantity.sentence.start as usize).max(end.saturating_sub(60)).min(end));
    halves(source, start, end).map(|halves| (halves, false))
}

/// The digits on both sides of the one stroke in `source[start..end]`.
fn halves(source: &str, start: usize, end: usize) -> Option<[Count<'static>; 2]> {
    let text = source.get(start..end)?;
    // The last bytes of the three strokes: few texts have one of them.
    memchr::memchr3(b'/', 0x8f, 0xb7, text.as_bytes())?;
    let at = text.find(['/', '／', '÷'])?;
    let (left, right) = (&text[..at], text[at..].trim_start_matches(['/', '／', '÷']));
    let digits = |ch: char| ch.is_ascii_digit();
    let first = left.len() - left.trim_end_matches(digits).len();
    let second = right.len() - right.trim_start_matches(digits).len();
    let right_at = end - right.len();
    let half = |from: usize, len: usize| {
        let value: i64 = source[from..from + len].parse().ok()?;
        let operand = Operand::exact(Decimal::from_integer(value));
        let span = Span::new(from as u32, (from + len) as u32);
        Some(Count {
            index: usize::MAX,
            span,
            words: "",
            operand,
            exact: true,
            unit: "",
            here: true,
            numerators: Said::default(),
            denominators: Said::default(),
        })
    };
    let halves = [half(start + at - first, first)?, half(right_at, second)?];
    (halves[0].operand.value <= halves[1].operand.value && !right.contains(['/', '／'])).then_some(halves)
}

/// Where the clause before a figure's own begins, figures left out.
fn clause_before(source: &str, figure: &Figure<'_>) -> usize {
    let end = figure.left_start();
    let start = (figure.quantity.sentence.start as usize).min(end);
    let reach = source.ceil_char_boundary(start.max(end.saturating_sub(90)));
    let text = &source[reach..end];
    let body = text.trim_end_matches(['，', ',', '：', ':', '（', '(', '；', ';']);
    let mark = body.rfind(|ch: char| matches!(ch, '，' | ',' | '；' | ';' | '。' | '：' | ':') || ch.is_ascii_digit());
    mark.map_or(reach, |at| reach + at + body[at..].chars().next().map_or(0, char::len_utf8))
}

impl Claim<'_, '_, '_, '_> {
    /// The sentence before byte `end`, without layout, as far back as is looked at.
    pub(super) fn told_before(&self, from: usize, end: usize) -> &str {
        let start = from.max(self.figure.quantity.sentence.start as usize).max(end.saturating_sub(REACH)).min(end);
        self.figures.squeezed(self.evidence.text.source.ceil_char_boundary(start).min(end), end)
    }
}

/// The names of the rates that one percentage is told for.
pub(super) type Names<'w> = SmallVec<[&'w str; 3]>;

/// Whether `words` tell of `word`: 不予受理 and 未办结 tell the contrary.
pub(super) fn tells(words: &str, word: &str) -> bool {
    words.match_indices(word).any(|(at, _)| !is_denied(word, &words[..at]))
}

/// The names of the rates that a percentage is told for: 办复率和满意率均达100% has two. Empty where the words before it
/// name none.
pub(super) fn names<'w>(figures: &Figures<'w>, index: usize) -> Names<'w> {
    let own = |index: usize| figures.all[index].own();
    let joins = |words: &str| words.chars().all(|ch| matches!(ch, '、' | '和' | '及' | '与'));
    let left = own(index);
    if !joins(left) {
        let mut names = named(left);
        if left.contains("分别") {
            names.truncate(1);
        }
        return names;
    }
    // 率分别为98%、95%: the list's own names, in order.
    let mut first = index;
    while first > 0 && index - first < 5 {
        let before = &figures.all[first - 1];
        if !before.is_percent() || before.quantity.sentence != figures.all[index].quantity.sentence {
            break;
        }
        first -= 1;
        let left = own(first);
        if joins(left) {
            continue;
        }
        let names = named(left);
        let follows = figures
            .all
            .get(first + names.len())
            .is_none_or(|after| !after.is_percent() || !joins(own(first + names.len())));
        return if left.contains("分别") && follows {
            names.into_iter().nth(index - first).into_iter().collect()
        } else {
            Names::new()
        };
    }
    Names::new()
}

/// The names that the words before a percentage end with.
fn named(left: &str) -> Names<'_> {
    const DEGREES: &[&str] = &["满意", "覆盖", "知晓", "安全感", "公开", "认可"];
    const FILLER: &str = "达到至为是均都约近高仅只有也已保持在稳定连续年多提升降超过不低于平均分别占以上了一二三四五两共全市县区省首位继续始终仍率先攀升:：、";
    let mut names = Names::new();
    let mut start = 0;
    for (at, ch) in left.char_indices() {
        let rate = ch == '率' && !left[at + ch.len_utf8()..].starts_with(['先', '领', '直', '队', '团', '众', '真']);
        let degree = ch == '度' && DEGREES.iter().any(|word| left[..at].ends_with(word));
        if rate || degree {
            let end = at + ch.len_utf8();
            let name = left[start..end].trim_start_matches(['、', '和', '与']);
            let name = name.strip_prefix('及').filter(|rest| !rest.starts_with('时')).unwrap_or(name);
            names.push(name.rsplit(['、', '：', ':']).next().unwrap_or(name));
            start = end;
        }
    }
    let tail = &left[start..];
    let filler = |ch: char| FILLER.contains(ch) || ch.is_ascii_digit();
    if tail.chars().count() > 16 || !tail.chars().all(filler) {
        names.clear();
    }
    names
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn reads_the_names_of_rates() {
        for (left, expected) in [
            ("按期办结率", &["按期办结率"][..]),
            ("办复率和满意率均达到", &["办复率", "满意率"]),
            ("合规率、及时率均达", &["合规率", "及时率"]),
            ("出庭应诉率连续三年保持", &["出庭应诉率"]),
            ("调解成功率在全市率先达到", &["调解成功率"]),
            ("群众满意度达", &["群众满意度"]),
            ("效率明显提高", &[]),
            ("其中", &[]),
        ] {
            assert_eq!(named(left).as_slice(), expected, "{left}");
        }
    }
}
