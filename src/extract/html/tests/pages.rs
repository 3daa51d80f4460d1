//! Whole pages, one for each way of making them.

use super::{SECOND, article, attachments, blocks, extract, framed};

/// What stands around an article on most sites.
const TOP: &str = r#"<!DOCTYPE html><html><head><meta charset="utf-8"><title>青岚县2024年法治政府建设年度报告_年度报告_青岚县人民政府</title>
<style>.a>b{color:red}</style><script>if(1<2){document.write("<div>今天，晴，12℃。</div>")}</script></head><body>
<div class="top"><a href="/">首页</a><a href="/zwgk">政务公开</a><span>今天是星期一，欢迎访问！</span></div>
<div class="dqwz">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk">政务公开</a> &gt; 正文</div>"#;
const BOTTOM: &str = r#"<div class="xgwz"><h3>相关文档</h3><ul><li><a href="1.html">云汀市政务服务事项目录，2024年版</a><span>2024-01-02</span></li>
<li><a href="2.html">一图读懂：青岚县营商环境条例，全文</a></li></ul></div>
<div class="dibu"><p>主办单位：青岚县人民政府办公室　承办单位：青岚县数据中心</p><p>网站标识码：0000000000　某ICP备00000000号</p></div></body></html>"#;
const DATE: &str = "<div class=\"xx\"><span>发布时间：2025-01-21 09:30</span><span>来源：青岚县司法局</span><span>浏览次数：\
    <script>hits(1)</script></span><span>字号：[<a href=\"javascript:z(1)\">大</a> <a href=\"javascript:z(2)\">小</a>]</span></div>";
const BUTTONS: &str = "<div class=\"fx\">分享到：<a href=\"#\">微信</a> <a href=\"#\">微博</a></div><p>扫一扫在手机打开当前页</p>\
    <p>【<a href=\"javascript:window.print()\">打印本页</a>】【<a href=\"javascript:window.close()\">关闭窗口</a>】</p>\
    <p>上一篇：<a href=\"9.html\">云汀市简介</a></p><p>下一篇：没有了</p><p>责任编辑：李一</p>";

#[test]
fn known_containers() {
    for container in [
        "<div class=\"TRS_Editor\">{}</div>",
        "<div class=\"view TRS_UEDITOR trs_paper_default\">{}</div>",
        "<div id=\"UCAP-CONTENT\">{}</div>",
        "<ucapcontent>{}</ucapcontent>",
        "<div id=\"zoom\" class=\"bt-content clearfix\">{}</div>",
        "<div class=\"v_news_content\">{}</div>",
        "<div id=\"vsb_content_2\"><div class=\"v_news_content\">{}</div></div>",
        "<td id=\"Zoom\">{}</td>",
        "<founder-content>{}</founder-content>",
        "<div class=\"pages_content\" id=\"x\">{}</div>",
        "<div class=\"wp_articlecontent\">{}</div>",
        "<div class=\"ewb-article-content\">{}</div>",
        "<div class=\"rich_media_content\" id=\"js_content\" style=\"visibility: hidden; opacity: 0;\">{}</div>",
    ] {
        let content = container.replace("{}", &framed("<p style=\"text-indent:2em\">&emsp;&emsp;{}</p>\n"));
        let cell = if container.starts_with("<td") { format!("<table><tr>{content}</tr></table>") } else { content };
        let page = format!(
            "{TOP}<div class=\"main\"><h1>青岚县2024年法治政府建设年度报告</h1>{DATE}{cell}{BUTTONS}</div>{BOTTOM}"
        );
        assert_eq!(blocks(&page), article(), "{container}");
    }
}

#[test]
fn unknown_containers() {
    let frames = [
        ("<div>", "<p>　　{}</p>", "</div>"),
        ("<div class=\"nr\"><div><div>", "<div>&nbsp;&nbsp;&nbsp;&nbsp;{}</div>", "</div></div></div>"),
        ("<section>", "<section><section><span>{}</span></section></section>", "</section>"),
        ("<div><font size=3>", "　　{}<br/>\r\n", "</font></div>"),
        ("<div><p>", "&nbsp; &nbsp; {}<br>", "</p></div>"),
        ("<table><tr><td>", "<p>{}", "</td></tr></table>"),
        ("<div>", "<table border=0><tr><td>{}</td></tr></table>", "</div>"),
        ("<div><pre>", "    {}\n", "</pre></div>"),
    ];
    for (before, frame, behind) in frames {
        let content = framed(frame);
        let head = "<div class=\"bt\"><h1>青岚县2024年法治政府建设年度报告</h1></div>";
        let page = format!("{TOP}<div>{head}{DATE}{before}{content}{behind}{BUTTONS}</div>{BOTTOM}");
        assert_eq!(blocks(&page), article(), "{frame}");
    }
}

#[test]
fn article_among_its_furniture() {
    // Title, date and buttons are siblings of the paragraphs: the title stays, the rest goes.
    let page = format!(
        "{TOP}<div><h1>青岚县2024年法治政府建设年度报告</h1>{DATE}{}{BUTTONS}</div>{BOTTOM}",
        framed("<p>{}</p>")
    );
    let mut expected = vec!["青岚县2024年法治政府建设年度报告".to_owned()];
    expected.extend(article());
    assert_eq!(blocks(&page), expected);
    let document = extract(&page).unwrap();
    assert_eq!(document.blocks()[0].outline_level, Some(1));
}

#[test]
fn signature_outside_of_the_text() {
    let lines = article();
    let text: String = lines[..6].iter().map(|line| format!("<p>{line}</p>")).collect();
    let page =
        format!("{TOP}<div><div>{text}</div><div><p>{}</p><p>{}</p></div>{BUTTONS}</div>{BOTTOM}", lines[6], lines[7]);
    assert_eq!(blocks(&page), lines);
}

#[test]
fn old_tables_in_gbk() {
    let content = framed("&nbsp;&nbsp;&nbsp; {}<BR>\r\n");
    let page = format!(
        "<HTML><HEAD><META HTTP-EQUIV=Content-Type CONTENT=\"text/html; charset=gb2312\"><TITLE>年度报告</TITLE></HEAD><BODY>\
        <TABLE width=980><TR><TD colspan=2><IMG src=a.gif><TR><TD><TABLE><TR><TD>栏目<TR><TD><A href=1.htm>领导之窗</A></TABLE>\
        <TD><TABLE><TR><TD align=center><B>青岚县2024年法治政府建设年度报告</B><TR><TD>发布日期：2025-1-21　来源：县政府办　点击数：<SCRIPT>h()</SCRIPT>\
        <TR><TD><FONT face=宋体>{content}</FONT></TABLE><TR><TD colspan=2>版权所有：青岚县人民政府　某ICP备0号<BR>地址：青岚路1号，邮编：000000</TABLE></BODY></HTML>"
    );
    let (bytes, _, _) = encoding_rs::GB18030.encode(&page);
    let document = crate::extract::html::read(&bytes, &crate::extract::Limits::new()).unwrap();
    assert_eq!(document.encoding(), "gb18030");
    assert_eq!(document.text(), article().join("\n"));
    assert_eq!(document.metadata().published.as_deref(), Some("2025-1-21"));
    assert_eq!(document.metadata().source.as_deref(), Some("县政府办"));
}

#[test]
fn whole_page_in_a_form() {
    let content = framed("<p>{}</p>");
    let page = format!(
        "<html><body><form id=\"aspnetForm\"><input type=hidden value=\"x\"><div>{DATE}<div id=\"con\">{content}</div></div></form>"
    );
    assert_eq!(blocks(&page), article());
}

#[test]
fn attached_documents_alone() {
    let page = format!(
        "{TOP}<div class=\"article\"><h1>2024年度报告</h1>{DATE}<div class=\"TRS_Editor\"><p>现将报告予以公布，请查阅附件。</p>\
        <p>附件：<a href=\"/P020250121.pdf\">青岚县2024年法治政府建设年度报告</a></p><p><a href=\"down.jsp?id=3\">附表.docx</a></p>\
        <iframe src=\"viewer.html?file=/P020250121.pdf\"></iframe></div></div>{BOTTOM}"
    );
    let expected = ["青岚县2024年法治政府建设年度报告 /P020250121.pdf", "附表.docx down.jsp?id=3"];
    assert_eq!(attachments(&page), expected);
    let frame = format!("{TOP}<div><embed src=\"a/report.ofd#toolbar=0\"></div>{BOTTOM}");
    assert_eq!(attachments(&frame), ["a/report.ofd#toolbar=0"]);
}

#[test]
fn pages_without_an_article() {
    assert_eq!(attachments(&format!("{TOP}{BOTTOM}")), [""; 0]);
    assert_eq!(attachments("<html></html>"), [""; 0]);
    assert_eq!(attachments("<!DOCTYPE html>"), [""; 0]);
    let list: String = (0..40).map(|index| format!("<li><a href=\"{index}.html\">{SECOND}</a></li>")).collect();
    assert_eq!(attachments(&format!("{TOP}<ul>{list}</ul>{BOTTOM}")), [""; 0]);
}
