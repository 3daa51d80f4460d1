//! The mix: many different documents, so that neither caches nor the branch predictor can learn them by heart.
//!
//! Each document takes the frame of one fictional report (title, headings in order, signature) and fills it with lines
//! drawn from all long ones, by what they are (heading of the second level, paragraph) and the role of their section.
//! Figures get other digits, but for years, dates and numbers of documents, and for lines that state sums, rates or
//! changes: random digits would make all their claims wrong, and a wrong claim costs more to explain than a right one.

use serde_json::Value;

use crate::documents::{self, Document};

/// Lines of reports with fewer bytes a figure than this are drawn less often: real reports have fewer figures than ours.
const BYTES_PER_FIGURE: usize = 190;

/// Reports shorter than this are too dense, those with shorter lines are hard-wrapped.
const LEAST_BYTES: usize = 8000;
const LEAST_LINE: usize = 180;

/// A document's length, in bytes.
const LENGTHS: std::ops::Range<usize> = 12_000..17_000;

/// What a line with figures that depend on each other says.
const BOUND: [&str; 14] =
    ["其中", "率", "%", "％", "同比", "共", "总", "合计", "分别", "占", "比上年", "增长", "下降", "翻"];

/// What stands behind figures that no one may change, and figures that are names.
const FIXED_BEFORE: [&str; 6] = ["年", "月", "日", "号", "〕", "·"];
const NAMES: [&str; 3] = ["12345", "12348", "110"];

const HAN: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/// Xorshift (Marsaglia 2003), 64 bits: the same numbers in every run.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or_default() % limit
    }

    /// Puts `items` into a random order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            items.swap(at, self.below(at + 1));
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Stays in its report: title, signature, headings of the first level.
    Frame,
    /// Starts with a heading of the second level, `（一）`.
    Item,
    /// Has no heading at its start.
    Paragraph,
    /// Starts with a heading of a lower level, which only means something after the one above: never used.
    Other,
}

struct Line {
    kind: Kind,
    role: String,
    text: String,
    sections: usize,
    required: usize,
    quantities: usize,
}

impl Line {
    /// The chance to be kept when drawn, in percent.
    fn weight(&self) -> usize {
        (100 * self.text.len() / (figures(&self.text).max(1) * BYTES_PER_FIGURE)).clamp(5, 100)
    }
}

/// The runs of digits.
fn figures(text: &str) -> usize {
    let bytes = text.as_bytes();
    let starts = |at: usize| bytes[at].is_ascii_digit() && (at == 0 || !matches!(bytes[at - 1], b'0'..=b'9' | b'.'));
    (0..bytes.len()).filter(|&at| starts(at)).count()
}

/// The lines of one report.
fn lines(document: &Document, gold: &Value) -> Vec<Line> {
    let at = |row: &Value| row["at"].as_u64().and_then(|at| usize::try_from(at).ok()).unwrap_or(0);
    let rows = |table: &str| gold[table].as_array().cloned().unwrap_or_default();
    let (sections, quantities) = (rows("sections"), rows("quantities"));
    let end = sections.last().map_or(0, at);
    let mut role = String::new();
    let mut start = 0;
    let mut found = Vec::new();
    for text in document.text.split_inclusive('\n') {
        let range = start..start + text.len();
        start = range.end;
        let inside: Vec<&Value> = sections.iter().filter(|row| range.contains(&at(row))).collect();
        let before = |row: &Value| text[..at(row) - range.start].trim().is_empty();
        let kind = match inside.first().filter(|row| before(row)).map(|row| row["style"].as_str()) {
            Some(Some("一、")) => Kind::Frame,
            Some(Some("（一）")) => Kind::Item,
            Some(_) => Kind::Other,
            None if role.is_empty() || text.len() < LEAST_LINE || range.start > end => Kind::Frame,
            None => Kind::Paragraph,
        };
        if let Some(name) = inside.first().and_then(|row| row["role"].as_str()) {
            role = name.to_owned();
        }
        let inside_too = quantities.iter().filter(|row| range.contains(&at(row)));
        let (required, quantities) =
            inside_too.fold((0, 0), |(required, all), row| (required + usize::from(row["required"] != false), all + 1));
        found.push(Line {
            kind,
            role: role.clone(),
            text: text.to_owned(),
            sections: inside.len(),
            required,
            quantities,
        });
    }
    found
}

/// Documents of at least `bytes` bytes together.
pub fn documents(bytes: usize) -> Vec<Document> {
    let mut reports = documents::all();
    reports.retain(|(document, _)| {
        document.text.len() >= LEAST_BYTES && document.text.len() / document.text.lines().count() >= LEAST_LINE
    });
    let reports: Vec<Vec<Line>> = reports.iter().map(|(document, gold)| lines(document, gold)).collect();
    let mut random = Random::new(4);
    let mut total = 0;
    let mut made = Vec::new();
    while total < bytes {
        let frame = &reports[random.below(reports.len())];
        let document = fill(frame, &reports, &mut random);
        total += document.text.len();
        made.push(document);
    }
    made
}

/// One document: the lines of `frame`, those of text replaced by others, and more of them to reach its length.
fn fill(frame: &[Line], reports: &[Vec<Line>], random: &mut Random) -> Document {
    let mut document = Document { name: String::new(), text: String::new(), sections: 0, required: 0, quantities: 0 };
    let length = LENGTHS.start + random.below(LENGTHS.len());
    let size: usize = frame.iter().map(|line| line.text.len()).sum();
    let mut items = 0;
    for (index, line) in frame.iter().enumerate() {
        match line.kind {
            Kind::Frame => {
                items = if line.sections > 0 { 0 } else { items };
                push(&mut document, line, None, random);
            }
            Kind::Item | Kind::Paragraph => {
                let done: usize = frame[..=index].iter().map(|line| line.text.len()).sum();
                let wanted = length * done / size;
                while document.text.len() < wanted {
                    let other = draw(reports, line, random);
                    items += usize::from(other.kind == Kind::Item);
                    push(&mut document, other, Some(items), random);
                }
            }
            Kind::Other => {}
        }
    }
    document
}

/// A line that could stand where `line` stands; `line` itself if chance finds none.
fn draw<'l>(reports: &'l [Vec<Line>], line: &'l Line, random: &mut Random) -> &'l Line {
    for _ in 0..200 {
        let report = &reports[random.below(reports.len())];
        let other = &report[random.below(report.len())];
        if other.kind == line.kind && other.role == line.role && random.below(100) < other.weight() {
            return other;
        }
    }
    line
}

/// Appends a line with other digits, a heading of the second level with the number `item`.
fn push(document: &mut Document, line: &Line, item: Option<usize>, random: &mut Random) {
    document.sections += line.sections;
    document.required += line.required;
    document.quantities += line.quantities;
    let mut text = line.text.as_str();
    if let (Kind::Item, Some(item)) = (line.kind, item) {
        let (blank, rest) = text.split_once(['（', '(']).unwrap_or_default();
        let (ten, one) = (item / 10, item % 10);
        document.text.push_str(blank);
        document.text.push('（');
        document.text.push_str(if ten > 1 { HAN[ten - 1] } else { "" });
        document.text.push_str(if ten > 0 { "十" } else { "" });
        document.text.push_str(if one > 0 { HAN[one - 1] } else { "" });
        document.text.push('）');
        text = rest.split_once(['）', ')']).unwrap_or_default().1;
    }
    if line.kind == Kind::Frame || BOUND.iter().any(|word| text.contains(word)) {
        document.text.push_str(text);
        return;
    }
    while let Some(start) = text.find(|ch: char| ch.is_ascii_digit()) {
        let end = text[start..].find(|ch: char| !ch.is_ascii_digit()).map_or(text.len(), |length| start + length);
        document.text.push_str(&text[..start]);
        let fixed = NAMES.contains(&&text[start..end])
            || text[..start].ends_with(['.', '〔', '第'])
            || FIXED_BEFORE.iter().any(|word| text[end..].starts_with(word));
        for (at, digit) in text[start..end].char_indices() {
            let other = char::from_digit(u32::try_from(random.below(9) + 1).unwrap_or(1), 10).unwrap_or(digit);
            document.text.push(if fixed || (at == 0 && digit == '0') { digit } else { other });
        }
        text = &text[end..];
    }
    document.text.push_str(text);
}

/// How dense the text is, for comparison with the reports that targets were set on.
pub fn density(documents: &[Document]) -> String {
    let bytes: usize = documents.iter().map(|document| document.text.len()).sum();
    let count = |counted: fn(&Document) -> usize| documents.iter().map(counted).sum::<usize>().max(1);
    let lines = count(|document| document.text.lines().filter(|line| !line.trim().is_empty()).count());
    format!(
        "{} documents, {bytes} bytes: {} a document, {} a line, {} a heading or item, {} a figure in digits, {} a quantity",
        documents.len(),
        bytes / documents.len(),
        bytes / lines,
        bytes / count(|document| document.sections),
        bytes / count(|document| figures(&document.text)),
        bytes / count(|document| document.quantities),
    )
}
