//! Title, date and source of a page.

use super::{extract, framed};

fn metadata(head: &str, body: &str) -> [Option<String>; 3] {
    let content = framed("<p>{}</p>");
    let page = format!("<html><head>{head}</head><body>{body}<div id=zoom>{content}</div></body></html>");
    let document = extract(&page).unwrap();
    let metadata = document.metadata().clone();
    [metadata.title, metadata.published, metadata.source]
}

#[test]
fn told_by_the_page() {
    let report = "青岚县2024年法治政府建设年度报告";
    let cases = [
        (
            "<meta name=ArticleTitle content=' 青岚县2024年法治政府建设年度报告 '><meta name=PubDate content='2025-01-21 09:30'>\
             <meta name=\"ContentSource\" content=\"县司法局\"><meta name=ColumnName content='年度报告'>",
            "<h1>别的标题</h1>",
            [Some(report), Some("2025-01-21 09:30"), Some("县司法局")],
        ),
        (
            "<title>青岚县2024年法治政府建设年度报告_年度报告_青岚县人民政府</title>",
            "<div><span>发布时间：2025年1月21日</span><span>来源：县司法局</span><span>浏览次数：5</span></div>",
            [Some(report), Some("2025年1月21日"), Some("县司法局")],
        ),
        (
            "<title>青岚县人民政府网</title>",
            "<header><h1>青岚县2024年<br>法治政府建设年度报告</h1></header><p>日期: 2025-01-21 | 信息来源: 县政府办 | 作者：李一</p>",
            [Some(report), Some("2025-01-21"), Some("县政府办")],
        ),
        ("<meta property='og:title' content='青岚县2024年法治政府建设年度报告'>", "", [Some(report), None, None]),
        ("<meta name=ArticleTitle content=''>", "", [None, None, None]),
    ];
    for (head, body, expected) in cases {
        assert_eq!(metadata(head, body), expected.map(|value| value.map(str::to_owned)), "{head}");
    }
}
