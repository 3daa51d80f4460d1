use super::{File, PARTS, ROOT, body, field, read};
use crate::extract::archive::Archive;
use crate::extract::archive::build::archive;
use crate::extract::{Comment, Error, ErrorKind, Limits, annotate};
use crate::span::Span;

/// Comments on the first places that say `words`.
fn on(file: &[u8], words: &[&str]) -> Vec<Comment> {
    let document = read(file).unwrap();
    let comment = |words: &&str| {
        let start = document.text().find(words).unwrap() as u32;
        let span = Span::new(start, start + words.len() as u32);
        Comment { span, author: "核对".into(), text: format!("请核对：\n“{words}” <&>") }
    };
    words.iter().map(comment).collect()
}

fn part(file: &[u8], name: &str) -> String {
    let limits = Limits::new();
    let part = Archive::open(file, &limits).unwrap().read(name).unwrap().unwrap();
    assert!(!part.damaged);
    String::from_utf8(part.bytes).unwrap()
}

fn error(file: &[u8]) -> Error {
    annotate(file, &[Comment { span: Span::new(0, 3), author: String::new(), text: String::new() }], &Limits::new())
        .unwrap_err()
}

/// The body of the main part, the marks of comment `n` as `[n` and `n]`.
fn marked(file: &[u8]) -> String {
    let mut main = part(file, "word/document.xml");
    for id in 0..9 {
        let start = format!("<w:commentRangeStart w:id=\"{id}\"/>");
        let end = format!("<w:commentRangeEnd w:id=\"{id}\"/><w:r><w:commentReference w:id=\"{id}\"/></w:r>");
        main = main.replace(&start, &format!("[{id}")).replace(&end, &format!("{id}]"));
    }
    let main = main.split_once("<w:body>").unwrap().1;
    main.split_once("<w:sectPr/>").unwrap().0.to_owned()
}

fn run(text: &str) -> String {
    format!("<w:r><w:t>{text}</w:t></w:r>")
}

#[test]
fn marks_go_round_what_holds_the_words() {
    let (a, b, c) = (run("办结"), run("25"), run("件。"));
    let link = format!("<w:hyperlink>{b}</w:hyperlink>");
    let inserted = format!("<w:del>{c}</w:del><w:ins>{b}</w:ins>");
    let field = field("REF x", &b);
    let open = "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>";
    let boxed = "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>25</w:t></w:r></w:p></w:txbxContent></mc:Choice>\
        <mc:Fallback><w:p><w:r><w:t>25</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r>";
    let properties = "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>";
    let deleted = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>";
    let cell = |content: &str| format!("<w:tc>{content}</w:tc>");
    let row = |cells: &str| {
        format!(
            "<w:tbl><w:tblPr><w:tblBorders><w:top w:val='single'/></w:tblBorders></w:tblPr><w:tr>{cells}</w:tr></w:tbl>"
        )
    };
    let p = |content: &str| format!("<w:p>{content}</w:p>");
    let cases = [
        ("one run", p(&[&*a, &b, &c].concat()), "25", p(&format!("{a}[0{b}0]{c}"))),
        ("runs", p(&[&*a, &b, &c].concat()), "结25", p(&format!("[0{a}{b}0]{c}"))),
        ("link", p(&[&*a, &link, &c].concat()), "25", p(&format!("{a}[0{link}0]{c}"))),
        ("changes", p(&[&*a, &inserted].concat()), "25", p(&format!("{a}<w:del>{c}</w:del>[0<w:ins>{b}</w:ins>0]"))),
        ("field", p(&[&*a, &field, &c].concat()), "25", p(&format!("{a}[0{field}0]{c}"))),
        ("field without an end", p(&[&*a, open, &b, &c].concat()), "25", p(&format!("{a}[0{open}{b}{c}0]"))),
        ("text box", p(&[&*a, boxed, &c].concat()), "25", p(&format!("{a}[0{boxed}0]{c}"))),
        ("number", p(&[properties, &a, &b].concat()), "一、", p(&format!("{properties}[0{a}{b}0]"))),
        ("words with a number", p(&[properties, &a, &b].concat()), "办", p(&format!("{properties}[0{a}0]{b}"))),
        (
            "paragraph that goes on",
            p(&[deleted, &a].concat()) + &p(&b),
            "结25",
            p(&format!("{deleted}[0{a}0]")) + &p(&b),
        ),
        ("next paragraph", p(&a) + &p(&b), "结\n25", p(&format!("[0{a}0]")) + &p(&b)),
        (
            "soft breaks",
            p(&run("甲。</w:t><w:br/><w:t>　乙")),
            "乙",
            p(&format!("[0{}0]", run("甲。</w:t><w:br/><w:t>　乙"))),
        ),
        ("cell", row(&(cell(&p(&a)) + &cell(&p(&b)))), "25", row(&(cell(&p(&a)) + &cell(&p(&format!("[0{b}0]")))))),
        (
            "number alone",
            row(&(cell(&p(properties)) + &cell(&p(&b)))),
            "一、",
            row(&(cell(&p(&format!("{properties}[00]"))) + &cell(&p(&b)))),
        ),
        (
            "word art",
            p("<w:r><w:pict><v:textpath string='25'/></w:pict></w:r>"),
            "25",
            p("[0<w:r><w:pict><v:textpath string='25'/></w:pict></w:r>0]"),
        ),
        ("no run", p("<w:t>25</w:t>"), "25", p("[0<w:t>25</w:t>0]")),
    ];
    let numbering = "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/>\
        <w:lvlText w:val='%1、'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>";
    for (name, body, words, expected) in cases {
        let file = File { body: &body, numbering, ..File::default() }.bytes();
        let annotated = annotate(&file, &on(&file, &[words]), &Limits::new()).unwrap();
        assert_eq!(marked(&annotated), expected, "{name}");
        assert_eq!(read(&annotated).unwrap(), read(&file).unwrap(), "{name}");
    }
}

#[test]
fn several_comments_share_a_paragraph() {
    let (a, b, c) = (run("受理400件，"), run("办结390件，"), run("办结率99.5%。"));
    let body = format!("<w:p>{a}{b}{c}</w:p>");
    let file = File { body: &body, ..File::default() }.bytes();
    let annotated = annotate(&file, &on(&file, &["400", "400件，办结", "99.5"]), &Limits::new()).unwrap();
    assert_eq!(marked(&annotated), format!("<w:p>[0[1{a}0]{b}1][2{c}2]</w:p>"));
    // In the order of the file, whatever the order of the comments.
    let annotated = annotate(&file, &on(&file, &["99.5", "390"]), &Limits::new()).unwrap();
    assert_eq!(marked(&annotated), format!("<w:p>{a}[1{b}1][0{c}0]</w:p>"));
    let list = part(&annotated, "word/comments.xml");
    assert!(list.contains("w:author=\"核对\"") && list.contains(">“99.5” &lt;&amp;&gt;</w:t>"), "{list}");
    assert_eq!((list.matches("<w:comment ").count(), list.matches("<w:p>").count()), (2, 4));
    assert_eq!(annotate(&file, &[], &Limits::new()).unwrap(), file);
}

/// Parts of a file in one paragraph, with these relationships of the main part and these further parts.
fn file(main: &str, relationships: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let parts = [
        ("[Content_Types].xml", b"<Types></Types>" as &[u8]),
        ("_rels/.rels", ROOT.as_bytes()),
        ("word/document.xml", main.as_bytes()),
        ("word/_rels/document.xml.rels", relationships.as_bytes()),
    ];
    archive(&[&parts[..], more].concat())
}

const MAIN: &str = "<w:document><w:body><w:p><w:r><w:t>办结25件</w:t></w:r></w:p><w:sectPr/></w:body></w:document>";

#[test]
fn other_parts_stay_as_they_are() {
    let picture: &[u8] = &[7; 300];
    let before = file(
        MAIN,
        PARTS,
        &[("word/media/", b""), ("word/media/图.png", picture), ("word/settings.xml", b"<w:settings/>")],
    );
    let after = annotate(&before, &on(&before, &["25"]), &Limits::new()).unwrap();
    for (name, bytes) in
        [("_rels/.rels", ROOT.as_bytes()), ("word/media/图.png", picture), ("word/settings.xml", b"<w:settings/>")]
    {
        let alone = archive(&[(name, bytes)]);
        let record = &alone[..memchr::memmem::find(&alone, b"PK\x01\x02").unwrap()];
        assert!(memchr::memmem::find(&after, record).is_some(), "{name}");
    }
    // Text is put in, and nothing is taken out.
    assert_eq!(
        part(&after, "[Content_Types].xml"),
        concat!(
            "<Types><Override PartName=\"/word/comments.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.",
            "wordprocessingml.comments+xml\"/></Types>"
        )
    );
    let links = part(&after, "word/_rels/document.xml.rels");
    let link = "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments\" Target=\"comments.xml\"/>";
    assert_eq!(links.replace(link, ""), PARTS);
}

#[test]
fn comments_that_are_there_stay() {
    let main = MAIN.replace("<w:r>", "<w:commentRangeStart w:id='0'/><w:r>");
    let main = main.replace("</w:p>", "<w:commentRangeEnd w:id='0'/><w:r><w:commentReference w:id='0'/></w:r></w:p>");
    let links = "<Relationships><Relationship Id='rId1' Type='x/comments' Target='notes/list.xml'/></Relationships>";
    let old = "<w:comments><w:comment w:id='0'><w:p/></w:comment><w:comment w:id='2'/></w:comments>";
    let before = file(&main, links, &[("word/notes/list.xml", old.as_bytes())]);
    let after = annotate(&before, &on(&before, &["25", "件"]), &Limits::new()).unwrap();
    let list = part(&after, "word/notes/list.xml");
    assert!(list.starts_with(old.trim_end_matches("</w:comments>")), "{list}");
    let ids: Vec<&str> = list.split("<w:comment w:id=").skip(1).map(|rest| &rest[1..2]).collect();
    assert_eq!(ids, ["0", "2", "1", "3"]);
    assert_eq!(part(&after, "word/_rels/document.xml.rels"), links);
    // Annotated again, it has one list, one relationship and one entry of its kind.
    let again = annotate(&after, &on(&after, &["25"]), &Limits::new()).unwrap();
    assert_eq!(part(&again, "[Content_Types].xml"), part(&after, "[Content_Types].xml"));
    assert_eq!(part(&again, "word/notes/list.xml").matches("<w:comment ").count(), 5);

    // An empty list, and one that belongs to something else.
    let before = file(MAIN, links, &[("word/notes/list.xml", b"<comments/>")]);
    let after = annotate(&before, &on(&before, &["25"]), &Limits::new()).unwrap();
    let list = part(&after, "word/notes/list.xml");
    assert!(list.starts_with("<comments><w:comment xmlns:w=") && list.ends_with("</w:comment></comments>"), "{list}");
    let before = file(MAIN, "<Relationships/>", &[("word/comments.xml", b"?")]);
    let after = annotate(&before, &on(&before, &["25"]), &Limits::new()).unwrap();
    assert_eq!(part(&after, "word/comments.xml"), "?");
    assert!(part(&after, "word/comments1.xml").contains("25"));
}

#[test]
fn markup_is_of_the_files_own_kind() {
    let strict =
        MAIN.replace("<w:document>", "<w:document xmlns:w='http://purl.oclc.org/ooxml/wordprocessingml/main'>");
    let before = file(&strict, "<Relationships/>", &[]);
    let after = annotate(&before, &on(&before, &["25"]), &Limits::new()).unwrap();
    assert!(part(&after, "word/comments.xml").contains("purl.oclc.org/ooxml/wordprocessingml/main"));
    assert!(
        part(&after, "word/_rels/document.xml.rels")
            .contains("purl.oclc.org/ooxml/officeDocument/relationships/comments")
    );
    // Another prefix than the usual one.
    let other = MAIN.replace("w:", "x:");
    let before = file(&other, "<p:Relationships/>", &[]);
    let after = annotate(&before, &on(&before, &["25"]), &Limits::new()).unwrap();
    let main = part(&after, "word/document.xml");
    let declared = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" w:id=\"0\"/><x:r>";
    assert!(main.contains(declared), "{main}");
    assert!(part(&after, "word/_rels/document.xml.rels").starts_with("<p:Relationships><p:Relationship Id"));
}

#[test]
fn parts_are_written_in_utf_8() {
    let declared = |encoding: &str| format!("<?xml version='1.0' encoding='{encoding}'?>{MAIN}");
    let utf16: Vec<u8> = declared("UTF-16").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let gbk = encoding_rs::GB18030.encode(&declared("GBK")).0.into_owned();
    let marked = ["\u{FEFF}", MAIN].concat().into_bytes();
    for (main, start) in [
        (utf16, "<?xml version='1.0' encoding='UTF-8'?><w:document>"),
        (gbk, "<?xml version='1.0' encoding='UTF-8'?><w:document>"),
        (declared("utf-8").into_bytes(), "<?xml version='1.0' encoding='utf-8'?><w:document>"),
        (marked, "\u{FEFF}<w:document>"),
    ] {
        let before = archive(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", &main)]);
        let after = annotate(&before, &on(&before, &["25"]), &Limits::new()).unwrap();
        assert!(part(&after, "word/document.xml").starts_with(start), "{start}");
        assert_eq!(read(&after).unwrap(), read(&before).unwrap());
    }
}

#[test]
fn what_cannot_be_kept_is_refused() {
    assert_eq!(error(b"%PDF-1.7").kind(), &ErrorKind::WrongFormat { found: "PDF".into() });
    assert_eq!(error("一、".as_bytes()).kind(), &ErrorKind::WrongFormat { found: "text".into() });
    assert!(matches!(error(&archive(&[("a", b"")])).kind(), ErrorKind::WrongFormat { .. }));
    let whole = file(MAIN, "<Relationships/>", &[]);
    let damaged = |file: &[u8], why: &str| {
        let error = error(file);
        assert!(error.kind() == &ErrorKind::Damaged && error.to_string().contains(why), "{error}");
    };
    damaged(&whole[..whole.len() - 9], "list of entries");
    damaged(&file(MAIN.trim_end_matches("</w:document>"), "<Relationships/>", &[]), "word/document.xml is not whole");
    damaged(&file(MAIN, "<Relationships>", &[]), "document.xml.rels is not whole");
    damaged(&file(MAIN, "", &[]), "empty");
    damaged(&archive(&[("word/document.xml", MAIN.as_bytes())]), "[Content_Types].xml is missing");
    let latin = [b"<w:document><w:p><w:t>\xFF", MAIN.as_bytes()].concat();
    damaged(&archive(&[("word/document.xml", &latin)]), "not whole");
    let small = Limits::new().max_file_bytes(9);
    let error = annotate(&whole, &[], &small).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::TooLarge { what: "file", .. }));
    // A place behind the text, from a caller that has it from elsewhere, is put at its end.
    let comment = Comment { span: Span::new(900, 901), author: String::new(), text: String::new() };
    assert!(annotate(&whole, &[comment], &Limits::new()).is_ok());
    assert_eq!(body("<w:p/>").text(), "");
}
