//! Names of organisations: which words are one, how several that stand together are told apart, and the divisions in them.

use smallvec::SmallVec;

use super::chain::{self, Parts};
use super::flat::{Flat, is_longer, trim_marks};
use crate::text::words::Words;

/// Where organisations stand in a flat text, in order.
pub(super) type Places = SmallVec<[(usize, usize); 8]>;

/// The sorts of organisations that write or receive reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OrgKind {
    /// A Party committee or a government of a division, a sub-district office: reports for its division.
    Territory,
    /// The administration of a zone.
    Zone,
    /// A department, court, office, company: reports for itself.
    Department,
}

/// Longest name of an organisation, in characters.
const LONGEST: usize = 42;

/// Endings of governments and Party committees of a division.
static TERRITORY: Words =
    Words::new(&["人民政府", "政府", "办事处", "街道办", "党工委", "工作委员会", "工委", "委员会", "党委", "委"]);

/// Endings of departments and other bodies.
const DEPARTMENT: &[&str] = &[
    "局",
    "厅",
    "办",
    "办公室",
    "委员会",
    "委",
    "部",
    "法院",
    "检察院",
    "研究院",
    "医院",
    "学院",
    "大学",
    "中心",
    "处",
    "队",
    "署",
    "总站",
    "集团",
    "公司",
    "学校",
    "联社",
    "联合会",
    "总工会",
    "协会",
    "研究所",
    "监狱",
    "领导小组",
    "党组",
    "常委会",
    "常务委员会",
];

/// Endings of a zone's administration.
static ZONE: Words = Words::new(&["管理委员会", "管委会"]);

/// What sort of organisation `name` is, if it is one. A bare division (青岚县) is none, a sub-district (长汐街道) is.
pub(super) fn kind_of(name: &str) -> Option<OrgKind> {
    if !ends_like_one(name) || is_longer(name, LONGEST) || !is_plain(name) {
        return None;
    }
    // 城市管理局（综合行政执法局）: a second name in brackets changes nothing.
    if let Some((first, second)) = with_second_name(name) {
        let known = kind_of(first).filter(|kind| *kind == OrgKind::Department);
        return known.filter(|_| ends_like_one(second));
    }
    if ZONE.end_of(name).is_some() {
        return Some(OrgKind::Zone);
    }
    if core(name).is_some() || is_relative(name) {
        return Some(OrgKind::Territory);
    }
    if name.ends_with("街道") && chain::chain(name).is_some() {
        return Some(OrgKind::Territory);
    }
    if name.ends_with("法治政府")
        || name.ends_with("数字政府")
        || name == "委员会"
        || name == "办公室"
        || name == "办事处"
    {
        return None;
    }
    let department = DEPARTMENT.iter().any(|ending| name.ends_with(ending) && name.len() > ending.len());
    (department && (is_longer(name, 2) || name.ends_with(['委', '办', '局', '厅']))).then_some(OrgKind::Department)
}

/// The two names of an organisation whose second one stands in brackets at its end.
fn with_second_name(name: &str) -> Option<(&str, &str)> {
    let (first, second) = name.strip_suffix(['）', ')'])?.rsplit_once(['（', '('])?;
    (!first.is_empty()).then_some((first, second))
}

/// Whether `name` has two characters or more and ends in the last character of an organisation's name.
fn ends_like_one(name: &str) -> bool {
    let mut chars = name.trim_end_matches(['）', ')']).chars();
    let last = chars.next_back().is_some_and(|ch| {
        matches!(
            ch,
            '府' | '处'
                | '委'
                | '会'
                | '局'
                | '厅'
                | '办'
                | '室'
                | '部'
                | '院'
                | '学'
                | '心'
                | '队'
                | '署'
                | '站'
                | '团'
                | '司'
                | '校'
                | '社'
                | '所'
                | '狱'
                | '组'
                | '道'
        )
    });
    last && chars.next().is_some()
}

/// Whether `name` has only characters of names, and no 关于.
fn is_plain(name: &str) -> bool {
    let mut about = false;
    name.chars().all(|ch| {
        let fits = is_org_char(ch) && !(about && ch == '于');
        about = ch == '关';
        fits
    })
}

/// 市委, 县政府, 县人民政府: an organisation named from inside its division.
fn is_relative(name: &str) -> bool {
    let Some(ch) = name.chars().next() else { return false };
    let rest = &name[ch.len_utf8()..];
    matches!(ch, '省' | '市' | '县' | '区' | '州' | '盟' | '旗' | '镇' | '乡')
        && matches!(rest, "委" | "政府" | "人民政府" | "党委" | "委员会")
        || name.strip_prefix("街道").is_some_and(|rest| matches!(rest, "办事处" | "党工委" | "办"))
}

fn is_org_char(ch: char) -> bool {
    crate::text::blank::is_han(ch) || matches!(ch, '（' | '）' | '(' | ')' | '·')
}

/// The part of a territorial organisation's name that names its division, as offsets: 中共青岚县委 has 青岚县.
pub(super) fn core(name: &str) -> Option<(usize, usize)> {
    let from =
        name.strip_prefix("中国共产党").or_else(|| name.strip_prefix("中共")).map_or(0, |rest| name.len() - rest.len());
    let ending = TERRITORY.end_of(name)?;
    let kept = if ending == "街道办" { "街道".len() } else { 0 };
    let to = name.len() - ending.len() + kept;
    let core = name.get(from..to)?;
    if ending == "委" && from == 0 && !core.ends_with(['省', '市', '县', '区', '州', '盟', '旗']) {
        return None;
    }
    (!core.is_empty() && chain::chain(core).is_some()).then_some((from, to))
}

/// The divisions in an organisation's name, outermost first, as offsets into it. A zone counts as one.
pub(super) fn divisions_of(name: &str, kind: OrgKind) -> Parts {
    let (from, mut parts) = match kind {
        OrgKind::Territory => {
            let (from, to) = core(name).unwrap_or((0, name.len()));
            (from, chain::chain(&name[from..to]).unwrap_or_default())
        }
        OrgKind::Zone => {
            let to = ZONE.end_of(name).map_or(name.len(), |ending| name.len() - ending.len());
            let from = usize::from(name.starts_with("中共")) * "中共".len();
            (from, name.get(from..to).and_then(chain::chain).unwrap_or_default())
        }
        OrgKind::Department => {
            // 云汀市公安局松泽区分局 is the district's.
            if let Some(name) = name.strip_suffix("分局")
                && let Some(from) = name.rfind('局').map(|at| at + '局'.len_utf8())
                && let Some(parts) = chain::chain(&name[from..])
            {
                return parts.iter().map(|part| (from + part.0, from + part.1)).collect();
            }
            let skip = ["国家税务总局", "中国共产党", "中共"]
                .iter()
                .find(|prefix| name.starts_with(**prefix))
                .map_or(0, |prefix| prefix.len());
            (skip, chain::leading(&name[skip..]))
        }
    };
    for part in &mut parts {
        *part = (from + part.0, from + part.1);
    }
    parts
}

/// The organisations in `flat.text[from..to]`, in order: separated by marks, blanks, line ends, or only by their names.
pub(super) fn split(flat: Flat<'_>, from: usize, to: usize) -> Places {
    let mut found = Places::new();
    let mut start = from;
    let mut pieces = pieces(flat, from, to).peekable();
    while let Some((piece_from, piece_to, hard)) = pieces.next() {
        if hard {
            start = piece_from;
        }
        let (a, b) = trim_marks(flat.text, start, piece_to);
        let name = &flat.text[a..b];
        if !ends_like_one(name) {
            continue;
        }
        let joint = joint_at(name);
        if joint.is_some() || kind_of(name).is_some() {
            // 青岚县人民 政府办公室: the break may stand inside the name.
            if let Some(&(next, end, false)) = pieces.peek()
                && kind_of(&flat.text[a..end]).is_some()
                && !starts_an_org(&flat.text[next..end])
                && kind_of(&flat.text[next..end]).is_none()
            {
                continue;
            }
            // A Party committee's name may be followed by its government's without a mark.
            match joint {
                Some(middle) => found.extend([(a, a + middle), (a + middle, b)]),
                None => found.push((a, b)),
            }
            start = piece_to;
        }
    }
    found
}

fn starts_an_org(text: &str) -> bool {
    text.starts_with("中共") || chain::chain(text).is_some()
}

/// The parts of a text between marks and blanks; `true` for one that begins behind a mark.
struct Pieces<'a, Cuts: Iterator<Item = usize>> {
    text: &'a str,
    cuts: std::iter::Peekable<Cuts>,
    at: usize,
    hard: bool,
    to: usize,
}

fn pieces(flat: Flat<'_>, from: usize, to: usize) -> Pieces<'_, impl Iterator<Item = usize> + '_> {
    let cuts = flat.cuts().take_while(move |&cut| cut < to).peekable();
    Pieces { text: flat.text, cuts, at: from, hard: true, to }
}

impl<Cuts: Iterator<Item = usize>> Iterator for Pieces<'_, Cuts> {
    type Item = (usize, usize, bool);

    fn next(&mut self) -> Option<Self::Item> {
        while self.at < self.to {
            let (from, hard) = (self.at, self.hard);
            while self.cuts.next_if(|&cut| cut <= from).is_some() {}
            let end = self.cuts.peek().map_or(self.to, |&cut| cut);
            let mark = self.text[from..end].char_indices().find(|(_, ch)| is_separator(*ch));
            (self.at, self.hard) = mark.map_or((end, false), |(at, ch)| (from + at + ch.len_utf8(), true));
            let end = mark.map_or(end, |(at, _)| from + at);
            if end > from {
                return Some((from, end, hard));
            }
        }
        None
    }
}

fn is_separator(ch: char) -> bool {
    matches!(ch, '、' | '，' | ',' | '；' | ';' | '。' | '/')
}

/// Where the second of two organisations of one division begins in `name`.
fn joint_at(name: &str) -> Option<usize> {
    // Each ending below ends in one of these; most names have none before their own end.
    static ENDS: Words = Words::new(&["委", "会", "党组", "政府"]);
    if name.len() > 2 * 3 * LONGEST
        || !ends_like_one(name)
        || ENDS.find(name).is_none_or(|(at, word)| at + word.len() == name.len())
        || !is_plain(name)
    {
        return None;
    }
    ["委员会", "委", "党组", "政府"].iter().find_map(|ending| {
        let ends = name.match_indices(ending).map(|(at, _)| at + ending.len());
        ends.take_while(|&middle| middle < name.len()).find(|&middle| is_joint(&name[..middle], &name[middle..]))
    })
}

/// Whether `left` and `right` are two organisations of one division (中共青岚县委 and 青岚县人民政府, 市委 and 市政府).
pub(super) fn is_joint(left: &str, right: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "人民政府",
        "政府",
        "街道办事处",
        "办事处",
        "管理委员会",
        "管委会",
        "街道工作委员会",
        "工作委员会",
        "街道党工委",
        "党工委",
        "工委",
        "委员会",
        "党组",
        "党委",
        "委",
    ];
    let (Some(first), Some(second)) = (kind_of(left), kind_of(right)) else { return false };
    let stem = |name| -> &str {
        let name: &str = name;
        let name = name.strip_prefix("中国共产党").or_else(|| name.strip_prefix("中共")).unwrap_or(name);
        ENDINGS.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name)
    };
    let (left, right_stem) = (stem(left), stem(right));
    if first == OrgKind::Department || second == OrgKind::Department {
        return !left.is_empty() && left == right; // a department's Party group and the department
    }
    !left.is_empty() && !right_stem.is_empty() && (left.ends_with(right_stem) || right_stem.ends_with(left))
}

#[cfg(test)]
mod tests {
    use super::{OrgKind, kind_of, split};
    use crate::front::flat::Flats;
    use crate::span::Span;

    #[test]
    fn kinds() {
        for (name, want) in [
            ("青岚县人民政府", Some(OrgKind::Territory)),
            ("中共青岚县委", Some(OrgKind::Territory)),
            ("中国共产党青岚县委员会", Some(OrgKind::Territory)),
            ("中共青岚县白芷镇委员会", Some(OrgKind::Territory)),
            ("鹭溪区人民政府长汐街道办事处", Some(OrgKind::Territory)),
            ("长汐街道", Some(OrgKind::Territory)),
            ("青岚县委", Some(OrgKind::Territory)),
            ("市委", Some(OrgKind::Territory)),
            ("县政府", Some(OrgKind::Territory)),
            ("云汀经济技术开发区管理委员会", Some(OrgKind::Zone)),
            ("云汀市文化和旅游局", Some(OrgKind::Department)),
            ("江南省发展和改革委员会", Some(OrgKind::Department)),
            ("市卫健委", Some(OrgKind::Department)),
            ("云汀市城市管理局（云汀市综合行政执法局）", Some(OrgKind::Department)),
            ("青岚县水务局(海洋局)", Some(OrgKind::Department)),
            ("云汀市松泽区长汐街道办", Some(OrgKind::Territory)),
            ("青岚县水务局（试行）", None),
            ("青岚县人民法院", Some(OrgKind::Department)),
            ("市委依法治市办", Some(OrgKind::Department)),
            ("青岚县", None),
            ("白芷镇", None),
            ("政府", None),
            ("法治政府", None),
            ("各位代表", None),
            ("2024年青岚县人民政府", None),
        ] {
            assert_eq!(kind_of(name), want, "{name}");
        }
    }

    #[test]
    fn joint_names() {
        for (text, want) in [
            ("中共青岚县委青岚县人民政府", &["中共青岚县委", "青岚县人民政府"][..]),
            ("中共青岚县委 青岚县人民政府", &["中共青岚县委", "青岚县人民政府"]),
            ("中共青岚县委　县人民政府", &["中共青岚县委", "县人民政府"]),
            ("青岚县委、县政府", &["青岚县委", "县政府"]),
            ("市委市政府", &["市委", "市政府"]),
            ("中共云汀市松泽区委松泽区人民政府", &["中共云汀市松泽区委", "松泽区人民政府"]),
            ("中共白芷镇委员会青岚县白芷镇人民政府", &["中共白芷镇委员会", "青岚县白芷镇人民政府"]),
            ("中共长汐街道工作委员会长汐街道办事处", &["中共长汐街道工作委员会", "长汐街道办事处"]),
            ("鹭溪区人民政府长汐街道办事处", &["鹭溪区人民政府长汐街道办事处"]),
            ("中共云汀市委全面依法治市委员会", &["中共云汀市委全面依法治市委员会"]),
            ("中共青岚县委办公室", &["中共青岚县委办公室"]),
            ("青 岚 县 人 民 政 府", &["青岚县人民政府"]),
            ("云汀市 文化和旅游局", &["云汀市文化和旅游局"]),
            ("云汀市财政局、云汀市司法局", &["云汀市财政局", "云汀市司法局"]),
            ("云汀市人民政府 办公室", &["云汀市人民政府办公室"]),
            ("中共青岚县教育局党组青岚县教育局", &["中共青岚县教育局党组", "青岚县教育局"]),
            ("市委全面依法治市委员会", &["市委全面依法治市委员会"]),
            ("各位代表", &[]),
        ] {
            let mut flats = Flats::default();
            let flat = flats.fill(text, [Span::new(0, text.len() as u32)]);
            let found: Vec<&str> = split(flat, 0, flat.text.len()).into_iter().map(|(a, b)| &flat.text[a..b]).collect();
            assert_eq!(found, want, "{text}");
        }
    }
}
