//! Starts the measuring processes one after another, takes medians of their medians, and prints tables.

use std::collections::HashMap;
use std::env;
use std::process::{Command, Stdio};
use std::thread::available_parallelism;

use crate::kernels::REFERENCE;
use crate::once::{jobs, median};
use crate::options::Options;
use crate::{documents, mix, threads};

/// Processes that each make one first call, for each sample.
const FIRST_CALLS: usize = 15;
const SAMPLES: usize = 3;

/// What the processes printed: values by the words before them.
type Values = HashMap<Vec<String>, Vec<Vec<f64>>>;

pub fn run(options: &Options) {
    let mut values = Values::new();
    let pinned = pins();
    for process in 0..options.processes {
        eprintln!("process {} of {}", process + 1, options.processes);
        call(&options.passed_on("--once"), pinned, &mut values);
        call(&options.passed_on("--threads"), false, &mut values);
    }
    for index in 0..FIRST_CALLS * SAMPLES {
        call(&["--first".to_owned(), (index % SAMPLES).to_string()], pinned, &mut values);
    }
    call(&["--memory".to_owned()], pinned, &mut values);

    let mix = mix::documents(options.mix);
    println!("mix: {}; {}", mix::density(&mix), mix::verdicts(&mix));
    println!("samples: {}", mix::verdicts(&documents::samples()));
    println!("{}", conditions(options, pinned, &values));
    print_table(options, &values);
    let [one, two] = threads::JOBS.map(|job| middle(&values, &["row", "mix", job.name], 1));
    println!("\ntwo threads give {:.2} times one", two / one);
    println!("\nfirst call of a process, median over {SAMPLES} reports, tables made once included:");
    for name in ["parse with audit", "… and score", "… and JSON"] {
        println!("- {name}: {:.0} µs", middle(&values, &["first", name], 0));
    }
    println!("\npeak memory of a full parse without audit and with it, over the input's size:");
    let mut memory: Vec<_> = values.iter().filter(|(key, _)| key[0] == "memory").collect();
    memory.sort_by_key(|(key, _)| *key);
    for (key, peaks) in memory {
        println!("- {}: {:.1}, {:.1}", key[1], peaks[0][0], peaks[0][1]);
    }
}

/// Runs this program with other arguments and keeps what it prints.
fn call(args: &[String], pinned: bool, values: &mut Values) {
    let program = env::current_exe().expect("this program's path");
    let mut command = if pinned { Command::new("taskset") } else { Command::new(&program) };
    if pinned {
        command.arg("-c").arg((cores() - 1).to_string()).arg(&program);
    }
    let output = command.args(args).stderr(Stdio::inherit()).output().expect("the process starts");
    assert!(output.status.success(), "{args:?} failed");
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let (words, numbers): (Vec<&str>, Vec<&str>) = line.split('\t').partition(|part| part.parse::<f64>().is_err());
        let numbers = numbers.iter().filter_map(|number| number.parse().ok()).collect();
        values.entry(words.into_iter().map(str::to_owned).collect()).or_default().push(numbers);
    }
}

fn cores() -> usize {
    available_parallelism().map_or(1, usize::from)
}

/// Whether processes can be kept on one core.
fn pins() -> bool {
    let last = (cores() - 1).to_string();
    let status = Command::new("taskset").args(["-c", &last, "true"]).stderr(Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}

/// Every process's number at `index` for one name.
fn each(values: &Values, key: &[&str], index: usize) -> Vec<f64> {
    let key: Vec<String> = key.iter().map(|&word| word.to_owned()).collect();
    values.get(&key).map(|rows| rows.iter().map(|row| row[index]).collect()).unwrap_or_default()
}

fn middle(values: &Values, key: &[&str], index: usize) -> f64 {
    median(each(values, key, index).into_iter())
}

/// The effective clocks at the start and end of each process.
fn clocks_of(values: &Values) -> impl Iterator<Item = f64> {
    values.get(&vec!["clock".to_owned()]).into_iter().flatten().flatten().copied()
}

/// How the machine was while it measured.
fn conditions(options: &Options, pinned: bool, values: &Values) -> String {
    let clocks: Vec<String> = values
        .get(&vec!["clock".to_owned()])
        .into_iter()
        .flatten()
        .map(|row| format!("{:.2}–{:.2}", row[0], row[1]))
        .collect();
    let stolen: Vec<String> = each(values, &["stolen"], 0).iter().map(|ticks| format!("{ticks}")).collect();
    let best = clocks_of(values).fold(0.0, f64::max);
    let busy = clocks_of(values).any(|clock| clock < 0.9 * best);
    format!(
        "{}{} processes {}, {} rounds on the mix; effective clock of each, first and last: {} GHz; stolen ticks: {}",
        if busy { "**The machine was busy: measure again.** " } else { "" },
        options.processes,
        if pinned { "pinned to one core" } else { "not pinned (no taskset)" },
        options.rounds,
        clocks.join(", "),
        if stolen.is_empty() { "not told".to_owned() } else { stolen.join(", ") },
    )
}

/// Three significant digits.
fn three(value: f64) -> String {
    match value {
        value if !value.is_finite() => String::from("–"),
        value if value >= 100.0 => format!("{value:.0}"),
        value if value >= 10.0 => format!("{value:.1}"),
        value if value >= 1.0 => format!("{value:.2}"),
        value if value >= 0.1 => format!("{value:.3}"),
        value => format!("{value:.4}"),
    }
}

fn print_table(options: &Options, values: &Values) {
    let mut samples: Vec<&str> =
        values.keys().filter(|key| key[0] == "row" && key[1] != "mix").map(|key| key[1].as_str()).collect();
    samples.sort_unstable();
    samples.dedup();
    println!("\n| job | mix MB/s | mix su8 | spread | times Python | report MB/s | report su8 | cold report µs |");
    println!("|---|---|---|---|---|---|---|---|");
    let names = jobs(options.peers);
    let python = names.iter().find(|job| job.name.starts_with("Python")).map(|job| job.name);
    let python = python.map_or(f64::NAN, |name| middle(values, &["row", "mix", name], 0));
    let names = names.into_iter().chain(&threads::JOBS).map(|job| job.name);
    for name in std::iter::once(REFERENCE.name).chain(names) {
        let key = ["row", "mix", name];
        let ratios = each(values, &key, 1);
        let low = ratios.iter().copied().fold(f64::INFINITY, f64::min);
        let high = ratios.iter().copied().fold(0.0, f64::max);
        let speed = middle(values, &key, 0);
        let warm = |index| median(samples.iter().map(|sample| middle(values, &["row", sample, name], index)));
        println!(
            "| {name} | {} | {} | {:.0} % | {} | {} | {} | {} |",
            three(speed * 1e3),
            three(median(ratios.iter().copied())),
            100.0 * (high / low - 1.0),
            three(speed / python),
            three(warm(0) * 1e3),
            three(warm(1)),
            three(middle(values, &["cold", name], 0)),
        );
    }
}
