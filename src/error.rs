//! The one error type. A damaged or odd report is a result, never an error.

use crate::span::Span;

/// Why a text could not be parsed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct Error {
    kind: ErrorKind,
    span: Span,
    message: String,
}

/// The kinds of [`Error`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The input is not valid UTF-8; the error's span starts at the first bad byte.
    InvalidUtf8,
    /// The input is longer than [`crate::Limits::max_bytes`].
    TooLarge,
}

impl Error {
    pub(crate) fn invalid_utf8(start: usize, length: usize) -> Self {
        let start32 = u32::try_from(start).unwrap_or(u32::MAX);
        let length32 = u32::try_from(length).unwrap_or(0);
        Self {
            kind: ErrorKind::InvalidUtf8,
            span: Span::new(start32, start32.saturating_add(length32)),
            message: format!("不是有效的 UTF-8 文本，第一个错误字节在偏移 {start} 处 (invalid UTF-8 at byte {start})"),
        }
    }

    pub(crate) fn too_large(bytes: usize, limit: usize) -> Self {
        Self {
            kind: ErrorKind::TooLarge,
            span: Span::default(),
            message: format!(
                "输入有 {bytes} 字节，超过上限 {limit} 字节 (input of {bytes} bytes exceeds the limit of {limit})"
            ),
        }
    }

    /// What went wrong.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// Where in the input, in bytes; empty when the error has no place.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }
}
