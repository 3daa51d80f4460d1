//! Many reports at once.

use super::document;
use super::fence::fence;
use super::input::{self, Output};
use super::memory::fazhi_str;
use super::options::fazhi_options;
use super::report::fazhi_report;
#[cfg(feature = "parallel")]
use super::status::FAZHI_ERR_PANIC;
use super::status::{FAZHI_ERR_INVALID_ARGUMENT, FAZHI_ERR_OUT_OF_RANGE, Failure, fazhi_error, fazhi_status};
use crate::report::Parser;

/// What became of one input: a report until it is taken, or why there is none.
type Parsed = Result<Option<Box<fazhi_report>>, Failure>;

/// How an input becomes a report.
type Read = fn(&mut Parser, &fazhi_options, &[u8]) -> Result<fazhi_report, Failure>;

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

/// Parses `count` inputs in UTF-8 on `threads` threads, the caller's and others that end with the call (0: one for each
/// core; never more than inputs), each as fazhi_report_parse does. An input that cannot be parsed fails alone: the batch
/// has its status. The caller's bytes are not used after the call. `options` may be NULL for the defaults. All reports
/// stay in memory until they are freed, so hand over large collections in parts. Free the batch with fazhi_batch_free.
///
/// Errors, none of them for what an input holds: FAZHI_ERR_NOT_BUILT_IN.
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
    unsafe { make((inputs, count), options, threads, batch, err, Ok(copied)) }
}

/// Reads `count` files, each as fazhi_document_extract does, and parses them, all else as fazhi_batch_parse; of a record of
/// `inputs` the bytes are any. A report's document is had by fazhi_report_document.
///
/// Errors, none of them for what a file holds: FAZHI_ERR_NOT_BUILT_IN.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_batch_extract(
    inputs: *const fazhi_str,
    count: usize,
    options: *const fazhi_options,
    threads: u32,
    batch: *mut *mut fazhi_batch,
    err: *mut fazhi_error,
) -> fazhi_status {
    let read = document::require().map(|()| document::parsed as Read);
    // SAFETY: pointers as the manual asks.
    unsafe { make((inputs, count), options, threads, batch, err, read) }
}

fn copied(parser: &mut Parser, _: &fazhi_options, bytes: &[u8]) -> Result<fazhi_report, Failure> {
    fazhi_report::copied(parser, bytes, &mut Vec::new())
}

/// Makes a batch.
///
/// # Safety
///
/// `inputs` is NULL or an array of so many records, each NULL or so many bytes; `options` is NULL or live options, `batch`
/// is NULL or a place for a pointer; `err` as in [`fence`].
unsafe fn make(
    (inputs, count): (*const fazhi_str, usize),
    options: *const fazhi_options,
    threads: u32,
    batch: *mut *mut fazhi_batch,
    err: *mut fazhi_error,
    read: Result<Read, Failure>,
) -> fazhi_status {
    // SAFETY: as the caller promised.
    unsafe {
        fence(err, || {
            let inputs = input::values(inputs, count, "inputs")?;
            let output = Output::new(batch, "batch")?;
            let options = fazhi_options::copy_of(options);
            let slice = |input: &fazhi_str| input::values(input.data, input.len, "inputs[i].data");
            let inputs: Vec<_> = inputs.iter().map(slice).collect();
            output.give(fazhi_batch { results: parse(&inputs, options, threads, read?)? });
            Ok(())
        })
    }
}

/// Parses the inputs on `threads` threads, of which the caller's is one: whoever is free takes the next input. The others
/// end before this returns (rayon's would stay, and a program may fork or unload the library afterwards); one that the
/// system does not start is done without.
#[cfg(feature = "parallel")]
fn parse(
    inputs: &[Result<&[u8], Failure>],
    options: fazhi_options,
    threads: u32,
    read: Read,
) -> Result<Vec<Parsed>, Failure> {
    use std::sync::OnceLock;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    let slots: Vec<OnceLock<Parsed>> = inputs.iter().map(|_| OnceLock::new()).collect();
    let next = AtomicUsize::new(0);
    let work = || {
        let mut parser = options.parser();
        while let index = next.fetch_add(1, Ordering::Relaxed)
            && let Some(input) = inputs.get(index)
        {
            let parsed = super::fence::caught(|| {
                let report = read(&mut parser, &options, input.clone()?)?;
                Ok(Some(Box::new(report)))
            });
            if parsed.as_ref().is_err_and(|failure| failure.status() == FAZHI_ERR_PANIC) {
                parser = options.parser();
            }
            // Every index is handed out once, so the slot is empty.
            let _ = slots[index].set(parsed);
        }
    };
    let cores = || thread::available_parallelism().map_or(1, usize::from);
    let threads = if threads == 0 { cores() } else { threads as usize }.min(inputs.len());
    thread::scope(|scope| {
        let start = |_| thread::Builder::new().spawn_scoped(scope, work).ok();
        let others: Vec<_> = (1..threads).map_while(start).collect();
        work();
        // A scope waits for the work alone, `join` for the thread.
        others.into_iter().for_each(|thread| drop(thread.join()));
    });
    Ok(slots.into_iter().map(|slot| slot.into_inner().unwrap_or_else(|| Err(Failure::panic()))).collect())
}

#[cfg(not(feature = "parallel"))]
fn parse(_: &[Result<&[u8], Failure>], _: fazhi_options, _: u32, _: Read) -> Result<Vec<Parsed>, Failure> {
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
