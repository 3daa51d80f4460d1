//! Texts made to be slow or to break something.

use super::facts;
use std::time::Instant;

static FRAGMENTS: &[&str] = &[
    "9", "一", "（", "《", "》", "第", "1 ", "1 111 ", "1,", "1,111", "1-", "1至", "一至", "1/", "1.", "一点", "分之", "百分之", "万", "亿", "零", "第一、",
    "2024", "2024年", "1月", "12·4", "“", "\"", "+1", "1+", "1:1", "a1", "半", "〔2024〕", "云〔", "1分钟", "近", "超", "三五", "千万", "1个", "。", "云政发",
];

#[test]
fn nothing_panics_and_time_is_linear() {
    let seconds = |text: &str| {
        let start = Instant::now();
        facts(text);
        start.elapsed().as_secs_f64()
    };
    for fragment in FRAGMENTS {
        let once = fragment.repeat(60_000 / fragment.len());
        let best = |text: &str| (0..3).map(|_| seconds(text)).fold(f64::INFINITY, f64::min);
        let (short, long) = (best(&once), best(&once.repeat(4)));
        assert!(long < short * 12.0 + 0.02, "{fragment}: {short} s, then {long} s for four times as much");
    }
}

#[test]
fn every_pair_of_fragments_is_read() {
    for first in FRAGMENTS {
        for second in FRAGMENTS {
            for third in FRAGMENTS {
                let text = format!("{first}{second}{third}");
                let found = facts(&text);
                for quantity in &found.quantities {
                    assert!(!text[quantity.span.range()].is_empty() && !text[quantity.sentence.range()].is_empty());
                }
            }
        }
    }
}
    #[test]
    fn zz_bench() {
        let mut total = 0.0; let mut bytes = 0; let mut n=0; let mut glt=0.0;
        for name in ["fenxi-2024","fenyang-2023","guangling-2024","jiaocheng-2023","zezhou-2025"] {
            let s = std::fs::read_to_string(format!("/work/shared/corpus/{name}.txt")).unwrap();
            let mut gl = crate::text::glyph::Glyphs::default();
            let lines: Vec<(usize,&str)> = { let mut at=0; s.split_inclusive('\n').map(|l|{let a=at; at+=l.len(); (a,l.trim_end_matches('\n'))}).collect() };
            let mut best=f64::INFINITY; let mut bg=f64::INFINITY;
            for _ in 0..200 {
                let mut f = crate::facts::Facts::default();
                let mut t=0.0; let mut g=0.0;
                for (a,l) in &lines {
                    let st=Instant::now();
                    gl.fill(&s, crate::span::Span::new(*a as u32,(a+l.len()) as u32), &[]);
                    g+=st.elapsed().as_secs_f64();
                    let st=Instant::now();
                    f.scan(&s,&gl,&[],1<<20);
                    t+=st.elapsed().as_secs_f64();
                }
                if t<best {best=t; bg=g}
                n=f.quantities.len()+f.dates.len();
            }
            eprintln!("{name} {} bytes {:.1} us facts, {:.1} us glyphs, {n}", s.len(), best*1e6, bg*1e6);
            total+=best; bytes+=s.len(); glt+=bg;
        }
        eprintln!("{:.1} MB/s facts, {:.1} MB/s glyphs", bytes as f64/total/1e6, bytes as f64/glt/1e6);
    }
