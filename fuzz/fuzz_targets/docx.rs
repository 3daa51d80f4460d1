//! Whatever an archive or the parts of a .docx file hold: no panic, and what holds for every document holds.
#![no_main]

use fazhi::extract::{Comment, Limits, annotate, extract};
use fazhi_fuzz::{hold, joined};
use libfuzzer_sys::fuzz_target;

#[path = "../../src/extract/archive/build.rs"]
mod build;

const RELATIONSHIPS: &str = "<Relationships><Relationship Type='x/officeDocument' Target='d'/><Relationship Type='x/styles' Target='s'/>\
    <Relationship Type='x/numbering' Target='n'/><Relationship Type='x/footnotes' Target='f'/></Relationships>";

/// Markup, which bytes alone would hardly ever hit on.
const FRAGMENTS: [&str; 78] = [
    "<p>",
    "</p>",
    "<r>",
    "</r>",
    "<t>",
    "</t>",
    "<pPr>",
    "</pPr>",
    "<rPr>",
    "</rPr>",
    "<tbl>",
    "</tbl>",
    "<tr>",
    "</tr>",
    "<tc>",
    "</tc>",
    "<tblPr>",
    "</tblPr>",
    "<trPr>",
    "</trPr>",
    "<tblBorders>",
    "</tblBorders>",
    "<top val='single'/>",
    "<del/>",
    "<del>",
    "</del>",
    "<vanish/>",
    "<br/>",
    "<br type='page'/>",
    "<tab/>",
    "<sym char='F0FE'/>",
    "<AlternateContent>",
    "</AlternateContent>",
    "<Choice>",
    "</Choice>",
    "<Fallback>",
    "</Fallback>",
    "<txbxContent>",
    "</txbxContent>",
    "<fldChar fldCharType='begin'/>",
    "<fldChar fldCharType='separate'/>",
    "<fldChar fldCharType='end'/>",
    "<instrText>TOC</instrText>",
    "<fldSimple instr='PAGE'>",
    "</fldSimple>",
    "<sdt>",
    "</sdt>",
    "<sdtContent>",
    "</sdtContent>",
    "<docPartGallery val='Table of Contents'/>",
    "<numPr>",
    "</numPr>",
    "<numId val='1'/>",
    "<ilvl val='1'/>",
    "<pStyle val='a'/>",
    "<footnoteReference id='1' customMarkFollows='1'/>",
    "<footnote id='1'>",
    "</footnote>",
    "<style styleId='a'>",
    "<style styleId='b'>",
    "</style>",
    "<basedOn val='a'/>",
    "<basedOn val='b'/>",
    "<abstractNum abstractNumId='1'>",
    "</abstractNum>",
    "<num numId='1'>",
    "</num>",
    "<abstractNumId val='1'/>",
    "<lvl ilvl='1'>",
    "</lvl>",
    "<numFmt val='chineseCounting'/>",
    "<lvlText val='%1%2、'/>",
    "<start val='4294967295'/>",
    "一",
    "a&amp;",
    "。",
    "\u{3000}",
    "|",
];

fuzz_target!(|bytes: &[u8]| {
    let Some((&kind, rest)) = bytes.split_first() else { return };
    let file = if kind % 4 == 0 {
        [b"PK\x03\x04", rest].concat()
    } else {
        let markup = if kind % 4 == 1 { rest.to_vec() } else { joined(rest, &FRAGMENTS) };
        let part = |index: usize| {
            let part = markup.split(|byte| *byte == b'|').nth(index).unwrap_or_default();
            [b"<document>", part, b"</document>"].concat()
        };
        let parts = [("d", part(0)), ("s", part(1)), ("n", part(2)), ("f", part(3))];
        let mut all = vec![("_rels/.rels", RELATIONSHIPS.as_bytes()), ("_rels/d.rels", RELATIONSHIPS.as_bytes())];
        all.push(("[Content_Types].xml", b"<Types/>"));
        all.extend(parts.iter().map(|(name, bytes)| (*name, &bytes[..])));
        build::archive(&all)
    };
    let Ok(document) = extract(&file, &Limits::new()) else { return };
    hold(&document);
    // With comments it says the same.
    let comment = |span| Comment { span, author: "核对".into(), text: "请核对\n<&>".into() };
    let comments: Vec<Comment> = document.blocks().iter().step_by(2).map(|block| comment(block.span)).collect();
    if let Ok(annotated) = annotate(&file, &comments, &Limits::new()) {
        let again = extract(&annotated, &Limits::new()).expect("what was read can be read again");
        assert_eq!((again.text(), again.footnotes()), (document.text(), document.footnotes()));
        assert!(comments.is_empty() || annotate(&annotated, &comments, &Limits::new()).is_ok());
    }
});
