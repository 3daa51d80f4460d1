//! Files and standard input as bytes, and bytes as reports.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};

use fazhi::{ErrorKind, Limits, Report};

use crate::failure::Failure;

/// Longest input, in bytes: twenty thousand times a usual report.
const MAX_BYTES: u32 = 64 << 20;

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
fn names(file: &OsStr) -> (String, String) {
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

/// The report in `bytes`.
pub(crate) fn parse<'a>(file: &OsStr, bytes: &'a [u8]) -> Result<Report<'a>, Failure> {
    Report::parse_with(bytes, &Limits::new().max_bytes(MAX_BYTES)).map_err(|error| {
        let (chinese, english) = names(file);
        match error.kind() {
            ErrorKind::InvalidUtf8 => {
                let at = error.span().start;
                Failure::error(
                    &format!("{}不是 UTF-8 文本：第一个错误字节在偏移 {at} 处", chinese.trim_start()),
                    &format!("{english} is not UTF-8: the first bad byte is at offset {at}"),
                )
            }
            ErrorKind::TooLarge => Failure::error(
                &format!("{}超过上限 {MAX_BYTES} 字节", chinese.trim_start()),
                &format!("{english} exceeds the limit of {MAX_BYTES} bytes"),
            ),
            _ => Failure::error(&format!("{}：{error}", chinese.trim()), &format!("{english}: {error}")),
        }
    })
}
