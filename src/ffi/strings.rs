//! A table of strings: text that a result makes itself and its rows point to.

use super::records::{FAZHI_NONE, fazhi_text};

/// Texts one behind the other.
#[derive(Debug, Default)]
pub(super) struct Strings {
    all: String,
}

impl Strings {
    /// Adds a text. One that would end behind what 32 bits can count is left out.
    pub(super) fn add(&mut self, text: &str) -> fazhi_text {
        let end = u32::try_from(self.all.len() + text.len());
        let Ok(end) = end else { return Self::absent() };
        let length = text.len() as u32;
        self.all.push_str(text);
        fazhi_text { offset: end - length, length }
    }

    /// Adds a text if there is one.
    pub(super) fn add_if<T: AsRef<str>>(&mut self, text: Option<T>) -> fazhi_text {
        text.map_or(Self::absent(), |text| self.add(text.as_ref()))
    }

    /// No text.
    pub(super) fn absent() -> fazhi_text {
        fazhi_text { offset: FAZHI_NONE, length: 0 }
    }

    /// The whole table.
    pub(super) fn as_str(&self) -> &str {
        &self.all
    }
}
