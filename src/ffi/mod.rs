//! The C ABI (feature `capi`), over the public Rust API alone. Its manual is `include/fazhi.h`, which is made from these
//! files: comments here are written for its readers.
//!
//! Every function has the form `fazhi_status f(const T *self, inputs…, outputs…, fazhi_error *err)`, runs inside
//! `fence`, checks its pointers with `input`, and writes its outputs only on success. Constants are numbered by hand and only
//! ever added to; records grow only at their end (`tests/abi/`).
#![allow(unsafe_code, reason = "callers in other languages hand in raw pointers")]
#![allow(non_camel_case_types, reason = "types are named as C programs see them")]
#![allow(
    clippy::missing_safety_doc,
    reason = "the manual's first part and each function say what the pointers must be"
)]

#[cfg(panic = "abort")]
compile_error!("the C ABI catches panics at its border: build the feature `capi` with panic = \"unwind\"");

pub mod arrow;
pub mod batch;
pub mod catalogue;
mod coded;
pub mod codes;
pub mod document;
mod fence;
mod input;
pub mod memory;
pub mod offsets;
pub mod options;
pub mod outline;
pub mod parser;
pub mod records;
pub mod report;
pub mod score;
pub mod status;
mod strings;
mod tables;
pub mod version;

/// What the manual says of threads: these may be read by many at once, and handed from one to another.
const _: () = {
    const fn shared<T: Send + Sync>() {}
    shared::<report::fazhi_report>();
    shared::<document::fazhi_document>();
    shared::<outline::fazhi_outline>();
    shared::<batch::fazhi_batch>();
    shared::<score::fazhi_rubric>();
    shared::<score::fazhi_context>();
    shared::<score::fazhi_score>();
    shared::<options::fazhi_options>();
    shared::<parser::fazhi_parser>();
};
