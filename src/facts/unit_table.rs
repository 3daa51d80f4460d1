//! The measure words: a table ordered by first character, longer words first.
//!
//! Each row says what sort of amount the word makes, whether it also follows numbers in Chinese characters (where a
//! reader must be stricter: 三面 is more often a word than three of something), and the characters that make another
//! word of it when they follow (部门 is no 部).

use super::QuantityKind::{self, Count, Duration, Money, Multiple, Percent};
use super::list::char_at;
use super::unit::After::{self, Both, Digits};
use crate::text::ordinary::width;

/// One measure word.
pub(super) struct Row {
    /// The word.
    pub word: &'static str,
    /// What it counts.
    pub kind: QuantityKind,
    /// Which numbers it follows.
    pub after: After,
    /// Characters that may not follow it.
    never: &'static str,
    /// A bit for each of them, by its lowest bits.
    never_bits: u32,
    /// The number of the word's second character, 0 if it has none.
    pub second: u32,
    /// How many characters the word has.
    pub len: u8,
}

impl Row {
    /// Whether the word is no measure word before `ch`.
    pub fn stops_before(&self, ch: char) -> bool {
        self.never_bits >> (ch as u32 % 32) & 1 == 1 && self.never.contains(ch)
    }
}

const fn row(word: &'static str, kind: QuantityKind, after: After, never: &'static str) -> Row {
    let mut never_bits = 0;
    let mut at = 0;
    while at < never.len() {
        never_bits |= 1 << (char_at(never.as_bytes(), at) % 32);
        at += width(never.as_bytes()[at]);
    }
    let bytes = word.as_bytes();
    let (mut at, mut len) = (0, 0);
    while at < bytes.len() {
        at += width(bytes[at]);
        len += 1;
    }
    let second = if len > 1 { char_at(bytes, width(bytes[0])) } else { 0 };
    Row { word, kind, after, never, never_bits, second, len }
}

/// The rows whose words begin with one character.
#[derive(Clone, Copy)]
struct Group {
    first: u32,
    from: u16,
    to: u16,
}

/// Twice as many as there are groups, about.
const SLOTS: usize = 512;

const fn slot(first: u32) -> usize {
    (first.wrapping_mul(0x9e37_79b1) >> 23) as usize
}

/// The groups by their first character; one whose slot is taken is in the next that is free.
static GROUPS: [Group; SLOTS] = {
    let mut groups = [Group { first: 0, from: 0, to: 0 }; SLOTS];
    let mut from = 0;
    while from < ROWS.len() {
        let first = char_at(ROWS[from].word.as_bytes(), 0);
        let mut to = from + 1;
        while to < ROWS.len() && char_at(ROWS[to].word.as_bytes(), 0) == first {
            to += 1;
        }
        let mut at = slot(first);
        while groups[at].first != 0 {
            at = (at + 1) % SLOTS;
        }
        groups[at] = Group { first, from: from as u16, to: to as u16 };
        from = to;
    }
    groups
};

/// The rows whose words begin with `first`, longer words first.
pub(super) fn rows_of(first: char) -> &'static [Row] {
    let mut at = slot(first as u32);
    loop {
        let group = GROUPS[at];
        if group.first == first as u32 || group.first == 0 {
            return &ROWS[group.from as usize..group.to as usize];
        }
        at = (at + 1) % SLOTS;
    }
}

/// Every measure word.
#[rustfmt::skip]
pub(super) static ROWS: [Row; 294] = [
    row("%", Percent, Digits, ""),
    row("GB", Count, Digits, ""),
    row("MB", Count, Digits, ""),
    row("MW", Count, Digits, ""),
    row("TB", Count, Digits, ""),
    row("g", Count, Digits, ""),
    row("kW", Count, Digits, ""),
    row("kg", Count, Digits, ""),
    row("km", Count, Digits, ""),
    row("m2", Count, Digits, ""),
    row("m", Count, Digits, ""),
    row("t", Count, Digits, ""),
    row("‰", Percent, Digits, ""),
    row("㎡", Count, Digits, ""),
    row("个交易日", Duration, Both, ""),
    row("个工作日", Duration, Both, ""),
    row("个日历天", Duration, Both, ""),
    row("个日历日", Duration, Both, ""),
    row("个百分点", Percent, Both, ""),
    row("个自然日", Duration, Both, ""),
    row("个半月", Duration, Both, ""),
    row("个多月", Duration, Both, ""),
    row("个季度", Duration, Both, ""),
    row("个学时", Count, Both, ""),
    row("个小时", Duration, Both, ""),
    row("个年头", Duration, Both, ""),
    row("个批次", Count, Both, ""),
    row("个星期", Duration, Both, ""),
    row("个昼夜", Duration, Both, ""),
    row("个课时", Count, Both, ""),
    row("个钟头", Duration, Both, ""),
    row("个月", Duration, Both, ""),
    row("个", Count, Both, ""),
    row("亩次", Count, Both, ""),
    row("亩", Count, Both, "均产"),
    row("人/次", Count, Both, ""),
    row("人民币", Money, Both, ""),
    row("人份", Count, Digits, ""),
    row("人天", Count, Digits, ""),
    row("人日", Count, Digits, ""),
    row("人次", Count, Both, ""),
    row("人", Count, Both, "民大均才员口"),
    row("代", Count, Digits, "表理替办缴码"),
    row("件套", Count, Digits, ""),
    row("件次", Count, Both, ""),
    row("件", Count, Both, ""),
    row("份次", Count, Both, ""),
    row("份", Count, Both, "额"),
    row("伙", Count, Digits, ""),
    row("位", Count, Both, "于置"),
    row("例次", Count, Both, ""),
    row("例", Count, Both, "如会行外"),
    row("個", Count, Both, ""),
    row("倍", Multiple, Both, ""),
    row("元", Money, Both, "旦素件年首宵月宝"),
    row("兆瓦", Count, Both, ""),
    row("克", Count, Digits, "服难隆"),
    row("公斤", Count, Both, ""),
    row("公里", Count, Both, ""),
    row("公顷", Count, Both, ""),
    row("册次", Count, Both, ""),
    row("册", Count, Both, ""),
    row("分钟", Duration, Both, ""),
    row("分", Count, Digits, "别为类成布局行会中析管之数组期批段工享流解发散层钟级配红公支离歧辨子部领母拨担送"),
    row("刊", Count, Digits, "登发物"),
    row("列", Count, Digits, "入为车出席举"),
    row("则", Count, Digits, ""),
    row("剂", Count, Digits, ""),
    row("副", Count, Digits, "本市县区局主总职书处科省"),
    row("包", Count, Digits, "括含保容抓联装干扶"),
    row("匹", Count, Both, "配"),
    row("千伏安", Count, Digits, ""),
    row("千瓦时", Count, Both, ""),
    row("千伏", Count, Both, ""),
    row("千克", Count, Both, ""),
    row("千瓦", Count, Both, ""),
    row("千米", Count, Both, ""),
    row("升", Count, Digits, "级至学降华温高"),
    row("单元", Count, Digits, ""),
    row("单", Count, Digits, "位元独一项件"),
    row("卷宗", Count, Digits, ""),
    row("卷", Count, Digits, "宗入"),
    row("厘米", Count, Both, ""),
    row("双", Count, Digits, "方重随向语拥创"),
    row("口", Count, Digits, "岸号头径腔述"),
    row("句", Count, Digits, ""),
    row("只", Count, Digits, "有要能是需为用在"),
    row("台件", Count, Both, ""),
    row("台套", Count, Both, ""),
    row("台次", Count, Both, ""),
    row("台", Count, Both, "账州湾风"),
    row("名", Count, Both, ""),
    row("吨", Count, Both, "位"),
    row("周岁", Count, Both, ""),
    row("周", Duration, Both, "边围期知到密年转末报刊"),
    row("味", Count, Digits, ""),
    row("回", Count, Digits, "复应访头收归"),
    row("圆", Money, Both, "满形桌"),
    row("场次", Count, Both, ""),
    row("场", Count, Both, "所景馆面均"),
    row("块钱", Money, Both, ""),
    row("块", Count, Both, ""),
    row("坛", Count, Digits, ""),
    row("堂课", Count, Digits, ""),
    row("堂", Count, Digits, ""),
    row("場", Count, Both, ""),
    row("声", Count, Digits, "明音"),
    row("处次", Count, Both, ""),
    row("处", Count, Both, "理置罚级室长分于境"),
    row("大类", Count, Both, ""),
    row("大项", Count, Both, ""),
    row("天", Duration, Both, "然津镇水下门空府河"),
    row("头", Count, Digits, "部等条版"),
    row("套", Count, Both, "取路用"),
    row("子项", Count, Both, ""),
    row("孔", Count, Digits, ""),
    row("字", Count, Digits, "号样段体"),
    row("学位", Count, Digits, ""),
    row("学分", Count, Both, ""),
    row("学时", Count, Both, ""),
    row("宗次", Count, Both, ""),
    row("宗", Count, Both, "旨教"),
    row("家次", Count, Both, ""),
    row("家", Count, Both, "庭"),
    row("对", Count, Digits, "接象照比策于标口应外内上下本全各重此其企群基"),
    row("封", Count, Digits, "闭堵控存"),
    row("小时", Duration, Both, ""),
    row("小类", Count, Both, ""),
    row("小项", Count, Both, ""),
    row("尾", Count, Digits, ""),
    row("层", Count, Both, "级面次层"),
    row("岁", Count, Both, ""),
    row("岗次", Count, Both, ""),
    row("岗", Count, Digits, "位"),
    row("工作日", Duration, Both, ""),
    row("工日", Count, Digits, ""),
    row("席", Count, Digits, "位"),
    row("帮", Count, Digits, "扶助办"),
    row("幅", Count, Both, "度"),
    row("幢", Count, Both, ""),
    row("平方公里", Count, Both, ""),
    row("平方千米", Count, Both, ""),
    row("平方米", Count, Both, ""),
    row("平方", Count, Digits, ""),
    row("平米", Count, Both, ""),
    row("年", Duration, Both, "代级轻产均报画货味龄度初底末会鉴终检"),
    row("床位", Count, Digits, ""),
    row("床次", Count, Both, ""),
    row("床", Count, Digits, "位"),
    row("店次", Count, Both, ""),
    row("度电", Count, Digits, ""),
    row("座", Count, Both, "谈落"),
    row("延米", Count, Digits, ""),
    row("张床位", Count, Digits, ""),
    row("张", Count, Digits, "家贴"),
    row("微克", Count, Digits, ""),
    row("成", Percent, Both, "立员果效功为本就长都人型份品形交年熟绩"),
    row("户数", Count, Digits, ""),
    row("户次", Count, Both, ""),
    row("户", Count, Both, "籍均"),
    row("所次", Count, Both, ""),
    row("所", Count, Both, "有在属长需"),
    row("手", Count, Digits, "续段册机"),
    row("批次", Count, Both, ""),
    row("批", Count, Both, "复评准示量"),
    row("把", Count, Digits, "手握关"),
    row("拨", Count, Digits, "打付款"),
    row("支", Count, Both, "部出持付援撑柱委书渠"),
    row("斤", Count, Both, ""),
    row("方面", Count, Both, ""),
    row("方", Count, Digits, "面案式便向法针位可言"),
    row("日历天", Duration, Both, ""),
    row("日元", Money, Both, ""),
    row("日", Duration, Both, "常前益报均用照后趋本"),
    row("星期", Duration, Both, ""),
    row("曲", Count, Digits, ""),
    row("期", Count, Digits, "间限内望满末初盼货"),
    row("本", Count, Digits, "次年地级市县区镇乡村人院局轮单着科辖系部来周月身报"),
    row("机位", Count, Digits, ""),
    row("杆", Count, Digits, ""),
    row("条次", Count, Both, ""),
    row("条", Count, Both, "例件款块"),
    row("枚", Count, Both, ""),
    row("架次", Count, Both, ""),
    row("架", Count, Both, "构子"),
    row("标段", Count, Digits, ""),
    row("标箱", Count, Digits, ""),
    row("栋", Count, Both, ""),
    row("栏", Count, Digits, "目"),
    row("株", Count, Both, ""),
    row("根", Count, Digits, "据源本"),
    row("桌", Count, Digits, ""),
    row("桩", Count, Digits, ""),
    row("桶", Count, Both, ""),
    row("條", Count, Both, ""),
    row("棵", Count, Both, ""),
    row("次", Count, Both, "日年月要序数生"),
    row("欧元", Money, Both, ""),
    row("款", Count, Digits, "项式物"),
    row("步", Count, Digits, "伐行骤调入"),
    row("段", Count, Both, "落时"),
    row("毫克", Count, Digits, ""),
    row("毫升", Count, Both, ""),
    row("毫米", Count, Both, ""),
    row("泊位", Count, Digits, ""),
    row("海里", Count, Both, ""),
    row("港元", Money, Both, ""),
    row("港币", Money, Both, ""),
    row("澳门元", Money, Both, ""),
    row("澳元", Money, Both, ""),
    row("点位", Count, Digits, ""),
    row("点次", Count, Both, ""),
    row("点", Count, Digits, "击评位对燃名面赞多半整前"),
    row("版", Count, Digits, "本权面块图"),
    row("环节", Count, Both, ""),
    row("环", Count, Digits, "境节保比"),
    row("班次", Count, Both, ""),
    row("瓶", Count, Both, ""),
    row("百分点", Percent, Both, ""),
    row("盏", Count, Both, ""),
    row("盒", Count, Both, ""),
    row("盘", Count, Digits, "活"),
    row("眼", Count, Digits, ""),
    row("票", Count, Digits, "据价决"),
    row("种", Count, Both, "子养"),
    row("秒钟", Duration, Both, ""),
    row("秒", Duration, Digits, ""),
    row("立方米", Count, Both, ""),
    row("立方", Count, Digits, ""),
    row("站次", Count, Both, ""),
    row("站", Count, Digits, "点位长在式内"),
    row("笔", Count, Both, "录试迹"),
    row("箱", Count, Both, ""),
    row("篇次", Count, Both, ""),
    row("篇", Count, Both, "幅章"),
    row("米", Count, Both, "粒粉"),
    row("类", Count, Both, "似别"),
    row("粒", Count, Digits, ""),
    row("级", Count, Both, "别"),
    row("组次", Count, Both, ""),
    row("组", Count, Both, "织建成长合团"),
    row("美元", Money, Both, ""),
    row("美金", Money, Both, ""),
    row("群", Count, Digits, "众体团"),
    row("羽", Count, Digits, ""),
    row("股", Count, Digits, "东份权"),
    row("自然日", Duration, Both, ""),
    row("航班次", Count, Digits, ""),
    row("航次", Count, Both, ""),
    row("艘次", Count, Both, ""),
    row("艘", Count, Both, ""),
    row("节课", Count, Both, ""),
    row("节", Count, Digits, "约能点假日省目"),
    row("英镑", Money, Both, ""),
    row("處", Count, Both, ""),
    row("行", Count, Digits, "政业动为使程人驶业"),
    row("袋", Count, Both, ""),
    row("角", Money, Digits, "度色落逐"),
    row("课时", Count, Both, ""),
    row("课", Count, Digits, "题程堂本"),
    row("起次", Count, Both, ""),
    row("起", Count, Both, "来到草诉步止效飞点义"),
    row("趟次", Count, Both, ""),
    row("趟", Count, Both, ""),
    row("车位", Count, Digits, ""),
    row("车次", Count, Both, ""),
    row("车", Count, Digits, "辆间站次牌道位主库管"),
    row("轮次", Count, Both, ""),
    row("轮", Count, Both, "岗换候"),
    row("辆次", Count, Both, ""),
    row("辆", Count, Both, ""),
    row("遍", Count, Both, "布"),
    row("道", Count, Digits, "路德教理具"),
    row("部分", Count, Both, ""),
    row("部", Count, Both, "门分署队委长落级位"),
    row("里", Count, Digits, "程面"),
    row("针", Count, Digits, "对"),
    row("门课", Count, Digits, ""),
    row("门", Count, Digits, "户类诊店"),
    row("间", Count, Both, "接隔断或"),
    row("队次", Count, Both, ""),
    row("队", Count, Digits, "伍员长列"),
    row("集", Count, Digits, "中体团资聚结训约镇贸群"),
    row("面", Count, Digits, "向积临对试谈签貌上"),
    row("項", Count, Both, ""),
    row("類", Count, Both, ""),
    row("顶", Count, Digits, "层岗"),
    row("项次", Count, Both, ""),
    row("项", Count, Both, ""),
    row("顿", Count, Digits, ""),
    row("频次", Count, Digits, ""),
    row("颗", Count, Both, ""),
    row("首", Count, Digits, "次个先批家位席办创届推要期"),
    row("﹪", Percent, Digits, ""),
];
