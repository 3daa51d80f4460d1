//! The command as its users run it: output, errors in two languages, exit codes.
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// A sample report of the repository.
fn sample() -> String {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    root.join("../examples/data/qinglan-2024.txt").into_os_string().into_string().unwrap()
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fazhi"));
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs the command and lets it end by itself.
fn run(arguments: &[&str]) -> Output {
    command(arguments).output().unwrap()
}

/// Runs the command on a text from standard input.
fn run_on(arguments: &[&str], text: &[u8]) -> Output {
    let mut child = command(arguments).stdin(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // A refused text is not read to its end.
    let _ = stdin.write_all(text);
    drop(stdin);
    child.wait_with_output().unwrap()
}

#[track_caller]
fn succeeds(output: &Output) -> String {
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!((output.status.code(), errors.as_ref()), (Some(0), ""));
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// Exit code, nothing on standard output, one line in each language on standard error.
#[track_caller]
fn fails(output: &Output, code: i32, chinese: &str, english: &str) {
    let errors = String::from_utf8(output.stderr.clone()).unwrap();
    let lines: Vec<&str> = errors.lines().collect();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(code), 0), "{errors}");
    assert!(lines.len() == 2 && lines[0].contains(chinese) && lines[1].contains(english), "{errors}");
}

#[test]
fn parse_prints_what_the_library_writes() {
    let text = std::fs::read(sample()).unwrap();
    let report = fazhi::Report::parse(&text).unwrap();
    let expected = serde_json::to_string(&report).unwrap() + "\n";
    assert_eq!(succeeds(&run(&["parse", &sample()])), expected);
    assert_eq!(succeeds(&run_on(&["parse", "-"], &text)), expected);
    let pretty = succeeds(&run(&["parse", &sample(), "--pretty"]));
    assert!(pretty.lines().count() > 100);
    let value = |json: &str| serde_json::from_str::<serde_json::Value>(json).unwrap();
    assert_eq!(value(&pretty), value(&expected));
}

#[test]
fn parse_reads_odd_texts() {
    for text in ["", "\u{feff}", "\0\r\n", "菜单\n首页\n"] {
        let json = succeeds(&run_on(&["parse", "-"], text.as_bytes()));
        assert!(json.starts_with("{\"schema\":\"fazhi.report/1\",") && json.ends_with("}\n"), "{json}");
    }
}

#[test]
fn outline_indents_what_stands_below() {
    let text = "　　一、甲事。乙。\n　　（二）丙事\n　　3.丁事\n二、戊事\n".as_bytes();
    assert_eq!(succeeds(&run_on(&["outline", "-"], text)), "一、甲事\n  （二）丙事\n    3. 丁事\n二、戊事\n");
    let lines = succeeds(&run_on(&["outline", "--positions", "lines", "-"], text));
    assert_eq!(lines, "1:3  一、甲事\n2:3    （二）丙事\n3:3      3. 丁事\n4:1  二、戊事\n");
    let bytes = succeeds(&run_on(&["outline", "--positions=bytes", "-"], text));
    let second = text.len() - "二、戊事\n".len();
    assert!(bytes.lines().next().unwrap().trim_start().starts_with("6.."), "{bytes}");
    assert!(bytes.lines().last().unwrap().starts_with(&format!("{second}..")), "{bytes}");
    let meanings = succeeds(&run_on(&["outline", "--meaning", "-"], text));
    assert!(meanings.lines().all(|line| line.contains("  [") && line.ends_with(']')), "{meanings}");
}

#[test]
fn outline_shows_the_words_of_an_item_without_a_title() {
    let text = "一、甲事\n一是出台办法三部，组织培训十二场，覆盖全部乡镇和部门，形成制度。二是短。\n".as_bytes();
    let tree = succeeds(&run_on(&["outline", "-"], text));
    let items: Vec<&str> = tree.lines().skip(1).collect();
    assert_eq!(items.len(), 2, "{tree}");
    assert!(items[0].starts_with("  一是 ") && items[1].starts_with("  二是 "), "{tree}");
}

#[test]
fn outline_shows_passages_without_a_heading() {
    let text = std::fs::read_to_string(sample().replace("qinglan-2024", "yunting-2025")).unwrap();
    let report = fazhi::Report::parse(text.as_bytes()).unwrap();
    let tree = succeeds(&run_on(&["outline", "--positions", "bytes", "--meaning", "-"], text.as_bytes()));
    assert!(!report.passages().is_empty());
    for passage in report.passages() {
        let place = format!("{}..{}  〔", passage.span.start, passage.span.end);
        let line = tree.lines().find(|line| line.trim_start().starts_with(&place));
        assert!(line.is_some_and(|line| line.ends_with("  [plan]") || line.ends_with("  [problems]")), "{tree}");
    }
    assert_eq!(tree.lines().count(), report.sections().len() + report.passages().len());
}

#[test]
fn outline_without_headings_is_a_no() {
    fails(&run_on(&["outline", "-"], "没有标题的一句话。\n".as_bytes()), 1, "没有找到标题", "no heading found");
}

#[test]
fn text_is_the_input_itself() {
    let text = "\u{feff}一、甲\r\n\r\n　　乙\0丙".as_bytes();
    assert_eq!(succeeds(&run_on(&["text", "-"], text)).as_bytes(), text);
    assert_eq!(succeeds(&run(&["text", &sample()])).as_bytes(), std::fs::read(sample()).unwrap());
}

#[test]
fn what_cannot_be_read_is_exit_2() {
    for name in ["parse", "outline", "text"] {
        fails(&run(&[name, "missing.txt"]), 2, "读不了 missing.txt：没有这个文件", "cannot read missing.txt");
        fails(&run(&[name, env!("CARGO_MANIFEST_DIR")]), 2, "是目录", "cannot read");
        fails(&run_on(&[name, "-"], b"ab\xff"), 2, "标准输入：文字无法还原", "undecodable: 1 of 3");
    }
    fails(&run_on(&["parse", "-"], &vec![b'a'; (64 << 20) + 1]), 2, "text 超过上限 67108864", "text exceeds 67108864");
}

#[test]
fn wrong_usage_is_exit_2() {
    let cases: [(&[&str], &str, &str); 9] = [
        (&[], "没有命令", "no command"),
        (&["grade"], "没有命令 \"grade\"", "no command \"grade\""),
        (&["parse"], "没有文件名", "no file name"),
        (&["parse", "a", "b"], "多余的参数 \"b\"", "unexpected argument \"b\""),
        (&["parse", "--nice", "a"], "没有选项 --nice", "invalid option '--nice'"),
        (&["parse", "--positions", "lines", "a"], "parse 没有选项 --positions", "`parse` takes no --positions"),
        (&["text", "--pretty", "a"], "text 没有选项 --pretty", "`text` takes no --pretty"),
        (&["outline", "--positions", "words", "a"], "bytes 或 lines", "bytes or lines"),
        (&["outline", "a", "--positions"], "--positions 缺值", "missing argument for option '--positions'"),
    ];
    for (arguments, chinese, english) in cases {
        fails(&run(arguments), 2, chinese, english);
    }
}

#[test]
fn help_and_version() {
    let help = succeeds(&run(&["--help"]));
    for word in ["用法 Usage", "例 Examples", "退出码 Exit codes", "fazhi parse 报告.txt", "--positions bytes"]
    {
        assert!(help.contains(word), "{word}");
    }
    assert_eq!(succeeds(&run(&["outline", "-h"])), help);
    assert_eq!(succeeds(&run(&["-V"])), concat!("fazhi ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn a_reader_that_stops_early_is_no_fault() {
    let mut child = command(&["parse", &sample()]).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(
        (output.status.code(), output.stderr.len()),
        (Some(0), 0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}
