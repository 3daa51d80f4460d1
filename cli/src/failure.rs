//! Why a command did not do what was asked, in Chinese and English.

use std::process::ExitCode;

/// What went wrong, one line in each language.
#[derive(Debug)]
pub(crate) struct Failure {
    code: u8,
    chinese: String,
    english: String,
}

impl Failure {
    /// The text was read, and the answer is no: exit code 1.
    pub(crate) fn negative(chinese: &str, english: &str) -> Self {
        Self { code: 1, chinese: format!("fazhi：{chinese}"), english: format!("fazhi: {english}") }
    }

    /// The command could not be carried out: exit code 2.
    pub(crate) fn error(chinese: &str, english: &str) -> Self {
        Self { code: 2, chinese: format!("fazhi：错误：{chinese}"), english: format!("fazhi: error: {english}") }
    }

    /// The command line is wrong: exit code 2.
    pub(crate) fn usage(chinese: &str, english: &str) -> Self {
        Self::error(&format!("{chinese}；用法见 fazhi --help"), &format!("{english}; see fazhi --help"))
    }

    /// Prints both lines on standard error. A closed standard error is nobody's loss.
    pub(crate) fn report(&self) {
        use std::io::Write;
        let line = |text: &str| text.replace(['\n', '\r'], " ");
        let both = format!("{}\n{}\n", line(&self.chinese), line(&self.english));
        let _ = std::io::stderr().write_all(both.as_bytes());
    }

    /// The process's exit code.
    pub(crate) fn exit_code(&self) -> ExitCode {
        ExitCode::from(self.code)
    }
}

impl From<lexopt::Error> for Failure {
    fn from(error: lexopt::Error) -> Self {
        use lexopt::Error::{MissingValue, UnexpectedArgument, UnexpectedOption, UnexpectedValue};
        let chinese = match &error {
            UnexpectedOption(option) => format!("没有选项 {option}"),
            UnexpectedArgument(argument) => format!("多余的参数 {argument:?}"),
            UnexpectedValue { option, .. } => format!("{option} 不带值"),
            MissingValue { option: Some(option) } => format!("{option} 缺值"),
            _ => "参数不对".to_owned(),
        };
        Self::usage(&chinese, &error.to_string())
    }
}
