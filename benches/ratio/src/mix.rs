//! The mix: many different documents, so that neither caches nor the branch predictor can learn them by heart.
//!
//! Each document takes the frame of one long fictional report (title, headings of the first level, signature) and fills
//! it with headings of the second level and pieces of text that are drawn from all reports, by the role of their
//! section. Pieces with many figures are drawn less often, because real reports have fewer than ours. Figures get other
//! digits, but for years, dates and numbers of documents, and for pieces that state sums, rates or changes: random
//! digits would make all their claims wrong, and a wrong claim costs more to explain than a right one.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use fazhi::Report;
use serde_json::Value;

use crate::documents::{self, Document};

/// Pieces with fewer bytes a figure, or a heading, than this are drawn less often.
const BYTES_PER_FIGURE: usize = 260;
const BYTES_PER_SECTION: usize = 700;

/// Frames are reports of at least so many bytes; hard-wrapped ones have shorter lines than this and are not used.
const LEAST_FRAME: usize = 8000;
const LEAST_LINE: usize = 105;

/// Lengths in bytes: of a document, of a paragraph, the least of a piece.
const DOCUMENT: Range<usize> = 12_000..17_000;
const PARAGRAPH: Range<usize> = 100..700;
const PIECE: usize = 100;

/// What a piece with figures that depend on each other says.
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

    fn within(&mut self, range: &Range<usize>) -> usize {
        range.start + self.below(range.len())
    }

    /// Puts `items` into a random order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            items.swap(at, self.below(at + 1));
        }
    }
}

/// A piece of text and what the annotations find in it.
#[derive(Clone)]
struct Piece {
    text: String,
    sections: usize,
    required: usize,
    quantities: usize,
}

/// A line of a frame.
enum Line {
    /// Stays as it is: title, heading of the first level, signature.
    Kept(Piece),
    /// So many bytes of text under the role of its section, which others replace.
    Text(usize),
}

/// A report as a frame: its lines, each with its section's role.
type Frame = Vec<(String, Line)>;

/// What can be drawn: pieces by the role of their section.
#[derive(Default)]
struct Pool {
    headings: HashMap<String, Vec<Piece>>,
    pieces: HashMap<String, Vec<Piece>>,
}

/// A heading or item of the annotations.
struct Section {
    at: usize,
    style: String,
    number: Option<u64>,
    role: String,
}

/// The annotations of one report by place.
struct Gold {
    sections: Vec<Section>,
    quantities: Vec<(usize, bool)>,
}

impl Gold {
    fn new(gold: &Value) -> Self {
        let at = |row: &Value| row["at"].as_u64().and_then(|at| usize::try_from(at).ok()).unwrap_or(0);
        let word = |row: &Value, key: &str| row[key].as_str().unwrap_or_default().to_owned();
        let rows = |table: &str| gold[table].as_array().cloned().unwrap_or_default().into_iter();
        Self {
            sections: rows("sections")
                .map(|row| Section {
                    at: at(&row),
                    style: word(&row, "style"),
                    number: row["number"].as_u64(),
                    role: word(&row, "role"),
                })
                .collect(),
            quantities: rows("quantities").map(|row| (at(&row), row["required"] != false)).collect(),
        }
    }

    fn piece(&self, text: &str, start: usize) -> Piece {
        let range = start..start + text.len();
        Piece {
            text: text.to_owned(),
            sections: self.sections.iter().filter(|section| range.contains(&section.at)).count(),
            required: self.quantities.iter().filter(|(at, required)| *required && range.contains(at)).count(),
            quantities: self.quantities.iter().filter(|(at, _)| range.contains(at)).count(),
        }
    }

    /// A piece that can stand alone: not the rest of an enumeration.
    fn whole(&self, text: &str, start: usize) -> Option<Piece> {
        let mut inside = self.sections.iter().filter(|section| (start..start + text.len()).contains(&section.at));
        inside.next().is_none_or(|first| first.number == Some(1)).then(|| self.piece(text, start))
    }
}

impl Piece {
    /// The chance to be taken when drawn, in percent.
    fn weight(&self) -> usize {
        let figures = 100 * self.text.len() / (figures(&self.text).max(1) * BYTES_PER_FIGURE);
        let sections = 100 * self.text.len() / (self.sections * BYTES_PER_SECTION).max(1);
        figures.min(sections).clamp(3, 100)
    }
}

/// The runs of digits, decimals as one.
fn figures(text: &str) -> usize {
    let bytes = text.as_bytes();
    let starts = |at: usize| bytes[at].is_ascii_digit() && (at == 0 || !matches!(bytes[at - 1], b'0'..=b'9' | b'.'));
    (0..bytes.len()).filter(|&at| starts(at)).count()
}

/// Sentences in pieces, each with its place; an enumeration (`一是 … 二是 …`) stays in one.
fn sentences(text: &str) -> Vec<(usize, &str)> {
    let mut start = 0;
    let mut pieces = Vec::new();
    for (at, stop) in text.match_indices('。') {
        let end = at + stop.len();
        let goes_on = text[end..].starts_with('”') || HAN[1..].iter().any(|number| text[end..].starts_with(number));
        if end - start >= PIECE && !goes_on {
            pieces.push((start, &text[start..end]));
            start = end;
        }
    }
    pieces
}

/// Takes a report apart.
fn take(document: &Document, gold: &Value, pool: &mut Pool) -> Frame {
    let gold = Gold::new(gold);
    let last = gold.sections.last().map_or(0, |section| section.at);
    let mut role = String::new();
    let mut start = 0;
    let mut frame = Frame::new();
    for text in document.text.split_inclusive('\n') {
        let range = start..start + text.len();
        start = range.end;
        let mut opening = gold.sections.iter().filter(|section| range.contains(&section.at));
        let opening = opening.next().filter(|section| text[..section.at - range.start].trim().is_empty());
        if let Some(section) = opening {
            role.clone_from(&section.role);
        }
        let style = opening.map(|section| section.style.as_str());
        let (frame_line, rest) = match style {
            Some("一、") => (Line::Kept(gold.piece(text, range.start)), text.len()),
            Some("（一）") => {
                let title = text.find('。').map_or(text.len(), |at| at + "。".len());
                pool.headings.entry(role.clone()).or_default().push(gold.piece(&text[..title], range.start));
                (Line::Text(text.len()), title)
            }
            // A lower heading means nothing without the one above it.
            Some(_) => (Line::Text(text.len()), text.len()),
            None if role.is_empty() || range.start > last || text.trim().is_empty() => {
                (Line::Kept(gold.piece(text, range.start)), text.len())
            }
            None => (Line::Text(text.len()), text.len() - text.trim_start().len()),
        };
        frame.push((role.clone(), frame_line));
        let pieces = sentences(&text[rest..]).into_iter();
        let pieces = pieces.filter_map(|(at, piece)| gold.whole(piece, range.start + rest + at));
        pool.pieces.entry(role.clone()).or_default().extend(pieces);
    }
    frame
}

/// Documents of at least `bytes` bytes together.
pub fn documents(bytes: usize) -> Vec<Document> {
    let mut reports = documents::all();
    let length = |document: &Document| {
        document.text.len() / document.text.lines().filter(|line| !line.trim().is_empty()).count().max(1)
    };
    reports.retain(|(document, _)| length(document) >= LEAST_LINE);
    let mut pool = Pool::default();
    let mut frames = Vec::new();
    for (document, gold) in &reports {
        let frame = take(document, gold, &mut pool);
        if document.text.len() >= LEAST_FRAME {
            frames.push(frame);
        }
    }
    let mut random = Random::new(4);
    let mut total = 0;
    let mut made = Vec::new();
    while total < bytes {
        let document = fill(&frames[random.below(frames.len())], &pool, &mut random);
        total += document.text.len();
        made.push(document);
    }
    made
}

/// One document: the lines of `frame`, with its text replaced by other text in the same proportions.
fn fill(frame: &Frame, pool: &Pool, random: &mut Random) -> Document {
    let mut document = Document { name: String::new(), text: String::new(), sections: 0, required: 0, quantities: 0 };
    let length = random.within(&DOCUMENT);
    let size = |(_, line): &(String, Line)| match line {
        Line::Kept(piece) => piece.text.len(),
        Line::Text(bytes) => *bytes,
    };
    let whole: usize = frame.iter().map(size).sum();
    let mut done = 0;
    let mut items = 0;
    for entry in frame {
        done += size(entry);
        if let Line::Kept(piece) = &entry.1 {
            items = if piece.sections > 0 { 0 } else { items };
            push(&mut document, piece, &piece.text);
            continue;
        }
        while document.text.len() < length * done / whole {
            // Every fourth paragraph has no heading.
            match draw(&pool.headings, &entry.0, random).filter(|_| random.below(4) > 0) {
                Some(heading) => {
                    items += 1;
                    let title = heading.text.split_once(['）', ')']).unwrap_or_default().1;
                    push(&mut document, heading, &format!("\u{3000}\u{3000}（{}）{title}", han(items)));
                }
                None => document.text.push_str("\u{3000}\u{3000}"),
            }
            let end = document.text.len() + random.within(&PARAGRAPH);
            while document.text.len() < end {
                let Some(piece) = draw(&pool.pieces, &entry.0, random) else { break };
                let text = other_digits(&piece.text, random);
                push(&mut document, piece, &text);
            }
            document.text.push('\n');
        }
    }
    document
}

/// A piece for a section of that role.
fn draw<'p>(pool: &'p HashMap<String, Vec<Piece>>, role: &str, random: &mut Random) -> Option<&'p Piece> {
    let pieces = pool.get(role).filter(|pieces| !pieces.is_empty())?;
    loop {
        let piece = &pieces[random.below(pieces.len())];
        if random.below(100) < piece.weight() {
            return Some(piece);
        }
    }
}

fn push(document: &mut Document, piece: &Piece, text: &str) {
    document.text.push_str(text);
    document.sections += piece.sections;
    document.required += piece.required;
    document.quantities += piece.quantities;
}

/// A number below 100 in Chinese.
fn han(number: usize) -> String {
    let (tens, ones) = (number / 10, number % 10);
    let tens = if tens > 1 { HAN[tens - 1].to_owned() + "十" } else { "十".repeat(tens) };
    tens + if ones > 0 { HAN[ones - 1] } else { "" }
}

/// The text with other figures of the same lengths, where that breaks nothing.
fn other_digits(text: &str, random: &mut Random) -> String {
    let mut made = String::with_capacity(text.len());
    let mut rest = if BOUND.iter().any(|word| text.contains(word)) { "" } else { text };
    while let Some(start) = rest.find(|ch: char| ch.is_ascii_digit()) {
        let end = rest[start..].find(|ch: char| !ch.is_ascii_digit()).map_or(rest.len(), |length| start + length);
        let figure = &rest[start..end];
        made.push_str(&rest[..start]);
        let fixed = NAMES.contains(&figure)
            || figure.starts_with('0')
            || rest[..start].ends_with(['.', '〔', '第'])
            || FIXED_BEFORE.iter().any(|word| rest[end..].starts_with(word));
        if fixed {
            made.push_str(figure);
        } else {
            made.extend(figure.bytes().map(|_| char::from(b"123456789"[random.below(9)])));
        }
        rest = &rest[end..];
    }
    made.push_str(if made.is_empty() { text } else { rest });
    made
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

/// What the audit says: wrong claims cost more than right ones, and shuffled pieces have other claims than reports.
pub fn verdicts(documents: &[Document]) -> String {
    let few = &documents[..documents.len().min(100)];
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for document in few {
        let report = Report::parse(document.text.as_bytes()).expect("a report");
        report.checks().iter().for_each(|check| *counts.entry(check.verdict.name()).or_default() += 1);
    }
    let each = |(verdict, count): (&&str, &usize)| format!("{:.1} {verdict}", *count as f64 / few.len() as f64);
    format!("checks a document: {}", counts.iter().map(each).collect::<Vec<_>>().join(", "))
}

/// Writes `bytes` bytes of the mix to standard output, and its density to standard error.
pub fn print(bytes: usize) {
    let documents = documents(bytes);
    documents.iter().for_each(|document| print!("{}", document.text));
    eprintln!("{}; {}", density(&documents), verdicts(&documents));
}
