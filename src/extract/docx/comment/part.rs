//! What is written: marks in the main part, the list of comments, and what the package must say of that list.

use std::ops::Range;

use super::Comment;
use super::edit::{Edited, Root};
use crate::extract::docx::package::Text;
use crate::extract::error::Error;
use crate::extract::limits::Limits;
use crate::extract::xml::Element;

/// Where a package says of what kind its parts are.
pub(super) const TYPES: &str = "[Content_Types].xml";

/// Of what kind a list of comments is.
const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

/// What a new part begins with, and one without relationships.
const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const NO_RELATIONSHIPS: &str =
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>"#;

/// The usual prefix of Word's own elements.
const PREFIX: &str = "w:";

/// Text as large as that of a comment in Word, and not as the body of an official document: without its indent and
/// line spacing, in 9 points.
const PARAGRAPH: &str = r#"<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:firstLine="0" w:firstLineChars="0"/></w:pPr>"#;
const LETTERS: &str = r#"<w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>"#;

/// Which of the two standards a file is written by.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Dialect {
    #[default]
    Transitional,
    Strict,
}

impl Dialect {
    /// That of the main part, whose outermost element is given.
    pub fn of(root: &Element<'_>) -> Self {
        if root.has_value(Self::Strict.words()) { Self::Strict } else { Self::Transitional }
    }

    /// The namespace of Word's own elements.
    fn words(self) -> &'static str {
        match self {
            Self::Transitional => "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            Self::Strict => "http://purl.oclc.org/ooxml/wordprocessingml/main",
        }
    }

    /// The name of the relationship to a list of comments.
    fn relationship(self) -> &'static str {
        match self {
            Self::Transitional => "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
            Self::Strict => "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
        }
    }

    /// What makes [`PREFIX`] known inside a part that uses another one.
    fn declaration(self, root: &Root) -> String {
        if root.prefix == PREFIX { String::new() } else { format!(r#" xmlns:w="{}""#, self.words()) }
    }

    /// Puts the marks of comments, each with its number, round their places.
    pub fn enclose(self, document: &mut Edited<'_>, root: &Root, places: &[(i64, Range<usize>)]) {
        let w = self.declaration(root);
        let start = |id| format!(r#"<w:commentRangeStart{w} w:id="{id}"/>"#);
        let end = |id| format!(r#"<w:commentRangeEnd{w} w:id="{id}"/><w:r{w}><w:commentReference w:id="{id}"/></w:r>"#);
        for (id, place) in places {
            let start = if place.is_empty() { start(id) } else { String::new() };
            document.put(place.end..place.end, start + &end(id));
        }
        // Behind the ends of others at the same place.
        for (id, place) in places.iter().filter(|(_, place)| !place.is_empty()) {
            document.put(place.start..place.start, start(id));
        }
    }

    /// A list without comments.
    pub fn no_comments(self) -> String {
        format!("{DECLARATION}\n<w:comments xmlns:w=\"{}\"></w:comments>", self.words())
    }

    /// An entry of the list.
    pub fn comment(self, root: &Root, comment: &Comment, id: i64) -> String {
        let (w, author) = (self.declaration(root), escaped(&comment.author));
        let mut entry = format!(r#"<w:comment{w} w:id="{id}" w:author="{author}" w:initials="{author}">"#);
        for (index, line) in comment.text.split('\n').enumerate() {
            let mark = if index == 0 { "<w:r><w:annotationRef/></w:r>" } else { "" };
            let line = escaped(line);
            let run = format!(r#"<w:r>{LETTERS}<w:t xml:space="preserve">{line}</w:t></w:r>"#);
            entry.extend(["<w:p>", PARAGRAPH, mark, &run, "</w:p>"]);
        }
        entry.push_str("</w:comment>");
        entry
    }

    /// The relationships of the main part with the one to the list called `name`, which is in the same folder.
    pub fn related(self, links: &Text, name: &str, limits: &Limits) -> Result<Vec<u8>, Error> {
        let mut part = Edited::new(links);
        let mut ids = Vec::new();
        let root = Root::read(&part, limits, |element| ids.extend(element.attribute("Id").map(|id| id.into_owned())))?;
        ids.sort_unstable();
        let id = (1..).map(|number| format!("rId{number}")).find(|id| ids.binary_search(id).is_err());
        let (kind, target) = (self.relationship(), escaped(name.rsplit('/').next().unwrap_or(name)));
        let link = format!(
            r#"<{}Relationship Id="{}" Type="{kind}" Target="{target}"/>"#,
            root.prefix,
            id.unwrap_or_default()
        );
        root.append(&mut part, &link);
        part.bytes()
    }
}

/// The relationships of a part that has none yet.
pub(super) fn no_relationships() -> String {
    format!("{DECLARATION}\n{NO_RELATIONSHIPS}")
}

/// The kinds of parts with that of the list called `name`; `None` if it is there.
pub(super) fn typed(types: &Text, name: &str, limits: &Limits) -> Result<Option<Vec<u8>>, Error> {
    let mut part = Edited::new(types);
    let name = format!("/{name}");
    let mut known = false;
    let root = Root::read(&part, limits, |element| {
        known |= element.attribute("PartName").is_some_and(|part| part.eq_ignore_ascii_case(&name));
    })?;
    if known {
        return Ok(None);
    }
    let entry = format!(r#"<{}Override PartName="{}" ContentType="{TYPE}"/>"#, root.prefix, escaped(&name));
    root.append(&mut part, &entry);
    part.bytes().map(Some)
}

/// Text as markup; what XML does not allow is left out.
fn escaped(text: &str) -> String {
    let mut markup = String::with_capacity(text.len());
    for ch in text.chars() {
        match ch {
            '&' => markup.push_str("&amp;"),
            '<' => markup.push_str("&lt;"),
            '>' => markup.push_str("&gt;"),
            '"' => markup.push_str("&quot;"),
            ch if ch != '\t' && ch.is_control() || matches!(ch, '\u{FFFE}' | '\u{FFFF}') => {}
            ch => markup.push(ch),
        }
    }
    markup
}
