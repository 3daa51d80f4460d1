//! Whether what a file says of its glyphs can be true. A wrong map gives text too, but none that anybody wrote.

use crate::extract::error::{Error, ErrorKind};

/// One character in so many may lack a meaning.
const MISSING_AT_MOST: usize = 5;

/// Fewer characters than this tell nothing of a text.
const ENOUGH: usize = 200;

/// Of all ideographs of a text one in so many is among the commonest.
const COMMON_AT_LEAST: usize = 50;

/// Characters of which every Chinese text is full.
const COMMON: &str = "的一是不了在有人我他这中大来上个国和为以会政法治行工作年月日部门制度人民实施建设机关管理要求单位对到时地出就分生可下过于";

/// Whether so many characters lack a meaning that the text is of no use.
pub(super) fn too_many(missing: usize, total: usize) -> bool {
    missing * MISSING_AT_MOST > total
}

/// Counts of the characters of a text.
#[derive(Debug, Default)]
pub(super) struct Census {
    total: usize,
    ideographs: usize,
    common: usize,
    /// Marks of ASCII and what no Chinese text has in numbers: letters of other scripts, controls.
    odd: usize,
    marks: usize,
}

impl Census {
    pub fn add(&mut self, text: &str) {
        for ch in text.chars().filter(|ch| !ch.is_whitespace()) {
            self.total += 1;
            match ch {
                '\u{4E00}'..='\u{9FFF}' => {
                    self.ideographs += 1;
                    self.common += usize::from(COMMON.contains(ch));
                }
                '\u{3400}'..='\u{4DBF}' | '\u{20000}'..='\u{3134F}' => self.ideographs += 1,
                '!'..='/' | ':'..='@' | '['..='`' | '{'..='~' => self.marks += 1,
                '0'..='9' | 'a'..='z' | 'A'..='Z' => {}
                // Chinese and general punctuation, letterlike signs, arrows, shapes, full-width forms, Greek.
                '\u{2000}'..='\u{2BFF}'
                | '\u{3000}'..='\u{303F}'
                | '\u{FE30}'..='\u{FE6F}'
                | '\u{FF00}'..='\u{FFEF}' => {}
                '\u{391}'..='\u{3C9}' | '·' | '×' | '°' | '±' | '÷' | '§' | '«' | '»' | '\u{AD}' | '\u{FFFD}' =>
                    {}
                _ => self.odd += 1,
            }
        }
    }

    /// Refuses text that nobody can have written: rare ideographs only, odd scripts, or marks without words.
    pub fn judge(&self) -> Result<(), Error> {
        if self.total < ENOUGH {
            return Ok(());
        }
        let rare = self.ideographs >= ENOUGH && self.common * COMMON_AT_LEAST < self.ideographs;
        let few = self.ideographs * MISSING_AT_MOST < self.total;
        let noise = few && (self.marks + self.odd) * 3 > self.total;
        if rare || noise || too_many(self.odd, self.total) {
            let unmapped = if rare { self.ideographs } else { self.odd + self.marks };
            return Err(Error::new(
                ErrorKind::Undecodable { unmapped, total: self.total },
                "the fonts' tables give no readable text",
            ));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Census;

    fn is_text(text: &str) -> bool {
        let mut census = Census::default();
        census.add(&text.repeat(20));
        census.judge().is_ok()
    }

    #[test]
    fn tells_text_from_garbage() {
        assert!(is_text("2024年，青岚县坚持依法行政，办理行政复议案件25件，审结24件。"));
        assert!(is_text("Annual report of Qinglan County, 2024: 25 cases."));
        assert!(is_text("12.5% 30.2% 1,204 33 47 58 1.2 3.4"));
        assert!(!is_text("瓛瓟瓠爧爨牁牂牅牉牊牐牓牔牕牗牘牚牜牞牠牣牨牪牫牬牭"));
        assert!(!is_text("ĀāĂăĄąĆćĈĉĊċ年度报告"));
        assert!(!is_text("!\"#$%&'()*+,-./0123:;<=>?@"));
    }
}
