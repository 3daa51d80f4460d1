//! Values as OFD writes them: arrays of numbers, distances in short form, text with escapes.

use std::borrow::Cow;

/// What a text has in the place of a character that only its font knows.
const PLACEHOLDER: char = '¤';

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|ch: char| ch.is_whitespace() || ch == ',').filter(|word| !word.is_empty())
}

/// A number that a place can be reckoned with.
fn number(word: &str) -> Option<f64> {
    word.parse().ok().filter(|number: &f64| number.is_finite())
}

/// The first `N` numbers of an array.
pub(super) fn numbers<const N: usize>(text: &str) -> Option<[f64; N]> {
    let mut words = words(text);
    let mut numbers = [0.0; N];
    for place in &mut numbers {
        *place = number(words.next()?)?;
    }
    Some(numbers)
}

/// A truth value; `None` if it is neither.
pub(super) fn truth(text: &str) -> Option<bool> {
    match text.trim() {
        "true" | "1" => Some(true),
        "false" | "0" => Some(false),
        _ => None,
    }
}

/// The distances from character to character: numbers, and `g n v` for n times v. They are expanded one by one, as they are wanted.
pub(super) struct Deltas<'a> {
    words: Box<dyn Iterator<Item = &'a str> + 'a>,
    repeated: f64,
    left: u64,
}

impl<'a> Deltas<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { words: Box::new(words(text)), repeated: 0.0, left: 0 }
    }
}

impl Iterator for Deltas<'_> {
    type Item = f64;

    fn next(&mut self) -> Option<f64> {
        while self.left == 0 {
            let word = self.words.next()?;
            if !word.eq_ignore_ascii_case("g") {
                return number(word);
            }
            self.left = self.words.next()?.parse().ok()?;
            self.repeated = number(self.words.next()?)?;
        }
        self.left -= 1;
        Some(self.repeated)
    }
}

/// What a text says: without the line ends and indents around it that are layout of the XML, its escapes resolved, U+FFFD for placeholders.
pub(super) fn meaning(text: &str) -> Cow<'_, str> {
    let text = without_layout(text);
    if !text.contains(['\\', PLACEHOLDER]) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        // A character beyond the first plane is two escapes.
        let units: Vec<u16> = [escaped(rest), rest.get(5..).and_then(escaped)].into_iter().map_while(|it| it).collect();
        match char::decode_utf16(units).next() {
            Some(unit) => {
                let ch = unit.unwrap_or(char::REPLACEMENT_CHARACTER);
                out.push(ch);
                rest = &rest[5 * ch.len_utf16()..];
            }
            None => {
                out.push('\\');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out.replace(PLACEHOLDER, "\u{FFFD}"))
}

/// The unit that an escape at the start of `text` means: a backslash and four hexadecimal digits.
fn escaped(text: &str) -> Option<u16> {
    let digits = text.strip_prefix('\\')?.get(..4)?;
    if digits.bytes().all(|byte| byte.is_ascii_hexdigit()) { u16::from_str_radix(digits, 16).ok() } else { None }
}

fn without_layout(text: &str) -> &str {
    const BLANKS: [char; 4] = [' ', '\t', '\r', '\n'];
    let inner = text.trim_start_matches(BLANKS);
    let text = if text[..text.len() - inner.len()].contains('\n') { inner } else { text };
    let inner = text.trim_end_matches(BLANKS);
    if text[inner.len()..].contains('\n') { inner } else { text }
}

#[cfg(test)]
mod tests {
    use super::{Deltas, meaning, numbers};

    #[test]
    fn deltas_are_expanded_as_wanted() {
        let cases: [(&str, &[f64]); 8] = [
            ("1 2.5 3", &[1.0, 2.5, 3.0]),
            ("g 3 5 2", &[5.0, 5.0, 5.0, 2.0]),
            ("1 g 2 -4 G 1 7", &[1.0, -4.0, -4.0, 7.0]),
            ("g 0 5 6", &[6.0]),
            ("1,2", &[1.0, 2.0]),
            ("1 NaN 2", &[1.0]),
            ("g 3", &[]),
            ("", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(Deltas::new(text).collect::<Vec<_>>(), expected, "{text}");
        }
        assert_eq!(Deltas::new("g 18446744073709551615 1").take(9).sum::<f64>(), 9.0);
    }

    #[test]
    fn arrays_are_whole_or_nothing() {
        assert_eq!(numbers(" 0 0\t210,297 1"), Some([0.0, 0.0, 210.0, 297.0]));
        assert_eq!(numbers::<4>("0 0 210"), None);
        assert_eq!(numbers::<2>("inf 1"), None);
    }

    #[test]
    fn text_is_what_it_means() {
        let cases = [
            ("青岚县", "青岚县"),
            ("\n    青岚县\n  ", "青岚县"),
            (" 青岚\n县 ", " 青岚\n县 "),
            ("一\\0020二\\D842\\DFB7三\\D842", "一 二𠮷三\u{FFFD}"),
            ("C:\\x \\12", "C:\\x \\12"),
            ("\\00e", "\\00e"),
            ("¤¤", "\u{FFFD}\u{FFFD}"),
            ("\\00A4", "\u{FFFD}"),
            ("\\岚岚", "\\岚岚"),
        ];
        for (text, expected) in cases {
            assert_eq!(meaning(text), expected, "{text}");
        }
    }
}
