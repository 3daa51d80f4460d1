//! Comments on a .docx file: they are put into its markup at exact places, and everything else stays byte for byte.

mod edit;
mod part;
mod units;

use std::collections::HashSet;

use super::Reading;
use super::package::{Package, Text, relationships};
use crate::extract::archive::Archive;
use crate::extract::error::{Error, ErrorKind};
use crate::extract::limits::Limits;
use crate::extract::sniff::{Found, sniff};
use crate::extract::word::line::Trace;
use crate::span::Span;
use edit::{Edited, Root};
use units::Units;

/// A comment to be put on a Word file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// What it is about: bytes of the text that [`extract`](crate::extract::extract) reads from the file.
    pub span: Span,
    /// Who says it.
    pub author: String,
    /// What is said, one paragraph a line.
    pub text: String,
}

/// The .docx file in `bytes` with comments.
///
/// A comment goes round the runs that hold the first paragraph of its span, without splitting one; round the whole
/// paragraph if the span begins in an automatic number; round the drawing if it is in a text box. Comments that the file
/// has stay. All other parts are carried over as they are packed. The comments bear no date.
///
/// ```
/// # use fazhi::extract::{Comment, ErrorKind, Limits, annotate};
/// # use fazhi::Span;
/// let comment = Comment { span: Span::new(0, 3), author: "fazhi".into(), text: "请核对".into() };
/// let error = annotate(b"%PDF-1.7", &[comment], &Limits::new()).unwrap_err();
/// assert_eq!(error.kind(), &ErrorKind::WrongFormat { found: "PDF".into() });
/// ```
///
/// # Errors
///
/// [`ErrorKind::WrongFormat`](crate::extract::ErrorKind::WrongFormat) for other files; those of reading it; and
/// [`ErrorKind::Damaged`](crate::extract::ErrorKind::Damaged) if a part that must be changed is not whole, even if its text can be read.
pub fn annotate(bytes: &[u8], comments: &[Comment], limits: &Limits) -> Result<Vec<u8>, Error> {
    limits.check("file", bytes.len(), limits.file_bytes())?;
    match sniff(bytes) {
        Found::Zip => {}
        Found::Encrypted => return Err(ErrorKind::Encrypted.into()),
        other => return Err(ErrorKind::WrongFormat { found: other.name().into() }.into()),
    }
    let mut archive = Archive::open(bytes, limits)?;
    let mut package = Package::new(&mut archive, limits);
    if comments.is_empty() {
        return package.main().map(|_| bytes.to_vec());
    }
    let Reading { main, trace, .. } = Reading::new(&mut package, limits, Some(Trace::new()))?;
    let parts = parts(&mut package, limits, &main, &trace.unwrap_or_default(), comments)?;
    package.rewritten(&parts)
}

/// The parts that comments change or add, by name.
fn parts(
    package: &mut Package<'_, '_>,
    limits: &Limits,
    main: &Text,
    trace: &Trace,
    comments: &[Comment],
) -> Result<Vec<(String, Vec<u8>)>, Error> {
    let mut document = Edited::new(main);
    let units = Units::read(&document, limits)?;
    let dialect = units.dialect;

    let links = relationships(&main.name);
    let known = package.related(&links, &main.name, "comments")?;
    let name = known.clone().unwrap_or_else(|| unused(package, &main.name));
    let part = match package.text(&name)? {
        Some(part) => part,
        None => Text::fresh(name, dialect.no_comments()),
    };
    let mut list = Edited::new(&part);
    let mut ids = units.ids.clone();
    let root = Root::read(&list, limits, |element| ids.extend(element.number::<i64>("id")))?;
    let ids = unused_ids(&ids, comments.len());

    let mut places = Vec::new();
    let mut entries = String::new();
    for (comment, id) in comments.iter().zip(ids) {
        places.push((id, units.around(trace, comment.span)?));
        entries.push_str(&dialect.comment(&root, comment, id));
    }
    dialect.enclose(&mut document, &units.root, &places);
    root.append(&mut list, &entries);

    let mut parts = vec![(main.name.clone(), document.bytes()?), (part.name.clone(), list.bytes()?)];
    if known.is_none() {
        let links = match package.text(&links)? {
            Some(part) => part,
            None => Text::fresh(links, part::no_relationships()),
        };
        parts.push((links.name.clone(), dialect.related(&links, &part.name, limits)?));
    }
    let types = package.text(part::TYPES)?.ok_or_else(|| Error::damaged("[Content_Types].xml is missing"))?;
    parts.extend(part::typed(&types, &part.name, limits)?.map(|bytes| (types.name.clone(), bytes)));
    Ok(parts)
}

/// A name for the list of comments, beside the part `main`, that the package does not have.
fn unused(package: &Package<'_, '_>, main: &str) -> String {
    let folder = main.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let names = (1..).map(|number| format!("{folder}comments{number}.xml"));
    let mut names = std::iter::once(format!("{folder}comments.xml")).chain(names);
    names.find(|name| !package.has(name)).unwrap_or_default()
}

/// As many numbers as are wanted that are not used.
fn unused_ids(used: &HashSet<i64>, count: usize) -> Vec<i64> {
    (0..).filter(|id| !used.contains(id)).take(count).collect()
}
