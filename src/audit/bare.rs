//! The report's text without its layout, made once per parse: whatever a rule asks for is a slice of it.

use crate::span::Span;
use crate::text::Text;
use crate::text::glyph::{fold, is_blank};

/// A text made from the source by leaving out and folding characters, and where each part of the source went.
#[derive(Debug, Default)]
pub(super) struct Bare {
    text: String,
    /// Behind every character that was left out or folded, in order.
    steps: Vec<Step>,
}

/// From `source` on, up to the next step, the source's bytes stand unchanged from `bare` on.
#[derive(Clone, Copy, Debug, Default)]
struct Step {
    source: u32,
    bare: u32,
}

/// What becomes of a character.
enum Change {
    Kept,
    Dropped,
    Folded(char),
}

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
        self.squeezed.refill(text.source, &[], |ch| {
            let dropped = is_blank(ch) || matches!(ch, '\n' | '“' | '”' | '‘' | '’' | '"');
            if dropped { Change::Dropped } else { Change::Kept }
        });
        self.plain.refill(text.source, &text.gaps, |ch| match fold(ch) {
            _ if is_blank(ch) || ch == '\n' => Change::Dropped,
            folded if folded != ch => Change::Folded(folded),
            _ => Change::Kept,
        });
    }
}

impl Bare {
    fn refill(&mut self, source: &str, gaps: &[Span], change: impl Fn(char) -> Change) {
        self.text.clear();
        self.steps.clear();
        let mut from = 0;
        for gap in gaps {
            self.append(source, from, gap.start as usize, &change);
            from = from.max(gap.end as usize);
            self.step(from);
        }
        self.append(source, from, source.len(), &change);
    }

    fn append(&mut self, source: &str, from: usize, to: usize, change: &impl Fn(char) -> Change) {
        let bytes = source.as_bytes();
        let (mut copied, mut at) = (from, from);
        while at < to {
            match bytes[at] {
                // Most characters are Chinese ones and digits.
                0xe4..=0xe9 => at += 3,
                0x23..=0x7f => at += 1,
                _ => {
                    let Some(ch) = source[at..].chars().next() else { break };
                    let end = at + ch.len_utf8();
                    let changed = change(ch);
                    if !matches!(changed, Change::Kept) {
                        self.text.push_str(&source[copied..at]);
                        if let Change::Folded(other) = changed {
                            self.text.push(other);
                        }
                        self.step(end);
                        copied = end;
                    }
                    at = end;
                }
            }
        }
        self.text.push_str(source.get(copied..to).unwrap_or_default());
    }

    fn step(&mut self, source: usize) {
        let step = Step { source: source as u32, bare: self.text.len() as u32 };
        match self.steps.last_mut() {
            Some(last) if last.bare == step.bare => *last = step,
            _ => self.steps.push(step),
        }
    }

    /// What the source says from byte `from` to byte `to`, both at the edges of characters.
    pub fn slice(&self, from: u32, to: u32) -> &str {
        let start = self.at(from);
        self.text.get(start..self.at(to).max(start)).unwrap_or_default()
    }

    fn at(&self, offset: u32) -> usize {
        let next = self.steps.partition_point(|step| step.source <= offset);
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
