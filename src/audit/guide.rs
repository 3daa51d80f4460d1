//! What each rule checks, for people to read. A test runs the examples.

use super::CheckKind;

/// The guide to one rule, in Chinese.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guide {
    /// The rule's name.
    pub name: &'static str,
    /// What it compares.
    pub checks: &'static str,
    /// When it says what.
    pub verdicts: &'static str,
    /// An example that holds.
    pub good: &'static str,
    /// An example that does not hold, or is in doubt for the rules that never call a claim wrong.
    pub bad: &'static str,
}

/// The guide to a rule.
#[must_use]
pub fn guide(kind: CheckKind) -> &'static Guide {
    match kind {
        CheckKind::Ratio => &RATIO,
        CheckKind::Sum => &SUM,
        CheckKind::Yoy => &YOY,
        CheckKind::Target => &TARGET,
        CheckKind::Order => &ORDER,
        CheckKind::Conflict => &CONFLICT,
        CheckKind::Range => &RANGE,
        CheckKind::Date => &DATE,
        CheckKind::Deadline => &DEADLINE,
        CheckKind::Enumeration => &ENUMERATION,
        CheckKind::Leftover => &LEFTOVER,
    }
}

static RATIO: Guide = Guide {
    name: "比率",
    checks: "所报比率与同处所列件数是否相符，各常用口径（受理、审结、收到等作分母）和四舍五入、截尾都试过。",
    verdicts: "任何口径都不成立才判不符；只在截尾、末位差一或非常用口径下成立的存疑；没有列出件数的无法核对。",
    good: "全年受理群众诉求400件，按期办结390件，按期办结率97.5%。",
    bad: "全年受理群众诉求400件，按期办结390件，按期办结率99.5%。",
};
static SUM: Guide = Guide {
    name: "合计",
    checks: "总数与其中各项之和。",
    verdicts: "各项同类、同单位、已列全而相加不等于总数的判不符；有“等”字、可能重叠或没有列全的不作判断。",
    good: "接待群众来访60批次，其中集体访20批次，个体访40批次。",
    bad: "接待群众来访62批次，其中集体访20批次，个体访40批次。",
};
static YOY: Guide = Guide {
    name: "同比",
    checks: "增减数、增减百分比与两年的数是否相符，增减方向是否一致。",
    verdicts: "两年的数都印出而算不出所报变化的判不符；只印变化的无法核对。",
    good: "全年立刑事案件400起，同比减少100起，下降20%。",
    bad: "全年立刑事案件400起，同比减少100起，下降25.5%。",
};
static TARGET: Guide = Guide {
    name: "任务完成率",
    checks: "完成数、任务数与完成率。",
    verdicts: "三者都印出而不符的判不符；任务数没有印出的按完成率推算，只作提示。",
    good: "开展免费法律咨询1500人次，完成年度任务（1200人次）的125%。",
    bad: "开展免费法律咨询1500人次，完成年度任务（1200人次）的152%。",
};
static ORDER: Guide = Guide {
    name: "大小关系",
    checks: "部分不大于总体，后一环节不大于前一环节，列举的个数不多于总数。",
    verdicts: "部分大于总体的判不符；可能跨年结转的存疑。",
    good: "现有执法人员200人，其中持有执法证150人。",
    bad: "现有执法人员200人，其中持有执法证250人。",
};
static CONFLICT: Guide = Guide {
    name: "前后矛盾",
    checks: "同一指标、同一主体、地域、单位和时期在两处所报的数。",
    verdicts: "两处都是准数而不相等的判不符。",
    good: "全年受理行政复议案件52件。行政复议工作中，全年受理行政复议案件52件。",
    bad: "全年受理行政复议案件52件。行政复议工作中，全年受理行政复议案件57件。",
};
static RANGE: Guide = Guide {
    name: "数值范围",
    checks: "区间是否颠倒，办结率、满意率等是否超过100%。",
    verdicts: "颠倒的区间和不可能的比率判不符；完成率、增长率可以超过100%。",
    good: "每件补贴80—500元，群众满意率98%。",
    bad: "每件补贴80—500元，群众满意率108%。",
};
static DATE: Guide = Guide {
    name: "日期与年份",
    checks: "日期是否存在；标题、引言、发文字号、成文日期和下一年计划的年份是否一致。",
    verdicts: "不存在的日期和明显不符的年份判不符。",
    good: "2024年2月29日召开全县法治工作会议。",
    bad: "2024年2月30日召开全县法治工作会议。",
};
static DEADLINE: Guide = Guide {
    name: "报告时限",
    checks: "成文日期是否早于次年3月1日（省级4月1日；2018年度及以前为一季度内）。",
    verdicts: "只作提示，从不判不符：成文日期不等于报送日期。",
    good: "青岚县2024年法治政府建设年度报告\n一、主要举措\n全年召开会议3次。\n青岚县人民政府\n2025年2月10日",
    bad: "青岚县2024年法治政府建设年度报告\n一、主要举措\n全年召开会议3次。\n青岚县人民政府\n2025年5月10日",
};
static ENUMERATION: Guide = Guide {
    name: "列举",
    checks: "所称的项数、年数与紧接着列出的个数。",
    verdicts: "明确列全而个数不等的判不符；有“等”字或只举几项的不作判断。",
    good: "落实行政执法“三项制度”，即公示制度、全过程记录制度、法制审核制度。",
    bad: "落实行政执法“三项制度”，即公示制度、全过程记录制度。",
};
static LEFTOVER: Guide = Guide {
    name: "旧稿残留",
    checks: "本应写本地、本年度的地方是否留有其他地方的名称或往年的年份。",
    verdicts: "只看不可能写别处的位置：“现将……报告如下”、本级印发的文件、“我县”一类自称、年度工作标题。",
    good: "青岚县2024年法治政府建设年度报告\n现将青岚县2024年法治政府建设情况报告如下：\n一、2024年主要举措\n召开会议3次。",
    bad: "青岚县2024年法治政府建设年度报告\n现将白溪县2024年法治政府建设情况报告如下：\n一、2024年主要举措\n召开会议3次。",
};

#[cfg(test)]
mod tests {
    use super::guide;
    use crate::audit::{CheckKind, Verdict};
    use crate::report::Report;

    #[test]
    fn examples_are_what_they_say() {
        for kind in CheckKind::ALL {
            let wanted = if kind == CheckKind::Deadline { Verdict::Ambiguous } else { Verdict::Inconsistent };
            let found = |text: &str| {
                let report = Report::parse(text.as_bytes()).unwrap();
                report.checks().iter().any(|check| check.kind == kind && check.verdict == wanted)
            };
            assert!(found(guide(kind).bad), "{}: the bad example passes", kind.name());
            assert!(!found(guide(kind).good), "{}: the good example fails", kind.name());
        }
    }
}
