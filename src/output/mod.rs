//! Whole documents out: the only code that writes them.

mod block;
mod date;
mod format;
mod json;
#[cfg(feature = "rubric")]
mod score;
#[cfg(test)]
mod tests;
mod value;
mod writer;

/// Writes an object with its fields in the order given.
macro_rules! object {
    ($writer:expr, $name:literal, { $($key:literal: $value:expr),+ $(,)? }) => {{
        let mut object = $writer.object($name, [$($key),+].len());
        $(object.field($key, &$value);)+
        object.end()
    }};
}
use object;
