//! fazhi reads the annual reports on rule-of-law government (法治政府建设年度报告) that every Chinese county, city,
//! province and department publishes, and turns each into a typed report: its outline, its header, every figure with
//! unit and meaning, every citation.
//!
//! ```
//! let text = "青岚县2024年法治政府建设年度报告\n一、主要举措\n（一）化解争议。受理行政复议案件25件，审结24件。\n";
//! let report = fazhi::Report::parse(text.as_bytes())?;
//! assert_eq!(report.sections().len(), 2);
//! # Ok::<(), fazhi::Error>(())
//! ```
//!
//! Everything points at byte spans of the input, which is borrowed and never copied. Data flows one way: bytes → text →
//! outline → facts → front, topic → indicators. A damaged, odd or empty text gives a smaller report, never a panic.
//!
//! Features: `serde` writes reports and scores as JSON; `rubric` scores a report by a rubric in TOML;
//! `parallel` parses many reports on all cores; `capi` adds the C ABI.

pub mod audit;
mod condition;
pub mod decimal;
pub mod error;
#[cfg(feature = "extract")]
pub mod extract;
pub mod facts;
#[cfg(feature = "capi")]
pub mod ffi;
pub mod front;
pub mod indicator;
pub mod limits;
pub mod note;
pub mod outline;
pub mod phrase;
pub mod report;
#[cfg(feature = "rubric")]
pub mod score;
mod simd;
pub mod span;
pub mod topic;

#[cfg(feature = "serde")]
pub mod output;
mod text;

pub use decimal::Decimal;
pub use error::{Error, ErrorKind};
pub use limits::Limits;
pub use outline::Outline;
pub use phrase::Phrase;
#[cfg(feature = "parallel")]
pub use report::parse_many;
pub use report::{Origin, Parser, Report, outline, outline_str};
#[cfg(feature = "rubric")]
pub use score::{Context, Rubric, RubricError, Score};
pub use span::Span;
pub use text::blank::clean as clean_text;
pub use text::line_index::{LineIndex, Position};
pub use text::offset_index::{OffsetIndex, OffsetUnit};
