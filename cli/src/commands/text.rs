//! `fazhi text`: the text that the positions of the other commands point into.

use std::ffi::OsStr;

use crate::failure::Failure;
use crate::input;
use crate::output::to_stdout;

/// Prints the text of `file`: for UTF-8 text the very bytes of the file.
pub(crate) fn run(file: &OsStr) -> Result<(), Failure> {
    let bytes = input::read(file)?;
    let document = input::document(file, &bytes)?;
    to_stdout(|out| out.write_all(document.text().as_bytes()))
}
