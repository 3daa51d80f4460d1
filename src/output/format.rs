//! The documents in any format of serde.

use std::fmt;

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::value::{Number, Object, Value, Writer};
use crate::decimal::Decimal;
use crate::phrase::Phrase;
use crate::span::Span;

/// A place in the output of a format.
struct Format<S>(S);

/// The fields of an object there, or the format's complaint.
struct Fields<S: Serializer>(Result<S::SerializeStruct, S::Error>);

/// A value as serde takes it.
pub(super) struct Serialized<V>(pub V);

impl<V: Value> Serialize for Serialized<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(Format(serializer))
    }
}

/// What a user may hand to a format of serde by itself.
macro_rules! serialize {
    ($($(#[$condition:meta])? $value:ty),+ $(,)?) => {
        $(
            $(#[$condition])?
            impl Serialize for $value {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    self.write(Format(serializer))
                }
            }
        )+
    };
}
serialize!(
    Span,
    Decimal,
    crate::front::Front,
    crate::report::Report<'_>,
    #[cfg(feature = "rubric")]
    crate::score::Score,
    #[cfg(feature = "rubric")]
    crate::score::DimensionScore,
    #[cfg(feature = "rubric")]
    crate::score::CriterionScore,
    #[cfg(feature = "rubric")]
    crate::score::Flag,
);

impl<const N: usize> Serialize for Phrase<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.write(Format(serializer))
    }
}

impl<S: Serializer> Writer for Format<S> {
    type Done = Result<S::Ok, S::Error>;
    type Object = Fields<S>;

    fn none(self) -> Self::Done {
        self.0.serialize_none()
    }

    fn some(self, value: &impl Value) -> Self::Done {
        self.0.serialize_some(&Serialized(value))
    }

    fn number(self, number: impl Number) -> Self::Done {
        number.serialize(self.0)
    }

    fn text(self, text: &str) -> Self::Done {
        self.0.serialize_str(text)
    }

    fn name(self, name: &'static str) -> Self::Done {
        self.0.serialize_str(name)
    }

    fn phrase<const N: usize>(self, phrase: &Phrase<N>) -> Self::Done {
        self.0.serialize_str(phrase)
    }

    fn shown(self, text: &impl fmt::Display) -> Self::Done {
        self.0.collect_str(text)
    }

    fn decimal(self, number: Decimal) -> Self::Done {
        self.0.serialize_str(number.written(&mut Default::default()))
    }

    fn span(self, span: Span) -> Self::Done {
        (span.start, span.end).serialize(self.0)
    }

    fn list<V: Value>(self, items: impl Iterator<Item = V>) -> Self::Done {
        self.0.collect_seq(items.map(Serialized))
    }

    fn object(self, name: &'static str, fields: usize) -> Self::Object {
        Fields(self.0.serialize_struct(name, fields))
    }
}

impl<S: Serializer> Object for Fields<S> {
    type Done = Result<S::Ok, S::Error>;

    fn field(&mut self, key: &'static str, value: &(impl Value + ?Sized)) {
        self.go_on(|object| object.serialize_field(key, &Serialized(value)));
    }

    fn skip(&mut self, key: &'static str) {
        self.go_on(|object| object.skip_field(key));
    }

    fn end(self) -> Self::Done {
        self.0?.end()
    }
}

impl<S: Serializer> Fields<S> {
    /// Takes the next step, unless there was a complaint: the first is kept.
    fn go_on(&mut self, step: impl FnOnce(&mut S::SerializeStruct) -> Result<(), S::Error>) {
        if let Ok(object) = &mut self.0
            && let Err(complaint) = step(object)
        {
            self.0 = Err(complaint);
        }
    }
}
