//! The numbers that a browser writes before the items of a list.

use html5ever::tokenizer::Tag;

use super::elements::attribute;

/// How the items of a list are numbered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Numbers {
    /// Not at all.
    #[default]
    None,
    /// 1.
    Decimal,
    /// 1)
    DecimalBracket,
    /// (1)
    DecimalBrackets,
    /// 一、
    Chinese,
    /// 一)
    ChineseBracket,
    /// (一)
    ChineseBrackets,
    /// a.
    Letter,
    /// A.
    Capital,
}

/// What a style, type or class of a list says, the most telling first. The classes are those of a widespread editor.
const SAYS: [(&str, Numbers); 15] = [
    ("custom_num1", Numbers::DecimalBracket),
    ("custom_num2", Numbers::DecimalBrackets),
    ("custom_num", Numbers::Decimal),
    ("custom_cn1", Numbers::ChineseBracket),
    ("custom_cn2", Numbers::ChineseBrackets),
    ("custom_cn", Numbers::Chinese),
    ("list-style-type:none", Numbers::None),
    ("list-style:none", Numbers::None),
    ("cjk-ideographic", Numbers::Chinese),
    ("chinese-informal", Numbers::Chinese),
    ("cjk-decimal", Numbers::Chinese),
    ("lower-alpha", Numbers::Letter),
    ("upper-alpha", Numbers::Capital),
    ("type=a", Numbers::Letter),
    ("type=A", Numbers::Capital),
];

impl Numbers {
    /// How the items of an `ol` are numbered.
    pub fn of(tag: &Tag) -> Self {
        let class = attribute(tag, "class").unwrap_or_default();
        let style: String = attribute(tag, "style").unwrap_or_default().split_whitespace().collect();
        let kind = attribute(tag, "type").unwrap_or_default().trim_ascii();
        let all = format!("{class} {style} type={kind}");
        SAYS.iter().find(|(says, _)| all.contains(says)).map_or(Self::Decimal, |(_, numbers)| *numbers)
    }

    /// The label of the item with this number, from 1.
    pub fn label(self, number: u32) -> String {
        match self {
            Self::None => String::new(),
            Self::Decimal => format!("{number}."),
            Self::DecimalBracket => format!("{number}）"),
            Self::DecimalBrackets => format!("（{number}）"),
            Self::Chinese => format!("{}、", chinese(number)),
            Self::ChineseBracket => format!("{}）", chinese(number)),
            Self::ChineseBrackets => format!("（{}）", chinese(number)),
            Self::Letter => letter(b'a', number).map_or_else(|| format!("{number}."), |letter| format!("{letter}.")),
            Self::Capital => letter(b'A', number).map_or_else(|| format!("{number}."), |letter| format!("{letter}.")),
        }
    }
}

fn letter(first: u8, number: u32) -> Option<char> {
    (1..=26).contains(&number).then(|| char::from(first + (number - 1) as u8))
}

/// A number up to 99 in Chinese; a longer list is numbered in figures.
fn chinese(number: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |digit: u32| DIGITS[digit as usize % 10];
    match number {
        1..=9 => digit(number).to_owned(),
        10..=19 => format!("十{}", digit(number - 10)),
        20..=99 => format!("{}十{}", digit(number / 10), digit(number % 10)),
        _ => number.to_string(),
    }
}

/// Whether a text begins with a number of its own, so that no number of a list can belong before it.
pub(super) fn is_numbered(text: &str) -> bool {
    let text = text.trim_start_matches(|ch: char| ch.is_whitespace() || matches!(ch, '(' | '（' | '第'));
    let digits = text.trim_start_matches(|ch: char| ch.is_ascii_digit() || "一二三四五六七八九十〇".contains(ch));
    let circled = text.starts_with(|ch: char| matches!(ch, '①'..='⒛'));
    circled
        || digits.len() < text.len() && digits.starts_with(['.', '．', '、', ')', '）', '条', '章', ',', '，', '是'])
}
