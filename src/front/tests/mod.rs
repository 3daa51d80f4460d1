//! Heads and tails of invented reports in the layouts that real ones have.

mod heads;
mod openings;
mod places;
mod tails;

use super::{Front, Scratch};
use crate::facts::Facts;
use crate::limits::Limits;
use crate::text::Text;
use crate::text::glyph::Glyphs;

/// A text and what its front must say: (field, values joined by |). Fields that are not listed are not looked at;
/// an empty value means that nothing may be found.
type Case = (&'static str, &'static [(&'static str, &'static str)]);

/// The body most cases share; it tells neither place nor year.
const BODY: &str = "本年度依法行政工作扎实推进，各项任务按期完成。\n一、主要举措\n（一）加强领导。召开会议6次。\n二、下一步打算\n继续推进依法行政。\n";

fn read(source: &str) -> Option<Front> {
    let text = Text::read(source.as_bytes(), &Limits::default(), Default::default()).unwrap();
    let mut facts = Facts::default();
    let mut glyphs = Glyphs::default();
    for paragraph in &text.paragraphs {
        glyphs.fill(source, paragraph.span, text.gaps_of(paragraph));
        facts.scan(source, &glyphs, &[], 10_000);
    }
    let mut front = Front::default();
    front.refill(&text, &facts, &mut Scratch::default()).then_some(front)
}

fn field(front: &Front, name: &str) -> String {
    let names = |names: &[super::Named]| names.iter().map(|name| name.text.as_str()).collect::<Vec<_>>().join("|");
    let one = |name: &Option<super::Named>| name.as_ref().map(|name| name.text.to_string()).unwrap_or_default();
    match name {
        "title" => one(&front.title),
        "issuers" => names(&front.issuers),
        "region" => one(&front.region),
        "level" => front.level.map(|level| level.name().to_owned()).unwrap_or_default(),
        "year" => front.year.map(|(year, _)| year.to_string()).unwrap_or_default(),
        "number" => one(&front.doc_number),
        "signers" => names(&front.signers),
        "recipients" => names(&front.recipients),
        "cc" => names(&front.cc),
        "office" => one(&front.print_office),
        "date" => front
            .date
            .map(|(date, _)| {
                let part = |value: Option<u8>| value.map(|value| format!("-{value:02}")).unwrap_or_default();
                format!("{}{}{}", date.year.unwrap_or_default(), part(date.month), part(date.day))
            })
            .unwrap_or_default(),
        _ => panic!("no field {name}"),
    }
}

/// Reads each text, `{BODY}` replaced, and compares; all differences are told at once.
fn check(cases: &[Case]) {
    let mut wrong = Vec::new();
    for (text, fields) in cases {
        let source = text.replace("{BODY}", BODY);
        let Some(front) = read(&source) else {
            wrong.push(format!("no report: {text}"));
            continue;
        };
        sound(&source, &front);
        for (name, want) in *fields {
            let got = field(&front, name);
            if got != *want {
                wrong.push(format!("{name}: want {want:?}, got {got:?} in\n{text}\n"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every name stands where its span says, layout aside.
fn sound(source: &str, front: &Front) {
    let lists = [&front.issuers, &front.signers, &front.recipients, &front.cc];
    let single = [&front.title, &front.doc_number, &front.print_office, &front.region];
    for name in lists.into_iter().flatten().chain(single.into_iter().flatten()) {
        let printed: String = source[name.span.range()].chars().filter(|ch| !ch.is_whitespace()).collect();
        assert!(printed.contains(name.text.as_str()), "{:?} is not in {printed:?}", name.text);
    }
}

#[test]
fn odd_inputs_do_not_panic() {
    let pieces = [
        "关于",
        "2024年",
        "法治政府",
        "报告",
        "《",
        "》",
        "（",
        "）",
        "：",
        "、",
        "县",
        "市委",
        "人民政府",
        "文件",
        "签发人",
        "抄送",
        "印发",
        "〔2024〕1号",
        "2024年1月8日",
        "\n",
        " ",
        "一、",
        "。",
        "_",
        "é",
        "😀",
        "\u{3000}",
        "告",
        "中共",
        "开发区",
        "街道办事处",
        "文号",
        "|",
        "[",
        "]",
    ];
    // Every pair and a long mixture: enough to meet the edges of each rule.
    for first in pieces {
        for second in pieces {
            for text in [
                format!("{first}{second}"),
                format!("{first}\n{second}\n{first}{second}{first}"),
                format!("{second}{first}{second}{second}"),
            ] {
                let _ = read(&text);
            }
        }
    }
    let mut state = 7_usize;
    for _ in 0..400 {
        let text: String = (0..40)
            .map(|_| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                pieces[(state >> 33) % pieces.len()]
            })
            .collect();
        let _ = read(&text);
    }
}

/// Waits for others that use the machine too.
const PAUSE: std::time::Duration = std::time::Duration::from_millis(400);

#[test]
fn time_grows_linearly() {
    for piece in [
        "2024年",
        "《",
        "关于法治政府建设的报告\n",
        "县委、",
        "抄送：",
        "青岚县委",
        "2024年1月8日\n",
        "青岚县人民政府\n",
        "文号：",
        "签发人：某",
        "（",
        "我县",
    ] {
        let time = |count: usize| {
            let text = piece.repeat(count);
            let start = std::time::Instant::now();
            let _ = read(&text);
            start.elapsed().as_secs_f64()
        };
        // The least of as many runs as it takes: others use the machine too.
        let [mut short, mut long] = [f64::INFINITY; 2];
        let linear = (0..8).any(|pauses| {
            std::thread::sleep(PAUSE * pauses);
            (short, long) = (short.min(time(2_000)), long.min(time(8_000)));
            long < short.max(0.002) * 16.0
        });
        assert!(linear, "{piece}: {short} s, {long} s");
    }
}
