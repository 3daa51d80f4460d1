//! Citations, document numbers, sentences, markers and limits.

use super::{check, facts, quantities};
use crate::facts::Facts;
use crate::span::Span;
use crate::text::glyph::Glyphs;

fn doc_numbers(source: &str) -> String {
    let rows = facts(source).doc_numbers;
    let rows = rows
        .iter()
        .map(|d| format!("{}|{}|{}|{}", &source[d.span.range()], &source[d.issuer.range()], d.year, d.serial));
    rows.collect::<Vec<_>>().join("; ")
}

fn citations(source: &str) -> String {
    let rows = facts(source).citations;
    let rows = rows.iter().map(|c| format!("{}|{}", &source[c.title.range()], c.kind.name()));
    rows.collect::<Vec<_>>().join("; ")
}

#[test]
fn document_numbers() {
    check(
        doc_numbers,
        &[
            ("青字〔2024〕1号", "青字〔2024〕1号|青字|2024|1"),
            ("云政办发〔2023〕79号文件", "云政办发〔2023〕79号|云政办发|2023|79"),
            ("根据云政发[2016]82号要求", "云政发[2016]82号|云政发|2016|82"),
            ("（云政发（2018）5号）", "云政发（2018）5号|云政发|2018|5"),
            ("《关于落实江政规〔2017〕30号的通知》", "江政规〔2017〕30号|江政规|2017|30"),
            (
                "《云汀市人民政府办公室关于贯彻江政办发〔2023〕7号文件的通知》（云政办发〔2023〕9号）",
                "江政办发〔2023〕7号|江政办发|2023|7; 云政办发〔2023〕9号|云政办发|2023|9",
            ),
            ("备注/文号:云文旅〔2025〕19号", "云文旅〔2025〕19号|云文旅|2025|19"),
            ("备注/文号:松云委〔2025〕6号", "松云委〔2025〕6号|松云委|2025|6"),
            (
                "（见云政发〔2025〕6号）和云政发〔2025〕7号",
                "云政发〔2025〕6号|云政发|2025|6; 云政发〔2025〕7号|云政发|2025|7",
            ),
            ("青 政 发〔2025〕 2 号", "青 政 发〔2025〕 2 号|青 政 发|2025|2"),
            ("发文字号 石鼓委文〔2026〕5号", "石鼓委文〔2026〕5号|石鼓委文|2026|5"),
            ("云汀市人民政府云政发〔2025〕第12号", "云政发〔2025〕第12号|云政发|2025|12"),
            ("（2023）青01行终5号", ""),
            ("（2021-2025年）、〔2024〕、(2024)年", ""),
        ],
    );
}

#[test]
fn titles() {
    check(
        citations,
        &[
            ("学习《宪法》《民法典》。", "宪法|law; 民法典|law"),
            ("《关于印发〈青岚县执法办法〉的通知》", "关于印发〈青岚县执法办法〉的通知|document"),
            ("《关于印发《青岚县执法办法》的通知》", "关于印发《青岚县执法办法》的通知|document"),
            ("《青岚县规划(2021—2025年)》", "青岚县规划(2021—2025年)|plan"),
            ("未闭合的《规定，另有《条例》", "条例|law"),
            ("多余的》", ""),
        ],
    );
    check(quantities, &[("印发《“十四五”20件实事清单》3份", "3份|3|份")]);
}

#[test]
fn sentences() {
    let source = "前句。办案3件，其中《复议法。》案2件！”后句5件";
    let facts = facts(source);
    let sentences: Vec<_> = facts.quantities.iter().map(|q| &source[q.sentence.range()]).collect();
    let first = "办案3件，其中《复议法。》案2件！”";
    assert_eq!(sentences, [first, first, "后句5件"]);
}

#[test]
fn markers_are_no_figures() {
    let source = "3.5个镇参加。2.6个村参加。";
    let mut glyphs = Glyphs::default();
    glyphs.fill(source, Span::new(0, source.len() as u32), &[]);
    let at = source.find("2.").unwrap() as u32;
    let mut facts = Facts::default();
    assert!(facts.scan(source, &glyphs, &[Span::new(0, 2), Span::new(at, at + 2)], 10));
    let texts: Vec<_> = facts.quantities.iter().map(|q| &source[q.span.range()]).collect();
    assert_eq!(texts, ["5个", "6个"]);
}

#[test]
fn limits_are_told() {
    let source = "1件2件3件";
    let mut glyphs = Glyphs::default();
    glyphs.fill(source, Span::new(0, source.len() as u32), &[]);
    let mut facts = Facts::default();
    assert!(!facts.scan(source, &glyphs, &[], 2));
    assert_eq!(facts.quantities.len(), 2);
}
