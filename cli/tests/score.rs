//! `fazhi score` as its users run it.
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// A file of the repository.
fn file(name: &str) -> String {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..").join(name).into_os_string().into_string().unwrap()
}

fn sample() -> String {
    file("examples/data/qinglan-2024.txt")
}

fn score(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_fazhi")).arg("score").args(arguments).stdin(Stdio::null()).output().unwrap()
}

#[track_caller]
fn succeeds(arguments: &[&str]) -> String {
    let output = score(arguments);
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""));
    String::from_utf8(output.stdout).unwrap()
}

#[track_caller]
fn fails(arguments: &[&str], chinese: &str, english: &str) {
    let output = score(arguments);
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{errors}");
    let lines: Vec<&str> = errors.lines().collect();
    assert!(lines.len() == 2 && lines[0].contains(chinese) && lines[1].contains(english), "{errors}");
}

#[test]
fn the_table_is_for_people() {
    let table = succeeds(&[&sample()]);
    let line = |start: &str| table.lines().find(|line| line.trim_start().starts_with(start)).unwrap_or_default();
    assert!(line("报告文本质量分：").ends_with("满分 100"));
    assert!(line("只评报告文本").contains("不评政府"));
    assert!(line("A1").contains("6 / 6") && line("A1").contains("第 15 行「一、主要工作及成效」"), "{}", line("A1"));
    assert!(line("B2").contains("无法判断"), "{}", line("B2"));
    assert!(line("B 时效与身份").contains("可评 7"));
}

#[test]
fn json_is_what_the_library_writes() {
    let text = std::fs::read(sample()).unwrap();
    let report = fazhi::Report::parse(&text).unwrap();
    let plain = report.score(&fazhi::Rubric::default(), &fazhi::Context::default());
    assert_eq!(succeeds(&["--format", "json", &sample()]), serde_json::to_string(&plain).unwrap() + "\n");
    let last_year = file("examples/data/yunting-2025.txt");
    let last_text = std::fs::read_to_string(&last_year).unwrap();
    let context = fazhi::Context { published: fazhi::score::Date::new(2025, 3, 20), last_year: Some(&last_text) };
    let known = report.score(&fazhi::Rubric::default(), &context);
    let arguments = ["--format", "json", "--published", "2025-03-20", "--last-year", &last_year, &sample()];
    assert_eq!(succeeds(&arguments), serde_json::to_string(&known).unwrap() + "\n");
}

#[test]
fn a_rubric_of_ones_own() {
    let built_in = file("rubric/fazhi-text-quality-1.toml");
    assert_eq!(succeeds(&["--rubric", &built_in, &sample()]), succeeds(&[&sample()]));
    fails(&["--rubric", &sample(), &sample()], "不是有效的 TOML", "not valid TOML");
    let directory = std::env::temp_dir().join(format!("fazhi-rubric-{}", std::process::id()));
    std::fs::write(&directory, fazhi::Rubric::BUILT_IN.replacen("total = 100", "total = 99", 1)).unwrap();
    let path = directory.to_str().unwrap().to_owned();
    fails(&["--rubric", &path, &sample()], "total：99 不等于各维度分值之和 100", "weights do not add up");
    std::fs::remove_file(&directory).unwrap();
}

#[test]
fn wrong_usage_is_told() {
    fails(&[], "没有文件名", "no file name");
    fails(&["--published", "2025-02-30", &sample()], "YYYY-MM-DD", "YYYY-MM-DD");
    fails(&["--format", "xml", &sample()], "table 或 json", "table or json");
    fails(&["--pretty", &sample()], "--pretty", "--pretty");
    fails(&["--last-year", "no-such-file", &sample()], "no-such-file", "no-such-file");
}
