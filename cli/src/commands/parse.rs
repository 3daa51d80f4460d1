//! `fazhi parse`: the whole report as JSON.

use std::ffi::OsStr;
use std::io::Write;

use crate::failure::Failure;
use crate::input;
use crate::output::{Form, to_stdout};

/// Prints the report in `file` as one document and a line end.
pub(crate) fn run(file: &OsStr, form: Form) -> Result<(), Failure> {
    let bytes = input::read(file)?;
    let document = input::document(file, &bytes)?;
    let report = input::parse(file, &document)?;
    to_stdout(|mut out: &mut dyn Write| {
        match form {
            Form::Compact => {
                let mut document = Vec::new();
                report.write_json(&mut document);
                out.write_all(&document)?;
            }
            Form::Pretty => serde_json::to_writer_pretty(&mut out, &report)?,
        }
        out.write_all(b"\n")
    })
}
