//! The commands, one file each.

pub(crate) mod annotate;
pub(crate) mod check;
pub(crate) mod explain;
pub(crate) mod outline;
pub(crate) mod parse;
pub(crate) mod score;
pub(crate) mod text;

use crate::failure::Failure;
use crate::output::to_stdout;

/// Prints a fixed text.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    to_stdout(|out| out.write_all(text.as_bytes()))
}
