//! The command `fazhi`.
fn main() {}
