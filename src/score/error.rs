//! What is wrong with a rubric, and where.

use std::fmt;

/// Why a rubric cannot be used: the line, the key and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RubricError {
    line: usize,
    key: String,
    message: String,
}

impl RubricError {
    pub(super) fn new(line: usize, key: impl Into<String>, message: impl Into<String>) -> Self {
        Self { line, key: key.into(), message: message.into() }
    }

    /// The line of the rubric, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// The key, with the tables around it: `dimension[0].criterion[2].points`; empty when the text is no TOML.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// What is wrong, in Chinese and English.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for RubricError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.key.as_str() {
            "" => write!(f, "第 {} 行：{}", self.line, self.message),
            key => write!(f, "第 {} 行，{key}：{}", self.line, self.message),
        }
    }
}

impl std::error::Error for RubricError {}
