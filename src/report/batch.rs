//! Many reports on all cores.

use std::sync::{Mutex, PoisonError};

use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

use super::{Parser, Report};
use crate::error::Error;

/// Parses many reports on the threads of rayon's current pool, with the default limits.
///
/// `each` is called once for every input, on any thread, with the input's index; what it returns is given back in the
/// order of the inputs. A report lives only as long as its call: the memory needed grows with the number of threads
/// and with what `each` returns, not with the number of reports. An input that cannot be parsed fails alone.
///
/// ```
/// let texts = ["青岚县2023年法治政府建设年度报告\n", "云汀市2024年法治政府建设年度报告\n"];
/// let years = fazhi::parse_many(&texts, |_, report| report.ok()?.front().year);
/// assert_eq!(years.iter().flatten().map(|(year, _)| *year).collect::<Vec<_>>(), [2023, 2024]);
/// ```
pub fn parse_many<I, T, F>(inputs: &[I], each: F) -> Vec<T>
where
    I: AsRef<[u8]> + Sync,
    T: Send,
    F: Fn(usize, Result<&Report<'_>, Error>) -> T + Sync,
{
    Parser::new().parse_many(inputs, each)
}

impl Parser {
    /// [`parse_many`] with the limits and the choice of work of this parser.
    pub fn parse_many<I, T, F>(&self, inputs: &[I], each: F) -> Vec<T>
    where
        I: AsRef<[u8]> + Sync,
        T: Send,
        F: Fn(usize, Result<&Report<'_>, Error>) -> T + Sync,
    {
        // No more parsers than threads are ever at work; a report takes long enough that the lock does not matter.
        let idle = Mutex::new(Vec::new());
        let one = |(index, input): (usize, &I)| {
            let parser = idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
            let mut parser: Parser = parser.unwrap_or_else(|| self.like());
            let result = match parser.parse(input.as_ref()) {
                Ok(report) => {
                    let result = each(index, Ok(&report));
                    parser.recycle(report);
                    result
                }
                Err(error) => each(index, Err(error)),
            };
            idle.lock().unwrap_or_else(PoisonError::into_inner).push(parser);
            result
        };
        inputs.par_iter().enumerate().map(one).collect()
    }
}
