//! Measures fazhi beside the machine's limits and its peers, and prints the table of the README:
//! `cargo run --release -p fazhi-benches`. How it measures, and why, is in the README beside this package.

mod clock;
mod counted;
mod documents;
mod first;
mod kernels;
mod memory;
mod mix;
mod once;
mod options;
mod peers;
mod threads;
mod whole;

use options::{Mode, Options};

fn main() {
    let options = Options::read();
    match options.mode {
        Mode::Whole => whole::run(&options),
        Mode::Once => once::run(&options),
        Mode::Threads => once::run_threads(&options),
        Mode::First(sample) => first::print(sample),
        Mode::Memory => memory::print(),
        Mode::Mix => mix::print(options.mix),
        Mode::Counted(kernel) => counted::run(kernel),
    }
}
