//! `parse_many` on the mix: what two threads gain over one.

use crate::documents::Document;
use crate::kernels::{Job, Kernel};

/// The last against the first is what the threads gain.
pub const JOBS: [Job; 2] = [
    Job { name: "**`parse_many` with audit, one thread**", build: |documents| parse_many(documents, 1) },
    Job { name: "**`parse_many` with audit, two threads**", build: |documents| parse_many(documents, 2) },
];

fn parse_many(documents: &[Document], threads: usize) -> Kernel<'_> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
    let inputs: Vec<&str> = documents.iter().map(|document| document.text.as_str()).collect();
    let found = |_, report: Result<&fazhi::Report<'_>, _>| {
        report.map_or(0, |report| report.sections().len() + report.quantities().len())
    };
    Kernel::found_in(documents, move || {
        let found: Vec<usize> = pool.install(|| fazhi::parse_many(&inputs, found));
        found.into_iter().sum()
    })
}
