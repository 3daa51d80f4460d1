//! Time grows with the length of the text, whatever the text: hostile fragments at n, 2n and 4n bytes. It takes half a
//! minute and tests the same code with every set of features: the one with the most is enough.
#![cfg(all(feature = "serde", feature = "rubric"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic is how a test fails")]

mod common {
    pub mod fragments;
}

use std::hint::black_box;
use std::time::{Duration, Instant};

use common::fragments::{FRAGMENTS, ROWS};

/// The shortest time that can be compared.
const LEAST: Duration = Duration::from_millis(10);
/// What takes longer needs no second run.
const ENOUGH: Duration = Duration::from_millis(300);
/// The first text, in bytes; doubled until it takes [`LEAST`].
const FIRST: usize = 4 << 10;
/// The longest first text.
const LONGEST: usize = 1 << 20;
/// Linear time doubles with the text; quadratic time becomes four times as long.
const MOST: f64 = 3.0;

/// How many runs are measured, at first and after each fault.
const RUNS: [u32; 6] = [2, 5, 10, 20, 40, 80];
/// The pause before a repeated measurement, for each run of it that the first had not: others use the machine too.
const PAUSE: Duration = Duration::from_millis(100);

type Stage = (&'static str, fn(&str));

const STAGES: [Stage; 2] = [
    ("outline", |text| {
        black_box(fazhi::outline(text.as_bytes()).unwrap());
    }),
    ("parse", |text| {
        black_box(fazhi::Report::parse(text.as_bytes()).unwrap());
    }),
];

#[cfg(feature = "serde")]
const OUTPUT: &[Stage] = &[("json", |text| {
    black_box(serde_json::to_vec(&fazhi::Report::parse(text.as_bytes()).unwrap()).unwrap());
})];
#[cfg(not(feature = "serde"))]
const OUTPUT: &[Stage] = &[];

/// The best of several runs, or of as many as [`ENOUGH`] allows.
fn time(stage: fn(&str), text: &str, runs: u32) -> Duration {
    let begin = Instant::now();
    let run = || {
        let start = Instant::now();
        stage(text);
        start.elapsed()
    };
    let first = run();
    (1..runs).take_while(|_| begin.elapsed() < ENOUGH).map(|_| run()).fold(first, Duration::min)
}

/// The factors by which the time grows with each doubling of the text.
fn growth(stage: fn(&str), fragment: &str, runs: u32) -> [f64; 2] {
    let text = |bytes: usize| fragment.repeat(bytes.div_ceil(fragment.len()));
    let mut bytes = FIRST;
    while bytes < LONGEST && time(stage, &text(bytes), 1) < LEAST {
        bytes *= 2;
    }
    let [one, two, four] = [bytes, 2 * bytes, 4 * bytes].map(|bytes| {
        // Below the least time the clock's and the system's noise decide.
        time(stage, &text(bytes), runs).max(LEAST).as_secs_f64()
    });
    [two / one, four / two]
}

/// Whether the measurement tells quadratic time from linear time at all.
fn sees_quadratic_time() -> bool {
    let every_pair = |text: &str| {
        let marks = text.as_bytes().chunks(16);
        let same = |mark: &[u8]| marks.clone().filter(|other| black_box(*other) == mark).count();
        black_box(marks.clone().map(same).sum::<usize>());
    };
    growth(every_pair, "一、", 3).into_iter().any(|factor| factor > MOST)
}

#[test]
fn time_is_linear_in_the_text() {
    assert!(sees_quadratic_time());
    let mut faults = Vec::new();
    for (name, stage) in STAGES.iter().chain(OUTPUT) {
        for fragment in FRAGMENTS.iter().chain(&ROWS) {
            // A busy machine may spoil several measurements; what is quadratic stays so.
            let steep = |runs: &u32| {
                std::thread::sleep(PAUSE * (runs - RUNS[0]));
                growth(*stage, fragment, *runs).into_iter().any(|factor| factor > MOST)
            };
            if RUNS.iter().all(steep) {
                faults.push(format!("{name} on {fragment:?}: {:?}", growth(*stage, fragment, 5)));
            }
        }
    }
    assert!(faults.is_empty(), "more than {MOST} times the time for twice the text:\n{}", faults.join("\n"));
}
