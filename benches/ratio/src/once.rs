//! One measuring process: every kernel on every corpus, each sample between two samples of the reference.

use std::hint::black_box;
use std::time::{Duration, Instant};

use crate::documents::{self, Document};
use crate::kernels::{JOBS, Job, Kernel, REFERENCE};
use crate::mix::{self, Random};
use crate::options::Options;
use crate::{clock, peers, threads};

/// How long a sample should take: on reports that fit the caches, and on the mix.
const SHORT: Duration = Duration::from_millis(2);
const LONG: Duration = Duration::from_millis(200);

/// Part of the mix that a kernel's speed is guessed on, and the least that it is measured on.
const PROBE: usize = 512 << 10;

/// Walked through before a cold call: more than the caches of a core hold.
const EVICT: usize = 64 << 20;

const COLD_ROUNDS: usize = 15;

/// The jobs to measure, peers last.
pub fn jobs(peers_too: bool) -> Vec<&'static Job> {
    let mut jobs: Vec<&Job> = JOBS.iter().collect();
    if peers_too {
        let has_python = peers::has_python();
        jobs.extend(peers::JOBS.iter().filter(|job| has_python || job.name != peers::PYTHON.name));
    }
    jobs
}

/// Measures everything on one thread and prints rows for the parent process.
pub fn run(options: &Options) {
    let jobs = jobs(options.peers);
    let mut random = Random::new(u64::from(std::process::id()));
    observed(|| {
        on_mix(options, &jobs, &mut random);
        let samples = documents::samples();
        for sample in samples.chunks(1) {
            let entries = jobs.iter().map(|job| Entry::new(job, sample)).collect();
            measure(&sample[0].name, sample, entries, 3 * options.rounds, SHORT, &mut random);
        }
        cold(&samples, &mut random);
    });
}

/// Measures what more threads gain, on the mix.
pub fn run_threads(options: &Options) {
    let jobs: Vec<&Job> = threads::JOBS.iter().collect();
    observed(|| on_mix(options, &jobs, &mut Random::new(u64::from(std::process::id()))));
}

/// Measures, and prints how the machine was meanwhile.
fn observed(measure: impl FnOnce()) {
    let (clock, stolen) = (clock::gigahertz(), clock::stolen());
    measure();
    println!("clock\t{clock:.2}\t{:.2}", clock::gigahertz());
    if let (Some(before), Some(after)) = (stolen, clock::stolen()) {
        println!("stolen\t{}", after - before);
    }
}

fn on_mix(options: &Options, jobs: &[&Job], random: &mut Random) {
    let mix = mix::documents(options.mix);
    let entries = jobs.iter().map(|job| Entry::on_mix(job, &mix)).collect();
    measure("mix", &mix, entries, options.rounds, LONG, random);
}

/// A kernel and its samples so far.
struct Entry<'d> {
    name: &'static str,
    kernel: Kernel<'d>,
    /// Runs a sample.
    runs: u32,
    /// Bytes a nanosecond, and the ratio to the reference.
    samples: Vec<(f64, f64)>,
}

impl<'d> Entry<'d> {
    fn new(job: &Job, documents: &'d [Document]) -> Self {
        let mut kernel = (job.build)(documents);
        kernel.check(job.name);
        Self { name: job.name, kernel, runs: 1, samples: Vec::new() }
    }

    /// On as much of the mix as one sample has time for.
    fn on_mix(job: &Job, mix: &'d [Document]) -> Self {
        let probe = Self::new(job, first(mix, PROBE));
        let mut kernel = probe.kernel;
        let speed = kernel.bytes as f64 / timed(&mut kernel, 1);
        let bytes = (speed * LONG.as_nanos() as f64) as usize;
        Self::new(job, first(mix, bytes.max(PROBE)))
    }
}

/// The first documents, of `bytes` bytes together or all.
fn first(documents: &[Document], bytes: usize) -> &[Document] {
    let mut total = 0;
    let length = documents.iter().take_while(|document| {
        let before = total;
        total += document.text.len();
        before < bytes
    });
    let length = length.count();
    &documents[..length]
}

/// Nanoseconds a run, over `runs` runs.
fn timed(kernel: &mut Kernel<'_>, runs: u32) -> f64 {
    let start = Instant::now();
    for _ in 0..runs {
        black_box(kernel.run());
    }
    start.elapsed().as_nanos() as f64 / f64::from(runs)
}

/// How many runs fill `time`.
fn runs_in(kernel: &mut Kernel<'_>, time: Duration) -> u32 {
    kernel.run();
    (time.as_nanos() as f64 / timed(kernel, 1)).ceil().clamp(1.0, 1e6) as u32
}

fn measure(
    corpus: &str,
    documents: &[Document],
    mut entries: Vec<Entry<'_>>,
    rounds: usize,
    time: Duration,
    random: &mut Random,
) {
    let mut reference = (REFERENCE.build)(documents);
    reference.check(REFERENCE.name);
    // One pass over the mix is enough of a reference.
    let reference_runs = runs_in(&mut reference, SHORT);
    for entry in &mut entries {
        entry.runs = runs_in(&mut entry.kernel, time.min(LONG / 10));
    }
    let mut reference_speeds = Vec::new();
    for _ in 0..rounds {
        random.shuffle(&mut entries);
        for entry in &mut entries {
            let before = timed(&mut reference, reference_runs);
            if time == SHORT {
                // The caches hold the reference's data and the last kernel's tables.
                entry.kernel.run();
            }
            let speed = entry.kernel.bytes as f64 / timed(&mut entry.kernel, entry.runs);
            let after = timed(&mut reference, reference_runs);
            let reference_speed = reference.bytes as f64 * 2.0 / (before + after);
            reference_speeds.push((reference_speed, 1.0));
            entry.samples.push((speed, speed / reference_speed));
        }
    }
    print_row(corpus, REFERENCE.name, &reference_speeds);
    for entry in &entries {
        print_row(corpus, entry.name, &entry.samples);
    }
}

fn print_row(corpus: &str, name: &str, samples: &[(f64, f64)]) {
    let speed = median(samples.iter().map(|sample| sample.0));
    let ratio = median(samples.iter().map(|sample| sample.1));
    println!("row\t{corpus}\t{name}\t{speed:.6}\t{ratio:.6}");
}

/// One call each, with the caches full of something else.
fn cold(samples: &[Document], random: &mut Random) {
    let mut other = vec![1_u8; EVICT];
    for job in [&REFERENCE].into_iter().chain(&JOBS) {
        let mut times = Vec::new();
        for sample in samples.chunks(1) {
            let mut kernel = (job.build)(sample);
            for _ in 0..COLD_ROUNDS {
                let step = random.below(255) as u8;
                other.iter_mut().step_by(64).for_each(|byte| *byte = byte.wrapping_add(step));
                black_box(&mut other);
                times.push(timed(&mut kernel, 1) / 1e3);
            }
        }
        println!("cold\t{}\t{:.2}", job.name, median(times.into_iter()));
    }
}

/// The middle value.
pub fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
