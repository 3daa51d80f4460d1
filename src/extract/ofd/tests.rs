//! Files made here, read as a whole.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic is how a test fails")]

use crate::extract::archive::build::archive;
use crate::extract::{Document, Error, ErrorKind, Limits, WarningKind, extract};

const ROOT: &str = "<OFD><DocBody><DocInfo><Title>法治报告</Title><Author>青岚县司法局</Author>\
    <CreationDate>2025-01-08</CreationDate></DocInfo><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>";

/// A file whose first document lists these pages, in this order, with what else its main part says, and more parts.
fn file(pages: &[(&str, &str)], common: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let list: String = pages.iter().map(|(name, _)| format!("<Page BaseLoc='{name}'/>")).collect();
    let area = "<PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea>";
    let main = format!("<Document><CommonData>{area}{common}</CommonData><Pages>{list}</Pages></Document>");
    let mut parts = vec![("OFD.xml".to_owned(), ROOT.to_owned()), ("Doc_0/Document.xml".to_owned(), main)];
    parts.extend(pages.iter().map(|(name, content)| (format!("Doc_0/{name}"), page(content))));
    parts.extend(more.iter().map(|(name, content)| ((*name).to_owned(), (*content).to_owned())));
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, content)| (&name[..], content.as_bytes())).collect();
    archive(&parts)
}

fn page(content: &str) -> String {
    match content.starts_with("<?") {
        true => content.to_owned(),
        false => format!("<ofd:Page xmlns:ofd='x'>{content}</ofd:Page>"),
    }
}

/// A line of text at this height.
fn line(y: u32, text: &str) -> String {
    format!("<TextObject Boundary='28 {y} 150 7' Size='5'><TextCode X='0' Y='5'>{text}</TextCode></TextObject>")
}

fn read(bytes: &[u8]) -> Result<Document<'static>, Error> {
    let limits = Limits::new();
    let mut opened = crate::extract::archive::Archive::open(bytes, &limits)?;
    super::read(&mut opened, &limits)
}

/// What a page says, on one line: which lines are paragraphs is not tested here.
fn text(content: &str) -> String {
    joined(&read(&file(&[("p", content)], "", &[])).unwrap())
}

fn joined(document: &Document<'_>) -> String {
    document.text().replace('\n', "")
}

#[test]
fn places_decide() {
    let object = "<TextObject Boundary='30 40 90 9' Size='5'>";
    let cases = [
        ("order", line(60, "第二行。") + &line(50, "第一行。"), "第一行。第二行。"),
        ("blocks", format!("<Layer><PageBlock><PageBlock>{}</PageBlock></PageBlock></Layer>", line(50, "内")), "内"),
        ("distances", format!("{object}<TextCode X='0' Y='5' DeltaX='5 g 2 2.5 20'>县20年</TextCode></TextObject>"), "县20年"),
        ("cells", format!("{object}<TextCode X='0' Y='5' DeltaX='20'>甲乙</TextCode></TextObject>"), "甲\t乙"),
        ("words", format!("{object}<TextCode X='0' Y='5' DeltaX='g 2 2.5 9'>PPPAB</TextCode></TextObject>"), "PPP AB"),
        (
            "inherited",
            format!("{object}<TextCode X='10' Y='5'>上</TextCode><TextCode Y='25'>下</TextCode><TextCode X='15'>方</TextCode></TextObject>"),
            "上下方",
        ),
        (
            "scaled",
            "<TextObject Boundary='0 0 210 297' Size='1' CTM='5 0 0 5 30 40'><TextCode X='0' Y='0' DeltaX='1 1 5'>县政府办</TextCode></TextObject>".into(),
            "县政府\t办",
        ),
        (
            "column",
            format!("{object}<TextCode X='0' Y='5' DeltaY='g 3 6'>办理情况</TextCode></TextObject>") + &line(40, "　　　25件"),
            "办理情况 25件",
        ),
        ("pretty", format!("{object}<TextCode X='0'>\n  县\\0020府\n</TextCode></TextObject>"), "县 府"),
        ("without a frame", "<TextObject Size='5'><TextCode>县府</TextCode></TextObject>".into(), "县府"),
        ("nonsense", "<TextObject Boundary='NaN 1 inf 2' CTM='a' Size='5'><TextCode X='NaN'>县</TextCode></TextObject>".into(), "县"),
        ("twice", line(50, "加粗") + &line(50, "加粗"), "加粗"),
    ];
    for (what, content, expected) in cases {
        assert_eq!(text(&content), expected, "{what}");
    }
}

#[test]
fn what_is_no_text_is_left_out() {
    let hidden = "<TextObject Size='5' Boundary='9 90 9 9'><FillColor Alpha='0'/><TextCode>无</TextCode></TextObject>\
        <TextObject Size='5' Boundary='9 95 9 9' Visible='false'><TextCode>无</TextCode></TextObject>\
        <TextObject Size='5'><Clips><Clip><Area><Text><TextCode>剪</TextCode></Text></Area></Clip></Clips></TextObject>\
        <TextObject Size='9' CTM='.7 .7 -.7 .7 0 0'><TextCode>水印</TextCode></TextObject>";
    assert_eq!(text(&format!("{hidden}{}", line(50, "全部正文在此。"))), "全部正文在此。");
}

#[test]
fn pages_come_as_listed_with_their_templates() {
    let head = page(&line(10, "年度报告"));
    let templates = "<TemplatePage ID='1' BaseLoc='T/head.xml'/><TemplatePage ID='2' BaseLoc='/Doc_0/t/TITLE.xml'/>";
    let title = page(&line(40, "青岚县人民政府"));
    let both = "<Template TemplateID='1'/><Template TemplateID='2'/>".to_owned() + &line(60, "云汀市人民政府：");
    let other = "<Template TemplateID='1'/>".to_owned() + &line(60, "二、问题");
    let file = file(
        &[("Page_7/Content.xml", &both), ("Page_0/Content.xml", &line(60, "一、成效")), ("Page_3", &other)],
        templates,
        &[("Doc_0/T/head.xml", &head), ("Doc_0/T/Title.xml", &title)],
    );
    let document = extract(&file, &Limits::new()).unwrap();
    assert_eq!(joined(&document), "年度报告青岚县人民政府云汀市人民政府：一、成效二、问题");
    // Said once; again on another page it is furniture.
    let messages: Vec<&str> = document.warnings().iter().map(|warning| &*warning.message).collect();
    assert!(messages.iter().any(|message| message.contains("年度报告")), "{messages:?}");
}

#[test]
fn anchors_are_in_points() {
    let document = read(&file(&[("a", ""), ("p", &line(50, "县府"))], "", &[])).unwrap();
    let [anchor] = document.anchors() else { panic!("{:?}", document.anchors()) };
    assert_eq!(anchor.page, 2);
    let expected = [28.0, 50.6, 38.0, 55.6].map(|mm: f32| mm * 72.0 / 25.4);
    for (found, expected) in anchor.edges.iter().zip(expected) {
        assert!((found - expected).abs() < 0.1, "{:?}", anchor.edges);
    }
    assert_eq!(document.blocks()[0].pages, Some((2, 2)));
    let metadata = document.metadata();
    let fields = [&metadata.title, &metadata.source, &metadata.published].map(|field| field.as_deref());
    assert_eq!(fields, [Some("法治报告"), Some("青岚县司法局"), Some("2025-01-08")]);
}

#[test]
fn composites_are_drawn_where_they_are_used() {
    let unit = |number: u32, content: &str| {
        format!("<CompositeGraphicUnit ID='{number}'><Content>{content}</Content></CompositeGraphicUnit>")
    };
    let inner = "<TextObject Size='5'><TextCode X='0' Y='5'>内</TextCode></TextObject>\
        <CompositeObject ResourceID='7' Boundary='0 9 9 9'/>";
    // A composite inside a text that is open is nonsense, and ends it.
    let nonsense = "<TextObject><TextCode>无</TextCode></TextObject><TextObject>".to_owned()
        + &unit(9, "")
        + "<FillColor Alpha='0'/></TextObject>";
    let units =
        nonsense + &unit(7, inner) + &unit(8, "<CompositeObject ResourceID='7' Boundary='5 0 1 1' CTM='1 0 0 1 0 0'/>");
    let resources = ("Doc_0/Res/r.xml", &*format!("<Res>{units}</Res>"));
    let content = format!("{}<CompositeObject ResourceID='8' Boundary='33 50 9 9'/>", line(50, "外"));
    let document = read(&file(&[("p", &content)], "<PublicRes>Res/r.xml</PublicRes>", &[resources])).unwrap();
    // It contains itself, and is followed so far.
    assert_eq!(joined(&document), format!("外{}", "内".repeat(11)));
}

#[test]
fn several_documents_and_versions() {
    let main = |page: &str| format!("<Document><Pages><Page BaseLoc='{page}'/></Pages></Document>");
    let root = "<OFD><DocBody><DocRoot>/a/d</DocRoot></DocBody><DocBody><DocRoot>b/d</DocRoot>\
        <Versions><Version BaseLoc='b/old'/><Version Current='true' BaseLoc='b/new'/></Versions></DocBody></OFD>";
    let parts = [
        ("OFD.xml", root.to_owned()),
        ("a/d", main("p")),
        ("a/p/content.xml", page(&line(50, "甲。"))),
        ("b/d", main("p")),
        ("b/p", page(&line(50, "旧。"))),
        ("b/new", "<DocVersion><DocRoot>v/d</DocRoot></DocVersion>".to_owned()),
        ("b/v/d", main("../q")),
        ("b/q", page(&line(50, "乙。"))),
    ];
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, content)| (*name, content.as_bytes())).collect();
    assert_eq!(joined(&read(&archive(&parts)).unwrap()), "甲。乙。");
}

#[test]
fn errors_are_typed() {
    let kind = |content: &str| read(&file(&[("p", content)], "", &[])).map_err(|error| error.kind().clone());
    let picture = "<ImageObject Boundary='0 0 210 297'/>";
    assert_eq!(kind(picture).unwrap_err(), ErrorKind::NoTextLayer { pages: 1, images: 1 });
    let glyphs = "<TextObject Size='5'><CGTransform><Glyphs>3 4 5</Glyphs></CGTransform><TextCode/></TextObject>";
    assert_eq!(kind(glyphs).unwrap_err(), ErrorKind::Undecodable { unmapped: 3, total: 3 });
    assert_eq!(kind(&line(50, "¤¤¤县")).unwrap_err(), ErrorKind::Undecodable { unmapped: 3, total: 4 });
    let deep = "<PageBlock>".repeat(60_000);
    assert!(matches!(kind(&deep).unwrap_err(), ErrorKind::TooLarge { what: "depth", .. }));
    let long = line(50, &"县".repeat(300_000)).repeat(7);
    assert!(matches!(kind(&long).unwrap_err(), ErrorKind::TooLarge { what: "characters", .. }));

    let encryptions = [("Encryptions.xml", "<Encryptions/>"), ("Doc_0/p", "\u{1}\u{2}")];
    let encrypted = file(&[("p", "<?"), ("q", &line(50, "县"))], "", &encryptions);
    assert_eq!(read(&encrypted).unwrap_err().kind(), &ErrorKind::Encrypted);
    let outside = archive(&[("OFD.xml", b"<OFD><DocBody><DocRoot>../../x</DocRoot></DocBody></OFD>"), ("x", b"<x/>")]);
    assert_eq!(read(&outside).unwrap_err().kind(), &ErrorKind::Damaged);
}

#[test]
fn damage_leaves_what_can_be_read() {
    let pages = [("Pages/Page_0/Content.xml", &*line(50, "甲。")), ("Pages/Page_1/Content.xml", &line(50, "乙。"))];
    let file = file(&pages, "", &[]);
    let with_warning = |bytes: &[u8]| {
        let document = extract(bytes, &Limits::new()).unwrap();
        assert!(document.warnings().iter().any(|warning| warning.kind == WarningKind::Damaged));
        joined(&document)
    };
    // Without its directory; then without the second page; then without its main parts; then a page that is listed twice.
    assert_eq!(with_warning(&file[..file.len() - 40]), "甲。乙。");
    assert_eq!(with_warning(&file[..memchr::memmem::find(&file, "乙".as_bytes()).unwrap()]), "甲。");
    let [first, second] = pages.map(|(name, content)| (format!("Doc_0/{name}"), page(content)));
    let parts = [(&*first.0, first.1.as_bytes()), (&*second.0, second.1.as_bytes())];
    assert_eq!(with_warning(&archive(&parts)), "甲。乙。");
    assert_eq!(with_warning(&super::tests::file(&[pages[0], pages[0]], "", &[])), "甲。");
}
