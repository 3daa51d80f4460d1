//! What a user would take instead: crates, and a script in Python. None does the whole job.

use std::collections::HashMap;
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use daachorse::{CharwiseDoubleArrayAhoCorasickBuilder, MatchKind as DoubleArrayMatchKind};
use jieba_rs::Jieba;
use pulldown_cmark::{Event, Parser, Tag};
use regex::Regex;

use crate::documents::Document;
use crate::kernels::{Job, Kernel};

/// The script that the targets name.
pub const PYTHON: Job =
    Job { name: "Python `re` script: sections, figures, citations, keywords → JSON", build: python };

pub const JOBS: [Job; 6] = [
    PYTHON,
    Job { name: "aho-corasick (DFA), 200 keywords", build: automaton },
    Job { name: "daachorse, 200 keywords", build: double_array },
    Job { name: "jieba-rs, words", build: words },
    Job { name: "regex, headings line by line behind memchr", build: headings },
    Job { name: "pulldown-cmark, equivalent Markdown", build: markdown },
];

/// Whether the Python script can run.
pub fn has_python() -> bool {
    Command::new("python3").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}

fn keywords() -> Vec<&'static str> {
    include_str!("../keywords.txt").lines().collect()
}

/// Hits of the keywords, leftmost and longest, found the plain way.
fn hits(documents: &[Document]) -> usize {
    let mut words = keywords();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let mut by_first: HashMap<char, Vec<&str>> = HashMap::new();
    for word in words {
        by_first.entry(word.chars().next().unwrap_or_default()).or_default().push(word);
    }
    let mut hits = 0;
    for document in documents {
        let mut after = 0;
        for (at, first) in document.text.char_indices() {
            let words = by_first.get(&first).filter(|_| at >= after);
            let hit = words.and_then(|words| words.iter().find(|word| document.text[at..].starts_with(**word)));
            if let Some(word) = hit {
                hits += 1;
                after = at + word.len();
            }
        }
    }
    hits
}

fn automaton(documents: &[Document]) -> Kernel<'_> {
    let automaton = AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::DFA))
        .match_kind(MatchKind::LeftmostLongest)
        .build(keywords())
        .expect("an automaton");
    Kernel::new(documents, hits(documents), move |document| automaton.find_iter(&document.text).count())
}

fn double_array(documents: &[Document]) -> Kernel<'_> {
    let array = CharwiseDoubleArrayAhoCorasickBuilder::new()
        .match_kind(DoubleArrayMatchKind::LeftmostLongest)
        .build::<_, _, u32>(keywords())
        .expect("an automaton");
    Kernel::new(documents, hits(documents), move |document| array.leftmost_find_iter(&document.text).count())
}

fn words(documents: &[Document]) -> Kernel<'_> {
    let jieba = Jieba::new();
    // All words together are the text.
    let bytes = documents.iter().map(|document| document.text.len()).sum();
    Kernel::new(documents, bytes, move |document| {
        let words = jieba.cut(&document.text, false);
        words.iter().map(|word| word.word.len()).sum()
    })
}

/// Headings at the start of a line.
const HEADING: &str =
    "^[ \t\u{3000}]*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|[0-9]+[.．、][^0-9])";

fn headings(documents: &[Document]) -> Kernel<'_> {
    let heading = Regex::new(HEADING).expect("an expression");
    let expected = documents.iter().flat_map(|document| document.text.lines()).filter(|line| heading.is_match(line));
    let expected = expected.count();
    Kernel::new(documents, expected, move |document| {
        let mut start = 0;
        let mut found = 0;
        for end in memchr::memchr_iter(b'\n', document.text.as_bytes()).chain([document.text.len()]) {
            found += usize::from(heading.is_match(&document.text[start..end]));
            start = end + 1;
            if start > document.text.len() {
                break;
            }
        }
        found
    })
}

/// Headings by the marks that a converter would write; speed is stated by the bytes of Markdown.
fn markdown(documents: &[Document]) -> Kernel<'_> {
    let heading = Regex::new(HEADING).expect("an expression");
    let mut expected = 0;
    let mut convert = |document: &Document| {
        let mut text = String::new();
        for line in document.text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let title = if heading.is_match(line) { line.find('。').unwrap_or(line.len()) } else { 0 };
            if title > 0 {
                expected += 1;
                text.push_str(if line.starts_with(['（', '(']) { "### " } else { "## " });
                text.push_str(&line[..title]);
                text.push_str("\n\n");
            }
            text.push_str(&line[title..]);
            text.push_str("\n\n");
        }
        text
    };
    let texts: Vec<String> = documents.iter().map(&mut convert).collect();
    let bytes = texts.iter().map(String::len).sum();
    let headings =
        |text: &String| Parser::new(text).filter(|event| matches!(event, Event::Start(Tag::Heading { .. }))).count();
    let mut kernel = Kernel::whole(documents, expected, move || texts.iter().map(headings).sum());
    kernel.bytes = bytes;
    kernel
}

/// The script at work: it keeps the documents in memory and runs over all when told to.
struct Script {
    process: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
}

impl Script {
    fn start(documents: &[Document]) -> io::Result<Self> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("report_re.py");
        let mut command = Command::new("python3");
        command.arg(path).arg("--serve").stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut process = command.spawn()?;
        let output = BufReader::new(process.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?);
        let mut script = Self { input: process.stdin.take(), process, output };
        let sizes: Vec<String> = documents.iter().map(|document| document.text.len().to_string()).collect();
        script.send(&format!("{}\n", sizes.join(" ")))?;
        documents.iter().try_for_each(|document| script.send(&document.text))?;
        Ok(script)
    }

    fn send(&mut self, text: &str) -> io::Result<()> {
        self.input.as_mut().ok_or(io::ErrorKind::BrokenPipe)?.write_all(text.as_bytes())
    }

    /// One run; the sections found.
    fn run(&mut self) -> io::Result<usize> {
        self.send("run\n")?;
        let mut answer = String::new();
        self.output.read_line(&mut answer)?;
        answer.trim().parse().map_err(|_| io::ErrorKind::InvalidData.into())
    }
}

impl Drop for Script {
    fn drop(&mut self) {
        // The end of its input ends the script.
        self.input = None;
        drop(self.process.wait());
    }
}

fn python(documents: &[Document]) -> Kernel<'_> {
    let mut script = Script::start(documents).expect("python3 starts");
    let mut kernel = Kernel::whole(documents, 0, move || script.run().expect("the script answers"));
    // It takes some figures for headings, and misses items that follow no mark.
    let sections: usize = documents.iter().map(|document| document.sections).sum();
    kernel.expected = sections - sections / 10..=sections + sections / 10;
    kernel
}
