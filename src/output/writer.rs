//! JSON on one line, straight into a buffer of bytes: no value costs an allocation.

use std::fmt::{self, Write as _};

use super::block::Block;
use super::value::{Number, Object, Value, Writer};
use crate::decimal::Decimal;
use crate::phrase::Phrase;
use crate::span::Span;

/// Appends `document` to `out`.
pub(super) fn write(document: &impl Value, out: &mut Vec<u8>) {
    let mut block = Block::new(out);
    document.write(&mut block);
    block.flush();
}

/// `document` as a text of its own.
pub(super) fn to_string(document: &impl Value) -> String {
    let mut out = Vec::new();
    write(document, &mut out);
    // What is written are texts and ASCII.
    String::from_utf8(out).unwrap_or_default()
}

/// The fields of an object.
pub(super) struct Fields<'b, 'o> {
    block: &'b mut Block<'o>,
    /// The brace, or the comma behind the last field: it is written with the next key.
    mark: u8,
}

impl<'b, 'o> Writer for &'b mut Block<'o> {
    type Done = ();
    type Object = Fields<'b, 'o>;

    #[inline(always)]
    fn none(self) {
        self.put(b"null");
    }

    #[inline(always)]
    fn some(self, value: &impl Value) {
        value.write(self);
    }

    #[inline(always)]
    fn number(self, number: impl Number) {
        self.number(number.wide());
    }

    #[inline(always)]
    fn text(self, text: &str) {
        self.text(text.as_bytes());
    }

    #[inline(always)]
    fn name(self, name: &'static str) {
        self.plain_text(name.as_bytes());
    }

    #[inline(always)]
    fn phrase<const N: usize>(self, phrase: &Phrase<N>) {
        self.text(phrase.as_bytes());
    }

    fn shown(self, text: &impl fmt::Display) {
        self.put(b"\"");
        let written = write!(self, "{text}");
        debug_assert!(written.is_ok(), "a block takes everything");
        self.put(b"\"");
    }

    #[inline(always)]
    fn decimal(self, number: Decimal) {
        self.decimal(number);
    }

    #[inline(always)]
    fn span(self, span: Span) {
        self.span(span);
    }

    #[inline(always)]
    fn list<V: Value>(self, items: impl Iterator<Item = V>) {
        let mut mark = b'[';
        for item in items {
            self.put(&[mark]);
            mark = b',';
            item.write(&mut *self);
        }
        if mark == b'[' {
            self.put(b"[");
        }
        self.put(b"]");
    }

    #[inline(always)]
    fn object(self, _: &'static str, _: usize) -> Self::Object {
        Fields { block: self, mark: b'{' }
    }
}

impl Object for Fields<'_, '_> {
    type Done = ();

    #[inline(always)]
    fn field(&mut self, key: &'static str, value: &(impl Value + ?Sized)) {
        self.block.key(std::mem::replace(&mut self.mark, b','), key);
        value.write(&mut *self.block);
    }

    fn skip(&mut self, _: &'static str) {}

    #[inline(always)]
    fn end(self) {
        if self.mark == b'{' {
            self.block.put(b"{");
        }
        self.block.put(b"}");
    }
}
