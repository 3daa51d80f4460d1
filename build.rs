//! Gives the shared library of the C ABI its name inside: programs that link it look for this name when they start, so it
//! carries the number of the ABI and not the version. cargo-c sets the same for what it builds.

/// `FAZHI_ABI_VERSION` of `src/ffi/version.rs`; `tests/header.rs` compares them.
const ABI: &str = "1";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var_os("CARGO_FEATURE_CAPI").is_none() {
        return;
    }
    let system = std::env::var("CARGO_CFG_TARGET_OS").unwrap_or_default();
    match system.as_str() {
        "windows" => {}
        "macos" => println!("cargo::rustc-cdylib-link-arg=-Wl,-install_name,@rpath/libfazhi.{ABI}.dylib"),
        _ => println!("cargo::rustc-cdylib-link-arg=-Wl,-soname,libfazhi.so.{ABI}"),
    }
}
