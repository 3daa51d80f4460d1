//! Texts that no report looks like.

use super::fragments::{FRAGMENTS, ROWS};

/// Small texts, each odd in its own way.
#[rustfmt::skip]
const SMALL: [&str; 60] = [
    "", "\u{feff}", "\n", "\r\n", "\r", "\0", "\0\n\0", " ", "\u{3000}\u{a0}\t", "一", "一、", "（", "（一", "一）甲", "、甲", "①",
    "0", "９", "%", "％", "3", "3件", "第", "第一", "第1", "《", "》", "《》", "《〈》〉", "〔2024〕1号", "2024年", "2024年13月45日",
    "2024年2月30日", "99999999999999999999件", "0.0000000000000000000000001%", "1.2.3.4件", "1,2,3,4件", "百分之", "百分之百",
    "万余件", "十百千万亿", "三分之", "一至十", "10—5件", "1—件", "𠮷3件", "👍🏽1件", "e\u{301}1件", "\u{202e}1件", "\u{fffd}1件",
    "<html><body>1件</body></html>", "一、甲\r\n（一）乙。3件\r\n1.丙\r\n", "一、甲\r（一）乙\r", "——\n——\n", "20__年，xx市受理*件",
    "题目\n\n一、\n\n二、\n\n三、", "一、一、一、", "二、先\n一、后\n", "一、\u{3000}\n\u{3000}一是\n是", "（一）（二）（三）",
];

/// Texts whose parts are well formed and stand where none belongs.
#[rustfmt::skip]
const MISPLACED: [&str; 5] = [
    "1.1.1.1 甲", "第一条 甲。第二条 乙。", "附件：1.甲\n2.乙\n", "一、甲（见《乙》\n二、丙）。", "受理行政复议案件25件，审结24件，审结率96%。",
];

/// Odd inputs, small and large.
pub fn inputs() -> Vec<String> {
    let mut inputs: Vec<String> = SMALL.iter().chain(&MISPLACED).map(|&text| text.to_owned()).collect();
    inputs.push("一二三四五六七八九".repeat(20));
    inputs.push((1..=70_000).map(|number| format!("{number}.甲\n")).collect());
    let styles = ["一、甲\n", "（一）乙\n", "1.丙\n", "（1）丁\n", "①戊\n", "一是己。\n"];
    inputs.push(styles.concat().repeat(50));
    inputs.push(styles.iter().rev().copied().collect::<String>().repeat(50));
    for filler in ["a", "甲", "一", "9", "\n", " ", "\u{3000}", "\0"] {
        inputs.push(filler.repeat((1 << 20) / filler.len()));
    }
    for fragment in FRAGMENTS.iter().chain(&ROWS) {
        inputs.push(fragment.repeat(300));
    }
    inputs
}
