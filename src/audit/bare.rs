//! The report's text without its layout, made once per parse: whatever a rule asks for is a slice of it.

use crate::text::Text;
use crate::text::glyph::{fold, is_blank};

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
}

impl Texts {
    /// Takes up another text.
    pub fn refill(&mut self, text: &Text<'_>) {
        let source = text.source;
        self.squeezed.restart(source.len());
        self.plain.restart(source.len());
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
        let bytes = source.as_bytes();
        let mut at = from;
        while at < to {
            let plain = PLAIN[bytes[at] as usize];
            if plain > 0 {
                at += plain as usize;
                continue;
            }
            // 、。，；：！？ are by far the most frequent of the others.
            if let [0xe3, 0x80, 0x81 | 0x82, ..] | [0xef, 0xbc, 0x8c | 0x9b | 0x9a | 0x81 | 0x9f, ..] = bytes[at..] {
                at += 3;
                continue;
            }
            let Some(ch) = source[at..].chars().next() else { break };
            let end = at + ch.len_utf8();
            let blank = is_blank(ch) || ch == '\n';
            if blank || matches!(ch, '“' | '”' | '‘' | '’' | '"') {
                self.squeezed.leave_out(source, at, end);
            }
            if !gap {
                let folded = fold(ch);
                if blank {
                    self.plain.leave_out(source, at, end);
                } else if folded != ch {
                    self.plain.replace(source, at, end, folded);
                }
            }
            at = end;
        }
        if gap {
            self.plain.leave_out(source, from, to);
        }
    }
}

/// The length of a character by its first byte; none of those that may be left out or folded.
const PLAIN: [u8; 256] = {
    let mut lengths = [0; 256];
    let mut first = 0;
    while first < 256 {
        lengths[first] = match first {
            0x23..=0x7f => 1,
            0xe4..=0xe9 => 3,
            _ => 0,
        };
        first += 1;
    }
    lengths
};

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
        let start = self.at(from);
        self.text.get(start..self.at(to).max(start)).unwrap_or_default()
    }

    fn at(&self, offset: u32) -> usize {
        let mut next = self.blocks.get((offset >> BLOCK) as usize).map_or(self.steps.len(), |&steps| steps as usize);
        while self.steps.get(next).is_some_and(|step| step.source <= offset) {
            next += 1;
        }
        let step = next.checked_sub(1).map_or(Step::default(), |last| self.steps[last]);
        let end = self.steps.get(next).map_or(self.text.len(), |next| next.bare as usize);
        ((step.bare + (offset - step.source)) as usize).min(end)
    }
}

#[cfg(test)]
mod tests {
    use super::Texts;
    use crate::limits::Limits;
    use crate::text::Text;

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
