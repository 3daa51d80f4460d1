//! What documents are made of. Each value is described once, by [`Value`]; who writes it is a [`Writer`]: JSON of our own
//! ([`super::writer`]) or any format of serde ([`super::format`]).

use std::fmt;

use serde::ser::Serialize;

use crate::decimal::Decimal;
use crate::phrase::Phrase;
use crate::span::Span;

/// A part of a document.
pub(super) trait Value {
    /// Has itself written.
    fn write<W: Writer>(&self, writer: W) -> W::Done;
}

/// Who writes one value, which is of one of these kinds.
pub(super) trait Writer: Sized {
    /// What is left when the value is written.
    type Done;
    /// Who writes an object's fields.
    type Object: Object<Done = Self::Done>;

    /// Nothing where something may be.
    fn none(self) -> Self::Done;
    /// Something where nothing may be.
    fn some(self, value: &impl Value) -> Self::Done;
    /// A whole number.
    fn number(self, number: impl Number) -> Self::Done;
    /// A text.
    fn text(self, text: &str) -> Self::Done;
    /// A text that is fixed, without anything that JSON must escape.
    fn name(self, name: &'static str) -> Self::Done;
    /// A text that the report made itself.
    fn phrase<const N: usize>(self, phrase: &Phrase<N>) -> Self::Done;
    /// A text that comes piece by piece.
    fn shown(self, text: &impl fmt::Display) -> Self::Done;
    /// A number as text, exactly.
    fn decimal(self, number: Decimal) -> Self::Done;
    /// Start and end.
    fn span(self, span: Span) -> Self::Done;
    /// Values one after the other.
    fn list<V: Value>(self, items: impl Iterator<Item = V>) -> Self::Done;
    /// So many fields; for them see [`object`](super::object).
    fn object(self, name: &'static str, fields: usize) -> Self::Object;
}

/// Who writes the fields of an object.
pub(super) trait Object {
    /// As [`Writer::Done`].
    type Done;

    /// The next field.
    fn field(&mut self, key: &'static str, value: &(impl Value + ?Sized));
    /// The next field is not there.
    fn skip(&mut self, key: &'static str);
    /// All fields are written.
    fn end(self) -> Self::Done;
}

/// A whole number of any width.
pub(super) trait Number: Serialize + Copy {
    /// The same number.
    fn wide(self) -> u64;
}

/// A text that is fixed, without anything that JSON must escape.
#[derive(Clone, Copy)]
pub(super) struct Name(pub &'static str);

impl Value for Name {
    #[inline(always)]
    fn write<W: Writer>(&self, writer: W) -> W::Done {
        writer.name(self.0)
    }
}

macro_rules! numbers {
    ($($width:ty),+) => {
        $(
            impl Number for $width {
                #[inline(always)]
                fn wide(self) -> u64 {
                    self as u64
                }
            }

            impl Value for $width {
                #[inline(always)]
                fn write<W: Writer>(&self, writer: W) -> W::Done {
                    writer.number(*self)
                }
            }
        )+
    };
}
numbers!(u8, u16, u32, u64, usize);

impl Value for str {
    #[inline(always)]
    fn write<W: Writer>(&self, writer: W) -> W::Done {
        writer.text(self)
    }
}

impl<const N: usize> Value for Phrase<N> {
    #[inline(always)]
    fn write<W: Writer>(&self, writer: W) -> W::Done {
        writer.phrase(self)
    }
}

impl Value for Decimal {
    #[inline(always)]
    fn write<W: Writer>(&self, writer: W) -> W::Done {
        writer.decimal(*self)
    }
}

impl Value for Span {
    #[inline(always)]
    fn write<W: Writer>(&self, writer: W) -> W::Done {
        writer.span(*self)
    }
}

impl<T: Value> Value for Option<T> {
    #[inline(always)]
    fn write<W: Writer>(&self, writer: W) -> W::Done {
        match self {
            Some(value) => writer.some(value),
            None => writer.none(),
        }
    }
}

impl<T: Value> Value for [T] {
    #[inline(always)]
    fn write<W: Writer>(&self, writer: W) -> W::Done {
        writer.list(self.iter())
    }
}

impl<T: Value + ?Sized> Value for &T {
    #[inline(always)]
    fn write<W: Writer>(&self, writer: W) -> W::Done {
        (**self).write(writer)
    }
}
