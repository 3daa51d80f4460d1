//! Files made here, read as a whole.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic is how a test fails")]

use std::fmt::Write;

use crate::extract::{BlockKind, Document, ErrorKind, Limits, WarningKind, extract};

/// A file of objects, numbered from 1, with its table; the first one is the catalogue.
fn file(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend_from_slice(format!("{} 0 obj\n", index + 1).as_bytes());
        file.extend_from_slice(object);
        file.extend_from_slice(b"\nendobj\n");
    }
    let table = file.len();
    let mut end = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for place in places {
        writeln!(end, "{place:010} 00000 n ").unwrap();
    }
    write!(end, "trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n", objects.len() + 1).unwrap();
    file.extend_from_slice(end.as_bytes());
    file
}

fn stream(entries: &str, data: &[u8]) -> Vec<u8> {
    let mut object = format!("<<{entries}/Length {}>>\nstream\n", data.len()).into_bytes();
    object.extend_from_slice(data);
    object.extend_from_slice(b"\nendstream");
    object
}

const FONT: &str = "<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>";
const DESCENDANT: &str = "<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>\
                          /DW 1000/W[1 95 500]>>";

/// A file whose pages have these contents; further objects are numbered from 5 + 2 × pages.
fn pages_with(contents: &[String], resources: &str, more: &[Vec<u8>]) -> Vec<u8> {
    let kids: String = (0..contents.len()).map(|index| format!("{} 0 R ", 5 + 2 * index)).collect();
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        format!("<</Type/Pages/Count {}/Kids[{kids}]/MediaBox[0 0 595 842]>>", contents.len()).into_bytes(),
        FONT.into(),
        DESCENDANT.into(),
    ];
    for (index, content) in contents.iter().enumerate() {
        let resources = format!("<</Font<</F1 3 0 R>>{resources}>>");
        let page = format!("<</Type/Page/Parent 2 0 R/Resources{resources}/Contents {} 0 R>>", 6 + 2 * index);
        objects.push(page.into_bytes());
        objects.push(stream("", content.as_bytes()));
    }
    objects.extend_from_slice(more);
    file(&objects)
}

fn pages(contents: &[String]) -> Vec<u8> {
    pages_with(contents, "", &[])
}

/// Shows `text` with its start at x, y from below.
fn line(x: f64, y: f64, size: f64, text: &str) -> String {
    let codes: String = text.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
    format!("BT /F1 {size} Tf {x} {y} Td <{codes}> Tj ET\n")
}

fn read(file: &[u8]) -> Document<'static> {
    match extract(file, &Limits::new()) {
        Ok(document) => {
            let own = document.text().len();
            assert!(document.anchors().iter().all(|anchor| anchor.span.end as usize <= own));
            // The text is the document's own.
            Document { text: document.text.into_owned().into(), ..document }
        }
        Err(error) => panic!("{error}"),
    }
}

fn refused(file: &[u8]) -> ErrorKind {
    extract(file, &Limits::new()).unwrap_err().kind().clone()
}

const FIRST: &str = "二〇二四年，青岚县坚持依法行政，持续优化法治化营商环境，推";
const SECOND: &str = "进各项工作落地见效。";

/// A page of running text: a heading, a paragraph of two lines, furniture.
fn page(number: usize) -> String {
    [
        line(90.0, 800.0, 9.0, "青岚县人民政府文件"),
        line(122.0, 700.0, 16.0, "⼀、主要⼯作"),
        line(122.0, 672.0, 16.0, &FIRST[..FIRST.len() - 6]),
        line(90.0, 644.0, 16.0, &FIRST[FIRST.len() - 6..]),
        line(122.0, 616.0, 16.0, FIRST.trim_end_matches("推")),
        line(290.0, 40.0, 10.5, &format!("— {number} —")),
    ]
    .concat()
}

#[test]
fn lines_become_paragraphs_without_furniture() {
    let contents: Vec<String> = (1..=4).map(page).collect();
    let document = read(&pages(&contents));
    let blocks: Vec<&str> = document.blocks().iter().map(|block| &document.text()[block.span.range()]).collect();
    assert_eq!(blocks[0], "一、主要工作");
    assert_eq!(blocks.len(), 12);
    assert!(document.blocks().iter().all(|block| block.kind == BlockKind::Body));
    assert_eq!(document.blocks()[11].pages, Some((4, 4)));
    assert!(!document.text().contains('—') && !document.text().contains("文件"));
    assert!(document.warnings().iter().any(|warning| warning.kind == WarningKind::DroppedFurniture));
    let anchor = document.anchors()[0];
    assert_eq!((anchor.page, anchor.edges[0].round(), anchor.span.end), (1, 122.0, "一、主要工作".len() as u32));
    assert!((anchor.edges[3] - (842.0 - 700.0 + 0.12 * 16.0)).abs() < 0.1);
}

#[test]
fn a_paragraph_goes_on_over_a_page() {
    let body = |last: &str| {
        let full = |y: f64| line(90.0, y, 16.0, &FIRST[..FIRST.len() - 3]);
        [line(122.0, 700.0, 16.0, &FIRST[..FIRST.len() - 9]), full(672.0), full(644.0), line(90.0, 616.0, 16.0, last)]
            .concat()
    };
    let document = read(&pages(&[body(&FIRST[..FIRST.len() - 3]), line(90.0, 700.0, 16.0, SECOND)]));
    assert_eq!(document.blocks().len(), 1);
    assert_eq!(document.blocks()[0].pages, Some((1, 2)));
    assert_eq!(document.anchors().len(), 5);
    assert_eq!(&document.text()[document.anchors()[4].span.range()], SECOND);
}

#[test]
fn footnotes_stand_apart() {
    let mut content: String = (0..6).map(|index| line(90.0, 700.0 - 28.0 * f64::from(index), 16.0, FIRST)).collect();
    content += &line(90.0, 500.0, 16.0, "共办理二十五件");
    content += &line(202.0, 506.0, 8.0, "1");
    content += &line(206.0, 500.0, 16.0, "。");
    content += &line(90.0, 120.0, 9.0, "1 由县司法局统计。");
    let document = read(&pages(&[content]));
    assert!(document.text().ends_with("共办理二十五件。"), "{}", document.text());
    let footnote = &document.footnotes()[0];
    assert_eq!((footnote.text.as_str(), footnote.at), ("由县司法局统计。", Some(document.text().len() as u32 - 3)));
}

#[test]
fn text_painted_twice_in_forms_and_turned() {
    let form = stream(
        "/Type/XObject/Subtype/Form/BBox[0 0 500 50]/Matrix[1 0 0 1 90 600]",
        line(0.0, 0.0, 16.0, SECOND).as_bytes(),
    );
    let bold = line(90.0, 700.0, 16.0, "云汀市") + &line(90.3, 700.0, 16.0, "云汀市") + "q /X0 Do Q\n";
    let document = read(&pages_with(&[bold], "/XObject<</X0 7 0 R>>", &[form]));
    assert_eq!(document.text(), format!("云汀市\n{SECOND}"));

    let turned =
        |matrix: &str| format!("q {matrix} cm {}{} Q", line(0.0, 0.0, 16.0, FIRST), line(0.0, -28.0, 16.0, SECOND));
    for matrix in ["0 1 -1 0 300 90", "0 -1 1 0 300 700", "-1 0 0 -1 550 300"] {
        let document = read(&pages(&[turned(matrix)]));
        assert_eq!(document.text(), format!("{FIRST}{SECOND}"), "{matrix}");
    }
}

#[test]
fn pictures_are_named() {
    let image = stream("/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray", b"0");
    let scan = "q 595 0 0 842 0 0 cm /X0 Do Q\n";
    let with_image = |contents: &[String]| {
        pages_with(contents, &format!("/XObject<</X0 {} 0 R>>", 5 + 2 * contents.len()), std::slice::from_ref(&image))
    };
    assert_eq!(refused(&with_image(&[scan.into(), scan.into()])), ErrorKind::NoTextLayer { pages: 2, images: 2 });
    let document = read(&with_image(&[line(90.0, 700.0, 16.0, FIRST), scan.into()]));
    assert_eq!((document.text(), document.warnings()[0].page), (FIRST, Some(2)));
    let document = read(&with_image(&[format!("{scan}3 Tr {}", line(90.0, 700.0, 16.0, FIRST))]));
    assert_eq!((document.text(), document.warnings()[0].kind), (FIRST, WarningKind::RecognisedText));
}

#[test]
fn hostile_numbers_and_streams() {
    let packed = |data: &[u8]| {
        let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        std::io::Write::write_all(&mut packer, data).unwrap();
        packer.finish().unwrap()
    };
    let good = line(90.0, 700.0, 16.0, FIRST).into_bytes();
    let with_content = |entries: &str, data: &[u8]| {
        let mut objects =
            vec![b"<</Type/Catalog/Pages 2 0 R>>".to_vec(), b"<</Type/Pages/Count 1/Kids[5 0 R]>>".to_vec()];
        objects.extend([FONT.into(), DESCENDANT.into()]);
        objects.push(b"<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 3 0 R>>>>/Contents 6 0 R>>".to_vec());
        objects.push(stream(entries, data));
        file(&objects)
    };
    assert_eq!(read(&with_content("/Filter/FlateDecode", &packed(&good))).text(), FIRST);
    // Numbers that would reserve memory, or divide by nothing.
    for entry in
        ["/Predictor 2/Columns 0", "/Predictor 2/BitsPerComponent 4/Columns 99999999999", "/Predictor 2/Colors 0"]
    {
        let entries = format!("/Filter/FlateDecode/DecodeParms<<{entry}>>");
        let _ = extract(&with_content(&entries, &packed(&good)), &Limits::new());
        let escaped = entries.replace("/Col", "/#43ol");
        let _ = extract(&with_content(&escaped, &packed(&good)), &Limits::new());
    }
    let bomb = packed(&packed(&vec![b' '; 8 << 20]));
    let limits = Limits::new().max_part_bytes(4 << 20);
    let error = extract(&with_content("/Filter[/FlateDecode/FlateDecode]", &bomb), &limits).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::TooLarge { .. }), "{error}");
    // A font that lists four thousand million widths.
    let wide = DESCENDANT.replace("[1 95 500]", "[0 4294967295 500]");
    let mut file = pages(&[line(90.0, 700.0, 16.0, FIRST)]);
    let at = memchr::memmem::find(&file, DESCENDANT.as_bytes()).unwrap();
    file.splice(at..at + DESCENDANT.len(), wide.into_bytes());
    assert!(matches!(refused(&file), ErrorKind::Undecodable { .. }));
}

#[test]
fn mutations_do_no_harm() {
    let contents: Vec<String> = (1..=3).map(page).collect();
    let whole = pages(&contents);
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below as u64) as usize
    };
    for round in 0..400 {
        let mut file = whole.clone();
        let (at, length) = (random(file.len()), random(60) + 1);
        let end = (at + length).min(file.len());
        match round % 5 {
            0 => file.truncate(at),
            1 => file[at] = random(256) as u8,
            2 => file[at..end].fill(0),
            3 => drop(file.drain(at..end)),
            _ => {
                let block = file[at..end].to_vec();
                file.splice(at..at, block);
            }
        }
        let _ = extract(&file, &Limits::new());
    }
}
