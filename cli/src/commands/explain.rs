//! `fazhi explain`: what a rule of the audit checks.

use fazhi::audit::{CheckKind, guide};

use crate::failure::Failure;
use crate::output::to_stdout;

/// Prints the guide to the rule called `name`, or to every rule without a name.
pub(crate) fn run(name: Option<&str>) -> Result<(), Failure> {
    let kinds: Vec<CheckKind> =
        CheckKind::ALL.into_iter().filter(|kind| name.is_none_or(|name| kind.name() == name)).collect();
    if kinds.is_empty() {
        let known: Vec<&str> = CheckKind::ALL.iter().map(|kind| kind.name()).collect();
        let known = known.join(" ");
        let name = name.unwrap_or_default();
        return Err(Failure::usage(
            &format!("没有规则 {name:?}；有 {known}"),
            &format!("no rule {name:?}; there are {known}"),
        ));
    }
    to_stdout(|out| {
        for (index, kind) in kinds.iter().enumerate() {
            let guide = guide(*kind);
            if index > 0 {
                writeln!(out)?;
            }
            writeln!(out, "{}  {}", kind.name(), guide.name)?;
            writeln!(out, "  核对：{}", guide.checks)?;
            writeln!(out, "  判定：{}", guide.verdicts)?;
            writeln!(out, "  正例：{}", guide.good)?;
            writeln!(out, "  反例：{}", guide.bad)?;
        }
        Ok(())
    })
}
