//! What a file is, by its first bytes. Names lie: a `.doc` in circulation is often a .docx, RTF or a web page.

/// Bytes at the start within which the mark of a PDF file may stand.
const PDF_HEAD: usize = 1024;

/// What the first bytes say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// An OLE2 file: .doc or .wps.
    Ole,
    /// An OLE2 file around an encrypted .docx.
    Encrypted,
    /// A zip archive: .docx or .ofd.
    Zip,
    /// PDF.
    Pdf,
    /// Rich Text Format.
    Rtf,
    /// A web page.
    Html,
    /// A web page with its pictures in one file (MHT).
    Mht,
    /// Anything else is taken for text.
    Text,
}

impl Found {
    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ole => "Word 97 (OLE2)",
            Self::Encrypted => "encrypted (OLE2)",
            Self::Zip => "zip (docx, OFD)",
            Self::Pdf => "PDF",
            Self::Rtf => "RTF",
            Self::Html => "HTML",
            Self::Mht => "MHT",
            Self::Text => "text",
        }
    }
}

/// Tells what `bytes` are.
pub(super) fn sniff(bytes: &[u8]) -> Found {
    const SIGNATURES: [(&[u8], Found); 5] = [
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Found::Ole),
        (b"PK\x03\x04", Found::Zip),
        (b"PK\x05\x06", Found::Zip),
        (b"%PDF-", Found::Pdf),
        (b"{\\rtf", Found::Rtf),
    ];
    if let Some((_, found)) = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)) {
        return if *found == Found::Ole && has_stream(bytes, "EncryptedPackage") { Found::Encrypted } else { *found };
    }
    let head = &bytes[..bytes.len().min(PDF_HEAD)];
    if memchr::memmem::find(head, b"%PDF-").is_some() {
        return Found::Pdf;
    }
    // Tags are ASCII: in UTF-16, which Word may save a page in, without its zeros.
    let narrow: Vec<u8>;
    let text = if head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF") {
        narrow = head[2..].iter().copied().filter(|byte| *byte != 0).collect();
        &narrow
    } else {
        head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head)
    };
    let text = text.trim_ascii_start();
    let starts = |word: &[u8]| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    if starts(b"MIME-Version:") {
        return Found::Mht;
    }
    if starts(b"{\\rtf") {
        return Found::Rtf;
    }
    // A text may begin with a bracket; a page begins with a tag, a comment or a declaration.
    let tag = text.first() == Some(&b'<')
        && text.get(1).is_some_and(|next| next.is_ascii_alphabetic() || b"!?".contains(next));
    if tag { Found::Html } else { Found::Text }
}

/// Whether an OLE2 file has a stream of that name.
///
/// Directory entries are 128 bytes long and stand at multiples of that: the name in UTF-16, at 64 its length in bytes with the zero
/// behind it, at 66 the kind, 2 for a stream. Where the directory is need not be known.
fn has_stream(bytes: &[u8], name: &str) -> bool {
    const ENTRY: usize = 128;
    let units: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let [low, high] = (units.len() as u16 + 2).to_le_bytes();
    memchr::memmem::find_iter(bytes, &units)
        .any(|at| at % ENTRY == 0 && bytes[at..].get(64..67) == Some(&[low, high, 2]))
}

#[cfg(test)]
mod tests {
    use super::{Found, sniff};

    #[test]
    fn goes_by_content() {
        let cases: [(&[u8], Found); 15] = [
            (b"", Found::Text),
            ("一、".as_bytes(), Found::Text),
            (b"<3 \xE4\xBB\xB6", Found::Text),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1...", Found::Ole),
            (b"PK\x03\x04...", Found::Zip),
            (b"junk before %PDF-1.7", Found::Pdf),
            (b"{\\rtf1\\ansi", Found::Rtf),
            (b"\r\n  {\\rtf1", Found::Rtf),
            (b"\n<!DOCTYPE html>", Found::Html),
            (b"\xEF\xBB\xBF<html>", Found::Html),
            (b"<?xml version", Found::Html),
            (b"MIME-Version: 1.0", Found::Mht),
            (b"\xFF\xFE<\0h\0t\0m\0l\0", Found::Html),
            (b"\xFE\xFF\0\n\0<\0!", Found::Html),
            (b"\xFF\xFE\x00\x4E\x01\x30", Found::Text),
        ];
        for (bytes, found) in cases {
            assert_eq!(sniff(bytes), found, "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn encrypted_packages_are_told_from_old_documents() {
        let mut file = vec![0; 1024];
        file[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        file[640..640 + name.len()].copy_from_slice(&name);
        assert_eq!(sniff(&file), Found::Ole, "a name in some text");
        file[704..707].copy_from_slice(&[34, 0, 2]);
        assert_eq!(sniff(&file), Found::Encrypted);
    }
}
