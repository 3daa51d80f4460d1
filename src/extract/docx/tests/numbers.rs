use super::File;
use crate::extract::BlockKind;

/// A level: its number, format, text and what else it says.
fn level(at: usize, format: &str, text: &str, more: &str) -> String {
    format!(
        "<w:lvl w:ilvl='{at}'><w:start w:val='1'/><w:numFmt w:val='{format}'/>{more}<w:lvlText w:val='{text}'/></w:lvl>"
    )
}

/// A paragraph with that numbering and style.
fn item(num: &str, style: &str, text: &str) -> String {
    let num = match num.split_once('.') {
        Some((id, level)) => {
            format!("<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{id}'/></w:numPr>")
        }
        None => String::new(),
    };
    let style = if style.is_empty() { String::new() } else { format!("<w:pStyle w:val='{style}'/>") };
    format!("<w:p><w:pPr>{style}{num}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn report() -> String {
    [
        level(0, "chineseCounting", "%1、", "<w:pStyle w:val='H1'/>"),
        level(1, "japaneseCounting", "（%2）", "<w:pStyle w:val='H2'/>"),
        level(2, "decimal", "%3.", ""),
        level(3, "decimalEnclosedCircle", "%4", "<w:suff w:val='nothing'/>"),
        level(4, "decimal", "%1.%2.%5", "<w:isLgl/>"),
    ]
    .concat()
}

fn numbered(numbering: &str, styles: &str, items: &[(&str, &str, &str)]) -> Vec<String> {
    let body: String = items.iter().map(|(num, style, text)| item(num, style, text)).collect();
    let text = File { body: &body, styles, numbering, ..File::default() }.text();
    text.lines().map(str::to_owned).collect()
}

#[test]
fn levels_count_and_begin_anew() {
    let list = format!("<w:abstractNum w:abstractNumId='7'>{}</w:abstractNum>", report());
    let numbering = format!("{list}<w:num w:numId='3'><w:abstractNumId w:val='7'/></w:num>");
    let items = [
        ("3.0", "", "甲"),
        ("3.1", "", "乙"),
        ("3.2", "", "丙"),
        ("3.3", "", "丁"),
        ("3.1", "", "戊"),
        ("3.2", "", ""),
        ("3.0", "", "己"),
        ("3.1", "", "庚"),
        ("3.4", "", "辛"),
        ("9.0", "", "壬"),
    ];
    let expected = ["一、甲", "（一）乙", "1. 丙", "①丁", "（二）戊", "二、己", "（一）庚", "2.1.1 辛", "壬"];
    assert_eq!(numbered(&numbering, "", &items), expected);
}

#[test]
fn styles_number_too() {
    let styles = "<w:style w:type='paragraph' w:styleId='H1'><w:name w:val='heading 1'/><w:pPr><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr></w:style>
        <w:style w:type='paragraph' w:styleId='H2'><w:basedOn w:val='H1'/><w:pPr><w:numPr><w:ilvl w:val='1'/></w:numPr><w:outlineLvl w:val='1'/></w:pPr></w:style>
        <w:style w:type='paragraph' w:styleId='H2b'><w:basedOn w:val='H2'/></w:style>
        <w:style w:type='paragraph' w:styleId='Loop'><w:basedOn w:val='Loop2'/></w:style>
        <w:style w:type='paragraph' w:styleId='Loop2'><w:basedOn w:val='Loop'/></w:style>";
    let list = format!("<w:abstractNum w:abstractNumId='7'>{}</w:abstractNum>", report());
    let numbering = format!("{list}<w:num w:numId='3'><w:abstractNumId w:val='7'/></w:num>");
    let items = [("", "H1", "甲"), ("", "H2", "乙"), ("", "H2b", "丙"), ("0.0", "H1", "丁"), ("", "Loop", "戊")];
    assert_eq!(numbered(&numbering, styles, &items), ["一、甲", "（一）乙", "（二）丙", "丁", "戊"]);

    let body: String = items.iter().map(|(num, style, text)| item(num, style, text)).collect();
    let document = File { body: &body, styles, numbering: &numbering, ..File::default() }.document();
    let levels: Vec<_> = document.blocks().iter().map(|block| block.outline_level).collect();
    assert_eq!(levels, [Some(1), Some(2), Some(2), Some(1), None]);
    let first = document.blocks()[0];
    assert_eq!((first.kind, &document.text()[first.label.range()]), (BlockKind::ListItem, "一、"));
    assert!(document.blocks()[3].label.is_empty() && document.blocks()[3].kind == BlockKind::Body);
}

#[test]
fn uses_of_a_list_go_on_or_start_over() {
    let list = format!("<w:abstractNum w:abstractNumId='7'>{}</w:abstractNum>", report());
    let numbering = format!(
        "{list}<w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='7'/></w:num>
        <w:num w:numId='3'><w:abstractNumId w:val='7'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num>
        <w:num w:numId='4'><w:abstractNumId w:val='7'/><w:lvlOverride w:ilvl='0'>{}</w:lvlOverride></w:num>",
        level(0, "chineseLegalSimplified", "第%1章", "")
    );
    let items = [
        ("1.0", "", "甲"),
        ("2.0", "", "乙"),
        ("3.0", "", "丙"),
        ("3.0", "", "丁"),
        ("1.0", "", "戊"),
        ("4.0", "", "己"),
    ];
    let expected = ["一、甲", "二、乙", "五、丙", "六、丁", "七、戊", "第捌章 己"];
    assert_eq!(numbered(&numbering, "", &items), expected);
}

#[test]
fn lists_stand_for_others_and_hide() {
    let styles =
        "<w:style w:type='numbering' w:styleId='L'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>";
    let custom = "<mc:AlternateContent><mc:Choice><w:numFmt w:val='custom' w:format='001, 002, 003, ...'/></mc:Choice><mc:Fallback><w:numFmt w:val='decimal'/></mc:Fallback></mc:AlternateContent>";
    let numbering = format!(
        "<w:abstractNum w:abstractNumId='1'>{}{}{}</w:abstractNum><w:abstractNum w:abstractNumId='2'><w:numStyleLink w:val='L'/></w:abstractNum>
        <w:abstractNum w:abstractNumId='3'>{}{}{}</w:abstractNum>
        <w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='2'/></w:num><w:num w:numId='3'><w:abstractNumId w:val='3'/></w:num>",
        level(0, "ideographTraditional", "%1、", ""),
        level(1, "decimal", "%2）", "<w:lvlRestart w:val='0'/>"),
        level(2, "decimal", "%3号", custom),
        level(0, "bullet", "●", ""),
        level(1, "none", "附：", ""),
        level(2, "decimal", "%3.", "<w:rPr><w:vanish/></w:rPr>"),
    );
    let items = [
        ("2.0", "", "a"),
        ("2.1", "", "b"),
        ("2.0", "", "c"),
        ("2.1", "", "d"),
        ("2.2", "", "e"),
        ("3.0", "", "f"),
        ("3.1", "", "g"),
        ("3.2", "", "h"),
    ];
    let expected = ["甲、a", "1）b", "乙、c", "2）d", "001号 e", "f", "附：g", "h"];
    assert_eq!(numbered(&numbering, styles, &items), expected);
}

#[test]
fn a_joined_paragraph_counts_once() {
    let list = format!("<w:abstractNum w:abstractNumId='7'>{}</w:abstractNum>", report());
    let numbering = format!("{list}<w:num w:numId='3'><w:abstractNumId w:val='7'/></w:num>");
    let joined = item("3.0", "", "甲").replace("</w:pPr>", "<w:rPr><w:del/></w:rPr></w:pPr>");
    let body = [joined, item("3.0", "", "乙"), item("3.0", "", "丙")].concat();
    let text = File { body: &body, numbering: &numbering, ..File::default() }.text();
    assert_eq!(text, "一、甲乙\n二、丙");
}
