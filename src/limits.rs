//! Upper bounds on what one parse may take in and give back.

use crate::error::Error;

/// Limits of one parse. Exceeding [`Limits::max_bytes`] is an error; every other limit gives a smaller report with
/// the note `limit_reached`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    max_bytes: u32,
    max_sections: u32,
    max_facts: u32,
    max_depth: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { max_bytes: 64 << 20, max_sections: 100_000, max_facts: 1_000_000, max_depth: 16 }
    }
}

impl Limits {
    /// The defaults: 64 MiB of input, 100,000 sections, 1,000,000 facts of each kind, 16 heading levels.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Longest input, in bytes (at most `u32::MAX - 1`, since spans are 32 bits wide).
    #[must_use]
    pub fn max_bytes(mut self, bytes: u32) -> Self {
        self.max_bytes = bytes.min(u32::MAX - 1);
        self
    }

    /// Most sections in a report: against a text that is nothing but markers.
    #[must_use]
    pub fn max_sections(mut self, sections: u32) -> Self {
        self.max_sections = sections;
        self
    }

    /// Most facts of each kind (quantities, citations, dates, document numbers): against a text that is nothing but figures.
    #[must_use]
    pub fn max_facts(mut self, facts: u32) -> Self {
        self.max_facts = facts;
        self
    }

    /// Deepest heading level: deeper markers become siblings at this level.
    #[must_use]
    pub fn max_depth(mut self, depth: u32) -> Self {
        self.max_depth = depth.max(1);
        self
    }

    /// Fails for an input of so many `bytes` if it is too long.
    pub(crate) fn admit(&self, bytes: usize) -> Result<(), Error> {
        let limit = self.max_bytes as usize;
        if bytes > limit { Err(Error::too_large(bytes, limit)) } else { Ok(()) }
    }

    pub(crate) fn sections(&self) -> usize {
        self.max_sections as usize
    }

    pub(crate) fn facts(&self) -> usize {
        self.max_facts as usize
    }

    pub(crate) fn depth(&self) -> usize {
        self.max_depth as usize
    }
}
