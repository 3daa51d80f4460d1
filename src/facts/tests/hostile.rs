//! Texts made to be slow or to break something.

use super::facts;
use std::time::{Duration, Instant};

static FRAGMENTS: &[&str] = &[
    "9",
    "一",
    "（",
    "《",
    "》",
    "第",
    "1 ",
    "1 111 ",
    "1,",
    "1,111",
    "1-",
    "1至",
    "一至",
    "1/",
    "1.",
    "一点",
    "分之",
    "百分之",
    "万",
    "亿",
    "零",
    "第一、",
    "2024",
    "2024年",
    "1月",
    "12·4",
    "“",
    "\"",
    "+1",
    "1+",
    "1:1",
    "a1",
    "半",
    "〔2024〕",
    "云〔",
    "1分钟",
    "近",
    "超",
    "三五",
    "千万",
    "1个",
    "。",
    "云政发",
];

/// How often a text is read before its time is believed.
const RUNS: u32 = 8;
/// Waits for others that use the machine too.
const PAUSE: Duration = Duration::from_millis(400);

#[test]
fn nothing_panics_and_time_is_linear() {
    let seconds = |text: &str| {
        let start = Instant::now();
        facts(text);
        start.elapsed().as_secs_f64()
    };
    for fragment in FRAGMENTS {
        let once = fragment.repeat(16_000 / fragment.len());
        let four = once.repeat(4);
        // The least of as many runs as it takes: others use the machine too.
        let [mut short, mut long] = [f64::INFINITY; 2];
        let linear = (0..RUNS).any(|pauses| {
            std::thread::sleep(PAUSE * pauses);
            (short, long) = (short.min(seconds(&once)), long.min(seconds(&four)));
            long < short * 12.0 + 0.02
        });
        assert!(linear, "{fragment}: {short} s, then {long} s for four times as much");
    }
}

#[test]
fn every_triple_of_fragments_is_read() {
    for first in FRAGMENTS {
        for second in FRAGMENTS {
            for third in FRAGMENTS {
                let text = format!("{first}{second}{third}");
                let found = facts(&text);
                for quantity in &found.quantities {
                    assert!(!text[quantity.span.range()].is_empty() && !text[quantity.sentence.range()].is_empty());
                }
            }
        }
    }
}
