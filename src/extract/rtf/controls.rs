//! The control words of RTF that matter to text.

/// Where the text of a group goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Destination {
    Body,
    /// Nowhere.
    Skipped,
    /// Nowhere but the text boxes within.
    Shape,
    FontTable,
    /// What the file says of itself; its title alone is read.
    Info,
    Title,
    /// The number before a paragraph of a list.
    Label,
    Footnote,
    TextBox,
}

/// What a control word does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Control {
    /// Begins a destination.
    Destination(Destination),
    /// Stands for a text.
    Text(&'static str),
    /// Ends a paragraph.
    Paragraph,
    /// A line end within a paragraph.
    Line,
    Cell,
    Row,
    /// Paragraph formatting back to the default.
    ParagraphDefaults,
    InTable,
    OutlineLevel,
    /// Character formatting back to the default.
    Plain,
    /// Hidden, or deleted while changes were tracked.
    Hidden,
    Font,
    /// What follows is of the font for East Asian text.
    EastAsian,
    /// A font by its number, for the script named before.
    AssociatedFont,
    Charset,
    CodePage,
    DefaultFont,
    /// The language of East Asian text.
    EastAsianLanguage,
    /// How many characters stand in for one in Unicode.
    StandIns,
    Unicode,
    /// Bytes of any value follow.
    Binary,
}

use Control as C;
use Destination as D;

/// The control words, in the order of their names.
const CONTROLS: &[(&str, Control)] = &[
    ("af", C::AssociatedFont),
    ("ansicpg", C::CodePage),
    ("bin", C::Binary),
    ("bullet", C::Text("•")),
    ("cell", C::Cell),
    ("colortbl", C::Destination(D::Skipped)),
    ("dbch", C::EastAsian),
    ("deff", C::DefaultFont),
    ("deflangfe", C::EastAsianLanguage),
    ("deleted", C::Hidden),
    ("emdash", C::Text("—")),
    ("emspace", C::Text(" ")),
    ("endash", C::Text("–")),
    ("enspace", C::Text(" ")),
    ("f", C::Font),
    ("fcharset", C::Charset),
    ("filetbl", C::Destination(D::Skipped)),
    ("fonttbl", C::Destination(D::FontTable)),
    ("footer", C::Destination(D::Skipped)),
    ("footerf", C::Destination(D::Skipped)),
    ("footerl", C::Destination(D::Skipped)),
    ("footerr", C::Destination(D::Skipped)),
    ("footnote", C::Destination(D::Footnote)),
    ("header", C::Destination(D::Skipped)),
    ("headerf", C::Destination(D::Skipped)),
    ("headerl", C::Destination(D::Skipped)),
    ("headerr", C::Destination(D::Skipped)),
    ("info", C::Destination(D::Info)),
    ("intbl", C::InTable),
    ("langfe", C::EastAsianLanguage),
    ("ldblquote", C::Text("“")),
    ("line", C::Line),
    ("listtext", C::Destination(D::Label)),
    ("lquote", C::Text("‘")),
    ("nestcell", C::Paragraph),
    ("nonesttables", C::Destination(D::Skipped)),
    ("nonshppict", C::Destination(D::Skipped)),
    ("outlinelevel", C::OutlineLevel),
    ("page", C::Paragraph),
    ("par", C::Paragraph),
    ("pard", C::ParagraphDefaults),
    ("pict", C::Destination(D::Skipped)),
    ("plain", C::Plain),
    ("pntext", C::Destination(D::Label)),
    ("qmspace", C::Text(" ")),
    ("rdblquote", C::Text("”")),
    ("row", C::Row),
    ("rquote", C::Text("’")),
    ("rxe", C::Destination(D::Skipped)),
    ("sect", C::Paragraph),
    ("shpinst", C::Destination(D::Shape)),
    ("shprslt", C::Destination(D::Skipped)),
    ("shptxt", C::Destination(D::TextBox)),
    ("sp", C::Destination(D::Skipped)),
    ("stylesheet", C::Destination(D::Skipped)),
    ("tab", C::Text("\t")),
    ("tc", C::Destination(D::Skipped)),
    ("title", C::Destination(D::Title)),
    ("txe", C::Destination(D::Skipped)),
    ("u", C::Unicode),
    ("uc", C::StandIns),
    ("v", C::Hidden),
    ("xe", C::Destination(D::Skipped)),
];

/// What a control word does; `None` for the many that change no text.
pub(super) fn control(name: &[u8]) -> Option<Control> {
    let place = CONTROLS.binary_search_by(|(known, _)| known.as_bytes().cmp(name)).ok()?;
    Some(CONTROLS[place].1)
}

#[cfg(test)]
mod tests {
    use super::CONTROLS;

    #[test]
    fn controls_are_in_order() {
        assert!(CONTROLS.is_sorted_by(|a, b| a.0 < b.0));
    }
}
