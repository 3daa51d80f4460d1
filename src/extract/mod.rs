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
//! let report = document.parse(&mut fazhi::Parser::new()).expect("short enough");
//! assert_eq!(report.origin().encoding, "UTF-16LE");
//! # }
//! # Ok::<(), fazhi::extract::Error>(())
//! ```

#![cfg_attr(
    not(all(feature = "txt", feature = "docx", feature = "html", feature = "doc", feature = "pdf", feature = "ofd")),
    allow(dead_code, reason = "each reader uses its part of what they share")
)]

#[cfg(any(feature = "docx", feature = "ofd"))]
mod archive;
#[cfg(feature = "doc")]
mod doc;
mod document;
#[cfg(feature = "docx")]
mod docx;
mod error;
#[cfg(feature = "html")]
mod html;
#[cfg(any(feature = "pdf", feature = "ofd"))]
mod layout;
mod limits;
#[cfg(feature = "ofd")]
mod ofd;
#[cfg(any(feature = "pdf", feature = "ofd"))]
mod pages;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(feature = "doc")]
mod rtf;
mod sniff;
#[cfg(any(feature = "txt", feature = "html", feature = "doc"))]
mod txt;
#[cfg(any(feature = "docx", feature = "doc"))]
mod word;
#[cfg(any(feature = "docx", feature = "ofd"))]
mod xml;

pub use document::{Anchor, Block, BlockKind, Document, Footnote, Format, Metadata, Warning, WarningKind};
#[cfg(feature = "docx")]
pub use docx::{Comment, annotate};
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
        #[cfg(any(feature = "docx", feature = "ofd"))]
        sniff::Found::Zip => zipped(bytes, limits),
        sniff::Found::Encrypted => Err(ErrorKind::Encrypted.into()),
        #[cfg(feature = "doc")]
        sniff::Found::Ole => doc::read(bytes, limits),
        #[cfg(feature = "doc")]
        sniff::Found::Rtf => rtf::read(bytes, limits),
        #[cfg(feature = "html")]
        sniff::Found::Html => html::read(bytes, limits),
        #[cfg(feature = "pdf")]
        sniff::Found::Pdf => pdf::read(bytes, limits),
        other => Err(Error::unsupported(other.name())),
    }
}

/// Reads the document that an archive is.
#[cfg(any(feature = "docx", feature = "ofd"))]
fn zipped(bytes: &[u8], limits: &Limits) -> Result<Document<'static>, Error> {
    let mut archive = archive::Archive::open(bytes, limits)?;
    #[cfg(feature = "ofd")]
    if ofd::is_ofd(&archive) {
        return ofd::read(&mut archive, limits);
    }
    #[cfg(feature = "docx")]
    if !archive.has("OFD.xml") {
        return docx::read(&mut archive, limits);
    }
    Err(Error::unsupported(if archive.has("OFD.xml") { "OFD" } else { sniff::Found::Zip.name() }))
}
