//! `fazhi outline`: the tree of headings for people to read.

use std::ffi::OsStr;

use crate::failure::Failure;
use crate::input;
use crate::output::to_stdout;
use crate::tree::{self, View};

/// Prints the headings of the report in `file`.
pub(crate) fn run(file: &OsStr, view: View) -> Result<(), Failure> {
    let bytes = input::read(file)?;
    let document = input::document(file, &bytes)?;
    let report = input::parse(file, &document)?;
    if report.sections().is_empty() {
        return Err(Failure::negative("没有找到标题", "no heading found"));
    }
    to_stdout(|out| tree::write(&report, view, out))
}
