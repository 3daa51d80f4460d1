//! What stands in an article's place but is not the article's: the line with date and source, buttons, the file's record card,
//! the page's foot.

use super::page::Count;
use super::paragraphs::Line;
use crate::extract::document::BlockKind;

/// Longest line, in characters, that can be furniture.
const LONGEST: usize = 160;

/// Marks of punctuation that make a line part of the article, behind which no record card comes.
const SENTENCE: u32 = 2;

/// Brackets and marks around and between the pieces of furniture.
const ORNAMENTS: &str = "【】[]（）()「」|｜·•>＞》›»<＜«/\\：:-—*★▲◆■●→←↑";

/// Begin a line of furniture if a colon follows.
const LABELS: [&str; 72] = [
    "上一条",
    "上一条信息",
    "上一篇",
    "上一页",
    "下一条",
    "下一条信息",
    "下一篇",
    "下一页",
    "主办",
    "主办单位",
    "人气",
    "供稿",
    "供稿单位",
    "保护视力色",
    "信息来源",
    "信息提供",
    "信息时间",
    "关键词",
    "分享",
    "分享到",
    "初审",
    "发布人",
    "发布单位",
    "发布日期",
    "发布时间",
    "发布机构",
    "发布者",
    "发文时间",
    "复审",
    "字体",
    "字体大小",
    "字号",
    "审核",
    "审核人",
    "作者",
    "录入",
    "录入人",
    "录入时间",
    "当前位置",
    "您当前的位置",
    "您当前位置",
    "您所在的位置",
    "您现在的位置",
    "您的位置",
    "您的当前位置",
    "所在位置",
    "承办",
    "承办单位",
    "技术支持",
    "打印",
    "撰稿",
    "文字大小",
    "文章来源",
    "新闻来源",
    "日期",
    "时间",
    "更新日期",
    "更新时间",
    "来源",
    "校对",
    "浏览",
    "浏览次数",
    "浏览量",
    "点击",
    "点击数",
    "点击次数",
    "点击量",
    "稿件来源",
    "稿源",
    "责任编辑",
    "责编",
    "编辑",
];

/// Stand in the record card above an article, with a colon or in a row of a table.
const CARD: [&str; 36] = [
    "主题分类",
    "主题词",
    "体裁分类",
    "信息分类",
    "信息名称",
    "信息公开类别",
    "信息类别",
    "信息索引",
    "信息索引号",
    "公开方式",
    "公开日期",
    "公开时限",
    "公开时间",
    "公开类别",
    "公开范围",
    "内容概述",
    "分类",
    "发布机构",
    "发文单位",
    "发文字号",
    "发文日期",
    "发文机关",
    "发文机构",
    "名称",
    "文号",
    "成文日期",
    "成文时间",
    "有效性",
    "标题",
    "生成日期",
    "生效日期",
    "索取号",
    "索引号",
    "统一登记号",
    "时效性",
    "组配分类",
];

/// Make up whole lines, alone or several together.
const WORDS: [&str; 62] = [
    "QQ空间",
    "QQ",
    "上一篇",
    "下一篇",
    "下载",
    "中",
    "关闭本页",
    "关闭此页",
    "关闭窗口",
    "关闭页面",
    "关闭",
    "分享到微信",
    "分享到",
    "分享",
    "加入收藏",
    "听全文",
    "回到顶部",
    "大",
    "小",
    "微信",
    "微博",
    "新浪微博",
    "打印文章",
    "打印本文",
    "打印本页",
    "打印正文",
    "打印此页",
    "打印页面",
    "打印",
    "扫一扫分享本页",
    "扫一扫分享",
    "扫一扫",
    "手机版",
    "收藏本页",
    "收藏",
    "推荐阅读",
    "正文",
    "没有了",
    "热点信息",
    "热点新闻",
    "点击下载",
    "相关信息",
    "相关文件",
    "相关文档",
    "相关文章",
    "相关新闻",
    "相关稿件",
    "相关解读",
    "相关链接",
    "相关附件",
    "相关阅读",
    "空间",
    "纠错",
    "繁体",
    "语音播报",
    "返回列表",
    "返回顶部",
    "返回首页",
    "返回",
    "附件下载",
    "我要纠错",
    "保存",
];

/// Begin a line of furniture.
const STARTS: [&str; 8] = ["扫一扫", "扫码", "首页>", "首页》", "Copyright", "©", "版权所有", "网站标识码"];

/// Stand anywhere in a line of furniture.
const PARTS: [&str; 13] = [
    "ICP备",
    "公网安备",
    "网站标识码",
    "扫一扫在手机",
    "浏览次数：",
    "浏览次数:",
    "点击数：",
    "点击数:",
    "点击次数：",
    "点击次数:",
    "【字体",
    "[字体",
    "阅读次数：",
];

/// Which lines of an article are its own, told in their order.
#[derive(Debug, Default)]
pub(super) struct Filter {
    /// Whether a sentence of the article has come.
    begun: bool,
}

impl Filter {
    /// Whether the next line is furniture.
    pub fn is_furniture(&mut self, line: &Line) -> bool {
        let squeezed: String = line.text.chars().filter(|ch| !ch.is_whitespace()).collect();
        let characters = squeezed.chars().count();
        if characters > LONGEST {
            self.begun = true;
            return false;
        }
        let furniture = is_link(&squeezed, characters, line.linked)
            || is_labelled(&squeezed)
            || (!self.begun && (is_card(&squeezed, line) || is_date(&squeezed)))
            || is_words(&squeezed)
            || STARTS.iter().any(|start| squeezed.starts_with(start))
            || (!squeezed.contains('。') && PARTS.iter().any(|part| squeezed.contains(part)))
            || dated_source(&squeezed);
        self.begun |= !furniture && Count::of(&squeezed).marks >= SENTENCE;
        furniture
    }
}

/// Whether a line is only a link, or names an attachment.
fn is_link(squeezed: &str, characters: usize, linked: usize) -> bool {
    let attachment = squeezed.trim_start_matches(|ch| ORNAMENTS.contains(ch)).starts_with("附件");
    let named = DOCUMENT_ENDINGS.iter().any(|ending| squeezed.to_ascii_lowercase().ends_with(ending));
    linked * 10 >= characters * 8 || attachment && (linked * 2 >= characters || named)
}

/// Endings of the names of documents.
const DOCUMENT_ENDINGS: &[&str] = &super::elements::DOCUMENTS;

fn is_labelled(squeezed: &str) -> bool {
    let text = squeezed.trim_start_matches(|ch| ORNAMENTS.contains(ch));
    starts_with_label(text, &LABELS, &['：', ':'])
}

fn is_card(squeezed: &str, line: &Line) -> bool {
    let text = squeezed.trim_start_matches(|ch| ORNAMENTS.contains(ch));
    let in_table = line.kind == BlockKind::TableRow;
    let in_row = |label: &&str| text == *label || in_table && text.starts_with(*label);
    starts_with_label(text, &CARD, &['：', ':']) || CARD.iter().any(in_row)
}

fn starts_with_label(text: &str, labels: &[&str], colons: &[char]) -> bool {
    labels.iter().any(|label| text.strip_prefix(label).is_some_and(|rest| rest.starts_with(colons)))
}

/// Whether a line is nothing but a date in figures, as pages set it below a title; reports write theirs in characters.
fn is_date(squeezed: &str) -> bool {
    let date = squeezed.trim_matches(|ch| ORNAMENTS.contains(ch));
    date.len() >= 8 && date.starts_with("20") && date.chars().all(|ch| ch.is_ascii_digit() || "-/.:：".contains(ch))
}

/// Whether a line begins with a date and names its source.
fn dated_source(squeezed: &str) -> bool {
    squeezed.starts_with("20")
        && !squeezed.contains('。')
        && ["来源：", "来源:"].iter().any(|label| squeezed.contains(label))
}

/// Whether a line consists of words of furniture alone.
fn is_words(squeezed: &str) -> bool {
    let mut rest = squeezed;
    loop {
        rest = rest.trim_start_matches(|ch| ORNAMENTS.contains(ch));
        if rest.is_empty() {
            return true;
        }
        let longest = WORDS.iter().filter(|word| rest.starts_with(**word)).max_by_key(|word| word.len());
        match longest {
            Some(word) => rest = &rest[word.len()..],
            None => return false,
        }
    }
}
