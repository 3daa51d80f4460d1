//! The grammar of a chain of division names (云汀市松泽区白芷镇), alone or at the start of a department's name.

use smallvec::SmallVec;

use super::divisions::{self, is_known, is_zone};
use crate::text::blank::is_han;
use crate::text::words::Words;

/// The divisions in a name, outermost first, as offsets into it.
pub(super) type Parts = SmallVec<[(usize, usize); 4]>;

/// Longest name, in characters, looked up in the table or taken for one division.
const LONGEST: usize = 16;

/// The endings of division names that have several characters; see [`ending_at`].
static ENDINGS: Words = Words::new(&["特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "街道", "苏木"]);

/// First words of departments' names, before which a chain of divisions ends.
pub(super) static DEPARTMENTS: Words = Words::new(&[
    "城市",
    "城乡",
    "城管",
    "市场",
    "市政",
    "乡村",
    "住房",
    "住建",
    "区域",
    "地方",
    "社区",
    "州际",
    "民族",
    "教育",
    "科学",
    "科技",
    "工业",
    "发展",
    "民政",
    "司法",
    "财政",
    "人力",
    "自然",
    "生态",
    "交通",
    "水利",
    "水务",
    "农业",
    "农村",
    "商务",
    "文化",
    "文旅",
    "卫生",
    "退役",
    "应急",
    "审计",
    "国有",
    "国资",
    "体育",
    "统计",
    "医疗",
    "医保",
    "信访",
    "综合",
    "行政",
    "政务",
    "大数据",
    "数据",
    "金融",
    "林业",
    "园林",
    "公安",
    "税务",
    "气象",
    "消防",
    "烟草",
    "国家",
    "粮食",
    "供销",
    "档案",
    "机关",
    "投资",
    "招商",
    "扶贫",
    "能源",
    "广播",
    "新闻",
    "知识产权",
    "药品",
    "外事",
    "人民",
    "人防",
    "海洋",
    "渔业",
    "畜牧",
    "规划",
    "公共",
    "营商",
    "经济",
    "国防",
    "残疾",
    "政府",
    "党委",
    "委员会",
    "办公室",
]);

/// Words that no name of a division has.
static NO_NAMES: Words = Words::new(&[
    "全省", "全市", "全县", "全区", "全面", "依法", "法治", "召开", "主持", "建设", "印发", "推进", "委", "政府", "我",
]);

/// The offset behind the division ending that starts with the `ch` at `at`, if one does.
fn ending_at(text: &str, at: usize, ch: char) -> Option<usize> {
    match ch {
        '省' | '市' | '州' | '盟' | '县' | '区' | '旗' | '镇' | '乡' => Some(at + ch.len_utf8()),
        '特' | '自' | '地' | '街' | '苏' => ENDINGS.start_of(&text[at..]).map(|ending| at + ending.len()),
        _ => None,
    }
}

/// The offset behind the first division of `text`, known or by its form.
fn first(text: &str) -> Option<usize> {
    let mut by_form = None;
    let mut known = None;
    for (count, (at, ch)) in text.char_indices().enumerate().take(LONGEST) {
        if !is_han(ch) {
            break;
        }
        let Some(end) = ending_at(text, at, ch) else { continue };
        if is_known(&text[..end]) {
            known = Some(end);
        }
        if by_form.is_none()
            && count > 0
            && !is_generic(&text[..at])
            && !(matches!(ch, '州' | '盟') && end < text.len())
        {
            by_form = Some(end);
        }
    }
    let end = known.or(by_form)?;
    // 新市镇, 城区街道: the ending belongs to the name of what follows.
    match text[end..].chars().next().and_then(|ch| ending_at(text, end, ch)) {
        Some(longer) if longer == text.len() && !text[..end].ends_with(&text[end..]) => Some(longer),
        _ => Some(end),
    }
}

/// Words that make no name: 我县, 全市, 各区.
fn is_generic(stem: &str) -> bool {
    matches!(
        stem,
        "我" | "全"
            | "本"
            | "各"
            | "该"
            | "省"
            | "市"
            | "县"
            | "区"
            | "州"
            | "旗"
            | "两"
            | "每"
            | "其"
            | "外"
            | "镇"
            | "乡"
            | "对"
            | "在"
            | "由"
            | "为"
            | "某"
    ) || NO_NAMES.are_in(stem)
}

/// Splits `core`, a name that consists of divisions only, into its parts, each as offsets into `core`. A zone counts
/// as one part at the end. `None` when something else is in it.
pub(super) fn chain(core: &str) -> Option<Parts> {
    let mut parts = Parts::new();
    let mut at = 0;
    while at < core.len() {
        if let Some(rest) = core[at..].strip_prefix("人民政府")
            && !rest.is_empty()
            && !parts.is_empty()
        {
            at += "人民政府".len();
            continue;
        }
        if is_zone(&core[at..]) && core[at..].chars().all(is_han) {
            let zone = after_known_divisions(core, at, &mut parts);
            parts.push((zone, core.len()));
            return Some(parts);
        }
        let end = at + first(&core[at..])?;
        push(core, at, end, &mut parts);
        at = end;
    }
    (!parts.is_empty()).then_some(parts)
}

/// Adds the division `core[from..to]`; when a known one stands in it behind its superior's short name, only that.
fn push(core: &str, from: usize, to: usize, parts: &mut Parts) {
    let name = &core[from..to];
    let mut start = from;
    if !is_known(name) {
        let cut = name
            .char_indices()
            .map(|(at, _)| at)
            .skip(2)
            .find(|&at| is_known(&name[at..]) && divisions::is_short(&name[..at]));
        start += cut.unwrap_or(0);
    }
    parts.push((start, to));
}

/// The divisions before a zone's own name: only those before which the zone's ending does not yet begin.
fn after_known_divisions(core: &str, from: usize, parts: &mut Parts) -> usize {
    let mut at = from;
    while let Some(end) = first(&core[at..]) {
        let rest = &core[at + end..];
        if rest.chars().count() < 3 || !is_zone(rest) {
            break;
        }
        parts.push((at, at + end));
        at += end;
    }
    at
}

/// The divisions at the start of a department's name (云汀市松泽区城市管理局), each as offsets into `name`.
pub(super) fn leading(name: &str) -> Parts {
    let mut parts = Parts::new();
    let mut at = 0;
    while at < name.len() && DEPARTMENTS.start_of(&name[at..]).is_none() {
        let Some(end) = first(&name[at..]) else { break };
        let part = &name[at..at + end];
        let stem = part.chars().count();
        let mixed = DEPARTMENTS.are_in(part) || part.contains('和') || part.contains("管理");
        if !is_known(part) && (stem > 6 || mixed) || at + end == name.len() {
            break;
        }
        push(name, at, at + end, &mut parts);
        at += end;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::{chain, leading};

    fn names(core: &str) -> Vec<&str> {
        chain(core).unwrap_or_default().into_iter().map(|(from, to)| &core[from..to]).collect()
    }

    #[test]
    fn chains_of_names() {
        for (core, want) in [
            ("青岚县", &["青岚县"][..]),
            ("云汀市松泽区", &["云汀市", "松泽区"]),
            ("江南省云汀市青岚县白芷镇", &["江南省", "云汀市", "青岚县", "白芷镇"]),
            ("鹭溪区人民政府长汐街道", &["鹭溪区", "长汐街道"]),
            ("云汀市市中区", &["云汀市", "市中区"]),
            ("新市镇", &["新市镇"]),
            ("青岚县新市镇", &["青岚县", "新市镇"]),
            ("松泽区城区街道", &["松泽区", "城区街道"]),
            ("云汀市红旗街道", &["云汀市", "红旗街道"]),
            ("巴颜自治州", &["巴颜自治州"]),
            ("北岭自治区乌兰右旗", &["北岭自治区", "乌兰右旗"]),
            ("云汀市高新技术产业开发区", &["云汀市", "高新技术产业开发区"]),
            ("云汀经济技术开发区", &["云汀经济技术开发区"]),
        ] {
            assert_eq!(names(core), want, "{core}");
        }
        for core in ["", "我县", "全市", "法治", "青岚县教育", "县"] {
            assert!(chain(core).is_none(), "{core}");
        }
    }

    #[test]
    fn departments() {
        for (name, want) in [
            ("云汀市文化和旅游局", &["云汀市"][..]),
            ("云汀市松泽区城市管理局", &["云汀市", "松泽区"]),
            ("云汀市住房和城乡建设局", &["云汀市"]),
            ("青岚县乡村振兴局", &["青岚县"]),
            ("云汀市市场监督管理局", &["云汀市"]),
            ("区农业农村局", &[]),
            ("市场监督管理局", &[]),
            ("自然资源和规划局", &[]),
        ] {
            let found: Vec<&str> = leading(name).into_iter().map(|(from, to)| &name[from..to]).collect();
            assert_eq!(found, want, "{name}");
        }
    }
}
