//! Files in the manner of Word, WPS and LibreOffice, about places that do not exist.

use super::read;
use crate::extract::{BlockKind, Document, Limits, WarningKind};

const FONTS: &str = r"{\fonttbl{\f0\froman\fcharset0 Times;}{\f13\fnil\fcharset134 \'cb\'ce\'cc\'e5{\*\falt SimSun};}{\f14\fcharset136 X;}}";

fn extract(body: &[u8]) -> Document<'static> {
    let file = [br"{\rtf1\ansi\ansicpg936\deff0", FONTS.as_bytes(), body, b"}"].concat();
    read(&file, &Limits::new()).unwrap()
}

fn blocks(body: &str) -> Vec<String> {
    let document = extract(body.as_bytes());
    document.blocks().iter().map(|block| document.text()[block.span.range()].to_owned()).collect()
}

#[test]
fn characters() {
    let cases = [
        (r"\pard\f13 \'d2\'bb\'a1\'a2\'d6\'f7\'d2\'aa\par", "一、主要"),
        (r"\f0\loch\af0\hich\af0\dbch\af13 \'d2\'bb\'a1\'a2 2024\'c4\'ea\par", "一、 2024年"),
        (r"\f14 \'a4\'a4\par", "中"),
        (r"\uc1\u19968?\u12289?\u-10176?\u-9216?\par", "一、𠀀"),
        (r"\uc2\u19968\'d2\'bb\u12289\'a1\'a2\par", "一、"),
        (r"{\uc0\u19968}\u12289 ?\par", "一、"),
        (r"a\~b\_c\-d \{\}\\\emdash\ldblquote x\rdblquote\par", "a b-cd {}\\—“x”"),
        ("\\'d2\r\n\\'bb\\'81@\\par", "一丂"),
        (r"{\v \'d2\'bb}{\deleted x}{\*\unknown y}{\header z}{\pict 00ff}a\plain b\par", "ab"),
        (r"\'d6\'d6\line\'d6\'d6\par", "种种"),
        (r"{\field{\*\fldinst PAGE}{\fldrslt 3}}\bin3 }}}x\par", "3x"),
    ];
    for (body, expected) in cases {
        assert_eq!(blocks(body), [expected], "{body}");
    }
    let raw = [&b"\\f13 "[..], &encoding_rs::GB18030.encode("青岚县").0, b"\\par"].concat();
    assert_eq!(extract(&raw).text(), "青岚县");
}

#[test]
fn paragraphs_tables_numbers() {
    let body = r"\pard\plain\outlinelevel0 {\listtext\pard\plain \'d2\'bb\'a1\'a2\tab}\'d6\'f7\'d2\'aa\par
        \pard\plain {\listtext\f2 \u-3913?\tab}\'d2\'aa\par\par
        \trowd\cellx1\cellx2\pard\intbl\'c4\'ea\par\'b6\'c8\cell \'ca\'fd\cell\row
        \trowd\pard\intbl 2024\cell 25{\cell}{\trowd\row}
        \trowd\pard\intbl \'d2\'bb\par \'d6\'f7\cell\row\pard end";
    assert_eq!(blocks(body), ["一、主要", "要", "年度\t数", "2024\t25", "一", "主", "end"]);
    let document = extract(body.as_bytes());
    let first = document.blocks()[0];
    assert_eq!((first.kind, first.outline_level), (BlockKind::ListItem, Some(1)));
    assert_eq!(&document.text()[first.label.range()], "一、");
    assert_eq!(document.blocks()[2].kind, BlockKind::TableRow);
}

#[test]
fn footnotes_boxes_title() {
    let body = r"{\info{\title \'c7\'e0\'e1\'b0}{\author x}}{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt \pard \'ce\'c4\'bc\'fe\par}}{\shprslt c}}
        \pard 25{\super\chftn{\footnote\pard {\super\chftn} \'ba\'ac\'d2\'bb\par}}\'d2\'bb\par{\footer{\shp{\*\shpinst{\shptxt 1\par}}}}";
    let document = extract(body.as_bytes());
    assert_eq!(document.text(), "文件\n25一");
    assert_eq!(document.blocks()[0].kind, BlockKind::TextBox);
    assert_eq!(document.metadata().title.as_deref(), Some("青岚"));
    let [footnote] = document.footnotes() else { panic!("{:?}", document.footnotes()) };
    assert_eq!((footnote.text.as_str(), footnote.at), ("含一", Some(9)));
}

#[test]
fn damage_and_limits() {
    let cut = read(br"{\rtf1 {\b a\par b", &Limits::new()).unwrap();
    assert_eq!((cut.text(), cut.warnings()[0].kind), ("a\nb", WarningKind::Damaged));
    assert!(read("{".repeat(1000).as_bytes(), &Limits::new()).is_err());
    let whole = [
        br"{\rtf1\ansi".as_slice(),
        FONTS.as_bytes(),
        br"\intbl\'d2\cell{\footnote a{\shptxt b}}\u-10180\row\bin9999999999 }",
    ]
    .concat();
    for at in 0..whole.len() {
        let _ = read(&whole[..at], &Limits::new());
        let _ = read(&whole[at..], &Limits::new());
    }
}
