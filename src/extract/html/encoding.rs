//! The encoding of a page: by its mark, by what it declares, by its bytes.

use encoding_rs::{Encoding, GB18030, GBK};
use memchr::memmem;

use crate::extract::txt::{Decoded, decode, decode_as};

/// Bytes at the start within which the declaration of an encoding is looked for. Browsers take 1,024; pages with long styles before it
/// are shown rightly only because the server names the encoding, which a saved page lost.
const HEAD: usize = 16 << 10;

/// Decodes a page. Its declaration says which of the old encodings it is; valid UTF-8 is UTF-8 whatever it says, because
/// programs convert pages without touching the declaration.
pub(super) fn decode_page(bytes: &[u8]) -> Decoded<'_> {
    if Encoding::for_bom(bytes).is_some() || std::str::from_utf8(bytes).is_ok() {
        return decode(bytes);
    }
    match declared(&bytes[..bytes.len().min(HEAD)]) {
        Some(encoding) if encoding == GBK || encoding == GB18030 => decode_as(bytes, GB18030),
        // No Chinese page is in a Western encoding: such a declaration comes from a template.
        Some(encoding)
            if !encoding.is_single_byte() && encoding.is_ascii_compatible() && encoding != encoding_rs::UTF_8 =>
        {
            decode_as(bytes, encoding)
        }
        _ => decode(bytes),
    }
}

/// The encoding that a `meta` element or the XML declaration names.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let lower = head.to_ascii_lowercase();
    let named = |tag: &[u8], attribute: &[u8]| {
        memmem::find_iter(&lower, tag).find_map(|start| {
            let tag = &lower[start..];
            let tag = &tag[..memchr::memchr(b'>', tag)?];
            let value = &tag[memmem::find(tag, attribute)? + attribute.len()..];
            let value = value.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
            let value =
                value.strip_prefix(b"\"").or_else(|| value.strip_prefix(b"'")).unwrap_or(value).trim_ascii_start();
            let length = value.iter().position(|byte| b"\"'; />?\t\r\n".contains(byte)).unwrap_or(value.len());
            Encoding::for_label(&value[..length])
        })
    };
    named(b"<meta", b"charset").or_else(|| named(b"<?xml", b"encoding"))
}
