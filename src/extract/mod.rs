//! Files to text: what a report's file says, as one UTF-8 text that the parser then borrows, with what the file knows of it.
//!
//! The format is told by the content, never by a name. Each format is a feature of its own and a reader of its own in
//! this folder; a file whose reader is not built in gives [`ErrorKind::Unsupported`].
//!
//! ```
//! use fazhi::extract::{Limits, extract};
//!
//! # #[cfg(feature = "txt")] {
//! let file = b"\xff\xfe1\x00\xf6N"; // UTF-16 with a mark: 1件
//! let document = extract(file, &Limits::new())?;
//! assert_eq!(document.text(), "1件");
//! # }
//! # Ok::<(), fazhi::extract::Error>(())
//! ```

#![allow(dead_code, reason = "each reader uses its part of what they share")]

mod document;
mod error;
#[cfg(feature = "pdf")]
mod layout;
mod limits;
#[cfg(feature = "pdf")]
mod pdf;
mod sniff;
#[cfg(feature = "txt")]
mod txt;

pub use document::{Anchor, Block, BlockKind, Document, Footnote, Format, Metadata, Warning, WarningKind};
pub use error::{Error, ErrorKind};
pub use limits::Limits;

/// Reads the text of a file.
///
/// # Errors
///
/// See [`ErrorKind`]. A file that is damaged in part gives what could be read, with warnings.
pub fn extract<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Document<'a>, Error> {
    limits.check("file", bytes.len(), limits.file_bytes())?;
    match sniff::sniff(bytes) {
        #[cfg(feature = "txt")]
        sniff::Found::Text => txt::read(bytes, limits),
        #[cfg(feature = "pdf")]
        sniff::Found::Pdf => pdf::read(bytes, limits),
        other => Err(Error::unsupported(other.name())),
    }
}
