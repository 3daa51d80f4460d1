//! The standard rates: what they are called, and the words that tell their numerators and denominators.
//!
//! A rate's first row of words is the usual definition, the second holds the other recognised ones. A rate that fits none
//! of them is wrong only where `firm`.

/// A standard rate.
pub(super) struct Rate {
    /// What the name ends with, 率 or 度 included.
    pub names: &'static [&'static str],
    /// Words of the usual numerator.
    pub top: &'static [&'static str],
    /// Words of other recognised numerators.
    pub top_also: &'static [&'static str],
    /// Words of the usual denominator.
    pub bottom: &'static [&'static str],
    /// Words of other recognised denominators.
    pub bottom_also: &'static [&'static str],
    /// The usual definition in Chinese.
    pub reading: [&'static str; 2],
    pub strength: Strength,
}

/// How far a rate's definition can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Strength {
    /// Counts beside it that do not give it prove it wrong.
    Firm,
    /// Its base is seldom printed: counts that do not give it prove nothing.
    Weak,
    /// Nobody has settled what it means: counts that do not give it are told to the reader.
    Unsettled,
}

use Strength::{Firm, Unsettled, Weak};

use crate::text::words::{Cues, Words, head, width, words_of};

const RATE_COUNT: usize = 23;

const RECEIVED: &[&str] = &[
    "受理", "接收", "接到", "收到", "承接", "承办", "交办", "转办", "转来", "接听", "派发", "登记", "接待", "办理",
    "接办", "处理",
];
const NEW: &[&str] = &["新收", "收案", "申请", "应办"];

#[rustfmt::skip]
pub(super) static RATES: [Rate; RATE_COUNT] = [
    Rate { names: &["按期办结率", "按时办结率", "及时办结率", "限时办结率", "按期办理率", "按时办理率", "按期办复率", "按期答复率", "按时答复率", "按期回复率", "按期化解率"],
        top: &["按期", "按时", "及时办结", "限时办结", "期限内", "时限内", "如期"], top_also: &["办结", "答复"], bottom: &["应办结", "应办", "受理", "接收", "接到", "收到", "承接", "承办", "交办", "转办", "转来", "接听", "派发", "登记", "接待"], bottom_also: &["办理", "处理", "办结"],
        reading: ["按期办结", "受理"], strength: Firm },
    Rate { names: &["办结率", "办理率"],
        top: &["办结", "办理完毕", "办理完成"], top_also: &["按期", "按时", "答复", "办复", "解决"], bottom: RECEIVED, bottom_also: NEW,
        reading: ["办结", "受理"], strength: Firm },
    Rate { names: &["办复率", "答复率", "回复率", "办复办结率"],
        top: &["办复", "答复", "回复"], top_also: &["办结", "按期", "按时"], bottom: RECEIVED, bottom_also: NEW,
        reading: ["办复", "承办"], strength: Firm },
    Rate { names: &["结案率", "审结率"],
        top: &["审结", "结案", "办结"], top_also: &[], bottom: &["受理", "办理", "立案", "审理", "承办", "办结"], bottom_also: NEW,
        reading: ["结案", "受理"], strength: Firm },
    Rate { names: &["调解成功率", "成功率", "调成率", "调处成功率", "成功调处率", "成功调解率", "化解成功率", "调处率", "成功化解率"],
        top: &["成功", "调成", "化解", "达成"], top_also: &[], bottom: &["受理", "调解", "调处", "委派", "委托", "接收", "接待", "排查", "办理", "处理", "移送", "摸排", "介入"], bottom_also: &["发现", "收到", "登记"],
        reading: ["调解成功", "调解"], strength: Firm },
    Rate { names: &["化解率"],
        top: &["化解", "成功", "调成"], top_also: &["调解"], bottom: &["排查", "受理", "发现", "摸排", "委派", "接收", "收到", "调解", "调处"], bottom_also: &["办理", "登记", "交办", "处理"],
        reading: ["化解", "排查或者受理"], strength: Firm },
    Rate { names: &["直接纠错率", "纠错率", "撤销率", "撤变率"],
        top: &["纠错", "撤销", "变更", "确认违法", "责令", "纠正"], top_also: &["调解", "和解", "撤回", "终止", "调撤"], bottom: &["审结", "办结", "结案", "作出决定", "作出复议决定", "作出行政复议决定", "审理完毕"], bottom_also: &["受理", "接收", "收到", "新收", "立案", "申请", "办理"],
        reading: ["纠错", "审结"], strength: Firm },
    Rate { names: &["综合纠错率"],
        top: &["纠错", "撤销", "变更", "确认违法", "责令", "纠正"], top_also: &["调解", "和解", "撤回", "终止", "调撤"], bottom: &["审结", "办结", "结案", "作出决定", "审理完毕"], bottom_also: &["受理", "接收", "收到", "新收", "立案", "申请", "办理"],
        reading: ["纠错加调解和解", "审结"], strength: Weak },
    Rate { names: &["调解和解率", "调解率", "和解率", "调撤率", "调和率"],
        top: &["调解", "和解", "调撤"], top_also: &["撤回", "终止", "成功"], bottom: &["审结", "办结", "结案"], bottom_also: &["受理", "收到", "接收", "立案", "调解", "办理"],
        reading: ["调解和解", "审结"], strength: Weak },
    Rate { names: &["案结事了率", "实质性化解率", "实质化解率", "息诉率", "服判息诉率", "事了率", "息诉罢访率"],
        top: &["未进入诉讼", "未起诉", "未再起诉", "未提起诉讼", "案结事了", "实质性化解", "实质化解", "息诉", "服判"], top_also: &["调解", "和解", "终止"], bottom: &["办结", "审结", "结案"], bottom_also: &["办理", "受理", "收到", "接收"],
        reading: ["未进入诉讼", "办结"], strength: Unsettled },
    Rate { names: &["出庭应诉率", "出庭率", "应诉率", "出声率"],
        top: &["实际出庭", "出庭"], top_also: &[], bottom: &["应出庭", "应当出庭", "应由负责人出庭", "应由行政机关负责人出庭", "负责人应出庭", "需出庭", "通知出庭"], bottom_also: &["开庭", "审结", "应诉", "诉讼"],
        reading: ["负责人出庭", "应当出庭"], strength: Firm },
    Rate { names: &["败诉率"],
        top: &["败诉"], top_also: &[], bottom: &["审结", "判决", "办结", "结案"], bottom_also: &["应诉", "诉讼", "受理", "发生", "新收", "一审"],
        reading: ["败诉", "审结"], strength: Firm },
    Rate { names: &["胜诉率"],
        top: &["胜诉"], top_also: &[], bottom: &["审结", "判决", "办结", "结案"], bottom_also: &["应诉", "诉讼", "受理", "发生", "新收", "一审"],
        reading: ["胜诉", "审结"], strength: Weak },
    Rate { names: &["满意率", "满意度", "好评率"],
        top: &["满意", "好评"], top_also: &["基本满意"], bottom: &["收回", "反馈", "测评", "回访", "调查", "评价", "问卷"], bottom_also: &[],
        reading: ["满意", "收回的评价"], strength: Weak },
    Rate { names: &["优秀率", "优良率"],
        top: &["优秀", "优良"], top_also: &[], bottom: &["参考", "参加", "考试", "评查", "抽查", "抽取", "抽评", "评审", "考核", "测试"], bottom_also: &["培训", "组织"],
        reading: ["优秀", "评查"], strength: Firm },
    Rate { names: &["合格率", "通过率", "及格率", "达标率"],
        top: &["合格", "通过", "及格", "取得", "达标", "考取"], top_also: &[], bottom: &["参考", "参加", "考试", "评查", "抽查", "抽取", "抽评", "检测", "报名", "评审", "报考", "考核", "测试", "抽检", "检查"], bottom_also: &["培训", "组织", "参训"],
        reading: ["合格", "参加"], strength: Firm },
    Rate { names: &["持证率", "持证上岗率", "上岗率"],
        top: &["持证", "持有"], top_also: &["取得", "领取", "申领"], bottom: &["执法人员", "在岗", "在编", "岗位", "队员", "执法队伍", "人员", "现有", "实有"], bottom_also: &[],
        reading: ["持证", "执法人员"], strength: Firm },
    Rate { names: &["整改率", "整改完成率", "销号率", "整治率", "整改到位率"],
        top: &["整改", "销号", "完成", "整治"], top_also: &[], bottom: &["问题", "反馈", "发现", "任务", "查出", "排查", "查处", "认领", "指出"], bottom_also: &["整改"],
        reading: ["完成整改", "发现的问题"], strength: Firm },
    Rate { names: &["网办率", "全程网办率"],
        top: &["网办"], top_also: &["网上", "线上"], bottom: &["事项", "许可"], bottom_also: &["服务"],
        reading: ["网办", "全部事项"], strength: Firm },
    Rate { names: &["可办率", "网上可办率", "网上办理率", "上网率"],
        top: &["网上", "线上", "可办"], top_also: &[], bottom: &["事项", "许可", "服务"], bottom_also: &[],
        reading: ["网上可办", "全部事项"], strength: Weak },
    Rate { names: &["采纳率"],
        top: &["采纳"], top_also: &[], bottom: &["意见", "建议", "提出"], bottom_also: &[],
        reading: ["采纳", "提出"], strength: Firm },
    Rate { names: &["覆盖率", "覆盖度", "响应率", "知晓率", "知晓度", "参与率", "立案率", "解决率", "回访率"],
        top: &["覆盖", "响应", "知晓", "参与", "立案", "解决", "回访"], top_also: &[], bottom: &[], bottom_also: &[],
        reading: ["", ""], strength: Weak },
    // 破52起: the verb right before its count, from which `｜` parts it.
    Rate { names: &["破案率", "侦破率"],
        top: &["破案", "破获", "侦破", "告破", "破｜"], top_also: &[], bottom: &["立案", "刑事案件"], bottom_also: &[],
        reading: ["破案", "立案"], strength: Weak },
];

/// Changes what a rate counts: a rate so called needs a numerator so called.
pub(super) static QUALIFIERS: &[&str] = &[
    "按期", "按时", "及时", "限时", "当年", "当场", "当庭", "一次", "首次", "初次", "自动", "实质", "平均", "综合",
    "法定", "网上", "线上", "全程", "双", "先行", "主动", "二审", "正职", "优秀", "良好", "基本", "累计", "年均",
    "上年", "去年", "同期", "全国", "全省",
];

/// A standard rate as a report calls it.
#[derive(Clone, Copy)]
pub(super) struct Standard {
    pub rate: &'static Rate,
    index: usize,
    /// What the name ends with.
    pub ending: &'static str,
}

impl Standard {
    /// The rate's words as lists of the numerators and of the denominators.
    pub fn top(&self) -> u64 {
        1 << self.index
    }

    pub fn top_also(&self) -> u64 {
        1 << (RATE_COUNT + self.index)
    }

    pub fn bottom(&self) -> u64 {
        1 << self.index
    }

    pub fn bottom_also(&self) -> u64 {
        1 << (RATE_COUNT + self.index)
    }

    /// Whether the numerator is what was corrected in reconsideration, told in several counts.
    pub fn is_corrected(&self) -> bool {
        self.rate.reading[0].starts_with("纠错")
    }
}

/// The standard rate a name ends with, the longest ending first.
pub(super) fn standard(name: &str) -> Option<Standard> {
    let own = last_two(name)?;
    let from = ENDINGS.partition_point(|(last, ..)| *last < own);
    let alike = ENDINGS[from..].iter().take_while(|(last, ..)| *last == own);
    let endings = alike.filter(|(_, _, ending)| name.ends_with(ending));
    let &(_, index, ending) = endings.max_by_key(|(_, _, ending)| ending.len())?;
    Some(Standard { rate: &RATES[index], index, ending })
}

/// What a rate without an entry in the table is made of: 公示率 is made of what was 公示.
pub(super) fn stem(name: &str) -> &str {
    let end = name.char_indices().next_back().map_or(0, |(at, _)| at);
    let start = name[..end].char_indices().rev().take(2).last().map_or(end, |(at, _)| at);
    &name[start..end]
}

/// The bytes of the last two characters of a name.
const fn last_two(name: &str) -> Option<u64> {
    match name.as_bytes().last_chunk() {
        Some(&[a, b, c, d, e, f]) => Some(u64::from_le_bytes([a, b, c, d, e, f, 0, 0])),
        None => None,
    }
}

/// Every name of a rate with its last two characters, by which they are in order, and the rate's index.
static ENDINGS: [(u64, usize, &str); names_in_all()] = {
    let mut endings = [(0, 0, ""); names_in_all()];
    let (mut rate, mut at, mut count) = (0, 0, 0);
    while rate < RATE_COUNT {
        if at == RATES[rate].names.len() {
            (rate, at) = (rate + 1, 0);
            continue;
        }
        let name = RATES[rate].names[at];
        if let Some(last) = last_two(name) {
            let mut place = count;
            while place > 0 && endings[place - 1].0 > last {
                endings[place] = endings[place - 1];
                place -= 1;
            }
            endings[place] = (last, rate, name);
        }
        (at, count) = (at + 1, count + 1);
    }
    endings
};

const fn names_in_all() -> usize {
    let (mut count, mut rate) = (0, 0);
    while rate < RATE_COUNT {
        count += RATES[rate].names.len();
        rate += 1;
    }
    count
}

/// What one count's words say, as bits of lists.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Said {
    /// The lists of which a word stands there.
    pub has: u64,
    /// Those of which a word stands there that is not denied: 不予受理 and 未办结 tell the contrary.
    pub told: u64,
}

impl Said {
    /// What `words` say of numerators and of denominators.
    pub fn of(words: &str) -> [Self; 2] {
        let bytes = words.as_bytes();
        let mut said = [Self::default(); 2];
        let mut at = 0;
        while at < bytes.len() {
            let head = head(bytes, at);
            // All of the words begin with a Chinese character.
            if matches!(head as u8, 0xe4..=0xe9) {
                let before = &words[..at];
                numerators::CUES.each_at(bytes, at, head, |word, lists| said[0].add(word, lists, before));
                denominators::CUES.each_at(bytes, at, head, |word, lists| said[1].add(word, lists, before));
            }
            at += width(head);
        }
        said
    }

    /// Adds a word of `lists`, with what stands before it.
    fn add(&mut self, word: &str, lists: u64, before: &str) {
        self.has |= lists;
        if self.told & lists != lists && !is_denied(word, before) {
            self.told |= lists;
        }
    }
}

/// Whether what stands before `word` denies it: 不予受理, 未办结.
pub(super) fn is_denied(word: &str, before: &str) -> bool {
    static DENIALS: Words = Words::new(&["不予", "未", "不", "正在", "尚未", "非"]);
    !word.starts_with('未') && DENIALS.end_of(before).is_some()
}

/// The rates' words for numerators, or those for denominators, and then the `others`, each list at its bit.
const fn lists<const N: usize>(tops: bool, others: &[&'static [&'static str]]) -> [&'static [&'static str]; N] {
    let mut lists: [&'static [&'static str]; N] = [&[]; N];
    let mut row = 0;
    while row < RATE_COUNT {
        let rate = &RATES[row];
        (lists[row], lists[RATE_COUNT + row]) =
            if tops { (rate.top, rate.top_also) } else { (rate.bottom, rate.bottom_also) };
        row += 1;
    }
    let mut other = 0;
    while other < others.len() {
        lists[2 * RATE_COUNT + other] = others[other];
        other += 1;
    }
    lists
}

/// The lists for numerators: the rates' own, then these.
pub(super) mod numerators {
    use super::{Cues, RATE_COUNT, lists, words_of};

    pub(super) const LISTS: [&[&str]; 2 * RATE_COUNT + OTHERS.len()] = lists(true, &OTHERS);
    pub(super) static CUES: Cues<[(&str, u64); words_of(&LISTS)]> = Cues::of(&LISTS);

    /// Decisions that correct the agency.
    pub(in super::super) const CORRECTED_WORDS: &[&str] = &["撤销", "变更", "确认违法", "责令", "履行", "履职"];

    const OTHERS: [&[&str]; 8] = [
        CORRECTED_WORDS,
        &["纠错", "纠正"],
        &["调解", "和解", "调撤", "撤回", "终止"],
        &["驳回", "维持"],
        // what is still open, or graded otherwise
        &["正在", "尚", "未", "在办", "不合格", "不及格", "失败", "不成功", "良好", "基本", "撤回", "终止"],
        &["优秀"],
        // what makes a count another one than the rate's
        &["累计", "新申领", "新增", "新取得", "新领", "新考取", "上年", "去年", "同期", "全国", "平均", "年均", "历年"],
        // what became of the cases a share is told of
        &[
            "成功",
            "调成",
            "办结",
            "审结",
            "结案",
            "化解",
            "整改",
            "合格",
            "优秀",
            "持证",
            "采纳",
            "维持",
            "驳回",
            "撤销",
            "纠错",
            "终止",
            "和解",
            "调解",
            "网上",
            "网办",
            "完成",
            "销号",
            "简易",
            "普通程序",
            "简案",
        ],
    ];

    const FIRST: u64 = 1 << (2 * RATE_COUNT);
    pub(in super::super) const CORRECTED: u64 = FIRST;
    pub(in super::super) const CORRECTED_IN_ALL: u64 = FIRST << 1;
    pub(in super::super) const SETTLED: u64 = FIRST << 2;
    pub(in super::super) const UPHELD: u64 = FIRST << 3;
    pub(in super::super) const OPEN: u64 = FIRST << 4;
    pub(in super::super) const EXCELLENT: u64 = FIRST << 5;
    pub(in super::super) const OTHER_BASE: u64 = FIRST << 6;
    pub(in super::super) const OUTCOMES: u64 = FIRST << 7;
}

/// The lists for denominators: the rates' own, then these.
pub(super) mod denominators {
    use super::{Cues, RATE_COUNT, lists, words_of};

    pub(super) const LISTS: [&[&str]; 2 * RATE_COUNT + OTHERS.len()] = lists(false, &OTHERS);
    pub(super) static CUES: Cues<[(&str, u64); words_of(&LISTS)]> = Cues::of(&LISTS);

    const OTHERS: [&[&str]; 5] = [
        // ways a case ended: never all that were concluded
        &["调解", "和解", "终止", "驳回", "维持", "撤回", "其他方式", "不予"],
        &["审结", "办结", "结案", "判决"],
        &["结转", "旧存", "上年转入", "上年遗留", "上年未结"],
        // what a share of cases is a share of
        &[
            "受理", "审结", "办结", "委派", "接收", "收到", "排查", "评查", "发现", "调解", "立案", "办理", "事项",
            "案件", "共",
        ],
        &["受理", "收到"],
    ];

    const FIRST: u64 = 1 << (2 * RATE_COUNT);
    pub(in super::super) const OUTCOMES: u64 = FIRST;
    pub(in super::super) const CONCLUDED: u64 = FIRST << 1;
    pub(in super::super) const CARRIED: u64 = FIRST << 2;
    pub(in super::super) const WHOLES: u64 = FIRST << 3;
    pub(in super::super) const RECEIVED: u64 = FIRST << 4;
}

#[cfg(test)]
mod tests {
    use super::{RATES, denominators, numerators, standard};

    #[test]
    fn words_begin_with_chinese_characters() {
        let lists = [numerators::LISTS.as_slice(), denominators::LISTS.as_slice()].concat();
        assert!(lists.concat().iter().all(|word| matches!(word.as_bytes(), [0xe4..=0xe9, ..])));
    }

    #[test]
    fn names_are_unique_and_found_by_their_longest_ending() {
        let mut names: Vec<_> = RATES.iter().flat_map(|rate| rate.names).collect();
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count);
        for (name, ending) in [
            ("行政复议案件纠错率", "纠错率"),
            ("综合纠错率", "综合纠错率"),
            ("信访按期办结率", "按期办结率"),
            ("诉前化解率", "化解率"),
        ] {
            assert_eq!(standard(name).unwrap().ending, ending);
        }
        assert!(standard("增长率").is_none());
    }
}
