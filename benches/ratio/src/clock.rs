//! What the machine did meanwhile: its effective clock, and time that other guests took.

use std::fs;
use std::hint::black_box;
use std::time::Instant;

/// The effective clock in GHz: a chain in which each step (multiplication, 3 cycles, and exclusive or, 1) needs the last.
pub fn gigahertz() -> f64 {
    const STEPS: u32 = 4_000_000;
    let factor = black_box(0x9e37_79b9_7f4a_7c15_u64);
    let mut value = black_box(1_u64);
    let start = Instant::now();
    for _ in 0..STEPS {
        value = value.wrapping_mul(factor) ^ factor;
    }
    black_box(value);
    4.0 * f64::from(STEPS) / start.elapsed().as_secs_f64() / 1e9
}

/// Ticks (hundredths of a second) that the hypervisor gave to others since the start, where the system tells.
pub fn stolen() -> Option<u64> {
    let stat = fs::read_to_string("/proc/stat").ok()?;
    stat.lines().next()?.split_ascii_whitespace().nth(8)?.parse().ok()
}
