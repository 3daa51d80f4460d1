//! `fazhi check`: the findings of the audit.

use std::ffi::OsStr;

use fazhi::audit::Verdict;

use crate::failure::Failure;
use crate::findings::{self, verdict_name};
use crate::input;
use crate::output::to_stdout;
use crate::place::Places;

/// Which checks are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    /// What does not hold, and what is in doubt.
    Findings,
    /// Every claim that was looked at.
    All,
}

/// Prints the findings in `file` and a count of all checks; a claim that cannot be right makes the exit code 1.
pub(crate) fn run(file: &OsStr, shown: Shown) -> Result<(), Failure> {
    let bytes = input::read(file)?;
    let document = input::document(file, &bytes)?;
    let report = input::parse(file, &document)?;
    let name = if file == "-" { "标准输入".into() } else { file.to_string_lossy() };
    let places = Places::new(&document);
    let count = |verdict| report.checks().iter().filter(|check| check.verdict == verdict).count();
    to_stdout(|out| {
        for check in report.checks() {
            if shown == Shown::All || findings::is_finding(check) {
                findings::write(&name, &report, &places, check, out)?;
            }
        }
        let verdicts = [Verdict::Inconsistent, Verdict::Ambiguous, Verdict::Consistent, Verdict::Uncheckable];
        let counts: Vec<String> =
            verdicts.iter().map(|verdict| format!("{} {}", verdict_name(*verdict), count(*verdict))).collect();
        writeln!(out, "{name}：核对 {} 处：{}", report.checks().len(), counts.join("，"))
    })?;
    match count(Verdict::Inconsistent) {
        0 => Ok(()),
        wrong => Err(Failure::negative(&format!("{wrong} 处不符，请核对"), &format!("{wrong} inconsistent"))),
    }
}
