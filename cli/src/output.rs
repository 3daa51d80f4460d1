//! Standard output, and files that are written.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, BufWriter, Write};

use crate::failure::Failure;

/// How JSON is laid out.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Form {
    /// On one line.
    Compact,
    /// Over several lines, indented.
    Pretty,
}

/// Lets `write` fill standard output. A reader that has seen enough (`| head`) ends the command in peace.
pub(crate) fn to_stdout(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => Err(unwritten(&error)),
        Ok(()) => Ok(()),
    }
}

/// Writes `bytes` to the file `out`, or to standard output for `-`.
pub(crate) fn to_file(out: &OsStr, bytes: &[u8]) -> Result<(), Failure> {
    if out == "-" {
        return to_stdout(|out| out.write_all(bytes));
    }
    fs::write(out, bytes).map_err(|error| unwritten(&error))
}

/// Whether two names mean one file that is there.
pub(crate) fn is_same_file(one: &OsStr, other: &OsStr) -> bool {
    let real = |name: &OsStr| if name == "-" { None } else { fs::canonicalize(name).ok() };
    real(one).is_some_and(|one| real(other) == Some(one))
}

fn unwritten(error: &io::Error) -> Failure {
    Failure::error(&format!("写不出结果：{error}"), &format!("cannot write the result: {error}"))
}
