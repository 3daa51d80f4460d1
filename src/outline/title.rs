//! Where the title of a section ends.

use crate::span::Span;
use crate::text::glyph::is_layout;
use crate::text::marker::MarkerStyle;
use crate::text::ordinary;

/// Longest first sentence of an item that is its title, in characters; a longer one is its text.
const ITEM_TITLE: usize = 40;

/// A title, and where the section's own text begins behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Title {
    pub span: Span,
    pub body_start: u32,
}

/// Reads the title of a section whose marker ends at `from`; `to` is the next marker of the paragraph or its end, `stop`
/// the first 。 of the paragraph behind `from`.
pub(super) fn read(source: &str, style: MarkerStyle, from: usize, to: usize, stop: Option<usize>) -> Title {
    let stop = stop.filter(|&stop| stop < to);
    let end = stop.unwrap_or(to);
    if style == MarkerStyle::Item && (stop.is_none() || is_longer(&source[from..end], ITEM_TITLE)) {
        let empty = Span::new(from as u32, from as u32);
        return Title { span: empty, body_start: from as u32 };
    }
    let bytes = source.as_bytes();
    let title_end = if ordinary::ends(&bytes[from..end]) {
        end
    } else {
        let mark = |ch: char| is_layout(ch) || matches!(ch, '。' | '：' | ':' | '；' | ';' | '，' | ',' | '、');
        from + source[from..end].trim_end_matches(mark).len()
    };
    let body = stop.map_or(to, |stop| stop + "。".len());
    let body_start = if body == to || ordinary::begins(bytes[body]) {
        body
    } else {
        to - source[body..to].trim_start_matches(['”', '）', ')']).len()
    };
    Title { span: Span::new(from as u32, title_end as u32), body_start: body_start as u32 }
}

/// Whether `text` has more than `most` characters, blanks and line ends not counted.
fn is_longer(text: &str, most: usize) -> bool {
    let bytes = text.as_bytes();
    let mut characters = 0;
    let mut at = 0;
    while at < bytes.len() && characters <= most {
        let run = ordinary::skip(bytes, at, bytes.len());
        characters += (run - at) / 3;
        at = run;
        if let Some(width) = ordinary::visible_width(&bytes[at..]) {
            characters += 1;
            at += width;
        } else if let Some(ch) = text[at..].chars().next() {
            characters += usize::from(!is_layout(ch));
            at += ch.len_utf8();
        }
    }
    characters > most
}

#[cfg(test)]
mod tests {
    use super::{MarkerStyle, read};

    #[test]
    fn ends_at_the_first_full_stop() {
        for (style, text, title, rest) in [
            (MarkerStyle::ChineseParenthesised, "健全机制。召开会议3次。", "健全机制", "召开会议3次。"),
            (MarkerStyle::Chinese, "主要做法：", "主要做法", ""),
            (MarkerStyle::Item, "健全机制。召开会议3次。", "健全机制", "召开会议3次。"),
            (MarkerStyle::Item, "健全机制；", "", "健全机制；"),
            (MarkerStyle::Item, "召开会议3次", "", "召开会议3次"),
        ] {
            let found = read(text, style, 0, text.len(), text.find('。'));
            assert_eq!(&text[found.span.range()], title, "{text}");
            assert_eq!(&text[found.body_start as usize..], rest, "{text}");
        }
        let long = format!("{}。", "法".repeat(41));
        assert!(read(&long, MarkerStyle::Item, 0, long.len(), long.find('。')).span.is_empty());
        let fits = format!("{}。", "法".repeat(40));
        assert_eq!(read(&fits, MarkerStyle::Item, 0, fits.len(), fits.find('。')).span.len(), 120);
    }
}
