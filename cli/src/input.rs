//! Files and standard input as bytes, bytes as documents, and documents as reports.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read, Write};

use fazhi::extract::{self, Document, extract};
use fazhi::{Parser, Report};

use crate::failure::Failure;

/// Longest file, in bytes; its text may have 64 MiB, twenty thousand times a usual report.
const MAX_BYTES: u32 = 256 << 20;

/// The bytes of a file, or of standard input for `-`.
pub(crate) fn read(file: &OsStr) -> Result<Vec<u8>, Failure> {
    // One byte over the limit tells the library that there is more, without reading an endless stream to its end.
    let most = u64::from(MAX_BYTES) + 1;
    let mut bytes = Vec::new();
    let done = if file == "-" {
        io::stdin().lock().take(most).read_to_end(&mut bytes)
    } else {
        File::open(file).and_then(|open| open.take(most).read_to_end(&mut bytes))
    };
    match done {
        Ok(_) => Ok(bytes),
        Err(error) => {
            let (chinese, english) = names(file);
            Err(Failure::error(
                &format!("读不了{}：{}", chinese.trim_end(), reason(&error)),
                &format!("cannot read {english}: {error}"),
            ))
        }
    }
}

/// What a file is called in messages, in Chinese and English; a name has its blanks, a word has none.
pub(crate) fn names(file: &OsStr) -> (String, String) {
    if file == "-" {
        return ("标准输入".into(), "standard input".into());
    }
    let name = file.to_string_lossy();
    (format!(" {name} "), name.into_owned())
}

/// The usual reasons in Chinese.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "没有这个文件".into(),
        io::ErrorKind::PermissionDenied => "没有权限".into(),
        io::ErrorKind::IsADirectory => "是目录".into(),
        _ => error.to_string(),
    }
}

/// The limits of what is read.
pub(crate) fn limits() -> extract::Limits {
    extract::Limits::new().max_file_bytes(MAX_BYTES as usize)
}

/// What the library says against a file.
pub(crate) fn failure(file: &OsStr, error: &dyn std::error::Error) -> Failure {
    let (chinese, english) = names(file);
    Failure::error(&format!("{}：{error}", chinese.trim()), &format!("{english}: {error}"))
}

/// The text in `bytes`; what a reader of it should know goes to standard error.
pub(crate) fn document<'a>(file: &OsStr, bytes: &'a [u8]) -> Result<Document<'a>, Failure> {
    let document = extract(bytes, &limits()).map_err(|error| failure(file, &error))?;
    let (chinese, _) = names(file);
    for warning in document.warnings() {
        let page = warning.page.map(|page| format!("第 {page} 页：")).unwrap_or_default();
        warn(&format!("fazhi：注意：{}：{page}{}", chinese.trim(), warning.message));
    }
    Ok(document)
}

/// Prints a line on standard error. A closed one is nobody's loss.
fn warn(line: &str) {
    let _ = writeln!(io::stderr(), "{}", line.replace(['\n', '\r'], " "));
}

/// The report in `document`.
pub(crate) fn parse<'d>(file: &OsStr, document: &'d Document<'_>) -> Result<Report<'d>, Failure> {
    document.parse(&mut Parser::new()).map_err(|error| failure(file, &error))
}
