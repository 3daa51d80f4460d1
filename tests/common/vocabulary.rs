//! Texts made of the words that the library itself looks for: every rule is met, most of them where none belongs.

use std::fs;
use std::path::Path;

use super::random::Random;

/// Marks and fragments between words: brackets of every width first, since what stands in them is cut out of the text.
#[rustfmt::skip]
const JOINTS: [&str; 48] = [
    "【", "】", "[", "]", "〔", "〕", "（", "）", "(", ")", "《", "》", "“", "”", "|", "｜", ":", "：", "，", "。", "、", "；", "-", "—",
    "\n", "\n", "\n\n", "\r\n", " ", "\u{3000}", "\t", "\u{feff}", "𠮷", "é", "1", "12", "０", "９８．５％", "百分之", "2024年",
    "3月5日", "一、", "（一）", "一是", "1.", "件", "万元", "同比",
];

/// Longest literal that counts as a word, in bytes: longer ones are messages.
const LONGEST: usize = 40;

/// The words of the library: what stands in quotes in its sources and is no ASCII, cut at the bars of its tables.
pub fn words() -> Vec<String> {
    let mut words = Vec::new();
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let source = fs::read_to_string(path).unwrap();
            let quoted = source.lines().flat_map(|line| line.split('"').skip(1).step_by(2));
            let parts = quoted.flat_map(|quoted| quoted.split('|'));
            words.extend(parts.filter(|part| !part.is_ascii() && part.len() <= LONGEST).map(str::to_owned));
        }
    }
    // Folders are not listed in the same order everywhere.
    words.sort_unstable();
    words.dedup();
    words
}

/// A text of some of `words`, under a title or not.
pub fn text(words: &[String], random: &mut Random) -> String {
    let heads =
        ["青岚县人民政府2024年度法治政府建设情况报告\n", "关于2024年法治政府建设情况的报告\n一、主要做法\n", ""];
    let mut text = heads[random.below(heads.len())].to_owned();
    for _ in 0..20 + random.below(60) {
        text.push_str(&words[random.below(words.len())]);
        for _ in 0..random.below(4) {
            text.push_str(JOINTS[random.below(JOINTS.len())]);
        }
    }
    text
}
