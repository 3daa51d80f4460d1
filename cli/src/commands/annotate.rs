//! `fazhi annotate`: a Word file with a comment at every finding of the audit.

use std::ffi::OsStr;
use std::io::{self, Write};

use fazhi::audit::Verdict;
use fazhi::extract::{Comment, ErrorKind, annotate};

use crate::failure::Failure;
use crate::findings::{self, verdict_name};
use crate::input;
use crate::output::{is_same_file, to_file, to_stdout};
use crate::place::Places;

/// Who comments.
const AUTHOR: &str = "fazhi";

/// Writes the Word file `file` with its findings as comments to `out`.
pub(crate) fn run(file: &OsStr, out: &OsStr) -> Result<(), Failure> {
    if is_same_file(file, out) {
        return Err(Failure::usage("输出不能是原文件", "the output must not be the file itself"));
    }
    let bytes = input::read(file)?;
    let annotated = |comments: &[Comment]| {
        annotate(&bytes, comments, &input::limits()).map_err(|error| match error.kind() {
            ErrorKind::WrongFormat { found } => no_word_file(file, found),
            _ => input::failure(file, &error),
        })
    };
    // Another file is refused before it is read and its reader's warnings are told.
    annotated(&[])?;
    let document = input::document(file, &bytes)?;
    let report = input::parse(file, &document)?;
    let places = Places::new(&document);
    let found: Vec<_> = report.checks().iter().filter(|check| findings::is_finding(check)).collect();
    let comments: Vec<Comment> = found
        .iter()
        .map(|check| Comment {
            span: findings::comment_span(&document, &places, check),
            author: AUTHOR.to_owned(),
            text: findings::comment(&report, &places, check),
        })
        .collect();
    to_file(out, &annotated(&comments)?)?;
    if comments.is_empty() {
        // A closed standard error is nobody's loss.
        let _ = writeln!(io::stderr(), "fazhi：没有不符或存疑之处，原样写出 (no findings: the copy is unchanged)");
    } else if out != "-" {
        let count = |verdict| found.iter().filter(|check| check.verdict == verdict).count();
        let counts = [Verdict::Inconsistent, Verdict::Ambiguous]
            .map(|verdict| format!("{} {}", verdict_name(verdict), count(verdict)));
        to_stdout(|to| writeln!(to, "{}：批注 {} 处：{}", out.display(), found.len(), counts.join("，")))?;
    }
    Ok(())
}

fn no_word_file(file: &OsStr, found: &str) -> Failure {
    let (chinese, english) = input::names(file);
    Failure::error(
        &format!("annotate 只能批注 docx 文件，{}是 {found}", chinese.trim_start()),
        &format!("annotate takes a .docx; {english} is {found}"),
    )
}
