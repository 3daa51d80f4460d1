//! Single rules.

use super::{FIRST, OPENING, SECOND, THIRD, article, blocks, extract, framed};
use crate::extract::html::read;
use crate::extract::{BlockKind, ErrorKind, Limits};

/// A page with this content in its article, and the blocks besides the usual ones.
fn within(content: &str) -> Vec<String> {
    let all =
        blocks(&format!("<div id=zoom><p>{FIRST}{THIRD}{FIRST}</p><p>{OPENING}</p>{content}<p>{SECOND}</p></div>"));
    assert_eq!((all.get(1).map(String::as_str), all.last().map(String::as_str)), (Some(OPENING), Some(SECOND)));
    all[2..all.len() - 1].to_vec()
}

#[test]
fn blanks_and_line_ends() {
    let cases = [
        ("<p>\n  办理\n  案件\n  25\n  件\n</p>", "办理案件25件"),
        ("<p>rule\n of law</p>", "rule of law"),
        ("<p><span>2024</span>\n<span>年</span></p>", "2024年"),
        ("<p>&nbsp;&emsp;　签发人：李一　王二&nbsp;</p>", "签发人：李一　王二"),
        ("<p>（一）&nbsp;&nbsp;依法决策</p>", "（一） 依法决策"),
        ("<p>依&#8203;法&shy;行\u{FEFF}政</p>", "依法行政"),
        ("<p>&ldquo;放管服&rdquo;&hellip;&middot;&lt;1&permil;</p>", "“放管服”…·<1‰"),
        ("<p>&#x4E00;&#12289;&#20915;策 &amp; &nosuch;</p>", "一、决策 & &nosuch;"),
    ];
    for (content, expected) in cases {
        assert_eq!(within(content), [expected], "{content}");
    }
}

#[test]
fn implied_ends() {
    let cases: [(&str, &[&str]); 8] = [
        ("<p>甲项<p>乙项<div>丙项</div>丁项", &["甲项", "乙项", "丙项", "丁项"]),
        ("<ul><li>甲项<li>乙项<ul><li>丙项</ul><li>丁项</ul>", &["甲项", "乙项", "丙项", "丁项"]),
        ("<dl><dt>甲项<dd>乙项<dt>丙项</dl>", &["甲项", "乙项", "丙项"]),
        ("<h3>甲项<h3>乙项</h4>丙项", &["甲项", "乙项", "丙项"]),
        ("甲项</p>乙项<br>丙项</br>丁项", &["甲项", "乙项", "丙项", "丁项"]),
        ("<b><p>甲项</b>乙项</p></i></div2>", &["甲项乙项"]),
        ("<p>甲项<span style='display:none'>隐藏</p><p>乙项</p>", &["甲项", "乙项"]),
        ("<table><tr><td>甲项<td>乙项<tr><td>丙项<td></div>丁项</table>", &["甲项\t乙项", "丙项\t丁项"]),
    ];
    for (content, expected) in cases {
        assert_eq!(within(content), expected, "{content}");
    }
}

#[test]
fn what_is_not_shown() {
    let hidden = "<p style=\"DISPLAY: none\">甲</p><p hidden>乙</p><span style='mso-hide:all'>丙</span><script>'<p>丁</p>'</script>\
        <style>p{}</style><!-- 戊 --><noscript>己</noscript><textarea>庚<p></textarea><select><option>辛</select><template>壬</template>\
        <![CDATA[癸]]><?php 子 ?><ruby>法<rt>fǎ</rt></ruby><del>丑</del><xml><o:p>寅</o:p></xml>";
    assert_eq!(within(hidden), ["法"]);
}

#[test]
fn tables() {
    let table = "<table border=1><caption>表1 复议案件</caption><thead><tr><th>年度</th><th>受理</th><th>审结</th></tr></thead>\
        <tbody><tr><td><p>2023</p></td><td><p>20</p></td><td></td></tr><tr><td>2024</td><td>25</td><td>24<br>件</td></tr></tbody></table>";
    assert_eq!(within(table), ["表1 复议案件", "年度\t受理\t审结", "2023\t20", "2024\t25\t24件"]);
    let layout = format!(
        "<table><tr><td><p>甲</p><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p><p>{FIRST}</p><p>{SECOND}</p><p>戊</p></td><td><img src=a.jpg></td></tr></table>"
    );
    assert_eq!(within(&layout), ["甲", FIRST, SECOND, THIRD, FIRST, SECOND, "戊"]);
}

#[test]
fn lists_with_numbers() {
    let cases: [(&str, &[&str]); 5] = [
        ("<ol><li>甲项<li><p>乙项</p><p>又</p><li value=7>丙项</ol>", &["1.甲项", "2.乙项", "又", "7.丙项"]),
        ("<ol class='custom_cn2'><li><p>甲项</p></li></ol>", &["（一）甲项"]),
        ("<ol start=11 style='list-style-type: cjk-ideographic'><li>甲项<li>乙项</ol>", &["十一、甲项", "十二、乙项"]),
        ("<ol><li>（一）甲项<li>2.乙项</ol>", &["（一）甲项", "2.乙项"]),
        ("<ol style='list-style:none'><li>甲项</ol>", &["甲项"]),
    ];
    for (content, expected) in cases {
        assert_eq!(within(content), expected, "{content}");
    }
    let document = extract(&format!("<div id=zoom><p>{OPENING}</p><ol><li>甲项</ol></div>")).unwrap();
    let item = document.blocks()[1];
    assert_eq!((item.kind, item.label.len(), item.paragraph), (BlockKind::ListItem, 2, Some(1)));
}

#[test]
fn furniture_only_where_it_is() {
    let kept = [
        "附件1：青岚县行政执法情况统计表",
        "审核规范性文件12件，打印材料3份",
        "来源于群众的意见40条",
        "时间紧、任务重",
        "（此件公开发布）",
    ];
    let lines: String = kept.iter().map(|line| format!("<p>{line}</p>")).collect();
    assert_eq!(within(&lines), kept);
    let dropped = "<p>【字体：<a href='#'>大</a> 中 小】</p><p>（责任编辑：李一）</p><p>附件：<a href='1.doc'>报告.doc</a></p><div class=share>分享</div>\
        <p>打印 关闭</p><p><a href='2.html'>解读：青岚县年度报告</a></p><p>2025-01-21 10:00 来源：县司法局</p>";
    assert_eq!(within(dropped), [""; 0]);
    let card = "<table><tr><td>索 引 号：</td><td>0000/2025-1</td><td>主题分类：</td><td>司法</td></tr><tr><td>发文字号</td><td></td></tr></table>";
    assert_eq!(blocks(&format!("<div id=zoom>{card}<p>2025-01-21</p>{}</div>", framed("<p>{}</p>"))), article());
}

#[test]
fn encodings() {
    let page = |declared: &str| format!("{declared}<div id=zoom>{}</div>", framed("<p>{}</p>"));
    let gb = |text: &str| encoding_rs::GB18030.encode(text).0.into_owned();
    let wide: Vec<u8> = format!("\u{feff}{}", page("<p>")).encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cases = [
        (page("<meta charset=utf-8>").into_bytes(), "UTF-8"),
        (page("\u{FEFF}<meta charset=gb2312>").into_bytes(), "UTF-8"),
        (page("<meta charset=gb2312>").into_bytes(), "UTF-8"),
        (gb(&page("<META content='text/html; charset=GBK' http-equiv=Content-Type>")), "gb18030"),
        (gb(&page("<?xml version='1.0' encoding='gb2312'?>")), "gb18030"),
        (gb(&page("<meta charset=utf-8>")), "gb18030"),
        (gb(&page("<meta charset=iso-8859-1>")), "gb18030"),
        (gb(&page("<p>")), "gb18030"),
        (wide, "UTF-16LE"),
    ];
    for (bytes, encoding) in cases {
        let document = crate::extract::extract(&bytes, &Limits::new()).unwrap();
        assert_eq!(document.encoding(), encoding);
        assert_eq!(document.text(), article().join("\n"), "{encoding}");
    }
}

#[test]
fn limits_hold() {
    let limits = Limits::new();
    let fails = |page: &str| match read(page.as_bytes(), &limits).unwrap_err().kind() {
        ErrorKind::TooLarge { what, .. } => *what,
        other => panic!("{other:?}"),
    };
    assert_eq!(fails(&"<div>".repeat(30_000)), "nested elements");
    assert_eq!(fails(&"<br>".repeat(1_100_000)), "elements of a page");
    assert_eq!(fails(&"&".repeat(1_600_000)), "tags and texts of a page");
    // Elements of a line are not followed so deep, and do not harm.
    let deep = format!("<div id=zoom>{}<p>{OPENING}</p><p>{SECOND}</p></div>", "<font>".repeat(50_000));
    assert_eq!(blocks(&deep), [OPENING, SECOND]);
    let attributes: String = (0..200_000).map(|index| format!(" a{index}='>'")).collect();
    let wide = format!("<div id=zoom {attributes}><p>{OPENING}</p><p>{SECOND}</p></div {attributes}>");
    assert_eq!(blocks(&wide), [OPENING, SECOND]);
}

#[test]
fn no_cut_panics() {
    let page = format!(
        "<!DOCTYPE html><div id='zoom'><!-- a --><p class=x>{OPENING}<br/>&nbsp;&#x4E00;</p><table><tr><td>{SECOND}</table><script>a</script>"
    );
    let bytes = page.as_bytes();
    for end in 0..bytes.len() {
        let _ = read(&bytes[..end], &Limits::new());
        let _ = read(&bytes[end..], &Limits::new());
    }
}
