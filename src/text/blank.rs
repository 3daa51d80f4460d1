//! Blanks at the edges of a line, on bytes: the characters of [`super::glyph::is_blank`].

use std::borrow::Cow;
use std::fmt;

use super::glyph::is_blank;

/// The width of the blank that `bytes` begin with, 0 if there is none.
#[inline]
pub(crate) fn width(bytes: &[u8]) -> usize {
    match *bytes {
        [0x21..=0x7f | 0xe4..=0xee, ..] => 0, // nearly always
        [b' ' | b'\t' | b'\r', ..] => 1,
        [0xc2, 0xa0, ..] => 2,
        [0xe2, 0x80, 0x82..=0x8b | 0xaf, ..] | [0xe3, 0x80, 0x80, ..] | [0xef, 0xbb, 0xbf, ..] => 3,
        _ => 0,
    }
}

/// The width of the blank that `bytes` end with, 0 if there is none.
#[inline]
fn width_before(bytes: &[u8]) -> usize {
    match *bytes {
        [.., b' ' | b'\t' | b'\r'] => 1,
        [.., 0..=0x7f] => 0,
        [.., 0xc2, 0xa0] => 2,
        [.., 0xe2, 0x80, 0x82..=0x8b | 0xaf] | [.., 0xe3, 0x80, 0x80] | [.., 0xef, 0xbb, 0xbf] => 3,
        _ => 0,
    }
}

/// The offset of the first character of `source[from..to]` that is no blank, or `to`.
#[inline]
pub(crate) fn skip(source: &str, from: usize, to: usize) -> usize {
    let bytes = &source.as_bytes()[..to];
    let mut at = from;
    loop {
        match width(&bytes[at..]) {
            0 => return at,
            width => at += width,
        }
    }
}

/// The offset behind the last character of `source[from..to]` that is no blank, or `from`.
#[inline]
pub(crate) fn trim_end(source: &str, from: usize, to: usize) -> usize {
    let bytes = &source.as_bytes()[from..to];
    let mut len = bytes.len();
    loop {
        match width_before(&bytes[..len]) {
            0 => return from + len,
            width => len -= width,
        }
    }
}

/// Whether `text` has line ends or blanks in it.
pub(crate) fn has_layout(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        at += match bytes[at] {
            b'\n' => return true,
            0x21..=0x7f => 1,
            0xe4..=0xe9 => 3,
            _ => match text[at..].chars().next() {
                Some(ch) if !is_blank(ch) => ch.len_utf8(),
                _ => return true,
            },
        };
    }
    false
}

/// Writes `text` with the layout taken out: line ends and what is joined over them, and blanks next to a digit, a
/// letter, a mark or the edge. A blank between two Chinese characters may be the writer's (文明普法 知法明理) and stays, as
/// one space.
pub(crate) fn write_without_layout(text: &str, out: &mut impl fmt::Write) -> fmt::Result {
    let mut last: Option<char> = None;
    for line in text.split('\n') {
        let line = line.trim_matches(|ch: char| is_blank(ch));
        if last.is_some() && super::furniture::is_page_mark(line) {
            continue;
        }
        let mut blank = false;
        for ch in line.chars() {
            if is_blank(ch) {
                blank = true;
                continue;
            }
            if blank && is_han(ch) && last.is_some_and(is_han) {
                out.write_char(' ')?;
            }
            blank = false;
            out.write_char(ch)?;
            last = Some(ch);
        }
    }
    Ok(())
}

/// `text` without layout: line breaks, and blanks beside digits and marks, are dropped. Borrowed when there is none.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    if has_layout(text) { Cow::Owned(without_layout(text)) } else { Cow::Borrowed(text) }
}

/// `text` as [`write_without_layout`] writes it.
pub(crate) fn without_layout(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let written = write_without_layout(text, &mut out);
    debug_assert!(written.is_ok(), "a String takes everything");
    out
}

/// Whether `ch` is a Chinese character.
pub(crate) fn is_han(ch: char) -> bool {
    matches!(ch, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '〇')
}

/// How many Chinese characters stand in `text`.
#[cfg(feature = "rubric")]
pub(crate) fn count_han(text: &str) -> usize {
    text.chars().filter(|ch| is_han(*ch)).count()
}

#[cfg(test)]
mod tests {
    use super::{has_layout, is_blank, skip, trim_end, width, width_before, without_layout};

    #[test]
    fn bytes_tell_the_blanks() {
        for ch in '\0'..=char::MAX {
            let mut bytes = [0; 4];
            let bytes = ch.encode_utf8(&mut bytes).as_bytes();
            let expected = if is_blank(ch) { bytes.len() } else { 0 };
            assert_eq!((width(bytes), width_before(bytes)), (expected, expected), "{ch:?}");
        }
    }

    #[test]
    fn finds_the_edges() {
        let line = "\u{3000}\u{a0} \t一、标题 \u{3000}\r";
        let start = skip(line, 0, line.len());
        assert_eq!(&line[start..trim_end(line, start, line.len())], "一、标题");
        assert_eq!(skip("　　", 0, 6), 6);
    }

    #[test]
    fn drops_layout_but_not_the_writers_space() {
        assert_eq!(without_layout("知法 明理"), "知法 明理");
        for (text, layout) in
            [("", false), ("知法\n明理", true), ("明　理", true), ("《é𠮷，、2%》", false), ("理\u{feff}", true)]
        {
            assert_eq!(has_layout(text), layout, "{text:?}");
        }
        assert_eq!(without_layout("共 12 件\n\n— 3 —\n\n案 件"), "共12件案 件");
    }
}
