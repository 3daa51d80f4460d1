//! How a call went: the status, and the error for people.

use std::borrow::Cow;

use super::records::fazhi_span;
use crate::error::{Error, ErrorKind};

/// How a call went: FAZHI_OK or one of the FAZHI_ERR_ constants. Numbers are never given another meaning; a later
/// version may add some, so treat an unknown one as an error.
pub type fazhi_status = u32;

/// Done; the outputs are written.
pub const FAZHI_OK: u32 = 0;
/// A pointer that must not be NULL is NULL.
pub const FAZHI_ERR_NULL: u32 = 1;
/// The text is not valid UTF-8; the error's span starts at the first bad byte.
pub const FAZHI_ERR_INVALID_UTF8: u32 = 2;
/// The text is longer than the limit, or a file larger, or it unpacks to more than limits allow.
pub const FAZHI_ERR_TOO_LARGE: u32 = 3;
/// A position, span or index lies outside, or ends before it starts.
pub const FAZHI_ERR_OUT_OF_RANGE: u32 = 4;
/// A position lies inside a character.
pub const FAZHI_ERR_NOT_ON_BOUNDARY: u32 = 5;
/// An argument is none of the constants it must be, or no day of the calendar.
pub const FAZHI_ERR_INVALID_ARGUMENT: u32 = 6;
/// The rubric cannot be used; the error's span is the faulty line of its TOML.
pub const FAZHI_ERR_INVALID_RUBRIC: u32 = 7;
/// This library was built without what the call needs; see fazhi_features.
pub const FAZHI_ERR_NOT_BUILT_IN: u32 = 8;
/// The system refused something, such as memory for a copy of the text.
pub const FAZHI_ERR_SYSTEM: u32 = 9;
/// A defect of the library; the call had no effect. Please report it.
pub const FAZHI_ERR_PANIC: u32 = 10;

/// The file can only be opened with a password.
pub const FAZHI_ERR_ENCRYPTED: u32 = 11;
/// The file's pages are pictures, which need text recognition first.
pub const FAZHI_ERR_NO_TEXT_LAYER: u32 = 12;
/// The file has text, but not what its characters mean; or bytes that are text in no encoding.
pub const FAZHI_ERR_UNDECODABLE: u32 = 13;
/// The file is broken in a place without which nothing can be read.
pub const FAZHI_ERR_DAMAGED: u32 = 14;
/// A web page without an article of its own; the message names what it links to.
pub const FAZHI_ERR_NO_ARTICLE: u32 = 15;
/// The file is no document but something else of that kind, such as a spreadsheet; the message says what.
pub const FAZHI_ERR_WRONG_FORMAT: u32 = 16;
/// The file is of a kind that this library does not read, or was built without (see fazhi_features); the message says
/// which.
pub const FAZHI_ERR_UNSUPPORTED_FORMAT: u32 = 17;

/// Bytes of an error's message.
pub const FAZHI_ERROR_MESSAGE_SIZE: usize = 256;

/// An error for people to read. It belongs to the caller, needs no initialisation, and is written by every call it is
/// handed to, also on success. It never grows.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct fazhi_error {
    /// How the call went, as the call also returned it.
    pub status: fazhi_status,
    /// Where in the input, in bytes; empty when the error has no place.
    pub span: fazhi_span,
    /// Length of the message in bytes; 0 on success.
    pub message_len: u32,
    /// The message in UTF-8, Chinese then English, cut at a character where it is too long; not NUL-terminated.
    pub message: [u8; FAZHI_ERROR_MESSAGE_SIZE],
}

/// Why a call failed.
#[derive(Clone)]
pub(super) struct Failure {
    status: fazhi_status,
    span: fazhi_span,
    message: Cow<'static, str>,
}

impl Failure {
    pub(super) fn new(status: fazhi_status, message: impl Into<Cow<'static, str>>) -> Self {
        Self { status, span: fazhi_span::default(), message: message.into() }
    }

    pub(super) fn at(mut self, span: fazhi_span) -> Self {
        self.span = span;
        self
    }

    pub(super) fn null(argument: &str) -> Self {
        Self::new(FAZHI_ERR_NULL, format!("参数 {argument} 是 NULL ({argument} is NULL)"))
    }

    pub(super) fn panic() -> Self {
        Self::new(FAZHI_ERR_PANIC, "fazhi 内部错误，请报告 (a defect of fazhi, please report it)")
    }

    #[cfg(not(all(feature = "serde", feature = "rubric", feature = "parallel", feature = "extract")))]
    pub(super) fn not_built_in(feature: &str) -> Self {
        Self::new(FAZHI_ERR_NOT_BUILT_IN, format!("编译时没有包含 {feature} (built without the feature {feature})"))
    }

    pub(super) fn status(&self) -> fazhi_status {
        self.status
    }

    /// The same failure for the caller's eyes.
    pub(super) fn record(&self) -> fazhi_error {
        let mut error = fazhi_error::success();
        let size = FAZHI_ERROR_MESSAGE_SIZE;
        let length = self.message.floor_char_boundary(size);
        error.message[..length].copy_from_slice(&self.message.as_bytes()[..length]);
        error.message_len = length as u32;
        error.span = self.span;
        error.status = self.status;
        error
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let status = match error.kind() {
            ErrorKind::InvalidUtf8 => FAZHI_ERR_INVALID_UTF8,
            ErrorKind::TooLarge => FAZHI_ERR_TOO_LARGE,
        };
        Self::new(status, error.to_string()).at(error.span().into())
    }
}

impl fazhi_error {
    pub(super) fn success() -> Self {
        Self { status: FAZHI_OK, span: fazhi_span::default(), message_len: 0, message: [0; FAZHI_ERROR_MESSAGE_SIZE] }
    }
}
