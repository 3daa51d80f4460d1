//! Which library this is, and what it was built with.

use super::memory::fazhi_str;

/// The number of the ABI: programs that were compiled against a header with another number must not use the library.
/// Within a number, functions and constants are only added, and rows grow only at their end.
pub const FAZHI_ABI_VERSION: u32 = 1;

/// The version of the library this header belongs to: major.
pub const FAZHI_VERSION_MAJOR: u32 = 0;
/// The version of the library this header belongs to: minor.
pub const FAZHI_VERSION_MINOR: u32 = 1;
/// The version of the library this header belongs to: patch.
pub const FAZHI_VERSION_PATCH: u32 = 0;

/// A bit of fazhi_features: fazhi_report_json and fazhi_score_json.
pub const FAZHI_FEATURE_JSON: u32 = 1;
/// A bit of fazhi_features: rubrics and scores (JSON of a score needs both bits).
pub const FAZHI_FEATURE_RUBRIC: u32 = 2;
/// A bit of fazhi_features: fazhi_batch_parse, and fazhi_batch_extract with a kind of file.
pub const FAZHI_FEATURE_PARALLEL: u32 = 4;
/// A bit of fazhi_features: fazhi_document_extract reads plain text in any encoding.
pub const FAZHI_FEATURE_TXT: u32 = 8;
/// A bit of fazhi_features: fazhi_document_extract reads .docx.
pub const FAZHI_FEATURE_DOCX: u32 = 16;
/// A bit of fazhi_features: fazhi_document_extract reads web pages.
pub const FAZHI_FEATURE_HTML: u32 = 32;
/// A bit of fazhi_features: fazhi_document_extract reads what circulates as .doc.
pub const FAZHI_FEATURE_DOC: u32 = 64;
/// A bit of fazhi_features: fazhi_document_extract reads PDF.
pub const FAZHI_FEATURE_PDF: u32 = 128;
/// A bit of fazhi_features: fazhi_document_extract reads OFD.
pub const FAZHI_FEATURE_OFD: u32 = 256;

/// The ABI number of the loaded library: compare it with FAZHI_ABI_VERSION.
#[unsafe(no_mangle)]
pub extern "C" fn fazhi_abi_version() -> u32 {
    FAZHI_ABI_VERSION
}

/// Gives the version of the loaded library, such as "0.1.0", which lives for ever. NULL does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_version(version: *mut fazhi_str) {
    if !version.is_null() {
        // SAFETY: not NULL, so a place for a string as the manual asks.
        unsafe { version.write(fazhi_str::of(env!("CARGO_PKG_VERSION"))) }
    }
}

/// The parts the loaded library was built with: FAZHI_FEATURE_ bits.
#[unsafe(no_mangle)]
pub extern "C" fn fazhi_features() -> u32 {
    let bit = |built_in: bool, bit: u32| if built_in { bit } else { 0 };
    bit(cfg!(feature = "serde"), FAZHI_FEATURE_JSON)
        | bit(cfg!(feature = "rubric"), FAZHI_FEATURE_RUBRIC)
        | bit(cfg!(feature = "parallel"), FAZHI_FEATURE_PARALLEL)
        | bit(cfg!(feature = "txt"), FAZHI_FEATURE_TXT)
        | bit(cfg!(feature = "docx"), FAZHI_FEATURE_DOCX)
        | bit(cfg!(feature = "html"), FAZHI_FEATURE_HTML)
        | bit(cfg!(feature = "doc"), FAZHI_FEATURE_DOC)
        | bit(cfg!(feature = "pdf"), FAZHI_FEATURE_PDF)
        | bit(cfg!(feature = "ofd"), FAZHI_FEATURE_OFD)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_has_the_version_of_the_package() {
        let version = format!("{FAZHI_VERSION_MAJOR}.{FAZHI_VERSION_MINOR}.{FAZHI_VERSION_PATCH}");
        assert_eq!(version, env!("CARGO_PKG_VERSION"));
    }
}
