//! Which numbers in Chinese characters are amounts. Most are none: 一体, 进一步, 三项制度, 第二批. A reader must be
//! sure of an amount, so that a measure word has to follow, and what looks like an idiom, a grade, a place or a name
//! is left alone.

use super::Bound;
use super::QuantityKind;
use super::list::{Chars, List};
use super::names;
use super::quantity::{self, Figure, Measure, stands_alone};
use super::unit::After;
use super::view::{View, is_han, is_stop, opens_quote};
use crate::decimal::Decimal;
use crate::text::numeral;

/// Words with a number and a measure word that count nothing.
static IDIOMS: List = List::forward(&[
    "五花八门",
    "三天两",
    "两面人",
    "两张皮",
    "两条腿",
    "三级甲",
    "三级等",
    "两头",
    "四起",
    "两样",
    "千张",
    "百强",
    "百家",
    "两分",
    "三分",
    "十分",
    "百分",
    "万分",
    "八股",
    "两回事",
    "两码事",
    "三角",
    "五角",
    "万户",
    "百户",
    "四处",
    "两手",
    "两把",
    "两对",
    "两条线",
    "三次产业",
    "四季",
    "百日",
    "千年",
    "百年",
    "万年",
    "两难",
    "两口",
]);

/// Characters before the number that make it an ordinal, a date or an approximation.
static BEFORE: Chars = Chars::of("第初星周数几每番廿好若某零点之另·-—0123456789");

/// Characters that name a place of 台, 家, 道 and the like (五台山, 五家渠, 三元区).
static PLACE_ENDS: Chars = Chars::of("县市区镇乡村山河沟桥庄屯渠湾坪店塘营里");

/// Levels of government and of other orders that 级 counts (县乡村三级).
static LEVELS: Chars = Chars::of("省市县区乡镇村道州旗室站居组户所部院央层格会委局地里");

/// Grades: what 级 ranks instead of counting (四级调解员).
static GRADES: List = List::forward(&[
    "调解员",
    "律师",
    "巡视员",
    "调研员",
    "主任",
    "响应",
    "警",
    "高级",
    "医院",
    "甲",
    "资质",
    "预警",
    "应急",
    "公路",
    "风险",
    "文物",
    "等级",
    "教授",
    "标准",
    "建造",
    "保护",
    "以上",
    "残疾",
    "伤残",
    "水质",
    "养老",
    "安全",
    "信用",
    "地震",
    "工会",
    "主管",
    "科员",
]);

/// Awards and lists with ten in their name.
static TOP_TEN: List = List::forward(&[
    "典型",
    "案例",
    "法治人物",
    "人物",
    "新闻",
    "杰出",
    "优秀",
    "提名",
    "精品",
    "创新",
    "事件",
    "品牌",
    "最美",
]);

/// Whether the figure is an amount.
pub(super) fn accepts(view: View<'_>, figure: &mut Figure, quoted: bool) -> bool {
    if stands_alone(view, figure) {
        return true;
    }
    let before = view.before(figure.start);
    if quoted || never_behind(before) || everyday(view, figure) {
        return false;
    }
    if view.ch(figure.end) == '大' && figure.measure == Measure::None && figure.end == figure.numeral.end {
        return fields(view, figure);
    }
    let Some(unit) = figure.unit else { return plain(view, figure) };
    let rough = figure.numeral.bare && approximate(view, figure);
    let idiom = !rough && IDIOMS.at(view, figure.start).is_some();
    if unit.row.after == After::Digits || idiom || names::fixed(view, figure) {
        return false;
    }
    let word = view.ch(unit.start);
    // 二 counts nothing but 个, 两 does; 零 counts nothing at all.
    let lone = figure.numeral.end == figure.start + 1;
    if lone && (view.ch(figure.start) == '二' && word != '个' || figure.value.mantissa() == 0) {
        return false;
    }
    // 四个一批, 三个百分之百: slogans.
    if word == '个' && matches!(view.ch(unit.end), '一' | '百' | '千' | '零') && unit.is("个") {
        return false;
    }
    // 三所两庭: a list of names.
    let mixed = word == '所' && numeral::is_numeral(view.ch(unit.end));
    if figure.numeral.bare && !rough || mixed || is_place(view, word, unit.end) {
        return false;
    }
    if before == '无' && is_one(figure) && figure.kind == QuantityKind::Count {
        // 无一例: none at all.
        (figure.start, figure.value) = (figure.start - 1, Decimal::from_integer(0));
        return true;
    }
    match figure.kind {
        QuantityKind::Percent => !view.has(figure.start, "一成不"),
        QuantityKind::Multiple => true,
        // 一元 and 二元 are words of their own.
        QuantityKind::Money => word != '元' || !is_one(figure),
        QuantityKind::Duration => duration(view, figure, unit.end),
        _ if word == '级' => levels(view, figure, unit.end),
        _ if word == '次' && is_meeting(view, figure, unit.end) => false,
        _ if is_one(figure) => one(view, figure, unit.end),
        _ => true,
    }
}

/// Whether a number behind `before` is no amount.
pub(super) fn never_behind(before: char) -> bool {
    opens_quote(before) || BEFORE.contains(before)
}

/// Characters of bills that are part of a word (队伍, 收拾, 大陆).
fn everyday(view: View<'_>, figure: &Figure) -> bool {
    let first = view.ch(figure.start);
    let formal = (figure.start..figure.numeral.end).filter(|&at| numeral::is_financial(view.ch(at))).count();
    numeral::is_financial(first)
        && (formal < 2
            || is_han(view.before(figure.start)) && "队大登着内水海收拾放".contains(view.before(figure.start)))
}

/// 八届八次全会, 人大五次会议: the number of a meeting.
fn is_meeting(view: View<'_>, figure: &Figure, behind: usize) -> bool {
    let congress = view.any(behind, &["全会", "全体", "党代会", "代表大会", "党代表"]).is_some();
    congress || view.has(behind, "会议") && matches!(view.before(figure.start), '届' | '大' | '协')
}

fn is_one(figure: &Figure) -> bool {
    figure.value == Decimal::from_integer(1) && figure.high.is_none()
}

/// 百余, 近千: a bare multiplier counts where a word says that it is a rough number.
fn approximate(view: View<'_>, figure: &Figure) -> bool {
    figure.bound != Bound::Exact && view.before(figure.start) != '成'
}

/// A number without a measure word: one with a multiplier, before a mark or a bounding word (共二百三十，).
fn plain(view: View<'_>, figure: &Figure) -> bool {
    let numeral = &figure.numeral;
    let counted = numeral.multiplied && !numeral.bare && numeral.end - figure.start > 1;
    let next = view.ch(figure.end);
    let ends = is_stop(next) && next != '、' || next == '的';
    let bounded = figure.bound != Bound::Exact || figure.high.is_some();
    counted && ends && (bounded || numeral.end - figure.start > 2) || counted && bounded && figure.end > numeral.end
}

/// 六大领域: up to ten fields of something.
fn fields(view: View<'_>, figure: &mut Figure) -> bool {
    let few = (2..=10).contains(&figure.value.mantissa()) && figure.value.scale() == 0 && !figure.numeral.over;
    let few = few && view.ch(figure.start) != '二';
    let at = figure.numeral.end + 1;
    let names = [
        "班子",
        "攻坚战",
        "考验",
        "危险",
        "发展理念",
        "理念",
        "队",
        "全会",
        "报告",
        "精神",
        "以来",
        "常委",
        "战役",
        "保卫战",
        "家",
        "员",
        "件",
    ];
    let fits = few && is_han(view.ch(at)) && view.any(at, &names).is_none();
    let award = figure.value == Decimal::from_integer(10) && TOP_TEN.at(view, at).is_some();
    figure.end += usize::from(fits);
    fits && !award
}

fn is_place(view: View<'_>, word: char, behind: usize) -> bool {
    let official = matches!(view.ch(behind + 1), '直' | '级' | '属' | '办' | '镇' | '民' | '企' | '委' | '政');
    "台家元道间门座".contains(word) && PLACE_ENDS.contains(view.ch(behind)) && !official
}

/// A length of time: 一年来 and 三年行动 are none.
fn duration(view: View<'_>, figure: &Figure, behind: usize) -> bool {
    if matches!(view.ch(behind), '来' | '级' | '期' | '制' | '一' | '四') || view.has(behind, "之计") {
        return false;
    }
    if view.ch(behind) == '日' || matches!(view.before(figure.start), '月' | '年') && view.ch(behind - 1) == '日' {
        return false;
    }
    if view.ch(behind - 1) == '年' && is_programme(view, behind) {
        return false;
    }
    let inside = view.has(behind, "内") || figure.end > behind;
    let told = view.any_before(figure.start, &["为期", "期限", "提前", "至", "压缩到", "缩短到", "满"]).is_some();
    !is_one(figure) || inside || told || figure.bound != Bound::Exact
}

/// 三年培养计划: the name of a programme, not how long it lasted.
fn is_programme(view: View<'_>, behind: usize) -> bool {
    let open = !matches!(view.ch(behind), '内' | '以' | '的' | '多' | '左' | '完');
    let at = view.find(behind, 8, |ch| !is_han(ch)).unwrap_or(behind + 8);
    open && (behind..at).any(|at| view.any(at, &["计划", "行动", "规划", "攻坚"]).is_some())
}

/// 县乡村三级, 两级政府; 四级调解员 is a grade.
fn levels(view: View<'_>, figure: &Figure, behind: usize) -> bool {
    let few = (2..=6).contains(&figure.value.mantissa());
    let ordered =
        LEVELS.contains(view.before(figure.start)) || view.before(figure.start) == '”' || view.ch(figure.start) == '两';
    let joined = view.any(behind, &["联动", "政府", "网络", "体系", "联网", "平台", "机构", "公共", "书记"]).is_some();
    few && view.ch(figure.start) != '二' && (ordered || joined) && GRADES.at(view, behind).is_none()
}

/// Verbs of making and counting, behind which 一个 is a number and no article.
static MAKING: List = List::backward(&[
    "了",
    "新增",
    "建成",
    "增设",
    "新建",
    "分别",
    "各",
    "共",
    "仅",
    "不少于",
    "至少",
    "只有",
    "无",
    "没有",
]);

/// 一 with a measure word: a number in a list (公园一个、广场一处) and behind verbs of making.
fn one(view: View<'_>, figure: &Figure, behind: usize) -> bool {
    let word = view.ch(figure.unit.map_or(behind, |unit| unit.start));
    if !"个处条座所支名家件场次例宗份项".contains(word) || word == '件' && view.ch(behind) == '事' {
        return false;
    }
    if view.has(behind, "街") {
        return true;
    }
    let before = view.before(figure.start);
    let listed =
        is_han(before) && !"每同另某哪任这那唯下上新逐进统是为有跑再又首前后的成年月度周季日天少".contains(before);
    // 查处一件办结一件: each of them.
    let repeated =
        (figure.start.saturating_sub(7)..figure.start).any(|at| view.ch(at) == '一' && view.ch(at + 1) == word);
    let other_place = "个处条座所".contains(word);
    let ends = matches!(view.ch(behind), '，' | ',' | '、' | '。' | '；' | ';' | '和' | ')');
    let ends = ends && listed && (!repeated || other_place);
    let made = MAKING.before(view, figure.start).is_some() && !"个项".contains(word)
        || view.any_before(figure.start, &["新增", "建成", "增设", "新建"]).is_some();
    ends || made
}

/// 半年, 半个月, 半小时: half of a unit of time.
pub(super) fn half(view: View<'_>, index: usize) -> Option<Figure> {
    let figure = quantity::half(view, index)?;
    let unit = figure.unit?;
    let alone = index == 0 && figure.end == view.len();
    let other = index > 0 && "上下前后大多过一每首这两近个".contains(view.before(index))
        || matches!(view.ch(unit.end), '度' | '来' | '报' | '检')
        || figure.kind != QuantityKind::Duration
        || names::fixed(view, &figure);
    (alone || !other).then_some(figure)
}
