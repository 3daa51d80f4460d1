//! The command line: what can be asked for, and the help that says so.

use std::ffi::OsString;

use lexopt::prelude::{Long, Short, Value, ValueExt};

use crate::commands::check::Shown;
use crate::commands::score::{self, Format};
use crate::failure::Failure;
use crate::output::Form;
use crate::tree::{Meanings, Positions, View};

/// The text of `--help`.
pub(crate) const HELP: &str = "\
fazhi：读法治政府建设年度报告，给出结构、数据和指标
fazhi: reads annual reports on rule-of-law government into outline, figures and indicators

用法 Usage:
  fazhi parse   [--pretty] FILE|-                              全部结果，JSON (fazhi.report/1)
                                                               everything, as JSON
  fazhi outline [--positions bytes|lines] [--meaning] FILE|-   标题层次
                                                               the tree of headings
  fazhi check   [--all] FILE|-                                 核对数据，指出不符和存疑之处
                                                               what does not hold, with the working
  fazhi annotate FILE.docx -o OUT.docx                         核对结果作为批注写入 Word 文件
                                                               what check finds, as comments in the Word file
  fazhi explain [RULE]                                         核对规则的说明
                                                               what a rule checks
  fazhi score   [--published YYYY-MM-DD] [--last-year FILE] [--rubric FILE] [--format table|json] FILE|-
                                                               报告文本质量分 (fazhi.score/1)
                                                               how good the document is, with evidence
  fazhi text    FILE|-                                         位置所指的文本
                                                               the text that positions point into

  FILE 为文本（UTF-8、GBK、UTF-16）、docx、doc、wps、RTF、PDF、OFD 或网页，按内容识别；“-” 为标准输入。
  FILE is text (UTF-8, GBK, UTF-16), docx, doc, wps, RTF, PDF, OFD or a web page, told by its content; `-` is standard input.

选项 Options:
  --pretty             分行缩进的 JSON            JSON over several lines, indented
  --positions bytes    标出字节范围               byte range of each section, [start, end)
  --positions lines    标出行:列（均从 1 起，列以字符计）
                                                  line:column of each marker, both from 1, in characters
  --meaning            标出每节的作用与主题       role and topic of each section
  --all                连同相符的和无法核对的一起列出
                                                  what holds and what cannot be judged, too
  -o, --output OUT     写到哪个文件，“-” 为标准输出；不能是原文件
                                                  the file to write, `-` is standard output; never FILE itself
  --published DATE     公开日期，用于判断是否按时公开
                                                  day of publication
  --last-year FILE     同一主体上年的报告，用于判断是否雷同
                                                  the same issuer's report on the year before
  --rubric FILE        自己的评分表（TOML）       a rubric of one's own
  --format table|json  表格（默认）或 JSON        a table (default) or JSON
  -h, --help           本说明                     this help
  -V, --version        版本                       the version

  outline 把没有标题的条目和段落显示为〔开头几个字〕。
  outline shows the first words of items and passages without a title in 〔〕.

例 Examples:
  fazhi parse 报告.txt > 报告.json
  fazhi parse --pretty 报告.txt | less
  fazhi outline --positions lines 报告.txt
  fazhi check 报告.txt
  fazhi annotate 报告.docx -o 批注.docx
  fazhi explain ratio
  fazhi score --published 2025-03-20 报告.txt
  cat report.txt | fazhi outline -

退出码 Exit codes:
  0  完成                                         done
  1  已读完，但结果为“不”：outline 没有找到任何标题，check 发现不符
                                                  read, and the answer is no: outline found no heading,
                                                  check found what cannot be right
  2  未完成：用法错误，文件读不了，没有可还原的文字，文字超过 64 MiB
                                                  not done: wrong usage, unreadable file, no text that can be
                                                  restored, more than 64 MiB of it
  损坏或残缺的报告不是错误：能读多少给多少，读的人该知道的写在 notes 里。
  A damaged or partial report is no error: what can be read is given, and `notes` tells the rest.
";

/// What was asked for.
#[derive(Debug)]
pub(crate) enum Command {
    /// `--help`
    Help,
    /// `--version`
    Version,
    /// `fazhi parse`
    Parse { file: OsString, form: Form },
    /// `fazhi outline`
    Outline { file: OsString, view: View },
    /// `fazhi check`
    Check { file: OsString, shown: Shown },
    /// `fazhi annotate`
    Annotate { file: OsString, out: OsString },
    /// `fazhi explain`
    Explain { rule: Option<String> },
    /// `fazhi score`
    Score { file: OsString, options: score::Options },
    /// `fazhi text`
    Text { file: OsString },
}

/// The options as given, whatever the command.
#[derive(Default)]
struct Options {
    form: Option<Form>,
    positions: Option<Positions>,
    meanings: Option<Meanings>,
    shown: Option<Shown>,
    out: Option<OsString>,
    score: score::Options,
    /// Their names, to refuse those that the command does not take.
    given: Vec<&'static str>,
}

/// Reads the command line.
pub(crate) fn read(mut parser: lexopt::Parser) -> Result<Command, Failure> {
    let mut name: Option<String> = None;
    let mut operand: Option<OsString> = None;
    let mut options = Options::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help),
            Short('V') | Long("version") => return Ok(Command::Version),
            Long("pretty") => {
                options.form = Some(Form::Pretty);
                options.given.push("--pretty");
            }
            Long("meaning") => {
                options.meanings = Some(Meanings::Shown);
                options.given.push("--meaning");
            }
            Long("all") => {
                options.shown = Some(Shown::All);
                options.given.push("--all");
            }
            Long("positions") => {
                options.positions = Some(positions_named(&parser.value()?)?);
                options.given.push("--positions");
            }
            Short('o') | Long("output") => {
                options.out = Some(parser.value()?);
                options.given.push("--output");
            }
            Long("published") => {
                options.score.published = Some(day_named(&parser.value()?)?);
                options.given.push("--published");
            }
            Long("last-year") => {
                options.score.last_year = Some(parser.value()?);
                options.given.push("--last-year");
            }
            Long("rubric") => {
                options.score.rubric = Some(parser.value()?);
                options.given.push("--rubric");
            }
            Long("format") => {
                options.score.format = format_named(&parser.value()?)?;
                options.given.push("--format");
            }
            Value(value) if name.is_none() => name = Some(value.string()?),
            Value(value) if operand.is_none() => operand = Some(value),
            other => return Err(other.unexpected().into()),
        }
    }
    let name = name.ok_or_else(|| Failure::usage("没有命令", "no command"))?;
    command(&name, operand, &options)
}

/// The command `name` with its operand; it takes only its own options.
fn command(name: &str, operand: Option<OsString>, options: &Options) -> Result<Command, Failure> {
    let takes = |own: &[&str]| match options.given.iter().find(|option| !own.contains(option)) {
        None => Ok(()),
        Some(option) => {
            Err(Failure::usage(&format!("{name} 没有选项 {option}"), &format!("`{name}` takes no {option}")))
        }
    };
    if name == "explain" {
        takes(&[])?;
        let rule = operand.map(|rule| rule.to_string_lossy().into_owned());
        return Ok(Command::Explain { rule });
    }
    let file = || {
        operand
            .clone()
            .ok_or_else(|| Failure::usage("没有文件名（标准输入写作 -）", "no file name (`-` is standard input)"))
    };
    match name {
        "parse" => {
            takes(&["--pretty"])?;
            Ok(Command::Parse { file: file()?, form: options.form.unwrap_or(Form::Compact) })
        }
        "outline" => {
            takes(&["--positions", "--meaning"])?;
            let view = View { positions: options.positions, meanings: options.meanings.unwrap_or(Meanings::Hidden) };
            Ok(Command::Outline { file: file()?, view })
        }
        "check" => {
            takes(&["--all"])?;
            Ok(Command::Check { file: file()?, shown: options.shown.unwrap_or(Shown::Findings) })
        }
        "annotate" => {
            takes(&["--output"])?;
            let out = options.out.clone();
            let out = out.ok_or_else(|| Failure::usage("没有输出文件（-o OUT）", "no output file (-o OUT)"))?;
            Ok(Command::Annotate { file: file()?, out })
        }
        "score" => {
            takes(&["--published", "--last-year", "--rubric", "--format"])?;
            Ok(Command::Score { file: file()?, options: options.score.clone() })
        }
        "text" => {
            takes(&[])?;
            Ok(Command::Text { file: file()? })
        }
        other => Err(Failure::usage(&format!("没有命令 {other:?}"), &format!("no command {other:?}"))),
    }
}

fn positions_named(name: &OsString) -> Result<Positions, Failure> {
    match name.to_str() {
        Some("bytes") => Ok(Positions::Bytes),
        Some("lines") => Ok(Positions::Lines),
        _ => Err(Failure::usage("--positions 只能是 bytes 或 lines", "--positions is bytes or lines")),
    }
}

fn day_named(day: &OsString) -> Result<fazhi::score::Date, Failure> {
    let day = day.to_str().and_then(|day| day.parse().ok());
    day.ok_or_else(|| Failure::usage("--published 应为 YYYY-MM-DD", "--published is YYYY-MM-DD"))
}

fn format_named(name: &OsString) -> Result<Format, Failure> {
    match name.to_str() {
        Some("table") => Ok(Format::Table),
        Some("json") => Ok(Format::Json),
        _ => Err(Failure::usage("--format 只能是 table 或 json", "--format is table or json")),
    }
}
