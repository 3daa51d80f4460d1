//! Whole documents out: the only code that writes them.

mod json;
#[cfg(feature = "rubric")]
mod score;
