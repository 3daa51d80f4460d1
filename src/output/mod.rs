//! Whole documents out: the only code that writes them.

mod json;
