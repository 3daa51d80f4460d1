//! Lines that are no part of a report: page marks, and the controls, metadata and notices of web pages.

use super::glyph::{fold, is_blank};
use super::ordinary::{self, Beginnings};
use super::words::Words;

/// Longest line, in bytes, that can be furniture: metadata lines with several fields stay below it.
const LONGEST: usize = 400;

/// Labels that make a line furniture wherever they stand at its start.
const LABELS: &[&str] = &[
    "索引号",
    "信息索引",
    "主题分类",
    "体裁分类",
    "组配分类",
    "发布机构",
    "发文机关",
    "发布单位",
    "发布时间",
    "发布日期",
    "发文日期",
    "成文日期",
    "生成日期",
    "生成时间",
    "公开日期",
    "公开方式",
    "公开时限",
    "公开形式",
    "公开范围",
    "公开类别",
    "公开属性",
    "公开责任部门",
    "文件编号",
    "发文字号",
    "发文文号",
    "备注/文号",
    "统一编号",
    "信息来源",
    "文章来源",
    "稿件来源",
    "信息名称",
    "内容概述",
    "内容概要",
    "信息类别",
    "责任编辑",
    "浏览次数",
    "浏览量",
    "点击数",
    "点击率",
    "点击量",
    "点击次数",
    "阅读次数",
    "阅读量",
    "访问次数",
    "字体大小",
    "更新时间",
    "打印本页",
    "关闭窗口",
    "关闭本页",
    "分享到",
    "扫一扫",
    "手机查看",
    "上一篇",
    "下一篇",
    "上一条",
    "下一条",
    "相关链接",
    "相关附件",
    "附件下载",
    "当前位置",
    "您的位置",
    "您当前的位置",
    "您现在的位置",
    "你的位置",
    "所在位置",
    "网站首页",
    "返回顶部",
    "返回首页",
    "版权所有",
    "技术支持",
    "网站标识码",
    "无障碍",
    "长者助手",
    "视力保护色",
    "语音播报",
    "有效性",
    "信息时效",
    "废止日期",
    "关键词",
    "主题词",
    "【字体",
    "[字体",
    "【打印",
    "[打印",
    "文字大小",
    "保存本页",
    "我要纠错",
    "扫码",
    "编辑:",
    "审核:",
    "校对:",
    "主办单位:",
    "承办单位:",
    "发布人:",
    "作者:",
    "来源:",
    "时间:",
    "日期:",
    "名称:",
    "标题:",
    "文号:",
    "字号:",
    "字体:",
    "分享:",
    "分类:",
    "阅读:",
    "浏览:",
    "点击:",
    "编辑：",
    "信息分类",
    "所属主题",
    "服务对象",
    "生效日期",
    "失效日期",
    "首页>",
    "首页»",
    "首页/",
];

/// Whole lines that are furniture.
const WHOLE: &[&str] = &[
    "大",
    "中",
    "小",
    "T",
    "-",
    "|",
    "•",
    "·",
    "打印",
    "关闭",
    "收藏",
    "分享",
    "复制",
    "字号",
    "字体",
    "】",
    "[",
    "]",
    "微信",
    "微博",
    "QQ空间",
    "简体",
    "繁体",
    "首页",
    "登录",
    "注册",
    "听全文",
    "导出",
    "下载",
    "来源",
    "打印关闭",
    "关闭打印",
    "打印收藏",
    "A+",
    "A-",
    "收起",
    "展开",
    "网站地图",
    "联系我们",
];

/// Words that make a short line furniture wherever they stand.
static ANYWHERE: Words = Words::new(&["公网安备", "全文共", "部分已省略", "本页已被浏览"]);

/// The same, with a colon.
static FIELDS: Words = Words::new(&[
    "浏览次数:",
    "浏览次数：",
    "点击数:",
    "点击数：",
    "点击率:",
    "浏览量:",
    "浏览量：",
    "字号:",
    "字体:【",
    "字体：【",
]);

/// The same, beginning with a letter.
const LICENCE: &str = "ICP备";

/// Longest line, in bytes, of which a word of [`WHOLE`] can be all.
const SHORT: usize = 40;

/// The characters that [`LABELS`] begin with, and the pairs of characters; those that [`WHOLE`] lines begin with.
static FIRST: Beginnings = Beginnings::of(LABELS, 1);
static PAIR: Beginnings = Beginnings::of(LABELS, 2);
static LABEL: Words = Words::new(LABELS);
static FIRST_OF_WHOLE: Beginnings = Beginnings::of(WHOLE, 1);

/// Whether `text`, a line without blanks at its edges, is a page number: — 3 —, - 12 -, 第3页 共12页.
///
/// A number alone does not count here, since it may be a table's cell; between two halves of a sentence it is taken for one.
pub(crate) fn is_page_mark(text: &str) -> bool {
    if text.len() > 40 {
        return false;
    }
    let mut digits = 0;
    let mut dashes = 0;
    let mut words = 0;
    for ch in text.chars().map(fold) {
        match ch {
            '0'..='9' => digits += 1,
            '-' | '—' | '－' | '–' | '一' | '―' | '─' | '·' | '~' => dashes += 1,
            '第' | '页' | '共' | '/' => words += 1,
            _ if is_blank(ch) => {}
            _ => return false,
        }
    }
    (1..=4).contains(&digits) && (dashes >= 2 || text.contains('页')) && words <= 6
}

/// Whether `text`, a line without blanks at its edges, belongs to a web page and not to the report.
pub(crate) fn is_furniture(text: &str) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    if may_be_labelled(text.as_bytes()) {
        let head = Head::read(text);
        let begin = &head.bytes[..head.len];
        if begin.is_empty() {
            return true; // bullets and rules alone
        }
        if LABEL.start_of_bytes(begin).is_some()
            || (text.len() < SHORT && head.whole && WHOLE.iter().any(|whole| whole.as_bytes() == begin))
        {
            return true;
        }
    }
    if text.len() >= 200 {
        return false;
    }
    marks(text).is_some_and(|marks| {
        ANYWHERE.are_in(text)
            || (marks.colon && FIELDS.are_in(text))
            || (marks.letter && text.contains(LICENCE))
            || (marks.digit && is_clock(text))
    })
}

/// Whether the beginning of a line leaves it open that a label or bullets stand there, or a whole line of controls.
fn may_be_labelled(text: &[u8]) -> bool {
    match *text {
        [first, _, _, second, ..] if ordinary::begins(first) => {
            (text.len() < SHORT && FIRST_OF_WHOLE.hold(text, 1))
                || (FIRST.hold(text, 1) && (!ordinary::begins(second) || PAIR.hold(text, 2)))
        }
        [first, _, _] if ordinary::begins(first) => true,
        [b'-' | b'*' | b'[' | b']' | b'|' | b'A' | b'Q' | b'T', ..] | [0xc2, ..] => true, // ·
        [0xe2, 0x80, third, ..] => third == 0xa2,                                         // •, not “
        [0xe3, 0x80, third, ..] => matches!(third, 0x90 | 0x91),                          // 【】
        [0xe2, ..] => true,                                                               // ▪■◆
        // Full-width forms but for ，（） and the digits.
        [0xef, _, third, ..] => !matches!(third, 0x88 | 0x89 | 0x8c | 0x90..=0x99),
        _ => false,
    }
}

/// What stands in a line beside ordinary characters.
#[derive(Default)]
struct Marks {
    digit: bool,
    letter: bool,
    colon: bool,
}

/// The marks of a line; `None` where those of sentences are among them, which furniture is without beside its labels.
fn marks(text: &str) -> Option<Marks> {
    if text.ends_with('。') {
        return None;
    }
    let mut marks = Marks::default();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        at = ordinary::skip(bytes, at, bytes.len());
        match bytes[at..] {
            [b',', ..] | [0xef, 0xbc, 0x8c, ..] | [0xe3, 0x80, 0x82, ..] => return None, // ，。
            [b'0'..=b'9', ..] => (marks.digit, at) = (true, at + 1),
            [b':', ..] => (marks.colon, at) = (true, at + 1),
            [0xef, 0xbc, 0x9a, ..] => (marks.colon, at) = (true, at + 3), // ：
            [first, ..] => {
                marks.letter |= first.is_ascii_alphabetic();
                at += ordinary::width(first);
            }
            [] => {}
        }
    }
    Some(marks)
}

/// A page's clock or time stamp: a date with a weekday, or a line that is only a date and a time of day. `text` has a
/// digit and no marks of sentences.
fn is_clock(text: &str) -> bool {
    if text.len() > 120 {
        return false;
    }
    if text.contains("星期") && text.contains('年') && text.contains('日') {
        return true;
    }
    let mut colon = false;
    let mut digits = 0;
    for ch in text.chars().map(fold) {
        match ch {
            '0'..='9' => digits += 1,
            ':' | '：' | '时' | '分' => colon = true,
            '年' | '月' | '日' | '-' | '/' | '.' | '•' | '秒' => {}
            _ if is_blank(ch) => {}
            _ => return false,
        }
    }
    colon && digits >= 8
}

/// More characters than a label has, or a word of [`WHOLE`].
const BEGINNING: usize = 7;

/// The first characters of a line without blanks, bullets and opening brackets.
struct Head {
    bytes: [u8; 3 * BEGINNING],
    len: usize,
    /// Whether these are all.
    whole: bool,
}

impl Head {
    fn read(text: &str) -> Self {
        let mut head = Self { bytes: [0; 3 * BEGINNING], len: 0, whole: true };
        for ch in text.chars().map(fold) {
            if is_blank(ch) || (head.len == 0 && matches!(ch, '•' | '·' | '-' | '*' | '[' | '|' | '▪' | '■' | '◆'))
            {
                continue;
            }
            let ch = if ch == '：' { ':' } else { ch };
            let Some(room) = head.bytes.get_mut(head.len..head.len + ch.len_utf8()) else {
                head.whole = false;
                break;
            };
            ch.encode_utf8(room);
            head.len += ch.len_utf8();
        }
        head
    }
}

#[cfg(test)]
mod tests {
    use super::{BEGINNING, LABELS, WHOLE, is_furniture, is_page_mark};

    #[test]
    fn labels_fit() {
        assert!(LABELS.iter().chain(WHOLE).all(|word| word.chars().count() < BEGINNING));
    }

    #[test]
    fn page_marks() {
        for text in ["— 3 —", "-12-", "－ ４ －", "第3页", "第 3 页 共 12 页", "—3—"] {
            assert!(is_page_mark(text), "{text}");
        }
        for text in ["3", "12.5", "2024年", "—", "一、1", "共3件", "3/12", "1-2部"] {
            assert!(!is_page_mark(text), "{text}");
        }
    }

    #[test]
    fn web_furniture() {
        for text in [
            "索 引 号:QL00317-04",
            "• 成文日期：2025-02-21",
            "[ 发布机构 ] 某乡人民政府",
            "发布时间 : 2023-01-18 来源:某街道 字体大小:",
            "时间:2023-02-20 10:05 浏览量:1",
            "当前位置:首页 > 政务公开",
            "某市人民政府 2019年12月3日星期二",
            "2023年03月28日 09时10分",
            "大",
            "- 分享到 :",
            "【字体:大 中 小】",
        ] {
            assert!(is_furniture(text), "{text}");
        }
        for text in
            ["大力推进依法行政。", "2024年1月8日", "一、时间安排", "来源管理更加规范", "中共某县委", "时间紧、任务重。"]
        {
            assert!(!is_furniture(text), "{text}");
        }
    }
}
