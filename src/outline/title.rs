//! Where the title of a section ends.

use crate::span::Span;
use crate::text::glyph::is_blank;
use crate::text::marker::MarkerStyle;

/// Longest first sentence of an item that is its title, in characters; a longer one is its text.
const ITEM_TITLE: usize = 40;

/// A title, and where the section's own text begins behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Title {
    pub span: Span,
    pub body_start: u32,
}

/// Reads the title of a section whose marker ends at `from`; `to` is the next marker of the paragraph or its end.
pub(super) fn read(source: &str, style: MarkerStyle, from: usize, to: usize) -> Title {
    let text = &source[from..to];
    let stop = memchr::memmem::find(text.as_bytes(), "。".as_bytes());
    let end = stop.unwrap_or(text.len());
    if style == MarkerStyle::Item {
        let characters = text[..end].chars().filter(|ch| !is_blank(*ch) && *ch != '\n').take(ITEM_TITLE + 1).count();
        if stop.is_none() || characters > ITEM_TITLE {
            let empty = Span::new(from as u32, from as u32);
            return Title { span: empty, body_start: from as u32 };
        }
    }
    let title = text[..end].trim_end_matches(|ch: char| {
        is_blank(ch) || matches!(ch, '\n' | '。' | '：' | ':' | '；' | ';' | '，' | ',' | '、')
    });
    let body = stop.map_or(text.len(), |stop| stop + "。".len());
    let closers = text[body..].len() - text[body..].trim_start_matches(['”', '）', ')']).len();
    Title { span: Span::new(from as u32, (from + title.len()) as u32), body_start: (from + body + closers) as u32 }
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
            let found = read(text, style, 0, text.len());
            assert_eq!(&text[found.span.range()], title, "{text}");
            assert_eq!(&text[found.body_start as usize..], rest, "{text}");
        }
        let long = format!("{}。", "法".repeat(41));
        assert!(read(&long, MarkerStyle::Item, 0, long.len()).span.is_empty());
        let fits = format!("{}。", "法".repeat(40));
        assert_eq!(read(&fits, MarkerStyle::Item, 0, fits.len()).span.len(), 120);
    }
}
