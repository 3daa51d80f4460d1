//! Many reports at once.

use super::fence::fence;
use super::input::{self, Output};
use super::memory::fazhi_str;
use super::options::fazhi_options;
use super::report::fazhi_report;
use super::status::{FAZHI_ERR_INVALID_ARGUMENT, FAZHI_ERR_OUT_OF_RANGE, Failure, fazhi_error, fazhi_status};

/// What became of one input: a report until it is taken, or why there is none.
type Parsed = Result<Option<Box<fazhi_report>>, Failure>;

/// Reports that were parsed together. Threads: any number at once, but fazhi_batch_take and fazhi_batch_free alone.
pub struct fazhi_batch {
    results: Vec<Parsed>,
}

impl fazhi_batch {
    fn check(&self, index: usize) -> Result<(), Failure> {
        if index < self.results.len() {
            return Ok(());
        }
        let message = format!("没有第 {index} 份输入 (no input {index})");
        Err(Failure::new(FAZHI_ERR_OUT_OF_RANGE, message))
    }
}

fn taken() -> Failure {
    Failure::new(FAZHI_ERR_INVALID_ARGUMENT, "报告已被取走 (the report was taken before)")
}

/// Parses `count` inputs in UTF-8 on `threads` threads (0: one for each core), each as fazhi_report_parse does. An input
/// that cannot be parsed fails alone: the batch has its status. The caller's bytes are not used after the call. `options`
/// may be NULL for the defaults. All reports stay in memory until they are freed, so hand over large collections in
/// parts. Free the batch with fazhi_batch_free.
///
/// Errors, none of them for what an input holds: FAZHI_ERR_NOT_BUILT_IN; FAZHI_ERR_SYSTEM when no thread can be started.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_batch_parse(
    inputs: *const fazhi_str,
    count: usize,
    options: *const fazhi_options,
    threads: u32,
    batch: *mut *mut fazhi_batch,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        fence(err, || {
            let inputs = input::values(inputs, count, "inputs")?;
            let output = Output::new(batch, "batch")?;
            let options = fazhi_options::copy_of(options);
            let slice = |input: &fazhi_str| input::values(input.data, input.len, "inputs[i].data");
            let inputs: Vec<_> = inputs.iter().map(slice).collect();
            output.give(fazhi_batch { results: parse(&inputs, options, threads)? });
            Ok(())
        })
    }
}

#[cfg(feature = "parallel")]
fn parse(inputs: &[Result<&[u8], Failure>], options: fazhi_options, threads: u32) -> Result<Vec<Parsed>, Failure> {
    use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

    // A pool for this call alone: no thread stays behind in a program that may fork, or unload the library.
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads as usize).build();
    let pool = pool.map_err(|error| {
        let message = format!("无法启动线程 (cannot start threads): {error}");
        Failure::new(super::status::FAZHI_ERR_SYSTEM, message)
    })?;
    let one = |parser: &mut crate::report::Parser, input: &Result<&[u8], Failure>| -> Parsed {
        super::fence::caught(|| {
            let report = fazhi_report::copied(parser, input.clone()?, &mut Vec::new())?;
            Ok(Some(Box::new(report)))
        })
    };
    Ok(pool.install(|| inputs.par_iter().map_init(|| options.parser(), one).collect()))
}

#[cfg(not(feature = "parallel"))]
fn parse(_: &[Result<&[u8], Failure>], _: fazhi_options, _: u32) -> Result<Vec<Parsed>, Failure> {
    Err(Failure::not_built_in("parallel"))
}

/// Frees a batch with all reports that were not taken. NULL does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_batch_free(batch: *mut fazhi_batch) {
    // SAFETY: NULL or an object of fazhi_batch_parse that is not used again.
    unsafe { input::free(batch) }
}

/// Gives the number of inputs.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_batch_count(
    batch: *const fazhi_batch,
    count: *mut usize,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        fence(err, || {
            let batch = input::object(batch, "batch")?;
            Output::new(count, "count")?.write(batch.results.len());
            Ok(())
        })
    }
}

/// Gives the report of input `index`, which still belongs to the batch: do not free it.
///
/// Errors: those of fazhi_report_parse for this input; FAZHI_ERR_OUT_OF_RANGE for an index there is not;
/// FAZHI_ERR_INVALID_ARGUMENT for a report that was taken.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_batch_report(
    batch: *const fazhi_batch,
    index: usize,
    report: *mut *const fazhi_report,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        fence(err, || {
            let batch = input::object(batch, "batch")?;
            let output = Output::new(report, "report")?;
            batch.check(index)?;
            let report = batch.results[index].as_ref().map_err(Failure::clone)?.as_deref();
            output.write(report.ok_or_else(taken)?);
            Ok(())
        })
    }
}

/// Takes the report of input `index` out of the batch: it is the caller's, outlives the batch, and is freed with
/// fazhi_report_free.
///
/// Errors: as fazhi_batch_report.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_batch_take(
    batch: *mut fazhi_batch,
    index: usize,
    report: *mut *mut fazhi_report,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        fence(err, || {
            let batch = input::object_mut(batch, "batch")?;
            let output = Output::new(report, "report")?;
            batch.check(index)?;
            let report = batch.results[index].as_mut().map_err(|failure| failure.clone())?.take();
            output.write(Box::into_raw(report.ok_or_else(taken)?));
            Ok(())
        })
    }
}
