//! The report's text without its layout, made once per parse: whatever a rule asks for is a slice of it.

use crate::text::Text;
use crate::text::blank;
use crate::text::glyph::{fold, is_layout};

/// A text made from the source by leaving out and folding characters, and where each part of the source went.
#[derive(Debug, Default)]
pub(super) struct Bare {
    text: String,
    /// Behind every character that was left out or folded, in order.
    steps: Vec<Step>,
    /// For every block of the source, the number of steps before it.
    blocks: Vec<u32>,
    /// Up to where the source was taken over.
    taken: usize,
}

/// From `source` on, up to the next step, the source's bytes stand unchanged from `bare` on.
#[derive(Clone, Copy, Debug, Default)]
struct Step {
    source: u32,
    bare: u32,
}

/// Length of a block of the source: 2 to this power.
const BLOCK: u32 = 7;

/// The two texts the rules read.
#[derive(Debug, Default)]
pub(super) struct Texts {
    /// Without blanks, line ends and quotation marks.
    pub squeezed: Bare,
    /// Without blanks, line ends and what stands between the halves of a broken sentence; folded to half-width.
    pub plain: Bare,
    /// Where in the plain text a character stands that a number from 2 to 20 may begin with.
    pub numbers: Vec<u32>,
}

impl Texts {
    /// Takes up another text.
    pub fn refill(&mut self, text: &Text<'_>) {
        let source = text.source;
        self.squeezed.restart(source.len());
        self.plain.restart(source.len());
        self.numbers.clear();
        let mut from = 0;
        for gap in &text.gaps {
            self.read(source, from, gap.start as usize, false);
            self.read(source, gap.start as usize, gap.end as usize, true);
            from = gap.end as usize;
        }
        self.read(source, from, source.len(), false);
        self.squeezed.finish(source);
        self.plain.finish(source);
    }

    /// Takes over a part of the source; a gap between the halves of a sentence is left out of the plain text.
    fn read(&mut self, source: &str, from: usize, to: usize, gap: bool) {
        let bytes = &source.as_bytes()[..to];
        let mut at = from;
        while at < to {
            // Two Chinese characters at once: most are no numerals.
            while let Some(eight) = bytes[at..].first_chunk()
                && let head = u64::from_le_bytes(*eight)
                && are_chinese(head)
                && tail_bits(head) | tail_bits(head >> 24) == 0
            {
                at += 6;
            }
            let Some(&first) = bytes.get(at) else { break };
            match PLAIN[first as usize] {
                0 => at = self.read_other(source, at, to, gap),
                1 => at += 1,
                DIGIT => {
                    let end = at + bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
                    if !gap && may_begin(bytes, from, at, end) {
                        self.numbers.push(self.plain.grown(at));
                    }
                    at = end;
                }
                width => {
                    if let Some(&[first, second, third]) = bytes[at..].first_chunk()
                        && tail_bits(u64::from_le_bytes([first, second, third, 0, 0, 0, 0, 0])) > 0
                        && !gap
                    {
                        self.numbers.push(self.plain.grown(at));
                    }
                    at += width as usize;
                }
            }
        }
        if gap {
            self.plain.leave_out(source, from, to);
        }
    }

    /// Takes over a mark, layout, or one of the rarer characters, and returns where it ends.
    fn read_other(&mut self, source: &str, at: usize, to: usize, gap: bool) -> usize {
        // 、。，；：！？ are by far the most frequent of them.
        if let [0xe3, 0x80, 0x81 | 0x82, ..] | [0xef, 0xbc, 0x8c | 0x9b | 0x9a | 0x81 | 0x9f, ..] =
            source.as_bytes()[at..]
        {
            return at + 3;
        }
        let Some(ch) = source[at..to].chars().next() else { return to };
        let end = at + ch.len_utf8();
        if is_layout(ch) {
            let behind = skip_layout(source, end, to);
            self.squeezed.leave_out(source, at, behind);
            if !gap {
                self.plain.leave_out(source, at, behind);
            }
            return behind;
        }
        if matches!(ch, '“' | '”' | '‘' | '’' | '"') {
            self.squeezed.leave_out(source, at, end);
        }
        let folded = fold(ch);
        if !gap && folded != ch {
            if folded.is_ascii_digit() {
                self.numbers.push(self.plain.grown(at));
            }
            self.plain.replace(source, at, end, folded);
        }
        end
    }
}

/// The offset behind the blanks and line ends that stand at `at`.
fn skip_layout(source: &str, at: usize, to: usize) -> usize {
    let mut end = blank::skip(source, at, to);
    while end < to && source.as_bytes()[end] == b'\n' {
        end = blank::skip(source, end + 1, to);
    }
    end
}

/// Whether the digits between the bytes `at` and `end`, of a part that begins at `from`, may begin a number from 2 to 20:
/// not where they are too many, or a letter or a point beside them makes another number of them.
fn may_begin(bytes: &[u8], from: usize, at: usize, end: usize) -> bool {
    let joins = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'+' | b'-');
    matches!(bytes[at..end], [b'1'..=b'9'] | [b'1', _] | [b'2', b'0'])
        && !bytes[..at].last().is_some_and(u8::is_ascii_digit)
        && !bytes[from..at].last().is_some_and(joins)
        && !bytes.get(end).is_some_and(|byte| joins(byte) || *byte == b'%')
}

/// A digit, in [`PLAIN`].
const DIGIT: u8 = 2;

/// The length of a character by its first byte; none of those that may be left out or folded.
const PLAIN: [u8; 256] = {
    let mut lengths = [0; 256];
    let mut first = 0;
    while first < 256 {
        lengths[first] = match first {
            0x30..=0x39 => DIGIT,
            0x23..=0x7f => 1,
            0xe4..=0xeb => 3,
            _ => 0,
        };
        first += 1;
    }
    lengths
};

/// The last two bytes, six bits of each, of the characters that a Chinese number from 2 to 20 begins with.
static NUMERALS: [u64; 64] = {
    let digits = "二三四五六七八九十两双兩贰叁肆伍陆柒捌玖".as_bytes();
    let mut tails = [0; 64];
    let mut at = 0;
    while at < digits.len() {
        tails[(digits[at + 1] & 0x3f) as usize] |= 1 << (digits[at + 2] & 0x3f);
        at += 3;
    }
    tails
};

/// Not 0 if the character that `head` begins with may be one of those.
fn tail_bits(head: u64) -> u64 {
    NUMERALS[(head >> 8 & 0x3f) as usize] & 1 << (head >> 16 & 0x3f)
}

/// Whether `head` begins with two characters of three bytes whose first is one of [`PLAIN`], 0xe4 to 0xeb.
fn are_chinese(head: u64) -> bool {
    // The first bytes of both, from the least one on: what is below it borrows from the bytes between.
    let from_least = (head as u32 & 0xff00_00ff).wrapping_sub(0xe400_00e4);
    from_least & !0x0700_0007 == 0
}

impl Bare {
    /// Forgets the text before; the next is `len` bytes long, and hardly shorter without its layout.
    fn restart(&mut self, len: usize) {
        self.text.clear();
        self.text.reserve_exact(len);
        self.steps.clear();
        self.blocks.clear();
        self.taken = 0;
    }

    /// Leaves out the source from byte `from` to byte `to`.
    fn leave_out(&mut self, source: &str, from: usize, to: usize) {
        self.text.push_str(source.get(self.taken..from).unwrap_or_default());
        self.taken = to;
        let step = Step { source: to as u32, bare: self.text.len() as u32 };
        match self.steps.last_mut() {
            Some(last) if last.bare == step.bare => *last = step,
            _ => self.steps.push(step),
        }
    }

    /// Writes `ch` for the source from byte `from` to byte `to`.
    fn replace(&mut self, source: &str, from: usize, to: usize, ch: char) {
        self.text.push_str(source.get(self.taken..from).unwrap_or_default());
        self.text.push(ch);
        self.taken = to;
        self.steps.push(Step { source: to as u32, bare: self.text.len() as u32 });
    }

    /// Where the source's byte `at` will stand, if nothing more is left out before it.
    fn grown(&self, at: usize) -> u32 {
        (self.text.len() + at - self.taken) as u32
    }

    /// Takes over the rest of the source.
    fn finish(&mut self, source: &str) {
        self.text.push_str(source.get(self.taken..).unwrap_or_default());
        let mut before = 0;
        for block in 0..=source.len() >> BLOCK {
            while self.steps.get(before).is_some_and(|step| (step.source as usize) < block << BLOCK) {
                before += 1;
            }
            self.blocks.push(before as u32);
        }
    }

    /// What the source says from byte `from` to byte `to`, both at the edges of characters.
    pub fn slice(&self, from: u32, to: u32) -> &str {
        self.between(self.edge(from), self.edge(to))
    }

    /// What stands between two edges.
    pub fn between(&self, from: u32, to: u32) -> &str {
        self.text.get(from as usize..to.max(from) as usize).unwrap_or_default()
    }

    /// Where the source's byte `offset` stands, or would stand.
    pub fn edge(&self, offset: u32) -> u32 {
        let next = self.blocks.get((offset >> BLOCK) as usize).map_or(self.steps.len(), |&steps| steps as usize);
        let last = next.checked_sub(1).map_or(Step::default(), |last| self.steps[last]);
        Walk { bare: self, next, last }.edge(offset)
    }

    /// Where in the source the character stands that stands at `bare` here.
    pub fn source(&self, bare: u32) -> u32 {
        let behind = self.steps.partition_point(|step| step.bare <= bare);
        let step = behind.checked_sub(1).map_or(Step::default(), |last| self.steps[last]);
        step.source + (bare - step.bare)
    }

    /// Where offsets stand that are mostly asked for in order.
    pub fn walk(&self) -> Walk<'_> {
        Walk { bare: self, next: 0, last: Step::default() }
    }
}

/// The step passed by last on the way through a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Walk<'b> {
    bare: &'b Bare,
    /// How many steps were passed by.
    next: usize,
    last: Step,
}

impl Walk<'_> {
    /// Where the source's byte `offset` stands, or would stand.
    #[inline]
    pub fn edge(&mut self, offset: u32) -> u32 {
        if offset < self.last.source {
            return self.bare.edge(offset);
        }
        let steps = self.bare.steps.as_slice();
        let end = loop {
            match steps.get(self.next) {
                Some(step) if step.source <= offset => (self.last, self.next) = (*step, self.next + 1),
                Some(step) => break step.bare,
                None => break self.bare.text.len() as u32,
            }
        };
        (self.last.bare + (offset - self.last.source)).min(end)
    }
}

#[cfg(test)]
mod tests {
    use super::{PLAIN, Texts, are_chinese};
    use crate::limits::Limits;
    use crate::text::Text;

    #[test]
    fn two_characters_at_once_are_those_of_the_table() {
        for first in 0..=255_u8 {
            for second in 0..=255_u8 {
                let head = u64::from_le_bytes([first, 0xbf, 0x80, second, 0x80, 0xbf, 0xff, 0x12]);
                let both = [first, second].iter().all(|&byte| PLAIN[byte as usize] == 3);
                assert_eq!(are_chinese(head), both, "{first:x} {second:x}");
            }
        }
    }

    #[test]
    fn any_stretch_is_a_slice() {
        let source = "　共２ 件“好”，\n（占３％）。\n";
        let text = Text::read_str(source, &Limits::default(), Default::default()).unwrap();
        let mut texts = Texts::default();
        for _ in 0..2 {
            texts.refill(&text);
            let edges: Vec<usize> = (0..=source.len()).filter(|&at| source.is_char_boundary(at)).collect();
            for (number, &from) in edges.iter().enumerate() {
                for &to in &edges[number..] {
                    let left: String = source[from..to].chars().filter(|ch| !"　 \n“”".contains(*ch)).collect();
                    assert_eq!(texts.squeezed.slice(from as u32, to as u32), left);
                    let plain: String = source[from..to].chars().filter(|ch| !"　 \n".contains(*ch)).collect();
                    let plain = plain.replace('２', "2").replace('３', "3").replace('％', "%");
                    let plain = plain.replace('（', "(").replace('）', ")");
                    assert_eq!(texts.plain.slice(from as u32, to as u32), plain);
                }
            }
        }
    }
}
