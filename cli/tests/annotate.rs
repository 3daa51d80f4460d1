//! `fazhi annotate` as its users run it, and the places that `check` and `score` tell of files that are no text.
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::ffi::OsStr;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

#[path = "../../src/extract/archive/build.rs"]
mod build;

/// A folder of its own for a test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("fazhi-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn write(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn run(arguments: &[impl AsRef<OsStr>]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_fazhi")).args(arguments).stdin(Stdio::null()).output().unwrap()
}

fn annotate(file: &Path, out: &Path) -> Output {
    run(&["annotate".as_ref(), file.as_os_str(), "-o".as_ref(), out.as_os_str()])
}

fn printed(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[track_caller]
fn fails(output: &Output, chinese: &str, english: &str) {
    let errors = String::from_utf8(output.stderr.clone()).unwrap();
    let lines: Vec<&str> = errors.lines().collect();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{errors}");
    assert!(lines.len() == 2 && lines[0].contains(chinese) && lines[1].contains(english), "{errors}");
}

/// A Word file with these paragraphs.
fn word(paragraphs: &[&str]) -> Vec<u8> {
    let body: String = paragraphs.iter().map(|text| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")).collect();
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    build::archive(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", document.as_bytes()),
        ("word/settings.xml", b"<w:settings/>"),
    ])
}

/// A part that the command packed.
fn packed(file: &[u8], name: &str) -> String {
    let header = [b"\0\0", name.as_bytes()].concat();
    let at = (28..file.len()).find(|at| file[*at..].starts_with(&header) && file[at - 28..].starts_with(b"PK\x03\x04"));
    let mut text = String::new();
    flate2::bufread::DeflateDecoder::new(&file[at.unwrap() + header.len()..]).read_to_string(&mut text).unwrap();
    text
}

const WRONG: [&str; 5] = [
    "青岚县2024年法治政府建设年度报告",
    "一、主要举措",
    "全年受理群众诉求400件，按期办结390件，按期办结率99.5%。",
    "全年受理行政复议案件52件。",
    "行政复议工作中，全年受理行政复议案件57件。",
];

#[test]
fn every_finding_is_a_comment() {
    let folder = Folder::new("annotate");
    let file = folder.write("报告.docx", &word(&WRONG));
    let out = folder.0.join("批注.docx");
    let output = annotate(&file, &out);
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0));
    assert_eq!(printed(&output), format!("{}：批注 2 处：不符 2，存疑 0\n", out.display()));
    let annotated = std::fs::read(&out).unwrap();
    let comments = packed(&annotated, "word/comments.xml");
    assert_eq!(comments.matches("<w:comment ").count(), 2);
    for line in [
        "不符[ratio] 按期办结率99.5%与390 ÷ 400 = 97.5%不符，请核对",
        "规则：ratio 比率：所报比率与同处所列件数是否相符",
        "依据：“99.5%”、“390件”、“400件”",
        "核算：390 / 400 → 97.5，报告写作 99.5",
        "口径：按期办结 ÷ 受理",
        "建议：若其余数字无误，应为 97.5，请核对",
        "依据：“57件”、第4段“52件”",
    ] {
        assert!(comments.contains(&format!("<w:t xml:space=\"preserve\">{line}")), "{line}: {comments}");
    }
    // What a comment says is what `check` prints.
    let checked = printed(&run(&["check".as_ref(), file.as_os_str()]));
    assert!(checked.contains("核算：390 / 400 → 97.5，报告写作 99.5") && checked.contains("口径：按期办结 ÷ 受理"));
    // To standard output goes the file and nothing else; the text is the same.
    let output = annotate(&file, Path::new("-"));
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0));
    assert_eq!(output.stdout, annotated);
    let text = |file: &Path| printed(&run(&["text".as_ref(), file.as_os_str()]));
    assert_eq!(text(&out), text(&file));
}

#[test]
fn without_findings_it_is_a_copy() {
    let folder = Folder::new("copy");
    let bytes = word(&["青岚县2024年法治政府建设年度报告", "一、主要举措", "召开会议3次。"]);
    let file = folder.write("报告.docx", &bytes);
    let out = folder.0.join("批注.docx");
    let output = annotate(&file, &out);
    let errors = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(0), 0), "{errors}");
    assert!(errors.lines().count() == 1 && errors.contains("原样写出 (no findings"), "{errors}");
    assert_eq!(std::fs::read(&out).unwrap(), bytes);
}

#[test]
fn what_cannot_be_annotated_is_exit_2() {
    let folder = Folder::new("refused");
    let bytes = word(&WRONG);
    let (file, text) = (folder.write("报告.docx", &bytes), folder.write("报告.txt", WRONG.join("\n").as_bytes()));
    let page =
        folder.write("报告.html", format!("<html><body><p>{}</p></body></html>", WRONG.join("</p><p>")).as_bytes());
    let out = folder.0.join("批注.docx");
    fails(&annotate(&file, &file), "输出不能是原文件", "must not be the file itself");
    fails(&annotate(&text, &out), "报告.txt 是 text", "报告.txt is text");
    fails(&annotate(&page, &out), "只能批注 docx 文件", "报告.html is HTML");
    fails(&annotate(&folder.0.join("none.docx"), &out), "没有这个文件", "cannot read");
    fails(&annotate(&file, &folder.0.join("no/folder.docx")), "写不出结果", "cannot write the result");
    fails(&run(&["annotate".as_ref(), file.as_os_str()]), "没有输出文件（-o OUT）", "no output file (-o OUT)");
    fails(&run(&["annotate", "-o", "x.docx"]), "没有文件名", "no file name");
    fails(&run(&["check", "-o", "x.docx", "a"]), "check 没有选项 --output", "`check` takes no --output");
    // A file that can be read in part cannot be written again.
    let cut = folder.write("cut.docx", &bytes[..bytes.len() - 30]);
    let output = annotate(&cut, &out);
    let errors = String::from_utf8(output.stderr.clone()).unwrap();
    assert!(output.status.code() == Some(2) && errors.contains("文件已损坏"), "{errors}");
    assert!(!out.exists() && std::fs::read(&file).unwrap() == bytes);
}

#[test]
fn places_are_told_as_the_file_has_them() {
    let folder = Folder::new("places");
    let (file, text) =
        (folder.write("报告.docx", &word(&WRONG)), folder.write("报告.txt", WRONG.join("\n").as_bytes()));
    let checked = |file: &Path| printed(&run(&["check".as_ref(), file.as_os_str()]));
    let (of_file, of_text) = (checked(&file), checked(&text));
    assert!(of_file.contains("报告.docx:第3段: 不符[ratio]"), "{of_file}");
    assert!(of_file.contains("\n第3段 | ") && of_file.contains("\n      = 核算："), "{of_file}");
    assert!(of_file.contains("\n第4段 | ") && of_file.contains("\n第5段 | "), "{of_file}");
    assert!(of_text.contains("报告.txt:3:28: 不符[ratio]") && of_text.contains("\n3 | "), "{of_text}");
    let score = printed(&run(&["score".as_ref(), file.as_os_str()]));
    assert!(score.contains("第 2 段「一、主要举措」") && !score.contains(" 行"), "{score}");
}
