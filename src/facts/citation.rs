//! Titles in 《》 and what sort of document each names.

use super::CitationKind::{self, Document, Law, Media, Plan, Rule};
use super::list::List;
use super::view::View;

/// The longest title looked at, in characters: an opening mark without its closing one costs no more than this.
const LONGEST: usize = 300;

/// Index of the 》 that closes the 《 at `open`; a 《 inside opens a title of its own (《关于印发〈…〉的通知》 is often
/// printed with 《 twice).
pub(super) fn close(view: View<'_>, open: usize) -> Option<usize> {
    let mut depth = 0_usize;
    view.find(open, LONGEST, |ch| {
        match ch {
            '《' => depth += 1,
            '》' => depth -= 1,
            _ => {}
        }
        depth == 0
    })
}

/// Endings of titles, longer ones first where one ends with another.
const ENDINGS: [(&str, CitationKind); 66] = [
    // Not laws, though they end with 法.
    ("办法", Rule),
    ("方法", Document),
    ("工作法", Document),
    ("说法", Media),
    ("普法", Media),
    ("学法", Media),
    ("讲法", Media),
    ("释法", Media),
    ("看法", Media),
    ("话法", Media),
    ("问法", Media),
    ("与法", Media),
    ("懂法", Media),
    ("送法", Media),
    ("执法", Media),
    ("守法", Media),
    ("适用法", Law),
    ("用法", Media),
    ("法", Law),
    ("法典", Law),
    ("条例", Law),
    ("修正案", Law),
    ("规定", Rule),
    ("细则", Rule),
    ("规则", Rule),
    ("准则", Rule),
    ("章程", Rule),
    ("规程", Rule),
    ("规范", Rule),
    ("制度", Rule),
    ("守则", Rule),
    ("基准", Rule),
    ("通则", Rule),
    ("学习纲要", Media),
    ("学习问答", Media),
    ("纲要", Plan),
    ("规划", Plan),
    ("方案", Plan),
    ("要点", Plan),
    ("计划", Plan),
    ("行动", Plan),
    ("安排", Plan),
    ("预案", Plan),
    ("分工", Plan),
    ("任务", Plan),
    ("任务书", Document),
    ("规划修编", Plan),
    ("职责", Document),
    ("证", Document),
    ("选编", Media),
    ("汇编", Media),
    ("读本", Media),
    ("选读", Media),
    ("文选", Media),
    ("摘编", Media),
    ("教程", Media),
    ("教材", Media),
    ("手册", Media),
    ("概论", Media),
    ("丛书", Media),
    ("论述", Media),
    ("专栏", Media),
    ("栏目", Media),
    ("节目", Media),
    ("知识问答", Media),
    ("指南", Document),
];

const ENDING_WORDS: [&str; ENDINGS.len()] = {
    let mut words = [""; ENDINGS.len()];
    let mut at = 0;
    while at < ENDINGS.len() {
        words[at] = ENDINGS[at].0;
        at += 1;
    }
    words
};

/// The words of [`ENDINGS`].
static ENDS: List = List::backward(&ENDING_WORDS);

/// Words that tell a document wherever they stand in the title.
static DOCUMENT_WORDS: List = List::forward(&[
    "通知",
    "意见",
    "决定",
    "清单",
    "目录",
    "报告",
    "函",
    "批复",
    "措施",
    "举措",
    "文本",
    "公告",
    "通告",
    "通报",
    "公报",
    "决议",
    "议案",
    "提案",
    "备忘录",
    "协议",
    "合同",
    "书",
    "单",
    "表",
    "台账",
    "标准",
    "流程",
    "机制",
    "指引",
    "指导",
    "白皮书",
    "简报",
    "纪要",
    "说明",
    "解读",
    "总结",
    "案例",
    "公约",
    "关于",
    "手续",
    "指标",
    "体系",
    "讲话",
    "倡议",
    "名录",
    "令",
    "条",
]);

/// Brackets behind a title that say it is a draft.
static DRAFTS: List = List::forward(&["草案", "征求意见", "送审", "讨论稿", "审议稿", "初稿"]);

/// What sort of document the title in `from..to` names.
pub(super) fn kind(view: View<'_>, from: usize, to: usize) -> CitationKind {
    let (end, draft) = without_brackets(view, from, to);
    if draft {
        return Document;
    }
    let endings = ENDS.each_before(view, end).filter(|&(_, start)| start >= from);
    if let Some((ending, _)) = endings.min_by_key(|&(_, start)| start) {
        let (word, kind) = ENDINGS[ending];
        let party =
            word == "条例" && ["中国共产党", "中共", "党政", "党组", "党内"].iter().any(|name| view.has(from, name));
        return if party { Rule } else { kind };
    }
    let holds = |at: usize| DOCUMENT_WORDS.each_at(view, at).any(|(_, behind)| behind <= end);
    if (from..end).any(holds) { Document } else { Media }
}

/// The end of the title without the brackets (试行), (2021-2025年) behind it, and whether one of them names a draft.
fn without_brackets(view: View<'_>, from: usize, to: usize) -> (usize, bool) {
    let mut end = to;
    let mut draft = false;
    while end > from && matches!(view.before(end), ')' | '〕' | ']' | '】') {
        let Some(open) = (from..end - 1).rev().find(|&at| matches!(view.ch(at), '(' | '〔' | '[' | '【')) else {
            break;
        };
        draft |= DRAFTS.at(view, open + 1).is_some();
        end = open;
    }
    // 《纲要2015-2020》: years without brackets.
    while end > from && matches!(view.before(end), '0'..='9' | '-' | '—' | '–' | '~' | '至' | '年' | '版') {
        end -= 1;
    }
    if end == from { (to, draft) } else { (end, draft) }
}

#[cfg(test)]
mod tests {
    use super::{close, kind};
    use crate::facts::view::View;
    use crate::span::Span;
    use crate::text::glyph::Glyphs;

    #[test]
    fn kinds_by_the_ending() {
        for (title, name) in [
            ("宪法", "law"),
            ("行政处罚法（2021年修订）", "law"),
            ("云汀市城市绿化条例", "law"),
            ("民法典", "law"),
            ("法律适用法", "law"),
            ("中国共产党问责条例", "rule"),
            ("执法公示办法", "rule"),
            ("案件办理规则（试行）", "rule"),
            ("信用分类管理制度", "rule"),
            ("法治云汀建设规划(2021—2025年)", "plan"),
            ("实施纲要2015-2020年", "plan"),
            ("年度工作要点及任务分工方案", "plan"),
            ("云汀港总体规划修编（2035年）", "plan"),
            ("食品经营许可证", "document"),
            ("部门防汛工作职责", "document"),
            ("提质增效三年行动计划", "plan"),
            ("关于加强复议工作的意见", "document"),
            ("第一责任人职责清单", "document"),
            ("城市更新条例（草案）", "document"),
            ("营商环境若干措施", "document"),
            ("文书示范文本", "document"),
            ("年度法治政府建设情况报告", "document"),
            ("法治思想学习纲要", "media"),
            ("典型案例选编", "media"),
            ("云汀说法", "media"),
            ("法治云汀", "media"),
        ] {
            let text = format!("《{title}》");
            let mut glyphs = Glyphs::default();
            glyphs.fill(&text, Span::new(0, text.len() as u32), &[]);
            let view = View::new(glyphs.items());
            assert_eq!(kind(view, 1, close(view, 0).unwrap()).name(), name, "{title}");
        }
    }
}
