//! Instructions a byte: one kernel over every fictional report, for callgrind. `.ci/check_instructions.py` calls it.

use crate::documents::{self, Document};
use crate::kernels::{self, Kernel};

/// Callgrind counts inside this function alone (`--toggle-collect`), so warming up does not count.
#[inline(never)]
fn collected_here(kernel: &mut Kernel<'_>) -> usize {
    kernel.run()
}

/// Runs the kernel of that index once uncounted and once counted, and prints what the counts are for.
pub fn run(index: usize) {
    let documents: Vec<Document> = documents::all().into_iter().map(|(document, _)| document).collect();
    let job = &kernels::JOBS[index];
    let mut kernel = (job.build)(&documents);
    kernel.run();
    let counted = collected_here(&mut kernel);
    println!("{}\t{}\t{counted}\t{}", job.name.replace('*', ""), kernel.bytes, dispatch());
}

/// What the library may dispatch on, as this machine (or valgrind) shows it.
fn dispatch() -> &'static str {
    #[cfg(target_arch = "x86_64")]
    if std::arch::is_x86_feature_detected!("avx2") {
        return "x86_64 with AVX2";
    }
    std::env::consts::ARCH
}
