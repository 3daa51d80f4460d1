//! The command `fazhi`: typed reports, outlines and text of annual reports on rule-of-law government.
//!
//! It handles files and streams; everything it knows of reports comes from the library's public API.

mod args;
mod commands;
mod failure;
mod findings;
mod input;
mod output;
mod place;
mod table;
mod tree;

use std::process::ExitCode;

use args::Command;

fn main() -> ExitCode {
    let done = args::read(lexopt::Parser::from_env()).and_then(|command| match command {
        Command::Help => commands::print(args::HELP),
        Command::Version => commands::print(concat!("fazhi ", env!("CARGO_PKG_VERSION"), "\n")),
        Command::Parse { file, form } => commands::parse::run(&file, form),
        Command::Outline { file, view } => commands::outline::run(&file, view),
        Command::Check { file, shown } => commands::check::run(&file, shown),
        Command::Annotate { file, out } => commands::annotate::run(&file, &out),
        Command::Explain { rule } => commands::explain::run(rule.as_deref()),
        Command::Score { file, options } => commands::score::run(&file, &options),
        Command::Text { file } => commands::text::run(&file),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.report();
            failure.exit_code()
        }
    }
}
