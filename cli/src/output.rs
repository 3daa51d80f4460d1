//! Standard output.

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
        Err(error) => {
            Err(Failure::error(&format!("写不出结果：{error}"), &format!("cannot write the result: {error}")))
        }
        Ok(()) => Ok(()),
    }
}
