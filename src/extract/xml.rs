//! XML as the parts of .docx and OFD files hold it: a stream of elements and text, always balanced, within limits.
//!
//! Elements and attributes are told by their names without the prefix, since files of the strict and of the
//! transitional standard use different namespaces. No entity but the five named ones and numbers is resolved, so
//! nothing can be expanded.

use std::borrow::Cow;
use std::cell::Cell;
use std::ops::Range;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event as Raw};

use super::error::{Error, ErrorKind};
use super::limits::Limits;

/// Elements and pieces of text that all parts of a file together may have: against files of tiny elements, which take
/// a hundred times longer than their length. Some ten thousand pages have fewer.
const EVENTS: usize = 4_000_000;

/// Bytes within which the declaration of a part names its encoding.
const DECLARATION: usize = 256;

/// Bytes within which a reference ends.
const REFERENCE: usize = 16;

/// How many elements and pieces of text may still come.
#[derive(Debug)]
pub(in crate::extract) struct Budget(Cell<usize>);

impl Budget {
    pub fn new() -> Self {
        Self(Cell::new(EVENTS))
    }

    fn spend(&self, events: usize) -> Result<(), Error> {
        let left = self.0.get().checked_sub(events).ok_or(ErrorKind::TooLarge { what: "elements", limit: EVENTS })?;
        self.0.set(left);
        Ok(())
    }
}

/// The text of a part, and whether bytes without a meaning had to be replaced.
pub(in crate::extract) fn decode(bytes: Vec<u8>) -> (String, bool) {
    let (encoding, mark) = match Encoding::for_bom(&bytes) {
        Some(found) => found,
        None if bytes.starts_with(b"<\0") => (UTF_16LE, 0),
        None if bytes.starts_with(b"\0<") => (UTF_16BE, 0),
        None => (declared(&bytes).unwrap_or(UTF_8), 0),
    };
    if encoding != UTF_8 || mark > 0 {
        let (text, replaced) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return (text.into_owned(), replaced);
    }
    match String::from_utf8(bytes) {
        Ok(text) => (text, false),
        Err(error) => (String::from_utf8_lossy(error.as_bytes()).into_owned(), true),
    }
}

/// The encoding that the declaration of a part in ASCII names.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    // A part that was read so far is not UTF-16, whatever it says.
    Encoding::for_label(&bytes[label(bytes)?]).filter(|encoding| encoding.is_ascii_compatible())
}

/// Where the declaration of a part names its encoding.
pub(in crate::extract) fn label(bytes: &[u8]) -> Option<Range<usize>> {
    let blank = bytes.len() - bytes.trim_ascii_start().len();
    let head = bytes[blank..bytes.len().min(blank + DECLARATION)].utf8_chunks().next()?.valid();
    let declaration = head.strip_prefix("<?xml")?.split_once("?>")?.0;
    let value = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let label = value[1..].split(quote).next()?;
    let start = blank + head.len() - head.split_once("?>")?.1.len() - "?>".len() - value.len() + 1;
    Some(start..start + label.len())
}

/// A part as it is read.
pub(in crate::extract) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    budget: &'a Budget,
    depth: usize,
    open: Vec<BytesStart<'a>>,
    /// How many of the open elements are closed by what was read last, and are told one by one.
    closing: usize,
    closed: Option<BytesStart<'a>>,
    reference: String,
    text: Option<Cow<'a, str>>,
    ended: bool,
    damaged: bool,
    /// Where what was read last begins.
    at: usize,
}

/// What comes next in a part.
pub(in crate::extract) enum Event<'e> {
    /// An element begins.
    Open(Element<'e>),
    /// The element of that name ends.
    Close(&'e str),
    /// Text, whose references are resolved. One text may come in pieces.
    Text(&'e str),
    /// Nothing more: every element has ended.
    End,
}

/// The beginning of an element.
#[derive(Clone, Copy)]
pub(in crate::extract) struct Element<'e> {
    /// Its name without the prefix.
    pub name: &'e str,
    /// The name of the element it is in; empty for the outermost.
    pub parent: &'e str,
    /// Where it begins in the part.
    pub at: usize,
    start: &'e BytesStart<'e>,
}

impl<'e> Element<'e> {
    /// What stands before its name: empty, or a word and a colon.
    pub fn prefix(&self) -> &'e str {
        let name = self.start.name().into_inner();
        &name[..name.len() - self.name.len()]
    }

    /// The value of the attribute of that name, without its prefix.
    pub fn attribute(&self, name: &str) -> Option<Cow<'e, str>> {
        self.raw().find(|(known, _)| *known == name).map(|(_, value)| resolved(value))
    }

    /// All attributes, their names without prefixes: for elements with many, which are then read once.
    pub fn attributes(&self) -> impl Iterator<Item = (&'e str, Cow<'e, str>)> {
        self.raw().map(|(name, value)| (name, resolved(value)))
    }

    fn raw(&self) -> impl Iterator<Item = (&'e str, Cow<'e, str>)> + use<'e> {
        let mut attributes = self.start.attributes();
        attributes.with_checks(false);
        attributes.filter_map(Result::ok).map(|attribute| (attribute.key.local_name().into_inner(), attribute.value))
    }

    /// Whether some attribute has that value, as namespaces are declared by any name.
    pub fn has_value(&self, value: &str) -> bool {
        self.start.attributes().with_checks(false).filter_map(Result::ok).any(|attribute| attribute.value == value)
    }

    /// Its attribute `val`, which is all that most elements of Word have.
    pub fn value(&self) -> Option<Cow<'e, str>> {
        self.attribute("val")
    }

    /// The number in its attribute `name`.
    pub fn number<N: std::str::FromStr>(&self, name: &str) -> Option<N> {
        self.attribute(name)?.trim().parse().ok()
    }
}

/// A value with its references resolved.
fn resolved(value: Cow<'_, str>) -> Cow<'_, str> {
    if !value.contains('&') {
        return value;
    }
    let mut text = String::with_capacity(value.len());
    let mut rest = &*value;
    while let Some((before, behind)) = rest.split_once('&') {
        text.push_str(before);
        // Not sought to the end of a value without any semicolon, again and again.
        let end = behind.bytes().take(REFERENCE).position(|byte| byte == b';');
        rest = match end {
            Some(end) => {
                text.extend(character(&behind[..end]));
                &behind[end + 1..]
            }
            None => behind,
        };
    }
    text.push_str(rest);
    Cow::Owned(text)
}

/// The character that a reference means. Characters that XML forbids, and entities of the file's own, mean nothing.
fn character(name: &str) -> Option<char> {
    let code = match name {
        "lt" => return Some('<'),
        "gt" => return Some('>'),
        "amp" => return Some('&'),
        "quot" => return Some('"'),
        "apos" => return Some('\''),
        name => name.strip_prefix('#')?,
    };
    let code = match code.strip_prefix('x') {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => code.parse(),
    };
    char::from_u32(code.ok()?).filter(|ch| !ch.is_control() || matches!(ch, '\t' | '\n' | '\r'))
}

fn local<'s>(start: &'s BytesStart<'_>) -> &'s str {
    start.local_name().into_inner()
}

impl<'a> Xml<'a> {
    /// Reads a part.
    pub fn new(text: &'a str, limits: &Limits, budget: &'a Budget) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        // Slightly broken files stay readable: what is open is known here.
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        let depth = limits.depth();
        let (open, reference) = (Vec::new(), String::new());
        let (closing, closed, text) = (0, None, None);
        Self { reader, budget, depth, open, closing, closed, reference, text, ended: false, damaged: false, at: 0 }
    }

    /// Where the markup or text that was read last stands in the part.
    pub fn place(&self) -> Range<usize> {
        self.at..self.reader.buffer_position() as usize
    }

    /// Whether the part ended too early or is no XML from some place on.
    pub fn is_damaged(&self) -> bool {
        self.damaged
    }

    /// What comes next.
    pub fn next(&mut self) -> Result<Event<'_>, Error> {
        loop {
            if self.closing > 0 {
                self.closing -= 1;
                self.closed = self.open.pop();
                return Ok(Event::Close(self.closed.as_ref().map_or("", |start| local(start))));
            }
            if self.ended {
                return Ok(Event::End);
            }
            self.budget.spend(1)?;
            self.at = self.reader.buffer_position() as usize;
            let Ok(event) = self.reader.read_event() else {
                self.damaged = true;
                self.end();
                continue;
            };
            match event {
                Raw::Start(start) => return self.begin(start, 0),
                Raw::Empty(start) => return self.begin(start, 1),
                Raw::End(end) => {
                    // An end without a beginning closes nothing; elements left open inside end with the one around them.
                    let name = end.local_name();
                    let inside = self.open.iter().rev().position(|start| start.local_name() == name);
                    // What had to be looked through: a file of ends without beginnings would take long.
                    self.budget.spend(inside.unwrap_or(self.open.len()))?;
                    self.closing = inside.map_or(0, |inside| inside + 1);
                }
                Raw::Text(text) => return Ok(Event::Text(self.text.insert(text.into_inner()))),
                Raw::CData(text) => return Ok(Event::Text(self.text.insert(text.into_inner()))),
                Raw::GeneralRef(name) => {
                    self.reference.clear();
                    self.reference.extend(character(&name));
                    return Ok(Event::Text(&self.reference));
                }
                Raw::Eof => {
                    self.damaged |= !self.open.is_empty();
                    self.end();
                }
                Raw::Comment(_) | Raw::Decl(_) | Raw::PI(_) | Raw::DocType(_) => {}
            }
        }
    }

    fn begin(&mut self, start: BytesStart<'a>, closing: usize) -> Result<Event<'_>, Error> {
        if self.open.len() >= self.depth {
            return Err(ErrorKind::TooLarge { what: "depth", limit: self.depth }.into());
        }
        self.open.push(start);
        self.closing = closing;
        let [.., start] = &self.open[..] else { return Ok(Event::End) };
        let parent = self.open.iter().rev().nth(1).map_or("", |parent| local(parent));
        Ok(Event::Open(Element { name: local(start), parent, at: self.at, start }))
    }

    fn end(&mut self) {
        self.ended = true;
        self.closing = self.open.len();
    }
}

#[cfg(test)]
mod tests {
    use super::{Budget, Event, Xml, decode};
    use crate::extract::{ErrorKind, Limits};

    /// What is told of a part, in short.
    fn told(text: &str) -> (String, bool) {
        let (limits, budget) = (Limits::new().max_depth(20), Budget::new());
        let mut xml = Xml::new(text, &limits, &budget);
        let mut out = String::new();
        loop {
            match xml.next().unwrap() {
                Event::Open(element) => {
                    let value = element.value().unwrap_or_default();
                    out.push_str(&format!("<{}:{}{value}", element.parent, element.name));
                }
                Event::Close(name) => out.push_str(&format!(">{name} ")),
                Event::Text(text) => out.push_str(text),
                Event::End => return (out, xml.is_damaged()),
            }
        }
    }

    #[test]
    fn is_always_balanced() {
        let cases = [
            ("<a><w:b w:val='1&amp;2&no;&'/>x&#65;&no;<![CDATA[<]]></a>", "<:a<a:b1&2>b xA<>a ", false),
            ("<a><b>x</a>y", "<:a<a:bx>b >a y", false),
            ("</c><a></b>x</a></a>", "<:ax>a ", false),
            ("<a><b>x", "<:a<a:bx>b >a ", true),
            ("<a>x<b c='", "<:ax>a ", true),
            ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "<:a>a ", false),
        ];
        for (text, expected, damaged) in cases {
            assert_eq!(told(text), (expected.to_owned(), damaged), "{text}");
        }
    }

    #[test]
    fn depth_and_number_are_limited() {
        let (limits, budget) = (Limits::new().max_depth(3), Budget(std::cell::Cell::new(9)));
        let kind = |text: &str| {
            let mut xml = Xml::new(text, &limits, &budget);
            loop {
                match xml.next() {
                    Ok(Event::End) => return None,
                    Ok(_) => {}
                    Err(error) => return Some(error.kind().clone()),
                }
            }
        };
        assert_eq!(kind("<a><b><c><d>"), Some(ErrorKind::TooLarge { what: "depth", limit: 3 }));
        assert!(matches!(kind("<a/><a/><a/><a/><a/><a/>"), Some(ErrorKind::TooLarge { what: "elements", .. })));
    }

    #[test]
    fn encodings_are_as_declared() {
        let utf16: Vec<u8> = "<a>县".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(utf16), ("<a>县".to_owned(), false));
        let gbk = encoding_rs::GB18030.encode("<?xml version='1.0' encoding = \"gbk\"?><a>县").0.into_owned();
        assert!(decode(gbk).0.ends_with("<a>县"));
        assert_eq!(decode(b"\xEF\xBB\xBF<a>".to_vec()), ("<a>".to_owned(), false));
        assert_eq!(decode(b"<a>\xFF".to_vec()), ("<a>\u{FFFD}".to_owned(), true));
    }
}
