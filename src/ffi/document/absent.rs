//! Files, for a library that was built without readers: there are no documents.

use super::rows::Tables;
use crate::ffi::status::Failure;
use crate::report::{Parser, Report};

pub(super) enum Document {}

/// Limits of what is not there.
#[derive(Clone, Copy)]
pub(in crate::ffi) struct Limits;

impl Limits {
    pub(in crate::ffi) fn new() -> Self {
        Self
    }

    pub(in crate::ffi) fn max_text_bytes(self, _: u32) -> Self {
        self
    }

    pub(in crate::ffi) fn max_file_bytes(self, _: usize) -> Self {
        self
    }
}

/// Fails where nothing can be read.
pub(in crate::ffi) fn require() -> Result<(), Failure> {
    Err(Failure::not_built_in("extract"))
}

pub(super) fn read(_: &[u8], _: &Limits) -> Result<Document, Failure> {
    Err(Failure::not_built_in("extract"))
}

pub(super) fn parse<'d>(document: &'d Document, _: &mut Parser) -> Result<Report<'d>, Failure> {
    match *document {}
}

pub(super) fn text(document: &Document) -> &str {
    match *document {}
}

pub(super) fn format(document: &Document) -> &str {
    match *document {}
}

pub(super) fn encoding(document: &Document) -> &str {
    match *document {}
}

pub(super) fn block_at(document: &Document, _: u32) -> u32 {
    match *document {}
}

pub(super) fn tables(document: &Document) -> Tables {
    match *document {}
}
