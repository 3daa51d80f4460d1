//! Pages in the manner of the usual programs of government sites, about places that do not exist.

mod metadata;
mod pages;
mod rules;
mod word;

use crate::extract::html::read;
use crate::extract::{Document, Error, ErrorKind, Limits};

/// Sentences of an article, enough for one beside a document.
const OPENING: &str =
    "2024年，青岚县坚持依法行政，健全制度，规范执法，加强监督，法治政府建设取得新进展。现将有关情况报告如下：";
const FIRST: &str = "县政府常务会议学法6次，举办培训3期，参训人员210人次；审查重大行政决策事项4件，合法性审核率100%。";
const SECOND: &str =
    "全年办理行政复议案件25件，审结24件，纠错2件；行政机关负责人出庭应诉18次，出庭率为100%，没有败诉案件。";
const THIRD: &str = "执法力量仍显不足，个别单位程序意识不强，普法形式不够丰富，距群众的期待还有差距。";

fn extract(page: &str) -> Result<Document<'static>, Error> {
    read(page.as_bytes(), &Limits::new())
}

/// The blocks of a page.
fn blocks(page: &str) -> Vec<String> {
    let document = extract(page).unwrap();
    document.blocks().iter().map(|block| document.text()[block.span.range()].to_owned()).collect()
}

/// The lines that every page here should give.
fn article() -> Vec<String> {
    let lines = [OPENING, "一、主要工作", FIRST, SECOND, "二、存在的问题", THIRD, "青岚县人民政府", "2025年1月20日"];
    lines.map(str::to_owned).to_vec()
}

/// The lines of [`article`], each in the given frame in place of `{}`.
fn framed(frame: &str) -> String {
    article().iter().map(|line| frame.replace("{}", line)).collect()
}

fn attachments(page: &str) -> Vec<String> {
    match extract(page).map_err(|error| error.kind().clone()) {
        Err(ErrorKind::NoArticle { attachments }) => attachments,
        other => panic!("{other:?}"),
    }
}
