//! The title: on one line or several, twice, in 《》, behind a number or a site's name, or not there at all.

use super::flat::{Flat, Flats, is_longer, trim_marks};
use super::head::{Head, HeadKind};
use super::issuer::Opening;
use super::org;
use super::year;
use crate::text::words::Words;

/// Last words of a title.
static ENDINGS: Words = Words::new(&["报告", "总结", "情况", "汇报", "报告书", "报告公示", "自查", "综述"]);
/// Words that a title on rule-of-law government has.
static KEYS: Words = Words::new(&["法治", "依法行政", "依法治", "普法", "政府工作", "法制"]);
/// Last words of a notice's title, which is not the report's.
static NOTICES: Words = Words::new(&["通知", "公告", "的函", "公示", "通告", "批复", "请示", "通报"]);
/// What a title can begin with when its organisation stands on the line before.
static OPENINGS: Words = Words::new(&["关于", "法治", "依法", "推进", "贯彻", "落实"]);
/// Most lines of one title.
const MOST_LINES: usize = 6;
/// Longest title, in characters.
const LONGEST: usize = 120;

/// The title as a flat text and the part of it that counts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Title<'a> {
    /// The lines it stands on.
    pub flat: Flat<'a>,
    /// Offsets into `flat.text`.
    pub range: (usize, usize),
    /// Its lines: positions in [`Head::lines`].
    pub lines: (usize, usize),
}

impl<'a> Title<'a> {
    /// The title's characters.
    pub fn text(&self) -> &'a str {
        &self.flat.text[self.range.0..self.range.1]
    }
}

/// How well a candidate fits; compared field by field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    report: bool,
    keyed: bool,
    issued: bool,
    length: usize,
}

/// Finds the title in `head` and reads its opening; `flats` keeps its characters.
pub(super) fn find<'a>(head: Head<'a>, flats: &'a mut Flats) -> Option<(Title<'a>, Opening)> {
    let mut best: Option<(Rank, (usize, usize), Opening)> = None;
    for last in 0..head.lines.len() {
        if head.lines[last].kind != HeadKind::Short {
            continue;
        }
        // Behind the first sentences a title follows only when they are a notice, or nothing before was a report's title.
        if last > head.first_running
            && best.as_ref().is_some_and(|(rank, ..)| rank.report && rank.keyed)
            && !notice_before(head, last)
        {
            break;
        }
        let Some(title) = ending_on(head, last, flats) else { continue };
        let text = title.text();
        if last > head.first_running
            && !(text.ends_with("报告") || text.ends_with("总结") || text.ends_with(['）', ')']))
        {
            continue;
        }
        let opening = Opening::of(&title);
        let rank = Rank {
            report: !is_notice(text),
            keyed: KEYS.are_in(text),
            issued: !opening.organisations.is_empty(),
            length: text.len(),
        };
        if best.as_ref().is_none_or(|(old, ..)| rank > *old) {
            best = Some((rank, title.lines, opening));
        }
    }
    if let Some((_, lines, opening)) = best {
        return on_lines(head, lines, flats).map(|title| (title, opening));
    }
    let title = glued(head).or_else(|| announced(head))?;
    Some((title, Opening::of(&title)))
}

/// The title in 《》 of a notice that publishes the report: 现将《青岚县2024年…报告》予以公布。
fn announced(head: Head<'_>) -> Option<Title<'_>> {
    static PUBLISHED: Words =
        Words::new(&["予以公", "予以发布", "公布如下", "公开如下", "公示如下", "向社会公", "全文公", "刊登如下"]);
    let running = head.lines.iter().enumerate().filter(|(_, line)| line.kind == HeadKind::Running);
    running.take(2).find_map(|(position, _)| {
        let flat = head.flat(position);
        let marks = flat.text.match_indices('《').map(|(at, mark)| at + mark.len());
        marks.take(4).find_map(|from| {
            let to = from + flat.text[from..].find('》')?;
            let title = &flat.text[from..to];
            let published = PUBLISHED.start_of(&flat.text[to + '》'.len_utf8()..]).is_some();
            let fits = is_end(title) && !is_notice(title) && KEYS.are_in(title) && year::first(title).is_some();
            (published && fits).then_some(Title { flat, range: (from, to), lines: (position, position) })
        })
    })
}

/// The title that stands on the lines `first..=last` if they end as one does.
fn on_lines<'a>(head: Head<'a>, (first, last): (usize, usize), flats: &'a mut Flats) -> Option<Title<'a>> {
    let flat = if first == last {
        head.flat(last)
    } else {
        flats.fill(head.source, head.lines[first..=last].iter().map(|line| line.span))
    };
    matches(flat).map(|range| Title { flat, range, lines: (first, last) })
}

/// A title run together with the first sentence (…情况的报告2024年，全县…), as texts without line ends have it.
fn glued(head: Head<'_>) -> Option<Title<'_>> {
    static LAST: Words = Words::new(&["报告", "总结", "汇报"]);
    /// How far the title may end from the start of its line, in bytes: a number and other data stand before it.
    const REACH: usize = 900;
    const MOST_ENDS: usize = 6;
    let position = head.lines.iter().position(|line| line.kind != HeadKind::Furniture)?;
    let flat = head.flat(position);
    let (mut at, mut floor) = (0, 0);
    for _ in 0..MOST_ENDS {
        let (found, word) = LAST.find(&flat.text[at..]).filter(|(found, _)| at + found <= REACH)?;
        at += found + word.len();
        let rest = &flat.text[at..];
        let Some(from) = glued_start(flat, at).filter(|_| LAST.start_of(rest).is_none()) else { continue };
        let title = &flat.text[from.max(floor)..at];
        let from = at - title.len();
        let opened = flat.is_cut(at)
            || year::first(rest).is_some_and(|found| found.from == 0)
            || is_addressed(flat, at)
            || ["市委", "县委", "区委", "省委", "根据", "按照", "现将", "一、"]
                .iter()
                .any(|word| rest.starts_with(word));
        let titled = title.len() <= 240 && !title.contains('《') && !title.contains("现将");
        if opened && titled && year::first(title).is_some() && KEYS.are_in(title) {
            return Some(Title { flat, range: (from, at), lines: (position, position) });
        }
        // An entry of a menu.
        floor = if flat.is_cut(at) { at } else { floor };
    }
    None
}

/// Where the title begins that ends at `to`: behind a number, a site's name or the data of the page; `None` in a sentence.
fn glued_start(flat: Flat<'_>, to: usize) -> Option<usize> {
    /// Longest word, in bytes, that is none of the title's when a blank stands behind it.
    const SHORT: usize = 9;
    let before = &flat.text[..to];
    let mut numbered = before.match_indices('号').filter(|&(at, _)| {
        let number = &before[..at];
        number.ends_with(|ch: char| ch.is_ascii_digit()) && number.contains(['〔', '[', '［', '【', '﹝'])
    });
    let number = numbered.next_back().map_or(0, |(at, mark)| at + mark.len());
    let site = |ch: char| ch.is_ascii_alphabetic() || matches!(ch, '—' | '>' | '★' | '|');
    let site = before.rfind(site).map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let mark = |ch: char| matches!(ch, '，' | ',' | '。' | '：' | ':' | '；' | ';' | ']' | '】');
    let from = match before.rfind(mark) {
        Some(_) if before.contains('。') => return None,
        // 签发人：沈砚秋 青岚县人民政府关于…: the title begins behind the blank.
        Some(at) => flat.cuts().find(|&cut| cut > at && cut < to)?.max(number),
        None => number,
    };
    let mut from = from.max(site);
    // A second name or a value of the page's data before the title.
    let party = before[from..].find("中共").map(|at| from + at);
    from = party.filter(|&at| org::kind_of(&before[from..at]).is_none()).unwrap_or(from);
    while let Some(cut) = flat.cuts().find(|&cut| cut > from).filter(|&cut| cut < to && cut - from <= SHORT) {
        let word = &before[from..cut];
        if OPENINGS.start_of(word).is_some() || word.contains(|ch: char| ch.is_ascii_digit()) || is_place(word) {
            break;
        }
        from = cut;
    }
    (from < to).then_some(from)
}

/// Whether organisations and a colon stand behind `from`.
fn is_addressed(flat: Flat<'_>, from: usize) -> bool {
    const LONGEST: usize = 200;
    let colon = flat.text[from..].find(['：', ':']).filter(|at| *at <= LONGEST).map(|at| from + at);
    colon.is_some_and(|colon| {
        let named: usize = org::split(flat, from, colon).iter().map(|&(from, to)| to - from).sum();
        named > 0 && named + 12 >= colon - from
    })
}

/// Whether a notice of the site or the office stands among the running lines before `line`.
fn notice_before(head: Head<'_>, line: usize) -> bool {
    static WORDS: Words = Words::new(&["公布", "公开", "公示", "印发", "转发", "公告", "刊登"]);
    (line.saturating_sub(6)..line)
        .any(|line| head.lines[line].kind == HeadKind::Running && WORDS.are_in(head.flat(line).text))
}

/// The title whose last line is `last`, grown upward over the lines that belong to it.
fn ending_on<'a>(head: Head<'a>, last: usize, flats: &'a mut Flats) -> Option<Title<'a>> {
    let end = head.flat(last).text;
    // 的通知 or 告 alone can only be the rest of a wrapped title.
    let rest =
        || ENDINGS.end_of(end).or_else(|| NOTICES.end_of(end)).is_some() || matches!(end, "告" | "结" | "况" | "知");
    let alone = matches(head.flat(last));
    if alone.is_none() && (is_longer(end, 14) || !rest()) {
        return None;
    }
    if let Some(next) = head.lines.get(last + 1) {
        let text = head.flat(last + 1).text;
        // 现将…报告⏎如下
        if text.starts_with("如下") || next.gap == 0 && next.kind == HeadKind::Short && is_rest(text) {
            return None;
        }
    }
    let mut first = last;
    while first > 0 && last - first + 1 < MOST_LINES && belongs(head, first, last) {
        first -= 1;
    }
    let title = if first == last {
        Title { flat: head.flat(last), range: alone?, lines: (last, last) }
    } else {
        on_lines(head, (first, last), flats)?
    };
    let text = title.text();
    // A heading of a page or a menu entry: no year, no organisation, no 关于.
    let telling = text.contains('年') || text.contains("关于") || text.contains("__") || year::first(text).is_some();
    let known = KEYS.are_in(text);
    let fits = known && (telling || is_longer(text, 9) || text == "政府工作报告") || telling && text.contains("工作");
    fits.then_some(title)
}

/// Whether the line is the rest of a title that seemed complete before it: 的报告, 的通知.
fn is_rest(text: &str) -> bool {
    !is_longer(text, 8)
        && (matches!(text, "报告" | "工作报告" | "年度报告" | "总结报告" | "自查报告")
            || text.starts_with('的') && (ENDINGS.end_of(text).is_some() || NOTICES.end_of(text).is_some()))
}

/// Whether the line before `first` belongs to the title that ends on `last`.
fn belongs(head: Head<'_>, first: usize, last: usize) -> bool {
    let current = &head.lines[first];
    let previous = &head.lines[first - 1];
    if previous.kind != HeadKind::Short || current.gap > 3 {
        return false;
    }
    let (above, this) = (head.flat(first - 1), head.flat(first));
    let (before, now) = (above.text, this.text);
    if before.ends_with("文件")
        || before.ends_with(['：', ':', '。', '》', '号', '日'])
        || matches(above).is_some() && is_longer(now, 8)
    {
        return false;
    }
    let organisation = is_organisation(above);
    if last > first && is_organisation(this) {
        // Joint issuers, one a line; with a blank line between, the upper one may be the letterhead.
        let together = current.gap == 0 || org::is_joint(before, now);
        return organisation && together && before != now && !now.contains(before);
    }
    if OPENINGS.start_of(now).is_some() || year::first(now).is_some_and(|found| found.from == 0) {
        // A wrapped line may break before these words as well.
        let unfinished = before.contains("关于") && ENDINGS.end_of(before).or(NOTICES.end_of(before)).is_none();
        let broken = unfinished || before.ends_with('年') || before.ends_with("年度");
        return organisation || current.gap == 0 && (is_place(before) || broken);
    }
    if org_at_start(now) {
        return false;
    }
    // A fragment of a wrapped line.
    current.gap <= 1
        && (organisation || before.contains("关于") || KEYS.are_in(before) || year::first(before).is_some())
}

/// Whether the line names organisations and nothing else.
pub(super) fn is_organisation(flat: Flat<'_>) -> bool {
    let found = org::split(flat, 0, flat.text.len());
    let covered: usize = found.iter().map(|&(from, to)| to - from).sum();
    !found.is_empty() && covered + 6 >= flat.text.len()
}

fn is_place(text: &str) -> bool {
    super::chain::chain(text).is_some()
}

/// Whether a title's line opens with an organisation or a place of its own.
fn org_at_start(text: &str) -> bool {
    let end = opening_end(text);
    end > 0 && end < text.len() && (org::kind_of(&text[..end]).is_some() || is_place(&text[..end]))
}

/// Where the words before 关于, the year or the subject end.
pub(super) fn opening_end(text: &str) -> usize {
    let year = year::first(text).map(|found| found.from);
    let about = text.find("关于");
    if about.is_some() {
        return [year, about].into_iter().flatten().min().unwrap_or(0);
    }
    // A subject before the year (青岚县法治政府建设年度报告（2023年）), unless an office's name holds its words.
    static SUBJECTS: Words = Words::new(&["法治", "依法", "推进", "贯彻", "落实", "普法", "工作报告", "工作总结"]);
    let subject = SUBJECTS.find(text).map(|(at, _)| at);
    match (year, subject) {
        (Some(year), Some(subject)) if subject < year && org::kind_of(&text[..year]).is_none() => subject,
        (year, subject) => year.or(subject).unwrap_or(0),
    }
}

/// The part of `flat` that is a title, if its end is one: without a number before it, 《》 around it, a date behind it.
fn matches(flat: Flat<'_>) -> Option<(usize, usize)> {
    // Each of ENDINGS and NOTICES begins with one of these.
    static ENDS: Words = Words::new(&[
        "报告", "总结", "情况", "汇报", "自查", "综述", "通知", "公告", "的函", "公示", "通告", "批复", "请示", "通报",
    ]);
    static SEPARATORS: Words = Words::new(&["_", "|", "丨", "－－", "--"]);
    static PUBLISHED: Words = Words::new(&["发布", "来源", "时间", "日期", "作者", "字", "浏览"]);
    let text = flat.text;
    if !ENDS.are_in(text) {
        return None;
    }
    let (mut from, mut to) = trim_marks(text, 0, text.len());
    // The site's name behind the title, or the page's time.
    if SEPARATORS.are_in(text) {
        for separator in SEPARATORS.list() {
            if let Some(at) = text[from..to].find(separator)
                && is_end(&text[from..from + at])
            {
                to = from + at;
            }
        }
    }
    for cut in flat.cuts().filter(|&cut| cut > from && cut < to) {
        let rest = text[cut..].trim_start_matches(['（', '(', '[', '【']);
        if (rest.starts_with(|ch: char| ch.is_ascii_digit()) || PUBLISHED.start_of(rest).is_some())
            && is_end(&text[from..cut])
        {
            to = cut;
            break;
        }
    }
    // A number before the title.
    if let Some(at) = text[from..to].find('号')
        && at < 60
        && text[from..from + at].ends_with(|ch: char| ch.is_ascii_digit() || ('０'..='９').contains(&ch))
        && text[from..from + at].contains(['〔', '[', '［', '【', '(', '（', '﹝'])
    {
        from += at + "号".len();
    }
    (from, to) = without_brackets(text, from, to);
    let title = &text[from..to];
    if is_longer(title, LONGEST) || title.contains(['。', '；', '：', ':', '>', '…']) {
        return None;
    }
    is_end(title).then_some((from, to))
}

/// Strips 《》 around the whole, and a date in brackets at the end.
fn without_brackets(text: &str, from: usize, to: usize) -> (usize, usize) {
    let (mut from, mut to) = (from, to);
    let title = &text[from..to];
    if let Some(inner) = title.strip_prefix('《')
        && let Some(close) = inner.find('》')
        && (close + '》'.len_utf8() == inner.len() || inner[close + '》'.len_utf8()..].starts_with(['（', '(']))
    {
        from += '《'.len_utf8();
        to = from + close;
    }
    let title = &text[from..to];
    if title.ends_with(['）', ')'])
        && let Some(open) = title.rfind(['（', '('])
        && (title[open..].contains('日') || title[open..].contains('号'))
    {
        to = from + open;
    }
    (from, to)
}

/// Whether `title` ends as a report's or a notice's title does.
fn is_end(title: &str) -> bool {
    let mut body = title;
    if body.ends_with(['）', ')'])
        && let Some(open) = body.rfind(['（', '('])
        && body.len() - open < 50
    {
        body = &body[..open];
    }
    ENDINGS.end_of(body).is_some() && is_longer(body, 4) || is_notice(body)
}

fn is_notice(title: &str) -> bool {
    NOTICES.end_of(title).is_some() && is_longer(title, 8) && (title.contains("关于") || title.contains("法治"))
}
