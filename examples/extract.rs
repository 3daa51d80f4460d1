//! The text of a file of any kind, one paragraph a line, as `.ci/check_formats.py` compares it.
//!
//! ```sh
//! cargo run --features txt --example extract -- FILE
//! ```

use std::process::ExitCode;

use fazhi::extract::{Limits, extract};

fn main() -> ExitCode {
    let Some(path) = std::env::args_os().nth(1) else {
        eprintln!("usage: extract FILE");
        return ExitCode::from(2);
    };
    let bytes = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("{}: {error}", path.display());
            return ExitCode::from(2);
        }
    };
    match extract(&bytes, &Limits::new()) {
        Ok(document) => {
            for block in document.blocks() {
                println!("{}", document.block_text(block));
            }
            for footnote in document.footnotes() {
                eprintln!("footnote: {}", footnote.text);
            }
            for warning in document.warnings() {
                eprintln!("warning: {:?}: {}", warning.kind, warning.message);
            }
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
