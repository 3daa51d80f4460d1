//! What elements and their attributes mean to a reader.

use html5ever::tokenizer::Tag;
use html5ever::tokenizer::states::RawKind;

use super::numbers::Numbers;

/// What an element does to the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Text.
    Text,
    /// An element that only makes a style.
    Inline,
    /// A link, if it has an address.
    Link,
    /// A paragraph.
    Paragraph,
    /// A heading of this level.
    Heading(u8),
    /// A division of the page.
    Block,
    /// A list.
    List,
    /// An item of a list.
    Item,
    /// A table.
    Table,
    /// Rows of a table.
    Section,
    /// A row.
    Row,
    /// A cell.
    Cell,
    /// A paragraph whose line ends count.
    Preformatted,
    /// A line end without content of its own.
    Break,
    /// A part without a share in the article.
    Aside,
    /// What a page never shows as text.
    Unseen,
}

impl Role {
    /// Whether it stands in the line of the text around it.
    pub fn is_inline(self) -> bool {
        matches!(self, Self::Text | Self::Inline | Self::Link | Self::Unseen)
    }

    /// Whether the elements within it cannot be closed from without.
    pub fn is_boundary(self) -> bool {
        matches!(self, Self::Table | Self::Cell)
    }
}

/// The role of an element; `None` if its tags mean nothing here, as those of Word (`o:p`) and empty elements.
pub(super) fn role(name: &str) -> Option<Role> {
    Some(match name {
        "abbr" | "acronym" | "b" | "bdi" | "bdo" | "big" | "button" | "cite" | "code" | "data" | "dfn" | "em"
        | "font" | "i" | "ins" | "kbd" | "label" | "mark" | "nobr" | "q" | "ruby" | "s" | "samp" | "small" | "span"
        | "strike" | "strong" | "sub" | "sup" | "time" | "tt" | "u" | "var" => Role::Inline,
        "a" => Role::Link,
        "p" => Role::Paragraph,
        "h1" => Role::Heading(1),
        "h2" => Role::Heading(2),
        "h3" => Role::Heading(3),
        "h4" => Role::Heading(4),
        "h5" => Role::Heading(5),
        "h6" => Role::Heading(6),
        "address" | "article" | "blockquote" | "body" | "caption" | "center" | "details" | "dialog" | "div"
        | "fieldset" | "figcaption" | "figure" | "form" | "founder-content" | "hgroup" | "legend" | "main"
        | "section" | "summary" | "ucapcontent" | "ucaptitle" => Role::Block,
        "dir" | "dl" | "menu" | "ol" | "ul" => Role::List,
        "dd" | "dt" | "li" => Role::Item,
        "table" => Role::Table,
        "tbody" | "tfoot" | "thead" => Role::Section,
        "tr" => Role::Row,
        "td" | "th" => Role::Cell,
        "listing" | "pre" => Role::Preformatted,
        "br" | "hr" => Role::Break,
        "aside" | "footer" | "header" | "nav" => Role::Aside,
        "applet" | "audio" | "canvas" | "datalist" | "del" | "head" | "math" | "noscript" | "object" | "rp" | "rt"
        | "select" | "svg" | "template" | "video" | "xml" => Role::Unseen,
        _ => return None,
    })
}

/// How the content of an element is read that holds no tags.
pub(super) fn raw(name: &str) -> Option<RawKind> {
    match name {
        "script" => Some(RawKind::ScriptData),
        "style" | "xmp" | "iframe" | "noembed" | "noframes" => Some(RawKind::Rawtext),
        "title" | "textarea" => Some(RawKind::Rcdata),
        _ => None,
    }
}

/// The value of an attribute.
pub(super) fn attribute<'t>(tag: &'t Tag, name: &str) -> Option<&'t str> {
    tag.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| &*attribute.value)
}

/// What the attributes of an element say of its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Traits {
    /// Not shown, or no part of an article.
    pub skipped: bool,
    /// By its class, the container of an article.
    pub container: bool,
    /// By its class, something beside an article: share buttons, the path to the page.
    pub furniture: bool,
    /// A number or bullet that Word generated.
    pub label: bool,
    /// In a font of symbols.
    pub symbols: bool,
    /// Line ends count.
    pub preformatted: bool,
    /// Makes a paragraph of its own though its element would not.
    pub block: bool,
    /// How the items of a list are numbered.
    pub numbers: Numbers,
    /// A table that only arranges paragraphs.
    pub layout: bool,
    /// A footnote of Word.
    pub footnote: bool,
    /// The mark of a footnote of Word.
    pub footnote_mark: bool,
    /// A link to a document.
    pub document: bool,
}

/// Classes and identifiers that the usual programs of government sites give to what holds the paragraphs of an article, without
/// - and _. Names that may as well hold its title and the line with its date are left out.
const CONTAINERS: [&str; 52] = [
    "artcon",
    "artcontent",
    "articlebody",
    "articlecon",
    "articlecontent",
    "articlecontents",
    "articletext",
    "arttext",
    "btcontent",
    "conbody",
    "contenttext",
    "contenttxt",
    "contxt",
    "customunionstyle",
    "detailcon",
    "detailcontent",
    "detailscontent",
    "doccontent",
    "easysitenewscontent",
    "easysitenewstext",
    "ewbarticlecontent",
    "ewbinfocontent",
    "foundercontent",
    "gkcontent",
    "infocontent",
    "infotext",
    "jscontent",
    "maintext",
    "maintxt",
    "newsbody",
    "newscon",
    "newscontent",
    "newscontents",
    "newstext",
    "pagecontent",
    "pagescontent",
    "pagetext",
    "postbody",
    "postcontent",
    "richmediacontent",
    "showcontent",
    "textcontent",
    "trseditor",
    "trseditorview",
    "trsueditor",
    "ucapcontent",
    "viewcontent",
    "vnewscontent",
    "vsbcontent",
    "wparticlecontent",
    "xxgkcontent",
    "zoom",
];

/// Classes and identifiers of what stands beside an article; without - and _. Only taken for it where little of the text is in it.
const FURNITURE: [&str; 44] = [
    "bdshare",
    "bdsharebuttonbox",
    "bottom",
    "bread",
    "breadcrumb",
    "breadcrumbs",
    "copyright",
    "crumb",
    "crumbs",
    "curpos",
    "current",
    "ewm",
    "foot",
    "footer",
    "gwdshare",
    "header",
    "hot",
    "links",
    "location",
    "menu",
    "nav",
    "navbar",
    "navigation",
    "pageturn",
    "pagination",
    "path",
    "position",
    "prevnext",
    "print",
    "qrcode",
    "recommend",
    "related",
    "relevant",
    "share",
    "shares",
    "sidebar",
    "sitemap",
    "tools",
    "toolbar",
    "top",
    "topbar",
    "xgwd",
    "xgxx",
    "xglj",
];

/// Sets a trait.
type Follows = fn(&mut Traits);

/// What a style says, without blanks and in small letters, and what follows from it.
const STYLES: [(&str, Follows); 12] = [
    ("display:none", |traits| traits.skipped = true),
    ("visibility:hidden", |traits| traits.skipped = true),
    ("mso-hide:all", |traits| traits.skipped = true),
    ("mso-list:ignore", |traits| traits.label = true),
    ("font-family:wingdings", |traits| traits.symbols = true),
    ("font-family:symbol", |traits| traits.symbols = true),
    ("white-space:pre", |traits| traits.preformatted = true),
    ("display:block", |traits| traits.block = true),
    ("mso-element:footnote", |traits| traits.footnote = true),
    ("mso-element:endnote", |traits| traits.footnote = true),
    ("mso-footnote-id", |traits| traits.footnote_mark = true),
    ("mso-endnote-id", |traits| traits.footnote_mark = true),
];

/// Endings of the addresses of documents.
pub(super) const DOCUMENTS: [&str; 8] = [".pdf", ".doc", ".docx", ".wps", ".ofd", ".rtf", ".ceb", ".caj"];

/// Reads the attributes of an element.
pub(super) fn traits(tag: &Tag, role: Role) -> Traits {
    let mut traits = Traits::default();
    for attribute in &tag.attrs {
        let value = &*attribute.value;
        match &*attribute.name.local {
            "style" => {
                let style: String =
                    value.chars().filter(|ch| !ch.is_whitespace() && *ch != '\'' && *ch != '"').collect();
                let style = style.to_ascii_lowercase();
                STYLES.iter().filter(|(says, _)| style.contains(says)).for_each(|(_, follows)| follows(&mut traits));
                // The list of footnotes is no footnote.
                traits.footnote &= !style.contains("note-list") && !style.contains("note-separator");
            }
            "class" | "id" => {
                for word in value.split_ascii_whitespace() {
                    let word: String = word.chars().filter(|ch| !matches!(ch, '-' | '_')).collect();
                    let word = word.to_ascii_lowercase();
                    traits.container |= CONTAINERS.contains(&word.as_str());
                    traits.furniture |= FURNITURE.contains(&word.as_str());
                }
            }
            "hidden" => traits.skipped = true,
            "href" => traits.document = role == Role::Link && is_document(value),
            _ => {}
        }
    }
    match role {
        Role::Aside | Role::Unseen => traits.skipped = true,
        Role::Preformatted => traits.preformatted = true,
        Role::List if &*tag.name == "ol" => traits.numbers = Numbers::of(tag),
        // Articles on some platforms are shown by a script once they are complete.
        Role::Block | Role::Cell => {
            traits.container |= matches!(&*tag.name, "ucapcontent" | "founder-content");
            traits.skipped &= !traits.container;
        }
        _ => {}
    }
    traits
}

/// Whether a link with this address leads to another page or a document, not to a place in this page.
pub(super) fn leads_away(address: &str) -> bool {
    let address = address.trim_ascii();
    !address.is_empty() && !address.starts_with('#')
}

/// Whether an address, or a name in it, is that of a document.
pub(super) fn is_document(address: &str) -> bool {
    let address = address.to_ascii_lowercase();
    DOCUMENTS.iter().any(|ending| {
        address.match_indices(ending).any(|(at, _)| {
            address[at + ending.len()..].chars().next().is_none_or(|next| !next.is_ascii_alphanumeric() && next != '.')
        })
    })
}
