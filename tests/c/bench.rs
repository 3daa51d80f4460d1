//! Median µs for a parse of each file and its drop: tests/c/bench.c in Rust.

use std::hint::black_box;
use std::time::Instant;

const ROUNDS: usize = 501;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for path in std::env::args_os().skip(1) {
        let text = std::fs::read(path)?;
        let mut times = Vec::with_capacity(ROUNDS);
        for _ in 0..ROUNDS {
            let start = Instant::now();
            drop(black_box(fazhi::Report::parse(black_box(&text))?));
            times.push(start.elapsed().as_secs_f64() * 1e6);
        }
        times.sort_by(f64::total_cmp);
        println!("{:.2}", times[ROUNDS / 2]);
    }
    Ok(())
}
