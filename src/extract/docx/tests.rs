use crate::extract::archive::build::archive;
use crate::extract::{BlockKind, Document, Error, ErrorKind, Limits, WarningKind, extract};

mod comments;
mod numbers;
mod tables;

const ROOT: &str = r#"<Relationships><Relationship Type="http://x/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
const PARTS: &str = r#"<Relationships>
<Relationship Type="http://x/relationships/styles" Target="styles.xml"/>
<Relationship Type="http://x/relationships/numbering" Target="/word/numbering.xml"/>
<Relationship Type="http://x/relationships/footnotes" Target="footnotes.xml"/>
<Relationship Type="http://x/relationships/endnotes" Target="../word/endnotes.xml"/></Relationships>"#;

/// A file with that body, and what else its parts hold.
#[derive(Default)]
struct File<'a> {
    body: &'a str,
    styles: &'a str,
    numbering: &'a str,
    footnotes: &'a str,
}

impl File<'_> {
    fn bytes(&self) -> Vec<u8> {
        let Self { body, styles, numbering, footnotes } = self;
        let document = format!("<?xml version='1.0'?><w:document><w:body>{body}<w:sectPr/></w:body></w:document>");
        let styles = format!("<w:styles>{styles}</w:styles>");
        let numbering = format!("<w:numbering>{numbering}</w:numbering>");
        let footnotes = format!("<w:footnotes>{footnotes}</w:footnotes>");
        archive(&[
            ("_rels/.rels", ROOT.as_bytes()),
            ("word/_rels/document.xml.rels", PARTS.as_bytes()),
            ("word/styles.xml", styles.as_bytes()),
            ("word/numbering.xml", numbering.as_bytes()),
            ("word/footnotes.xml", footnotes.as_bytes()),
            ("word/document.xml", document.as_bytes()),
            ("[Content_Types].xml", b"<Types></Types>"),
        ])
    }

    fn document(&self) -> Document<'static> {
        read(&self.bytes()).unwrap()
    }

    fn text(&self) -> String {
        self.document().text().to_owned()
    }
}

fn read(bytes: &[u8]) -> Result<Document<'static>, Error> {
    let limits = Limits::new();
    let mut opened = crate::extract::archive::Archive::open(bytes, &limits)?;
    super::read(&mut opened, &limits)
}

fn body(body: &str) -> Document<'static> {
    File { body, ..File::default() }.document()
}

#[test]
fn takes_what_is_shown_once() {
    let cases = [
        ("plain", "<w:p><w:r><w:t>青岚县</w:t></w:r><w:r><w:t>2024年</w:t></w:r></w:p>", "青岚县2024年"),
        ("references", "<w:p><w:r><w:t>A&amp;B&lt;&#x4E00;&#20108;&nix;&#0;</w:t></w:r></w:p>", "A&B<一二"),
        (
            "blanks",
            "<w:p><w:r><w:t> 办结 </w:t></w:r><w:r><w:t xml:space='preserve'> 25 件</w:t></w:r></w:p>",
            "办结 25 件",
        ),
        ("line ends", "<w:p><w:r><w:t>办结\r\n案件</w:t></w:r></w:p>", "办结案件"),
        (
            "deleted",
            "<w:p><w:del><w:r><w:delText>旧</w:delText><w:t>旧</w:t></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p>",
            "新",
        ),
        (
            "moved",
            "<w:p><w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>新</w:t></w:r></w:moveTo></w:p>",
            "新",
        ),
        (
            "changed",
            "<w:p><w:pPr><w:pPrChange><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>文</w:t></w:r></w:p>",
            "文",
        ),
        (
            "hidden",
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>显</w:t></w:r></w:p>",
            "显",
        ),
        (
            "mark deleted",
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前</w:t></w:r></w:p><w:p><w:r><w:t>后</w:t></w:r></w:p>",
            "前后",
        ),
        (
            "mark hidden at the end",
            "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>前</w:t></w:r></w:p>",
            "前",
        ),
        (
            "paragraph deleted",
            "<w:p><w:r><w:t>一</w:t></w:r></w:p><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p><w:p><w:r><w:t>二</w:t></w:r></w:p>",
            "一\n二",
        ),
        (
            "ruby",
            "<w:p><w:r><w:ruby><w:rt><w:r><w:t>lán</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>岚</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>",
            "岚",
        ),
        (
            "hyphens",
            "<w:p><w:r><w:t>2021</w:t><w:noBreakHyphen/><w:t>20</w:t><w:softHyphen/><w:t>25</w:t></w:r></w:p>",
            "2021-2025",
        ),
        (
            "tabs",
            "<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r></w:p>",
            "甲\t乙",
        ),
        (
            "title in lines",
            "<w:p><w:r><w:t>青岚县人民政府</w:t><w:br/><w:t>关于法治建设的报告</w:t></w:r></w:p>",
            "青岚县人民政府关于法治建设的报告",
        ),
        ("words in lines", "<w:p><w:r><w:t>Qinglan</w:t><w:br/><w:t>County</w:t><w:br/></w:r></w:p>", "Qinglan County"),
        (
            "copied page",
            "<w:p><w:r><w:t>报告如下。</w:t><w:br/><w:br/><w:t>　一、工作</w:t><w:br/><w:t>　　（一）学法</w:t></w:r></w:p>",
            "报告如下。\n一、工作\n（一）学法",
        ),
        ("page break", "<w:p><w:r><w:t>封面</w:t><w:br w:type='page'/><w:t>正文</w:t></w:r></w:p>", "封面\n正文"),
        (
            "link, tag, control",
            "<w:p><w:hyperlink><w:r><w:t>一</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t>二</w:t></w:r></w:smartTag><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>三</w:t></w:r></w:sdtContent></w:sdt></w:p>",
            "一二三",
        ),
        (
            "contents control",
            "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr><w:sdtContent><w:p><w:r><w:t>目录</w:t></w:r></w:p></w:sdtContent></w:sdt><w:p><w:r><w:t>正文</w:t></w:r></w:p>",
            "正文",
        ),
        (
            "simple field",
            "<w:p><w:fldSimple w:instr=' PAGE '><w:r><w:t>7</w:t></w:r></w:fldSimple><w:fldSimple w:instr='DATE'><w:r><w:t>今日</w:t></w:r></w:fldSimple></w:p>",
            "今日",
        ),
        ("formula", "<w:p><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>", "x=1"),
        (
            "word art",
            "<w:p><w:r><w:pict><v:shape><v:textpath string='青岚县文件'/></v:shape></w:pict></w:r></w:p>",
            "青岚县文件",
        ),
        (
            "drawing",
            "<w:p><w:r><w:drawing><a:txBody><a:p><a:r><a:t>图</a:t></a:r></a:p></a:txBody></w:drawing><w:t>文</w:t></w:r></w:p>",
            "文",
        ),
    ];
    for (name, markup, text) in cases {
        assert_eq!(body(markup).text(), text, "{name}");
    }
}

/// A field over `result`, written as Word does.
fn field(code: &str, result: &str) -> String {
    let mark = |kind| format!("<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>");
    let code = format!("<w:r><w:instrText> {code} </w:instrText></w:r>");
    [&mark("begin"), &*code, &mark("separate"), result, &mark("end")].concat()
}

#[test]
fn fields_show_results_but_no_contents() {
    let page = field("PAGEREF _Toc1", "<w:r><w:t>3</w:t></w:r>");
    let link = field("HYPERLINK \\l x", &format!("<w:r><w:t>一、工作</w:t></w:r>{page}"));
    assert_eq!(body(&format!("<w:p>{link}</w:p>")).text(), "一、工作");

    let start = "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>";
    let end = "<w:p><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p><w:p><w:r><w:t>正文</w:t></w:r></w:p>";
    let contents = format!("<w:p>{start}{link}</w:p><w:p>{link}</w:p>");
    assert_eq!(body(&format!("{contents}{end}")).text(), "正文");

    // A list of contents without an end takes nothing with it, nor does a code.
    let document = body(&format!("{contents}<w:p><w:r><w:t>正文</w:t></w:r></w:p>"));
    assert_eq!(document.text(), "一、工作\n正文");
    assert_eq!(document.warnings()[0].kind, WarningKind::Damaged);
    let code = "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:t>失</w:t></w:r></w:p><w:p><w:r><w:t>正文</w:t></w:r></w:p>";
    assert_eq!(body(code).text(), "正文");
}

#[test]
fn text_boxes_come_first_and_once() {
    let text = |text: &str| format!("<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>");
    let boxed = format!(
        "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>",
        text("云汀市人民政府文件"),
        text("二"),
        text("三")
    );
    let document = body(&format!("<w:p><w:r><w:t>前</w:t></w:r><w:r>{boxed}</w:r><w:r><w:t>后</w:t></w:r></w:p>"));
    assert_eq!(document.text(), "云汀市人民政府文件\n前后");
    let blocks = document.blocks();
    assert_eq!((blocks[0].kind, blocks[0].paragraph), (BlockKind::TextBox, Some(1)));
    // Paragraphs are counted as they stand in the file, also those that are not shown.
    assert_eq!((blocks[1].kind, blocks[1].paragraph), (BlockKind::Body, Some(0)));
    let next = body(&format!("<w:p><w:r>{boxed}</w:r></w:p><w:p><w:r><w:t>文</w:t></w:r></w:p>"));
    assert_eq!(next.blocks()[1].paragraph, Some(4));
}

#[test]
fn notes_stand_apart() {
    let footnotes = "<w:footnote w:type='separator' w:id='0'><w:p><w:r><w:t>线</w:t></w:r></w:p></w:footnote>
        <w:footnote w:id='1'><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space='preserve'> 据统计局。</w:t></w:r></w:p><w:p><w:r><w:t>下同。</w:t></w:r></w:p></w:footnote>
        <w:footnote w:id='2'><w:p><w:r><w:t>未引用。</w:t></w:r></w:p></w:footnote>";
    let body = "<w:p><w:r><w:t>首段</w:t></w:r></w:p><w:p><w:r><w:t>办结25件</w:t></w:r><w:r><w:footnoteReference w:id='1' w:customMarkFollows='1'/><w:t>①</w:t></w:r><w:r><w:t>。</w:t></w:r></w:p>";
    let document = File { body, footnotes, ..File::default() }.document();
    assert_eq!(document.text(), "首段\n办结25件。");
    let [note] = document.footnotes() else { panic!("{:?}", document.footnotes()) };
    assert_eq!(note.text, "据统计局。下同。");
    assert_eq!(&document.text()[..note.at.unwrap() as usize], "首段\n办结25件");
}

#[test]
fn says_what_was_left_out_and_what_is_wrong() {
    let symbol = body("<w:p><w:r><w:t>文\u{F0FC}</w:t><w:sym w:font='Wingdings' w:char='F0FE'/></w:r></w:p>");
    assert_eq!((symbol.text(), symbol.warnings()[0].kind), ("文", WarningKind::DroppedSymbols));
    let cut = body("<w:p><w:r><w:t>文</w:t></w:r></w:p><w:p><w:r><w:t>断</w:t><w:x a='");
    assert_eq!((cut.text(), cut.warnings()[0].kind), ("文\n断", WarningKind::Damaged));
    let crossed = body("<w:p><w:r><w:t>文</w:p></w:r></w:t><w:p><w:r><w:t>末</w:t></w:r></w:p>");
    assert_eq!(crossed.text(), "文\n末");

    let scan = File { body: "<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>", ..File::default() }.bytes();
    assert!(matches!(read(&scan).unwrap_err().kind(), ErrorKind::NoTextLayer { images: 1, .. }));
    let deep = "<w:sdt>".repeat(600);
    let deep = File { body: &deep, ..File::default() }.bytes();
    assert!(matches!(read(&deep).unwrap_err().kind(), ErrorKind::TooLarge { what: "depth", .. }));
}

#[test]
fn other_archives_are_named() {
    let workbook = ROOT.replace("word/document.xml", "xl/workbook.xml");
    type Parts<'a> = &'a [(&'a str, &'a [u8])];
    let cases: [(Parts<'_>, &str); 4] = [
        (&[("_rels/.rels", workbook.as_bytes()), ("xl/workbook.xml", b"<workbook/>")], "xlsx"),
        (&[("报告.txt", b"x")], "zip"),
        (&[("mimetype", b"application/epub+zip")], "epub"),
        (&[("mimetype", b"application/vnd.oasis.opendocument.text")], "odt"),
    ];
    for (parts, name) in cases {
        let error = extract(&archive(parts), &Limits::new()).unwrap_err();
        let (ErrorKind::WrongFormat { found } | ErrorKind::Unsupported { found }) = error.kind() else {
            panic!("{error}")
        };
        assert!(found.contains(name), "{found}");
    }
}

#[test]
fn the_main_part_may_have_any_name_and_encoding() {
    let text = "<?xml version='1.0' encoding='UTF-16'?><document><body><p><r><t>青岚县</t></r></p></body></document>";
    let utf16: Vec<u8> = "\u{FEFF}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let gbk = text.replace("UTF-16", "GB2312");
    let gbk = encoding_rs::GB18030.encode(&gbk).0.into_owned();
    let root = ROOT.replace("word/document.xml", "/Word/Main2.xml");
    for main in [utf16, gbk] {
        let file = archive(&[("_rels/.rels", root.as_bytes()), ("word/main2.xml", &main)]);
        assert_eq!(read(&file).unwrap().text(), "青岚县");
    }
}
