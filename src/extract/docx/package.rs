//! Which parts a .docx file has: they are found by relationships, not by names.

use crate::extract::archive::{Archive, resolve};
use crate::extract::error::{Error, ErrorKind};
use crate::extract::limits::Limits;
use crate::extract::xml::{self, Budget, Event, Xml};

/// Where a package says what its main part is.
const ROOT: &str = "_rels/.rels";

/// Where producers put the main part.
const USUAL: &str = "word/document.xml";

/// The mark before a text in UTF-8.
pub(super) const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Bytes of a `mimetype` entry that are read.
const MEDIA_TYPE: usize = 100;

/// What other files that are zip archives have, and what they are.
const OTHERS: [(&str, &str); 8] = [
    ("OFD.xml", "OFD"),
    ("xl/workbook.xml", "Excel 工作簿 (xlsx)"),
    ("xl/workbook.bin", "Excel 工作簿 (xlsb)"),
    ("ppt/presentation.xml", "PowerPoint 演示文稿 (pptx)"),
    ("visio/document.xml", "Visio 绘图 (vsdx)"),
    ("META-INF/MANIFEST.MF", "Java 程序包 (jar)"),
    ("AndroidManifest.xml", "Android 程序包 (apk)"),
    ("FixedDocSeq.fdseq", "XPS 文档 (xps)"),
];

/// What the `mimetype` entry of other files says.
const MEDIA_TYPES: [(&str, &str); 3] = [
    ("application/vnd.oasis.opendocument.spreadsheet", "OpenDocument 表格 (ods)"),
    ("application/vnd.oasis.opendocument.presentation", "OpenDocument 演示文稿 (odp)"),
    ("application/epub", "电子书 (epub)"),
];

/// A document of a kind that is not read.
const OPEN_DOCUMENT: &str = "application/vnd.oasis.opendocument.text";

/// A part as text.
#[derive(Debug)]
pub(super) struct Text {
    pub name: String,
    pub text: String,
    /// Whether it begins with a byte order mark, which is no part of the text.
    pub marked: bool,
    /// Whether bytes without a meaning were replaced.
    pub replaced: bool,
    pub damaged: bool,
}

impl Text {
    /// A part that the package does not have yet.
    pub fn fresh(name: String, text: String) -> Self {
        Self { name, text, marked: false, replaced: false, damaged: false }
    }
}

/// The part in which the relationships of the part `from` stand.
pub(super) fn relationships(from: &str) -> String {
    let (folder, name) = from.rsplit_once('/').unwrap_or(("", from));
    format!("{folder}/_rels/{name}.rels").trim_start_matches('/').to_owned()
}

/// The parts of a package.
pub(super) struct Package<'a, 'b> {
    archive: &'a mut Archive<'b>,
    limits: &'a Limits,
    pub budget: Budget,
}

impl<'a, 'b> Package<'a, 'b> {
    pub fn new(archive: &'a mut Archive<'b>, limits: &'a Limits) -> Self {
        Self { archive, limits, budget: Budget::new() }
    }

    /// Whether the list of its parts was lost.
    pub fn is_damaged(&self) -> bool {
        self.archive.is_damaged()
    }

    /// Whether it has a part of that name.
    pub fn has(&self, name: &str) -> bool {
        self.archive.has(name)
    }

    /// The package with these parts in place of those of their names, or added to it.
    pub fn rewritten(&self, parts: &[(String, Vec<u8>)]) -> Result<Vec<u8>, Error> {
        self.archive.rewritten(parts)
    }

    /// The main part.
    ///
    /// # Errors
    ///
    /// A package without one is something else, which the error names.
    pub fn main(&mut self) -> Result<Text, Error> {
        let named = self.related(ROOT, "", "officeDocument")?.filter(|name| self.archive.has(name));
        if let Some(text) = self.text(named.as_deref().unwrap_or(USUAL))?
            && self.root(&text.text)?.is_none_or(|root| root == "document")
        {
            return Ok(text);
        }
        if self.archive.is_damaged() {
            return Err(Error::damaged("the main part is lost"));
        }
        Err(self.other()?)
    }

    /// What a package is that has no main part.
    fn other(&mut self) -> Result<Error, Error> {
        let media_type = match self.archive.has("mimetype") {
            true => self.archive.read("mimetype")?.map(|part| part.bytes).unwrap_or_default(),
            false => Vec::new(),
        };
        let media_type = String::from_utf8_lossy(&media_type[..media_type.len().min(MEDIA_TYPE)]).into_owned();
        if media_type.starts_with(OPEN_DOCUMENT) {
            return Ok(Error::unsupported("OpenDocument 文本 (odt)"));
        }
        let by_type = MEDIA_TYPES.iter().find(|(start, _)| media_type.starts_with(start));
        let by_name = OTHERS.iter().find(|(name, _)| self.archive.has(name));
        let found = by_type.or(by_name).map_or("zip 压缩包 (zip)", |(_, found)| found);
        Ok(ErrorKind::WrongFormat { found: found.into() }.into())
    }

    /// The part that `from` names by a relationship of that kind.
    pub fn part(&mut self, from: &str, kind: &str) -> Result<Option<Text>, Error> {
        match self.related(&relationships(from), from, kind)? {
            Some(name) => self.text(&name),
            None => Ok(None),
        }
    }

    /// The target of the first relationship whose type ends in `kind`: strict and transitional files call it differently.
    pub fn related(&mut self, relationships: &str, from: &str, kind: &str) -> Result<Option<String>, Error> {
        let Some(part) = self.archive.read(relationships)? else { return Ok(None) };
        let (text, _) = xml::decode(part.bytes);
        let mut xml = Xml::new(&text, self.limits, &self.budget);
        loop {
            match xml.next()? {
                Event::Open(element) if element.name == "Relationship" => {
                    let is_kind = element.attribute("Type").is_some_and(|it| it.rsplit('/').next() == Some(kind));
                    let is_inside = element.attribute("TargetMode").is_none_or(|mode| mode != "External");
                    if is_kind && is_inside {
                        return Ok(element.attribute("Target").and_then(|target| resolve(from, &target)));
                    }
                }
                Event::End => return Ok(None),
                _ => {}
            }
        }
    }

    /// The part of that name.
    pub fn text(&mut self, name: &str) -> Result<Option<Text>, Error> {
        let Some(part) = self.archive.read(name)? else { return Ok(None) };
        let marked = part.bytes.starts_with(BYTE_ORDER_MARK);
        let (text, replaced) = xml::decode(part.bytes);
        Ok(Some(Text { name: name.to_owned(), text, marked, replaced, damaged: part.damaged }))
    }

    /// The name of the outermost element.
    fn root(&self, text: &str) -> Result<Option<String>, Error> {
        let mut xml = Xml::new(text, self.limits, &self.budget);
        loop {
            match xml.next()? {
                Event::Open(element) => return Ok(Some(element.name.to_owned())),
                Event::End => return Ok(None),
                _ => {}
            }
        }
    }

    pub fn xml<'t>(&'t self, text: &'t Text) -> Xml<'t> {
        Xml::new(&text.text, self.limits, &self.budget)
    }
}
