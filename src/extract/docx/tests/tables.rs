use super::{File, body};
use crate::extract::BlockKind;

fn cell(content: &str) -> String {
    format!("<w:tc>{content}</w:tc>")
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn row(cells: &[&str]) -> String {
    format!("<w:tr>{}</w:tr>", cells.iter().map(|text| cell(&paragraph(text))).collect::<String>())
}

fn table(borders: &str, rows: &str) -> String {
    format!("<w:tbl><w:tblPr>{borders}</w:tblPr>{rows}</w:tbl>")
}

const LINES: &str = "<w:tblBorders><w:top w:val='single'/></w:tblBorders>";

#[test]
fn rows_of_data_are_lines() {
    let rows = row(&["指标", "单位", "2024年"]) + &row(&["办结案件", "件", "25"]);
    let document = body(&(paragraph("附表") + &table(LINES, &rows)));
    assert_eq!(document.text(), "附表\n指标\t单位\t2024年\n办结案件\t件\t25");
    let blocks: Vec<_> = document.blocks().iter().map(|block| (block.kind, block.paragraph)).collect();
    let row = BlockKind::TableRow;
    assert_eq!(blocks, [(BlockKind::Body, Some(0)), (row, Some(1)), (row, Some(4))]);
    // Without lines, but with several rows and columns, it is data as well.
    assert_eq!(body(&table("", &rows)).blocks()[0].kind, row);
}

#[test]
fn layout_tables_are_paragraphs() {
    let head = row(&["青政发〔2025〕1号", "签发人：林知远"]);
    assert_eq!(body(&table("", &head)).text(), "青政发〔2025〕1号\n签发人：林知远");
    let none = "<w:tblBorders><w:top w:val='nil'/><w:left w:val='none'/></w:tblBorders>";
    assert_eq!(body(&table(none, &head)).text(), "青政发〔2025〕1号\n签发人：林知远");
    assert_eq!(body(&table(LINES, &head)).text(), "青政发〔2025〕1号\t签发人：林知远");
    let edged = head.replace("<w:tc>", "<w:tc><w:tcPr><w:tcBorders><w:top w:val='single'/></w:tcBorders></w:tcPr>");
    assert_eq!(body(&table("", &edged)).text(), "青政发〔2025〕1号\t签发人：林知远");
    // A frame around an article.
    let framed = format!("<w:tr>{}</w:tr>", cell(&(paragraph("一、工作") + &paragraph("正文。"))));
    assert_eq!(body(&table(LINES, &framed)).text(), "一、工作\n正文。");

    let styles = "<w:style w:type='table' w:styleId='Base'><w:tblPr><w:tblBorders><w:top w:val='single'/></w:tblBorders></w:tblPr></w:style>
        <w:style w:type='table' w:styleId='Grid'><w:basedOn w:val='Base'/></w:style>";
    let markup = table("<w:tblStyle w:val='Grid'/>", &head);
    let text = File { body: &markup, styles, ..File::default() }.text();
    assert_eq!(text, "青政发〔2025〕1号\t签发人：林知远");
}

#[test]
fn cells_keep_their_places() {
    let nested = table(LINES, &row(&["内一", "内二"]));
    let rows = [
        row(&["", "件", "25"]),
        format!("<w:tr>{}{}</w:tr>", cell(&(paragraph("甲") + &paragraph("乙"))), cell(&(nested.clone() + "<w:p/>"))),
        row(&["", ""]),
        row(&["删", "除"]).replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>"),
    ];
    let document = body(&table(LINES, &rows.concat()));
    assert_eq!(document.text(), "\t件\t25\n甲乙\t内一\t内二");
    // A table in a frame keeps its rows.
    let framed = format!("<w:tr>{}</w:tr>", cell(&(paragraph("表一") + &nested)));
    assert_eq!(body(&table(LINES, &framed)).text(), "表一\n内一\t内二");
}

#[test]
fn running_numbers_fill_cells() {
    let numbering = "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1'/></w:lvl></w:abstractNum>
        <w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>";
    let number = "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr></w:p>";
    let line = |text: &str| format!("<w:tr>{}{}</w:tr>", cell(number), cell(&paragraph(text)));
    let markup = table(LINES, &(line("学法") + &line("普法")));
    let text = File { body: &markup, numbering, ..File::default() }.text();
    assert_eq!(text, "1 \t学法\n2 \t普法");
}
