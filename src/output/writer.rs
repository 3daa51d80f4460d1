//! JSON on one line, straight into a buffer of bytes: no value costs an allocation.
//!
//! It writes what the documents hold: objects with fixed keys, lists, texts and whole numbers.

use std::fmt::{self, Write as _};

use serde::ser::{self, Impossible, Serialize, SerializeSeq, SerializeStruct, SerializeTuple, Serializer};

use super::block::Block;

/// Appends `document` to `out`.
pub(super) fn write<T: Serialize>(document: &T, out: &mut Vec<u8>) {
    let mut block = Block::new(out);
    let written = document.serialize(Value { block: &mut block, mark: None });
    debug_assert!(written.is_ok(), "no document holds what the writer does not know");
    block.flush();
}

/// `document` as a text of its own.
pub(super) fn to_string<T: Serialize>(document: &T) -> String {
    let mut out = Vec::new();
    write(document, &mut out);
    // What is written are texts and ASCII.
    String::from_utf8(out).unwrap_or_default()
}

/// The place of a value.
struct Value<'b, 'o> {
    block: &'b mut Block<'o>,
    /// `[` or a comma, not written yet: it goes with the value's first bytes.
    mark: Option<u8>,
}

/// A list; its bracket is written with the first item.
struct List<'b, 'o> {
    block: &'b mut Block<'o>,
    mark: u8,
}

/// An object; its brace is written with the first key.
struct Object<'b, 'o> {
    block: &'b mut Block<'o>,
    mark: u8,
}

impl<'b, 'o> Value<'b, 'o> {
    /// The block, with the mark in it.
    #[inline(always)]
    fn marked(self) -> &'b mut Block<'o> {
        if let Some(mark) = self.mark {
            self.block.byte(mark);
        }
        self.block
    }
}

/// A value of a kind that no document has.
#[derive(Debug)]
pub(super) struct Unknown;

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a kind of value that no document has")
    }
}

impl std::error::Error for Unknown {}

impl ser::Error for Unknown {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// Numbers that are written as a wider one.
macro_rules! as_wider {
    ($($method:ident($narrow:ty) -> $wider:ident;)+) => {
        $(
            #[inline(always)]
            fn $method(self, value: $narrow) -> Result<(), Unknown> {
                self.$wider(value.into())
            }
        )+
    };
}

/// Kinds of values that no document has.
macro_rules! unknown {
    ($($method:ident($($argument:ty),*);)+) => {
        $(
            fn $method(self, $(_: $argument),*) -> Result<(), Unknown> {
                Err(Unknown)
            }
        )+
    };
}

impl<'b, 'o> Serializer for Value<'b, 'o> {
    type Ok = ();
    type Error = Unknown;
    type SerializeSeq = List<'b, 'o>;
    type SerializeTuple = List<'b, 'o>;
    type SerializeTupleStruct = Impossible<(), Unknown>;
    type SerializeTupleVariant = Impossible<(), Unknown>;
    type SerializeMap = Impossible<(), Unknown>;
    type SerializeStruct = Object<'b, 'o>;
    type SerializeStructVariant = Impossible<(), Unknown>;

    as_wider! {
        serialize_u8(u8) -> serialize_u64;
        serialize_u16(u16) -> serialize_u64;
        serialize_u32(u32) -> serialize_u64;
    }

    unknown! {
        serialize_bool(bool);
        serialize_i8(i8);
        serialize_i16(i16);
        serialize_i32(i32);
        serialize_i64(i64);
        serialize_f32(f32);
        serialize_f64(f64);
        serialize_char(char);
        serialize_bytes(&[u8]);
        serialize_unit();
        serialize_unit_struct(&'static str);
        serialize_unit_variant(&'static str, u32, &'static str);
    }

    #[inline(always)]
    fn serialize_u64(self, value: u64) -> Result<(), Unknown> {
        self.block.number(self.mark, value);
        Ok(())
    }

    #[inline(always)]
    fn serialize_str(self, text: &str) -> Result<(), Unknown> {
        self.marked().text(text);
        Ok(())
    }

    fn collect_str<T: fmt::Display + ?Sized>(self, text: &T) -> Result<(), Unknown> {
        let block = self.marked();
        block.byte(b'"');
        write!(block, "{text}").map_err(|_| Unknown)?;
        block.byte(b'"');
        Ok(())
    }

    #[inline(always)]
    fn serialize_none(self) -> Result<(), Unknown> {
        self.marked().put(b"null");
        Ok(())
    }

    #[inline(always)]
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unknown> {
        value.serialize(self)
    }

    #[inline(always)]
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Unknown> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Unknown> {
        Err(Unknown)
    }

    #[inline(always)]
    fn serialize_seq(self, _: Option<usize>) -> Result<List<'b, 'o>, Unknown> {
        Ok(List { block: self.marked(), mark: b'[' })
    }

    #[inline(always)]
    fn serialize_tuple(self, _: usize) -> Result<List<'b, 'o>, Unknown> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Unknown> {
        Err(Unknown)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Unknown> {
        Err(Unknown)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Unknown> {
        Err(Unknown)
    }

    #[inline(always)]
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Object<'b, 'o>, Unknown> {
        Ok(Object { block: self.marked(), mark: b'{' })
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Unknown> {
        Err(Unknown)
    }
}

impl SerializeSeq for List<'_, '_> {
    type Ok = ();
    type Error = Unknown;

    #[inline(always)]
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unknown> {
        let mark = std::mem::replace(&mut self.mark, b',');
        value.serialize(Value { block: self.block, mark: Some(mark) })
    }

    #[inline(always)]
    fn end(self) -> Result<(), Unknown> {
        if self.mark == b'[' {
            self.block.byte(b'[');
        }
        self.block.byte(b']');
        Ok(())
    }
}

impl SerializeTuple for List<'_, '_> {
    type Ok = ();
    type Error = Unknown;

    #[inline(always)]
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unknown> {
        SerializeSeq::serialize_element(self, value)
    }

    #[inline(always)]
    fn end(self) -> Result<(), Unknown> {
        SerializeSeq::end(self)
    }
}

impl SerializeStruct for Object<'_, '_> {
    type Ok = ();
    type Error = Unknown;

    #[inline(always)]
    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Unknown> {
        self.block.key(std::mem::replace(&mut self.mark, b','), key);
        value.serialize(Value { block: self.block, mark: None })
    }

    #[inline(always)]
    fn end(self) -> Result<(), Unknown> {
        if self.mark == b'{' {
            self.block.byte(b'{');
        }
        self.block.byte(b'}');
        Ok(())
    }
}
