//! PDF.

mod engine;
mod guard;
#[cfg(test)]
mod tests;

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::document::{Assembly, Document, Format};
use super::error::Error;
use super::limits::Limits;
use super::pages;

/// Longest file: the engine wants a copy of its own.
const FILE_BYTES: usize = 128 << 20;

/// Reads a PDF file.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Document<'static>, Error> {
    limits.check("PDF file", bytes.len(), FILE_BYTES.min(limits.file_bytes()))?;
    let file = guard::defused(bytes, limits)?;
    // The engine is young. Where it gives up on a damaged file, its caller shall not.
    let read = || {
        engine::with(file, limits, |engine, title| {
            let mut assembly = Assembly::new(limits);
            assembly.metadata.title = title;
            pages::extract(engine, limits, &mut assembly)?;
            Ok(assembly.finish(Format::Pdf))
        })
    };
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(Error::damaged("the PDF engine gave up")))
}
