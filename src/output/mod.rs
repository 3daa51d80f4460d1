//! Whole documents out: the only code that writes them.
