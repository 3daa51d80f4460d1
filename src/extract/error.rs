//! Why a file gives no text.

use std::fmt;

/// Why a file gives no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
    detail: String,
}

/// The kinds of [`Error`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// It can only be opened with a password.
    Encrypted,
    /// Its pages are pictures.
    NoTextLayer {
        /// How many pages there are.
        pages: usize,
        /// How many of them have pictures.
        images: usize,
    },
    /// It has text, but not what its characters mean.
    Undecodable {
        /// Characters without a meaning.
        unmapped: usize,
        /// All characters.
        total: usize,
    },
    /// It is broken in a place without which nothing can be read.
    Damaged,
    /// It is larger than a limit allows, or unpacks to more.
    TooLarge {
        /// What there is too much of.
        what: &'static str,
        /// The limit, in bytes or in pieces.
        limit: usize,
    },
    /// A web page without an article of its own.
    NoArticle {
        /// Names and addresses of the documents it links to, as they stand in the page.
        attachments: Vec<String>,
    },
    /// It is none of the kinds of documents it could be: a spreadsheet, an archive of something else.
    WrongFormat {
        /// What it seems to be.
        found: String,
    },
    /// It is of a kind that this library does not read, or was built without.
    Unsupported {
        /// What it is.
        found: String,
    },
}

impl Error {
    /// An error with what was noticed, for people who look for the cause.
    pub(super) fn new(kind: ErrorKind, detail: impl Into<String>) -> Self {
        Self { kind, detail: detail.into() }
    }

    pub(super) fn damaged(detail: impl Into<String>) -> Self {
        Self::new(ErrorKind::Damaged, detail)
    }

    pub(super) fn unsupported(found: impl Into<String>) -> Self {
        ErrorKind::Unsupported { found: found.into() }.into()
    }

    /// What went wrong.
    #[must_use]
    pub fn kind(&self) -> &ErrorKind {
        &self.kind
    }
}

impl From<ErrorKind> for Error {
    fn from(kind: ErrorKind) -> Self {
        Self::new(kind, "")
    }
}

/// In Chinese, and in English in brackets.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            ErrorKind::Encrypted => f.write_str("文件已加密，需要密码 (encrypted: a password is needed)")?,
            ErrorKind::NoTextLayer { pages, images } => write!(
                f,
                "没有文字层：共 {pages} 页，{images} 页是图片，请先做文字识别 (no text layer: {pages} pages, {images} with images)"
            )?,
            ErrorKind::Undecodable { unmapped, total } => write!(
                f,
                "文字无法还原：{total} 个字符中 {unmapped} 个没有对应的文字 (undecodable: {unmapped} of {total} characters)"
            )?,
            ErrorKind::Damaged => f.write_str("文件已损坏 (damaged)")?,
            ErrorKind::TooLarge { what, limit } => write!(f, "{what} 超过上限 {limit} ({what} exceeds {limit})")?,
            ErrorKind::NoArticle { attachments } if attachments.is_empty() => {
                f.write_str("网页中没有正文 (no article in the page)")?;
            }
            ErrorKind::NoArticle { attachments } => {
                let names = attachments.join(", ");
                write!(f, "网页中没有正文，附件：{names} (no article in the page; it links to {names})")?;
            }
            ErrorKind::WrongFormat { found } => write!(f, "不是文档，而是 {found} (no document but {found})")?,
            ErrorKind::Unsupported { found } => write!(f, "不支持的格式：{found} (unsupported: {found})")?,
        }
        if self.detail.is_empty() { Ok(()) } else { write!(f, ": {}", self.detail) }
    }
}

impl std::error::Error for Error {}
