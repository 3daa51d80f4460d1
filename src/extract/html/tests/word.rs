//! Pages saved by Word and text pasted from it.

use super::{FIRST, OPENING, SECOND, THIRD, article, blocks, extract};
use crate::extract::BlockKind;

#[test]
fn spans_and_generated_numbers() {
    let lines = article();
    let page = format!(
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><meta name=ProgId content=Word.Document>\
        <!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>李一</o:Author></o:DocumentProperties></xml><![endif]-->\
        <style><!-- p.MsoNormal {{margin:0}} --></style></head><body lang=ZH-CN><div class=Section1>\
        <p class=MsoNormal><span lang=EN-US>2024</span><span\nstyle='font-family:宋体'>{}</span><span lang=EN-US><o:p></o:p></span></p>\
        <p class=MsoNormal style='mso-list:l0 level1 lfo1'><![if !supportLists]><b><span style='mso-list:Ignore'>一、<span\nstyle='font:7.0pt \"Times New Roman\"'>\
        &nbsp;&nbsp; </span></span></b><![endif]><b>主要\r\n工作</b></p><p>{FIRST}</p><p>{SECOND}</p>\
        <p><span style='mso-list:Ignore'>二、</span>存在的问题</p><p>{THIRD}<span style='mso-spacerun:yes'>&nbsp; </span></p>\
        <p align=right>{}</p><p>{}</p><p class=MsoNormal><o:p>&nbsp;</o:p></p></div></body></html>",
        &OPENING[4..],
        lines[6],
        lines[7],
    );
    assert_eq!(blocks(&page), lines);
    let document = extract(&page).unwrap();
    let heading = document.blocks()[1];
    assert_eq!((heading.kind, &document.text()[heading.label.range()]), (BlockKind::ListItem, "一、"));
}

#[test]
fn bullets_of_symbol_fonts_go() {
    let page = format!(
        "<div id=zoom><p>{OPENING}</p><p><span style='font-family:Wingdings'><span style='mso-list:Ignore'>l<span>&nbsp;</span></span></span>甲项</p><p>{SECOND}</p></div>"
    );
    assert_eq!(blocks(&page), [OPENING, "甲项", SECOND]);
}

#[test]
fn footnotes_go_apart() {
    let page = format!(
        "<div id=zoom><p>{OPENING}</p><p>办理案件25件<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'><span>[1]</span></a>，审结24件。</p><p>{SECOND}</p>\
        <div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p><a style='mso-footnote-id:ftn1' href='#_ftnref1'>[1]</a> 含上年结转。</p></div></div></div>"
    );
    assert_eq!(blocks(&page), [OPENING, "办理案件25件，审结24件。", SECOND]);
    let document = extract(&page).unwrap();
    let [footnote] = document.footnotes() else { panic!("{:?}", document.footnotes()) };
    assert_eq!(footnote.text, "含上年结转。");
    let at = footnote.at.unwrap() as usize;
    assert!(document.text()[..at].ends_with("25件"));
}
