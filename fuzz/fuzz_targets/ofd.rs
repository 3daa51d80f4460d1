//! Whatever an archive or the parts of an OFD file hold: no panic, and what holds for every document holds.
#![no_main]

use fazhi::extract::{Limits, extract};
use fazhi_fuzz::{hold, joined};
use libfuzzer_sys::fuzz_target;

#[path = "../../src/extract/archive/build.rs"]
mod build;

const ROOT: &str = "<OFD><DocBody><DocInfo><Title>t</Title></DocInfo><DocRoot>d/d</DocRoot></DocBody></OFD>";

/// Markup, which bytes alone would hardly ever hit on.
const FRAGMENTS: [&str; 66] = [
    "<Page BaseLoc='/p'/>",
    "<Page BaseLoc='/q'/>",
    "<Pages>",
    "</Pages>",
    "<CommonData>",
    "</CommonData>",
    "<PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea>",
    "<TemplatePage ID='1' BaseLoc='/t'/>",
    "<TemplatePage ID='2' BaseLoc='/p'/>",
    "<PublicRes>/r</PublicRes>",
    "<DocumentRes>../r</DocumentRes>",
    "<Template TemplateID='1'/>",
    "<Template TemplateID='2'/>",
    "<PageRes>/r</PageRes>",
    "<Content>",
    "</Content>",
    "<Layer>",
    "</Layer>",
    "<PageBlock>",
    "</PageBlock>",
    "<TextObject Boundary='20 30 100 5' Size='5'>",
    "<TextObject Boundary='20 280 100 5' Size='1' CTM='5 0 0 5 0 0'>",
    "<TextObject Boundary='-1 -2 -3 -4' Size='3' CTM='0 1 -1 0 1e9 NaN' Visible='false'>",
    "<TextObject Size='3' ReadDirection='90' HScale='0.5'>",
    "</TextObject>",
    "<TextCode>",
    "<TextCode X='0' Y='4'>",
    "<TextCode X='20' DeltaX='g 3 5 2 g 99999999999 1'>",
    "<TextCode Y='9' DeltaY='g 9 5'>",
    "<TextCode X='1e30' Y='-1e30' DeltaX='-5 inf'>",
    "</TextCode>",
    "<FillColor Alpha='0'/>",
    "<FillColor>",
    "</FillColor>",
    "<Clips>",
    "</Clips>",
    "<CGTransform><Glyphs>1 2 3</Glyphs></CGTransform>",
    "<ImageObject Boundary='0 0 210 297'/>",
    "<PathObject><AbbreviatedData>M 0 0 L 1 1</AbbreviatedData></PathObject>",
    "<CompositeObject ResourceID='7' Boundary='1 1 1 1'/>",
    "<CompositeObject ResourceID='8' CTM='2 0 0 2 0 0'/>",
    "<CompositeGraphicUnit ID='7'>",
    "<CompositeGraphicUnit ID='8'>",
    "</CompositeGraphicUnit>",
    "<Area><PhysicalBox>0 0 100 100</PhysicalBox></Area>",
    "</Page>",
    "<Page>",
    "一、",
    "县",
    "2024",
    "ab",
    "-",
    " ",
    "。",
    "— 1 —",
    "\\0020",
    "\\D842\\DFB7",
    "\\",
    "¤",
    "\u{E000}",
    "①",
    "\u{2F00}",
    "&amp;",
    "\n",
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
            [b"<Page>", part, b"</Page>"].concat()
        };
        let usual =
            "<Page BaseLoc='../p'/><Page BaseLoc='/q'/><TemplatePage ID='1' BaseLoc='/t'/><PublicRes>/r</PublicRes>";
        let document = if kind % 4 == 2 { usual.as_bytes().to_vec() } else { part(4) };
        let parts = [("d/d", document), ("p", part(0)), ("q", part(1)), ("t", part(2)), ("r", part(3))];
        let mut all = vec![("OFD.xml", ROOT.as_bytes())];
        all.extend(parts.iter().map(|(name, bytes)| (*name, &bytes[..])));
        build::archive(&all)
    };
    let Ok(document) = extract(&file, &Limits::new()) else { return };
    hold(&document);
});
