//! Texts of every length, at every border, of every fault.

use super::Way;
use super::judge::Judge;

const SAMPLE: &str = "青岚县2024年法治政府建设报告\n一、主要举措：一是印发《办法》〔2024〕7号，第3批；嘯…—“办件”25%、\
    12.5%。\r\n二是①é🀄是\n（一）《条例》第十二条，90%是𠀀是是";

/// Sequences at the borders of what UTF-8 allows, and characters that end like a class.
const HARD: [&[u8]; 44] = [
    b"\x80",
    b"\xbf",
    b"\xc0\x80",
    b"\xc1\xbf",
    b"\xc2",
    b"\xc2\x80",
    b"\xc2\x80\x80",
    b"\xdf\xbf",
    b"\xe0\x80\x80",
    b"\xe0\x9f\xbf",
    b"\xe0\xa0\x80",
    b"\xe0\xa0",
    b"\xe6",
    b"\xe6\x98",
    b"\xe6\x98\xaf",
    b"\xe6\x98\xaf\xaf",
    b"\x98\xaf",
    b"\xe5\x98\xaf",
    b"\xf0\xa0\x98\xaf",
    b"\xf3\xa6\x98\xaf",
    b"\xe6\xe6\x98\xaf",
    b"\xe3\x80\x8a\xe3\x80\x8b",
    b"\xe2\x80\x94\xe2\x80\x95",
    b"\xe3\x80\xe3\x80\x94",
    b"\xec\xac\xac\xe7\xac\xac",
    b"\xac\xac",
    b"\xed\x9f\xbf",
    b"\xed\xa0\x80",
    b"\xed\xbf\xbf",
    b"\xee\x80\x80",
    b"\xef\xbf\xbf",
    b"\xf0\x80\x80\x80",
    b"\xf0\x8f\xbf\xbf",
    b"\xf0\x90\x80\x80",
    b"\xf0\x90\x80",
    b"\xf0\x90",
    b"\xf0",
    b"\xf4\x8f\xbf\xbf",
    b"\xf4\x90\x80\x80",
    b"\xf5\x80\x80\x80",
    b"\xf8\x88\x80\x80\x80",
    b"\xfe",
    b"\xff\xff",
    b"\0",
];

/// The same numbers in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize % end
    }
}

#[test]
fn every_length_and_start() {
    let mut judge = Judge::default();
    let sample = [SAMPLE.as_bytes(); 2].concat();
    for length in 0..=200 {
        judge.check(&sample[..length]);
        let start = length % 67;
        judge.check(&sample[start..start + length]);
    }
}

#[test]
fn every_mark_at_every_offset() {
    let mut judge = Judge::default();
    for mark in ["\n", "!", "(", ":", ";", "A", "~", "是", "。", "①", "❶", "（", "：", "；", "！", "？"] {
        for offset in 0..=140 {
            let rest = "9/是，".repeat(offset % 4);
            let (before, between) = ("0".repeat(offset), "法".repeat(11));
            judge.check(format!("{before}{mark}{between}{mark}{rest}").as_bytes());
        }
    }
}

#[test]
fn faults_at_block_borders() {
    let mut judge = Judge::default();
    for hard in HARD {
        for offset in [0, 1, 27, 28, 29, 30, 31, 32, 33, 59, 60, 61, 62, 63, 64, 65, 124, 125, 126, 127, 128] {
            let mut bytes = vec![b'x'; offset];
            bytes.extend(hard);
            judge.check(&bytes);
            bytes.extend("是".repeat(3).as_bytes());
            judge.check(&bytes);
        }
    }
}

#[test]
fn random_and_damaged() {
    let mut judge = Judge::default();
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for _ in 0..600 {
        let mut bytes: Vec<u8> = Vec::new();
        for _ in 0..random.below(60) {
            match random.below(40) {
                0 => bytes.push(random.below(256) as u8),
                1 => bytes.extend(HARD[random.below(HARD.len())]),
                2..20 => bytes.push(b"\n%09/:x5"[random.below(8)]),
                pick => bytes.extend(["是", "《", "》", "〔", "〕", "第", "、", "嘯", "é", "𠀀"][pick % 10].as_bytes()),
            }
        }
        judge.check(&bytes[random.below(bytes.len().max(1)).min(bytes.len()) / 8..]);
        let mut sample = SAMPLE.as_bytes().to_vec();
        let at = random.below(sample.len());
        sample[at] ^= 1 << random.below(8);
        judge.check(&sample);
    }
    assert_eq!(judge.cases, 1_200);
}

#[test]
fn long_texts() {
    let mut judge = Judge::default();
    for length in [4_095, 4_096, 4_160, 4_161, 8_300] {
        judge.check("\n".repeat(length).as_bytes());
        let mut text = "是%".repeat(length / 4 + 1).into_bytes();
        text.truncate(length);
        judge.check(&text);
    }
    let mut text = SAMPLE.repeat(40).into_bytes();
    judge.check(&text);
    text[4_200] = 0xff;
    judge.check(&text);
}

#[test]
fn the_buffer_is_kept() {
    let text = SAMPLE.repeat(40);
    for way in Way::open() {
        let mut marks = Vec::new();
        way.read::<false>(text.as_bytes(), &mut marks);
        assert!(marks.len() > 400);
        let before = (marks.as_ptr(), marks.capacity());
        assert_eq!(way.text(text.as_bytes(), &mut marks), Ok(text.as_str()));
        assert_eq!((marks.as_ptr(), marks.capacity()), before, "{way:?}");
    }
}
