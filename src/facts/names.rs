//! Names and slogans in which a number is fixed: 三项制度, 四个意识, 一件事, 三年行动, 15分钟服务圈, 24小时自助.

use super::QuantityKind;
use super::list::List;
use super::quantity::Figure;
use super::view::{View, is_quote, is_stop};
use crate::decimal::Decimal;
use crate::text::numeral::{self, Script};

/// Fixed names: the number (0: any), and the words that follow it.
const NAMES: [(i64, &str); 116] = [
    (2, "个100"),
    (0, "个100年"),
    (0, "个一工程"),
    (0, "个一律"),
    (0, "个一批"),
    (0, "个一百年"),
    (0, "个一致"),
    (0, "个不准"),
    (0, "个不得"),
    (0, "个不摘"),
    (0, "个严禁"),
    (3, "个为主"),
    (3, "个代表"),
    (0, "个伟大"),
    (0, "个做到"),
    (0, "个全覆盖"),
    (0, "个全面"),
    (0, "个到位"),
    (0, "个务必"),
    (0, "个区分"),
    (0, "个善于"),
    (0, "个坚持"),
    (0, "个始终"),
    (0, "个带头"),
    (0, "个延伸"),
    (0, "个强化"),
    (0, "个必由之路"),
    (0, "个必须"),
    (0, "个意识"),
    (0, "个提升"),
    (0, "个文明"),
    (0, "个更加"),
    (0, "个最严"),
    (0, "个有之"),
    (0, "个有利于"),
    (0, "个有力"),
    (0, "个服从"),
    (0, "个毫不动摇"),
    (0, "个注重"),
    (0, "个牢牢"),
    (0, "个着力"),
    (0, "个确保"),
    (0, "个确立"),
    (0, "个突出"),
    (0, "个结合"),
    (0, "个统一"),
    (0, "个维护"),
    (0, "个聚焦"),
    (0, "个自信"),
    (0, "个落实"),
    (0, "个融入"),
    (3, "个规定"),
    (0, "个转变"),
    (1, "件事"),
    (0, "位一体"),
    (365, "天"),
    (0, "天大干"),
    (0, "天攻坚"),
    (0, "天行动"),
    (4, "套班子"),
    (24, "小时不打烊"),
    (24, "小时专"),
    (24, "小时值"),
    (24, "小时全天"),
    (24, "小时公共"),
    (24, "小时在线"),
    (24, "小时备勤"),
    (24, "小时应急"),
    (24, "小时开放"),
    (24, "小时政务"),
    (24, "小时智能"),
    (24, "小时服务"),
    (24, "小时法律"),
    (24, "小时热线"),
    (24, "小时自助"),
    (24, "小时营业"),
    (0, "年倍增"),
    (0, "年大变样"),
    (0, "年实施方案"),
    (0, "年工作规划"),
    (0, "年提升"),
    (0, "年攻坚"),
    (0, "年行动"),
    (0, "年规划"),
    (0, "年计划"),
    (1, "张图"),
    (1, "张清单"),
    (1, "张网"),
    (1, "张表"),
    (1, "支队伍管"),
    (0, "方面军"),
    (365, "日"),
    (0, "日专项"),
    (0, "日会战"),
    (0, "日攻坚"),
    (0, "日维权"),
    (0, "日行动"),
    (1, "本账"),
    (0, "条措施》"),
    (1, "条龙"),
    (1, "枚印章"),
    (1, "次不"),
    (1, "次也不"),
    (1, "次办"),
    (1, "次告知"),
    (1, "次性"),
    (1, "站式"),
    (1, "类事"),
    (0, "级书记"),
    (0, "级甲等"),
    (0, "级等保"),
    (1, "项一"),
    (3, "项制度"),
    (1, "项目一"),
    (6, "项纪律"),
    (8, "项规定"),
];

const WORDS: [&str; NAMES.len()] = {
    let mut words = [""; NAMES.len()];
    let mut at = 0;
    while at < NAMES.len() {
        words[at] = NAMES[at].1;
        at += 1;
    }
    words
};

/// The words of [`NAMES`].
static NAMED: List = List::forward(&WORDS);

/// Whether `figure` is part of a fixed name or slogan.
pub(super) fn fixed(view: View<'_>, figure: &Figure) -> bool {
    let unit = figure.numeral.end;
    let value = figure.value;
    let fits = |number: i64| number == 0 || value == Decimal::from_integer(number);
    let named = figure.high.is_none()
        && NAMED.may_stand_at(view, unit)
        && NAMED.each_at(view, unit).any(|(name, _)| fits(NAMES[name].0));
    // In digits, 3项制度 is a name only where enforcement is spoken of.
    let counted =
        || view.has(unit, "项制度") && figure.numeral.script == Script::Digits && !view.ends(figure.start, "执法");
    let errand = || matches!(view.ch(unit), '次' | '趟') && view.before(figure.start) == '跑';
    named && !counted() || circle(view, figure) || errand()
}

/// `15分钟公共法律服务圈`, `半小时生活圈`: a circle of so many minutes.
#[inline]
fn circle(view: View<'_>, figure: &Figure) -> bool {
    if figure.kind != QuantityKind::Duration {
        return false;
    }
    let stop = |ch: char| ch == '圈' || is_stop(ch) || is_quote(ch);
    view.find(figure.end, 14, stop).is_some_and(|at| view.ch(at) == '圈')
}

/// Index behind `2.0版`: a version.
pub(super) fn version(view: View<'_>, figure: &Figure) -> Option<usize> {
    let end = figure.numeral.end;
    (view.ch(end) == '版' && figure.value.scale() > 0).then_some(end + 1)
}

/// Index behind `三个100%`: a name of two numbers.
pub(super) fn repeated(view: View<'_>, figure: &Figure) -> Option<usize> {
    let unit = figure.unit.filter(|unit| unit.is("个"))?;
    let inner = numeral::digits(view.items(), unit.end)?;
    (view.ch(inner.end) == '%').then_some(inner.end + 1)
}
