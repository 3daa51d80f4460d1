//! `fazhi parse`: the whole report as JSON.

use std::ffi::OsStr;
use std::io::Write;

use crate::failure::Failure;
use crate::input;
use crate::output::{Form, to_stdout};

/// Prints the report in `file` as one document and a line end.
pub(crate) fn run(file: &OsStr, form: Form) -> Result<(), Failure> {
    let bytes = input::read(file)?;
    let report = input::parse(file, &bytes)?;
    to_stdout(|mut out: &mut dyn Write| {
        match form {
            Form::Compact => out.write_all(report.to_json().as_bytes())?,
            Form::Pretty => serde_json::to_writer_pretty(&mut out, &report)?,
        }
        out.write_all(b"\n")
    })
}
