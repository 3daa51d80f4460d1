//! What a report says, and whether its figures hold: the same program stands beside this one in C, Python and Java, and
//! all print the same.
//!
//! ```sh
//! cargo run --release --features rubric --example analyze -- examples/data/yunting-2025.txt
//! ```

use std::io::{self, Write};
use std::process::ExitCode;

use fazhi::audit::Verdict;
use fazhi::front::Named;
use fazhi::{Context, Report, Rubric};

fn main() -> ExitCode {
    let Some(path) = std::env::args_os().nth(1) else {
        eprintln!("usage: analyze FILE");
        return ExitCode::from(2);
    };
    let bytes = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("{}: {error}", path.display());
            return ExitCode::from(2);
        }
    };
    let report = match Report::parse(&bytes) {
        Ok(report) => report,
        Err(error) => {
            eprintln!("{}: {error}", path.display());
            return ExitCode::from(2);
        }
    };
    match print(&report, &mut io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn print(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let front = report.front();
    let text = |named: &Option<Named>| named.as_ref().map_or("-", |named| named.text.as_str()).to_owned();
    let issuers: Vec<&str> = front.issuers.iter().map(|named| named.text.as_str()).collect();
    writeln!(out, "title: {}", text(&front.title))?;
    writeln!(out, "issuers: {}", issuers.join("; "))?;
    writeln!(out, "region: {}", text(&front.region))?;
    writeln!(out, "year: {}", front.year.map_or("-".to_owned(), |(year, _)| year.to_string()))?;

    writeln!(out, "sections: {}", report.sections().len())?;
    for (section, meaning) in report.sections().iter().zip(report.meanings()).filter(|(section, _)| section.level == 1)
    {
        let topic = meaning.topic.map_or("-", |topic| topic.name());
        writeln!(out, "  {} [{}, {topic}] {}", section.number, meaning.role.name(), report.clean_text(section.title))?;
    }

    writeln!(out, "quantities: {}", report.quantities().len())?;
    writeln!(out, "citations: {}", report.citations().len())?;
    writeln!(out, "indicators: {}", report.indicators().len())?;
    for indicator in report.indicators() {
        let quantity = &report.quantities()[indicator.quantity as usize];
        let name = indicator.definition.name;
        writeln!(out, "  {} {name}: {}{}", indicator.definition.id, indicator.value, report.unit(quantity))?;
    }

    writeln!(out, "checks: {}", report.checks().len())?;
    for check in report.checks().iter().filter(|check| check.verdict == Verdict::Inconsistent) {
        let place = check.spans.first().map_or("", |span| report.text(*span));
        writeln!(out, "  {} at {place}: {}", check.kind.name(), check.explanation)?;
    }

    let score = report.score(&Rubric::default(), &Context::default());
    writeln!(out, "score: {} of {} (of {})", score.earned, score.assessable, score.total)?;
    for dimension in &score.dimensions {
        writeln!(out, "  {} {}: {} of {}", dimension.id, dimension.name, dimension.earned, dimension.assessable)?;
    }
    Ok(())
}
