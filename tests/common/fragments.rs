//! Fragments that a careless parser chokes on.

/// Fragments that, repeated, make a parser that looks back or ahead too far run in quadratic time.
#[rustfmt::skip] // one fragment a line would fill a page
pub const FRAGMENTS: [&str; 26] = [
    "（", "）", "一、", "（一）", "1.", "1、", "（1）", "①", "一是", "第一，", "《", "》", "“", "〔", "9", "９", "一", "十", "|",
    "\n", "\u{3000}", "第", "2024年", "百分之", "万余", "— 3 —\n",
];

/// Rows of fragments that only do harm together.
#[rustfmt::skip]
pub const ROWS: [&str; 20] = [
    "一、\n", "（一）甲\n", "一是甲，二是乙；", "《甲〈", "3件，", "1,", "1 ", "同比下降", "9\n", "甲\n", "2024年1月", "中共青岚县委",
    "比上年减少9件，下降9%，", "9件9%", "其中9件、", "受理9件，办结9件，办结率99%，", "甲、乙、丙三个", "我县", "9件；", "一要二要",
];
