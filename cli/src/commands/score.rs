//! `fazhi score`: the report's text scored by a rubric, as a table or as JSON.

use std::ffi::{OsStr, OsString};

use fazhi::score::Date;
use fazhi::{Context, Rubric};

use crate::failure::Failure;
use crate::input;
use crate::output::to_stdout;
use crate::place::Places;
use crate::table;

/// How the score is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Format {
    /// For people.
    #[default]
    Table,
    /// `fazhi.score/1` on one line.
    Json,
}

/// What is known beside the report.
#[derive(Clone, Debug, Default)]
pub(crate) struct Options {
    /// The day of publication.
    pub(crate) published: Option<Date>,
    /// Last year's report of the same issuer.
    pub(crate) last_year: Option<OsString>,
    /// A rubric in place of the built-in one.
    pub(crate) rubric: Option<OsString>,
    /// How the score is printed.
    pub(crate) format: Format,
}

/// Prints the score of the report in `file`.
pub(crate) fn run(file: &OsStr, options: &Options) -> Result<(), Failure> {
    let rubric = options.rubric.as_deref().map_or_else(|| Ok(Rubric::default()), rubric)?;
    let bytes = input::read(file)?;
    let document = input::document(file, &bytes)?;
    let report = input::parse(file, &document)?;
    let last_year =
        options.last_year.as_deref().map(|path| input::read(path).map(|bytes| (path, bytes))).transpose()?;
    let last_year = last_year.as_ref().map(|(path, bytes)| input::document(path, bytes)).transpose()?;
    let context =
        Context { published: options.published, last_year: last_year.as_ref().map(|document| document.text()) };
    let score = report.score(&rubric, &context);
    to_stdout(|out| match options.format {
        Format::Table => table::write(&report, &Places::new(&document), &score, out),
        Format::Json => writeln!(out, "{}", score.to_json()),
    })
}

/// The rubric in the file at `path`.
fn rubric(path: &OsStr) -> Result<Rubric, Failure> {
    let bytes = input::read(path)?;
    let name = path.to_string_lossy();
    let text = String::from_utf8(bytes)
        .map_err(|_| Failure::error(&format!("评分表 {name} 不是 UTF-8"), &format!("rubric {name} is not UTF-8")))?;
    Rubric::from_toml(&text).map_err(|error| {
        let english = format!("rubric {name}:{}: {}: {}", error.line(), error.key(), error.message());
        Failure::error(&format!("评分表 {name} {error}"), &english)
    })
}
