//! Whole documents out: the only code that writes them.

mod block;
mod date;
mod json;
#[cfg(feature = "rubric")]
mod score;
#[cfg(test)]
mod tests;
mod writer;

/// Writes an object with its fields in the order given.
macro_rules! object {
    ($serializer:expr, $name:literal, { $($key:literal: $value:expr),+ $(,)? }) => {{
        let mut object = $serializer.serialize_struct($name, [$($key),+].len())?;
        $(object.serialize_field($key, &$value)?;)+
        object.end()
    }};
}
use object;
