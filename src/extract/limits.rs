//! Upper bounds on what one file may make a reader do. They stand before every parser: a file's own numbers size nothing.

use super::error::{Error, ErrorKind};

/// Limits of one extraction. Exceeding one is [`ErrorKind::TooLarge`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    file_bytes: usize,
    part_bytes: usize,
    unpacked_bytes: usize,
    text_bytes: usize,
    entries: usize,
    depth: usize,
    pages: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 256 << 20,
            part_bytes: 64 << 20,
            unpacked_bytes: 256 << 20,
            text_bytes: 64 << 20,
            entries: 20_000,
            depth: 512,
            pages: 5_000,
        }
    }
}

impl Limits {
    /// The defaults: a file of 256 MiB, parts of 64 MiB unpacked, 256 MiB unpacked in all, 64 MiB of text, 20,000
    /// entries of an archive, elements 512 deep, 5,000 pages.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Longest file, in bytes.
    #[must_use]
    pub fn max_file_bytes(mut self, bytes: usize) -> Self {
        self.file_bytes = bytes;
        self
    }

    /// Longest part of a file once it is unpacked, in bytes: against archives that unpack to gigabytes.
    #[must_use]
    pub fn max_part_bytes(mut self, bytes: usize) -> Self {
        self.part_bytes = bytes;
        self
    }

    /// All parts together once they are unpacked, in bytes.
    #[must_use]
    pub fn max_unpacked_bytes(mut self, bytes: usize) -> Self {
        self.unpacked_bytes = bytes;
        self
    }

    /// Longest text, in bytes of UTF-8 (at most `u32::MAX - 1`, since spans are 32 bits wide).
    #[must_use]
    pub fn max_text_bytes(mut self, bytes: u32) -> Self {
        self.text_bytes = bytes.min(u32::MAX - 1) as usize;
        self
    }

    /// Most entries of an archive.
    #[must_use]
    pub fn max_entries(mut self, entries: usize) -> Self {
        self.entries = entries;
        self
    }

    /// Deepest nesting of elements, objects or groups.
    #[must_use]
    pub fn max_depth(mut self, depth: usize) -> Self {
        self.depth = depth;
        self
    }

    /// Most pages.
    #[must_use]
    pub fn max_pages(mut self, pages: usize) -> Self {
        self.pages = pages;
        self
    }

    pub(super) fn file_bytes(&self) -> usize {
        self.file_bytes
    }

    pub(super) fn part_bytes(&self) -> usize {
        self.part_bytes
    }

    pub(super) fn unpacked_bytes(&self) -> usize {
        self.unpacked_bytes
    }

    pub(super) fn text_bytes(&self) -> usize {
        self.text_bytes
    }

    pub(super) fn entries(&self) -> usize {
        self.entries
    }

    pub(super) fn depth(&self) -> usize {
        self.depth
    }

    pub(super) fn pages(&self) -> usize {
        self.pages
    }

    /// Fails when there is more of `what` than the limit allows.
    pub(super) fn check(&self, what: &'static str, count: usize, limit: usize) -> Result<(), Error> {
        if count <= limit { Ok(()) } else { Err(ErrorKind::TooLarge { what, limit }.into()) }
    }
}
