//! Rich Text Format, which circulates under the name .doc.

mod controls;
#[cfg(test)]
mod tests;
mod text;

use std::collections::HashMap;

use encoding_rs::{Encoding, GB18030, WINDOWS_1252};

use super::document::{Assembly, Document, Format, WarningKind};
use super::error::Error;
use super::limits::Limits;
use controls::{Control, Destination, control};
use text::{Inner, Texts};

/// Longest control word and number of digits behind it; longer ones are none.
const WORD: usize = 32;

/// Simplified Chinese, as a language of Windows.
const CHINESE: i32 = 2052;

/// Most fonts, and longest title in bytes.
const FONTS: usize = 10_000;
const TITLE: usize = 600;

/// What holds within a group.
#[derive(Clone, Copy, Debug)]
struct Group {
    destination: Destination,
    /// Set by the word that began the group, so that its end ends what was begun.
    inner: Option<Inner>,
    stand_ins: usize,
    font: i32,
    east_asian_font: i32,
    hidden: bool,
    chinese: bool,
}

/// Reads an RTF file.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Document<'static>, Error> {
    limits.check("file", bytes.len(), limits.part_bytes())?;
    let first = Group {
        destination: Destination::Body,
        inner: None,
        stand_ins: 1,
        font: -1,
        east_asian_font: -1,
        hidden: false,
        chinese: false,
    };
    let mut reader = Reader {
        bytes,
        at: 0,
        limits,
        texts: Texts::new(Assembly::new(limits)),
        groups: Vec::new(),
        now: first,
        fonts: HashMap::new(),
        default_font: -1,
        code_page: WINDOWS_1252,
        skip: 0,
        starred: false,
        script_east_asian: false,
        title: String::new(),
    };
    let damaged = reader.run()?;
    let Reader { texts: Texts { mut assembly, replaced, .. }, title, .. } = reader;
    if replaced > 0 {
        assembly.warn(WarningKind::Replaced, None, format!("{replaced} 处无法识别的字节以 U+FFFD 代替"));
    }
    if damaged {
        assembly.warn(WarningKind::Damaged, None, "文件在结尾处不完整，已读出其余部分");
    }
    let title = title.trim();
    assembly.metadata.title = (!title.is_empty()).then(|| title.to_owned());
    let mut document = assembly.finish(Format::Rtf);
    // A damaged file may have ended the paragraph before the mark's place.
    for footnote in &mut document.footnotes {
        footnote.at = footnote.at.filter(|at| document.text.is_char_boundary(*at as usize));
    }
    Ok(document)
}

struct Reader<'l> {
    bytes: &'l [u8],
    at: usize,
    limits: &'l Limits,
    texts: Texts<'l>,
    groups: Vec<Group>,
    now: Group,
    fonts: HashMap<i32, &'static Encoding>,
    default_font: i32,
    code_page: &'static Encoding,
    /// Characters still to be skipped behind one in Unicode.
    skip: usize,
    /// Whether a reader may skip the group if it does not know its first word.
    starred: bool,
    /// Whether the associated font named next is that of East Asian text.
    script_east_asian: bool,
    title: String,
}

impl Reader<'_> {
    /// Reads to the end, and tells whether groups were left open.
    fn run(&mut self) -> Result<bool, Error> {
        while let Some(byte) = self.next() {
            match byte {
                b'{' => {
                    self.flush_bytes();
                    self.skip = 0;
                    self.limits.check("nested groups", self.groups.len() + 1, self.limits.depth())?;
                    self.groups.push(self.now);
                    self.now.inner = None;
                    self.starred = false;
                }
                b'}' => {
                    self.flush_bytes();
                    self.skip = 0;
                    if self.now.inner.is_some() {
                        self.texts.end()?;
                    }
                    let Some(outer) = self.groups.pop() else { break };
                    self.now = outer;
                    // What follows the last group is no part of the document.
                    if self.groups.is_empty() {
                        break;
                    }
                }
                b'\\' => self.escape()?,
                b'\r' | b'\n' | b'\0' => {}
                _ => self.literal(byte),
            }
        }
        self.flush_bytes();
        let cut = !self.groups.is_empty();
        while let Some(outer) = self.groups.pop() {
            if self.now.inner.is_some() {
                self.texts.end()?;
            }
            self.now = outer;
        }
        self.texts.now.in_table = false;
        self.texts.paragraph()?;
        Ok(cut)
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.bytes.get(self.at).copied()?;
        self.at += 1;
        Some(byte)
    }

    /// Whether text is wanted where the reader stands.
    fn is_read(&self) -> bool {
        let unread = [Destination::Skipped, Destination::Shape, Destination::FontTable, Destination::Info];
        !self.now.hidden && !unread.contains(&self.now.destination)
    }

    fn literal(&mut self, byte: u8) {
        if self.skip > 0 {
            self.skip -= 1;
        } else if self.is_read() {
            if byte >= 0x80 || self.texts.is_half() {
                self.texts.byte(byte);
            } else {
                self.flush_bytes();
                self.push(char::from(byte));
            }
        }
    }

    /// Decodes the bytes that came before.
    fn flush_bytes(&mut self) {
        if !self.texts.has_bytes() {
            return;
        }
        let font = self.fonts.get(&self.now.font).copied();
        let east_asian = self.fonts.get(&self.now.east_asian_font).copied();
        let page = Some(self.code_page).filter(|page| *page != WINDOWS_1252);
        let chinese = Some(GB18030).filter(|_| self.now.chinese);
        let likely = font.or(page).or(east_asian).or(chinese).unwrap_or(self.code_page);
        let other = if font.is_some() { page } else { Some(self.code_page) };
        let text = self.texts.decode(likely, other);
        text.chars().for_each(|ch| self.push(ch));
    }

    fn push(&mut self, ch: char) {
        match self.now.destination {
            Destination::Title if self.title.len() < TITLE => self.title.push(ch),
            Destination::Title => {}
            Destination::Label if ch == '\t' => {}
            Destination::Label => self.texts.now.label.push(ch),
            _ => self.texts.now.text.push(ch),
        }
    }

    fn escape(&mut self) -> Result<(), Error> {
        let Some(byte) = self.next() else { return Ok(()) };
        if byte.is_ascii_alphabetic() {
            return self.word();
        }
        match byte {
            b'\'' => {
                let digits = self.bytes.get(self.at..self.at + 2).and_then(|digits| std::str::from_utf8(digits).ok());
                let value = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
                if let Some(value) = value {
                    self.at += 2;
                    if self.skip > 0 {
                        self.skip -= 1;
                    } else if self.is_read() {
                        self.texts.byte(value);
                    }
                }
            }
            b'*' => self.starred = true,
            b'\r' | b'\n' => self.act(Control::Paragraph, None)?,
            b'{' | b'}' | b'\\' => self.literal(byte),
            b'~' => self.act(Control::Text(" "), None)?,
            b'_' => self.act(Control::Text("-"), None)?,
            _ => {}
        }
        Ok(())
    }

    /// Reads a control word, whose first letter was read.
    fn word(&mut self) -> Result<(), Error> {
        let start = self.at - 1;
        while self.at - start < WORD && self.bytes.get(self.at).is_some_and(u8::is_ascii_alphabetic) {
            self.at += 1;
        }
        let name = &self.bytes[start..self.at];
        let number = self.at;
        self.at += usize::from(self.bytes.get(self.at) == Some(&b'-'));
        while self.at - number < WORD && self.bytes.get(self.at).is_some_and(u8::is_ascii_digit) {
            self.at += 1;
        }
        let value =
            std::str::from_utf8(&self.bytes[number..self.at]).ok().and_then(|digits| digits.parse::<i32>().ok());
        if self.bytes.get(self.at) == Some(&b' ') {
            self.at += 1;
        }
        let starred = std::mem::take(&mut self.starred);
        match control(name) {
            Some(Control::Binary) => {
                self.at =
                    self.at.saturating_add(usize::try_from(value.unwrap_or(0)).unwrap_or(0)).min(self.bytes.len());
                Ok(())
            }
            _ if self.skip > 0 => {
                self.skip -= 1;
                Ok(())
            }
            Some(control) => self.act(control, value),
            None => {
                if starred {
                    self.now.destination = Destination::Skipped;
                }
                Ok(())
            }
        }
    }

    fn act(&mut self, control: Control, value: Option<i32>) -> Result<(), Error> {
        self.flush_bytes();
        let on = value != Some(0);
        let read = self.is_read();
        let body = read && !matches!(self.now.destination, Destination::Label | Destination::Title);
        match control {
            Control::Destination(destination) => self.begin(destination),
            Control::Text(text) if read => text.chars().for_each(|ch| self.push(ch)),
            Control::Paragraph if body => self.texts.paragraph()?,
            Control::Line if body => self.texts.line(),
            Control::Cell if body => self.texts.cell(),
            // Its formatting may say a row ends in a group of its own.
            Control::Row if body => self.texts.row()?,
            Control::ParagraphDefaults if body => {
                self.texts.now.in_table = false;
                self.texts.now.outline_level = None;
            }
            Control::InTable if body => self.texts.now.in_table = on,
            Control::OutlineLevel if body => {
                self.texts.now.outline_level =
                    value.filter(|level| (0..9).contains(level)).map(|level| level as u8 + 1);
            }
            Control::Plain => {
                self.now.hidden = false;
                self.now.font = self.default_font;
            }
            Control::Hidden => self.now.hidden = on,
            Control::Font => self.now.font = value.unwrap_or(0),
            Control::EastAsian => self.script_east_asian = true,
            Control::AssociatedFont if std::mem::take(&mut self.script_east_asian) => {
                self.now.east_asian_font = value.unwrap_or(0);
            }
            Control::Charset if self.now.destination == Destination::FontTable && self.fonts.len() < FONTS => {
                if let Some(encoding) = text::charset(value.unwrap_or(0)) {
                    self.fonts.insert(self.now.font, encoding);
                }
            }
            Control::CodePage => self.code_page = text::code_page(value.unwrap_or(0)),
            Control::DefaultFont => {
                self.default_font = value.unwrap_or(0);
                self.now.font = self.default_font;
            }
            Control::EastAsianLanguage => self.now.chinese |= value == Some(CHINESE),
            Control::StandIns => self.now.stand_ins = usize::try_from(value.unwrap_or(1)).unwrap_or(0),
            Control::Unicode if read => {
                // Numbers above 32,767 are written as negative ones.
                if let Some(ch) = self.texts.unit(value.unwrap_or(0) as u16) {
                    self.push(ch);
                }
                self.skip = self.now.stand_ins;
            }
            Control::Unicode => self.skip = self.now.stand_ins,
            _ => {}
        }
        Ok(())
    }

    /// Begins a destination, which lasts until the group's end.
    fn begin(&mut self, destination: Destination) {
        let now = self.now.destination;
        let kept = match destination {
            Destination::Title => now == Destination::Info,
            // A text box stands in the otherwise unread description of its shape.
            Destination::TextBox => matches!(now, Destination::Shape | Destination::Body),
            _ => self.is_read() && now != Destination::Title,
        };
        if !kept {
            self.now.destination = if now == Destination::Info { now } else { Destination::Skipped };
            return;
        }
        self.now.destination = destination;
        let inner = match destination {
            Destination::Footnote => Inner::Footnote,
            Destination::TextBox => Inner::TextBox,
            Destination::Label => {
                self.texts.now.label.clear();
                return;
            }
            _ => return,
        };
        if self.now.inner.is_none() {
            self.now.inner = Some(inner);
            self.texts.begin(inner);
        }
    }
}
