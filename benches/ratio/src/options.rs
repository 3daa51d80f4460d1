//! The arguments.

use std::str::FromStr;

/// What this process is to do.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Starts the others and prints the table.
    Whole,
    /// Measures everything once.
    Once,
    /// Measures what more threads gain.
    Threads,
    /// Times the first call of a process, on the sample of this index.
    First(usize),
    Memory,
    /// Prints the first documents of the mix, for the eye.
    Mix,
    /// Runs the kernel of this index for callgrind.
    Counted(usize),
}

pub struct Options {
    pub mode: Mode,
    /// Bytes of the mix.
    pub mix: usize,
    pub rounds: usize,
    pub processes: usize,
    pub peers: bool,
}

const USAGE: &str = "usage: fazhi-benches [--mix-mib 64] [--rounds 9] [--processes 3] [--no-peers]";

impl Options {
    /// Reads the arguments of this process.
    pub fn read() -> Self {
        let mut options = Self { mode: Mode::Whole, mix: 64 << 20, rounds: 9, processes: 3, peers: true };
        let mut args = std::env::args().skip(1);
        while let Some(arg) = args.next() {
            match arg.as_str() {
                "--mix-mib" => options.mix = number::<usize>(args.next()) << 20,
                "--rounds" => options.rounds = number(args.next()),
                "--processes" => options.processes = number(args.next()),
                "--no-peers" => options.peers = false,
                "--once" => options.mode = Mode::Once,
                "--threads" => options.mode = Mode::Threads,
                "--first" => options.mode = Mode::First(number(args.next())),
                "--memory" => options.mode = Mode::Memory,
                "--mix" => options.mode = Mode::Mix,
                "--counted" => options.mode = Mode::Counted(number(args.next())),
                _ => usage(),
            }
        }
        options
    }

    /// The same for a process that measures in `mode`.
    pub fn passed_on(&self, mode: &str) -> Vec<String> {
        let (mix, rounds) = ((self.mix >> 20).to_string(), self.rounds.to_string());
        let mut args = vec![mode, "--mix-mib", &mix, "--rounds", &rounds];
        args.extend((!self.peers).then_some("--no-peers"));
        args.into_iter().map(str::to_owned).collect()
    }
}

fn number<T: FromStr>(arg: Option<String>) -> T {
    arg.and_then(|arg| arg.parse().ok()).unwrap_or_else(|| usage())
}

fn usage() -> ! {
    eprintln!("{USAGE}");
    std::process::exit(2);
}
